//! What several boxes cover together, cut along their sides into tiles.

use emath::{Rect, pos2};

/// Slits that are no wider are closed.
const SLIT: f32 = 32.0;

/// The tiles between the sides of boxes, and which of them are covered.
pub(super) struct Tiles {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// Row by row.
    covered: Vec<bool>,
}

impl Tiles {
    /// What boxes cover, with the slits between them that are free.
    pub(super) fn of(rects: &[Rect], is_free: &dyn Fn(Rect) -> bool) -> Self {
        let sides = |of: fn(&Rect) -> [f32; 2]| {
            let mut sides: Vec<f32> = rects.iter().flat_map(of).map(f32::round).collect();
            sides.sort_by(f32::total_cmp);
            sides.dedup();
            sides
        };
        let (xs, ys) = (sides(|rect| [rect.left(), rect.right()]), sides(|rect| [rect.top(), rect.bottom()]));
        let mut tiles = Self { covered: vec![false; xs.len().saturating_sub(1) * ys.len().saturating_sub(1)], xs, ys };
        for row in 0..tiles.rows() {
            for column in 0..tiles.columns() {
                let center = tiles.rect([column, row], [column, row]).center();
                tiles.set(column, row, rects.iter().any(|rect| rect.contains(center)));
            }
        }
        tiles.close(is_free);
        tiles
    }

    fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    fn is_covered(&self, column: usize, row: usize) -> bool {
        self.covered.get(row * self.columns() + column).copied().unwrap_or_default()
    }

    fn set(&mut self, column: usize, row: usize, covered: bool) {
        let at = row * self.columns() + column;
        if let Some(tile) = self.covered.get_mut(at) {
            *tile = covered;
        }
    }

    /// The box of a range of tiles, first and last.
    fn rect(&self, first: [usize; 2], last: [usize; 2]) -> Rect {
        let side = |sides: &[f32], at: usize| sides.get(at).copied().unwrap_or_default();
        let min = pos2(side(&self.xs, first[0]), side(&self.ys, first[1]));
        Rect::from_min_max(min, pos2(side(&self.xs, last[0] + 1), side(&self.ys, last[1] + 1)))
    }

    /// Covers what is narrow, lies between covered tiles and is free.
    fn close(&mut self, is_free: &dyn Fn(Rect) -> bool) {
        for row in 0..self.rows() {
            let covered: Vec<usize> = (0..self.columns()).filter(|column| self.is_covered(*column, row)).collect();
            for (from, to) in covered.iter().zip(covered.iter().skip(1)).filter(|(from, to)| **from + 1 < **to) {
                let gap = self.rect([from + 1, row], [to - 1, row]);
                if gap.width() <= SLIT && is_free(gap) {
                    (from + 1..*to).for_each(|column| self.set(column, row, true));
                }
            }
        }
        for column in 0..self.columns() {
            let covered: Vec<usize> = (0..self.rows()).filter(|row| self.is_covered(column, *row)).collect();
            for (from, to) in covered.iter().zip(covered.iter().skip(1)).filter(|(from, to)| **from + 1 < **to) {
                let gap = self.rect([column, from + 1], [column, to - 1]);
                if gap.height() <= SLIT && is_free(gap) {
                    (from + 1..*to).for_each(|row| self.set(column, row, true));
                }
            }
        }
    }

    /// Few boxes that cover the same. Each is as large as it can be, so that those that touch overlap.
    pub(super) fn boxes(&self) -> Vec<Rect> {
        let mut is_done = vec![false; self.covered.len()];
        let mut boxes = Vec::new();
        for row in 0..self.rows() {
            for column in 0..self.columns() {
                let at = row * self.columns() + column;
                if !self.is_covered(column, row) || is_done.get(at).copied().unwrap_or(true) {
                    continue;
                }
                let ways = [[0, 1], [1, 0]].map(|order| self.grown([column, row], order));
                let [(first, last), other] = ways;
                let area = |(first, last)| self.rect(first, last).area();
                let (first, last) = if area(other) > area((first, last)) { other } else { (first, last) };
                for row in first[1]..=last[1] {
                    for column in first[0]..=last[0] {
                        if let Some(done) = is_done.get_mut(row * self.columns() + column) {
                            *done = true;
                        }
                    }
                }
                boxes.push(self.rect(first, last));
            }
        }
        boxes
    }

    /// The range of covered tiles around one, as far as it goes along one axis, then along the other.
    fn grown(&self, tile: [usize; 2], order: [usize; 2]) -> ([usize; 2], [usize; 2]) {
        let (mut first, mut last) = (tile, tile);
        let is_whole = |first: [usize; 2], last: [usize; 2]| {
            (first[1]..=last[1]).all(|row| (first[0]..=last[0]).all(|column| self.is_covered(column, row)))
        };
        let ends = [self.columns(), self.rows()];
        for axis in order {
            loop {
                let mut next = last;
                next[axis] += 1;
                if next[axis] >= ends[axis] || !is_whole(first, next) {
                    break;
                }
                last = next;
            }
            while first[axis] > 0 {
                let mut next = first;
                next[axis] -= 1;
                if !is_whole(next, last) {
                    break;
                }
                first = next;
            }
        }
        (first, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(sides: [f32; 4]) -> Rect {
        Rect::from_min_max(pos2(sides[0], sides[1]), pos2(sides[2], sides[3]))
    }

    #[test]
    fn boxes_cover_what_was_covered_and_overlap() {
        let corner = [rect([0.0, 0.0, 100.0, 200.0]), rect([0.0, 100.0, 300.0, 200.0])];
        assert_eq!(Tiles::of(&corner, &|_| false).boxes(), corner);
        // Side by side they become one and a lower one below both.
        let stairs = [rect([0.0, 0.0, 100.0, 80.0]), rect([100.0, 0.0, 200.0, 120.0])];
        assert_eq!(Tiles::of(&stairs, &|_| false).boxes(), [rect([0.0, 0.0, 200.0, 80.0]), rect([100.0, 0.0, 200.0, 120.0])]);
    }

    #[test]
    fn slits_are_closed_where_nothing_is() {
        let two = [rect([0.0, 0.0, 100.0, 100.0]), rect([110.0, 0.0, 200.0, 100.0])];
        assert_eq!(Tiles::of(&two, &|_| true).boxes(), [rect([0.0, 0.0, 200.0, 100.0])]);
        assert_eq!(Tiles::of(&two, &|_| false).boxes(), two);
        let far = [rect([0.0, 0.0, 100.0, 100.0]), rect([150.0, 0.0, 200.0, 100.0])];
        assert_eq!(Tiles::of(&far, &|_| true).boxes(), far);
    }
}
