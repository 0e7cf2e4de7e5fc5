//! Argdown: a text format for arguments (<https://argdown.org>), read and written.
//!
//! Reading goes in two steps: [`parse`] finds what a file says in Argdown's own terms (a [`Document`]), `import` makes a map of it.

mod content;
mod document;
mod findings;
mod lexer;
mod parser;
mod scan;
mod steps;
mod yaml;

pub use document::{
    Argument, Document, End, Inference, Member, PcsStatement, Relation, RelationType, Role, Section, Span, SpanMark, Statement, Step, Text,
};
pub use parser::MAX_MEMBERS;

use std::borrow::Cow;

use crate::base::{Cancelled, Diagnostic, TaskCtx};

/// Reads what an Argdown file says, and where it departs from Argdown.
///
/// # Errors
/// [`Cancelled`] once somebody cancelled the task.
pub fn parse(text: &str, ctx: &TaskCtx) -> Result<(Document, Vec<Diagnostic>), Cancelled> {
    let text = normal(text);
    let (document, findings) = parser::parse(&text, ctx)?;
    Ok((document, findings.into_diagnostics(&text)))
}

/// The text without a byte order mark and with `\n` for every line break; lines and columns stay the same.
fn normal(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}
