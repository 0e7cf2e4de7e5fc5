//! Room for a box that was added, dragged or has grown, in a drawing without overlaps: what is in its way steps aside, the rest stays.
//!
//! Boxes settle one after the other, in a wave from what was changed. A box that settles looks for the nearest free place; boxes that have not
//! settled count as being in the way only where that costs little, else they settle next. So every box moves once at most, and this ends.

use std::collections::{BTreeMap, VecDeque};

use emath::{Pos2, Rect, Vec2};

use crate::layout::GAP;

/// A box in a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed<K> {
    /// Its name.
    pub id: K,
    /// Where it is.
    pub rect: Rect,
    /// Must not move.
    pub held: bool,
}

/// Hands each box that reaches into an area to a function, as the drawing was before; it may also name the changed ones.
pub type Near<'a, K> = &'a dyn Fn(Rect, &mut dyn FnMut(Placed<K>));

/// How much farther a box may go to a place where nothing else must move, and how far at least. The more have moved already, the farther:
/// a wave must not run through the whole drawing.
const DETOUR: f32 = 1.5;
const HANDFUL: usize = 8;
const SHORT: f32 = 3.0 * GAP;
/// The same for a new box, which nobody has seen anywhere yet.
const SHORT_OF_NEW: f32 = 40.0 * GAP;
/// Boxes that a hand put closer together than layouts do may stay so as long as they are not nearer than this.
const TOUCH: f32 = GAP / 4.0;
/// So much clear of the gap lest rounding bring two boxes too close.
const CLEARANCE: f32 = GAP + 1.0;
/// Unit vectors in which a free place is looked for.
const DIRECTIONS: [(f32, f32); 8] = {
    const D: f32 = std::f32::consts::FRAC_1_SQRT_2;
    [(0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (D, D), (-D, D), (D, -D), (-D, -D)]
};

/// Which boxes move, and where their centres go, in whole numbers, so that nothing is in the way of the `changed` boxes, which stay.
/// What moves comes no nearer than [`GAP`] to anything.
pub fn step_aside<K: Copy + Ord>(changed: &[Placed<K>], near: Near<'_, K>) -> Vec<(K, Pos2)> {
    let settled = changed.iter().map(|b| (b.id, b.rect)).collect();
    let mut wave = Wave { settled, waiting: VecDeque::new(), near, weights: Vec2::splat(1.0), short: SHORT };
    let mut moved: BTreeMap<K, Pos2> = BTreeMap::new();
    for b in changed {
        wave.disturb(b.rect, TOUCH);
    }
    while let Some(b) = wave.waiting.pop_front() {
        if wave.settled.contains_key(&b.id) {
            continue;
        }
        let at = wave.place_for(&b, moved.len());
        let rect = Rect::from_center_size(at, b.rect.size());
        wave.settled.insert(b.id, rect);
        if at != b.rect.center() {
            moved.insert(b.id, at);
            wave.disturb(rect, GAP);
        }
    }
    moved.into_iter().collect()
}

/// The place for a new box near where it is: clear of all others where that is not far away, else of the held ones alone: the others will
/// step aside. `weights` say how much a step along each axis matters.
pub(in crate::layout) fn place_new<K: Copy + Ord>(new: &Placed<K>, weights: Vec2, near: Near<'_, K>) -> Pos2 {
    Wave { settled: BTreeMap::new(), waiting: VecDeque::new(), near, weights, short: SHORT_OF_NEW }.place_for(new, 0)
}

/// How far boxes are to go together so that none of them is nearer than [`GAP`] to another box.
pub(in crate::layout) fn free_shift<K: Copy>(block: &[Rect], near: Near<'_, K>) -> Vec2 {
    let mut best = (f32::INFINITY, Vec2::ZERO);
    for (x, y) in DIRECTIONS {
        let mut way = 0.0;
        while way < best.0 {
            let shift = (Vec2::new(x, y) * way).round();
            let mut past = None::<f32>;
            for rect in block {
                let there = rect.translate(shift);
                near(there.expand(CLEARANCE), &mut |other| {
                    if are_close(other.rect, there, GAP) {
                        let way = way_past(other.rect, rect.center(), rect.size(), (x, y));
                        past = Some(past.map_or(way, |past| past.max(way)));
                    }
                });
            }
            match past {
                None => best = (way, shift),
                // Each step leaves one box behind, so this ends.
                Some(past) => way = past.max(way + 1.0),
            }
        }
    }
    best.1
}

struct Wave<'a, K> {
    /// Where boxes are that move no more.
    settled: BTreeMap<K, Rect>,
    waiting: VecDeque<Placed<K>>,
    near: Near<'a, K>,
    weights: Vec2,
    /// How far it may be in any case to a place where nothing else must move.
    short: f32,
}

impl<K: Copy + Ord> Wave<'_, K> {
    /// What may move and is too close to a settled box settles next.
    fn disturb(&mut self, rect: Rect, gap: f32) {
        let mut close = Vec::new();
        (self.near)(rect.expand(CLEARANCE), &mut |b| {
            if !b.held && are_close(b.rect, rect, gap) && !self.settled.contains_key(&b.id) {
                close.push(b);
            }
        });
        // In whatever order they were found.
        close.sort_by_key(|b| b.id);
        self.waiting.extend(close);
    }

    /// The nearest place clear of all that is settled or held; clear of everything where that is hardly farther.
    fn place_for(&self, b: &Placed<K>, moved: usize) -> Pos2 {
        let (way, among_settled) = self.nearest(b, false, f32::INFINITY).unwrap_or((0.0, b.rect.center()));
        let detour = if moved < HANDFUL { libm::powf(DETOUR, 1.0 + moved as f32) } else { f32::INFINITY };
        let enough = (detour * way).max(self.short);
        self.nearest(b, true, enough).map_or(among_settled, |(_, at)| at)
    }

    /// The nearest place within reach and how far it is.
    fn nearest(&self, b: &Placed<K>, all: bool, reach: f32) -> Option<(f32, Pos2)> {
        let wish = b.rect.center();
        let mut best = None;
        let mut reach = reach;
        for (x, y) in DIRECTIONS {
            let weight = (Vec2::new(x, y) * self.weights).length();
            let mut way = 0.0;
            while way * weight < reach {
                let at = (wish + Vec2::new(x, y) * way).round();
                match self.past(b, at, all, (x, y)) {
                    None => {
                        reach = way * weight;
                        best = Some((reach, at));
                    }
                    // Each step leaves one box behind, so this ends.
                    Some(past) => way = past.max(way + 1.0),
                }
            }
            if reach <= 0.0 {
                break;
            }
        }
        best
    }

    /// How far the box must go in a direction to be past all that is in its way at a place; `None` where nothing is.
    fn past(&self, b: &Placed<K>, at: Pos2, all: bool, direction: (f32, f32)) -> Option<f32> {
        let (rect, mut past) = (Rect::from_center_size(at, b.rect.size()), None::<f32>);
        let mut note = |other: Rect| {
            if are_close(other, rect, GAP) {
                let way = way_past(other, b.rect.center(), b.rect.size(), direction);
                past = Some(past.map_or(way, |past| past.max(way)));
            }
        };
        // The settled ones that have moved are few; those that have not are also found by their places.
        self.settled.iter().filter(|(id, _)| **id != b.id).for_each(|(_, other)| note(*other));
        (self.near)(rect.expand(CLEARANCE), &mut |other| {
            if other.id != b.id && (all || other.held) && !self.settled.contains_key(&other.id) {
                note(other.rect);
            }
        });
        past
    }
}

fn are_close(a: Rect, b: Rect, gap: f32) -> bool {
    let d = a.center() - b.center();
    let reach = (a.size() + b.size()) / 2.0 + Vec2::splat(gap);
    d.x.abs() < reach.x && d.y.abs() < reach.y
}

/// How far to go from `wish` until the box is a gap away from another.
fn way_past(other: Rect, wish: Pos2, size: Vec2, (x, y): (f32, f32)) -> f32 {
    let reach = (other.size() + size) / 2.0 + Vec2::splat(CLEARANCE);
    let along = |direction: f32, wish: f32, at: f32, reach: f32| {
        if direction == 0.0 { f32::INFINITY } else { (at + reach.copysign(direction) - wish) / direction }
    };
    along(x, wish.x, other.center().x, reach.x).min(along(y, wish.y, other.center().y, reach.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;

    /// A drawing of boxes in rows, every tenth held.
    fn drawing(rng: &mut Rng) -> Vec<Placed<usize>> {
        let mut boxes = Vec::new();
        for row in 0..30 {
            let mut x = 0.0;
            for _ in 0..30 {
                let size = Vec2::new(120.0 + rng.below(120) as f32, 40.0 + rng.below(80) as f32);
                x += size.x / 2.0 + GAP + 1.0 + rng.below(90) as f32;
                let rect = Rect::from_center_size(Pos2::new(x, row as f32 * 170.0).round(), size);
                boxes.push(Placed { id: boxes.len(), rect, held: rng.below(10) == 0 });
                x += size.x / 2.0;
            }
        }
        boxes
    }

    #[test]
    fn a_handful_moves_and_nothing_comes_too_close() {
        let mut rng = Rng::new(5);
        let mut counts = Vec::new();
        for _ in 0..60 {
            let mut boxes = drawing(&mut rng);
            let i = rng.below(boxes.len());
            let at = Pos2::new(rng.unit() as f32 * 6000.0, rng.unit() as f32 * 5000.0).round();
            let rect = Rect::from_center_size(at, boxes[i].rect.size() * 1.3);
            let changed = Placed { id: i, rect, held: false };
            let moved = step_aside(&[changed], &|area, found| boxes.iter().filter(|b| b.rect.intersects(area)).copied().for_each(found));
            counts.push(moved.len());
            let held: Vec<usize> = boxes.iter().filter(|b| b.held && b.id != i).map(|b| b.id).collect();
            assert!(moved.iter().all(|(id, _)| !held.contains(id) && *id != i));
            boxes[i].rect = rect;
            for (id, at) in moved {
                assert_eq!(at, at.round());
                boxes[id].rect = Rect::from_center_size(at, boxes[id].rect.size());
            }
            for a in &boxes {
                for b in boxes.iter().take(a.id) {
                    let both_stay = |k: &Placed<usize>| k.held || k.id == i;
                    let gap = if a.id == i || b.id == i { TOUCH } else { GAP };
                    assert!((both_stay(a) && both_stay(b)) || !are_close(a.rect, b.rect, gap), "{a:?} and {b:?}");
                }
            }
        }
        counts.sort_unstable();
        assert!(counts[30] <= 6 && counts[57] <= 12, "{counts:?}");
    }

    #[test]
    fn where_there_is_room_nothing_moves() {
        let far = Placed { id: 1, rect: Rect::from_center_size(Pos2::new(500.0, 0.0), Vec2::splat(50.0)), held: false };
        let new = Placed { id: 0, rect: Rect::from_center_size(Pos2::ZERO, Vec2::splat(50.0)), held: false };
        assert!(step_aside(&[new], &|area, found| [far].into_iter().filter(|b| b.rect.intersects(area)).for_each(found)).is_empty());
    }
}
