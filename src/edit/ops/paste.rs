//! Pasting a fragment: new ids for its nodes, the register entries it names where the map has them not, links to what it shares with the
//! map.

use std::collections::{BTreeMap, BTreeSet};

use emath::Vec2;

use crate::base::{NodeId, NodeKind, Rng, ViewId};
use crate::edit::Fragment;
use crate::edit::draft::Draft;
use crate::edit::ops::add::Made;
use crate::edit::ops::{OpError, check_kinds, need_node};
use crate::model::{ArgumentMap, Node, Placement, Record, RecordId, Relation, RelationKind, Role};
use crate::tr;

/// Pastes a fragment `offset` away from where it was copied. The new claims come back, those that bear on nothing in it last.
pub fn paste(map: &ArgumentMap, rng: &mut Rng, fragment: &Fragment, view: ViewId, offset: Vec2) -> Result<Made<Vec<NodeId>>, OpError> {
    if !map.views().contains_key(&view) {
        return Err(OpError::Missing("view"));
    }
    let mut draft = Draft::new(map);
    let new_ids = add_copies(&mut draft, rng, fragment)?;
    for (old, placement) in &fragment.placements {
        if let Some(new) = new_ids.get(old).filter(|new| *new != old) {
            let (x, y) = (placement.x.saturating_add(offset.x.round() as i32), placement.y.saturating_add(offset.y.round() as i32));
            draft.set(RecordId::Placement(view, *new), Some(Record::Placement(Placement { x, y, ..*placement })));
        }
    }
    Ok(made(draft, fragment, &new_ids))
}

/// Pastes a fragment so that its claims that bear on nothing in it bear on `target`: those in `rebuttals` as rebuttals, the others as
/// supports. Nothing of it has a place yet. The new claims come back, those that bear on nothing in the fragment last.
pub fn paste_under(
    map: &ArgumentMap,
    rng: &mut Rng,
    fragment: &Fragment,
    target: NodeId,
    rebuttals: &BTreeSet<NodeId>,
) -> Result<Made<Vec<NodeId>>, OpError> {
    need_node(map, target)?;
    check_kinds(NodeKind::Relation, Role::Target, target)?;
    let mut draft = Draft::new(map);
    let new_ids = add_copies(&mut draft, rng, fragment)?;
    for root in fragment.roots() {
        let Some(new) = new_ids.get(&root) else { continue };
        let kind = if rebuttals.contains(&root) { RelationKind::Rebuttal } else { RelationKind::Support };
        let relation = draft.add_node(Relation::new(kind).into(), rng);
        draft.add_edge(*new, Role::Premise, relation);
        draft.add_edge(relation, Role::Target, target);
    }
    Ok(made(draft, fragment, &new_ids))
}

/// Adds the nodes under new ids, the edges among them, and the entries they name. What the map keeps has its own id.
fn add_copies(draft: &mut Draft<'_>, rng: &mut Rng, fragment: &Fragment) -> Result<BTreeMap<NodeId, NodeId>, OpError> {
    if fragment.is_empty() {
        return Err(OpError::Nothing("paste"));
    }
    let kept = fragment.kept_in(draft.map());
    let mut new_ids: BTreeMap<NodeId, NodeId> = kept.iter().map(|id| (*id, *id)).collect();
    for (old, node) in fragment.nodes.iter().filter(|(id, _)| !kept.contains(id)) {
        new_ids.insert(*old, draft.add_node(without_origin(node.clone()), rng));
    }
    for edge in fragment.edges.iter().filter(|edge| !kept.contains(&edge.from) || !kept.contains(&edge.to)) {
        if let (Some(from), Some(to)) = (new_ids.get(&edge.from), new_ids.get(&edge.to)) {
            draft.add_edge(*from, edge.role, *to);
        }
    }
    add_missing_entries(draft, fragment);
    Ok(new_ids)
}

fn made(draft: Draft<'_>, fragment: &Fragment, new_ids: &BTreeMap<NodeId, NodeId>) -> Made<Vec<NodeId>> {
    let roots = fragment.roots();
    let others = new_ids.keys().filter(|id| id.kind() == NodeKind::Claim && !roots.contains(id));
    let new = |id: &NodeId| new_ids.get(id).copied().filter(|new| new != id);
    let claims: Vec<NodeId> = others.chain(roots.iter().rev()).filter_map(new).collect();
    Made { transaction: draft.finish(tr!("step-paste-claims", count = claims.len()), None), id: claims }
}

/// A copy is not the thing that was imported, nor the one that was bookmarked.
fn without_origin(mut node: Node) -> Node {
    match &mut node {
        Node::Claim(claim) => {
            claim.origin.clear();
            claim.bookmarked = false;
        }
        Node::Relation(relation) => relation.origin.clear(),
        Node::Attribution(attribution) => attribution.origin.clear(),
    }
    node
}

fn add_missing_entries(draft: &mut Draft<'_>, fragment: &Fragment) {
    let map = draft.map();
    for (id, speaker) in fragment.speakers.iter().filter(|(id, _)| map.speaker(**id).is_none()) {
        draft.set(RecordId::Speaker(*id), Some(Record::Speaker(speaker.clone())));
    }
    for (id, source) in fragment.sources.iter().filter(|(id, _)| map.source(**id).is_none()) {
        draft.set(RecordId::Source(*id), Some(Record::Source(source.clone())));
    }
    for (id, group) in fragment.groups.iter().filter(|(id, _)| !map.groups().contains_key(id)) {
        draft.set(RecordId::Group(*id), Some(Record::Group(group.clone())));
    }
}
