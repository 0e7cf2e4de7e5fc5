//! Shapes that a tree can take, narrow and high or wide and low: every subtree has some, made of those of its own subtrees.

use crate::base::Cancelled;
use crate::layout::columns::Room;
use crate::layout::front::Front;
use crate::layout::point::{Point, least, most};
use crate::layout::rows::Rows;
use crate::layout::tidy::Forest;
use crate::layout::work::Work;

/// Sizes that are tried differ by so many times.
const TRIED: f64 = 1.4;
/// No shape is wider than a page of so many times the area of all boxes.
const MAX_AREA: f64 = 16.0;

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
    pub(in crate::layout) own: f64,
    /// From where to where what hangs on that row reaches, and how far below its top that begins.
    pub(in crate::layout) below: (f64, f64),
    pub(in crate::layout) top: f64,
    pub(in crate::layout) how: How,
}

impl Shape {
    pub(in crate::layout) fn is_single(&self) -> bool {
        self.below.0 > self.below.1
    }
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

/// The shapes of all subtrees.
pub(in crate::layout) struct Shapes<'a> {
    pub(in crate::layout) forest: &'a Forest,
    pub(in crate::layout) rows: &'a Rows,
    roots: Vec<u32>,
    pub(in crate::layout) step: f64,
    /// Of each row, narrow ones first; of all trees together in the end.
    of: Vec<(u32, u32)>,
    all: Vec<Shape>,
}

impl<'a> Shapes<'a> {
    pub(in crate::layout) fn new(
        forest: &'a Forest,
        rows: &'a Rows,
        tidy: &Tidy,
        step: f64,
        page: f64,
        work: &mut Work<'_>,
    ) -> Result<Self, Cancelled> {
        let n = rows.rows.len();
        let mut shapes = Self { forest, rows, roots: forest.roots(), step, of: vec![(0, 0); n + 1], all: Vec::with_capacity(3 * n) };
        let area: f64 = rows.rows.iter().map(|row| row.size.x * row.size.y).sum();
        let widest = (MAX_AREA * area * page).sqrt();
        let (mut front, mut room) = (Front::default(), Room::default());
        for &i in forest.order.iter().rev() {
            front.add(tidy.shape(i as usize));
            shapes.find(i as usize, widest, &mut front, &mut room, work)?;
        }
        shapes.find(n, f64::INFINITY, &mut front, &mut room, work)?;
        Ok(shapes)
    }

    /// The shapes of all trees together.
    pub(in crate::layout) fn of_all(&self) -> &[Shape] {
        let (from, to) = self.of(self.rows.rows.len());
        &self.all[from as usize..to as usize]
    }

    /// Which shapes row `i` has.
    pub(in crate::layout) fn of(&self, i: usize) -> (u32, u32) {
        self.of[i]
    }

    pub(in crate::layout) fn at(&self, shape: u32) -> &Shape {
        &self.all[shape as usize]
    }

    pub(in crate::layout) fn children(&self, i: usize) -> &[u32] {
        if i < self.rows.rows.len() { self.forest.children(i) } else { &self.roots }
    }

    /// What a child of these shapes takes where it may be so wide, and how wide the next one is.
    pub(in crate::layout) fn within(&self, (from, to): (u32, u32), width: f64) -> (u32, f64) {
        for at in from + 1..to {
            let next = self.at(at).wide;
            if next > width {
                return (at - 1, next);
            }
        }
        (to - 1, f64::INFINITY)
    }

    /// What a child of these shapes takes where it may be so high, and how high the next one is.
    pub(in crate::layout) fn lower(&self, (from, to): (u32, u32), height: f64) -> (u32, f64) {
        for at in (from + 1..to).rev() {
            let next = self.at(at - 1).high;
            if next > height {
                return (at, next);
            }
        }
        (from, f64::INFINITY)
    }

    /// Tries all that row `i` can look like.
    fn find(&mut self, i: usize, widest: f64, front: &mut Front, room: &mut Room, work: &mut Work<'_>) -> Result<(), Cancelled> {
        match self.children(i) {
            [] => {}
            &[only] => self.over(i, only, front),
            several => {
                let (several, (narrow, low)) = (several.len(), self.enter(i, room));
                // Of two children, a column is two lines.
                let hows: &[fn(f64) -> How] = if several > 2 { &[How::Line, How::Lines, How::Columns] } else { &[How::Line, How::Lines] };
                for how in hows {
                    let mut size = if matches!(how(0.0), How::Lines(_)) { narrow } else { low };
                    while size < f64::INFINITY {
                        work.spend(several)?;
                        let (next, shape) = self.shape(i, how(size), room);
                        shape.into_iter().for_each(|shape| front.add(shape));
                        size = most(next, TRIED * size);
                    }
                }
            }
        }
        let start = self.all.len() as u32;
        front.take(&mut self.all, widest);
        self.of[i] = (start, self.all.len() as u32);
        Ok(())
    }

    /// Adds what row `i` looks like above its only child.
    fn over(&self, i: usize, child: u32, front: &mut Front) {
        let (from, to) = self.of(child as usize);
        let (top, port) = (self.top(i, child), self.forest.port(child as usize));
        for shape in &self.all[from as usize..to as usize] {
            let left = port - shape.own;
            front.add(self.around(i, (left, left + shape.wide), (top, top + shape.high), How::Line(shape.high)));
        }
    }

    /// The shape of row `i` if what hangs on it is from there to there, seen from the middle of its top.
    pub(in crate::layout) fn around(&self, i: usize, (left, right): (f64, f64), (top, bottom): (f64, f64), how: How) -> Shape {
        let own = self.rows.rows.get(i).map_or(Point::ZERO, |row| row.size);
        let (begin, end) = (least(left, -own.x / 2.0), most(right, own.x / 2.0));
        Shape { wide: end - begin, high: most(bottom, own.y), own: -begin, below: (left - begin, right - begin), top, how }
    }
}
