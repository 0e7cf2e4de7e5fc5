//! The ends of arrows, and a map that stays in sight.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable;
use elenchus::editor::Action;

use crate::hands::{let_go, pull, says, steps};
use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

/// Where the arrow can be taken at its premise.
fn beginning(w: &mut Window) -> Pos2 {
    let card = w.card(VOTES).rect();
    for i in 0..60 {
        let at = pos2(card.left() + card.width() * i as f32 / 60.0, card.top() - 18.0);
        w.harness.event(Event::PointerMoved(at));
        w.harness.run_steps(3);
        if w.harness.query_by_label_contains("Move the beginning of the support").is_some() {
            return at;
        }
    }
    panic!("no grip above {card:?}");
}

#[test]
fn the_beginning_of_an_arrow_goes_to_another_claim() {
    let mut w = Window::on(small_map());
    let id = w.editor().map().relations().next().unwrap().0;
    let (from, to) = (beginning(&mut w), w.card(TENNESSEE).rect().center());
    pull(&mut w, from, to);
    assert!(says(&w, "Will have “Gore lost his own state"));
    let_go(&mut w, to);
    assert_eq!(w.editor().map().premises(id), [w.claim(TENNESSEE)]);
    assert_eq!(w.editor().map().target(id), Some(w.claim(NADER)));
    assert_eq!((steps(&w), w.editor().undo_label()), (1, Some("Replace premise")));
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*w.editor().map().as_ref(), small_map());
    // Not where it would bear on itself, and not on empty ground.
    let nader = w.card(NADER).rect().center();
    for (to, said) in [(nader, "cannot bear on itself"), (nader - vec2(300.0, 0.0), "Drop on what is to be its premise")] {
        let from = beginning(&mut w);
        pull(&mut w, from, to);
        assert!(says(&w, said), "{said}");
        let_go(&mut w, to);
        assert_eq!(steps(&w), 0);
    }
    // The other end is where it was.
    let handle = w.relation("Support").rect().center();
    let to = w.card(TENNESSEE).rect().center();
    pull(&mut w, handle, to);
    let_go(&mut w, to);
    assert_eq!(w.editor().map().target(id), Some(w.claim(TENNESSEE)));
}

fn canvas(w: &Window) -> Rect {
    w.harness.get_by_role(Role::Canvas).rect()
}

fn cards(w: &Window) -> Vec<Rect> {
    [NADER, VOTES, TENNESSEE].map(|text| w.card(text).rect()).into()
}

#[test]
fn a_map_seen_whole_stays_so_when_the_window_changes() {
    let mut w = Window::on(small_map());
    let first = cards(&w);
    for size in [vec2(760.0, 420.0), vec2(600.0, 700.0)] {
        w.harness.set_size(size);
        w.settle();
        let canvas = canvas(&w);
        assert!(cards(&w).iter().all(|card| canvas.contains_rect(*card)), "{size:?}: {:?} in {canvas:?}", cards(&w));
    }
    w.harness.set_size(vec2(1400.0, 900.0));
    w.settle();
    assert_eq!(cards(&w), first);
    // Who has moved the map finds it as it was left.
    w.push(Action::ZoomOut);
    w.harness.run_steps(20);
    let size = w.card(NADER).rect().size();
    w.harness.set_size(vec2(760.0, 420.0));
    w.settle();
    assert_eq!(w.card(NADER).rect().size(), size);
}
