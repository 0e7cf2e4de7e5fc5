//! Finding a quote in a text that may have changed.

use std::ops::Range;

use crate::model::Quote;

use super::context::{Side, UNIQUE, USUAL, agreement};
use super::fit::{best_fit, distance};
use super::index::TextIndex;
use super::normal::Normal;
use super::words::{Changes, changes, split};

/// Where a quote stands, in code points of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The same words, at the same position or between the same words.
    Anchored(Range<u32>),
    /// Found without doubt, but its words or what stands around them have changed.
    Moved(Range<u32>),
    /// Several places would do: for people to decide.
    Ambiguous(Vec<Range<u32>>),
    /// It stands here no more.
    Orphaned,
}

impl Anchor {
    /// The one place where it certainly stands.
    pub fn place(&self) -> Option<Range<u32>> {
        match self {
            Self::Anchored(range) | Self::Moved(range) => Some(range.clone()),
            Self::Ambiguous(_) | Self::Orphaned => None,
        }
    }
}

/// How many places with the same words are looked at closely.
const LOOKED_AT: usize = 32;
/// How many characters next to a place are looked at first.
const CLOSE: usize = 64;
/// How many places with other words are.
const DAMAGED: usize = 6;
/// How far a passage in which words were replaced may have moved, in code points.
const FAR: u32 = 1000;
/// How many characters next to changed words must be those that are remembered.
const NEXT: usize = 6;

/// A quote as it is compared.
struct Wanted {
    /// Prefix, words and suffix.
    all: Vec<char>,
    /// The words among them.
    words: Range<usize>,
    /// Whether there is more in the quote, spaces at its ends.
    ragged: bool,
    /// The position that is remembered.
    range: Option<Range<u32>>,
}

impl Wanted {
    fn new(quote: &Quote) -> Self {
        let joined = Normal::new(&[quote.prefix.as_str(), &quote.exact, &quote.suffix].concat());
        let start = quote.prefix.chars().count() as u32;
        let span = start..start + quote.exact.chars().count() as u32;
        let words = joined.part(span.clone());
        Self {
            ragged: joined.original(words.clone()) != span,
            words,
            all: joined.chars().to_vec(),
            range: quote.range.map(|(start, end)| start..end),
        }
    }

    fn words(&self) -> &[char] {
        &self.all[self.words.clone()]
    }

    /// What stood before, read away from the words.
    fn before(&self) -> Vec<char> {
        self.all[..self.words.start].iter().rev().copied().collect()
    }

    fn after(&self) -> &[char] {
        &self.all[self.words.end..]
    }
}

/// A place that may be the one.
#[derive(Clone, Debug)]
struct Candidate {
    /// Normalised characters of the text.
    at: Range<usize>,
    /// What agrees around it: the weaker and the stronger side.
    sides: (Side, Side),
}

impl Candidate {
    fn strength(&self) -> u8 {
        let points = |side: Side| match side {
            Side::Same => 3,
            Side::Near => 2,
            Side::Unknown => 1,
            Side::Other | Side::Rival => 0,
        };
        points(self.sides.0) + points(self.sides.1)
    }
}

impl TextIndex {
    /// Finds a quote.
    pub fn resolve(&self, quote: &Quote) -> Anchor {
        let wanted = Wanted::new(quote);
        if wanted.words.is_empty() {
            return Anchor::Orphaned;
        }
        let (exact, elsewhere) = self.with_the_same_words(&wanted);
        if exact.is_empty() { self.with_other_words(&wanted, elsewhere) } else { self.choose(&wanted, exact) }
    }

    /// One of the places that have the words, if it is clearly the best.
    fn choose(&self, wanted: &Wanted, places: Vec<Candidate>) -> Anchor {
        let strongest = places.iter().map(Candidate::strength).max().unwrap_or_default();
        let best: Vec<&Candidate> = places.iter().filter(|place| place.strength() == strongest).collect();
        // Among repetitions in the same surroundings only the position tells; it can be trusted where it is exactly that of one.
        let original = |place: &Candidate| self.normal().original(place.at.clone());
        let is_there = |range: &Range<u32>, place: &Candidate| {
            let whole = original(place);
            let around =
                wanted.ragged && range.start <= whole.start && whole.end <= range.end && self.normal().part(range.clone()) == place.at;
            whole == *range || around
        };
        let remembered = wanted.range.clone().filter(|range| best.iter().any(|place| is_there(range, place)));
        match (best.as_slice(), remembered) {
            (_, Some(place)) => Anchor::Anchored(place),
            ([place], None) if strongest == 6 => Anchor::Anchored(original(place)),
            ([place], None) => Anchor::Moved(original(place)),
            _ => Anchor::Ambiguous(best.into_iter().map(original).collect()),
        }
    }

    /// The places that have the words and enough of what stood around them, and whether others have the words.
    fn with_the_same_words(&self, wanted: &Wanted) -> (Vec<Candidate>, bool) {
        let (words, length) = (wanted.words(), wanted.words.len());
        if length < wanted.all.len() {
            let offset = wanted.words.start;
            let whole = self.hits(&wanted.all).into_iter().map(|hit| hit + offset..hit + offset + length);
            let whole: Vec<Candidate> = whole.map(|at| Candidate { sides: self.sides(wanted, &at), at }).collect();
            if whole.iter().any(|place| place.strength() == 6) {
                return (whole.into_iter().filter(|place| place.strength() == 6).collect(), true);
            }
        }
        let mut hits = self.hits(words);
        let (only, some) = (hits.len() == 1, !hits.is_empty());
        if hits.len() > LOOKED_AT {
            let before = wanted.before();
            let close = |hit: &usize| {
                agreement(&before, &self.before(*hit, CLOSE)).max(agreement(wanted.after(), self.after(*hit + length, CLOSE)))
            };
            hits.sort_by_cached_key(|hit| (std::cmp::Reverse(close(hit)), *hit));
            hits.truncate(LOOKED_AT);
        }
        let places = hits.into_iter().map(|hit| hit..hit + length).map(|at| Candidate { sides: self.sides(wanted, &at), at });
        let places = places.filter(|place| match place.sides {
            (Side::Near | Side::Same, Side::Same) => true,
            (Side::Near, Side::Near) => length >= 16 && self.adjoins(wanted, &place.at, UNIQUE).1,
            (Side::Unknown, Side::Same) => length >= 8 || only,
            (Side::Unknown, Side::Near) => length >= 24,
            (Side::Unknown, Side::Unknown) => self.is_whole_words(&place.at),
            // A repetition that the text had when the quote was made has neither side.
            (Side::Other, Side::Same) => only && (length >= 40 || (length >= 24 && self.adjoins(wanted, &place.at, NEXT).0)),
            _ => false,
        });
        (places.collect(), some)
    }

    /// The place where the words have been changed, if there is no doubt that it is the one.
    fn with_other_words(&self, wanted: &Wanted, elsewhere: bool) -> Anchor {
        let mut places: Vec<Candidate> = Vec::new();
        for start in self.likely(&wanted.all, DAMAGED) {
            let Some(place) = self.damaged(wanted, start) else { continue };
            let overlaps = |other: &Candidate| other.at.start < place.at.end && place.at.start < other.at.end;
            // Words that stand unchanged somewhere have not been changed here, unless all around it says so.
            if (!elsewhere || place.strength() == 6) && !places.iter().any(overlaps) {
                places.push(place);
            }
        }
        let strongest = places.iter().map(Candidate::strength).max().unwrap_or_default();
        places.retain(|place| place.strength() + 1 >= strongest);
        match places.as_slice() {
            [] => Anchor::Orphaned,
            [place] => Anchor::Moved(self.normal().original(place.at.clone())),
            several => Anchor::Ambiguous(several.iter().map(|place| self.normal().original(place.at.clone())).collect()),
        }
    }

    /// What has become of the words near a place, if they are these: never where they name somebody else.
    fn damaged(&self, wanted: &Wanted, start: usize) -> Option<Candidate> {
        let (words, length) = (wanted.words(), wanted.words.len());
        let at = self.between(wanted, start).or_else(|| self.fitting(wanted, start))?;
        let there = self.chars(at.clone());
        let share = 1.0 - distance(words, there) as f64 / length.max(there.len()) as f64;
        let Changes { replaced, renamed, .. } = changes(&split(words), &split(there), false);
        let sides = self.sides(wanted, &at);
        // Where the same things are said of one after another, a word replaced far away is another thing said; so may few words be.
        let start = self.normal().original(at.clone()).start;
        let is_far = wanted.range.as_ref().is_none_or(|range| range.start.abs_diff(start) > FAR);
        let replaced = is_far && replaced;
        if is_far && length < 64 {
            return None;
        }
        let enough = match sides {
            (Side::Same, Side::Same) => share >= 0.5 && !replaced,
            (Side::Near, Side::Same) => share >= 0.6 && !replaced,
            (Side::Unknown, Side::Near | Side::Same) => length >= 32 && share >= 0.8 && !replaced,
            (Side::Unknown, Side::Unknown) => length >= 40 && share >= 0.9 && !replaced,
            _ => false,
        };
        (enough && !renamed && self.adjoins(wanted, &at, NEXT).0).then_some(Candidate { at, sides })
    }

    /// What stands between the prefix and the suffix, where both are unchanged.
    fn between(&self, wanted: &Wanted, start: usize) -> Option<Range<usize>> {
        let (before, after) = (&wanted.all[..wanted.words.start], wanted.after());
        let from = start.saturating_sub(64);
        let window = self.chars(from..start + wanted.all.len() + 64);
        let place = |part: &[char], skipped: usize| {
            window.get(skipped..)?.windows(part.len()).position(|there| there == part).map(|at| at + skipped)
        };
        if before.len() < 12 || after.len() < 12 {
            return None;
        }
        let first = place(before, 0)? + before.len();
        let last = place(after, first)?;
        Some(self.trimmed(from + first..from + last)).filter(|at| !at.is_empty())
    }

    /// The stretch that takes the fewest changes, with whole words.
    fn fitting(&self, wanted: &Wanted, start: usize) -> Option<Range<usize>> {
        let words = wanted.words();
        let expected = start + wanted.words.start;
        let reach = (words.len() / 4).clamp(16, 160);
        let from = expected.saturating_sub(reach);
        let window = self.chars(from..expected + words.len() + 2 * reach);
        let fit = best_fit(words, window, expected - from, reach)?;
        if fit.changes * 2 > words.len() {
            return None;
        }
        Some(self.to_words(from + fit.at.start..from + fit.at.end)).filter(|at| !at.is_empty())
    }

    /// With the whole of the words that are cut, without spaces at the ends.
    pub(super) fn to_words(&self, at: Range<usize>) -> Range<usize> {
        let (mut first, mut last) = (at.start, at.end);
        while self.is_inside_word(first) {
            first -= 1;
        }
        while self.is_inside_word(last) {
            last += 1;
        }
        self.trimmed(first..last)
    }

    fn is_inside_word(&self, at: usize) -> bool {
        let text = self.normal().chars();
        at > 0 && at < text.len() && text[at - 1].is_alphanumeric() && text[at].is_alphanumeric()
    }

    /// Whether both sides, and whether one, begin with so many of the characters that are remembered.
    fn adjoins(&self, wanted: &Wanted, at: &Range<usize>, count: usize) -> (bool, bool) {
        let (before, after) = (wanted.before(), wanted.after());
        let touches = |remembered: &[char], there: &[char]| agreement(remembered, there) >= count.min(remembered.len());
        let usual = |remembered: &[char]| (count..=USUAL).contains(&remembered.len());
        let (left, right) = (touches(&before, &self.before(at.start, CLOSE)), touches(after, self.after(at.end, CLOSE)));
        (left && right, (left && usual(&before)) || (right && usual(after)))
    }

    fn trimmed(&self, at: Range<usize>) -> Range<usize> {
        let chars = self.chars(at.clone());
        let start = chars.iter().take_while(|c| **c == ' ').count();
        let end = chars.iter().rev().take_while(|c| **c == ' ').count();
        at.start + start..(at.end - end).max(at.start + start)
    }

    /// The weaker and the stronger side of a place.
    fn sides(&self, wanted: &Wanted, at: &Range<usize>) -> (Side, Side) {
        let remembered = wanted.before();
        let before = Side::of(&remembered, &self.before(at.start, remembered.len() * 2 + REACH));
        let after = Side::of(wanted.after(), self.after(at.end, wanted.after().len() * 2 + REACH));
        (before.min(after), before.max(after))
    }

    /// So many characters before a place, read away from it.
    fn before(&self, at: usize, count: usize) -> Vec<char> {
        self.chars(at.saturating_sub(count)..at).iter().rev().copied().collect()
    }

    fn after(&self, at: usize, count: usize) -> &[char] {
        self.chars(at..at + count)
    }

    pub(super) fn is_whole_words(&self, at: &Range<usize>) -> bool {
        !self.is_inside_word(at.start) && !self.is_inside_word(at.end)
    }
}

/// How far around a place anything is compared, in characters.
const REACH: usize = 640;
