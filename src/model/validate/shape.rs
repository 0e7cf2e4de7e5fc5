//! A map's edges as lists between dense numbers, read once for all checks.

use std::collections::HashMap;

use crate::base::{NodeId, NodeKind};
use crate::model::rules::is_well_formed;
use crate::model::{ArgumentMap, Edge, RelationKind, Role};

/// The ends of one node, by their numbers; well-formed edges only.
#[derive(Default)]
pub(super) struct Ends {
    pub(super) premises: Vec<usize>,
    pub(super) targets: Vec<usize>,
    pub(super) contents: Vec<usize>,
    /// Edges that a file gives the node for that role, whether they are of use or not.
    pub(super) stated: Stated,
}

#[derive(Default)]
pub(super) struct Stated {
    pub(super) premises: usize,
    pub(super) targets: usize,
    pub(super) contents: usize,
}

/// What is wrong with an edge.
pub(super) enum Flaw {
    Dangling { missing: NodeId },
    Malformed,
}

/// All nodes, numbered by id, with their ends.
pub(super) struct Shape {
    pub(super) ids: Vec<NodeId>,
    pub(super) ends: Vec<Ends>,
    pub(super) flaws: Vec<(Edge, Flaw)>,
    kinds: Vec<Option<RelationKind>>,
}

impl Shape {
    pub(super) fn of(map: &ArgumentMap) -> Self {
        let ids: Vec<NodeId> = map.nodes().map(|(id, _)| id).collect();
        // Looked up, never iterated: its order does not show.
        let number: HashMap<NodeId, usize> = ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
        let mut ends: Vec<Ends> = ids.iter().map(|_| Ends::default()).collect();
        let mut kinds = vec![None; ids.len()];
        for (id, relation) in map.relations() {
            if let Some(i) = number.get(&id) {
                kinds[*i] = Some(relation.kind);
            }
        }
        let mut flaws = Vec::new();
        for edge in map.edges() {
            let (from, to) = (number.get(&edge.from).copied(), number.get(&edge.to).copied());
            let holder = if edge.role == Role::Premise { to } else { from };
            if let Some(holder) = holder.and_then(|i| ends.get_mut(i)) {
                match edge.role {
                    Role::Premise => holder.stated.premises += 1,
                    Role::Target => holder.stated.targets += 1,
                    Role::Content => holder.stated.contents += 1,
                }
            }
            match (from, to) {
                (None, _) => flaws.push((edge, Flaw::Dangling { missing: edge.from })),
                (_, None) => flaws.push((edge, Flaw::Dangling { missing: edge.to })),
                _ if !is_well_formed(edge.from.kind(), edge.role, edge.to.kind()) => flaws.push((edge, Flaw::Malformed)),
                (Some(from), Some(to)) => match edge.role {
                    Role::Premise => ends[to].premises.push(from),
                    Role::Target => ends[from].targets.push(to),
                    Role::Content => ends[from].contents.push(to),
                },
            }
        }
        Self { ids, ends, flaws, kinds }
    }

    /// From premises to the supports that they are part of, from there to the targets; without premises that are the target itself.
    pub(super) fn supports(&self) -> Vec<Vec<usize>> {
        let mut successors = vec![Vec::new(); self.ids.len()];
        for (i, ends) in self.ends.iter().enumerate().filter(|(i, _)| self.kinds[*i] == Some(RelationKind::Support)) {
            for premise in ends.premises.iter().filter(|p| !ends.targets.contains(p)) {
                successors[*premise].push(i);
            }
            successors[i].extend(&ends.targets);
        }
        successors
    }

    /// From attributions to the attributions that they report.
    pub(super) fn reports(&self) -> Vec<Vec<usize>> {
        let is_attribution = |i: &usize| self.ids[*i].kind() == NodeKind::Attribution;
        self.ends.iter().map(|ends| ends.contents.iter().copied().filter(is_attribution).collect()).collect()
    }
}
