//! After a crash: what was not saved is offered beside what is on disk.

use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::editor::{Action, Command};
use elenchus::io::{Config, Ruins};

use crate::files::{bytes, tabs};
use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

fn window(config: &Path, files: &[&Path]) -> Window {
    let files = files.iter().map(|f| f.to_path_buf()).collect();
    Window::with(Startup { files, config: Some(Config::at(config)) })
}

/// As after `kill -9`: what is in the folder at this moment, with nobody who holds its locks.
fn killed(config: &Path, copy: &Path) {
    fs::create_dir_all(copy).unwrap();
    for entry in fs::read_dir(config).unwrap().map(Result::unwrap) {
        let to = copy.join(entry.file_name());
        if entry.path().is_dir() { killed(&entry.path(), &to) } else { fs::copy(entry.path(), to).map(drop).unwrap() }
    }
}

fn left(config: &Path) -> usize {
    Ruins::find(&Config::at(config).recovery().unwrap()).maps.len()
}

fn delete(w: &mut Window, claim: &str) {
    let node = w.claim(claim);
    w.push(Command::DeleteNodes(vec![node]));
}

/// So long nothing happens that unsaved work is kept by then.
fn five_seconds(w: &mut Window) {
    w.harness.run_steps(90);
    std::thread::sleep(std::time::Duration::from_millis(300));
    w.harness.run_steps(10);
}

fn offers(w: &Window) -> bool {
    w.harness.query_by_role_and_label(Role::Dialog, "Recovered maps").is_some()
}

#[test]
fn what_was_not_saved_is_offered_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let (config, after, file) = (folder.path().join("config"), folder.path().join("after"), folder.path().join("nader.ron"));
    fs::write(&file, bytes(&small_map())).unwrap();
    let mut w = window(&config, &[&file]);
    w.until(|w| w.editor().path().is_some());
    five_seconds(&mut w);
    assert_eq!(left(&config), 0, "nothing is kept of what is saved");
    delete(&mut w, VOTES);
    w.card(TENNESSEE).click();
    w.settle();
    w.press(Modifiers::NONE, Key::Enter);
    w.type_text("He lost Tennessee");
    five_seconds(&mut w);
    assert_eq!(left(&config), 0, "a living program's work is not on offer");
    killed(&config, &after);

    let mut w = window(&after, &[]);
    w.until(offers);
    let named = "1 claim removed, 1 text changed, 1 relation removed since the file saved just now";
    assert!(w.harness.query_all_by_label_contains(named).next().is_some());
    w.button("Open the file");
    w.until(|w| w.texts().len() == 3);
    assert!(offers(&w), "what was recovered stays on offer");
    w.button("Open recovered");
    assert!(!offers(&w));
    assert_eq!(w.texts(), ["He lost Tennessee", NADER], "with what was just being typed");
    assert!(w.editor().is_dirty() && tabs(&w).is_empty(), "in place of the file as it was");
    // It is safe before anything else happens to it, and goes when it is saved.
    let second = folder.path().join("second");
    killed(&after, &second);
    assert_eq!(left(&second), 1);
    w.push(Action::Save);
    w.until(|w| !w.editor().is_dirty());
    assert!(fs::read_to_string(&file).unwrap().contains("He lost Tennessee"));
    five_seconds(&mut w);
    let third = folder.path().join("third");
    killed(&after, &third);
    assert_eq!(left(&third), 0);
}

#[test]
fn nothing_recovered_is_deleted_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let (config, after) = (folder.path().join("config"), folder.path().join("after"));
    let mut w = window(&config, &[]);
    w.push(Command::AddClaimAt(egui::pos2(0.0, 0.0)));
    w.type_text("Never saved");
    five_seconds(&mut w);
    killed(&config, &after);

    let mut w = window(&after, &[]);
    w.until(offers);
    assert!(w.harness.query_all_by_label_contains("Never saved to a file: 1 claim").next().is_some());
    w.button("Decide later");
    drop(w);
    let mut w = window(&after, &[]);
    w.until(offers);
    w.button("Discard…");
    w.button("Keep");
    assert_eq!(w.harness.query_all_by_label("Discard…").count(), 1);
    w.button("Discard…");
    w.button("Delete");
    assert!(!offers(&w));
    drop(w);
    assert_eq!(left(&after), 0);
}

#[test]
fn closing_lets_go_of_what_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (config, after) = (folder.path().join("config"), folder.path().join("after"));
    let mut w = window(&config, &[]);
    w.push(Command::AddClaimAt(egui::pos2(0.0, 0.0)));
    w.type_text("Not worth keeping");
    five_seconds(&mut w);
    w.press(Modifiers::COMMAND, Key::W);
    w.button("Discard");
    five_seconds(&mut w);
    killed(&config, &after);
    assert_eq!(left(&after), 0);
}

#[test]
fn whenever_it_is_killed_only_the_last_seconds_are_missing() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config");
    let mut w = window(&config, &[]);
    for number in 0..6 {
        w.push(Command::AddClaimAt(egui::pos2(0.0, number as f32 * 200.0)));
        w.type_text(&format!("Claim {number}"));
        w.press(Modifiers::NONE, Key::Enter);
        // Less than five seconds of the window's time, and none in which nothing happens for long.
        w.harness.run_steps(30);
        std::thread::sleep(std::time::Duration::from_millis(200));
        w.harness.run_steps(30);
        let after = folder.path().join(format!("after {number}"));
        killed(&config, &after);
        let ruins = Ruins::find(&Config::at(&after).recovery().unwrap());
        let kept = ruins.maps.first().map(|left| fs::read_to_string(left.map()).unwrap()).unwrap_or_default();
        for earlier in 0..number {
            assert!(kept.contains(&format!("Claim {earlier}")), "killed after claim {number}:\n{kept}");
        }
    }
}

#[test]
fn a_bug_in_the_window_keeps_the_work_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (config, after) = (folder.path().join("config"), folder.path().join("after"));
    let mut w = window(&config, &[]);
    w.push(Command::AddClaimAt(egui::pos2(0.0, 0.0)));
    w.type_text("Kept at the last moment");
    w.break_next_frame();
    w.settle();
    w.harness.get_by_label("Elenchus has to close because of a bug in it");
    w.harness.get_by_label("The unsaved work in one map was kept. The next start offers it.");
    killed(&config, &after);
    drop(w);
    assert_eq!(left(&config), 1, "closing the broken window deletes nothing");
    let mut w = window(&after, &[]);
    w.until(offers);
    w.button("Open recovered");
    assert_eq!(w.texts(), ["Kept at the last moment"]);
}
