//! The cards that lines keep off, and whether they do.

use std::cell::{Cell, RefCell};

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::field::{self, Entry, Field, SIDE, Square};
use crate::render::Curve;

/// Longest piece of a curve for which cards are looked up at once.
const PIECE: f32 = 320.0;
/// So often a curve is halved at most to see whether it meets a card.
const MAX_SPLITS: u32 = 7;

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
    /// `None` where no card is looked at.
    cards: Option<&'a Field>,
    seen: Cell<Rect>,
    squares: RefCell<Noted>,
}

/// The squares in which cards were looked for.
struct Noted {
    squares: Vec<Square>,
    /// Those of late, each in its place: looks follow each other closely.
    late: [Option<Square>; LATE],
}

impl Noted {
    fn note(&mut self, square: Square) {
        let place = (square.0.wrapping_mul(11) ^ square.1) as usize % LATE;
        if let Some(late) = self.late.get_mut(place).filter(|late| **late != Some(square)) {
            *late = Some(square);
            self.squares.push(square);
        }
    }
}

/// A line farther than this is not looked along.
const FARTHEST: f32 = 1e6;
/// A way that leads less than this in a direction does not lead there.
const FLAT: f32 = 1e-6;
/// So many squares of late are known.
const LATE: usize = 128;
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
    let (low, high) = (field::square(area.min), field::square(area.max));
    let few = field::count(low, high) <= MANY;
    few.then(|| (low.0..=high.0).flat_map(move |x| (low.1..=high.1).map(move |y| (x, y))))
}

impl<'a> Ground<'a> {
    pub(in crate::render) fn new(cards: Option<&'a Field>) -> Self {
        let noted = Noted { squares: Vec::new(), late: [None; LATE] };
        Self { cards, seen: Cell::new(Rect::NOTHING), squares: RefCell::new(noted) }
    }

    /// Where was looked for cards.
    pub(in crate::render) fn watch(self) -> Watch {
        let (seen, mut noted) = (self.seen.get(), self.squares.into_inner().squares);
        noted.sort_unstable();
        noted.dedup();
        let is_box = squares(seen).is_none_or(|squares| squares.count() <= FEW.max(noted.len()));
        Watch { seen, squares: if is_box { Vec::new() } else { noted } }
    }

    pub(super) fn each(&self, area: Rect, found: &mut dyn FnMut(usize, Rect)) {
        self.seen.set(self.seen.get().union(area));
        if let Some(squares) = squares(area) {
            let mut noted = self.squares.borrow_mut();
            squares.for_each(|square| noted.note(square));
        }
        if let Some(cards) = self.cards {
            cards.each(area, found);
        }
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

    /// Whether no card is closer to a point than `clearance`, or than what is asked of that card.
    pub(super) fn is_free(&self, at: Pos2, clearance: f32, spared: &[Spared]) -> bool {
        let area = Rect::from_center_size(at, Vec2::splat(2.0 * clearance));
        self.seen.set(self.seen.get().union(area));
        let is_off = |entry: &Entry| {
            !entry.rect.expand(clearance).contains(at)
                || kept_off(entry.card, clearance, spared).is_none_or(|less| !entry.rect.expand(less).contains(at))
        };
        let Some(cards) = self.cards else { return true };
        let (low, high) = (field::square(area.min), field::square(area.max));
        let mut squares = (low.0..=high.0).flat_map(|x| (low.1..=high.1).map(move |y| (x, y)));
        cards.large().iter().all(is_off)
            && squares.all(|square| {
                self.squares.borrow_mut().note(square);
                cards.in_square(square).iter().all(is_off)
            })
    }

    /// The first card that a straight line comes closer to than `clearance`, or than what is asked of that card.
    pub(super) fn first_on(&self, from: Pos2, to: Pos2, clearance: f32, spared: &[Spared]) -> Option<Block> {
        let way = to - from;
        let cards = self.cards.filter(|_| way.x.abs().max(way.y.abs()) <= FARTHEST)?;
        let mut sight = Sight::new(from, way, clearance, spared);
        cards.large().iter().for_each(|entry| sight.meet(entry));
        // Column by column of squares, or row by row where the line is steep.
        let steep = way.y.abs() > way.x.abs();
        let turned = |x: f32, y: f32| if steep { pos2(y, x) } else { pos2(x, y) };
        let (start, end) = (turned(from.x, from.y), turned(to.x, to.y));
        let (run, ahead) = (end.x - start.x, if end.x < start.x { -1 } else { 1 });
        let slope = if run == 0.0 { 0.0 } else { (end.y - start.y) / run };
        let reach = clearance * ahead as f32;
        let (mut column, last) = (field::row(start.x - reach), field::row(end.x + reach));
        loop {
            let (left, right) = (column as f32 * SIDE, (column as f32 + 1.0) * SIDE);
            // The part of the line to which cards in this column may be near.
            let [low, high] = [left - clearance, right + clearance].map(|x| {
                let x = x.clamp(start.x.min(end.x), start.x.max(end.x));
                turned(x, start.y + (x - start.x) * slope)
            });
            let area = Rect::from_two_pos(low, high).expand(clearance);
            self.seen.set(self.seen.get().union(area));
            let rows = if steep { (area.min.x, area.max.x) } else { (area.min.y, area.max.y) };
            for row in field::row(rows.0)..=field::row(rows.1) {
                let square = if steep { (row, column) } else { (column, row) };
                self.squares.borrow_mut().note(square);
                cards.in_square(square).iter().for_each(|entry| sight.meet(entry));
            }
            // A card farther on is in the way no sooner than here.
            let done = (if ahead < 0 { left } else { right }) - reach;
            let is_before = |at: f32| (done - start.x - at * run) * ahead as f32 >= 0.0;
            if column == last || sight.first.is_some_and(|(at, _)| is_before(at)) {
                return sight.first.map(|(_, block)| block);
            }
            column += ahead;
        }
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

/// A look along a straight line.
struct Sight<'a> {
    ray: Ray,
    clearance: f32,
    spared: &'a [Spared],
    /// The first card that was found on it so far, and where.
    first: Option<(f32, Block)>,
}

impl<'a> Sight<'a> {
    fn new(from: Pos2, way: Vec2, clearance: f32, spared: &'a [Spared]) -> Self {
        Self { ray: Ray::new(from, way), clearance, spared, first: None }
    }

    fn meet(&mut self, entry: &Entry) {
        // Few cards are near.
        let Some(mut at) = self.ray.enters(entry.rect.expand(self.clearance)) else { return };
        match kept_off(entry.card, self.clearance, self.spared) {
            None => return,
            Some(less) if less < self.clearance => match self.ray.enters(entry.rect.expand(less)) {
                Some(later) => at = later,
                None => return,
            },
            Some(_) => {}
        }
        let key = |at: f32, rect: Rect| (at, rect.min.x, rect.min.y);
        if self.first.is_none_or(|(other, block)| key(at, entry.rect) < key(other, block.rect)) {
            self.first = Some((at, Block { card: entry.card, rect: entry.rect }));
        }
    }
}

/// A straight line, ready to be held against many boxes.
struct Ray {
    from: Pos2,
    /// One by the way in each direction: not finite where there is none.
    by: Vec2,
}

impl Ray {
    fn new(from: Pos2, way: Vec2) -> Self {
        let by = |way: f32| if way.abs() < FLAT { f32::INFINITY } else { 1.0 / way };
        Self { from, by: vec2(by(way.x), by(way.y)) }
    }

    /// Where in `[0, 1]` the line comes into a box.
    fn enters(&self, rect: Rect) -> Option<f32> {
        let (mut first, mut last) = (0.0f32, 1.0f32);
        for (from, by, min, max) in [(self.from.x, self.by.x, rect.min.x, rect.max.x), (self.from.y, self.by.y, rect.min.y, rect.max.y)] {
            if by == f32::INFINITY {
                if from <= min || from >= max {
                    return None;
                }
                continue;
            }
            let (a, b) = ((min - from) * by, (max - from) * by);
            first = first.max(a.min(b));
            last = last.min(a.max(b));
        }
        (first < last).then_some(first)
    }
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
        return Ray::new(curve.start(), curve.end() - curve.start()).enters(area).is_some();
    }
    let (first, second) = curve.split(0.5);
    is_in(&first, area, splits - 1) || is_in(&second, area, splits - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;

    #[test]
    fn the_first_card_on_a_line_is_found_whatever_squares_it_crosses() {
        let mut rng = Rng::new(3);
        let mut at = |range: usize| pos2(rng.below(range) as f32, rng.below(range) as f32) - vec2(range as f32, range as f32) / 2.0;
        let mut rects: Vec<Rect> = (0..150).map(|_| Rect::from_center_size(at(5_000), vec2(240.0, 90.0))).collect();
        rects.push(Rect::from_center_size(at(3_000), vec2(9_000.0, 40.0)));
        let mut field = Field::default();
        rects.iter().enumerate().for_each(|(card, rect)| field.put(card, *rect));
        let spared = [(3, None), (5, Some(2.0))];
        let mut found = 0;
        for _ in 0..2_000 {
            let (from, way) = (at(5_000), at(2_500).to_vec2());
            let enters = |card: usize, rect: &Rect| Some((Ray::new(from, way).enters(rect.expand(kept_off(card, 6.0, &spared)?))?, card));
            let expected = rects.iter().enumerate().filter_map(|(card, rect)| enters(card, rect)).min_by(|a, b| a.0.total_cmp(&b.0));
            let ground = Ground::new(Some(&field));
            let first = ground.first_on(from, from + way, 6.0, &spared);
            let where_it_is = |card: usize| enters(card, &rects[card]).map(|(at, _)| at);
            assert_eq!(first.and_then(|block| where_it_is(block.card)), expected.map(|(at, _)| at), "{from} {way}");
            // What was in the way is minded.
            let watch = ground.watch();
            assert!(first.is_none_or(|block| watch.is_in(block.rect.expand(6.0))));
            found += usize::from(first.is_some());
        }
        assert!((500..1_900).contains(&found), "{found}");
    }
}
