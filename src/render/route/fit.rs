//! Smooth curves through points, as round as the cards beside them allow.

use emath::{Pos2, Vec2};

use super::ground::Ground;
use super::{NEAR, direction};
use crate::render::{Curve, Path};

/// How far a curve runs on in the direction of its ends, as a share of the way to the next point, and at most.
const REACH: f32 = 0.38;
const MAX_REACH: f32 = 150.0;
/// Shares of that reach: the roundest curve that keeps off all cards is taken.
const ROUNDNESS: [f32; 4] = [1.0, 0.55, 0.25, 0.06];

/// Through a point a curve runs as the longer of the pieces there do, up to this length: a long one beside a card stays straight.
const MAX_WEIGHT: f32 = 120.0;

/// A path through points that starts and ends in these directions, and whether it keeps off all cards. `bow` moves its middle aside.
pub(super) fn smooth(
    ground: &Ground<'_>,
    points: &[Pos2],
    start: Vec2,
    end: Vec2,
    bow: Vec2,
    own: &[usize],
    clearance: f32,
) -> (Path, bool) {
    let last = points.len().saturating_sub(2);
    let mut all_free = true;
    let through = |i: usize| {
        let (before, at, after) = (points.get(i.wrapping_sub(1)), points.get(i), points.get(i + 1));
        match (before, at, after) {
            (Some(before), Some(at), Some(after)) => {
                let weight = |length: f32| length.min(MAX_WEIGHT);
                let way = direction(*before, *at) * weight(before.distance(*at)) + direction(*at, *after) * weight(at.distance(*after));
                if way.length() < NEAR { direction(*before, *at) } else { way.normalized() }
            }
            _ => Vec2::ZERO,
        }
    };
    let pieces = points.windows(2).enumerate().map(|(i, pair)| {
        let [from, to] = [pair[0], pair[1]];
        let length = from.distance(to);
        let curve = |share: f32| {
            let out = if i == 0 { start } else { through(i) };
            let into = if i == last { end } else { through(i + 1) };
            let reach = (REACH * length).min(MAX_REACH) * share.max(0.1);
            Curve([from, from + out * reach + bow, to - into * reach + bow, to])
        };
        let free = ROUNDNESS.iter().map(|share| curve(*share)).find(|curve| !ground.meets(curve, clearance, own));
        all_free &= free.is_some();
        free.unwrap_or_else(|| curve(1.0))
    });
    let path: Path = pieces.collect();
    (path, all_free)
}
