//! Merging entries of the registers.

use crate::base::{SourceId, SpeakerId};
use crate::edit::ops::{self, Merger, OpError};
use crate::editor::{Command, Editor, Effect, Entry, Selection};
use crate::tr;

impl Editor {
    /// Asks whether entries should become one, naming what changes.
    pub(super) fn merge_entries(&mut self, into: Entry, others: Vec<Entry>) {
        match self.merger(into, &others) {
            Ok(merger) => {
                let names: Vec<String> = others.iter().filter(|o| **o != into).map(|other| self.entry_label(*other)).collect();
                let text = tr!(
                    "merge-question",
                    names = names.join(", "),
                    into = self.entry_label(into),
                    attributions = merger.attributions,
                    records = merger.sources + merger.speakers,
                );
                self.effects.push(Effect::Confirm { text, yes: Box::new(Command::MergeEntriesNow { into, others }) });
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn merge_entries_now(&mut self, into: Entry, others: &[Entry]) {
        match self.merger(into, others) {
            Ok(merger) => drop(self.commit(merger.transaction, Some(Selection::of_entry(into)))),
            Err(error) => self.refuse(error.to_string()),
        }
    }

    fn merger(&self, into: Entry, others: &[Entry]) -> Result<Merger, OpError> {
        match into {
            Entry::Speaker(id) => {
                let speaker = |entry: &Entry| if let Entry::Speaker(id) = entry { Some(*id) } else { None };
                let others: Vec<SpeakerId> = others.iter().filter_map(speaker).collect();
                ops::merge_speakers(&self.map, id, &others)
            }
            Entry::Source(id) => {
                let source = |entry: &Entry| if let Entry::Source(id) = entry { Some(*id) } else { None };
                let others: Vec<SourceId> = others.iter().filter_map(source).collect();
                ops::merge_sources(&self.map, id, &others)
            }
            Entry::Group(_) => Err(OpError::Nothing("merge")),
        }
    }
}
