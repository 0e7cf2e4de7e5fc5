//! Where arrows run: from border to border, apart from each other, finite whatever the positions.

use emath::{Pos2, Rect, Vec2, vec2};

use crate::render::{Curve, Path};

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
/// How far a curve bows out at most to stay apart from parallel ones.
const MAX_BOW: f32 = 400.0;
/// Distances below this count as none.
const NEAR: f32 = 0.5;

/// What a line starts or ends on.
#[derive(Clone, Copy, Debug)]
pub(super) enum Anchor {
    /// A card, or a chip beside a handle.
    Box(Rect),
    /// A handle.
    Disc(Pos2, f32),
    /// A chip on a card: lines run below the card to its border, and from there a stub runs on top of it to the chip.
    Chip {
        /// The card.
        card: Rect,
        /// The chip.
        chip: Rect,
        /// Whether nothing stands between the chip and the card's left, right and lower border.
        open: [bool; 3],
    },
}

/// Where a line leaves what it starts or ends on.
#[derive(Clone, Copy, Debug)]
struct Port {
    at: Pos2,
    out: Vec2,
    /// From there to the chip.
    stub: Option<Curve>,
}

impl Anchor {
    /// What lines head for.
    fn center(&self) -> Pos2 {
        match self {
            Self::Box(rect) => rect.center(),
            Self::Disc(center, _) => *center,
            Self::Chip { chip, .. } => chip.center(),
        }
    }

    /// What lines keep out of.
    fn rect(&self) -> Rect {
        match self {
            Self::Box(rect) => *rect,
            Self::Disc(center, radius) => Rect::from_center_size(*center, Vec2::splat(2.0 * radius)),
            Self::Chip { card, .. } => *card,
        }
    }

    /// Where a line towards `goal` leaves. `aside` moves the line sideways.
    fn port(&self, goal: Pos2, aside: Vec2) -> Port {
        match self {
            Self::Disc(center, radius) => {
                let along = direction(*center, goal);
                let turned = (along * 2.0 * *radius + aside.clamp(-Vec2::splat(*radius), Vec2::splat(*radius))).normalized();
                Port { at: *center + turned * (radius + CLEARANCE), out: turned, stub: None }
            }
            Self::Box(rect) => box_port(*rect, goal, aside),
            Self::Chip { card, chip, open } => chip_port(*card, *chip, *open, goal),
        }
    }
}

fn box_port(rect: Rect, goal: Pos2, aside: Vec2) -> Port {
    let along = direction(rect.center(), goal);
    let half = (rect.size() / 2.0).max(Vec2::splat(1.0));
    let aside = aside.clamp(-half * 0.6, half * 0.6);
    // How far the line runs, from a start moved aside, until it crosses the border in each axis.
    let until = |start: f32, step: f32, half: f32| if step.abs() < 1e-4 { f32::INFINITY } else { (half * step.signum() - start) / step };
    let (tx, ty) = (until(aside.x, along.x, half.x), until(aside.y, along.y, half.y));
    let room = (half - Vec2::splat(CORNER)).max(Vec2::ZERO);
    let (offset, out) = if tx < ty {
        let y = (aside.y + along.y * tx).clamp(-room.y, room.y);
        (vec2(half.x * along.x.signum(), y), vec2(along.x.signum(), 0.0))
    } else {
        let x = (aside.x + along.x * ty).clamp(-room.x, room.x);
        (vec2(x, half.y * along.y.signum()), vec2(0.0, along.y.signum()))
    };
    Port { at: rect.center() + offset + out * CLEARANCE, out, stub: None }
}

/// The nearest of the borders from which the chip can be reached; the left one where others are in the way on all sides.
fn chip_port(card: Rect, chip: Rect, open: [bool; 3], goal: Pos2) -> Port {
    let middle = chip.center();
    let sides = [
        (Pos2::new(card.left(), middle.y), Pos2::new(chip.left() - 1.0, middle.y), Vec2::LEFT),
        (Pos2::new(card.right(), middle.y), Pos2::new(chip.right() + 1.0, middle.y), Vec2::RIGHT),
        (Pos2::new(middle.x, card.bottom()), Pos2::new(middle.x, chip.bottom() + 1.0), Vec2::DOWN),
    ];
    let nearest = sides
        .iter()
        .zip(open)
        .filter(|(_, open)| *open)
        .map(|(side, _)| side)
        .min_by(|a, b| a.0.distance(goal).total_cmp(&b.0.distance(goal)));
    let (border, end, out) = *nearest.unwrap_or(&sides[0]);
    Port { at: border, out, stub: Some(Curve::line(border, end)) }
}

/// A unit vector from `from` to `to`; up where they coincide.
fn direction(from: Pos2, to: Pos2) -> Vec2 {
    let way = to - from;
    if way.length() < NEAR { Vec2::UP } else { way.normalized() }
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

/// Routes one relation. `lane` is its place among the links between the same two nodes, 0 in the middle, and `canonical` says
/// whether it runs in the direction by which lanes are counted. `fixed` is where the handle must stand; where it may choose it
/// keeps off what is `covered`.
pub(super) fn route(
    premises: &[Anchor],
    target: Option<Anchor>,
    lane: f32,
    canonical: bool,
    fixed: Option<Pos2>,
    covered: &dyn Fn(Pos2) -> bool,
) -> Route {
    match (premises, target, fixed) {
        ([premise], Some(target), None) => single(*premise, target, lane, canonical, covered),
        _ => joined(premises, target, lane, fixed, covered),
    }
}

fn single(premise: Anchor, target: Anchor, lane: f32, canonical: bool, covered: &dyn Fn(Pos2) -> bool) -> Route {
    let (from, to) = (premise.center(), target.center());
    if premise.rect().intersects(target.rect()) {
        let reach = LOOP + PARALLEL * lane.abs() * 2.0;
        let (start, end) = around(premise.rect(), target);
        return through([start, start - vec2(0.0, reach), end.at + vec2(reach, 0.0), end.at], None, end.stub, covered);
    }
    let along = if canonical { direction(from, to) } else { direction(to, from) };
    let aside = along.rot90() * (lane * PARALLEL);
    let (start, end) = (premise.port(to, aside), target.port(from, aside));
    // What the borders are too short for, the curve makes up for by bowing out.
    let reached = (start.at.lerp(end.at, 0.5) - from.lerp(to, 0.5)).dot(along.rot90()) * along.rot90();
    let bow = if lane == 0.0 { Vec2::ZERO } else { (aside - reached).clamp(-Vec2::splat(MAX_BOW), Vec2::splat(MAX_BOW)) * 0.75 };
    let reach = ((end.at - start.at).length() * 0.4).min(140.0);
    through([start.at, start.at + start.out * reach + bow, end.at + end.out * reach + bow, end.at], start.stub, end.stub, covered)
}

/// A curve with a handle on it, as near to its middle as there is room.
fn through(points: [Pos2; 4], start: Option<Curve>, end: Option<Curve>, covered: &dyn Fn(Pos2) -> bool) -> Route {
    let whole = Curve(points);
    let t = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].into_iter().find(|t| !covered(whole.at(*t))).unwrap_or(0.5);
    let (leg, trunk) = whole.split(t);
    Route { at: trunk.start(), legs: vec![leg.into()], trunk: Some(trunk.into()), leg_stubs: start.into_iter().collect(), trunk_stub: end }
}

/// The ends of a loop over the top right corner, for a node related to itself and for boxes that overlap.
fn around(from: Rect, target: Anchor) -> (Pos2, Port) {
    let to = target.rect();
    let start = Pos2::new(from.right() - 2.0 * CORNER.min(from.width() / 4.0), from.top() - CLEARANCE);
    let end = match target {
        Anchor::Chip { card, chip, .. } => chip_port(card, chip, [false, true, false], chip.center()),
        Anchor::Box(_) | Anchor::Disc(..) => {
            let at = Pos2::new(to.right() + CLEARANCE, to.top() + 2.0 * CORNER.min(to.height() / 4.0));
            Port { at, out: Vec2::RIGHT, stub: None }
        }
    };
    (start, end)
}

fn joined(premises: &[Anchor], target: Option<Anchor>, lane: f32, fixed: Option<Pos2>, covered: &dyn Fn(Pos2) -> bool) -> Route {
    let at = fixed.unwrap_or_else(|| junction(premises, target, lane, covered));
    let goal = target.map_or(at + Vec2::UP, |target| target.center());
    let along = direction(at, goal);
    let mut route = Route { at, ..Route::default() };
    for premise in premises {
        let port = premise.port(at, Vec2::ZERO);
        let reach = ((at - port.at).length() * 0.45).min(120.0);
        route.legs.push(Curve([port.at, port.at + port.out * reach, at - along * reach, at]).into());
        route.leg_stubs.extend(port.stub);
    }
    if let Some(port) = target.map(|target| target.port(at, Vec2::ZERO)) {
        let reach = ((port.at - at).length() * 0.4).min(120.0);
        route.trunk = Some(Curve([at, at + along * reach, port.at + port.out * reach, port.at]).into());
        route.trunk_stub = port.stub;
    }
    route
}

/// Where the legs of several premises meet: on the way from their middle to the target, nearer to the target.
fn junction(premises: &[Anchor], target: Option<Anchor>, lane: f32, covered: &dyn Fn(Pos2) -> bool) -> Pos2 {
    let sum = premises.iter().fold(Vec2::ZERO, |sum, anchor| sum + anchor.center().to_vec2());
    let middle = (!premises.is_empty()).then(|| (sum / premises.len() as f32).to_pos2());
    match (middle, target) {
        (Some(middle), Some(target)) => {
            let port = target.port(middle, Vec2::ZERO).at;
            let way = middle - port;
            let aside = direction(port, middle).rot90() * (lane * PARALLEL);
            let at = |share: f32| port + way.normalized() * (way.length() * share).min(350.0 * share).max(24.0) + aside;
            [0.4, 0.3, 0.5, 0.2, 0.6].into_iter().map(at).find(|at| !covered(*at)).unwrap_or_else(|| at(0.4))
        }
        (Some(middle), None) => Pos2::new(middle.x, premises.iter().map(|p| p.rect().top()).fold(middle.y, f32::min) - STUB),
        (None, Some(target)) => Pos2::new(target.center().x, target.rect().bottom() + STUB),
        (None, None) => Pos2::ZERO,
    }
}
