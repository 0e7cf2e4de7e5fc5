//! Transactions: what one user action changes, as differences between records. The inverse is the same value read backwards.

use crate::base::ViewId;
use crate::model::{ArgumentMap, Record, RecordId};

/// One record before and after; `None` where there is none under that id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which record.
    pub id: RecordId,
    /// What it was.
    pub before: Option<Record>,
    /// What it becomes.
    pub after: Option<Record>,
}

/// Steps with the same key, one right after the other, make one step of the history: typing, a slider, repeated nudges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeKey {
    /// A field of a record, by the label of its step.
    Field(RecordId, &'static str),
    /// Placements in a view.
    Move(ViewId),
}

/// What one user action changes, in the order in which it must be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// What the user did, for the Undo menu: "Add rebuttal".
    pub label: String,
    /// Lets the history join it with the step before.
    pub merge_key: Option<MergeKey>,
    /// The changes.
    pub edits: Vec<Edit>,
}

impl Transaction {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// What takes it back.
    pub fn inverse(&self) -> Self {
        let edits = self.edits.iter().rev().map(|e| Edit { id: e.id, before: e.after.clone(), after: e.before.clone() }).collect();
        Self { label: self.label.clone(), merge_key: None, edits }
    }
}

/// Why a transaction was not applied. The map is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The map changed since the transaction was made.
    #[error("{0:?} is no longer what it was when the change was made")]
    Stale(RecordId),
    /// The model refuses the record.
    #[error("{id:?} cannot be changed: {reason}")]
    Refused {
        /// Which record.
        id: RecordId,
        /// What stands in the way.
        reason: &'static str,
    },
}

/// Applies every edit, or none.
///
/// # Errors
/// When a record is not what the edit says it was, or the model refuses what it shall become; the map is then as it was.
pub fn apply(map: &mut ArgumentMap, transaction: &Transaction) -> Result<(), ApplyError> {
    for (done, edit) in transaction.edits.iter().enumerate() {
        if let Err(error) = apply_edit(map, edit) {
            for undo in transaction.edits.iter().take(done).rev() {
                let restored = map.set_record(undo.id, undo.before.clone());
                debug_assert!(restored.is_ok(), "rollback of {:?}: {restored:?}", undo.id);
            }
            return Err(error);
        }
    }
    Ok(())
}

fn apply_edit(map: &mut ArgumentMap, edit: &Edit) -> Result<(), ApplyError> {
    if map.record(edit.id) != edit.before {
        return Err(ApplyError::Stale(edit.id));
    }
    map.set_record(edit.id, edit.after.clone()).map_err(|reason| ApplyError::Refused { id: edit.id, reason })
}
