//! Files and tabs: opening, saving, closing, several maps in one window.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT, Queryable};
use elenchus::app::Startup;
use elenchus::base::TaskCtx;
use elenchus::editor::{Action, Command};
use elenchus::formats::{ExportRequest, exporter};
use elenchus::io::Config;
use elenchus::model::{ArgumentMap, MapBuilder};

use crate::harness::{TENNESSEE, VOTES, Window, small_map};

pub fn bytes(map: &ArgumentMap) -> Vec<u8> {
    exporter("ron").unwrap().export(&ExportRequest::new(map), &TaskCtx::new()).unwrap().bytes
}

fn map_of(claim: &str) -> ArgumentMap {
    let mut b = MapBuilder::new(7);
    b.claim(claim);
    b.finish()
}

fn delete(w: &mut Window, claim: &str) {
    let node = w.claim(claim);
    w.push(Command::DeleteNodes(vec![node]));
}

/// Names of the maps' tabs, the one that is shown in brackets.
pub fn tabs(w: &Window) -> Vec<String> {
    let Some(row) = w.harness.query_by_role_and_label(Role::TabList, "Open maps") else { return Vec::new() };
    row.query_all(By::new().role(Role::Tab))
        .map(|t| {
            let name = t.accesskit_node().label().unwrap_or_default();
            if t.accesskit_node().is_selected() == Some(true) { format!("[{name}]") } else { name }
        })
        .collect()
}

fn asks_to_save(w: &Window) -> bool {
    w.harness.query_by_role_and_label(Role::Dialog, "Save your changes?").is_some()
}

#[test]
fn maps_stand_in_tabs() {
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("one.ron"), folder.path().join("two.ron"));
    std::fs::write(&one, bytes(&small_map())).unwrap();
    std::fs::write(&two, bytes(&map_of("Two"))).unwrap();
    let mut w = Window::with(Startup { files: vec![one.clone()], ..Startup::default() });
    w.until(|w| w.editor().name() == "one");
    assert!(tabs(&w).is_empty(), "one map needs no row of tabs");
    w.push(Command::OpenPath(two));
    w.until(|w| w.editor().name() == "two");
    assert_eq!(tabs(&w), ["one", "[two]"]);
    w.press(Modifiers::COMMAND, Key::Tab);
    assert_eq!((tabs(&w), w.texts().len()), (vec!["[one]".to_owned(), "two".to_owned()], 3));
    // Each has a history of its own.
    delete(&mut w, VOTES);
    assert_eq!(tabs(&w), ["[one, unsaved changes]", "two"]);
    w.press(Modifiers::COMMAND, Key::PageDown);
    assert_eq!((w.texts(), w.editor().undo_label()), (vec!["Two".to_owned()], None));
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab);
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(tabs(&w), ["[one]", "two"]);
    // What is open already is shown, not read again.
    w.harness.get_by_role_and_label(Role::Tab, "two").click();
    w.settle();
    w.push(Command::OpenPath(one));
    w.settle();
    assert_eq!(tabs(&w), ["[one]", "two"]);
    // Dragged past its neighbour, a tab takes its place.
    let from = w.harness.get_by_role_and_label(Role::Tab, "one").rect().center();
    let to = w.harness.get_by_role_and_label(Role::Tab, "two").rect().center();
    w.drag(from, to);
    assert_eq!(tabs(&w), ["two", "[one]"]);
    w.press(Modifiers::COMMAND, Key::N);
    assert_eq!(tabs(&w), ["two", "one", "[Untitled]"]);
    w.press(Modifiers::COMMAND, Key::N);
    assert_eq!(tabs(&w), ["two", "one", "[Untitled]"], "an untouched map is used");
    w.press(Modifiers::COMMAND, Key::W);
    assert_eq!(tabs(&w), ["two", "[one]"]);
    w.button("Close one");
    assert_eq!((tabs(&w), w.texts()), (vec![], vec!["Two".to_owned()]));
    w.press(Modifiers::COMMAND, Key::W);
    assert_eq!(w.editor().map().node_count(), 0);
}

#[test]
fn closing_asks_about_unsaved_changes() {
    let mut w = Window::on(small_map());
    delete(&mut w, VOTES);
    for key in [Key::W, Key::Q] {
        w.press(Modifiers::COMMAND, key);
        assert!(asks_to_save(&w));
        w.button("Cancel");
        assert!(!asks_to_save(&w));
        assert_eq!(w.texts().len(), 2);
    }
    w.press(Modifiers::COMMAND, Key::N);
    assert!(!asks_to_save(&w), "a new map takes nothing away");
    w.press(Modifiers::COMMAND, Key::PageUp);
    w.press(Modifiers::COMMAND, Key::W);
    w.button("Discard");
    assert_eq!(w.editor().map().node_count(), 0);
}

#[test]
fn quitting_saves_every_map_that_needs_it() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = ["one.ron", "two.ron", "three.ron"].map(|name| folder.path().join(name)).into();
    for file in &files {
        std::fs::write(file, bytes(&small_map())).unwrap();
    }
    let mut w = Window::with(Startup { files: files.clone(), ..Startup::default() });
    w.until(|w| tabs(w).len() == 3);
    for name in ["one", "three"] {
        w.harness.get_by(|n| n.role() == Role::Tab && n.label().as_deref() == Some(name)).click();
        w.settle();
        delete(&mut w, VOTES);
    }
    w.press(Modifiers::COMMAND, Key::Q);
    assert!(asks_to_save(&w));
    w.harness.get_by_label("2 maps have changes that are not saved. Save them before closing?");
    w.button("Save all");
    w.until(|w| tabs(w).iter().all(|t| !t.contains("unsaved")));
    let held = |path: &Path| std::fs::read_to_string(path).unwrap().contains(VOTES);
    assert_eq!(files.iter().map(|f| held(f)).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn a_file_is_opened_changed_and_saved() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nader.ron");
    std::fs::write(&file, bytes(&small_map())).unwrap();
    let mut w = Window::on(ArgumentMap::default());
    w.push(Command::OpenPath(file.clone()));
    w.until(|w| w.editor().path().is_some());
    assert_eq!(w.texts().len(), 3);

    // What is being typed is saved too.
    w.card(TENNESSEE).click();
    w.settle();
    w.press(Modifiers::NONE, Key::Enter);
    w.type_text("He lost Tennessee");
    w.press(Modifiers::COMMAND, Key::S);
    w.until(|w| !w.editor().is_dirty());
    assert!(std::fs::read_to_string(&file).unwrap().contains("He lost Tennessee"));

    // Somebody else writes the file: saving asks before it overwrites.
    std::fs::write(&file, bytes(&ArgumentMap::new("other"))).unwrap();
    w.press(Modifiers::NONE, Key::Delete);
    w.press(Modifiers::COMMAND, Key::S);
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "The file has changed").is_some());
    w.button("Cancel");
    assert!(w.editor().is_dirty());
    w.press(Modifiers::COMMAND, Key::S);
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "The file has changed").is_some());
    w.button("Overwrite");
    w.until(|w| !w.editor().is_dirty());
    assert!(std::fs::read_to_string(&file).unwrap().contains(VOTES));
}

#[derive(Debug)]
pub struct Dropped(pub std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|e| e.to_string())
    }
}

#[test]
fn a_file_dropped_on_the_window_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("square.argdown");
    std::fs::write(&file, "[Square]: The square should be closed to cars.\n    - [Shops]: Shops would lose customers.\n").unwrap();
    let mut w = Window::on(small_map());
    w.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(file)));
    w.until(|w| w.editor().map().claims().count() == 2);
    assert_eq!(w.editor().path(), None, "Save does not overwrite Argdown with the native format");

    // What cannot be read leaves the map alone and says why.
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "(format: 1, colour: 3)").unwrap();
    w.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(broken)));
    w.until(|w| w.harness.query_all_by_label_contains("colour").next().is_some());
    assert_eq!(w.editor().map().claims().count(), 2);
}

#[test]
fn a_recent_file_that_is_gone_is_no_longer_offered() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path().join("config"));
    let gone = folder.path().join("gone.ron");
    config.note_recent(&gone).unwrap();
    let mut w = Window::with(Startup { config: Some(config.clone()), ..Startup::default() });
    w.push(Command::OpenPath(gone));
    w.until(|w| w.harness.query_all_by_label_contains("There is no file").next().is_some());
    assert!(config.recent_files().is_empty());
}

fn notice(w: &Window, part: &str) -> bool {
    w.harness.query_all_by_label_contains(part).next().is_some()
}

#[test]
fn two_windows_never_write_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nader.ron");
    std::fs::write(&file, bytes(&small_map())).unwrap();
    let startup = Startup { files: vec![file.clone()], config: Some(Config::at(folder.path().join("config"))) };
    let mut first = Window::with(startup.clone());
    first.until(|w| w.editor().path().is_some());
    let mut second = Window::with(startup.clone());
    second.until(|w| w.texts().len() == 3);
    assert_eq!(second.editor().path(), None, "a copy without a file");
    assert!(notice(&second, "nader.ron is open in another window"));
    second.press(Modifiers::COMMAND, Key::S);
    assert!(second.harness.query_by_role_and_label(Role::Dialog, "Save the map as").is_some(), "saving asks for a name");
    second.press(Modifiers::NONE, Key::Escape);
    // Not even under the same name, and by no other way to write it.
    second.push(Command::SaveTo(folder.path().join("config/../nader.ron")));
    second.until(|w| notice(w, "is open in another window or tab (process"));
    second.push(Command::SaveTo(folder.path().join("other.ron")));
    second.until(|w| w.editor().path().is_some());
    assert!(!notice(&second, "nader.ron is open"), "it has a file of its own now");
    delete(&mut first, VOTES);
    first.push(Action::Save);
    first.until(|w| !w.editor().is_dirty());
    // The file is free as soon as it is closed.
    first.press(Modifiers::COMMAND, Key::W);
    second.push(Command::OpenPath(file.clone()));
    second.until(|w| w.editor().path() == Some(file.as_path()));
}

#[test]
fn what_another_program_wrote_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nader.ron");
    std::fs::write(&file, bytes(&small_map())).unwrap();
    let mut w = Window::with(Startup { files: vec![file.clone()], ..Startup::default() });
    w.until(|w| w.editor().path().is_some());
    let other_program = |w: &mut Window, map: &ArgumentMap| {
        w.harness.input_mut().focused = false;
        w.settle();
        std::fs::write(&file, bytes(map)).unwrap();
        w.harness.input_mut().focused = true;
        w.settle();
    };
    other_program(&mut w, &map_of("Theirs"));
    w.until(|w| notice(w, "Another program has changed nader.ron."));
    w.button("Load it again");
    w.until(|w| w.texts() == ["Theirs"]);
    assert!(!w.editor().is_dirty() && tabs(&w).is_empty());
    // With changes of one's own, theirs come beside them.
    delete(&mut w, "Theirs");
    other_program(&mut w, &small_map());
    w.until(|w| notice(w, "and you have changes that are not saved"));
    w.button("Open theirs beside");
    w.until(|w| w.texts().len() == 3);
    assert_eq!(tabs(&w), ["nader, unsaved changes", "[nader (as in its file)]"]);
    w.press(Modifiers::COMMAND, Key::Tab);
    w.harness.input_mut().focused = false;
    w.settle();
    w.harness.input_mut().focused = true;
    w.settle();
    std::thread::sleep(std::time::Duration::from_millis(100));
    w.settle();
    assert!(!notice(&w, "Another program has changed"), "said once");
}

#[test]
fn a_typed_path_replaces_nothing_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("there.ron");
    std::fs::write(&file, "precious").unwrap();
    let mut w = Window::on(small_map());
    for answer in ["Cancel", "Replace"] {
        w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "Save the map as").is_some());
        w.field("Path").focus();
        w.settle();
        w.press(Modifiers::COMMAND, Key::A);
        w.type_text(&file.to_string_lossy());
        w.press(Modifiers::NONE, Key::Enter);
        assert!(w.harness.query_by_role_and_label(Role::Dialog, "Replace the file?").is_some());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
        w.button(answer);
    }
    w.until(|w| w.editor().path() == Some(file.as_path()));
    assert_eq!(std::fs::read_to_string(folder.path().join("there.ron~")).unwrap(), "precious");
}

#[test]
fn recent_files_are_offered_while_they_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path().join("config"));
    let (there, gone) = (folder.path().join("still there.ron"), folder.path().join("long gone.ron"));
    std::fs::write(&there, bytes(&small_map())).unwrap();
    for path in [&there, &gone] {
        config.note_recent(path).unwrap();
    }
    let mut w = Window::with(Startup { config: Some(config.clone()), ..Startup::default() });
    let offered = |w: &mut Window, name: &str| {
        w.button("File");
        let offered = w.harness.query_by_role_and_label(Role::Button, name).is_some();
        w.press(Modifiers::NONE, Key::Escape);
        offered
    };
    w.harness.run_steps(10);
    std::thread::sleep(std::time::Duration::from_millis(100));
    w.settle();
    assert!(offered(&mut w, "still there") && !offered(&mut w, "long gone"));
    w.push(Action::ClearRecent);
    assert!(!offered(&mut w, "still there"));
    assert!(config.recent_files().is_empty());
}

#[test]
fn a_message_stays_while_it_is_read_and_takes_its_step_back() {
    let mut w = Window::on(small_map());
    delete(&mut w, VOTES);
    assert_eq!(w.texts().len(), 2, "and the relation that it was a premise of");
    let at = w.harness.get_by_role_and_label(Role::Link, "Undo").rect().center();
    w.harness.event(egui::Event::PointerMoved(at));
    w.harness.run_steps(200);
    w.harness.get_by_role_and_label(Role::Link, "Undo").focus();
    w.harness.event(egui::Event::PointerMoved(egui::pos2(5.0, 400.0)));
    w.harness.run_steps(200);
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.texts().len(), 3);
    assert!(w.harness.query_by_role_and_label(Role::Link, "Undo").is_none());
}

#[test]
#[cfg(unix)]
fn what_takes_long_shows_how_far_it_is_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("endless.ron");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no mkfifo");
        return;
    }
    let mut w = Window::on(small_map());
    w.push(Command::OpenPath(pipe.clone()));
    let shown = |w: &Window| w.harness.query_by_role_and_label(Role::ProgressIndicator, "Opening").is_some();
    assert!(!shown(&w), "what is done at once needs no telling");
    w.until(shown);
    w.button("Stop what runs");
    assert!(!shown(&w));
    // The job lets go of the file at its next look, perhaps before all is written; nothing of it is shown.
    let _ = std::fs::write(&pipe, bytes(&map_of("Late")));
    w.harness.run_steps(20);
    assert!(tabs(&w).is_empty() && w.texts().len() == 3);
}
