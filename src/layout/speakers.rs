//! By speaker: a lane for each, who said most first, what nobody is known to have said last. In all lanes, reasons stand beyond what they
//! bear on.

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::layered::rank::rank;
use crate::layout::page::{among_fixed, is_mostly_held};
use crate::layout::parts::{half_of, on_page, parts};
use crate::layout::point::Point;
use crate::layout::rows::Rows;
use crate::layout::work::Work;
use crate::layout::{Force, GAP, Layout, LayoutRequest};
use crate::model::LayoutName;

/// The layout by speaker.
#[derive(Clone, Copy, Debug)]
pub struct Speakers;

/// Gap kept before rounding to whole numbers, which may take 1 of it.
const CLEARANCE: f64 = GAP as f64 + 1.0;
/// Between layers, where links are to be told apart.
const LAYER_GAP: f64 = 3.0 * GAP as f64;
/// Between lanes.
const LANE_GAP: f64 = 4.0 * GAP as f64;
/// Between boxes of one speaker in one layer: for the lines that pass.
const ROOM: f64 = 2.0 * GAP as f64;
/// As many stand side by side in a layer of a lane; more begin another line.
const ABREAST: usize = 3;

impl Layout for Speakers {
    fn name(&self) -> LayoutName {
        LayoutName::Speakers
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        if is_mostly_held(request) {
            return Force.run(request, ctx, on_step);
        }
        let mut cells: Vec<Cell> = cells(request, ctx)?;
        cells.sort_by_key(|cell| (cell.layer, cell.lane));
        let half: Vec<Point> = request.bodies.iter().map(|body| half_of(body, request.side)).collect();
        for cell in &mut cells {
            cell.lay_out(&half);
        }
        let lanes = cells.iter().map(|cell| cell.lane as usize + 1).max().unwrap_or_default();
        let layers = cells.iter().map(|cell| cell.layer as usize + 1).max().unwrap_or_default();
        let (mut wide, mut deep) = (vec![0.0f64; lanes], vec![0.0f64; layers]);
        for cell in &cells {
            wide[cell.lane as usize] = wide[cell.lane as usize].max(cell.size.x);
            deep[cell.layer as usize] = deep[cell.layer as usize].max(cell.size.y);
        }
        let (left, top) = (starts(&wide, LANE_GAP), starts(&deep, LAYER_GAP));
        ctx.checkpoint(1, 1)?;
        let mut at = vec![Point::ZERO; half.len()];
        for cell in &cells {
            let (lane, layer) = (cell.lane as usize, cell.layer as usize);
            let corner = Point::new(left[lane] + (wide[lane] - cell.size.x) / 2.0, top[layer]);
            for &(i, place) in &cell.members {
                at[i as usize] = on_page(corner + place, request.side);
            }
        }
        among_fixed(request, at, ctx, on_step)
    }
}

/// What one speaker says in one layer.
struct Cell {
    lane: u32,
    layer: u32,
    /// Bodies, and where their centres are in the cell.
    members: Vec<(u32, Point)>,
    size: Point,
}

impl Cell {
    fn lay_out(&mut self, half: &[Point]) {
        let mut corner = Point::ZERO;
        let abreast = ABREAST.min(self.members.len().isqrt().max(1));
        for line in self.members.chunks_mut(abreast) {
            let deep = line.iter().fold(0.0f64, |deep, (i, _)| deep.max(2.0 * half[*i as usize].y));
            corner.x = 0.0;
            for (i, place) in line {
                let half = half[*i as usize];
                *place = Point::new(corner.x + half.x, corner.y + deep / 2.0);
                corner.x += 2.0 * half.x;
                self.size.x = self.size.x.max(corner.x);
                corner.x += ROOM;
            }
            self.size.y = corner.y + deep;
            corner.y += deep + ROOM;
        }
    }
}

/// Who says what in which layer, in the author's order.
fn cells(request: &LayoutRequest, ctx: &TaskCtx) -> Result<Vec<Cell>, Cancelled> {
    let nobody = request.bodies.iter().filter_map(|body| body.lane).max().map_or(0, |last| last.saturating_add(1));
    let mut work = Work::new(ctx, request.bodies.len() as u64);
    let mut said: Vec<(u32, u32, u32)> = Vec::new();
    work.spend(0)?;
    for part in parts(request) {
        work.spend(part.len())?;
        let mut rows = Rows::new(&part, CLEARANCE);
        let layers = rank(&mut rows, &mut work)?;
        // Handles have no layer of their own here.
        let mut used: Vec<u32> = (0..layers.len()).filter(|&r| !rows.rows[r].is_joint).map(|r| layers[r]).collect();
        used.sort_unstable();
        used.dedup();
        for (row, layer) in rows.rows.iter().zip(&layers).filter(|(row, _)| !row.is_joint) {
            let layer = used.partition_point(|l| l < layer) as u32;
            for &i in &row.members {
                let body = part.members[i as usize];
                said.push((layer, request.bodies[body as usize].lane.unwrap_or(nobody), body));
            }
        }
    }
    let mut lanes: Vec<u32> = said.iter().map(|(_, lane, _)| *lane).collect();
    lanes.sort_unstable();
    lanes.dedup();
    said.sort_by_key(|&(layer, lane, _)| (layer, lane));
    let mut cells: Vec<Cell> = Vec::new();
    for (layer, lane, body) in said {
        let lane = lanes.partition_point(|l| *l < lane) as u32;
        match cells.last_mut() {
            Some(cell) if (cell.layer, cell.lane) == (layer, lane) => cell.members.push((body, Point::ZERO)),
            _ => cells.push(Cell { lane, layer, members: vec![(body, Point::ZERO)], size: Point::ZERO }),
        }
    }
    Ok(cells)
}

/// Where things of these sizes begin that stand one after the other.
fn starts(sizes: &[f64], gap: f64) -> Vec<f64> {
    let mut at = 0.0;
    let mut starts = Vec::with_capacity(sizes.len());
    for size in sizes {
        starts.push(at);
        at += size + gap;
    }
    starts
}
