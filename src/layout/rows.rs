//! What stands side by side and moves as one: a claim alone, linked premises, a relation's handle with those that point at it.

use crate::layout::parts::{Part, lists};
use crate::layout::point::{Point, most};

/// Boxes side by side in one layer.
#[derive(Debug)]
pub(in crate::layout) struct Row {
    /// Extent across and along the direction in which reasons follow.
    pub(in crate::layout) size: Point,
    /// Made of handles.
    pub(in crate::layout) is_joint: bool,
}

/// A link between two rows. In a layered layout all lead from a layer farther from the thesis to one nearer to it.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Arc {
    pub(in crate::layout) from: u32,
    pub(in crate::layout) to: u32,
    /// Where it touches the rows, across, from their centres.
    pub(in crate::layout) from_at: f64,
    pub(in crate::layout) to_at: f64,
}

/// A part as rows.
#[derive(Debug)]
pub(in crate::layout) struct Rows {
    pub(in crate::layout) rows: Vec<Row>,
    pub(in crate::layout) arcs: Vec<Arc>,
    /// Where each box stands in its row, across, from the row's centre.
    pub(in crate::layout) offset: Vec<f64>,
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Rows {
    /// Groups the boxes of a part; `gap` is left between those of one row.
    pub(in crate::layout) fn new(part: &Part, gap: f64) -> Self {
        let n = part.len();
        let mut head: Vec<usize> = (0..n).collect();
        for (i, head) in head.iter_mut().enumerate() {
            // Only what leads nowhere else can be joined without a circle.
            let &[to] = part.targets(i) else { continue };
            let to = to as usize;
            if part.joint[to] {
                *head = if part.joint[i] { to } else { first_premise(part, to, i) };
            }
        }
        let mut row_of = vec![u32::MAX; n];
        let mut rows: Vec<Row> = Vec::with_capacity(n);
        let mut joined: Vec<(u32, u32)> = Vec::with_capacity(n);
        // A premise's row begins at the first premise, a handle's at what it points at, perhaps over several handles.
        for i in (0..n).filter(|&i| head[i] == i) {
            row_of[i] = rows.len() as u32;
            joined.push((row_of[i], i as u32));
            rows.push(Row { size: Point::ZERO, is_joint: part.joint[i] });
        }
        for i in 0..n {
            let mut way = Vec::new();
            let mut at = i;
            while row_of[at] == u32::MAX && way.len() <= n {
                way.push(at);
                at = head[at];
            }
            if row_of[at] == u32::MAX {
                // Handles that point at each other in a circle.
                row_of[at] = rows.len() as u32;
                joined.push((row_of[at], at as u32));
                rows.push(Row { size: Point::ZERO, is_joint: true });
            }
            for &j in way.iter().rev() {
                if row_of[j] == u32::MAX {
                    row_of[j] = row_of[at];
                    joined.push((row_of[at], j as u32));
                }
            }
        }
        let (starts, mut members) = lists(rows.len(), joined.into_iter());
        let mut offset = vec![0.0; n];
        for (row, ends) in rows.iter_mut().zip(starts.windows(2)) {
            let members = &mut members[ends[0] as usize..ends[1] as usize];
            // Premises in the author's order.
            if let (false, [first, _, ..]) = (row.is_joint, &*members)
                && let [joint] = part.targets(*first as usize)
            {
                let here = row_of[*first as usize];
                let premises = part.reasons(*joint as usize).iter().filter(|i| row_of[**i as usize] == here);
                members.iter_mut().zip(premises).for_each(|(member, i)| *member = *i);
            }
            let width = members.iter().map(|&i| 2.0 * part.half[i as usize].x).sum::<f64>() + gap * (members.len() - 1) as f64;
            let mut x = -width / 2.0;
            for &i in &*members {
                let half = part.half[i as usize];
                offset[i as usize] = x + half.x;
                x += 2.0 * half.x + gap;
                row.size.y = most(row.size.y, 2.0 * half.y);
            }
            row.size.x = width;
        }
        let arc = |&(from, to): &(u32, u32)| {
            let (from_at, to_at) = (offset[from as usize], offset[to as usize]);
            Arc { from: row_of[from as usize], to: row_of[to as usize], from_at, to_at }
        };
        let mut arcs: Vec<Arc> = part.links.iter().map(arc).filter(|arc| arc.from != arc.to).collect();
        // Reasons of what stands farther left come first; those of one box stay in the author's order.
        arcs.sort_by(|a, b| a.to_at.total_cmp(&b.to_at));
        Self { rows, arcs, offset, starts, members }
    }

    /// The boxes of row `r`, in order.
    pub(in crate::layout) fn members(&self, r: usize) -> &[u32] {
        &self.members[self.starts[r] as usize..self.starts[r + 1] as usize]
    }
}

/// The first of the premises at a handle that can stand in one row with premise `i`.
fn first_premise(part: &Part, joint: usize, i: usize) -> usize {
    let may = |&&j: &&u32| !part.joint[j as usize] && part.targets(j as usize) == [joint as u32];
    part.reasons(joint).iter().find(may).map_or(i, |&j| j as usize)
}
