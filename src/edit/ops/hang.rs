//! What hands on the canvas do to the argument: drawing a new claim out of a node, hanging a claim on another one.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use emath::Vec2;

use crate::base::{NodeId, NodeKind, Rng, ViewId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::add::{Made, label_of};
use crate::edit::ops::{OpError, check_kinds, need_node};
use crate::model::{ArgumentMap, Claim, Edge, Placement, Record, RecordId, Relation, RelationKind, Role};
use crate::tr;

/// How a new claim is joined to the node that it was drawn out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// The new claim bears on the node.
    Onto(RelationKind),
    /// The node bears on the new claim.
    From(RelationKind),
    /// The new claim is a further premise of the node, a relation.
    Premise,
}

/// By which relation a claim is to hang on another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// By that relation, of which it is a premise now.
    Instead(NodeId),
    /// By a new relation of that kind.
    New(RelationKind),
}

/// Adds a claim at a place together with what joins it to `node`.
pub fn add_joined(map: &ArgumentMap, rng: &mut Rng, place: (ViewId, Placement), node: NodeId, join: Join) -> Result<Made, OpError> {
    need_node(map, node)?;
    let (view, placement) = place;
    if !map.views().contains_key(&view) {
        return Err(OpError::Missing("view"));
    }
    let mut draft = Draft::new(map);
    let id = draft.add_node(Claim::default().into(), rng);
    draft.set(RecordId::Placement(view, id), Some(Record::Placement(placement)));
    let label = match join {
        Join::Onto(kind) => {
            check_kinds(NodeKind::Relation, Role::Target, node)?;
            let relation = draft.add_node(Relation::new(kind).into(), rng);
            draft.add_edge(id, Role::Premise, relation);
            draft.add_edge(relation, Role::Target, node);
            label_of(kind, node).to_owned()
        }
        Join::From(kind) => {
            if !matches!(node.kind(), NodeKind::Claim | NodeKind::Attribution) {
                return Err(OpError::IllFormed { from: node.kind(), role: Role::Premise, to: NodeKind::Relation });
            }
            let relation = draft.add_node(Relation::new(kind).into(), rng);
            draft.add_edge(node, Role::Premise, relation);
            draft.add_edge(relation, Role::Target, id);
            label_of(kind, id).to_owned()
        }
        Join::Premise => {
            check_kinds(NodeKind::Claim, Role::Premise, node)?;
            draft.add_edge(id, Role::Premise, node);
            tr!("step-add-premise").to_owned()
        }
    };
    Ok(Made { transaction: draft.finish(label, None), id })
}

/// Hangs a claim on another one: its relation gets a new target, or it gets a new relation. Where it was one premise of several it
/// leaves the others behind. Claims that are to come along are moved by `delta` in the same step.
pub fn hang(
    map: &ArgumentMap,
    rng: &mut Rng,
    premise: NodeId,
    bond: Bond,
    to: NodeId,
    moved: (ViewId, &BTreeSet<NodeId>, Vec2),
) -> Result<Transaction, OpError> {
    need_node(map, premise)?;
    need_node(map, to)?;
    if premise.kind() == NodeKind::Relation {
        return Err(OpError::IllFormed { from: premise.kind(), role: Role::Premise, to: NodeKind::Relation });
    }
    check_kinds(NodeKind::Relation, Role::Target, to)?;
    if premise == to {
        return Err(OpError::Itself(premise.kind()));
    }
    if leads_up_to(map, to, premise) {
        return Err(OpError::Circle("argument"));
    }
    let mut draft = Draft::new(map);
    let kind = match bond {
        Bond::New(kind) => kind,
        Bond::Instead(relation) => {
            let old = map.relation(relation).ok_or(OpError::Missing("relation"))?;
            if !map.has_edge(Edge::new(premise, Role::Premise, relation)) {
                return Err(OpError::Missing("premise"));
            }
            if map.target(relation) == Some(to) {
                return Err(OpError::AlreadyThere);
            }
            old.kind
        }
    };
    let same = |r: &NodeId| map.relation(*r).is_some_and(|r| r.kind == kind) && map.target(*r) == Some(to);
    if map.relations_from(premise).iter().any(same) {
        return Err(OpError::AlreadyThere);
    }
    match bond {
        Bond::Instead(relation) if map.premises(relation) == [premise] => {
            if to == relation || leads_up_to(map, to, relation) {
                return Err(OpError::Circle("argument"));
            }
            let loose = map.loose_edges().into_iter().filter(|e| e.from == relation && e.role == Role::Target);
            for edge in map.outgoing(relation).into_iter().filter(|e| e.role == Role::Target).chain(loose) {
                draft.set(RecordId::Edge(edge), None);
            }
            draft.add_edge(relation, Role::Target, to);
        }
        Bond::Instead(relation) => {
            draft.set(RecordId::Edge(Edge::new(premise, Role::Premise, relation)), None);
            join_anew(&mut draft, rng, kind, premise, to);
        }
        Bond::New(_) => join_anew(&mut draft, rng, kind, premise, to),
    }
    let (view, nodes, delta) = moved;
    let (dx, dy) = (delta.x.round() as i32, delta.y.round() as i32);
    for id in nodes {
        if let Some(place) = map.placement(view, *id) {
            let place = Placement { x: place.x.saturating_add(dx), y: place.y.saturating_add(dy), ..place };
            draft.set(RecordId::Placement(view, *id), Some(Record::Placement(place)));
        }
    }
    Ok(draft.finish(tr!("step-hang"), None))
}

fn join_anew(draft: &mut Draft<'_>, rng: &mut Rng, kind: RelationKind, premise: NodeId, to: NodeId) {
    let made = draft.add_node(Relation::new(kind).into(), rng);
    draft.add_edge(premise, Role::Premise, made);
    draft.add_edge(made, Role::Target, to);
}

/// Whether what bears on what leads from `start` to `end`.
fn leads_up_to(map: &ArgumentMap, start: NodeId, end: NodeId) -> bool {
    let mut seen = BTreeSet::from([start]);
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        if node == end {
            return true;
        }
        let ahead = map.relations_from(node).into_iter().chain(map.target(node));
        open.extend(ahead.filter(|next| seen.insert(*next)));
    }
    false
}

/// A node with all to which it leads, where every way comes to what is inside; none where one does not, which is noted as outside then.
fn ways_end_inside(map: &ArgumentMap, node: NodeId, inside: &BTreeSet<NodeId>, outside: &mut BTreeSet<NodeId>) -> Vec<NodeId> {
    let ahead_of = |node: NodeId| map.relations_from(node).into_iter().chain(map.target(node));
    // By node: from where it was come to.
    let mut from: BTreeMap<NodeId, NodeId> = BTreeMap::from([(node, node)]);
    let mut open = vec![node];
    while let Some(at) = open.pop() {
        let mut leads = false;
        for next in ahead_of(at) {
            leads = true;
            if outside.contains(&next) {
                leads = false;
                break;
            }
            if !inside.contains(&next) && !from.contains_key(&next) {
                from.insert(next, at);
                open.push(next);
            }
        }
        if !leads {
            let mut back = at;
            while outside.insert(back) {
                back = from.get(&back).copied().unwrap_or(node);
            }
            return Vec::new();
        }
    }
    // What goes round in circles without a way out of them comes to nothing.
    let mut ending: BTreeSet<NodeId> = BTreeSet::new();
    let mut open: Vec<NodeId> = from.keys().copied().filter(|at| ahead_of(*at).any(|next| inside.contains(&next))).collect();
    while let Some(at) = open.pop() {
        if ending.insert(at) {
            open.extend(map.relations_on(at).into_iter().chain(map.premises(at)).filter(|behind| from.contains_key(behind)));
        }
    }
    if ending.len() == from.len() {
        return ending.into_iter().collect();
    }
    outside.insert(node);
    Vec::new()
}

/// A claim and what bears on it alone, however far: what comes along when it is hung elsewhere. Looks no farther than the branch and the
/// ways that lead out of it.
pub fn branch(map: &ArgumentMap, claim: NodeId) -> BTreeSet<NodeId> {
    let mut inside = BTreeSet::from([claim]);
    let mut outside = BTreeSet::new();
    let mut open = vec![claim];
    while let Some(node) = open.pop() {
        for behind in map.relations_on(node).into_iter().chain(map.premises(node)) {
            if !inside.contains(&behind) && !outside.contains(&behind) {
                let new = ways_end_inside(map, behind, &inside, &mut outside);
                open.extend(&new);
                inside.extend(new);
            }
        }
    }
    inside.retain(|node| node.kind() == NodeKind::Claim);
    inside
}
