//! Ways around cards: from corner to corner of what is in the way, the short ones with few bends first.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::BuildHasherDefault;

use emath::{Pos2, Rect, Vec2};

use super::field::Mixed;
use super::ground::{Block, Ground, Spared, kept_off};

/// Lines keep off cards by this much.
pub(super) const CLEARANCE: f32 = 6.0;
/// Ways run around a corner at this distance where there is room, else at the other.
const MARGINS: [f32; 2] = [12.0, 7.5];
/// What a bend costs, and a full turn in addition, as a length.
const BEND: f32 = 24.0;
const TURN: f32 = 36.0;
/// Corners looked at before the search is given up, and how many more for each unit of the way. Few searches come near it: a line that gives up
/// runs through all that is in its way.
const MAX_STEPS: usize = 1600;
const STEPS: f32 = 1.0 / 100.0;
/// Cards looked at from one corner, and on long ways.
const MAX_LOOKED_AT: usize = 6;
const FEW_LOOKED_AT: usize = 2;
/// The longer the way, the more a search that leads straight on is preferred to the very shortest way.
const HASTE: f32 = 1.0 / 4000.0;
const MAX_HASTE: f32 = 0.5;
/// From this length on a search goes ahead nearly all the time.
const LONG: f32 = 6000.0;
const LONG_HASTE: f32 = 3.0;

struct Corner {
    at: Pos2,
    cost: f32,
    before: Option<usize>,
    /// In which direction the way comes to it.
    along: Vec2,
    done: bool,
}

struct Search<'a, 'b> {
    ground: &'a Ground<'b>,
    spared: Vec<Spared>,
    wide: f32,
    goal: Pos2,
    haste: f32,
    looked_at: usize,
    corners: Vec<Corner>,
    /// Corners by card, `None` where there is no room at a corner.
    known: HashMap<(usize, usize), Option<usize>, BuildHasherDefault<Mixed>>,
    open: BinaryHeap<Reverse<(u32, usize)>>,
    goal_cost: f32,
    before_goal: Option<usize>,
}

/// The points around which a way leads past all cards but those left out; none where the straight line does. `None` where no way
/// was found. `wide` is kept off corners in addition, where there is room.
pub(super) fn detour(ground: &Ground<'_>, from: Pos2, to: Pos2, left_out: &[usize], wide: f32) -> Option<Vec<Pos2>> {
    let mut spared: Vec<Spared> = left_out.iter().map(|card| (*card, None)).collect();
    if ground.first_on(from, to, CLEARANCE, &spared).is_none() {
        return Some(Vec::new());
    }
    // What an end stands on cannot be kept off; what it stands beside, less than other cards.
    for end in [from, to] {
        ground.each(Rect::from_center_size(end, Vec2::splat(2.0 * CLEARANCE)), &mut |card, rect| {
            let distance = rect.distance_to_pos(end);
            if distance < CLEARANCE && kept_off(card, CLEARANCE, &spared).is_some() {
                spared.retain(|(other, _)| *other != card);
                spared.push((card, (distance > 0.0).then_some(0.8 * distance)));
            }
        });
    }
    let length = from.distance(to);
    let haste = 1.0 + if length < LONG { (length * HASTE).min(MAX_HASTE) } else { LONG_HASTE };
    let mut search = Search {
        ground,
        spared,
        wide,
        goal: to,
        haste,
        looked_at: if length < LONG { MAX_LOOKED_AT } else { FEW_LOOKED_AT },
        corners: vec![Corner { at: from, cost: 0.0, before: None, along: Vec2::ZERO, done: false }],
        known: HashMap::default(),
        open: BinaryHeap::new(),
        goal_cost: f32::INFINITY,
        before_goal: None,
    };
    search.open.push(Reverse((0, 0)));
    search.run();
    if search.before_goal.is_none() && wide > 0.0 {
        // A way far out may begin where nothing leads.
        return detour(ground, from, to, left_out, 0.0);
    }
    let mut way = Vec::new();
    let mut next = search.before_goal;
    while let Some(corner) = next.and_then(|index| search.corners.get(index)) {
        way.push(corner.at);
        next = corner.before;
    }
    // The last one is the start.
    way.pop()?;
    way.reverse();
    Some(search.pulled(from, way))
}

/// Which corners of a box it does not hide from a point, in the order of [`Search::corner`]: those of the edges that face it.
fn seen_from(at: Pos2, rect: Rect) -> [bool; 4] {
    let (left, right) = (at.x < rect.left(), at.x > rect.right());
    let (above, below) = (at.y < rect.top(), at.y > rect.bottom());
    let seen = [left || above, right || above, right || below, left || below];
    if seen == [false; 4] { [true; 4] } else { seen }
}

impl Search<'_, '_> {
    fn run(&mut self) {
        let length = self.corners.first().map_or(0.0, |start| start.at.distance(self.goal));
        for _ in 0..MAX_STEPS + (length * STEPS) as usize {
            let Some(Reverse((estimate, index))) = self.open.pop() else { return };
            if f32::from_bits(estimate) >= self.goal_cost {
                return;
            }
            match self.corners.get_mut(index) {
                Some(corner) if !corner.done => corner.done = true,
                Some(_) | None => continue,
            }
            self.look_around(index);
        }
    }

    fn look_around(&mut self, index: usize) {
        let Some(at) = self.corners.get(index).map(|corner| corner.at) else { return };
        let Some(block) = self.first_on(at, self.goal) else {
            let (cost, _) = self.cost(index, self.goal);
            if cost < self.goal_cost {
                (self.goal_cost, self.before_goal) = (cost, Some(index));
            }
            return;
        };
        let mut blocks: Vec<Block> = vec![block];
        let mut next = 0;
        while let Some(block) = blocks.get(next).copied() {
            next += 1;
            for (side, _) in seen_from(at, block.rect).iter().enumerate().filter(|(_, seen)| **seen) {
                let Some(corner) = self.corner(block, side) else { continue };
                let Some(to) = self.corners.get(corner).filter(|corner| !corner.done).map(|corner| corner.at) else { continue };
                match self.first_on(at, to) {
                    None => self.reach(corner, to, index),
                    Some(other) if blocks.len() < self.looked_at && blocks.iter().all(|block| block.card != other.card) => {
                        blocks.push(other)
                    }
                    Some(_) => {}
                }
            }
        }
    }

    fn reach(&mut self, number: usize, at: Pos2, from: usize) {
        let (cost, along) = self.cost(from, at);
        let estimate = cost + self.haste * (self.goal - at).length_sq().sqrt();
        if let Some(corner) = self.corners.get_mut(number).filter(|corner| cost < corner.cost) {
            (corner.cost, corner.before, corner.along) = (cost, Some(from), along);
            // Bits of positive numbers are in their order.
            self.open.push(Reverse((estimate.max(0.0).to_bits(), number)));
        }
    }

    /// What it costs to come to a point by way of a corner, and in which direction the way comes there.
    fn cost(&self, from: usize, to: Pos2) -> (f32, Vec2) {
        let Some(corner) = self.corners.get(from) else { return (f32::INFINITY, Vec2::ZERO) };
        let way = to - corner.at;
        // What `Vec2::length` asks of a library that differs between systems.
        let length = way.length_sq().sqrt();
        let along = if length > 0.0 { way / length } else { Vec2::ZERO };
        let bend = if corner.before.is_some() { BEND + TURN * (1.0 - corner.along.dot(along)) } else { 0.0 };
        (corner.cost + length + bend, along)
    }

    fn first_on(&self, from: Pos2, to: Pos2) -> Option<Block> {
        self.ground.first_on(from, to, CLEARANCE, &self.spared)
    }

    /// A corner of a card, where there is room around it.
    fn corner(&mut self, block: Block, side: usize) -> Option<usize> {
        if let Some(known) = self.known.get(&(block.card, side)) {
            return *known;
        }
        let place = |margin: f32| {
            let rect = block.rect.expand(margin);
            [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()][side % 4]
        };
        let is_free = |at: &Pos2| self.ground.is_free(*at, CLEARANCE, &self.spared);
        // Not beyond what stands beside the corner: another way leads there.
        let wide = place(MARGINS[0] + self.wide);
        let beyond = |near: Pos2| (self.wide > 0.0 && is_free(&wide) && self.first_on(near, wide).is_none()).then_some(wide);
        let corner = MARGINS.map(place).into_iter().find(is_free).map(|near| Corner {
            at: beyond(near).unwrap_or(near),
            cost: f32::INFINITY,
            before: None,
            along: Vec2::ZERO,
            done: false,
        });
        let corner = corner.map(|corner| {
            self.corners.push(corner);
            self.corners.len() - 1
        });
        self.known.insert((block.card, side), corner);
        corner
    }

    /// The way without points that can be left out.
    fn pulled(&self, from: Pos2, way: Vec<Pos2>) -> Vec<Pos2> {
        let mut pulled: Vec<Pos2> = Vec::with_capacity(way.len());
        for (i, at) in way.iter().enumerate() {
            let before = pulled.last().copied().unwrap_or(from);
            let after = way.get(i + 1).copied().unwrap_or(self.goal);
            if self.first_on(before, after).is_some() {
                pulled.push(*at);
            }
        }
        pulled
    }
}
