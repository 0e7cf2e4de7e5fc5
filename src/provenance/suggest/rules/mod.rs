//! The rules: each reads a sentence and finds who says or thinks what.

mod adjective;
mod choose;
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
}

/// A sentence under the rules.
pub(super) struct Scene<'a, 't> {
    pub(super) doc: &'a Doc<'t>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where a noun's content ends at the latest: at the comma behind "Despite his claim that …,".
    pub(super) noun_end: usize,
    pub(super) number: usize,
}

/// All that the rules find, the inner ones of nested speech left out.
pub(super) fn find(doc: &Doc) -> Vec<Found> {
    let mut found = label::labels(doc);
    let labelled: Vec<Range<usize>> = found.iter().flat_map(|one| one.content.clone()).collect();
    for (number, sentence) in doc.division.sentences.iter().enumerate() {
        let before = labelled.partition_point(|range| range.start <= sentence.start);
        if before.checked_sub(1).and_then(|last| labelled.get(last)).is_some_and(|range| sentence.end <= range.end + 1) {
            continue;
        }
        if doc.is_headline(sentence) {
            continue;
        }
        let opening = opening_clause(doc, sentence, Tag::Subordinator);
        let led = opening_clause(doc, sentence, Tag::Preposition);
        for at in sentence.clone() {
            let end = opening.filter(|comma| at < *comma).unwrap_or(sentence.end);
            let scene = Scene { doc, start: sentence.start, end, noun_end: led.filter(|comma| at < *comma).unwrap_or(end), number };
            found.extend(
                scene
                    .verb(at)
                    .or_else(|| scene.noun(at))
                    .or_else(|| scene.adjective(at))
                    .or_else(|| scene.phrase(at))
                    .or_else(|| scene.seems(at))
                    .or_else(|| scene.colon(at)),
            );
        }
    }
    let mut found = choose::outermost(doc, found);
    quote::continue_quotes(doc, &mut found);
    found
}

/// "Although they agree, …": the comma at which the clause that opens a sentence ends.
fn opening_clause(doc: &Doc, sentence: &Range<usize>, opener: Tag) -> Option<usize> {
    let opens = doc.tag(sentence.start) == opener && !doc.is(sentence.start, &["that"]);
    let comma = |at: &usize| {
        let ends = doc.is_comma(*at) && doc.division.quote(*at).is_none() || *at > 0 && doc.closes_quote(*at) && doc.is_comma(at - 1);
        let whole = opener == Tag::Preposition || (sentence.start..*at).any(|verb| doc.is_finite(verb));
        ends && whole && doc.phrase_then_verb(at + 1, sentence.end)
    };
    opens.then(|| sentence.clone().find(comma)).flatten()
}

/// Whether somebody with a name, or "he" or "she", says it in a plain word of saying, in a finite verb.
pub(super) fn is_plain(doc: &Doc, one: &Found) -> bool {
    let named = one.source.as_ref().is_some_and(|source| {
        let counted = source.clone().any(|at| doc.is(at, &["percent", "poll", "%"]));
        let relative = source.start > 0
            && (doc.tag(source.start - 1) == Tag::Question || doc.is(source.start - 1, &["that"]))
            && one.pattern == Pattern::Clause;
        if counted || relative {
            return false;
        }
        let alone = source.len() == 1 && doc.is(source.start, &["he", "she"]);
        alone || source.clone().any(|at| doc.tag(at) == Tag::Name) && !matches!(doc.tag(source.start), Tag::Question | Tag::Subordinator)
    });
    let finite = doc.can(one.head, can::PAST | can::THIRD)
        && !one.cue.clone().any(|at| doc.tag(at) == Tag::To || doc.is(at, &["not", "n't", "never"]));
    named
        && finite
        && one.strength == Strength::Sure
        && doc
            .verb_cue(one.head)
            .is_some_and(|cue| PLAIN.contains(&cue.lemma) && (one.pattern != Pattern::Clause || !OBJECTS.contains(&cue.lemma)))
}

/// Plain words that also take things: "added trucks", "wrote a book".
const OBJECTS: &[&str] = &["add", "write", "declare", "boast", "warn", "remind", "allege", "argue", "contend", "note", "tell"];
