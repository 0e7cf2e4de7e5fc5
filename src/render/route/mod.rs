//! Where arrows run: from border to border around cards, apart from each other, finite whatever the positions.
//!
//! First each line is planned: around which corners it runs from centre to centre. From that follows where on a card's border its ends
//! want to stand; the ends on one card make room for each other. Then a smooth path is laid through what is known.

mod anchor;
mod detour;
mod field;
mod fit;
mod ground;
mod join;
mod slots;

use emath::{Pos2, Rect, Vec2, vec2};

use crate::render::{Curve, Path};
use detour::detour;
use fit::smooth;

pub(super) use anchor::{Anchor, Foot, Port, Side, room_on};
pub(super) use field::{Field, Mixed};
pub(super) use ground::{Ground, Watch, comes_into};
pub(super) use slots::{Wish, spread};

/// Space between a line's end and what it ends on.
const CLEARANCE: f32 = 2.0;
/// Lines keep away from corners by this much.
const CORNER: f32 = 12.0;
/// Distance between parallel links.
const PARALLEL: f32 = 26.0;
/// Reaches of the loop by which a node relates to itself, the preferred one first.
const LOOPS: [f32; 3] = [64.0, 46.0, 34.0];
/// How far a curve bows out at most to stay apart from parallel ones.
const MAX_BOW: f32 = 400.0;
/// How much a line heads straight away from the border it starts on, beside the way it has to go.
const UPRIGHT: f32 = 0.8;
/// So much more a line may turn than by another side, to leave by the one that faces what it leads to.
const HOOK: f32 = 0.2;
/// How much the direction in which a line leads in the end matters for its place among others, beside that of its first corner.
const FARTHER: f32 = 1.0e-3;
/// How much farther off corners a line runs for each unit of its length, and at most.
const OUT: f32 = 0.035;
const MAX_OUT: f32 = 24.0;
/// From this length on nobody sees which of them is which, and wide ways are dear to find.
const FAR: f32 = 1_500.0;
/// So far a line runs straight away from a border before it turns.
const LEAVE: f32 = 12.0;
/// Distances below this count as none.
const NEAR: f32 = 0.5;
/// Curves keep off cards by this much where there is room, and where there is little.
const WIDE: f32 = 4.0;
const NARROW: f32 = 1.0;
/// A handle keeps so far from the ends of its line.
const ENDS: f32 = 26.0;
/// So much room is left for a line from a card to a handle.
pub(super) const SEEN: f32 = 26.0;
/// Where on a line a handle stands: so many steps from its middle, the preferred place first; and a step, as a share of its length.
const HANDLES: [i8; 13] = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];
const STEP: f32 = 0.06;
/// What a place may cost at which a handle is told apart from others.
const FAIR: usize = 1;
/// So far apart handles of lines that run together can be told apart.
const APART: f32 = 25.0;

/// A unit vector from `from` to `to`; up where they coincide.
fn direction(from: Pos2, to: Pos2) -> Vec2 {
    let way = to - from;
    if way.length() < NEAR { Vec2::UP } else { way.normalized() }
}

/// What a relation joins, and its place among the links that join the same.
#[derive(Clone, Debug)]
pub(super) struct Joined {
    pub(super) premises: Vec<Foot>,
    pub(super) target: Option<Foot>,
    /// 0 in the middle.
    pub(super) lane: f32,
    /// Whether it runs in the direction by which lanes are counted.
    pub(super) canonical: bool,
    /// Where the handle must stand.
    pub(super) fixed: Option<Pos2>,
    /// The cards from which lines run to the handle: it leaves room for these to be seen.
    pub(super) callers: Vec<usize>,
    /// So many steps from the middle of its line the handle should stand, where it is told apart from others there.
    pub(super) shift: Option<i8>,
}

impl Joined {
    /// Whether a premise is that far from the target.
    pub(super) fn is_longer_than(&self, length: f32) -> bool {
        let from = |target: Pos2| self.premises.iter().any(|premise| (premise.anchor.center() - target).length() > length);
        self.target.as_ref().is_some_and(|target| from(target.anchor.center()))
    }
}

/// Around which corners a relation's lines run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    /// About where the handle will stand.
    pub(super) aim: Pos2,
    /// From each premise to the handle; to the target where there is one premise only.
    pub(super) legs: Vec<Vec<Pos2>>,
    /// From the handle to the target where several lines join.
    pub(super) trunk: Vec<Pos2>,
    /// Where on the borders of cards the ends would like to stand: those of the premises, then that of the target.
    pub(super) sides: Vec<Option<Side>>,
    /// Whether it is one line from its premise to its target.
    pub(super) single: bool,
    /// Whether that line goes round a corner of what it starts and ends on.
    pub(super) looped: bool,
}

impl Plan {
    /// About how its line runs from one box to another, where it is single.
    fn sketch(&self, from: Anchor, to: Anchor) -> Vec<Pos2> {
        let way = self.legs.first().map(Vec::as_slice).unwrap_or_default();
        let start = from.port(way.first().copied().unwrap_or(to.center()), Vec2::ZERO).at;
        let end = to.port(way.last().copied().unwrap_or(from.center()), Vec2::ZERO).at;
        std::iter::once(start).chain(way.iter().copied()).chain([end]).collect()
    }

    /// The same plan for ends that were all moved by as much.
    pub(super) fn carry(&mut self, by: Vec2) {
        self.aim += by;
        self.legs.iter_mut().flatten().chain(&mut self.trunk).for_each(|corner| *corner += by);
        self.sides.iter_mut().flatten().for_each(|side| side.at += if side.side.is_multiple_of(2) { by.x } else { by.y });
    }
}

/// By how many steps handles should stand off the middles of their lines, which all lead to one card, so that they can be told apart:
/// for each line the box on which it begins. Those that come first have the first choice; `None` where there is nothing to choose.
pub(super) fn shifts<'a>(lines: impl Iterator<Item = (&'a Plan, Option<Rect>)>, target: Rect) -> Vec<Option<i8>> {
    const ENOUGH: f32 = APART * APART;
    let mut taken: Vec<Pos2> = Vec::new();
    let mut shifts: Vec<Option<i8>> = Vec::new();
    for (plan, from) in lines {
        let room = |at: Pos2| taken.iter().map(|other| other.distance_sq(at)).fold(ENOUGH, f32::min);
        let mut best = (room(plan.aim), 0, plan.aim);
        let from = from.filter(|_| best.0 < ENOUGH);
        if let Some(from) = from {
            let points = plan.sketch(Anchor::Box(from), Anchor::Box(target));
            for shift in HANDLES {
                let at = along(&points, 0.5 + STEP * f32::from(shift));
                let room = room(at);
                if room > best.0 {
                    best = (room, shift, at);
                }
                if room >= ENOUGH {
                    break;
                }
            }
        }
        let (_, shift, at) = best;
        let moved = from.map(|_| shift);
        // Those beside which it would have stood are to stay where they are.
        for (_, shift) in taken.iter().zip(&mut shifts).filter(|(other, _)| moved.is_some() && other.distance_sq(at) < 4.0 * ENOUGH) {
            *shift = shift.or(Some(0));
        }
        taken.push(at);
        shifts.push(moved);
    }
    shifts
}

/// The point at that share of a line through points.
fn along(points: &[Pos2], share: f32) -> Pos2 {
    let pairs = || points.windows(2).map(|pair| (pair[0], pair[1]));
    let mut left = share * pairs().map(|(from, to)| from.distance(to)).sum::<f32>();
    for (from, to) in pairs() {
        let length = from.distance(to);
        if left < length {
            return from + (to - from) * (left / length);
        }
        left -= length;
    }
    points.last().copied().unwrap_or_default()
}

/// Where a relation's handle stands and how its lines run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Route {
    pub(super) at: Pos2,
    pub(super) legs: Vec<Path>,
    pub(super) trunk: Option<Path>,
    /// From cards' borders to the chips on which legs begin.
    pub(super) leg_stubs: Vec<Curve>,
    /// From a card's border to the chip on which the trunk ends.
    pub(super) trunk_stub: Option<Curve>,
}

/// Plans one relation's lines.
pub(super) fn plan(ground: &Ground<'_>, joined: &Joined) -> Plan {
    let ([premise], Some(target), None) = (&joined.premises[..], joined.target, joined.fixed) else {
        return join::plan(ground, joined);
    };
    let looped = premise.anchor.rect().intersects(target.anchor.rect());
    let (from, to) = (premise.anchor.center(), target.anchor.center());
    if looped {
        let aim = premise.anchor.rect().right_top();
        return Plan { aim, legs: vec![Vec::new()], trunk: Vec::new(), sides: vec![None; 2], single: true, looped };
    }
    let way = way(ground, joined, from, to, &own(&[*premise, target]));
    let sides = sides(ground, *premise, target, &way);
    let mut plan = Plan { aim: Pos2::ZERO, legs: vec![way], trunk: Vec::new(), sides, single: true, looped };
    plan.aim = along(&plan.sketch(premise.anchor, target.anchor), 0.5);
    plan
}

/// Where the two ends of a line would like to stand.
fn sides(ground: &Ground<'_>, start: Foot, end: Foot, way: &[Pos2]) -> Vec<Option<Side>> {
    let back: Vec<Pos2> = way.iter().rev().copied().collect();
    let [from, to] = [start.anchor.rect(), end.anchor.rect()];
    let own = own(&[start, end]);
    // On what many lines end these are to stay in their order, though they turn more.
    vec![side(ground, start, way, to, HOOK, &own), side(ground, end, &back, from, f32::INFINITY, &own)]
}

/// Where one end would like to stand, from which a line leads round these corners to a box.
fn side(ground: &Ground<'_>, foot: Foot, way: &[Pos2], far: Rect, hook: f32, own: &[usize]) -> Option<Side> {
    let rect = foot.card.map(|_| foot.anchor.rect())?;
    let next = way.first().map_or(far, |at| Rect::from_min_max(*at, *at));
    let then = way.get(1).copied().unwrap_or(far.center());
    let own: Vec<_> = own.iter().map(|card| (*card, None)).collect();
    let (side, other) = Side::towards(rect, next);
    // No hook around a neighbour's corner where the other side is open.
    let left = |side: &Side| {
        let port = side.port(rect);
        port.at + port.out * LEAVE
    };
    let is_open = |side: &Side| ground.first_on(left(side), next.center(), detour::CLEARANCE, &own).is_none();
    let turns = |side: &Side| {
        let (out, way, on) = (side.port(rect).out, direction(left(side), next.center()), direction(next.center(), then));
        turn(out, way) + turn(way, on)
    };
    let better = |other: &Side| is_open(other) && (!is_open(&side) || !way.is_empty() && turns(other) < turns(&side) - hook);
    let mut side = other.filter(better).unwrap_or(side);
    if !way.is_empty() {
        // Of lines round one corner those that lead farther stand farther out: they do not cross beyond it.
        side.angle += FARTHER * side.angle_of(rect, far);
    }
    let Some(at) = side.straight(rect, next) else { return Some(side) };
    let straight = Side { at, ..side };
    // Straight across where nothing is in the way.
    let from = straight.port(rect).at;
    let to = if side.side.is_multiple_of(2) { Pos2::new(from.x, next.center().y) } else { Pos2::new(next.center().x, from.y) };
    Some(if ground.first_on(from, to, detour::CLEARANCE, &own).is_none() { straight } else { side })
}

/// How much a line turns: 0 where it goes straight on, 1 for a right angle, 2 where it goes back.
fn turn(from: Vec2, to: Vec2) -> f32 {
    1.0 - from.dot(to)
}

/// The corners on the way, the same for both directions.
fn way(ground: &Ground<'_>, joined: &Joined, from: Pos2, to: Pos2, own: &[usize]) -> Vec<Pos2> {
    // A line on whose handle others end leaves room for them where it runs around their cards.
    let called = if joined.callers.is_empty() { 0.0 } else { SEEN };
    let lane = if joined.lane == 0.0 { 0.0 } else { 14.0 * (joined.lane + 1.0).clamp(0.0, 4.0) };
    // The longer a line, the farther out it runs, so that those around one corner can be told apart.
    let length = from.distance(to);
    let out = if length < FAR { (OUT * length).min(MAX_OUT) } else { 0.0 };
    let wide = called.max(lane).max(out);
    if joined.canonical {
        return detour(ground, from, to, own, wide).unwrap_or_default();
    }
    let mut way = detour(ground, to, from, own, wide).unwrap_or_default();
    way.reverse();
    way
}

fn own(feet: &[Foot]) -> Vec<usize> {
    feet.iter().filter_map(|foot| foot.card).collect()
}

/// Lays the lines of a relation. `cost` says how badly a handle would stand at a place, 0 is well.
pub(super) fn route(ground: &Ground<'_>, joined: &Joined, plan: &Plan, cost: &dyn Fn(Pos2) -> usize) -> Route {
    match (&joined.premises[..], joined.target) {
        ([premise], Some(target)) if plan.looped => around(ground, *premise, target, joined.lane, cost),
        ([premise], Some(target)) if plan.single => single(ground, joined, *premise, target, plan, cost),
        _ => join::route(ground, joined, plan),
    }
}

fn single(ground: &Ground<'_>, joined: &Joined, premise: Foot, target: Foot, plan: &Plan, cost: &dyn Fn(Pos2) -> usize) -> Route {
    let (from, to) = (premise.anchor.center(), target.anchor.center());
    let corners = plan.legs.first().map(Vec::as_slice).unwrap_or_default();
    let along = if joined.canonical { direction(from, to) } else { direction(to, from) };
    let aside = along.rot90() * (joined.lane * PARALLEL);
    let start = premise.port(corners.first().copied().unwrap_or(to), aside);
    let end = target.port(corners.last().copied().unwrap_or(from), aside);
    // What the borders are too short for, the curve makes up for by bowing out.
    let bow = if joined.lane == 0.0 || !corners.is_empty() {
        Vec2::ZERO
    } else {
        let reached = (start.at.lerp(end.at, 0.5) - from.lerp(to, 0.5)).dot(along.rot90()) * along.rot90();
        let short = aside.length() - reached.dot(aside.normalized());
        aside.normalized() * short.clamp(0.0, MAX_BOW) * 0.75
    };
    let line = laid(ground, start, end, corners, bow, &own(&[premise, target]));
    on_line(line, (start.stub, end.stub), joined.shift, cost)
}

/// A smooth path from port to port by way of corners; another way is looked for where that leads through a card.
fn laid(ground: &Ground<'_>, start: Port, end: Port, corners: &[Pos2], bow: Vec2, own: &[usize]) -> Path {
    let fitted = |corners: &[Pos2], clearance: f32| {
        let points: Vec<Pos2> = std::iter::once(start.at).chain(corners.iter().copied()).chain([end.at]).collect();
        let (first, last) = (corners.first().copied().unwrap_or(end.at), corners.last().copied().unwrap_or(start.at));
        let leave = (start.out * UPRIGHT + direction(start.at, first) * (1.0 - UPRIGHT)).normalized();
        let arrive = (direction(last, end.at) * (1.0 - UPRIGHT) - end.out * UPRIGHT).normalized();
        smooth(ground, &points, leave, arrive, bow, own, clearance)
    };
    let (path, free) = fitted(corners, WIDE);
    if free {
        return path;
    }
    let off = detour::CLEARANCE + 2.0;
    let (from, to) = (start.at + start.out * off, end.at + end.out * off);
    let around = detour(ground, from, to, &[], 0.0).unwrap_or_default();
    // Straight away from the borders first.
    let upright: Vec<Pos2> = std::iter::once(from).chain(around.iter().copied()).chain([to]).collect();
    let ways = [&around[..], &upright[..]];
    let others = ways.iter().map(|way| (*way, WIDE)).chain([(corners, NARROW)]).chain(ways.iter().map(|way| (*way, NARROW)));
    others.into_iter().map(|(way, clearance)| fitted(way, clearance)).find(|(_, free)| *free).map_or(path, |(path, _)| path)
}

/// A line with a handle on it, as near as there is room to so many steps from its middle.
fn on_line(line: Path, (start, end): (Option<Curve>, Option<Curve>), shift: Option<i8>, cost: &dyn Fn(Pos2) -> usize) -> Route {
    let length = line.length();
    let margin = ENDS.min(length / 2.0);
    let place = |share: f32| (length * share).clamp(margin, length - margin);
    let mut best = (usize::MAX, length / 2.0);
    let mut places = HANDLES;
    places.sort_by_key(|step| (step - shift.unwrap_or(0)).abs());
    let fair = if shift.is_some() { FAIR } else { 0 };
    for step in places {
        let place = place(0.5 + STEP * f32::from(step));
        let cost = cost(line.along(place).0);
        if cost < best.0 {
            best = (cost, place);
        }
        if cost <= fair {
            break;
        }
    }
    let (leg, trunk) = line.cut(best.1);
    Route { at: trunk.start(), legs: vec![leg], trunk: Some(trunk), leg_stubs: start.into_iter().collect(), trunk_stub: end }
}

/// A loop around a corner, for a node related to itself and for boxes that overlap: the first one that is free of cards.
fn around(ground: &Ground<'_>, premise: Foot, target: Foot, lane: f32, cost: &dyn Fn(Pos2) -> usize) -> Route {
    let (from, own) = (premise.anchor.rect(), own(&[premise, target]));
    let mut preferred = None;
    for reach in LOOPS {
        for (right, up) in [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
            let reach = reach + PARALLEL * lane.abs() * 2.0;
            let inset = 2.0 * CORNER;
            let x = from.center().x + right * (from.width() / 2.0 - inset.min(from.width() / 4.0));
            let start = Pos2::new(x, from.center().y + up * (from.height() / 2.0 + CLEARANCE));
            let end = target.anchor.beside(right, up, inset);
            let curve = Curve([start, start + vec2(0.0, up * reach), end.at + end.out * reach, end.at]);
            let is_free = !ground.meets(&curve, CLEARANCE, &own);
            if is_free || preferred.is_none() {
                preferred = Some((curve, end.stub));
            }
            if is_free {
                return on_line(curve.into(), (None, end.stub), None, cost);
            }
        }
    }
    let (curve, stub) = preferred.unwrap_or((Curve::line(from.center(), from.center()), None));
    on_line(curve.into(), (None, stub), None, cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_of_lines_that_run_together_are_led_apart() {
        let target = Rect::from_center_size(Pos2::ZERO, vec2(200.0, 80.0));
        // Up one channel, from both sides of it.
        let plan = |side: f32| {
            let legs = vec![vec![Pos2::new(4.0 * side, 300.0), Pos2::new(4.0 * side, 60.0)]];
            let from = Rect::from_center_size(Pos2::new(120.0 * side, 320.0), vec2(200.0, 80.0));
            let mut plan = Plan { legs, single: true, ..Plan::default() };
            plan.aim = along(&plan.sketch(Anchor::Box(from), Anchor::Box(target)), 0.5);
            (plan, from)
        };
        let plans = [plan(-1.0), plan(1.0), plan(-1.2)];
        let shifts = shifts(plans.iter().map(|(plan, from)| (plan, Some(*from))), target);
        let at = |((plan, from), shift): (&(Plan, Rect), &Option<i8>)| {
            let points = plan.sketch(Anchor::Box(*from), Anchor::Box(target));
            along(&points, 0.5 + STEP * f32::from(shift.unwrap_or(0)))
        };
        let places: Vec<Pos2> = plans.iter().zip(&shifts).map(at).collect();
        for (i, place) in places.iter().enumerate() {
            assert!(places.iter().skip(i + 1).all(|other| other.distance(*place) >= APART), "{shifts:?} {places:?}");
        }
        assert_eq!(super::shifts([&plans[0]].iter().map(|(plan, from)| (plan, Some(*from))), target), [None]);
    }
}
