//! What stands where: cards and arrows found by area, cheap to move.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasherDefault;

use emath::{Pos2, Rect};

use super::extent::Extent;
use crate::render::route::{Field, Mixed};

/// A part of the scene, by its place in the scene's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// An arrow, by its place among the arrows.
    Arrow(usize),
    /// A card, by its place among the cards.
    Card(usize),
}

/// Side of the smallest squares, as a power of two.
const SMALLEST: i32 = 8;
/// Side of the largest squares: nothing is wider.
const LARGEST: i32 = 40;

type Squares = HashMap<(i32, i32), Vec<(Part, Rect)>, BuildHasherDefault<Mixed>>;

/// Squares of several sizes. Each part is kept in the square that its centre is in, among squares at least as wide as the part: so a
/// part reaches out of its square by half a square at most.
type Levels = BTreeMap<i32, Squares>;

/// Arrows, or their names.
#[derive(Clone, Debug, Default)]
struct Kind {
    levels: Levels,
    extent: Extent,
    /// Where each part is kept, by its number; `NOTHING` where it is not.
    kept: Vec<Rect>,
}

impl Kind {
    fn put(&mut self, part: Part, index: usize, rect: Rect) {
        let Some(before) = kept_before(&mut self.kept, index, rect) else { return };
        self.take_out(part, before);
        if rect.is_negative() {
            return;
        }
        let (level, square) = home(rect);
        self.levels.entry(level).or_default().entry(square).or_default().push((part, rect));
    }

    fn take_out(&mut self, part: Part, rect: Rect) {
        if rect.is_negative() {
            return;
        }
        let (level, square) = home(rect);
        if let Some(squares) = self.levels.get_mut(&level)
            && let Some(list) = squares.get_mut(&square)
        {
            if let Some(at) = list.iter().position(|(other, _)| *other == part) {
                list.swap_remove(at);
            }
            if list.is_empty() {
                squares.remove(&square);
            }
        }
    }
}

/// Where a part was kept, if that was elsewhere.
fn kept_before(kept: &mut Vec<Rect>, index: usize, rect: Rect) -> Option<Rect> {
    if index >= kept.len() {
        kept.resize(index + 1, Rect::NOTHING);
    }
    let before = std::mem::replace(kept.get_mut(index)?, rect);
    (before != rect).then_some(before)
}

/// Numbers from here on are words in the field.
const WORDS: usize = usize::MAX / 2;

/// Cards and arrows apart: few cards are wide, and every line asks for them alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// Cards, and words that lines keep off as well.
    field: Field,
    words: Vec<Rect>,
    extent: Extent,
    /// Where each card is kept, by its number; `NOTHING` where it is not.
    kept: Vec<Rect>,
    arrows: Kind,
    /// Where the names of arrows may stand, by arrow.
    names: Kind,
}

impl Places {
    /// Puts a part where it is found, instead of where it was: a card by its box, an arrow by all that matters to it, which may be more
    /// than it covers.
    pub(super) fn put(&mut self, part: Part, rect: Rect) {
        match part {
            Part::Arrow(index) => self.arrows.put(part, index, rect),
            Part::Card(index) => {
                self.extent.set(index, rect);
                let Some(before) = kept_before(&mut self.kept, index, rect) else { return };
                if !before.is_negative() {
                    self.field.remove(index, before);
                }
                if !rect.is_negative() {
                    self.field.put(index, rect);
                }
            }
        }
    }

    /// Notes where the name of an arrow may stand; nowhere where it has none.
    pub(super) fn put_name(&mut self, arrow: usize, around: Rect) {
        self.names.put(Part::Arrow(arrow), arrow, around);
    }

    /// Gives the name of an arrow, if it has one, to another arrow.
    pub(super) fn rename(&mut self, from: usize, to: usize) {
        let around = self.names.kept.get(from).copied().unwrap_or(Rect::NOTHING);
        self.put_name(from, Rect::NOTHING);
        self.put_name(to, around);
    }

    /// Whether any arrow has a name.
    pub(super) fn names_something(&self) -> bool {
        self.names.levels.values().any(|squares| !squares.is_empty())
    }

    /// Hands each arrow whose name may stand in an area to `found`, with where it may stand.
    pub(super) fn names_in(&self, area: Rect, found: &mut dyn FnMut(usize, Rect)) {
        within(&self.names.levels, area, &mut |part, rect| {
            if let Part::Arrow(arrow) = part {
                found(arrow, rect);
            }
        });
    }

    /// Notes what an arrow covers.
    pub(super) fn cover(&mut self, arrow: usize, bounds: Rect) {
        self.arrows.extent.set(arrow, bounds);
    }

    /// Takes a part out.
    pub(super) fn remove(&mut self, part: Part) {
        self.put(part, Rect::NOTHING);
        if let Part::Arrow(index) = part {
            self.cover(index, Rect::NOTHING);
            self.put_name(index, Rect::NOTHING);
        }
    }

    /// Has lines keep off words there, and no more off those before. Returns what came and went.
    pub(super) fn put_words(&mut self, words: Vec<Rect>) -> Vec<Rect> {
        let before = std::mem::replace(&mut self.words, words);
        let gone = before.iter().enumerate().filter(|(number, rect)| self.words.get(*number) != Some(rect));
        let come = self.words.iter().enumerate().filter(|(number, rect)| before.get(*number) != Some(rect));
        gone.clone().for_each(|(number, rect)| self.field.remove(WORDS + number, *rect));
        come.clone().for_each(|(number, rect)| self.field.put(WORDS + number, *rect));
        gone.chain(come).map(|(_, rect)| *rect).collect()
    }

    /// What lines keep off.
    pub(super) fn field(&self) -> &Field {
        &self.field
    }

    /// Hands each card that reaches into an area to `found`, with its number and box.
    pub(super) fn cards_in(&self, area: Rect, found: &mut dyn FnMut(usize, Rect)) {
        self.field.each(area, &mut |number, rect| {
            if number < WORDS {
                found(number, rect);
            }
        });
    }

    /// Hands each part that reaches into an area to `found`, with its box: arrows, then cards.
    pub(super) fn within(&self, area: Rect, mut found: impl FnMut(Part, Rect)) {
        within(&self.arrows.levels, area, &mut found);
        self.cards_in(area, &mut |card, rect| found(Part::Card(card), rect));
    }

    /// A box that holds everything; `None` where there is nothing.
    pub(super) fn bounds(&self) -> Option<Rect> {
        let all = self.extent.all().union(self.arrows.extent.all());
        (!all.is_negative()).then_some(all)
    }

    /// A box that holds all cards but some; `None` where there are no others.
    pub(super) fn cards_without(&self, some: &BTreeSet<usize>) -> Option<Rect> {
        let rest = self.extent.without(some);
        (!rest.is_negative()).then_some(rest)
    }
}

fn within(levels: &Levels, area: Rect, found: &mut impl FnMut(Part, Rect)) {
    let mut look =
        |list: &[(Part, Rect)]| list.iter().filter(|(_, rect)| rect.intersects(area)).for_each(|(part, rect)| found(*part, *rect));
    for (level, squares) in levels {
        let reach = side(*level) / 2.0;
        let (low, high) =
            (square_of(*level, area.min - emath::vec2(reach, reach)), square_of(*level, area.max + emath::vec2(reach, reach)));
        let count = |low: i32, high: i32| (i64::from(high) - i64::from(low) + 1).max(0);
        if count(low.0, high.0).saturating_mul(count(low.1, high.1)) > squares.len() as i64 {
            squares.values().for_each(|list| look(list));
            continue;
        }
        for x in low.0..=high.0 {
            for y in low.1..=high.1 {
                if let Some(list) = squares.get(&(x, y)) {
                    look(list);
                }
            }
        }
    }
}

fn side(level: i32) -> f32 {
    2f32.powi(level)
}

fn square_of(level: i32, pos: Pos2) -> (i32, i32) {
    let pos = pos / side(level);
    (pos.x.floor() as i32, pos.y.floor() as i32)
}

fn home(rect: Rect) -> (i32, (i32, i32)) {
    let width = rect.width().max(rect.height()).max(1.0);
    let level = (width.log2().ceil() as i32).clamp(SMALLEST, LARGEST);
    (level, square_of(level, rect.center()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;
    use emath::{pos2, vec2};

    #[test]
    fn parts_are_found_where_they_reach() {
        let mut rng = Rng::new(4);
        let mut number = |range: usize| rng.below(range) as f32 - range as f32 / 2.0;
        let mut rects: Vec<Rect> = (0..400)
            .map(|i| {
                let size = if i % 9 == 0 { vec2(9_000.0, 50.0) } else { vec2(200.0, 90.0) };
                Rect::from_center_size(pos2(number(20_000), number(20_000)), size)
            })
            .collect();
        rects.push(Rect::from_min_max(pos2(-2e9, -2e9), pos2(2e9, 2e9)));
        let mut places = Places::default();
        // Each stands elsewhere first.
        rects.iter().enumerate().for_each(|(i, rect)| places.put(Part::Card(i), rect.translate(vec2(700.0, 0.0))));
        rects.iter().enumerate().for_each(|(i, rect)| places.put(Part::Card(i), *rect));
        let gone = |i: usize| i % 7 == 3;
        for i in (0..rects.len()).filter(|i| gone(*i)) {
            places.remove(Part::Card(i));
        }
        let some: BTreeSet<usize> = (0..rects.len()).filter(|i| i % 5 == 0).collect();
        let around = |left_out: &dyn Fn(usize) -> bool| {
            rects.iter().enumerate().filter(|(i, _)| !gone(*i) && !left_out(*i)).map(|(_, rect)| *rect).reduce(Rect::union)
        };
        assert_eq!(places.bounds(), around(&|_| false));
        assert_eq!(places.cards_without(&some), around(&|i| some.contains(&i)));
        for size in [10.0, 1_000.0, 30_000.0, 1e10] {
            let area = Rect::from_center_size(pos2(number(9_000), number(9_000)), vec2(size, size));
            let mut found = Vec::new();
            places.within(area, |part, _| found.push(part));
            found.sort_unstable();
            let expected: Vec<Part> =
                rects.iter().enumerate().filter(|(i, rect)| !gone(*i) && rect.intersects(area)).map(|(i, _)| Part::Card(i)).collect();
            assert_eq!(found, expected);
            let mut count = 0;
            places.cards_in(area, &mut |_, _| count += 1);
            assert_eq!(count, expected.len());
        }
    }
}
