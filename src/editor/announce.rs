//! What a command did, in a sentence for users of screen readers: of the map's changes every one, of the selection's those by keys.

use crate::base::{NodeId, NodeKind};
use crate::edit::Transaction;
use crate::editor::{Editor, Effect};
use crate::model::{ArgumentMap, Case, Node, Record, RecordId, RelationKind, name_in};
use crate::tr;

impl Editor {
    /// Asks the driver to say something.
    pub(super) fn announce(&mut self, what: String) {
        self.effects.push(Effect::Announce(what));
    }

    /// Tells of a step that was just done.
    pub(super) fn announce_step(&mut self, step: &Transaction) {
        self.announce(in_words(&self.map, step));
    }

    /// Tells where an action has moved the selection; whoever points sees it.
    pub(super) fn announce_selection(&mut self) {
        let what = match (self.selection.single(), self.selection.nodes().len()) {
            (_, 0) => tr!("announce-nothing-selected").to_owned(),
            (Some(node), _) => self.place_in_map(node),
            (None, count) => tr!("announce-selected", count = count),
        };
        self.announce(what);
    }

    /// "Claim 3 of 12", in reading order; what the claim says is read from its own node.
    fn place_in_map(&self, node: NodeId) -> String {
        let count = self.map.count(NodeKind::Claim);
        match node.kind() {
            NodeKind::Claim => match self.place_in_reading(node) {
                Some(place) => tr!("announce-claim", place = place, count = count),
                None => tr!("announce-claim-unplaced", count = count),
            },
            NodeKind::Relation | NodeKind::Attribution => tr!("announce-at", name = name_in(&self.map, node, Case::Nominative)),
        }
    }

    /// The number of a placed claim in reading order, from 1.
    pub fn place_in_reading(&self, node: NodeId) -> Option<usize> {
        let placements = &self.map.views().get(&self.view)?.placements;
        let key = |id: NodeId, x: i32, y: i32| (y, x, id);
        let own = placements.get(&node).map(|p| key(node, p.x, p.y))?;
        let before = placements.iter().filter(|(id, p)| id.kind() == NodeKind::Claim && key(**id, p.x, p.y) < own);
        Some(before.count() + 1)
    }
}

/// A step in words, from what it added and took away.
fn in_words(map: &ArgumentMap, step: &Transaction) -> String {
    let mut added: Vec<NodeId> = Vec::new();
    let mut gone: Vec<&Node> = Vec::new();
    let mut lost = None;
    for edit in &step.edits {
        match (edit.id, &edit.before, &edit.after) {
            (RecordId::Node(id), None, Some(_)) => added.push(id),
            (RecordId::Node(_), Some(Record::Node(node)), None) => {
                gone.push(node);
                lost = lost.or(match node {
                    Node::Claim(claim) => Some(claim.label()),
                    Node::Relation(_) | Node::Attribution(_) => None,
                });
            }
            _ => {}
        }
    }
    let count = |kind: NodeKind| added.iter().filter(|id| id.kind() == kind).count();
    let relation = added.iter().copied().find(|id| id.kind() == NodeKind::Relation);
    let attribution = added.iter().copied().find(|id| id.kind() == NodeKind::Attribution);
    match (count(NodeKind::Claim), relation, attribution) {
        (0 | 1, Some(id), None) if count(NodeKind::Relation) == 1 => relation_added(map, id),
        (1, None, None) => {
            let relation = added.first().and_then(|claim| map.relations_from(*claim).first().copied());
            relation.map_or_else(
                || tr!("announce-claim-added").to_owned(),
                |id| tr!("announce-premise-added", name = name_in(map, id, Case::Accusative)),
            )
        }
        (0, None, Some(id)) if added.len() == 1 => match map.content(id) {
            Some(content) => tr!("announce-attribution-added", name = name_in(map, content, Case::Accusative)),
            None => tr!("announce-done", step = step.label.as_str()),
        },
        (0, None, None) if !gone.is_empty() => match (lost, gone.len()) {
            (Some(text), 1) => tr!("announce-claim-deleted", claim = crate::base::text::shorten(text, 80)),
            (_, count) => tr!("announce-deleted", step = step.label.as_str(), count = count),
        },
        _ => tr!("announce-done", step = step.label.as_str()),
    }
}

fn relation_added(map: &ArgumentMap, id: NodeId) -> String {
    let name = map.target(id).map_or_else(|| tr!("describe-nothing").to_owned(), |target| name_in(map, target, Case::Accusative));
    match map.relation(id).map(|relation| relation.kind) {
        Some(RelationKind::Rebuttal) if map.is_undercut(id) => tr!("announce-undercut-added", name = name),
        Some(RelationKind::Rebuttal) => tr!("announce-rebuttal-added", name = name),
        Some(RelationKind::Restatement) => tr!("announce-restatement-added", name = name),
        Some(RelationKind::Preference) => tr!("announce-preference-added", name = name),
        Some(RelationKind::Contradiction) => tr!("announce-contradiction-added", name = name),
        Some(RelationKind::Support) | None => tr!("announce-support-added", name = name),
    }
}
