//! Edges between nodes that exist.

use crate::base::{NodeId, NodeKind, Rng};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::add::{Made, label_of};
use crate::edit::ops::delete::{Deletion, delete_premise};
use crate::edit::ops::{OpError, check_edge, check_kinds, leads_to, need_node};
use crate::model::{ArgumentMap, Edge, Record, RecordId, Relation, RelationKind, Role};
use crate::tr;

/// Adds a relation of that kind from `from` (its premise) to `to` (its target).
pub fn connect(map: &ArgumentMap, rng: &mut Rng, from: NodeId, to: NodeId, kind: RelationKind) -> Result<Made, OpError> {
    need_node(map, from)?;
    need_node(map, to)?;
    if !matches!(from.kind(), NodeKind::Claim | NodeKind::Attribution) {
        return Err(OpError::IllFormed { from: from.kind(), role: Role::Premise, to: NodeKind::Relation });
    }
    check_kinds(NodeKind::Relation, Role::Target, to)?;
    if from == to {
        return Err(OpError::Itself(from.kind()));
    }
    let same = |r: &NodeId| map.relation(*r).is_some_and(|r| r.kind == kind) && map.target(*r) == Some(to) && map.premises(*r) == [from];
    if map.relations_from(from).iter().any(same) {
        return Err(OpError::AlreadyThere);
    }
    let mut draft = Draft::new(map);
    let id = draft.add_node(Relation::new(kind).into(), rng);
    draft.add_edge(from, Role::Premise, id);
    draft.add_edge(id, Role::Target, to);
    Ok(Made { transaction: draft.finish(label_of(kind, to), None), id })
}

/// Makes a claim or an attribution a further premise of a relation.
pub fn add_premise(map: &ArgumentMap, relation: NodeId, premise: NodeId) -> Result<Transaction, OpError> {
    check_new_premise(map, relation, premise)?;
    let mut draft = Draft::new(map);
    draft.add_edge(premise, Role::Premise, relation);
    Ok(draft.finish(tr!("step-add-premise"), None))
}

/// Puts another claim or attribution in the place of a premise of a relation.
pub fn replace_premise(map: &ArgumentMap, relation: NodeId, old: NodeId, new: NodeId) -> Result<Transaction, OpError> {
    let edge = RecordId::Edge(Edge::new(old, Role::Premise, relation));
    let Some(Record::Edge(order)) = map.record(edge) else { return Err(OpError::Missing("premise")) };
    check_new_premise(map, relation, new)?;
    let mut draft = Draft::new(map);
    draft.set(edge, None);
    draft.set(RecordId::Edge(Edge::new(new, Role::Premise, relation)), Some(Record::Edge(order)));
    Ok(draft.finish(tr!("step-replace-premise"), None))
}

/// Checks that a node may become a further premise of a relation.
fn check_new_premise(map: &ArgumentMap, relation: NodeId, premise: NodeId) -> Result<(), OpError> {
    check_edge(map, premise, Role::Premise, relation)?;
    if map.target(relation) == Some(premise) {
        return Err(OpError::Itself(premise.kind()));
    }
    if map.has_edge(Edge::new(premise, Role::Premise, relation)) { Err(OpError::AlreadyThere) } else { Ok(()) }
}

/// Takes a premise out of a relation. The last one takes the relation with it, and what bears on it.
pub fn remove_premise(map: &ArgumentMap, relation: NodeId, premise: NodeId) -> Result<Deletion, OpError> {
    let edge = Edge::new(premise, Role::Premise, relation);
    if map.has_edge(edge) { Ok(delete_premise(map, edge)) } else { Err(OpError::Missing("premise")) }
}

/// Points a relation at another target, or an attribution at another content.
pub fn retarget(map: &ArgumentMap, node: NodeId, to: NodeId) -> Result<Transaction, OpError> {
    let (role, label) = match node.kind() {
        NodeKind::Relation => (Role::Target, tr!("step-change-target")),
        NodeKind::Attribution => (Role::Content, tr!("step-change-what-is-said")),
        NodeKind::Claim => return Err(OpError::PointsAtNothing),
    };
    check_edge(map, node, role, to)?;
    if node == to || map.has_edge(Edge::new(to, Role::Premise, node)) {
        return Err(OpError::Itself(to.kind()));
    }
    if role == Role::Content && leads_to(Some(to), node, |attribution| map.content(attribution)) {
        return Err(OpError::Circle("report"));
    }
    let now: Vec<Edge> = map.outgoing(node).into_iter().filter(|e| e.role == role).collect();
    if now == [Edge::new(node, role, to)] {
        return Err(OpError::AlreadyThere);
    }
    let mut draft = Draft::new(map);
    for edge in now.into_iter().chain(map.loose_edges().into_iter().filter(|e| e.from == node && e.role == role)) {
        draft.set(RecordId::Edge(edge), None);
    }
    draft.add_edge(node, role, to);
    Ok(draft.finish(label, None))
}
