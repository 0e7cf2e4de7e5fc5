//! What was found about the quotations and origins of the present map. Texts are long: a job of the driver looks them up, and until its
//! answer is there what was found last stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::lang::{Language, language};
use crate::base::{Diagnostic, NodeId};
use crate::editor::Editor;
use crate::model::ArgumentMap;
use crate::provenance::copies::Copies;
use crate::provenance::marks::{Cautions, cautions};
use crate::provenance::verify::{Checked, failing, findings};

/// What was found last.
#[derive(Debug, Default)]
pub(super) struct Quotations {
    /// The revision that was looked at.
    of: Option<u64>,
    found: Vec<Checked>,
    findings: Vec<Diagnostic>,
    failing: Arc<BTreeSet<NodeId>>,
    copies: Copies,
    cautions: Arc<Cautions>,
    /// The language of the cautions.
    language: Language,
}

/// What looking up all quotations of a map brings to light.
#[derive(Debug, Default)]
pub struct LookedUp {
    /// Every quotation.
    pub found: Vec<Checked>,
    /// What the sources' texts have in common.
    pub copies: Copies,
    /// What to be careful about in each claim.
    pub cautions: Cautions,
}

impl LookedUp {
    /// Makes of the quotations what follows from them.
    pub fn of(map: &ArgumentMap, found: Vec<Checked>) -> Self {
        let copies = Copies::of(&found);
        let cautions = cautions(map, &copies);
        Self { found, copies, cautions }
    }
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

    /// What the sources' texts have in common: as found last.
    pub fn copies(&self) -> &Copies {
        &self.quotations.copies
    }

    /// What to be careful about in each claim; the same as long as it does not change.
    pub fn cautions(&self) -> &Arc<Cautions> {
        &self.quotations.cautions
    }

    /// Whether that is of the present revision, in the present language.
    pub fn quotations_are_checked(&self) -> bool {
        self.quotations.of == Some(self.revision) && self.quotations.language == language()
    }

    /// Takes over what a job found in the map of that revision.
    pub fn take_quotations(&mut self, revision: u64, looked_up: LookedUp) {
        if revision != self.revision {
            return;
        }
        let LookedUp { found, copies, cautions } = looked_up;
        if cautions != *self.quotations.cautions {
            self.quotations.cautions = Arc::new(cautions);
        }
        if copies != self.quotations.copies {
            // On how many origins claims rest may be found otherwise now.
            self.quotations.copies = copies;
            self.findings.outdate();
        }
        self.quotations.language = language();
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
