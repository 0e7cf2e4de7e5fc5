//! The texts of sources in the file: several lines as raw strings, so that they can be read and compared, and back byte for byte.
//!
//! `text` holds the words where one string can; `pieces` where some characters need escapes: put together they are the text.
//! `crlf` says that every line end stands for CR LF. A text that is kept beside the map has `beside`, the name of its file.

use std::sync::Arc;

use serde::Deserialize;

use crate::base::Sha256;
use crate::formats::native::{complaint, strings};
use crate::model::{self, Keeping, MAX_TEXT_BYTES, is_safe_name};
use crate::tr;

/// A text of more pieces is written as one string full of escapes.
const MAX_PIECES: usize = 4096;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "SourceText")]
struct Written {
    sha256: String,
    #[serde(default)]
    imported: String,
    #[serde(default)]
    file: String,
    #[serde(default)]
    stated_date: String,
    #[serde(default)]
    beside: Option<String>,
    #[serde(default)]
    crlf: bool,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    pieces: Vec<String>,
}

/// A version of a text as it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Written")]
pub(super) struct SourceText(pub(super) model::SourceText);

impl TryFrom<Written> for SourceText {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let Written { sha256, imported, file, stated_date, beside, crlf, text, pieces } = written;
        let wrong = |_| complaint::text(tr!("native-sha256"), tr!("native-sha256-help"));
        let sha256: Sha256 = sha256.parse().map_err(wrong)?;
        let words = match (text, pieces) {
            (Some(text), _) => Some(text),
            (None, pieces) if pieces.is_empty() => None,
            (None, pieces) => Some(pieces.concat()),
        };
        let words = words.map(|text| if crlf { text.replace('\n', "\r\n") } else { text });
        if words.as_ref().is_some_and(|text| text.len() > MAX_TEXT_BYTES) {
            return Err(complaint::text(&tr!("native-long-text", limit = MAX_TEXT_BYTES), tr!("native-long-text-help")));
        }
        if beside.as_ref().is_some_and(|name| !is_safe_name(name)) {
            return Err(complaint::text(tr!("native-beside"), tr!("native-beside-help")));
        }
        let mut text = model::SourceText::kept(words.map(Arc::from), sha256, imported);
        text.file = file;
        text.stated_date = stated_date;
        text.keeping = beside.map_or(Keeping::Inside, Keeping::Beside);
        Ok(Self(text))
    }
}

/// Whether every line of a text, and there are several, ends with CR LF, and no CR stands elsewhere.
pub(super) fn has_crlf(text: &str) -> bool {
    let ends = text.matches("\r\n").count();
    ends > 0 && ends == text.matches('\r').count() && ends == text.matches('\n').count()
}

/// A text whose line ends are LF, cut so that what needs escapes stands apart from what can be read.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    if !text.contains('\n') {
        return vec![text];
    }
    let mut pieces = Vec::new();
    let (mut from, mut escaped) = (0, None);
    for (at, c) in text.char_indices() {
        let needs = strings::stands_out(c);
        if escaped.is_some_and(|before| before != needs) {
            pieces.push(&text[from..at]);
            from = at;
        }
        escaped = Some(needs);
    }
    pieces.push(&text[from..]);
    if pieces.len() > MAX_PIECES { vec![text] } else { pieces }
}

#[cfg(test)]
mod tests {
    use super::{has_crlf, pieces};

    #[test]
    fn what_needs_escapes_stands_apart() {
        assert_eq!(pieces("\u{feff}one\ntwo\u{c}three"), ["\u{feff}", "one\ntwo", "\u{c}", "three"]);
        assert_eq!(pieces("one\u{c}line"), ["one\u{c}line"]);
        assert_eq!(pieces("a\tb\n"), ["a\tb\n"]);
        assert_eq!(pieces(""), [""]);
    }

    #[test]
    fn line_ends_are_all_alike_or_they_are_kept_one_by_one() {
        assert!(has_crlf("a\r\nb\r\n"));
        for no in ["", "a", "a\nb", "a\r\nb\n", "a\r\nb\r", "a\r\r\nb", "\n\r"] {
            assert!(!has_crlf(no), "{no:?}");
        }
    }
}
