//! Tidy trees: parents above the middle of their children, subtrees as close as their outlines allow, in the author's order.
//!
//! As in A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014): two subtrees are compared as far as the shallower one
//! reaches, and their outlines are joined there, so all comparisons together take linear time.

use crate::base::Cancelled;
use crate::layout::parts::lists;
use crate::layout::point::most;
use crate::layout::rows::Rows;
use crate::layout::work::Work;

/// A row, and how far right its middle is.
#[derive(Clone, Copy)]
struct Stop {
    row: u32,
    x: f64,
}

impl Stop {
    /// Below the lowest row.
    const NONE: Self = Self { row: u32::MAX, x: 0.0 };

    fn moved(self, right: f64) -> Self {
        Self { x: self.x + right, ..self }
    }
}

/// One side of the outline of what hangs on a row, from which all is seen.
#[derive(Clone, Copy)]
struct Side {
    /// The next one below on that side, and the lowest one.
    next: Stop,
    end: Stop,
}

impl Side {
    fn moved(self, right: f64) -> Self {
        Self { next: self.next.moved(right), end: self.end.moved(right) }
    }
}

/// The first target of each row, seen from the theses: a tree, and whatever links there are besides.
pub(in crate::layout) struct Forest {
    /// Rows from the theses downwards, parents before children.
    pub(in crate::layout) order: Vec<u32>,
    /// The parent of each row, or itself.
    pub(in crate::layout) parent: Vec<u32>,
    /// How far right of the middle of its parent each wants to stand.
    port: Vec<f64>,
    starts: Vec<u32>,
    children: Vec<u32>,
}

impl Forest {
    pub(in crate::layout) fn new(rows: &Rows) -> Self {
        let n = rows.rows.len();
        let (in_starts, ins) = lists(n, rows.arcs.iter().zip(0u32..).map(|(arc, k)| (arc.to, k)));
        let mut parent: Vec<u32> = vec![u32::MAX; n];
        let mut port = vec![0.0; n];
        let mut order: Vec<u32> = Vec::with_capacity(n);
        let mut has_target = vec![false; n];
        for arc in &rows.arcs {
            has_target[arc.from as usize] = true;
        }
        let theses = (0..n as u32).filter(|&i| !has_target[i as usize]);
        for first in theses.chain(0..n as u32) {
            if parent[first as usize] != u32::MAX {
                continue;
            }
            parent[first as usize] = first;
            let mut next = order.len();
            order.push(first);
            while let Some(&i) = order.get(next) {
                next += 1;
                for &k in &ins[in_starts[i as usize] as usize..in_starts[i as usize + 1] as usize] {
                    let arc = rows.arcs[k as usize];
                    let j = arc.from;
                    if parent[j as usize] == u32::MAX {
                        port[j as usize] = arc.to_at - arc.from_at;
                        parent[j as usize] = i;
                        order.push(j);
                    }
                }
            }
        }
        let hanging = order.iter().filter(|&&i| parent[i as usize] != i).map(|&i| (parent[i as usize], i));
        let (starts, children) = lists(n, hanging);
        Self { order, parent, port, starts, children }
    }

    /// Where rows begin and end if each stands `step` below what it hangs on, `close` where one of both is handles.
    pub(in crate::layout) fn upright(&self, rows: &Rows, step: f64, close: f64) -> Vec<(f64, f64)> {
        let mut upright = vec![(0.0, 0.0); rows.rows.len()];
        for &i in &self.order {
            let (i, parent) = (i as usize, self.parent[i as usize] as usize);
            let row = &rows.rows[i];
            let step = if row.is_joint || rows.rows[parent].is_joint { close } else { step };
            let start = if parent == i { 0.0 } else { upright[parent].1 + step };
            upright[i] = (start, start + row.size.y);
        }
        upright
    }

    /// The rows that hang on nothing.
    pub(in crate::layout) fn roots(&self) -> Vec<u32> {
        self.order.iter().copied().filter(|&i| self.parent[i as usize] == i).collect()
    }

    /// How far right of the middle of its parent row `i` wants to stand.
    pub(in crate::layout) fn port(&self, i: usize) -> f64 {
        self.port[i]
    }

    pub(in crate::layout) fn children(&self, i: usize) -> &[u32] {
        &self.children[self.starts[i] as usize..self.starts[i + 1] as usize]
    }
}

/// What is so many times as high as all beside it has its target straight above it: a long chain does not lead aside.
const MAIN: f64 = 6.0;
/// So many rows are placed between two questions whether to go on.
const ROWS: usize = 1_000;

/// Places across of rows that begin and end at `upright`, each above its reasons; `gap` is left between rows.
pub(in crate::layout) fn place(
    forest: &Forest,
    rows: &Rows,
    upright: &[(f64, f64)],
    gap: f64,
    work: &mut Work<'_>,
) -> Result<Vec<f64>, Cancelled> {
    let alone = |row: u32| Side { next: Stop::NONE, end: Stop { row, x: 0.0 } };
    let sides: Vec<Side> = (0..rows.rows.len() as u32).map(alone).collect();
    let mut placing = Placing { rows, upright, gap, x: vec![0.0; sides.len()], left: sides.clone(), right: sides };
    for some in forest.order.rchunks(ROWS) {
        work.spend(some.len())?;
        for &i in some.iter().rev() {
            placing.hang(i as usize, forest);
        }
    }
    // Trees of one part side by side.
    placing.pack(&forest.roots());
    let mut x = placing.x;
    for &i in &forest.order {
        let parent = forest.parent[i as usize];
        if parent != i {
            x[i as usize] += x[parent as usize];
        }
    }
    Ok(x)
}

struct Placing<'a> {
    rows: &'a Rows,
    upright: &'a [(f64, f64)],
    gap: f64,
    /// From its parent, until all are placed.
    x: Vec<f64>,
    left: Vec<Side>,
    right: Vec<Side>,
}

impl Placing<'_> {
    /// Puts row `i` above the middle of what hangs on it.
    fn hang(&mut self, i: usize, forest: &Forest) {
        let children = forest.children(i);
        let (Some((left, right)), Some(&first), Some(&last)) = (self.pack(children), children.first(), children.last()) else { return };
        let wish = |child: u32| self.x[child as usize] - forest.port[child as usize];
        let middle = self.main(i, children).map_or((wish(first) + wish(last)) / 2.0, wish);
        for &child in children {
            self.x[child as usize] -= middle;
        }
        (self.left[i], self.right[i]) = (left.moved(-middle), right.moved(-middle));
    }

    /// Which of the subtrees that hang on row `i` is so many times as high as all others.
    fn main(&self, i: usize, children: &[u32]) -> Option<u32> {
        let high = |child: u32| self.upright[self.left[child as usize].end.row as usize].1 - self.upright[i].1;
        let (mut main, mut highest, mut others) = (None, 0.0, 0.0);
        for &child in children {
            let high = high(child);
            if high > highest {
                (main, highest, others) = (Some(child), high, highest);
            } else {
                others = most(others, high);
            }
        }
        main.filter(|_| highest > MAIN * others)
    }

    /// Puts subtrees side by side, the first one at 0; both sides of all of them together.
    fn pack(&mut self, children: &[u32]) -> Option<(Side, Side)> {
        let (&first, rest) = children.split_first()?;
        self.x[first as usize] = 0.0;
        let start = Stop { row: first, x: 0.0 };
        let mut left = Side { next: start, end: self.left[first as usize].end };
        let mut right = Side { next: start, end: self.right[first as usize].end };
        for &child in rest {
            let (reach, below, beside) = self.compare(right.next, Stop { row: child, x: 0.0 });
            let at = reach + self.gap;
            self.x[child as usize] = at;
            let (left_end, right_end) = (self.left[child as usize].end.moved(at), self.right[child as usize].end.moved(at));
            right.next = Stop { row: child, x: at };
            if beside.row != u32::MAX {
                // It is seen from the left below what is there.
                self.left[left.end.row as usize].next = beside.moved(at - left.end.x);
                (left.end, right.end) = (left_end, right_end);
            } else if below.row != u32::MAX {
                self.right[right_end.row as usize].next = below.moved(-right_end.x);
            } else {
                right.end = right_end;
            }
        }
        Some((left, right))
    }

    /// How far right a subtree that begins at `two` must go so that its left side passes the right side that begins at `one`, and which rows on
    /// both sides are the first ones below the shallower of them.
    fn compare(&self, mut one: Stop, mut two: Stop) -> (f64, Stop, Stop) {
        let mut reach = f64::NEG_INFINITY;
        while one.row != u32::MAX && two.row != u32::MAX {
            let (a, b) = (one.row as usize, two.row as usize);
            reach = most(reach, one.x - two.x + (self.rows.rows[a].size.x + self.rows.rows[b].size.x) / 2.0);
            let (above, beside) = (self.upright[a].1, self.upright[b].1);
            if above <= beside {
                one = self.right[a].next.moved(one.x);
            }
            if beside <= above {
                two = self.left[b].next.moved(two.x);
            }
        }
        (reach, one, two)
    }
}
