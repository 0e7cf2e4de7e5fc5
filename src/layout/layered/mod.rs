//! Layered layout: reasons stand in layers beyond what they bear on, with few crossings, linked premises side by side.
//!
//! Each connected part for itself: boxes that belong together become rows (`rows`), rows get layers (`rank`), an order in these (`order`)
//! and places across (`across`). Links that pass layers hold a passage open there. The parts are packed onto a page.

mod across;
mod lines;
mod order;
pub(in crate::layout) mod rank;
mod refine;
mod tighten;

use emath::Pos2;

use crate::base::{Cancelled, Rng, TaskCtx};
use crate::layout::hanging::{fold, size};
use crate::layout::page::{Arranged, finish, is_mostly_held, page_across};
use crate::layout::parts::{Part, parts};
use crate::layout::point::Point;
use crate::layout::rows::Rows;
use crate::layout::tidy::{Forest, place};
use crate::layout::work::Work;
use crate::layout::{Force, GAP, Layout, LayoutRequest};
use crate::model::LayoutName;

use order::Layered as Order;

/// The layered layout.
#[derive(Clone, Copy, Debug)]
pub struct Layered;

/// A web of so many links is laid out once, smaller ones from several orders, of which the best is taken.
const STARTS_OF_LINKS: usize = 1_500;
const MAX_STARTS: usize = 6;
/// Gap kept before rounding to whole numbers, which may take 1 of it.
const CLEARANCE: f64 = GAP as f64 + 1.0;
/// Between layers of claims, where links are to be told apart.
const LAYER_GAP: f64 = 2.0 * GAP as f64;
/// Near-trees of no more rows than this keep all links in one direction, however wide they are.
const MAX_READ: usize = 120;
/// With a larger share of links beyond those of a tree, few crossings matter more than the author's order.
const WEB: f64 = 0.15;

/// How much smaller a folded drawing may be seen for all links to lead the same way: layers are there for that.
const SMALLER: f64 = f64::INFINITY;

impl Layout for Layered {
    fn name(&self) -> LayoutName {
        LayoutName::Layered
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        if is_mostly_held(request) {
            return Force.run(request, ctx, on_step);
        }
        let mut work = Work::new(ctx, request.bodies.len() as u64 * 200);
        work.spend(0)?;
        let parts = parts(request);
        work.spend(request.bodies.len())?;
        let mut rng = Rng::new(request.seed);
        let mut arranged = Vec::with_capacity(parts.len());
        for part in &parts {
            arranged.push(Arranged::new(part, arrange(part, page_across(request.side), &mut rng, &mut work)?));
        }
        finish(request, &parts, &arranged, ctx, on_step)
    }
}

impl Layered {
    /// The lines of its drawing with these centres, one for each link of the request: from border to border, upright through the gaps
    /// between the boxes of the layers that they pass. Empty for what joins nothing.
    pub fn lines(&self, request: &LayoutRequest, centres: &[Pos2]) -> Vec<Vec<Pos2>> {
        lines::lines(request, centres)
    }
}

/// Centres across and along of the boxes of a part.
fn arrange(part: &Part, page: f64, rng: &mut Rng, work: &mut Work<'_>) -> Result<Vec<Point>, Cancelled> {
    let mut rows = Rows::new(part, CLEARANCE);
    let layer = rank::rank(&mut rows, work)?;
    let bands = bands(&rows, &layer);
    let mut upright: Vec<(f64, f64)> = (0..rows.rows.len()).map(|r| bands[layer[r] as usize]).collect();
    let is_tree = rows.arcs.len() < rows.rows.len();
    let may_fold = is_tree || is_near_tree(part) && rows.rows.len() > MAX_READ;
    let forest = may_fold.then(|| Forest::new(&rows));
    work.spend(rows.rows.len())?;
    let mut x = match &forest {
        Some(forest) if is_tree => place(forest, &rows, &upright, CLEARANCE, work)?,
        _ => web(part, &rows, &layer, &bands, rng, work)?,
    };
    work.spend(rows.rows.len())?;
    if let Some(forest) = forest {
        let tidy_upright = forest.upright(&rows, LAYER_GAP, CLEARANCE);
        let size = size(&rows, &x, &upright);
        let tidy = (place(&forest, &rows, &tidy_upright, CLEARANCE, work)?, tidy_upright);
        if let Some(folded) = fold(&forest, &rows, &tidy, (LAYER_GAP, SMALLER), (size, page), work)? {
            (x, upright) = folded;
        }
        work.spend(rows.rows.len())?;
    }
    let mut at = vec![Point::ZERO; part.len()];
    for (r, &(start, end)) in upright.iter().enumerate() {
        for &i in rows.members(r) {
            at[i as usize] = Point::new(x[r] + rows.offset[i as usize], (start + end) / 2.0);
        }
    }
    Ok(at)
}

fn is_near_tree(part: &Part) -> bool {
    (part.extra_links() as f64) < WEB * part.len() as f64
}

/// Places across of rows that are no tree.
fn web(part: &Part, rows: &Rows, layer: &[u32], bands: &[(f64, f64)], rng: &mut Rng, work: &mut Work<'_>) -> Result<Vec<f64>, Cancelled> {
    let mut order = Order::new(rows, layer.to_vec());
    if is_near_tree(part) {
        order.untangle(true, rng, effort(order.place.len()), work)?;
        return across::across(rows, &order, CLEARANCE, work);
    }
    let centres: Vec<f64> = bands.iter().map(|(start, end)| (start + end) / 2.0).collect();
    let mut best: Option<(u32, Vec<f64>)> = None;
    for start in 0..(STARTS_OF_LINKS / rows.arcs.len()).clamp(1, MAX_STARTS) {
        if start > 0 {
            order.shake(rng);
        }
        order.untangle(false, rng, 1, work)?;
        let mut x = across::across(rows, &order, CLEARANCE, work)?;
        let crossings = refine::refine(rows, layer, &centres, CLEARANCE, &mut x, work)?;
        if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
            best = Some((crossings, x));
        }
    }
    Ok(best.map_or_else(Vec::new, |(_, x)| x))
}

/// From how many orders to begin: small maps get the best, large ones a good one soon.
fn effort(nodes: usize) -> usize {
    match nodes {
        0..2_000 => 6,
        2_000..10_000 => 2,
        _ => 1,
    }
}

/// Where each layer begins and ends.
fn bands(rows: &Rows, layer: &[u32]) -> Vec<(f64, f64)> {
    let depth = layer.iter().max().map_or(0, |l| *l as usize + 1);
    let (mut deep, mut claims) = (vec![0.0f64; depth], vec![false; depth]);
    for (row, &l) in rows.rows.iter().zip(layer) {
        deep[l as usize] = deep[l as usize].max(row.size.y);
        claims[l as usize] |= !row.is_joint;
    }
    let mut y = 0.0;
    let mut bands = Vec::with_capacity(depth);
    for l in 0..depth {
        bands.push((y, y + deep[l]));
        let handles_next = claims.get(l + 1).is_some_and(|claims| !claims);
        y += deep[l] + if claims[l] && !handles_next { LAYER_GAP } else { CLEARANCE };
    }
    bands
}
