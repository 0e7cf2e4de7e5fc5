//! A tree too wide for a page: what fits stays as it is, above that subtrees stand in lines below what they hang on, indented, like paragraphs.

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

/// Folds a tree that is too wide. `x` and `upright` say where its rows are; a row stays `step` away from what hangs on it.
pub(in crate::layout) fn fold(forest: &Forest, rows: &Rows, upright: &mut [(f64, f64)], x: &mut [f64], step: f64) {
    let [root] = forest.roots()[..] else { return };
    let tree = Tree::new(forest, rows, upright, x);
    let whole = tree.boxes[root as usize];
    if whole.width() <= WIDE.max(ASPECT * whole.height()) {
        return;
    }
    let mut width = whole.width();
    let mut best = (f64::INFINITY, width);
    while width > NARROWEST * whole.width() {
        width /= NARROWER;
        let (wide, high) = tree.folded(width, step).sizes[root as usize];
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
}

struct Tree<'a> {
    forest: &'a Forest,
    rows: &'a Rows,
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
            let (own, parent) = (boxes[i as usize], forest.parent[i as usize] as usize);
            let above = &mut boxes[parent];
            (above.left, above.right) = (above.left.min(own.left), above.right.max(own.right));
            above.bottom = above.bottom.max(own.bottom);
        }
        Self { forest, rows, boxes }
    }

    fn folded(&self, width: f64, step: f64) -> Folded {
        let n = self.boxes.len();
        let hangs: Vec<bool> = self.boxes.iter().map(|all| all.width() > width).collect();
        let mut folded =
            Folded { hangs, sizes: self.boxes.iter().map(|all| (all.width(), all.height())).collect(), corners: vec![(0.0, 0.0); n] };
        // Children before parents; what does not hang anything stays as it is.
        for &i in self.forest.order.iter().rev() {
            let i = i as usize;
            if folded.hangs[i] {
                self.hang(i, width, step, &mut folded);
            }
        }
        folded
    }

    /// Arranges subtrees in lines, like words.
    fn hang(&self, i: usize, width: f64, step: f64, folded: &mut Folded) {
        let row = &self.rows.rows[i].size;
        let (mut x, mut y, mut high, mut wide) = (INDENT, row.y + step, 0.0f64, row.x);
        for &child in self.forest.children(i) {
            let size = folded.sizes[child as usize];
            if x > INDENT && x + size.0 > width {
                (x, y, high) = (INDENT, y + high + BETWEEN, 0.0);
            }
            folded.corners[child as usize] = (x, y);
            x += size.0 + BETWEEN;
            wide = wide.max(x - BETWEEN);
            high = high.max(size.1);
        }
        folded.sizes[i] = (wide, y + high);
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
                if parent != i {
                    corner[i] = (corner[parent].0 + folded.corners[i].0, corner[parent].1 + folded.corners[i].1);
                }
                (corner[i].0 - own.left, corner[i].1 - own.top)
            };
            x[i] = if folded.hangs[i] { corner[i].0 + self.rows.rows[i].size.x / 2.0 } else { x[i] + shift[i].0 };
            upright[i] = (upright[i].0 + shift[i].1, upright[i].1 + shift[i].1);
        }
    }
}
