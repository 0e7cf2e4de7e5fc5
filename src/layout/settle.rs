//! Moves the rows of a folded tree up into room that was left above them.

use crate::base::Cancelled;
use crate::layout::GAP;
use crate::layout::point::{least, most};
use crate::layout::rows::Rows;
use crate::layout::tidy::Forest;
use crate::layout::work::Work;

/// Width of the strips of which each is taken down to somewhere, unless there would be more of them than that.
const STRIP: f64 = 16.0;
const MAX_STRIPS: f64 = 20_000.0;
/// What is above stays so far away.
const APART: f64 = 1.75 * GAP as f64;
/// Beside what does not stand right below its target, for its link.
const CHANNEL: f64 = 1.75 * GAP as f64;
/// Beside a row, and below one.
const BESIDE: f64 = GAP as f64;
const CLOSE: f64 = GAP as f64 + 1.0;

/// A row, where it begins, and what it hangs on.
struct Begins {
    top: f64,
    parent: u32,
    row: u32,
}

/// How far down it is taken, strip by strip.
struct Taken {
    left: f64,
    strip: f64,
    down_to: Vec<f64>,
}

impl Taken {
    fn new(left: f64, right: f64) -> Self {
        let strip = STRIP.max((right - left) / MAX_STRIPS);
        Self { left, strip, down_to: vec![f64::NEG_INFINITY; ((right - left) / strip) as usize + 2] }
    }

    fn strips(&mut self, from: f64, to: f64) -> &mut [f64] {
        &mut self.down_to[((from - self.left) / self.strip) as usize..=((to - self.left) / self.strip) as usize]
    }

    fn lowest(&mut self, from: f64, to: f64) -> f64 {
        self.strips(from, to).iter().fold(f64::NEG_INFINITY, |lowest, strip| most(lowest, *strip))
    }

    fn take(&mut self, from: f64, to: f64, bottom: f64) {
        self.strips(from, to).iter_mut().for_each(|strip| *strip = most(*strip, bottom));
    }
}

/// Rows go up as far as what is above them lets them, those side by side together; `step` stays between a row and what hangs on it.
pub(in crate::layout) fn settle(
    forest: &Forest,
    rows: &Rows,
    x: &[f64],
    upright: &mut [(f64, f64)],
    step: f64,
    work: &mut Work<'_>,
) -> Result<(), Cancelled> {
    let half = |i: u32| rows.rows[i as usize].size.x / 2.0;
    let ends = forest.order.iter().map(|&i| (x[i as usize] - half(i), x[i as usize] + half(i)));
    let (left, right) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), (left, right)| (least(l, left), most(r, right)));
    if right <= left {
        return Ok(());
    }
    let mut taken = Taken::new(left - CHANNEL, right + CHANNEL);
    let mut before = vec![u32::MAX; x.len()];
    for &i in &forest.order {
        for pair in forest.children(i as usize).windows(2) {
            before[pair[1] as usize] = pair[0];
        }
    }
    let begins = |&row: &u32| Begins { top: upright[row as usize].0, parent: forest.parent[row as usize], row };
    let mut order: Vec<Begins> = forest.order.iter().map(begins).collect();
    order.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.parent.cmp(&b.parent)));
    for group in order.chunk_by(|a, b| a.top == b.top && a.parent == b.parent && a.parent != a.row) {
        work.spend(group.len())?;
        let now = group[0].top;
        let mut top = f64::NEG_INFINITY;
        for &Begins { parent, row, .. } in group {
            let (at, last) = (x[row as usize], before[row as usize]);
            let (begin, end) = (at - half(row), at + half(row));
            if parent == row {
                top = now;
                continue;
            }
            let joint = rows.rows[row as usize].is_joint || rows.rows[parent as usize].is_joint;
            top = most(top, upright[parent as usize].1 + if joint { least(step, CLOSE) } else { step });
            if last != u32::MAX && begin < x[last as usize] + half(last) {
                top = most(top, upright[last as usize].1 + CLOSE);
            }
            top = most(top, taken.lowest(begin - BESIDE, end + BESIDE) + APART);
        }
        let top = least(top, now);
        for &Begins { parent, row, .. } in group {
            let (at, parent) = (x[row as usize], parent as usize);
            let bottom = top + rows.rows[row as usize].size.y;
            upright[row as usize] = (top, bottom);
            let (begin, end) = (at - half(row), at + half(row));
            let hangs = top > upright[parent].1 + step + 1.0;
            taken.take(
                least(x[parent], if hangs { begin - CHANNEL } else { begin }),
                most(x[parent], end),
                if hangs { bottom } else { top },
            );
            taken.take(begin, end, bottom);
        }
    }
    Ok(())
}
