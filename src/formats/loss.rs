//! What a file cannot hold, said before it is written.

use std::collections::BTreeMap;

use crate::model::{ArgumentMap, Node};

/// Something that a format cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What, in the plural: "undercuts".
    pub what: String,
    /// How many the map has.
    pub count: usize,
}

/// Counts what is not kept, by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost(BTreeMap<String, usize>);

impl Lost {
    /// Notes that so many of a kind are not kept.
    pub fn add(&mut self, what: &str, count: usize) {
        if count > 0 {
            *self.0.entry(what.to_owned()).or_default() += count;
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
        self.0.into_iter().map(|(what, count)| Loss { what, count }).collect()
    }
}
