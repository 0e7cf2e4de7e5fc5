//! Chains of attributions written as lines, for tests.
//!
//! ```text
//! source Time by=Troy date=2016-11-14 url confidential
//! C = Nader cost Gore the election
//! D restates C = Nader spoiled it for Gore
//! 1 Troy@Time asserts C
//! 2 Parry@Cracks 2017-01-03 reports 1 "quoted words"
//! ```
//! Names that begin with `anon` are anonymous, with `group` groups; `-` is nobody.

use std::collections::BTreeMap;

use elenchus::base::{NodeId, SourceId, SpeakerId};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, MapBuilder, Quote, Relation, RelationKind, Source, SourceKind, Speaker, SpeakerKind, Stance,
};

/// A map with the names that its lines use.
pub struct Chains {
    pub map: ArgumentMap,
    pub nodes: BTreeMap<String, NodeId>,
}

/// Reads the lines.
pub fn chains(text: &str) -> Chains {
    let mut b = MapBuilder::new(7);
    let mut nodes: BTreeMap<String, NodeId> = BTreeMap::new();
    let mut speakers: BTreeMap<String, SpeakerId> = BTreeMap::new();
    let mut sources: BTreeMap<String, SourceId> = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words[0] == "source" {
            let mut source = Source::new(SourceKind::Article, words[1]);
            for word in &words[2..] {
                match word.split_once('=') {
                    Some(("by", name)) => source.authors.push(speaker(&mut b, &mut speakers, name).unwrap()),
                    Some(("date", date)) => source.date = date.to_owned(),
                    Some(("answers", other)) => source.in_reply_to = Some(sources[other]),
                    Some(("venue", venue)) => source.venue = venue.to_owned(),
                    None if *word == "confidential" => source.confidential = true,
                    None if *word == "url" => source.url = format!("https://example.org/{}", words[1].to_lowercase()),
                    _ => panic!("{word}"),
                }
            }
            sources.insert(words[1].to_owned(), b.source(source));
        } else if let Some((head, text)) = line.split_once(" = ") {
            let claim = b.node(Claim { title: words[0].to_owned(), ..Claim::new(text) });
            if let [_, "restates", other] = head.split_whitespace().collect::<Vec<_>>()[..] {
                b.relation(Relation::new(RelationKind::Restatement), &[claim], nodes[other]);
            }
            nodes.insert(words[0].to_owned(), claim);
        } else {
            let (line, quote) = line.split_once('"').map_or((line, None), |(line, quote)| (line.trim(), Some(quote.trim_end_matches('"'))));
            let words: Vec<&str> = line.split_whitespace().collect();
            let (who, place) = words[1].split_once('@').map_or((words[1], None), |(who, place)| (who, Some(place)));
            let (date, rest) = if words[2].starts_with(|c: char| c.is_ascii_digit()) { (words[2], &words[3..]) } else { ("", &words[2..]) };
            let stance = Stance::ALL.iter().copied().find(|stance| stance.word() == rest[0]).unwrap();
            let mut said = Attribution::new(speaker(&mut b, &mut speakers, who), stance);
            said.date = date.to_owned();
            said.source =
                place.map(|place| *sources.entry(place.to_owned()).or_insert_with(|| b.source(Source::new(SourceKind::Article, place))));
            said.quotes = quote.into_iter().map(|exact| Quote { exact: exact.to_owned(), ..Quote::default() }).collect();
            let id = b.attribute(said, nodes[rest[1]]);
            nodes.insert(words[0].to_owned(), id);
        }
    }
    Chains { map: b.finish(), nodes }
}

fn speaker(b: &mut MapBuilder, known: &mut BTreeMap<String, SpeakerId>, name: &str) -> Option<SpeakerId> {
    let kind = match name {
        "-" => return None,
        _ if name.starts_with("anon") => SpeakerKind::Anonymous,
        _ if name.starts_with("group") => SpeakerKind::Group,
        _ => SpeakerKind::Person,
    };
    Some(*known.entry(name.to_owned()).or_insert_with(|| b.speaker(Speaker::new(kind, name))))
}
