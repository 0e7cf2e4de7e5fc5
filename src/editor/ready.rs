//! Why an action cannot be done now, and what to do first.

use crate::base::NodeId;
use crate::editor::Editor;
use crate::tr;

pub(super) fn never(_: &Editor) -> Option<&'static str> {
    None
}

pub(super) fn undo(editor: &Editor) -> Option<&'static str> {
    editor.undo_label().is_none().then_some("There is nothing to undo.")
}

pub(super) fn redo(editor: &Editor) -> Option<&'static str> {
    editor.redo_label().is_none().then_some("There is nothing to redo.")
}

pub(super) fn selected(editor: &Editor) -> Option<&'static str> {
    editor.selection().is_empty().then_some("Nothing is selected. Select a claim, an arrow or an attribution first.")
}

pub(super) fn node(editor: &Editor) -> Option<&'static str> {
    editor.selection().lead().is_none().then_some("Nothing is selected. Select a claim, an arrow or an attribution first.")
}

pub(super) fn claim(editor: &Editor) -> Option<&'static str> {
    let claim = editor.selection().lead().filter(|id| editor.map().claim(*id).is_some());
    claim.is_none().then_some("No claim is selected. Select one first.")
}

pub(super) fn copy(editor: &Editor) -> Option<&'static str> {
    let claims = editor.selection().nodes().iter().any(|id| editor.map().claim(*id).is_some());
    (!claims).then_some("No claim is selected. Select the claims to copy; what joins them comes along.")
}

pub(super) fn paste(editor: &Editor) -> Option<&'static str> {
    editor.clipboard_is_empty().then_some("Nothing was copied. Select claims and copy them first.")
}

pub(super) fn placed(editor: &Editor) -> Option<&'static str> {
    let is_placed = |id: &NodeId| editor.map().placement(editor.view(), *id).is_some();
    let placed = editor.selection().nodes().iter().any(is_placed);
    (!placed).then_some("No claim with a place is selected. Select one first.")
}

pub(super) fn step(editor: &Editor) -> Option<&'static str> {
    let Some(lead) = editor.selection().lead() else {
        return Some("No arrow is selected. Select the arrow between two claims first.");
    };
    match editor.map().relations_from(lead).len() {
        _ if editor.map().relation(lead).is_some() => None,
        1 => None,
        0 => Some("This is no step of an argument. Select the arrow between two claims first."),
        _ => Some("The selected claim is a premise of several steps. Select the arrow that you mean."),
    }
}

pub(super) fn bookmarks(editor: &Editor) -> Option<&'static str> {
    let any = editor.map().claims().any(|(_, claim)| claim.bookmarked);
    (!any).then_some(tr!("ready-bookmarks"))
}

pub(super) fn map_has_nodes(editor: &Editor) -> Option<&'static str> {
    (editor.map().node_count() == 0).then_some("The map is empty. Add a claim first.")
}
