//! Moves the rows of a folded tree up into room that was left above them.

use crate::base::Cancelled;
use crate::layout::GAP;
use crate::layout::down::Down;
use crate::layout::point::{least, most};
use crate::layout::rows::Rows;
use crate::layout::tidy::Forest;
use crate::layout::work::Work;

/// Width of the strips of which each is taken down to somewhere, unless there would be more of them than that.
const STRIP: f64 = 24.0;
const MAX_STRIPS: f64 = 100_000.0;
/// The same where boxes are to be told from those right beside them.
const FINE: f64 = 1.0;
/// What is above stays so far away.
const APART: f64 = 1.75 * GAP as f64;
/// Beside what does not stand right below its target, for its link.
pub(in crate::layout) const CHANNEL: f64 = 1.75 * GAP as f64;
/// Beside a row, and below one.
pub(in crate::layout) const BESIDE: f64 = GAP as f64;
pub(in crate::layout) const CLOSE: f64 = GAP as f64 + 1.0;

/// A row, where it begins, and what it hangs on.
pub(in crate::layout) struct Begins {
    top: f64,
    parent: u32,
    pub(in crate::layout) row: u32,
}

/// How far down it is taken, strip by strip.
pub(in crate::layout) struct Taken {
    left: f64,
    strip: f64,
    down_to: Vec<f64>,
}

impl Taken {
    fn new(left: f64, right: f64, strip: f64) -> Self {
        let strip = strip.max((right - left) / MAX_STRIPS);
        Self { left, strip, down_to: vec![f64::NEG_INFINITY; ((right - left) / strip) as usize + 2] }
    }

    fn strips(&mut self, from: f64, to: f64) -> &mut [f64] {
        &mut self.down_to[((from - self.left) / self.strip) as usize..=((to - self.left) / self.strip) as usize]
    }

    pub(in crate::layout) fn lowest(&mut self, from: f64, to: f64) -> f64 {
        self.strips(from, to).iter().fold(f64::NEG_INFINITY, |lowest, strip| most(lowest, *strip))
    }

    pub(in crate::layout) fn take(&mut self, from: f64, to: f64, bottom: f64) {
        self.strips(from, to).iter_mut().for_each(|strip| *strip = most(*strip, bottom));
    }
}

/// Rows go up as far as what is above them lets them, those side by side together; `step` stays between a row and what hangs on it. Where
/// `all_down`, they go down below all that they bear on.
pub(in crate::layout) fn settle(
    forest: &Forest,
    rows: &Rows,
    x: &[f64],
    upright: &mut [(f64, f64)],
    (step, all_down): (f64, bool),
    work: &mut Work<'_>,
) -> Result<(), Cancelled> {
    let ends = |i: u32| (x[i as usize] - rows.rows[i as usize].size.x / 2.0, x[i as usize] + rows.rows[i as usize].size.x / 2.0);
    let all = forest.order.iter().map(|&i| ends(i));
    let (left, right) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), (left, right)| (least(l, left), most(r, right)));
    if right <= left {
        return Ok(());
    }
    // What stands above a row in its column.
    let mut before = vec![u32::MAX; x.len()];
    for &i in &forest.order {
        for pair in forest.children(i as usize).windows(2).filter(|pair| ends(pair[1]).0 < ends(pair[0]).1) {
            before[pair[1] as usize] = pair[0];
        }
    }
    let begins = |&row: &u32| Begins { top: upright[row as usize].0, parent: forest.parent[row as usize], row };
    let mut order: Vec<Begins> = forest.order.iter().map(begins).collect();
    order.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.parent.cmp(&b.parent)));
    let mut groups: Vec<&[Begins]> = order.chunk_by(|a, b| a.top == b.top && a.parent == b.parent && a.parent != a.row).collect();
    let mut taken = Taken::new(left - CHANNEL, right + CHANNEL, STRIP);
    let mut down = all_down.then(|| Down::new(rows, Taken::new(left - CHANNEL, right + CHANNEL, FINE)));
    if let Some(down) = &down {
        groups = down.order(&groups, &before);
    }
    for group in groups {
        work.spend(group.len())?;
        let now = group[0].top;
        let (mut top, mut least_top) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for &Begins { parent, row, .. } in group {
            let (begin, end) = ends(row);
            let below = |other: u32| {
                let joint = rows.rows[row as usize].is_joint || rows.rows[other as usize].is_joint;
                upright[other as usize].1 + if joint { least(step, CLOSE) } else { step }
            };
            let mut hard = now;
            if parent != row {
                hard = below(parent);
                if let Some(last) = upright.get(before[row as usize] as usize) {
                    hard = most(hard, last.1 + CLOSE);
                }
                top = most(top, taken.lowest(begin - BESIDE, end + BESIDE) + APART);
            }
            top = most(top, hard);
            if let Some(down) = &mut down {
                least_top = most(least_top, most(hard, down.least_top(row, (begin, end), below)));
            }
        }
        let top = most(least(top, now), least_top);
        for &Begins { parent, row, .. } in group {
            let ((begin, end), parent) = (ends(row), parent as usize);
            let bottom = top + rows.rows[row as usize].size.y;
            upright[row as usize] = (top, bottom);
            let hangs = top > upright[parent].1 + step + 1.0;
            let from = least(x[parent], if hangs { begin - CHANNEL } else { begin });
            taken.take(from, most(x[parent], end), if hangs { bottom } else { top });
            taken.take(begin, end, bottom);
            if let Some(down) = &mut down {
                down.place(row, (begin, end), bottom);
            }
        }
    }
    Ok(())
}
