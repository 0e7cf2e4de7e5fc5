//! Which arrows' lines come near a place: long lines come into few of the squares that a box around them covers.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use emath::{Pos2, Rect, Vec2};

use crate::render::card::HANDLE_RADIUS;
use crate::render::route::Mixed;
use crate::render::{Arrow, Curve};

/// Side of a square.
const SIDE: f32 = 512.0;
/// So often a curve is halved at most: what is longer than so many squares is found in a few too many.
const MAX_SPLITS: u32 = 9;

type Square = (i32, i32);

/// Arrows by the squares into which their lines or their discs come.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines(HashMap<Square, Vec<usize>, BuildHasherDefault<Mixed>>);

impl Lines {
    /// Notes where an arrow runs.
    pub(super) fn put(&mut self, index: usize, arrow: &Arrow) {
        for square in squares_of(arrow) {
            self.0.entry(square).or_default().push(index);
        }
    }

    /// Forgets an arrow, which runs where it did when it was noted.
    pub(super) fn remove(&mut self, index: usize, arrow: &Arrow) {
        for square in squares_of(arrow) {
            let Some(list) = self.0.get_mut(&square) else { continue };
            if let Some(at) = list.iter().position(|other| *other == index) {
                list.swap_remove(at);
            }
            if list.is_empty() {
                self.0.remove(&square);
            }
        }
    }

    /// The arrows that come into the squares of an area, sorted.
    pub(super) fn near(&self, area: Rect) -> Vec<usize> {
        let mut found: Vec<usize> = squares(area).filter_map(|square| self.0.get(&square)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The squares into which lines and disc of an arrow come, sorted; none of an arrow that runs nowhere yet.
fn squares_of(arrow: &Arrow) -> Vec<Square> {
    if !arrow.bounds().is_positive() || !arrow.bounds().is_finite() {
        return Vec::new();
    }
    let mut found: Vec<Square> = squares(Rect::from_center_size(arrow.at, Vec2::splat(2.0 * HANDLE_RADIUS))).collect();
    arrow.legs.iter().chain(&arrow.trunk).flat_map(|path| path.curves()).for_each(|curve| add(curve, MAX_SPLITS, &mut found));
    found.sort_unstable();
    found.dedup();
    found
}

fn add(curve: &Curve, splits: u32, found: &mut Vec<Square>) {
    let bounds = curve.bounds();
    if splits > 0 && bounds.width().max(bounds.height()) > SIDE {
        let (first, second) = curve.split(0.5);
        add(&first, splits - 1, found);
        add(&second, splits - 1, found);
    } else if splits == 0 {
        // Far beyond any map: where it begins and ends is enough.
        found.extend([square(curve.start()), square(curve.end())]);
    } else {
        found.extend(squares(bounds));
    }
}

fn square(at: Pos2) -> Square {
    ((at.x / SIDE).floor() as i32, (at.y / SIDE).floor() as i32)
}

fn squares(area: Rect) -> impl Iterator<Item = Square> {
    let (low, high) = (square(area.min), square(area.max));
    (low.0..=high.0).flat_map(move |x| (low.1..=high.1).map(move |y| (x, y)))
}
