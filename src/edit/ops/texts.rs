//! Sources with their texts: importing them, further versions.

use std::collections::BTreeMap;

use crate::base::{NodeId, Rng, SourceId, SpeakerId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::{Made, OpError};
use crate::model::{ArgumentMap, Attribution, Node, Quote, Record, RecordId, Source, SourceText, Speaker, SpeakerKind};
use crate::tr;

/// A source that is to be added, with what it does not know ids for yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource {
    /// The entry itself.
    pub source: Source,
    /// Names of authors. Whoever is in the register under exactly that name is meant; others are added.
    pub authors: Vec<String>,
    /// Which of the sources added before it in the same step it answers.
    pub answers: Option<usize>,
    /// The entry of the register that it is: that one gets the text, and what it does not say itself.
    pub known: Option<SourceId>,
    /// Quotes, by attribution and number, that were made without the text and have their place in it now.
    pub settled: Vec<(NodeId, usize, Quote)>,
}

/// Adds sources that belong together, such as an article with its comments, in one step. Entries that are there already get what they lack.
pub fn add_sources(map: &ArgumentMap, rng: &mut Rng, sources: Vec<NewSource>) -> Result<Made<Vec<SourceId>>, OpError> {
    if sources.is_empty() {
        return Err(OpError::Nothing("import"));
    }
    let mut draft = Draft::new(map);
    let mut known: BTreeMap<String, SpeakerId> = BTreeMap::new();
    for (id, speaker) in map.speakers().iter().rev() {
        for name in speaker.aliases.iter().chain([&speaker.name]).filter(|name| !name.trim().is_empty()) {
            known.insert(name.trim().to_owned(), *id);
        }
    }
    let mut ids: Vec<SourceId> = Vec::with_capacity(sources.len());
    let label = tr!("step-import-sources", count = sources.len());
    let mut changed = false;
    let mut said: BTreeMap<NodeId, Option<Attribution>> = BTreeMap::new();
    for NewSource { mut source, authors, answers, known: entry, settled } in sources {
        let entry = entry.and_then(|id| Some((id, map.source(id)?)));
        // Who wrote what is known already is known too.
        let authors = if entry.is_some_and(|(_, entry)| !entry.authors.is_empty()) { Vec::new() } else { authors };
        for name in authors.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            let author = match known.get(name) {
                Some(id) => *id,
                None => {
                    let id = free(|| map.free_speaker_id(rng), |id| draft.has(RecordId::Speaker(id)));
                    draft.set(RecordId::Speaker(id), Some(Record::Speaker(Speaker::new(SpeakerKind::Person, name))));
                    known.insert(name.to_owned(), id);
                    id
                }
            };
            if !source.authors.contains(&author) {
                source.authors.push(author);
            }
        }
        if let Some(answered) = answers {
            source.in_reply_to = Some(*ids.get(answered).ok_or(OpError::Missing("source"))?);
        }
        let (id, source) = match entry {
            Some((id, entry)) => (id, completed(entry, source)),
            None => (free(|| map.free_source_id(rng), |id| draft.has(RecordId::Source(id))), source),
        };
        if map.source(id) != Some(&source) {
            changed = true;
            draft.set(RecordId::Source(id), Some(Record::Source(source)));
        }
        ids.push(id);
        for (node, number, quote) in settled {
            let Some(said) = said.entry(node).or_insert_with(|| map.attribution(node).cloned()) else { continue };
            if let Some(old) = said.quotes.get_mut(number) {
                *old = quote;
            }
        }
    }
    for (node, said) in said.into_iter().filter_map(|(node, said)| Some((node, said?))) {
        draft.set(RecordId::Node(node), Some(Record::Node(Node::Attribution(said))));
    }
    if !changed {
        return Err(OpError::SameText);
    }
    Ok(Made { transaction: draft.finish(label, None), id: ids })
}

/// An entry with what it does not say itself, and the text as a further version where it is another.
fn completed(entry: &Source, read: Source) -> Source {
    let mut entry = entry.clone();
    for (own, other) in
        [(&mut entry.title, read.title), (&mut entry.venue, read.venue), (&mut entry.date, read.date), (&mut entry.url, read.url)]
    {
        if own.trim().is_empty() {
            *own = other;
        }
    }
    if entry.authors.is_empty() {
        entry.authors = read.authors;
    }
    entry.in_reply_to = entry.in_reply_to.or(read.in_reply_to);
    entry.confidential |= read.confidential;
    for text in read.texts {
        if entry.latest_text().is_none_or(|latest| latest.sha256() != text.sha256()) {
            entry.texts.push(text);
        }
    }
    entry
}

fn free<Id: Copy>(mut next: impl FnMut() -> Id, taken: impl Fn(Id) -> bool) -> Id {
    loop {
        let id = next();
        if !taken(id) {
            return id;
        }
    }
}

/// Adds a version to the text of a source; what is there stays.
pub fn add_text(map: &ArgumentMap, source: SourceId, text: SourceText) -> Result<Transaction, OpError> {
    let mut entry = map.source(source).ok_or(OpError::Missing("source"))?.clone();
    if entry.latest_text().is_some_and(|latest| latest.sha256() == text.sha256()) {
        return Err(OpError::SameText);
    }
    entry.texts.push(text);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Source(source), Some(Record::Source(entry)));
    Ok(draft.finish(tr!("step-add-version"), None))
}

/// Removes a version, counted from the oldest, of the text of a source.
pub fn remove_text(map: &ArgumentMap, source: SourceId, version: usize) -> Result<Transaction, OpError> {
    let mut entry = map.source(source).ok_or(OpError::Missing("source"))?.clone();
    if version >= entry.texts.len() {
        return Err(OpError::Missing("text"));
    }
    entry.texts.remove(version);
    let mut draft = Draft::new(map);
    draft.set(RecordId::Source(source), Some(Record::Source(entry)));
    Ok(draft.finish(tr!("step-remove-text"), None))
}
