//! Places for a few new claims, with a look at their surroundings alone: in a large map a claim appears at once where it belongs.

use std::collections::{BTreeMap, BTreeSet};

use emath::{Pos2, Rect, Vec2};

use crate::base::{NodeId, ViewId};
use crate::layout::GAP;
use crate::layout::aside::{Near, Placed, place_new};
use crate::layout::request::card_of;
use crate::model::{ArgumentMap, Placement, Side};

/// With more new claims than this it is work for a layout of everything.
const MAX_NEW: usize = 24;
/// A new claim goes beside the last of its siblings unless that is farther than this from what they bear on, in map units.
const FAR: f32 = 1500.0;
/// Levels matter more than columns: a step up or down is worth as many sideways.
const UPRIGHT: f32 = 3.0;
/// Between a claim and its reasons.
const STEP: f32 = 2.0 * GAP;
/// Gap kept before rounding to whole numbers, which may take 1 of it.
const CLEARANCE: f32 = GAP + 1.0;

/// What stands around new claims.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The box of a claim or of a relation's handle.
    pub rect_of: &'a dyn Fn(NodeId) -> Option<Rect>,
    /// The claims in an area that have a place.
    pub near: Near<'a, NodeId>,
    /// A box around all that has a place.
    pub bounds: Option<Rect>,
}

/// Finds places for claims that have none, beside what they are linked with. Other claims may stand there already, unless these are linked
/// with them or held: where nothing is free near by, they are to step aside. `None` where that takes a layout: there are too many, or some
/// are linked with nothing that has a place.
pub fn place_nearby(
    map: &ArgumentMap,
    view: ViewId,
    new: &BTreeSet<NodeId>,
    size_of: &dyn Fn(NodeId) -> Vec2,
    around: Surroundings<'_>,
) -> Option<Vec<(NodeId, Placement)>> {
    if new.is_empty() || new.len() > MAX_NEW {
        return None;
    }
    let side = map.views().get(&view).map_or(Side::Below, |view| view.side);
    let mut ground = Ground { map, new, side, around, done: BTreeMap::new() };
    while ground.done.len() < new.len() {
        let open = new.iter().filter(|id| !ground.done.contains_key(id));
        let (id, wish) = open.into_iter().find_map(|id| Some((*id, ground.wish(*id, size_of(*id))?)))?;
        let rect = ground.free(id, Rect::from_center_size(wish, size_of(id)));
        ground.done.insert(id, rect);
    }
    let place = |(id, rect): (NodeId, Rect)| (id, Placement { x: rect.center().x as i32, y: rect.center().y as i32, pinned: false });
    Some(ground.done.into_iter().map(place).collect())
}

/// A direction in which reasons stand, as axes: along it and across.
#[derive(Clone, Copy)]
struct Frame {
    along: Vec2,
    across: Vec2,
}

impl Frame {
    fn of(side: Side) -> Self {
        let (along, across) = match side {
            Side::Below => (Vec2::DOWN, Vec2::RIGHT),
            Side::Above => (Vec2::UP, Vec2::RIGHT),
            Side::Left => (Vec2::LEFT, Vec2::DOWN),
            Side::Right => (Vec2::RIGHT, Vec2::DOWN),
        };
        Self { along, across }
    }

    /// Half of a size along a unit vector.
    fn half(size: Vec2, axis: Vec2) -> f32 {
        (size.x * axis.x).abs().max((size.y * axis.y).abs()) / 2.0
    }

    /// Next to a box in a direction.
    fn next_to(rect: Rect, size: Vec2, axis: Vec2, gap: f32) -> Pos2 {
        rect.center() + axis * (Self::half(rect.size(), axis) + Self::half(size, axis) + gap)
    }

    /// Across next to a box, with the edges in line that are towards what both bear on.
    fn beside(&self, rect: Rect, size: Vec2) -> Pos2 {
        let at = Self::next_to(rect, size, self.across, CLEARANCE);
        at + self.along * (Self::half(size, self.along) - Self::half(rect.size(), self.along))
    }
}

struct Ground<'a> {
    map: &'a ArgumentMap,
    new: &'a BTreeSet<NodeId>,
    side: Side,
    around: Surroundings<'a>,
    /// The new claims that have found their places.
    done: BTreeMap<NodeId, Rect>,
}

impl Ground<'_> {
    /// Where the card of a node is, if it is anywhere yet. A handle is only where all its ends are.
    fn rect(&self, node: NodeId) -> Option<Rect> {
        let card = card_of(self.map, node)?;
        if self.new.contains(&card) {
            return self.done.get(&card).copied();
        }
        let mut ends = self.map.premises(card).into_iter().chain(self.map.target(card));
        if ends.any(|end| card_of(self.map, end).is_some_and(|end| self.new.contains(&end))) {
            return None;
        }
        (self.around.rect_of)(card)
    }

    /// Where a claim would best be, were it not for what is there: the mean of the places that its links ask for. What is linked with nothing
    /// comes below everything.
    fn wish(&self, id: NodeId, size: Vec2) -> Option<Pos2> {
        let frame = Frame::of(self.side);
        let (from, on) = (self.map.relations_from(id), self.map.relations_on(id));
        if from.is_empty() && on.is_empty() {
            let bounds = self.around.bounds?;
            return Some(bounds.left_bottom() + Vec2::new(size.x / 2.0, size.y / 2.0 + STEP));
        }
        let mut wishes: Vec<Vec2> = Vec::new();
        for relation in &from {
            wishes.extend(self.as_premise(id, *relation, size, frame).map(Pos2::to_vec2));
        }
        for relation in on {
            let premises: Vec<Rect> = self.map.premises(relation).into_iter().filter_map(|premise| self.rect(premise)).collect();
            if let Some(all) = premises.iter().copied().reduce(Rect::union) {
                wishes.push(Frame::next_to(all, size, -frame.along, STEP).to_vec2());
            }
        }
        let sum = wishes.iter().fold(Vec2::ZERO, |sum, wish| sum + *wish);
        (!wishes.is_empty()).then(|| (sum / wishes.len() as f32).to_pos2())
    }

    /// The place of a premise: beside the last of those that join it, else beside the last of what bears on the same, else right below that.
    fn as_premise(&self, id: NodeId, relation: NodeId, size: Vec2, frame: Frame) -> Option<Pos2> {
        let map = self.map;
        let last = |rects: &mut dyn Iterator<Item = Rect>| {
            let end = |rect: &Rect| rect.center().to_vec2().dot(frame.across);
            rects.max_by(|a, b| end(a).total_cmp(&end(b)))
        };
        let joined = map.premises(relation).into_iter().filter(|premise| *premise != id);
        if let Some(last) = last(&mut joined.filter_map(|premise| self.rect(premise))) {
            return Some(frame.beside(last, size));
        }
        let target = map.target(relation)?;
        let rect = self.rect(target)?;
        if map.relation(target).is_some() {
            return Some(Frame::next_to(rect, size, frame.across, STEP));
        }
        let away = |other: &Rect| other.center() - rect.center();
        let others = map.relations_on(target).into_iter().filter(|other| *other != relation).flat_map(|other| map.premises(other));
        let mut below = others.filter_map(|premise| self.rect(premise)).filter(|other| away(other).dot(frame.along) > 0.0);
        match last(&mut below).filter(|last| away(last).dot(frame.across).abs() < FAR) {
            Some(last) => Some(frame.beside(last, size)),
            None => Some(Frame::next_to(rect, size, frame.along, STEP)),
        }
    }

    /// The box of a claim where there is room, or will be.
    fn free(&self, id: NodeId, rect: Rect) -> Rect {
        let map = self.map;
        let linked: BTreeSet<NodeId> = map
            .relations_from(id)
            .into_iter()
            .chain(map.relations_on(id))
            .flat_map(|relation| map.premises(relation).into_iter().chain(map.target(relation)))
            .filter_map(|end| card_of(map, end))
            .collect();
        let near = |area: Rect, found: &mut dyn FnMut(Placed<NodeId>)| {
            (self.around.near)(area, &mut |b| found(Placed { held: b.held || linked.contains(&b.id), ..b }));
            let done = self.done.iter().filter(|(_, rect)| rect.intersects(area));
            done.for_each(|(id, rect)| found(Placed { id: *id, rect: *rect, held: true }));
        };
        let frame = Frame::of(self.side);
        let weights = Vec2::splat(1.0) + (UPRIGHT - 1.0) * frame.along.abs();
        let at = place_new(&Placed { id, rect: Rect::from_center_size(rect.center().round(), rect.size()), held: false }, weights, &near);
        Rect::from_center_size(at, rect.size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::step_aside;
    use crate::model::{MapBuilder, View};

    const SIZE: Vec2 = Vec2::new(240.0, 80.0);

    fn boxed(place: Placement) -> Rect {
        Rect::from_center_size(Pos2::new(place.x as f32, place.y as f32), SIZE)
    }

    /// A map of rows of claims, and what becomes of new ones: their places, and the places of those that step aside.
    fn placed(side: Side, gaps: (i32, i32), add: &dyn Fn(&mut MapBuilder, &[NodeId]) -> Vec<NodeId>) -> Option<[Vec<(NodeId, Rect)>; 2]> {
        let mut b = MapBuilder::new(1);
        b.view(ViewId::main(), View { side, ..View::default() });
        let claims: Vec<NodeId> = (0..400).map(|i| b.claim(format!("{i}"))).collect();
        for (i, id) in claims.iter().enumerate() {
            let (x, y) = ((i % 20) as i32 * (240 + gaps.0), (i / 20) as i32 * (80 + gaps.1));
            b.place(ViewId::main(), *id, Placement { x, y, pinned: i == 231 });
        }
        for pair in claims.windows(2) {
            b.support(&pair[..1], pair[1]);
        }
        let new: BTreeSet<NodeId> = add(&mut b, &claims).into_iter().collect();
        let map = b.finish();
        let card = |id: NodeId| map.placement(ViewId::main(), id).map(boxed);
        let handle = |id: NodeId| Some(card(*map.premises(id).first()?)?.center().lerp(card(map.target(id)?)?.center(), 0.5));
        let rect_of = |id: NodeId| card(id).or_else(|| Some(Rect::from_center_size(handle(id)?, Vec2::splat(40.0))));
        let near = |area: Rect, found: &mut dyn FnMut(Placed<NodeId>)| {
            let all = claims.iter().filter_map(|id| Some((*id, map.placement(ViewId::main(), *id)?)));
            let all = all.map(|(id, place)| Placed { id, rect: boxed(place), held: place.pinned });
            all.filter(|b| b.rect.intersects(area)).for_each(found);
        };
        let bounds = claims.iter().filter_map(|id| rect_of(*id)).reduce(Rect::union);
        let around = Surroundings { rect_of: &rect_of, near: &near, bounds };
        let found = place_nearby(&map, ViewId::main(), &new, &|_| SIZE, around)?;
        let found: Vec<(NodeId, Rect)> = found.into_iter().map(|(id, place)| (id, boxed(place))).collect();
        let changed: Vec<Placed<NodeId>> = found.iter().map(|(id, rect)| Placed { id: *id, rect: *rect, held: true }).collect();
        let moved = step_aside(&changed, &near).into_iter().map(|(id, at)| (id, Rect::from_center_size(at, SIZE))).collect::<Vec<_>>();
        let there = |id: &NodeId| moved.iter().find(|(moved, _)| moved == id).map(|(_, rect)| *rect).or_else(|| rect_of(*id));
        for (id, rect) in &found {
            let others = claims.iter().chain(&new).filter(|other| *other != id);
            let near = others.filter_map(|other| there(other).or_else(|| found.iter().find(|f| f.0 == *other).map(|f| f.1)));
            assert_eq!(near.filter(|other| other.expand(GAP / 4.0 - 1.0).intersects(*rect)).count(), 0, "{rect}");
        }
        Some([found, moved])
    }

    #[test]
    fn new_claims_stand_by_what_they_bear_on() {
        for side in Side::ALL.iter().copied() {
            for gaps in [(300, 140), (40, 40)] {
                let add = |b: &mut MapBuilder, claims: &[NodeId]| {
                    let (reason, undercut, further) = (b.claim("New"), b.claim("Undercut"), b.claim("On the new one alone"));
                    b.rebut(&[reason], claims[210]);
                    let step = b.map().relations_on(claims[211])[0];
                    b.rebut(&[undercut], step);
                    b.support(&[further], reason);
                    vec![reason, undercut, further]
                };
                let Some([found, moved]) = placed(side, gaps, &add) else { panic!("no places") };
                let target = Rect::from_center_size(Pos2::new(10.0 * (240.0 + gaps.0 as f32), 10.0 * (80.0 + gaps.1 as f32)), SIZE);
                assert!(found.iter().all(|(_, rect)| rect.center().distance(target.center()) < 1_400.0), "{side:?} {gaps:?} {found:?}");
                assert!(moved.len() <= 12, "{side:?} {gaps:?} {moved:?}");
            }
        }
    }

    #[test]
    fn what_is_linked_with_nothing_comes_below_and_what_has_no_way_out_waits() {
        let add = |b: &mut MapBuilder, _: &[NodeId]| vec![b.claim("Alone")];
        let Some([found, moved]) = placed(Side::Below, (40, 40), &add) else { panic!("no place") };
        assert!(found[0].1.top() > 19.0 * 120.0 + 40.0 && moved.is_empty(), "{found:?}");
        let add = |b: &mut MapBuilder, _: &[NodeId]| {
            let (one, other) = (b.claim("One"), b.claim("Other"));
            b.support(&[one], other);
            vec![one, other]
        };
        assert_eq!(placed(Side::Below, (40, 40), &add), None);
    }
}
