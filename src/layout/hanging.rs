//! Trees too wide for a page: what is wide hangs its subtrees below it in lines, on both sides of a trunk that the links to it share, or one
//! below the other like the points of a list.
//!
//! Of the shapes that a tree can take (`shapes`) that one is taken which is seen largest on a page.

use crate::base::Cancelled;
use crate::layout::columns::Room;
use crate::layout::point::Point;
use crate::layout::rows::Rows;
use crate::layout::settle::settle;
use crate::layout::shapes::{How, Shapes, Tidy};
use crate::layout::tidy::Forest;
use crate::layout::work::Work;

/// A drawing no wider than this stays as it is, and so does one that would not be seen so many times larger.
const WIDE: f64 = 2_400.0;
const LARGER: f64 = 1.35;

/// Where rows are across, and where they begin and end.
pub(in crate::layout) type Places = (Vec<f64>, Vec<(f64, f64)>);

/// Folds a tree where a drawing of it, `now` so wide and so high, is too wide for a page, which is `page` times as wide across as along. A row
/// stays `step` away from what hangs on it; `tidy` is where the tidy tree has the rows. For links besides those of the tree to lead down as well
/// the drawing may be seen so many times `smaller`.
pub(in crate::layout) fn fold(
    forest: &Forest,
    rows: &Rows,
    tidy: &Places,
    (step, smaller): (f64, f64),
    (now, page): ((f64, f64), f64),
    work: &mut Work<'_>,
) -> Result<Option<Places>, Cancelled> {
    if now.0 <= WIDE {
        return Ok(None);
    }
    let seen = |wide: f64, high: f64| wide.max(page * high);
    let shapes = Shapes::new(forest, rows, &Tidy::new(forest, rows, &tidy.1, &tidy.0), step, page, work)?;
    let best = shapes.of_all().iter().min_by(|a, b| seen(a.wide, a.high).total_cmp(&seen(b.wide, b.high)));
    let Some(best) = best.filter(|best| LARGER * seen(best.wide, best.high) < seen(now.0, now.1)) else { return Ok(None) };
    let (mut x, mut upright) = tidy.clone();
    place(&shapes, best.how, (&mut x, &mut upright), work)?;
    let mut all_down = upright.clone();
    settle(forest, rows, &x, &mut upright, (step, false), work)?;
    if rows.arcs.len() >= rows.rows.len() {
        settle(forest, rows, &x, &mut all_down, (step, true), work)?;
        let [low, folded] = [&all_down, &upright].map(|upright| size(rows, &x, upright));
        if seen(low.0, low.1) <= smaller * seen(folded.0, folded.1) {
            upright = all_down;
            if LARGER * seen(low.0, low.1) >= seen(now.0, now.1) {
                return Ok(None);
            }
        }
    }
    Ok(Some((x, upright)))
}

/// Width and height of all rows where they are.
pub(in crate::layout) fn size(rows: &Rows, x: &[f64], upright: &[(f64, f64)]) -> (f64, f64) {
    let (mut low, mut high) = (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));
    for ((row, x), (top, bottom)) in rows.rows.iter().zip(x).zip(upright) {
        low = low.min(Point::new(x - row.size.x / 2.0, *top));
        high = high.max(Point::new(x + row.size.x / 2.0, *bottom));
    }
    (high.x - low.x, high.y - low.y)
}

/// Where a row goes.
#[derive(Clone, Copy)]
enum Goes {
    /// There, what hangs on it in that way.
    To(f64, f64, How),
    /// So far from where it is, and all that hangs on it too.
    By(f64, f64),
}

/// Moves every row to where the shape of the whole wants it.
fn place(shapes: &Shapes<'_>, how: How, (x, upright): (&mut [f64], &mut [(f64, f64)]), work: &mut Work<'_>) -> Result<(), Cancelled> {
    let (forest, rows) = (shapes.forest, shapes.rows);
    let mut goes = vec![Goes::By(0.0, 0.0); x.len()];
    let mut room = Room::default();
    let mut find = |goes: &mut Vec<Goes>, (x, upright): (&[f64], &[(f64, f64)]), (i, left, top): (usize, f64, f64), how: How| {
        shapes.put(i, how, &mut room, |child, shape, at, down| {
            let (i, at, down) = (child as usize, left + at, top + down);
            goes[i] = match shape.how {
                How::Tidy => Goes::By(at - x[i], down - upright[i].0),
                how => Goes::To(at, down, how),
            };
        });
    };
    find(&mut goes, (x, upright), (x.len(), 0.0, 0.0), how);
    for &i in &forest.order {
        let i = i as usize;
        work.spend(1)?;
        match goes[i] {
            Goes::To(at, top, how) => {
                find(&mut goes, (x, upright), (i, at, top), how);
                x[i] = at;
                upright[i] = (top, top + rows.rows[i].size.y);
            }
            Goes::By(right, down) => {
                forest.children(i).iter().for_each(|&child| goes[child as usize] = Goes::By(right, down));
                x[i] += right;
                upright[i] = (upright[i].0 + down, upright[i].1 + down);
            }
        }
    }
    Ok(())
}
