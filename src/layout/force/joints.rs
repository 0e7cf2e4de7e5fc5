//! Joints: nodes that stand between the ends of their links and go where these go.

use crate::layout::force::component::Component;

/// A joint with the nodes at the lower and at the upper ends of its links.
#[derive(Debug)]
pub(super) struct Joint {
    node: usize,
    below: Vec<usize>,
    above: Vec<usize>,
}

impl Joint {
    /// The joints that may move and have links in both directions.
    pub(super) fn of(part: &Component) -> Vec<Self> {
        if part.joint.iter().all(|joint| !joint) {
            return Vec::new();
        }
        let mut joints: Vec<Self> = (0..part.len()).map(|node| Self { node, below: Vec::new(), above: Vec::new() }).collect();
        for &(from, to) in &part.links {
            let (from, to) = (from as usize, to as usize);
            if part.joint[to] && !part.joint[from] {
                joints[to].below.push(from);
            }
            if part.joint[from] {
                joints[from].above.push(to);
            }
        }
        joints.retain(|j| part.joint[j.node] && part.held[j.node].is_none() && !j.below.is_empty() && !j.above.is_empty());
        joints
    }

    /// Goes half-way from one end to the other, nearer to the upper end where several meet.
    pub(super) fn follow(&self, x: &mut [f32], y: &mut [f32]) {
        let mean = |ends: &[usize], v: &[f32]| ends.iter().map(|&i| v[i]).sum::<f32>() / ends.len() as f32;
        let way = if self.below.len() > 1 { 0.6 } else { 0.5 };
        for v in [x, y] {
            let (low, high) = (mean(&self.below, v), mean(&self.above, v));
            v[self.node] = low + (high - low) * way;
        }
    }
}
