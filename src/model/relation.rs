//! Relations: steps from premises to a target. Reified, so that a relation can itself be rebutted (undercut).

use crate::base::GroupId;

crate::model::named_enum! {
    /// What a relation does to its target. Undercut, undermine and rebut are not kinds: they follow from what the target is
    /// ([`crate::model::Attack`]).
    RelationKind {
        /// Speaks for the target (AIF: RA).
        Support = "support",
        /// Speaks against the target (AIF: CA).
        Rebuttal = "rebuttal",
        /// Says the same in other words (AIF: MA).
        Restatement = "restatement",
        /// Is to be preferred to the target (AIF: PA).
        Preference = "preference",
        /// Cannot both be true, nor both be false: holds in both directions (Argdown: `><`).
        Contradiction = "contradiction",
    }
}

/// A step from any number of premises (linked: they stand together) to one target. Premises and target are edges of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What it does to its target.
    pub kind: RelationKind,
    /// A short name, where the author gives one (Argdown's argument title).
    pub title: String,
    /// The argumentation scheme or inference rule ("Modus ponens").
    pub scheme: String,
    /// How strong the author holds it to be, in percent.
    pub weight: Option<u8>,
    /// Free labels, in the author's order.
    pub tags: Vec<String>,
    /// The group it belongs to.
    pub group: Option<GroupId>,
    /// Remarks of the author.
    pub note: String,
    /// Structured data carried along as written (YAML).
    pub data: String,
    /// Its id in the format it was imported from, for round trips.
    pub origin: String,
}

impl Relation {
    /// A relation of that kind and nothing more.
    pub fn new(kind: RelationKind) -> Self {
        Self {
            kind,
            title: String::new(),
            scheme: String::new(),
            weight: None,
            tags: Vec::new(),
            group: None,
            note: String::new(),
            data: String::new(),
            origin: String::new(),
        }
    }
}
