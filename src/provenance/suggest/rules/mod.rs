//! The rules: each reads a sentence and finds who says or thinks what.

mod adjective;
mod label;
mod noun;
mod phrase;
mod quote;
mod subject;
mod verb;

use std::ops::Range;

use super::doc::Doc;
use super::rule::Pattern;
use super::words::Strength;
use crate::model::Stance;

/// What a rule has found, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    /// The word of the cue that counts.
    pub(super) head: usize,
    pub(super) content: Vec<Range<usize>>,
    pub(super) pattern: Pattern,
    pub(super) strength: Strength,
    pub(super) stance: Stance,
    /// Number of its sentence.
    pub(super) sentence: usize,
}

impl Found {
    pub(super) fn size(&self) -> usize {
        self.content.iter().map(ExactSizeIterator::len).sum()
    }

    pub(super) fn holds(&self, at: usize) -> bool {
        self.content.iter().any(|range| range.contains(&at))
    }
}

/// A sentence under the rules.
pub(super) struct Scene<'a, 't> {
    pub(super) doc: &'a Doc<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: usize,
}

/// All that the rules find, the inner ones of nested speech left out.
pub(super) fn find(doc: &Doc) -> Vec<Found> {
    let mut found = label::labels(doc);
    let labelled: Vec<Range<usize>> = found.iter().flat_map(|one| one.content.clone()).collect();
    for (number, sentence) in doc.division.sentences.iter().enumerate() {
        if labelled.iter().any(|range| range.start <= sentence.start && sentence.end <= range.end + 1) {
            continue;
        }
        let scene = Scene { doc, start: sentence.start, end: sentence.end, number };
        for at in sentence.clone() {
            found.extend(scene.verb(at).or_else(|| scene.noun(at)).or_else(|| scene.adjective(at)).or_else(|| scene.phrase(at)).or_else(|| scene.seems(at)));
        }
    }
    let mut found = outermost(doc, found);
    quote::continue_quotes(doc, &mut found);
    found
}

/// Drops what lies within the content of another, and overlaps.
fn outermost(doc: &Doc, mut found: Vec<Found>) -> Vec<Found> {
    found.retain(|one| one.size() > 0);
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(found[*i].size()), found[*i].cue.start));
    let mut owner: Vec<Option<u32>> = vec![None; doc.tokens.len()];
    let mut kept = Vec::with_capacity(found.len());
    for i in order {
        let one = &found[i];
        if owner.get(one.head).is_none_or(Option::is_some) {
            continue;
        }
        kept.push(i);
        for range in one.content.iter().chain([&one.cue]) {
            for slot in owner.get_mut(range.clone()).into_iter().flatten() {
                slot.get_or_insert(i as u32);
            }
        }
    }
    // What an earlier one holds is not the content of a later one too.
    let mut taken: Vec<Found> = Vec::with_capacity(kept.len());
    for i in kept {
        let mut one = found[i].clone();
        one.content = one.content.iter().flat_map(|range| owned(&owner, range, i as u32)).map(|range| doc.trimmed(range)).filter(|range| !range.is_empty()).collect();
        if one.size() > 0 {
            taken.push(one);
        }
    }
    taken.sort_by_key(|one| one.cue.start);
    taken
}

/// The longest part of a range that belongs to its owner.
fn owned(owner: &[Option<u32>], range: &Range<usize>, who: u32) -> Option<Range<usize>> {
    let mut best: Range<usize> = range.start..range.start;
    let mut start = range.start;
    for at in range.start..=range.end {
        let ours = at < range.end && owner.get(at).copied().flatten() == Some(who);
        if !ours {
            if at - start > best.len() {
                best = start..at;
            }
            start = at + 1;
        }
    }
    (!best.is_empty()).then_some(best)
}
