//! New claims, alone or with what joins them to the map, and new attributions.

use crate::base::{NodeId, NodeKind, Rng, ViewId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::{OpError, check_kinds, need_node};
use crate::model::{ArgumentMap, Attribution, Claim, Placement, Record, RecordId, Relation, RelationKind, Role, rules};
use crate::tr;

/// A transaction that adds a node, and the id it will have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made<Id = NodeId> {
    /// What to apply.
    pub transaction: Transaction,
    /// The new record.
    pub id: Id,
}

/// Adds a claim. Without a place it stays unplaced until a layout finds room for it.
pub fn add_claim(map: &ArgumentMap, rng: &mut Rng, claim: Claim, at: Option<(ViewId, Placement)>) -> Result<Made, OpError> {
    let mut draft = Draft::new(map);
    let id = draft.add_node(claim.into(), rng);
    if let Some((view, placement)) = at {
        if !map.views().contains_key(&view) {
            return Err(OpError::Missing("view"));
        }
        draft.set(RecordId::Placement(view, id), Some(Record::Placement(placement)));
    }
    Ok(Made { transaction: draft.finish(tr!("step-add-claim"), None), id })
}

/// Adds a claim together with a relation of that kind from it to `target`. A rebuttal of a relation is an undercut.
pub fn add_reason(map: &ArgumentMap, rng: &mut Rng, kind: RelationKind, claim: Claim, target: NodeId) -> Result<Made, OpError> {
    need_node(map, target)?;
    check_kinds(NodeKind::Relation, Role::Target, target)?;
    let mut draft = Draft::new(map);
    let id = draft.add_node(claim.into(), rng);
    let relation = draft.add_node(Relation::new(kind).into(), rng);
    draft.add_edge(id, Role::Premise, relation);
    draft.add_edge(relation, Role::Target, target);
    let label = label_of(kind, target);
    Ok(Made { transaction: draft.finish(label, None), id })
}

/// Adds a claim as a further premise of a relation: the premises stand or fall together.
pub fn add_premise_claim(map: &ArgumentMap, rng: &mut Rng, claim: Claim, relation: NodeId) -> Result<Made, OpError> {
    need_node(map, relation)?;
    check_kinds(NodeKind::Claim, Role::Premise, relation)?;
    let mut draft = Draft::new(map);
    let id = draft.add_node(claim.into(), rng);
    draft.add_edge(id, Role::Premise, relation);
    Ok(Made { transaction: draft.finish(tr!("step-add-premise"), None), id })
}

/// Adds a claim that each of `premises` supports by itself.
pub fn add_parent(map: &ArgumentMap, rng: &mut Rng, claim: Claim, premises: &[NodeId]) -> Result<Made, OpError> {
    if premises.is_empty() {
        return Err(OpError::Nothing("support"));
    }
    let mut draft = Draft::new(map);
    let id = draft.add_node(claim.into(), rng);
    for premise in premises {
        need_node(map, *premise)?;
        if !rules::is_well_formed(premise.kind(), Role::Premise, NodeKind::Relation) {
            return Err(OpError::IllFormed { from: premise.kind(), role: Role::Premise, to: NodeKind::Relation });
        }
        let relation = draft.add_node(Relation::new(RelationKind::Support).into(), rng);
        draft.add_edge(*premise, Role::Premise, relation);
        draft.add_edge(relation, Role::Target, id);
    }
    Ok(Made { transaction: draft.finish(tr!("step-add-parent"), None), id })
}

/// Adds an attribution of `content`: a claim, a relation or another attribution.
pub fn attribute(map: &ArgumentMap, rng: &mut Rng, attribution: Attribution, content: NodeId) -> Result<Made, OpError> {
    need_node(map, content)?;
    check_kinds(NodeKind::Attribution, Role::Content, content)?;
    if attribution.speaker.is_some_and(|id| map.speaker(id).is_none()) {
        return Err(OpError::Missing("speaker"));
    }
    if attribution.source.is_some_and(|id| map.source(id).is_none()) {
        return Err(OpError::Missing("source"));
    }
    let mut draft = Draft::new(map);
    let id = draft.add_node(attribution.into(), rng);
    draft.add_edge(id, Role::Content, content);
    Ok(Made { transaction: draft.finish(tr!("step-add-attribution"), None), id })
}

/// The label of the step that adds a relation of that kind on `target`.
pub(super) fn label_of(kind: RelationKind, target: NodeId) -> &'static str {
    match (kind, target.kind()) {
        (RelationKind::Rebuttal, NodeKind::Relation) => tr!("step-add-undercut"),
        (RelationKind::Support, _) => tr!("step-add-support"),
        (RelationKind::Rebuttal, _) => tr!("step-add-rebuttal"),
        (RelationKind::Restatement, _) => tr!("step-add-restatement"),
        (RelationKind::Preference, _) => tr!("step-add-preference"),
        (RelationKind::Contradiction, _) => tr!("step-add-contradiction"),
    }
}
