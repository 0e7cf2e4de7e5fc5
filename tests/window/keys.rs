//! The sheet of keys: each key of a command is changed, added, removed, and kept.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::io::Config;

use crate::harness::{Window, small_map};

const NONE: Modifiers = Modifiers::NONE;

fn line(w: &Window, label: &str) -> bool {
    w.harness.query_by_role_and_label(Role::Button, label).is_some()
}

fn asks(w: &Window, text: &str) -> bool {
    w.harness.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn each_key_of_a_command_is_changed_added_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let startup = || Startup { config: Some(Config::at(folder.path())), ..Startup::default() };
    let kept = || Config::at(folder.path()).keymap().unwrap();
    let mut w = Window::with(startup());
    w.press(NONE, Key::F1);
    w.harness.get_by_role_and_label(Role::Dialog, "Keyboard shortcuts");
    w.type_text("rebuttal");
    assert!(!line(&w, "Add support: S"), "the list is searched");
    w.button("Add rebuttal: R   Alt+Enter");
    assert!(w.harness.get_by_label("Change R").is_focused());
    w.button("Change R");
    assert!(asks(&w, "Press the key that is to replace R"));
    w.press(NONE, Key::S);
    // The key has an owner: that is said, and nothing done yet.
    assert!(asks(&w, "S is the key of “Add support”"));
    w.button("Leave as it is");
    w.button("Change R");
    w.press(NONE, Key::Escape);
    assert!(line(&w, "Change R"), "Escape changes nothing and closes nothing");
    w.button("Change R");
    w.press(NONE, Key::X);
    w.button("Add a key");
    w.press(Modifiers::COMMAND, Key::J);
    w.button("Remove Alt+Enter");
    w.button("Done");
    assert!(w.harness.get_by_label("Add rebuttal: X   Ctrl+J").is_focused());
    assert_eq!(kept().get("add-rebuttal").unwrap(), &["X", "Ctrl+J"]);
    w.button("Close");
    w.press(NONE, Key::C);
    w.type_text("It is loud");
    w.press(NONE, Key::Enter);
    w.press(NONE, Key::R);
    assert_eq!(w.texts().len(), 1, "R means nothing now");
    for (modifiers, key, words) in [(NONE, Key::X, "It is not"), (Modifiers::COMMAND, Key::J, "It is")] {
        w.press(modifiers, key);
        w.type_text(words);
        w.press(NONE, Key::Enter);
        assert!(w.texts().contains(&words.to_owned()), "{key:?}");
    }
    assert_eq!(w.editor().map().relations().filter(|(_, r)| r.kind == elenchus::model::RelationKind::Rebuttal).count(), 2);
}

#[test]
fn keys_are_kept_taken_and_reset() {
    let folder = tempfile::tempdir().unwrap();
    let startup = || Startup { config: Some(Config::at(folder.path())), ..Startup::default() };
    let kept = || Config::at(folder.path()).keymap().unwrap();
    std::fs::write(folder.path().join("keymap.ron"), "{\"add-rebuttal\": [\"X\", \"Ctrl+J\"]}").unwrap();
    let mut w = Window::with(startup());
    w.press(NONE, Key::F1);
    w.type_text("pin or");
    w.button("Pin or unpin: K");
    w.button("Add a key");
    w.press(NONE, Key::X);
    w.button("Give it to Pin or unpin");
    w.button("Add a key");
    w.press(NONE, Key::K);
    w.button("Done");
    assert!(line(&w, "Pin or unpin: K   X"), "what it has already is not added again");
    assert_eq!((kept()["toggle-pin"].clone(), kept()["add-rebuttal"].clone()), (vec!["K".into(), "X".into()], vec!["Ctrl+J".into()]));

    // Without any key it waits for one at once.
    let mut w = Window::with(startup());
    w.press(NONE, Key::F1);
    w.type_text("pin or");
    w.button("Pin or unpin: K   X");
    w.button("Remove K");
    w.button("Remove X");
    w.button("Done");
    w.button("Pin or unpin");
    assert!(asks(&w, "Press another key for “Pin or unpin”"));
    w.press(NONE, Key::Q);
    w.button("Done");
    assert!(line(&w, "Pin or unpin: Q"));
    w.button("Reset the keys of Pin or unpin");
    assert!(line(&w, "Pin or unpin: K"));
    assert!(kept().contains_key("add-rebuttal"), "others are left alone");
    w.button("Reset all keys");
    w.button("Close");
    assert!(kept().is_empty());
}

#[test]
fn a_keymap_with_faults_is_followed_as_far_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("keymap.ron"), "{\"add-claim\": [\"Q\"], \"fly\": [\"F\"], \"add-support\": [\"Hyper+S\"]}").unwrap();
    let mut w = Window::with(Startup { config: Some(Config::at(folder.path())), ..Startup::default() });
    assert!(w.harness.query_all_by_label_contains("a command that does not exist: “fly”").next().is_some());
    w.press(Modifiers::NONE, Key::Q);
    w.type_text("It is loud");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.texts(), ["It is loud"]);
    std::fs::write(folder.path().join("keymap.ron"), "nonsense").unwrap();
    let w = Window::with(Startup { config: Some(Config::at(folder.path())), ..Startup::default() });
    assert!(w.harness.query_all_by_label_contains("Your own keys are not used").next().is_some());
}

#[test]
fn only_the_command_to_quit_quits() {
    let w = Window::on(small_map());
    // What egui takes for it by itself, Ctrl+Shift+Q too, is no key of ours.
    assert!(w.harness.ctx.options(|options| options.quit_shortcuts.is_empty()));
}
