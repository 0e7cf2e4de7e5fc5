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

/// How much farther a box may go to a place where nothing else must move, and how far at least.
const DETOUR: f32 = 1.5;
const SHORT: f32 = 3.0 * GAP;
/// So much clear of the gap lest rounding bring two boxes too close.
const CLEARANCE: f32 = GAP + 1.0;
/// Unit vectors in which a free place is looked for.
const DIRECTIONS: [(f32, f32); 8] = {
    const D: f32 = std::f32::consts::FRAC_1_SQRT_2;
    [(0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (D, D), (-D, D), (D, -D), (-D, -D)]
};

/// Which boxes move, and where their centres go, in whole numbers, so that nothing is nearer than [`GAP`] to the `changed` boxes, which stay.
/// `near` tells which boxes reach into an area, as the drawing was before; it may also name the changed ones.
pub fn step_aside<K: Copy + Ord>(changed: &[Placed<K>], near: &dyn Fn(Rect) -> Vec<Placed<K>>) -> Vec<(K, Pos2)> {
    let mut wave = Wave { settled: changed.iter().map(|b| (b.id, b.rect)).collect(), waiting: VecDeque::new(), near };
    let mut moved: BTreeMap<K, Pos2> = BTreeMap::new();
    for b in changed {
        wave.disturb(b.rect);
    }
    while let Some(b) = wave.waiting.pop_front() {
        if wave.settled.contains_key(&b.id) {
            continue;
        }
        let at = wave.place_for(&b);
        let rect = Rect::from_center_size(at, b.rect.size());
        wave.settled.insert(b.id, rect);
        if at != b.rect.center() {
            moved.insert(b.id, at);
            wave.disturb(rect);
        }
    }
    moved.into_iter().collect()
}

struct Wave<'a, K> {
    /// Where boxes are that move no more.
    settled: BTreeMap<K, Rect>,
    waiting: VecDeque<Placed<K>>,
    near: &'a dyn Fn(Rect) -> Vec<Placed<K>>,
}

impl<K: Copy + Ord> Wave<'_, K> {
    /// What may move and is too close to a settled box settles next.
    fn disturb(&mut self, rect: Rect) {
        let close = (self.near)(rect.expand(CLEARANCE));
        self.waiting.extend(close.into_iter().filter(|b| !b.held && !self.settled.contains_key(&b.id) && are_close(b.rect, rect)));
    }

    /// The nearest place clear of all that is settled or held; clear of everything where that is hardly farther.
    fn place_for(&self, b: &Placed<K>) -> Pos2 {
        let wish = b.rect.center();
        let among_settled = self.nearest(b, false);
        let among_all = self.nearest(b, true);
        let far = |at: Pos2| (at - wish).length_sq();
        if far(among_all) <= (DETOUR * DETOUR * far(among_settled)).max(SHORT * SHORT) { among_all } else { among_settled }
    }

    fn nearest(&self, b: &Placed<K>, all: bool) -> Pos2 {
        let (wish, size) = (b.rect.center(), b.rect.size());
        let mut best = (f32::INFINITY, wish);
        if self.blocker(b, wish, all).is_none() {
            return wish;
        }
        for (x, y) in DIRECTIONS {
            let mut way = 0.0;
            while way < best.0 {
                let at = (wish + Vec2::new(x, y) * way).round();
                match self.blocker(b, at, all) {
                    None => best = (way, at),
                    // Each step leaves one box behind, so this ends.
                    Some(other) => way = way_past(other, wish, size, (x, y)).max(way + 1.0),
                }
            }
        }
        best.1
    }

    /// Something that is in the way of the box at a place.
    fn blocker(&self, b: &Placed<K>, at: Pos2, all: bool) -> Option<Rect> {
        let rect = Rect::from_center_size(at, b.rect.size());
        // The settled ones that have moved are few; those that have not are also found by their places.
        let settled = self.settled.iter().find(|(id, other)| **id != b.id && are_close(**other, rect)).map(|(_, other)| *other);
        settled.or_else(|| {
            let others = (self.near)(rect.expand(CLEARANCE)).into_iter();
            let mut others = others.filter(|o| o.id != b.id && (all || o.held) && !self.settled.contains_key(&o.id));
            others.find(|o| are_close(o.rect, rect)).map(|o| o.rect)
        })
    }
}

fn are_close(a: Rect, b: Rect) -> bool {
    let d = a.center() - b.center();
    let reach = (a.size() + b.size()) / 2.0 + Vec2::splat(GAP);
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
            let moved = step_aside(&[changed], &|area| boxes.iter().filter(|b| b.rect.intersects(area)).copied().collect());
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
                    assert!((both_stay(a) && both_stay(b)) || !are_close(a.rect, b.rect), "{a:?} and {b:?}");
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
        assert!(step_aside(&[new], &|area| [far].into_iter().filter(|b| b.rect.intersects(area)).collect()).is_empty());
    }
}
