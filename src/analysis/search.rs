//! Finding words in a map: in claims, relations and attributions, and in the speakers and sources that attributions name.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::base::fold::Folded;
use crate::base::{NodeId, SourceId, SpeakerId};
use crate::model::{ArgumentMap, Attribution, Node, Source, Speaker};

/// More words than this are not looked for.
const MAX_WORDS: usize = 32;

/// A field that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What a claim says.
    Text,
    /// A title.
    Title,
    /// Remarks of the author.
    Note,
    /// A tag.
    Tag,
    /// Cause or effect of a cause claim.
    Cause,
    /// The scheme of a relation.
    Scheme,
    /// Quoted words.
    Quote,
    /// The word that marks an attribution.
    Cue,
    /// A speaker's name.
    Name,
    /// Another name of a speaker.
    Alias,
    /// A speaker's role.
    Role,
    /// Whom a speaker belongs to.
    Affiliation,
    /// Where a source appeared.
    Venue,
    /// When, as it is written.
    Date,
    /// A source's address.
    Address,
}

/// Whose words they are; and what a hit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// A claim, relation or attribution.
    Node(NodeId),
    /// A speaker.
    Speaker(SpeakerId),
    /// A source.
    Source(SourceId),
}

/// Where words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose field.
    pub owner: Owner,
    /// Which field.
    pub field: Field,
    /// Which one of several (tags, aliases, quotes), from 0.
    pub number: usize,
    /// The words in the field's text, in bytes, in order.
    pub ranges: Vec<Range<usize>>,
}

#[derive(Clone, Debug)]
struct Entry {
    /// Of the words as they are in the map: another number means that they have changed.
    hash: u64,
    texts: Vec<(Field, Folded)>,
}

/// The words of a map, folded once and kept as long as they stay the same.
#[derive(Clone, Debug, Default)]
pub struct Index {
    nodes: Vec<(NodeId, Entry)>,
    speakers: Vec<(SpeakerId, Entry)>,
    sources: Vec<(SourceId, Entry)>,
}

impl Index {
    /// Follows the map: what is new or has changed is folded.
    pub fn update(&mut self, map: &ArgumentMap) {
        follow(&mut self.nodes, map.nodes(), |node, each| node_fields(node, each));
        follow(&mut self.speakers, map.speakers().iter().map(|(id, s)| (*id, s)), |speaker, each| speaker_fields(speaker, each));
        follow(&mut self.sources, map.sources().iter().map(|(id, s)| (*id, s)), |source, each| source_fields(source, each));
    }

    /// Everything in which all words occur, by id: nodes, by their own words or those of the speaker, the source and its authors that
    /// they name; then the entries that no node names. Words are folded ([`crate::base::fold::words`]).
    pub fn search(&self, map: &ArgumentMap, words: &[String]) -> Vec<Owner> {
        let words = words.get(..MAX_WORDS).unwrap_or(words);
        if words.is_empty() {
            return Vec::new();
        }
        let all = u32::MAX >> (MAX_WORDS - words.len());
        let found_in = |entry: &Entry| words.iter().enumerate().fold(0, |found, (i, word)| found | u32::from(entry.has(word)) << i);
        let speakers: BTreeMap<SpeakerId, u32> = self.speakers.iter().map(|(id, entry)| (*id, found_in(entry))).collect();
        let of_speaker = |id: &SpeakerId| speakers.get(id).copied().unwrap_or(0);
        let sources: BTreeMap<SourceId, u32> = self
            .sources
            .iter()
            .map(|(id, entry)| {
                let authors = map.source(*id).map_or(&[][..], |s| &s.authors);
                (*id, authors.iter().fold(found_in(entry), |found, author| found | of_speaker(author)))
            })
            .collect();
        let named = |attribution: &Attribution| {
            attribution.speaker.as_ref().map_or(0, of_speaker) | attribution.source.and_then(|id| sources.get(&id).copied()).unwrap_or(0)
        };
        let registers_matter = speakers.values().chain(sources.values()).any(|found| *found != 0);

        let mut hits: Vec<Owner> = Vec::new();
        let mut own = self.nodes.iter().peekable();
        if registers_matter {
            let (mut used_speakers, mut used_sources) = (BTreeSet::new(), BTreeSet::new());
            for (id, attribution) in map.attributions() {
                used_speakers.extend(attribution.speaker);
                if let Some(source) = attribution.source {
                    used_sources.insert(source);
                    used_speakers.extend(map.source(source).iter().flat_map(|s| &s.authors));
                }
                while let Some((node, entry)) = own.next_if(|(node, _)| *node < id) {
                    hits.extend((found_in(entry) == all).then_some(Owner::Node(*node)));
                }
                let words_of_its_own = own.next_if(|(node, _)| *node == id).map_or(0, |(_, entry)| found_in(entry));
                hits.extend((words_of_its_own | named(attribution) == all).then_some(Owner::Node(id)));
            }
            hits.extend(own.filter(|(_, entry)| found_in(entry) == all).map(|(node, _)| Owner::Node(*node)));
            let unused = |id: &SpeakerId| !used_speakers.contains(id);
            hits.extend(speakers.iter().filter(|(id, found)| **found == all && unused(id)).map(|(id, _)| Owner::Speaker(*id)));
            let unused = |id: &SourceId| !used_sources.contains(id);
            hits.extend(sources.iter().filter(|(id, found)| **found == all && unused(id)).map(|(id, _)| Owner::Source(*id)));
        } else {
            hits.extend(own.filter(|(_, entry)| entry.has_all(words)).map(|(node, _)| Owner::Node(*node)));
        }
        hits
    }

    /// Where words occur in what a hit is about, its own fields first.
    pub fn places(&self, map: &ArgumentMap, hit: Owner, words: &[String]) -> Vec<Place> {
        let mut places = self.own_places(hit, words);
        let mut register = Vec::new();
        if let Owner::Node(node) = hit
            && let Some(attribution) = map.attribution(node)
        {
            register.extend(attribution.speaker.map(Owner::Speaker));
            register.extend(attribution.source.map(Owner::Source));
        }
        let source = match hit {
            Owner::Source(id) => Some(id),
            Owner::Node(node) => map.attribution(node).and_then(|a| a.source),
            Owner::Speaker(_) => None,
        };
        for author in source.and_then(|id| map.source(id)).map_or(&[][..], |s| &s.authors) {
            if !register.contains(&Owner::Speaker(*author)) {
                register.push(Owner::Speaker(*author));
            }
        }
        places.extend(register.into_iter().flat_map(|owner| self.own_places(owner, words)));
        places
    }

    fn own_places(&self, owner: Owner, words: &[String]) -> Vec<Place> {
        let entry = match owner {
            Owner::Node(id) => entry_of(&self.nodes, id),
            Owner::Speaker(id) => entry_of(&self.speakers, id),
            Owner::Source(id) => entry_of(&self.sources, id),
        };
        let mut places: Vec<Place> = Vec::new();
        let mut counts: BTreeMap<Field, usize> = BTreeMap::new();
        for (field, folded) in entry.map_or(&[][..], |e| &e.texts) {
            let count = counts.entry(*field).or_default();
            let ranges = ranges(folded, words);
            if !ranges.is_empty() {
                places.push(Place { owner, field: *field, number: *count, ranges });
            }
            *count += 1;
        }
        places
    }
}

impl Entry {
    fn has(&self, word: &str) -> bool {
        self.texts.iter().any(|(_, text)| text.contains(word))
    }

    fn has_all(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.has(word))
    }
}

/// Where any of the words stands in a text, in order; what overlaps is joined.
pub fn ranges(text: &Folded, words: &[String]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = words.iter().flat_map(|word| text.find_all(word)).collect();
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// The text in which a place is.
pub fn text_of(map: &ArgumentMap, place: &Place) -> Option<String> {
    let (mut number, mut found) = (0, None);
    let mut each = |field: Field, text: &str| {
        if field == place.field {
            if number == place.number {
                found = Some(text.to_owned());
            }
            number += 1;
        }
    };
    match place.owner {
        Owner::Node(id) => node_fields(map.node(id)?, &mut each),
        Owner::Speaker(id) => speaker_fields(map.speaker(id)?, &mut each),
        Owner::Source(id) => source_fields(map.source(id)?, &mut each),
    }
    found.filter(|text| place.ranges.last().is_none_or(|range| text.get(range.clone()).is_some()))
}

fn entry_of<Id: Ord + Copy>(entries: &[(Id, Entry)], id: Id) -> Option<&Entry> {
    let at = entries.binary_search_by_key(&id, |(id, _)| *id).ok()?;
    entries.get(at).map(|(_, entry)| entry)
}

/// What walks over the fields of a record.
type Each<'a> = &'a mut dyn FnMut(Field, &str);

/// Brings a list up to the records, both in the order of their ids. Records without words have no entry.
fn follow<Id: Ord + Copy, R>(entries: &mut Vec<(Id, Entry)>, records: impl Iterator<Item = (Id, R)>, fields: impl Fn(&R, Each<'_>)) {
    let mut old = std::mem::take(entries).into_iter().peekable();
    for (id, record) in records {
        let (mut hasher, mut any) = (DefaultHasher::new(), false);
        fields(&record, &mut |field, text| {
            any = true;
            (field as u8, text).hash(&mut hasher);
        });
        while old.next_if(|(kept, _)| *kept < id).is_some() {}
        let kept = old.next_if(|(kept, _)| *kept == id);
        if !any {
            continue;
        }
        let hash = hasher.finish();
        let entry = kept.map(|(_, entry)| entry).filter(|entry| entry.hash == hash).unwrap_or_else(|| {
            let mut texts = Vec::new();
            fields(&record, &mut |field, text| texts.push((field, Folded::new(text))));
            Entry { hash, texts }
        });
        entries.push((id, entry));
    }
}

fn put(each: Each<'_>, field: Field, text: &str) {
    if !text.is_empty() {
        each(field, text);
    }
}

/// Texts of a list keep their numbers: empty ones count.
fn put_all<'a>(each: Each<'_>, field: Field, texts: impl IntoIterator<Item = &'a String>) {
    texts.into_iter().for_each(|text| each(field, text));
}

fn node_fields(node: &Node, each: Each<'_>) {
    match node {
        Node::Claim(claim) => {
            put(each, Field::Text, &claim.text);
            put(each, Field::Title, &claim.title);
            put_all(each, Field::Tag, &claim.tags);
            put(each, Field::Cause, &claim.cause);
            put(each, Field::Cause, &claim.effect);
            put(each, Field::Note, &claim.note);
        }
        Node::Relation(relation) => {
            put(each, Field::Title, &relation.title);
            put(each, Field::Scheme, &relation.scheme);
            put_all(each, Field::Tag, &relation.tags);
            put(each, Field::Note, &relation.note);
        }
        Node::Attribution(attribution) => {
            put_all(each, Field::Quote, attribution.quotes.iter().map(|q| &q.exact));
            put(each, Field::Cue, &attribution.cue);
            put(each, Field::Date, &attribution.date);
            put_all(each, Field::Tag, &attribution.tags);
            put(each, Field::Note, &attribution.note);
        }
    }
}

fn speaker_fields(speaker: &Speaker, each: Each<'_>) {
    put(each, Field::Name, &speaker.name);
    put_all(each, Field::Alias, &speaker.aliases);
    put(each, Field::Role, &speaker.role);
    put(each, Field::Affiliation, &speaker.affiliation);
    put(each, Field::Note, &speaker.note);
}

fn source_fields(source: &Source, each: Each<'_>) {
    put(each, Field::Title, &source.title);
    put(each, Field::Venue, &source.venue);
    put(each, Field::Date, &source.date);
    put(each, Field::Address, &source.url);
    put(each, Field::Note, &source.note);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fold::words;
    use crate::model::{Claim, MapBuilder, Quote, SourceKind, SpeakerKind, Stance};

    /// Two claims with everything that can be searched, and what leads to what.
    fn map() -> ArgumentMap {
        let mut b = MapBuilder::new(3);
        let nader =
            b.node(Claim { note: "Über Florida".into(), tags: vec!["spoiler".into()], ..Claim::new("Nader cost Gore the election") });
        let cafe = b.claim("Cafés were full; the café owner says so");
        b.support(&[cafe], nader);
        let troy = b.speaker(Speaker { aliases: vec!["G. Troy".into()], ..Speaker::new(SpeakerKind::Person, "Gil Troy") });
        let editor = b.speaker(Speaker::new(SpeakerKind::Person, "Ann Editor"));
        b.speaker(Speaker::new(SpeakerKind::Person, "Nobody Asked"));
        let time = b.source(Source { authors: vec![editor], venue: "Time".into(), ..Source::new(SourceKind::Article, "The myth") });
        let quote = Quote { exact: "a spoiler, plainly".into(), ..Quote::default() };
        b.attribute(Attribution { source: Some(time), quotes: vec![quote], ..Attribution::new(Some(troy), Stance::Asserts) }, nader);
        b.finish()
    }

    #[test]
    fn words_are_found_where_they_stand() {
        let map = map();
        let mut index = Index::default();
        index.update(&map);
        let seen = |query: &str| -> Vec<String> {
            let words = words(query);
            let name = |hit: &Owner| match hit {
                Owner::Node(id) => {
                    map.claim(*id).map_or("attribution".to_owned(), |c| c.text.split(' ').next().unwrap_or_default().to_owned())
                }
                Owner::Speaker(id) => format!("speaker {}", map.speaker(*id).map_or("", |s| s.name.as_str())),
                Owner::Source(_) => "source".to_owned(),
            };
            let mut seen: Vec<String> = index
                .search(&map, &words)
                .iter()
                .map(|hit| {
                    let fields: Vec<String> = index.places(&map, *hit, &words).iter().map(|p| format!("{:?}", p.field)).collect();
                    format!("{}: {}", name(hit), fields.join(" "))
                })
                .collect();
            seen.sort();
            seen
        };
        for (query, hits) in [
            ("nader", &["Nader: Text"][..]),
            ("uber FLORIDA nader", &["Nader: Text Note"]),
            ("cafe", &["Cafés: Text"]),
            ("spoiler", &["Nader: Tag", "attribution: Quote"]),
            ("troy", &["attribution: Name Alias"]),
            ("troy plainly", &["attribution: Quote Name Alias"]),
            ("time", &["attribution: Venue"]),
            ("ann", &["attribution: Name"]),
            ("nobody", &["speaker Nobody Asked: Name"]),
            ("nader cafe", &[]),
            ("", &[]),
        ] {
            assert_eq!(seen(query), hits, "{query}");
        }
        let cafes = index.search(&map, &words("cafe")).pop().unwrap();
        let ranges = index.places(&map, cafes, &words("cafe caf")).remove(0).ranges;
        assert_eq!(ranges, [0..5, 22..27]);
    }

    #[test]
    fn an_index_follows_the_map() {
        let (mut index, mut fresh) = (Index::default(), Index::default());
        let count = |index: &Index, map: &ArgumentMap| index.search(map, &words("nader")).len();
        index.update(&map());
        let mut b = MapBuilder::new(4);
        b.claim("Nader again");
        b.claim("Something else");
        let other = b.finish();
        index.update(&other);
        fresh.update(&other);
        assert_eq!((count(&index, &other), count(&fresh, &other)), (1, 1));
        index.update(&ArgumentMap::default());
        assert!(index.nodes.is_empty() && index.speakers.is_empty());
    }
}
