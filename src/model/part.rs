//! A part of a map: what of it can stand by itself.

use std::collections::BTreeSet;

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, MapBuilder, Node, Role, View};

impl ArgumentMap {
    /// The selected claims, and then whatever leans on nothing outside: relations with target and premises inside, attributions with
    /// their content inside; and so on, until nothing more comes.
    pub fn standing(&self, selected: &BTreeSet<NodeId>) -> BTreeSet<NodeId> {
        let mut inside: BTreeSet<NodeId> = selected.iter().copied().filter(|id| self.claim(*id).is_some()).collect();
        let mut open: Vec<NodeId> = inside.iter().copied().collect();
        while let Some(node) = open.pop() {
            let leaning = self.incoming(node).into_iter().filter(|e| e.role != Role::Premise).map(|e| e.from);
            for other in leaning.chain(self.relations_from(node)) {
                if !inside.contains(&other) && self.stands(other, &inside) {
                    inside.insert(other);
                    open.push(other);
                }
            }
        }
        inside
    }

    /// Whether all that a relation or attribution leans on is inside.
    fn stands(&self, node: NodeId, inside: &BTreeSet<NodeId>) -> bool {
        match node.kind() {
            NodeKind::Claim => true,
            NodeKind::Attribution => self.content(node).is_some_and(|content| inside.contains(&content)),
            NodeKind::Relation => {
                let premises = self.premises(node);
                !premises.is_empty()
                    && premises.iter().all(|premise| inside.contains(premise))
                    && self.target(node).is_some_and(|target| inside.contains(&target))
            }
        }
    }

    /// The nodes, with everything that bears on them, and what bears on that.
    pub fn branch(&self, nodes: impl IntoIterator<Item = NodeId>) -> BTreeSet<NodeId> {
        let mut open: Vec<NodeId> = nodes.into_iter().collect();
        let mut branch: BTreeSet<NodeId> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            for next in self.relations_on(node).into_iter().chain(self.attributions_of(node)).chain(self.premises(node)) {
                if branch.insert(next) {
                    open.push(next);
                }
            }
        }
        branch
    }

    /// The map cut down to what of the nodes stands by itself, under the same ids, in the same places, with the registers' entries that
    /// it names.
    pub fn part(&self, nodes: &BTreeSet<NodeId>) -> Self {
        let inside = self.standing(nodes);
        let mut builder = MapBuilder::new(0);
        builder.meta(self.meta().clone());
        for (id, node) in inside.iter().filter_map(|id| Some((*id, self.node(*id)?))) {
            self.note_named(node, &mut builder);
            builder.node_as(id, node.clone());
        }
        for id in &inside {
            self.incoming(*id).into_iter().filter(|edge| inside.contains(&edge.from)).for_each(|edge| builder.edge(edge));
        }
        for (id, view) in self.views() {
            let placements = view.placements.iter().filter(|(id, _)| inside.contains(id)).map(|(id, place)| (*id, *place)).collect();
            let folds = view.folds.intersection(&inside).copied().collect();
            builder.view(*id, View { placements, folds, ..view.clone() });
        }
        builder.finish()
    }

    /// Copies the entries that a node names, and those that they name.
    fn note_named(&self, node: &Node, builder: &mut MapBuilder) {
        let (mut group, mut source) = (None, None);
        let mut speakers = Vec::new();
        match node {
            Node::Claim(claim) => group = claim.group,
            Node::Relation(relation) => group = relation.group,
            Node::Attribution(attribution) => {
                speakers.extend(attribution.speaker);
                source = attribution.source;
            }
        }
        while let Some((id, entry)) =
            group.filter(|id| !builder.map().groups().contains_key(id)).and_then(|id| Some((id, self.groups().get(&id)?)))
        {
            builder.group_as(id, entry.clone());
            group = entry.parent;
        }
        while let Some((id, entry)) = source.filter(|id| builder.map().source(*id).is_none()).and_then(|id| Some((id, self.source(id)?))) {
            builder.source_as(id, entry.clone());
            speakers.extend(entry.authors.iter().copied());
            source = entry.in_reply_to;
        }
        for (id, entry) in speakers.into_iter().filter_map(|id| Some((id, self.speaker(id)?))) {
            builder.speaker_as(id, entry.clone());
        }
    }
}
