//! By speaker: a lane for each, who said most first, then who bears on each other side by side, what nobody is known to have said last. Lanes
//! that do not fit side by side on a page begin another band of lanes. In all lanes of a band reasons stand beyond what they bear on, unless
//! that would leave it mostly empty: then in each lane for itself.

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::lanes::short_links;
use crate::layout::layered::rank::rank;
use crate::layout::page::{among_fixed, is_mostly_held};
use crate::layout::parts::{half_of, parts};
use crate::layout::point::Point;
use crate::layout::rows::Rows;
use crate::layout::work::Work;
use crate::layout::{Force, GAP, Layout, LayoutRequest};
use crate::model::{LayoutName, Side};

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
/// Between bands: for the names of the lanes and the lines that pass.
const BAND_GAP: f64 = 6.0 * GAP as f64;
/// As many stand side by side in a layer of a lane; more begin another line. Taken is what makes the smallest page.
const ABREAST: [usize; 8] = [2, 3, 4, 6, 10, 16, 28, 48];
/// Ways to fill a band: each lane for itself, reasons beyond what they bear on, layers in line; a layer of which a band has nothing takes no
/// room there.
const ALONE: usize = 0;
const BEYOND: usize = 1;
const IN_LINE: usize = 2;
/// A band may be so many times as deep as each lane for itself would be, and so many times as deep again for its layers to be in line.
const SPARSE: f64 = 2.0;
const DEEPER: f64 = 1.15;
/// A page is so many times as wide as high; bands of these widths are tried, in widths of a page without gaps.
const PAGE: f64 = 1.5;
const WIDTHS: [f64; 8] = [0.8, 1.0, 1.2, 1.5, 1.9, 2.4, 3.0, 4.0];

/// Handles in a row over which a link is followed.
const MAX_HANDLES: usize = 8;

impl Layout for Speakers {
    fn name(&self) -> LayoutName {
        LayoutName::Speakers
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        if is_mostly_held(request) {
            return Force.run(request, ctx, on_step);
        }
        let half: Vec<Point> = request.bodies.iter().map(|body| half_of(body, request.side)).collect();
        let mut best: Option<(f64, Vec<Point>)> = None;
        // What is short from lane to lane may be long from band to band.
        for ordered in [false, true] {
            let mut cells: Vec<Cell> = cells(request, ordered, ctx)?;
            cells.sort_by_key(|cell| (cell.layer, cell.lane));
            let at = best_page(&mut cells, &half, request, ctx)?;
            let length = between_cards(request).map(|(a, b)| libm::hypot(at[a].x - at[b].x, at[a].y - at[b].y)).sum();
            if best.as_ref().is_none_or(|(least, _)| length < *least) {
                best = Some((length, at));
            }
        }
        among_fixed(request, best.unwrap_or_default().1, ctx, on_step)
    }
}

/// Places on the smallest page that was found.
fn best_page(cells: &mut [Cell], half: &[Point], request: &LayoutRequest, ctx: &TaskCtx) -> Result<Vec<Point>, Cancelled> {
    let side = request.side;
    let mut reasons = Reasons::new(cells, request);
    let area: f64 = half.iter().map(|half| (2.0 * half.x + ROOM) * (2.0 * half.y + ROOM)).sum();
    let mut best: Option<(f64, usize, Bands)> = None;
    for abreast in ABREAST {
        cells.iter_mut().for_each(|cell| cell.lay_out(half, abreast));
        reasons.measure(cells, half);
        for width in WIDTHS {
            ctx.checkpoint(1, 1)?;
            let bands = Bands::new(cells, &reasons, width * (area * PAGE).sqrt());
            let page = turned(bands.size, side);
            let page = page.x.max(PAGE * page.y);
            if best.as_ref().is_none_or(|(least, ..)| page < *least) {
                best = Some((page, abreast, bands));
            }
        }
    }
    let mut at = vec![Point::ZERO; half.len()];
    if let Some((_, abreast, bands)) = best {
        cells.iter_mut().for_each(|cell| cell.lay_out(half, abreast));
        bands.place(cells, side, &mut at);
    }
    Ok(at)
}

/// Across and along as wide and high, or the other way round.
fn turned(size: Point, side: Side) -> Point {
    match side {
        Side::Below | Side::Above => size,
        Side::Left | Side::Right => Point::new(size.y, size.x),
    }
}

/// Lanes side by side, in as many bands as they need.
struct Bands {
    /// The band of each lane, where the lane begins across, and how wide it is.
    lanes: Vec<(usize, f64, f64)>,
    /// Where each cell begins, from its band's start.
    tops: Vec<f64>,
    /// Where each band begins, and how deep it is.
    bands: Vec<(f64, f64)>,
    size: Point,
}

impl Bands {
    fn new(cells: &[Cell], reasons: &Reasons, width: f64) -> Self {
        let count = cells.iter().map(|cell| cell.lane as usize + 1).max().unwrap_or_default();
        let mut wide = vec![0.0f64; count];
        for cell in cells {
            wide[cell.lane as usize] = wide[cell.lane as usize].max(cell.size.x);
        }
        let (mut lanes, mut x, mut band, mut size) = (Vec::with_capacity(count), 0.0, 0, Point::ZERO);
        for wide in wide {
            if x > 0.0 && x + wide > width {
                (x, band) = (0.0, band + 1);
            }
            lanes.push((band, x, wide));
            size.x = size.x.max(x + wide);
            x += wide + LANE_GAP;
        }
        let bands = lanes.last().map_or(0, |(band, ..)| band + 1);
        let band = |cell: &Cell| lanes[cell.lane as usize].0;
        let mut deep = vec![[0.0f64; 3]; bands];
        let mut ends = vec![[0.0f64; 2]; lanes.len()];
        let mut layers = vec![(u32::MAX, 0.0f64); bands];
        let mut tops: Vec<[f64; 3]> = Vec::with_capacity(cells.len());
        for (c, cell) in cells.iter().enumerate() {
            let (own, end) = (band(cell), &mut ends[cell.lane as usize]);
            if layers[own].0 != cell.layer {
                layers[own] = (cell.layer, deep[own][IN_LINE]);
            }
            let after = reasons.of(c).filter(|(to, _)| band(&cells[*to]) == own).map(|(to, away)| tops[to][BEYOND] + away);
            let top = [end[ALONE], after.fold(end[BEYOND], f64::max), layers[own].1];
            let below = top.map(|top| top + cell.size.y + LAYER_GAP);
            *end = [below[ALONE], below[BEYOND]];
            deep[own].iter_mut().zip(below).for_each(|(deep, below)| *deep = deep.max(below));
            tops.push(top);
        }
        let mut ways = Vec::with_capacity(bands);
        let mut places = Vec::with_capacity(bands);
        for deep in deep {
            let way = match () {
                () if deep[BEYOND] > SPARSE * deep[ALONE] => ALONE,
                () if deep[IN_LINE] > DEEPER * deep[BEYOND] => BEYOND,
                () => IN_LINE,
            };
            ways.push(way);
            places.push((size.y, deep[way] - LAYER_GAP));
            size.y += deep[way] - LAYER_GAP + BAND_GAP;
        }
        size.y -= BAND_GAP;
        let tops = cells.iter().zip(tops).map(|(cell, tops)| tops[ways[band(cell)]]).collect();
        Self { lanes, tops, bands: places, size }
    }

    fn place(&self, cells: &[Cell], side: Side, at: &mut [Point]) {
        for (cell, top) in cells.iter().zip(&self.tops) {
            let (band, left, wide) = self.lanes[cell.lane as usize];
            let (start, deep) = self.bands[band];
            let corner = Point::new(left + (wide - cell.size.x) / 2.0, *top);
            for &(i, place) in &cell.members {
                let Point { x, y } = corner + place;
                // Bands follow each other as lines do, on whatever side reasons stand in them.
                let along = start + if matches!(side, Side::Above | Side::Left) { deep - y } else { y };
                at[i as usize] = turned(Point::new(x, along), side);
            }
        }
    }
}

/// What bears on what, by cells.
struct Reasons {
    /// From which cell to which, and which bodies; sorted.
    links: Vec<(u32, u32, u32, u32)>,
    /// How much farther along the one cell has to begin than the other.
    away: Vec<f64>,
}

impl Reasons {
    fn new(cells: &[Cell], request: &LayoutRequest) -> Self {
        let mut cell_of = vec![u32::MAX; request.bodies.len()];
        for (c, cell) in cells.iter().enumerate() {
            cell.members.iter().for_each(|&(i, _)| cell_of[i as usize] = c as u32);
        }
        let cell = |(from, to): (usize, usize)| (cell_of[from], cell_of[to], from as u32, to as u32);
        // Those within a ring that lead back have no say.
        let mut links: Vec<_> = between_cards(request).map(cell).filter(|(from, to, ..)| to < from).collect();
        links.sort_unstable();
        Self { away: vec![0.0; links.len()], links }
    }

    /// Takes the measures of cells that were laid out.
    fn measure(&mut self, cells: &[Cell], half: &[Point]) {
        let mut along = vec![0.0; half.len()];
        cells.iter().flat_map(|cell| &cell.members).for_each(|(i, place)| along[*i as usize] = place.y);
        for (away, &(.., from, to)) in self.away.iter_mut().zip(&self.links) {
            let (from, to) = (from as usize, to as usize);
            *away = along[to] + half[to].y + LAYER_GAP - (along[from] - half[from].y);
        }
    }

    /// What a cell has to stand beyond, and how much farther than where that begins.
    fn of(&self, cell: usize) -> impl Iterator<Item = (usize, f64)> {
        let first = self.links.partition_point(|link| (link.0 as usize) < cell);
        let links = self.links.iter().zip(&self.away).skip(first).take_while(move |(link, _)| link.0 as usize == cell);
        links.map(|(link, away)| (link.1 as usize, *away))
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
    /// Puts members into lines of so many, fewer where they are few.
    fn lay_out(&mut self, half: &[Point], abreast: usize) {
        let mut corner = Point::ZERO;
        self.size = Point::ZERO;
        let abreast = abreast.min((4 * self.members.len()).isqrt()).max(1);
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

/// Who says what in which layer, in the author's order; lanes are `ordered` by what bears on what, or as they are numbered.
fn cells(request: &LayoutRequest, ordered: bool, ctx: &TaskCtx) -> Result<Vec<Cell>, Cancelled> {
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
        for (r, layer) in layers.iter().enumerate().filter(|(r, _)| !rows.rows[*r].is_joint) {
            let layer = used.partition_point(|l| l < layer) as u32;
            for &i in rows.members(r) {
                let body = part.members[i as usize];
                said.push((layer, request.bodies[body as usize].lane.unwrap_or(nobody), body));
            }
        }
    }
    let mut lanes: Vec<u32> = said.iter().map(|(_, lane, _)| *lane).collect();
    lanes.sort_unstable();
    lanes.dedup();
    let lane_of = |body: usize| lanes.partition_point(|l| *l < request.bodies[body].lane.unwrap_or(nobody));
    let between = || between_cards(request).map(|(a, b)| (lane_of(a), lane_of(b)));
    let places = if ordered { short_links(lanes.len(), between(), lanes.last() == Some(&nobody)) } else { (0..lanes.len()).collect() };
    said.sort_by_key(|&(layer, lane, _)| (layer, lane));
    let mut cells: Vec<Cell> = Vec::new();
    for (layer, lane, body) in said {
        let lane = places[lanes.partition_point(|l| *l < lane)] as u32;
        match cells.last_mut() {
            Some(cell) if (cell.layer, cell.lane) == (layer, lane) => cell.members.push((body, Point::ZERO)),
            _ => cells.push(Cell { lane, layer, members: vec![(body, Point::ZERO)], size: Point::ZERO }),
        }
    }
    Ok(cells)
}

/// The links between what is in lanes, over handles too.
fn between_cards(request: &LayoutRequest) -> impl Iterator<Item = (usize, usize)> {
    let n = request.bodies.len();
    let mut onward = vec![usize::MAX; n];
    for link in request.links.iter().filter(|link| link.from < n && link.to < n && request.bodies[link.from].joint) {
        onward[link.from] = link.to;
    }
    let from_cards = request.links.iter().filter(move |link| link.from < n && link.to < n && !request.bodies[link.from].joint);
    from_cards.filter_map(move |link| {
        let mut to = link.to;
        for _ in 0..MAX_HANDLES {
            if !request.bodies[to].joint {
                return Some((link.from, to));
            }
            to = onward[to];
            if to == usize::MAX {
                break;
            }
        }
        None
    })
}
