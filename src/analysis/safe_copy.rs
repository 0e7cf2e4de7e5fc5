//! A map that can be handed on: confidential speakers and sources are replaced, and what names them is struck out everywhere.

use std::collections::BTreeSet;

use crate::base::{SourceId, SpeakerId};
use crate::model::{
    ArgumentMap, Attribution, Claim, Dating, Group, Keeping, MapBuilder, Meta, Node, Quote, Relation, Source, SourceText, Speaker,
    SpeakerKind, View,
};
use crate::tr;

/// Shorter words than this are struck out only where they stand alone.
const TELLING: usize = 5;
/// Parts of a name of fewer letters name nobody.
const NAME_PART: usize = 3;

/// How many speakers and sources a safe copy replaces.
pub fn confidential_count(map: &ArgumentMap) -> usize {
    hidden_speakers(map).len() + map.withheld_sources().len()
}

/// The map without anything that names what is confidential in it. Ids stay, so that what is said to whom can still be followed; texts of
/// other sources that name somebody are left out whole, for a text is kept as it is or not at all.
pub fn safe_copy(map: &ArgumentMap) -> ArgumentMap {
    let (speakers, sources) = (hidden_speakers(map), map.withheld_sources());
    if speakers.is_empty() && sources.is_empty() {
        return map.clone();
    }
    let terms = Terms::of(map, &speakers, &sources);
    let mut builder = MapBuilder::new(0);
    let Meta { title, note, data } = map.meta();
    builder.meta(Meta { title: terms.strike(title), note: terms.strike(note), data: terms.strike(data) });
    for (id, speaker) in map.speakers() {
        let hidden = Speaker { confidential: true, ..Speaker::new(SpeakerKind::Anonymous, "") };
        builder.speaker_as(*id, if speakers.contains(id) { hidden } else { terms.speaker(speaker) });
    }
    for (id, source) in map.sources() {
        let hidden = Source { confidential: true, ..Source::new(source.kind, "") };
        builder.source_as(*id, if sources.contains(id) { hidden } else { terms.source(source) });
    }
    for (id, Group { title, parent, order, tags, note, data }) in map.groups() {
        let (title, note, data) = (terms.strike(title), terms.strike(note), terms.strike(data));
        builder.group_as(*id, Group { title, parent: *parent, order: *order, tags: terms.all(tags), note, data });
    }
    for (id, node) in map.nodes() {
        let node: Node = match node {
            Node::Claim(claim) => terms.claim(claim).into(),
            Node::Relation(relation) => terms.relation(relation).into(),
            Node::Attribution(said) if said.speaker.is_some_and(|id| speakers.contains(&id)) => {
                // Where and in which words somebody says something leads to the name.
                Attribution { quotation: said.quotation, ..Attribution::new(said.speaker, said.stance) }.into()
            }
            Node::Attribution(said) => {
                let hidden = said.source.is_some_and(|id| sources.contains(&id));
                terms.attribution(said, hidden).into()
            }
        };
        builder.node_as(id, node);
    }
    for edge in map.edges() {
        builder.edge(edge);
    }
    for (id, view) in map.views() {
        builder.view(*id, View { title: terms.strike(&view.title), ..view.clone() });
    }
    builder.finish()
}

/// Those who are confidential, and those who are known only as authors of what is withheld.
fn hidden_speakers(map: &ArgumentMap) -> BTreeSet<SpeakerId> {
    let withheld = map.withheld_sources();
    let mut seen: BTreeSet<SpeakerId> = map.attributions().filter_map(|(_, said)| said.speaker).collect();
    let open = map.sources().iter().filter(|(id, _)| !withheld.contains(id));
    seen.extend(open.flat_map(|(_, source)| &source.authors));
    let authors = withheld.iter().filter_map(|id| map.source(*id)).flat_map(|source| &source.authors).copied();
    let unseen = authors.filter(|id| !seen.contains(id) && map.speaker(*id).is_some());
    map.speakers().iter().filter(|(_, speaker)| speaker.confidential).map(|(id, _)| *id).chain(unseen).collect()
}

/// What names somebody or something, in lower case, with what stands in its place; the longest first.
struct Terms(Vec<(Vec<char>, &'static str)>);

impl Terms {
    fn of(map: &ArgumentMap, speakers: &BTreeSet<SpeakerId>, sources: &BTreeSet<SourceId>) -> Self {
        let mut terms: Vec<(String, &'static str)> = Vec::new();
        for speaker in speakers.iter().filter_map(|id| map.speaker(*id)) {
            let word = tr!("label-confidential");
            let names = || std::iter::once(&speaker.name).chain(&speaker.aliases);
            terms.extend(names().map(|name| (name.clone(), word)));
            if speaker.kind == SpeakerKind::Person {
                let parts = names().flat_map(|name| name.split_whitespace());
                let telling = parts.filter(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= NAME_PART);
                terms.extend(telling.filter(|part| part.starts_with(char::is_uppercase)).map(|part| (part.to_owned(), word)));
            }
        }
        for source in sources.iter().filter_map(|id| map.source(*id)) {
            let word = tr!("label-confidential-source");
            terms.extend([&source.title, &source.url, &source.archive_url].map(|text| (text.clone(), word)));
            // An address without what stands before the name of the site.
            let bare =
                [&source.url, &source.archive_url].map(|url| url.split("://").nth(1).unwrap_or_default().trim_end_matches('/').to_owned());
            terms.extend(bare.map(|url| (url, word)));
        }
        let mut terms: Vec<(Vec<char>, &'static str)> =
            terms.into_iter().map(|(text, word)| (text.trim().chars().flat_map(char::to_lowercase).collect(), word)).collect();
        terms.retain(|(text, _)| text.len() > 1);
        terms.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        terms.dedup();
        Self(terms)
    }

    /// How long the term is, in bytes of `text`, that begins at `at`.
    fn found_at(&self, text: &str, at: usize) -> Option<(usize, &'static str)> {
        let rest = text.get(at..)?;
        let letter_before = text.get(..at)?.chars().next_back().is_some_and(char::is_alphanumeric);
        self.0.iter().find_map(|(term, word)| {
            let mut wanted = term.iter();
            let mut len = 0;
            for c in rest.chars() {
                if wanted.as_slice().is_empty() {
                    break;
                }
                if !c.to_lowercase().all(|c| wanted.next() == Some(&c)) {
                    return None;
                }
                len += c.len_utf8();
            }
            let letter_behind = rest.get(len..)?.chars().next().is_some_and(char::is_alphanumeric);
            let alone = !letter_before && !letter_behind;
            (wanted.as_slice().is_empty() && (alone || term.len() >= TELLING)).then_some((len, *word))
        })
    }

    fn names_something(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.found_at(text, at).is_some())
    }

    fn strike(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut next = 0;
        for (at, c) in text.char_indices() {
            if at < next {
                continue;
            }
            match self.found_at(text, at) {
                Some((len, word)) => {
                    out.push_str(word);
                    next = at + len;
                }
                None => out.push(c),
            }
        }
        out
    }

    fn all(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.strike(text)).collect()
    }

    fn speaker(&self, speaker: &Speaker) -> Speaker {
        let Speaker { kind, name, aliases, role, affiliation, confidential, note, origin } = speaker;
        Speaker {
            kind: *kind,
            name: self.strike(name),
            aliases: self.all(aliases),
            role: self.strike(role),
            affiliation: self.strike(affiliation),
            confidential: *confidential,
            note: self.strike(note),
            origin: self.strike(origin),
        }
    }

    fn source(&self, source: &Source) -> Source {
        let Source { kind, title, authors, venue, date, url, archive_url, in_reply_to, texts, confidential, dismissed: _, note, origin } =
            source;
        Source {
            kind: *kind,
            title: self.strike(title),
            authors: authors.clone(),
            venue: self.strike(venue),
            date: self.strike(date),
            url: self.strike(url),
            archive_url: self.strike(archive_url),
            in_reply_to: *in_reply_to,
            texts: texts.iter().filter(|text| !self.names_something(text.text())).map(|text| self.text(text)).collect(),
            confidential: *confidential,
            // The marks are made of words that may have been struck out.
            dismissed: Vec::new(),
            note: self.strike(note),
            origin: self.strike(origin),
        }
    }

    /// The words as they are, without the names of files, which tell what is in them.
    fn text(&self, text: &SourceText) -> SourceText {
        let mut copy = text.clone();
        copy.file = String::new();
        copy.keeping = Keeping::Inside;
        copy.stated_date = self.strike(&text.stated_date);
        copy
    }

    fn claim(&self, claim: &Claim) -> Claim {
        let Claim { text, title, kind, cause, effect, tags, group, bookmarked, note, data, origin } = claim;
        Claim {
            text: self.strike(text),
            title: self.strike(title),
            kind: *kind,
            cause: self.strike(cause),
            effect: self.strike(effect),
            tags: self.all(tags),
            group: *group,
            bookmarked: *bookmarked,
            note: self.strike(note),
            data: self.strike(data),
            origin: self.strike(origin),
        }
    }

    fn relation(&self, relation: &Relation) -> Relation {
        let Relation { kind, title, scheme, weight, tags, group, note, data, origin } = relation;
        Relation {
            kind: *kind,
            title: self.strike(title),
            scheme: self.strike(scheme),
            weight: *weight,
            tags: self.all(tags),
            group: *group,
            note: self.strike(note),
            data: self.strike(data),
            origin: self.strike(origin),
        }
    }

    /// `hidden`: it stands in a source whose words are not told.
    fn attribution(&self, said: &Attribution, hidden: bool) -> Attribution {
        let Attribution { speaker, source, stance, quotation, quotes, cue, date, dating, hedges, tags, note, origin } = said;
        let quote = |quote: &Quote| {
            let Quote { exact, prefix, suffix, range } = quote;
            let (exact, prefix, suffix) = (self.strike(exact), self.strike(prefix), self.strike(suffix));
            Quote { exact, prefix, suffix, range: *range }
        };
        let Dating { basis, words, relative_to, earliest, latest } = dating;
        let dating = Dating {
            basis: *basis,
            words: self.strike(words),
            relative_to: self.strike(relative_to),
            earliest: earliest.clone(),
            latest: latest.clone(),
        };
        Attribution {
            speaker: *speaker,
            source: *source,
            stance: *stance,
            quotation: *quotation,
            quotes: if hidden { Vec::new() } else { quotes.iter().map(quote).collect() },
            cue: self.strike(cue),
            date: self.strike(date),
            dating,
            hedges: self.all(hedges),
            tags: self.all(tags),
            note: self.strike(note),
            origin: self.strike(origin),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::safe_copy;
    use crate::model::{MapBuilder, Source, SourceKind, SourceText, Speaker, SpeakerKind};

    #[test]
    fn names_are_struck_out_wherever_they_stand() {
        let mut b = MapBuilder::new(1);
        let ann = Speaker { confidential: true, aliases: vec!["Al".into()], ..Speaker::new(SpeakerKind::Person, "Ann Deepwell") };
        b.speaker(ann);
        let post = Source { confidential: true, url: "https://leak.example/a".into(), ..Source::new(SourceKind::Post, "The Leak") };
        b.source(post);
        let texts = vec![SourceText::new("Says ann deepwell.", ""), SourceText::new("Also nothing.", "")];
        let open = b.source(Source { texts, ..Source::new(SourceKind::Article, "On the leak") });
        let claim = b.claim("ANN DEEPWELL said so, Deepwell's friends too; Also Al, see leak.example/a (the leak)");
        let map = b.finish();
        let safe = safe_copy(&map);
        assert_eq!(
            safe.claim(claim).unwrap().text,
            "confidential speaker said so, confidential speaker's friends too; Also confidential speaker, see confidential source (confidential source)"
        );
        assert_eq!(safe.source(open).unwrap().title, "On confidential source");
        let kept: Vec<&str> = safe.source(open).unwrap().texts.iter().map(|text| text.text()).collect();
        assert_eq!(kept, ["Also nothing."]);
        assert_eq!(safe_copy(&MapBuilder::new(1).finish()), MapBuilder::new(1).finish());
    }
}
