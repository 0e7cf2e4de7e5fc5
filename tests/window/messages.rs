//! Messages: shown for a while, and said to screen readers, once each.

use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::app::Startup;
use elenchus::editor::Command;
use elenchus::io::Config;

use crate::harness::{VOTES, Window, small_map};

/// What the live regions say, and how many messages with these words are shown.
fn told(w: &Window, part: &str) -> (Vec<String>, usize) {
    let live = w.harness.query_all_by(|n| n.live() != Live::Off || n.role() == Role::Alert);
    let said = live.map(|n| n.accesskit_node().label().unwrap_or_default()).filter(|said| !said.is_empty()).collect();
    let shown = w.harness.query_all_by(|n| n.role() == Role::Group && n.label().is_some_and(|label| label.contains(part))).count();
    (said, shown)
}

fn is_told_once(w: &Window, part: &str) {
    let (said, shown) = told(w, part);
    assert_eq!((said.len(), shown), (1, 1), "{part}: {said:?}");
    assert_eq!(said[0].matches(part).count(), 1, "{said:?}");
}

#[test]
fn a_message_is_shown_and_said_once() {
    let mut w = Window::on(small_map());
    w.press(Modifiers::COMMAND, Key::Z);
    is_told_once(&w, "There is nothing to undo.");
}

#[test]
fn faults_of_the_keymap_are_said_too() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("keymap.ron"), "{\"fly\": [\"F\"]}").unwrap();
    let w = Window::with(Startup { config: Some(Config::at(folder.path())), ..Startup::default() });
    is_told_once(&w, "a command that does not exist: “fly”");
}

#[test]
fn it_is_said_when_work_cannot_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    // Where the folder for recovery would be stands a file.
    std::fs::write(folder.path().join("state"), "").unwrap();
    let mut w = Window::with(Startup { config: Some(Config::at(folder.path())), ..Startup::default() });
    w.load(small_map());
    let votes = w.claim(VOTES);
    w.push(Command::DeleteNodes(vec![votes]));
    w.until(|w| told(w, "cannot be kept against a crash").1 > 0);
    is_told_once(&w, "Unsaved work cannot be kept against a crash");
}

#[test]
fn keys_that_cannot_be_kept_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config");
    let mut w = Window::with(Startup { config: Some(Config::at(&config)), ..Startup::default() });
    w.press(Modifiers::NONE, Key::F1);
    w.type_text("pin or");
    w.button("Pin or unpin: K");
    let _ = std::fs::remove_dir_all(&config);
    std::fs::write(&config, "").unwrap();
    w.button("Remove K");
    is_told_once(&w, "Your keys are not kept");
}
