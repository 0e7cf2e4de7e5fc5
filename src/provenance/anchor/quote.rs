//! Making a quote from a span of a text.

use std::ops::Range;

use crate::base::text::byte_from_char;
use crate::model::Quote;

use super::context::{UNIQUE, USUAL, agreement};
use super::index::TextIndex;

/// How much of a quote's surroundings is remembered, in characters.
const CONTEXT: usize = 32;
/// How much is at most, where the same words stand elsewhere too.
const LONGEST: usize = 2000;
/// So much of it is compared first.
const FEW: usize = 64;
/// By how much more than what repetitions have in common: what agrees by `UNIQUE` characters where no more was
/// remembered is no repetition.
const MARGIN: usize = CONTEXT - UNIQUE + 1;

impl TextIndex {
    /// A quote of code points of this text: its words, as much around them as tells it from repetitions, and its place. `text` is
    /// what the index was made of; `None` where nothing but spaces is there.
    pub fn quote<'a>(&self, text: &'a str, span: Range<u32>) -> Option<Quote> {
        let part = self.normal().part(span.clone());
        if part.is_empty() {
            return None;
        }
        let (mut before, mut after) = (CONTEXT, CONTEXT);
        for hit in self.hits(self.chars(part.clone())).into_iter().filter(|hit| *hit != part.start) {
            let (left, right) = self.common(part.clone(), hit);
            let enough = |common: usize| if common + MARGIN > CONTEXT { (common + MARGIN).clamp(USUAL + 4, LONGEST) } else { CONTEXT };
            (before, after) = (before.max(enough(left)), after.max(enough(right)));
        }
        let before = self.word_start(part.start.saturating_sub(before))..part.start;
        let after = part.end..self.word_end((part.end + after).min(self.normal().len()));
        let start = self.normal().original(before).start.min(span.start);
        let end = self.normal().original(after).end.max(span.end);
        let (_, rest) = text.split_at(byte_from_char(text, start as usize));
        let cut = |rest: &'a str, from: u32, to: u32| rest.split_at(byte_from_char(rest, (to - from) as usize));
        let (prefix, rest) = cut(rest, start, span.start);
        let (exact, rest) = cut(rest, span.start, span.end);
        let (suffix, _) = cut(rest, span.end, end);
        Some(Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into(), range: Some((span.start, span.end)) })
    }

    /// How many characters before and after two places with the same words are the same.
    fn common(&self, part: Range<usize>, other: usize) -> (usize, usize) {
        let before = |length: usize| {
            let away = |end: usize| self.chars(end.saturating_sub(length)..end).iter().rev().copied().collect::<Vec<_>>();
            agreement(&away(part.start), &away(other))
        };
        let after = |length: usize| {
            let there = |start: usize| self.chars(start..start + length);
            agreement(there(part.end), there(other + part.len()))
        };
        // Hardly ever is it more than a few letters: the rest is looked at only then.
        let whole = |common: &dyn Fn(usize) -> usize| Some(common(FEW)).filter(|few| few + 2 < FEW).unwrap_or_else(|| common(LONGEST));
        (whole(&before), whole(&after))
    }

    /// Where the word begins that would be cut here; long ones are.
    fn word_start(&self, at: usize) -> usize {
        let word = self.chars(at.saturating_sub(CONTEXT / 2)..at);
        if self.chars(at..at + 1) == [' '] {
            at
        } else {
            word.iter().rposition(|c| *c == ' ').map_or(at, |space| at - (word.len() - 1 - space))
        }
    }

    /// Where the word ends that would be cut here; long ones are.
    fn word_end(&self, at: usize) -> usize {
        let word = self.chars(at..at + CONTEXT / 2);
        if self.chars(at.saturating_sub(1)..at) == [' '] { at } else { word.iter().position(|c| *c == ' ').map_or(at, |space| at + space) }
    }
}
