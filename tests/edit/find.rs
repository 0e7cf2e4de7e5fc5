//! Finding and bookmarks, without a window.

use elenchus::base::Rng;
use elenchus::editor::{Action, Command, Editor, Effect, Loaded};

use crate::sketch::{id, placed_map};

fn editor(lines: &str) -> Editor {
    let mut editor = Editor::new(Rng::new(5));
    let map = placed_map(lines);
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    editor.take_effects();
    editor
}

const DEBATE: &str = "c_a = Nader cost Gore\n c_b = Nader ran\n c_c = Gore lost\n r_1: c_b -> c_a\n r_2: c_c -> c_b\n a_1: sp_n asserts c_c\n sp_n = Nader himself";

fn found(editor: &Editor) -> Vec<String> {
    editor.find().nodes().iter().map(ToString::to_string).collect()
}

#[test]
fn typing_goes_to_hits_and_the_search_follows_the_map() {
    let mut e = editor(DEBATE);
    e.dispatch(Action::Find);
    assert_eq!(e.take_effects(), [Effect::ShowFind]);
    e.dispatch(Command::LookFor("NADER".to_owned()));
    assert_eq!(found(&e), ["a_1", "c_a", "c_b"]);
    assert_eq!((e.find().number(), e.selection().single()), (Some(1), Some(id("c_a"))));
    assert!(e.take_effects().contains(&Effect::Visit(id("c_a"))));
    for next in ["c_b", "a_1", "c_a"] {
        e.dispatch(Action::FindNext);
        assert_eq!(e.selection().single(), Some(id(next)));
    }
    e.dispatch(Action::FindPrevious);
    assert_eq!(e.selection().single(), Some(id("a_1")));
    // With the attribution nothing names the speaker any more, who is now a hit himself; undo brings it back.
    e.dispatch(Command::DeleteNodes(vec![id("a_1")]));
    assert_eq!((found(&e).len(), e.find().count(), e.find().number()), (2, 3, Some(3)));
    e.dispatch(Action::Undo);
    assert_eq!(found(&e).len(), 3);
    e.dispatch(Command::SetText { node: id("c_c"), text: "Näder again".to_owned() });
    assert_eq!(found(&e).len(), 4);
    e.dispatch(Command::LookFor("nader ran".to_owned()));
    assert_eq!((found(&e), e.selection().single()), (vec!["c_b".to_owned()], Some(id("c_b"))));
    e.dispatch(Command::LookFor("nothing like it".to_owned()));
    assert_eq!((e.find().count(), e.find().number(), e.selection().single()), (0, None, Some(id("c_b"))));
    e.dispatch(Action::FindNext);
    // Escape ends the search first; the selection goes with the next one.
    e.dispatch(Action::SelectNone);
    assert!(!e.find().is_open() && !e.selection().is_empty());
    e.dispatch(Action::SelectNone);
    assert!(e.selection().is_empty());
}

#[test]
fn the_way_back_leads_to_where_the_search_began() {
    let mut e = editor(DEBATE);
    e.dispatch(Command::Select(vec![id("c_c")]));
    e.dispatch(Action::Find);
    for typed in ["n", "na", "nad", "nade", "nader"] {
        e.dispatch(Command::LookFor(typed.to_owned()));
    }
    e.dispatch(Action::FindNext);
    e.dispatch(Command::EndFind);
    assert_ne!(e.selection().single(), Some(id("c_c")));
    e.dispatch(Action::Back);
    assert_eq!(e.selection().single(), Some(id("c_c")));
}

#[test]
fn what_is_folded_is_shown_when_it_is_found() {
    let mut e = editor(DEBATE);
    e.dispatch(Command::Select(vec![id("c_a")]));
    e.dispatch(Action::ToggleFold);
    assert!(e.shown().hides(id("c_c")));
    e.dispatch(Command::LookFor("lost".to_owned()));
    assert!(!e.shown().hides(id("c_c")));
    assert_eq!(e.selection().single(), Some(id("c_c")));
}

#[test]
fn bookmarks_are_steps_and_stay_with_their_claims() {
    let mut e = editor(DEBATE);
    assert!(!e.is_enabled(Action::NextBookmark));
    e.dispatch(Command::Select(vec![id("c_c"), id("c_a")]));
    e.dispatch(Action::ToggleBookmark);
    assert_eq!((e.bookmarks(), e.undo_label()), (vec![id("c_a"), id("c_c")], Some("Bookmark 2 claims")));
    for next in ["c_c", "c_a", "c_c"] {
        e.dispatch(Action::NextBookmark);
        assert_eq!(e.selection().single(), Some(id(next)));
    }
    e.dispatch(Action::ToggleBookmark);
    assert_eq!(e.bookmarks(), [id("c_a")]);
    e.dispatch(Command::Select(vec![id("c_a")]));
    e.dispatch(Action::Duplicate);
    assert_eq!(e.bookmarks(), [id("c_a")], "a copy is not bookmarked");
    e.dispatch(Command::DeleteNodes(vec![id("c_a")]));
    assert!(e.bookmarks().is_empty());
    e.dispatch(Action::Undo);
    assert_eq!(e.bookmarks(), [id("c_a")]);
}
