//! Arranges what hangs on a row: side by side, in columns, or in lines.

use crate::layout::GAP;
use crate::layout::point::{least, most};
use crate::layout::settle::{CHANNEL, CLOSE};
use crate::layout::shapes::{How, Shape, Shapes};

/// Channel between two columns that share it.
const TRUNK: f64 = 2.5 * GAP as f64;
/// More of it for each link beyond a few.
const LINE: f64 = 6.0;
const FEW: usize = 4;
/// Between subtrees; single boxes stand closer.
const APART: f64 = 1.75 * GAP as f64;
/// What stands in a column may be so many times as wide as what is there, in a line so many times as high.
const WIDER: f64 = 1.4;
const HIGHER: f64 = 1.2;
/// What is so many times as high as all beside it has its target straight above it.
const MAIN: f64 = 2.5;

/// What stands below each other.
#[derive(Clone, Copy)]
struct Column {
    /// Which children.
    first: usize,
    last: usize,
    wide: f64,
    high: f64,
    /// Where it begins.
    x: f64,
    y: f64,
    /// Whether the channel is on its right.
    mirrored: bool,
    /// Where what it hangs on wants to be.
    port: f64,
}

impl Column {
    fn new(k: usize, shape: &Shape) -> Self {
        Self { first: k, last: k, wide: shape.wide, high: shape.high, x: 0.0, y: 0.0, mirrored: false, port: 0.0 }
    }

    fn is_stack(&self) -> bool {
        self.last > self.first
    }
}

/// What hangs on the row that is being arranged.
struct Child {
    row: u32,
    shapes: (u32, u32),
    /// Of its first row.
    half: f64,
    high: f64,
    /// How far below the top of what it hangs on it begins.
    top: f64,
    port: f64,
}

/// Room for what is being arranged, kept to be used again.
#[derive(Default)]
pub(in crate::layout) struct Room {
    children: Vec<Child>,
    columns: Vec<Column>,
    /// Of each child.
    shapes: Vec<u32>,
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
            at = most(at, self.lower - left);
        }
        if let Some((left, _, top)) = below {
            at = most(at, self.lower - left);
            if self.upper_bottom + CLOSE > top {
                at = most(at, self.upper - left);
            }
        }
        let at = if at.is_finite() { at + gap } else { 0.0 };
        self.upper = most(self.upper, at + right);
        self.upper_bottom = most(self.upper_bottom, bottom);
        if let Some((_, right, top)) = below {
            self.lower = most(self.lower, at + right);
            self.lower_top = least(self.lower_top, top);
        }
        at
    }
}

impl Shapes<'_> {
    /// Makes ready for arranging what hangs on row `i`; the least width and the least height that it can have.
    pub(in crate::layout) fn enter(&self, i: usize, room: &mut Room) -> (f64, f64) {
        let (mut narrow, mut low) = (0.0, 0.0);
        room.children.clear();
        for &row in self.children(i) {
            let (shapes, size) = (self.of(row as usize), self.rows.rows[row as usize].size);
            (narrow, low) = (most(narrow, self.at(shapes.0).wide), most(low, self.at(shapes.1 - 1).high));
            let port = self.forest.port(row as usize);
            room.children.push(Child { row, shapes, half: size.x / 2.0, high: size.y, top: self.top(i, row), port });
        }
        (narrow, low)
    }

    /// The shape of row `i` if what hangs on it is arranged in that way, and the size from which on it would be arranged otherwise. None where
    /// another way gives the same.
    pub(in crate::layout) fn shape(&self, i: usize, how: How, room: &mut Room) -> (f64, Option<Shape>) {
        let next = self.fill(how, room);
        let is_line = match how {
            How::Tidy | How::Line(_) => false,
            How::Columns(_) => !room.columns.iter().any(Column::is_stack),
            How::Lines(_) => !is_list(how, &room.columns),
        };
        if is_line {
            return (next, None);
        }
        let middle = self.arrange(i, how, room);
        let (mut left, mut right, mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, 0.0);
        for column in &room.columns {
            (left, right) = (least(left, column.x), most(right, column.x + column.wide));
            (top, bottom) = (least(top, column.y), most(bottom, column.y + column.high));
        }
        (next, Some(self.around(i, (left - middle, right - middle), (top, bottom), how)))
    }

    /// Puts what hangs on row `i`: `put` is told of each its shape, and where the middle of its upper border is from that of the row.
    pub(in crate::layout) fn put(&self, i: usize, how: How, room: &mut Room, mut put: impl FnMut(u32, &Shape, f64, f64)) {
        self.enter(i, room);
        self.fill(how, room);
        let middle = self.arrange(i, how, room);
        for column in &room.columns {
            let mut y = column.y;
            for k in column.first..=column.last {
                let shape = self.at(room.shapes[k]);
                if k > column.first {
                    y += between(self.at(room.shapes[k - 1]), shape);
                }
                let x = if column.mirrored { column.x + column.wide - shape.wide } else { column.x };
                put(room.children[k].row, shape, x + shape.own - middle, y);
                y += shape.high;
            }
        }
    }

    /// Chooses shapes and columns; with which size they would differ.
    fn fill(&self, how: How, room: &mut Room) -> f64 {
        room.columns.clear();
        room.shapes.clear();
        match how {
            How::Tidy => f64::INFINITY,
            How::Line(high) => self.columns(high, false, room),
            How::Columns(high) => self.columns(high, true, room),
            How::Lines(wide) => self.lines(wide, room),
        }
    }

    /// Places columns; where the middle of row `i` is.
    fn arrange(&self, i: usize, how: How, room: &mut Room) -> f64 {
        if !matches!(how, How::Lines(_)) {
            self.side_by_side(room);
        }
        self.middle(i, how, &room.columns)
    }

    /// Fills columns of that height, of one each where nothing may stand below another; with which height they would differ.
    fn columns(&self, high: f64, stacked: bool, room: &mut Room) -> f64 {
        let mut next = f64::INFINITY;
        for (k, child) in room.children.iter().enumerate() {
            if stacked && let (Some(last), Some(&above)) = (room.columns.last_mut(), room.shapes.last()) {
                let widest = WIDER * last.wide;
                let (at, _) = self.within(child.shapes, widest);
                let shape = self.at(at);
                if shape.wide <= widest {
                    let grown = last.high + between(self.at(above), shape) + shape.high;
                    if grown <= high {
                        (last.last, last.high, last.wide) = (k, grown, most(last.wide, shape.wide));
                        room.shapes.push(at);
                        continue;
                    }
                    next = least(next, grown);
                }
            }
            let (at, higher) = self.lower(child.shapes, high);
            next = least(next, higher);
            room.shapes.push(at);
            room.columns.push(Column::new(k, self.at(at)));
        }
        next
    }

    /// Fills lines of that width; each in them is a column. With which width they would differ.
    fn lines(&self, wide: f64, room: &mut Room) -> f64 {
        let top = room.children.iter().fold(0.0, |top, child| most(top, child.top));
        let (mut x, mut y, mut high, mut next) = (0.0, 0.0, 0.0, f64::INFINITY);
        for (k, child) in room.children.iter().enumerate() {
            let (mut at, wider) = self.within(child.shapes, wide);
            next = least(next, wider);
            if let Some(&before) = room.shapes.last() {
                let between = between(self.at(before), self.at(at));
                let (lower, _) = self.lower(child.shapes, high);
                let beside = self.at(lower);
                if beside.high <= HIGHER * high && x + between + beside.wide <= wide {
                    (at, x) = (lower, x + between);
                } else {
                    (x, y, high) = (0.0, y + high + between, 0.0);
                }
            }
            let shape = self.at(at);
            room.shapes.push(at);
            room.columns.push(Column { x, y: top + y, port: x + shape.own, ..Column::new(k, shape) });
            x += shape.wide;
            high = most(high, shape.high);
        }
        next
    }

    /// Puts columns side by side.
    fn side_by_side(&self, room: &mut Room) {
        let mut reach = Reach::NOTHING;
        // Where the column before began if it shares its channel.
        let mut shared = None;
        for k in 0..room.columns.len() {
            let next_is_stack = room.columns.get(k + 1).is_some_and(Column::is_stack);
            let column = &mut room.columns[k];
            let child = &room.children[column.first];
            column.y = child.top;
            if column.is_stack() {
                column.mirrored = shared.is_none() && next_is_stack;
                // Its channel is on the left, or between it and the next one.
                let links = column.last + 1 - shared.unwrap_or(column.first);
                let more = LINE * links.saturating_sub(FEW) as f64;
                let (channel, trunk) = (CHANNEL + more, TRUNK + more);
                let before = if column.mirrored || shared.is_some() { 0.0 } else { channel };
                let gap = if shared.is_some() { trunk } else { APART };
                column.x = reach.add((-before, column.wide, column.y + column.high), None, gap);
                column.port = match (column.mirrored, shared) {
                    (true, _) => column.x + column.wide + TRUNK / 2.0,
                    (_, Some(_)) => column.x - trunk / 2.0,
                    _ => column.x - channel / 2.0,
                };
                shared = column.mirrored.then_some(column.first);
            } else {
                let shape = self.at(room.shapes[column.first]);
                let below = (!shape.is_single()).then_some((shape.below.0, shape.below.1, column.y + shape.top));
                let gap = if k > 0 { between(self.at(room.shapes[column.first - 1]), shape) } else { 0.0 };
                column.x = reach.add((shape.own - child.half, shape.own + child.half, column.y + child.high), below, gap);
                column.port = column.x + shape.own - child.port;
                shared = None;
            }
        }
    }

    /// Where the middle of row `i` is among what hangs on it.
    fn middle(&self, i: usize, how: How, columns: &[Column]) -> f64 {
        let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return 0.0 };
        if is_list(how, columns) {
            return first.x - CHANNEL + self.rows.rows.get(i).map_or(0.0, |row| row.size.x / 2.0);
        }
        let (mut highest, mut others) = (first, 0.0);
        for column in &columns[1..] {
            if column.high >= highest.high {
                (highest, others) = (column, highest.high);
            } else {
                others = most(others, column.high);
            }
        }
        if !highest.is_stack() && highest.high > MAIN * others { highest.port } else { (first.port + last.port) / 2.0 }
    }

    /// How far below the top of row `i` what hangs on it begins.
    pub(in crate::layout) fn top(&self, i: usize, child: u32) -> f64 {
        match self.rows.rows.get(i) {
            Some(row) => row.size.y + if row.is_joint || self.rows.rows[child as usize].is_joint { CLOSE } else { self.step },
            None => 0.0,
        }
    }
}

/// Whether they stand below what they hang on like the points of a list.
fn is_list(how: How, columns: &[Column]) -> bool {
    match (how, columns) {
        (How::Lines(_), [_, others @ ..]) => others.iter().any(|column| column.x == 0.0),
        (_, [only]) => only.is_stack(),
        _ => false,
    }
}

fn between(a: &Shape, b: &Shape) -> f64 {
    if a.is_single() && b.is_single() { CLOSE } else { APART }
}
