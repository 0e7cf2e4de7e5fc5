//! Where the sources of a trace stand: columns are times, rows keep lines out of each other's way.

use std::collections::BTreeSet;

/// So many columns at least are used for what has no date, before a second row begins.
const LEAST_WIDTH: usize = 4;

/// A source at a time, as far as its place depends on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// The place of its time among all times; `None` where it is undated.
    pub(super) time: Option<usize>,
    /// The spots from which it has what it says, all of them before it.
    pub(super) from: Vec<usize>,
}

/// A place in the grid. What is undated has rows of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub(super) undated: bool,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// Finds a cell for each spot, in their order, so that the row between a spot and what it has it from is free.
pub(super) fn place(spots: &[Spot]) -> Vec<Cell> {
    let columns = columns(spots);
    let mut taken: BTreeSet<(bool, usize, usize)> = BTreeSet::new();
    let mut cells: Vec<Cell> = Vec::with_capacity(spots.len());
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by_key(|i| (columns.get(*i).copied(), *i));
    let mut found: Vec<Option<Cell>> = vec![None; spots.len()];
    for i in order {
        let (Some(spot), Some(&column)) = (spots.get(i), columns.get(i)) else { continue };
        let undated = spot.time.is_none();
        let before = spot.from.first().and_then(|from| found.get(*from).copied().flatten());
        let wanted = before.filter(|cell| cell.undated == undated).map_or(0, |cell| cell.row);
        let start = before.map_or(column, |cell| cell.column + 1).min(column);
        let is_free = |row: &usize| (start..=column).all(|column| !taken.contains(&(undated, *row, column)));
        // Beside the wanted row, below first; above it no farther than to the top.
        let rows = (0..=spots.len()).flat_map(|away| [Some(wanted + away), wanted.checked_sub(away)]).flatten();
        let row = rows.into_iter().find(is_free).unwrap_or(wanted);
        taken.extend((start..=column).map(|column| (undated, row, column)));
        if let Some(cell) = found.get_mut(i) {
            *cell = Some(Cell { undated, row, column });
        }
    }
    cells.extend(found.into_iter().map(|cell| cell.unwrap_or(Cell { undated: true, row: 0, column: 0 })));
    cells
}

/// Dated spots stand under their times; undated ones just before what has it from them, else just behind what they have it from.
fn columns(spots: &[Spot]) -> Vec<usize> {
    let times = spots.iter().filter_map(|spot| spot.time).max().map_or(0, |last| last + 1);
    let width = times.max(LEAST_WIDTH);
    let mut columns: Vec<Option<usize>> = spots.iter().map(|spot| spot.time).collect();
    for (i, spot) in spots.iter().enumerate().rev() {
        let Some(column) = columns.get(i).copied().flatten() else { continue };
        for from in spot.from.iter().filter(|from| **from < i) {
            if let (Some(at), true) = (columns.get_mut(*from), spots.get(*from).is_some_and(|spot| spot.time.is_none())) {
                let before = column.saturating_sub(1);
                *at = Some(at.map_or(before, |at| at.min(before)));
            }
        }
    }
    let mut filled = vec![0_usize; width];
    columns.iter().zip(spots).filter(|(_, spot)| spot.time.is_none()).filter_map(|(at, _)| at.as_ref()).for_each(|at| {
        if let Some(count) = filled.get_mut(*at) {
            *count += 1;
        }
    });
    for (i, spot) in spots.iter().enumerate() {
        if columns.get(i).copied().flatten().is_some() {
            continue;
        }
        let behind = spot.from.iter().filter_map(|from| columns.get(*from).copied().flatten()).max().map(|column| column + 1);
        let emptiest = || (0..width).min_by_key(|column| filled.get(*column).copied()).unwrap_or(0);
        let column = behind.unwrap_or_else(emptiest);
        if let Some(count) = filled.get_mut(column) {
            *count += 1;
        }
        if let Some(at) = columns.get_mut(i) {
            *at = Some(column);
        }
    }
    columns.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(spots: &[(Option<usize>, &[usize])]) -> Vec<(bool, usize, usize)> {
        let spots: Vec<Spot> = spots.iter().map(|(time, from)| Spot { time: *time, from: from.to_vec() }).collect();
        place(&spots).into_iter().map(|cell| (cell.undated, cell.row, cell.column)).collect()
    }

    #[test]
    fn a_chain_runs_along_one_row() {
        assert_eq!(cells(&[(Some(0), &[]), (Some(1), &[0]), (Some(2), &[1])]), [(false, 0, 0), (false, 0, 1), (false, 0, 2)]);
    }

    #[test]
    fn lines_across_a_column_do_not_run_through_what_stands_in_it() {
        // The third has it from the first, past the second.
        let found = cells(&[(Some(0), &[]), (Some(1), &[0]), (Some(2), &[0])]);
        assert_eq!(found, [(false, 0, 0), (false, 0, 1), (false, 1, 2)]);
        // What has the same time stands below each other.
        assert_eq!(cells(&[(Some(0), &[]), (Some(0), &[]), (Some(0), &[])]), [(false, 0, 0), (false, 1, 0), (false, 2, 0)]);
    }

    #[test]
    fn what_is_undated_stands_apart_and_before_its_reports() {
        let found = cells(&[(Some(0), &[]), (None, &[]), (Some(2), &[1]), (None, &[2]), (None, &[])]);
        assert_eq!(found[1], (true, 0, 1));
        assert_eq!(found[3], (true, 0, 3));
        assert!(found[4].0 && found[4] != found[1] && found[4] != found[3]);
    }

    #[test]
    fn no_two_share_a_cell() {
        let spots: Vec<(Option<usize>, Vec<usize>)> =
            (0..60).map(|i: usize| ((!i.is_multiple_of(3)).then_some(i / 5), if i > 3 { vec![(i * 7) % i] } else { Vec::new() })).collect();
        let spots: Vec<Spot> = spots.into_iter().map(|(time, from)| Spot { time, from }).collect();
        let cells = place(&spots);
        let distinct: BTreeSet<Cell> = cells.iter().copied().collect();
        assert_eq!(distinct.len(), cells.len());
    }
}
