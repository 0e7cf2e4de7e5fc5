//! A small part with all its distances: where every distance is known, a node's best place among the others is a weighted mean (Gansner, Koren,
//! North: Graph Drawing by Stress Majorization, 2005).

use crate::base::Rng;
use crate::layout::force::arrange::Places;
use crate::layout::force::component::Component;
use crate::layout::force::drawn::scale_by;
use crate::layout::force::level::{Buckets, Level};
use crate::layout::force::stress::inverse_root;

/// The last step of descent.
const LAST_STEP: f32 = 0.1;
/// How far a node goes where its best place is one away: beyond it, since the others will follow.
const OVER: f32 = 1.5;
/// How strongly nodes push each other away where a hop is one long, their first step, and how much shorter every further one is.
const PUSH: f32 = 0.2;
const FIRST_STEP: f32 = 0.5;
const COOLING: f32 = 0.9;
/// Keeps two nodes on one spot from being divided by.
const NEARLY_NOTHING: f32 = 1.0e-9;
/// Sums that are made side by side. Rows are as long as a multiple of it: the processor takes so many numbers in one go.
const LANES: usize = 8;

/// What is summed up: first all terms, then their sums, since the processor takes several of either in one go, but not of both.
#[derive(Debug, Default)]
pub(super) struct Terms {
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
}

/// A part with all its distances.
pub(super) struct Small {
    pub(super) n: usize,
    /// Length of a row, a multiple of [`LANES`].
    width: usize,
    /// Hops between all nodes, row by row.
    hops: Vec<f32>,
    /// Weights of these: 0 for a node and itself, and at the ends of rows.
    weights: Vec<f32>,
    sums: Vec<f32>,
    /// Half the sizes of the boxes.
    pub(super) half_x: Vec<f32>,
    pub(super) half_y: Vec<f32>,
    pub(super) links: Vec<(u32, u32)>,
    /// The links of every node: what is at the other end, and which link it is.
    pub(super) near: Vec<Vec<(u32, u32)>>,
    pub(super) gap: f32,
    /// Area of the boxes with their gaps.
    pub(super) room: f32,
}

impl Small {
    pub(super) fn new(part: &Component, level: &Level, gap: f32) -> Self {
        let n = part.len();
        let width = n.next_multiple_of(LANES);
        let (mut hops, mut row, mut queue) = (Vec::with_capacity(n * width), Vec::new(), Buckets::default());
        for i in 0..n {
            level.hops(i, &mut row, &mut queue);
            hops.extend_from_slice(&row);
            hops.resize((i + 1) * width, 0.0);
        }
        let weights: Vec<f32> = hops.iter().map(|d| if *d > 0.0 { 1.0 / (d * d) } else { 0.0 }).collect();
        let sums = weights.chunks(width).map(|row| row.iter().sum()).collect();
        let padded = |of: &dyn Fn(usize) -> f32| (0..width).map(|i| if i < n { of(i) } else { 0.0 }).collect::<Vec<f32>>();
        let (half_x, half_y) = (padded(&|i| part.half[i].x as f32), padded(&|i| part.half[i].y as f32));
        let room = half_x[..n].iter().zip(&half_y).map(|(x, y)| (2.0 * x + gap) * (2.0 * y + gap)).sum();
        let mut near = vec![Vec::new(); n];
        for (k, &(from, to)) in part.links.iter().enumerate() {
            near[from as usize].push((to, k as u32));
            near[to as usize].push((from, k as u32));
        }
        Self { n, width, hops, weights, sums, half_x, half_y, links: part.links.clone(), near, gap, room }
    }

    /// Places with rows as long as those of the distances.
    pub(super) fn padded(&self, mut at: Places) -> Places {
        at.x.resize(self.width, 0.0);
        at.y.resize(self.width, 0.0);
        at
    }

    /// The same without what was added.
    pub(super) fn cut(&self, mut at: Places) -> Places {
        at.x.truncate(self.n);
        at.y.truncate(self.n);
        at
    }

    pub(super) fn hops(&self, i: usize) -> &[f32] {
        &self.hops[i * self.width..(i + 1) * self.width]
    }

    fn weights(&self, i: usize) -> &[f32] {
        &self.weights[i * self.width..(i + 1) * self.width]
    }

    /// Stochastic gradient descent from far to near; the first step is at most so large.
    pub(super) fn descend(&self, at: &mut Places, first: f32, rounds: usize, rng: &mut Rng) {
        let n = self.n;
        let mut order: Vec<usize> = (0..n).collect();
        let far = self.hops.iter().fold(1.0f32, |far, d| far.max(*d));
        let (first, last) = (first.min(far * far), LAST_STEP);
        let shrink = libm::powf(last / first, 1.0 / (rounds - 1) as f32);
        let mut step = first;
        for _ in 0..rounds {
            for i in (1..n).rev() {
                order.swap(i, rng.below(i + 1));
            }
            for &i in &order {
                let (px, py) = (at.x[i], at.y[i]);
                for (((x, y), d), w) in at.x.iter_mut().zip(&mut at.y).zip(self.hops(i)).zip(self.weights(i)) {
                    let (dx, dy) = (*x - px, *y - py);
                    let share = 0.5 * (step * w).min(1.0) * (1.0 - d * inverse_root(dx * dx + dy * dy + NEARLY_NOTHING));
                    *x -= dx * share;
                    *y -= dy * share;
                }
            }
            step *= shrink;
        }
    }

    /// Lets all nodes push each other away and links pull: what stress would fold unfolds, at the price of distances (Hu 2005). Hops come out as
    /// long as they fit best.
    pub(super) fn unfold(&self, at: &mut Places, rounds: usize, terms: &mut Terms) {
        let mut step = FIRST_STEP;
        for _ in 0..rounds {
            for i in 0..self.n {
                let (fx, fy) = self.force(at, i, terms);
                let share = (step / (fx * fx + fy * fy).sqrt().max(NEARLY_NOTHING)).min(1.0);
                at.x[i] += fx * share;
                at.y[i] += fy * share;
            }
            step *= COOLING;
        }
        let hop = self.hop(at);
        scale_by(at, 1.0 / hop);
    }

    /// What pushes and pulls a node.
    fn force(&self, at: &Places, i: usize, terms: &mut Terms) -> (f32, f32) {
        let (px, py) = (at.x[i], at.y[i]);
        for ((x, y), (term_x, term_y)) in at.x.iter().zip(&at.y).zip(terms.x.iter_mut().zip(&mut terms.y)) {
            let (dx, dy) = (px - x, py - y);
            let near = inverse_root(dx * dx + dy * dy + NEARLY_NOTHING);
            let push = PUSH * near * near * near;
            *term_x = dx * push;
            *term_y = dy * push;
        }
        // What only fills up the rows pushes nobody.
        terms.x[self.n..].fill(0.0);
        terms.y[self.n..].fill(0.0);
        self.near[i].iter().fold((sum(&terms.x), sum(&terms.y)), |(fx, fy), &(j, _)| {
            let (dx, dy) = (px - at.x[j as usize], py - at.y[j as usize]);
            let length = (dx * dx + dy * dy).sqrt();
            (fx - dx * length, fy - dy * length)
        })
    }

    /// Room for the terms of one node.
    pub(super) fn terms(&self) -> Terms {
        Terms { x: vec![0.0; self.width], y: vec![0.0; self.width] }
    }

    /// Brings stress down, a hop being so long.
    pub(super) fn relax(&self, at: &mut Places, hop: f32, rounds: usize, terms: &mut Terms) {
        for _ in 0..rounds {
            for i in 0..self.n {
                let (x, y) = self.best(at, i, hop, terms);
                at.x[i] += OVER * (x - at.x[i]);
                at.y[i] += OVER * (y - at.y[i]);
            }
        }
    }

    /// The best place of a node among the others.
    pub(super) fn best(&self, at: &Places, i: usize, hop: f32, terms: &mut Terms) -> (f32, f32) {
        let (px, py) = (at.x[i], at.y[i]);
        let others = at.x.iter().zip(&at.y).zip(self.hops(i)).zip(self.weights(i));
        for ((((x, y), d), w), (term_x, term_y)) in others.zip(terms.x.iter_mut().zip(&mut terms.y)) {
            let (dx, dy) = (px - x, py - y);
            let pull = d * hop * inverse_root(dx * dx + dy * dy + NEARLY_NOTHING);
            *term_x = w * (x + dx * pull);
            *term_y = w * (y + dy * pull);
        }
        (sum(&terms.x) / self.sums[i], sum(&terms.y) / self.sums[i])
    }

    /// Sums of distances by hops, and of their squares, over all pairs twice.
    fn sums_of_distances(&self, at: &Places) -> (f64, f64) {
        let (mut all, mut squares) = (0.0f64, 0.0f64);
        let mut terms = self.terms();
        for i in 0..self.n {
            let (px, py) = (at.x[i], at.y[i]);
            let others = at.x.iter().zip(&at.y).zip(self.weights(i));
            for (((x, y), w), (term, square)) in others.zip(terms.x.iter_mut().zip(&mut terms.y)) {
                let (dx, dy) = (px - x, py - y);
                *square = (dx * dx + dy * dy) * w;
                *term = square.sqrt();
            }
            all += f64::from(sum(&terms.x));
            squares += f64::from(sum(&terms.y));
        }
        (all.max(1.0e-9), squares.max(1.0e-9))
    }

    /// The length of a hop that fits best.
    pub(super) fn hop(&self, at: &Places) -> f32 {
        let (sum, squares) = self.sums_of_distances(at);
        (squares / sum) as f32
    }

    /// What is wrong with all distances, whatever the length of a hop.
    pub(super) fn stress(&self, at: &Places) -> f32 {
        let (sum, squares) = self.sums_of_distances(at);
        (1.0 - sum * sum / (squares * (self.n * (self.n - 1)) as f64)) as f32
    }

    /// What is wrong with the distances of a node, a hop being so long.
    pub(super) fn stress_of(&self, at: &Places, i: usize, hop: f32, terms: &mut Terms) -> f32 {
        let (px, py, scale) = (at.x[i], at.y[i], 1.0 / hop);
        for (((x, y), (d, w)), term) in at.x.iter().zip(&at.y).zip(self.hops(i).iter().zip(self.weights(i))).zip(&mut terms.x) {
            let (dx, dy) = (px - x, py - y);
            let off = (dx * dx + dy * dy).sqrt() * scale - d;
            *term = w * off * off;
        }
        sum(&terms.x)
    }

    /// The arrangement turned so that, on the whole, reasons are below what they bear on.
    pub(super) fn turn(&self, at: &mut Places) {
        let (mut sum_x, mut sum_y) = (0.0f32, 0.0f32);
        for &(from, to) in &self.links {
            sum_x += at.x[from as usize] - at.x[to as usize];
            sum_y += at.y[from as usize] - at.y[to as usize];
        }
        let length = (sum_x * sum_x + sum_y * sum_y).sqrt().max(1.0e-9);
        let (cos, sin) = (sum_y / length, sum_x / length);
        for (x, y) in at.x.iter_mut().zip(&mut at.y) {
            (*x, *y) = (cos * *x - sin * *y, sin * *x + cos * *y);
        }
    }
}

fn sum(terms: &[f32]) -> f32 {
    of_all(terms, 0.0, |a, b| a + b)
}

/// All terms taken together two by two, several side by side.
#[inline(always)]
pub(super) fn of_all(terms: &[f32], none: f32, both: impl Fn(f32, f32) -> f32) -> f32 {
    let mut all = [none; LANES];
    for row in terms.as_chunks::<LANES>().0 {
        for (one, term) in all.iter_mut().zip(row) {
            *one = both(*one, *term);
        }
    }
    all.into_iter().fold(none, both)
}
