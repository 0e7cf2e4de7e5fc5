//! Text as it is read, piece by piece: marks become spans, escapes and shortcodes what they stand for.

use std::collections::{HashMap, HashSet};

use super::document::{Span, SpanMark, Text};
use super::lexer::{Kind, Mark};

/// Names between `.` or `:` and what they stand for.
const SHORTCODES: &[(&str, &str)] = &[
    ("A", "∀"),
    ("E", "∃"),
    ("O", "𝗢"),
    ("P", "𝗣"),
    ("->", "→"),
    ("<->", "↔"),
    ("~", "¬"),
    ("^", "∧"),
    ("v", "∨"),
    ("v_", "⊻"),
    ("<>", "◇"),
    ("[]", "◻"),
    ("happy", "😀"),
    ("smile", "☺"),
    ("smiley", "☺"),
    ("laugh", "😆"),
    ("lol", "😆"),
    ("rofl", "🤣"),
    ("joy", "😂"),
    ("heart", "❤"),
    ("?", "❓"),
    ("question", "❓"),
    ("love", "😍"),
    ("wink", "😉"),
    ("shush", "🤫"),
    ("meh", "😐"),
    ("eye-roll", "🙄"),
    ("sad", "😢"),
    ("disappointed", "😞"),
    ("scream", "😱"),
    ("+1", "👍"),
    ("up", "👍"),
    ("-1", "👎"),
    ("down", "👎"),
    ("think", "🤔"),
    ("star", "⭐"),
    ("y", "✔"),
    ("agree", "✔"),
    ("n", "❌"),
    ("disagree", "❌"),
];

/// The shortcodes of a file: Argdown's and the author's own, by their full form.
pub(super) type Shortcodes = HashMap<String, String>;

/// Argdown's shortcodes.
pub(super) fn shortcodes() -> Shortcodes {
    let mut known = Shortcodes::new();
    for (name, meaning) in SHORTCODES {
        known.insert(format!(".{name}."), (*meaning).to_owned());
        known.insert(format!(":{name}:"), (*meaning).to_owned());
    }
    // The one whose meaning depends on its edges.
    known.insert(":smile:".to_owned(), "☺\u{fe0f}".to_owned());
    known
}

/// What pieces of plain text say: escapes and shortcodes resolved.
pub(super) fn plain(kind: Kind, image: &str, shortcodes: &Shortcodes, into: &mut String) {
    match kind {
        Kind::Escaped => into.push_str(image.get(1..).unwrap_or_default()),
        Kind::Shortcode => match shortcodes.get(image.trim()) {
            Some(meaning) => {
                into.push_str(meaning);
                if image.ends_with(' ') {
                    into.push(' ');
                }
            }
            None => into.push_str(image),
        },
        _ => into.push_str(image),
    }
}

/// A mark that still waits for its end.
struct OpenMark {
    mark: Mark,
    /// Where its text starts.
    start: usize,
    /// Where it stands in the file.
    at: usize,
}

/// Collects a text.
#[derive(Default)]
pub(super) struct Content {
    text: String,
    spans: Vec<Span>,
    open: Vec<OpenMark>,
    /// A line break that becomes a space once something follows.
    line_break: bool,
}

impl Content {
    /// Whether nothing has been read.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.open.is_empty() && self.spans.is_empty()
    }

    /// Notes a line break.
    pub(super) fn line_break(&mut self) {
        self.line_break = true;
    }

    /// Whether a line break waits for something to follow.
    pub(super) fn has_line_break(&self) -> bool {
        self.line_break
    }

    /// Makes a space of a line break that something follows.
    pub(super) fn space(&mut self) {
        if std::mem::take(&mut self.line_break) && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// Forgets a line break that nothing follows.
    pub(super) fn end_of_part(&mut self) {
        self.line_break = false;
    }

    /// Adds plain text, an escape, a shortcode, or anything literally.
    pub(super) fn push(&mut self, kind: Kind, image: &str, shortcodes: &Shortcodes) {
        self.space();
        plain(kind, image, shortcodes, &mut self.text);
    }

    fn span(&mut self, mark: SpanMark, start: usize, end: usize) {
        self.spans.push(Span { mark, start, end });
    }

    /// Adds `[text](url)`.
    pub(super) fn link(&mut self, image: &str) {
        self.space();
        let start = self.text.len();
        let (body, blank) = trailing_blank(image);
        if let Some((text, url)) = body.strip_prefix('[').and_then(|b| b.strip_suffix(')')).and_then(|b| b.split_once("](")) {
            self.text.push_str(text);
            self.span(SpanMark::Link { url: url.to_owned() }, start, self.text.len());
        }
        self.text.push_str(if blank == " " { " " } else { "" });
    }

    /// Adds `@[T]` or `@<T>`.
    pub(super) fn mention(&mut self, image: &str) {
        self.space();
        let start = self.text.len();
        let (body, blank) = trailing_blank(image);
        self.text.push_str(body);
        let title = body.get(2..body.len().saturating_sub(1)).unwrap_or_default().to_owned();
        self.span(SpanMark::Mention { title }, start, self.text.len());
        self.text.push_str(blank);
    }

    /// Adds `#tag` or `#(tag)`; `hidden` where the file wants tags out of its texts.
    pub(super) fn tag(&mut self, image: &str, hidden: bool) {
        self.space();
        let start = self.text.len();
        let (body, blank) = trailing_blank(image);
        let name = body.strip_prefix('#').unwrap_or(body);
        let name = name.strip_prefix('(').and_then(|n| n.strip_suffix(')')).unwrap_or(name);
        if !hidden {
            self.text.push_str(body);
        }
        self.span(SpanMark::Tag { tag: name.to_owned() }, start, self.text.len());
        if !hidden {
            self.text.push_str(blank);
        }
    }

    /// Begins bold or italic at byte `at` of the file.
    pub(super) fn open(&mut self, mark: Mark, at: usize) {
        self.space();
        self.open.push(OpenMark { mark, start: self.text.len(), at });
    }

    /// Ends bold or italic.
    pub(super) fn close(&mut self, mark: Mark, image: &str) {
        self.end_of_part();
        if let Some(open) = self.open.pop() {
            let kind = match mark {
                Mark::StarBold | Mark::LineBold => SpanMark::Bold,
                Mark::StarItalic | Mark::LineItalic => SpanMark::Italic,
            };
            self.span(kind, open.start, self.text.len());
        }
        if image.ends_with(' ') {
            self.text.push(' ');
        }
    }

    /// The text, and where in the file bold or italic begins that nothing ends: its mark is then part of the text.
    pub(super) fn finish(self) -> (Text, Option<usize>) {
        let unclosed = self.open.first().map(|o| o.at);
        let (mut text, mut spans) = (self.text, self.spans);
        if unclosed.is_some() {
            (text, spans) = with_literal_marks(&text, spans, &self.open);
        }
        let mut known = HashSet::new();
        let tags = spans.iter().filter_map(|span| match &span.mark {
            SpanMark::Tag { tag } => known.insert(tag.as_str()).then(|| tag.clone()),
            SpanMark::Bold | SpanMark::Italic | SpanMark::Link { .. } | SpanMark::Mention { .. } => None,
        });
        let tags = tags.collect();
        (Text { text, spans, tags }, unclosed)
    }
}

/// Puts marks that were never closed back into the text, and moves the spans along.
fn with_literal_marks(text: &str, spans: Vec<Span>, open: &[OpenMark]) -> (String, Vec<Span>) {
    let mut with = String::with_capacity(text.len() + 2 * open.len());
    // How many bytes stand in front of each mark once the marks before it are back.
    let mut shifts: Vec<(usize, usize)> = Vec::with_capacity(open.len());
    let mut done = 0;
    for mark in open {
        with.push_str(text.get(done..mark.start).unwrap_or_default());
        with.push_str(mark.mark.image());
        done = mark.start;
        shifts.push((mark.start, with.len() - mark.start));
    }
    with.push_str(text.get(done..).unwrap_or_default());
    let moved = |at: usize, inclusive: bool| {
        let before = shifts.partition_point(|(start, _)| if inclusive { *start <= at } else { *start < at });
        at + before.checked_sub(1).and_then(|i| shifts.get(i)).map_or(0, |(_, shift)| *shift)
    };
    let spans =
        spans.into_iter().map(|s| Span { start: moved(s.start, true), end: moved(s.end, false).max(moved(s.start, true)), mark: s.mark });
    (with, spans.collect())
}

fn trailing_blank(image: &str) -> (&str, &str) {
    image.split_at(image.trim_end_matches([' ', '\t']).len())
}
