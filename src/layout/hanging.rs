//! Trees too wide for a page: what fits stays as it is, above that subtrees stand in lines below what they hang on, indented, like paragraphs.

use crate::layout::GAP;
use crate::layout::rows::Rows;
use crate::layout::tidy::Forest;

/// A tree is left as it is unless it is wider than this and wider than so many times its height.
const WIDE: f64 = 5_000.0;
const ASPECT: f64 = 3.0;
/// Each page that is tried is so much narrower than the one before, down to so small a share of the whole. Taken is the one that is seen largest
/// on a screen that is so many times as wide as high.
const NARROWER: f64 = 1.2;
const NARROWEST: f64 = 0.02;
const PAGE: f64 = 1.5;
/// Lines of subtrees begin so far right of what they hang on, for the links that lead up to it; so much is left between subtrees.
const INDENT: f64 = 2.0 * GAP as f64;
const BETWEEN: f64 = 2.0 * GAP as f64;

/// Folds trees that are too wide. `x` and `upright` say where its rows are; a row stays `step` away from what hangs on it.
pub(in crate::layout) fn fold(forest: &Forest, rows: &Rows, upright: &mut [(f64, f64)], x: &mut [f64], step: f64) {
    let tree = Tree::new(forest, rows, upright, x);
    let Some(whole) = tree.roots.iter().map(|&root| tree.boxes[root as usize]).reduce(Extent::union) else { return };
    if whole.width() <= WIDE.max(ASPECT * whole.height()) {
        return;
    }
    let mut width = whole.width();
    let mut best = (f64::INFINITY, width);
    while width > NARROWEST * whole.width() {
        width /= NARROWER;
        let (wide, high) = tree.folded(width, step).page;
        let page = wide.max(PAGE * high);
        if page < best.0 {
            best = (page, width);
        }
    }
    let folded = tree.folded(best.1, step);
    tree.place(&folded, upright, x);
}

/// A box around a subtree.
#[derive(Clone, Copy)]
struct Extent {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Extent {
    fn width(&self) -> f64 {
        self.right - self.left
    }

    fn height(&self) -> f64 {
        self.bottom - self.top
    }

    fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            right: self.right.max(other.right),
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

struct Tree<'a> {
    forest: &'a Forest,
    rows: &'a Rows,
    roots: Vec<u32>,
    boxes: Vec<Extent>,
}

/// What a page makes of a tree.
struct Folded {
    /// Which rows have their subtrees in lines.
    hangs: Vec<bool>,
    /// Width and height of each subtree.
    sizes: Vec<(f64, f64)>,
    /// Where the upper left corner of a subtree is, from that of what hangs it.
    corners: Vec<(f64, f64)>,
    /// Width and height of all trees together.
    page: (f64, f64),
}

impl Folded {
    /// Arranges subtrees in lines, like words; how far right and down they reach.
    fn in_lines(&mut self, subtrees: &[u32], (left, top): (f64, f64), width: f64) -> (f64, f64) {
        let (mut x, mut y, mut high, mut wide) = (left, top, 0.0f64, 0.0f64);
        for &i in subtrees {
            let size = self.sizes[i as usize];
            if x > left && x + size.0 > width {
                (x, y, high) = (left, y + high + BETWEEN, 0.0);
            }
            self.corners[i as usize] = (x, y);
            x += size.0 + BETWEEN;
            wide = wide.max(x - BETWEEN);
            high = high.max(size.1);
        }
        (wide, y + high)
    }
}

impl<'a> Tree<'a> {
    fn new(forest: &'a Forest, rows: &'a Rows, upright: &[(f64, f64)], x: &[f64]) -> Self {
        let own = |(row, (x, (top, bottom))): (&crate::layout::rows::Row, (&f64, &(f64, f64)))| Extent {
            left: x - row.size.x / 2.0,
            right: x + row.size.x / 2.0,
            top: *top,
            bottom: *bottom,
        };
        let mut boxes: Vec<Extent> = rows.rows.iter().zip(x.iter().zip(upright)).map(own).collect();
        for &i in forest.order.iter().rev() {
            let parent = forest.parent[i as usize] as usize;
            boxes[parent] = boxes[parent].union(boxes[i as usize]);
        }
        Self { forest, rows, roots: forest.roots(), boxes }
    }

    fn folded(&self, width: f64, step: f64) -> Folded {
        let n = self.boxes.len();
        let hangs: Vec<bool> = self.boxes.iter().map(|all| all.width() > width).collect();
        let sizes = self.boxes.iter().map(|all| (all.width(), all.height())).collect();
        let mut folded = Folded { hangs, sizes, corners: vec![(0.0, 0.0); n], page: (0.0, 0.0) };
        // Children before parents; what does not hang anything stays as it is.
        for &i in self.forest.order.iter().rev() {
            let i = i as usize;
            if folded.hangs[i] {
                let row = &self.rows.rows[i].size;
                let (wide, high) = folded.in_lines(self.forest.children(i), (INDENT, row.y + step), width);
                folded.sizes[i] = (wide.max(row.x), high);
            }
        }
        folded.page = folded.in_lines(&self.roots, (0.0, 0.0), width);
        folded
    }

    /// Moves every row to where its page says.
    fn place(&self, folded: &Folded, upright: &mut [(f64, f64)], x: &mut [f64]) {
        let mut shift = vec![(0.0, 0.0); x.len()];
        let mut corner = vec![(0.0, 0.0); x.len()];
        for &i in &self.forest.order {
            let (i, parent) = (i as usize, self.forest.parent[i as usize] as usize);
            let own = self.boxes[i];
            shift[i] = if parent != i && !folded.hangs[parent] {
                shift[parent]
            } else {
                let from = if parent == i { (0.0, 0.0) } else { corner[parent] };
                corner[i] = (from.0 + folded.corners[i].0, from.1 + folded.corners[i].1);
                (corner[i].0 - own.left, corner[i].1 - own.top)
            };
            x[i] = if folded.hangs[i] { corner[i].0 + self.rows.rows[i].size.x / 2.0 } else { x[i] + shift[i].0 };
            upright[i] = (upright[i].0 + shift[i].1, upright[i].1 + shift[i].1);
        }
    }
}
