//! What screen readers learn of the canvas beyond a node's words: its place among the claims, and where its relations lead.

use std::collections::BTreeMap;

use egui::{Response, Ui};

use super::widget_id;
use crate::base::{NodeId, NodeKind};
use crate::editor::Editor;

/// In larger maps a claim's number tells nobody anything.
const MAX_NUMBERED: usize = 2000;

/// Ties the widgets of this frame together in the tree of the window: premises flow to relations and these to targets, attributions
/// to what is said; a node's details are its attributions.
pub(super) fn relate(ui: &Ui, shown: &[(NodeId, Response)], editor: &Editor) {
    let ctx = ui.ctx();
    let Some((first, _)) = shown.first() else { return };
    // Without a screen reader there is no tree.
    if ctx.accesskit_node_builder(widget_id(*first), |_| ()).is_none() {
        return;
    }
    let map = editor.map();
    let mut drawn: Vec<NodeId> = shown.iter().map(|(node, _)| *node).collect();
    drawn.sort_unstable();
    // A relation to a node that is not in the tree would break it.
    let ids = |nodes: Vec<NodeId>| -> Vec<egui::accesskit::NodeId> {
        nodes.into_iter().filter(|node| drawn.binary_search(node).is_ok()).map(|node| widget_id(node).accesskit_id()).collect()
    };
    let numbers = numbers(editor);
    for (node, _) in shown {
        let ahead = match node.kind() {
            NodeKind::Claim => map.relations_from(*node),
            NodeKind::Relation => map.target(*node).into_iter().collect(),
            NodeKind::Attribution => map.content(*node).into_iter().chain(map.relations_from(*node)).collect(),
        };
        let (ahead, said) = (ids(ahead), ids(map.attributions_of(*node)));
        let cautions = editor.cautions().get(node).into_iter().flatten().map(|caution| caution.reason.as_str());
        let cautions = cautions.collect::<Vec<_>>().join(" ");
        ctx.accesskit_node_builder(widget_id(*node), |builder| {
            if !ahead.is_empty() {
                builder.set_flow_to(ahead);
            }
            if !said.is_empty() {
                builder.set_details(said);
            }
            if !cautions.is_empty() {
                builder.set_description(cautions.as_str());
            }
            if let Some(number) = numbers.get(node) {
                builder.set_position_in_set(*number);
                builder.set_size_of_set(numbers.len());
            }
        });
    }
}

/// The claims in reading order, from 0.
fn numbers(editor: &Editor) -> BTreeMap<NodeId, usize> {
    let placements = editor.map().views().get(&editor.view()).map(|view| &view.placements);
    let Some(placements) = placements.filter(|placements| placements.len() <= MAX_NUMBERED) else { return BTreeMap::new() };
    let mut order: Vec<(i32, i32, NodeId)> = placements.iter().map(|(id, place)| (place.y, place.x, *id)).collect();
    order.sort_unstable();
    order.into_iter().enumerate().map(|(number, (.., id))| (id, number)).collect()
}

/// The selected claims and relations with what they are tied to: what can be reached by keys where too much is on screen for all of it.
pub(super) fn near_selection(editor: &Editor, at_most: usize) -> Vec<NodeId> {
    let map = editor.map();
    let selected: Vec<NodeId> = editor.selection().nodes().iter().copied().take(at_most).collect();
    let tied = editor.selection().lead().into_iter().flat_map(|lead| {
        let relations: Vec<NodeId> = map.relations_on(lead).into_iter().chain(map.relations_from(lead)).chain(map.target(lead)).collect();
        let ends =
            relations.iter().flat_map(|relation| map.premises(*relation).into_iter().chain(map.target(*relation))).collect::<Vec<_>>();
        map.premises(lead).into_iter().chain(relations).chain(ends)
    });
    let mut near: Vec<NodeId> = selected.into_iter().chain(tied).filter(|node| node.kind() != NodeKind::Attribution).collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(at_most);
    near
}
