//! Finding a quote in a text that may have changed.

use std::ops::Range;

use crate::model::Quote;

use super::context::{Side, UNIQUE, USUAL, agreement};
use super::fit::{best_fit, distance};
use super::index::TextIndex;
use super::normal::Normal;
use super::words::{Changes, changes, rest, split};

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
/// Words that are shorter stand everywhere.
const BRIEF: usize = 8;
/// So much on both sides together is told from all repetitions, however it was edited.
const TELLING: usize = 300;
/// Which share of the letters must be left of words that were edited where they begin or end.
const LEFT: f64 = 0.6;
/// Where so much is left, the words that were put in the place of others do not make another passage of it.
const MOST: f64 = 0.85;
/// How far apart pieces of them may have been torn, in characters.
const TORN: usize = 320;
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
    /// Whether what stood before, and what stood after, belongs to the same sentence, as far as it is remembered.
    same_sentence: (bool, bool),
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
            same_sentence: in_one_sentence(quote),
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

    /// Whether so much is remembered on both sides, up to what repetitions did not have in common, that none has even most of it.
    fn is_told_apart(&self) -> bool {
        self.words.start > USUAL && self.after().len() > USUAL && self.all.len() - self.words.len() > TELLING
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
            (Side::Near, Side::Near) => {
                (length >= 8 && wanted.is_told_apart()) || (length >= 16 && self.adjoins(wanted, &place.at, UNIQUE).1)
            }
            (Side::Unknown, Side::Same) => length >= 8 || only,
            (Side::Unknown, Side::Near) => length >= 24,
            (Side::Unknown, Side::Unknown) => self.is_whole_words(&place.at),
            // A repetition that the text had when the quote was made has neither side.
            (Side::Rival | Side::Other, Side::Same) if length >= BRIEF && self.is_in_its_sentence(wanted, &place.at) => true,
            (Side::Other, Side::Same) => only && (length >= 40 || (length >= 24 && self.adjoins(wanted, &place.at, NEXT).0)),
            _ => false,
        });
        (places.collect(), some)
    }

    /// Whether the words stand near where they stood, in the sentence in which they stood, as far as that is remembered on one side.
    /// Repetitions differ there, or more would be remembered; and what was left out has not joined this to other words, as it is whole.
    fn is_in_its_sentence(&self, wanted: &Wanted, at: &Range<usize>) -> bool {
        let (before, after) = wanted.same_sentence;
        let remembered = wanted.before();
        let left = || Side::of(&remembered, &self.before(at.start, remembered.len() * 2 + REACH)) == Side::Same;
        let right = || Side::of(wanted.after(), self.after(at.end, wanted.after().len() * 2 + REACH)) == Side::Same;
        !self.is_far(wanted, at) && ((before && left()) || (after && right()))
    }

    fn is_far(&self, wanted: &Wanted, at: &Range<usize>) -> bool {
        let start = self.normal().original(at.clone()).start;
        wanted.range.as_ref().is_none_or(|range| range.start.abs_diff(start) > FAR)
    }

    /// The place where the words have been changed, if there is no doubt that it is the one.
    fn with_other_words(&self, wanted: &Wanted, elsewhere: bool) -> Anchor {
        let length = wanted.words.len();
        let mut places: Vec<Candidate> = Vec::new();
        for start in self.likely(&wanted.all, DAMAGED) {
            let Some(place) = self.damaged(wanted, start) else { continue };
            let overlaps = |other: &Candidate| other.at.start < place.at.end && place.at.start < other.at.end;
            // Words that stand unchanged somewhere have not been changed here, unless all around it says so.
            let told_apart = place.strength() == 6 || (place.strength() == 5 && length >= 8 && wanted.is_told_apart());
            if (!elsewhere || told_apart) && !places.iter().any(overlaps) {
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
        let is_far = self.is_far(wanted, &at);
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
        if enough && !renamed && self.adjoins(wanted, &at, NEXT).0 {
            let at = self.tightened(words, at);
            return Some(Candidate { at, sides });
        }
        if is_far || sides.1 < Side::Near || sides.0 < Side::Other {
            return None;
        }
        self.left_of(wanted, &at)
    }

    /// Without what was put before or behind the words.
    fn tightened(&self, words: &[char], at: Range<usize>) -> Range<usize> {
        match rest(words, 0..words.len(), self.chars(at.clone())) {
            Some(rest) => {
                let start = if rest.before.1 > rest.before.0 + NEXT { at.start + rest.at.start } else { at.start };
                let end = if rest.after.1 > rest.after.0 + NEXT { at.start + rest.at.end } else { at.end };
                start..end
            }
            None => at,
        }
    }

    /// What is left of words that were edited where they begin or end, or torn apart: from the first piece of them near a place to the last.
    fn left_of(&self, wanted: &Wanted, near: &Range<usize>) -> Option<Candidate> {
        let context = wanted.words.start.saturating_sub(USUAL)..(wanted.words.end + USUAL).min(wanted.all.len());
        let words = wanted.words.start - context.start..wanted.words.end - context.start;
        let from = near.start.saturating_sub(TORN);
        let rest = rest(&wanted.all[context], words, self.chars(from..near.end + TORN))?;
        let at = from + rest.at.start..from + rest.at.end;
        let sides = self.sides(wanted, &at);
        let certain = match sides {
            (Side::Same, Side::Same) => true,
            (Side::Near, Side::Same) => !rest.torn && (!rest.replaced || rest.share >= MOST),
            (Side::Other, Side::Same) => {
                !rest.torn && (!rest.replaced || rest.share >= MOST) && wanted.words().len() >= 64 && rest.share >= 0.8
            }
            _ => false,
        };
        (certain && !rest.renamed && rest.share >= LEFT).then_some(Candidate { at, sides })
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
        let usual = |remembered: &[char]| (count..=USUAL).contains(&remembered.len());
        let (left, right) = self.touching(wanted, at, count);
        (left && right, (left && usual(&before)) || (right && usual(after)))
    }

    /// Which sides begin with so many of the characters that are remembered.
    fn touching(&self, wanted: &Wanted, at: &Range<usize>, count: usize) -> (bool, bool) {
        let touches = |remembered: &[char], there: &[char]| agreement(remembered, there) >= count.min(remembered.len());
        (touches(&wanted.before(), &self.before(at.start, CLOSE)), touches(wanted.after(), self.after(at.end, CLOSE)))
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

/// Whether no sentence ends in the words, nor in what stood before them, and the same with what stood after them.
fn in_one_sentence(quote: &Quote) -> (bool, bool) {
    let whole = |text: &str| !text.is_empty() && !text.contains(['.', '!', '?', '…', ':', ';', '\n']);
    let words = whole(quote.exact.trim());
    (words && whole(&quote.prefix), words && whole(&quote.suffix))
}

/// How far around a place anything is compared, in characters.
const REACH: usize = 640;
