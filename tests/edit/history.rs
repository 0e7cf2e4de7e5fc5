//! Undo, redo, merging, the saved state.

use elenchus::base::{NodeId, Rng, ViewId};
use elenchus::edit::{ClaimField, FieldEdit, RelationField};
use elenchus::editor::{Action, Command, Editor, Effect, Loaded};
use elenchus::layout::Scope;
use elenchus::model::{ClaimKind, Placement, RelationKind};
use emath::vec2;

use crate::sketch::{id, placed_map};

fn editor(lines: &str) -> Editor {
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(Command::Loaded(Box::new(Loaded {
        map: placed_map(lines),
        report: Vec::new(),
        path: None,
        name: "test".to_owned(),
        unsaved: false,
    })));
    editor.take_effects();
    editor
}

fn note(text: &str) -> Command {
    Command::SetField(FieldEdit::Claim(id("c_a"), ClaimField::Note(text.to_owned())))
}

fn kind(kind: ClaimKind) -> Command {
    Command::SetField(FieldEdit::Claim(id("c_a"), ClaimField::Kind(Some(kind))))
}

fn check(commands: Vec<Command>, expected: &[&str]) {
    let mut editor = editor("r_1: c_a -> c_b\n c_c = C");
    let start = editor.map().clone();
    for command in commands {
        editor.dispatch(command);
    }
    assert_eq!(editor.done_labels().collect::<Vec<_>>(), expected);
    let end = editor.map().clone();
    while editor.undo_label().is_some() {
        editor.dispatch(Action::Undo);
    }
    assert_eq!(**editor.map(), *start);
    while editor.redo_label().is_some() {
        editor.dispatch(Action::Redo);
    }
    assert_eq!(**editor.map(), *end);
}

#[test]
fn what_is_one_step() {
    let select = |name: &str| Command::Select(vec![id(name)]);
    let drag = || Command::Move { nodes: vec![id("c_a")], delta: vec2(5.0, 5.0) };
    let weight = |w| Command::SetField(FieldEdit::Relation(id("r_1"), RelationField::Weight(Some(w))));
    let text = |t: &str| Command::SetText { node: id("c_a"), text: t.to_owned() };
    check(vec![note("a"), note("ab"), note("abc")], &["Edit note"]);
    check(vec![note("a"), Command::EndGesture, note("ab")], &["Edit note", "Edit note"]);
    check(vec![note("a"), select("c_b"), note("ab")], &["Edit note", "Edit note"]);
    check(vec![note("a"), Action::Undo.into(), note("ab")], &["Edit note"]);
    check(vec![note("a"), note("")], &[]);
    check(vec![note(""), text("c_a")], &[]);
    check(vec![weight(10), weight(20), weight(30)], &["Change weight"]);
    check(vec![kind(ClaimKind::Fact), kind(ClaimKind::Value)], &["Change kind of claim", "Change kind of claim"]);
    check(vec![text("x"), text("y")], &["Edit text", "Edit text"]);
    check(vec![select("c_a"), Action::NudgeUp.into(), Action::NudgeUp.into(), Action::NudgeLeft.into()], &["Move claim"]);
    check(vec![select("c_a"), Action::NudgeUp.into(), Action::NudgeDown.into()], &[]);
    check(vec![drag(), drag()], &["Move claim", "Move claim"]);
    check(vec![select("c_a"), drag(), Action::NudgeUp.into()], &["Move claim", "Move claim"]);
}

#[test]
fn dirty_is_a_matter_of_the_state_and_not_of_counting() {
    let mut editor = editor("c_a = A");
    assert!(!editor.is_dirty());
    editor.dispatch(note("a"));
    assert!(editor.is_dirty());
    let mark = editor.mark();
    editor.dispatch(Command::Saved { path: "map.ron".into(), mark });
    assert!(!editor.is_dirty());
    editor.dispatch(Action::Undo);
    assert!(editor.is_dirty());
    editor.dispatch(Action::Redo);
    assert!(!editor.is_dirty());
    editor.dispatch(Action::Undo);
    editor.dispatch(note("another branch, as many steps"));
    assert!(editor.is_dirty());
    let (mark, revision) = (editor.mark(), editor.revision());
    editor.dispatch(note("typed on while the file was written"));
    editor.dispatch(Command::Saved { path: "map.ron".into(), mark });
    assert!(editor.is_dirty() && editor.revision() > revision);
}

#[test]
fn typing_does_not_merge_into_what_is_saved() {
    let mut editor = editor("c_a = A");
    editor.dispatch(note("a"));
    let mark = editor.mark();
    editor.dispatch(Command::Saved { path: "map.ron".into(), mark });
    editor.dispatch(note("ab"));
    editor.dispatch(Action::Undo);
    assert!(!editor.is_dirty());
    assert_eq!(editor.map().claim(id("c_a")).unwrap().note, "a");
}

#[test]
fn selection_comes_back_with_undo() {
    let mut editor = editor("r_1: c_a -> c_b\n c_c = C");
    editor.dispatch(Command::Select(vec![id("c_a"), id("c_b")]));
    editor.dispatch(Action::Delete);
    assert!(editor.selection().is_empty());
    editor.dispatch(Command::Select(vec![id("c_c")]));
    editor.dispatch(Action::Undo);
    assert_eq!(editor.selection().nodes().len(), 2);
    assert_eq!(editor.selection().lead(), Some(id("c_b")));
    editor.dispatch(Action::Redo);
    assert!(editor.selection().is_empty());
}

fn added(editor: &mut Editor) -> NodeId {
    let effects = editor.take_effects();
    effects.iter().find_map(|e| if let Effect::EditText(node) = e { Some(*node) } else { None }).unwrap()
}

#[test]
fn a_new_claim_its_words_and_its_first_place_are_one_step() {
    let mut editor = editor("c_a = A");
    let start = editor.map().clone();
    editor.dispatch(Command::Select(vec![id("c_a")]));
    editor.dispatch(Action::AddRebuttal);
    let new = added(&mut editor);
    let place = |editor: &Editor| Command::ApplyLayout {
        scope: Scope::Unplaced,
        view: ViewId::main(),
        revision: editor.revision(),
        placements: vec![(new, Placement { x: 7, y: 7, pinned: false })],
    };
    let early = place(&editor);
    editor.dispatch(Command::SetText { node: new, text: "B".to_owned() });
    editor.dispatch(early);
    assert!(editor.take_effects().contains(&Effect::StartLayout(Scope::Unplaced)), "stale, so started again");
    let fitting = place(&editor);
    editor.dispatch(fitting);
    assert_eq!(editor.map().placement(ViewId::main(), new).map(|p| p.x), Some(7));
    assert_eq!(editor.done_labels().collect::<Vec<_>>(), ["Add rebuttal"]);
    let end = editor.map().clone();
    editor.dispatch(Action::Undo);
    assert_eq!(**editor.map(), *start);
    editor.dispatch(Action::Redo);
    assert_eq!(**editor.map(), *end);
}

#[test]
fn a_new_claim_can_be_called_off() {
    let mut editor = editor("c_a = A");
    let start = editor.map().clone();
    editor.dispatch(Command::AddReason { kind: RelationKind::Support, target: id("c_a") });
    let new = added(&mut editor);
    editor.dispatch(Command::CancelNew(new));
    assert_eq!(**editor.map(), *start);
    assert!(!editor.is_dirty() && editor.redo_label().is_none());
    editor.dispatch(Command::CancelNew(id("c_a")));
    assert_eq!(**editor.map(), *start);
}

#[test]
fn a_claim_that_undo_leads_back_to_is_not_new() {
    let mut editor = editor("c_a = A");
    editor.dispatch(Command::AddReason { kind: RelationKind::Support, target: id("c_a") });
    let new = added(&mut editor);
    editor.dispatch(Action::Delete);
    editor.dispatch(Action::Undo);
    editor.dispatch(Command::CancelNew(new));
    assert!(editor.map().claim(new).is_some());
    editor.dispatch(Action::Redo);
    assert!(editor.map().claim(new).is_none());
}

#[test]
fn a_first_place_does_not_cost_the_redo() {
    let mut editor = editor("c_a = A");
    editor.dispatch(Command::AddReason { kind: RelationKind::Support, target: id("c_a") });
    let new = added(&mut editor);
    editor.dispatch(Command::SetText { node: new, text: "B".to_owned() });
    editor.dispatch(note("a later step"));
    let place = |editor: &Editor| Command::ApplyLayout {
        scope: Scope::Unplaced,
        view: ViewId::main(),
        revision: editor.revision(),
        placements: vec![(new, Placement { x: 7, y: 7, pinned: false })],
    };
    let command = place(&editor);
    editor.dispatch(command);
    let end = editor.map().clone();
    editor.dispatch(Action::Undo);
    assert_eq!(editor.map().placement(ViewId::main(), new).map(|p| p.x), Some(7), "belongs to the step that added the claim");
    editor.dispatch(Action::Redo);
    assert_eq!(**editor.map(), *end);
}

#[test]
fn places_found_at_opening_are_no_change() {
    let mut editor = Editor::new(Rng::new(5));
    let map = crate::sketch::map("c_a = A");
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    assert!(editor.take_effects().contains(&Effect::StartLayout(Scope::Unplaced)));
    let placements = vec![(id("c_a"), Placement { x: 7, y: 7, pinned: false })];
    editor.dispatch(Command::ApplyLayout { scope: Scope::Unplaced, view: ViewId::main(), revision: editor.revision(), placements });
    assert!(!editor.is_dirty() && editor.undo_label().is_none());
    assert!(editor.map().placement(ViewId::main(), id("c_a")).is_some());
}
