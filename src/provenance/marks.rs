//! What to be careful about in each claim, for cards, tooltips and legends.

use std::collections::BTreeMap;

use crate::base::NodeId;
use crate::model::ArgumentMap;
use crate::provenance::copies::Copies;
use crate::provenance::origins::{Mark, origins};
use crate::provenance::trace::traces;
use crate::tr;

/// A reason to be careful with a claim, without names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// One origin.
    OneOrigin,
    /// A circle of reports.
    Circle,
    /// Origins that nobody names.
    Anonymous,
    /// Origins that are many people spoken of together.
    Collective,
    /// Origins without a date.
    Undated,
    /// Origins in no source with an address.
    Unlinked,
    /// Several origins, known from one source only.
    OneSource,
}

/// A reason to be careful with a claim, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// Which.
    pub kind: MarkKind,
    /// Why, with names.
    pub reason: String,
}

/// What to be careful about, by claim.
pub type Cautions = BTreeMap<NodeId, Vec<Caution>>;

impl MarkKind {
    /// Every kind.
    pub const ALL: &[Self] =
        &[Self::OneOrigin, Self::Circle, Self::Anonymous, Self::Collective, Self::Undated, Self::Unlinked, Self::OneSource];

    /// The stable name in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::OneOrigin => "one-origin",
            Self::Circle => "circle",
            Self::Anonymous => "anonymous",
            Self::Collective => "collective",
            Self::Undated => "undated",
            Self::Unlinked => "unlinked",
            Self::OneSource => "one-source",
        }
    }

    /// What a legend says of it.
    pub fn title(self) -> &'static str {
        match self {
            Self::OneOrigin => tr!("caution-one-origin"),
            Self::Circle => tr!("caution-circle"),
            Self::Anonymous => tr!("caution-anonymous"),
            Self::Collective => tr!("caution-collective"),
            Self::Undated => tr!("caution-undated"),
            Self::Unlinked => tr!("caution-unlinked"),
            Self::OneSource => tr!("caution-one-source"),
        }
    }
}

impl Mark {
    /// Which kind it is.
    pub fn kind(&self) -> MarkKind {
        match self {
            Self::OneOrigin => MarkKind::OneOrigin,
            Self::Circle(_) => MarkKind::Circle,
            Self::Anonymous(_) => MarkKind::Anonymous,
            Self::Collective(_) => MarkKind::Collective,
            Self::Undated(_) => MarkKind::Undated,
            Self::Unlinked(_) => MarkKind::Unlinked,
            Self::OneSource(_) => MarkKind::OneSource,
        }
    }
}

/// What to be careful about in each claim that somebody says. Claims that restate each other share it.
pub fn cautions(map: &ArgumentMap, copies: &Copies) -> Cautions {
    let mut all = BTreeMap::new();
    for trace in traces(map) {
        let found = origins(map, &trace, copies);
        let mut cautions: Vec<Caution> =
            found.marks.iter().map(|mark| Caution { kind: mark.kind(), reason: mark.reason(map, &found) }).collect();
        cautions.dedup_by_key(|caution| caution.kind);
        if !cautions.is_empty() {
            let said = trace.wordings.iter().filter(|wording| !map.attributions_of(**wording).is_empty());
            all.extend(said.map(|wording| (*wording, cautions.clone())));
        }
    }
    all
}
