//! A text made ready for the rules: tokens, tags, sentences and quotations.

use std::ops::Range;

use super::sentence::{Division, divide};
use super::tag::{Tag, tags};
use super::token::{Token, tokens};
use super::words::{Cue, LEXICON, can};

/// Most words of a title.
const MAX_HEADLINE: usize = 16;

/// A text made ready for the rules.
pub(super) struct Doc<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    pub(super) tags: Vec<Tag>,
    pub(super) division: Division,
}

impl<'t> Doc<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let tokens = tokens(text);
        let division = divide(&tokens);
        let tags = tags(&tokens, &division.sentences);
        Self { tokens, tags, division }
    }

    /// The word at a place in lower case; nothing beyond the ends.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.lower.as_str())
    }

    pub(super) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    pub(super) fn can(&self, at: usize, bits: u32) -> bool {
        self.tokens.get(at).is_some_and(|token| token.can(bits))
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| words.contains(&token.lower.as_str()))
    }

    /// What a verb's form may attribute.
    pub(super) fn verb_cue(&self, at: usize) -> Option<&'static Cue> {
        (self.tag(at) == Tag::Verb).then(|| LEXICON.cue(self.tokens.get(at)?.word.verb?)).flatten()
    }

    pub(super) fn noun_cue(&self, at: usize) -> Option<&'static Cue> {
        (self.tag(at) == Tag::Noun).then(|| LEXICON.cue(self.tokens.get(at)?.word.noun?)).flatten()
    }

    pub(super) fn adjective_cue(&self, at: usize) -> Option<&'static Cue> {
        LEXICON.cue(self.tokens.get(at)?.word.adjective?)
    }

    /// Whether the verb at a place is finite by its form and what stands before it.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Auxiliary => !self.is(at, &["be", "been", "being", "having", "doing"]),
            Tag::Verb => {
                self.can(at, can::PAST | can::THIRD)
                    || self.can(at, can::BASE)
                        && at > 0
                        && matches!(self.tag(at - 1), Tag::Pronoun | Tag::Noun | Tag::Name | Tag::Question | Tag::Adverb)
            }
            _ => false,
        }
    }

    /// Whether a place is the opening mark of a quotation.
    pub(super) fn opens_quote(&self, at: usize) -> bool {
        self.division.quote_from(at).is_some()
    }

    /// Whether a place is the closing mark of a quotation.
    pub(super) fn closes_quote(&self, at: usize) -> bool {
        self.division.quote(at).is_some_and(|quoted| quoted.range.end == at + 1 && quoted.range.len() > 1 && !quoted.open_end)
    }

    /// Number of words between the marks, a few at most.
    pub(super) fn words_in(&self, range: &Range<usize>) -> usize {
        range.clone().filter(|at| !matches!(self.tag(*at), Tag::Mark | Tag::Quote)).take(12).count()
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text == ",")
    }

    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| matches!(token.text, "." | "!" | "?" | ";" | ":" | "…" | "..." | "—" | "–" | "--"))
    }

    /// Whether a sentence is a title: alone in its paragraph, short, without a stop, and the first of the text or with all its words in
    /// capitals. What it says is told below it by those who say it.
    pub(super) fn is_headline(&self, sentence: &Range<usize>) -> bool {
        let begins = |at: usize| self.tokens.get(at).is_none_or(|token| token.paragraph);
        let words = || self.tokens.get(sentence.clone()).into_iter().flatten().filter(|token| token.text.chars().any(char::is_alphabetic));
        let in_capitals = || words().filter(|word| word.text.chars().count() > 3).all(|word| word.text.starts_with(char::is_uppercase));
        let is_alone = (sentence.start == 0 || begins(sentence.start)) && begins(sentence.end);
        let ends = |at: usize| self.is_stop(at) || self.closes_quote(at);
        is_alone
            && !sentence.clone().any(ends)
            && (2..=MAX_HEADLINE).contains(&words().count())
            && (in_capitals() || (sentence.start == 0 && sentence.end < self.tokens.len()))
    }

    pub(super) fn is_be(&self, at: usize) -> bool {
        self.is(at, &["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"]) && self.tag(at) == Tag::Auxiliary
    }
}
