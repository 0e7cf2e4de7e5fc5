//! Which layer each row stands in: every reason beyond its targets, links short.

use std::collections::BTreeSet;

use super::tighten::{Span, tighten};
use crate::base::Cancelled;
use crate::layout::parts::lists;
use crate::layout::rows::{Arc, Rows};
use crate::layout::work::Work;

/// Rounds in which rows look for a better layer.
const ROUNDS: usize = 12;
/// Larger webs make do with what these rounds find.
const MAX_TIGHTENED: usize = 20_000;

/// In webs of more rows than this few links are turned, whatever the author's order: circles seen from the theses would become long chains.
const MAX_READ: usize = 120;

/// Turns the links that close circles and gives every row its layer, 0 for the thesis.
pub(in crate::layout) fn rank(rows: &mut Rows, work: &mut Work<'_>) -> Result<Vec<u32>, Cancelled> {
    let mut turned = closing(rows);
    if rows.rows.len() > MAX_READ && turned.iter().any(|turned| *turned) {
        turned = against(rows, work)?;
    }
    for (arc, turned) in rows.arcs.iter_mut().zip(turned) {
        if turned {
            *arc = Arc { from: arc.to, to: arc.from, from_at: arc.to_at, to_at: arc.from_at };
        }
    }
    let n = rows.rows.len();
    let with_joints = rows.rows.iter().any(|row| row.is_joint);
    // Layers of handles stand between layers of claims.
    let length = |arc: &Arc| {
        let (from, to) = (rows.rows[arc.from as usize].is_joint, rows.rows[arc.to as usize].is_joint);
        if with_joints && from == to { 2 } else { 1 }
    };
    let lengths: Vec<i32> = rows.arcs.iter().map(length).collect();
    let number = |end: fn(&Arc) -> u32| lists(n, rows.arcs.iter().zip(0u32..).map(move |(arc, i)| (end(arc), i)));
    let (out_starts, outs) = number(|arc| arc.from);
    let (in_starts, ins) = number(|arc| arc.to);
    let outs = |i: usize| &outs[out_starts[i] as usize..out_starts[i + 1] as usize];
    let ins = |i: usize| &ins[in_starts[i] as usize..in_starts[i + 1] as usize];

    let mut layer = vec![0i32; n];
    let mut open: Vec<u32> = (0..n).map(|i| outs(i).len() as u32).collect();
    let mut order: Vec<usize> = (0..n).filter(|&i| open[i] == 0).collect();
    let mut next = 0;
    while next < order.len() {
        let i = order[next];
        next += 1;
        for &a in ins(i) {
            let from = rows.arcs[a as usize].from as usize;
            layer[from] = layer[from].max(layer[i] + lengths[a as usize]);
            open[from] -= 1;
            if open[from] == 0 {
                order.push(from);
            }
        }
    }
    for round in 0..ROUNDS {
        let mut moved = false;
        for k in 0..n {
            let i = if round % 2 == 0 { order[n - 1 - k] } else { order[k] };
            let (up, down) = (outs(i).len(), ins(i).len());
            let low = outs(i).iter().map(|&a| layer[rows.arcs[a as usize].to as usize] + lengths[a as usize]).max();
            let high = ins(i).iter().map(|&a| layer[rows.arcs[a as usize].from as usize] - lengths[a as usize]).min();
            let wanted = match (low, high) {
                (Some(low), _) if up > down => low,
                (_, Some(high)) if down > up => high,
                _ => layer[i],
            };
            moved |= wanted != layer[i];
            layer[i] = wanted;
        }
        if !moved {
            break;
        }
    }
    // A tree has its best layers by now.
    if n <= MAX_TIGHTENED && rows.arcs.len() >= n {
        let span = |(arc, &length): (&Arc, &i32)| Span { above: arc.to, below: arc.from, length };
        let spans: Vec<Span> = rows.arcs.iter().zip(&lengths).map(span).collect();
        tighten(&spans, &mut layer, work)?;
    }
    Ok(used(&layer))
}

/// The layers numbered without gaps.
fn used(layer: &[i32]) -> Vec<u32> {
    let mut names: Vec<i32> = layer.to_vec();
    names.sort_unstable();
    names.dedup();
    layer.iter().map(|l| names.partition_point(|name| name < l) as u32).collect()
}

/// The links that lead against an order in which few do: what has no targets comes first, what has no reasons last, and of the rest what has
/// most reasons and fewest targets (Eades, Lin, Smyth 1993).
fn against(rows: &Rows, work: &mut Work<'_>) -> Result<Vec<bool>, Cancelled> {
    let n = rows.rows.len();
    let (in_starts, ins) = lists(n, rows.arcs.iter().map(|arc| (arc.to, arc.from)));
    let (out_starts, outs) = lists(n, rows.arcs.iter().map(|arc| (arc.from, arc.to)));
    let ins = |i: usize| &ins[in_starts[i] as usize..in_starts[i + 1] as usize];
    let outs = |i: usize| &outs[out_starts[i] as usize..out_starts[i + 1] as usize];
    let (mut reasons, mut targets): (Vec<i32>, Vec<i32>) = (0..n).map(|i| (ins(i).len() as i32, outs(i).len() as i32)).unzip();
    let key = |i: usize, reasons: &[i32], targets: &[i32]| match (reasons[i], targets[i]) {
        (_, 0) => (i32::MIN, i),
        (0, _) => (i32::MAX, i),
        (reasons, targets) => (targets - reasons, i),
    };
    let mut open: BTreeSet<(i32, usize)> = (0..n).map(|i| key(i, &reasons, &targets)).collect();
    let mut place = vec![0i64; n];
    let (mut first, mut last) = (0, n as i64);
    while let Some((wish, i)) = open.first().copied() {
        work.spend(1)?;
        // Nobody waits for what has no reasons, so it is taken as soon as there is one.
        let (wish, i) = match open.last() {
            Some(&(i32::MAX, end)) if wish != i32::MIN => (i32::MAX, end),
            _ => (wish, i),
        };
        open.remove(&(wish, i));
        (place[i], first, last) = if wish == i32::MAX { (last, first, last - 1) } else { (first, first + 1, last) };
        for (near, counts_reasons) in [(ins(i), false), (outs(i), true)] {
            for &j in near {
                let j = j as usize;
                let before = key(j, &reasons, &targets);
                let was_open = open.remove(&before);
                (if counts_reasons { &mut reasons } else { &mut targets })[j] -= 1;
                if was_open {
                    open.insert(key(j, &reasons, &targets));
                }
            }
        }
    }
    Ok(rows.arcs.iter().map(|arc| place[arc.from as usize] < place[arc.to as usize]).collect())
}

/// The links that close a circle, seen from the theses along their reasons in the author's order.
fn closing(rows: &Rows) -> Vec<bool> {
    let n = rows.rows.len();
    let (starts, ins) = lists(n, rows.arcs.iter().zip(0u32..).map(|(arc, i)| (arc.to, i)));
    let mut has_target = vec![false; n];
    for arc in &rows.arcs {
        has_target[arc.from as usize] = true;
    }
    let mut turned = vec![false; rows.arcs.len()];
    /// Not seen, on the way, done.
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut state = vec![State::New; n];
    let mut next = starts.clone();
    let theses = (0..n).filter(|&i| !has_target[i]);
    for first in theses.chain(0..n) {
        if state[first] != State::New {
            continue;
        }
        state[first] = State::Open;
        let mut way = vec![first];
        while let Some(&i) = way.last() {
            if next[i] == starts[i + 1] {
                state[i] = State::Done;
                way.pop();
                continue;
            }
            let a = ins[next[i] as usize] as usize;
            next[i] += 1;
            let from = rows.arcs[a].from as usize;
            match state[from] {
                State::New => {
                    state[from] = State::Open;
                    way.push(from);
                }
                State::Open => turned[a] = true,
                State::Done => {}
            }
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Rng, TaskCtx};
    use crate::layout::parts::parts;
    use crate::layout::{Body, LayoutRequest, Link};

    #[test]
    fn few_links_of_a_web_full_of_circles_are_turned() {
        let n = 500;
        let mut rng = Rng::new(3);
        let tree = (1..n).map(|from| Link { from, to: from / 3 });
        let across: Vec<Link> = (0..n).map(|_| Link { from: rng.below(n), to: rng.below(n) }).collect();
        let bodies = vec![Body::free(emath::vec2(100.0, 50.0)); n];
        let request = LayoutRequest { bodies, links: tree.chain(across).collect(), ..LayoutRequest::default() };
        let parts = parts(&request);
        let mut rows = Rows::new(&parts[0], 1.0);
        let ctx = TaskCtx::new();
        let mut work = Work::new(&ctx, 1);
        let count = |turned: Vec<bool>| turned.into_iter().filter(|turned| *turned).count();
        let (read, few) = (count(closing(&rows)), count(against(&rows, &mut work).unwrap()));
        assert!(few > 0 && 3 * few < 2 * read, "{few} instead of {read}");
        let layer = rank(&mut rows, &mut work).unwrap();
        assert!(rows.arcs.iter().all(|arc| layer[arc.from as usize] > layer[arc.to as usize]));
    }
}
