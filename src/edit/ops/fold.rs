//! Folds: which branches a view keeps closed.

use std::collections::BTreeSet;

use crate::base::{NodeId, ViewId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::model::{ArgumentMap, Record, RecordId};
use crate::tr;

/// Folds these claims in a view and no others. Claims that are no longer in the map are passed over.
pub fn set_folds(map: &ArgumentMap, view: ViewId, folds: &BTreeSet<NodeId>) -> Result<Transaction, OpError> {
    let present = &map.views().get(&view).ok_or(OpError::Missing("view"))?.folds;
    let mut draft = Draft::new(map);
    for claim in present.difference(folds) {
        draft.set(RecordId::Fold(view, *claim), None);
    }
    for claim in folds.difference(present).filter(|claim| map.claim(**claim).is_some()) {
        draft.set(RecordId::Fold(view, *claim), Some(Record::Fold));
    }
    Ok(draft.finish(tr!("step-fold"), None))
}
