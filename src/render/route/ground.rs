//! The cards that lines keep off, and whether they do.

use std::cell::{Cell, RefCell};

use emath::{Pos2, Rect, Vec2};

use crate::render::Curve;

/// Longest piece of a line for which cards are looked up at once.
const PIECE: f32 = 320.0;
/// So often a curve is halved at most to see whether it meets a card.
const MAX_SPLITS: u32 = 7;

/// Hands over the cards in an area: their numbers and boxes.
pub(in crate::render) type Cards<'a> = dyn Fn(Rect, &mut dyn FnMut(usize, Rect)) + 'a;

/// A card that is in the way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub(super) card: usize,
    pub(super) rect: Rect,
}

/// A card that lines may come closer to, or run through where it says nothing.
pub(super) type Spared = (usize, Option<f32>);

/// By how much lines keep off a card.
pub(super) fn kept_off(card: usize, clearance: f32, spared: &[Spared]) -> Option<f32> {
    spared.iter().find(|(spared, _)| *spared == card).map_or(Some(clearance), |(_, clearance)| *clearance)
}

/// All cards, with a note of what was asked: so it is known which changes make a difference.
pub(in crate::render) struct Ground<'a> {
    cards: &'a Cards<'a>,
    seen: Cell<Rect>,
    squares: RefCell<Vec<Square>>,
}

/// A square of the map, by its column and row.
type Square = (i32, i32);

/// Side of the squares of which is noted whether cards were looked for in them.
const SIDE: f32 = 256.0;
/// A look at more squares than this is not noted by squares, nor one at fewer.
const MANY: i64 = 4096;
const FEW: usize = 6;

/// Where was looked for cards.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct Watch {
    /// A box around all of it.
    pub(in crate::render) seen: Rect,
    /// The squares that it came into, sorted; empty where it is no more than the box.
    squares: Vec<Square>,
}

impl Watch {
    pub(in crate::render) const NOTHING: Self = Self { seen: Rect::NOTHING, squares: Vec::new() };

    /// Whether it came into an area.
    pub(in crate::render) fn is_in(&self, area: Rect) -> bool {
        self.seen.intersects(area)
            && (self.squares.is_empty()
                || squares(area).is_none_or(|mut squares| squares.any(|square| self.squares.binary_search(&square).is_ok())))
    }
}

/// The squares that an area comes into; `None` where there are too many.
fn squares(area: Rect) -> Option<impl Iterator<Item = Square>> {
    let square = |pos: Pos2| ((pos.x / SIDE).floor() as i32, (pos.y / SIDE).floor() as i32);
    let (low, high) = (square(area.min), square(area.max));
    let count = |low: i32, high: i32| (i64::from(high) - i64::from(low) + 1).max(0);
    let few = count(low.0, high.0).saturating_mul(count(low.1, high.1)) <= MANY;
    few.then(|| (low.0..=high.0).flat_map(move |x| (low.1..=high.1).map(move |y| (x, y))))
}

impl<'a> Ground<'a> {
    pub(in crate::render) fn new(cards: &'a Cards<'a>) -> Self {
        Self { cards, seen: Cell::new(Rect::NOTHING), squares: RefCell::default() }
    }

    /// Where was looked for cards.
    pub(in crate::render) fn watch(self) -> Watch {
        let (seen, mut noted) = (self.seen.get(), self.squares.into_inner());
        noted.sort_unstable();
        noted.dedup();
        let is_box = squares(seen).is_none_or(|squares| squares.count() <= FEW.max(noted.len()));
        Watch { seen, squares: if is_box { Vec::new() } else { noted } }
    }

    pub(super) fn each(&self, area: Rect, found: &mut dyn FnMut(usize, Rect)) {
        self.seen.set(self.seen.get().union(area));
        if let Some(squares) = squares(area) {
            let mut noted = self.squares.borrow_mut();
            for square in squares {
                // Looks follow each other closely.
                if !noted.iter().rev().take(FEW).any(|other| *other == square) {
                    noted.push(square);
                }
            }
        }
        (self.cards)(area, found);
    }

    /// Whether a card other than those left out reaches into an area.
    pub(in crate::render) fn covers(&self, area: Rect, left_out: &[usize]) -> bool {
        let mut covers = false;
        self.each(area, &mut |card, rect| covers |= !left_out.contains(&card) && rect.intersects(area));
        covers
    }

    /// Whether one of these cards reaches into an area.
    pub(in crate::render) fn is_near(&self, area: Rect, cards: &[usize]) -> bool {
        let mut near = false;
        self.each(area, &mut |card, rect| near |= cards.contains(&card) && rect.intersects(area));
        near
    }

    /// How many cards reach into an area.
    pub(in crate::render) fn count(&self, area: Rect) -> usize {
        let mut count = 0;
        self.each(area, &mut |_, rect| count += usize::from(rect.intersects(area)));
        count
    }

    /// The first card that a straight line comes closer to than `clearance`, or than what is asked of that card.
    pub(super) fn first_on(&self, from: Pos2, to: Pos2, clearance: f32, spared: &[Spared]) -> Option<Block> {
        let way = to - from;
        let length = way.length();
        if !length.is_finite() {
            return None;
        }
        // A line across a huge map is looked at in longer pieces.
        let pieces = (length / PIECE).ceil().clamp(1.0, 256.0);
        for i in 0..pieces as usize {
            let (start, end) = (i as f32 / pieces, (i as f32 + 1.0) / pieces);
            let area = Rect::from_two_pos(from + way * start, from + way * end).expand(clearance);
            let mut first: Option<(f32, Block)> = None;
            self.each(area, &mut |card, rect| {
                let Some(clearance) = kept_off(card, clearance, spared) else { return };
                let Some(at) = enters(from, way, rect.expand(clearance)).filter(|at| *at <= end) else { return };
                let block = Block { card, rect };
                let key = |at: f32, rect: Rect| (at, rect.min.x, rect.min.y);
                if first.is_none_or(|(other, other_block)| key(at, rect) < key(other, other_block.rect)) {
                    first = Some((at, block));
                }
            });
            if let Some((_, block)) = first {
                return Some(block);
            }
        }
        None
    }

    /// Whether a curve comes closer to a card than `clearance`, or into one of its own.
    pub(super) fn meets(&self, curve: &Curve, clearance: f32, own: &[usize]) -> bool {
        let bounds = curve.bounds();
        if !bounds.is_finite() {
            return false;
        }
        if bounds.width().max(bounds.height()) > 2.0 * PIECE && bounds.width().max(bounds.height()) < 1e6 {
            let (first, second) = curve.split(0.5);
            return self.meets(&first, clearance, own) || self.meets(&second, clearance, own);
        }
        let mut meets = false;
        self.each(bounds.expand(clearance), &mut |card, rect| {
            let area = rect.expand(if own.contains(&card) { -1.0 } else { clearance });
            meets = meets || comes_into(curve, area);
        });
        meets
    }
}

/// Where in `[0, 1]` a straight line comes into a box.
fn enters(from: Pos2, way: Vec2, rect: Rect) -> Option<f32> {
    let (mut first, mut last) = (0.0f32, 1.0f32);
    for (from, way, min, max) in [(from.x, way.x, rect.min.x, rect.max.x), (from.y, way.y, rect.min.y, rect.max.y)] {
        if way.abs() < 1e-6 {
            if from <= min || from >= max {
                return None;
            }
            continue;
        }
        let (a, b) = ((min - from) / way, (max - from) / way);
        first = first.max(a.min(b));
        last = last.min(a.max(b));
    }
    (first < last).then_some(first)
}

/// Whether a curve comes into a box.
pub(in crate::render) fn comes_into(curve: &Curve, area: Rect) -> bool {
    is_in(curve, area, MAX_SPLITS)
}

fn is_in(curve: &Curve, area: Rect, splits: u32) -> bool {
    if !curve.bounds().intersects(area) {
        return false;
    }
    let [a, b, c, d] = curve.0.map(Pos2::to_vec2);
    let bend = (a - 2.0 * b + c).length_sq().max((b - 2.0 * c + d).length_sq());
    if splits == 0 || bend <= 0.5 {
        return enters(curve.start(), curve.end() - curve.start(), area).is_some();
    }
    let (first, second) = curve.split(0.5);
    is_in(&first, area, splits - 1) || is_in(&second, area, splits - 1)
}
