//! Deleting, with what cannot stand without the deleted.

use std::collections::BTreeSet;

use crate::base::{GroupId, NodeId, NodeKind, SourceId, SpeakerId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::{OpError, need_node};
use crate::model::{ArgumentMap, Attribution, Claim, Edge, Node, Record, RecordId, Relation, Role};
use crate::tr;

/// What else a deletion takes or changes, for the user to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Relations that go because they lose their last premise or their target.
    pub relations: usize,
    /// How many of them were undercuts.
    pub undercuts: usize,
    /// Attributions that go because what they say goes.
    pub attributions: usize,
    /// Claims that stay, but bear on nothing any more.
    pub loose: usize,
    /// Records that stay but no longer name what is deleted.
    pub references: usize,
}

impl Consequences {
    /// "2 relations and 1 attribution go with it."; `None` where nothing else is touched.
    pub fn in_words(&self) -> Option<String> {
        let plain = self.relations.saturating_sub(self.undercuts);
        let gone: Vec<String> = [
            (plain, tr!("deletion-relations", count = plain)),
            (self.undercuts, tr!("deletion-undercuts", count = self.undercuts)),
            (self.attributions, tr!("deletion-attributions", count = self.attributions)),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, words)| words)
        .collect();
        let gone = match gone.as_slice() {
            [] => None,
            [a] => Some(a.clone()),
            [a, b] => Some(tr!("deletion-and", a = a.as_str(), b = b.as_str())),
            [a, b, c, ..] => Some(tr!("deletion-and", a = format!("{a}, {b}"), b = c.as_str())),
        };
        let sentences: Vec<String> = [
            gone.map(|what| tr!("deletion-go", what = what, count = self.relations + self.attributions)),
            (self.loose > 0).then(|| tr!("deletion-loose", count = self.loose)),
            (self.references > 0).then(|| tr!("deletion-references", count = self.references)),
        ]
        .into_iter()
        .flatten()
        .collect();
        if sentences.is_empty() { None } else { Some(sentences.join(" ")) }
    }
}

/// A transaction that deletes, and what else it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// What to apply.
    pub transaction: Transaction,
    /// What goes or changes besides.
    pub also: Consequences,
}

/// Deletes nodes, their edges and placements; relations left without premise or target; attributions left without content; and so on.
pub fn delete_nodes(map: &ArgumentMap, nodes: &BTreeSet<NodeId>) -> Result<Deletion, OpError> {
    for node in nodes {
        need_node(map, *node)?;
    }
    let kinds: BTreeSet<NodeKind> = nodes.iter().map(|n| n.kind()).collect();
    let count = nodes.len();
    let label = match (kinds.first(), kinds.len()) {
        (None, _) => return Err(OpError::Nothing("delete")),
        (Some(NodeKind::Claim), 1) => tr!("step-delete-claims", count = count),
        (Some(NodeKind::Relation), 1) => tr!("step-delete-relations", count = count),
        (Some(NodeKind::Attribution), 1) => tr!("step-delete-attributions", count = count),
        (Some(_), _) => tr!("step-delete-items", count = count),
    };
    let mut cascade = Cascade::new(map);
    for node in nodes {
        cascade.doom(*node);
    }
    Ok(cascade.finish(label, nodes))
}

/// Removes one premise edge of a map, and the relation where it was the last.
pub(super) fn delete_premise(map: &ArgumentMap, edge: Edge) -> Deletion {
    let mut cascade = Cascade::new(map);
    cascade.cut(edge);
    cascade.finish(tr!("step-remove-premise").to_owned(), &BTreeSet::new())
}

/// Follows what falls with what.
struct Cascade<'a> {
    map: &'a ArgumentMap,
    doomed: BTreeSet<NodeId>,
    cut: BTreeSet<Edge>,
    /// Doomed nodes whose edges are still to be cut.
    open: Vec<NodeId>,
}

impl<'a> Cascade<'a> {
    fn new(map: &'a ArgumentMap) -> Self {
        Self { map, doomed: BTreeSet::new(), cut: BTreeSet::new(), open: Vec::new() }
    }

    fn doom(&mut self, node: NodeId) {
        if self.doomed.insert(node) {
            self.open.push(node);
        }
    }

    /// Cuts an edge and dooms the relation or attribution that cannot do without it.
    fn cut(&mut self, edge: Edge) {
        if !self.cut.insert(edge) {
            return;
        }
        let holder = match edge.role {
            Role::Premise => edge.to,
            Role::Target | Role::Content => edge.from,
        };
        if holder.kind() == NodeKind::Claim || self.doomed.contains(&holder) {
            return;
        }
        let rest = if edge.role == Role::Premise { self.map.incoming(holder) } else { self.map.outgoing(holder) };
        let stands = rest.iter().any(|e| e.role == edge.role && !self.cut.contains(e));
        if !stands {
            self.doom(holder);
        }
    }

    fn finish(mut self, label: String, asked_for: &BTreeSet<NodeId>) -> Deletion {
        while let Some(node) = self.open.pop() {
            for edge in self.map.incoming(node).into_iter().chain(self.map.outgoing(node)) {
                self.cut(edge);
            }
        }
        let mut draft = Draft::new(self.map);
        let loose = self.map.loose_edges().into_iter().filter(|e| self.doomed.contains(&e.from) || self.doomed.contains(&e.to));
        for edge in self.cut.iter().copied().chain(loose) {
            draft.set(RecordId::Edge(edge), None);
        }
        let mut also = Consequences::default();
        for node in &self.doomed {
            draft.remove_node(*node);
            match node.kind() {
                _ if asked_for.contains(node) => {}
                NodeKind::Relation => {
                    also.relations += 1;
                    also.undercuts += usize::from(self.map.is_undercut(*node));
                }
                NodeKind::Attribution => also.attributions += 1,
                NodeKind::Claim => {}
            }
        }
        also.loose = self.let_loose(asked_for);
        Deletion { transaction: draft.finish(label, None), also }
    }

    /// How many claims bear on nothing any more because relations go along.
    fn let_loose(&self, asked_for: &BTreeSet<NodeId>) -> usize {
        let stays = |node: &NodeId| !self.doomed.contains(node);
        let relations = self.doomed.difference(asked_for).filter(|node| node.kind() == NodeKind::Relation);
        let premises: BTreeSet<NodeId> = relations.flat_map(|relation| self.map.premises(*relation)).collect();
        let claims = premises.iter().filter(|node| node.kind() == NodeKind::Claim && stays(node));
        claims.filter(|claim| !self.map.relations_from(**claim).iter().any(stays)).count()
    }
}

/// Deletes a speaker. What names the speaker stays, without the name.
pub fn delete_speaker(map: &ArgumentMap, id: SpeakerId) -> Result<Deletion, OpError> {
    map.speaker(id).ok_or(OpError::Missing("speaker"))?;
    let mut draft = Draft::new(map);
    let mut also = Consequences::default();
    draft.set(RecordId::Speaker(id), None);
    for (node, attribution) in map.attributions().filter(|(_, a)| a.speaker == Some(id)) {
        let without = Attribution { speaker: None, ..attribution.clone() };
        draft.set(RecordId::Node(node), Some(Record::Node(without.into())));
        also.references += 1;
    }
    for (source, entry) in map.sources().iter().filter(|(_, s)| s.authors.contains(&id)) {
        let mut entry = entry.clone();
        entry.authors.retain(|author| *author != id);
        draft.set(RecordId::Source(*source), Some(Record::Source(entry)));
        also.references += 1;
    }
    Ok(Deletion { transaction: draft.finish(tr!("step-delete-speaker"), None), also })
}

/// Deletes a source. What cites it stays, without the citation.
pub fn delete_source(map: &ArgumentMap, id: SourceId) -> Result<Deletion, OpError> {
    map.source(id).ok_or(OpError::Missing("source"))?;
    let mut draft = Draft::new(map);
    let mut also = Consequences::default();
    for (source, entry) in map.sources().iter().filter(|(_, s)| s.in_reply_to == Some(id)) {
        let mut entry = entry.clone();
        entry.in_reply_to = None;
        draft.set(RecordId::Source(*source), Some(Record::Source(entry)));
        also.references += usize::from(*source != id);
    }
    draft.set(RecordId::Source(id), None);
    for (node, attribution) in map.attributions().filter(|(_, a)| a.source == Some(id)) {
        let without = Attribution { source: None, ..attribution.clone() };
        draft.set(RecordId::Node(node), Some(Record::Node(without.into())));
        also.references += 1;
    }
    Ok(Deletion { transaction: draft.finish(tr!("step-delete-source"), None), also })
}

/// Deletes a group. Its members and the groups in it move to the group that contains it.
pub fn delete_group(map: &ArgumentMap, id: GroupId) -> Result<Deletion, OpError> {
    let group = map.groups().get(&id).ok_or(OpError::Missing("group"))?;
    let heir = group.parent.filter(|parent| *parent != id);
    let mut draft = Draft::new(map);
    let mut also = Consequences::default();
    for (child, entry) in map.groups().iter().filter(|(_, g)| g.parent == Some(id)) {
        let mut entry = entry.clone();
        entry.parent = heir.filter(|heir| heir != child);
        draft.set(RecordId::Group(*child), Some(Record::Group(entry)));
        also.references += usize::from(*child != id);
    }
    draft.set(RecordId::Group(id), None);
    for (node, member) in map.nodes() {
        let moved: Node = match member {
            Node::Claim(claim) if claim.group == Some(id) => Claim { group: heir, ..claim.clone() }.into(),
            Node::Relation(relation) if relation.group == Some(id) => Relation { group: heir, ..relation.clone() }.into(),
            Node::Claim(_) | Node::Relation(_) | Node::Attribution(_) => continue,
        };
        draft.set(RecordId::Node(node), Some(Record::Node(moved)));
        also.references += 1;
    }
    Ok(Deletion { transaction: draft.finish(tr!("step-delete-group"), None), also })
}
