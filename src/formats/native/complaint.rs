//! What is wrong with a file, said to somebody who has it open in a text editor: what, where, how to mend it.

use std::fmt::Display;

use ron::de::SpannedError;
use ron::error::Error;

use crate::base::text::shorten;
use crate::base::{Code, Diagnostic, Position};
use crate::formats::ImportError;
use crate::tr;

/// Sentence and remedy as one text, for errors that have to pass through serde, which knows one text only.
pub(super) fn text(message: &str, help: &str) -> String {
    format!("{message}{SEPARATOR}{help}")
}

const SEPARATOR: char = '\u{1f}';
/// Longest message, in code points.
const LONGEST: usize = 240;

/// The refusal that an error of the parser amounts to.
pub(super) fn refused(error: &SpannedError, text: &str) -> ImportError {
    let (message, help) = said(&error.code);
    // A message quotes what was found, which in a broken file can be all of the rest.
    ImportError::Refused(Diagnostic::at(Code::Syntax, position(error, text), shorten(&message, LONGEST), help))
}

/// Where to look: at the word that is wrong, or at the place where something is missing.
fn position(error: &SpannedError, text: &str) -> Position {
    let (start, end) = (&error.span.start, &error.span.end);
    let place = match error.code {
        Error::Message(_)
        | Error::NoSuchStructField { .. }
        | Error::NoSuchEnumVariant { .. }
        | Error::DuplicateStructField { .. }
        | Error::ExpectedDifferentStructName { .. }
        | Error::IntegerOutOfBounds
        | Error::ExpectedStringEnd
        | Error::UnclosedBlockComment => start,
        _ => end,
    };
    // The parser points behind the quotation mark of a text.
    let line = text.split('\n').nth(place.line.saturating_sub(1)).unwrap_or_default();
    let quoted = place.col >= 2 && line.chars().nth(place.col - 2) == Some('"') && std::ptr::eq(place, start);
    let column = if quoted { place.col - 1 } else { place.col };
    Position { line: u32::try_from(place.line).unwrap_or(u32::MAX), column: u32::try_from(column).unwrap_or(u32::MAX) }
}

fn said(error: &Error) -> (String, String) {
    let place = tr!("native-place");
    let with = |message: &str, help: &str| (message.to_owned(), help.to_owned());
    match error {
        Error::Message(both) => match both.split_once(SEPARATOR) {
            Some((message, help)) => (sentence(message), help.to_owned()),
            None => (sentence(both), place.to_owned()),
        },
        Error::NoSuchStructField { expected, found, outer } => {
            (within(outer, tr!("native-unknown-field", found = found.as_str())), tr!("native-known", names = list(expected)))
        }
        Error::NoSuchEnumVariant { expected, found, outer } => (of_what(outer, found), tr!("native-known", names = list(expected))),
        Error::MissingStructField { field, outer } => {
            (within(outer, tr!("native-missing-field", field = *field)), tr!("native-missing-field-help", field = *field))
        }
        Error::DuplicateStructField { field, outer } => {
            (within(outer, tr!("native-field-twice", field = *field)), tr!("native-field-twice-help").to_owned())
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            (tr!("native-other-name", expected = *expected, found = found.as_str()), tr!("native-other-name-help", expected = *expected))
        }
        Error::ExpectedDifferentLength { expected, found } => {
            (tr!("native-length", expected = expected.as_str(), found = *found), tr!("native-length-help").to_owned())
        }
        Error::InvalidValueForType { expected, found } => {
            (tr!("native-type", expected = expected.as_str(), found = found.as_str()), place.to_owned())
        }
        Error::ExceededRecursionLimit => with(tr!("native-deep"), tr!("native-deep-help")),
        Error::Eof => with(tr!("file-cut-off"), tr!("native-cut-off-help")),
        Error::ExpectedStringEnd => with(tr!("native-text-open"), tr!("native-text-open-help")),
        Error::UnclosedBlockComment => with(tr!("native-comment-open"), tr!("native-comment-open-help")),
        Error::ExpectedComma => with(tr!("native-comma"), tr!("native-comma-help")),
        Error::ExpectedMapColon => with(tr!("native-colon"), tr!("native-colon-help")),
        Error::ExpectedString => with(tr!("native-string"), tr!("native-string-help")),
        Error::ExpectedMap => with(tr!("native-brace"), tr!("native-brace-help")),
        Error::ExpectedMapEnd => with(tr!("native-brace-end"), place),
        Error::ExpectedArray => with(tr!("native-bracket"), tr!("native-bracket-help")),
        Error::ExpectedArrayEnd => with(tr!("native-bracket-end"), place),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => with(tr!("native-parenthesis"), place),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => with(tr!("native-parenthesis-end"), place),
        Error::ExpectedInteger => with(tr!("native-integer"), place),
        Error::IntegerOutOfBounds => with(tr!("native-range"), place),
        Error::ExpectedBoolean => with(tr!("native-boolean"), place),
        Error::ExpectedIdentifier => with(tr!("native-name"), place),
        Error::TrailingCharacters => with(tr!("native-trailing"), tr!("native-trailing-help")),
        Error::InvalidEscape(_) => with(tr!("native-escape"), tr!("native-escape-help")),
        // What is left are rarities of RON that no map contains.
        other => (sentence(&other.to_string()), place.to_owned()),
    }
}

fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let start: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{start}{}{end}", chars.as_str())
}

fn of_what(outer: &Option<String>, found: &str) -> String {
    match outer {
        Some(outer) => tr!("native-unknown-kind-of", found = found, outer = outer.as_str()),
        None => tr!("native-unknown-kind", found = found),
    }
}

fn within(outer: &Option<String>, what: String) -> String {
    match outer {
        Some(outer) => tr!("native-within", what = what, outer = outer.as_str()),
        None => sentence(&what),
    }
}

fn list(names: &[impl Display]) -> String {
    names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
}
