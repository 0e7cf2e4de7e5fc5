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
use super::rule::{PLAIN, Pattern};
use super::tag::Tag;
use super::words::{Strength, can};
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
            found.extend(scene.verb(at).or_else(|| scene.noun(at)).or_else(|| scene.adjective(at)).or_else(|| scene.phrase(at)).or_else(|| scene.seems(at)).or_else(|| scene.colon(at)));
        }
    }
    let mut found = outermost(doc, found);
    quote::continue_quotes(doc, &mut found);
    found
}

/// Drops what lies within the content of another, and overlaps.
fn outermost(doc: &Doc, mut found: Vec<Found>) -> Vec<Found> {
    // "Those who say so deny it": the inner clause only tells who they are.
    let telling: Vec<Range<usize>> = found.iter().filter_map(|one| one.source.clone()).filter(|source| source.len() > 2).collect();
    found.retain(|one| one.size() > 0 && (one.pattern == Pattern::Label || !telling.iter().any(|source| source.contains(&one.head))));
    give_way(&mut found);
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

/// "touted her plan to": a noun in what a verb governs belongs to it with all that hangs on the noun.
fn give_way(found: &mut Vec<Found>) {
    let verbs: Vec<(usize, usize)> = found.iter().filter(|one| !matches!(one.pattern, Pattern::Noted | Pattern::Adjective)).flat_map(|one| one.content.iter().map(|range| (range.start, range.end))).collect();
    let mut ends: Vec<(usize, usize)> = Vec::new();
    found.retain(|one| {
        let within = one.pattern == Pattern::Noted && verbs.iter().any(|(start, end)| (*start..*end).contains(&one.head) && one.source.as_ref().is_none_or(|source| source.start >= *start));
        if within && let Some(range) = one.content.first() {
            ends.push((one.head, range.end));
        }
        !within
    });
    for (head, end) in ends {
        for range in found.iter_mut().filter(|one| one.pattern != Pattern::Label).flat_map(|one| one.content.iter_mut()).filter(|range| range.contains(&head)) {
            range.end = range.end.max(end);
        }
    }
}

/// Whether somebody with a name, or "he" or "she", says it in a plain word of saying, in a finite verb.
pub(super) fn is_plain(doc: &Doc, one: &Found) -> bool {
    let named = one.source.as_ref().is_some_and(|source| {
        let counted = source.clone().any(|at| doc.is(at, &["percent", "poll", "%"]));
        let relative = source.start > 0 && (doc.tag(source.start - 1) == Tag::Question || doc.is(source.start - 1, &["that"])) && one.pattern == Pattern::Clause;
        if counted || relative {
            return false;
        }
        let alone = source.len() == 1 && doc.is(source.start, &["he", "she"]);
        alone || source.clone().any(|at| doc.tag(at) == Tag::Name) && !matches!(doc.tag(source.start), Tag::Question | Tag::Subordinator)
    });
    let finite = doc.can(one.head, can::PAST | can::THIRD) && !one.cue.clone().any(|at| doc.tag(at) == Tag::To || doc.is(at, &["not", "n't", "never"]));
    named && finite && one.strength == Strength::Sure && doc.verb_cue(one.head).is_some_and(|cue| PLAIN.contains(&cue.lemma) && (one.pattern != Pattern::Clause || !OBJECTS.contains(&cue.lemma)))
}

/// Plain words that also take things: "added trucks", "wrote a book".
const OBJECTS: &[&str] = &["add", "write", "declare", "boast", "warn", "remind", "allege", "argue", "contend", "note", "tell"];
