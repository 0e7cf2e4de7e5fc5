//! Tidy trees: parents above the middle of their children, subtrees as close as their outlines allow, in the author's order.
//!
//! As in A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014), but outlines are lists that are spliced instead of threads
//! in the tree: two subtrees are compared as far as the shallower one reaches, so all comparisons together take linear time.

use crate::layout::parts::lists;
use crate::layout::rows::Rows;

/// Down to where an edge of an outline holds, and where it is.
#[derive(Clone, Copy)]
struct Edge {
    bottom: f64,
    x: f64,
}

/// One side of a subtree, the lowest edge first, as seen from `shift`.
#[derive(Default)]
struct Outline {
    edges: Vec<Edge>,
    shift: f64,
}

impl Outline {
    fn bottom(&self) -> f64 {
        self.edges.first().map_or(f64::NEG_INFINITY, |edge| edge.bottom)
    }

    /// What is below `upper` stays; above that it takes its place.
    fn cover(&mut self, upper: &Self) {
        let bottom = upper.bottom();
        while self.edges.last().is_some_and(|edge| edge.bottom <= bottom) {
            self.edges.pop();
        }
        let shift = upper.shift - self.shift;
        self.edges.extend(upper.edges.iter().map(|edge| Edge { x: edge.x + shift, ..*edge }));
    }
}

/// Both sides of some subtrees side by side.
#[derive(Default)]
struct Outlines {
    left: Outline,
    right: Outline,
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

/// Places across of rows that begin and end at `upright`, each above its reasons; `gap` is left between rows.
pub(in crate::layout) fn place(forest: &Forest, rows: &Rows, upright: &[(f64, f64)], gap: f64) -> Vec<f64> {
    let n = rows.rows.len();
    // From its parent, until all are placed.
    let mut x = vec![0.0; n];
    let mut outlines: Vec<Outlines> = Vec::with_capacity(n);
    outlines.resize_with(n, Outlines::default);
    for &i in forest.order.iter().rev() {
        let i = i as usize;
        let children = forest.children(i);
        let mut whole = pack(children, &mut outlines, &mut x, gap);
        let middle = match (children.first(), children.last()) {
            (Some(&first), Some(&last)) => {
                let wish = |i: u32| x[i as usize] - forest.port[i as usize];
                (wish(first) + wish(last)) / 2.0
            }
            _ => 0.0,
        };
        for &child in children {
            x[child as usize] -= middle;
        }
        whole.left.shift -= middle;
        whole.right.shift -= middle;
        let half = rows.rows[i].size.x / 2.0;
        let bottom = upright[i].1 + gap;
        whole.left.edges.push(Edge { bottom, x: -half - whole.left.shift });
        whole.right.edges.push(Edge { bottom, x: half - whole.right.shift });
        outlines[i] = whole;
    }
    // Trees of one part side by side.
    pack(&forest.roots(), &mut outlines, &mut x, gap);
    for &i in &forest.order {
        let parent = forest.parent[i as usize];
        if parent != i {
            x[i as usize] += x[parent as usize];
        }
    }
    x
}

/// Puts subtrees side by side; what stands between wide ones is spread evenly.
fn pack(children: &[u32], outlines: &mut [Outlines], x: &mut [f64], gap: f64) -> Outlines {
    let Some((&first, rest)) = children.split_first() else { return Outlines::default() };
    let mut whole = std::mem::take(&mut outlines[first as usize]);
    x[first as usize] = 0.0;
    for &child in rest {
        let mut next = std::mem::take(&mut outlines[child as usize]);
        let at = distance(&whole.right, &next.left) + gap;
        x[child as usize] = at;
        next.left.shift += at;
        next.right.shift += at;
        if next.left.bottom() > whole.left.bottom() {
            next.left.cover(&whole.left);
            whole.left = next.left;
        }
        if whole.right.bottom() > next.right.bottom() {
            whole.right.cover(&next.right);
        } else {
            whole.right = next.right;
        }
    }
    whole
}

/// How far right a subtree must go so that its left side passes the right side of what is there.
fn distance(right: &Outline, left: &Outline) -> f64 {
    let (mut a, mut b) = (right.edges.len(), left.edges.len());
    let mut most = f64::NEG_INFINITY;
    while a > 0 && b > 0 {
        let (one, two) = (right.edges[a - 1], left.edges[b - 1]);
        most = most.max(one.x + right.shift - two.x - left.shift);
        if one.bottom <= two.bottom {
            a -= 1;
        }
        if two.bottom <= one.bottom {
            b -= 1;
        }
    }
    most
}
