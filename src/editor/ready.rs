//! Why an action cannot be done now, and what to do first.

use crate::analysis::shown::Focus;
use crate::base::{NodeId, NodeKind};
use crate::editor::Editor;
use crate::provenance::trace::claim_of;
use crate::tr;

pub(super) fn never(_: &Editor) -> Option<&'static str> {
    None
}

pub(super) fn texts(editor: &Editor) -> Option<&'static str> {
    let any = editor.map().sources().values().any(|source| !source.texts.is_empty());
    (!any).then_some(tr!("blocked-no-texts"))
}

pub(super) fn undo(editor: &Editor) -> Option<&'static str> {
    editor.undo_label().is_none().then_some(tr!("blocked-undo"))
}

pub(super) fn redo(editor: &Editor) -> Option<&'static str> {
    editor.redo_label().is_none().then_some(tr!("blocked-redo"))
}

pub(super) fn selected(editor: &Editor) -> Option<&'static str> {
    editor.selection().is_empty().then_some(tr!("blocked-nothing-selected"))
}

pub(super) fn node(editor: &Editor) -> Option<&'static str> {
    editor.selection().lead().is_none().then_some(tr!("blocked-nothing-selected"))
}

pub(super) fn claim(editor: &Editor) -> Option<&'static str> {
    let claim = editor.selection().lead().filter(|id| editor.map().claim(*id).is_some());
    claim.is_none().then_some(tr!("blocked-no-claim"))
}

pub(super) fn copy(editor: &Editor) -> Option<&'static str> {
    let claims = editor.selection().nodes().iter().any(|id| editor.map().claim(*id).is_some());
    (!claims).then_some(tr!("blocked-copy"))
}

pub(super) fn premise(editor: &Editor) -> Option<&'static str> {
    let can = editor.selection().nodes().iter().any(|id| id.kind() != NodeKind::Relation);
    (!can).then_some(tr!("write-no-premise"))
}

pub(super) fn placed(editor: &Editor) -> Option<&'static str> {
    let is_placed = |id: &NodeId| editor.map().placement(editor.view(), *id).is_some();
    let placed = editor.selection().nodes().iter().any(is_placed);
    (!placed).then_some(tr!("blocked-not-placed"))
}

/// How many selected claims have a place, counted no further than three.
fn placed_count(editor: &Editor) -> usize {
    editor.selection().nodes().iter().filter(|id| editor.map().placement(editor.view(), **id).is_some()).take(3).count()
}

pub(super) fn two_placed(editor: &Editor) -> Option<&'static str> {
    (placed_count(editor) < 2).then(|| tr!("blocked-align"))
}

pub(super) fn tidy(editor: &Editor) -> Option<&'static str> {
    (placed_count(editor) < 2).then(|| tr!("blocked-tidy"))
}

pub(super) fn three_placed(editor: &Editor) -> Option<&'static str> {
    (placed_count(editor) < 3).then(|| tr!("blocked-distribute"))
}

pub(super) fn step(editor: &Editor) -> Option<&'static str> {
    let Some(lead) = editor.selection().lead() else {
        return Some(tr!("blocked-no-arrow"));
    };
    match editor.map().relations_from(lead).len() {
        _ if editor.map().relation(lead).is_some() => None,
        1 => None,
        0 => Some(tr!("blocked-no-step")),
        _ => Some(tr!("blocked-several-steps")),
    }
}

pub(super) fn bookmarks(editor: &Editor) -> Option<&'static str> {
    let any = editor.map().claims().any(|(_, claim)| claim.bookmarked);
    (!any).then_some(tr!("ready-bookmarks"))
}

pub(super) fn map_has_nodes(editor: &Editor) -> Option<&'static str> {
    (editor.map().node_count() == 0).then_some(tr!("blocked-empty-map"))
}

pub(super) fn back(editor: &Editor) -> Option<&'static str> {
    (!editor.can_go_back() && editor.traced().is_none()).then_some(tr!("blocked-back"))
}

pub(super) fn traceable(editor: &Editor) -> Option<&'static str> {
    let claim = editor.selection().lead().and_then(|node| claim_of(editor.map(), node));
    (claim.is_none() && editor.traced().is_none()).then_some(tr!("blocked-no-claim"))
}

pub(super) fn forward(editor: &Editor) -> Option<&'static str> {
    (!editor.can_go_forward()).then_some(tr!("blocked-forward"))
}

pub(super) fn fold(editor: &Editor) -> Option<&'static str> {
    if !editor.filter().is_empty() {
        return Some(tr!("blocked-fold-filtered"));
    }
    let branch = editor.selection().nodes().iter().any(|node| editor.can_fold(*node));
    (!branch).then_some(tr!("blocked-fold"))
}

pub(super) fn any_folded(editor: &Editor) -> Option<&'static str> {
    let folded = editor.map().views().get(&editor.view()).is_some_and(|view| !view.folds.is_empty());
    (!folded).then_some(tr!("blocked-unfold"))
}

pub(super) fn focused(editor: &Editor) -> Option<&'static str> {
    editor.focus().is_none().then_some(tr!("blocked-focus"))
}

pub(super) fn wider(editor: &Editor) -> Option<&'static str> {
    let widest = editor.focus().is_some_and(|focus| focus.steps >= *Focus::STEPS.end());
    focused(editor).or(widest.then_some(tr!("blocked-wider")))
}

pub(super) fn narrower(editor: &Editor) -> Option<&'static str> {
    let narrowest = editor.focus().is_some_and(|focus| focus.steps <= *Focus::STEPS.start());
    focused(editor).or(narrowest.then_some(tr!("blocked-narrower")))
}

pub(super) fn filtered(editor: &Editor) -> Option<&'static str> {
    editor.filter().is_empty().then_some(tr!("blocked-filter"))
}
