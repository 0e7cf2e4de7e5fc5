//! What is selected: nodes, one of them leading, and perhaps an entry of a register.

use std::collections::BTreeSet;

use crate::base::{GroupId, NodeId, SourceId, SpeakerId};
use crate::model::ArgumentMap;

/// An entry of a register or a group, as it is selected in a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entry {
    /// A speaker.
    Speaker(SpeakerId),
    /// A source.
    Source(SourceId),
    /// A group.
    Group(GroupId),
}

/// The selection. Commands that need one node take the leading one, which was selected last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    nodes: BTreeSet<NodeId>,
    lead: Option<NodeId>,
    entry: Option<Entry>,
}

impl Selection {
    /// One node.
    pub fn of(node: NodeId) -> Self {
        Self { nodes: BTreeSet::from([node]), lead: Some(node), entry: None }
    }

    /// Several nodes; the last one leads.
    pub fn of_all(nodes: impl IntoIterator<Item = NodeId>) -> Self {
        let mut selection = Self::default();
        for node in nodes {
            selection.nodes.insert(node);
            selection.lead = Some(node);
        }
        selection
    }

    /// An entry of a register and no node.
    pub fn of_entry(entry: Entry) -> Self {
        Self { entry: Some(entry), ..Self::default() }
    }

    /// The selected nodes by id.
    pub fn nodes(&self) -> &BTreeSet<NodeId> {
        &self.nodes
    }

    /// The node that commands act on where they need one.
    pub fn lead(&self) -> Option<NodeId> {
        self.lead
    }

    /// The only node selected; `None` where there are several or none.
    pub fn single(&self) -> Option<NodeId> {
        self.lead.filter(|_| self.nodes.len() == 1)
    }

    /// The selected speaker, source or group.
    pub fn entry(&self) -> Option<Entry> {
        self.entry
    }

    /// Whether the node is selected.
    pub fn contains(&self, node: NodeId) -> bool {
        self.nodes.contains(&node)
    }

    /// Whether neither node nor entry is selected.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.entry.is_none()
    }

    /// Adds a node, or takes it out.
    pub(super) fn toggle(&mut self, node: NodeId) {
        self.entry = None;
        if self.nodes.remove(&node) {
            if self.lead == Some(node) {
                self.lead = self.nodes.last().copied();
            }
        } else {
            self.nodes.insert(node);
            self.lead = Some(node);
        }
    }

    /// Adds nodes; the last one leads.
    pub(super) fn extend(&mut self, nodes: impl IntoIterator<Item = NodeId>) {
        self.entry = None;
        for node in nodes {
            self.nodes.insert(node);
            self.lead = Some(node);
        }
    }

    /// Drops what is no longer in the map.
    pub(super) fn prune(&mut self, map: &ArgumentMap) {
        self.nodes.retain(|node| map.node(*node).is_some());
        self.lead = self.lead.filter(|node| self.nodes.contains(node)).or_else(|| self.nodes.last().copied());
        self.entry = self.entry.filter(|entry| match entry {
            Entry::Speaker(id) => map.speaker(*id).is_some(),
            Entry::Source(id) => map.source(*id).is_some(),
            Entry::Group(id) => map.groups().contains_key(id),
        });
    }
}
