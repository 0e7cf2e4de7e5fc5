//! Neighbours step aside from what is added, dropped or has grown; what is pinned does not; all of it is one step.

use egui::{Key, Modifiers, Pos2, vec2};
use egui_kittest::kittest::Queryable;
use elenchus::base::{NodeId, Rng, TaskCtx, ViewId};
use elenchus::editor::{Action, Command};
use elenchus::layout::request::of_map;
use elenchus::layout::{Scope, layout};
use elenchus::model::{ArgumentMap, LayoutName, MapBuilder, Placement};
use elenchus::render::{TextShaper, size_of};

use crate::hands::{let_go, pull, steps};
use crate::harness::Window;

fn place(w: &Window, text: &str) -> Placement {
    w.editor().map().placement(ViewId::main(), w.claim(text)).unwrap()
}

/// Three claims in a column, the last one pinned.
fn column() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    for (text, y, pinned) in [("First", 0, false), ("Second", 130, false), ("Third", 260, true)] {
        let id = b.claim(text);
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned });
    }
    b.finish()
}

fn overlap(w: &Window) -> bool {
    let rects: Vec<_> = ["First", "Second", "Third"].iter().map(|text| w.card(text).rect().shrink(1.0)).collect();
    rects[0].intersects(rects[1]) || rects[1].intersects(rects[2]) || rects[0].intersects(rects[2])
}

#[test]
fn a_card_let_go_on_another_one_makes_it_step_aside() {
    let mut w = Window::on(column());
    let before = (place(&w, "Second"), place(&w, "Third"));
    let from = w.card("First").rect().left_top() + vec2(9.0, 9.0);
    let to = from + vec2(-60.0, 100.0);
    pull(&mut w, from, to);
    let_go(&mut w, to);
    w.settle();
    assert_ne!(place(&w, "Second"), before.0, "it gave way");
    assert_eq!(place(&w, "Third"), before.1, "pinned");
    assert!(!overlap(&w));
    assert_eq!(steps(&w), 1);
    w.push(Action::Undo);
    assert_eq!((place(&w, "First").y, place(&w, "Second"), place(&w, "Third")), (0, before.0, before.1));
    w.push(Action::Redo);
    assert_ne!(place(&w, "Second"), before.0);
    assert!(!overlap(&w), "it is drawn where it is");
}

#[test]
fn what_is_pinned_by_key_stays() {
    let mut w = Window::on(column());
    let second = place(&w, "Second");
    w.push(Command::Select(vec![w.claim("Second")]));
    w.press(Modifiers::NONE, Key::K);
    assert_eq!(place(&w, "Second"), Placement { pinned: true, ..second });
    let from = w.card("First").rect().left_top() + vec2(9.0, 9.0);
    let to = from + vec2(-60.0, 100.0);
    pull(&mut w, from, to);
    let_go(&mut w, to);
    w.settle();
    assert_eq!(place(&w, "Second"), Placement { pinned: true, ..second });
    w.push(Command::Select(vec![w.claim("Second")]));
    w.press(Modifiers::NONE, Key::K);
    assert_eq!(place(&w, "Second"), second, "the same key lets it go");
}

#[test]
fn a_card_that_grows_makes_others_step_aside() {
    let mut w = Window::on(column());
    let (first, second) = (place(&w, "First"), place(&w, "Second"));
    let long = "First ".to_owned() + &"and so on and so forth ".repeat(20);
    let node = w.claim("First");
    w.push(Command::SetText { node, text: long.trim().to_owned() });
    w.settle();
    assert_eq!((w.editor().map().placement(ViewId::main(), node), place(&w, "Third").y), (Some(first), 260));
    assert_ne!(place(&w, "Second"), second);
    let grown = w.card(long.trim()).rect();
    assert!(!grown.intersects(w.card("Second").rect()));
    assert_eq!(steps(&w), 1);
    w.push(Action::Undo);
    assert_eq!(place(&w, "Second"), second);
}

#[test]
fn cards_glide_aside_and_what_is_typed_stays_one_step() {
    let mut w = Window::on(column());
    let node = w.claim("First");
    w.app().push(Command::SetText { node, text: "First ".to_owned() + &"and so on and so forth ".repeat(20) });
    w.harness.step();
    w.harness.step();
    let start = w.card("Second").rect().center();
    w.settle();
    assert_ne!(start, w.card("Second").rect().center(), "it was on its way");
    w.push(Command::Select(vec![node]));
    w.push(Action::AddRebuttal);
    w.type_text("No.");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&w), 2, "the claim, its words and what stepped aside");
}

/// A debate as a layout leaves it.
fn debate(n: usize, name: LayoutName) -> (ArgumentMap, Vec<NodeId>) {
    let mut rng = Rng::new(3);
    let mut b = MapBuilder::new(1);
    let claims: Vec<NodeId> = (0..n).map(|i| b.claim(format!("Claim {i} {}", "says so ".repeat(rng.below(12))))).collect();
    for i in 1..claims.len() {
        let target = claims[i - 1 - rng.below(i.min(4.max(i / 3)))];
        b.support(&[claims[i]], target);
    }
    let map = b.map().clone();
    let mut shaper = TextShaper::new();
    let todo = of_map(&map, ViewId::main(), Scope::Everything, 1, &mut |id| size_of(&map, id, &mut shaper));
    let centres = layout(name).run(&todo.request, &TaskCtx::new(), &mut |_| {}).unwrap();
    for (id, place) in todo.placements(&centres) {
        b.place(ViewId::main(), id, place);
    }
    (b.finish(), claims)
}

#[test]
fn one_more_claim_among_a_thousand_moves_a_handful() {
    for name in [LayoutName::Force, LayoutName::Layered] {
        let (map, claims) = debate(1_000, name);
        let mut w = Window::on(map.clone());
        w.push(Command::GoTo(claims[0]));
        w.until(|w| w.harness.query_all_by_label_contains("Claim: Claim 0").next().is_some());
        for target in [claims[0], claims[40], claims[700]] {
            w.push(Command::Select(vec![target]));
            w.push(Action::AddRebuttal);
            let new = w.selected()[0];
            let now = w.editor().map().clone();
            let at = |map: &ArgumentMap, id: NodeId| map.placement(ViewId::main(), id).map(|p| Pos2::new(p.x as f32, p.y as f32)).unwrap();
            assert!(at(&now, new).distance(at(&map, target)) < 1_800.0, "{name:?}: near what it bears on");
            let mut ways: Vec<f32> = claims.iter().map(|id| at(&map, *id).distance(at(&now, *id))).collect();
            ways.sort_by(f32::total_cmp);
            assert_eq!(ways[500], 0.0);
            assert!(ways[950] < 200.0 && ways.iter().filter(|way| **way > 0.0).count() <= 12, "{name:?} {ways:?}");
            w.push(Command::CancelNew(new));
            assert!(claims.iter().all(|id| w.editor().map().placement(ViewId::main(), *id) == map.placement(ViewId::main(), *id)));
        }
    }
}

/// Two theses far apart, the reasons of one in disorder.
fn disorder() -> (ArgumentMap, Vec<NodeId>, NodeId) {
    let mut b = MapBuilder::new(1);
    let part: Vec<NodeId> = (0..6).map(|i| b.claim(format!("Part {i}"))).collect();
    let other = b.claim("Other");
    for (i, id) in part.iter().enumerate() {
        b.place(ViewId::main(), *id, Placement { x: (i * 37 % 60) as i32, y: (i * 53 % 90) as i32, pinned: false });
    }
    b.place(ViewId::main(), other, Placement { x: 0, y: 240, pinned: false });
    for reason in &part[1..] {
        b.support(&[*reason], part[0]);
    }
    b.support(&[other], part[0]);
    (b.finish(), part, other)
}

#[test]
fn the_selection_is_tidied_and_the_rest_stays() {
    let (map, part, other) = disorder();
    let mut w = Window::on(map.clone());
    w.push(Command::Select(vec![other]));
    assert!(w.editor().blocked(Action::TidySelection).is_some(), "one claim is no part");
    w.push(Command::Select(part.clone()));
    let revision = w.editor().revision();
    w.push(Action::TidySelection);
    w.until(|w| w.editor().revision() != revision);
    let places = |map: &ArgumentMap| map.views()[&ViewId::main()].placements.clone();
    let after = w.editor().map().clone();
    assert_eq!(places(&after).get(&other), places(&map).get(&other));
    let mut names: Vec<String> = (0..6).map(|i| format!("Part {i}")).collect();
    names.push("Other".to_owned());
    let rects: Vec<_> = names.iter().map(|text| w.card(text).rect()).collect();
    for (i, rect) in rects.iter().enumerate() {
        assert!(rects[..i].iter().all(|other| !other.intersects(*rect)), "{rects:?}");
    }
    assert!(rects[1..6].iter().all(|rect| rect.top() > rects[0].bottom()), "reasons below");
    assert_eq!((steps(&w), w.editor().undo_label().map(str::to_owned)), (1, Some("Tidy selection".to_owned())));
    w.push(Action::Undo);
    assert_eq!(places(w.editor().map()), places(&map));
}

#[test]
fn folding_and_unfolding_returns_to_the_same_picture() {
    let (map, claims) = debate(40, LayoutName::Layered);
    let mut w = Window::on(map);
    w.push(Command::Select(vec![claims[2]]));
    w.push(Action::ZoomToSelection);
    let map = w.editor().map().clone();
    let before = (map, w.picture());
    w.push(Command::SetFolded { nodes: vec![claims[0], claims[2]], folded: true });
    assert_ne!(before.1.data(), w.picture().data(), "something went");
    w.push(Command::SetFolded { nodes: vec![claims[0], claims[2]], folded: false });
    w.push(Command::Select(vec![claims[2]]));
    w.push(Action::ZoomToSelection);
    assert_eq!(w.editor().map().views()[&ViewId::main()].placements, before.0.views()[&ViewId::main()].placements);
    assert!(before.1.data() == w.picture().data(), "the same picture");
}
