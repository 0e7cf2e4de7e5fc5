//! A map's nodes by number with the edges between them, to be walked both ways.

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Role};

/// Edges of one node after the other: those of node `i` are `ends[starts[i]..starts[i + 1]]`.
struct Edges {
    starts: Vec<u32>,
    ends: Vec<(u32, Role)>,
}

impl Edges {
    fn new(nodes: usize, edges: &[(u32, Role, u32)]) -> Self {
        let mut starts = vec![0u32; nodes + 1];
        for (node, ..) in edges {
            starts[*node as usize + 1] += 1;
        }
        for i in 0..nodes {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut ends = vec![(0, Role::Premise); edges.len()];
        for (node, role, end) in edges {
            let slot = &mut next[*node as usize];
            ends[*slot as usize] = (*end, *role);
            *slot += 1;
        }
        Self { starts, ends }
    }

    fn of(&self, node: usize) -> impl Iterator<Item = (usize, Role)> + '_ {
        let range = self.starts[node] as usize..self.starts[node + 1] as usize;
        self.ends[range].iter().map(|(end, role)| (*end as usize, *role))
    }
}

/// The nodes by number, in the order of their ids.
pub(super) struct Web {
    pub(super) ids: Vec<NodeId>,
    onward: Edges,
    back: Edges,
}

impl Web {
    pub(super) fn new(map: &ArgumentMap) -> Self {
        let ids: Vec<NodeId> = map.nodes().map(|(id, _)| id).collect();
        let mut edges: Vec<(u32, Role, u32)> = map.numbered_edges().map(|(from, role, to)| (from as u32, role, to as u32)).collect();
        edges.sort_unstable();
        let onward = Edges::new(ids.len(), &edges);
        edges.iter_mut().for_each(|(from, _, to)| std::mem::swap(from, to));
        let back = Edges::new(ids.len(), &edges);
        Self { ids, onward, back }
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn number(&self, id: NodeId) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }

    /// The numbers of those that are in the map.
    pub(super) fn numbers<'a>(&self, ids: impl IntoIterator<Item = &'a NodeId>) -> Vec<usize> {
        ids.into_iter().filter_map(|id| self.number(*id)).collect()
    }

    pub(super) fn is(&self, node: usize, kind: NodeKind) -> bool {
        self.ids[node].kind() == kind
    }

    pub(super) fn is_claim(&self, node: usize) -> bool {
        self.is(node, NodeKind::Claim)
    }

    /// Where the edges of a node lead, in the direction of the argument.
    pub(super) fn onward(&self, node: usize) -> impl Iterator<Item = (usize, Role)> + '_ {
        self.onward.of(node)
    }

    /// Where the edges into a node come from.
    pub(super) fn back(&self, node: usize) -> impl Iterator<Item = (usize, Role)> + '_ {
        self.back.of(node)
    }
}
