//! What validation and the audit of provenance find in the present map. It looks at all of it, so for a large map a job of the driver does that, and until its
//! answer is there what was found last stands.

use std::cell::OnceCell;

use crate::base::{Diagnostic, NodeId, Subject};
use crate::editor::Editor;
use crate::provenance::audit::check;

/// Maps of up to so many nodes are validated on the spot.
const SMALL: usize = 2000;

/// Findings about the present revision, once somebody asked, and those before.
#[derive(Debug, Default)]
pub(super) struct Findings {
    now: OnceCell<Vec<Diagnostic>>,
    before: Vec<Diagnostic>,
}

impl Findings {
    /// The map has changed.
    pub(super) fn outdate(&mut self) {
        if let Some(found) = self.now.take() {
            self.before = found;
        }
    }
}

impl Editor {
    /// What validation finds in the present map. Computed when asked, then kept until the map changes.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.findings.now.get_or_init(|| check(&self.map, self.copies()))
    }

    /// The same without holding anybody up: for a large map what was found last, which may be of an earlier revision.
    pub fn findings(&self) -> &[Diagnostic] {
        if self.is_quickly_validated() { self.diagnostics() } else { self.findings.now.get().unwrap_or(&self.findings.before) }
    }

    /// The claim that was just added and is still to get its words: it is no fault that it says nothing.
    pub fn awaits_words(&self) -> Option<NodeId> {
        let (node, _) = self.fresh?;
        (self.is_fresh(node) && self.map.claim(node)?.text.is_empty()).then_some(node)
    }

    /// What the user should know: what reading the file and validation found, without the claim that awaits its words.
    pub fn told_findings(&self) -> impl Iterator<Item = &Diagnostic> {
        let awaiting = self.awaits_words().map(Subject::Node);
        self.report().iter().chain(self.findings()).chain(self.quotation_findings()).filter(move |found| awaiting != Some(found.subject))
    }

    /// Whether the present map is so small that [`Editor::diagnostics`] holds nobody up, or was validated already.
    pub fn is_quickly_validated(&self) -> bool {
        self.findings.now.get().is_some() || self.map.node_count() <= SMALL
    }

    /// Takes over what a job found in the map of that revision.
    pub fn take_findings(&self, revision: u64, found: Vec<Diagnostic>) {
        if revision == self.revision {
            // Somebody may have asked meanwhile: the answer is the same.
            let _ = self.findings.now.set(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rng;
    use crate::editor::{Command, Loaded};
    use crate::model::MapBuilder;
    use crate::provenance::copies::Copies;

    #[test]
    fn a_large_map_is_not_validated_on_the_spot() {
        let mut builder = MapBuilder::new(1);
        for _ in 0..=SMALL {
            builder.claim("Said twice");
        }
        let map = builder.finish();
        let found = check(&map, &Copies::default());
        assert!(!found.is_empty());
        let mut editor = Editor::new(Rng::new(1));
        assert!(editor.is_quickly_validated());
        editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: String::new(), unsaved: false })));
        assert!(editor.findings().is_empty() && !editor.is_quickly_validated());
        editor.take_findings(editor.revision() - 1, found.clone());
        assert!(editor.findings().is_empty());
        editor.take_findings(editor.revision(), found.clone());
        assert_eq!(editor.findings(), found);
        let node = editor.map().claims().next().unwrap().0;
        editor.dispatch(Command::SetText { node, text: "Said once".to_owned() });
        assert_eq!(editor.findings(), found, "the last findings stand until there are new ones");
        assert_eq!(editor.diagnostics().len(), found.len() - 1);
        assert_eq!(editor.findings(), editor.diagnostics());
    }
}
