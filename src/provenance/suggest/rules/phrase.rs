//! Set phrases: "according to", "in X's view", "reportedly".

use super::{Found, Scene};
use crate::model::Stance;
use crate::provenance::suggest::clause::Extent;
use crate::provenance::suggest::rule::Pattern;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::words::Strength;

impl Scene<'_, '_> {
    /// What a set phrase at `at` attributes.
    pub(super) fn phrase(&self, at: usize) -> Option<Found> {
        if self.doc.is(at, &["according"]) && self.doc.is(at + 1, &["to"]) { self.according(at) } else { self.view(at) }
    }

    fn make(
        &self,
        source: Option<std::ops::Range<usize>>,
        cue: std::ops::Range<usize>,
        content: Vec<std::ops::Range<usize>>,
        strength: Strength,
    ) -> Option<Found> {
        let content: Vec<_> = content.into_iter().filter(|range| !range.is_empty()).collect();
        (!content.is_empty()).then_some(Found {
            source,
            head: cue.start,
            cue,
            content,
            pattern: Pattern::According,
            strength,
            stance: Stance::Asserts,
            sentence: self.number,
        })
    }

    fn according(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        let mut source = doc.phrase_from(at + 2, self.end);
        if source.is_empty() || doc.is(at + 2, &["plan"]) {
            return None;
        }
        doc.extend_ties(&mut source, self.end);
        let cue = at..at + 2;
        if matches!(doc.tag(source.end), Tag::Question | Tag::Verb | Tag::Preposition) || doc.is(source.end, &["that"]) {
            // "According to people who know him": all up to the comma.
            source.end = (source.end..self.end).find(|i| doc.is_comma(*i) || doc.is_stop(*i)).unwrap_or(self.end);
        }
        if at <= self.start + 1 {
            let mut comma = (source.end..self.end).find(|i| doc.is_comma(*i))?;
            let close = (comma + 1..self.end).find(|i| doc.is_comma(*i)).filter(|close| {
                !doc.phrase_then_verb(comma + 1, *close) && doc.starts_apposition(comma + 1) && doc.phrase_then_verb(close + 1, self.end)
            });
            if let Some(close) = close.filter(|_| !doc.phrase_then_verb(comma + 1, self.end)) {
                source.end = close;
                comma = close;
            }
            return self.make(Some(source), cue, vec![doc.content_from(comma + 1, self.end, Extent::Clause)], Strength::Sure);
        }
        let mut content = vec![doc.trimmed(self.before(at))];
        if doc.is_comma(source.end) && doc.is_comma(at - 1) {
            let rest = doc.content_from(source.end + 1, self.end, Extent::Clause);
            if !matches!(doc.tag(rest.start), Tag::Question | Tag::Verb) {
                content.push(rest);
            }
        }
        self.make(Some(source), cue, content, Strength::Sure)
    }

    /// The clause that ends before a set phrase.
    fn before(&self, at: usize) -> std::ops::Range<usize> {
        let doc = self.doc;
        let from = (self.start..at).rev().find(|i| matches!(doc.tokens[*i].text, ";" | "—" | "–" | "--")).map_or(self.start, |i| i + 1);
        let from = from + usize::from(doc.is(from, &["and", "but"]) && doc.tag(from) == Tag::Conjunction);
        from..at
    }

    /// "in Hale's view", "in the words of", "reportedly".
    fn view(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        if doc.is(at, &["reportedly"]) && doc.division.quote(at).is_none() {
            let before = doc.trimmed(self.before(at));
            let after = doc.content_from(at + 1, self.end, Extent::Clause);
            return self.make(None, at..at + 1, vec![before, after], Strength::Usual);
        }
        if !doc.is(at, &["in"]) || at > self.start && doc.division.quote(at).is_some() {
            return None;
        }
        let phrase = doc.phrase_from(at + 1, self.end);
        let last = phrase.end.checked_sub(1).filter(|last| *last > at)?;
        let mark = (at + 1..last).rev().find(|i| matches!(doc.tag(*i), Tag::Genitive | Tag::Possessive))?;
        if !doc.is(last, &["view", "opinion", "words", "eyes", "telling", "mind", "judgment", "judgement", "estimation"]) {
            return None;
        }
        let source = if doc.tag(mark) == Tag::Genitive { at + 1..mark } else { mark..mark + 1 };
        let content = if at <= self.start + 1 && doc.is_comma(phrase.end) {
            doc.content_from(phrase.end + 1, self.end, Extent::Clause)
        } else {
            doc.trimmed(self.before(at))
        };
        self.make(Some(source), at..phrase.end, vec![content], Strength::Weak)
    }
}
