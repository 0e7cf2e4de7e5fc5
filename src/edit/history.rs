//! What was done, what was undone, and which state is the one on disk.

use std::collections::BTreeMap;

use crate::base::NodeId;
use crate::edit::{Edit, Transaction};
use crate::model::RecordId;

/// Names one state of the map for as long as the history lives. Two states never share a name, even where their maps are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark(u64);

/// One step, with what its owner wants back when the step is undone or redone (the selection).
#[derive(Clone, Debug)]
struct Step<C> {
    transaction: Transaction,
    before: C,
    after: C,
    /// The state that the step leads to.
    mark: Mark,
}

/// A transaction to apply and the context that goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay<C> {
    /// To be applied to the map.
    pub transaction: Transaction,
    /// What the owner stored with that state.
    pub context: C,
}

/// Undo and redo without limit. Holds differences, never maps.
#[derive(Clone, Debug)]
pub struct History<C> {
    done: Vec<Step<C>>,
    /// The last one undone comes last.
    undone: Vec<Step<C>>,
    /// The state before the first step.
    base: Mark,
    saved: Option<Mark>,
    last_mark: u64,
    /// The next step stands by itself, whatever its merge key.
    sealed: bool,
}

impl<C: Clone> History<C> {
    /// An empty history. `saved` tells whether the state it begins with is the one on disk (or needs none).
    pub fn new(saved: bool) -> Self {
        let base = Mark(0);
        Self { done: Vec::new(), undone: Vec::new(), base, saved: saved.then_some(base), last_mark: 0, sealed: true }
    }

    /// The present state.
    pub fn mark(&self) -> Mark {
        self.done.last().map_or(self.base, |step| step.mark)
    }

    /// Remembers which state is on disk.
    pub fn set_saved(&mut self, mark: Mark) {
        self.saved = Some(mark);
        self.sealed = true;
    }

    /// Whether the present state is another than the one on disk.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.mark())
    }

    /// Label of the step that undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.transaction.label.as_str())
    }

    /// Label of the step that redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.transaction.label.as_str())
    }

    /// Labels of all steps done, oldest first.
    pub fn done_labels(&self) -> impl Iterator<Item = &str> {
        self.done.iter().map(|step| step.transaction.label.as_str())
    }

    /// How many steps lead to the present state, and how many there are with those undone.
    pub fn steps(&self) -> (usize, usize) {
        (self.done.len(), self.done.len() + self.undone.len())
    }

    /// Label of a step, the oldest being 0; those undone follow those done.
    pub fn label(&self, step: usize) -> Option<&str> {
        let step = match step.checked_sub(self.done.len()) {
            None => self.done.get(step)?,
            // The one undone first is the last to be done again.
            Some(ahead) => self.undone.get(self.undone.len().checked_sub(ahead + 1)?)?,
        };
        Some(step.transaction.label.as_str())
    }

    /// How many steps lead to the state on disk, where that state is still among them.
    pub fn saved_after(&self) -> Option<usize> {
        let saved = self.saved?;
        let marks = self.done.iter().chain(self.undone.iter().rev()).map(|step| step.mark);
        [self.base].into_iter().chain(marks).position(|mark| mark == saved)
    }

    /// Ends the present gesture: the next step is not merged with the one before.
    pub fn seal(&mut self) {
        self.sealed = true;
    }

    /// Records a transaction that was applied. What was undone is forgotten.
    pub fn push(&mut self, transaction: Transaction, before: C, after: C) {
        self.undone.clear();
        let mark = self.fresh_mark();
        let may_merge = !self.sealed && self.saved != Some(self.mark());
        self.sealed = false;
        if let Some(last) = self.done.last_mut().filter(|last| may_merge && can_merge(&last.transaction, &transaction)) {
            merge(&mut last.transaction, transaction);
            last.after = after;
            last.mark = mark;
            if last.transaction.is_empty() {
                self.done.pop();
                self.sealed = true;
            }
            return;
        }
        self.done.push(Step { transaction, before, after, mark });
    }

    /// Makes a transaction that was applied part of the last step, whatever it is: the words of a claim just added belong to adding it.
    /// `false`, and nothing is recorded, where there is no step, or where the last one led to the state on disk or something was undone:
    /// then it needs a step of its own.
    pub fn extend(&mut self, edits: &[Edit], after: C) -> bool {
        if !self.undone.is_empty() || self.saved == Some(self.mark()) {
            return false;
        }
        let mark = self.fresh_mark();
        let Some(last) = self.done.last_mut() else { return false };
        last.transaction.edits.extend_from_slice(edits);
        last.after = after;
        last.mark = mark;
        true
    }

    /// Records first placements without a step: what the program adds of its own accord is no act of the user and leaves nothing
    /// unsaved. Each belongs to the step that added its node, so that both go and come back together, or else to the state before
    /// all steps. Steps undone are forgotten where they would no longer fit.
    pub fn absorb(&mut self, placements: Vec<Edit>) {
        let mut by_node: BTreeMap<NodeId, Vec<Edit>> = BTreeMap::new();
        for edit in placements {
            if let RecordId::Placement(_, node) = edit.id {
                by_node.entry(node).or_default().push(edit);
            }
        }
        let outdated = |edit: &Edit| match edit.id {
            RecordId::Node(node) => edit.after.is_none() && by_node.contains_key(&node),
            RecordId::Placement(_, node) => by_node.contains_key(&node),
            RecordId::Meta
            | RecordId::Speaker(_)
            | RecordId::Source(_)
            | RecordId::Group(_)
            | RecordId::Edge(_)
            | RecordId::View(_)
            | RecordId::Fold(..) => false,
        };
        if self.undone.iter().any(|step| step.transaction.edits.iter().any(outdated)) {
            self.undone.clear();
        }
        for step in self.done.iter_mut().rev() {
            if by_node.is_empty() {
                break;
            }
            let edits = &mut step.transaction.edits;
            for i in 0..edits.len() {
                if let (RecordId::Node(node), None) = (edits[i].id, &edits[i].before)
                    && let Some(own) = by_node.remove(&node)
                {
                    edits.extend(own);
                }
            }
        }
    }

    /// Steps back: what to apply. The caller applies it.
    pub fn undo(&mut self) -> Option<Replay<C>> {
        let step = self.done.pop()?;
        self.sealed = true;
        let replay = Replay { transaction: step.transaction.inverse(), context: step.before.clone() };
        self.undone.push(step);
        Some(replay)
    }

    /// Steps forward again: what to apply. The caller applies it.
    pub fn redo(&mut self) -> Option<Replay<C>> {
        let step = self.undone.pop()?;
        self.sealed = true;
        let replay = Replay { transaction: step.transaction.clone(), context: step.after.clone() };
        self.done.push(step);
        Some(replay)
    }

    /// Steps back for good: what to apply. Neither that step nor what was undone before can be redone.
    pub fn retract(&mut self) -> Option<Replay<C>> {
        let replay = self.undo()?;
        self.undone.clear();
        Some(replay)
    }

    fn fresh_mark(&mut self) -> Mark {
        self.last_mark += 1;
        Mark(self.last_mark)
    }
}

fn can_merge(last: &Transaction, next: &Transaction) -> bool {
    let ids = |t: &Transaction| t.edits.iter().map(|e| e.id).collect::<Vec<_>>();
    // What stepped aside comes behind.
    let (own, new) = (ids(last), ids(next));
    let aside = own.get(new.len()..).unwrap_or_default();
    next.merge_key.is_some()
        && last.merge_key == next.merge_key
        && own.starts_with(&new)
        && aside.iter().all(|id| matches!(id, RecordId::Placement(..)) && !new.contains(id))
}

/// The newer transaction changes the same records in the same order; the older one may go on with others.
fn merge(last: &mut Transaction, next: Transaction) {
    for (edit, newer) in last.edits.iter_mut().zip(next.edits) {
        edit.after = newer.after;
    }
    last.edits.retain(|e| e.before != e.after);
}
