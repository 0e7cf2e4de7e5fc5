//! Views: where things stand on a canvas. A map can have several.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::NodeId;

crate::model::named_enum! {
    /// The layout that a view asks for.
    LayoutName {
        /// What suits the map: layered for trees and near-trees, force-directed for webs.
        Auto = "auto",
        /// Force-directed: connected things attract, boxes repel.
        Force = "force",
        /// In layers: every reason beyond what it bears on, few crossings.
        Layered = "layered",
        /// A compact tree; links beyond the tree are drawn across it.
        Tree = "tree",
        /// By date, from left to right.
        Timeline = "timeline",
        /// A lane for each speaker.
        Speakers = "speakers",
    }
}

crate::model::named_enum! {
    /// Where reasons stand, seen from what they bear on.
    #[derive(Default)]
    Side {
        /// The thesis is at the top.
        #[default]
        Below = "below",
        /// The thesis is at the bottom.
        Above = "above",
        /// The thesis is on the right.
        Left = "left",
        /// The thesis is on the left.
        Right = "right",
    }
}

/// Where a node's box stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Placement {
    /// Centre of the box in map units (1 unit = 1 point at zoom 1), x to the right.
    pub x: i32,
    /// Centre of the box in map units, y down.
    pub y: i32,
    /// Layouts leave it where it is.
    pub pinned: bool,
}

/// One arrangement of the map. Claims have placements; relations and attributions are drawn from those of their ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What people call it; empty for the main view.
    pub title: String,
    /// The layout used for what has no placement.
    pub layout: LayoutName,
    /// The side of their targets on which the layout puts reasons, where it has a direction.
    pub side: Side,
    /// Placements by node.
    pub placements: BTreeMap<NodeId, Placement>,
    /// The claims whose branches are folded. One that is not in the map means nothing.
    pub folds: BTreeSet<NodeId>,
}

impl Default for View {
    fn default() -> Self {
        Self { title: String::new(), layout: LayoutName::Auto, side: Side::Below, placements: BTreeMap::new(), folds: BTreeSet::new() }
    }
}
