//! Proposals from texts, accepted or dismissed.

use crate::base::SourceId;
use crate::edit::ops::{self, Heard};
use crate::editor::{Editor, Selection};
use crate::provenance::anchor::TextIndex;
use crate::provenance::proposals;
use crate::provenance::suggest::Proposal;
use crate::tr;

impl Editor {
    pub(super) fn accept_proposals(&mut self, source: SourceId, accepted: &[Proposal]) {
        let text = self.map.source(source).and_then(|entry| entry.latest_text()).map(|text| text.text().to_owned());
        let Some(text) = text else { return self.refuse(tr!("proposals-no-text")) };
        let index = TextIndex::new(&text);
        let heard = accepted
            .iter()
            .map(|proposal| {
                let (claim, attribution) = proposals::drafted(&text, &index, source, proposal);
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

    pub(super) fn dismiss_proposals(&mut self, source: SourceId, dismissed: &[Proposal]) {
        let marks: Vec<String> = dismissed.iter().map(proposals::mark).collect();
        let done = ops::dismiss(&self.map, source, &marks);
        self.perform(done);
    }
}
