//! Timeline: what was said first stands on the left; what has no date stands apart, below.

use std::ops::Range;

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::layered::Layered;
use crate::layout::page::{among_fixed, is_mostly_held};
use crate::layout::parts::half_of;
use crate::layout::point::Point;
use crate::layout::{Force, GAP, Layout, LayoutRequest, Link};
use crate::model::{LayoutName, Side};

/// The layout by date.
#[derive(Clone, Copy, Debug)]
pub struct Timeline;

/// Gap kept before rounding to whole numbers, which may take 1 of it.
const CLEARANCE: f64 = GAP as f64 + 1.0;
/// Between columns, where links pass and their names stand.
const COLUMN_GAP: f64 = 4.5 * GAP as f64;
/// Between what has a date and what has none.
const APART: f64 = 6.0 * GAP as f64;
/// Width of the page wanted for a height of 1.
const ASPECT: f64 = 1.8;
/// A pause longer than this share of the whole time begins a new column.
const PAUSE: f64 = 0.02;

impl Layout for Timeline {
    fn name(&self) -> LayoutName {
        LayoutName::Timeline
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        if is_mostly_held(request) {
            return Force.run(request, ctx, on_step);
        }
        ctx.checkpoint(0, 1)?;
        let half: Vec<Point> = request.bodies.iter().map(|body| half_of(body, Side::Below)).collect();
        let mut at = vec![Point::ZERO; half.len()];
        let dated = by_date(request, &half, &mut at);
        ctx.checkpoint(0, 1)?;
        let undated: Vec<usize> = (0..half.len()).filter(|&i| !request.bodies[i].joint && request.bodies[i].day.is_none()).collect();
        // Without dates it is a map like any other.
        let corner = if dated.is_empty() {
            Point::ZERO
        } else {
            let (low, high) = bounds(&dated, &half, &at);
            Point::new(low.x, high.y + APART)
        };
        for (&i, place) in undated.iter().zip(apart(request, &undated, ctx)?) {
            at[i] = place;
        }
        if !undated.is_empty() {
            let low = bounds(&undated, &half, &at).0;
            for &i in &undated {
                at[i] = at[i] - low + corner;
            }
        }
        among_fixed(request, at, ctx, on_step)
    }
}

/// Puts what has a date into columns, in the order of time; the bodies that have one.
fn by_date(request: &LayoutRequest, half: &[Point], at: &mut [Point]) -> Vec<usize> {
    let day = |i: usize| request.bodies[i].day.unwrap_or_default();
    let mut dated: Vec<usize> = (0..half.len()).filter(|&i| !request.bodies[i].joint && request.bodies[i].day.is_some()).collect();
    dated.sort_by_key(|&i| (day(i), i));
    let (Some(&first), Some(&last)) = (dated.first(), dated.last()) else { return dated };
    let pause = PAUSE * (f64::from(day(last)) - f64::from(day(first)));
    let padded = |i: usize| half[i] * 2.0 + Point::new(COLUMN_GAP, CLEARANCE);
    let area: f64 = dated.iter().map(|&i| padded(i).x * padded(i).y).sum();
    let page = (area / ASPECT).sqrt();

    let mut x = 0.0;
    let mut placed = vec![false; half.len()];
    let neighbours = neighbours(request);
    for column in columns(&dated, |a, b| f64::from(day(b)) - f64::from(day(a)) > pause, |i| padded(i).y, page) {
        let members = &dated[column];
        let wide = members.iter().fold(0.0f64, |wide, &i| wide.max(half[i].x));
        // Of one day, each stands near what it is linked with.
        let mut order: Vec<(i32, f64, usize)> = Vec::with_capacity(members.len());
        for (k, &i) in members.iter().enumerate() {
            let near: Vec<f64> = neighbours[i].iter().filter(|&&j| placed[j]).map(|&j| at[j].y).collect();
            let wish = if near.is_empty() { k as f64 } else { near.iter().sum::<f64>() / near.len() as f64 };
            order.push((day(i), wish, i));
        }
        order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        let high: f64 = members.iter().map(|&i| padded(i).y).sum();
        let mut y = -high / 2.0;
        for &(_, _, i) in &order {
            at[i] = Point::new(x + wide, y + half[i].y);
            y += padded(i).y;
            placed[i] = true;
        }
        x += 2.0 * wide + COLUMN_GAP;
    }
    dated
}

/// Where columns begin and end among what is sorted by date: at a long pause, and where the page ends.
fn columns(dated: &[usize], pause: impl Fn(usize, usize) -> bool, height: impl Fn(usize) -> f64, page: f64) -> Vec<Range<usize>> {
    let mut columns = Vec::new();
    let (mut start, mut high) = (0, 0.0);
    for (k, &i) in dated.iter().enumerate() {
        if k > start && (high + height(i) > page || pause(dated[k - 1], i)) {
            columns.push(start..k);
            (start, high) = (k, 0.0);
        }
        high += height(i);
    }
    columns.push(start..dated.len());
    columns
}

/// What each body is linked with, directly or by a joint.
fn neighbours(request: &LayoutRequest) -> Vec<Vec<usize>> {
    let n = request.bodies.len();
    let mut direct: Vec<Vec<usize>> = vec![Vec::new(); n];
    for &Link { from, to } in request.links.iter().filter(|link| link.from < n && link.to < n) {
        direct[from].push(to);
        direct[to].push(from);
    }
    let through = |i: usize| {
        let ways = direct[i].iter().flat_map(|&j| if request.bodies[j].joint { direct[j].clone() } else { vec![j] });
        ways.filter(|&j| j != i).collect()
    };
    (0..n).map(through).collect()
}

/// Places of some bodies by themselves, in layers.
fn apart(request: &LayoutRequest, which: &[usize], ctx: &TaskCtx) -> Result<Vec<Point>, Cancelled> {
    let mut number = vec![usize::MAX; request.bodies.len()];
    for (k, &i) in which.iter().enumerate() {
        number[i] = k;
    }
    let inside = |link: &&Link| [link.from, link.to].iter().all(|&end| number.get(end).is_some_and(|&k| k != usize::MAX));
    let part = LayoutRequest {
        bodies: which.iter().map(|&i| crate::layout::Body { at: None, held: false, ..request.bodies[i] }).collect(),
        links: request.links.iter().filter(inside).map(|link| Link { from: number[link.from], to: number[link.to] }).collect(),
        ..*request
    };
    let places = Layered.run(&part, ctx, &mut |_| ())?;
    Ok(places.into_iter().map(|at| Point::new(f64::from(at.x), f64::from(at.y))).collect())
}

fn bounds(which: &[usize], half: &[Point], at: &[Point]) -> (Point, Point) {
    let start = (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));
    which.iter().fold(start, |(low, high), &i| (low.min(at[i] - half[i]), high.max(at[i] + half[i])))
}
