//! The cards by the squares of the map into which they reach: what is on a line is found square by square.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use emath::{Pos2, Rect};

/// A square of the map, by its column and row.
pub(super) type Square = (i32, i32);

/// Side of a square; a power of two, so that no rounding moves a card into another.
pub(super) const SIDE: f32 = 256.0;
/// A card that reaches into more squares than this stands in a list of its own: no card does that looks like one.
const MOST: i64 = 64;

/// Numbers mixed into one: squares are looked up for every piece of every line.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::render) struct Mixed(u64);

impl Mixed {
    fn mix(&mut self, number: u64) {
        // Fibonacci hashing.
        self.0 = (self.0.rotate_left(32) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.mix(u64::from(*byte)));
    }

    fn write_i32(&mut self, number: i32) {
        self.mix(u64::from(number.cast_unsigned()));
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}

/// A card in one of its squares.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) card: usize,
    pub(super) rect: Rect,
    /// Whether the square is in the first of the card's columns, and in the first of its rows.
    first: (bool, bool),
}

/// Cards by their squares.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Field {
    squares: HashMap<Square, Vec<Entry>, BuildHasherDefault<Mixed>>,
    large: Vec<Entry>,
}

impl Field {
    /// Puts a card there.
    pub(in crate::render) fn put(&mut self, card: usize, rect: Rect) {
        let Some((low, high)) = span(rect) else { return self.large.push(Entry { card, rect, first: (true, true) }) };
        for x in low.0..=high.0 {
            for y in low.1..=high.1 {
                self.squares.entry((x, y)).or_default().push(Entry { card, rect, first: (x == low.0, y == low.1) });
            }
        }
    }

    /// Takes a card away that was put there.
    pub(in crate::render) fn remove(&mut self, card: usize, rect: Rect) {
        let take = |list: &mut Vec<Entry>| {
            if let Some(at) = list.iter().position(|entry| entry.card == card) {
                list.swap_remove(at);
            }
            list.is_empty()
        };
        let Some((low, high)) = span(rect) else {
            take(&mut self.large);
            return;
        };
        for square in (low.0..=high.0).flat_map(|x| (low.1..=high.1).map(move |y| (x, y))) {
            if self.squares.get_mut(&square).is_some_and(take) {
                self.squares.remove(&square);
            }
        }
    }

    /// Hands over each card that reaches into an area, once.
    pub(in crate::render) fn each(&self, area: Rect, found: &mut dyn FnMut(usize, Rect)) {
        let mut hand = |entry: &Entry| {
            if entry.rect.intersects(area) {
                found(entry.card, entry.rect);
            }
        };
        self.large.iter().for_each(&mut hand);
        let (low, high) = (square(area.min), square(area.max));
        if count(low, high) > self.squares.len() as i64 {
            return self.squares.values().flatten().filter(|entry| entry.first == (true, true)).for_each(hand);
        }
        for x in low.0..=high.0 {
            for y in low.1..=high.1 {
                let here = |entry: &&Entry| (entry.first.0 || x == low.0) && (entry.first.1 || y == low.1);
                self.in_square((x, y)).iter().filter(here).for_each(&mut hand);
            }
        }
    }

    /// The cards that reach into a square, but for those that are in [`Self::large`].
    pub(super) fn in_square(&self, square: Square) -> &[Entry] {
        self.squares.get(&square).map(Vec::as_slice).unwrap_or_default()
    }

    /// The cards that reach into very many squares.
    pub(super) fn large(&self) -> &[Entry] {
        &self.large
    }
}

/// The first and the last square of a card; `None` where it is large.
fn span(rect: Rect) -> Option<(Square, Square)> {
    let (low, high) = (square(rect.min), square(rect.max));
    (count(low, high) <= MOST).then_some((low, high))
}

/// How many squares there are from one to another.
pub(super) fn count(low: Square, high: Square) -> i64 {
    let count = |low: i32, high: i32| (i64::from(high) - i64::from(low) + 1).max(0);
    count(low.0, high.0).saturating_mul(count(low.1, high.1))
}

/// The square that a point is in.
pub(super) fn square(at: Pos2) -> Square {
    (row(at.x), row(at.y))
}

/// The row or column that a coordinate is in: what `floor` says, which is slow on older processors.
pub(super) fn row(at: f32) -> i32 {
    let at = at / SIDE;
    let row = at as i32;
    row.saturating_sub(i32::from(row as f32 > at))
}
