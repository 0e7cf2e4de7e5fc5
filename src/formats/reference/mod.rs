//! The source register as lists of references, out and in: CSL-JSON and BibTeX.

pub mod bibtex;
pub mod csl;

use std::collections::BTreeMap;

use crate::base::SpeakerId;
use crate::base::date::read_date;
use crate::formats::{Loss, Lost};
use crate::model::{ArgumentMap, MapBuilder, Source, SourceKind, Speaker, SpeakerKind};

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Name {
    /// A person; what stands before the last name may be missing.
    Person { given: String, family: String },
    /// Who has one name only: an organisation, a pseudonym.
    Literal(String),
}

/// A source as lists of references have it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reference {
    key: String,
    kind: SourceKind,
    title: String,
    authors: Vec<Name>,
    venue: String,
    date: String,
    url: String,
    archive_url: String,
    note: String,
}

/// The sources that may be told, by id.
fn references(map: &ArgumentMap) -> Vec<Reference> {
    let withheld = map.withheld_sources();
    let told = map.sources().iter().filter(|(id, source)| !withheld.contains(id) && !source.confidential);
    told.map(|(id, source)| Reference {
        key: id.to_string(),
        kind: source.kind,
        title: source.title.trim().to_owned(),
        authors: source.authors.iter().filter_map(|author| map.speaker(*author)).map(name_of).collect(),
        venue: source.venue.trim().to_owned(),
        date: source.date.trim().to_owned(),
        url: source.url.trim().to_owned(),
        archive_url: source.archive_url.trim().to_owned(),
        note: source.note.trim().to_owned(),
    })
    .collect()
}

fn name_of(speaker: &Speaker) -> Name {
    let name = speaker.label().trim();
    match name.rsplit_once(' ') {
        Some((given, family)) if speaker.kind == SpeakerKind::Person && !speaker.confidential => {
            Name::Person { given: given.trim().to_owned(), family: family.to_owned() }
        }
        _ => Name::Literal(name.to_owned()),
    }
}

/// A map that has the sources and their authors and nothing else.
fn map_of(references: Vec<Reference>) -> ArgumentMap {
    let mut b = MapBuilder::new(0);
    let mut known: BTreeMap<String, SpeakerId> = BTreeMap::new();
    for reference in references {
        let authors = reference.authors.into_iter().map(|name| {
            let (kind, name) = match name {
                Name::Person { given, family } => (SpeakerKind::Person, format!("{given} {family}").trim().to_owned()),
                Name::Literal(name) => (SpeakerKind::Organisation, name),
            };
            *known.entry(name.clone()).or_insert_with(|| b.speaker(Speaker::new(kind, name)))
        });
        let authors = authors.collect();
        let Reference { kind, title, venue, date, url, archive_url, note, key, .. } = reference;
        b.source(Source { authors, venue, date, url, archive_url, note, origin: key, ..Source::new(kind, title) });
    }
    b.finish()
}

/// Lists of references have sources and their authors, and nothing of what is said in them.
fn losses(map: &ArgumentMap) -> Vec<Loss> {
    let mut lost = Lost::default();
    lost.add("loss-claims", map.claims().count());
    lost.add("loss-relations", map.relations().count());
    lost.add("loss-attributions", map.attributions().count());
    lost.add("loss-replies", map.sources().values().filter(|source| source.in_reply_to.is_some()).count());
    lost.add("loss-texts", Lost::texts(map));
    lost.add("loss-groups", map.groups().len());
    lost.add("loss-places", map.views().values().map(|view| view.placements.len()).sum());
    lost.into_losses()
}

/// A date as the map writes it, where that can be read.
fn date_from(text: &str) -> String {
    let text = text.trim();
    if crate::base::date::is_stated_date(text) { text.to_owned() } else { read_date(text).unwrap_or_else(|| text.to_owned()) }
}
