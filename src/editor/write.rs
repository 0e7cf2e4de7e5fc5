//! Adding, connecting, writing and deleting nodes.

use std::collections::BTreeSet;

use emath::Pos2;

use crate::base::{NodeId, NodeKind};
use crate::edit::ops::{self, Deletion, OpError};
use crate::edit::{ClaimField, FieldEdit, Transaction};
use crate::editor::{Editor, Effect, Selection};
use crate::model::{Attribution, Claim, Edge, Placement, RelationKind, Stance};
use crate::tr;

impl Editor {
    pub(super) fn add_claim(&mut self, at: Option<Pos2>) {
        let place = at.map(|at| (self.view, Placement { x: at.x.round() as i32, y: at.y.round() as i32, pinned: false }));
        let made = ops::add_claim(&self.map, &mut self.rng, Claim::default(), place);
        self.perform_new_claim(made);
    }

    pub(super) fn add_reason(&mut self, kind: RelationKind, target: NodeId) {
        let made = ops::add_reason(&self.map, &mut self.rng, kind, Claim::default(), target);
        self.perform_new_claim(made);
    }

    pub(super) fn add_reason_to_selected(&mut self, kind: RelationKind) {
        if let Some(target) = self.selection.lead() {
            self.add_reason(kind, target);
        }
    }

    /// The selected relation, or the only one of which the selected node is a premise.
    fn selected_step(&self) -> Option<NodeId> {
        let lead = self.selection.lead()?;
        if self.map.relation(lead).is_some() { Some(lead) } else { self.map.relations_from(lead).first().copied() }
    }

    pub(super) fn add_undercut(&mut self) {
        if let Some(step) = self.selected_step() {
            self.add_reason(RelationKind::Rebuttal, step);
        }
    }

    pub(super) fn add_co_premise(&mut self) {
        if let Some(step) = self.selected_step() {
            self.add_premise_claim(step);
        }
    }

    /// A further reason of the same kind on the same target; of what bears on nothing, a further claim that bears on nothing.
    pub(super) fn add_sibling(&mut self) {
        if let Some(lead) = self.selection.lead() {
            self.add_sibling_of(lead);
        }
    }

    /// The same, beside what the selection bears on.
    pub(super) fn add_sibling_above(&mut self) {
        if let Some(lead) = self.selection.lead() {
            self.add_sibling_of(self.above(lead).unwrap_or(lead));
        }
    }

    fn add_sibling_of(&mut self, node: NodeId) {
        if let Some(content) = self.map.content(node) {
            return self.attribute(content, Attribution::new(None, Stance::Asserts));
        }
        let step = if self.map.relation(node).is_some() { Some(node) } else { self.step_above(node) };
        let kind_and_target = step.and_then(|step| Some((self.map.relation(step)?.kind, self.map.target(step)?)));
        match kind_and_target {
            Some((kind, target)) => self.add_reason(kind, target),
            None => self.add_claim(None),
        }
    }

    /// A claim that the selected claims and attributions support.
    pub(super) fn add_parent(&mut self) {
        let premises: Vec<NodeId> = self.selection.nodes().iter().copied().filter(|id| id.kind() != NodeKind::Relation).collect();
        let made = ops::add_parent(&self.map, &mut self.rng, Claim::default(), &premises);
        self.perform_new_claim(made);
    }

    /// Attributes the selected node to nobody yet; the inspector asks for the speaker.
    pub(super) fn add_attribution(&mut self) {
        if let Some(content) = self.selection.lead() {
            self.attribute(content, Attribution::new(None, Stance::Asserts));
        }
    }

    pub(super) fn attribute(&mut self, content: NodeId, attribution: Attribution) {
        match ops::attribute(&self.map, &mut self.rng, attribution, content) {
            Ok(made) => {
                if self.commit(made.transaction, Some(Selection::of(made.id))) {
                    self.effects.push(Effect::FocusInspector);
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn edit_selected_text(&mut self) {
        if let Some(node) = self.selection.lead() {
            self.edit_text(node);
        }
    }

    pub(super) fn edit_text(&mut self, node: NodeId) {
        if self.map.claim(node).is_some() {
            self.select(Selection::of(node));
            self.effects.push(Effect::EditText(node));
        } else {
            self.refuse(tr!("write-only-claims-have-text"));
        }
    }

    pub(super) fn set_text(&mut self, node: NodeId, text: String) {
        let transaction = match ops::set_field(&self.map, FieldEdit::Claim(node, ClaimField::Text(text))) {
            Ok(transaction) => Transaction { merge_key: None, ..transaction },
            Err(error) => return self.refuse(error.to_string()),
        };
        if transaction.is_empty() {
            return;
        }
        if !self.is_fresh(node) {
            self.commit(transaction, None);
        } else if self.change(&transaction) {
            let edits = transaction.edits.clone();
            if !self.history.extend(&edits, self.selection.clone()) {
                self.history.push(transaction, self.selection.clone(), self.selection.clone());
            }
            self.make_room_for(&edits);
        }
    }

    pub(super) fn cancel_new(&mut self, node: NodeId) {
        let says_nothing = self.map.claim(node).is_some_and(|claim| *claim == Claim::default());
        if self.is_fresh(node)
            && says_nothing
            && let Some(replay) = self.history.retract()
        {
            self.replay(replay);
        }
    }

    pub(super) fn set_field(&mut self, edit: FieldEdit) {
        let result = ops::set_field(&self.map, edit);
        self.perform(result);
    }

    pub(super) fn connect(&mut self, from: NodeId, to: NodeId, kind: RelationKind) {
        match ops::connect(&self.map, &mut self.rng, from, to, kind) {
            Ok(made) => {
                self.commit(made.transaction, Some(Selection::of(made.id)));
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn add_premise(&mut self, relation: NodeId, premise: NodeId) {
        let result = ops::add_premise(&self.map, relation, premise);
        self.perform(result);
    }

    pub(super) fn remove_premise(&mut self, relation: NodeId, premise: NodeId) {
        let result = ops::remove_premise(&self.map, relation, premise);
        self.delete(result, tr!("write-premise-removed"));
    }

    pub(super) fn replace_premise(&mut self, relation: NodeId, old: NodeId, new: NodeId) {
        let result = ops::replace_premise(&self.map, relation, old, new);
        self.perform(result);
    }

    pub(super) fn retarget(&mut self, node: NodeId, to: NodeId) {
        let result = ops::retarget(&self.map, node, to);
        self.perform(result);
    }

    pub(super) fn reorder(&mut self, edge: Edge, index: usize) {
        let result = ops::reorder(&self.map, edge, index);
        self.perform(result);
    }

    pub(super) fn delete_selection(&mut self) {
        match self.selection.entry() {
            Some(entry) => self.delete_entry(entry),
            None => self.delete_nodes(&self.selection.nodes().clone()),
        }
    }

    pub(super) fn delete_nodes(&mut self, nodes: &BTreeSet<NodeId>) {
        let result = ops::delete_nodes(&self.map, nodes);
        let done = match nodes.first().filter(|_| nodes.len() == 1).map(|n| n.kind()) {
            Some(NodeKind::Claim) => tr!("write-deleted-claim").to_owned(),
            Some(NodeKind::Relation) => tr!("write-deleted-relation").to_owned(),
            Some(NodeKind::Attribution) => tr!("write-deleted-attribution").to_owned(),
            None => tr!("write-deleted-items", count = nodes.len()),
        };
        // Nobody sees at a glance what several were.
        if nodes.len() > 1 && result.as_ref().is_ok_and(|deletion| deletion.also.in_words().is_none()) {
            if self.perform(result.map(|deletion| deletion.transaction)) {
                self.tell_undoable(done);
            }
            return;
        }
        self.delete(result, &done);
    }

    /// Commits a deletion; where more went than was asked for, says so.
    pub(super) fn delete(&mut self, result: Result<Deletion, OpError>, done: &str) {
        match result {
            Ok(deletion) => {
                if self.commit(deletion.transaction, None)
                    && let Some(also) = deletion.also.in_words()
                {
                    self.tell_undoable(format!("{done} {also}"));
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }
}
