//! The petgraph behind the map. No petgraph index leaves this file: freed indices are handed out again, so identity is ours.

use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::Direction;
use petgraph::stable_graph::{EdgeIndex, NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef, IntoEdgeReferences, NodeIndexable};

use crate::base::{NodeId, NodeKind};
use crate::model::{Attribution, Claim, Relation};

crate::model::named_enum! {
    /// What an edge means. Edges run from premise to relation, from relation to target, from attribution to content.
    Role {
        /// `from` is a premise of the relation `to`.
        Premise = "premise",
        /// The relation `from` bears on `to`.
        Target = "target",
        /// The attribution `from` says `to`.
        Content = "content",
    }
}

/// An edge. Two edges with the same ends and role are the same edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edge {
    /// Where it starts.
    pub from: NodeId,
    /// What it means.
    pub role: Role,
    /// Where it ends.
    pub to: NodeId,
}

impl Edge {
    /// An edge from `from` to `to`.
    pub fn new(from: NodeId, role: Role, to: NodeId) -> Self {
        Self { from, role, to }
    }
}

/// A node of the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A proposition.
    Claim(Claim),
    /// A step between nodes.
    Relation(Relation),
    /// A speech act.
    Attribution(Attribution),
}

impl Node {
    /// Which kind of node this is.
    pub fn kind(&self) -> NodeKind {
        match self {
            Self::Claim(_) => NodeKind::Claim,
            Self::Relation(_) => NodeKind::Relation,
            Self::Attribution(_) => NodeKind::Attribution,
        }
    }
}

impl From<Claim> for Node {
    fn from(claim: Claim) -> Self {
        Self::Claim(claim)
    }
}

impl From<Relation> for Node {
    fn from(relation: Relation) -> Self {
        Self::Relation(relation)
    }
}

impl From<Attribution> for Node {
    fn from(attribution: Attribution) -> Self {
        Self::Attribution(attribution)
    }
}

#[derive(Clone, Debug)]
struct Entry {
    id: NodeId,
    /// Shared, so that a snapshot for a running job costs a pointer a node.
    node: Arc<Node>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    role: Role,
    order: u32,
}

/// How many nodes there are of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    claims: usize,
    relations: usize,
    attributions: usize,
}

impl Counts {
    fn of(&mut self, kind: NodeKind) -> &mut usize {
        match kind {
            NodeKind::Claim => &mut self.claims,
            NodeKind::Relation => &mut self.relations,
            NodeKind::Attribution => &mut self.attributions,
        }
    }
}

/// Nodes and edges, addressed by our ids alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    graph: StableDiGraph<Entry, Link>,
    index: BTreeMap<NodeId, NodeIndex>,
    counts: Counts,
    /// Edges that name a missing node: kept, so that nothing in a file is lost; they join the graph once both ends exist.
    loose: BTreeMap<Edge, u32>,
}

impl Graph {
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.graph.node_weight(*self.index.get(&id)?).map(|e| &*e.node)
    }

    pub(super) fn contains(&self, id: NodeId) -> bool {
        self.index.contains_key(&id)
    }

    pub(super) fn node_count(&self) -> usize {
        self.index.len()
    }

    pub(super) fn count(&self, kind: NodeKind) -> usize {
        let mut counts = self.counts;
        *counts.of(kind)
    }

    /// The ids of all nodes of one kind, in order.
    pub(super) fn ids_of(&self, kind: NodeKind) -> impl Iterator<Item = NodeId> + '_ {
        self.index.range(NodeId::least(kind)..).map(|(id, _)| *id).take_while(move |id| id.kind() == kind)
    }

    /// All nodes of one kind, by id.
    pub(super) fn nodes_of(&self, kind: NodeKind) -> impl Iterator<Item = (NodeId, &Node)> {
        let all = self.index.range(NodeId::least(kind)..).take_while(move |(id, _)| id.kind() == kind);
        all.filter_map(|(id, index)| Some((*id, &*self.graph.node_weight(*index)?.node)))
    }

    /// All nodes by id.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.index.iter().filter_map(|(id, index)| Some((*id, &*self.graph.node_weight(*index)?.node)))
    }

    /// Adds a node or replaces its content.
    pub(super) fn put_node(&mut self, id: NodeId, node: Node) {
        if let Some(entry) = self.index.get(&id).and_then(|i| self.graph.node_weight_mut(*i)) {
            entry.node = Arc::new(node);
            return;
        }
        *self.counts.of(id.kind()) += 1;
        let index = self.graph.add_node(Entry { id, node: Arc::new(node) });
        self.index.insert(id, index);
        if !self.loose.is_empty() {
            let joined: Vec<(Edge, u32)> =
                self.loose.iter().filter(|(e, _)| self.contains(e.from) && self.contains(e.to)).map(|(e, o)| (*e, *o)).collect();
            for (edge, order) in joined {
                self.loose.remove(&edge);
                self.put_edge(edge, order);
            }
        }
    }

    /// Removes a node that no edge touches; `false` where one does or the node is missing.
    pub(super) fn remove_node(&mut self, id: NodeId) -> bool {
        match self.index.get(&id) {
            Some(index) if self.graph.neighbors_undirected(*index).next().is_none() => {
                self.graph.remove_node(*index);
                self.index.remove(&id);
                *self.counts.of(id.kind()) -= 1;
                true
            }
            _ => false,
        }
    }

    fn find_edge(&self, edge: Edge) -> Option<EdgeIndex> {
        let (from, to) = (*self.index.get(&edge.from)?, *self.index.get(&edge.to)?);
        // Both ends in step, so that a hub at one of them costs nothing: the search is over when the shorter list is.
        let mut outgoing = self.graph.edges_directed(from, Direction::Outgoing);
        let mut incoming = self.graph.edges_directed(to, Direction::Incoming);
        loop {
            let (out, into) = (outgoing.next()?, incoming.next()?);
            if out.target() == to && out.weight().role == edge.role {
                return Some(out.id());
            }
            if into.source() == from && into.weight().role == edge.role {
                return Some(into.id());
            }
        }
    }

    /// The edge's place among those into the same node, where the edge exists.
    pub(super) fn edge_order(&self, edge: Edge) -> Option<u32> {
        match self.find_edge(edge) {
            Some(index) => self.graph.edge_weight(index).map(|l| l.order),
            None => self.loose.get(&edge).copied(),
        }
    }

    /// Adds an edge or gives it another place.
    pub(super) fn put_edge(&mut self, edge: Edge, order: u32) {
        if let Some(link) = self.find_edge(edge).and_then(|i| self.graph.edge_weight_mut(i)) {
            link.order = order;
            return;
        }
        match (self.index.get(&edge.from), self.index.get(&edge.to)) {
            (Some(from), Some(to)) => {
                self.graph.add_edge(*from, *to, Link { role: edge.role, order });
            }
            _ => {
                self.loose.insert(edge, order);
            }
        }
    }

    pub(super) fn remove_edge(&mut self, edge: Edge) -> bool {
        match self.find_edge(edge) {
            Some(index) => self.graph.remove_edge(index).is_some(),
            None => self.loose.remove(&edge).is_some(),
        }
    }

    pub(super) fn edge_count(&self) -> usize {
        self.graph.edge_count() + self.loose.len()
    }

    /// Edges that name a missing node.
    pub(super) fn loose(&self) -> impl Iterator<Item = (Edge, u32)> + '_ {
        self.loose.iter().map(|(e, o)| (*e, *o))
    }

    /// All edges with their places, loose ones included; in no particular order.
    pub(super) fn edges(&self) -> impl Iterator<Item = (Edge, u32)> + '_ {
        let joined = self.graph.edge_references().filter_map(|e| {
            let (from, to) = (self.graph.node_weight(e.source())?.id, self.graph.node_weight(e.target())?.id);
            Some((Edge { from, role: e.weight().role, to }, e.weight().order))
        });
        joined.chain(self.loose())
    }

    /// The edges that have both ends, with the nodes numbered in the order of [`Graph::nodes`]; in no particular order.
    pub(super) fn numbered_edges(&self) -> impl Iterator<Item = (usize, Role, usize)> + '_ {
        let mut number = vec![0; self.graph.node_bound()];
        for (i, index) in self.index.values().enumerate() {
            if let Some(slot) = number.get_mut(index.index()) {
                *slot = i;
            }
        }
        self.graph
            .edge_references()
            .filter_map(move |e| Some((*number.get(e.source().index())?, e.weight().role, *number.get(e.target().index())?)))
    }

    /// Edges that touch a node and have both ends, by place, then by the other end.
    pub(super) fn edges_at(&self, id: NodeId, incoming: bool) -> Vec<(Edge, u32)> {
        let Some(index) = self.index.get(&id) else { return Vec::new() };
        let direction = if incoming { Direction::Incoming } else { Direction::Outgoing };
        let mut found: Vec<(Edge, u32)> = self
            .graph
            .edges_directed(*index, direction)
            .filter_map(|e| {
                let (from, to) = (self.graph.node_weight(e.source())?.id, self.graph.node_weight(e.target())?.id);
                Some((Edge { from, role: e.weight().role, to }, e.weight().order))
            })
            .collect();
        found.sort_by_key(|(edge, order)| (*order, *edge));
        found
    }
}
