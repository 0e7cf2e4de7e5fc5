//! Takes boxes apart until none comes within the gap of another.

use crate::base::Cancelled;
use crate::layout::grid::{Boxes, Grid};
use crate::layout::point::Point;
use crate::layout::work::Work;

/// Rounds of pushing before what still overlaps is carried to free places one by one.
pub(in crate::layout) const ROUNDS: usize = 60;
/// After this many carried boxes the grid is built anew.
const REBUILD: usize = 128;
/// So many boxes are looked at between two questions whether to go on.
const LOOKED_AT: usize = 4096;
/// Unit vectors in which a free place is looked for: the axes, the diagonals and those between (multiples of 22.5°).
const DIRECTIONS: [(f64, f64); 16] = {
    const C: f64 = 0.923_879_532_511_286_7;
    const S: f64 = 0.382_683_432_365_089_8;
    const D: f64 = std::f64::consts::FRAC_1_SQRT_2;
    [
        (0.0, 1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (0.0, -1.0),
        (D, D),
        (-D, D),
        (D, -D),
        (-D, -D),
        (C, S),
        (-C, S),
        (C, -S),
        (-C, -S),
        (S, C),
        (-S, C),
        (S, -C),
        (-S, -C),
    ]
};

/// Moves boxes that are not held until every two are at least `gap` apart, or both are held. Moves little where little is needed.
pub(in crate::layout) fn separate(boxes: &mut Boxes, gap: f64, work: &mut Work<'_>) -> Result<(), Cancelled> {
    for _ in 0..ROUNDS {
        work.spend(boxes.len())?;
        let grid = Grid::new(boxes, gap, 0..boxes.len());
        // A little more than the gap, lest the last hair of an overlap take many rounds.
        if push_apart(boxes, &grid, gap, 1.01 * gap) == 0 {
            return Ok(());
        }
    }
    carry(boxes, gap, work)
}

/// One round: every two boxes closer than `gap` are moved to `wanted` apart along the axis where that is the shorter way. Returns how many
/// pairs were.
pub(in crate::layout) fn push_apart(boxes: &mut Boxes, grid: &Grid, gap: f64, wanted: f64) -> usize {
    let mut pairs = 0;
    for i in 0..boxes.len() {
        if boxes.held[i] {
            continue;
        }
        let (at, half) = (boxes.at[i], boxes.half[i]);
        grid.near(at, half, |j| {
            if i == j || (!boxes.held[j] && j < i) {
                return;
            }
            let close = boxes.intrusion(i, j, gap);
            if close.x <= 0.0 || close.y <= 0.0 {
                return;
            }
            pairs += 1;
            let d = boxes.at[j] - boxes.at[i];
            let extra = wanted - gap;
            // Boxes on the very same spot part by their order.
            let push = if close.x < close.y {
                Point::new(if d.x < 0.0 || (d.x == 0.0 && j < i) { -close.x - extra } else { close.x + extra }, 0.0)
            } else {
                Point::new(0.0, if d.y < 0.0 || (d.y == 0.0 && j < i) { -close.y - extra } else { close.y + extra })
            };
            if boxes.held[j] {
                boxes.at[i] -= push;
            } else {
                boxes.at[i] -= push * 0.5;
                boxes.at[j] += push * 0.5;
            }
        });
    }
    pairs
}

/// Leaves in place all boxes that are free of overlaps and carries the others, largest first, to the nearest free place.
pub(in crate::layout) fn carry(boxes: &mut Boxes, gap: f64, work: &mut Work<'_>) -> Result<(), Cancelled> {
    work.spend(boxes.len())?;
    let all = Grid::new(boxes, gap, 0..boxes.len());
    let mut waiting: Vec<usize> = Vec::new();
    for i in 0..boxes.len() {
        if i % LOOKED_AT == 0 {
            work.spend(LOOKED_AT)?;
        }
        if !boxes.held[i] && !is_free(boxes, &all, gap, i) {
            waiting.push(i);
        }
    }
    let area = |i: usize| boxes.half[i].x * boxes.half[i].y;
    waiting.sort_by(|&a, &b| area(b).total_cmp(&area(a)).then(a.cmp(&b)));
    let mut settled = vec![true; boxes.len()];
    for &i in &waiting {
        settled[i] = false;
    }
    work.spend(boxes.len())?;
    let mut places = Places::new(boxes, gap, settled);
    for i in waiting {
        work.spend(1)?;
        boxes.at[i] = places.nearest_free(boxes, boxes.at[i], boxes.half[i], 1.0);
        places.settle(boxes, i);
    }
    Ok(())
}

fn is_free(boxes: &Boxes, grid: &Grid, gap: f64, i: usize) -> bool {
    let mut free = true;
    grid.near(boxes.at[i], boxes.half[i], |j| {
        let close = boxes.intrusion(i, j, gap);
        free &= i == j || close.x <= 0.0 || close.y <= 0.0;
    });
    free
}

/// The places taken so far.
pub(in crate::layout) struct Places {
    settled: Vec<bool>,
    grid: Grid,
    /// Settled since the grid was built.
    recent: Vec<usize>,
    gap: f64,
}

impl Places {
    /// The places of the boxes marked as settled.
    pub(in crate::layout) fn new(boxes: &Boxes, gap: f64, settled: Vec<bool>) -> Self {
        let grid = Grid::new(boxes, gap, (0..boxes.len()).filter(|&i| settled[i]));
        Self { settled, grid, recent: Vec::new(), gap }
    }

    /// Box `i` stays where it now is.
    pub(in crate::layout) fn settle(&mut self, boxes: &Boxes, i: usize) {
        self.settled[i] = true;
        self.recent.push(i);
        if self.recent.len() > REBUILD {
            *self = Self::new(boxes, self.gap, std::mem::take(&mut self.settled));
        }
    }

    /// The free place for a box of that half size nearest to where it would like to be; a step up or down counts as `upright` steps
    /// sideways.
    pub(in crate::layout) fn nearest_free(&self, boxes: &Boxes, wish: Point, half: Point, upright: f64) -> Point {
        if self.blocker(boxes, wish, half).is_none() {
            return wish;
        }
        let mut best = (f64::INFINITY, wish);
        for (x, y) in DIRECTIONS {
            let direction = Point::new(x, y);
            let cost = x.hypot(y * upright);
            let mut way = 0.0;
            // Each step leaves one box behind for good, so this ends.
            while way * cost < best.0 {
                let at = wish + direction * way;
                match self.blocker(boxes, at, half) {
                    None => best = (way * cost, at),
                    Some(j) => way = self.way_past(boxes, j, wish, half, direction).max(way + self.gap / 16.0),
                }
            }
        }
        best.1
    }

    fn blocker(&self, boxes: &Boxes, at: Point, half: Point) -> Option<usize> {
        let blocks = |j: usize| {
            let d = boxes.at[j] - at;
            let reach = boxes.half[j] + half;
            d.x.abs() < reach.x + self.gap && d.y.abs() < reach.y + self.gap
        };
        let mut found = self.recent.iter().copied().find(|&j| blocks(j));
        if found.is_none() {
            self.grid.near(at, half, |j| {
                if found.is_none() && blocks(j) {
                    found = Some(j);
                }
            });
        }
        found
    }

    /// How far to go from `wish` until box `j` is a gap away.
    fn way_past(&self, boxes: &Boxes, j: usize, wish: Point, half: Point, direction: Point) -> f64 {
        let reach = boxes.half[j] + half;
        let along = |direction: f64, wish: f64, at: f64, reach: f64| {
            if direction == 0.0 {
                return f64::INFINITY;
            }
            let target = at + (reach + self.gap).copysign(direction);
            (target - wish) / direction
        };
        let (x, y) = (along(direction.x, wish.x, boxes.at[j].x, reach.x), along(direction.y, wish.y, boxes.at[j].y, reach.y));
        // A hair further, so that rounding does not leave it blocked by the same box.
        x.min(y) + 1e-6
    }
}
