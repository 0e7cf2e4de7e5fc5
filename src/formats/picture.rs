//! What all pictures have in common.

use crate::formats::{ExportRequest, Loss};
use crate::model::{ArgumentMap, Node};
use crate::render::{Scene, TextShaper, Theme, scene as render_scene};

/// The view that is asked for.
pub(super) fn scene(request: &ExportRequest<'_>) -> Scene {
    render_scene(request.map, request.view, Theme { name: request.theme }, &mut TextShaper::new())
}

/// A picture shows claims, relations and who says what; it keeps nothing that could be read back.
pub(super) fn losses(map: &ArgumentMap) -> Vec<Loss> {
    let quotes = map.attributions().map(|(_, attribution)| attribution.quotes.len()).sum();
    let notes = map.nodes().filter(|(_, node)| node_note(node)).count();
    [("quotes", quotes), ("sources", map.sources().len()), ("notes", notes), ("groups", map.groups().len())]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| Loss { what: what.to_owned(), count })
        .collect()
}

fn node_note(node: &Node) -> bool {
    !match node {
        Node::Claim(claim) => &claim.note,
        Node::Relation(relation) => &relation.note,
        Node::Attribution(attribution) => &attribution.note,
    }
    .trim()
    .is_empty()
}
