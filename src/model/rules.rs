//! Which edges are well formed: one table of (from, role, to).

use crate::base::NodeKind::{self, Attribution, Claim, Relation};
use crate::model::Role::{self, Content, Premise, Target};

/// The well-formed triples. A premise may be an attribution: "on the word of an expert" is a ground.
pub const WELL_FORMED: &[(NodeKind, Role, NodeKind)] = &[
    (Claim, Premise, Relation),
    (Attribution, Premise, Relation),
    (Relation, Target, Claim),
    (Relation, Target, Relation),
    (Relation, Target, Attribution),
    (Attribution, Content, Claim),
    (Attribution, Content, Relation),
    (Attribution, Content, Attribution),
];

/// Whether an edge of that role may join nodes of these kinds.
pub fn is_well_formed(from: NodeKind, role: Role, to: NodeKind) -> bool {
    WELL_FORMED.contains(&(from, role, to))
}
