//! A part of a map on its own: what the clipboard holds.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{GroupId, NodeId, NodeKind, SourceId, SpeakerId, ViewId};
use crate::model::{ArgumentMap, Edge, Group, Node, Placement, Role, Source, Speaker};

/// Nodes with the edges among them, where they stood, and the register entries that they name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    pub(super) nodes: BTreeMap<NodeId, Node>,
    /// In the author's order.
    pub(super) edges: Vec<Edge>,
    pub(super) placements: BTreeMap<NodeId, Placement>,
    pub(super) speakers: BTreeMap<SpeakerId, Speaker>,
    pub(super) sources: BTreeMap<SourceId, Source>,
    pub(super) groups: BTreeMap<GroupId, Group>,
}

impl Fragment {
    /// Copies what of the selected nodes can stand by itself: the claims; the relations between nodes copied, whether they were
    /// selected or not; everything said about them.
    pub fn copy(map: &ArgumentMap, view: ViewId, selected: &BTreeSet<NodeId>) -> Self {
        let inside = closure(map, selected);
        let mut fragment = Self::default();
        for id in &inside {
            let Some(node) = map.node(*id) else { continue };
            fragment.note_references(map, node);
            fragment.nodes.insert(*id, node.clone());
            fragment.edges.extend(map.incoming(*id).into_iter().filter(|e| inside.contains(&e.from)));
            if let Some(placement) = map.placement(view, *id) {
                fragment.placements.insert(*id, placement);
            }
        }
        fragment
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The claims as text, one a line.
    pub fn text(&self) -> String {
        let lines = self.nodes.values().filter_map(|node| match node {
            Node::Claim(claim) => Some(claim.label()),
            Node::Relation(_) | Node::Attribution(_) => None,
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn note_references(&mut self, map: &ArgumentMap, node: &Node) {
        let group = match node {
            Node::Claim(claim) => claim.group,
            Node::Relation(relation) => relation.group,
            Node::Attribution(attribution) => {
                self.note_speakers(map, attribution.speaker.as_slice());
                self.note_source(map, attribution.source);
                None
            }
        };
        let mut next = group;
        while let Some((id, entry)) = next.and_then(|id| Some((id, map.groups().get(&id)?))) {
            if self.groups.insert(id, entry.clone()).is_some() {
                break;
            }
            next = entry.parent;
        }
    }

    fn note_speakers(&mut self, map: &ArgumentMap, speakers: &[SpeakerId]) {
        for id in speakers {
            if let Some(entry) = map.speaker(*id) {
                self.speakers.insert(*id, entry.clone());
            }
        }
    }

    fn note_source(&mut self, map: &ArgumentMap, source: Option<SourceId>) {
        let mut next = source;
        while let Some((id, entry)) = next.and_then(|id| Some((id, map.source(id)?))) {
            if self.sources.insert(id, entry.clone()).is_some() {
                break;
            }
            self.note_speakers(map, &entry.authors);
            next = entry.in_reply_to;
        }
    }
}

/// The selected claims, and then whatever leans on nothing outside: relations with target and premises inside, attributions with
/// their content inside; and so on, until nothing more comes.
fn closure(map: &ArgumentMap, selected: &BTreeSet<NodeId>) -> BTreeSet<NodeId> {
    let mut inside: BTreeSet<NodeId> = selected.iter().copied().filter(|id| map.claim(*id).is_some()).collect();
    let mut open: Vec<NodeId> = inside.iter().copied().collect();
    while let Some(node) = open.pop() {
        let leaning = map.incoming(node).into_iter().filter(|e| e.role != Role::Premise).map(|e| e.from).chain(map.relations_from(node));
        for other in leaning {
            if !inside.contains(&other) && stands(map, other, &inside) {
                inside.insert(other);
                open.push(other);
            }
        }
    }
    inside
}

/// Whether all that a relation or attribution leans on is inside.
fn stands(map: &ArgumentMap, node: NodeId, inside: &BTreeSet<NodeId>) -> bool {
    let ends = match node.kind() {
        NodeKind::Claim => return true,
        NodeKind::Relation => (map.premises(node), map.target(node)),
        NodeKind::Attribution => return map.content(node).is_some_and(|c| inside.contains(&c)),
    };
    !ends.0.is_empty() && ends.0.iter().chain(&ends.1).all(|id| inside.contains(id)) && ends.1.is_some()
}
