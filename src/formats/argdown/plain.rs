//! A text as a claim says it: without marks.

use super::document::{Span, SpanMark, Text};

/// A text without marks, and what the marks were.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The text: mentions as titles, tags behind it left out, other tags as words.
    pub(super) text: String,
    /// Text and address of each link.
    pub(super) links: Vec<(String, String)>,
    /// Bold and italic passages.
    pub(super) emphasis: usize,
    /// Mentions of statements and arguments.
    pub(super) mentions: usize,
}

/// What is left of a text without its marks.
pub(super) fn plain(content: &Text) -> Plain {
    let mut found = Plain::default();
    let text = content.text.as_str();
    let part = |span: &Span| text.get(span.start..span.end).unwrap_or_default();
    let mut words: Vec<(&Span, &str)> = Vec::new();
    for span in &content.spans {
        match &span.mark {
            SpanMark::Bold | SpanMark::Italic => found.emphasis += 1,
            SpanMark::Link { url } => found.links.push((part(span).to_owned(), url.clone())),
            SpanMark::Mention { title } => {
                found.mentions += 1;
                words.push((span, title));
            }
            SpanMark::Tag { tag } => words.push((span, tag)),
        }
    }
    words.retain(|(span, _)| span.end > span.start);
    words.sort_by_key(|(span, _)| span.start);
    let mut end = text.trim_end_matches(BLANKS).len();
    while let Some((span, _)) = words.last().filter(|(span, _)| matches!(span.mark, SpanMark::Tag { .. }) && span.end == end) {
        end = text.get(..span.start).unwrap_or_default().trim_end_matches(BLANKS).len();
        words.pop();
    }
    let mut done = 0;
    for (span, word) in words {
        found.text.push_str(text.get(done..span.start).unwrap_or_default());
        found.text.push_str(word);
        done = span.end;
    }
    found.text.push_str(text.get(done..end).unwrap_or_default());
    found.text = found.text.trim_matches(BLANKS).to_owned();
    found
}

const BLANKS: [char; 2] = [' ', '\t'];
