//! Where arrows run: from border to border, apart from each other, finite whatever the positions.

use emath::{Pos2, Rect, Vec2, vec2};

use crate::render::Curve;

/// Space between a line's end and what it ends on.
const CLEARANCE: f32 = 2.0;
/// Lines keep away from corners by this much.
const CORNER: f32 = 12.0;
/// Distance between parallel links.
const PARALLEL: f32 = 24.0;
/// Reach of the loop by which a node relates to itself.
const LOOP: f32 = 64.0;
/// How far an end that is missing is away.
const STUB: f32 = 64.0;
/// Distances below this count as none.
const NEAR: f32 = 0.5;

/// What a line starts or ends on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    /// A card or a chip.
    Box(Rect),
    /// A handle.
    Disc(Pos2, f32),
}

impl Anchor {
    pub(super) fn center(&self) -> Pos2 {
        match self {
            Self::Box(rect) => rect.center(),
            Self::Disc(center, _) => *center,
        }
    }

    fn rect(&self) -> Rect {
        match self {
            Self::Box(rect) => *rect,
            Self::Disc(center, radius) => Rect::from_center_size(*center, Vec2::splat(2.0 * radius)),
        }
    }

    /// Where a line towards `goal` leaves, and in which direction. `aside` moves the line sideways.
    fn port(&self, goal: Pos2, aside: Vec2) -> (Pos2, Vec2) {
        let along = direction(self.center(), goal);
        match self {
            Self::Disc(center, radius) => {
                let turned = (along * 2.0 * *radius + aside.clamp(-Vec2::splat(*radius), Vec2::splat(*radius))).normalized();
                (*center + turned * (radius + CLEARANCE), turned)
            }
            Self::Box(rect) => {
                let half = (rect.size() / 2.0).max(Vec2::splat(1.0));
                let aside = aside.clamp(-half * 0.6, half * 0.6);
                // How far the line runs, from a start moved aside, until it crosses the border in each axis.
                let until = |start: f32, step: f32, half: f32| {
                    if step.abs() < 1e-4 { f32::INFINITY } else { (half * step.signum() - start) / step }
                };
                let (tx, ty) = (until(aside.x, along.x, half.x), until(aside.y, along.y, half.y));
                let room = (half - Vec2::splat(CORNER)).max(Vec2::ZERO);
                let (offset, normal) = if tx < ty {
                    let y = (aside.y + along.y * tx).clamp(-room.y, room.y);
                    (vec2(half.x * along.x.signum(), y), vec2(along.x.signum(), 0.0))
                } else {
                    let x = (aside.x + along.x * ty).clamp(-room.x, room.x);
                    (vec2(x, half.y * along.y.signum()), vec2(0.0, along.y.signum()))
                };
                (rect.center() + offset + normal * CLEARANCE, normal)
            }
        }
    }
}

/// A unit vector from `from` to `to`; up where they coincide.
fn direction(from: Pos2, to: Pos2) -> Vec2 {
    let way = to - from;
    if way.length() < NEAR { Vec2::UP } else { way.normalized() }
}

/// Where a relation's handle stands and how its lines run.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Route {
    pub(super) at: Pos2,
    pub(super) legs: Vec<Curve>,
    pub(super) trunk: Option<Curve>,
}

/// Routes one relation. `lane` is its place among the links between the same two nodes, 0 in the middle, and `canonical` says
/// whether it runs in the direction by which lanes are counted. `fixed` is where the handle must stand.
pub(super) fn route(premises: &[Anchor], target: Option<Anchor>, lane: f32, canonical: bool, fixed: Option<Pos2>) -> Route {
    match (premises, target, fixed) {
        ([premise], Some(target), None) => single(*premise, target, lane, canonical),
        _ => joined(premises, target, lane, fixed),
    }
}

fn single(premise: Anchor, target: Anchor, lane: f32, canonical: bool) -> Route {
    let (from, to) = (premise.center(), target.center());
    let whole = if premise.rect().intersects(target.rect()) {
        around(premise.rect(), target.rect(), lane)
    } else {
        let along = if canonical { direction(from, to) } else { direction(to, from) };
        let aside = along.rot90() * (lane * PARALLEL);
        let (start, out) = premise.port(to, aside);
        let (end, back) = target.port(from, aside);
        let reach = ((end - start).length() * 0.4).min(140.0);
        // What the borders are too short for, the curve makes up for by bowing out.
        let bow = (aside - (start.lerp(end, 0.5) - from.lerp(to, 0.5)).dot(along.rot90()) * along.rot90())
            .clamp(-Vec2::splat(400.0), Vec2::splat(400.0));
        let bow = if lane == 0.0 { Vec2::ZERO } else { bow * 0.75 };
        Curve([start, start + out * reach + bow, end + back * reach + bow, end])
    };
    let (leg, trunk) = whole.split(0.5);
    Route { at: trunk.start(), legs: vec![leg], trunk: Some(trunk) }
}

/// A loop over the top right corner, for a node related to itself and for boxes that overlap.
fn around(from: Rect, to: Rect, lane: f32) -> Curve {
    let reach = LOOP + PARALLEL * lane.abs() * 2.0;
    let start = Pos2::new(from.right() - 2.0 * CORNER.min(from.width() / 4.0), from.top() - CLEARANCE);
    let end = Pos2::new(to.right() + CLEARANCE, to.top() + 2.0 * CORNER.min(to.height() / 4.0));
    Curve([start, start - vec2(0.0, reach), end + vec2(reach, 0.0), end])
}

fn joined(premises: &[Anchor], target: Option<Anchor>, lane: f32, fixed: Option<Pos2>) -> Route {
    let count = premises.len().max(1) as f32;
    let middle = premises.iter().fold(Vec2::ZERO, |sum, anchor| sum + anchor.center().to_vec2()) / count;
    let middle = (!premises.is_empty()).then(|| middle.to_pos2());
    let at = fixed.unwrap_or_else(|| match (middle, target) {
        (Some(middle), Some(target)) => {
            let (port, _) = target.port(middle, Vec2::ZERO);
            let way = middle - port;
            let aside = direction(port, middle).rot90() * (lane * PARALLEL);
            port + way.normalized() * (way.length() * 0.4).clamp(24.0, 140.0) + aside
        }
        (Some(middle), None) => Pos2::new(middle.x, premises.iter().map(|p| p.rect().top()).fold(middle.y, f32::min) - STUB),
        (None, Some(target)) => Pos2::new(target.center().x, target.rect().bottom() + STUB),
        (None, None) => Pos2::ZERO,
    });
    let goal = target.map_or(at + Vec2::UP, |target| target.center());
    let along = direction(at, goal);
    let legs = premises
        .iter()
        .map(|premise| {
            let (start, out) = premise.port(at, Vec2::ZERO);
            let reach = ((at - start).length() * 0.45).min(120.0);
            Curve([start, start + out * reach, at - along * reach, at])
        })
        .collect();
    let trunk = target.map(|target| {
        let (end, back) = target.port(at, Vec2::ZERO);
        let reach = ((end - at).length() * 0.4).min(120.0);
        Curve([at, at + along * reach, end + back * reach, end])
    });
    Route { at, legs, trunk }
}
