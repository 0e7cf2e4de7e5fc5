//! What is wrong with a file, said to somebody who has it open in a text editor: what, where, how to mend it.

use std::fmt::{Arguments, Display};

use ron::de::SpannedError;
use ron::error::Error;

use crate::base::text::shorten;
use crate::base::{Code, Diagnostic, Position};
use crate::formats::ImportError;

/// Sentence and remedy as one text, for errors that have to pass through serde, which knows one text only.
pub(super) fn text(message: Arguments<'_>, help: &str) -> String {
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
    let place = "Mend this place in a text editor.";
    let with = |message: &str, help: &str| (message.to_owned(), help.to_owned());
    match error {
        Error::Message(both) => match both.split_once(SEPARATOR) {
            Some((message, help)) => (sentence(message), help.to_owned()),
            None => (sentence(both), place.to_owned()),
        },
        Error::NoSuchStructField { expected, found, outer } => {
            (format!("Unknown field `{found}`{}.", within(outer)), format!("Known are {}.", list(expected)))
        }
        Error::NoSuchEnumVariant { expected, found, outer } => {
            (format!("Unknown kind `{found}`{}.", of_what(outer)), format!("Known are {}.", list(expected)))
        }
        Error::MissingStructField { field, outer } => {
            (format!("The field `{field}` is missing{}.", within(outer)), format!("Add `{field}: …`."))
        }
        Error::DuplicateStructField { field, outer } => {
            (format!("The field `{field}` stands twice{}.", within(outer)), "Remove one of the two.".to_owned())
        }
        Error::ExpectedDifferentStructName { expected, found } => {
            (format!("Expected {expected}, found `{found}`."), format!("Write {expected} here, or nothing before the parenthesis."))
        }
        Error::ExpectedDifferentLength { expected, found } => {
            (format!("Expected {expected}, found {found} values."), "An edge is (\"from\", Role, \"to\"); a place is (x, y).".to_owned())
        }
        Error::InvalidValueForType { expected, found } => (format!("Expected {expected}, found {found}."), place.to_owned()),
        Error::ExceededRecursionLimit => with("Brackets are nested deeper than any argument map needs.", "Is this an argument map?"),
        Error::Eof => with("The file ends in the middle.", "It may have been cut off; look for a backup beside it, or close what is open."),
        Error::ExpectedStringEnd => with("A text begins here and never ends.", "Add the closing quotation mark."),
        Error::UnclosedBlockComment => with("A comment begins with /* and never ends.", "Add the closing */."),
        Error::ExpectedComma => with("Expected a comma here.", "Separate entries by commas; positions are whole numbers."),
        Error::ExpectedMapColon => with("Expected a colon here.", "Between a name and its value stands a colon."),
        Error::ExpectedString => with("Expected a text in quotation marks.", "Write it as \"…\"."),
        Error::ExpectedMap => with("Expected an opening brace {.", "Records stand as \"id\": … between braces."),
        Error::ExpectedMapEnd => with("Expected a closing brace }.", place),
        Error::ExpectedArray => with("Expected an opening bracket [.", "A list stands between brackets, even if it has one entry."),
        Error::ExpectedArrayEnd => with("Expected a closing bracket ].", place),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => with("Expected an opening parenthesis (.", place),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => with("Expected a closing parenthesis ).", place),
        Error::ExpectedInteger => with("Expected a whole number.", place),
        Error::IntegerOutOfBounds => with("The number is too large or too small for this place.", place),
        Error::ExpectedBoolean => with("Expected true or false.", place),
        Error::ExpectedIdentifier => with("Expected a name here.", place),
        Error::TrailingCharacters => with("Something stands behind the end of the map.", "Remove what follows the last parenthesis."),
        Error::InvalidEscape(_) => {
            with("Unknown escape in a text.", "Known are \\\" \\\\ \\n \\r \\t and \\u{…}; write a backslash as \\\\.")
        }
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

fn within(outer: &Option<String>) -> String {
    outer.as_ref().map(|name| format!(" in {name}")).unwrap_or_default()
}

fn of_what(outer: &Option<String>) -> String {
    outer.as_ref().map(|name| format!(" of {name}")).unwrap_or_default()
}

fn list(names: &[impl Display]) -> String {
    names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
}
