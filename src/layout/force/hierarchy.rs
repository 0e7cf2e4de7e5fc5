//! The order in which a component reads: theses on top, reasons below what they bear on.

use crate::layout::force::component::Component;
use crate::layout::point::Point;

/// Greatest width of the levels, in their depth or the side of a square of nodes.
const ASPECT: f64 = 1.5;

/// A place for every node of a component's breadth-first forest from its theses: level by level downwards, subtrees beside each other; one
/// level is 1 apart, and so are leaves on average where the drawing would else be wider than deep.
pub(super) fn levels(part: &Component) -> Vec<Point> {
    let n = part.len();
    let mut parent: Vec<Option<u32>> = vec![None; n];
    let mut level = vec![u32::MAX; n];
    let mut order: Vec<u32> = roots(part);
    for &root in &order {
        level[root as usize] = 0;
    }
    let below = reasons(part);
    let (mut next, mut beside) = (0, 0);
    while beside < order.len() {
        while next < order.len() {
            let i = order[next];
            next += 1;
            for &j in &below[i as usize] {
                if level[j as usize] == u32::MAX {
                    level[j as usize] = level[i as usize] + 1;
                    parent[j as usize] = Some(i);
                    order.push(j);
                }
            }
        }
        // What no thesis reaches (a circle beside them) hangs on what is there already.
        let i = order[beside];
        beside += 1;
        for &j in part.neighbours(i as usize) {
            if level[j as usize] == u32::MAX {
                level[j as usize] = level[i as usize].saturating_sub(1);
                parent[j as usize] = Some(i);
                order.push(j);
            }
        }
    }
    // Leaves from left to right in the order of a depth-first walk; others in the middle of theirs.
    let mut children: Vec<Vec<u32>> = vec![Vec::new(); n];
    for &i in &order {
        if let Some(p) = parent[i as usize] {
            children[p as usize].push(i);
        }
    }
    let mut span = vec![(0.0f64, 0.0f64); n];
    let mut leaves = 0.0;
    for &root in order.iter().filter(|&&i| parent[i as usize].is_none()) {
        let mut stack = vec![(root, false)];
        while let Some((i, done)) = stack.pop() {
            let i = i as usize;
            if done {
                span[i] = (span[children[i][0] as usize].0, span[children[i][children[i].len() - 1] as usize].1);
            } else if children[i].is_empty() {
                span[i] = (leaves, leaves);
                leaves += 1.0;
            } else {
                stack.push((i as u32, true));
                stack.extend(children[i].iter().rev().map(|&j| (j, false)));
            }
        }
    }
    let deepest = level.iter().copied().max().unwrap_or(0);
    let width = leaves.min(f64::from(deepest).max((n as f64).sqrt()) * ASPECT);
    span.iter().zip(&level).map(|(&(a, b), &l)| Point::new((a + b) / 2.0 / leaves * width, f64::from(l))).collect()
}

/// The nodes that bear on nothing; where there is none, the one on which most bears.
fn roots(part: &Component) -> Vec<u32> {
    let n = part.len();
    let (mut out, mut into) = (vec![0i64; n], vec![0i64; n]);
    for &(from, to) in &part.links {
        out[from as usize] += 1;
        into[to as usize] += 1;
    }
    let theses: Vec<u32> = (0..n).filter(|&i| out[i] == 0).map(|i| i as u32).collect();
    if !theses.is_empty() {
        return theses;
    }
    (0..n).max_by_key(|&i| (into[i] - out[i], n - i)).map(|i| i as u32).into_iter().collect()
}

fn reasons(part: &Component) -> Vec<Vec<u32>> {
    let mut below = vec![Vec::new(); part.len()];
    for &(from, to) in &part.links {
        below[to as usize].push(from);
    }
    below
}
