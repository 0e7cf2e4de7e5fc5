//! What stands around the canvas: the menu bar in narrow windows, check marks, the status line while one writes.

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::editor::{Action, Command, Menu};

use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

/// Where the buttons of the menu bar stand, with their names.
fn bar(w: &Window) -> Vec<(String, Rect)> {
    let buttons = w.harness.get_all_by_role(Role::Button).filter(|b| b.rect().center().y < 36.0);
    buttons.map(|b| (b.accesskit_node().label().unwrap_or_default(), b.rect())).collect()
}

#[test]
fn nothing_in_the_menu_bar_overlaps_in_a_narrow_window() {
    let mut w = Window::on(small_map());
    let has = |w: &Window, name: &str| bar(w).iter().any(|(label, _)| label == name);
    for width in [1280.0, 700.0, 620.0, 560.0, 480.0, 400.0] {
        w.harness.set_size(vec2(width, 500.0));
        w.settle();
        let buttons = bar(&w);
        for (i, (name, rect)) in buttons.iter().enumerate() {
            assert!(rect.right() <= width, "{name} at {width}");
            for (other, place) in &buttons[i + 1..] {
                assert!(!rect.shrink(0.5).intersects(place.shrink(0.5)), "{name} on {other} at {width}");
            }
        }
        assert!(Menu::ALL.iter().all(|menu| has(&w, menu.title())), "{width}");
        assert!(has(&w, "Find a command") || width < 480.0, "{width}");
        assert!(has(&w, "Undo") || width < 600.0, "{width}");
    }
}

#[test]
fn the_view_menu_says_what_is_on() {
    let mut w = Window::on(small_map());
    let toggled = |w: &mut Window, action: Action| {
        w.button(Menu::View.title());
        let line = w.harness.get_by_role_and_label(Role::MenuItemCheckBox, action.title());
        let toggled = line.accesskit_node().toggled();
        w.press(Modifiers::NONE, Key::Escape);
        toggled
    };
    for action in [Action::ShowInspector, Action::ShowOutline, Action::ToggleMinimap, Action::ToggleFilter] {
        let before = toggled(&mut w, action);
        assert_eq!(before, Some(Toggled::from(matches!(action, Action::ShowInspector | Action::ToggleMinimap))), "{action:?}");
        w.push(action);
        assert_ne!(toggled(&mut w, action), before, "{action:?}");
    }
}

#[test]
fn a_menu_longer_than_the_window_scrolls() {
    let mut w = Window::on(small_map());
    w.harness.set_size(vec2(700.0, 400.0));
    w.settle();
    w.button(Menu::View.title());
    let line = |w: &Window| w.harness.get_by_role_and_label(Role::MenuItemCheckBox, Action::ShowHistory.title()).rect();
    assert!(line(&w).top() > 400.0);
    let at = w.harness.get_by_role_and_label(Role::Button, Action::LayOut.title()).rect();
    assert!(at.top() > 30.0, "it stands below the bar: {at}");
    w.harness.event(egui::Event::PointerMoved(at.center()));
    w.harness.step();
    let wheel = egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -2000.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    };
    w.harness.event(wheel);
    w.harness.run_steps(20);
    assert!(line(&w).bottom() < 400.0, "{}", line(&w));
    let at = line(&w).center();
    w.click_at(at);
    assert!(w.harness.query_by_role_and_label(Role::Tab, Action::ShowHistory.title()).is_some());
}

/// What is found in a claim without words.
const EMPTY: &str = "has no text";

#[test]
fn a_claim_is_no_problem_while_it_is_written() {
    let mut w = Window::on(small_map());
    let has = |w: &Window, part: &str| {
        let says = |s: Option<String>| s.is_some_and(|s| s.contains(part));
        w.harness.query_all_by(move |n| says(n.label()) || says(n.value())).next().is_some()
    };
    w.push(Action::ShowProblems);
    w.push(Command::Select(vec![w.claim(NADER)]));
    w.press(Modifiers::NONE, Key::R);
    w.harness.run_steps(20);
    assert!(w.texts().contains(&String::new()) && !has(&w, EMPTY), "while it is written");
    w.type_text("Many Democrats voted for Bush");
    w.press(Modifiers::NONE, Key::Enter);
    w.harness.run_steps(20);
    assert!(!has(&w, EMPTY));
    // Emptied later, it is one.
    w.push(Command::SetText { node: w.claim(TENNESSEE), text: String::new() });
    w.harness.run_steps(20);
    assert!(has(&w, EMPTY) && w.texts().contains(&VOTES.to_owned()));
}
