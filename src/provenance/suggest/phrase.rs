//! Noun phrases: who stands before or behind a verb.

use std::ops::Range;

use super::doc::Doc;
use super::tag::Tag;
use super::token::Kind;
use super::words::can;

/// Words of time, which no name follows within one phrase.
const TIMES: &[&str] =
    &["week", "year", "month", "night", "day", "morning", "evening", "afternoon", "weekend", "ago", "time", "moment", "decade", "hour"];

/// Prepositions that may tie a noun to what it belongs to.
const TIES: &[&str] = &["of", "for", "at", "in", "from", "with", "to", "on", "near", "behind", "against", "within", "across", "around"];

impl Doc<'_> {
    /// The noun phrase whose last token is `last`, not reaching before `floor`.
    pub(super) fn phrase_before(&self, last: usize, floor: usize) -> Range<usize> {
        if self.is(last, &[")"])
            && let Some(open) = (floor + 1..last).rev().take(6).find(|at| self.is(*at, &["("]))
            && self.tag(open - 1).ends_phrase()
        {
            return self.phrase_before(open - 1, floor).start..last + 1;
        }
        let mut start = last;
        let own = last > floor
            && self.is(last, &["himself", "herself", "itself", "themselves"])
            && matches!(self.tag(last - 1), Tag::Noun | Tag::Name);
        if self.tag(last) == Tag::Pronoun && !own && !(self.is(last, &["one", "others"])) {
            let some_of = last >= floor + 2
                && self.is(last - 1, &["of"])
                && matches!(self.tag(last - 2), Tag::Pronoun | Tag::Determiner | Tag::Number);
            return if some_of { last - 2..last + 1 } else { last..last + 1 };
        }
        while start > floor {
            let at = start - 1;
            match self.tag(at) {
                Tag::Noun if self.tag(start) == Tag::Name && (self.is(at, TIMES) || self.can(at, can::DAY)) => break,
                Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number | Tag::Genitive => start = at,
                Tag::Possessive => {
                    start = at;
                    break;
                }
                Tag::Determiner => {
                    start = at;
                    if !(at > floor && self.tag(at - 1) == Tag::Determiner) {
                        break;
                    }
                }
                Tag::Adverb
                    if self.tag(start) == Tag::Adjective && self.is(at, &["very", "most", "more", "newly", "once", "so", "long"]) =>
                {
                    start = at
                }
                Tag::Conjunction if self.is(at, &["and", "or", "&"]) && at > floor && self.tag(at - 1).ends_phrase() => {
                    let left = self.phrase_before(at - 1, floor);
                    let free =
                        left.start == floor || !matches!(self.tag(left.start - 1), Tag::Verb | Tag::Preposition | Tag::To | Tag::Auxiliary);
                    let alike = self.tag(at - 1) == self.tag(start) || self.tag(start) != Tag::Name;
                    if free && alike {
                        start = left.start
                    } else {
                        break;
                    }
                    break;
                }
                // "Sen. Hale (R-Ohio)"
                Tag::Mark if self.is(at, &[")"]) => match (floor..at).rev().take(6).find(|i| self.is(*i, &["("])) {
                    Some(open) if open > floor && self.tag(open - 1).ends_phrase() => start = open,
                    _ => break,
                },
                _ => break,
            }
        }
        // "The head of the union": on to the left.
        let tied = start > floor + 1
            && self.is(start - 1, &["of"])
            && (self.tag(start - 2).ends_phrase() || self.tag(start - 2) == Tag::Determiner);
        if tied {
            start = self.phrase_before(start - 2, floor).start;
        }
        start..last + 1
    }

    /// The noun phrase that starts at `first`; empty where none does.
    pub(super) fn phrase_from(&self, first: usize, ceiling: usize) -> Range<usize> {
        let mut end = first;
        let mut headed = false;
        while end < ceiling {
            if headed && self.is(end, &["("]) && self.tag(end - 1) == Tag::Name {
                match (end..ceiling).take(6).find(|at| self.is(*at, &[")"])) {
                    Some(close) => end = close + 1,
                    None => break,
                }
                continue;
            }
            let fits = match self.tag(end) {
                Tag::Pronoun if end == first => {
                    headed = true;
                    end += 1;
                    break;
                }
                Tag::Determiner | Tag::Possessive => !headed,
                Tag::Noun | Tag::Name | Tag::Number => {
                    headed = true;
                    true
                }
                Tag::Adjective | Tag::Genitive => true,
                Tag::Adverb => !headed && matches!(self.tag(end + 1), Tag::Adjective | Tag::Noun),
                Tag::Conjunction => {
                    self.is(end, &["and", "or", "&"])
                        && end > first
                        && matches!(self.tag(end - 1), Tag::Adjective | Tag::Noun | Tag::Name)
                        && (matches!(self.tag(end + 1), Tag::Noun | Tag::Name | Tag::Adjective))
                }
                Tag::Preposition => {
                    headed
                        && self.is(end, &["of"])
                        && matches!(
                            self.tag(end + 1),
                            Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Pronoun | Tag::Number
                        )
                        && {
                            headed = false;
                            true
                        }
                }
                _ => false,
            };
            if !fits {
                break;
            }
            end += 1;
        }
        if headed { first..end } else { first..first }
    }

    /// The phrase from `first` with the prepositional phrases tied to it and what is set beside it between commas.
    pub(super) fn speaker_from(&self, first: usize, ceiling: usize) -> Range<usize> {
        let mut phrase = self.phrase_from(first, ceiling);
        if phrase.is_empty() || self.tag(first) == Tag::Pronoun {
            return phrase;
        }
        self.extend_ties(&mut phrase, ceiling);
        if self.is(phrase.end, &["who", "that"]) {
            phrase.end =
                (phrase.end..ceiling).find(|at| self.is_comma(*at) || self.is_stop(*at) || self.tag(*at) == Tag::Quote).unwrap_or(ceiling);
        }
        for _ in 0..3 {
            if !self.is_comma(phrase.end) || !self.starts_apposition(phrase.end + 1) {
                break;
            }
            let mut close = phrase.end + 1;
            while close < ceiling && !self.is_comma(close) && !self.is_stop(close) {
                match self.division.quote_from(close).filter(|quoted| quoted.range.len() < 10 && quoted.range.end <= ceiling) {
                    Some(title) => close = title.range.end,
                    None if self.tag(close) == Tag::Quote => break,
                    None => close += 1,
                }
            }
            phrase.end = close;
        }
        phrase
    }

    /// Ties: "a professor at the college in Ohio".
    pub(super) fn extend_ties(&self, phrase: &mut Range<usize>, ceiling: usize) {
        while phrase.end < ceiling && self.tag(phrase.end) == Tag::Preposition && self.is(phrase.end, TIES) {
            let more = self.phrase_from(phrase.end + 1, ceiling);
            if more.is_empty()
                || more.clone().any(|at| self.can(at, can::DAY))
                || self.is(
                    more.end - 1,
                    &["interview", "statement", "tweet", "email", "speech", "call", "briefing", "rally", "event", "hearing"],
                )
            {
                break;
            }
            phrase.end = more.end;
        }
    }

    /// Whether what follows a comma tells who somebody is.
    pub(super) fn starts_apposition(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match self.tag(at) {
            Tag::Determiner => !token.is("this") && !token.is("that"),
            Tag::Noun => !token.can(can::DAY),
            Tag::Name | Tag::Number | Tag::Adjective | Tag::Possessive => true,
            Tag::Question => {
                token.is("who")
                    && !(at..at + 5).any(|verb| self.verb_cue(verb).is_some_and(|cue| cue.strength == super::words::Strength::Sure))
            }
            Tag::Preposition => token.is("of") || token.is("from"),
            _ => false,
        }
    }

    /// The subject that ends at `last`: its phrase, with a clause or participle that runs on to the verb.
    pub(super) fn subject_before(&self, last: usize, floor: usize) -> Option<Range<usize>> {
        let first = self.phrase_before(last, floor);
        let object_pronoun =
            self.tag(last) == Tag::Pronoun && self.is(last, &["him", "them", "me", "us", "himself", "themselves", "itself", "her"]);
        let mut phrase = first.clone();
        for _ in 0..6 {
            if phrase.start <= floor {
                break;
            }
            let before = phrase.start - 1;
            match self.tag(before) {
                Tag::Preposition if before > floor => {
                    let at = before - 1;
                    if self.tag(at).ends_phrase() && (self.is(before, TIES) || self.is(before, &["by", "about", "into", "as", "like"])) {
                        phrase.start = self.phrase_before(at, floor).start;
                    } else if self.tag(at) == Tag::Verb {
                        match self.clause_owner(at, floor) {
                            Some(start) => phrase.start = start,
                            None => break,
                        }
                    } else {
                        break;
                    }
                }
                Tag::Verb | Tag::Auxiliary => match self.clause_owner(before, floor) {
                    Some(start) => phrase.start = start,
                    None => break,
                },
                _ => break,
            }
        }
        // "In Ohio on Tuesday voters said": a phrase led by a preposition is no subject.
        let led = phrase.start > floor && matches!(self.tag(phrase.start - 1), Tag::Preposition | Tag::Verb | Tag::To | Tag::Auxiliary);
        if led {
            phrase = first;
        }
        let alone = object_pronoun && phrase.len() == 1;
        (!alone).then_some(phrase)
    }

    /// The start of the phrase that a relative clause or participle with the verb at `verb` describes.
    fn clause_owner(&self, verb: usize, floor: usize) -> Option<usize> {
        let mut at = verb;
        while at > floor && matches!(self.tag(at - 1), Tag::Auxiliary | Tag::Adverb | Tag::Pronoun | Tag::To) {
            at -= 1;
        }
        if at > floor + 1 && (self.tag(at - 1) == Tag::Question || self.is(at - 1, &["that"])) && self.tag(at - 2).ends_phrase() {
            return Some(self.phrase_before(at - 2, floor).start);
        }
        let participle = at == verb
            && self.can(verb, can::PARTICIPLE | can::GERUND)
            && self.verb_cue(verb).is_none_or(|cue| cue.frames & super::words::frame::CLAUSE == 0);
        (participle && verb > floor && self.tag(verb - 1).ends_phrase()).then(|| self.phrase_before(verb - 1, floor).start)
    }

    /// The subject before the comma at `comma` that closes something set between commas: "Sara Hale, the chair, said".
    pub(super) fn subject_over_commas(&self, comma: usize, floor: usize) -> Option<Range<usize>> {
        // "The league, made up of towns, parishes and villages, said": nothing happens between the first comma and the last.
        let mut first = self.phrase_from(floor, comma);
        self.extend_ties(&mut first, comma);
        if !first.is_empty()
            && self.is_comma(first.end)
            && first.end < comma
            && !(first.end + 1..comma).any(|at| self.is_finite(at) && !(at <= first.end + 2 && self.can(at, can::PARTICIPLE)))
        {
            let tells = self.starts_apposition(first.end + 1) && comma - first.end < 30;
            return Some(first.start..if tells { comma + 1 } else { first.end });
        }
        let open =
            (floor + 1..comma).rev().take(30).find(|at| self.is_comma(*at) || self.tag(*at) == Tag::Quote && self.closes_quote(*at))?;
        if !self.is_comma(open) || !self.tag(open - 1).ends_phrase() && !self.is(open - 1, &[")"]) {
            return None;
        }
        let phrase = self.phrase_before(open - 1, floor);
        let aside = open + 1;
        let parenthesis =
            matches!(self.tag(aside), Tag::Adverb | Tag::Preposition | Tag::Subordinator | Tag::Conjunction) || self.can(aside, can::DAY);
        if (aside..comma).any(|at| self.is_finite(at) && self.verb_cue(at).is_some_and(|cue| cue.strength == super::words::Strength::Sure))
        {
            return Some(phrase);
        }
        // An apposition of several: "Hale, 45, a teacher, who works here, said".
        let outer = (phrase.start > floor + 1 && self.is_comma(phrase.start - 1) && self.tag(phrase.start) != Tag::Name)
            .then(|| phrase.start - 2)
            .filter(|at| self.tag(*at) == Tag::Name)
            .map(|at| self.phrase_before(at, floor));
        let several = outer.is_some();
        let owner = outer.unwrap_or_else(|| phrase.clone());
        let tells = self.starts_apposition(aside)
            || self.is(aside, &["including"])
            || self.is(aside, &["who", "which"]) && (several || self.is(aside, &["who"]));
        if tells {
            let led =
                owner.start > floor && matches!(self.tag(owner.start - 1), Tag::Preposition | Tag::Verb) && self.tag(aside) == Tag::Name;
            return (!led).then_some(owner.start..comma + 1);
        }
        let participle = self.tag(aside) == Tag::Verb || self.is(aside, &["who", "whose", "which"]);
        (parenthesis || participle).then_some(phrase)
    }

    /// Whether a noun phrase can start here.
    pub(super) fn starts_phrase(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number | Tag::Adjective)
            && self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number))
    }
}
