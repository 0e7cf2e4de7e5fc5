//! What the view hides: folded branches, a focus, a filter. Folds are saved with the map at its next saving; none of this is a step of
//! the history.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::analysis::Shown;
use crate::analysis::shown::{Hiding, shown};
use crate::base::NodeId;
use crate::edit::Transaction;
use crate::editor::{Editor, Effect, Selection};
use crate::model::RecordId;

/// What is hidden, kept until it may have changed.
#[derive(Debug, Default)]
pub(super) struct Looks {
    now: OnceCell<Arc<Shown>>,
    /// As it was before the last change: where nothing came of it, this stays the answer.
    last: Arc<Shown>,
}

impl Editor {
    /// What of the map is shown. The same `Arc` as long as nothing else is.
    pub fn shown(&self) -> &Arc<Shown> {
        self.looks.now.get_or_init(|| {
            let Some(view) = self.map.views().get(&self.view) else { return Arc::default() };
            let now = shown(&self.map, Hiding { folds: &view.folds });
            if now == *self.looks.last { self.looks.last.clone() } else { Arc::new(now) }
        })
    }

    /// To be called when the map, the view or what hides has changed.
    pub(super) fn forget_shown(&mut self) {
        if let Some(shown) = self.looks.now.take() {
            self.looks.last = shown;
        }
    }

    /// Whether a transaction may change what is shown: moves do not.
    pub(super) fn touches_shown(transaction: &Transaction) -> bool {
        transaction.edits.iter().any(|edit| !matches!(edit.id, RecordId::Placement(..)))
    }

    /// Goes to a node wherever it is hidden, so that it is selected and can be read.
    pub(super) fn go_to_node(&mut self, node: NodeId) {
        if self.map.node(node).is_none() {
            return;
        }
        self.select(Selection::of(node));
        self.effects.push(Effect::Visit(node));
    }
}
