//! Nouns: "the claim that", "his plan to", "expressed concern about".

use std::ops::Range;

use super::{Found, Scene};
use crate::provenance::suggest::clause::Extent;
use crate::provenance::suggest::rule::Pattern;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::words::{Cue, Strength, can, frame};

/// Verbs that only carry a noun: who makes a claim claims.
const CARRIERS: &[&str] = &[
    "make",
    "makes",
    "made",
    "making",
    "have",
    "has",
    "had",
    "having",
    "express",
    "expresses",
    "expressed",
    "expressing",
    "raise",
    "raises",
    "raised",
    "raising",
    "voice",
    "voices",
    "voiced",
    "voicing",
    "issue",
    "issues",
    "issued",
    "issuing",
    "give",
    "gives",
    "gave",
    "given",
    "giving",
    "offer",
    "offers",
    "offered",
    "offering",
    "release",
    "released",
    "hold",
    "holds",
    "held",
    "share",
    "shares",
    "shared",
    "take",
    "takes",
    "took",
    "repeat",
    "repeats",
    "repeated",
    "repeating",
    "send",
    "sent",
    "deliver",
    "delivered",
    "show",
    "showed",
    "shown",
    "announce",
    "announced",
    "lay",
    "laid",
    "outline",
    "outlined",
    "reject",
    "rejected",
    "signal",
    "signaled",
    "state",
    "stated",
    "harbor",
    "harbored",
    "levy",
    "levied",
    "lodge",
    "lodged",
    "air",
    "aired",
    "post",
    "posted",
];

impl Scene<'_, '_> {
    /// What the noun at `at` attributes.
    pub(super) fn noun(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        let cue = doc.noun_cue(at)?;
        if doc.division.quote(at).is_some() {
            return None;
        }
        let mut behind = at + 1;
        let mut source = None;
        if doc.is(behind, &["by", "among", "from"]) {
            let agent = doc.phrase_from(behind + 1, self.end);
            if !agent.is_empty() {
                behind = agent.end;
                source = Some(agent);
            }
        }
        // "Concerns were raised about".
        let raised = behind + usize::from(doc.tag(behind) == Tag::Auxiliary) + usize::from(doc.is(behind + 1, &["been"]));
        if raised > behind && doc.is(raised, CARRIERS) {
            behind = raised + 1;
        }
        let content = self.noun_content(behind, cue)?;
        let phrase = doc.phrase_before(at, self.start);
        let mut start = at;
        if source.is_none() {
            source = self.owner(&phrase, at);
        }
        if source.is_none()
            && let Some((carrier, subject)) = self.carrier(phrase.start)
        {
            start = carrier;
            source = Some(subject);
        }
        if source.is_none() && cue.strength == Strength::Weak {
            return None;
        }
        Some(Found {
            source,
            cue: start..at + 1,
            head: at,
            content: vec![content],
            pattern: Pattern::Noted,
            strength: cue.strength,
            stance: cue.stance,
            sentence: self.number,
        })
    }

    fn noun_content(&self, at: usize, cue: &Cue) -> Option<Range<usize>> {
        let doc = self.doc;
        let has = |bits: u16| cue.frames & bits != 0;
        let range = if doc.is(at, &["that"]) && has(frame::CLAUSE) && !doc.is_finite(at + 1) {
            doc.content_from(at, self.noun_end, Extent::Clause)
        } else if doc.tag(at) == Tag::To && has(frame::INFINITIVE) {
            // "His decision to leave came late": the subject's own verb ends it.
            let verb = (at + 2..self.noun_end)
                .take_while(|i| {
                    doc.division.quote(*i).is_none() && !matches!(doc.tag(*i), Tag::Subordinator | Tag::Question | Tag::Pronoun | Tag::Mark)
                })
                .find(|i| doc.is_finite(*i));
            let end = verb.filter(|verb| doc.tag(verb - 1).ends_phrase() || doc.tag(verb - 1) == Tag::Adverb).unwrap_or(self.noun_end);
            doc.content_from(at, end, Extent::Clause)
        } else if doc.is_be(at) && doc.is(at + 1, &["that"]) && has(frame::CLAUSE) {
            doc.content_from(at + 1, self.noun_end, Extent::Clause)
        } else if cue.leads.iter().any(|lead| doc.lower(at) == *lead) {
            doc.content_from(at + 1, self.noun_end, Extent::Phrase)
        } else {
            return None;
        };
        (!range.is_empty()).then_some(range)
    }

    /// "his", "the party's".
    fn owner(&self, phrase: &Range<usize>, noun: usize) -> Option<Range<usize>> {
        let doc = self.doc;
        if doc.tag(phrase.start) == Tag::Possessive {
            return Some(phrase.start..phrase.start + 1);
        }
        let mark = (phrase.start..noun).rev().find(|at| doc.tag(*at) == Tag::Genitive)?;
        Some(phrase.start..mark).filter(|owner| !owner.is_empty())
    }

    /// The verb that carries the noun's phrase, and its subject.
    fn carrier(&self, phrase: usize) -> Option<(usize, Range<usize>)> {
        let doc = self.doc;
        let verb = phrase.checked_sub(1).filter(|verb| *verb >= self.start)?;
        if !doc.is(verb, CARRIERS) || !matches!(doc.tag(verb), Tag::Verb | Tag::Auxiliary) || doc.can(verb, can::DETERMINER) {
            return None;
        }
        let group = self.group(verb);
        Some((group.start, self.subject(&group, 0)?))
    }
}
