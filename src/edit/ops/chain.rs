//! A chain of attributions in one step: who says it, who reports that, who reports the report.

use crate::base::{NodeId, NodeKind, Rng, SourceId, SpeakerId};
use crate::edit::draft::Draft;
use crate::edit::ops::add::Made;
use crate::edit::ops::{OpError, check_kinds, need_node};
use crate::model::{ArgumentMap, Attribution, Quotation, Quote, Record, RecordId, Role, Source, SourceKind, Speaker, SpeakerKind, Stance};
use crate::tr;

/// One who speaks in a chain, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// The speaker's name; empty for somebody who is not named.
    pub speaker: String,
    /// What the speaker does with what stands before in the chain.
    pub stance: Stance,
    /// In whose words, where that is known.
    pub quotation: Option<Quotation>,
    /// The title or venue of the source; empty where none is named.
    pub source: String,
    /// When, as precise as stated.
    pub date: String,
    /// The words, where they are quoted.
    pub quote: String,
}

impl ChainLink {
    /// Somebody who does that, and nothing more.
    pub fn new(speaker: impl Into<String>, stance: Stance) -> Self {
        let (source, date, quote) = (String::new(), String::new(), String::new());
        Self { speaker: speaker.into(), stance, quotation: None, source, date, quote }
    }
}

/// The speaker of that name or alias.
pub fn speaker_named(map: &ArgumentMap, name: &str) -> Option<SpeakerId> {
    let same = |other: &str| other.trim().to_lowercase() == name.trim().to_lowercase();
    let by_name = map.speakers().iter().find(|(_, speaker)| same(&speaker.name));
    by_name.or_else(|| map.speakers().iter().find(|(_, speaker)| speaker.aliases.iter().any(|alias| same(alias)))).map(|(id, _)| *id)
}

/// The source of that title, else the only one of that venue.
pub fn source_named(map: &ArgumentMap, name: &str) -> Option<SourceId> {
    let same = |other: &str| other.trim().to_lowercase() == name.trim().to_lowercase();
    if let Some((id, _)) = map.sources().iter().find(|(_, source)| same(&source.title)) {
        return Some(*id);
    }
    let mut of_venue = map.sources().iter().filter(|(_, source)| same(&source.venue)).map(|(id, _)| *id);
    of_venue.next().filter(|_| of_venue.next().is_none())
}

/// Adds a chain of attributions on `content`: the first link says it, each of the others passes on the one before. Speakers and sources
/// that the registers do not have are added to them.
pub fn add_chain(map: &ArgumentMap, rng: &mut Rng, links: &[ChainLink], content: NodeId) -> Result<Made, OpError> {
    need_node(map, content)?;
    check_kinds(NodeKind::Attribution, Role::Content, content)?;
    let mut draft = Draft::new(map);
    let mut new_speakers: Vec<(String, SpeakerId)> = Vec::new();
    let mut new_sources: Vec<(String, SourceId)> = Vec::new();
    let mut at = None;
    for link in links {
        let speaker = named(
            &link.speaker,
            |name| speaker_named(map, name),
            &mut new_speakers,
            |known| std::iter::repeat_with(|| map.free_speaker_id(rng)).find(|id| !known.contains(id)),
        );
        let source = named(
            &link.source,
            |name| source_named(map, name),
            &mut new_sources,
            |known| std::iter::repeat_with(|| map.free_source_id(rng)).find(|id| !known.contains(id)),
        );
        let quote = link.quote.trim();
        let quotes = if quote.is_empty() { Vec::new() } else { vec![Quote { exact: quote.to_owned(), ..Quote::default() }] };
        let date = link.date.trim().to_owned();
        let said = Attribution { source, quotation: link.quotation, quotes, date, ..Attribution::new(speaker, link.stance) };
        let id = draft.add_node(said.into(), rng);
        draft.add_edge(id, Role::Content, at.unwrap_or(content));
        at = Some(id);
    }
    for (name, id) in new_speakers {
        draft.set(RecordId::Speaker(id), Some(Record::Speaker(Speaker::new(SpeakerKind::Person, name))));
    }
    for (title, id) in new_sources {
        draft.set(RecordId::Source(id), Some(Record::Source(Source::new(SourceKind::Article, title))));
    }
    let id = at.ok_or(OpError::Nothing("attribution"))?;
    Ok(Made { transaction: draft.finish(tr!("step-add-chain"), None), id })
}

/// The entry of that name: known, or new in this chain.
fn named<Id: Copy>(
    name: &str,
    known: impl Fn(&str) -> Option<Id>,
    new: &mut Vec<(String, Id)>,
    make: impl FnOnce(&[Id]) -> Option<Id>,
) -> Option<Id> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    if let Some(id) = known(name).or_else(|| new.iter().find(|(other, _)| other.to_lowercase() == name.to_lowercase()).map(|(_, id)| *id)) {
        return Some(id);
    }
    let taken: Vec<Id> = new.iter().map(|(_, id)| *id).collect();
    let id = make(&taken)?;
    new.push((name.to_owned(), id));
    Some(id)
}
