//! Boxes sorted into square cells, for "what is near this box?". One set of cells for each power of two in size, so that a giant among
//! handles costs nothing.

use crate::layout::point::Point;

/// Side of the smallest cells.
const BASE: f64 = 32.0;
/// Cell numbers take 29 bits each in a key, levels the 6 above.
const BITS: u32 = 29;
const OFFSET: f64 = (1u64 << (BITS - 1)) as f64;
const MAX_LEVEL: u32 = 40;

/// Boxes to keep apart: centres, half sizes, and which must not move.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Boxes {
    pub(in crate::layout) at: Vec<Point>,
    pub(in crate::layout) half: Vec<Point>,
    pub(in crate::layout) held: Vec<bool>,
}

impl Boxes {
    pub(in crate::layout) fn len(&self) -> usize {
        self.at.len()
    }

    /// Those of the boxes that `which` names, in that order.
    pub(in crate::layout) fn select(&self, which: &[usize]) -> Self {
        Self {
            at: which.iter().map(|&i| self.at[i]).collect(),
            half: which.iter().map(|&i| self.half[i]).collect(),
            held: which.iter().map(|&i| self.held[i]).collect(),
        }
    }

    /// How far two boxes reach into each other's gap along each axis; both are positive where they do.
    pub(in crate::layout) fn intrusion(&self, i: usize, j: usize, gap: f64) -> Point {
        let d = self.at[j] - self.at[i];
        let reach = self.half[i] + self.half[j];
        Point::new(reach.x + gap - d.x.abs(), reach.y + gap - d.y.abs())
    }

    /// Smallest rectangle around all boxes as (corner, corner); `None` without boxes.
    pub(in crate::layout) fn bounds(&self) -> Option<(Point, Point)> {
        let mut corners = self.at.iter().zip(&self.half).map(|(at, half)| (*at - *half, *at + *half));
        let first = corners.next()?;
        Some(corners.fold(first, |(low, high), (a, b)| (low.min(a), high.max(b))))
    }
}

/// The boxes' places at one moment. Boxes that have moved a little since are still found.
#[derive(Debug, Default)]
pub(in crate::layout) struct Grid {
    /// Sorted (level, row, column) keys with the box that is there.
    cells: Vec<(u64, u32)>,
    levels: Vec<u32>,
    gap: f64,
}

impl Grid {
    /// Sorts those of the boxes into cells that `which` names, for distances up to `gap`.
    pub(in crate::layout) fn new(boxes: &Boxes, gap: f64, which: impl Iterator<Item = usize>) -> Self {
        let mut cells: Vec<(u64, u32)> = Vec::with_capacity(boxes.len());
        let mut present = 0u64;
        for i in which {
            let (half, at) = (boxes.half[i], boxes.at[i]);
            let level = level_of(2.0 * half.x.max(half.y) + gap);
            present |= 1 << level;
            let side = side_of(level);
            cells.push((key(level, cell(at.y, side), cell(at.x, side)), i as u32));
        }
        cells.sort_unstable();
        let levels = (0..=MAX_LEVEL).filter(|l| present & (1 << l) != 0).collect();
        Self { cells, levels, gap }
    }

    /// Calls `found` with every box whose gap a box of that centre and half size might touch, in an order that depends on places alone.
    pub(in crate::layout) fn near(&self, at: Point, half: Point, mut found: impl FnMut(usize)) {
        for &level in &self.levels {
            let side = side_of(level);
            // A box of this level is at most `side - gap` wide, so its centre is within this reach.
            let reach = half + Point::new((side + self.gap) / 2.0, (side + self.gap) / 2.0);
            let (left, right) = (cell(at.x - reach.x, side), cell(at.x + reach.x, side));
            for row in cell(at.y - reach.y, side)..=cell(at.y + reach.y, side) {
                let (first, last) = (key(level, row, left), key(level, row, right));
                let start = self.cells.partition_point(|(k, _)| *k < first);
                for (_, i) in self.cells[start..].iter().take_while(|(k, _)| *k <= last) {
                    found(*i as usize);
                }
            }
        }
    }
}

fn level_of(size: f64) -> u32 {
    let mut level = 0;
    while side_of(level) < size && level < MAX_LEVEL {
        level += 1;
    }
    level
}

fn side_of(level: u32) -> f64 {
    BASE * (1u64 << level) as f64
}

fn cell(coordinate: f64, side: f64) -> u64 {
    ((coordinate / side).floor() + OFFSET).clamp(0.0, 2.0 * OFFSET - 1.0) as u64
}

fn key(level: u32, row: u64, column: u64) -> u64 {
    (u64::from(level) << (2 * BITS)) | (row << BITS) | column
}
