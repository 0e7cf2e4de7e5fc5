//! Between [`suggest`](super::suggest) and the map: which proposals of a source's text wait for an answer, and what becomes of one that is accepted.

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
    let is_known = |span: &Span| known.iter().any(|quote| quote.range == Some((span.start, span.end)) && quote.exact == span.text);
    let open = |proposal: &Proposal| !entry.dismissed.contains(&mark(proposal)) && !proposal.content.iter().any(is_known);
    found.into_iter().filter(open).collect()
}

/// The claim that a proposal makes and its attribution, anchored in the text that it was found in; `index` is of that text. Who speaks
/// stays a name.
pub fn drafted(text: &str, index: &TextIndex, source: SourceId, proposal: &Proposal) -> (Claim, Attribution) {
    let attribution = Attribution {
        source: Some(source),
        quotation: Some(proposal.quotation),
        quotes: proposal.content.iter().filter_map(|span| index.quote(text, span.start..span.end)).collect(),
        cue: proposal.cue.text.clone(),
        ..Attribution::new(None, proposal.stance)
    };
    (Claim { text: sentence(proposal), ..Claim::default() }, attribution)
}

/// The content as a sentence of its own: without marks around it, "that" before it and a comma behind it.
fn sentence(proposal: &Proposal) -> String {
    let parts: Vec<String> = proposal.content.iter().map(|span| bare(&span.text)).filter(|part| !part.is_empty()).collect();
    let words = parts.join(" ");
    capitalised(words.strip_prefix("that ").unwrap_or(&words))
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
        assert_eq!(sentence_of(" the bridge\nwas “safe”"), "The bridge was “safe”");
        assert_eq!(sentence_of("“Nobody asked us,”"), "Nobody asked us");
    }

    #[test]
    fn marks_do_not_hang_on_places() {
        let one = suggest("Ada Brand said that it rains.");
        let other = suggest("It was late. Ada Brand said that it rains.");
        assert_eq!(mark(&one[0]), mark(&other[0]));
        assert_ne!(mark(&one[0]), mark(&suggest("Ada Brand said that it snows.")[0]));
    }
}
