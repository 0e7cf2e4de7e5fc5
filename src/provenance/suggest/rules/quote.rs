//! Quotations beside a cue: “…,” said X; “…,” X said, “…”; and those that go on without one.

use std::ops::Range;

use super::subject::Group;
use super::{Found, Scene};
use crate::model::Stance;
use crate::provenance::suggest::clause::Extent;
use crate::provenance::suggest::doc::Doc;
use crate::provenance::suggest::rule::Pattern;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::words::{Cue, Strength, can, frame};

impl Doc<'_> {
    /// Number of words of the quotation that opens at a place.
    pub(super) fn quote_words(&self, at: usize) -> usize {
        self.division.quote_from(at).map_or(0, |quoted| self.words_in(&quoted.range))
    }

    /// The quotation that ends before a place, a comma between allowed.
    fn quote_ending(&self, before: usize) -> Option<Range<usize>> {
        let last = before.checked_sub(1)?;
        let last = if self.is_comma(last) { last.checked_sub(1)? } else { last };
        self.closes_quote(last).then(|| self.division.quote(last).map(|quoted| quoted.range.clone())).flatten()
    }

    /// A quotation that sounds like an utterance: several words, or its own stop inside.
    fn is_utterance(&self, range: &Range<usize>) -> bool {
        let inner = range
            .end
            .checked_sub(2)
            .and_then(|at| self.tokens.get(at))
            .is_some_and(|token| matches!(token.text, "," | "!" | "?" | "." | "…" | "—"));
        inner || self.words_in(range) >= 3
    }
}

impl Scene<'_, '_> {
    /// The quotation stands before the cue: “…,” said X, or “…,” X said.
    pub(super) fn quote_before(&self, group: &Group, cue: &Cue) -> Option<Found> {
        let doc = self.doc;
        if group.infinitive || group.gerund && cue.strength != Strength::Sure {
            return None;
        }
        let (quoted, source, cue_end) = if let Some(quoted) = doc.quote_ending(group.start) {
            // “…,” said X
            if !doc.can(group.head, can::PAST | can::THIRD) {
                return None;
            }
            let comma = doc.is_comma(group.start - 1)
                || doc.tokens.get(quoted.end.saturating_sub(2)).is_some_and(|token| matches!(token.text, "," | "!" | "?" | "—"));
            let source = doc.starts_phrase(group.end).then(|| doc.speaker_from(group.end, self.end)).filter(|source| !source.is_empty());
            if !comma || source.is_none() {
                return None;
            }
            (quoted, source, group.end)
        } else {
            let source = self.subject(group, 0).filter(|source| source.end <= group.start)?;
            if (source.end..group.start).any(|at| doc.is_finite(at) && doc.verb_cue(at).is_some()) {
                return None;
            }
            let quoted = doc.quote_ending(source.start)?;
            (quoted, Some(source), group.end)
        };
        if quoted.end <= self.start {
            return None;
        }
        let speaks = cue.frames & (frame::CLAUSE | frame::THAT | frame::QUOTE) != 0;
        let acts = !speaks && self.after(group.end, cue).is_some();
        if !speaks && cue.strength != Strength::Sure || acts || !doc.is_utterance(&quoted) {
            return None;
        }
        let mut content = vec![self.with_lead_in(quoted)];
        content.extend(self.rest_of_quote(source.as_ref().map_or(cue_end, |source| source.end.max(cue_end)), cue));
        Some(self.found(group, cue, Pattern::QuoteBefore, source, content, cue_end))
    }

    /// "As Hale put it in May, “…”": the quotation behind the comma.
    pub(super) fn led_by_as(&self, group: &Group, cue: &Cue) -> Option<Found> {
        let doc = self.doc;
        if !doc.is(self.start, &["as"]) || group.infinitive || group.gerund {
            return None;
        }
        let comma = (group.end..self.end).find(|at| doc.is_comma(*at))?;
        let source = self.subject(group, 0).filter(|source| source.start == self.start + 1)?;
        if !doc.opens_quote(comma + 1) || doc.quote_words(comma + 1) < 4 || (group.end..comma).any(|at| doc.is_finite(at)) {
            return None;
        }
        let content = doc.content_from(comma + 1, self.end, Extent::Clause);
        Some(self.found(group, cue, Pattern::QuoteAfter, Some(source), vec![content], group.end))
    }

    /// Words of the same sentence before the quotation belong to it: “It is “a shame,” he said.”
    fn with_lead_in(&self, quoted: Range<usize>) -> Range<usize> {
        let doc = self.doc;
        if quoted.start <= self.start {
            return quoted;
        }
        let lead = self.start..quoted.start;
        let speaks =
            lead.clone().any(|at| doc.verb_cue(at).is_some_and(|cue| cue.strength == Strength::Sure) && doc.division.quote(at).is_none());
        let plain = lead.clone().all(|at| doc.division.quote(at).is_none());
        if plain && !speaks && doc.tag(quoted.start - 1) != Tag::Mark { self.start..quoted.end } else { quoted }
    }

    /// The quotation goes on behind the cue in the same sentence.
    fn rest_of_quote(&self, from: usize, cue: &Cue) -> Option<Range<usize>> {
        let doc = self.doc;
        let open = (from..self.end).find(|at| doc.opens_quote(*at))?;
        let between = from..open;
        let leads = open == from
            || matches!(doc.lower(open - 1), "," | ":")
            || matches!(doc.tag(open - 1), Tag::Adverb)
            || doc.can(open - 1, can::DAY);
        let plain = leads
            && between.clone().all(|at| !doc.is_stop(at) || doc.lower(at) == ":")
            && !between
                .clone()
                .any(|at| doc.tag(at) == Tag::Verb && doc.verb_cue(at).is_some_and(|other| other.strength == Strength::Sure));
        let close = doc.division.quote_from(open)?.range.clone();
        (plain && between.len() < 25 && cue.strength == Strength::Sure && (doc.is_utterance(&close))).then_some(close)
    }

    /// "It will fail, X said": the content stands before, without marks.
    pub(super) fn fronted(&self, group: &Group, cue: &Cue) -> Option<Found> {
        let doc = self.doc;
        let puts = cue.lemma == "put" && doc.is(group.end, &["it"]);
        if cue.frames & (frame::CLAUSE | frame::THAT) == 0 && !puts
            || group.infinitive
            || group.gerund
            || !doc.can(group.head, can::PAST | can::THIRD | can::BASE | can::PARTICIPLE)
        {
            return None;
        }
        let inverted = group.start > self.start
            && doc.is_comma(group.start - 1)
            && doc.starts_phrase(group.end)
            && cue.strength == Strength::Sure
            && !doc.phrase_then_verb(group.end, self.end);
        let (source, start, end) = if inverted {
            let source = doc.speaker_from(group.end, self.end);
            (source.clone(), group.start - 1, source.end)
        } else {
            let source = self.subject(group, 0)?;
            if source.start <= self.start || source.end > group.start {
                return None;
            }
            (source.clone(), source.start - 1, group.end)
        };
        let as_said = doc.is(start, &["as"]);
        if source.is_empty() || !(doc.is_comma(start) || as_said) || doc.tag(source.start) == Tag::Question {
            return None;
        }
        if as_said {
            // "As X said, it failed."
            let comma = (end..self.end).find(|at| doc.is_comma(*at));
            let content = match comma {
                Some(comma) if start == self.start => doc.content_from(comma + 1, self.end, Extent::Clause),
                _ if start > self.start => doc.trimmed(self.start..start),
                _ => return None,
            };
            return Some(self.found(group, cue, Pattern::Fronted, Some(source), vec![content], group.end));
        }
        let before = doc.trimmed(self.clause_start(start)..start);
        if !before.clone().any(|at| doc.is_finite(at)) && before.len() < 4 && !doc.is_comma(end) {
            return None;
        }
        let led = matches!(doc.tag(before.start), Tag::Preposition | Tag::Subordinator)
            || doc.tag(before.start) == Tag::Verb && !doc.can(before.start, can::GERUND);
        if led && !before.clone().any(|at| doc.is_comma(at)) && !(doc.is_comma(end) && end + 4 < self.end) {
            return None;
        }
        let mut content = vec![before];
        if doc.is_comma(end) && end + 2 < self.end {
            let after = doc.content_from(end + 1, self.end, Extent::Clause);
            let aside = matches!(doc.tag(after.start), Tag::Verb | Tag::Preposition)
                || doc.is(after.start, &["who", "which", "as", "while", "when"]);
            if !aside || !content[0].clone().any(|at| doc.is_finite(at)) {
                content.push(after);
            }
        }
        let pattern = if content[0].clone().any(|at| doc.tag(at) == Tag::Quote) { Pattern::QuoteBefore } else { Pattern::Fronted };
        Some(self.found(group, cue, pattern, Some(source), content, group.end))
    }

    /// Any verb before a colon and a quotation: "shot back: “…”".
    pub(super) fn colon(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        if doc.lower(at) != ":" || !doc.opens_quote(at + 1) || doc.quote_words(at + 1) < 3 {
            return None;
        }
        let verb = (self.start..at).rev().take(12).find(|i| doc.is_finite(*i) && doc.division.quote(*i).is_none())?;
        let cued = (self.start..at).any(|i| doc.verb_cue(i).is_some_and(|cue| cue.strength == Strength::Sure));
        let head = if doc.tag(verb) == Tag::Verb { verb } else { (verb..at).find(|i| doc.tag(*i) == Tag::Verb).unwrap_or(verb) };
        let group = self.group(head);
        let source = self.subject(&group, 0)?;
        let content = doc.content_from(at + 1, self.end, Extent::Clause);
        (!cued && !content.is_empty()).then(|| Found {
            source: Some(source),
            cue: group.start..at + 1,
            head: at,
            content: vec![content],
            pattern: Pattern::QuoteAfter,
            strength: Strength::Weak,
            stance: Stance::Asserts,
            sentence: self.number,
        })
    }

    /// Where the clause that ends at `end` starts: the sentence's start or behind a semicolon.
    fn clause_start(&self, end: usize) -> usize {
        let doc = self.doc;
        let from =
            (self.start..end).rev().find(|at| doc.tokens.get(*at).is_some_and(|token| token.text == ";")).map_or(self.start, |at| at + 1);
        if doc.tag(from) == Tag::Conjunction && doc.is(from, &["and", "but"]) { from + 1 } else { from }
    }
}

/// Sentences that are quotations alone go on what was quoted before them.
pub(super) fn continue_quotes(doc: &Doc, found: &mut [Found]) {
    let sentences = &doc.division.sentences;
    let mut cues: Vec<Option<usize>> = vec![None; sentences.len()];
    let mut covered = vec![false; doc.tokens.len()];
    for (number, one) in found.iter().enumerate() {
        if let Some(slot) = cues.get_mut(one.sentence)
            && matches!(
                one.pattern,
                Pattern::QuoteBefore
                    | Pattern::QuoteAfter
                    | Pattern::That
                    | Pattern::Clause
                    | Pattern::Fronted
                    | Pattern::Object
                    | Pattern::According
                    | Pattern::Noun
                    | Pattern::As
                    | Pattern::Lead
            )
            && (one.strength == Strength::Sure)
        {
            *slot = Some(number);
        }
        for range in &one.content {
            covered.get_mut(range.clone()).into_iter().flatten().for_each(|slot| *slot = true);
        }
    }
    let mut last: Option<usize> = None;
    let mut gap = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        let head = sentence.start;
        let quoted = doc.division.quote(head).filter(|quoted| quoted.range.start <= head);
        let whole = quoted.is_some_and(|quoted| quoted.range.end + 1 >= sentence.end || quoted.range.end >= sentence.end);
        if cues[number].is_some() {
            last = cues[number];
            gap = 0;
            continue;
        }
        let inside = sentence.clone().any(|at| covered.get(at).copied().unwrap_or(false));
        if inside {
            continue;
        }
        if let (true, Some(quoted), Some(owner)) = (whole, quoted, last.filter(|_| gap == 0)) {
            let range = quoted.range.clone();
            if range.start >= head {
                let one = &mut found[owner];
                one.content.push(range);
            }
            continue;
        }
        gap += 1;
        last = None;
    }
}
