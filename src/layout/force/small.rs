//! A small part with all its distances: where every distance is known, a node's best place among the others is a weighted mean (Gansner, Koren,
//! North: Graph Drawing by Stress Majorization, 2005). Rounds of that alternate with pushing boxes apart, so that taking overlaps away costs no
//! more stress than it must.

use crate::base::Rng;
use crate::layout::GAP;
use crate::layout::force::arrange::Places;
use crate::layout::force::component::Component;
use crate::layout::force::level::{Buckets, Level};
use crate::layout::force::motion::{LINK_GAP, spread};

/// Sums that are made side by side.
const LANES: usize = 8;
/// Rounds of descent from a random beginning, and the last step.
const DESCENT: usize = 15;
const LAST_STEP: f32 = 0.1;
/// Rounds of pushing between two rounds of relaxing, and in the end.
const PUSHES: usize = 2;
const LAST_PUSHES: usize = 120;
/// What so little stress and so few crossings more matter where there is none.
const LITTLE_STRESS: f32 = 0.002;
const FEW_CROSSINGS: f32 = 3.0;
/// Where a node is tried, around the middle of its neighbours, and how far from it, in hops.
const AROUND: [(f32, f32); 8] = {
    const D: f32 = std::f32::consts::FRAC_1_SQRT_2;
    [(0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (D, D), (-D, D), (D, -D), (-D, -D)]
};
const AWAY: [f32; 2] = [0.6, 1.1];

type Span = (f32, f32, f32, f32);

/// A part with all its distances.
pub(super) struct Small {
    n: usize,
    /// Hops between all nodes, row by row.
    hops: Vec<f32>,
    /// Weights of these: 0 for a node and itself.
    weights: Vec<f32>,
    sums: Vec<f32>,
    half: Vec<(f32, f32)>,
    links: Vec<(u32, u32)>,
    near: Vec<Vec<u32>>,
    gap: f32,
    room: f32,
}

impl Small {
    pub(super) fn new(part: &Component, level: &Level, gap: f32) -> Self {
        let n = part.len();
        let (mut hops, mut row, mut queue) = (Vec::with_capacity(n * n), Vec::new(), Buckets::default());
        for i in 0..n {
            level.hops(i, &mut row, &mut queue);
            hops.extend_from_slice(&row);
        }
        let weights: Vec<f32> = hops.iter().map(|d| if *d > 0.0 { 1.0 / (d * d) } else { 0.0 }).collect();
        let sums = weights.chunks(n).map(|row| row.iter().sum()).collect();
        let half: Vec<(f32, f32)> = part.half.iter().map(|h| (h.x as f32, h.y as f32)).collect();
        let room = half.iter().map(|(x, y)| (2.0 * x + gap) * (2.0 * y + gap)).sum();
        Self {
            n,
            hops,
            weights,
            sums,
            half,
            links: part.links.clone(),
            near: (0..n).map(|i| part.neighbours(i).to_vec()).collect(),
            gap,
            room,
        }
    }

    /// Scales so that a hop is one long on average.
    pub(super) fn scale_to_hops(&self, at: &mut Places) {
        let (mut sum, mut squares) = (0.0f32, 1.0e-9f32);
        for i in 0..self.n {
            let hops = &self.hops[i * self.n..(i + 1) * self.n];
            for (j, hops) in hops.iter().enumerate().take(i) {
                let (dx, dy) = (at.x[i] - at.x[j], at.y[i] - at.y[j]);
                let r = (dx * dx + dy * dy).sqrt() / hops;
                sum += r;
                squares += r * r;
            }
        }
        let hop = squares / sum.max(1.0e-9);
        for v in at.x.iter_mut().chain(&mut at.y) {
            *v /= hop;
        }
    }

    /// Stochastic gradient descent from far to near.
    pub(super) fn descend(&self, at: &mut Places, rng: &mut Rng) {
        let n = self.n;
        let mut order: Vec<usize> = (0..n).collect();
        let far = self.hops.iter().fold(1.0f32, |far, d| far.max(*d));
        let (first, last) = (far * far, LAST_STEP);
        let shrink = libm::powf(last / first, 1.0 / (DESCENT - 1) as f32);
        let mut step = first;
        for _ in 0..DESCENT {
            for i in (1..n).rev() {
                order.swap(i, rng.below(i + 1));
            }
            for &i in &order {
                let (hops, weights) = (&self.hops[i * n..(i + 1) * n], &self.weights[i * n..(i + 1) * n]);
                let centre = (at.x[i], at.y[i]);
                for (((x, y), d), w) in at.x.iter_mut().zip(&mut at.y).zip(hops).zip(weights) {
                    let (dx, dy) = (*x - centre.0, *y - centre.1);
                    let length = (dx * dx + dy * dy + 1.0e-9).sqrt();
                    let share = 0.5 * (step * w).min(1.0) * (length - d) / length;
                    let share = if *d > 0.0 { share } else { 0.0 };
                    *x -= dx * share;
                    *y -= dy * share;
                }
            }
            step *= shrink;
        }
    }

    /// Brings stress down, a hop being one long.
    pub(super) fn relax(&self, at: &mut Places, rounds: usize) {
        for _ in 0..rounds {
            self.sweep(at, 1.0);
        }
    }

    /// Every node goes to its best place among the others, one after the other. `hop` is the length of a hop.
    fn sweep(&self, at: &mut Places, hop: f32) {
        let n = self.n;
        for i in 0..n {
            let (hops, weights) = (&self.hops[i * n..(i + 1) * n], &self.weights[i * n..(i + 1) * n]);
            let (px, py) = (at.x[i], at.y[i]);
            // Several sums side by side: the processor takes them in one go.
            let (mut sum_x, mut sum_y) = ([0.0f32; LANES], [0.0f32; LANES]);
            let rows = at.x.chunks(LANES).zip(at.y.chunks(LANES)).zip(hops.chunks(LANES).zip(weights.chunks(LANES)));
            for ((xs, ys), (hops, weights)) in rows {
                for (k, (((x, y), d), w)) in xs.iter().zip(ys).zip(hops).zip(weights).enumerate() {
                    let (dx, dy) = (px - x, py - y);
                    let pull = d * hop / (dx * dx + dy * dy + 1.0e-9).sqrt();
                    sum_x[k] += w * (x + dx * pull);
                    sum_y[k] += w * (y + dy * pull);
                }
            }
            at.x[i] = sum_x.iter().sum::<f32>() / self.sums[i];
            at.y[i] = sum_y.iter().sum::<f32>() / self.sums[i];
        }
    }

    /// The length of a hop that fits best.
    fn hop(&self, at: &Places) -> f32 {
        let (mut sum, mut squares) = (1.0e-9f32, 1.0e-9f32);
        for i in 0..self.n {
            for j in 0..i {
                let r = self.distance(at, i, j) / self.hops[i * self.n + j];
                sum += r;
                squares += r * r;
            }
        }
        squares / sum
    }

    fn distance(&self, at: &Places, i: usize, j: usize) -> f32 {
        let (dx, dy) = (at.x[i] - at.x[j], at.y[i] - at.y[j]);
        (dx * dx + dy * dy).sqrt()
    }

    fn stress(&self, at: &Places) -> f32 {
        let (mut sum, mut squares) = (0.0f64, 1.0e-9f64);
        for i in 0..self.n {
            let (mut row, mut row_squares) = ([0.0f32; LANES], [0.0f32; LANES]);
            let (px, py) = (at.x[i], at.y[i]);
            let hops = &self.hops[i * self.n..i * self.n + i];
            for ((xs, ys), hops) in at.x[..i].chunks(LANES).zip(at.y[..i].chunks(LANES)).zip(hops.chunks(LANES)) {
                for (k, ((x, y), d)) in xs.iter().zip(ys).zip(hops).enumerate() {
                    let (dx, dy) = (px - x, py - y);
                    let r = (dx * dx + dy * dy).sqrt() / d;
                    row[k] += r;
                    row_squares[k] += r * r;
                }
            }
            sum += f64::from(row.iter().sum::<f32>());
            squares += f64::from(row_squares.iter().sum::<f32>());
        }
        (1.0 - sum * sum / (squares * (self.n * (self.n - 1)) as f64 / 2.0)) as f32
    }

    fn span(&self, at: &Places, (a, b): (u32, u32)) -> Span {
        let (a, b) = (a as usize, b as usize);
        (at.x[a].min(at.x[b]), at.x[a].max(at.x[b]), at.y[a].min(at.y[b]), at.y[a].max(at.y[b]))
    }

    /// Whether two links cross; not where they share an end.
    fn cross(&self, at: &Places, (a, b): (u32, u32), (c, d): (u32, u32)) -> bool {
        let p = |i: u32| (at.x[i as usize], at.y[i as usize]);
        let side = |a: (f32, f32), b: (f32, f32), c: (f32, f32)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
        let (pa, pb, pc, pd) = (p(a), p(b), p(c), p(d));
        let apart = a != c && a != d && b != c && b != d;
        apart && side(pa, pb, pc) * side(pa, pb, pd) < 0.0 && side(pc, pd, pa) * side(pc, pd, pb) < 0.0
    }

    fn crossings(&self, at: &Places) -> usize {
        let spans: Vec<Span> = self.links.iter().map(|link| self.span(at, *link)).collect();
        let among = |(k, link): (usize, &(u32, u32))| {
            let others = self.links[..k].iter().zip(&spans);
            others.filter(|(other, span)| meet(spans[k], **span) && self.cross(at, *link, **other)).count()
        };
        self.links.iter().enumerate().map(among).sum()
    }

    /// What an arrangement is worth: the less, the better.
    pub(super) fn cost(&self, at: &Places) -> f32 {
        cost(self.crossings(at) as f32, self.stress(at))
    }

    /// Moves nodes whose links cross others to where that is better, one after the other. Whether any was.
    pub(super) fn untangle(&self, at: &mut Places) -> bool {
        let n = self.n;
        let pairs = (n * (n - 1)) as f32 / 2.0;
        let mut moved = false;
        let (mut crossings, mut stress) = (self.crossings(at) as f32, self.stress(at));
        for i in 0..n {
            let before = self.crossings_of(at, i) as f32;
            if before == 0.0 {
                continue;
            }
            let here = (at.x[i], at.y[i]);
            let own = self.stress_of(at, i);
            let near = &self.near[i];
            let (sx, sy) = near.iter().fold((0.0, 0.0), |(x, y), &j| (x + at.x[j as usize], y + at.y[j as usize]));
            let middle = (sx / near.len() as f32, sy / near.len() as f32);
            let mut best = (cost(crossings, stress), here, crossings, stress);
            let mirrored = (2.0 * middle.0 - here.0, 2.0 * middle.1 - here.1);
            let around = AROUND.iter().flat_map(|(x, y)| AWAY.map(|r| (middle.0 + r * x, middle.1 + r * y)));
            for to in around.chain([middle, mirrored]) {
                (at.x[i], at.y[i]) = to;
                let stressed = stress + (self.stress_of(at, i) - own) / pairs;
                if cost((crossings - before).max(0.0), stressed) >= best.0 {
                    continue;
                }
                let crossed = crossings - before + self.crossings_of(at, i) as f32;
                let cost = cost(crossed, stressed);
                if cost < best.0 {
                    best = (cost, to, crossed, stressed);
                }
            }
            moved |= best.1 != here;
            (at.x[i], at.y[i]) = best.1;
            (crossings, stress) = (best.2, best.3);
        }
        moved
    }

    /// What is wrong with the distances of a node.
    fn stress_of(&self, at: &Places, i: usize) -> f32 {
        let (hops, weights) = (&self.hops[i * self.n..(i + 1) * self.n], &self.weights[i * self.n..(i + 1) * self.n]);
        let (px, py) = (at.x[i], at.y[i]);
        let mut sum = [0.0f32; LANES];
        let rows = at.x.chunks(LANES).zip(at.y.chunks(LANES)).zip(hops.chunks(LANES).zip(weights.chunks(LANES)));
        for ((xs, ys), (hops, weights)) in rows {
            for (k, (((x, y), d), w)) in xs.iter().zip(ys).zip(hops).zip(weights).enumerate() {
                let (dx, dy) = (px - x, py - y);
                let off = (dx * dx + dy * dy).sqrt() - d;
                sum[k] += w * off * off;
            }
        }
        sum.iter().sum()
    }

    /// Crossings of the links of a node.
    fn crossings_of(&self, at: &Places, i: usize) -> usize {
        let among = |other: &u32| {
            let link = (i as u32, *other);
            let own = self.span(at, link);
            self.links.iter().filter(|link2| meet(own, self.span(at, **link2)) && self.cross(at, link, **link2)).count()
        };
        self.near[i].iter().map(among).sum()
    }

    /// The box around all, in areas of the boxes with their gaps.
    pub(super) fn area(&self, at: &Places) -> f32 {
        let (mut l, mut r, mut t, mut b) = (f32::MAX, f32::MIN, f32::MAX, f32::MIN);
        for i in 0..self.n {
            l = l.min(at.x[i] - self.half[i].0);
            r = r.max(at.x[i] + self.half[i].0);
            t = t.min(at.y[i] - self.half[i].1);
            b = b.max(at.y[i] + self.half[i].1);
        }
        (r - l) * (b - t) / self.room
    }

    /// The arrangement turned so that, on the whole, reasons are below what they bear on, with its cost.
    pub(super) fn turned(&self, mut at: Places) -> (f32, Places) {
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
        (self.cost(&at), at)
    }

    /// The same with boxes on a page so many times their area: these are taken apart while distances keep their shape. `None` where some are
    /// too close to each other in the end.
    pub(super) fn drawn(&self, mut at: Places, page: f32, rounds: usize) -> Option<Places> {
        let scale = spread(&at.x, &at.y, page * self.room);
        for v in at.x.iter_mut().chain(&mut at.y) {
            *v *= scale;
        }
        let hop = self.hop(&at);
        for round in 0..rounds {
            for _ in 0..PUSHES {
                if self.push(&mut at) == 0 {
                    break;
                }
            }
            if round + 1 < rounds {
                self.sweep(&mut at, hop);
            }
        }
        (0..LAST_PUSHES).any(|_| self.push(&mut at) == 0).then_some(at)
    }

    /// Pushes boxes apart that are too close. Returns how many pairs were.
    fn push(&self, at: &mut Places) -> usize {
        let mut pairs = 0;
        for i in 0..self.n {
            for j in 0..i {
                let (dx, dy) = (at.x[i] - at.x[j], at.y[i] - at.y[j]);
                let gap = if self.hops[i * self.n + j] > 1.0 { self.gap } else { self.gap + LINK_GAP - GAP };
                let x = self.half[i].0 + self.half[j].0 + gap - dx.abs();
                let y = self.half[i].1 + self.half[j].1 + gap - dy.abs();
                if x <= 0.0 || y <= 0.0 {
                    continue;
                }
                pairs += 1;
                if x < y {
                    let push = (0.5 * x + 0.02 * self.gap).copysign(dx);
                    at.x[i] += push;
                    at.x[j] -= push;
                } else {
                    let push = (0.5 * y + 0.02 * self.gap).copysign(dy);
                    at.y[i] += push;
                    at.y[j] -= push;
                }
            }
        }
        pairs
    }
}

fn cost(crossings: f32, stress: f32) -> f32 {
    (stress + LITTLE_STRESS) * (crossings + FEW_CROSSINGS).sqrt()
}

fn meet(a: Span, b: Span) -> bool {
    a.0 <= b.1 && b.0 <= a.1 && a.2 <= b.3 && b.2 <= a.3
}
