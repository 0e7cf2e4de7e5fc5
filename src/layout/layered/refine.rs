//! Fewer crossings of links drawn straight: rows look for better places in their layers, judged by the links as they will be seen.

use super::across::Fit;
use crate::base::Cancelled;
use crate::layout::parts::lists;
use crate::layout::rows::Rows;
use crate::layout::work::Work;

/// With more links than this, looks at many of them cost too much.
const MAX_LINKS: usize = 6_000;
/// Looks at the whole drawing.
const PASSES: usize = 6;
/// Places tried on both sides of where the neighbours are.
const REACH: usize = 3;
/// Links that are passed over together where they are in other layers.
const CHUNK: usize = 16;
/// A pass that gains a smaller share of the crossings is the last.
const WORTHWHILE: f64 = 0.005;

/// Improves the places of rows across their layers; `y` is where the centres of layers are. Tells how many links cross in the end.
pub(super) fn refine(rows: &Rows, layer: &[u32], y: &[f64], gap: f64, x: &mut [f64], work: &mut Work<'_>) -> Result<u32, Cancelled> {
    let n = rows.rows.len();
    if rows.arcs.len() > MAX_LINKS || n < 3 {
        return Ok(0);
    }
    let mut drawing = Drawing::new(rows, layer, y, gap, x);
    let mut least = drawing.crossings();
    let mut best = drawing.x.clone();
    for pass in 0..PASSES {
        let depth = drawing.layers.len();
        let before = least;
        for step in 0..depth {
            let l = if pass % 2 == 0 { step } else { depth - 1 - step };
            work.spend(drawing.layers[l].len())?;
            drawing.improve(l);
        }
        let crossings = drawing.crossings();
        if crossings < least {
            least = crossings;
            best.clone_from(&drawing.x);
        }
        if f64::from(least) > (1.0 - WORTHWHILE) * f64::from(before) {
            break;
        }
    }
    x[..n].copy_from_slice(&best);
    Ok(least)
}

/// Rows at their places, and the links between them.
struct Drawing<'a> {
    rows: &'a Rows,
    y: &'a [f64],
    gap: f64,
    x: Vec<f64>,
    /// The rows of each layer from left to right.
    layers: Vec<Vec<u32>>,
    links: Links,
    /// The links of each row: those of `i` are `of[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    of: Vec<u32>,
}

impl<'a> Drawing<'a> {
    fn new(rows: &'a Rows, layer: &[u32], y: &'a [f64], gap: f64, x: &[f64]) -> Self {
        let n = rows.rows.len();
        let mut layers: Vec<Vec<u32>> = vec![Vec::new(); y.len()];
        for (i, &l) in (0..n as u32).zip(layer) {
            layers[l as usize].push(i);
        }
        for members in &mut layers {
            members.sort_by(|&a, &b| x[a as usize].total_cmp(&x[b as usize]));
        }
        let links = Links::new(rows, layer, y, x);
        let ends = links.ends.iter().zip(0u32..).flat_map(|(&(a, b), k)| [(a, k), (b, k)]);
        let (starts, of) = lists(n, ends);
        Self { rows, y, gap, x: x[..n].to_vec(), layers, links, starts, of }
    }

    fn crossings(&self) -> u32 {
        let all = (0..self.links.ends.len()).map(|k| {
            let links = &self.links;
            let (chunk, lane) = (&links.chunks[k / CHUNK], k % CHUNK);
            links.crossed((chunk.x1[lane], chunk.y1[lane]), (chunk.x2[lane], chunk.y2[lane]), links.span[k])
        });
        all.sum::<u32>() / 2
    }

    fn half(&self, i: u32) -> f64 {
        self.rows.rows[i as usize].size.x / 2.0
    }

    /// Lets each row of a layer look for a better place, then takes them apart.
    fn improve(&mut self, l: usize) {
        for i in self.layers[l].clone() {
            self.settle(l, i);
        }
        let members = &self.layers[l];
        let mut fit = Fit::default();
        for (k, &i) in members.iter().enumerate() {
            let apart = if k == 0 { 0.0 } else { self.half(i) + self.half(members[k - 1]) + self.gap };
            fit.push(apart, self.x[i as usize], 1.0);
        }
        fit.finish(members, &mut self.x);
        for k in 0..self.layers[l].len() {
            self.follow(self.layers[l][k]);
        }
    }

    /// Moves row `i` to the place near its neighbours where its links cross least.
    fn settle(&mut self, l: usize, i: u32) {
        let at = self.starts[i as usize] as usize..self.starts[i as usize + 1] as usize;
        let far: Vec<(f64, u32)> = self.of[at]
            .iter()
            .map(|&k| {
                let (a, b) = self.links.ends[k as usize];
                (self.x[(if a == i { b } else { a }) as usize], k)
            })
            .collect();
        if far.is_empty() || self.layers[l].len() < 2 {
            return;
        }
        let now = self.x[i as usize];
        let wish = far.iter().map(|(x, _)| x).sum::<f64>() / far.len() as f64;
        let others: Vec<u32> = self.layers[l].iter().copied().filter(|&j| j != i).collect();
        let slot = others.partition_point(|&j| self.x[j as usize] < wish);
        let mut chosen = (self.cost(l, now, &far, u32::MAX), now);
        for slot in slot.saturating_sub(REACH)..=(slot + REACH).min(others.len()) {
            let reach = self.half(i) + self.gap;
            let left = slot.checked_sub(1).map(|k| self.x[others[k] as usize] + self.half(others[k]) + reach);
            let right = others.get(slot).map(|&j| self.x[j as usize] - self.half(j) - reach);
            let place = match (left, right) {
                (Some(left), Some(right)) if left <= right => wish.clamp(left, right),
                (Some(left), Some(right)) => (left + right) / 2.0,
                (Some(left), None) => wish.max(left),
                (None, Some(right)) => wish.min(right),
                (None, None) => wish,
            };
            let cost = self.cost(l, place, &far, chosen.0);
            if cost < chosen.0 {
                chosen = (cost, place);
            }
        }
        if chosen.1 != now {
            self.x[i as usize] = chosen.1;
            self.follow(i);
            let old = self.layers[l].iter().position(|&j| j == i).unwrap_or_default();
            self.layers[l].remove(old);
            let new = others.partition_point(|&j| self.x[j as usize] < chosen.1);
            self.layers[l].insert(new, i);
        }
    }

    /// How many links those of row `i` cross where it stands at `place`; some number from `enough` on where it is that many.
    fn cost(&self, l: usize, place: f64, far: &[(f64, u32)], enough: u32) -> u32 {
        let here = (place as f32, self.y[l] as f32);
        let mut sum = 0;
        for &(x, k) in far {
            let (top, bottom) = self.links.span[k as usize];
            let y = self.y[(if top as usize == l { bottom } else { top }) as usize];
            sum += self.links.crossed(here, (x as f32, y as f32), (top, bottom));
            if sum >= enough {
                break;
            }
        }
        sum
    }

    /// The ends of links at row `i` go where it is.
    fn follow(&mut self, i: u32) {
        let x = self.x[i as usize] as f32;
        for &k in &self.of[self.starts[i as usize] as usize..self.starts[i as usize + 1] as usize] {
            let k = k as usize;
            let chunk = &mut self.links.chunks[k / CHUNK];
            (if self.links.ends[k].0 == i { &mut chunk.x1 } else { &mut chunk.x2 })[k % CHUNK] = x;
        }
    }
}

/// One coordinate of the ends of some links.
type Lane = [f32; CHUNK];

/// Ends of links in neighbouring layers; each coordinate for itself, so that several are looked at in one step.
#[derive(Clone)]
struct Chunk {
    x1: Lane,
    y1: Lane,
    x2: Lane,
    y2: Lane,
    /// Uppermost and lowest layer.
    span: (u32, u32),
}

/// All links, sorted by layers.
struct Links {
    ends: Vec<(u32, u32)>,
    /// Upper and lower layer.
    span: Vec<(u32, u32)>,
    chunks: Vec<Chunk>,
}

impl Links {
    fn new(rows: &Rows, layer: &[u32], y: &[f64], x: &[f64]) -> Self {
        let mut sorted: Vec<((u32, u32), (u32, u32))> =
            rows.arcs.iter().map(|arc| ((layer[arc.to as usize], layer[arc.from as usize]), (arc.to, arc.from))).collect();
        sorted.sort_unstable();
        let span: Vec<(u32, u32)> = sorted.iter().map(|link| link.0).collect();
        let ends: Vec<(u32, u32)> = sorted.iter().map(|link| link.1).collect();
        // What fills up the last chunk has no length and crosses nothing.
        let empty = Chunk { x1: [0.0; CHUNK], y1: [0.0; CHUNK], x2: [0.0; CHUNK], y2: [0.0; CHUNK], span: (u32::MAX, 0) };
        let mut chunks = vec![empty; sorted.len().div_ceil(CHUNK)];
        for (k, &((top, bottom), (a, b))) in sorted.iter().enumerate() {
            let (chunk, lane) = (&mut chunks[k / CHUNK], k % CHUNK);
            (chunk.x1[lane], chunk.y1[lane]) = (x[a as usize] as f32, y[top as usize] as f32);
            (chunk.x2[lane], chunk.y2[lane]) = (x[b as usize] as f32, y[bottom as usize] as f32);
            chunk.span = (chunk.span.0.min(top), chunk.span.1.max(bottom));
        }
        Self { ends, span, chunks }
    }

    /// How many links a straight line from `a` to `b` in these layers crosses; those that share an end do not count.
    fn crossed(&self, a: (f32, f32), b: (f32, f32), (top, bottom): (u32, u32)) -> u32 {
        let mut sums = [0u32; CHUNK];
        for chunk in self.chunks.iter().take_while(|chunk| chunk.span.0 < bottom).filter(|chunk| chunk.span.1 > top) {
            chunk.add_crossed(a, b, &mut sums);
        }
        sums.iter().sum()
    }
}

impl Chunk {
    fn add_crossed(&self, a: (f32, f32), b: (f32, f32), sums: &mut [u32; CHUNK]) {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        for (k, sum) in sums.iter_mut().enumerate() {
            let (x1, y1, x2, y2) = (self.x1[k], self.y1[k], self.x2[k], self.y2[k]);
            // On which side of one line the ends of the other are.
            let first = dx * (y1 - a.1) - dy * (x1 - a.0);
            let second = dx * (y2 - a.1) - dy * (x2 - a.0);
            let (ex, ey) = (x2 - x1, y2 - y1);
            let third = ex * (a.1 - y1) - ey * (a.0 - x1);
            let fourth = ex * (b.1 - y1) - ey * (b.0 - x1);
            *sum += u32::from((first * second < 0.0) & (third * fourth < 0.0));
        }
    }
}
