//! Walking the argument from claim to claim, and branches: a node with all that bears on it.

use std::collections::BTreeSet;

use crate::base::NodeId;
use crate::editor::{Editor, Selection};
use crate::tr;

/// Where a step through the argument leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Target,
    Grounds,
    Previous,
    Next,
}

impl Editor {
    /// One step through the argument. Relations are stepped over; only what bears on a relation leads to it.
    pub(super) fn walk(&mut self, step: Step, extend: bool) {
        let Some(lead) = self.selection.lead() else { return self.select_in_reading_order(true) };
        let found = match step {
            Step::Target => self.above(lead).ok_or(tr!("write-no-target")),
            Step::Grounds => self.below(lead).first().copied().ok_or(tr!("write-no-grounds")),
            Step::Previous | Step::Next => self.beside(lead, step),
        };
        let under = if step == Step::Grounds { Some(lead) } else { self.above(lead) };
        match found {
            Ok(node) => {
                self.go(node, extend);
                self.walked = under.filter(|_| step != Step::Target).map(|under| (node, under));
            }
            Err(why) => self.refuse(why),
        }
    }

    /// What a node bears on, relations stepped over: of several, the one from which the walk came.
    pub(super) fn above(&self, node: NodeId) -> Option<NodeId> {
        let came = self.walked.filter(|(at, under)| *at == node && self.below(*under).contains(&node)).map(|(_, under)| under);
        came.or_else(|| self.map.content(node)).or_else(|| self.map.target(node)).or_else(|| {
            let relation = self.map.relations_from(node).first().copied()?;
            Some(self.map.target(relation).unwrap_or(relation))
        })
    }

    /// The relation by which a node bears on what is above it.
    pub(super) fn step_above(&self, node: NodeId) -> Option<NodeId> {
        let steps = self.map.relations_from(node);
        let above = self.above(node);
        steps.iter().copied().find(|step| above.is_some() && self.map.target(*step) == above).or(steps.first().copied())
    }

    /// The claims and attributions that bear on a node, in the author's order; of a relation on which nothing bears, its premises.
    fn below(&self, node: NodeId) -> Vec<NodeId> {
        let mut grounds = Vec::new();
        for premise in self.map.relations_on(node).into_iter().flat_map(|relation| self.map.premises(relation)) {
            if premise != node && !grounds.contains(&premise) {
                grounds.push(premise);
            }
        }
        if grounds.is_empty() { self.map.premises(node) } else { grounds }
    }

    fn beside(&self, node: NodeId, step: Step) -> Result<NodeId, &'static str> {
        let siblings = match (self.map.target(node), self.map.content(node)) {
            (Some(target), _) => self.map.relations_on(target),
            (None, Some(content)) => self.map.attributions_of(content),
            (None, None) => self.above(node).map(|above| self.below(above)).unwrap_or_default(),
        };
        let at = siblings.iter().position(|id| *id == node).filter(|_| siblings.len() > 1).ok_or(tr!("write-no-sibling"))?;
        let (next, none) = match step {
            Step::Previous => (at.checked_sub(1), tr!("write-no-previous-sibling")),
            Step::Target | Step::Grounds | Step::Next => (Some(at + 1), tr!("write-no-next-sibling")),
        };
        next.and_then(|i| siblings.get(i)).copied().ok_or(none)
    }

    /// The nodes, and whatever bears on them or says them, however far away.
    pub(super) fn branch_of(&self, nodes: impl IntoIterator<Item = NodeId>) -> BTreeSet<NodeId> {
        self.map.branch(nodes)
    }

    /// A branch without the claims that also bear on something outside it, and what bears on those.
    pub(super) fn own_branch_of(&self, nodes: &BTreeSet<NodeId>) -> BTreeSet<NodeId> {
        let branch = self.branch_of(nodes.iter().copied());
        self.grow(nodes.iter().copied(), |premise| self.map.relations_from(premise).iter().all(|relation| branch.contains(relation)))
    }

    fn grow(&self, nodes: impl IntoIterator<Item = NodeId>, follow: impl Fn(NodeId) -> bool) -> BTreeSet<NodeId> {
        let mut open: Vec<NodeId> = nodes.into_iter().collect();
        let mut branch: BTreeSet<NodeId> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            let grounds = self.map.premises(node).into_iter().filter(|premise| follow(*premise));
            for next in self.map.relations_on(node).into_iter().chain(self.map.attributions_of(node)).chain(grounds) {
                if branch.insert(next) {
                    open.push(next);
                }
            }
        }
        branch
    }

    pub(super) fn select_branch(&mut self) {
        let lead = self.selection.lead();
        let branch = self.branch_of(self.selection.nodes().iter().copied());
        self.select(Selection::of_all(branch.into_iter().chain(lead)));
    }
}
