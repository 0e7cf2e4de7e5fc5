//! The whole document, record by record. Questions about the argument are in `query.rs`.

use std::collections::BTreeMap;

use crate::base::{GroupId, NodeId, NodeKind, Rng, SourceId, SpeakerId, ViewId};
use crate::model::graph::Graph;
use crate::model::{Edge, Group, Node, Placement, Record, RecordId, Source, Speaker, View};

/// Title and remarks of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// What the debate is about.
    pub title: String,
    /// Remarks of the author.
    pub note: String,
    /// Structured data carried along as written (YAML front matter).
    pub data: String,
}

/// The whole document: graph, registers, views, title.
#[derive(Clone, Debug)]
pub struct ArgumentMap {
    pub(super) graph: Graph,
    meta: Meta,
    speakers: BTreeMap<SpeakerId, Speaker>,
    sources: BTreeMap<SourceId, Source>,
    groups: BTreeMap<GroupId, Group>,
    views: BTreeMap<ViewId, View>,
}

impl Default for ArgumentMap {
    /// An empty map with an empty main view.
    fn default() -> Self {
        Self {
            graph: Graph::default(),
            meta: Meta::default(),
            speakers: BTreeMap::new(),
            sources: BTreeMap::new(),
            groups: BTreeMap::new(),
            views: BTreeMap::from([(ViewId::main(), View::default())]),
        }
    }
}

impl PartialEq for ArgumentMap {
    /// Same records under the same ids. The place of an edge counts only as a rank among the edges into the same node.
    fn eq(&self, other: &Self) -> bool {
        self.meta == other.meta
            && self.speakers == other.speakers
            && self.sources == other.sources
            && self.groups == other.groups
            && self.views == other.views
            && self.node_count() == other.node_count()
            && self.nodes().eq(other.nodes())
            && self.edges() == other.edges()
    }
}

impl Eq for ArgumentMap {}

impl ArgumentMap {
    /// An empty map of that title.
    pub fn new(title: impl Into<String>) -> Self {
        Self { meta: Meta { title: title.into(), ..Meta::default() }, ..Self::default() }
    }

    /// Title and remarks.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// A claim, relation or attribution.
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.graph.node(id)
    }

    /// All nodes by id.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.graph.nodes()
    }

    /// The ids of all nodes in order.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.nodes().map(|(id, _)| id)
    }

    /// The ids of all nodes of one kind, in order.
    pub fn ids_of(&self, kind: NodeKind) -> impl Iterator<Item = NodeId> + '_ {
        self.graph.ids_of(kind)
    }

    /// Number of nodes of all kinds.
    pub fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    /// Number of nodes of one kind.
    pub fn count(&self, kind: NodeKind) -> usize {
        self.graph.count(kind)
    }

    /// All edges in the order of the file: by the node they run into, then in the author's order.
    pub fn edges(&self) -> Vec<Edge> {
        let mut all: Vec<(Edge, u32)> = self.graph.edges().collect();
        all.sort_by_key(|(edge, order)| (edge.to, *order, *edge));
        all.into_iter().map(|(edge, _)| edge).collect()
    }

    /// The edges that have both ends, with the nodes numbered in the order of [`ArgumentMap::nodes`]; in no particular order.
    pub fn numbered_edges(&self) -> impl Iterator<Item = (usize, crate::model::Role, usize)> + '_ {
        self.graph.numbered_edges()
    }

    /// Number of edges.
    pub fn edge_count(&self) -> usize {
        self.graph.edge_count()
    }

    /// Edges that name a node that is not in the map.
    pub fn loose_edges(&self) -> Vec<Edge> {
        self.graph.loose().map(|(edge, _)| edge).collect()
    }

    /// Whether the map has that edge.
    pub fn has_edge(&self, edge: Edge) -> bool {
        self.graph.edge_order(edge).is_some()
    }

    /// Edges into a node, in the author's order.
    pub fn incoming(&self, id: NodeId) -> Vec<Edge> {
        self.graph.edges_at(id, true).into_iter().map(|(edge, _)| edge).collect()
    }

    /// Edges out of a node.
    pub fn outgoing(&self, id: NodeId) -> Vec<Edge> {
        self.graph.edges_at(id, false).into_iter().map(|(edge, _)| edge).collect()
    }

    /// The place that puts a new edge last among those into `to`.
    pub fn next_order(&self, to: NodeId) -> u32 {
        self.graph.edges_at(to, true).last().map_or(0, |(_, order)| order.saturating_add(1))
    }

    /// The speaker register by id.
    pub fn speakers(&self) -> &BTreeMap<SpeakerId, Speaker> {
        &self.speakers
    }

    /// The source register by id.
    pub fn sources(&self) -> &BTreeMap<SourceId, Source> {
        &self.sources
    }

    /// The groups by id.
    pub fn groups(&self) -> &BTreeMap<GroupId, Group> {
        &self.groups
    }

    /// The views by name.
    pub fn views(&self) -> &BTreeMap<ViewId, View> {
        &self.views
    }

    /// Where a node's box stands in a view.
    pub fn placement(&self, view: ViewId, node: NodeId) -> Option<Placement> {
        self.views.get(&view)?.placements.get(&node).copied()
    }

    /// Whether a claim's branch is folded in a view.
    pub fn is_folded(&self, view: ViewId, claim: NodeId) -> bool {
        self.views.get(&view).is_some_and(|view| view.folds.contains(&claim))
    }

    /// A copy of one record, `None` where the map has none under that id.
    pub fn record(&self, id: RecordId) -> Option<Record> {
        match id {
            RecordId::Meta => Some(Record::Meta(self.meta.clone())),
            RecordId::Speaker(id) => self.speakers.get(&id).cloned().map(Record::Speaker),
            RecordId::Source(id) => self.sources.get(&id).cloned().map(Record::Source),
            RecordId::Group(id) => self.groups.get(&id).cloned().map(Record::Group),
            RecordId::Node(id) => self.node(id).cloned().map(Record::Node),
            RecordId::Edge(edge) => self.graph.edge_order(edge).map(Record::Edge),
            RecordId::View(id) => self.views.get(&id).map(|v| Record::View { title: v.title.clone(), layout: v.layout, side: v.side }),
            RecordId::Placement(view, node) => self.placement(view, node).map(Record::Placement),
            RecordId::Fold(view, node) => self.is_folded(view, node).then_some(Record::Fold),
        }
    }

    /// Writes or removes one record: the one door through which a map changes.
    ///
    /// # Errors
    /// Says in words what stands in the way; the map is then as it was.
    pub(crate) fn set_record(&mut self, id: RecordId, record: Option<Record>) -> Result<(), &'static str> {
        match (id, record) {
            (RecordId::Meta, Some(Record::Meta(meta))) => self.meta = meta,
            (RecordId::Speaker(id), Some(Record::Speaker(speaker))) => drop(self.speakers.insert(id, speaker)),
            (RecordId::Speaker(id), None) => drop(self.speakers.remove(&id)),
            (RecordId::Source(id), Some(Record::Source(source))) => drop(self.sources.insert(id, source)),
            (RecordId::Source(id), None) => drop(self.sources.remove(&id)),
            (RecordId::Group(id), Some(Record::Group(group))) => drop(self.groups.insert(id, group)),
            (RecordId::Group(id), None) => drop(self.groups.remove(&id)),
            (RecordId::Node(id), Some(Record::Node(node))) => {
                if node.kind() != id.kind() {
                    return Err("the id's prefix names another kind of node");
                }
                self.graph.put_node(id, node);
            }
            (RecordId::Node(id), None) => {
                if self.graph.contains(id) && !self.graph.remove_node(id) {
                    return Err("edges still touch the node");
                }
            }
            (RecordId::Edge(edge), Some(Record::Edge(order))) => self.graph.put_edge(edge, order),
            (RecordId::Edge(edge), None) => drop(self.graph.remove_edge(edge)),
            (RecordId::View(id), Some(Record::View { title, layout, side })) => {
                let view = self.views.entry(id).or_default();
                view.title = title;
                view.layout = layout;
                view.side = side;
            }
            (RecordId::View(id), None) => {
                if self.views.get(&id).is_some_and(|v| !v.placements.is_empty() || !v.folds.is_empty()) {
                    return Err("the view still has placements or folds");
                }
                self.views.remove(&id);
            }
            (RecordId::Placement(view, node), Some(Record::Placement(placement))) => {
                let view = self.views.get_mut(&view).ok_or("there is no such view")?;
                view.placements.insert(node, placement);
            }
            (RecordId::Placement(view, node), None) => {
                if let Some(view) = self.views.get_mut(&view) {
                    view.placements.remove(&node);
                }
            }
            (RecordId::Fold(view, node), Some(Record::Fold)) => {
                let view = self.views.get_mut(&view).ok_or("there is no such view")?;
                view.folds.insert(node);
            }
            (RecordId::Fold(view, node), None) => {
                if let Some(view) = self.views.get_mut(&view) {
                    view.folds.remove(&node);
                }
            }
            (RecordId::Meta, None) => return Err("a map always has a title record"),
            (_, Some(_)) => return Err("the record is of another kind than its id"),
        }
        Ok(())
    }

    /// A random id of that kind that the map does not use.
    pub fn free_node_id(&self, kind: NodeKind, rng: &mut Rng) -> NodeId {
        loop {
            let id = NodeId::random(kind, rng);
            if !self.graph.contains(id) {
                return id;
            }
        }
    }

    /// A random speaker id that the map does not use.
    pub fn free_speaker_id(&self, rng: &mut Rng) -> SpeakerId {
        loop {
            let id = SpeakerId::random(rng);
            if !self.speakers.contains_key(&id) {
                return id;
            }
        }
    }

    /// A random source id that the map does not use.
    pub fn free_source_id(&self, rng: &mut Rng) -> SourceId {
        loop {
            let id = SourceId::random(rng);
            if !self.sources.contains_key(&id) {
                return id;
            }
        }
    }

    /// A random group id that the map does not use.
    pub fn free_group_id(&self, rng: &mut Rng) -> GroupId {
        loop {
            let id = GroupId::random(rng);
            if !self.groups.contains_key(&id) {
                return id;
            }
        }
    }
}
