//! What several selected nodes have in common: found out once, as thousands may be selected, and kept as long as neither they nor the
//! map change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{GroupId, NodeId, NodeKind, SourceId, SpeakerId};
use crate::editor::Editor;
use crate::model::{ArgumentMap, ClaimKind, Node, Quotation, RelationKind, Stance};

/// A value that all have, if they have the same.
pub(super) type Common<T> = Option<T>;

/// What is common to the nodes of a selection.
#[derive(Default)]
pub(super) struct Shared {
    /// The map that was looked at, in which state, and for which nodes.
    of: Option<(usize, u64, BTreeSet<NodeId>)>,
    found: Arc<Found>,
}

/// The selected nodes by kind, with what they share.
#[derive(Default)]
pub(super) struct Found {
    pub(super) nodes: Arc<[NodeId]>,
    pub(super) claims: Arc<[NodeId]>,
    pub(super) relations: Arc<[NodeId]>,
    pub(super) attributions: Arc<[NodeId]>,
    pub(super) claim_kind: Common<Option<ClaimKind>>,
    pub(super) group: Common<Option<GroupId>>,
    pub(super) relation_kind: Common<RelationKind>,
    pub(super) scheme: Common<String>,
    pub(super) speaker: Common<Option<SpeakerId>>,
    pub(super) stance: Common<Stance>,
    pub(super) source: Common<Option<SourceId>>,
    pub(super) quotation: Common<Option<Quotation>>,
    pub(super) date: Common<String>,
    /// All with their tags.
    pub(super) tagged: Arc<[(NodeId, Vec<String>)]>,
    /// How many have each tag.
    pub(super) tags: BTreeMap<String, usize>,
}

impl Shared {
    /// What the selection has in common.
    pub(super) fn of(&mut self, editor: &Editor) -> Arc<Found> {
        let (map, revision, nodes) = (Arc::as_ptr(editor.map()) as usize, editor.revision(), editor.selection().nodes());
        if !self.of.as_ref().is_some_and(|(at, state, of)| (*at, *state) == (map, revision) && of == nodes) {
            self.of = Some((map, revision, nodes.clone()));
            self.found = Arc::new(Found::of(editor.map(), nodes));
        }
        self.found.clone()
    }
}

impl Found {
    fn of(map: &ArgumentMap, nodes: &BTreeSet<NodeId>) -> Self {
        let of = |kind: NodeKind| nodes.iter().copied().filter(|id| id.kind() == kind).collect::<Arc<[NodeId]>>();
        let (claims, relations, attributions) = (of(NodeKind::Claim), of(NodeKind::Relation), of(NodeKind::Attribution));
        let claim = || claims.iter().filter_map(|id| map.claim(*id));
        let relation = || relations.iter().filter_map(|id| map.relation(*id));
        let attribution = || attributions.iter().filter_map(|id| map.attribution(*id));
        let mut tags: BTreeMap<String, usize> = BTreeMap::new();
        let tagged: Arc<[_]> = nodes.iter().filter_map(|id| Some((*id, tags_of(map.node(*id)?).to_vec()))).collect();
        for tag in tagged.iter().flat_map(|(_, tags)| tags) {
            match tags.get_mut(tag) {
                Some(count) => *count += 1,
                None => drop(tags.insert(tag.clone(), 1)),
            }
        }
        Self {
            nodes: nodes.iter().copied().collect(),
            claim_kind: common(claim().map(|claim| claim.kind)),
            group: common(claim().map(|claim| claim.group)),
            relation_kind: common(relation().map(|relation| relation.kind)),
            scheme: common(relation().map(|relation| relation.scheme.as_str())).map(str::to_owned),
            speaker: common(attribution().map(|said| said.speaker)),
            stance: common(attribution().map(|said| said.stance)),
            source: common(attribution().map(|said| said.source)),
            quotation: common(attribution().map(|said| said.quotation)),
            date: common(attribution().map(|said| said.date.as_str())).map(str::to_owned),
            tagged,
            tags,
            claims,
            relations,
            attributions,
        }
    }
}

/// The value that all share.
fn common<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Common<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn tags_of(node: &Node) -> &[String] {
    match node {
        Node::Claim(claim) => &claim.tags,
        Node::Relation(relation) => &relation.tags,
        Node::Attribution(attribution) => &attribution.tags,
    }
}
