//! Verbs: "said that", "…, said X", "denied the report", "was criticised by".

use std::ops::Range;

use super::subject::Group;
use super::{Found, Scene};
use crate::provenance::suggest::clause::Extent;
use crate::provenance::suggest::rule::Pattern;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::words::{Cue, Strength, can, frame};

/// Content that follows a cue.
pub(super) struct After {
    pub(super) pattern: Pattern,
    pub(super) content: Range<usize>,
    /// End of the cue with its preposition.
    pub(super) cue_end: usize,
}

impl Scene<'_, '_> {
    /// What the verb at `at` attributes.
    pub(super) fn verb(&self, at: usize) -> Option<Found> {
        let doc = self.doc;
        let cue = doc.verb_cue(at)?;
        let quoted = doc.division.quote(at);
        if quoted.is_some_and(|quoted| doc.words_in(&quoted.range) > 1) {
            return None;
        }
        // Markup: "<tweet …>".
        if at > 0 && doc.lower(at - 1) == "<" {
            return None;
        }
        let group = self.group(at);
        let mute = cue.lemma == "respond" && (group.start..at).any(|i| doc.is(i, &["not", "n't", "never"]));
        if mute {
            return None;
        }
        if group.passive {
            return self.passive(&group, cue);
        }
        let named = group.bare_participle
            && cue.frames & frame::AS != 0
            && at > self.start
            && doc.tag(at - 1) == Tag::Noun
            && doc.is(group.end, &["by"]);
        if named {
            return self.passive(&group, cue);
        }
        if let Some(found) = self.led_by_as(&group, cue) {
            return Some(found);
        }
        let speaker_last = group.start > self.start
            && doc.is_comma(group.start - 1)
            && doc.tag(group.end) == Tag::Name
            && cue.strength == Strength::Sure
            && doc.can(at, can::PAST | can::THIRD)
            && {
                let name = doc.phrase_from(group.end, self.end).end;
                doc.is_stop(name) || doc.is_comma(name)
            };
        if speaker_last && let Some(found) = self.quote_before(&group, cue).or_else(|| self.fronted(&group, cue)) {
            return Some(found);
        }
        self.quote_before(&group, cue).or_else(|| self.active(&group, cue)).or_else(|| self.fronted(&group, cue))
    }

    /// A clause that the tags do not show: "said seeing them was a joy", "said “has courage”".
    fn after_anything(&self, at: usize, cue: &Cue) -> Option<After> {
        let doc = self.doc;
        if cue.frames & frame::CLAUSE == 0 || cue.strength == Strength::Weak {
            return None;
        }
        if cue.lemma == "say" && doc.is(at, &["yes", "no", "so", "little", "nothing", "much"]) {
            return Some(After { pattern: Pattern::Clause, content: doc.trimmed(at..at + 1), cue_end: at });
        }
        let starts = doc.starts_phrase(at) && !doc.can(at, can::DAY)
            || doc.opens_quote(at)
            || doc.can(at, can::GERUND)
            || doc.tag(at) == Tag::Auxiliary
            || doc.is(at, &["about", "more", "if", "when", "while", "because", "after", "only", "even"]);
        let led = matches!(doc.tag(at), Tag::Preposition | Tag::Subordinator) && cue.strength == Strength::Sure && {
            let comma = (at..self.end.min(at + 18)).find(|i| doc.is_comma(*i));
            comma.is_some_and(|comma| doc.phrase_then_verb(comma + 1, self.end))
        };
        let starts = starts || led;
        let clause = starts && (at + 1..self.end).any(|i| doc.is_finite(i) || doc.tag(i) == Tag::Auxiliary || doc.tag(i) == Tag::Verb);
        let content = doc.content_from(at, self.end, Extent::Clause);
        (clause && content.len() > 2).then_some(After { pattern: Pattern::Clause, content, cue_end: at })
    }

    pub(super) fn found(
        &self,
        group: &Group,
        cue: &Cue,
        pattern: Pattern,
        source: Option<Range<usize>>,
        content: Vec<Range<usize>>,
        cue_end: usize,
    ) -> Found {
        Found {
            source,
            cue: group.start..cue_end,
            head: group.head,
            content,
            pattern,
            strength: cue.strength,
            stance: cue.stance,
            sentence: self.number,
        }
    }

    fn active(&self, group: &Group, cue: &Cue) -> Option<Found> {
        let Some(after) = self.after(group.end, cue) else { return self.gap(group, cue) };
        let asked = group.bare_participle
            && after.pattern != Pattern::QuoteAfter
            && cue.frames & frame::HEARER != 0
            && (group.start == self.start || self.doc.is(group.start - 1, &["when", "if"]));
        let source = self.subject(group, 0).filter(|_| !asked);
        if let Some(source) = &source
            && (source.end > group.start
                && source.start < after.content.end
                && source.start > group.start
                && after.pattern != Pattern::QuoteAfter)
        {
            return None;
        }
        let weak_pattern = matches!(after.pattern, Pattern::Noun | Pattern::Lead | Pattern::As | Pattern::Gerund | Pattern::Infinitive);
        if source.is_none() && (group.infinitive || cue.strength == Strength::Weak || weak_pattern && cue.strength != Strength::Sure) {
            return None;
        }
        let reduced = group.gerund && group.start > self.start && !self.doc.is_comma(group.start - 1);
        if group.infinitive && cue.strength != Strength::Sure || reduced && cue.strength == Strength::Weak && after.pattern == Pattern::Noun
        {
            return None;
        }
        Some(self.found(group, cue, after.pattern, source, vec![after.content], after.cue_end))
    }

    /// "a finish that he said defied expectations": the relative word and what follows.
    fn gap(&self, group: &Group, cue: &Cue) -> Option<Found> {
        let doc = self.doc;
        let speaks = cue.strength == Strength::Sure
            && cue.frames & frame::CLAUSE != 0
            && matches!(doc.tag(group.end), Tag::Verb | Tag::Auxiliary | Tag::Noun | Tag::Adjective);
        let source = self.subject(group, 0).filter(|source| speaks && source.end == group.start && source.start > self.start + 1)?;
        let relative = source.start - 1;
        if !doc.is(relative, &["that", "which", "who", "what", "whom"]) {
            return None;
        }
        let content = vec![relative..source.start, doc.content_from(group.end, self.end, Extent::Clause)];
        Some(self.found(group, cue, Pattern::Clause, Some(source), content, group.end))
    }

    /// Content behind a cue that ends at `at`.
    pub(super) fn after(&self, at: usize, cue: &Cue) -> Option<After> {
        self.straight_after(at, cue)
            .or_else(|| self.after_hearer(at, cue))
            .or_else(|| self.after_circumstance(at, cue, 0))
            .or_else(|| self.after_object(at, cue))
            .or_else(|| self.after_anything(at, cue))
    }

    /// Content right behind the cue.
    fn straight_after(&self, at: usize, cue: &Cue) -> Option<After> {
        let doc = self.doc;
        let has = |bits: u16| cue.frames & bits != 0;
        let make = |pattern, content: Range<usize>, cue_end| (!content.is_empty()).then_some(After { pattern, content, cue_end });
        let clause = |from| doc.content_from(from, self.end, Extent::Clause);
        if doc.opens_quote(at) || (doc.is_comma(at) || doc.lower(at) == ":") && doc.opens_quote(at + 1) {
            let from = if doc.opens_quote(at) { at } else { at + 1 };
            let words = doc.quote_words(from);
            let speaks = cue.frames & (frame::CLAUSE | frame::THAT | frame::QUOTE) != 0;
            if from > at || speaks && words > 1 {
                return make(Pattern::QuoteAfter, clause(from), at);
            }
        }
        if doc.lower(at) == ":" && has(frame::CLAUSE | frame::THAT) {
            return make(Pattern::That, clause(at + 1), at + 1);
        }
        if doc.is(at, &["that"]) && has(frame::CLAUSE | frame::THAT) {
            return make(Pattern::That, clause(at), at);
        }
        if has(frame::CLAUSE) && doc.phrase_then_verb(at, self.end) {
            return make(Pattern::Clause, clause(at), at);
        }
        if has(frame::CLAUSE) && doc.is(at, &["there", "if", "when", "because"]) && !doc.is(at, &["because", "when"]) {
            return make(Pattern::Clause, clause(at), at);
        }
        if has(frame::QUESTION) && (doc.tag(at) == Tag::Question || doc.is(at, &["if", "whether", "how", "why", "when", "where"])) {
            return make(Pattern::Question, clause(at), at);
        }
        if doc.tag(at) == Tag::To && has(frame::INFINITIVE) {
            return make(Pattern::Infinitive, clause(at), at);
        }
        if has(frame::GERUND) && doc.tag(at) == Tag::Verb && doc.can(at, can::GERUND) {
            return make(Pattern::Gerund, clause(at), at);
        }
        let lead = cue.leads.iter().find(|lead| doc.lower(at) == **lead && !(**lead == "to" && doc.tag(at) == Tag::To))?;
        let behind = at + 1;
        // "pointed out that", "spoke out against".
        if matches!(*lead, "out" | "up" | "in" | "off" | "away" | "back" | "aside" | "down" | "by" | "clear") {
            if doc.is(behind, &["that"]) || doc.opens_quote(behind) || doc.phrase_then_verb(behind, self.end) {
                return make(Pattern::That, clause(behind), behind);
            }
            let second = cue.leads.iter().any(|lead| doc.lower(behind) == *lead);
            let from = behind + usize::from(second);
            return make(Pattern::Lead, doc.content_from(from, self.end, Extent::Phrase), from);
        }
        let extent =
            if doc.tag(behind) == Tag::Question || doc.is(behind, &["whether", "how", "why"]) { Extent::Clause } else { Extent::Phrase };
        make(Pattern::Lead, doc.content_from(behind, self.end, extent), behind)
    }

    /// "told reporters that", "asked him whether", "urged them to".
    fn after_hearer(&self, at: usize, cue: &Cue) -> Option<After> {
        let doc = self.doc;
        if cue.frames & frame::HEARER == 0 || !doc.starts_phrase(at) {
            return None;
        }
        let mut hearer = doc.phrase_from(at, self.end);
        if hearer.is_empty() {
            return None;
        }
        doc.extend_ties(&mut hearer, self.end);
        if doc.tag(hearer.end) == Tag::To {
            let content =
                doc.content_from(if cue.lemma == "tell" || cue.lemma == "promise" { hearer.end } else { at }, self.end, Extent::Clause);
            return (cue.frames & (frame::OBJECT | frame::INFINITIVE) != 0).then_some(After {
                pattern: Pattern::Object,
                content,
                cue_end: at,
            });
        }
        // The hearer may run into the clause: "told CNN he would".
        let direct = self.straight_after(hearer.end, cue).or_else(|| self.after_circumstance(hearer.end, cue, 0));
        direct
            .filter(|after| after.pattern != Pattern::Lead || cue.leads.contains(&doc.lower(hearer.end)))
            .map(|after| After { cue_end: at, ..after })
    }

    /// "said on Tuesday that", "wrote in a letter: “…”".
    fn after_circumstance(&self, at: usize, cue: &Cue, depth: u8) -> Option<After> {
        let doc = self.doc;
        let mut next = at;
        if matches!(doc.tag(at), Tag::Preposition) || doc.tag(at) == Tag::Subordinator && doc.is(at, &["after", "before", "during"]) {
            let mut phrase = doc.phrase_from(at + 1, self.end);
            if phrase.is_empty() && doc.tag(at + 1) == Tag::Verb && doc.can(at + 1, can::GERUND) {
                phrase = doc.phrase_from(at + 2, self.end);
            }
            if phrase.is_empty() {
                return None;
            }
            next = phrase.end;
        } else if doc.can(at, can::DAY) || doc.tag(at) == Tag::Adverb {
            next = at + 1;
            while doc.tag(next) == Tag::Number || doc.can(next, can::DAY) || doc.is(next, &["night", "morning", "afternoon", "evening"]) {
                next += 1;
            }
        } else if doc.is(at, &["last", "this", "earlier"]) {
            next = doc.phrase_from(at, self.end).end;
        } else if doc.is_comma(at) && depth == 0 {
            // "said, in part, that": one parenthesis.
            let close = (at + 1..self.end.min(at + 12)).find(|i| doc.is_comma(*i))?;
            next = close + 1;
            let found = self.straight_after(next, cue).filter(|after| matches!(after.pattern, Pattern::That | Pattern::QuoteAfter))?;
            return Some(After { cue_end: at, ..found });
        }
        if next == at || depth > 3 || next >= self.end {
            return None;
        }
        let found = self.straight_after(next, cue).filter(|after| {
            matches!(after.pattern, Pattern::That | Pattern::QuoteAfter | Pattern::Question)
                || after.pattern == Pattern::Clause && cue.strength == Strength::Sure
                || after.pattern == Pattern::Infinitive && doc.can(at, can::DAY)
        });
        found
            .or_else(|| self.after_circumstance(next, cue, depth + 1))
            .map(|after| After { cue_end: if depth == 0 { next } else { after.cue_end }, ..after })
    }

    /// A noun phrase as content: "denied the report", "urged voters to", "called him a fool".
    fn after_object(&self, at: usize, cue: &Cue) -> Option<After> {
        let doc = self.doc;
        let has = |bits: u16| cue.frames & bits != 0;
        if !doc.starts_phrase(at) && !doc.opens_quote(at) || doc.can(at, can::DAY) {
            return None;
        }
        let object = if doc.opens_quote(at) { at..doc.division.quote_from(at)?.range.end } else { doc.phrase_from(at, self.end) };
        let mut object = object;
        doc.extend_ties(&mut object, self.end);
        if has(frame::OBJECT) && doc.tag(object.end) == Tag::To {
            return Some(After { pattern: Pattern::Object, content: doc.content_from(at, self.end, Extent::Clause), cue_end: at });
        }
        if has(frame::AS) {
            let named = doc.is(object.end, &["as"])
                || doc.opens_quote(object.end)
                || matches!(doc.tag(object.end), Tag::Determiner | Tag::Adjective);
            if named || has(frame::NOUN) || cue.lemma == "call" {
                let pattern = if named || cue.lemma == "call" { Pattern::As } else { Pattern::Noun };
                return Some(After { pattern, content: doc.content_from(at, self.end, Extent::Phrase), cue_end: at });
            }
        }
        let lead = cue.leads.iter().any(|lead| doc.lower(object.end) == *lead);
        if !(has(frame::NOUN) || lead && cue.lemma != "tell" && cue.lemma != "call") {
            return None;
        }
        let empty = self.is_empty_object(&object, cue);
        (!empty && !object.is_empty()).then(|| After {
            pattern: Pattern::Noun,
            content: doc.content_from(at, self.end, Extent::Phrase),
            cue_end: at,
        })
    }

    /// "said a word", "told a story", "wrote a book": the words, not what they say.
    fn is_empty_object(&self, object: &Range<usize>, cue: &Cue) -> bool {
        let doc = self.doc;
        let Some(last) = object.end.checked_sub(1) else { return true };
        match cue.lemma {
            "say" | "tell" | "add" | "state" | "think" | "remark" => {
                !doc.is(last, &["so", "it", "that", "this", "nothing", "truth", "thing", "things", "same", "otherwise"])
            }
            "report" => doc.can(object.start, can::PERSON),
            _ => false,
        }
    }

    /// "was criticised by X for", "is said to", "it was reported that".
    fn passive(&self, group: &Group, cue: &Cue) -> Option<Found> {
        let doc = self.doc;
        let empty = group.start > self.start && doc.is(group.start - 1, &["it", "there"]);
        let mut at = group.end;
        let mut source = None;
        if doc.is(at, &["by"]) {
            let agent = doc.phrase_from(at + 1, self.end);
            if agent.is_empty() || doc.can(at + 1, can::GERUND) && !doc.tokens[at + 1].capital {
                return None;
            }
            let mut agent = agent;
            doc.extend_ties(&mut agent, self.end);
            at = agent.end;
            source = Some(agent);
        }
        let patient = if empty { None } else { self.subject(group, 0) };
        let mut content: Vec<Range<usize>> = Vec::new();
        let hearer = matches!(cue.lemma, "tell" | "ask" | "inform" | "remind" | "warn" | "advise" | "assure");
        let after = self.straight_after(at, cue).or_else(|| self.after_circumstance(at, cue, 0));
        let object_to = doc.tag(at) == Tag::To && cue.frames & (frame::CLAUSE | frame::OBJECT | frame::INFINITIVE) != 0;
        let as_name = cue.frames & frame::AS != 0 && (doc.is(at, &["as"]) || doc.opens_quote(at) || doc.starts_phrase(at));
        let cue_end = group.end;
        if let Some(patient) = patient.filter(|patient| !(hearer || patient.len() == 1 && doc.tag(patient.start) == Tag::Question)) {
            content.push(patient);
        }
        let rest = if let Some(after) = after {
            Some(after.content)
        } else if object_to {
            Some(doc.content_from(at, self.end, Extent::Clause))
        } else if as_name || source.is_some() && doc.tag(at) == Tag::Preposition {
            Some(doc.content_from(at, self.end, Extent::Phrase))
        } else {
            None
        };
        let told = rest.is_some();
        content.extend(rest.filter(|rest| !rest.is_empty()));
        let plain = cue.frames & frame::NOUN != 0 && (source.is_some() || cue.strength == Strength::Sure);
        if content.is_empty() || !(told || plain) || cue.strength == Strength::Weak && source.is_none() && !told {
            return None;
        }
        Some(self.found(group, cue, Pattern::Passive, source, content, cue_end))
    }
}
