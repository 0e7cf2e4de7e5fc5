//! Selecting, writing, connecting, dialogs, panels: the first things that one does.

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::kittest::Queryable;
use elenchus::base::ViewId;
use elenchus::editor::{Action, Menu};
use elenchus::model::{MapBuilder, Placement, RelationKind};

use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

#[test]
fn a_click_selects_and_the_inspector_shows_it() {
    let mut w = Window::on(small_map());
    w.card(NADER).click();
    w.settle();
    assert_eq!(w.selected(), [w.claim(NADER)]);
    assert_eq!(w.field("Text").value().as_deref(), Some(NADER));
    w.harness.get_by_label("Attribution: Gil Troy asserts");
    w.click_at(pos2(30.0, 800.0));
    assert!(w.selected().is_empty());
}

#[test]
fn writing_on_a_card() {
    let mut w = Window::on(small_map());
    let at = w.card(TENNESSEE).rect().center();
    for pressed in [true, false, true, false] {
        w.pointer(at, pressed);
    }
    w.settle();
    assert!(w.field("Text of the claim").is_focused(), "a double click writes");
    w.type_text("He lost Tennessee");
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.texts().contains(&"He lost Tennessee".to_owned()), "{:?}", w.texts());
    w.press(Modifiers::COMMAND, Key::Z);
    assert!(w.texts().contains(&TENNESSEE.to_owned()), "one step back");
    // Enter writes on the selected card; Escape leaves it as it was.
    w.press(Modifiers::NONE, Key::Enter);
    w.type_text("nonsense");
    w.press(Modifiers::NONE, Key::Escape);
    assert!(w.texts().contains(&TENNESSEE.to_owned()));
    assert!(w.harness.query_by_label("Text of the claim").is_none());
}

#[test]
fn r_adds_a_rebuttal_and_undo_takes_it_back() {
    let mut w = Window::on(small_map());
    w.card(NADER).click();
    w.settle();
    w.press(Modifiers::NONE, Key::R);
    w.type_text("Most of them would have stayed at home");
    w.press(Modifiers::NONE, Key::Enter);
    let target = w.claim(NADER);
    let rebuttal = w.claim("Most of them would have stayed at home");
    let relation = w.editor().map().relations_from(rebuttal)[0];
    assert_eq!(w.editor().map().target(relation), Some(target));
    assert_eq!(w.editor().map().relation(relation).unwrap().kind, RelationKind::Rebuttal);
    let with = w.editor().map().clone();
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(w.editor().map().node_count(), small_map().node_count(), "adding and writing are one step");
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(*w.editor().map(), with);
}

#[test]
fn the_palette_runs_commands_and_finds_claims() {
    let mut w = Window::on(small_map());
    w.press(Modifiers::COMMAND, Key::K);
    w.type_text("select all");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.selected().len(), small_map().node_count());
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    w.type_text("tennessee");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.selected(), [w.claim(TENNESSEE)]);
    assert!(w.harness.query_by_label("Find a command or a claim").is_none(), "it closes");
}

#[test]
fn delete_and_its_undo() {
    let mut w = Window::on(small_map());
    w.card(VOTES).click();
    w.settle();
    w.press(Modifiers::NONE, Key::Delete);
    assert_eq!(w.texts().len(), 2);
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*w.editor().map().as_ref(), small_map());
}

#[test]
fn dragging_moves_in_one_step() {
    let mut w = Window::on(small_map());
    let from = w.card(TENNESSEE).rect().left_top() + vec2(6.0, 6.0);
    w.drag(from, from + vec2(60.0, 90.0));
    let (id, view) = (w.claim(TENNESSEE), ViewId::main());
    let placement = w.editor().map().placement(view, id).unwrap();
    assert!((placement.x - 280).abs() <= 1 && (placement.y - 210).abs() <= 1, "{placement:?}");
    assert_eq!(w.editor().done_labels().count(), 1);
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(w.editor().map().placement(view, id).unwrap().x, 220);
}

#[test]
fn connecting_by_dragging_the_grip() {
    let mut w = Window::on(small_map());
    w.card(TENNESSEE).click();
    w.settle();
    let grip = w.harness.get_by_label_contains("Connect “Gore lost").rect().center();
    let target = w.card(NADER).rect().left_top() + vec2(10.0, 10.0);
    w.drag(grip, target);
    w.button("Rebuttal");
    let (from, to) = (w.claim(TENNESSEE), w.claim(NADER));
    let relation = w.editor().map().relations_from(from)[0];
    assert_eq!(w.editor().map().target(relation), Some(to));
    // And onto a relation: an undercut.
    w.press(Modifiers::COMMAND, Key::Z);
    w.card(TENNESSEE).click();
    w.settle();
    let grip = w.harness.get_by_label_contains("Connect “Gore lost").rect().center();
    let handle = w.relation("Support").rect().center();
    w.drag(grip, handle);
    w.button("Undercut");
    let relation = w.editor().map().relations_from(from)[0];
    assert!(w.editor().map().is_undercut(relation));
}

#[test]
fn a_chip_opens() {
    let mut w = Window::on(small_map());
    let chip = w.harness.get_by_label_contains("Attribution: Gil Troy asserts “Nader").rect().center();
    w.click_at(chip);
    w.harness.get_by_label("Edit attribution");
    assert!(w.harness.query_all_by_label_contains("The spoiler myth").count() >= 2, "on the canvas and in the window beside the chip");
    let editor = w.editor();
    let lead = editor.selection().lead().unwrap();
    assert!(editor.map().attribution(lead).is_some());
}

#[test]
fn the_theme_toggles() {
    let mut w = Window::on(small_map());
    assert!(!w.harness.ctx.global_style().visuals.dark_mode);
    w.button("Switch to dark theme");
    assert!(w.harness.ctx.global_style().visuals.dark_mode);
    w.button("Switch to light theme");
    assert!(!w.harness.ctx.global_style().visuals.dark_mode);
}

#[test]
fn every_command_is_in_the_menus() {
    let mut w = Window::on(small_map());
    for menu in Menu::ALL {
        w.button(menu.title());
        for action in Action::ALL.iter().filter(|a| a.info().menu == *menu) {
            let title = action.title();
            assert!(w.harness.query_all_by_label_contains(title).next().is_some(), "{title} in {}", menu.title());
        }
        w.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn the_inspector_edits_fields() {
    let mut w = Window::on(small_map());
    w.card(NADER).click();
    w.settle();
    w.field("Title").click();
    w.settle();
    w.type_text("Spoiler");
    // A click elsewhere commits, even one that changes what the inspector shows.
    w.card(VOTES).click();
    w.settle();
    let id = w.claim(NADER);
    assert_eq!(w.editor().map().claim(id).unwrap().title, "Spoiler");
    assert_eq!(w.editor().undo_label(), Some("Edit title"));
}

#[test]
fn a_speaker_is_made_on_the_spot() {
    let mut w = Window::on(small_map());
    w.card(VOTES).click();
    w.settle();
    w.press(Modifiers::NONE, Key::A);
    w.type_text("Ralph Nader");
    w.press(Modifiers::NONE, Key::Enter);
    let editor = w.editor();
    let id = editor.selection().lead().unwrap();
    let speaker = editor.map().attribution(id).unwrap().speaker.unwrap();
    assert_eq!(editor.map().speaker(speaker).unwrap().name, "Ralph Nader");
}

#[test]
fn the_arrow_keys_and_tab_walk_the_canvas() {
    let mut w = Window::on(small_map());
    w.card(NADER).click();
    w.settle();
    w.press(Modifiers::NONE, Key::ArrowDown);
    assert_ne!(w.selected(), [w.claim(NADER)]);
    assert_eq!(w.selected().len(), 1);
    w.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(w.selected(), [w.claim(NADER)]);
    assert!(w.card(NADER).is_focused(), "the keyboard goes with the selection");
    w.press(Modifiers::NONE, Key::Tab);
    assert_ne!(w.selected(), [w.claim(NADER)]);
}

#[test]
fn a_layout_runs_beside_the_window() {
    let mut w = Window::on(small_map());
    w.push(Action::LayOut);
    let began = Instant::now();
    while w.editor().done_labels().count() == 0 && began.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(5));
        w.harness.step();
    }
    assert_eq!(w.editor().done_labels().count(), 1, "applied as one step");
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*w.editor().map().as_ref(), small_map());
}

#[test]
fn nothing_moves_while_nothing_happens() {
    let mut w = Window::on(small_map());
    w.harness.run_steps(40);
    let before = w.harness.ctx.cumulative_frame_nr();
    w.harness.run();
    assert!(w.harness.ctx.cumulative_frame_nr() - before <= 4, "an idle window is not drawn");
}

#[test]
fn problems_are_listed_and_lead_to_their_place() {
    let mut b = MapBuilder::new(1);
    let (empty, nader) = (b.claim(""), b.claim(NADER));
    for (id, x) in [(empty, -200), (nader, 200)] {
        b.place(ViewId::main(), id, Placement { x, y: 0, pinned: false });
    }
    let mut w = Window::on(b.finish());
    w.harness.run_steps(20);
    w.button("Problems: 1 problem");
    let row = w.harness.get_by(|n| n.role() == Role::Button && n.label().is_some_and(|l| l.starts_with("warning: ")));
    row.click();
    w.settle();
    assert_eq!(w.selected(), [empty]);
}
