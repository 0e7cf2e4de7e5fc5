//! Builds a map from scratch, for importers, examples and tests. An open map is changed through `edit` instead.

use crate::base::{GroupId, NodeId, NodeKind, Rng, SourceId, SpeakerId, ViewId};
use crate::model::{
    ArgumentMap, Attribution, Claim, Edge, Group, Meta, Node, Placement, Record, RecordId, Relation, RelationKind, Role, Source, Speaker,
    View,
};

/// Collects records; hands out ids where the format read has none.
#[derive(Debug)]
pub struct MapBuilder {
    map: ArgumentMap,
    rng: Rng,
}

impl MapBuilder {
    /// A builder whose ids follow from `seed`: the same input gives the same map.
    pub fn new(seed: u64) -> Self {
        Self { map: ArgumentMap::default(), rng: Rng::new(seed) }
    }

    /// The map so far.
    pub fn map(&self) -> &ArgumentMap {
        &self.map
    }

    /// The finished map.
    pub fn finish(self) -> ArgumentMap {
        self.map
    }

    fn set(&mut self, id: RecordId, record: Record) -> bool {
        let done = self.map.set_record(id, Some(record));
        debug_assert!(done.is_ok(), "{id:?}: {done:?}");
        done.is_ok()
    }

    /// Sets title and remarks.
    pub fn meta(&mut self, meta: Meta) {
        self.set(RecordId::Meta, Record::Meta(meta));
    }

    /// Adds a node under a new id.
    pub fn node(&mut self, node: impl Into<Node>) -> NodeId {
        let node = node.into();
        let id = self.map.free_node_id(node.kind(), &mut self.rng);
        self.set(RecordId::Node(id), Record::Node(node));
        id
    }

    /// Adds or replaces a node under a given id; `false` where the id's prefix names another kind.
    pub fn node_as(&mut self, id: NodeId, node: impl Into<Node>) -> bool {
        let node = node.into();
        id.kind() == node.kind() && self.set(RecordId::Node(id), Record::Node(node))
    }

    /// Adds a claim that says `text`.
    pub fn claim(&mut self, text: impl Into<String>) -> NodeId {
        self.node(Claim::new(text))
    }

    /// Adds a relation with its edges.
    pub fn relation(&mut self, relation: Relation, premises: &[NodeId], target: NodeId) -> NodeId {
        let id = self.node(relation);
        for premise in premises {
            self.edge(Edge::new(*premise, Role::Premise, id));
        }
        self.edge(Edge::new(id, Role::Target, target));
        id
    }

    /// Adds a support from premises to a target.
    pub fn support(&mut self, premises: &[NodeId], target: NodeId) -> NodeId {
        self.relation(Relation::new(RelationKind::Support), premises, target)
    }

    /// Adds a rebuttal from premises to a target: a claim, a relation (undercut) or an attribution.
    pub fn rebut(&mut self, premises: &[NodeId], target: NodeId) -> NodeId {
        self.relation(Relation::new(RelationKind::Rebuttal), premises, target)
    }

    /// Adds an attribution with its edge.
    pub fn attribute(&mut self, attribution: Attribution, content: NodeId) -> NodeId {
        let id = self.node(attribution);
        self.edge(Edge::new(id, Role::Content, content));
        id
    }

    /// Adds an edge as the last one into its end. An edge whose ends are missing joins them when they come.
    pub fn edge(&mut self, edge: Edge) {
        let order = self.map.next_order(edge.to);
        self.edge_at(edge, order);
    }

    /// Adds an edge at a given place among those into its end.
    pub fn edge_at(&mut self, edge: Edge, order: u32) {
        self.set(RecordId::Edge(edge), Record::Edge(order));
    }

    /// Adds a speaker under a new id.
    pub fn speaker(&mut self, speaker: Speaker) -> SpeakerId {
        let id = self.map.free_speaker_id(&mut self.rng);
        self.speaker_as(id, speaker);
        id
    }

    /// Adds or replaces a speaker under a given id.
    pub fn speaker_as(&mut self, id: SpeakerId, speaker: Speaker) {
        self.set(RecordId::Speaker(id), Record::Speaker(speaker));
    }

    /// Adds a source under a new id.
    pub fn source(&mut self, source: Source) -> SourceId {
        let id = self.map.free_source_id(&mut self.rng);
        self.source_as(id, source);
        id
    }

    /// Adds or replaces a source under a given id.
    pub fn source_as(&mut self, id: SourceId, source: Source) {
        self.set(RecordId::Source(id), Record::Source(source));
    }

    /// Adds a group under a new id.
    pub fn group(&mut self, group: Group) -> GroupId {
        let id = self.map.free_group_id(&mut self.rng);
        self.group_as(id, group);
        id
    }

    /// Adds or replaces a group under a given id.
    pub fn group_as(&mut self, id: GroupId, group: Group) {
        self.set(RecordId::Group(id), Record::Group(group));
    }

    /// Adds or replaces a view with its placements and folds.
    pub fn view(&mut self, id: ViewId, view: View) {
        self.set(RecordId::View(id), Record::View { title: view.title, layout: view.layout, side: view.side });
        for (node, placement) in view.placements {
            self.place(id, node, placement);
        }
        for node in view.folds {
            self.set(RecordId::Fold(id, node), Record::Fold);
        }
    }

    /// Places a node's box in a view that exists.
    pub fn place(&mut self, view: ViewId, node: NodeId, placement: Placement) {
        self.set(RecordId::Placement(view, node), Record::Placement(placement));
    }

    /// A free id of that kind, for importers that need one before the node.
    pub fn free_id(&mut self, kind: NodeKind) -> NodeId {
        self.map.free_node_id(kind, &mut self.rng)
    }
}
