//! From parts laid out by themselves to one page: parts side by side in rows, held boxes exactly where they are.

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::grid::Boxes;
use crate::layout::overlap::{self, separate};
use crate::layout::pack::pack;
use crate::layout::parts::{Part, half_of, held_at, on_page};
use crate::layout::point::Point;
use crate::layout::work::Work;
use crate::layout::{Body, GAP, LayoutRequest};
use crate::model::Side;

/// Space between parts that no link joins.
const PART_GAP: f64 = 2.0 * GAP as f64;
/// Held boxes farther out than this stay there, but nothing is arranged around them.
const MAX_REACH: f64 = 1.0e7;

/// Width of a page for a height of 1.
const PAGE: f64 = 1.5;

/// Extent of a page across for one of 1 along the direction in which reasons follow.
pub(in crate::layout) fn page_across(side: Side) -> f64 {
    match side {
        Side::Below | Side::Above => PAGE,
        Side::Left | Side::Right => 1.0 / PAGE,
    }
}

/// A part with centres across and along.
#[derive(Debug)]
pub(in crate::layout) struct Arranged {
    at: Vec<Point>,
    low: Point,
    high: Point,
}

impl Arranged {
    pub(in crate::layout) fn new(part: &Part, at: Vec<Point>) -> Self {
        let corners = at.iter().zip(&part.half);
        let start = (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));
        let (low, high) = corners.fold(start, |(low, high), (at, half)| (low.min(*at - *half), high.max(*at + *half)));
        Self { at, low, high }
    }
}

/// Puts parts side by side, as wide as high as a page, around the origin. Where boxes are held, the rest moves out of their way.
pub(in crate::layout) fn finish(
    request: &LayoutRequest,
    parts: &[Part],
    arranged: &[Arranged],
    ctx: &TaskCtx,
    on_step: &mut dyn FnMut(&[Pos2]),
) -> Result<Vec<Pos2>, Cancelled> {
    let side = request.side;
    let sizes: Vec<Point> = arranged.iter().map(|a| swapped(a.high - a.low, side)).collect();
    let corners = pack(&sizes, PART_GAP);
    let page = corners.iter().zip(&sizes).fold(Point::ZERO, |page, (corner, size)| page.max(*corner + *size));
    let mut at = vec![Point::ZERO; request.bodies.len()];
    for ((part, arranged), (corner, size)) in parts.iter().zip(arranged).zip(corners.iter().zip(&sizes)) {
        let shift = (*corner - page * 0.5).round();
        let middle = on_page((arranged.low + arranged.high) * 0.5, side);
        for (&i, place) in part.members.iter().zip(&arranged.at) {
            at[i as usize] = (on_page(*place, side) - middle + *size * 0.5 + shift).round();
        }
    }
    if request.bodies.iter().any(|body| held_at(body).is_some()) {
        for part in parts {
            near_held(request, part.members.iter().map(|&i| i as usize), &mut at);
        }
        take_apart(request, &mut at, |_| false, ctx)?;
    }
    done(request, &at, ctx, on_step)
}

/// The result where all but handles have their places: handles go between the ends of their links, held boxes exactly where they are, and
/// the rest moves out of their way.
pub(in crate::layout) fn among_fixed(
    request: &LayoutRequest,
    mut at: Vec<Point>,
    ctx: &TaskCtx,
    on_step: &mut dyn FnMut(&[Pos2]),
) -> Result<Vec<Pos2>, Cancelled> {
    for place in &mut at {
        *place = place.round();
    }
    near_held(request, 0..at.len(), &mut at);
    between_ends(request, &mut at);
    let any_held = request.bodies.iter().any(|body| held_at(body).is_some());
    if any_held || request.bodies.iter().any(|body| body.joint) {
        take_apart(request, &mut at, |i| !any_held && !request.bodies[i].joint, ctx)?;
    }
    done(request, &at, ctx, on_step)
}

/// Whether most boxes stay: what is new goes to free places near its neighbours then.
pub(in crate::layout) fn is_mostly_held(request: &LayoutRequest) -> bool {
    2 * request.bodies.iter().filter(|body| held_at(body).is_some()).count() >= request.bodies.len().max(1)
}

fn done(request: &LayoutRequest, at: &[Point], ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
    let exact = |(body, at): (&Body, &Point)| held_at(body).unwrap_or_else(|| at.to_pos());
    let result: Vec<Pos2> = request.bodies.iter().zip(at).map(exact).collect();
    on_step(&result);
    ctx.checkpoint(1, 1)?;
    Ok(result)
}

/// How often handles that point at handles look for the middle between their ends.
const MIDDLES: usize = 4;

fn between_ends(request: &LayoutRequest, at: &mut [Point]) {
    let n = at.len();
    for _ in 0..MIDDLES {
        let mut ends = vec![(Point::ZERO, 0.0, Point::ZERO, 0.0); n];
        for link in request.links.iter().filter(|link| link.from < n && link.to < n) {
            ends[link.to].0 += at[link.from];
            ends[link.to].1 += 1.0;
            ends[link.from].2 += at[link.to];
            ends[link.from].3 += 1.0;
        }
        let moves = |i: usize| request.bodies[i].joint && pinned(request, i).is_none();
        for (i, (from, premises, to, targets)) in ends.into_iter().enumerate().filter(|(i, _)| moves(*i)) {
            at[i] = match (premises > 0.0, targets > 0.0) {
                (true, true) => (from / premises + to / targets) * 0.5,
                (true, false) => from / premises,
                (false, true) => to / targets,
                (false, false) => at[i],
            }
            .round();
        }
    }
}

fn swapped(size: Point, side: Side) -> Point {
    match side {
        Side::Below | Side::Above => size,
        Side::Left | Side::Right => Point::new(size.y, size.x),
    }
}

/// Where a held box stays, unless that is so far out that nothing can be arranged around it.
fn pinned(request: &LayoutRequest, i: usize) -> Option<Point> {
    let at = held_at(&request.bodies[i])?;
    let at = Point::new(f64::from(at.x), f64::from(at.y));
    (at.x.abs() <= MAX_REACH && at.y.abs() <= MAX_REACH).then_some(at)
}

/// Shifts boxes together so that they come near those of them that are held.
fn near_held(request: &LayoutRequest, which: impl Iterator<Item = usize> + Clone, at: &mut [Point]) {
    let held = which.clone().filter_map(|i| Some((i, pinned(request, i)?)));
    let (sum, count) = held.fold((Point::ZERO, 0), |(sum, count), (i, place)| (sum + (place - at[i]), count + 1));
    if count > 0 {
        let shift = (sum / f64::from(count)).round();
        for i in which {
            at[i] = pinned(request, i).unwrap_or(at[i] + shift);
        }
    }
}

/// Takes boxes apart that come too near to each other; those of which `stays` is true do not move.
fn take_apart(request: &LayoutRequest, at: &mut [Point], stays: impl Fn(usize) -> bool, ctx: &TaskCtx) -> Result<(), Cancelled> {
    let mut boxes = Boxes {
        at: at.to_vec(),
        half: request.bodies.iter().map(|body| half_of(body, Side::Below)).collect(),
        held: (0..at.len()).map(|i| stays(i) || pinned(request, i).is_some()).collect(),
    };
    let mut work = Work::new(ctx, (at.len() * overlap::ROUNDS) as u64);
    work.spend(0)?;
    separate(&mut boxes, f64::from(GAP) + 1.0, &mut work)?;
    for (i, place) in boxes.at.iter().enumerate().filter(|(i, _)| !boxes.held[*i]) {
        at[i] = place.round();
    }
    Ok(())
}
