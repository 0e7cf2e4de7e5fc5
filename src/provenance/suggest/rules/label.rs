//! Speaker labels of transcripts: "HALE: …", "Moderator: …".

use std::collections::HashMap;

use super::Found;
use crate::model::Stance;
use crate::provenance::suggest::doc::Doc;
use crate::provenance::suggest::rule::Pattern;
use crate::provenance::suggest::tag::Tag;
use crate::provenance::suggest::token::Kind;
use crate::provenance::suggest::words::{Strength, can};

/// Labels that start a paragraph, with all that is said until the next one.
pub(super) fn labels(doc: &Doc) -> Vec<Found> {
    let starts: Vec<(usize, usize, usize)> = (0..doc.tokens.len())
        .filter(|at| *at == 0 || doc.tokens[*at].paragraph)
        .map(|at| (at, (at + 1..doc.tokens.len()).find(|i| doc.tokens[*i].paragraph).unwrap_or(doc.tokens.len())))
        .map(|(start, end)| (start, end, label_end(doc, start, end).unwrap_or(start)))
        .collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (start, _, label) in starts.iter().filter(|(start, _, label)| label > start) {
        *seen.entry(key(doc, *start, *label)).or_default() += 1;
    }
    let transcript = seen.values().filter(|count| **count >= 2).count() >= 2;
    let mut capitals: HashMap<&str, usize> = HashMap::new();
    for token in doc.tokens.iter().filter(|token| token.capital) {
        *capitals.entry(token.lower.as_str()).or_default() += 1;
    }
    let mut found: Vec<Found> = Vec::new();
    for (start, end, label) in starts {
        if label > start
            && (transcript || shouted(doc, start, label) || is_name(doc, start, label, &capitals))
            && (label + 1..end).any(|at| matches!(doc.tag(at), Tag::Verb | Tag::Auxiliary) || matches!(doc.tokens[at].text, "!" | "?"))
        {
            let content = label + 1..end;
            let sentence = doc.division.sentences.partition_point(|sentence| sentence.end <= start);
            found.push(Found {
                source: Some(start..label),
                cue: label..label + 1,
                head: label,
                content: vec![content],
                pattern: Pattern::Label,
                strength: Strength::Sure,
                stance: Stance::Asserts,
                sentence,
            });
        } else if let (true, Some(last)) =
            (transcript, found.last_mut().filter(|last| last.content.last().is_some_and(|range| doc.tokens.len() > range.end)))
        {
            last.content.push(start..end);
        }
    }
    found
}

fn key(doc: &Doc, start: usize, label: usize) -> String {
    doc.tokens[start..label].iter().map(|token| token.lower.as_str()).collect::<Vec<_>>().join(" ")
}

/// The colon of a label: up to five words with capitals before it.
fn label_end(doc: &Doc, start: usize, end: usize) -> Option<usize> {
    let colon = (start + 1..end.min(start + 7)).find(|at| doc.lower(*at) == ":")?;
    let names = doc.tokens[start..colon].iter().all(|token| {
        token.kind == Kind::Word && (token.capital || token.can(can::PREPOSITION | can::DETERMINER))
            || token.kind == Kind::Number
            || matches!(token.text, "(" | ")" | "." | "-")
    });
    (names && doc.tokens[start].capital).then_some(colon)
}

fn shouted(doc: &Doc, start: usize, label: usize) -> bool {
    doc.tokens[start..label]
        .iter()
        .all(|token| token.text.len() > 1 && token.text.chars().all(|c| !c.is_lowercase()) && token.kind == Kind::Word)
        && !matches!(
            doc.lower(start),
            "update"
                | "related"
                | "photos"
                | "photo"
                | "video"
                | "read"
                | "note"
                | "more"
                | "watch"
                | "exclusive"
                | "poll"
                | "breaking"
                | "live"
        )
}

/// A person's name before the colon of a headline.
fn is_name(doc: &Doc, start: usize, label: usize, capitals: &HashMap<&str, usize>) -> bool {
    let known = |at: usize| doc.can(at, can::MAN | can::WOMAN);
    let repeated = || capitals.get(doc.lower(label - 1)).is_some_and(|count| *count >= 5);
    label - start <= 3
        && doc.tokens[start..label].iter().all(|token| token.kind == Kind::Word && token.capital)
        && (known(start) && label - start > 1 || label - start == 1 && repeated())
}
