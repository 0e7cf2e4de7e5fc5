//! Repulsion between all boxes in n log n: far groups push as one (Barnes and Hut 1986).
//!
//! Boxes are sorted along a Z curve, so that a cell of the tree is a run of them. The tree is walked once for a group of neighbours, and
//! what it found is applied to eight of them at a time.

/// A cell pushes as one where its side is less than so many distances from the nearest box that it pushes.
const THETA: f32 = 1.5;
/// Boxes in a leaf.
const LEAF: usize = 8;
/// Boxes for which the tree is walked together, at most.
const GROUP: usize = 16;
/// Boxes that are pushed at a time.
const LANES: usize = 8;
/// Bits of a coordinate along the Z curve.
const BITS: u32 = 15;

#[derive(Clone, Copy, Debug)]
struct Cell {
    x: f32,
    y: f32,
    mass: f32,
    side: f32,
    /// Boxes of the cell in the sorted order.
    first: u32,
    end: u32,
    /// Where the walk goes on when this cell is done with; its children, if any, follow directly.
    skip: u32,
    leaf: bool,
}

/// The tree over the boxes of one moment.
#[derive(Debug, Default)]
pub(super) struct Tree {
    cells: Vec<Cell>,
    keys: Vec<u64>,
    spare: Vec<u64>,
    x: Vec<f32>,
    y: Vec<f32>,
    mass: Vec<f32>,
    groups: Vec<u32>,
    list: Vec<[f32; 3]>,
}

/// How repulsion falls off: `mass / ((d² + softening) (1 + d² fade))`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Falloff {
    pub(super) softening: f32,
    pub(super) fade: f32,
}

impl Tree {
    /// Writes the sum of `mass × away / distance²` over all boxes, as every box feels it.
    pub(super) fn push_all(&mut self, x: &[f32], y: &[f32], mass: &[f32], falloff: Falloff, fx: &mut [f32], fy: &mut [f32]) {
        self.rebuild(x, y, mass);
        let mut list = std::mem::take(&mut self.list);
        for &g in &self.groups {
            let group = self.cells[g as usize];
            self.walk(group, &mut list);
            let (first, end) = (group.first as usize, group.end as usize);
            for start in (first..end).step_by(LANES) {
                let count = LANES.min(end - start);
                let (mut px, mut py) = ([0.0; LANES], [0.0; LANES]);
                px[..count].copy_from_slice(&self.x[start..start + count]);
                py[..count].copy_from_slice(&self.y[start..start + count]);
                let (ax, ay) = sum(&list, &px, &py, falloff);
                for k in 0..count {
                    let i = (self.keys[start + k] & 0xffff_ffff) as usize;
                    fx[i] = ax[k];
                    fy[i] = ay[k];
                }
            }
        }
        self.list = list;
    }

    fn rebuild(&mut self, x: &[f32], y: &[f32], mass: &[f32]) {
        self.cells.clear();
        self.groups.clear();
        let span = |v: &[f32]| v.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), &v| (low.min(v), high.max(v)));
        let (left, right) = span(x);
        let (top, bottom) = span(y);
        let side = (right - left).max(bottom - top).max(1e-6);
        let scale = ((1u32 << BITS) - 1) as f32 / side;
        self.keys.clear();
        self.keys.extend(x.iter().zip(y).enumerate().map(|(i, (x, y))| {
            let (x, y) = (((x - left) * scale) as u32, ((y - top) * scale) as u32);
            (u64::from(spread(x) | (spread(y) << 1)) << 32) | i as u64
        }));
        sort(&mut self.keys, &mut self.spare);
        self.x.clear();
        self.y.clear();
        self.mass.clear();
        for &key in &self.keys {
            let i = (key & 0xffff_ffff) as usize;
            self.x.push(x[i]);
            self.y.push(y[i]);
            self.mass.push(mass[i]);
        }
        if !x.is_empty() {
            self.split(0, x.len(), BITS, side, false);
        }
    }

    fn split(&mut self, first: usize, end: usize, bits: u32, side: f32, grouped: bool) -> (f32, f32, f32) {
        let this = self.cells.len();
        let leaf = end - first <= LEAF || bits == 0;
        let group = !grouped && (end - first <= GROUP || bits == 0);
        if group {
            self.groups.push(this as u32);
        }
        self.cells.push(Cell { x: 0.0, y: 0.0, mass: 0.0, side, first: first as u32, end: end as u32, skip: 0, leaf });
        let (mut mx, mut my, mut mass) = (0.0, 0.0, 0.0);
        if leaf {
            for k in first..end {
                let m = self.mass[k];
                mx += self.x[k] * m;
                my += self.y[k] * m;
                mass += m;
            }
        } else {
            let shift = 2 * (bits - 1) + 32;
            let mut start = first;
            for quarter in 0..4 {
                let stop = start + self.keys[start..end].partition_point(|k| (k >> shift) & 3 <= quarter);
                if stop > start {
                    let (x, y, m) = self.split(start, stop, bits - 1, side / 2.0, grouped || group);
                    mx += x;
                    my += y;
                    mass += m;
                }
                start = stop;
            }
        }
        let skip = self.cells.len() as u32;
        let cell = &mut self.cells[this];
        (cell.x, cell.y, cell.mass) = (mx / mass, my / mass, mass);
        cell.skip = skip;
        (mx, my, mass)
    }

    /// What pushes the boxes of a group: far cells as one, near boxes each.
    fn walk(&self, group: Cell, list: &mut Vec<[f32; 3]>) {
        list.clear();
        let own = group.first as usize..group.end as usize;
        let span = |v: &[f32]| v.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), &v| (low.min(v), high.max(v)));
        let (left, right) = span(&self.x[own.clone()]);
        let (top, bottom) = span(&self.y[own]);
        let (cx, cy) = ((left + right) / 2.0, (top + bottom) / 2.0);
        let (rx, ry) = ((right - left) / 2.0, (bottom - top) / 2.0);
        let mut i = 0;
        while let Some(cell) = self.cells.get(i) {
            let (dx, dy) = (((cell.x - cx).abs() - rx).max(0.0), ((cell.y - cy).abs() - ry).max(0.0));
            if cell.side * cell.side < THETA * THETA * (dx * dx + dy * dy) {
                list.push([cell.x, cell.y, cell.mass]);
                i = cell.skip as usize;
            } else if cell.leaf {
                for k in cell.first as usize..cell.end as usize {
                    list.push([self.x[k], self.y[k], self.mass[k]]);
                }
                i = cell.skip as usize;
            } else {
                i += 1;
            }
        }
    }
}

#[inline]
fn sum(list: &[[f32; 3]], px: &[f32; LANES], py: &[f32; LANES], falloff: Falloff) -> ([f32; LANES], [f32; LANES]) {
    let (mut ax, mut ay) = ([0.0f32; LANES], [0.0f32; LANES]);
    for [x, y, mass] in list {
        for k in 0..LANES {
            let (dx, dy) = (px[k] - x, py[k] - y);
            let q = dx * dx + dy * dy;
            let push = mass * inverse((q + falloff.softening) * (1.0 + q * falloff.fade));
            ax[k] += dx * push;
            ay[k] += dy * push;
        }
    }
    (ax, ay)
}

/// 1 / `v` within 1 %, for normal positive numbers: a guess by the exponent and a step of Newton's. Quicker than a division, and unlike the
/// processors' own estimates the same everywhere.
#[inline(always)]
fn inverse(v: f32) -> f32 {
    let guess = f32::from_bits(0x7ef3_11c3 - v.to_bits());
    guess * (2.0 - v * guess)
}

/// Below this many keys a comparing sort is quicker.
const FEW: usize = 256;
/// Bits sorted by at a time.
const DIGIT: u32 = 10;

/// Sorts by the upper halves, equal ones by the lower.
fn sort(keys: &mut Vec<u64>, spare: &mut Vec<u64>) {
    if keys.len() < FEW {
        keys.sort_unstable();
        return;
    }
    spare.clear();
    spare.resize(keys.len(), 0);
    for pass in 0..3 {
        let shift = 32 + pass * DIGIT;
        let digit = |key: u64| ((key >> shift) & ((1 << DIGIT) - 1)) as usize;
        let mut starts = [0u32; 1 << DIGIT];
        for &key in keys.iter() {
            starts[digit(key)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        for &key in keys.iter() {
            let slot = &mut starts[digit(key)];
            spare[*slot as usize] = key;
            *slot += 1;
        }
        std::mem::swap(keys, spare);
    }
}

/// Puts a zero between any two bits.
fn spread(v: u32) -> u32 {
    let v = (v | (v << 8)) & 0x00ff_00ff;
    let v = (v | (v << 4)) & 0x0f0f_0f0f;
    let v = (v | (v << 2)) & 0x3333_3333;
    (v | (v << 1)) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;

    const NEAR: Falloff = Falloff { softening: 1.0, fade: 0.0 };

    fn pushed(x: &[f32], y: &[f32], mass: &[f32]) -> Vec<(f32, f32)> {
        let (mut fx, mut fy) = (vec![0.0; x.len()], vec![0.0; x.len()]);
        Tree::default().push_all(x, y, mass, NEAR, &mut fx, &mut fy);
        fx.into_iter().zip(fy).collect()
    }

    #[test]
    fn the_tree_agrees_with_the_plain_sum() {
        let mut rng = Rng::new(3);
        let mut some = |n: usize, scale: f64| (0..n).map(|_| (rng.unit() * scale) as f32).collect::<Vec<f32>>();
        let (x, y, mass) = (some(500, 900.0), some(500, 500.0), some(500, 1.5));
        for (i, (fx, fy)) in pushed(&x, &y, &mass).into_iter().enumerate() {
            let (mut px, mut py) = (0.0, 0.0);
            for j in 0..x.len() {
                let (dx, dy) = (x[i] - x[j], y[i] - y[j]);
                px += dx * mass[j] / (dx * dx + dy * dy + 1.0);
                py += dy * mass[j] / (dx * dx + dy * dy + 1.0);
            }
            let error = (fx - px).hypot(fy - py);
            assert!(error < 0.15 * px.hypot(py) + 0.05, "{error} of {}", px.hypot(py));
        }
    }

    #[test]
    fn coincident_places_are_harmless() {
        assert!(pushed(&[5.0; 100], &[5.0; 100], &[1.0; 100]).iter().all(|p| *p == (0.0, 0.0)));
        assert!(pushed(&[], &[], &[]).is_empty());
    }
}
