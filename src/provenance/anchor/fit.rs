//! Where in a stretch of text a pattern fits with the fewest changes.

use std::ops::Range;

/// A stretch that a pattern fits, and how many characters had to be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// Characters of the text.
    pub(super) at: Range<usize>,
    /// Insertions, deletions and substitutions.
    pub(super) changes: usize,
}

/// The best fit of a whole pattern to a part of the text, whose beginning is looked for within `reach` of `start`. Only a band of
/// the table is computed: O(pattern × reach).
pub(super) fn best_fit(pattern: &[char], text: &[char], start: usize, reach: usize) -> Option<Fit> {
    // A cell is the number of changes before where the fit began, in one number: the fewest changes are the least.
    const CHANGE: u64 = 1 << 32;
    const FAR: u64 = CHANGE << 30;
    let width = 2 * reach + 1;
    // Column `k` of row `i` is the text's position `k + i + start - reach`.
    let position = |k: usize, i: usize| (k + i + start).checked_sub(reach).filter(|at| *at <= text.len());
    let mut row: Vec<u64> = (0..width).map(|k| position(k, 0).map_or(FAR, |at| at as u64)).collect();
    for (i, wanted) in pattern.iter().enumerate() {
        // What stands to the left belongs to this row already.
        let mut left = FAR;
        for k in 0..width {
            let mut best = FAR;
            let at = k + i + 1 + start;
            if at >= reach && at - reach <= text.len() {
                if let Some(next) = row.get(k + 1) {
                    best = next + CHANGE;
                }
                if let Some(letter) = (at - reach).checked_sub(1).and_then(|at| text.get(at)) {
                    let same = if letter == wanted { row[k] } else { row[k] + CHANGE };
                    let put_in = left + CHANGE;
                    let least = if same < put_in { same } else { put_in };
                    if least < best {
                        best = least;
                    }
                }
            }
            (row[k], left) = (best, best);
        }
    }
    let row = row.into_iter().map(|cell| ((cell / CHANGE) as u32, (cell % CHANGE) as u32));
    let cells = row.enumerate().filter_map(|(k, cell)| Some((cell, position(k, pattern.len())?)));
    let ((changes, from), end) = cells
        .filter(|((changes, _), _)| u64::from(*changes) < FAR / CHANGE)
        .min_by_key(|((changes, _), end)| (*changes, (start + pattern.len()).abs_diff(*end)))?;
    Some(Fit { at: from as usize..end.max(from as usize), changes: changes as usize })
}

/// How many characters have to be changed to make one of the other, in all.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let best = (diagonal + usize::from(a != b)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Fit, best_fit, distance};

    #[test]
    fn the_best_fit_is_found_near_where_it_is_looked_for() {
        let check = |pattern: &str, text: &str, start: usize, found: &str, changes: usize| {
            let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
            let fit = best_fit(&pattern, &text, start, 8).unwrap();
            assert_eq!((text[fit.at.clone()].iter().collect::<String>(), fit.changes), (found.to_owned(), changes));
        };
        check("nader cost gore", "so nader cost gore dear", 5, "nader cost gore", 0);
        check("nader cost gore", "so nader has cost gore dear", 3, "nader has cost gore", 4);
        check("nader cost gore", "so nader gore dear", 0, "nader gore", 5);
        check("nader", "na", 0, "na", 3);
        assert_eq!(best_fit(&['a'], &[], 0, 2), Some(Fit { at: 0..0, changes: 1 }));
        assert_eq!(distance(&['a', 'b'], &['b']), 1);
    }
}
