//! Argdown: a text format for arguments (<https://argdown.org>), read and written.
//!
//! Reading goes in two steps: [`parse`] finds what a file says in Argdown's own terms (a [`Document`]); `import` makes a map of it.
//! Statements become claims, premise-conclusion structures relations (one for each step), other arguments claims that support or
//! rebut, headings groups. Writing is the way back: what it writes is read as the same claims and relations.
//!
//! What a file says is what Argdown's reference parser finds in it. Where that parser contradicts itself this one does not follow:
//! - An undercut under a statement attacks the inference that leads to the statement, or else the statement; the reference takes the
//!   last inference anywhere above it.
//! - A statement that supports or attacks itself is read as written; the reference drops it where anything else bears on it, too.
//! - Data may span lines in files with `\r\n`; tags, titles and links do not span paragraphs.

mod content;
mod data;
mod document;
mod export;
mod findings;
mod import;
mod lexer;
mod parser;
mod plain;
mod scan;
mod steps;
mod titles;
mod yaml;

pub use document::{
    Argument, Document, End, Inference, Member, PcsStatement, Relation, RelationType, Role, Section, Span, SpanMark, Statement, Step, Text,
};
pub use parser::MAX_MEMBERS;

use std::borrow::Cow;

use crate::base::{Cancelled, Diagnostic, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, ImportError, Imported, Importer, Loss, MAX_BYTES, text_of};

const NAME: &str = "argdown";
const TITLE: &str = "Argdown";
const EXTENSIONS: &[&str] = &["argdown", "ad"];
/// How much of a file is looked at to tell whether it is Argdown.
const SNIFFED_LINES: usize = 50;

/// Argdown as an import and export format.
pub struct Argdown;

impl Importer for Argdown {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        TITLE
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    /// Front matter, or a line that defines a statement or argument.
    fn sniff(&self, bytes: &[u8]) -> bool {
        let start = bytes.get(..bytes.len().min(1 << 14)).unwrap_or_default();
        let text = String::from_utf8_lossy(start);
        let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty()).take(SNIFFED_LINES).peekable();
        let defines = |line: &str, open: char, close: &str| line.strip_prefix(open).is_some_and(|rest| rest.contains(close));
        lines.peek().is_some_and(|l| l.trim_start_matches('\u{feff}').starts_with("==="))
            || lines.any(|l| defines(l, '[', "]: ") || defines(l, '<', ">: "))
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        if bytes.len() > MAX_BYTES {
            return Err(ImportError::TooLarge { what: "bytes", found: bytes.len() as u64, limit: MAX_BYTES as u64 });
        }
        let text = normal(text_of(bytes)?);
        let (document, mut findings) = parser::parse(&text, ctx)?;
        let map = import::import(&document, seed(&text), &mut findings, ctx)?;
        Ok(Imported { map, report: findings.into_diagnostics(&text) })
    }
}

impl Exporter for Argdown {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        TITLE
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn losses(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(export::export(request.map, ctx)?.1)
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let (text, losses) = export::export(request.map, ctx)?;
        Ok(Exported { bytes: text.into_bytes(), losses })
    }
}

/// Ids follow from the text (FNV-1a): the same file gives the same map.
fn seed(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

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
