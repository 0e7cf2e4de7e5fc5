//! A component at one level of detail, and the next coarser level: nodes merged with a neighbour, until so few are left that they can be
//! arranged as a whole.
//!
//! Hu: Efficient, High-Quality Force-Directed Graph Drawing (2005). Leaves join what they hang on first, since a matching alone would take
//! one leaf of a star after the other.

use crate::layout::force::component::Component;

/// A coarser level must have at most this share of a level's nodes.
const SHRINK: f64 = 0.9;

/// A link as one of its ends sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tie {
    /// The other end.
    pub(super) to: u32,
    /// Hops between the two ends.
    pub(super) length: f32,
    /// How much this end belongs below the other: 1 for a reason, -1 for what it bears on.
    pub(super) below: f32,
    /// One by the length at rest in natural lengths: hubs need room for what hangs on them.
    pub(super) slack: f32,
}

/// Nodes and ties.
#[derive(Debug)]
pub(super) struct Level {
    starts: Vec<u32>,
    ties: Vec<Tie>,
    /// Whether every tie is one long.
    is_even: bool,
    /// Boxes that a node stands for, hubs counting more.
    pub(super) mass: Vec<f32>,
    /// Boxes that a node stands for.
    pub(super) count: Vec<f32>,
    /// Room that these need, gaps included.
    pub(super) room: Vec<f32>,
}

/// Where the nodes of a level are in the next coarser one.
#[derive(Debug)]
pub(super) struct Merged {
    /// The coarser level.
    pub(super) level: Level,
    /// The coarse node of every node.
    pub(super) parent: Vec<u32>,
    /// The node that gives a coarse node its place.
    pub(super) chief: Vec<u32>,
}

/// Length of a link to a node with one link, in a tree; it grows with the square root of their number.
const HUB: f32 = 0.5;
/// Length of a link to a joint, in natural lengths.
const JOINT: f32 = 0.6;
/// Heaviest box, in boxes without a link: hubs push more, so that their neighbours have room.
const MAX_MASS: f32 = 16.0;

impl Level {
    /// The component itself.
    pub(super) fn finest(part: &Component) -> Self {
        let n = part.len();
        let reach = |i: u32| HUB * part.order() as f32 * (part.degree(i as usize) as f32).sqrt();
        let reach: Vec<f32> = (0..n as u32).map(reach).collect();
        let slack = |a: u32, b: u32| {
            let (a, b) = (a as usize, b as usize);
            let near = if part.joint[a] || part.joint[b] { JOINT } else { 1.0 };
            1.0 / (near * reach[a].max(reach[b]).max(1.0))
        };
        let mut list: Vec<(u32, Tie)> = Vec::with_capacity(2 * part.links.len());
        for &(from, to) in &part.links {
            list.push((from, Tie { to, length: 1.0, below: 1.0, slack: slack(from, to) }));
            list.push((to, Tie { to: from, length: 1.0, below: -1.0, slack: slack(from, to) }));
        }
        let (starts, ties) = gather(n, &list);
        let mass = (0..n).map(|i| ((part.degree(i) as f32 + 1.0) / 2.0).min(MAX_MASS)).collect();
        let gap = crate::layout::GAP;
        let room = part.half.iter().map(|h| (2.0 * h.x as f32 + gap) * (2.0 * h.y as f32 + gap)).collect();
        Self { starts, ties, is_even: true, mass, count: vec![1.0; n], room }
    }

    pub(super) fn len(&self) -> usize {
        self.mass.len()
    }

    pub(super) fn ties(&self, i: usize) -> &[Tie] {
        &self.ties[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    /// The next coarser level. `None` where too little can be merged.
    pub(super) fn coarser(&self) -> Option<Merged> {
        const FREE: u32 = u32::MAX;
        let n = self.len();
        // The chief of every node.
        let mut chief = vec![FREE; n];
        for (i, chief) in chief.iter_mut().enumerate() {
            if let [only] = self.ties(i)
                && self.ties(only.to as usize).len() > 1
            {
                *chief = only.to;
            }
        }
        let mut order: Vec<u32> = (0..n as u32).filter(|&i| chief[i as usize] == FREE).collect();
        order.sort_by_key(|&i| self.ties(i as usize).len());
        let mut weight: Vec<f32> = self.count.clone();
        for i in 0..n {
            if chief[i] != FREE {
                weight[chief[i] as usize] += self.count[i];
            }
        }
        for &i in &order {
            let i = i as usize;
            if chief[i] != FREE {
                continue;
            }
            let free = self.ties(i).iter().filter(|t| chief[t.to as usize] == FREE && t.to as usize != i);
            let partner = free.min_by(|a, b| {
                let cost = |t: &Tie| weight[t.to as usize] * t.length;
                cost(a).total_cmp(&cost(b)).then(a.to.cmp(&b.to))
            });
            chief[i] = i as u32;
            if let Some(tie) = partner {
                let j = tie.to as usize;
                let (head, other) = if self.ties(j).len() >= self.ties(i).len() { (j, i) } else { (i, j) };
                chief[head] = head as u32;
                chief[other] = head as u32;
            }
        }
        // A leaf's chief may itself have joined another.
        let mut hops = vec![0.0f32; n];
        let step = |i: usize, to: u32| self.ties(i).iter().find(|t| t.to == to).map_or(0.0, |t| t.length);
        for (i, hops) in hops.iter_mut().enumerate() {
            let mut at = i;
            while chief[at] as usize != at {
                *hops += step(at, chief[at]);
                at = chief[at] as usize;
            }
        }
        for i in 0..n {
            chief[i] = chief[chief[i] as usize];
        }
        let mut number = vec![FREE; n];
        let mut chiefs = Vec::new();
        for i in 0..n {
            if chief[i] as usize == i {
                number[i] = chiefs.len() as u32;
                chiefs.push(i as u32);
            }
        }
        let count = chiefs.len();
        if count as f64 > SHRINK * n as f64 {
            return None;
        }
        let parent: Vec<u32> = chief.iter().map(|&c| number[c as usize]).collect();
        let (mut mass, mut boxes, mut room) = (vec![0.0; count], vec![0.0; count], vec![0.0; count]);
        let mut list = Vec::with_capacity(self.ties.len());
        for i in 0..n {
            let p = parent[i];
            mass[p as usize] += self.mass[i];
            boxes[p as usize] += self.count[i];
            room[p as usize] += self.room[i];
            for tie in self.ties(i) {
                let q = parent[tie.to as usize];
                if p != q {
                    let further = hops[i] + hops[tie.to as usize];
                    list.push((p, Tie { to: q, length: further + tie.length, below: tie.below, slack: 1.0 / (further + 1.0 / tie.slack) }));
                }
            }
        }
        let (starts, ties) = gather(count, &list);
        Some(Merged { level: Self { starts, ties, is_even: false, mass, count: boxes, room }, parent, chief: chiefs })
    }

    /// The same where every tie is one long.
    fn even_hops(&self, source: usize, row: &mut [f32], queue: &mut Buckets) {
        let seen = &mut queue.seen;
        seen.clear();
        seen.push(source as u32);
        let mut next = 0;
        while let Some(&i) = seen.get(next) {
            next += 1;
            let further = row[i as usize] + 1.0;
            for tie in self.ties(i as usize) {
                let there = &mut row[tie.to as usize];
                if *there == f32::INFINITY {
                    *there = further;
                    seen.push(tie.to);
                }
            }
        }
    }

    /// Hops from a node to every node, the way being as long as the ties say.
    pub(super) fn hops(&self, source: usize, row: &mut Vec<f32>, queue: &mut Buckets) {
        row.clear();
        row.resize(self.len(), f32::INFINITY);
        row[source] = 0.0;
        if self.is_even {
            return self.even_hops(source, row, queue);
        }
        queue.at = 0;
        queue.push(0, source as u32);
        while let Some((distance, i)) = queue.pop() {
            if row[i as usize] < distance as f32 {
                continue;
            }
            for tie in self.ties(i as usize) {
                let d = distance + tie.length as usize;
                if (d as f32) < row[tie.to as usize] {
                    row[tie.to as usize] = d as f32;
                    queue.push(d, tie.to);
                }
            }
        }
    }
}

/// A queue by small whole numbers (Dial 1969).
#[derive(Debug, Default)]
pub(super) struct Buckets {
    /// Nodes in the order in which they were reached, where every tie is one long.
    seen: Vec<u32>,
    buckets: Vec<Vec<u32>>,
    at: usize,
    waiting: usize,
}

impl Buckets {
    fn push(&mut self, key: usize, item: u32) {
        if key >= self.buckets.len() {
            self.buckets.resize_with(key + 1, Vec::new);
        }
        self.buckets[key].push(item);
        self.waiting += 1;
    }

    fn pop(&mut self) -> Option<(usize, u32)> {
        if self.waiting == 0 {
            return None;
        }
        loop {
            if let Some(item) = self.buckets[self.at].pop() {
                self.waiting -= 1;
                return Some((self.at, item));
            }
            self.at += 1;
        }
    }
}

/// Ties by node; those between the same two nodes become the shortest of them.
fn gather(n: usize, list: &[(u32, Tie)]) -> (Vec<u32>, Vec<Tie>) {
    let mut fill = vec![0u32; n + 1];
    for (from, _) in list {
        fill[*from as usize + 1] += 1;
    }
    for i in 0..n {
        fill[i + 1] += fill[i];
    }
    let bounds = fill.clone();
    let mut all = vec![Tie { to: 0, length: 0.0, below: 0.0, slack: 0.0 }; list.len()];
    for (from, tie) in list {
        let slot = &mut fill[*from as usize];
        all[*slot as usize] = *tie;
        *slot += 1;
    }
    let (mut starts, mut ties) = (Vec::with_capacity(n + 1), Vec::<Tie>::with_capacity(list.len()));
    starts.push(0);
    for i in 0..n {
        let own = &mut all[bounds[i] as usize..bounds[i + 1] as usize];
        own.sort_unstable_by_key(|t| t.to);
        let first = ties.len();
        for tie in own.iter() {
            match ties[first..].last_mut() {
                Some(last) if last.to == tie.to => {
                    last.length = last.length.min(tie.length);
                    last.below += tie.below;
                    last.slack = last.slack.max(tie.slack);
                }
                Some(_) | None => ties.push(*tie),
            }
        }
        for tie in &mut ties[first..] {
            tie.below = tie.below.clamp(-1.0, 1.0);
        }
        starts.push(ties.len() as u32);
    }
    (starts, ties)
}
