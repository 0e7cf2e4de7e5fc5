//! What an empty window offers, and the tour.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::editor::{Action, Shipped};
use elenchus::io::Config;

use crate::harness::Window;

const NONE: Modifiers = Modifiers::NONE;

fn empty() -> Window {
    let mut window = Window::with(Startup::default());
    window.settle();
    window
}

#[test]
fn a_template_waits_to_be_overwritten() {
    for template in Shipped::TEMPLATES {
        let mut w = empty();
        w.button(&format!("Template: {}", template.title()));
        w.until(|w| w.editor().map().node_count() > 0);
        assert_eq!(w.editor().selection().nodes().len(), w.texts().len(), "every claim is selected");
        assert!(w.editor().path().is_none() && w.editor().name() == "Untitled" && !w.editor().is_dirty());
        assert!(w.field("Text of the claim").is_focused());
        w.type_text("Overwritten");
        w.press(NONE, Key::Enter);
        let lead = w.editor().selection().lead().unwrap();
        assert_eq!(w.editor().map().claim(lead).unwrap().text, "Overwritten");
        assert_eq!(w.editor().done_labels().count(), 1);
    }
}

#[test]
fn the_start_page_is_walked_by_keys() {
    let mut w = empty();
    let new = || Action::AddClaim.title();
    assert!(w.harness.get_by_label(new()).is_focused());
    for _ in 0..4 {
        w.press(NONE, Key::Tab);
    }
    assert!(w.harness.get_by_label("Template: Pro and con").is_focused());
    w.press(NONE, Key::Enter);
    w.until(|w| w.editor().map().node_count() > 0);
    assert!(w.harness.query_by_label("Template: Pro and con").is_none(), "the map takes its place");

    let mut w = empty();
    w.press(NONE, Key::Enter);
    assert!(w.field("Text of the claim").is_focused());
    w.type_text("Press Enter and write");
    w.press(NONE, Key::Enter);
    assert_eq!(w.texts(), ["Press Enter and write"]);
}

#[test]
fn examples_and_recent_files_open() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path());
    let mut w = Window::with(Startup { config: Some(config.clone()), ..Startup::default() });
    w.settle();
    w.button("Example: The library at night");
    w.until(|w| w.editor().map().node_count() > 0);
    let file = folder.path().join("kept.ron");
    w.push(elenchus::editor::Command::SaveTo(file));
    w.until(|w| w.editor().path().is_some());
    w.press(Modifiers::COMMAND, Key::N);
    assert_eq!(w.editor().map().node_count(), 0);
    w.button("Recent file: kept");
    w.until(|w| w.editor().map().node_count() > 0);
    assert_eq!(w.editor().name(), "kept");
}

#[test]
fn the_tour_is_done_by_keys() {
    let mut w = empty();
    w.button("One-minute tour");
    let at = |w: &Window, number: usize| w.harness.query_by_label(&format!("{number} of 8")).is_some();
    assert!(at(&w, 1) && w.harness.query_by_label_contains("Press C, or double-click").is_some());
    assert!(w.harness.query_by_label("Template: Blank").is_none(), "nothing stands in the way");
    for (step, key, words) in [
        (1, Key::C, "Nader cost Gore the election"),
        (2, Key::S, "Many voted for Nader"),
        (3, Key::R, "Not that many"),
        (4, Key::U, "A few are enough"),
    ] {
        assert!(at(&w, step), "step {step}");
        w.press(NONE, key);
        w.type_text(words);
        assert!(at(&w, step), "not done before it is written");
        w.press(NONE, Key::Enter);
    }
    assert!(at(&w, 5));
    w.press(NONE, Key::A);
    w.type_text("Gil Troy");
    w.press(NONE, Key::Enter);
    assert!(at(&w, 6));
    w.press(Modifiers::COMMAND, Key::F);
    w.type_text("gore");
    assert!(at(&w, 7));
    w.press(NONE, Key::Escape);
    w.press(Modifiers::COMMAND, Key::Z);
    assert!(at(&w, 8));
    w.press(Modifiers::COMMAND, Key::Num0);
    assert!(w.harness.query_by_label("That is all it takes").is_some());
    w.button("Close");
    assert!(w.harness.query_by_label("That is all it takes").is_none());
    assert!(w.texts().len() == 4, "the map stays");
}

#[test]
fn the_tour_is_skipped_and_left() {
    let mut w = empty();
    w.push(Action::StartTour);
    w.button("Skip");
    assert!(w.harness.query_by_label("2 of 8").is_some());
    w.button("End the tour");
    assert!(w.harness.query_by_label("2 of 8").is_none() && w.harness.query_by_label("Template: Blank").is_some());
}
