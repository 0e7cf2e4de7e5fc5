//! One quotation in one text.

use std::ops::Range;

use crate::base::text::byte_from_char;
use crate::model::Quote;
use crate::provenance::anchor::{Anchor, TextIndex, words};
use crate::provenance::trace::{Piece, compare};
use crate::provenance::verify::Class;
use crate::provenance::verify::judge::{is_negation, judge};
use crate::provenance::verify::passage::{Joint, Passage, passages};

/// How far apart passages may stand that an ellipsis joins, in code points.
const APART: u32 = 2000;
/// How many words the quoter's own may stand for.
const REPLACED: usize = 12;
/// A negation so near to what was left out changes what is left, in words.
const NEAR: usize = 3;

/// What a text says about a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lookup {
    pub(super) class: Class,
    pub(super) at: Option<Range<u32>>,
    pub(super) anchor: Anchor,
    pub(super) pieces: Vec<Piece>,
    /// The sentence is denied just before the quotation begins.
    pub(super) denied_before: bool,
}

/// A text in which is looked up.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) index: &'a TextIndex,
}

impl Text<'_> {
    pub(super) fn look_up(&self, quote: &Quote) -> Lookup {
        let anchor = self.index.resolve(quote);
        let passages = passages(&quote.exact);
        let near = quote.range.map(|(start, _)| start);
        let found = match passages.as_slice() {
            [] => None,
            [one] => {
                let whole = || anchor.place().map(|place| (place.clone(), judge(self.slice(&place), &one.words)));
                self.verbatim(&one.words, near, None).or_else(whole).or_else(|| self.similar(&one.words, None))
            }
            several => self.joined(several, near),
        };
        let Some((at, class)) = found.filter(|(_, class)| *class != Class::NotFound) else {
            return Lookup { class: Class::NotFound, at: None, anchor, pieces: Vec::new(), denied_before: false };
        };
        // The sentence's own place, if one of several is remembered.
        let at = match (&anchor, class) {
            (Anchor::Anchored(place) | Anchor::Moved(place), Class::Verbatim) if passages.len() == 1 => place.clone(),
            _ => at,
        };
        let pieces = compare(&flat(self.slice(&at)), &flat(&quote.exact));
        Lookup { class, denied_before: self.denied_before(at.start), at: Some(at), anchor, pieces }
    }

    fn slice(&self, at: &Range<u32>) -> &str {
        let rest = &self.text[byte_from_char(self.text, at.start as usize)..];
        &rest[..byte_from_char(rest, at.len())]
    }

    /// The words as they are, the nearest to where they are remembered; a first letter may be adapted.
    fn verbatim(&self, words: &str, near: Option<u32>, within: Option<&Range<u32>>) -> Option<(Range<u32>, Class)> {
        let mut letters = words.chars();
        let first = letters.next()?;
        let other: String = if first.is_lowercase() { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
        let places = |words: &str| {
            let places = self.index.places(words).into_iter();
            places.filter(|at| within.is_none_or(|within| within.start <= at.start && at.end <= within.end)).collect::<Vec<_>>()
        };
        let mut found = places(words);
        if found.is_empty() {
            found = places(&[other.as_str(), letters.as_str()].concat());
        }
        found.into_iter().min_by_key(|at| near.map_or(0, |near| near.abs_diff(at.start))).map(|at| (at, Class::Verbatim))
    }

    /// What is most like the words.
    fn similar(&self, words: &str, within: Option<Range<u32>>) -> Option<(Range<u32>, Class)> {
        let at = self.index.nearest(words, within)?;
        let class = judge(self.slice(&at), words);
        Some((at, class))
    }

    /// Several passages: the longest is looked up, the others around it in their order.
    fn joined(&self, passages: &[Passage], near: Option<u32>) -> Option<(Range<u32>, Class)> {
        let (longest, main) = passages.iter().enumerate().max_by_key(|(i, passage)| (passage.words.len(), usize::MAX - i))?;
        let (first, mut class) = self.verbatim(&main.words, near, None).or_else(|| self.similar(&main.words, None))?;
        let mut whole = first;
        let add = |at: Range<u32>, gap: Range<u32>, found: Class, joint: Joint, whole: &mut Range<u32>, class: &mut Class| {
            *class = (*class).max(found).max(self.gap(&gap, joint));
            *whole = whole.start.min(at.start)..whole.end.max(at.end);
        };
        for passage in &passages[longest + 1..] {
            let within = whole.end..whole.end.saturating_add(APART);
            let (at, found) =
                self.verbatim(&passage.words, Some(whole.end), Some(&within)).or_else(|| self.similar(&passage.words, Some(within)))?;
            add(at.clone(), whole.end..at.start, found, passage.joint, &mut whole, &mut class);
        }
        for (passage, next) in passages[..longest].iter().zip(&passages[1..]).rev() {
            let within = whole.start.saturating_sub(APART)..whole.start;
            let (at, found) =
                self.verbatim(&passage.words, Some(whole.start), Some(&within)).or_else(|| self.similar(&passage.words, Some(within)))?;
            add(at.clone(), at.end..whole.start, found, next.joint, &mut whole, &mut class);
        }
        Some((whole, class.max(Class::Truncated)))
    }

    /// What was left out or replaced between two passages.
    fn gap(&self, gap: &Range<u32>, joint: Joint) -> Class {
        let between = self.slice(gap);
        let left_out = words(between);
        // In another sentence it has nothing to do with these words.
        let ends: Vec<&str> = between.split(['.', '!', '?']).collect();
        let (before, after) = (ends.first().copied().unwrap_or_default(), ends.last().copied().unwrap_or_default());
        let (before, after) = (words(before), words(after));
        let turned = before.iter().take(NEAR).chain(after.iter().rev().take(NEAR)).any(|word| is_negation(word))
            || (ends.len() == 1 && left_out.len() <= REPLACED && left_out.iter().any(|word| is_negation(word)));
        match joint {
            _ if turned => Class::Misquoted,
            Joint::Brackets if left_out.len() > REPLACED => Class::Altered,
            Joint::None | Joint::Ellipsis | Joint::Brackets => Class::Truncated,
        }
    }

    /// Whether the quotation leaves out a "not" that stands just before it, in the same breath.
    fn denied_before(&self, start: u32) -> bool {
        let before = self.slice(&(start.saturating_sub(40)..start));
        let breath =
            before.rsplit(|c: char| !(c.is_alphanumeric() || c == ' ' || c == '\n' || c == '’' || c == '\'')).next().unwrap_or_default();
        let words = words(breath);
        words.iter().rev().take(2).any(|word| is_negation(word)) && words.last().is_some_and(|last| last != "only" && last != "nur")
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
