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
/// By how much more than what repetitions have in common: what agrees by `UNIQUE` characters where no more was
/// remembered is no repetition.
const MARGIN: usize = CONTEXT - UNIQUE + 1;

impl TextIndex {
    /// A quote of code points of this text: its words, as much around them as tells it from repetitions, and its place. `text` is
    /// what the index was made of; `None` where nothing but spaces is there.
    pub fn quote(&self, text: &str, span: Range<u32>) -> Option<Quote> {
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
        let words = |from: u32, to: u32| {
            let first = byte_from_char(text, from as usize);
            let rest = &text[first..];
            rest[..byte_from_char(rest, (to - from) as usize)].to_owned()
        };
        let (prefix, suffix) = (words(start, span.start), words(span.end, end));
        Some(Quote { exact: words(span.start, span.end), prefix, suffix, range: Some((span.start, span.end)) })
    }

    /// How many characters before and after two places with the same words are the same.
    fn common(&self, part: Range<usize>, other: usize) -> (usize, usize) {
        let before = |end: usize| self.chars(end.saturating_sub(LONGEST)..end).iter().rev().copied().collect::<Vec<_>>();
        let (one, two) = (before(part.start), before(other));
        let after = |start: usize| self.chars(start..start + LONGEST);
        (agreement(&one, &two), agreement(after(part.end), after(other + part.len())))
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
