//! Cut, copy, paste, duplicate.

use emath::vec2;

use crate::edit::{Fragment, ops};
use crate::editor::{Editor, Effect, Selection};

/// How far from its original a copy is put, in map units.
const OFFSET: f32 = 32.0;

/// What was copied last, and how often it was pasted since.
#[derive(Clone, Debug, Default)]
pub(super) struct Clipboard {
    fragment: Fragment,
    pasted: u16,
}

impl Editor {
    pub(super) fn clipboard_is_empty(&self) -> bool {
        self.clipboard.fragment.is_empty()
    }

    pub(super) fn copy(&mut self) {
        let fragment = Fragment::copy(&self.map, self.view, self.selection.nodes());
        self.effects.push(Effect::CopyText(fragment.text()));
        self.clipboard = Clipboard { fragment, pasted: 0 };
    }

    pub(super) fn cut(&mut self) {
        self.copy();
        match ops::delete_nodes(&self.map, self.selection.nodes()) {
            Ok(deletion) => {
                let transaction = crate::edit::Transaction { label: "Cut".to_owned(), ..deletion.transaction };
                self.commit(transaction, Some(Selection::default()));
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn paste(&mut self) {
        self.clipboard.pasted = self.clipboard.pasted.saturating_add(1);
        let fragment = self.clipboard.fragment.clone();
        self.insert(&fragment, OFFSET * f32::from(self.clipboard.pasted), None);
    }

    pub(super) fn duplicate(&mut self) {
        let fragment = Fragment::copy(&self.map, self.view, self.selection.nodes());
        self.insert(&fragment, OFFSET, Some("Duplicate"));
    }

    fn insert(&mut self, fragment: &Fragment, offset: f32, label: Option<&str>) {
        match ops::paste(&self.map, &mut self.rng, fragment, self.view, vec2(offset, offset)) {
            Ok(mut made) => {
                if let Some(label) = label {
                    made.transaction.label = label.to_owned();
                }
                if self.commit(made.transaction, Some(Selection::of_all(made.id.iter().copied()))) {
                    self.effects.push(Effect::Reveal(made.id));
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }
}
