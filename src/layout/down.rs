//! Keeps all links of a folded near-tree in one direction: rows come after all that they bear on, and go down below it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::layout::parts::lists;
use crate::layout::point::most;
use crate::layout::rows::Rows;
use crate::layout::settle::{BESIDE, Begins, CLOSE, Taken};

/// What bears on what, and what has its place already.
pub(in crate::layout) struct Down {
    starts: Vec<u32>,
    targets: Vec<u32>,
    placed: Vec<bool>,
    boxes: Taken,
}

impl Down {
    /// `boxes` is where nothing stands yet.
    pub(in crate::layout) fn new(rows: &Rows, boxes: Taken) -> Self {
        let n = rows.rows.len();
        let (starts, targets) = lists(n, rows.arcs.iter().map(|arc| (arc.from, arc.to)));
        Self { starts, targets, placed: vec![false; n], boxes }
    }

    fn targets(&self, row: u32) -> &[u32] {
        &self.targets[self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize]
    }

    /// The groups, those first on which others wait, because they bear on them or because they stand below what is `before` them in a column.
    /// In a circle of such that comes first which is first now.
    pub(in crate::layout) fn order<'a>(&self, groups: &[&'a [Begins]], before: &[u32]) -> Vec<&'a [Begins]> {
        let mut group_of = vec![0u32; before.len()];
        for (group, g) in groups.iter().zip(0u32..) {
            group.iter().for_each(|begins| group_of[begins.row as usize] = g);
        }
        let mut pairs: Vec<(u32, u32)> = Vec::with_capacity(self.targets.len() + before.len());
        for (row, &before) in (0u32..).zip(before) {
            let first = self.targets(row).iter().copied().chain((before != u32::MAX).then_some(before));
            pairs.extend(first.map(|first| (group_of[first as usize], group_of[row as usize])).filter(|(first, then)| first != then));
        }
        let mut waits = vec![0u32; groups.len()];
        pairs.iter().for_each(|pair| waits[pair.1 as usize] += 1);
        let (starts, then) = lists(groups.len(), pairs.into_iter());
        let mut ready: BinaryHeap<Reverse<u32>> = (0..groups.len() as u32).filter(|&g| waits[g as usize] == 0).map(Reverse).collect();
        let mut done = vec![false; groups.len()];
        let (mut order, mut first) = (Vec::with_capacity(groups.len()), 0);
        while order.len() < groups.len() {
            while done[first] {
                first += 1;
            }
            let g = ready.pop().map_or(first, |Reverse(g)| g as usize);
            if std::mem::replace(&mut done[g], true) {
                continue;
            }
            order.push(groups[g]);
            for &other in &then[starts[g] as usize..starts[g + 1] as usize] {
                waits[other as usize] -= 1;
                if waits[other as usize] == 0 {
                    ready.push(Reverse(other));
                }
            }
        }
        order
    }

    /// How far down a row from `begin` to `end` must be at least; `below` tells how far down it is then because of a target.
    pub(in crate::layout) fn least_top(&mut self, row: u32, (begin, end): (f64, f64), below: impl Fn(u32) -> f64) -> f64 {
        let least = self.boxes.lowest(begin - BESIDE, end + BESIDE) + CLOSE;
        self.targets(row).iter().filter(|&&target| self.placed[target as usize]).fold(least, |least, &target| most(least, below(target)))
    }

    pub(in crate::layout) fn place(&mut self, row: u32, (begin, end): (f64, f64), bottom: f64) {
        self.placed[row as usize] = true;
        self.boxes.take(begin, end, bottom);
    }
}
