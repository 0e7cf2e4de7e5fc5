//! A draft collects what an operation changes and hands it out as a transaction in an order that the model accepts.

use std::collections::BTreeMap;

use crate::base::{NodeId, NodeKind, Rng};
use crate::edit::{Edit, MergeKey, Transaction};
use crate::model::{ArgumentMap, Edge, Node, Record, RecordId, Role};

/// Changes to a map that are not applied yet.
pub(super) struct Draft<'a> {
    map: &'a ArgumentMap,
    edits: BTreeMap<RecordId, Edit>,
    next_orders: BTreeMap<NodeId, u32>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(map: &'a ArgumentMap) -> Self {
        Self { map, edits: BTreeMap::new(), next_orders: BTreeMap::new() }
    }

    /// The map before the changes.
    pub(super) fn map(&self) -> &'a ArgumentMap {
        self.map
    }

    /// Whether it writes or removes that record.
    pub(super) fn has(&self, id: RecordId) -> bool {
        self.edits.contains_key(&id)
    }

    /// Writes or removes a record; the last word on a record counts.
    pub(super) fn set(&mut self, id: RecordId, after: Option<Record>) {
        let map = self.map;
        self.edits.entry(id).or_insert_with(|| Edit { id, before: map.record(id), after: None }).after = after;
    }

    /// Removes a node and its placements; its edges are the caller's.
    pub(super) fn remove_node(&mut self, id: NodeId) {
        self.set(RecordId::Node(id), None);
        for view in self.map.views().keys() {
            self.set(RecordId::Placement(*view, id), None);
        }
    }

    /// Adds a node under a new id.
    pub(super) fn add_node(&mut self, node: Node, rng: &mut Rng) -> NodeId {
        let id = self.free_id(node.kind(), rng);
        self.set(RecordId::Node(id), Some(Record::Node(node)));
        id
    }

    fn free_id(&self, kind: NodeKind, rng: &mut Rng) -> NodeId {
        loop {
            let id = self.map.free_node_id(kind, rng);
            if !self.edits.contains_key(&RecordId::Node(id)) {
                return id;
            }
        }
    }

    /// Adds an edge as the last one into its end.
    pub(super) fn add_edge(&mut self, from: NodeId, role: Role, to: NodeId) {
        let map = self.map;
        let next = self.next_orders.entry(to).or_insert_with(|| map.next_order(to));
        let order = *next;
        *next = next.saturating_add(1);
        self.set(RecordId::Edge(Edge::new(from, role, to)), Some(Record::Edge(order)));
    }

    /// The transaction: what really changes, with nodes before the edges that need them, and the reverse where they go.
    pub(super) fn finish(self, label: impl Into<String>, merge_key: Option<MergeKey>) -> Transaction {
        let mut edits: Vec<Edit> = self.edits.into_values().filter(|e| e.before != e.after).collect();
        edits.sort_by_key(|e| phase(&e.id, e.after.is_some()));
        Transaction { label: label.into(), merge_key, edits }
    }
}

fn phase(id: &RecordId, stays: bool) -> u8 {
    let leans_on_others = match id {
        RecordId::Edge(_) | RecordId::Placement(..) | RecordId::Fold(..) => true,
        RecordId::Meta | RecordId::Speaker(_) | RecordId::Source(_) | RecordId::Group(_) | RecordId::Node(_) | RecordId::View(_) => false,
    };
    match (stays, leans_on_others) {
        (false, true) => 0,
        (false, false) => 1,
        (true, false) => 2,
        (true, true) => 3,
    }
}
