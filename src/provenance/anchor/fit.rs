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
    const FAR: u32 = u32::MAX / 2;
    let width = 2 * reach + 1;
    // Column `k` of row `i` is the text's position `k + i + start - reach`; a cell is (changes, where the fit began).
    let position = |k: usize, i: usize| (k + i + start).checked_sub(reach).filter(|at| *at <= text.len());
    let mut row: Vec<(u32, u32)> = (0..width).map(|k| position(k, 0).map_or((FAR, 0), |at| (0, at as u32))).collect();
    for (i, wanted) in pattern.iter().enumerate() {
        for k in 0..width {
            let here = position(k, i + 1);
            let letter = here.and_then(|at| text.get(at.checked_sub(1)?));
            let same = letter.map_or((FAR, 0), |c| (row[k].0 + u32::from(c != wanted), row[k].1));
            let left_out = here.and(row.get(k + 1)).map_or((FAR, 0), |cell| (cell.0 + 1, cell.1));
            // What stands to the left belongs to this row already.
            let put_in = letter.and(row.get(k.wrapping_sub(1))).map_or((FAR, 0), |cell| (cell.0 + 1, cell.1));
            row[k] = [same, left_out, put_in].into_iter().min().unwrap_or((FAR, 0));
        }
    }
    let cells = row.into_iter().enumerate().filter_map(|(k, cell)| Some((cell, position(k, pattern.len())?)));
    let ((changes, from), end) = cells
        .filter(|((changes, _), _)| *changes < FAR)
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
