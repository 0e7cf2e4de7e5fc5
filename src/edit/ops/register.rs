//! New entries of the registers, and new groups.

use crate::base::{GroupId, Rng, SourceId, SpeakerId};
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::edit::ops::add::Made;
use crate::model::{ArgumentMap, Group, Record, RecordId, Source, Speaker};

/// Adds a speaker.
pub fn add_speaker(map: &ArgumentMap, rng: &mut Rng, speaker: Speaker) -> Made<SpeakerId> {
    let id = map.free_speaker_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Speaker(id), Some(Record::Speaker(speaker)));
    Made { transaction: draft.finish("Add speaker", None), id }
}

/// Adds a source.
pub fn add_source(map: &ArgumentMap, rng: &mut Rng, source: Source) -> Result<Made<SourceId>, OpError> {
    if source.authors.iter().any(|id| map.speaker(*id).is_none()) {
        return Err(OpError::Missing("speaker"));
    }
    if source.in_reply_to.is_some_and(|id| map.source(id).is_none()) {
        return Err(OpError::Missing("source"));
    }
    let id = map.free_source_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Source(id), Some(Record::Source(source)));
    Ok(Made { transaction: draft.finish("Add source", None), id })
}

/// Adds a group.
pub fn add_group(map: &ArgumentMap, rng: &mut Rng, group: Group) -> Result<Made<GroupId>, OpError> {
    if group.parent.is_some_and(|id| !map.groups().contains_key(&id)) {
        return Err(OpError::Missing("group"));
    }
    let id = map.free_group_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Group(id), Some(Record::Group(group)));
    Ok(Made { transaction: draft.finish("Add group", None), id })
}
