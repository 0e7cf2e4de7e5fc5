//! Nothing is drawn without cause: an open window that nobody touches rests.

use std::time::Duration;

use elenchus::editor::{Action, Command};

use crate::harness::{NADER, Window, small_map};

/// Until when the next frame can wait.
fn rest(w: &mut Window) -> Duration {
    w.harness.run_steps(120);
    let output = &w.harness.output().viewport_output;
    output.values().map(|viewport| viewport.repaint_delay).min().unwrap_or(Duration::ZERO)
}

#[test]
fn a_window_at_rest_asks_for_no_frame() {
    let mut w = Window::on(small_map());
    assert_eq!(rest(&mut w), Duration::MAX, "as it opens");
    let nader = w.claim(NADER);
    w.push(Command::Select(vec![nader]));
    assert_eq!(rest(&mut w), Duration::MAX, "something selected");
    for panel in [Action::ShowOutline, Action::ShowHistory, Action::ShowSpeakers, Action::ShowSources, Action::ShowProblems] {
        w.push(panel);
        assert_eq!(rest(&mut w), Duration::MAX, "{panel:?}");
    }
    for bar in [Action::ToggleFilter, Action::Focus, Action::ToggleFold] {
        w.push(bar);
        assert_eq!(rest(&mut w), Duration::MAX, "{bar:?}");
    }
}
