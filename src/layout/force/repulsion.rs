//! Repulsion between all boxes in n log n: far groups act as one (Barnes and Hut 1986), found in a tree over places sorted along a Z curve.

use crate::layout::point::Point;

/// A group acts as one where its side is less than this share of its distance.
const THETA: f64 = 0.9;
/// Groups of at most this many boxes are not split.
const LEAF: usize = 8;
/// Bits of a coordinate along the Z curve.
const BITS: u32 = 16;

#[derive(Clone, Copy, Debug)]
struct Cell {
    centre: Point,
    mass: f64,
    side: f64,
    /// Boxes of a leaf in `sorted`.
    first: u32,
    count: u32,
    /// Where the walk goes on when this cell is done with; its children, if any, follow directly.
    skip: u32,
}

/// The tree over the boxes of one moment.
#[derive(Debug, Default)]
pub(super) struct Tree {
    cells: Vec<Cell>,
    sorted: Vec<(Point, f64)>,
    keys: Vec<(u32, u32)>,
}

impl Tree {
    /// Builds the tree anew, reusing its memory.
    pub(super) fn rebuild(&mut self, at: &[Point], mass: &[f64]) {
        self.cells.clear();
        self.keys.clear();
        self.sorted.clear();
        let Some(&first) = at.first() else { return };
        let (low, high) = at.iter().fold((first, first), |(low, high), p| (low.min(*p), high.max(*p)));
        let side = (high.x - low.x).max(high.y - low.y).max(1e-9);
        let scale = f64::from((1u32 << BITS) - 1) / side;
        self.keys.extend(at.iter().enumerate().map(|(i, p)| {
            let (x, y) = (((p.x - low.x) * scale) as u32, ((p.y - low.y) * scale) as u32);
            (spread(x) | (spread(y) << 1), i as u32)
        }));
        self.keys.sort_unstable();
        self.sorted.extend(self.keys.iter().map(|&(_, i)| (at[i as usize], mass[i as usize])));
        self.split(0, at.len(), BITS, side);
    }

    fn split(&mut self, first: usize, end: usize, bits: u32, side: f64) {
        let this = self.cells.len();
        let (mut mass, mut centre) = (0.0, Point::ZERO);
        for (p, m) in &self.sorted[first..end] {
            mass += m;
            centre += *p * *m;
        }
        self.cells.push(Cell { centre: centre / mass, mass, side, first: first as u32, count: (end - first) as u32, skip: 0 });
        if end - first > LEAF && bits > 0 {
            self.cells[this].count = 0;
            let shift = 2 * (bits - 1);
            let mut start = first;
            for quarter in 0..4 {
                let stop = start + self.keys[start..end].partition_point(|(k, _)| (k >> shift) & 3 <= quarter);
                if stop > start {
                    self.split(start, stop, bits - 1, side / 2.0);
                }
                start = stop;
            }
        }
        self.cells[this].skip = self.cells.len() as u32;
    }

    /// The sum of `mass × away / distance²` over all boxes, as felt at a place. `softening` is added to the squared distance; from a distance
    /// of `1 / √fade` on, the sum's terms fall off with the fourth power instead.
    pub(super) fn push_at(&self, p: Point, softening: f64, fade: f64) -> Point {
        let mut sum = Point::ZERO;
        let mut i = 0;
        while let Some(cell) = self.cells.get(i) {
            let away = p - cell.centre;
            let squared = away.length_squared();
            if cell.side * cell.side < THETA * THETA * squared {
                sum += away * (cell.mass / ((squared + softening) * (1.0 + squared * fade)));
                i = cell.skip as usize;
            } else if cell.count > 0 {
                for (other, mass) in &self.sorted[cell.first as usize..(cell.first + cell.count) as usize] {
                    let away = p - *other;
                    let q = away.length_squared() + softening;
                    sum += away * (*mass / (q * (1.0 + q * fade)));
                }
                i = cell.skip as usize;
            } else {
                i += 1;
            }
        }
        sum
    }
}

/// Puts a zero between any two bits.
fn spread(v: u32) -> u32 {
    let v = (v | (v << 8)) & 0x00ff_00ff;
    let v = (v | (v << 4)) & 0x0f0f_0f0f;
    let v = (v | (v << 2)) & 0x3333_3333;
    (v | (v << 1)) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;

    #[test]
    fn the_tree_agrees_with_the_plain_sum() {
        let mut rng = Rng::new(3);
        let at: Vec<Point> = (0..500).map(|_| Point::new(rng.unit() * 900.0, rng.unit() * 500.0)).collect();
        let mass: Vec<f64> = (0..500).map(|_| 0.5 + rng.unit()).collect();
        let mut tree = Tree::default();
        tree.rebuild(&at, &mass);
        for p in &at {
            let plain = at.iter().zip(&mass).fold(Point::ZERO, |sum, (q, m)| sum + (*p - *q) * (m / ((*p - *q).length_squared() + 1.0)));
            let error = (tree.push_at(*p, 1.0, 0.0) - plain).length();
            assert!(error < 0.1 * plain.length() + 0.05, "{error} of {}", plain.length());
        }
    }

    #[test]
    fn coincident_places_are_harmless() {
        let mut tree = Tree::default();
        tree.rebuild(&[Point::new(5.0, 5.0); 100], &[1.0; 100]);
        assert_eq!(tree.push_at(Point::new(5.0, 5.0), 1.0, 0.0), Point::ZERO);
        tree.rebuild(&[], &[]);
        assert_eq!(tree.push_at(Point::ZERO, 1.0, 0.0), Point::ZERO);
    }
}
