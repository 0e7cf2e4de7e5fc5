//! The maps that were open last are open again at the next start.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::editor::{Action, Command};
use elenchus::io::Config;

use crate::files::{bytes, tabs};
use crate::harness::{Window, small_map};

fn start(config: &Path, files: &[&PathBuf]) -> Window {
    let files = files.iter().map(|file| (*file).clone()).collect();
    Window::with(Startup { files, config: Some(Config::at(config)) })
}

#[test]
fn what_was_open_is_open_again() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config");
    let [one, two, three] = ["one.ron", "two.ron", "three.ron"].map(|name| folder.path().join(name));
    for file in [&one, &two, &three] {
        std::fs::write(file, bytes(&small_map())).unwrap();
    }
    let mut w = start(&config, &[&one]);
    w.until(|w| w.editor().name() == "one");
    for file in [&two, &three] {
        w.push(Command::OpenPath(file.clone()));
        w.until(|w| w.editor().path() == Some(file.as_path()));
    }
    // What has no file is not remembered.
    w.press(Modifiers::COMMAND, Key::N);
    w.push(Action::PreviousTab);
    w.push(Action::PreviousTab);
    assert_eq!(tabs(&w), ["one", "[two]", "three", "Untitled"]);
    let recent = Config::at(&config).recent_files();

    // A second window beside it begins empty and remembers nothing.
    let mut second = start(&config, &[]);
    second.settle();
    assert!(!second.app().is_busy() && second.editor().map().node_count() == 0);
    drop(second);
    drop(w);
    for _ in 0..3 {
        let mut w = start(&config, &[]);
        w.until(|w| tabs(w).len() == 3);
        assert_eq!(tabs(&w), ["one", "[two]", "three"]);
        assert!(w.editor().map().node_count() > 0 && !w.editor().is_dirty());
        assert_eq!(Config::at(&config).recent_files(), recent, "nothing new was used");
    }

    // What is missing is said, and nothing waits for it.
    std::fs::remove_file(&one).unwrap();
    let mut w = start(&config, &[]);
    w.until(|w| tabs(w).len() == 2 && w.harness.query_all_by_label_contains("There is no file").next().is_some());
    assert_eq!(tabs(&w), ["[two]", "three"]);
    w.settle();
    assert_eq!(Config::at(&config).session().files, [two.clone(), three.clone()]);
    drop(w);

    // Whoever asks for a file gets that one alone, and that is what was open last then.
    let mut w = start(&config, &[&three]);
    w.until(|w| w.editor().name() == "three");
    w.settle();
    assert!(tabs(&w).is_empty());
    drop(w);
    let mut w = start(&config, &[]);
    w.until(|w| w.editor().name() == "three");
    w.press(Modifiers::COMMAND, Key::W);
    drop(w);
    let mut w = start(&config, &[]);
    w.settle();
    assert!(w.editor().path().is_none() && !w.app().is_busy(), "closed is closed");
}

#[test]
fn a_session_that_cannot_be_read_is_none() {
    let folder = tempfile::tempdir().unwrap();
    for broken in ["", "nonsense", "(files: 7)", "(files: [\"\"], shown: Some(\"/\"))"] {
        std::fs::write(folder.path().join("session.ron"), broken).unwrap();
        let mut w = start(folder.path(), &[]);
        w.until(|w| !w.app().is_busy());
        assert_eq!(w.editor().map().node_count(), 0, "{broken}");
    }
}
