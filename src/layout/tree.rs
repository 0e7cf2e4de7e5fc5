//! Tree layout: compact and tidy, each reason right below what it first bears on, however high the boxes beside it are.

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::hanging::fold;
use crate::layout::page::{Arranged, finish, is_mostly_held};
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

impl Layout for Tree {
    fn name(&self) -> LayoutName {
        LayoutName::Tree
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        if is_mostly_held(request) {
            return Force.run(request, ctx, on_step);
        }
        let mut work = Work::new(ctx, 4 * request.bodies.len() as u64);
        work.spend(0)?;
        let parts = parts(request);
        let mut arranged = Vec::with_capacity(parts.len());
        for part in &parts {
            work.spend(part.len())?;
            arranged.push(Arranged::new(part, arrange(part, &mut work)?));
        }
        finish(request, &parts, &arranged, ctx, on_step)
    }
}

/// Centres across and along of the boxes of a part.
fn arrange(part: &Part, work: &mut Work<'_>) -> Result<Vec<Point>, Cancelled> {
    let rows = Rows::new(part, CLEARANCE);
    let forest = Forest::new(&rows);
    work.spend(part.len())?;
    let mut upright = vec![(0.0, 0.0); rows.rows.len()];
    for &i in &forest.order {
        let parent = forest.parent[i as usize] as usize;
        let (i, row) = (i as usize, &rows.rows[i as usize]);
        let start = if parent == i {
            0.0
        } else {
            let step = if row.is_joint || rows.rows[parent].is_joint { CLEARANCE } else { STEP };
            upright[parent].1 + step
        };
        upright[i] = (start, start + row.size.y);
    }
    let mut x = place(&forest, &rows, &upright, CLEARANCE);
    work.spend(part.len())?;
    fold(&forest, &rows, &mut upright, &mut x, STEP);
    work.spend(part.len())?;
    let mut at = vec![Point::ZERO; part.len()];
    for ((row, x), (start, _)) in rows.rows.iter().zip(x).zip(upright) {
        for &i in &row.members {
            at[i as usize] = Point::new(x + rows.offset[i as usize], start + part.half[i as usize].y);
        }
    }
    Ok(at)
}
