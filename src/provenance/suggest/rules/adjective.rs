//! Adjectives: "is sure that", "are opposed to"; and what only seems.

use super::{Found, Scene};
use crate::model::Stance;
use crate::provenance::suggest::clause::Extent;
use crate::provenance::suggest::rule::Pattern;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::words::{Strength, frame};

impl Scene<'_, '_> {
    /// What the adjective at `at` attributes.
    pub(super) fn adjective(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        let cue = doc.adjective_cue(at)?;
        if doc.division.quote(at).is_some() {
            return None;
        }
        let mut start = at;
        while start > self.start && (doc.tag(start - 1) == Tag::Adverb || doc.is(start - 1, &["so", "more", "most", "very", "less"])) {
            start -= 1;
        }
        let copula = start.checked_sub(1).filter(|verb| *verb >= self.start)?;
        let linked = doc.is_be(copula)
            || doc.is(
                copula,
                &[
                    "feel", "feels", "felt", "seem", "seems", "seemed", "sound", "sounded", "sounds", "remain", "remains", "remained",
                    "became", "become", "appeared", "appears", "grew",
                ],
            );
        if !linked {
            return None;
        }
        let behind = at + 1;
        let has = |bits: u16| cue.frames & bits != 0;
        let clause = has(frame::CLAUSE) && (doc.is(behind, &["that"]) || doc.phrase_then_verb(behind, self.end));
        let content = if clause || doc.tag(behind) == Tag::To && has(frame::INFINITIVE) {
            doc.content_from(behind, self.end, Extent::Clause)
        } else if cue.leads.iter().any(|lead| doc.lower(behind) == *lead) {
            doc.content_from(behind + 1, self.end, Extent::Phrase)
        } else {
            return None;
        };
        if content.is_empty() {
            return None;
        }
        let group = self.group_of_copula(copula);
        let source = self.subject(&group, 0).filter(|source| !doc.is(source.start, &["it", "there", "that", "this"]))?;
        Some(Found {
            source: Some(source),
            cue: group.start..behind,
            head: at,
            content: vec![content],
            pattern: Pattern::Adjective,
            strength: Strength::Usual,
            stance: Stance::Asserts,
            sentence: self.number,
        })
    }

    /// "It seems that", "Hale appears to be": somebody thinks so, nobody is named.
    pub(super) fn seems(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        if !doc.is(at, &["seem", "seems", "seemed", "appear", "appears", "appeared"]) || doc.division.quote(at).is_some() {
            return None;
        }
        let mut group = self.group(at);
        group.bare_participle = false;
        if doc.tag(at) == Tag::Noun || group.infinitive {
            return None;
        }
        let mut behind = group.end;
        if doc.is(behind, &["as"]) && doc.is(behind + 1, &["if", "though"]) {
            behind += 2;
        }
        let told = doc.is(behind, &["that", "like"])
            || matches!(doc.tag(behind), Tag::To | Tag::Adjective)
            || doc.phrase_then_verb(behind, self.end)
            || behind > group.end;
        if !told || doc.is(behind, &["in", "on", "at", "before"]) {
            return None;
        }
        let rest = doc.content_from(behind, self.end, Extent::Clause);
        let subject = self.subject(&group, 0).filter(|subject| !doc.is(subject.start, &["it", "there"]) || doc.tag(behind) == Tag::To);
        let content = subject.into_iter().chain([rest]).filter(|range| !range.is_empty()).collect();
        let strength = if doc.lower(at).starts_with("seem") { Strength::Sure } else { Strength::Usual };
        Some(Found {
            source: None,
            cue: group.start..group.end,
            head: at,
            content,
            pattern: Pattern::Seems,
            strength,
            stance: Stance::Asserts,
            sentence: self.number,
        })
    }

    fn group_of_copula(&self, copula: usize) -> super::subject::Group {
        let mut group = self.group(copula);
        group.passive = false;
        group.gerund = false;
        group.bare_participle = false;
        group
    }
}
