//! What a row is to the row above, in words: "rebuttal to the step from 2 to 1".

use super::{Outline, Row, RowKind};
use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Attribution, RelationKind, Stance};
use crate::tr;

impl Outline {
    /// What a row is to what it bears on: "support for 1", "see 2.1". Empty for a conclusion.
    pub fn words(&self, map: &ArgumentMap, index: usize) -> String {
        let Some(row) = self.rows().get(index) else { return String::new() };
        let bearing = match (row.kind, row.via) {
            (_, Some(via)) if map.premises(via).len() == 1 => self.relation(map, via),
            (_, Some(_)) => tr!("outline-premise", number = row.position + 1, count = self.premises_above(map, row)),
            // A step without a title says itself how many premises it has.
            (RowKind::Step, None) if is_untitled(map, row.node) => self.relation(map, row.node),
            (RowKind::Step, None) => {
                tr!("outline-several", relation = self.relation(map, row.node), count = map.premises(row.node).len())
            }
            (RowKind::Attribution, None) => source_of(map, row.node).unwrap_or_default(),
            (RowKind::Claim | RowKind::Link, None) => String::new(),
        };
        match row.kind {
            RowKind::Link if bearing.is_empty() => tr!("outline-see", place = self.reference(map, row.node)),
            RowKind::Link => tr!("outline-bearing-see", bearing = bearing, place = self.reference(map, row.node)),
            RowKind::Claim | RowKind::Step | RowKind::Attribution => bearing,
        }
    }

    /// What a row says: the claim's words, who takes which stance, the number of premises of a step.
    pub fn title(&self, map: &ArgumentMap, index: usize) -> String {
        let Some(row) = self.rows().get(index) else { return String::new() };
        match row.node.kind() {
            NodeKind::Claim => map.claim(row.node).map(|claim| claim.label().to_owned()).unwrap_or_default(),
            NodeKind::Attribution => map.attribution(row.node).map(|a| who(map, a)).unwrap_or_default(),
            NodeKind::Relation => {
                let title = map.relation(row.node).map(|r| r.title.trim().to_owned()).unwrap_or_default();
                if title.is_empty() { tr!("outline-together", count = map.premises(row.node).len()) } else { title }
            }
        }
    }

    /// Who says what stands in a row, where that has no rows of its own: "Gil Troy asserts it, and 2 more". Empty where nobody does.
    pub fn said(&self, map: &ArgumentMap, index: usize) -> String {
        self.said_as(map, index, |_, voice| self.title(map, voice))
    }

    /// The same in as few words as will do: who asserts a thing is only named.
    pub fn said_briefly(&self, map: &ArgumentMap, index: usize) -> String {
        self.said_as(map, index, |attribution, voice| match attribution.stance {
            Stance::Asserts => speaker(map, attribution),
            Stance::Denies | Stance::Questions | Stance::Endorses | Stance::Reports => self.title(map, voice),
        })
    }

    fn said_as(&self, map: &ArgumentMap, index: usize, words: impl Fn(&Attribution, usize) -> String) -> String {
        let mut voices = self.voices(index);
        let first = voices.next().and_then(|voice| Some(words(map.attribution(self.rows().get(voice)?.node)?, voice)));
        match (first, voices.count()) {
            (None, _) => String::new(),
            (Some(first), 0) => first,
            (Some(first), more) => tr!("outline-said-more", first = first, count = more),
        }
    }

    /// The whole row in a sentence, for those who hear it.
    pub fn sentence(&self, map: &ArgumentMap, index: usize) -> String {
        let (number, words, title) = (self.number(index), self.words(map, index), self.title(map, index));
        let head = [number.unwrap_or_default(), words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if head.is_empty() { title } else { format!("{head}: {title}") }
    }

    fn premises_above(&self, map: &ArgumentMap, row: &Row) -> usize {
        row.via.map_or(0, |via| map.premises(via).len())
    }

    /// "rebuttal to the step from 2 to 1"
    fn relation(&self, map: &ArgumentMap, relation: NodeId) -> String {
        let Some(record) = map.relation(relation) else { return String::new() };
        let Some(target) = map.target(relation) else { return tr!("outline-of-nothing").to_owned() };
        let target = self.reference(map, target);
        match record.kind {
            RelationKind::Support => tr!("outline-support", target = target),
            RelationKind::Rebuttal => tr!("outline-rebuttal", target = target),
            RelationKind::Restatement => tr!("outline-restatement", target = target),
            RelationKind::Preference => tr!("outline-preference", target = target),
            RelationKind::Contradiction => tr!("outline-contradiction", target = target),
        }
    }

    /// A node by its number: "1.2", "the step from 2 to 1", "the words of Gil Troy on 1".
    fn reference(&self, map: &ArgumentMap, node: NodeId) -> String {
        // A step may attack a step that attacks a step: beyond the second one nobody follows.
        self.reference_within(map, node, 2)
    }

    fn reference_within(&self, map: &ArgumentMap, node: NodeId, depth: usize) -> String {
        let Some(left) = depth.checked_sub(1) else { return "…".to_owned() };
        match node.kind() {
            NodeKind::Claim => self.place(node).and_then(|place| self.number(place)).unwrap_or_else(|| "…".to_owned()),
            NodeKind::Relation => {
                let from: Vec<String> = map.premises(node).into_iter().map(|p| self.reference_within(map, p, left)).collect();
                let to = map.target(node).map_or_else(|| "…".to_owned(), |target| self.reference_within(map, target, left));
                tr!("outline-step", from = from.join(" + "), to = to)
            }
            NodeKind::Attribution => {
                let of = map.content(node).map_or_else(|| "…".to_owned(), |content| self.reference_within(map, content, left));
                let who = map.attribution(node).map(|a| speaker(map, a)).unwrap_or_default();
                tr!("outline-saying", speaker = who, of = of)
            }
        }
    }
}

fn speaker(map: &ArgumentMap, attribution: &Attribution) -> String {
    let speaker = attribution.speaker.and_then(|id| map.speaker(id));
    speaker.map_or_else(|| tr!("outline-nobody").to_owned(), |speaker| speaker.label().to_owned())
}

/// "Gil Troy asserts this"
fn who(map: &ArgumentMap, attribution: &Attribution) -> String {
    tr!("outline-says", speaker = speaker(map, attribution), stance = attribution.stance.verb())
}

fn source_of(map: &ArgumentMap, attribution: NodeId) -> Option<String> {
    let attribution = map.attribution(attribution)?;
    let source = map.source(attribution.source?)?;
    let told = map.told_source(attribution).map_or(tr!("label-confidential-source"), |_| source.label());
    Some(tr!("outline-in", source = told))
}

/// Whether a step says nothing but how many premises it has.
fn is_untitled(map: &ArgumentMap, relation: NodeId) -> bool {
    map.relation(relation).is_none_or(|relation| relation.title.trim().is_empty())
}
