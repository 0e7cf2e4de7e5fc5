//! The first arrangement: stress minimised by stochastic gradient descent, that is, distances on the page like distances in the graph.
//!
//! Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient Descent (2019), in the sparse form of Ortmann, Klimenta, Brandes: A Sparse Stress
//! Model (2016). Only the node of a pivot term moves, so the terms need no list and no shuffling: nodes are taken in blocks, pivots in another
//! order for every block.

use crate::base::{Cancelled, Rng};
use crate::layout::force::level::{Buckets, Level};
use crate::layout::work::Work;

/// Up to this many nodes, every node is a pivot.
const ALL_PIVOTS: usize = 200;
/// Nodes moved by one pivot after the other.
const BLOCK: usize = 128;
/// Two-hop terms that keep siblings apart: at most this many for a node.
const TWO_HOPS: usize = 16;
/// One by the step sizes for settling.
const SETTLING: std::ops::RangeInclusive<u32> = 4..=12;
/// Pivots that keep distances in one step.
const KEPT: usize = 8;
/// How far below its target a node is wanted, in hops.
const RISE: f32 = 1.0;

/// How long and how boldly stress is minimised.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) pivots: usize,
    pub(super) rounds: usize,
    /// Step sizes at first and at last.
    pub(super) steps: (f32, f32),
    /// How much direction matters, in `[0, 1]`.
    pub(super) order: f32,
}

/// Moves the nodes of a level, in hops.
pub(super) fn arrange(
    level: &Level,
    x: &mut [f32],
    y: &mut [f32],
    held: &[bool],
    plan: Plan,
    rng: &mut Rng,
    work: &mut Work<'_>,
) -> Result<Option<Model>, Cancelled> {
    let n = level.len();
    if n < 2 {
        return Ok(None);
    }
    let model = Model::new(level, plan.pivots, rng, work)?;
    let shrink = libm::powf(plan.steps.1 / plan.steps.0, 1.0 / (plan.rounds.max(2) - 1) as f32);
    let mut step = plan.steps.0;
    let pins: Vec<(usize, (f32, f32))> = held.iter().enumerate().filter(|(_, h)| **h).map(|(i, _)| (i, (x[i], y[i]))).collect();
    for _ in 0..plan.rounds {
        work.spend(n / 2)?;
        model.pull_to_pivots(x, y, step, rng);
        model.pull_pairs(x, y, step, rng);
        raise(level, x, y, RISE * plan.order);
        step *= shrink;
        for &(i, at) in &pins {
            (x[i], y[i]) = at;
        }
    }
    Ok(Some(model))
}

#[derive(Debug)]
pub(super) struct Model {
    pivots: Vec<u32>,
    /// For every pivot: hops to every node.
    hops: Vec<Vec<f32>>,
    /// For every pivot: how much its distance to every node weighs. More where it stands for several nodes, less the farther these are.
    weights: Vec<Vec<f32>>,
    /// Whether every node is a pivot.
    is_whole: bool,
    /// Exact terms: ties and some pairs two ties apart.
    pairs: Vec<(u32, u32, f32)>,
}

/// What a node is from itself: far enough for the term to vanish.
const SELF: f32 = 1.0e9;

impl Model {
    fn new(level: &Level, pivots: usize, rng: &mut Rng, work: &mut Work<'_>) -> Result<Self, Cancelled> {
        let n = level.len();
        let all = n <= ALL_PIVOTS.max(pivots);
        let count = if all { n } else { pivots };
        let mut model = Self { pivots: Vec::new(), hops: Vec::new(), weights: Vec::new(), is_whole: all, pairs: Vec::new() };
        let mut nearest = vec![(f32::INFINITY, 0u32); n];
        let mut next = if all { 0 } else { rng.below(n) };
        let mut buckets = Buckets::default();
        for p in 0..count {
            work.spend(n / 16)?;
            let mut row = Vec::with_capacity(n);
            level.hops(next, &mut row, &mut buckets);
            if !all {
                for (best, d) in nearest.iter_mut().zip(&row) {
                    if *d < best.0 {
                        *best = (*d, p as u32);
                    }
                }
            }
            model.pivots.push(next as u32);
            model.hops.push(row);
            // The node farthest from all pivots so far.
            next = if all { p + 1 } else { farthest(&nearest) };
        }
        if all {
            model.weights = vec![vec![1.0; n]; count];
        } else {
            let mean = level.count.iter().sum::<f32>() / n as f32;
            model.weights = (0..count).map(|p| shares(p, &model.hops[p], &nearest, &level.count, mean)).collect();
            model.pairs = near_pairs(level, rng);
        }
        for ((pivot, hops), weights) in model.pivots.iter().zip(&mut model.hops).zip(&mut model.weights) {
            for (weight, d) in weights.iter_mut().zip(hops.iter()) {
                *weight /= d * d;
            }
            weights[*pivot as usize] = 0.0;
            hops[*pivot as usize] = SELF;
        }
        Ok(model)
    }

    fn pull_to_pivots(&self, x: &mut [f32], y: &mut [f32], step: f32, rng: &mut Rng) {
        let mut order: Vec<usize> = (0..self.pivots.len()).collect();
        let block = BLOCK.min(x.len() / 8 + 1);
        for start in (0..x.len()).step_by(block) {
            shuffle(&mut order, rng);
            let end = (start + block).min(x.len());
            for &p in &order {
                let pivot = self.pivots[p] as usize;
                let centre = (x[pivot], y[pivot]);
                let weights = &self.weights[p][start..end];
                pull(&mut x[start..end], &mut y[start..end], &self.hops[p][start..end], weights, step, centre, 1.0);
            }
        }
    }

    /// Settles in the nearest least stress, at the scale that there is. Where every node is a pivot that is exact and soon done.
    pub(super) fn settle(&self, x: &mut [f32], y: &mut [f32], rng: &mut Rng) {
        if !self.is_whole {
            return;
        }
        let hop = self.hop(x, y, 0..self.pivots.len());
        for v in x.iter_mut().chain(y.iter_mut()) {
            *v /= hop;
        }
        for step in SETTLING {
            self.pull_to_pivots(x, y, 1.0 / step as f32, rng);
        }
        for v in x.iter_mut().chain(y.iter_mut()) {
            *v *= hop;
        }
    }

    /// The length of a hop that fits best.
    fn hop(&self, x: &[f32], y: &[f32], pivots: impl Iterator<Item = usize>) -> f32 {
        let (mut sum, mut squares) = (0.0f32, 1.0e-9f32);
        for p in pivots {
            let pivot = self.pivots[p] as usize;
            for ((x1, y1), d) in x.iter().zip(y).zip(&self.hops[p]) {
                let (dx, dy) = (x1 - x[pivot], y1 - y[pivot]);
                let q = (dx * dx + dy * dy) / (d * d);
                squares += q;
                sum += q.sqrt();
            }
        }
        squares / sum.max(1.0e-9)
    }

    /// Pulls all nodes a little to a few pivots, others in every turn: keeps distances in shape while other forces move the nodes.
    pub(super) fn keep(&self, x: &mut [f32], y: &mut [f32], turn: usize, step: f32) {
        let all = self.pivots.len();
        let count = KEPT.min(all);
        let turn = |k: usize| (turn * count + k) % all;
        let hop = self.hop(x, y, (0..count).map(turn));
        for k in 0..count {
            let p = turn(k);
            let pivot = self.pivots[p] as usize;
            let centre = (x[pivot], y[pivot]);
            pull(x, y, &self.hops[p], &self.weights[p], step, centre, hop);
        }
    }

    fn pull_pairs(&self, x: &mut [f32], y: &mut [f32], step: f32, rng: &mut Rng) {
        if self.pairs.is_empty() {
            return;
        }
        // Another place to begin and another stride each time: as good as a shuffle, and kinder to the cache.
        let first = rng.below(self.pairs.len());
        for (a, b, d) in self.pairs[first..].iter().chain(&self.pairs[..first]) {
            let (a, b) = (*a as usize, *b as usize);
            let (dx, dy) = (x[b] - x[a], y[b] - y[a]);
            let length = (dx * dx + dy * dy + 1.0e-9).sqrt();
            let share = 0.5 * (step / (d * d)).min(1.0) * (length - d) / length;
            x[a] += dx * share;
            y[a] += dy * share;
            x[b] -= dx * share;
            y[b] -= dy * share;
        }
    }
}

/// 1 by the square root of a normal positive number, within 0.001 %: a guess by the exponent and two steps of Newton's. Quicker than root and
/// division, and unlike the processors' own estimates the same everywhere.
#[inline(always)]
pub(super) fn inverse_root(v: f32) -> f32 {
    let guess = f32::from_bits(0x5f37_59df - (v.to_bits() >> 1));
    let better = guess * (1.5 - 0.5 * v * guess * guess);
    better * (1.5 - 0.5 * v * better * better)
}

/// Pulls nodes to a pivot or pushes them away from it, each by its share of what is wrong, a hop being so long.
#[inline]
fn pull(x: &mut [f32], y: &mut [f32], hops: &[f32], weights: &[f32], step: f32, centre: (f32, f32), hop: f32) {
    for (((x, y), d), weight) in x.iter_mut().zip(y).zip(hops).zip(weights) {
        let (dx, dy) = (*x - centre.0, *y - centre.1);
        let share = (1.0 - d * hop * inverse_root(dx * dx + dy * dy + 1.0e-9)) * (weight * step).min(1.0);
        *x -= dx * share;
        *y -= dy * share;
    }
}

/// A node below which another belongs is moved up, and that down, where it is not.
fn raise(level: &Level, _x: &mut [f32], y: &mut [f32], rise: f32) {
    if rise < 0.05 {
        return;
    }
    for i in 0..level.len() {
        for tie in level.ties(i) {
            let missing = rise * tie.below * tie.length - (y[i] - y[tie.to as usize]);
            if tie.below > 0.0 && missing > 0.0 {
                y[i] += 0.5 * missing;
                y[tie.to as usize] -= 0.5 * missing;
            }
        }
    }
}

fn farthest(nearest: &[(f32, u32)]) -> usize {
    let mut best = (0, -1.0);
    for (i, (d, _)) in nearest.iter().enumerate() {
        if *d > best.1 {
            best = (i, *d);
        }
    }
    best.0
}

/// For every node: how many nodes of the region of pivot `p` are at most half as far from it.
fn shares(p: usize, hops: &[f32], nearest: &[(f32, u32)], count: &[f32], mean: f32) -> Vec<f32> {
    let farthest = hops.iter().fold(0.0f32, |far, d| far.max(*d)) as usize;
    let mut within = vec![0f32; farthest + 1];
    for ((d, (_, region)), count) in hops.iter().zip(nearest).zip(count) {
        if *region as usize == p {
            within[*d as usize] += count / mean;
        }
    }
    for d in 1..within.len() {
        within[d] += within[d - 1];
    }
    hops.iter().map(|d| within[*d as usize / 2]).collect()
}

/// All ties, and for every node a few of those two ties away: siblings share all their distances to pivots and would fall on one spot.
fn near_pairs(level: &Level, rng: &mut Rng) -> Vec<(u32, u32, f32)> {
    let mut pairs = Vec::new();
    for i in 0..level.len() {
        let near = level.ties(i);
        pairs.extend(near.iter().filter(|t| (i as u32) < t.to).map(|t| (i as u32, t.to, t.length)));
        for _ in 0..(2 * near.len()).min(TWO_HOPS) {
            let via = near[rng.below(near.len())];
            let beyond = level.ties(via.to as usize);
            let far = beyond[rng.below(beyond.len())];
            if far.to as usize != i && near.binary_search_by_key(&far.to, |t| t.to).is_err() {
                pairs.push((i as u32, far.to, via.length + far.length));
            }
        }
    }
    shuffle(&mut pairs, rng);
    pairs
}

fn shuffle<T>(items: &mut [T], rng: &mut Rng) {
    for i in (1..items.len()).rev() {
        items.swap(i, rng.below(i + 1));
    }
}
