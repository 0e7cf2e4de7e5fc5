//! Boxes that push each other aside: every two that are too close part along the axis where that is the shorter way.
//!
//! The boxes are sorted into the cells of a grid, row by row, so that the neighbours of a box are three runs of the sorted list.

/// Boxes wider or higher than so many mean ones are looked at by themselves, lest the cells grow with them.
const GIANT: f32 = 2.5;
/// Cells for each box, at most.
const CELLS: usize = 4;

/// Room for the work of one round.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    cell: Vec<u32>,
    starts: Vec<u32>,
    sorted: Vec<Member>,
    giants: Vec<u32>,
    /// Columns and rows of the last round, its upper left corner and the sides of a cell.
    size: (usize, usize),
    corner: (f32, f32),
    side: (f32, f32),
}

#[derive(Clone, Copy, Debug, Default)]
struct Member {
    x: f32,
    y: f32,
    half_x: f32,
    half_y: f32,
    /// 0 where it must stay, 1 where it may move.
    free: f32,
    index: u32,
}

/// Boxes: centres, half sizes and which must stay (empty where none must).
#[derive(Debug)]
pub(super) struct Moving<'a> {
    pub(super) x: &'a mut [f32],
    pub(super) y: &'a mut [f32],
    pub(super) half_x: &'a [f32],
    pub(super) half_y: &'a [f32],
    pub(super) held: &'a [bool],
}

/// How close boxes may come, and what becomes of those that come closer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The boxes count as if they had this share of their size.
    pub(super) size: f32,
    /// Gap wanted between two boxes.
    pub(super) gap: f32,
    /// How far beyond the gap those that are closer are taken apart.
    pub(super) extra: f32,
}

impl Crowd {
    /// One round. Returns how many pairs were too close.
    pub(super) fn push(&mut self, boxes: &mut Moving<'_>, room: Room) -> usize {
        let n = boxes.x.len();
        if n < 2 {
            return 0;
        }
        let mean = |half: &[f32]| half.iter().sum::<f32>() / n as f32;
        let limit = (GIANT * mean(boxes.half_x), GIANT * mean(boxes.half_y));
        let is_giant = |i: usize| boxes.half_x[i] > limit.0 || boxes.half_y[i] > limit.1;
        self.giants.clear();
        let (mut wide, mut high) = (0.0f32, 0.0f32);
        let (mut left, mut right, mut top, mut bottom) = (f32::INFINITY, f32::NEG_INFINITY, f32::INFINITY, f32::NEG_INFINITY);
        for i in 0..n {
            if is_giant(i) {
                self.giants.push(i as u32);
            } else {
                wide = wide.max(boxes.half_x[i]);
                high = high.max(boxes.half_y[i]);
            }
            left = left.min(boxes.x[i]);
            right = right.max(boxes.x[i]);
            top = top.min(boxes.y[i]);
            bottom = bottom.max(boxes.y[i]);
        }
        let (mut width, mut height) = (2.0 * wide * room.size + room.gap, 2.0 * high * room.size + room.gap);
        let most = (CELLS * n + 64) as f32;
        let cells = ((right - left) / width + 1.0) * ((bottom - top) / height + 1.0);
        if cells > most {
            let grow = (cells / most).sqrt() * 1.1;
            width *= grow;
            height *= grow;
        }
        // Where a drawing is long and thin, one axis must grow alone.
        width = width.max((right - left) / most);
        height = height.max((bottom - top) / most);
        let columns = ((right - left) / width) as usize + 3;
        let rows = ((bottom - top) / height) as usize + 3;
        (self.size, self.corner, self.side) = ((columns, rows), (left, top), (width, height));
        self.sort(boxes, room, (left, top), (width, height), (columns, rows));
        let pairs =
            self.push_neighbours(room, columns, rows) + self.push_giants(boxes, room, (left, top), (width, height), (columns, rows));
        for m in &self.sorted {
            boxes.x[m.index as usize] = m.x;
            boxes.y[m.index as usize] = m.y;
        }
        pairs
    }

    /// After a round: the area that every box shares with others, gaps included, as of the end of the round.
    pub(super) fn shared(&self, room: Room, shared: &mut [f32]) {
        let (columns, rows) = self.size;
        shared.fill(0.0);
        for row in 1..rows - 1 {
            for column in 1..columns - 1 {
                let cell = row * columns + column;
                let (first, end) = (self.starts[cell] as usize, self.starts[cell + 1] as usize);
                let beside = self.starts[cell + 2] as usize;
                let below = cell + columns - 1;
                let (under, under_end) = (self.starts[below] as usize, self.starts[below + 3] as usize);
                for a in first..end {
                    let m = self.sorted[a];
                    for other in self.sorted[a + 1..beside].iter().chain(&self.sorted[under..under_end]) {
                        let x = m.half_x + other.half_x + room.gap - (m.x - other.x).abs();
                        let y = m.half_y + other.half_y + room.gap - (m.y - other.y).abs();
                        if x > 0.0 && y > 0.0 {
                            let area = x.min(2.0 * m.half_x.min(other.half_x)) * y.min(2.0 * m.half_y.min(other.half_y));
                            shared[m.index as usize] += area / 2.0;
                            shared[other.index as usize] += area / 2.0;
                        }
                    }
                }
            }
        }
    }

    /// Hands out the boxes whose centres were within half a cell of an area in the last round: all that reach into it.
    pub(super) fn near(&self, low: (f32, f32), high: (f32, f32), found: &mut dyn FnMut(usize)) {
        let (columns, rows) = self.size;
        let cut = |v: f32, most: usize| ((v + 1.0).max(0.0) as usize).min(most - 1);
        let column = |x: f32| (x - self.corner.0) / self.side.0;
        let row = |y: f32| (y - self.corner.1) / self.side.1;
        let (first, last) = (cut(column(low.0) - 0.5, columns), cut(column(high.0) + 0.5, columns));
        for row in cut(row(low.1) - 0.5, rows)..=cut(row(high.1) + 0.5, rows) {
            let (start, end) = (self.starts[row * columns + first] as usize, self.starts[row * columns + last + 1] as usize);
            for m in &self.sorted[start..end] {
                found(m.index as usize);
            }
        }
    }

    fn sort(&mut self, boxes: &Moving<'_>, room: Room, corner: (f32, f32), side: (f32, f32), size: (usize, usize)) {
        let n = boxes.x.len();
        let (columns, rows) = size;
        self.starts.clear();
        self.starts.resize(columns * rows + 1, 0);
        self.cell.clear();
        for i in 0..n {
            let column = ((boxes.x[i] - corner.0) / side.0) as usize + 1;
            let row = ((boxes.y[i] - corner.1) / side.1) as usize + 1;
            let cell = row * columns + column;
            self.cell.push(cell as u32);
            self.starts[cell + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.sorted.resize(n, Member::default());
        // From behind, so that the starts end up where they belong and equal cells keep the order.
        for i in (0..n).rev() {
            let end = &mut self.starts[self.cell[i] as usize + 1];
            *end -= 1;
            let free = if boxes.held.get(i).copied().unwrap_or(false) { 0.0 } else { 1.0 };
            let (half_x, half_y) = (boxes.half_x[i] * room.size, boxes.half_y[i] * room.size);
            self.sorted[*end as usize] = Member { x: boxes.x[i], y: boxes.y[i], half_x, half_y, free, index: i as u32 };
        }
        // Now start of cell `c` stands at `c + 1`; the first entry is 0 and the cells' ends follow.
        self.starts.remove(0);
        self.starts.push(n as u32);
    }

    fn push_neighbours(&mut self, room: Room, columns: usize, rows: usize) -> usize {
        let mut pairs = 0;
        for row in 1..rows - 1 {
            for column in 1..columns - 1 {
                let cell = row * columns + column;
                let (first, end) = (self.starts[cell] as usize, self.starts[cell + 1] as usize);
                if first == end {
                    continue;
                }
                // The next cell follows in the list; below are three in a run.
                let beside = self.starts[cell + 2] as usize;
                let below = cell + columns - 1;
                let (under, under_end) = (self.starts[below] as usize, self.starts[below + 3] as usize);
                for a in first..end {
                    let mut m = self.sorted[a];
                    for other in &mut self.sorted[a + 1..beside] {
                        pairs += usize::from(part(&mut m, other, room));
                    }
                    for other in &mut self.sorted[under..under_end] {
                        pairs += usize::from(part(&mut m, other, room));
                    }
                    self.sorted[a] = m;
                }
            }
        }
        pairs
    }

    fn push_giants(
        &mut self,
        boxes: &Moving<'_>,
        room: Room,
        corner: (f32, f32),
        side: (f32, f32),
        (columns, rows): (usize, usize),
    ) -> usize {
        if self.giants.is_empty() {
            return 0;
        }
        let mut place = vec![0u32; boxes.x.len()];
        for (k, m) in self.sorted.iter().enumerate() {
            place[m.index as usize] = k as u32;
        }
        let mut pairs = 0;
        for &g in &self.giants {
            let k = place[g as usize] as usize;
            let mut m = self.sorted[k];
            let (reach_x, reach_y) = (m.half_x + room.gap + side.0, m.half_y + room.gap + side.1);
            let cut = |v: f32, most: usize| (v.max(0.0) as usize + 1).min(most - 2);
            let (low, high) = (cut((m.x - reach_x - corner.0) / side.0, columns), cut((m.x + reach_x - corner.0) / side.0, columns));
            for row in cut((m.y - reach_y - corner.1) / side.1, rows)..=cut((m.y + reach_y - corner.1) / side.1, rows) {
                for a in self.starts[row * columns + low] as usize..self.starts[row * columns + high + 1] as usize {
                    if a != k {
                        pairs += usize::from(part(&mut m, &mut self.sorted[a], room));
                    }
                }
            }
            self.sorted[k] = m;
        }
        // Two giants find each other wherever they are.
        for (nth, &g) in self.giants.iter().enumerate() {
            for &h in &self.giants[nth + 1..] {
                let (g, h) = (place[g as usize] as usize, place[h as usize] as usize);
                let (mut a, mut b) = (self.sorted[g], self.sorted[h]);
                pairs += usize::from(part(&mut a, &mut b, room));
                (self.sorted[g], self.sorted[h]) = (a, b);
            }
        }
        pairs
    }
}

/// Takes two boxes apart where they are too close.
#[inline]
fn part(a: &mut Member, b: &mut Member, room: Room) -> bool {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let (x, y) = (a.half_x + b.half_x + room.gap - dx.abs(), a.half_y + b.half_y + room.gap - dy.abs());
    if x <= 0.0 || y <= 0.0 {
        return false;
    }
    let movable = a.free + b.free;
    if movable == 0.0 {
        return false;
    }
    // Boxes on the very same spot part by their order.
    let back = |d: f32| d < 0.0 || (d == 0.0 && b.index < a.index);
    let (share_a, share_b) = (a.free / movable, b.free / movable);
    if x < y {
        let push = if back(dx) { -x - room.extra } else { x + room.extra };
        a.x -= push * share_a;
        b.x += push * share_b;
    } else {
        let push = if back(dy) { -y - room.extra } else { y + room.extra };
        a.y -= push * share_a;
        b.y += push * share_b;
    }
    true
}
