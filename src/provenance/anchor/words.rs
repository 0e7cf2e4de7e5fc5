//! How two wordings of a passage differ, word by word.

use std::collections::BTreeSet;
use std::ops::Range;

use super::fit::distance;
use super::normal::Normal;

/// So many letters in a row at least are not found by chance.
const FIRM: usize = 6;
/// Passages of more pairs of words are not looked through.
const MAX_COMPARED: usize = 1 << 22;
/// What is farther apart is torn, in characters.
const TORN: usize = 48;

/// What changed from one wording to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Characters of the first wording in words that the second has too.
    pub(super) kept: usize,
    /// Whether words were replaced by quite different ones.
    pub(super) replaced: bool,
    /// Whether a name or number was replaced by another.
    pub(super) renamed: bool,
    /// How many of the first wording's last words are kept in one piece.
    pub(super) firm_end: usize,
}

/// Compares two wordings. `open_end`: what the second has after the last word kept is not part of the comparison.
pub(super) fn changes(one: &[&[char]], other: &[&[char]], open_end: bool) -> Changes {
    let pairs = kept(one, other);
    let mut found = Changes::default();
    let mut settle = |was: &[&[char]], is: &[&[char]]| {
        found.replaced |= replaces(was, is);
        found.renamed |= renames(was, is);
    };
    let (mut i, mut j) = (0, 0);
    for (a, b) in &pairs {
        settle(&one[i..*a], &other[j..*b]);
        (i, j) = (a + 1, b + 1);
    }
    // As many as are missing may have come in their place; what follows is text that nobody asked about.
    let come = if open_end { (one.len() - i).min(other.len() - j) } else { other.len() - j };
    settle(&one[i..], &other[j..j + come]);
    found.kept = pairs.iter().map(|(i, _)| one[*i].len()).sum();
    if i == one.len() {
        found.firm_end = runs(&pairs).last().map_or(0, |run| run.len());
    }
    found
}

/// Which words of the first wording are which of the second: as much as can be, in order.
fn kept(one: &[&[char]], other: &[&[char]]) -> Vec<(usize, usize)> {
    let (m, n) = (one.len(), other.len());
    // Longest common subsequence, weighed by the words' lengths, from the end.
    let mut table = vec![0_u32; (m + 1) * (n + 1)];
    let cell = |i: usize, j: usize| i * (n + 1) + j;
    let weight = |i: usize| 1 + one[i].len() as u32;
    for i in (0..m).rev() {
        for j in (0..n).rev() {
            let keep = if one[i] == other[j] { table[cell(i + 1, j + 1)] + weight(i) } else { 0 };
            table[cell(i, j)] = keep.max(table[cell(i + 1, j)]).max(table[cell(i, j + 1)]);
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < m && j < n {
        if one[i] == other[j] && table[cell(i, j)] == table[cell(i + 1, j + 1)] + weight(i) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if table[cell(i + 1, j)] >= table[cell(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Words that are kept in one piece.
fn runs(pairs: &[(usize, usize)]) -> impl DoubleEndedIterator<Item = &[(usize, usize)]> {
    pairs.chunk_by(|(i, j), (next, beside)| *next == i + 1 && *beside == j + 1)
}

/// What certainly is left of words in another wording of them, from the first piece of it to the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rest {
    /// Characters of the other wording.
    pub(super) at: Range<usize>,
    /// How many characters stand before it and after it, in the first wording and in the other.
    pub(super) before: (usize, usize),
    pub(super) after: (usize, usize),
    /// Which share of the words' letters is left.
    pub(super) share: f64,
    /// Whether a name or number in between was replaced by another.
    pub(super) renamed: bool,
    /// Whether words in between were replaced by quite different ones.
    pub(super) replaced: bool,
    /// Whether much was put in between.
    pub(super) torn: bool,
}

/// Looks for what is left of words in their surroundings: pieces that are more than a word alone, which may be another one.
pub(super) fn rest<'a>(around: &'a [char], words: Range<usize>, other: &'a [char]) -> Option<Rest> {
    let (was, is) = (word_ranges(around), word_ranges(other));
    if was.len() * is.len() > MAX_COMPARED {
        return None;
    }
    let of = |text: &'a [char], words: &[Range<usize>]| -> Vec<&'a [char]> { words.iter().map(|word| &text[word.clone()]).collect() };
    let (old, new) = (of(around, &was), of(other, &is));
    let pairs = kept(&old, &new);
    let letters = |run: &[(usize, usize)]| run.iter().map(|(i, _)| was[*i].len()).sum::<usize>();
    let firm: Vec<(usize, usize)> = runs(&pairs).filter(|run| run.len() > 1 && letters(run) >= FIRM).flatten().copied().collect();
    let inside = |i: usize| was.get(i).is_some_and(|word| word.start < words.end && words.start < word.end);
    let first = firm.iter().position(|(i, _)| inside(*i))?;
    let end = firm.iter().rposition(|(i, _)| inside(*i))? + 1;
    // Where an edge was edited, the word next to it may belong to what was put there.
    let crosses = |pair: &[(usize, usize)]| pair[0].0 + 1 == pair[1].0 && pair[0].1 + 1 == pair[1].1;
    let is_edge = |at: Option<&[(usize, usize)]>, bare: bool| !bare && !at.is_some_and(crosses);
    let cut_first = is_edge(first.checked_sub(1).and_then(|before| firm.get(before..=first)), words.start == 0);
    let cut_last = is_edge(firm.get(end - 1..=end), words.end == around.len());
    let firm = firm.get(first + usize::from(cut_first)..end - usize::from(cut_last))?;
    let (first, last) = (firm.first()?, firm.last()?);
    let gaps = || firm.windows(2).map(|pair| (&old[pair[0].0 + 1..pair[1].0], &new[pair[0].1 + 1..pair[1].1]));
    let length = |pair: &[(usize, usize)]| is[pair[1].1].start - is[pair[0].1].end;
    let all: usize = (0..was.len()).filter(|i| inside(*i)).map(|i| was[i].len()).sum();
    // The words that are lost at the ends.
    let (all_from, all_to) = ((0..was.len()).find(|i| inside(*i))?, (0..was.len()).rfind(|i| inside(*i))?);
    let lost = (&old[all_from.min(first.0)..first.0], &old[last.0 + 1..=all_to.max(last.0)]);
    // Marks at the ends that are still there belong to it.
    let marks = |one: &mut dyn Iterator<Item = &'a char>, other: &mut dyn Iterator<Item = &'a char>| {
        one.zip(other).take_while(|(a, b)| a == b && !a.is_alphanumeric() && **a != ' ').count()
    };
    let (start, end) = (is[first.1].start, is[last.1].end);
    let ahead = words.start.min(was[first.0].start)..was[first.0].start;
    let behind = was[last.0].end..words.end.max(was[last.0].end);
    let start = start - marks(&mut around[ahead].iter().rev(), &mut other[..start].iter().rev());
    let end = end + marks(&mut around[behind].iter(), &mut other[end..].iter());
    Some(Rest {
        before: (was[first.0].start, start),
        after: (around.len() - was[last.0].end, other.len() - end),
        at: start..end,
        share: letters(firm) as f64 / all.max(1) as f64,
        torn: firm.windows(2).any(|pair| length(pair) > TORN),
        renamed: gaps().any(|(was, is)| renames(was, is))
            || renames(lost.0, &new[first.1.saturating_sub(lost.0.len())..first.1])
            || renames(lost.1, &new[last.1 + 1..(last.1 + 1 + lost.1.len()).min(new.len())]),
        replaced: gaps().any(|(was, is)| replaces(was, is)),
    })
}

/// Words, without the marks around them; each character for itself where a script has no spaces.
pub(super) fn split(text: &[char]) -> Vec<&[char]> {
    word_ranges(text).into_iter().map(|word| &text[word]).collect()
}

fn word_ranges(text: &[char]) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.iter().enumerate() {
        let inside = c.is_alphanumeric() || is_mark(*c);
        if let Some(from) = start.filter(|_| !inside || is_unspaced(*c)) {
            words.push(from..at);
            start = None;
        }
        if inside && start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words
}

/// The words of a text in lower case, as they are compared.
pub fn words(text: &str) -> Vec<String> {
    split(Normal::new(text).chars()).into_iter().map(|word| word.iter().flat_map(|c| c.to_lowercase()).collect()).collect()
}

/// Whether one wording names somebody or some number where the other names another.
pub fn is_renaming(one: &str, other: &str) -> bool {
    let (one, other) = (Normal::new(one), Normal::new(other));
    changes(&split(one.chars()), &split(other.chars()), false).renamed
}

/// Whether words stand in the place of quite different ones.
fn replaces(was: &[&[char]], is: &[&[char]]) -> bool {
    !was.is_empty() && !is.is_empty() && !are_alike(was, is)
}

fn are_alike(was: &[&[char]], is: &[&[char]]) -> bool {
    was.len() == is.len() && was.iter().zip(is).all(|(a, b)| similar(a, b))
}

fn renames(was: &[&[char]], is: &[&[char]]) -> bool {
    if was.is_empty() || is.is_empty() {
        return false;
    }
    let numbers = |words: &[&[char]]| -> BTreeSet<String> {
        words.iter().filter(|word| word.iter().any(|c| c.is_numeric())).map(|word| word.iter().collect()).collect()
    };
    let (before, now) = (numbers(was), numbers(is));
    // The words may be read backwards.
    let named = |words: &[&[char]]| words.iter().any(|word| word.iter().any(|c| c.is_uppercase()));
    (before != now && !(before.is_empty() && now.is_empty())) || (named(was) && named(is) && !are_alike(was, is))
}

/// Whether one word is the other, mistyped or inflected.
fn similar(one: &[char], other: &[char]) -> bool {
    distance(one, other) * 3 <= one.len().max(other.len())
}

fn is_mark(c: char) -> bool {
    c as u32 >= 0x300 && unicode_normalization::char::is_combining_mark(c)
}

fn is_unspaced(c: char) -> bool {
    matches!(c as u32, 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::{changes, is_renaming, rest, split};

    #[test]
    fn names_and_numbers_are_told_from_other_changes() {
        assert!(is_renaming("the Alpha board said no", "the Beta board said no"));
        assert!(is_renaming("in 2000 he lost", "in 2016 he lost"));
        assert!(!is_renaming("the Alpha board said no", "the old Alpha board said no"));
        assert!(!is_renaming("the quick fox", "the slow fox"));
        assert!(!is_renaming("Bush won", "Busch won"));
    }

    #[test]
    fn what_is_left_begins_and_ends_where_it_is_certain() {
        let check = |before: &str, words: &str, after: &str, there: &str, left: &str| {
            let around: Vec<char> = [before, words, after].concat().chars().collect();
            let there: Vec<char> = there.chars().collect();
            let start = before.chars().count();
            let found = rest(&around, start..start + words.chars().count(), &there);
            assert_eq!(found.map(|rest| there[rest.at].iter().collect::<String>()).unwrap_or_default(), left, "{words:?}");
        };
        check(
            "So it was that ",
            "the board said no.",
            " All went home.",
            "So it was that the board said no. All went home.",
            "the board said no.",
        );
        // Its first words were edited: the word next to them may belong to what was put there.
        check(
            "So it was that ",
            "the whole board said no.",
            " All went home.",
            "Otherwise whole board said no. All went home.",
            "board said no.",
        );
        // Something was put in between.
        check(
            "So it was that ",
            "the board met. It said no.",
            " All went.",
            "So it was that the board met. It rained. It said no. All went.",
            "the board met. It rained. It said no.",
        );
        check("So it was that ", "the board said no.", " All went home.", "Nothing of this is here.", "");
    }

    #[test]
    fn what_is_kept_is_counted() {
        let check = |one: &str, other: &str, open: bool| {
            let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let found = changes(&split(&one), &split(&other), open);
            (found.kept, found.replaced)
        };
        assert_eq!(check("one two three", "one two three four", true), (11, false));
        assert_eq!(check("one two three", "one zwei three", false), (8, true));
        assert_eq!(check("one two three", "one three", false), (8, false));
        assert_eq!(check("one two", "six seven eight", true), (0, true));
        assert_eq!(check("", "six", true), (0, false));
    }
}
