//! Figures of a map's structure.

use std::collections::BTreeMap;

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;
use petgraph::unionfind::UnionFind;

use crate::base::NodeId;
use crate::model::{ArgumentMap, RelationKind, Role, Stance};

/// How many of what a map holds, and how it hangs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Claims.
    pub claims: usize,
    /// Relations by kind, every kind named.
    pub relations: BTreeMap<RelationKind, usize>,
    /// Rebuttals that attack a relation.
    pub undercuts: usize,
    /// Attributions by stance, every stance named.
    pub attributions: BTreeMap<Stance, usize>,
    /// Speakers in the register.
    pub speakers: usize,
    /// Sources in the register.
    pub sources: usize,
    /// Parts that no edge joins; a claim that nothing touches is one.
    pub components: usize,
    /// Relations on the longest way from a premise to what it finally bears on. A circle counts as one place.
    pub depth: usize,
}

/// The figures of a map.
pub fn stats(map: &ArgumentMap) -> Stats {
    let mut relations: BTreeMap<_, _> = RelationKind::ALL.iter().map(|kind| (*kind, 0)).collect();
    let mut attributions: BTreeMap<_, _> = Stance::ALL.iter().map(|stance| (*stance, 0)).collect();
    for (_, relation) in map.relations() {
        *relations.entry(relation.kind).or_default() += 1;
    }
    for (_, attribution) in map.attributions() {
        *attributions.entry(attribution.stance).or_default() += 1;
    }
    Stats {
        claims: map.claims().count(),
        relations,
        undercuts: map.relations().filter(|(id, _)| map.is_undercut(*id)).count(),
        attributions,
        speakers: map.speakers().len(),
        sources: map.sources().len(),
        components: components(map),
        depth: depth(map),
    }
}

fn numbered(map: &ArgumentMap) -> BTreeMap<NodeId, usize> {
    map.nodes().enumerate().map(|(number, (id, _))| (id, number)).collect()
}

fn components(map: &ArgumentMap) -> usize {
    let number = numbered(map);
    let mut sets = UnionFind::<usize>::new(number.len());
    let joined =
        map.edges().iter().filter_map(|e| Some((*number.get(&e.from)?, *number.get(&e.to)?))).filter(|(a, b)| sets.union(*a, *b)).count();
    number.len() - joined
}

/// Longest path along premise and target edges, counted in target edges, over the condensation of the graph.
fn depth(map: &ArgumentMap) -> usize {
    let number = numbered(map);
    let mut graph = DiGraph::<(), usize>::with_capacity(number.len(), map.edge_count());
    let nodes: Vec<_> = number.iter().map(|_| graph.add_node(())).collect();
    for edge in map.edges() {
        let steps = match edge.role {
            Role::Premise => 0,
            Role::Target => 1,
            Role::Content => continue,
        };
        if let (Some(from), Some(to)) = (number.get(&edge.from), number.get(&edge.to)) {
            graph.add_edge(nodes[*from], nodes[*to], steps);
        }
    }
    let circles = tarjan_scc(&graph);
    let mut circle_of = vec![0; nodes.len()];
    for (circle, members) in circles.iter().enumerate() {
        members.iter().for_each(|node| circle_of[node.index()] = circle);
    }
    // Tarjan gives a circle after all that can be reached from it.
    let mut longest = vec![0; circles.len()];
    for (circle, members) in circles.iter().enumerate() {
        let ways = members.iter().flat_map(|node| graph.edges(*node));
        longest[circle] = ways
            .map(|edge| (circle_of[petgraph::visit::EdgeRef::target(&edge).index()], *edge.weight()))
            .filter(|(next, _)| *next != circle)
            .map(|(next, steps)| longest[next] + steps)
            .max()
            .unwrap_or(0);
    }
    longest.into_iter().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attribution, MapBuilder};

    #[test]
    fn a_chain_with_an_undercut() {
        let mut b = MapBuilder::new(1);
        let (thesis, reason, ground, doubt, alone) = (b.claim("T"), b.claim("R"), b.claim("G"), b.claim("D"), b.claim("A"));
        let step = b.support(&[reason], thesis);
        b.support(&[ground], reason);
        b.rebut(&[doubt], step);
        b.attribute(Attribution::new(None, Stance::Denies), alone);
        let s = stats(&b.finish());
        assert_eq!((s.claims, s.undercuts, s.components, s.depth), (5, 1, 2, 2));
        assert_eq!((s.relations[&RelationKind::Support], s.relations[&RelationKind::Rebuttal]), (2, 1));
        assert_eq!((s.attributions[&Stance::Denies], s.attributions[&Stance::Asserts]), (1, 0));
    }

    #[test]
    fn circles_end() {
        let mut b = MapBuilder::new(1);
        let (p, q, r) = (b.claim("P"), b.claim("Q"), b.claim("R"));
        b.support(&[p], q);
        b.support(&[q], p);
        b.rebut(&[r], p);
        assert_eq!(stats(&b.finish()).depth, 1);
        assert_eq!(stats(&ArgumentMap::default()).depth, 0);
    }
}
