//! Records: the units in which a map is changed, saved and compared.

use crate::base::{GroupId, NodeId, SourceId, SpeakerId, ViewId};
use crate::model::{Edge, Group, LayoutName, Meta, Node, Placement, Side, Source, Speaker};

/// Names one record of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordId {
    /// Title and remarks of the map.
    Meta,
    /// A speaker.
    Speaker(SpeakerId),
    /// A source.
    Source(SourceId),
    /// A group.
    Group(GroupId),
    /// A claim, relation or attribution.
    Node(NodeId),
    /// An edge between two nodes.
    Edge(Edge),
    /// A view, without its placements and folds.
    View(ViewId),
    /// A node's placement in a view.
    Placement(ViewId, NodeId),
    /// That a claim's branch is folded in a view.
    Fold(ViewId, NodeId),
}

/// The content of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// Title and remarks of the map.
    Meta(Meta),
    /// A speaker.
    Speaker(Speaker),
    /// A source.
    Source(Source),
    /// A group.
    Group(Group),
    /// A claim, relation or attribution.
    Node(Node),
    /// An edge: its place among the edges into the same node, from 0, gaps allowed.
    Edge(u32),
    /// A view, without its placements and folds.
    View {
        /// What people call it.
        title: String,
        /// The layout used for what has no placement.
        layout: LayoutName,
        /// The side of their targets on which it puts reasons.
        side: Side,
    },
    /// A node's placement in a view.
    Placement(Placement),
    /// A claim's branch is folded.
    Fold,
}

/// The kinds of record, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// [`Record::Meta`]
    Meta,
    /// [`Record::Speaker`]
    Speaker,
    /// [`Record::Source`]
    Source,
    /// [`Record::Group`]
    Group,
    /// [`Record::Node`]
    Node,
    /// [`Record::Edge`]
    Edge,
    /// [`Record::View`]
    View,
    /// [`Record::Placement`]
    Placement,
    /// [`Record::Fold`]
    Fold,
}

impl Record {
    /// Which kind of record this is.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Meta(_) => RecordKind::Meta,
            Self::Speaker(_) => RecordKind::Speaker,
            Self::Source(_) => RecordKind::Source,
            Self::Group(_) => RecordKind::Group,
            Self::Node(_) => RecordKind::Node,
            Self::Edge(_) => RecordKind::Edge,
            Self::View { .. } => RecordKind::View,
            Self::Placement(_) => RecordKind::Placement,
            Self::Fold => RecordKind::Fold,
        }
    }
}

impl RecordId {
    /// The kind of record that this id can hold.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Meta => RecordKind::Meta,
            Self::Speaker(_) => RecordKind::Speaker,
            Self::Source(_) => RecordKind::Source,
            Self::Group(_) => RecordKind::Group,
            Self::Node(_) => RecordKind::Node,
            Self::Edge(_) => RecordKind::Edge,
            Self::View(_) => RecordKind::View,
            Self::Placement(..) => RecordKind::Placement,
            Self::Fold(..) => RecordKind::Fold,
        }
    }
}
