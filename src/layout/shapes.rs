//! Shapes that a tree can take, narrow and high or wide and low: every subtree has some, made of those of its own subtrees.

use crate::layout::GAP;
use crate::layout::front::{Front, apart};
use crate::layout::point::Point;
use crate::layout::rows::Rows;
use crate::layout::tidy::Forest;

/// Beside what stands one below the other, for the links that lead up from there.
const CHANNEL: f64 = 1.75 * GAP as f64;
/// The same between two columns that share it.
const TRUNK: f64 = 2.5 * GAP as f64;
/// More of it for each link beyond a few.
const LINE: f64 = 6.0;
const FEW: usize = 4;
/// Between single boxes, and between subtrees.
const CLOSE: f64 = GAP as f64 + 1.0;
const APART: f64 = 1.75 * GAP as f64;
/// Columns are tried that are so many times as high as each other.
const HIGHER: f64 = 1.2;
/// What stands in a column may be so many times as wide as what is there.
const WIDER: f64 = 1.4;
/// No shape is wider than a page of so many times the area of all boxes.
const MAX_AREA: f64 = 16.0;
/// What is so many times as high as all beside it has its target straight above it.
const MAIN: f64 = 2.5;

/// How what hangs on a row is arranged.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) enum How {
    /// As the tidy tree has it.
    Tidy,
    /// Side by side, each as narrow as that height allows.
    Line(f64),
    /// In columns of that height.
    Columns(f64),
    /// In lines of that width.
    Lines(f64),
}

/// A box that holds a subtree.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Shape {
    pub(in crate::layout) wide: f64,
    pub(in crate::layout) high: f64,
    /// How far right in it the middle of the first row is.
    own: f64,
    /// From where to where what hangs on that row reaches, and how far below its top that begins.
    below: (f64, f64),
    top: f64,
    pub(in crate::layout) how: How,
}

/// A box around a tidy subtree.
#[derive(Clone, Copy)]
struct Extent {
    low: Point,
    high: Point,
}

impl Extent {
    const NOTHING: Self = Self { low: Point::new(f64::INFINITY, f64::INFINITY), high: Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY) };

    fn union(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

/// Where the tidy tree has each subtree.
pub(in crate::layout) struct Tidy {
    /// What hangs on each row, and the same with the row itself.
    hanging: Vec<Extent>,
    boxes: Vec<Extent>,
    x: Vec<f64>,
}

impl Tidy {
    pub(in crate::layout) fn new(forest: &Forest, rows: &Rows, upright: &[(f64, f64)], x: &[f64]) -> Self {
        let own = |(row, (x, (top, bottom))): (&crate::layout::rows::Row, (&f64, &(f64, f64)))| Extent {
            low: Point::new(x - row.size.x / 2.0, *top),
            high: Point::new(x + row.size.x / 2.0, *bottom),
        };
        let mut boxes: Vec<Extent> = rows.rows.iter().zip(x.iter().zip(upright)).map(own).collect();
        let mut hanging = vec![Extent::NOTHING; x.len()];
        for &i in forest.order.iter().rev() {
            let (i, parent) = (i as usize, forest.parent[i as usize] as usize);
            boxes[i] = boxes[i].union(hanging[i]);
            if parent != i {
                hanging[parent] = hanging[parent].union(boxes[i]);
            }
        }
        Self { hanging, boxes, x: x.to_vec() }
    }

    fn shape(&self, i: usize) -> Shape {
        let (all, hanging) = (self.boxes[i], self.hanging[i]);
        let size = all.high - all.low;
        let below = (hanging.low.x - all.low.x, hanging.high.x - all.low.x);
        Shape { wide: size.x, high: size.y, own: self.x[i] - all.low.x, below, top: hanging.low.y - all.low.y, how: How::Tidy }
    }
}

/// What stands below each other.
#[derive(Clone, Copy)]
struct Column {
    /// Which children.
    first: usize,
    last: usize,
    wide: f64,
    high: f64,
    /// Where it begins, and how far below where the first begins.
    x: f64,
    y: f64,
    /// Whether the channel is on its right.
    mirrored: bool,
    /// Where what it hangs on wants to be.
    port: f64,
}

/// Room for what is being arranged, kept to be used again.
#[derive(Default)]
pub(in crate::layout) struct Room {
    columns: Vec<Column>,
    /// Of each child.
    shapes: Vec<Shape>,
}

/// How far right what stands side by side reaches, above and below.
struct Reach {
    upper: f64,
    upper_bottom: f64,
    lower: f64,
    lower_top: f64,
}

impl Reach {
    const NOTHING: Self = Self { upper: f64::NEG_INFINITY, upper_bottom: 0.0, lower: f64::NEG_INFINITY, lower_top: f64::INFINITY };

    /// Puts something on the right of all that is there; where that is.
    fn add(&mut self, (left, right, bottom): (f64, f64, f64), below: Option<(f64, f64, f64)>, gap: f64) -> f64 {
        let mut at = self.upper - left;
        if bottom + CLOSE > self.lower_top {
            at = at.max(self.lower - left);
        }
        if let Some((left, _, top)) = below {
            at = at.max(self.lower - left);
            if self.upper_bottom + CLOSE > top {
                at = at.max(self.upper - left);
            }
        }
        let at = if at.is_finite() { at + gap } else { 0.0 };
        self.upper = self.upper.max(at + right);
        self.upper_bottom = self.upper_bottom.max(bottom);
        if let Some((_, right, top)) = below {
            self.lower = self.lower.max(at + right);
            self.lower_top = self.lower_top.min(top);
        }
        at
    }
}

/// The shapes of all subtrees.
pub(in crate::layout) struct Shapes<'a> {
    forest: &'a Forest,
    rows: &'a Rows,
    roots: Vec<u32>,
    step: f64,
    /// Of each row, narrow ones first; of all trees together in the end.
    of: Vec<(u32, u32)>,
    all: Vec<Shape>,
}

impl<'a> Shapes<'a> {
    pub(in crate::layout) fn new(forest: &'a Forest, rows: &'a Rows, tidy: &Tidy, step: f64, page: f64) -> Self {
        let n = rows.rows.len();
        let mut shapes = Self { forest, rows, roots: forest.roots(), step, of: vec![(0, 0); n + 1], all: Vec::with_capacity(3 * n) };
        let area: f64 = rows.rows.iter().map(|row| row.size.x * row.size.y).sum();
        let widest = (MAX_AREA * area * page).sqrt();
        let (mut front, mut room) = (Front::default(), Room::default());
        for &i in forest.order.iter().rev() {
            front.add(tidy.shape(i as usize));
            shapes.find(i as usize, widest, &mut front, &mut room);
        }
        shapes.find(n, f64::INFINITY, &mut front, &mut room);
        shapes
    }

    /// The shapes of all trees together.
    pub(in crate::layout) fn of_all(&self) -> impl Iterator<Item = &Shape> {
        self.of(self.rows.rows.len()).iter()
    }

    fn of(&self, i: usize) -> &[Shape] {
        &self.all[self.of[i].0 as usize..self.of[i].1 as usize]
    }

    fn children(&self, i: usize) -> &[u32] {
        if i < self.rows.rows.len() { self.forest.children(i) } else { &self.roots }
    }

    /// What `child` takes where it may be so wide.
    fn within(&self, child: u32, width: f64) -> &Shape {
        let of = self.of(child as usize);
        &of[of.partition_point(|shape| shape.wide <= width).saturating_sub(1)]
    }

    /// What `child` takes where it may be so high.
    fn lower(&self, child: u32, height: f64) -> &Shape {
        let of = self.of(child as usize);
        &of[of.partition_point(|shape| shape.high > height).min(of.len() - 1)]
    }

    fn find(&mut self, i: usize, widest: f64, front: &mut Front, room: &mut Room) {
        let children = self.children(i);
        if !children.is_empty() {
            let all = || children.iter().flat_map(|&child| self.of(child as usize));
            let low = children.iter().filter_map(|&child| self.of(child as usize).last()).map(|shape| shape.high).fold(0.0, f64::max);
            for high in apart(all().map(|shape| shape.high).filter(|high| *high >= low).collect()) {
                front.add(self.arrange(i, How::Line(high), room, &mut |_, _, _, _| {}));
            }
            if children.len() > 1 {
                let first = || children.iter().filter_map(|&child| self.of(child as usize).first());
                let (narrow, sum) = first().fold((0.0f64, 0.0), |(narrow, sum), shape| (narrow.max(shape.wide), sum + shape.high + APART));
                let mut high = low;
                while high < sum {
                    high *= HIGHER;
                    front.add(self.arrange(i, How::Columns(high), room, &mut |_, _, _, _| {}));
                }
                for wide in apart(all().map(|s| s.wide).filter(|w| *w >= narrow).collect()) {
                    front.add(self.arrange(i, How::Lines(wide), room, &mut |_, _, _, _| {}));
                }
            }
        }
        let start = self.all.len() as u32;
        front.take(&mut self.all, widest);
        self.of[i] = (start, self.all.len() as u32);
    }

    /// Puts what hangs on row `i`: `put` is told of each its shape, and where the middle of its upper border is from that of the row.
    pub(in crate::layout) fn arrange(&self, i: usize, how: How, room: &mut Room, put: &mut impl FnMut(u32, &Shape, f64, f64)) -> Shape {
        let children = self.children(i);
        let own = self.rows.rows.get(i).map_or(Point::ZERO, |row| row.size);
        let mut low = f64::INFINITY;
        room.columns.clear();
        room.shapes.clear();
        match how {
            How::Tidy => {}
            How::Line(high) => self.columns(children, high, false, room),
            How::Columns(high) => self.columns(children, high, true, room),
            How::Lines(wide) => self.lines(children, wide, room),
        }
        let (mut left, mut right, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY, own.y);
        if !matches!(how, How::Lines(_)) {
            self.side_by_side(i, children, own.y, room);
        }
        let middle = self.middle(i, &room.columns);
        for column in &room.columns {
            let mut y = 0.0;
            for k in column.first..=column.last {
                let (child, shape) = (children[k], &room.shapes[k]);
                y = if k == column.first { self.top(i, child, own.y) + column.y } else { y + self.between(children[k - 1], child) };
                let x = if column.mirrored { column.x + column.wide - shape.wide } else { column.x };
                put(child, shape, x + shape.own - middle, y);
                (left, right) = (left.min(x - middle), right.max(x - middle + shape.wide));
                low = low.min(y);
                y += shape.high;
                bottom = bottom.max(y);
            }
        }
        let (begin, end) = (left.min(-own.x / 2.0), right.max(own.x / 2.0));
        Shape { wide: end - begin, high: bottom, own: -begin, below: (left - begin, right - begin), top: low, how }
    }

    /// Fills columns of that height, of one each where nothing may stand below another.
    fn columns(&self, children: &[u32], high: f64, stacked: bool, room: &mut Room) {
        for (k, &child) in children.iter().enumerate() {
            if stacked && let Some(last) = room.columns.last_mut() {
                let between = self.between(children[k - 1], child);
                let shape = self.within(child, WIDER * last.wide);
                if last.high + between + shape.high <= high && shape.wide <= WIDER * last.wide {
                    (last.last, last.high, last.wide) = (k, last.high + between + shape.high, last.wide.max(shape.wide));
                    room.shapes.push(*shape);
                    continue;
                }
            }
            let shape = self.lower(child, high);
            room.shapes.push(*shape);
            room.columns.push(Column { first: k, last: k, wide: shape.wide, high: shape.high, x: 0.0, y: 0.0, mirrored: false, port: 0.0 });
        }
    }

    /// Fills lines of that width; each in them is a column.
    fn lines(&self, children: &[u32], wide: f64, room: &mut Room) {
        let (mut x, mut y, mut high) = (0.0, 0.0, 0.0f64);
        for (k, &child) in children.iter().enumerate() {
            let mut shape = self.within(child, wide);
            if k > 0 {
                let between = self.between(children[k - 1], child);
                let beside = self.lower(child, high);
                if beside.high <= HIGHER * high && x + between + beside.wide <= wide {
                    (shape, x) = (beside, x + between);
                } else {
                    (x, y, high) = (0.0, y + high + between, 0.0);
                }
            }
            room.shapes.push(*shape);
            room.columns.push(Column { first: k, last: k, wide: shape.wide, high: shape.high, x, y, mirrored: false, port: x + shape.own });
            x += shape.wide;
            high = high.max(shape.high);
        }
    }

    /// Puts columns side by side.
    fn side_by_side(&self, i: usize, children: &[u32], own: f64, room: &mut Room) {
        let columns = &mut room.columns;
        let mut reach = Reach::NOTHING;
        let mut shared = false;
        for k in 0..columns.len() {
            let column = columns[k];
            let child = children[column.first];
            let top = self.top(i, child, own);
            if column.last > column.first {
                let mirrored = !shared && columns.get(k + 1).is_some_and(|next| next.last > next.first);
                // Its channel is on the left, or between it and the next one.
                let links = column.last + 1 - if shared { columns[k - 1].first } else { column.first };
                let more = LINE * links.saturating_sub(FEW) as f64;
                let (channel, trunk) = (CHANNEL + more, TRUNK + more);
                let before = if mirrored || shared { 0.0 } else { channel };
                let at = reach.add((-before, column.wide, top + column.high), None, if shared { trunk } else { APART });
                let port = match (mirrored, shared) {
                    (true, _) => at + column.wide + TRUNK / 2.0,
                    (_, true) => at - trunk / 2.0,
                    _ => at - channel / 2.0,
                };
                columns[k] = Column { x: at, mirrored, port, ..column };
                shared = mirrored;
            } else {
                let shape = &room.shapes[column.first];
                let half = self.rows.rows[child as usize].size / 2.0;
                let below = (shape.below.0 <= shape.below.1).then_some((shape.below.0, shape.below.1, top + shape.top));
                let gap = if k > 0 { self.between(children[column.first - 1], child) } else { 0.0 };
                let at = reach.add((shape.own - half.x, shape.own + half.x, top + 2.0 * half.y), below, gap);
                columns[k] = Column { x: at, port: at + shape.own - self.forest.port(child as usize), ..column };
                shared = false;
            }
        }
    }

    /// Where the middle of row `i` is among what hangs on it.
    fn middle(&self, i: usize, columns: &[Column]) -> f64 {
        let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return 0.0 };
        let half = self.rows.rows.get(i).map_or(0.0, |row| row.size.x / 2.0);
        if columns.len() == 1 && first.last > first.first || last.y > 0.0 {
            // Like the points of a list.
            return first.x - CHANNEL + half;
        }
        let most = columns.iter().max_by(|a, b| a.high.total_cmp(&b.high)).filter(|most| most.last == most.first);
        let others = |most: &Column| columns.iter().filter(|c| c.first != most.first).map(|c| c.high).fold(0.0, f64::max);
        match most.filter(|most| most.high > MAIN * others(most)) {
            Some(most) => most.port,
            None => (first.port + last.port) / 2.0,
        }
    }

    /// Where what hangs on row `i`, which is so high, begins.
    fn top(&self, i: usize, child: u32, high: f64) -> f64 {
        match self.rows.rows.get(i) {
            Some(row) => high + if row.is_joint || self.rows.rows[child as usize].is_joint { CLOSE } else { self.step },
            None => 0.0,
        }
    }

    fn between(&self, a: u32, b: u32) -> f64 {
        if self.forest.children(a as usize).is_empty() && self.forest.children(b as usize).is_empty() { CLOSE } else { APART }
    }
}
