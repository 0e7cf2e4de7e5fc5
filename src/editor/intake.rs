//! Documents that are in the map already: which source a document is the text of, and what was quoted from it before its text was there.

use std::collections::BTreeMap;

use crate::base::{SourceId, SpeakerId};
use crate::edit::ops::NewSource;
use crate::formats::document::Document;
use crate::model::{ArgumentMap, Quote, Source, SourceKind};
use crate::provenance::anchor::{TextIndex, words};
use crate::provenance::verify::read_in;

/// The source of which a document is likely to be the text, or a further version of it: of the same address or else title.
pub fn version_of(map: &ArgumentMap, document: &Document) -> Option<SourceId> {
    let same = |a: &str, b: &str| !a.trim().is_empty() && a.trim().eq_ignore_ascii_case(b.trim());
    let whole = || map.sources().iter().filter(|(_, source)| source.kind != SourceKind::Comment);
    let by_address = whole().find(|(_, source)| same(&source.url, &document.url));
    // Two letters to the editor are one if they are of one day, as far as both say.
    let one_day = |source: &Source| {
        let (one, other) = (source.date.trim(), document.date.trim());
        !document.is_reference || one.starts_with(other) || other.starts_with(one)
    };
    by_address.or_else(|| whole().find(|(_, source)| same(&source.title, &document.title) && one_day(source))).map(|(id, _)| *id)
}

/// Marks those of a document's sources that are in the register already: the document is `known`, and below it a comment of the same
/// author and time on the same source is the same comment.
pub fn recognise(map: &ArgumentMap, sources: &mut [NewSource], known: SourceId) {
    let mut entries: Vec<Option<SourceId>> = Vec::with_capacity(sources.len());
    for new in sources.iter_mut() {
        let found = match new.answers {
            None => Some(known),
            Some(answered) => entries.get(answered).copied().flatten().and_then(|on| comment_on(map, on, new, &entries)),
        };
        new.known = found;
        entries.push(found);
    }
    settle(map, sources);
}

/// Gives the quotes that were made while a source had no text their places in it, with what stands around them: where their words stand
/// there once, or stand at just the place that they remember.
fn settle(map: &ArgumentMap, sources: &mut [NewSource]) {
    let waits = |id: SourceId| map.source(id).is_some_and(|source| source.texts.is_empty());
    let mut place: BTreeMap<SourceId, usize> = BTreeMap::new();
    for (number, new) in sources.iter().enumerate() {
        if let Some(known) = new.known.filter(|id| waits(*id) && !new.source.texts.is_empty()) {
            place.insert(known, number);
        }
    }
    if place.is_empty() {
        return;
    }
    let mut indexes: BTreeMap<usize, TextIndex> = BTreeMap::new();
    for (node, said) in map.attributions().filter(|(_, said)| !said.quotes.is_empty() && said.source.is_none_or(waits)) {
        let order: Vec<usize> = read_in(map, node).into_iter().filter_map(|id| place.get(&id).copied()).collect();
        for (number, quote) in said.quotes.iter().enumerate() {
            let settled = order.iter().find_map(|at| {
                let text = sources.get(*at)?.source.latest_text()?.text();
                let index = indexes.entry(*at).or_insert_with(|| TextIndex::new(text));
                let found = index.resolve(quote).place()?;
                let made = index.quote(text, found).filter(|made| words(&made.exact) == words(&quote.exact))?;
                Some((*at, Quote { exact: quote.exact.clone(), ..made }))
            });
            if let Some((at, quote)) = settled
                && let Some(new) = sources.get_mut(at)
            {
                new.settled.push((node, number, quote));
            }
        }
    }
}

fn comment_on(map: &ArgumentMap, on: SourceId, new: &NewSource, taken: &[Option<SourceId>]) -> Option<SourceId> {
    let wrote = |author: &SpeakerId| {
        let names = map.speaker(*author).map(|speaker| speaker.aliases.iter().chain([&speaker.name]));
        names.is_some_and(|mut names| names.any(|name| new.authors.iter().any(|author| author.trim() == name.trim())))
    };
    let is_it = |source: &Source| {
        source.in_reply_to == Some(on) && !source.date.is_empty() && source.date == new.source.date && source.authors.iter().any(wrote)
    };
    map.sources().iter().find(|(id, source)| is_it(source) && !taken.contains(&Some(**id))).map(|(id, _)| *id)
}
