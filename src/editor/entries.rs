//! Entries of the registers, and groups.

use crate::base::{NodeId, SourceId};
use crate::edit::ops::{self, Deletion, Made, OpError};
use crate::editor::{Command, Editor, Effect, Entry, Selection};
use crate::model::{Group, Source, SourceKind, Speaker, SpeakerKind};
use crate::tr;

impl Editor {
    pub(super) fn add_blank_speaker(&mut self) {
        self.add_speaker(Speaker::new(SpeakerKind::Person, ""));
    }

    pub(super) fn add_blank_source(&mut self) {
        self.add_source(Source::new(SourceKind::Article, ""));
    }

    pub(super) fn add_speaker(&mut self, speaker: Speaker) {
        let made = ops::add_speaker(&self.map, &mut self.rng, speaker);
        self.perform_new_entry(Ok(made), Entry::Speaker);
    }

    pub(super) fn add_source(&mut self, source: Source) {
        let made = ops::add_source(&self.map, &mut self.rng, source);
        self.perform_new_entry(made, Entry::Source);
    }

    pub(super) fn add_group(&mut self, group: Group) {
        let made = ops::add_group(&self.map, &mut self.rng, group);
        self.perform_new_entry(made, Entry::Group);
    }

    pub(super) fn new_speaker_for(&mut self, attributions: &[NodeId], name: String) {
        let speaker = Speaker::new(SpeakerKind::Person, name);
        let made = ops::attribute_to_new_speaker(&self.map, &mut self.rng, speaker, attributions);
        self.perform(made.map(|made| made.transaction));
    }

    pub(super) fn new_source_for(&mut self, attributions: &[NodeId], title: String) {
        let source = Source::new(SourceKind::Article, title);
        let made = ops::cite_new_source(&self.map, &mut self.rng, source, attributions);
        self.perform(made.map(|made| made.transaction));
    }

    pub(super) fn new_author_for(&mut self, source: SourceId, name: String) {
        let made = ops::add_new_author(&self.map, &mut self.rng, Speaker::new(SpeakerKind::Person, name), source);
        self.perform(made.map(|made| made.transaction));
    }

    fn perform_new_entry<Id>(&mut self, result: Result<Made<Id>, OpError>, entry: impl Fn(Id) -> Entry) {
        match result {
            Ok(made) => {
                if self.commit(made.transaction, Some(Selection::of_entry(entry(made.id)))) {
                    self.effects.push(Effect::FocusInspector);
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    /// What an entry is called.
    pub(super) fn entry_label(&self, entry: Entry) -> String {
        let label = match entry {
            Entry::Speaker(id) => self.map.speaker(id).map(|s| s.label().to_owned()),
            Entry::Source(id) => self.map.source(id).map(|s| s.label().to_owned()),
            Entry::Group(id) => self.map.groups().get(&id).map(|g| g.title.clone()),
        };
        label.unwrap_or_default()
    }

    pub(super) fn delete_entry(&mut self, entry: Entry) {
        match self.entry_deletion(entry) {
            Ok(deletion) => match deletion.also.in_words() {
                Some(also) => {
                    let text = tr!("write-delete-entry", name = self.entry_label(entry), also = also);
                    self.effects.push(Effect::Confirm { text, yes: Box::new(Command::DeleteEntryNow(entry)) });
                }
                None => self.delete_entry_now(entry),
            },
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn delete_entry_now(&mut self, entry: Entry) {
        let result = self.entry_deletion(entry).map(|deletion| deletion.transaction);
        self.perform(result);
    }

    fn entry_deletion(&self, entry: Entry) -> Result<Deletion, OpError> {
        match entry {
            Entry::Speaker(id) => ops::delete_speaker(&self.map, id),
            Entry::Source(id) => ops::delete_source(&self.map, id),
            Entry::Group(id) => ops::delete_group(&self.map, id),
        }
    }
}
