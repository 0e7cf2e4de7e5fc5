//! The order of rows within their layers: few crossings, reasons in the author's order.

use crate::base::{Cancelled, Rng};
use crate::layout::parts::lists;
use crate::layout::rows::Rows;
use crate::layout::work::Work;

/// Links hold so many passages open at most: beyond that the longest hold none, lest a large web become a hundred times as large.
const MAX_PASSAGES: usize = 60_000;

/// A node, and where a link touches it, as a share of its width.
type End = (u32, f32);

/// Neighbours in the next layer, and where links touch these, as shares of their width.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    starts: Vec<u32>,
    nodes: Vec<u32>,
    mine: Vec<f32>,
    theirs: Vec<f32>,
}

impl Neighbours {
    /// Neighbours by the first of each pair of ends, with where the link touches the first and the second.
    fn new(n: usize, links: &[(End, End)]) -> Self {
        let (starts, order) = lists(n, links.iter().zip(0u32..).map(|(&((a, _), _), k)| (a, k)));
        let links = || order.iter().map(|&k| links[k as usize]);
        Self {
            nodes: links().map(|l| l.1.0).collect(),
            mine: links().map(|l| l.0.1).collect(),
            theirs: links().map(|l| l.1.1).collect(),
            starts,
        }
    }

    pub(super) fn of(&self, i: usize) -> &[u32] {
        &self.nodes[self.starts[i] as usize..self.starts[i + 1] as usize]
    }

    fn range(&self, i: usize) -> std::ops::Range<usize> {
        self.starts[i] as usize..self.starts[i + 1] as usize
    }

    fn with_ports(&self, i: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        self.nodes[self.range(i)].iter().map(|&j| j as usize).zip(self.theirs[self.range(i)].iter().copied())
    }

    /// Neighbours of `i`, where the link touches `i`, and where it touches them.
    pub(super) fn touching(&self, i: usize) -> impl Iterator<Item = (usize, f32, f32)> + '_ {
        self.with_ports(i).zip(&self.mine[self.range(i)]).map(|((j, theirs), mine)| (j, *mine, theirs))
    }
}

/// Rows, and a stand-in wherever a link passes a layer. The first nodes are the rows.
#[derive(Debug)]
pub(super) struct Layered {
    /// The nodes of each layer, in order.
    pub(super) layers: Vec<Vec<u32>>,
    /// Each node's place in its layer.
    pub(super) place: Vec<u32>,
    /// The layer of each node.
    pub(super) layer: Vec<u32>,
    /// Neighbours in the layer nearer to the thesis.
    pub(super) above: Neighbours,
    /// Neighbours in the layer farther from it.
    pub(super) below: Neighbours,
    /// For each row, the nodes of the next layer that stand for its reasons, in the author's order.
    siblings: Vec<Vec<u32>>,
    /// Sums of links by places, kept to be used again.
    scratch: Vec<u32>,
}

impl Layered {
    pub(super) fn new(rows: &Rows, layer: Vec<u32>) -> Self {
        let count = rows.rows.len();
        let mut layer = layer;
        let depth = layer.iter().max().map_or(0, |l| *l as usize + 1);
        // From above to below, with where the ends are touched.
        let mut links: Vec<(End, End)> = Vec::new();
        let share = |at: f64, row: u32| {
            let width = rows.rows[row as usize].size.x;
            if width > 0.0 { (at / width) as f32 } else { 0.0 }
        };
        let mut siblings: Vec<Vec<u32>> = vec![Vec::new(); count];
        let mut first = vec![true; count];
        let longest = longest(rows, &layer);
        for arc in &rows.arcs {
            let (top, bottom) = (layer[arc.to as usize], layer[arc.from as usize]);
            if bottom - top > longest {
                first[arc.from as usize] = false;
                continue;
            }
            let mut at = (arc.to, share(arc.to_at, arc.to));
            for passed in top + 1..bottom {
                let stand_in = layer.len() as u32;
                layer.push(passed);
                links.push((at, (stand_in, 0.0)));
                if passed == top + 1 && first[arc.from as usize] {
                    siblings[arc.to as usize].push(stand_in);
                }
                at = (stand_in, 0.0);
            }
            links.push((at, (arc.from, share(arc.from_at, arc.from))));
            if top + 1 == bottom && first[arc.from as usize] {
                siblings[arc.to as usize].push(arc.from);
            }
            // Where a reason serves several targets, it has its place among those of the first.
            first[arc.from as usize] = false;
        }
        let n = layer.len();
        let turned: Vec<_> = links.iter().map(|&(a, b)| (b, a)).collect();
        let mut layered = Self {
            layers: vec![Vec::new(); depth],
            place: vec![0; n],
            layer,
            above: Neighbours::new(n, &turned),
            below: Neighbours::new(n, &links),
            siblings: siblings.into_iter().filter(|s| s.len() > 1).collect(),
            scratch: Vec::new(),
        };
        layered.begin(count);
        layered
    }

    /// Depth first from the theses, reasons in the author's order: a tree comes out without crossings.
    fn begin(&mut self, rows: usize) {
        let n = self.place.len();
        let mut seen = vec![false; n];
        let theses = (0..n).filter(|&i| self.above.of(i).is_empty());
        for first in theses.collect::<Vec<_>>() {
            let mut open = vec![first as u32];
            while let Some(i) = open.pop() {
                if std::mem::replace(&mut seen[i as usize], true) {
                    continue;
                }
                self.layers[self.layer[i as usize] as usize].push(i);
                open.extend(self.below.of(i as usize).iter().rev().filter(|&&j| !seen[j as usize]));
            }
        }
        debug_assert!(seen.iter().take(rows).all(|s| *s));
        self.number();
    }

    fn number(&mut self) {
        for layer in &self.layers {
            for (place, &i) in layer.iter().enumerate() {
                self.place[i as usize] = place as u32;
            }
        }
    }

    /// How many links cross between all layers.
    pub(super) fn crossings(&mut self) -> u64 {
        (1..self.layers.len()).map(|l| self.crossings_above(l)).sum()
    }

    /// How many cross between layer `l` and the one above: inversions, counted in a tree of sums.
    fn crossings_above(&mut self, l: usize) -> u64 {
        let width = self.layers[l].len();
        let mut sums = std::mem::take(&mut self.scratch);
        sums.clear();
        sums.resize(width + 1, 0);
        let (mut crossings, mut seen) = (0u64, 0u64);
        let mut places: Vec<u32> = Vec::new();
        for &i in &self.layers[l - 1] {
            places.clear();
            places.extend(self.below.of(i as usize).iter().map(|&j| self.place[j as usize]));
            for &place in &places {
                // Those seen so far that end no farther to the right do not cross.
                let mut k = place as usize + 1;
                let mut passed = 0u64;
                while k > 0 {
                    passed += u64::from(sums[k]);
                    k &= k - 1;
                }
                crossings += seen - passed;
            }
            for &place in &places {
                let mut k = place as usize + 1;
                while k <= width {
                    sums[k] += 1;
                    k += k & k.wrapping_neg();
                }
                seen += 1;
            }
        }
        self.scratch = sums;
        crossings
    }

    /// Reorders until that gains no more; keeps the best order found.
    pub(super) fn untangle(&mut self, keep_order: bool, rng: &mut Rng, effort: usize, work: &mut Work<'_>) -> Result<(), Cancelled> {
        let mut least = self.crossings();
        if least == 0 {
            return Ok(());
        }
        let mut best = self.layers.clone();
        for start in 0..effort {
            if start > 0 {
                self.layers.clone_from(&best);
                self.number();
                self.shake(rng);
            }
            let mut idle = 0;
            for round in 0..24 {
                work.spend(self.place.len())?;
                self.sweep(round % 2 == 0, keep_order);
                if !keep_order {
                    self.switch();
                }
                let crossings = self.crossings();
                if crossings < least {
                    idle = if (crossings as f64) < 0.995 * least as f64 { 0 } else { idle + 1 };
                    least = crossings;
                    best.clone_from(&self.layers);
                } else {
                    idle += 1;
                }
                if least == 0 || idle >= 4 {
                    break;
                }
            }
        }
        self.layers = best;
        self.number();
        Ok(())
    }

    /// Any order, to begin from.
    pub(super) fn shake(&mut self, rng: &mut Rng) {
        for layer in &mut self.layers {
            for k in (1..layer.len()).rev() {
                layer.swap(k, rng.below(k + 1));
            }
        }
        self.number();
    }

    /// Sorts every layer by where its neighbours in the one before stand on average.
    fn sweep(&mut self, down: bool, keep_order: bool) {
        let depth = self.layers.len();
        for step in 1..depth {
            let l = if down { step } else { depth - 1 - step };
            let before = if down { l - 1 } else { l + 1 };
            let scale = self.layers[before].len() as f32 / self.layers[l].len().max(1) as f32;
            let mut keyed: Vec<(f32, u32)> = Vec::with_capacity(self.layers[l].len());
            for &i in &self.layers[l] {
                let near = if down { &self.above } else { &self.below };
                let (mut sum, mut count) = (0.0f32, 0.0f32);
                for (j, port) in near.with_ports(i as usize) {
                    sum += self.place[j] as f32 + port;
                    count += 1.0;
                }
                let key = if count > 0.0 { sum / count } else { self.place[i as usize] as f32 * scale };
                keyed.push((key, i));
            }
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (place, &(_, i)) in keyed.iter().enumerate() {
                self.layers[l][place] = i;
                self.place[i as usize] = place as u32;
            }
            if keep_order {
                self.restore_order(l);
            }
        }
    }

    /// Reasons of one target take the places they have between them in the author's order.
    fn restore_order(&mut self, l: usize) {
        for group in &self.siblings {
            if self.layer[group[0] as usize] as usize != l {
                continue;
            }
            let mut places: Vec<u32> = group.iter().map(|&i| self.place[i as usize]).collect();
            places.sort_unstable();
            for (&i, &place) in group.iter().zip(&places) {
                self.place[i as usize] = place;
                self.layers[l][place as usize] = i;
            }
        }
    }

    /// Exchanges neighbours in a layer where that saves crossings with the layers on both sides.
    fn switch(&mut self) {
        for l in 0..self.layers.len() {
            let width = self.layers[l].len();
            let mut near: Vec<[Vec<u32>; 2]> = Vec::with_capacity(width);
            for &i in &self.layers[l] {
                let sorted = |list: &[u32]| {
                    let mut places: Vec<u32> = list.iter().map(|&j| self.place[j as usize]).collect();
                    places.sort_unstable();
                    places
                };
                near.push([sorted(self.above.of(i as usize)), sorted(self.below.of(i as usize))]);
            }
            for _ in 0..3 {
                let mut gained = false;
                for k in 1..width {
                    let (now, then) = (0..2).fold((0, 0), |(now, then), side| {
                        let (left, right) = (&near[k - 1][side], &near[k][side]);
                        (now + crossed(left, right), then + crossed(right, left))
                    });
                    if then < now {
                        near.swap(k - 1, k);
                        self.layers[l].swap(k - 1, k);
                        gained = true;
                    }
                }
                if !gained {
                    break;
                }
            }
            for (place, &i) in self.layers[l].iter().enumerate() {
                self.place[i as usize] = place as u32;
            }
        }
    }
}

/// How many layers a link may span that holds passages open.
fn longest(rows: &Rows, layer: &[u32]) -> u32 {
    let mut spans: Vec<u32> = rows.arcs.iter().map(|arc| layer[arc.from as usize].abs_diff(layer[arc.to as usize])).collect();
    spans.sort_unstable();
    let mut passages = 0;
    let too_many = spans.iter().find(|span| {
        passages += (**span as usize).saturating_sub(1);
        passages > MAX_PASSAGES
    });
    too_many.map_or(u32::MAX, |span| (span - 1).max(1))
}

/// How many links of two neighbours cross, the first one on the left; both lists are sorted.
fn crossed(left: &[u32], right: &[u32]) -> u64 {
    let (mut crossings, mut k) = (0u64, 0);
    for &end in left {
        while k < right.len() && right[k] < end {
            k += 1;
        }
        crossings += k as u64;
    }
    crossings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::parts::parts;
    use crate::layout::{Body, LayoutRequest, Link};

    #[test]
    fn the_longest_links_of_large_webs_hold_no_passages() {
        let n = 600;
        let chain = (1..n).map(|from| Link { from, to: from - 1 });
        let far = (0..200).map(|i| Link { from: n - 1 - i, to: i });
        let bodies = vec![Body::free(emath::vec2(100.0, 50.0)); n];
        let request = LayoutRequest { bodies, links: chain.chain(far).collect(), ..LayoutRequest::default() };
        let parts = parts(&request);
        let rows = Rows::new(&parts[0], 1.0);
        let order = Layered::new(&rows, (0..n as u32).collect());
        let passages = order.place.len() - rows.rows.len();
        assert!((MAX_PASSAGES / 2..=MAX_PASSAGES).contains(&passages), "{passages}");
    }
}
