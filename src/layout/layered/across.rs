//! Where rows stand across their layers: in order, apart, near what they are linked with, links that pass a layer straight.

use super::order::{Layered, Neighbours};
use crate::base::Cancelled;
use crate::layout::rows::Rows;
use crate::layout::work::Work;

/// Room that a link takes where it passes a layer.
const PASSAGE: f64 = 14.0;
/// Rounds in which rows follow their neighbours.
const ROUNDS: usize = 16;

/// Places across for all nodes; `gap` is left between rows.
pub(super) fn across(rows: &Rows, layered: &Layered, gap: f64, work: &mut Work<'_>) -> Result<Vec<f64>, Cancelled> {
    let n = layered.place.len();
    let count = rows.rows.len();
    let half = |i: u32| rows.rows.get(i as usize).map_or(0.0, |row| row.size.x / 2.0);
    let distance = |a: u32, b: u32| {
        let room = match ((a as usize) < count, (b as usize) < count) {
            (true, true) => gap,
            (false, false) => PASSAGE,
            _ => gap / 2.0 + PASSAGE / 2.0,
        };
        half(a) + half(b) + room
    };
    let mut x = vec![0.0; n];
    for layer in &layered.layers {
        let mut at = 0.0;
        for (k, &i) in layer.iter().enumerate() {
            if k > 0 {
                at += distance(layer[k - 1], i);
            }
            x[i as usize] = at;
        }
        let middle = at / 2.0;
        for &i in layer {
            x[i as usize] -= middle;
        }
    }
    let depth = layered.layers.len();
    let mut fit = Fit::default();
    for round in 0..ROUNDS {
        work.spend(n)?;
        for step in 0..depth {
            let down = round % 2 == 0;
            let l = if down { step } else { depth - 1 - step };
            // At first each layer follows the one before it alone, in the end all their neighbours.
            let both = round >= ROUNDS / 2;
            fit.begin();
            for (k, &i) in layered.layers[l].iter().enumerate() {
                let offset = if k == 0 { 0.0 } else { distance(layered.layers[l][k - 1], i) };
                let (mut sum, mut weight) = (0.0, 0.0);
                if down || both {
                    pull(&layered.above, rows, i as usize, &x, &mut sum, &mut weight);
                }
                if !down || both {
                    pull(&layered.below, rows, i as usize, &x, &mut sum, &mut weight);
                }
                if weight == 0.0 {
                    (sum, weight) = (0.01 * x[i as usize], 0.01);
                }
                fit.push(offset, sum / weight, weight);
            }
            fit.finish(&layered.layers[l], &mut x);
        }
    }
    Ok(x)
}

/// Adds up where the neighbours of node `i` want it, and how much.
fn pull(near: &Neighbours, rows: &Rows, i: usize, x: &[f64], sum: &mut f64, weight: &mut f64) {
    let width = |i: usize| rows.rows.get(i).map_or(0.0, |row| row.size.x);
    let count = rows.rows.len();
    for (j, mine, theirs) in near.touching(i) {
        // Links that pass several layers are to be straight.
        let strength = match (i < count, j < count) {
            (true, true) => 1.0,
            (false, false) => 8.0,
            _ => 2.0,
        };
        *sum += strength * (x[j] + f64::from(theirs) * width(j) - f64::from(mine) * width(i));
        *weight += strength;
    }
}

/// Places in order and at least a distance apart that are as near as possible to those wanted (least squares, pooling neighbours that
/// would come too close).
#[derive(Default)]
pub(super) struct Fit {
    /// How far each is from the first when all stand as close as they may.
    offsets: Vec<f64>,
    /// Where pools begin, the mean of what is wanted less the offsets, and their weight.
    pools: Vec<(usize, f64, f64)>,
}

impl Fit {
    pub(super) fn begin(&mut self) {
        self.offsets.clear();
        self.pools.clear();
    }

    pub(super) fn push(&mut self, distance: f64, wanted: f64, weight: f64) {
        let offset = self.offsets.last().map_or(0.0, |last| last + distance);
        let mut pool = (self.offsets.len(), wanted - offset, weight);
        self.offsets.push(offset);
        while let Some(&(start, mean, total)) = self.pools.last() {
            if mean <= pool.1 {
                break;
            }
            self.pools.pop();
            let sum = total + pool.2;
            pool = (start, (mean * total + pool.1 * pool.2) / sum, sum);
        }
        self.pools.push(pool);
    }

    pub(super) fn finish(&self, nodes: &[u32], x: &mut [f64]) {
        for (k, &(start, mean, _)) in self.pools.iter().enumerate() {
            let end = self.pools.get(k + 1).map_or(nodes.len(), |next| next.0);
            for at in start..end {
                x[nodes[at] as usize] = mean + self.offsets[at];
            }
        }
    }
}
