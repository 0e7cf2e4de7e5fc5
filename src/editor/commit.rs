//! The way of every change into the map and its history.

use std::sync::Arc;

use crate::base::{NodeId, NodeKind};
use crate::edit::ops::{Made, OpError};
use crate::edit::{Edit, Replay, Transaction, apply};
use crate::editor::{Editor, Effect, Selection, Toast};
use crate::layout::Scope;
use crate::model::RecordId;
use crate::tr;

/// After a step with more edits than this, nothing is asked to step aside.
const MAX_GROWN: usize = 64;

impl Editor {
    /// Applies a transaction and records it as a step. `select` is the selection that it leads to, where it changes.
    /// `false` where nothing was changed; the reason is then said.
    pub(super) fn commit(&mut self, transaction: Transaction, select: Option<Selection>) -> bool {
        let before = self.selection.clone();
        if transaction.is_empty() || !self.change(&transaction) {
            return false;
        }
        let leads_elsewhere = select.is_some();
        self.selection = select.unwrap_or_else(|| before.clone());
        if transaction.edits.iter().any(|e| e.after.is_none()) {
            self.selection.prune(&self.map);
        }
        self.announce_step(&transaction);
        let grown = (transaction.edits.len() <= MAX_GROWN).then(|| transaction.edits.clone());
        self.history.push(transaction, before, self.selection.clone());
        if leads_elsewhere {
            self.unhide(self.selection.nodes().clone());
        }
        self.make_room_for(&grown.unwrap_or_default());
        true
    }

    /// Commits what an operation made, or says why it could not.
    pub(super) fn perform(&mut self, result: Result<Transaction, OpError>) -> bool {
        match result {
            Ok(transaction) => self.commit(transaction, None),
            Err(error) => {
                self.refuse(error.to_string());
                false
            }
        }
    }

    /// Commits a new claim, selects it and asks for its words.
    pub(super) fn perform_new_claim(&mut self, result: Result<Made, OpError>) {
        match result {
            Ok(made) => {
                if self.commit(made.transaction, Some(Selection::of(made.id))) {
                    self.fresh = Some((made.id, self.history.mark()));
                    self.effects.push(Effect::EditText(made.id));
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    /// Whether that claim was just added and nothing was done since.
    pub(super) fn is_fresh(&self, node: NodeId) -> bool {
        self.fresh == Some((node, self.history.mark()))
    }

    pub(super) fn undo(&mut self) {
        self.fresh = None;
        if let Some(replay) = self.history.undo() {
            self.announce(tr!("announce-undone", step = replay.transaction.label.as_str()));
            self.replay(replay);
        }
    }

    pub(super) fn redo(&mut self) {
        self.fresh = None;
        if let Some(replay) = self.history.redo() {
            self.announce(tr!("announce-redone", step = replay.transaction.label.as_str()));
            self.replay(replay);
        }
    }

    /// Applies what the history gives back and restores the selection that went with it.
    pub(super) fn replay(&mut self, replay: Replay<Selection>) {
        if self.change(&replay.transaction) {
            self.selection = replay.context;
            self.selection.prune(&self.map);
            self.unhide(self.selection.nodes().clone());
            if !self.selection.nodes().is_empty() {
                self.effects.push(Effect::Reveal(self.selection.nodes().iter().copied().collect()));
            }
        }
    }

    /// Applies a transaction without a step. The only place where the open map is written.
    pub(super) fn change(&mut self, transaction: &Transaction) -> bool {
        if let Err(error) = apply(Arc::make_mut(&mut self.map), transaction) {
            debug_assert!(false, "{}: {error}", transaction.label);
            self.refuse(tr!("toast-not-applied", step = transaction.label.as_str(), reason = error.to_string()));
            return false;
        }
        self.revision += 1;
        if transaction.edits.iter().any(reshapes) {
            self.shape = self.revision;
        }
        self.changes.note(transaction);
        self.findings.outdate();
        if self.touches_shown(transaction) {
            self.forget_shown();
        }
        if self.leaves_unplaced(transaction) {
            self.effects.push(Effect::StartLayout(Scope::Unplaced));
        }
        true
    }

    /// Whether a claim that the transaction touched now has no place in the view.
    fn leaves_unplaced(&self, transaction: &Transaction) -> bool {
        transaction.edits.iter().any(|edit| match edit.id {
            RecordId::Node(id) if edit.before.is_none() => id.kind() == NodeKind::Claim && self.map.placement(self.view, id).is_none(),
            RecordId::Placement(view, id) if edit.after.is_none() => view == self.view && self.map.claim(id).is_some(),
            RecordId::Meta
            | RecordId::Speaker(_)
            | RecordId::Source(_)
            | RecordId::Group(_)
            | RecordId::Node(_)
            | RecordId::Edge(_)
            | RecordId::View(_)
            | RecordId::Placement(..)
            | RecordId::Fold(..) => false,
        })
    }

    pub(super) fn refuse(&mut self, why: impl Into<String>) {
        self.effects.push(Effect::Toast(Toast { text: why.into(), undoable: false }));
    }

    pub(super) fn tell_undoable(&mut self, what: String) {
        self.effects.push(Effect::Toast(Toast { text: what, undoable: true }));
    }
}

/// Whether an edit changes more than what a record says.
fn reshapes(edit: &Edit) -> bool {
    match edit.id {
        RecordId::Node(_) => edit.before.is_none() || edit.after.is_none(),
        RecordId::Edge(_) | RecordId::Placement(..) | RecordId::View(_) => true,
        RecordId::Meta | RecordId::Speaker(_) | RecordId::Source(_) | RecordId::Group(_) | RecordId::Fold(..) => false,
    }
}
