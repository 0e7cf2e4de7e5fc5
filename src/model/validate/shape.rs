//! A map's edges as lists between dense numbers, read once for all checks.

use crate::base::{NodeId, NodeKind};
use crate::model::rules::is_well_formed;
use crate::model::{ArgumentMap, Edge, Node, Relation, RelationKind, Role};

/// The ends of one node, by their numbers; well-formed edges only.
#[derive(Default)]
pub(super) struct Ends {
    pub(super) premises: Vec<usize>,
    pub(super) targets: Vec<usize>,
    pub(super) contents: Vec<usize>,
    /// Edges that a file gives the node for that role, whether they are of use or not.
    pub(super) stated: Stated,
}

impl Ends {
    fn note(&mut self, role: Role, end: Option<usize>) {
        let (stated, ends) = match role {
            Role::Premise => (&mut self.stated.premises, &mut self.premises),
            Role::Target => (&mut self.stated.targets, &mut self.targets),
            Role::Content => (&mut self.stated.contents, &mut self.contents),
        };
        *stated += 1;
        ends.extend(end);
    }
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

/// All nodes, numbered by id, with their ends. Read from the map once.
pub(super) struct Shape<'a> {
    pub(super) nodes: Vec<(NodeId, &'a Node)>,
    pub(super) ends: Vec<Ends>,
    pub(super) flaws: Vec<(Edge, Flaw)>,
}

impl<'a> Shape<'a> {
    pub(super) fn of(map: &'a ArgumentMap) -> Self {
        let nodes: Vec<(NodeId, &Node)> = map.nodes().collect();
        let ends = nodes.iter().map(|_| Ends::default()).collect();
        let mut shape = Self { nodes, ends, flaws: Vec::new() };
        for (from, role, to) in map.graph.numbered_edges() {
            shape.note_edge(from, role, to);
        }
        for (edge, _) in map.graph.loose() {
            shape.note_loose_edge(edge);
        }
        shape.sort();
        shape
    }

    pub(super) fn id(&self, number: usize) -> NodeId {
        self.nodes[number].0
    }

    pub(super) fn relation(&self, number: usize) -> Option<&'a Relation> {
        match self.nodes[number].1 {
            Node::Relation(relation) => Some(relation),
            Node::Claim(_) | Node::Attribution(_) => None,
        }
    }

    fn note_edge(&mut self, from: usize, role: Role, to: usize) {
        let (from_id, to_id) = (self.id(from), self.id(to));
        let well_formed = is_well_formed(from_id.kind(), role, to_id.kind());
        if !well_formed {
            self.flaws.push((Edge::new(from_id, role, to_id), Flaw::Malformed));
        }
        let (holder, other) = if role == Role::Premise { (to, from) } else { (from, to) };
        self.ends[holder].note(role, well_formed.then_some(other));
    }

    fn note_loose_edge(&mut self, edge: Edge) {
        let number = |id: NodeId| self.nodes.binary_search_by_key(&id, |(id, _)| *id).ok();
        let (from, to) = (number(edge.from), number(edge.to));
        let missing = if from.is_none() { edge.from } else { edge.to };
        let holder = if edge.role == Role::Premise { to } else { from };
        self.flaws.push((edge, Flaw::Dangling { missing }));
        if let Some(holder) = holder {
            self.ends[holder].note(edge.role, None);
        }
    }

    /// Edges come in no particular order; what is said about them must not depend on it.
    fn sort(&mut self) {
        for ends in &mut self.ends {
            ends.premises.sort_unstable();
            ends.targets.sort_unstable();
            ends.contents.sort_unstable();
        }
    }

    /// From premises to the supports that they are part of, from there to the targets; without premises that are the target itself.
    pub(super) fn supports(&self) -> Vec<Vec<usize>> {
        let mut successors = vec![Vec::new(); self.nodes.len()];
        for (i, ends) in self.ends.iter().enumerate() {
            if self.relation(i).is_some_and(|relation| relation.kind == RelationKind::Support) {
                for premise in ends.premises.iter().filter(|p| !ends.targets.contains(p)) {
                    successors[*premise].push(i);
                }
                successors[i].extend(&ends.targets);
            }
        }
        successors
    }

    /// From attributions to the attributions that they report.
    pub(super) fn reports(&self) -> Vec<Vec<usize>> {
        let is_attribution = |i: &usize| self.id(*i).kind() == NodeKind::Attribution;
        self.ends.iter().map(|ends| ends.contents.iter().copied().filter(is_attribution).collect()).collect()
    }
}
