//! Where a claim comes from, as a footnote says it.

use std::collections::BTreeSet;

use crate::base::NodeId;
use crate::model::{ArgumentMap, Attribution, Source};
use crate::tr;

/// Attributions of one node that are cited.
const MAX_CITED: usize = 256;

/// One attribution in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The attribution.
    pub attribution: NodeId,
    /// Speaker, source, date, quotation: `Gil Troy asserts. “Blame Nader”, Time, 2016-11-14. “… cost Gore …”`
    pub text: String,
    /// How much of the text, in bytes, says who does what: `Gil Troy asserts.`
    pub who_len: usize,
    /// How much of the text, in bytes, stands before the quotations.
    pub reference_len: usize,
    /// Where the source is found; its archived copy where it has no address of its own. Empty where neither is known.
    pub url: String,
}

impl Citation {
    /// The text without its quotations, and those as they stand in it.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at_checked(self.reference_len).map_or((self.text.as_str(), ""), |(before, quotes)| (before, quotes.trim_start()))
    }

    /// The text without its quotations: who does what, and where.
    pub fn who_and_where(&self) -> (&str, &str) {
        let (reference, _) = self.parts();
        reference.split_at_checked(self.who_len).map_or((reference, ""), |(who, place)| (who, place.trim_start()))
    }

    /// Text and address.
    pub fn in_full(&self) -> String {
        [self.text.as_str(), self.url.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Who says what a node says, each with where; whoever reports it follows whom he reports.
pub fn citations(map: &ArgumentMap, node: NodeId) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<NodeId> = map.attributions_of(node);
    open.reverse();
    while let Some(id) = open.pop().filter(|_| found.len() < MAX_CITED) {
        let Some(attribution) = map.attribution(id).filter(|_| seen.insert(id)) else { continue };
        found.push(cite(map, id, attribution));
        open.extend(map.attributions_of(id).into_iter().rev());
    }
    found
}

fn cite(map: &ArgumentMap, id: NodeId, attribution: &Attribution) -> Citation {
    let speaker = attribution.speaker.and_then(|id| map.speaker(id)).map_or(tr!("label-unnamed-speaker"), |speaker| speaker.label());
    let source = map.told_source(attribution).map(|(_, source)| source);
    let said = match map.content(id).and_then(|content| map.attribution(content)) {
        // Whom he reports stands in the note before this one.
        Some(inner) => {
            let whom = inner.speaker.and_then(|id| map.speaker(id)).map_or(tr!("label-unnamed-speaker"), |speaker| speaker.label());
            tr!("cite-about", speaker = speaker, verb = attribution.stance.verb(), whom = whom)
        }
        None => format!("{speaker} {}", attribution.stance.verb()),
    };
    let who_len = said.len() + 1;
    let mut sentences = vec![said];
    sentences.extend(source.map(|source| where_said(map, attribution, source)).filter(|text| !text.is_empty()));
    if source.is_none() && attribution.source.is_some_and(|id| map.source(id).is_some()) {
        sentences.push(tr!("label-confidential-source").to_owned());
    }
    if source.is_none() && !attribution.date.trim().is_empty() {
        sentences.push(attribution.date.trim().to_owned());
    }
    let text = sentences.join(". ") + ".";
    let quotes = attribution.quotes.iter().map(|quote| quote.exact.split_whitespace().collect::<Vec<_>>().join(" "));
    let quotes = quotes.filter(|quote| !quote.is_empty()).map(|quote| format!(" “{quote}”"));
    let url = source.map(|source| if source.url.trim().is_empty() { source.archive_url.trim() } else { source.url.trim() });
    let reference_len = text.len();
    let text = std::iter::once(text).chain(quotes).collect();
    Citation { attribution: id, text, who_len, reference_len, url: url.unwrap_or_default().to_owned() }
}

/// `Nat Parry, “Gore's defeat”, Consortium News, 2016-11-12`
fn where_said(map: &ArgumentMap, attribution: &Attribution, source: &Source) -> String {
    let authors = source.authors.iter().filter(|id| Some(**id) != attribution.speaker).filter_map(|id| map.speaker(*id));
    let mut parts: Vec<String> = authors.map(|author| author.label().to_owned()).collect();
    match source.title.trim() {
        "" if source.venue.trim().is_empty() => parts.push(source.label().to_owned()),
        "" => {}
        title => parts.push(format!("“{title}”")),
    }
    let date = if source.date.trim().is_empty() { attribution.date.trim() } else { source.date.trim() };
    parts.extend([source.venue.trim(), date].into_iter().filter(|part| !part.is_empty()).map(str::to_owned));
    parts.join(", ")
}
