//! Between [`suggest`](super::suggest) and the map: which proposals of a source's text wait for an answer, and what becomes of one that is accepted.

use std::ops::Range;

use crate::base::{Sha256, SourceId};
use crate::model::{ArgumentMap, Attribution, Claim, Quote};
use crate::provenance::anchor::TextIndex;
use crate::provenance::suggest::{Proposal, Span, suggest};

/// What a dismissal is remembered by: words and rule, not places, so that it outlives a new version of the text.
pub fn mark(proposal: &Proposal) -> String {
    let source = proposal.source.as_ref().map_or("", |source| source.text.as_str());
    let content: Vec<&str> = proposal.content.iter().map(|span| span.text.as_str()).collect();
    let words = [source, &proposal.cue.text, &content.join("\u{1f}"), proposal.rule].join("\u{1e}");
    Sha256::of(words.as_bytes()).to_string().chars().take(12).collect()
}

/// The proposals from the latest text of a source that are neither dismissed nor in the map already.
pub fn pending(map: &ArgumentMap, source: SourceId) -> Vec<Proposal> {
    let text = map.source(source).and_then(|entry| entry.latest_text());
    text.map_or_else(Vec::new, |text| open(map, source, suggest(text.text())))
}

/// Those of the proposals from the latest text of a source that are neither dismissed nor in the map already.
pub fn open(map: &ArgumentMap, source: SourceId, found: Vec<Proposal>) -> Vec<Proposal> {
    let Some(entry) = map.source(source) else { return Vec::new() };
    let known: Vec<&Quote> =
        map.attributions().filter(|(_, said)| said.source == Some(source)).flat_map(|(_, said)| &said.quotes).collect();
    let is_known = |span: &Span| {
        let said = said(span);
        known.iter().any(|quote| quote.range == Some((span.start, span.end)) || quote.range == Some((said.start, said.end)))
    };
    let open = |proposal: &Proposal| !entry.dismissed.contains(&mark(proposal)) && !proposal.content.iter().any(is_known);
    let author = entry.authors.first().and_then(|id| map.speaker(*id)).map_or("", |speaker| speaker.name.as_str());
    let named = |mut proposal: Proposal| {
        // Who writes “I” is the author.
        if proposal.speaker.is_empty() && proposal.source.as_ref().is_some_and(|source| source.text == "I") {
            author.clone_into(&mut proposal.speaker);
        }
        proposal
    };
    found.into_iter().filter(open).map(named).collect()
}

/// The claim that a proposal makes and its attribution, anchored in the text that it was found in; `index` is of that text. Who speaks
/// stays a name.
pub fn drafted(text: &str, index: &TextIndex, source: SourceId, proposal: &Proposal) -> (Claim, Attribution) {
    let attribution = Attribution {
        source: Some(source),
        quotation: Some(proposal.quotation),
        quotes: proposal.content.iter().filter_map(|span| index.quote(text, said(span))).collect(),
        cue: proposal.cue.text.clone(),
        ..Attribution::new(None, proposal.stance)
    };
    (Claim { text: sentence(proposal), ..Claim::default() }, attribution)
}

/// The words that were said, in code points: without the marks around them where these are around all of it, "that" before them and a
/// comma before the end.
fn said(span: &Span) -> Range<u32> {
    let is_mark = |c: char| matches!(c, '“' | '”' | '"' | '„' | '«' | '»');
    let whole = span.start..span.end;
    let text = span.text.strip_prefix("that ").unwrap_or(&span.text);
    let led = (span.text.len() - text.len()) as u32;
    let letters: Vec<char> = text.chars().collect();
    let [first, inner @ .., last] = letters.as_slice() else { return whole };
    if !is_mark(*first) || !is_mark(*last) || inner.iter().copied().any(is_mark) {
        return whole;
    }
    let behind = inner.iter().rev().take_while(|c| c.is_whitespace() || **c == ',').count();
    let before = inner.iter().take_while(|c| c.is_whitespace()).count();
    if before + behind >= inner.len() {
        return whole;
    }
    span.start + led + 1 + before as u32..span.end - 1 - behind as u32
}

/// The content as a sentence of its own: without marks around it, "that" before it and a comma behind it.
fn sentence(proposal: &Proposal) -> String {
    let mut words = String::new();
    for span in &proposal.content {
        let part = bare(&span.text);
        // A quotation that begins anew behind who said the first is a sentence of its own.
        let ended = words.is_empty() || words.ends_with(['.', '!', '?', '…', ':', ';']);
        let begins = span.text.starts_with(['“', '"', '„', '«']) && part.starts_with(char::is_uppercase);
        words.push_str(if begins && !ended { "." } else { "" });
        words.push_str(if words.is_empty() || part.is_empty() { "" } else { " " });
        words.push_str(&part);
    }
    capitalised(&words.strip_prefix("that ").map(bare).unwrap_or(words))
}

/// Words of a text as a claim says them: on one line, without marks around them and a comma behind them, beginning large.
pub fn sentence_of(words: &str) -> String {
    capitalised(&bare(words))
}

fn bare(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '“' | '”' | '"' | '„' | '«' | '»' | '‘') || c.is_whitespace();
    let text = text.replace("''", "\"");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Marks around all of it go; where there are others inside, those at the ends are theirs.
    let inner = text.trim_matches(is_mark);
    let text = if inner.contains(['“', '"']) { text.trim() } else { inner };
    text.trim_end_matches(',').trim_end().to_owned()
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafted_text(text: &str) -> (String, Vec<String>) {
        let proposals = suggest(text);
        let mut rng = crate::base::Rng::new(1);
        let source = ArgumentMap::default().free_source_id(&mut rng);
        let (claim, said) = drafted(text, &TextIndex::new(text), source, &proposals[0]);
        (claim.text, said.quotes.into_iter().map(|quote| format!("{}|{}|{}", quote.prefix, quote.exact, quote.suffix)).collect())
    }

    #[test]
    fn what_is_accepted_reads_as_a_sentence_and_is_anchored() {
        let (claim, quotes) = drafted_text("On Monday Ada Brand said that the bridge is safe.");
        assert_eq!(claim, "The bridge is safe");
        assert_eq!(quotes, ["On Monday Ada Brand said |that the bridge is safe|."]);
        assert_eq!(drafted_text("“The bridge is safe,” Ada Brand said.").0, "The bridge is safe");
        let (claim, quotes) = drafted_text("“The bridge is safe,” Ada Brand said. “Nobody need fear it.”");
        assert_eq!(claim, "The bridge is safe. Nobody need fear it.");
        assert_eq!(quotes[0], "“|The bridge is safe|,” Ada Brand said. “Nobody need ", "the marks are not what was said");
        assert_eq!(drafted_text("“The bridge,” Ada Brand said, “is safe.”").0, "The bridge is safe.");
        assert_eq!(sentence_of(" the bridge\nwas “safe”"), "The bridge was “safe”");
        assert_eq!(sentence_of("“Nobody asked us,”"), "Nobody asked us");
    }

    #[test]
    fn words_are_told_from_the_marks_around_them() {
        for (text, words) in [
            ("“The bridge is safe,”", "The bridge is safe"),
            ("that “it is safe”", "it is safe"),
            ("that it is “safe”", "that it is “safe”"),
            ("“a” and “b”", "“a” and “b”"),
            ("“,”", "“,”"),
        ] {
            let span = Span { start: 10, end: 10 + text.chars().count() as u32, text: text.to_owned() };
            let range = said(&span);
            let found: String = text.chars().skip(range.start as usize - 10).take(range.len()).collect();
            assert_eq!(found, words);
        }
    }

    #[test]
    fn marks_do_not_hang_on_places() {
        let one = suggest("Ada Brand said that it rains.");
        let other = suggest("It was late. Ada Brand said that it rains.");
        assert_eq!(mark(&one[0]), mark(&other[0]));
        assert_ne!(mark(&one[0]), mark(&suggest("Ada Brand said that it snows.")[0]));
    }
}
