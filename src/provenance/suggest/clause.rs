//! How far content reaches.

use std::ops::Range;

use super::doc::Doc;
use super::tag::Tag;
use super::words::{Strength, can, frame};

/// What sort of content is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// A clause: to the end of the sentence, other speech cut off.
    Clause,
    /// A noun phrase with what hangs on it.
    Phrase,
}

/// Nouns of occasions: "in an interview" tells how a thing was said, not what.
const OCCASIONS: &[&str] = &[
    "interview",
    "statement",
    "speech",
    "tweet",
    "email",
    "e-mail",
    "letter",
    "rally",
    "briefing",
    "press",
    "appearance",
    "debate",
    "conference",
    "call",
    "post",
    "memo",
    "town",
    "hearing",
    "article",
    "column",
    "editorial",
    "book",
    "remarks",
    "radio",
    "television",
    "tv",
    "event",
    "show",
    "twitter",
    "facebook",
];

impl Doc<'_> {
    /// Content from `from` on within the sentence that ends at `end`.
    pub(super) fn content_from(&self, from: usize, end: usize, extent: Extent) -> Range<usize> {
        let mut at = from;
        while at < end {
            if let Some(quoted) = self.division.quote_from(at).filter(|quoted| !quoted.range.is_empty()) {
                at = quoted.range.end.max(at + 1);
                let paused = extent == Extent::Phrase && quoted.range.len() > 2 && self.is_comma(at - 2);
                if paused && !self.is(at, &["and", "or"]) {
                    break;
                }
                continue;
            }
            if at > from && (self.cuts_clause(at, end) || extent == Extent::Phrase && self.cuts_phrase(at, end)) {
                break;
            }
            at += 1;
        }
        self.trimmed(from..at.max(from))
    }

    /// Without the marks at its ends that are not part of it.
    pub(super) fn trimmed(&self, mut range: Range<usize>) -> Range<usize> {
        while range.end > range.start {
            let last = range.end - 1;
            let drop = self.tag(last) == Tag::Mark
                && !self.tokens.get(last).is_some_and(|token| matches!(token.text, "?" | "!" | ")" | "]" | "%"))
                || self.tag(last) == Tag::Conjunction;
            if !drop {
                break;
            }
            range.end = last;
        }
        while range.start < range.end
            && self.tag(range.start) == Tag::Mark
            && !self.tokens.get(range.start).is_some_and(|token| matches!(token.text, "(" | "[" | "$" | "#"))
        {
            range.start += 1;
        }
        range
    }

    fn cuts_clause(&self, at: usize, end: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        match token.text {
            "," => {
                let next = at + 1;
                self.is(next, &["which", "according", "adding", "prompting", "drawing"])
                    || self.can(next, can::GERUND) && self.verb_cue(next).is_some_and(|cue| cue.strength == Strength::Sure)
                    || self.is(next, &["but", "and", "while", "as", "though", "although", "with"]) && self.speech_follows(next + 1, end)
                    || self.is(next, &["and", "but"]) && self.can(next + 1, can::PAST | can::THIRD) && self.verb_cue(next + 1).is_some()
                    || self.speech_follows(next, end)
                    || self.parenthesis_speaks(next, end)
            }
            "—" | "–" | "--" => true,
            ";" => true,
            _ => {
                (self.is(at, &["and", "but"]) && self.tag(at) == Tag::Conjunction && {
                    let verb = at + 1 + usize::from(self.tag(at + 1) == Tag::Adverb);
                    self.verb_cue(verb).is_some_and(|cue| {
                        cue.strength == Strength::Sure && self.can(verb, can::PAST | can::THIRD)
                            || cue.strength == Strength::Usual && self.can(verb, can::THIRD) && cue.frames & frame::CLAUSE != 0
                    })
                }) || self.is(at, &["according"]) && self.is(at + 1, &["to"])
            }
        }
    }

    /// "…, and Hale said" starts another's speech.
    fn speech_follows(&self, from: usize, end: usize) -> bool {
        let phrase = self.phrase_from(from, end);
        if phrase.is_empty() {
            return false;
        }
        let verb = (phrase.end..end.min(phrase.end + 4)).find(|at| !matches!(self.tag(*at), Tag::Auxiliary | Tag::Adverb));
        verb.is_some_and(|verb| {
            self.can(verb, can::PAST | can::THIRD | can::PARTICIPLE)
                && self.verb_cue(verb).is_some_and(|cue| cue.strength == Strength::Sure && cue.frames & frame::THAT != 0)
        })
    }

    /// "…, Hale said" ends what went before.
    fn parenthesis_speaks(&self, from: usize, end: usize) -> bool {
        let phrase = self.phrase_from(from, end);
        !phrase.is_empty()
            && self.can(phrase.end, can::PAST | can::THIRD)
            && self.verb_cue(phrase.end).is_some_and(|cue| cue.strength == Strength::Sure)
            && (phrase.end + 1 >= end || self.tag(phrase.end + 1) == Tag::Mark)
    }

    fn cuts_phrase(&self, at: usize, end: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        match self.tag(at) {
            Tag::Mark => token.text == "," && !self.list_goes_on(at, end) || token.text == "(",
            Tag::Conjunction => {
                let next = at + 1 + usize::from(self.tag(at + 1) == Tag::Adverb);
                self.tag(next) == Tag::Verb && self.can(next, can::PAST | can::THIRD | can::GERUND)
                    || self.tag(next) == Tag::Adjective
                        && self.lower(next).ends_with("ed")
                        && matches!(self.tag(next + 1), Tag::Determiner | Tag::Possessive)
                    || self.is(at, &["but"])
                    || self.phrase_then_verb(next, end)
            }
            Tag::Subordinator => !self.is(at, &["that", "because", "if", "where", "once"]),
            Tag::Preposition => {
                let phrase = self.phrase_from(at + 1, end);
                self.is(at, &["after", "before", "during", "as", "since", "until", "amid", "despite"]) && !self.is(at, &["as"])
                    || !phrase.is_empty()
                        && (phrase.clone().any(|i| self.can(i, can::DAY))
                            || self.is(at, &["in", "on", "at", "during"]) && phrase.clone().any(|i| self.is(i, OCCASIONS)))
            }
            Tag::Noun => token.can(can::DAY) && at + 1 < end && self.tag(at + 1) != Tag::Noun,
            _ => false,
        }
    }

    /// After a comma the list of things goes on: a later "and" without a verb between.
    fn list_goes_on(&self, comma: usize, end: usize) -> bool {
        let phrase = self.phrase_from(comma + 1, end);
        !phrase.is_empty()
            && (self.is_comma(phrase.end) && self.is(phrase.end + 1, &["and", "or"])
                || phrase.clone().any(|at| self.is(at, &["and"]))
                || self.is(phrase.end, &["and"]))
    }

    /// A phrase with a finite verb behind it starts a clause here.
    pub(super) fn phrase_then_verb(&self, from: usize, end: usize) -> bool {
        let mut phrase = self.phrase_from(from, end);
        if phrase.is_empty() {
            return false;
        }
        for _ in 0..4 {
            let mut at = phrase.end;
            while self.tag(at) == Tag::Adverb && at < end {
                at += 1;
            }
            if at >= end {
                return false;
            }
            if self.tag(at) == Tag::Auxiliary || self.is_finite(at) {
                return true;
            }
            match self.tag(at) {
                Tag::Preposition | Tag::Conjunction => {
                    let more = self.phrase_from(at + 1, end);
                    if more.is_empty() {
                        return false;
                    }
                    phrase = more;
                }
                Tag::Question | Tag::Subordinator => {
                    return (at + 1..end.min(at + 14)).any(|i| self.tag(i) == Tag::Auxiliary || self.is_finite(i))
                        && self.two_verbs(at, end);
                }
                _ => return false,
            }
        }
        false
    }

    fn two_verbs(&self, from: usize, end: usize) -> bool {
        (from..end.min(from + 18)).filter(|at| self.is_finite(*at) && !(*at > from && self.is_finite(*at - 1))).count() >= 2
    }
}
