//! Which links of a small part cross, and where its nodes had better be.

use crate::layout::force::arrange::Places;
use crate::layout::force::small::{Small, Terms};

/// What so little stress and so few crossings more matter where there is none.
const LITTLE_STRESS: f32 = 0.002;
const FEW_CROSSINGS: f32 = 14.0;
/// Where a node is tried, around the middle of its neighbours, and how far from it, in hops.
const AROUND: [(f32, f32); 8] = {
    const D: f32 = std::f32::consts::FRAC_1_SQRT_2;
    [(0.0, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (D, D), (-D, D), (D, -D), (-D, -D)]
};
const AWAY: [f32; 2] = [0.6, 1.1];
/// How many of these places, those of least stress where there is room, are looked at for crossings.
const TRIES: usize = 5;

/// Whether boxes are drawn. Without them crossings matter more: it is then that they are few or many, and what boxes do to stress comes later.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Boxes {
    Without,
    Drawn,
}

/// Links as lines, by their ends.
#[derive(Debug, Default)]
struct Lines {
    ax: Vec<f32>,
    ay: Vec<f32>,
    bx: Vec<f32>,
    by: Vec<f32>,
    /// What is below 0 where a line is crossed.
    apart: Vec<f32>,
}

impl Lines {
    /// How many lines from the `first` on the one from `p` to `q` crosses. Lines that share an end do not cross: the end is exactly on both.
    fn crossed(&mut self, first: usize, (px, py): (f32, f32), (qx, qy): (f32, f32)) -> u32 {
        let (ux, uy) = (qx - px, qy - py);
        let lines = self.ax[first..].iter().zip(&self.ay[first..]).zip(self.bx[first..].iter().zip(&self.by[first..]));
        let all = &mut self.apart[first..];
        for (((ax, ay), (bx, by)), apart) in lines.zip(&mut *all) {
            let sides = (ux * (ay - py) - uy * (ax - px)) * (ux * (by - py) - uy * (bx - px));
            let (vx, vy) = (bx - ax, by - ay);
            let ends = (vx * (py - ay) - vy * (px - ax)) * (vx * (qy - ay) - vy * (qx - ax));
            *apart = if sides > ends { sides } else { ends };
        }
        all.iter().map(|apart| u32::from(*apart < 0.0)).sum()
    }
}

impl Small {
    fn lines(&self, at: &Places) -> Lines {
        let ends = |of: &dyn Fn(&(u32, u32)) -> f32| self.links.iter().map(of).collect();
        let (x, y) = (|i: u32| at.x[i as usize], |i: u32| at.y[i as usize]);
        let apart = vec![0.0; self.links.len()];
        Lines { ax: ends(&|l| x(l.0)), ay: ends(&|l| y(l.0)), bx: ends(&|l| x(l.1)), by: ends(&|l| y(l.1)), apart }
    }

    fn crossings(&self, at: &Places) -> u32 {
        let mut lines = self.lines(at);
        (0..self.links.len()).map(|k| lines.crossed(k + 1, (lines.ax[k], lines.ay[k]), (lines.bx[k], lines.by[k]))).sum()
    }

    /// What an arrangement is worth, without boxes or with them: the less, the better.
    pub(super) fn cost(&self, at: &Places, with: Boxes) -> f32 {
        with.cost(self.crossings(at) as f32, self.stress(at))
    }

    /// Moves nodes whose links cross others to where that is better, one after the other. Whether any was.
    pub(super) fn untangle(&self, at: &mut Places, with: Boxes, terms: &mut Terms) -> bool {
        let n = self.n;
        let hop = match with {
            Boxes::Without => 1.0,
            Boxes::Drawn => self.hop(at),
        };
        let pairs = (n * (n - 1)) as f32 / 2.0;
        let mut moved = false;
        let mut tries = Vec::new();
        let mut lines = self.lines(at);
        let (mut crossings, mut stress) = (self.crossings(at) as f32, self.stress(at));
        for i in 0..n {
            let here = (at.x[i], at.y[i]);
            let before = self.crossings_of(&mut lines, at, i, f32::MAX) as f32;
            if before == 0.0 {
                continue;
            }
            let own = self.stress_of(at, i, hop, terms);
            let near = &self.near[i];
            let (sx, sy) = near.iter().fold((0.0, 0.0), |(x, y), &(j, _)| (x + at.x[j as usize], y + at.y[j as usize]));
            let middle = (sx / near.len() as f32, sy / near.len() as f32);
            let mut best = (with.cost(crossings, stress), here, crossings, stress);
            let mirrored = (2.0 * middle.0 - here.0, 2.0 * middle.1 - here.1);
            let around = AROUND.iter().flat_map(|(x, y)| AWAY.map(|r| (middle.0 + r * hop * x, middle.1 + r * hop * y)));
            tries.clear();
            for to in around.chain([middle, mirrored]) {
                (at.x[i], at.y[i]) = to;
                tries.push((stress + (self.stress_of(at, i, hop, terms) - own) / pairs, to));
            }
            tries.sort_by(|a, b| a.0.total_cmp(&b.0));
            let rest = (crossings - before).max(0.0);
            let mut left = TRIES;
            for &(stressed, to) in &tries {
                if left == 0 || with.cost(rest, stressed) >= best.0 {
                    break;
                }
                (at.x[i], at.y[i]) = to;
                if with == Boxes::Drawn && self.hits(at, i, terms) {
                    continue;
                }
                left -= 1;
                let most = with.crossings_at(best.0, stressed) - rest;
                let crossed = rest + self.crossings_of(&mut lines, at, i, most) as f32;
                let cost = with.cost(crossed, stressed);
                if cost < best.0 {
                    best = (cost, to, crossed, stressed);
                }
            }
            moved |= best.1 != here;
            (at.x[i], at.y[i]) = best.1;
            self.follow(&mut lines, at, i);
            (crossings, stress) = (best.2, best.3);
        }
        moved
    }

    /// Draws the links of a node to where it is.
    fn follow(&self, lines: &mut Lines, at: &Places, i: usize) {
        for &(_, k) in &self.near[i] {
            let (ends_x, ends_y) =
                if self.links[k as usize].0 as usize == i { (&mut lines.ax, &mut lines.ay) } else { (&mut lines.bx, &mut lines.by) };
            (ends_x[k as usize], ends_y[k as usize]) = (at.x[i], at.y[i]);
        }
    }

    /// Crossings of the links of a node, where it now is; no more than these are counted where there are more than `most`.
    fn crossings_of(&self, lines: &mut Lines, at: &Places, i: usize, most: f32) -> u32 {
        self.follow(lines, at, i);
        let here = (at.x[i], at.y[i]);
        let mut crossed = 0;
        for &(j, _) in &self.near[i] {
            crossed += lines.crossed(0, here, (at.x[j as usize], at.y[j as usize]));
            if crossed as f32 > most {
                break;
            }
        }
        crossed
    }
}

impl Boxes {
    fn cost(self, crossings: f32, stress: f32) -> f32 {
        let root = (crossings + FEW_CROSSINGS).sqrt();
        let much = match self {
            Self::Without => root,
            Self::Drawn => root.sqrt(),
        };
        (stress + LITTLE_STRESS) * much
    }

    /// How many crossings make this cost.
    fn crossings_at(self, cost: f32, stress: f32) -> f32 {
        let much = cost / (stress + LITTLE_STRESS);
        let root = match self {
            Self::Without => much,
            Self::Drawn => much * much,
        };
        root * root - FEW_CROSSINGS
    }
}
