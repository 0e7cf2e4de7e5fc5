//! Folding, focus, filter, and the way back and forward, as whoever drives the editor sees them.

use elenchus::analysis::shown::{Bearing, Filter, Focus};
use elenchus::base::{NodeId, Rng};
use elenchus::editor::{Action, Command, Editor, Effect, Loaded};
use elenchus::model::{ArgumentMap, ClaimKind, RelationKind};
use proptest::prelude::*;

use crate::properties::{Step, command, open, tidy_map};
use crate::sketch::{id, placed_map};

/// A conclusion, two reasons, a reason of one of these, and an undercut.
const MAP: &str = "r_1: c_b -> c_a\n r_2: c_c -x c_a\n r_3: c_d -> c_b\n r_4: c_e -x r_1";

fn editor(lines: &str) -> Editor {
    let mut editor = Editor::new(Rng::new(5));
    let map = placed_map(lines);
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    editor.take_effects();
    editor
}

fn seen(editor: &Editor) -> String {
    let shown = editor.shown();
    editor.map().claims().filter(|(id, _)| !shown.hides(*id)).map(|(id, _)| id.as_str()[2..].to_owned()).collect()
}

fn select(editor: &mut Editor, node: &str) {
    editor.dispatch(Command::Select(vec![id(node)]));
}

fn selected(editor: &Editor) -> Vec<NodeId> {
    editor.selection().nodes().iter().copied().collect()
}

#[test]
fn folding_is_saved_but_no_step() {
    let mut editor = editor(MAP);
    let all = editor.shown().clone();
    select(&mut editor, "c_b");
    editor.dispatch(Action::ToggleFold);
    assert_eq!((seen(&editor).as_str(), editor.shown().folded(id("c_b"))), ("abce", Some(1)));
    assert!(editor.describe(id("c_b")).ends_with("1 claim folded."), "{}", editor.describe(id("c_b")));
    assert_eq!((editor.is_dirty(), editor.undo_label()), (false, None));
    assert!(editor.take_effects().contains(&Effect::Announce("4 of 5 shown".to_owned())));
    let text = elenchus::formats::native::to_text(editor.map());
    assert!(text.contains("folded: [\"c_b\"]"), "{text}");
    let folded = editor.shown().clone();
    assert!(std::sync::Arc::ptr_eq(&folded, editor.shown()));
    editor.dispatch(Command::Move { nodes: vec![id("c_a")], delta: emath::vec2(9.0, 9.0) });
    assert!(std::sync::Arc::ptr_eq(&folded, editor.shown()), "a move changes nothing of what is shown");
    editor.dispatch(Action::Undo);
    editor.dispatch(Action::ToggleFold);
    assert_eq!((seen(&editor).as_str(), editor.shown() == &all), ("abcde", true));
    // A claim on which nothing bears has no branch.
    select(&mut editor, "c_d");
    assert!(!editor.is_enabled(Action::ToggleFold));
}

#[test]
fn levels_fold_and_unfold() {
    let mut editor = editor(MAP);
    for (action, expected) in [
        (Action::FoldAll, "a"),
        (Action::UnfoldTo1, "abce"),
        (Action::UnfoldTo2, "abcde"),
        (Action::FoldAll, "a"),
        (Action::UnfoldAll, "abcde"),
    ] {
        editor.dispatch(action);
        assert_eq!(seen(&editor), expected, "{action:?}");
    }
}

#[test]
fn what_is_hidden_is_not_selected_nor_walked_to() {
    let mut editor = editor(MAP);
    editor.dispatch(Action::SelectAll);
    editor.dispatch(Command::SetFolded { nodes: vec![id("c_b")], folded: true });
    assert!(!editor.selection().contains(id("c_d")) && !editor.selection().contains(id("r_3")) && editor.selection().contains(id("c_e")));
    editor.dispatch(Action::SelectAll);
    assert!(!editor.selection().contains(id("c_d")));
    // The claims stand in a row: c_d would be next after c_c.
    select(&mut editor, "c_c");
    editor.dispatch(Action::SelectRight);
    assert_eq!(selected(&editor), [id("c_e")]);
    select(&mut editor, "c_c");
    editor.dispatch(Action::SelectNext);
    assert_eq!(selected(&editor), [id("c_e")]);
}

#[test]
fn what_is_done_or_undone_is_seen() {
    let mut editor = editor(MAP);
    editor.dispatch(Command::SetFolded { nodes: vec![id("c_b")], folded: true });
    editor.dispatch(Command::AddReason { kind: RelationKind::Support, target: id("c_b") });
    let new = editor.selection().single().unwrap();
    assert!(!editor.shown().hides(new) && !editor.is_folded(id("c_b")), "a reason for a folded claim unfolds it");
    editor.dispatch(Command::SetFolded { nodes: vec![id("c_a")], folded: true });
    editor.dispatch(Action::Undo);
    assert_eq!(editor.map().node(new), None);
    editor.dispatch(Action::Redo);
    assert!(!editor.shown().hides(new), "what comes back is shown");
    // Deleting a folded claim and undoing it leaves it folded.
    editor.dispatch(Action::Undo);
    editor.dispatch(Command::SetFolded { nodes: vec![id("c_b")], folded: true });
    editor.dispatch(Command::DeleteNodes(vec![id("c_b")]));
    assert!(!elenchus::formats::native::to_text(editor.map()).contains("folded"));
    editor.dispatch(Action::Undo);
    assert!(editor.is_folded(id("c_b")));
    // Under a focus and a filter, new claims are shown as well.
    editor.dispatch(Command::SetFilter(Box::new(Filter { kinds: [ClaimKind::Fact].into(), ..Filter::default() })));
    editor.dispatch(Command::AddClaimAt(emath::pos2(0.0, 0.0)));
    assert!(!editor.shown().hides(editor.selection().single().unwrap()));
}

#[test]
fn focus_widens_narrows_and_ends() {
    let mut editor = editor("r_1: c_b -> c_a\n r_2: c_c -> c_b\n r_3: c_d -> c_c\n r_4: c_e -> c_d");
    assert!(!editor.is_enabled(Action::Focus) && !editor.is_enabled(Action::WidenFocus));
    select(&mut editor, "c_a");
    editor.dispatch(Action::Focus);
    assert_eq!(seen(&editor), "abc");
    editor.dispatch(Action::WidenFocus);
    assert_eq!(seen(&editor), "abcd");
    for _ in 0..5 {
        editor.dispatch(Action::NarrowFocus);
    }
    assert_eq!((seen(&editor).as_str(), editor.is_enabled(Action::NarrowFocus)), ("ab", false));
    // Escape leaves the focus first, then the selection.
    editor.dispatch(Action::SelectNone);
    assert_eq!((seen(&editor).as_str(), selected(&editor)), ("abcde", vec![id("c_a")]));
    editor.dispatch(Action::SelectNone);
    assert!(editor.selection().is_empty());
}

#[test]
fn jumps_can_be_taken_back() {
    let mut editor = editor(MAP);
    assert!(!editor.is_enabled(Action::Back) && !editor.is_enabled(Action::Forward));
    select(&mut editor, "c_a");
    editor.dispatch(Command::GoTo(id("c_d")));
    editor.dispatch(Action::Focus);
    editor.take_effects();
    for (action, expected, focused) in [
        (Action::Back, "c_d", false),
        (Action::Back, "c_a", false),
        (Action::Forward, "c_d", false),
        (Action::Forward, "c_d", true),
        (Action::Back, "c_d", false),
    ] {
        editor.dispatch(action);
        assert_eq!((selected(&editor), editor.focus().is_some()), (vec![id(expected)], focused), "{action:?}");
        let effects = editor.take_effects();
        assert!(matches!(effects[0], Effect::Depart(_)) && effects.iter().any(|e| matches!(e, Effect::Arrive(_))), "{effects:?}");
    }
    // Another way from here: there is no forward any more.
    editor.dispatch(Command::GoTo(id("c_e")));
    assert!(!editor.is_enabled(Action::Forward));
}

#[test]
fn going_somewhere_shows_it() {
    let mut editor = editor(MAP);
    editor.dispatch(Action::FoldAll);
    editor.dispatch(Command::GoTo(id("c_d")));
    assert_eq!((selected(&editor), editor.shown().hides(id("c_d"))), (vec![id("c_d")], false));
    assert!(editor.take_effects().contains(&Effect::Visit(id("c_d"))));
    // A place outside of the focus ends it; the filter stays, with the claim besides.
    editor.dispatch(Action::UnfoldAll);
    editor.dispatch(Command::SetFocus(Some(Focus { on: [id("c_c")].into(), steps: 1 })));
    assert_eq!(seen(&editor), "ac");
    editor.dispatch(Command::GoTo(id("c_d")));
    assert_eq!((seen(&editor).as_str(), editor.focus()), ("abcde", None));
    let rebuttals = Filter { relations: [Bearing::Kind(RelationKind::Rebuttal)].into(), ..Filter::default() };
    editor.dispatch(Command::SetFilter(Box::new(rebuttals)));
    assert_eq!(seen(&editor), "ac");
    editor.dispatch(Command::GoTo(id("c_d")));
    assert_eq!((seen(&editor).as_str(), editor.filter().is_empty()), ("acd", false));
    editor.dispatch(Action::ClearFilter);
    assert_eq!(seen(&editor), "abcde");
}

#[test]
fn a_hidden_link_opens_what_it_stands_for() {
    let mut editor = editor(MAP);
    let unsaid = Filter { relations: [Bearing::Kind(RelationKind::Rebuttal)].into(), ..Filter::default() };
    editor.dispatch(Command::SetFilter(Box::new(unsaid)));
    editor.dispatch(Command::GoTo(id("c_d")));
    let link = editor.shown().links()[0];
    assert_eq!((link.from, link.to, link.hidden), (id("c_d"), id("c_a"), 1));
    editor.dispatch(Command::ShowWay { from: link.from, to: link.to });
    assert_eq!((seen(&editor).as_str(), selected(&editor)), ("abcd", vec![id("c_b")]));
}

/// What a user does to see less or more, from numbers.
fn look((what, a, b, _): Step, editor: &Editor) -> Command {
    let nodes: Vec<NodeId> = editor.map().nodes().map(|(id, _)| id).collect();
    let pick = |n: u16| nodes[usize::from(n) % nodes.len()];
    let kind = ClaimKind::ALL[usize::from(a) % ClaimKind::ALL.len()];
    match what % 12 {
        _ if nodes.is_empty() => Action::UnfoldAll.into(),
        0..=2 => Command::SetFolded { nodes: vec![pick(a), pick(b)], folded: true },
        3 => Action::FoldAll.into(),
        4 => Action::UnfoldTo1.into(),
        5 => Command::SetFocus(Some(Focus { on: [pick(a)].into(), steps: 1 + (b % 3) as u8 })),
        6 => Command::SetFocus(None),
        7 => Command::SetFilter(Box::new(Filter { kinds: [kind].into(), ..Filter::default() })),
        8 => Action::ClearFilter.into(),
        9 => Command::GoTo(pick(a)),
        10 => match editor.shown().links().first() {
            Some(link) => Command::ShowWay { from: link.from, to: link.to },
            None => Action::ToggleFold.into(),
        },
        _ => [Action::Back, Action::Forward, Action::UnfoldAll, Action::WidenFocus][usize::from(a) % 4].into(),
    }
}

fn argument(map: &ArgumentMap) -> String {
    let nodes: Vec<_> = map.nodes().collect();
    format!("{nodes:?} {:?}", map.edges())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is folded, focused and filtered between edits: all steps can be undone and done again, and nothing is drawn by half.
    #[test]
    fn looking_does_not_disturb_editing(steps in proptest::collection::vec((any::<bool>(), any::<Step>()), 1..60)) {
        let mut editor = open(tidy_map());
        let start = argument(editor.map());
        for (edits, step) in steps {
            if edits {
                if let Some(command) = command(step, &editor, &Default::default()) {
                    editor.dispatch(command);
                }
            } else {
                editor.dispatch(look(step, &editor));
            }
            editor.take_effects();
            let shown = editor.shown();
            for edge in editor.map().edges() {
                let half = shown.hides(edge.to) && !shown.hides(edge.from) && edge.role != elenchus::model::Role::Premise;
                prop_assert!(!half, "{edge:?}");
            }
        }
        while editor.redo_label().is_some() {
            editor.dispatch(Action::Redo);
        }
        let end = argument(editor.map());
        let mut undone = 0;
        while editor.undo_label().is_some() {
            editor.dispatch(Action::Undo);
            undone += 1;
        }
        prop_assert_eq!(argument(editor.map()), start);
        // Folding while steps are undone does not cut off the way forward.
        editor.dispatch(Action::FoldAll);
        let redo = editor.redo_label().is_some();
        while editor.redo_label().is_some() {
            editor.dispatch(Action::Redo);
        }
        prop_assert!(!redo || undone > 0);
        if redo {
            prop_assert_eq!(argument(editor.map()), end);
        }
    }
}
