//! How two wordings of a passage differ, word by word.

use std::collections::BTreeSet;

use super::fit::distance;
use super::normal::Normal;

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
    let (m, n) = (one.len(), other.len());
    // Longest common subsequence, weighed by the words' lengths, from the end.
    let mut table = vec![0_u32; (m + 1) * (n + 1)];
    let cell = |i: usize, j: usize| i * (n + 1) + j;
    for i in (0..m).rev() {
        for j in (0..n).rev() {
            let keep = if same(one[i], other[j]) { table[cell(i + 1, j + 1)] + 1 + one[i].len() as u32 } else { 0 };
            table[cell(i, j)] = keep.max(table[cell(i + 1, j)]).max(table[cell(i, j + 1)]);
        }
    }
    let mut found = Changes::default();
    let (mut i, mut j) = (0, 0);
    let (mut gone, mut come) = (0, 0);
    let settle = |i: usize, j: usize, (gone, come): (usize, usize), found: &mut Changes| {
        if gone > 0 && come > 0 {
            let (was, is) = (&one[i - gone..i], &other[j - come..j]);
            let alike = was.len() == is.len() && was.iter().zip(is).all(|(a, b)| similar(a, b));
            found.replaced |= !alike;
            found.renamed |= renames(was, is);
        }
    };
    while i < m && j < n {
        if same(one[i], other[j]) && table[cell(i, j)] == table[cell(i + 1, j + 1)] + 1 + one[i].len() as u32 {
            settle(i, j, (gone, come), &mut found);
            if gone + come > 0 {
                found.firm_end = 0;
            }
            (gone, come) = (0, 0);
            found.kept += one[i].len();
            found.firm_end += 1;
            (i, j) = (i + 1, j + 1);
        } else if table[cell(i + 1, j)] >= table[cell(i, j + 1)] {
            (i, gone) = (i + 1, gone + 1);
        } else {
            (j, come) = (j + 1, come + 1);
        }
    }
    gone += m - i;
    if gone > 0 {
        found.firm_end = 0;
    }
    // As many as are missing may have come in their place; what follows is text that nobody asked about.
    let added = if open_end { gone.min(n - j) } else { n - j };
    settle(m, j + added, (gone, come + added), &mut found);
    found
}

/// Words, without the marks around them; each character for itself where a script has no spaces.
pub(super) fn split(text: &[char]) -> Vec<&[char]> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.iter().enumerate() {
        let inside = c.is_alphanumeric() || is_mark(*c);
        if let Some(from) = start.filter(|_| !inside || is_unspaced(*c)) {
            words.push(&text[from..at]);
            start = None;
        }
        if inside && start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|from| &text[from..]));
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

fn renames(was: &[&[char]], is: &[&[char]]) -> bool {
    let numbers = |words: &[&[char]]| -> BTreeSet<String> {
        words.iter().filter(|word| word.iter().any(|c| c.is_numeric())).map(|word| word.iter().collect()).collect()
    };
    let (before, now) = (numbers(was), numbers(is));
    // The words may be read backwards.
    let named = |words: &[&[char]]| words.iter().any(|word| word.iter().any(|c| c.is_uppercase()));
    let alike = was.len() == is.len() && was.iter().zip(is).all(|(a, b)| similar(a, b));
    (before != now && !(before.is_empty() && now.is_empty())) || (named(was) && named(is) && !alike)
}

fn same(one: &[char], other: &[char]) -> bool {
    one == other
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
    use super::{changes, is_renaming, split};

    #[test]
    fn names_and_numbers_are_told_from_other_changes() {
        assert!(is_renaming("the Alpha board said no", "the Beta board said no"));
        assert!(is_renaming("in 2000 he lost", "in 2016 he lost"));
        assert!(!is_renaming("the Alpha board said no", "the old Alpha board said no"));
        assert!(!is_renaming("the quick fox", "the slow fox"));
        assert!(!is_renaming("Bush won", "Busch won"));
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
