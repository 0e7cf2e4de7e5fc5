//! A part of a map on its own: what the clipboard holds.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{GroupId, NodeId, NodeKind, SourceId, SpeakerId, ViewId};
use crate::model::{ArgumentMap, Edge, Group, MapBuilder, Node, Placement, Role, Source, Speaker};

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
    /// Claims that the rest of the map needs as well: see [`Fragment::sharing`].
    shared: BTreeSet<NodeId>,
}

impl Fragment {
    /// Copies what of the selected nodes can stand by itself: the claims; the relations between nodes copied, whether they were
    /// selected or not; everything said about them.
    pub fn copy(map: &ArgumentMap, view: ViewId, selected: &BTreeSet<NodeId>) -> Self {
        let inside = map.standing(selected);
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

    /// The same, where `claims` bear on something outside it as well: pasted where these still are, it is linked to them and has no
    /// copies of them.
    pub fn sharing(self, claims: impl IntoIterator<Item = NodeId>) -> Self {
        let shared = claims.into_iter().filter(|id| id.kind() == NodeKind::Claim && self.nodes.contains_key(id)).collect();
        Self { shared, ..self }
    }

    /// What of it need not be copied into `map`, being there: shared claims, and relations and attributions that lean on such alone.
    pub(super) fn kept_in(&self, map: &ArgumentMap) -> BTreeSet<NodeId> {
        let mut kept: BTreeSet<NodeId> = self.shared.iter().copied().filter(|id| map.node(*id).is_some()).collect();
        let leaning: Vec<NodeId> =
            self.nodes.keys().copied().filter(|id| id.kind() != NodeKind::Claim && map.node(*id).is_some()).collect();
        let mut known = 0;
        // As long as something comes, something else may lean on it.
        while !self.shared.is_empty() && kept.len() > known {
            known = kept.len();
            for id in &leaning {
                let mut ends = self.edges.iter().filter_map(|edge| match edge.role {
                    Role::Premise if edge.to == *id => Some(edge.from),
                    Role::Target | Role::Content if edge.from == *id => Some(edge.to),
                    Role::Premise | Role::Target | Role::Content => None,
                });
                if ends.all(|end| kept.contains(&end)) {
                    kept.insert(*id);
                }
            }
        }
        kept
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All of a map that stands by itself, with the places of its main view.
    pub fn of_map(map: &ArgumentMap) -> Self {
        Self::copy(map, ViewId::main(), &map.nodes().map(|(id, _)| id).collect())
    }

    /// The fragment as a map, under the same ids: to be written in some format.
    pub fn to_map(&self) -> ArgumentMap {
        let mut builder = MapBuilder::new(0);
        for (id, speaker) in &self.speakers {
            builder.speaker_as(*id, speaker.clone());
        }
        for (id, source) in &self.sources {
            builder.source_as(*id, source.clone());
        }
        for (id, group) in &self.groups {
            builder.group_as(*id, group.clone());
        }
        for (id, node) in &self.nodes {
            builder.node_as(*id, node.clone());
        }
        for edge in &self.edges {
            builder.edge(*edge);
        }
        for (id, placement) in &self.placements {
            builder.place(ViewId::main(), *id, *placement);
        }
        builder.finish()
    }

    /// The claims that are no premise in the fragment, by id.
    pub fn roots(&self) -> Vec<NodeId> {
        let premises: BTreeSet<NodeId> = self.edges.iter().filter(|e| e.role == Role::Premise).map(|e| e.from).collect();
        self.nodes.keys().copied().filter(|id| id.kind() == NodeKind::Claim && !premises.contains(id)).collect()
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
