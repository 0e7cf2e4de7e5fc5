//! Proposals from texts, accepted or dismissed.

use crate::base::SourceId;
use crate::edit::ops::{self, Heard};
use crate::editor::{Editor, Selection};
use crate::provenance::proposals;
use crate::provenance::suggest::Proposal;
use crate::provenance::trace::claim_of;
use crate::tr;

impl Editor {
    pub(super) fn accept_proposals(&mut self, source: SourceId, accepted: &[Proposal]) {
        let map = self.map.clone();
        let Some(stored) = map.source(source).and_then(|entry| entry.latest_text()) else {
            return self.refuse(tr!("proposals-no-text"));
        };
        let (text, index) = (stored.text(), self.index_of(stored));
        let heard = accepted
            .iter()
            .map(|proposal| {
                let (claim, attribution) = proposals::drafted(text, &index, source, proposal);
                Heard { claim, speaker: proposal.speaker.clone(), attribution }
            })
            .collect();
        match ops::hear(&self.map, &mut self.rng, heard) {
            Ok(made) => {
                self.commit(made.transaction, Some(Selection::of_all(made.id)));
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    /// Accepts a proposal and opens the inline editor on its claim.
    pub(super) fn accept_to_edit(&mut self, source: SourceId, proposal: Proposal) {
        let before = self.revision;
        self.accept_proposals(source, &[proposal]);
        let claim = self.selection.lead().and_then(|said| claim_of(&self.map, said));
        if let Some(claim) = claim.filter(|_| self.revision != before) {
            self.edit_text(claim);
        }
    }

    pub(super) fn dismiss_proposals(&mut self, source: SourceId, dismissed: &[Proposal]) {
        let marks: Vec<String> = dismissed.iter().map(proposals::mark).collect();
        let done = ops::dismiss(&self.map, source, &marks);
        self.perform(done);
    }
}
