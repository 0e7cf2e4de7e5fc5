//! Questions about the argument that a map answers from its edges.

use crate::base::{NodeId, NodeKind, SourceId, SpeakerId};
use crate::model::{ArgumentMap, Attribution, Claim, Edge, Node, Relation, RelationKind, Role, Source, Speaker};

/// What a rebuttal attacks; it follows from its target and is never stored (Pollock 1987; ASPIC+).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Attack {
    /// A claim that serves as no premise: a conclusion.
    Rebut,
    /// A claim that serves as a premise.
    Undermine,
    /// A relation: the step from premises to target.
    Undercut,
    /// An attribution: that it was said at all, or in that way.
    Dispute,
}

impl Attack {
    /// The word in sentences.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rebut => "rebuts",
            Self::Undermine => "undermines",
            Self::Undercut => "undercuts",
            Self::Dispute => "disputes",
        }
    }
}

impl ArgumentMap {
    /// The claim of that id.
    pub fn claim(&self, id: NodeId) -> Option<&Claim> {
        match self.node(id)? {
            Node::Claim(claim) => Some(claim),
            Node::Relation(_) | Node::Attribution(_) => None,
        }
    }

    /// The relation of that id.
    pub fn relation(&self, id: NodeId) -> Option<&Relation> {
        match self.node(id)? {
            Node::Relation(relation) => Some(relation),
            Node::Claim(_) | Node::Attribution(_) => None,
        }
    }

    /// The attribution of that id.
    pub fn attribution(&self, id: NodeId) -> Option<&Attribution> {
        match self.node(id)? {
            Node::Attribution(attribution) => Some(attribution),
            Node::Claim(_) | Node::Relation(_) => None,
        }
    }

    /// All claims by id.
    pub fn claims(&self) -> impl Iterator<Item = (NodeId, &Claim)> {
        self.graph.nodes_of(NodeKind::Claim).filter_map(|(id, node)| match node {
            Node::Claim(claim) => Some((id, claim)),
            Node::Relation(_) | Node::Attribution(_) => None,
        })
    }

    /// All relations by id.
    pub fn relations(&self) -> impl Iterator<Item = (NodeId, &Relation)> {
        self.graph.nodes_of(NodeKind::Relation).filter_map(|(id, node)| match node {
            Node::Relation(relation) => Some((id, relation)),
            Node::Claim(_) | Node::Attribution(_) => None,
        })
    }

    /// All attributions by id.
    pub fn attributions(&self) -> impl Iterator<Item = (NodeId, &Attribution)> {
        self.graph.nodes_of(NodeKind::Attribution).filter_map(|(id, node)| match node {
            Node::Attribution(attribution) => Some((id, attribution)),
            Node::Claim(_) | Node::Relation(_) => None,
        })
    }

    /// The speaker of that id.
    pub fn speaker(&self, id: SpeakerId) -> Option<&Speaker> {
        self.speakers().get(&id)
    }

    /// The source of that id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources().get(&id)
    }

    /// The premises of a relation, in the author's order.
    pub fn premises(&self, relation: NodeId) -> Vec<NodeId> {
        ends(self.incoming(relation), Role::Premise, |e| e.from)
    }

    /// What a relation bears on.
    pub fn target(&self, relation: NodeId) -> Option<NodeId> {
        ends(self.outgoing(relation), Role::Target, |e| e.to).first().copied()
    }

    /// What an attribution says.
    pub fn content(&self, attribution: NodeId) -> Option<NodeId> {
        ends(self.outgoing(attribution), Role::Content, |e| e.to).first().copied()
    }

    /// The relations that bear on a node, in the author's order.
    pub fn relations_on(&self, target: NodeId) -> Vec<NodeId> {
        ends(self.incoming(target), Role::Target, |e| e.from)
    }

    /// The relations of which a node is a premise.
    pub fn relations_from(&self, premise: NodeId) -> Vec<NodeId> {
        ends(self.outgoing(premise), Role::Premise, |e| e.to)
    }

    /// The attributions of a node: who says it.
    pub fn attributions_of(&self, node: NodeId) -> Vec<NodeId> {
        ends(self.incoming(node), Role::Content, |e| e.from)
    }

    /// What a rebuttal attacks; `None` for other relations and without a target.
    pub fn attack(&self, relation: NodeId) -> Option<Attack> {
        if self.relation(relation)?.kind != RelationKind::Rebuttal {
            return None;
        }
        let target = self.target(relation)?;
        Some(match target.kind() {
            NodeKind::Relation => Attack::Undercut,
            NodeKind::Attribution => Attack::Dispute,
            NodeKind::Claim if self.relations_from(target).is_empty() => Attack::Rebut,
            NodeKind::Claim => Attack::Undermine,
        })
    }

    /// Whether a relation attacks a relation.
    pub fn is_undercut(&self, relation: NodeId) -> bool {
        self.attack(relation) == Some(Attack::Undercut)
    }
}

fn ends(edges: Vec<Edge>, role: Role, end: impl Fn(Edge) -> NodeId) -> Vec<NodeId> {
    edges.into_iter().filter(|e| e.role == role).map(end).collect()
}
