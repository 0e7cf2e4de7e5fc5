//! What a file cannot hold, said before it is written.

use std::collections::BTreeMap;
use std::fmt;

use crate::base::lang;
use crate::model::{ArgumentMap, Node};

/// Something that a format cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What, in the number that the count asks for: "1 undercut", "2 undercuts" without the figure.
    pub what: String,
    /// How many the map has.
    pub count: usize,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.what)
    }
}

/// Counts what is not kept, by kind: the key of its text, and the names that stand in that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost(BTreeMap<(&'static str, String), usize>);

impl Lost {
    /// Notes that so many of a kind are not kept: `lost.add("loss-groups", 2)`.
    pub fn add(&mut self, kind: &'static str, count: usize) {
        self.add_named(kind, String::new(), count);
    }

    /// The same for a kind that is told with names.
    pub fn add_named(&mut self, kind: &'static str, names: String, count: usize) {
        if count > 0 {
            *self.0.entry((kind, names)).or_default() += count;
        }
    }

    /// How many nodes of a map have a note of the author's.
    pub fn noted(map: &ArgumentMap) -> usize {
        let note = |node: &Node| match node {
            Node::Claim(claim) => !claim.note.trim().is_empty(),
            Node::Relation(relation) => !relation.note.trim().is_empty(),
            Node::Attribution(attribution) => !attribution.note.trim().is_empty(),
        };
        map.nodes().filter(|(_, node)| note(node)).count()
    }

    /// How many texts of sources a map keeps.
    pub fn texts(map: &ArgumentMap) -> usize {
        map.sources().values().map(|source| source.texts.len()).sum()
    }

    /// What was noted, by kind.
    pub fn into_losses(self) -> Vec<Loss> {
        let loss = |((kind, names), count): ((&'static str, String), usize)| {
            let what = lang::format(kind, &[("count", count.into()), ("names", names.into())]);
            Loss { what, count }
        };
        self.0.into_iter().map(loss).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_in_the_singular() {
        let mut lost = Lost::default();
        lost.add("loss-groups", 1);
        lost.add("loss-notes", 2);
        lost.add("loss-notes", 1);
        lost.add("loss-pins", 0);
        lost.add_named("loss-groups-named", "Courts".to_owned(), 1);
        lost.add_named("loss-groups-named", "Courts, Media".to_owned(), 2);
        let told: Vec<String> = lost.into_losses().iter().map(ToString::to_string).collect();
        assert_eq!(told, ["1 group", "1 group (Courts)", "2 groups (Courts, Media)", "3 notes"]);
    }
}
