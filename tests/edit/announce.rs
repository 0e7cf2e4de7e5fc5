//! What users of screen readers are told of each command.

use elenchus::base::Rng;
use elenchus::base::ViewId;
use elenchus::editor::{Action, Command, Editor, Effect, Loaded};
use elenchus::model::{ArgumentMap, MapBuilder, Placement};

fn told(editor: &mut Editor, command: impl Into<Command>) -> Vec<String> {
    editor.take_effects();
    editor.dispatch(command);
    let effects = editor.take_effects().into_iter();
    effects.filter_map(|effect| if let Effect::Announce(text) = effect { Some(text) } else { None }).collect()
}

fn editor(map: ArgumentMap) -> Editor {
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    editor
}

#[test]
fn every_change_is_told_with_what_it_is_about() {
    let mut b = MapBuilder::new(1);
    let (nader, votes) = (b.claim("Nader cost Gore"), b.claim("Many voted for him"));
    let step = b.support(&[votes], nader);
    for (id, y) in [(nader, 0), (votes, 200)] {
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned: false });
    }
    let mut editor = editor(b.finish());
    editor.dispatch(Command::Select(vec![nader]));
    assert_eq!(told(&mut editor, Action::AddRebuttal), ["Rebuttal added to “Nader cost Gore”"]);
    assert_eq!(told(&mut editor, Action::Undo), ["Undone: Add rebuttal"]);
    assert_eq!(told(&mut editor, Action::Redo), ["Done again: Add rebuttal"]);
    editor.dispatch(Command::Select(vec![nader]));
    assert_eq!(told(&mut editor, Action::AddAttribution), ["Attribution added to “Nader cost Gore”"]);
    assert_eq!(told(&mut editor, Action::AddClaim), ["Claim added"]);
    editor.dispatch(Command::Select(vec![step]));
    assert_eq!(told(&mut editor, Action::AddUndercut), ["Undercut added to the support of “Nader cost Gore”"]);
    editor.dispatch(Command::Select(vec![step]));
    assert_eq!(told(&mut editor, Action::AddCoPremise), ["Premise added to the support of “Nader cost Gore”"]);
    assert_eq!(told(&mut editor, Command::DeleteNodes(vec![nader])).len(), 1);
}

#[test]
fn where_keys_have_gone_is_told() {
    let mut b = MapBuilder::new(1);
    let (a, c) = (b.claim("A"), b.claim("C"));
    b.support(&[c], a);
    for (id, y) in [(a, 0), (c, 200)] {
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned: false });
    }
    let mut editor = editor(b.finish());
    assert_eq!(told(&mut editor, Action::SelectNext), ["Claim 1 of 2"]);
    assert_eq!(told(&mut editor, Action::SelectDown), ["Claim 2 of 2"]);
    assert_eq!(told(&mut editor, Action::SelectTarget), ["Selected: the support of “A”"]);
    assert_eq!(told(&mut editor, Action::SelectAll), ["3 selected"]);
    assert_eq!(told(&mut editor, Action::SelectNone), ["Nothing selected"]);
    assert!(told(&mut editor, Command::Select(vec![a])).is_empty(), "whoever points sees it");
}
