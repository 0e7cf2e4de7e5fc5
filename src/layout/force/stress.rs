//! The first arrangement: stress minimised by stochastic gradient descent, that is, distances on the page like distances in the graph.
//!
//! Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient Descent (2019), in the sparse form of Ortmann, Klimenta, Brandes: A Sparse Stress
//! Model (2016). Only the node of a pivot term moves, so the terms need no list and no shuffling: nodes are taken in blocks, pivots in another
//! order for every block.

use crate::base::{Cancelled, Rng};
use crate::layout::force::component::Component;
use crate::layout::force::hierarchy;
use crate::layout::point::Point;
use crate::layout::work::Work;

/// Up to this many nodes, every node is a pivot.
const ALL_PIVOTS: usize = 256;
/// Pivots of larger graphs.
const PIVOTS: usize = 128;
/// Nodes moved by one pivot after the other.
const BLOCK: usize = 128;
/// Two-hop terms that keep siblings apart: at most this many for a node.
const TWO_HOPS: usize = 16;
const ROUNDS: usize = 24;
const ROUNDS_SMALL: usize = 60;
/// Step sizes at first and at last. Larger ones would forget where the levels are.
const STEPS: (f64, f64) = (1.0, 0.1);
/// How far below its target a node is wanted, in hops.
const RISE: f64 = 1.0;
/// Area over which points are spread, in areas of their boxes.
const ROOM: f64 = 2.0;
/// Roughly what this costs for each node, in steps of the motion that follows.
pub(super) const WORK: usize = ROUNDS;

/// Places the nodes of a component so that links are about as long as the boxes need. Held nodes stay.
pub(super) fn arrange(part: &Component, rng: &mut Rng, work: &mut Work<'_>) -> Result<Vec<Point>, Cancelled> {
    let n = part.len();
    let unit = part.mean_side();
    let mut at = start(part, unit, rng);
    if n > 1 {
        let model = Model::new(part, rng, work)?;
        let rounds = if n <= ALL_PIVOTS { ROUNDS_SMALL } else { ROUNDS };
        let shrink = libm::pow(STEPS.1 / STEPS.0, 1.0 / (rounds - 1) as f64);
        let mut step = STEPS.0;
        for _ in 0..rounds {
            work.spend(n / 2)?;
            model.pull_to_pivots(part, &mut at, step, rng);
            model.pull_pairs(part, &mut at, step, rng);
            raise(part, &mut at);
            step *= shrink;
        }
    }
    // Spreading keeps one held node where it is, but not two.
    let held: Vec<usize> = (0..n).filter(|&i| part.held[i].is_some()).collect();
    let (middle, scale) = match held[..] {
        [] => (Point::ZERO, spread(&at, ROOM * n as f64)),
        [only] => (at[only], spread(&at, ROOM * n as f64)),
        [..] => (Point::ZERO, 1.0),
    };
    let place = |(at, held): (Point, &Option<Point>)| held.unwrap_or((middle + (at - middle) * scale) * unit);
    Ok(at.into_iter().zip(&part.held).map(place).collect())
}

/// The factor by which points must be spread to cover an area, at least 1.
fn spread(at: &[Point], area: f64) -> f64 {
    let n = at.len() as f64;
    let middle = at.iter().fold(Point::ZERO, |sum, p| sum + *p) / n;
    let variance = at.iter().map(|p| (*p - middle).length_squared()).sum::<f64>() / n;
    // Points spread evenly over a disc have half its squared radius as variance.
    let covered = 2.0 * std::f64::consts::PI * variance;
    if covered > 0.0 { (area / covered).sqrt().max(1.0) } else { 1.0 }
}

/// The first places, in hops: every node a level below what it bears on, trees beside each other; held nodes where they are.
fn start(part: &Component, unit: f64, rng: &mut Rng) -> Vec<Point> {
    let mut at = hierarchy::levels(part);
    // As a whole, levels go where the held nodes are.
    let held: Vec<(Point, Point)> = at.iter().zip(&part.held).filter_map(|(at, held)| Some((*at, (*held)? / unit))).collect();
    let shift = held.iter().fold(Point::ZERO, |sum, (at, held)| sum + (*held - *at)) / held.len().max(1) as f64;
    for (at, held) in at.iter_mut().zip(&part.held) {
        let jitter = Point::new(rng.unit() - 0.5, rng.unit() - 0.5) * 0.1;
        *at = held.map_or(*at + jitter + shift, |p| p / unit);
    }
    at
}

struct Model {
    pivots: Vec<u32>,
    /// Hops from pivot `p` to every node, one row for each pivot.
    hops: Vec<Vec<u16>>,
    /// How many nodes a pivot stands for, by distance.
    stands_for: Vec<Vec<f32>>,
    /// Exact terms: links and some pairs two hops apart.
    pairs: Vec<(u32, u32, f64)>,
}

impl Model {
    fn new(part: &Component, rng: &mut Rng, work: &mut Work<'_>) -> Result<Self, Cancelled> {
        let n = part.len();
        let all = n <= ALL_PIVOTS;
        let count = if all { n } else { PIVOTS };
        let mut pivots: Vec<u32> = Vec::with_capacity(count);
        let mut hops: Vec<Vec<u16>> = Vec::with_capacity(count);
        let mut nearest = vec![(u16::MAX, 0u32); n];
        let mut next = if all { 0 } else { rng.below(n) };
        for p in 0..count {
            work.spend(n / 16)?;
            let row = hops_from(part, next);
            for (best, d) in nearest.iter_mut().zip(&row) {
                if *d < best.0 {
                    *best = (*d, p as u32);
                }
            }
            pivots.push(next as u32);
            hops.push(row);
            // The node farthest from all pivots so far.
            next = if all { p + 1 } else { (0..n).max_by_key(|&i| (nearest[i].0, n - i)).unwrap_or_default() };
        }
        let stands_for = (0..count).map(|p| shares(p, all, &hops[p], &nearest)).collect();
        let pairs = if all { Vec::new() } else { near_pairs(part, rng) };
        Ok(Self { pivots, hops, stands_for, pairs })
    }

    fn pull_to_pivots(&self, part: &Component, at: &mut [Point], step: f64, rng: &mut Rng) {
        let table: Vec<Vec<f64>> = self
            .stands_for
            .iter()
            .map(|shares| shares.iter().enumerate().map(|(d, s)| (f64::from(*s) * step / (d * d).max(1) as f64).min(1.0)).collect())
            .collect();
        let mut order: Vec<usize> = (0..self.pivots.len()).collect();
        let block = BLOCK.min(at.len() / 8 + 1);
        for start in (0..at.len()).step_by(block) {
            shuffle(&mut order, rng);
            let end = (start + block).min(at.len());
            for &p in &order {
                let pivot = self.pivots[p] as usize;
                let (centre, table, hops) = (at[pivot], &table[p], &self.hops[p]);
                for i in start..end {
                    let d = hops[i];
                    if d == 0 || part.held[i].is_some() {
                        continue;
                    }
                    let away = at[i] - centre;
                    let length = away.length().max(1e-9);
                    at[i] -= away * (table[usize::from(d)] * (length - f64::from(d)) / length);
                }
            }
        }
    }

    fn pull_pairs(&self, part: &Component, at: &mut [Point], step: f64, rng: &mut Rng) {
        let mut order: Vec<u32> = (0..self.pairs.len() as u32).collect();
        shuffle(&mut order, rng);
        for &k in &order {
            let (a, b, d) = self.pairs[k as usize];
            let (a, b) = (a as usize, b as usize);
            let away = at[b] - at[a];
            let length = away.length().max(1e-9);
            let pull = away * (0.5 * (step / (d * d)).min(1.0) * (length - d) / length);
            if part.held[a].is_none() {
                at[a] += pull;
            }
            if part.held[b].is_none() {
                at[b] -= pull;
            }
        }
    }
}

/// A reason is moved down and its target up where it is not below it.
fn raise(part: &Component, at: &mut [Point]) {
    let rise = RISE * part.order();
    for &(from, to) in &part.links {
        let (from, to) = (from as usize, to as usize);
        let missing = rise - (at[from].y - at[to].y);
        if missing > 0.0 {
            if part.held[from].is_none() {
                at[from].y += 0.5 * missing;
            }
            if part.held[to].is_none() {
                at[to].y -= 0.5 * missing;
            }
        }
    }
}

fn hops_from(part: &Component, source: usize) -> Vec<u16> {
    let mut hops = vec![u16::MAX; part.len()];
    hops[source] = 0;
    let mut queue: Vec<u32> = Vec::with_capacity(part.len());
    queue.push(source as u32);
    let mut next = 0;
    while next < queue.len() {
        let i = queue[next] as usize;
        next += 1;
        let d = hops[i].saturating_add(1).min(u16::MAX - 1);
        for &j in part.neighbours(i) {
            if hops[j as usize] == u16::MAX {
                hops[j as usize] = d;
                queue.push(j);
            }
        }
    }
    hops
}

/// For every distance from pivot `p`: how many nodes of its region are at most half as far from it.
fn shares(p: usize, all: bool, hops: &[u16], nearest: &[(u16, u32)]) -> Vec<f32> {
    let farthest = usize::from(hops.iter().copied().max().unwrap_or(0));
    if all {
        return vec![1.0; farthest + 1];
    }
    let mut within = vec![0f32; farthest + 1];
    for (d, (_, region)) in hops.iter().zip(nearest) {
        if *region as usize == p {
            within[usize::from(*d)] += 1.0;
        }
    }
    for d in 1..within.len() {
        within[d] += within[d - 1];
    }
    (0..=farthest).map(|d| within[d / 2]).collect()
}

/// All links, and for every node a few of those two hops away: siblings share all their distances to pivots and would fall on one spot.
fn near_pairs(part: &Component, rng: &mut Rng) -> Vec<(u32, u32, f64)> {
    let mut pairs = Vec::new();
    for i in 0..part.len() {
        let near = part.neighbours(i);
        pairs.extend(near.iter().filter(|&&j| (i as u32) < j).map(|&j| (i as u32, j, 1.0)));
        for _ in 0..(2 * near.len()).min(TWO_HOPS) {
            let via = near[rng.below(near.len())] as usize;
            let far = part.neighbours(via)[rng.below(part.degree(via))];
            if far as usize != i && near.binary_search(&far).is_err() {
                pairs.push((i as u32, far, 2.0));
            }
        }
    }
    pairs
}

fn shuffle<T>(items: &mut [T], rng: &mut Rng) {
    for i in (1..items.len()).rev() {
        items.swap(i, rng.below(i + 1));
    }
}
