//! What was found about the quotations of the present map. Texts are long: a job of the driver looks them up, and until its answer is
//! there what was found last stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Diagnostic, NodeId};
use crate::editor::Editor;
use crate::provenance::verify::{Checked, failing, findings};

/// What was found last.
#[derive(Debug, Default)]
pub(super) struct Quotations {
    /// The revision that was looked at.
    of: Option<u64>,
    found: Vec<Checked>,
    findings: Vec<Diagnostic>,
    failing: Arc<BTreeSet<NodeId>>,
}

impl Editor {
    /// Every quotation, with what it is of what its source says: as found last.
    pub fn quotations(&self) -> &[Checked] {
        &self.quotations.found
    }

    /// The attributions whose quotation is not what was said; the same set as long as it does not change.
    pub fn misquoting(&self) -> &Arc<BTreeSet<NodeId>> {
        &self.quotations.failing
    }

    /// Whether that is of the present revision.
    pub fn quotations_are_checked(&self) -> bool {
        self.quotations.of == Some(self.revision)
    }

    /// Takes over what a job found in the map of that revision.
    pub fn take_quotations(&mut self, revision: u64, found: Vec<Checked>) {
        if revision != self.revision {
            return;
        }
        let failing = failing(&found);
        if failing != *self.quotations.failing {
            self.quotations.failing = Arc::new(failing);
        }
        self.quotations.findings = findings(&self.map, &found);
        (self.quotations.found, self.quotations.of) = (found, Some(revision));
    }

    /// The quotations that are not what was said, as findings.
    pub(super) fn quotation_findings(&self) -> &[Diagnostic] {
        &self.quotations.findings
    }
}
