//! What texts say that somebody says: proposals that were accepted become claims with attributions, those dismissed are remembered.

use std::collections::BTreeMap;

use crate::base::{NodeId, Rng, SourceId, SpeakerId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::{Made, OpError};
use crate::model::{ArgumentMap, Attribution, Claim, Record, RecordId, Role, Speaker, SpeakerKind, Stance};
use crate::tr;

/// A claim that a text attributes to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// What is said.
    pub claim: Claim,
    /// Who says it. Whoever is in the register under exactly that name is meant; others are added; nobody where it is empty.
    pub speaker: String,
    /// How and where; its speaker is found by name.
    pub attribution: Attribution,
}

/// Adds claims with who says them, in one step. Who writes that somebody else says something passes it on: the author's report is about
/// what that one says, and it is the report that stands in the source. The ids are those of the outer attributions.
pub fn hear(map: &ArgumentMap, rng: &mut Rng, heard: Vec<Heard>) -> Result<Made<Vec<NodeId>>, OpError> {
    if heard.is_empty() {
        return Err(OpError::Nothing("accept"));
    }
    let mut draft = Draft::new(map);
    let mut known: BTreeMap<String, SpeakerId> = BTreeMap::new();
    for (id, speaker) in map.speakers().iter().rev() {
        for name in speaker.aliases.iter().chain([&speaker.name]).filter(|name| !name.trim().is_empty()) {
            known.insert(name.trim().to_owned(), *id);
        }
    }
    let label = tr!("step-accept-proposals", count = heard.len());
    let mut ids = Vec::with_capacity(heard.len());
    for Heard { claim, speaker, mut attribution } in heard {
        if attribution.source.is_some_and(|id| map.source(id).is_none()) {
            return Err(OpError::Missing("source"));
        }
        let name = speaker.trim();
        attribution.speaker = match (name, known.get(name)) {
            ("", _) => None,
            (_, Some(id)) => Some(*id),
            (name, None) => {
                let id = loop {
                    let id = map.free_speaker_id(rng);
                    if !draft.has(RecordId::Speaker(id)) {
                        break id;
                    }
                };
                draft.set(RecordId::Speaker(id), Some(Record::Speaker(Speaker::new(SpeakerKind::Person, name))));
                known.insert(name.to_owned(), id);
                Some(id)
            }
        };
        let claim = draft.add_node(claim.into(), rng);
        let authors = attribution.source.and_then(|id| map.source(id)).map_or(&[][..], |source| &source.authors);
        let tells = !attribution.speaker.is_some_and(|speaker| authors.contains(&speaker));
        let content = match authors.first().copied().filter(|_| tells) {
            None => claim,
            Some(author) => {
                let told = Attribution::new(attribution.speaker, attribution.stance);
                (attribution.speaker, attribution.stance) = (Some(author), Stance::Reports);
                let told = draft.add_node(told.into(), rng);
                draft.add_edge(told, Role::Content, claim);
                told
            }
        };
        let id = draft.add_node(attribution.into(), rng);
        draft.add_edge(id, Role::Content, content);
        ids.push(id);
    }
    Ok(Made { transaction: draft.finish(label, None), id: ids })
}

/// Remembers that proposals from a source's text were dismissed, by their marks.
pub fn dismiss(map: &ArgumentMap, source: SourceId, marks: &[String]) -> Result<Transaction, OpError> {
    let mut entry = map.source(source).ok_or(OpError::Missing("source"))?.clone();
    for mark in marks {
        if !entry.dismissed.contains(mark) {
            entry.dismissed.push(mark.clone());
        }
    }
    let mut draft = Draft::new(map);
    draft.set(RecordId::Source(source), Some(Record::Source(entry)));
    Ok(draft.finish(tr!("step-dismiss-proposals", count = marks.len()), None))
}
