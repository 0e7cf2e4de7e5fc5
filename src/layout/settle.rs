//! Moves the rows of a folded tree up into room that was left above them.

use crate::layout::GAP;
use crate::layout::rows::Rows;
use crate::layout::tidy::Forest;

/// Width of the strips of which each is taken down to somewhere.
const STRIP: f64 = 16.0;
/// What is above stays so far away.
const APART: f64 = 1.75 * GAP as f64;
/// Beside what does not stand right below its target, for its link.
const CHANNEL: f64 = 1.75 * GAP as f64;

/// Rows go up as far as what is above them lets them, those side by side together; `step` stays between a row and what hangs on it.
pub(in crate::layout) fn settle(forest: &Forest, rows: &Rows, x: &[f64], upright: &mut [(f64, f64)], step: f64) {
    let half = |i: u32| rows.rows[i as usize].size.x / 2.0;
    let left = forest.order.iter().map(|&i| x[i as usize] - half(i)).fold(f64::INFINITY, f64::min) - CHANNEL;
    let right = forest.order.iter().map(|&i| x[i as usize] + half(i)).fold(f64::NEG_INFINITY, f64::max) + CHANNEL;
    if !(right > left) {
        return;
    }
    let mut taken = vec![f64::NEG_INFINITY; ((right - left) / STRIP) as usize + 2];
    let strips = |from: f64, to: f64| ((from - left) / STRIP).max(0.0) as usize..=((to - left) / STRIP).max(0.0) as usize;
    let mut before = vec![u32::MAX; x.len()];
    for &i in &forest.order {
        for pair in forest.children(i as usize).windows(2) {
            before[pair[1] as usize] = pair[0];
        }
    }
    let mut order: Vec<u32> = forest.order.clone();
    let key = |i: u32| (upright[i as usize].0, forest.parent[i as usize]);
    let keys: Vec<(f64, u32)> = (0..x.len() as u32).map(key).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (keys[a as usize], keys[b as usize]);
        a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
    });
    for group in order.chunk_by(|&a, &b| keys[a as usize] == keys[b as usize] && forest.parent[a as usize] != a) {
        let now = keys[group[0] as usize].0;
        let mut top = f64::NEG_INFINITY;
        for &i in group {
            let (at, parent, last) = (x[i as usize], forest.parent[i as usize], before[i as usize]);
            let (begin, end) = (at - half(i), at + half(i));
            if parent == i {
                top = now;
                continue;
            }
            let joint = rows.rows[i as usize].is_joint || rows.rows[parent as usize].is_joint;
            top = top.max(upright[parent as usize].1 + if joint { step.min(f64::from(GAP) + 1.0) } else { step });
            if last != u32::MAX && begin < x[last as usize] + half(last) {
                top = top.max(upright[last as usize].1 + f64::from(GAP) + 1.0);
            }
            let above = taken[strips(begin - f64::from(GAP), end + f64::from(GAP))].iter().copied().fold(f64::NEG_INFINITY, f64::max);
            top = top.max(above + APART);
        }
        let top = top.min(now);
        for &i in group {
            let (at, parent) = (x[i as usize], forest.parent[i as usize] as usize);
            let high = upright[i as usize].1 - upright[i as usize].0;
            upright[i as usize] = (top, top + high);
            let (begin, end) = (at - half(i), at + half(i));
            let hangs = top > upright[parent].1 + step + 1.0;
            let (from, to) = (x[parent].min(begin - if hangs { CHANNEL } else { 0.0 }), x[parent].max(end));
            let link = if hangs { top + high } else { top };
            for strip in &mut taken[strips(from, to)] {
                *strip = strip.max(link);
            }
            for strip in &mut taken[strips(begin, end)] {
                *strip = strip.max(top + high);
            }
        }
    }
}
