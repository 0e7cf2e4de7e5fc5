//! Tree layout: compact and tidy, each reason right below what it first bears on, however high the boxes beside it are.

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::hanging::{fold, size};
use crate::layout::page::{Arranged, finish, is_mostly_held, page_across};
use crate::layout::parts::{Part, parts};
use crate::layout::point::Point;
use crate::layout::rows::Rows;
use crate::layout::tidy::{Forest, place};
use crate::layout::work::Work;
use crate::layout::{Force, GAP, Layout, LayoutRequest};
use crate::model::LayoutName;

/// The tree layout.
#[derive(Clone, Copy, Debug)]
pub struct Tree;

/// Gap kept before rounding to whole numbers, which may take 1 of it.
const CLEARANCE: f64 = GAP as f64 + 1.0;
/// Between a claim and its reasons.
const STEP: f64 = 1.75 * GAP as f64;

/// How much smaller a folded drawing may be seen for all links to lead the same way.
const SMALLER: f64 = 1.35;

impl Layout for Tree {
    fn name(&self) -> LayoutName {
        LayoutName::Tree
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        if is_mostly_held(request) {
            return Force.run(request, ctx, on_step);
        }
        let mut work = Work::new(ctx, 9 * request.bodies.len() as u64);
        work.spend(0)?;
        let parts = parts(request);
        let mut arranged = Vec::with_capacity(parts.len());
        for part in &parts {
            work.spend(part.len())?;
            arranged.push(Arranged::new(part, arrange(part, page_across(request.side), &mut work)?));
        }
        finish(request, &parts, &arranged, ctx, on_step)
    }
}

/// Centres across and along of the boxes of a part.
fn arrange(part: &Part, page: f64, work: &mut Work<'_>) -> Result<Vec<Point>, Cancelled> {
    let rows = Rows::new(part, CLEARANCE);
    let forest = Forest::new(&rows);
    work.spend(part.len())?;
    let upright = forest.upright(&rows, STEP, CLEARANCE);
    let x = place(&forest, &rows, &upright, CLEARANCE, work)?;
    let size = size(&rows, &x, &upright);
    let tidy = (x, upright);
    let (x, upright) = fold(&forest, &rows, &tidy, (STEP, SMALLER), (size, page), work)?.unwrap_or(tidy);
    work.spend(part.len())?;
    let mut at = vec![Point::ZERO; part.len()];
    for (r, (x, (start, _))) in x.into_iter().zip(upright).enumerate() {
        for &i in rows.members(r) {
            at[i as usize] = Point::new(x + rows.offset[i as usize], start + part.half[i as usize].y);
        }
    }
    Ok(at)
}
