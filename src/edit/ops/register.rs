//! New entries of the registers, and new groups.

use crate::base::{GroupId, NodeId, Rng, SourceId, SpeakerId};
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::edit::ops::add::Made;
use crate::model::{ArgumentMap, Attribution, Group, Record, RecordId, Source, Speaker};
use crate::tr;

/// Adds a speaker.
pub fn add_speaker(map: &ArgumentMap, rng: &mut Rng, speaker: Speaker) -> Made<SpeakerId> {
    let id = map.free_speaker_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Speaker(id), Some(Record::Speaker(speaker)));
    Made { transaction: draft.finish(tr!("step-add-speaker"), None), id }
}

/// Adds a speaker to whom attributions then go.
pub fn attribute_to_new_speaker(
    map: &ArgumentMap,
    rng: &mut Rng,
    speaker: Speaker,
    attributions: &[NodeId],
) -> Result<Made<SpeakerId>, OpError> {
    let id = map.free_speaker_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Speaker(id), Some(Record::Speaker(speaker)));
    for attribution in attributions {
        let said = map.attribution(*attribution).ok_or(OpError::Missing("attribution"))?;
        let said = Attribution { speaker: Some(id), ..said.clone() };
        draft.set(RecordId::Node(*attribution), Some(Record::Node(said.into())));
    }
    Ok(Made { transaction: draft.finish(tr!("step-add-speaker"), None), id })
}

/// Adds a source in which attributions then stand.
pub fn cite_new_source(map: &ArgumentMap, rng: &mut Rng, source: Source, attributions: &[NodeId]) -> Result<Made<SourceId>, OpError> {
    let id = map.free_source_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Source(id), Some(Record::Source(source)));
    for attribution in attributions {
        let said = map.attribution(*attribution).ok_or(OpError::Missing("attribution"))?;
        let said = Attribution { source: Some(id), ..said.clone() };
        draft.set(RecordId::Node(*attribution), Some(Record::Node(said.into())));
    }
    Ok(Made { transaction: draft.finish(tr!("step-add-source"), None), id })
}

/// Adds a speaker who is then among the authors of a source.
pub fn add_new_author(map: &ArgumentMap, rng: &mut Rng, speaker: Speaker, source: SourceId) -> Result<Made<SpeakerId>, OpError> {
    let mut entry = map.source(source).ok_or(OpError::Missing("source"))?.clone();
    let id = map.free_speaker_id(rng);
    entry.authors.push(id);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Speaker(id), Some(Record::Speaker(speaker)));
    draft.set(RecordId::Source(source), Some(Record::Source(entry)));
    Ok(Made { transaction: draft.finish(tr!("step-add-author"), None), id })
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
    Ok(Made { transaction: draft.finish(tr!("step-add-source"), None), id })
}

/// Adds a group.
pub fn add_group(map: &ArgumentMap, rng: &mut Rng, group: Group) -> Result<Made<GroupId>, OpError> {
    if group.parent.is_some_and(|id| !map.groups().contains_key(&id)) {
        return Err(OpError::Missing("group"));
    }
    let id = map.free_group_id(rng);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Group(id), Some(Record::Group(group)));
    Ok(Made { transaction: draft.finish(tr!("step-add-group"), None), id })
}
