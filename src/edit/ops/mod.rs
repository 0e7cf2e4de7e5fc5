//! Operations: pure functions from a map to the transaction that changes it. One file per subject.

mod add;
mod align;
mod bookmark;
mod chain;
mod connect;
mod delete;
mod fold;
mod hang;
mod hear;
mod merge;
mod order;
mod paste;
mod place;
mod register;
mod set;
mod texts;
mod unite;

pub use add::{Made, add_claim, add_parent, add_premise_claim, add_reason, attribute};
pub use align::{Alignment, align};
pub use bookmark::bookmark;
pub use chain::{ChainLink, add_chain, source_named, speaker_named};
pub use connect::{add_premise, connect, remove_premise, replace_premise, retarget};
pub use delete::{Consequences, Deletion, delete_group, delete_nodes, delete_source, delete_speaker};
pub use fold::set_folds;
pub use hang::{Bond, Join, add_joined, branch, hang};
pub use hear::{Heard, dismiss, hear};
pub use merge::{Merger, merge_sources, merge_speakers};
pub use order::reorder;
pub use paste::{paste, paste_under};
pub use place::{lay_out, move_nodes, pin, place};
pub use register::{add_group, add_new_author, add_source, add_speaker, attribute_to_new_speaker, cite_new_source};
pub use set::{set_field, set_fields};
pub use texts::{NewSource, add_sources, add_text, remove_text};
pub use unite::unite_claims;

use std::collections::BTreeSet;

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Role, rules};
use crate::tr;

/// Why an operation cannot be done. The message says what stands in the way and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpError {
    /// The record is not in the map (any more).
    #[error("{}", tr!("op-missing", what = *.0))]
    Missing(&'static str),
    /// Only relations and attributions point at something.
    #[error("{}", tr!("op-points-at-nothing"))]
    PointsAtNothing,
    /// The model allows no such edge.
    #[error("{}", tr!("op-ill-formed", from = from.word(), role = role.word(), to = to.word()))]
    IllFormed {
        /// Where the edge would start.
        from: NodeKind,
        /// What it would mean.
        role: Role,
        /// Where it would end.
        to: NodeKind,
    },
    /// A node would bear on itself.
    #[error("{}", tr!("op-itself", what = .0.word()))]
    Itself(NodeKind),
    /// The same is there already.
    #[error("{}", tr!("op-already-there"))]
    AlreadyThere,
    /// The latest version of a text is that text.
    #[error("{}", tr!("op-same-text"))]
    SameText,
    /// Reports, replies or groups would go round in a circle.
    #[error("{}", tr!("op-circle", what = *.0))]
    Circle(&'static str),
    /// The number is outside its range.
    #[error("{}", tr!("op-weight"))]
    Weight,
    /// The arguments leave nothing to do.
    #[error("{}", tr!("op-nothing", what = *.0))]
    Nothing(&'static str),
}

/// Checks that an edge of that role may run from one node of the map to another.
fn check_edge(map: &ArgumentMap, from: NodeId, role: Role, to: NodeId) -> Result<(), OpError> {
    need_node(map, from)?;
    need_node(map, to)?;
    check_kinds(from.kind(), role, to)
}

/// The same for a node that does not exist yet.
fn check_kinds(from: NodeKind, role: Role, to: NodeId) -> Result<(), OpError> {
    if rules::is_well_formed(from, role, to.kind()) { Ok(()) } else { Err(OpError::IllFormed { from, role, to: to.kind() }) }
}

fn need_node(map: &ArgumentMap, id: NodeId) -> Result<(), OpError> {
    if map.node(id).is_some() { Ok(()) } else { Err(OpError::Missing(id.kind().word())) }
}

/// Whether following `next` from `start` comes by `end`.
fn leads_to<Id: Copy + Ord>(start: Option<Id>, end: Id, next: impl Fn(Id) -> Option<Id>) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = start;
    while let Some(id) = at {
        if id == end {
            return true;
        }
        if !seen.insert(id) {
            return false;
        }
        at = next(id);
    }
    false
}
