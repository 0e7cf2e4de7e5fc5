//! What makes one state of a map another: counted, and in words.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Edge, Node, Placement};
use crate::tr;

/// How many records of a kind came, went and became others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Only the later state has them.
    pub added: usize,
    /// Only the earlier state has them.
    pub removed: usize,
    /// Both have them, with another content.
    pub changed: usize,
}

/// The difference between two states of one map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Claims; those whose text changed are in `texts` only.
    pub claims: Changes,
    /// Claims of another text.
    pub texts: usize,
    /// Relations.
    pub relations: Changes,
    /// Attributions.
    pub attributions: Changes,
    /// Speakers, sources and groups.
    pub entries: Changes,
    /// Ends that were joined or parted between nodes that both states have.
    pub joints: usize,
    /// Claims that stand elsewhere.
    pub moved: usize,
    /// Whether the map's own title, remarks or views changed.
    pub head: bool,
}

/// The difference that leads from `before` to `after`.
pub fn compare(before: &ArgumentMap, after: &ArgumentMap) -> Difference {
    let mut found = Difference { head: before.meta() != after.meta(), ..Difference::default() };
    for (id, node) in after.nodes() {
        match (before.node(id), node) {
            (None, _) => found.of(id).added += 1,
            (Some(Node::Claim(old)), Node::Claim(new)) if old.text != new.text => found.texts += 1,
            (Some(old), new) if old != new => found.of(id).changed += 1,
            (Some(_), _) => {}
        }
    }
    for (id, _) in before.nodes().filter(|(id, _)| after.node(*id).is_none()) {
        found.of(id).removed += 1;
    }
    let (old, new): (BTreeSet<Edge>, BTreeSet<Edge>) = (before.edges().into_iter().collect(), after.edges().into_iter().collect());
    let both_have = |edge: &&Edge| [edge.from, edge.to].iter().all(|id| before.node(*id).is_some() && after.node(*id).is_some());
    found.joints = old.symmetric_difference(&new).filter(both_have).count();
    entries(&mut found.entries, before.speakers(), after.speakers());
    entries(&mut found.entries, before.sources(), after.sources());
    entries(&mut found.entries, before.groups(), after.groups());
    for (id, view) in after.views() {
        let Some(old) = before.views().get(id) else {
            found.head = true;
            continue;
        };
        let other_place = |(node, place): &(&NodeId, &Placement)| old.placements.get(*node).is_some_and(|old| old != *place);
        found.moved += view.placements.iter().filter(other_place).count();
        found.head |= (&old.title, old.layout, old.side) != (&view.title, view.layout, view.side);
    }
    found.head |= before.views().keys().any(|id| !after.views().contains_key(id));
    found
}

fn entries<K: Ord, V: PartialEq>(changes: &mut Changes, before: &BTreeMap<K, V>, after: &BTreeMap<K, V>) {
    for (id, entry) in after {
        match before.get(id) {
            None => changes.added += 1,
            Some(old) if old != entry => changes.changed += 1,
            Some(_) => {}
        }
    }
    changes.removed += before.keys().filter(|id| !after.contains_key(id)).count();
}

impl Difference {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// “3 claims added, 1 text changed”; empty where there is no difference.
    pub fn in_words(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut say = |count: usize, phrase: String| words.extend((count > 0).then_some(phrase));
        let d = self;
        say(d.claims.added, tr!("compare-claims-added", count = d.claims.added));
        say(d.claims.removed, tr!("compare-claims-removed", count = d.claims.removed));
        say(d.texts, tr!("compare-texts-changed", count = d.texts));
        say(d.claims.changed, tr!("compare-claims-changed", count = d.claims.changed));
        say(d.relations.added, tr!("compare-relations-added", count = d.relations.added));
        say(d.relations.removed, tr!("compare-relations-removed", count = d.relations.removed));
        say(d.relations.changed + d.joints, tr!("compare-relations-changed", count = d.relations.changed + d.joints));
        say(d.attributions.added, tr!("compare-attributions-added", count = d.attributions.added));
        say(d.attributions.removed, tr!("compare-attributions-removed", count = d.attributions.removed));
        say(d.attributions.changed, tr!("compare-attributions-changed", count = d.attributions.changed));
        let entries = d.entries.added + d.entries.removed + d.entries.changed;
        say(entries, tr!("compare-entries-changed", count = entries));
        say(d.moved, tr!("compare-claims-moved", count = d.moved));
        say(usize::from(d.head), tr!("compare-head-changed").to_owned());
        words.join(", ")
    }

    fn of(&mut self, id: NodeId) -> &mut Changes {
        match id.kind() {
            NodeKind::Claim => &mut self.claims,
            NodeKind::Relation => &mut self.relations,
            NodeKind::Attribution => &mut self.attributions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ViewId;
    use crate::model::{MapBuilder, Speaker, SpeakerKind};

    fn map(texts: &[&str], x: i32) -> ArgumentMap {
        let mut b = MapBuilder::new(1);
        let ids: Vec<_> = texts.iter().map(|t| b.claim(*t)).collect();
        for id in &ids {
            b.place(ViewId::main(), *id, Placement { x, y: 0, pinned: false });
        }
        b.finish()
    }

    #[test]
    fn the_difference_is_named() {
        let before = map(&["A", "B"], 0);
        let words = |after: &ArgumentMap| compare(&before, after).in_words();
        assert_eq!(words(&before.clone()), "");
        assert_eq!(words(&map(&["A", "C"], 0)), "1 text changed");
        assert_eq!(words(&map(&["A", "B", "C", "D"], 0)), "2 claims added");
        assert_eq!(words(&map(&["A"], 5)), "1 claim removed, 1 claim moved");
        let mut b = MapBuilder::new(1);
        let (a, other) = (b.claim("A"), b.claim("B"));
        b.support(&[other], a);
        b.speaker(Speaker::new(SpeakerKind::Person, "S"));
        assert_eq!(words(&b.finish()), "1 relation added, 1 speaker, source or group changed");
        assert_eq!(words(&ArgumentMap::new("T")), "2 claims removed, title, remarks or views changed");
    }
}
