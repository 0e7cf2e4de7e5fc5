//! Hands on the canvas: drawing lines, dropping claims on claims, snapping, aligning, menus, the wheel, the minimap.

use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2, pos2, vec2};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::base::{NodeId, ViewId};
use elenchus::editor::{Action, Command};
use elenchus::io::Config;
use elenchus::model::{ArgumentMap, MapBuilder, Placement, RelationKind};

use crate::files::Dropped;
use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

/// Claims in their places, nothing between them.
fn claims(of: &[(&str, i32, i32)]) -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    for (text, x, y) in of {
        let id = b.claim(*text);
        b.place(ViewId::main(), id, Placement { x: *x, y: *y, pinned: false });
    }
    b.finish()
}

fn centre(w: &Window, text: &str) -> Pos2 {
    w.card(text).rect().center()
}

/// Where a claim can be taken without touching its edge or its middle.
fn hold(w: &Window, text: &str) -> Pos2 {
    w.card(text).rect().left_top() + vec2(9.0, 9.0)
}

fn place(w: &Window, text: &str) -> (i32, i32) {
    let p = w.editor().map().placement(ViewId::main(), w.claim(text)).unwrap();
    (p.x, p.y)
}

pub fn steps(w: &Window) -> usize {
    w.editor().done_labels().count()
}

/// Presses at `from` and moves to `to`, without letting go.
pub fn pull(w: &mut Window, from: Pos2, to: Pos2) {
    w.harness.event(Event::PointerMoved(from));
    w.harness.run_steps(2);
    w.pointer(from, true);
    for i in 1..=6 {
        w.harness.event(Event::PointerMoved(from.lerp(to, i as f32 / 6.0)));
        w.harness.step();
    }
    w.harness.step();
}

pub fn let_go(w: &mut Window, at: Pos2) {
    w.pointer(at, false);
    w.settle();
}

pub fn says(w: &Window, text: &str) -> bool {
    w.harness.query_all_by_label_contains(text).next().is_some()
}

fn click_with(w: &mut Window, at: Pos2, button: PointerButton, modifiers: Modifiers) {
    w.harness.event(Event::PointerMoved(at));
    w.harness.event(Event::ModifiersChanged(modifiers));
    for pressed in [true, false] {
        w.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        w.harness.step();
    }
    w.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    w.settle();
}

/// Clicks in an open menu; panels may have a button of that name too.
fn choose(w: &mut Window, label: &str) {
    w.harness.query_all_by_label(label).last().unwrap().click();
    w.settle();
}

fn near(a: Pos2, b: Pos2) -> bool {
    (a - b).length() < 1.0
}

/// The relation from one claim to another.
fn relation(w: &Window, from: &str, to: NodeId) -> Option<NodeId> {
    let editor = w.editor();
    let from = editor.map().claims().find(|(_, c)| c.text == from)?.0;
    editor.map().relations_from(from).into_iter().find(|r| editor.map().target(*r) == Some(to))
}

#[test]
fn a_line_from_any_edge_connects() {
    for edge in [0, 1, 2, 3] {
        let mut w = Window::on(small_map());
        let card = w.card(TENNESSEE).rect();
        let from = [
            card.left_center() - vec2(4.0, 6.0),
            card.right_center() + vec2(4.0, 6.0),
            card.center_bottom() + vec2(30.0, 3.0),
            card.center_top() - vec2(40.0, 3.0),
        ][edge];
        let to = hold(&w, NADER);
        pull(&mut w, from, to);
        assert!(says(&w, "Drop to connect with “Nader"), "edge {edge}");
        let_go(&mut w, to);
        assert_eq!(place(&w, TENNESSEE), (220, 120), "it did not move");
        let (question, about) = (w.harness.get_by_label("Restatement").rect(), w.card(NADER).rect());
        assert!(!question.intersects(about), "the question is beside its claim: {question:?} {about:?}");
        w.press(Modifiers::NONE, Key::R);
        let made = relation(&w, TENNESSEE, w.claim(NADER)).unwrap();
        assert_eq!(w.editor().map().relation(made).unwrap().kind, RelationKind::Rebuttal);
        assert_eq!(steps(&w), 1);
    }
}

#[test]
fn a_line_dropped_on_the_ground_makes_a_claim_there() {
    for (key, modifiers, outward, kind) in [
        (Key::S, Modifiers::NONE, false, RelationKind::Support),
        (Key::R, Modifiers::NONE, false, RelationKind::Rebuttal),
        (Key::S, Modifiers::SHIFT, true, RelationKind::Support),
    ] {
        let mut w = Window::on(small_map());
        let card = w.card(TENNESSEE).rect();
        let to = card.center_bottom() + vec2(40.0, 150.0);
        pull(&mut w, card.center_bottom() + vec2(0.0, 3.0), to);
        assert!(says(&w, "Drop for a new claim here"));
        let_go(&mut w, to);
        assert_eq!(steps(&w), 0, "nothing before the answer");
        w.press(modifiers, key);
        w.type_text("Clinton won it twice");
        w.press(Modifiers::NONE, Key::Enter);
        let (new, old) = (w.claim("Clinton won it twice"), w.claim(TENNESSEE));
        let (from, target) = if outward { (old, new) } else { (new, old) };
        let editor = w.editor();
        let relation = editor.map().relations_from(from)[0];
        assert_eq!(editor.map().target(relation), Some(target));
        assert_eq!(editor.map().relation(relation).unwrap().kind, kind);
        assert!((editor.map().placement(ViewId::main(), new).unwrap().y - 290).abs() < 30, "where it was dropped");
        drop(editor);
        assert_eq!(steps(&w), 1, "claim, words and relation are one step");
        w.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(*w.editor().map().as_ref(), small_map());
    }
}

#[test]
fn a_rebuttal_dropped_on_a_link_undercuts_it() {
    let mut w = Window::on(small_map());
    let card = w.card(TENNESSEE).rect();
    // On the line itself, between its handle and the claim that it supports.
    let handle = w.relation("Support").rect().center();
    let end = w.card(NADER).rect().center_bottom();
    let mut at = pos2(handle.x, (2.0 * handle.y + end.y) / 3.0);
    pull(&mut w, card.center_top() - vec2(0.0, 3.0), at);
    while !says(&w, "Drop to connect with the support") {
        at.x += 4.0;
        assert!(at.x < end.x + 50.0, "the line is found");
        w.harness.event(Event::PointerMoved(at));
        w.harness.run_steps(2);
    }
    let_go(&mut w, at);
    w.button("Undercut");
    let from = w.claim(TENNESSEE);
    let relation = w.editor().map().relations_from(from)[0];
    assert!(w.editor().map().is_undercut(relation));
}

#[test]
fn a_line_from_a_chip_moves_the_attribution_or_makes_it_a_ground() {
    let mut w = Window::on(small_map());
    let chip = |w: &Window| w.harness.get_by_label_contains("Attribution: Gil Troy asserts “").rect().center();
    let (from, to) = (chip(&w), hold(&w, VOTES));
    pull(&mut w, from, to);
    let_go(&mut w, to);
    w.button("Says this instead");
    let attribution = w.editor().map().attributions().next().unwrap().0;
    assert_eq!(w.editor().map().content(attribution), Some(w.claim(VOTES)));
    let (from, to) = (chip(&w), hold(&w, TENNESSEE));
    pull(&mut w, from, to);
    let_go(&mut w, to);
    w.press(Modifiers::NONE, Key::S);
    let relation = w.editor().map().relations_from(attribution)[0];
    assert_eq!(w.editor().map().target(relation), Some(w.claim(TENNESSEE)));
}

#[test]
fn a_line_that_cannot_end_there_says_why() {
    let mut w = Window::on(small_map());
    let card = w.card(TENNESSEE).rect();
    let at = card.center();
    pull(&mut w, card.center_top() - vec2(0.0, 3.0), at);
    assert!(says(&w, "cannot bear on itself"));
    let_go(&mut w, at);
    assert_eq!(steps(&w), 0);
    assert!(w.harness.query_by_label("Rebuttal").is_none(), "nothing is asked");
}

#[test]
fn the_end_of_an_arrow_and_its_handle_go_to_another_claim() {
    let mut w = Window::on(small_map());
    let id = w.editor().map().relations().next().unwrap().0;
    let (from, to) = (w.relation("Support").rect().center(), centre(&w, TENNESSEE));
    pull(&mut w, from, to);
    assert!(says(&w, "Will bear on “Gore lost"));
    let_go(&mut w, to);
    assert_eq!(w.editor().map().target(id), Some(w.claim(TENNESSEE)));
    assert_eq!(steps(&w), 1);
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(w.editor().map().target(id), Some(w.claim(NADER)));
}

#[test]
fn a_claim_dropped_on_another_supports_it_instead() {
    let mut w = Window::on(small_map());
    let (from, onto) = (hold(&w, VOTES), centre(&w, TENNESSEE));
    pull(&mut w, from, onto);
    assert!(says(&w, "Will support “Gore lost his own state"));
    // Off it again: a plain move.
    let aside = onto + vec2(0.0, 200.0);
    w.harness.event(Event::PointerMoved(aside));
    w.harness.step();
    w.harness.step();
    assert!(!says(&w, "Will support"));
    w.harness.event(Event::PointerMoved(onto));
    w.harness.step();
    let_go(&mut w, onto);
    let id = w.editor().map().relations().next().unwrap().0;
    assert_eq!(w.editor().map().target(id), Some(w.claim(TENNESSEE)));
    assert_eq!(steps(&w), 1);
    assert!(says(&w, "now supports “Gore lost"));
    let (a, b) = (w.card(VOTES).rect(), w.card(TENNESSEE).rect());
    assert!(!a.intersects(b) && a.top() > b.bottom(), "it stands below: {a:?} {b:?}");
    w.harness.get_by_label("Undo").click();
    w.settle();
    assert_eq!(*w.editor().map().as_ref(), small_map());
}

#[test]
fn escape_puts_a_dragged_claim_back() {
    let mut w = Window::on(small_map());
    let (from, onto) = (hold(&w, VOTES), centre(&w, TENNESSEE));
    let before = w.card(VOTES).rect();
    pull(&mut w, from, onto);
    w.press(Modifiers::NONE, Key::Escape);
    assert_eq!(w.card(VOTES).rect(), before);
    let_go(&mut w, onto);
    assert_eq!(*w.editor().map().as_ref(), small_map());
    assert_eq!(w.selected(), [w.claim(VOTES)], "Escape ended the drag and nothing else");
}

#[test]
fn a_claim_that_bears_on_nothing_is_asked_how() {
    let mut w = Window::on(small_map());
    let (from, onto) = (hold(&w, TENNESSEE), centre(&w, VOTES));
    pull(&mut w, from, onto);
    assert!(says(&w, "Drop to choose how it bears on “97,488"));
    let_go(&mut w, onto);
    w.press(Modifiers::NONE, Key::R);
    let made = relation(&w, TENNESSEE, w.claim(VOTES)).unwrap();
    assert_eq!(w.editor().map().relation(made).unwrap().kind, RelationKind::Rebuttal);
    assert!(!w.card(TENNESSEE).rect().intersects(w.card(VOTES).rect()));
    assert_eq!(steps(&w), 1);
}

#[test]
fn no_claim_is_hung_on_what_bears_on_it() {
    let mut w = Window::on(small_map());
    let (from, onto) = (hold(&w, NADER), centre(&w, VOTES));
    pull(&mut w, from, onto);
    assert!(says(&w, "make a circle"));
    let_go(&mut w, onto);
    assert_eq!(w.editor().undo_label(), Some("Move claim"), "it was a plain move");
}

#[test]
fn a_dragged_claim_catches_on_its_neighbours() {
    let map = claims(&[("Alpha claim", 0, 0), ("Beta claim", 0, 200), ("Gamma claim", 400, 0)]);
    for (modifiers, by, expected) in [
        (Modifiers::NONE, vec2(37.0, 103.0), (40, 303)),
        (Modifiers::ALT, vec2(37.0, 103.0), (37, 303)),
        (Modifiers::COMMAND, vec2(37.0, 103.0), (37, 303)),
        // Equal edges above, and equal gaps from left to right.
        (Modifiers::NONE, vec2(203.0, -197.0), (200, 0)),
    ] {
        let mut map = map.clone();
        if expected.0 == 40 || expected.0 == 37 {
            map = claims(&[("Alpha claim", 40, 0), ("Beta claim", 0, 200), ("Gamma claim", 400, 0)]);
        }
        let mut w = Window::on(map);
        let from = hold(&w, "Beta claim");
        w.harness.event(Event::ModifiersChanged(modifiers));
        let zoom = (centre(&w, "Gamma claim").x - centre(&w, "Beta claim").x) / 400.0;
        pull(&mut w, from, from + by * zoom);
        let_go(&mut w, from + by * zoom);
        w.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        assert_eq!(place(&w, "Beta claim"), expected, "{modifiers:?} {by:?}");
    }
}

#[test]
fn the_selection_is_aligned_and_distributed_in_one_step_each() {
    let texts = ["Alpha claim", "Beta claim with rather more words than the others have", "Gamma claim"];
    let map = claims(&[(texts[0], 0, 0), (texts[1], 90, 150), (texts[2], 400, 500)]);
    type Edge = fn(&egui::Rect) -> f32;
    let tests: [(Action, Edge); 6] = [
        (Action::AlignLeft, |r| r.left()),
        (Action::AlignCenter, |r| r.center().x),
        (Action::AlignRight, |r| r.right()),
        (Action::AlignTop, |r| r.top()),
        (Action::AlignMiddle, |r| r.center().y),
        (Action::AlignBottom, |r| r.bottom()),
    ];
    for (action, edge) in tests {
        let mut w = Window::on(map.clone());
        w.push(Action::SelectAll);
        w.push(action);
        assert_eq!(steps(&w), 1, "{action:?}");
        w.push(Action::ZoomToActualSize);
        w.push(Action::ZoomToFit);
        w.harness.run_steps(20);
        let at: Vec<f32> = texts.iter().map(|t| edge(&w.card(t).rect())).collect();
        assert!(at.iter().all(|x| (x - at[0]).abs() < 1.1), "{action:?}: {at:?}");
        w.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(*w.editor().map().as_ref(), map);
    }
    let mut w = Window::on(map.clone());
    w.push(Action::SelectAll);
    w.push(Action::DistributeDown);
    let rects: Vec<egui::Rect> = texts.iter().map(|t| w.card(t).rect()).collect();
    assert!((rects[1].top() - rects[0].bottom() - (rects[2].top() - rects[1].bottom())).abs() < 2.1, "{rects:?}");
    assert_eq!((place(&w, texts[0]), place(&w, texts[2])), ((0, 0), (400, 500)), "the outermost stay");
    w.push(Command::Select(Vec::new()));
    assert!(w.editor().blocked(Action::AlignLeft).is_some());
}

#[test]
fn a_marquee_takes_claims_and_links_and_shift_click_adds_chips() {
    let mut w = Window::on(small_map());
    let all = [NADER, VOTES].map(|t| w.card(t).rect()).into_iter().reduce(egui::Rect::union).unwrap();
    w.harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    pull(&mut w, all.left_top() - vec2(20.0, 20.0), pos2(all.right() - 60.0, all.bottom() + 20.0));
    let_go(&mut w, pos2(all.right() - 60.0, all.bottom() + 20.0));
    w.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    let link = w.editor().map().relations().next().unwrap().0;
    let mut expected = vec![w.claim(NADER), w.claim(VOTES), link];
    expected.sort();
    assert_eq!(w.selected(), expected);
    assert!(w.editor().map().claim(w.editor().selection().lead().unwrap()).is_some(), "a claim leads");
    let chip = w.harness.get_by_label_contains("Attribution: Gil Troy asserts “").rect().center();
    click_with(&mut w, chip, PointerButton::Primary, Modifiers::COMMAND);
    assert_eq!(w.selected().len(), 4);
    let handle = w.relation("Support").rect().center();
    click_with(&mut w, handle, PointerButton::Primary, Modifiers::SHIFT);
    assert!(!w.selected().contains(&link));
}

#[test]
fn the_right_button_offers_what_fits() {
    let mut w = Window::on(small_map());
    let right = |w: &mut Window, at: Pos2| click_with(w, at, PointerButton::Secondary, Modifiers::NONE);
    // A claim.
    let at = centre(&w, TENNESSEE);
    right(&mut w, at);
    assert_eq!(w.selected(), [w.claim(TENNESSEE)]);
    for offered in ["Add rebuttal", "Duplicate", "Pin or unpin"] {
        assert!(says(&w, offered), "{offered}");
    }
    choose(&mut w, "Add rebuttal");
    w.press(Modifiers::NONE, Key::Escape);
    // A link, and what it does.
    let at = w.relation("Support").rect().center();
    right(&mut w, at);
    w.harness.get_by_label_contains("Kind of relation").click();
    w.settle();
    w.harness.get_by_label("Rebuttal").click();
    w.settle();
    assert_eq!(w.editor().map().relations().next().unwrap().1.kind, RelationKind::Rebuttal);
    // A chip.
    let at = w.harness.get_by_label_contains("Attribution: Gil Troy asserts “").rect().center();
    right(&mut w, at);
    choose(&mut w, "Delete");
    assert_eq!(w.editor().map().attributions().count(), 0);
    // Several.
    w.push(Action::SelectAll);
    let at = centre(&w, TENNESSEE);
    right(&mut w, at);
    w.harness.get_by_label_contains("Align").click();
    w.settle();
    choose(&mut w, "Align left");
    assert_eq!(place(&w, NADER).0.signum(), -1);
    // The ground: a claim where the menu was opened.
    let at = centre(&w, NADER) + vec2(60.0, -180.0);
    right(&mut w, at);
    assert!(w.selected().is_empty());
    choose(&mut w, "Add claim");
    w.type_text("Here");
    w.press(Modifiers::NONE, Key::Enter);
    assert!((centre(&w, "Here") - at).length() < 30.0);
    // The menu key, on what has the keyboard.
    assert!(w.card("Here").is_focused(), "what was written keeps the keyboard");
    w.press(Modifiers::SHIFT, Key::F10);
    assert!(says(&w, "Duplicate"));
}

fn wheel(w: &mut Window, at: Pos2, unit: MouseWheelUnit, delta: Vec2, modifiers: Modifiers) {
    w.harness.event(Event::PointerMoved(at));
    w.harness.event(Event::MouseWheel { unit, delta, phase: TouchPhase::Move, source: MouseWheelSource::Unknown, modifiers });
    w.harness.run_steps(30);
}

#[test]
fn wheel_trackpad_and_buttons_pan_and_zoom() {
    let mut w = Window::on(small_map());
    let at = centre(&w, NADER) + vec2(200.0, 100.0);
    let before = centre(&w, NADER);
    wheel(&mut w, at, MouseWheelUnit::Point, vec2(-30.0, 40.0), Modifiers::NONE);
    assert!(near(centre(&w, NADER), before + vec2(-30.0, 40.0)), "two fingers pan");
    let before = centre(&w, NADER);
    wheel(&mut w, at, MouseWheelUnit::Line, vec2(0.0, -1.0), Modifiers::NONE);
    assert!(centre(&w, NADER).y < before.y - 10.0, "the wheel pans");
    let width = w.card(NADER).rect().width();
    wheel(&mut w, at, MouseWheelUnit::Line, vec2(0.0, 1.0), Modifiers::COMMAND);
    let nearer = w.card(NADER).rect().width();
    assert!(nearer > width, "Ctrl and the wheel zoom");
    let fixed = centre(&w, NADER);
    w.harness.event(Event::PointerMoved(fixed));
    w.harness.event(Event::Zoom(1.3));
    w.harness.run_steps(4);
    assert!(w.card(NADER).rect().width() > nearer, "a pinch zooms");
    assert!((centre(&w, NADER) - fixed).length() < 1.0, "around the fingers");

    // The middle button pans, even from a card.
    let from = centre(&w, NADER);
    w.harness.event(Event::PointerMoved(from));
    let press = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Middle, pressed, modifiers: Modifiers::NONE };
    w.harness.event(press(from, true));
    w.harness.step();
    w.harness.event(Event::PointerMoved(from + vec2(25.0, 35.0)));
    w.harness.step();
    w.harness.event(press(from + vec2(25.0, 35.0), false));
    w.settle();
    assert!(near(centre(&w, NADER), from + vec2(25.0, 35.0)));
    // So does the space bar with the left one, and the left one alone on the ground.
    let from = centre(&w, NADER);
    let key = |pressed| Event::Key { key: Key::Space, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
    w.harness.event(key(true));
    pull(&mut w, from, from + vec2(20.0, -30.0));
    let_go(&mut w, from + vec2(20.0, -30.0));
    w.harness.event(key(false));
    w.settle();
    assert!(near(centre(&w, NADER), from + vec2(20.0, -30.0)));
    let from = centre(&w, NADER);
    let ground = w.card(NADER).rect().left_center() - vec2(80.0, 0.0);
    pull(&mut w, ground, ground + vec2(-10.0, 15.0));
    let_go(&mut w, ground + vec2(-10.0, 15.0));
    assert!(near(centre(&w, NADER), from + vec2(-10.0, 15.0)));
    assert_eq!(steps(&w), 0, "none of this changes the map");
}

#[test]
fn a_double_click_on_the_ground_writes_there() {
    let mut w = Window::on(small_map());
    let at = centre(&w, NADER) + vec2(300.0, 40.0);
    for pressed in [true, false, true, false] {
        w.pointer(at, pressed);
    }
    w.settle();
    w.type_text("A new thought");
    w.press(Modifiers::NONE, Key::Enter);
    assert!((centre(&w, "A new thought") - at).length() < 30.0);
    assert_eq!(steps(&w), 1);
}

#[test]
fn the_minimap_shows_the_rest_and_moves_the_view() {
    let mut w = Window::on(small_map());
    let name = "Minimap: drag to move the view";
    assert!(w.harness.query_by_label(name).is_none(), "all is in sight");
    w.push(Command::Select(vec![w.claim(TENNESSEE)]));
    for _ in 0..8 {
        w.push(Action::ZoomIn);
    }
    w.harness.run_steps(10);
    let map = w.harness.get_by_label(name).rect();
    assert!(w.harness.query_by_label_contains("Claim: Nader cost").is_none(), "out of sight");
    // A click goes there.
    let at = map.center_top() + vec2(0.0, 14.0);
    w.click_at(at);
    w.harness.run_steps(10);
    let there = centre(&w, NADER);
    // Dragging what is seen moves it.
    pull(&mut w, at, at + vec2(18.0, 0.0));
    let_go(&mut w, at + vec2(18.0, 0.0));
    assert!(centre(&w, NADER).x < there.x - 40.0);
    assert_eq!(steps(&w), 0);
    w.push(Action::ToggleMinimap);
    assert!(w.harness.query_by_label(name).is_none());
    w.push(Action::ToggleMinimap);
    w.harness.get_by_label(name);
}

#[test]
fn several_files_dropped_at_once_open_each_in_a_tab() {
    let folder = tempfile::tempdir().unwrap();
    let mut w = Window::on(small_map());
    for (name, text) in [
        ("square.argdown", "[Square]: The square should be closed to cars.\n    - [Shops]: Shops would lose customers.\n"),
        ("notes.txt", "Buses should run at night\n  Bars close late\n  Trains stop at midnight\n"),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        w.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(file)));
    }
    // Plain text may as well be a source.
    w.until(|w| w.harness.query_by_label("Open as map").is_some());
    w.button("Open as map");
    w.until(|w| says(w, "square") && says(w, "notes"));
    w.until(|w| w.editor().map().claims().count() == 3 && w.editor().name() != "test");
    assert!(w.texts().contains(&"Bars close late".to_owned()), "plain text is an outline: {:?}", w.texts());
    assert_eq!(w.editor().map().relations().count(), 2);
    w.push(Action::PreviousTab);
    assert!(w.texts().contains(&"Shops would lose customers.".to_owned()), "{:?}", w.texts());
}

#[test]
fn a_deletion_says_what_else_went() {
    let mut w = Window::on(small_map());
    w.card(NADER).click();
    w.settle();
    w.press(Modifiers::NONE, Key::Delete);
    assert!(says(&w, "1 relation and 1 attribution go with it. 1 claim bears on nothing now."));
    w.harness.get_by_label("Undo").click();
    w.settle();
    assert_eq!(*w.editor().map().as_ref(), small_map());
    w.push(Action::SelectAll);
    w.press(Modifiers::NONE, Key::Delete);
    assert!(says(&w, "5 items are deleted"));
    w.harness.get_by_label("Undo").click();
    w.settle();
    assert_eq!(*w.editor().map().as_ref(), small_map());
}

#[test]
fn the_minimap_stays_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path());
    let mut w = Window::with(Startup { config: Some(config.clone()), ..Startup::default() });
    assert!(config.settings().minimap);
    w.push(Action::ToggleMinimap);
    assert!(!config.settings().minimap);
    w.push(Action::ToggleTheme);
    assert!(!config.settings().minimap, "other choices leave it alone");
}
