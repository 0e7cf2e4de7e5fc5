//! Layers with the least total length of links: the network simplex method (Gansner, Koutsofios, North, Vo 1993).

use crate::base::Cancelled;
use crate::layout::parts::lists;
use crate::layout::work::Work;

/// A link that is at least `length` layers long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) above: u32,
    pub(super) below: u32,
    pub(super) length: i32,
}

const NONE: u32 = u32::MAX;

/// A spanning tree of links that are as short as they may be.
struct Tree<'a> {
    spans: &'a [Span],
    starts: Vec<u32>,
    near: Vec<u32>,
    layer: &'a mut [i32],
    /// Tree links at each node.
    links: Vec<Vec<u32>>,
    /// The tree link of each node towards the root.
    parent: Vec<u32>,
    /// For the nodes that hang on each: links that end below in it less those that end above.
    pull: Vec<i32>,
    stamp: Vec<u32>,
    clock: u32,
}

/// Moves the nodes of a connected graph to the layers where links are shortest, beginning with layers that respect their lengths.
pub(super) fn tighten(spans: &[Span], layer: &mut [i32], work: &mut Work<'_>) -> Result<(), Cancelled> {
    let n = layer.len();
    let ends = spans.iter().zip(0u32..).flat_map(|(span, k)| [(span.above, k), (span.below, k)]);
    let (starts, near) = lists(n, ends);
    let mut tree = Tree {
        spans,
        starts,
        near,
        layer,
        links: vec![Vec::new(); n],
        parent: vec![NONE; n],
        pull: vec![0; n],
        stamp: vec![0; n],
        clock: 0,
    };
    if n < 2 || !tree.span(work)? {
        return Ok(());
    }
    // A node after which a whole round found nothing to gain ends it; the limit ends what would go on in circles.
    let (mut idle, mut at, limit) = (0, 0, 40 * n);
    for _ in 0..limit {
        while idle < n && tree.gain(at) <= 0 {
            idle += 1;
            at = (at + 1) % n;
        }
        if idle >= n {
            break;
        }
        idle = if tree.exchange(at, work)? { 0 } else { idle + 1 };
        at = (at + 1) % n;
    }
    Ok(())
}

impl Tree<'_> {
    fn slack(&self, k: u32) -> i32 {
        let span = self.spans[k as usize];
        self.layer[span.below as usize] - self.layer[span.above as usize] - span.length
    }

    fn near(&self, i: usize) -> std::ops::Range<usize> {
        self.starts[i] as usize..self.starts[i + 1] as usize
    }

    fn other(&self, k: u32, i: usize) -> usize {
        let span = self.spans[k as usize];
        (if span.above as usize == i { span.below } else { span.above }) as usize
    }

    /// Grows the tree from the first node, moving it as a whole where no link is tight. `false` where the graph is not connected.
    fn span(&mut self, work: &mut Work<'_>) -> Result<bool, Cancelled> {
        let n = self.layer.len();
        let mut members = vec![0usize];
        let mut inside = vec![false; n];
        inside[0] = true;
        let mut next = 0;
        while members.len() < n {
            while next < members.len() {
                let i = members[next];
                next += 1;
                for at in self.near(i) {
                    let k = self.near[at];
                    let j = self.other(k, i);
                    if !inside[j] && self.slack(k) == 0 {
                        inside[j] = true;
                        self.parent[j] = k;
                        self.links[i].push(k);
                        self.links[j].push(k);
                        members.push(j);
                    }
                }
            }
            if members.len() == n {
                break;
            }
            work.spend(members.len())?;
            let leaves = |span: &Span| inside[span.above as usize] != inside[span.below as usize];
            let nearest = (0..self.spans.len() as u32).filter(|&k| leaves(&self.spans[k as usize])).min_by_key(|&k| self.slack(k));
            let Some(k) = nearest else { return Ok(false) };
            let shift = if inside[self.spans[k as usize].above as usize] { self.slack(k) } else { -self.slack(k) };
            for &i in &members {
                self.layer[i] += shift;
            }
            // Links from everywhere may be tight now; the one found is.
            let span = self.spans[k as usize];
            let i = if inside[span.above as usize] { span.above } else { span.below } as usize;
            let j = self.other(k, i);
            inside[j] = true;
            self.parent[j] = k;
            self.links[i].push(k);
            self.links[j].push(k);
            members.push(j);
        }
        for span in self.spans {
            self.pull[span.below as usize] += 1;
            self.pull[span.above as usize] -= 1;
        }
        for &i in members.iter().skip(1).rev() {
            let up = self.other(self.parent[i], i);
            self.pull[up] += self.pull[i];
        }
        Ok(true)
    }

    /// How much shorter all links become for each layer by which what hangs on node `i` moves away from its parent.
    fn gain(&self, i: usize) -> i32 {
        match self.parent[i] {
            NONE => 0,
            k if self.spans[k as usize].below as usize == i => -self.pull[i],
            _ => self.pull[i],
        }
    }

    /// Moves what hangs on `i` away from its parent until another link is tight, and hangs it there. `false` where none stops it.
    fn exchange(&mut self, i: usize, work: &mut Work<'_>) -> Result<bool, Cancelled> {
        let old = self.parent[i];
        let down = self.spans[old as usize].below as usize == i;
        self.clock += 1;
        let mut hanging = vec![i];
        self.stamp[i] = self.clock;
        let mut next = 0;
        while next < hanging.len() {
            let j = hanging[next];
            next += 1;
            for at in 0..self.links[j].len() {
                let k = self.links[j][at];
                let other = self.other(k, j);
                if k != old && self.stamp[other] != self.clock {
                    self.stamp[other] = self.clock;
                    hanging.push(other);
                }
            }
        }
        work.spend(1 + hanging.len() / 64)?;
        let mut best: Option<(i32, u32, usize)> = None;
        for &j in &hanging {
            for at in self.near(j) {
                let k = self.near[at];
                let span = self.spans[k as usize];
                let ahead = if down { span.above } else { span.below } as usize == j;
                if ahead && self.stamp[self.other(k, j)] != self.clock {
                    let slack = self.slack(k);
                    if best.is_none_or(|(least, ..)| slack < least) {
                        best = Some((slack, k, j));
                    }
                }
            }
        }
        let Some((slack, new, end)) = best else { return Ok(false) };
        for &j in &hanging {
            self.layer[j] += if down { slack } else { -slack };
        }
        let moved = self.pull[i];
        let mut at = self.other(old, i);
        let old_parent = at;
        // The path from the old parent to the root loses what moved, that from the new one gains it.
        loop {
            self.pull[at] -= moved;
            match self.parent[at] {
                NONE => break,
                k => at = self.other(k, at),
            }
        }
        at = self.other(new, end);
        loop {
            self.pull[at] += moved;
            match self.parent[at] {
                NONE => break,
                k => at = self.other(k, at),
            }
        }
        self.links[old_parent].retain(|&k| k != old);
        self.links[i].retain(|&k| k != old);
        // What hung on `i` hangs on `end` now: turn the path between them.
        let (mut at, mut above) = (end, new);
        let mut below_sum = 0;
        let mut path = Vec::new();
        loop {
            path.push(at);
            let up = std::mem::replace(&mut self.parent[at], above);
            if at == i {
                break;
            }
            above = up;
            at = self.other(up, at);
        }
        // Sums as they were along the path, from its end upwards.
        for (step, &j) in path.iter().enumerate() {
            let before = self.pull[j];
            self.pull[j] = if step == 0 { moved } else { moved - below_sum };
            below_sum = before;
        }
        let outside = self.other(new, end);
        self.links[end].push(new);
        self.links[outside].push(new);
        Ok(true)
    }
}
