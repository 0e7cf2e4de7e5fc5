//! Proposals of attributions: who says what in an English text, found by readable rules and tables, offline.
//!
//! A text becomes tokens, tags, sentences and quotations ([`doc`](self)); the `rules` read each sentence for a cue and find whose it is and what it
//! governs; only the outermost of nested speech is proposed; `speaker` says who "he" is. Nothing here changes a map.

mod clause;
mod doc;
mod phrase;
mod rule;
mod rules;
mod sentence;
mod speaker;
mod tag;
mod token;
mod words;

pub use rule::Tier;

use std::ops::Range;

use crate::model::{Quotation, Stance};

/// Words of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Code points `start..end`.
    pub start: u32,
    /// Code points `start..end`.
    pub end: u32,
    /// The words themselves.
    pub text: String,
}

/// An attribution that the text seems to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Who is said to speak, in the text's words; none where the text does not say ("it is said that").
    pub source: Option<Span>,
    /// The words that attribute.
    pub cue: Span,
    /// What is attributed, in the order of the text.
    pub content: Vec<Span>,
    /// Who that seems to be: "he" and "Drum" by full name; empty where unknown.
    pub speaker: String,
    /// In whose words.
    pub quotation: Quotation,
    /// What the source does with the content.
    pub stance: Stance,
    /// How certain it is.
    pub tier: Tier,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The attributions that a text seems to make, in the order of their cues.
pub fn suggest(text: &str) -> Vec<Proposal> {
    let doc = doc::Doc::new(text);
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let span = |range: &Range<usize>| {
        let start = doc.tokens.get(range.start).map_or(0, |token| token.start);
        let end = range.end.checked_sub(1).and_then(|last| doc.tokens.get(last)).map_or(start, |token| token.end).max(start);
        let byte = |at: u32| bytes.get(at as usize).copied().unwrap_or(text.len());
        Span { start, end, text: text.get(byte(start)..byte(end)).unwrap_or_default().to_owned() }
    };
    let found = rules::find(&doc);
    let speakers = speaker::speakers(&doc, &found);
    found
        .iter()
        .zip(speakers)
        .map(|(one, speaker)| {
            let mut content = one.content.clone();
            content.sort_by_key(|range| range.start);
            let rule = rule::name(one.pattern, one.strength, rules::is_plain(&doc, one));
            Proposal {
                source: one.source.as_ref().map(span),
                cue: span(&one.cue),
                content: content.iter().map(span).collect(),
                speaker,
                quotation: if one.pattern == rule::Pattern::Label { Quotation::Direct } else { quotation(&doc, &content) },
                stance: one.stance,
                tier: rule::tier(rule),
                rule,
            }
        })
        .collect()
}

/// In whose words the content is: all, some or none of it between marks.
fn quotation(doc: &doc::Doc, content: &[Range<usize>]) -> Quotation {
    let words = |quoted: bool| {
        content
            .iter()
            .flat_map(Clone::clone)
            .filter(|at| doc.division.quote(*at).is_some() == quoted && !matches!(doc.tag(*at), tag::Tag::Mark | tag::Tag::Quote))
            .count()
    };
    match (words(true), words(false)) {
        (0, _) => Quotation::Indirect,
        (_, 0) => Quotation::Direct,
        _ => Quotation::Mixed,
    }
}
