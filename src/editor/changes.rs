//! Which records the latest changes touched: whoever keeps something made of the map follows them instead of making it anew.

use std::collections::VecDeque;

use crate::edit::Transaction;
use crate::editor::Editor;
use crate::model::RecordId;

/// Changes remembered. Who looks more rarely starts afresh.
const MAX_CHANGES: usize = 64;
/// Records remembered in all of them together.
const MAX_RECORDS: usize = 1 << 17;

/// The records that each of the latest changes touched.
#[derive(Debug, Default)]
pub(super) struct Changes(VecDeque<Vec<RecordId>>);

impl Changes {
    /// Notes the change that led to the present revision.
    pub(super) fn note(&mut self, transaction: &Transaction) {
        self.0.push_back(transaction.edits.iter().map(|edit| edit.id).collect());
        let records: usize = self.0.iter().map(Vec::len).sum();
        if self.0.len() > MAX_CHANGES {
            self.0.pop_front();
        } else if records > MAX_RECORDS {
            self.forget();
        }
    }

    /// Nothing of what was there before can be followed.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

impl Editor {
    /// The records that changed since a revision, sorted, each once; `None` where that is no longer known or another map was opened since.
    pub fn changes_since(&self, revision: u64) -> Option<Vec<RecordId>> {
        let steps = usize::try_from(self.revision().checked_sub(revision)?).ok()?;
        let first = self.changes.0.len().checked_sub(steps)?;
        let mut touched: Vec<RecordId> = self.changes.0.range(first..).flatten().copied().collect();
        touched.sort_unstable();
        touched.dedup();
        Some(touched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;
    use crate::editor::{Action, Command};
    use emath::pos2;

    #[test]
    fn what_changed_is_known_until_another_map_is_opened() {
        let mut editor = Editor::new(Rng::new(1));
        let start = editor.revision();
        assert_eq!(editor.changes_since(start), Some(Vec::new()));
        editor.dispatch(Command::AddClaimAt(pos2(1.0, 2.0)));
        let claim = editor.selection().lead().unwrap();
        let added = editor.revision();
        editor.dispatch(Command::SetText { node: claim, text: "Text".to_owned() });
        assert_eq!(editor.changes_since(added), Some(vec![RecordId::Node(claim)]));
        let both = vec![RecordId::Node(claim), RecordId::Placement(editor.view(), claim)];
        assert_eq!(editor.changes_since(start), Some(both.clone()));
        editor.dispatch(Action::Undo);
        assert_eq!(editor.changes_since(added), Some(both));
        assert_eq!(editor.changes_since(editor.revision() + 1), None);
        let before = editor.revision();
        editor.dispatch(Action::Redo);
        editor.dispatch(Command::Loaded(Box::default()));
        assert_eq!(editor.changes_since(before), None);
        assert_eq!(editor.changes_since(editor.revision()), Some(Vec::new()));
    }

    #[test]
    fn long_ago_is_forgotten() {
        let mut editor = Editor::new(Rng::new(1));
        let start = editor.revision();
        for i in 0..=MAX_CHANGES {
            assert!(editor.changes_since(start).is_some(), "{i}");
            editor.dispatch(Command::AddClaimAt(pos2(1.0, 2.0)));
        }
        assert_eq!(editor.changes_since(start), None);
    }
}
