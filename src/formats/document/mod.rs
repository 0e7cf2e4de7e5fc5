//! Documents that sources are read from: bytes in, text and what the document says about itself out; of lists of references that alone. A kind of document is one file
//! here and one line in [`READERS`]; dialogs and the command line iterate the list. Nothing here touches a map.

mod container;
mod decode;
mod docx;
mod epub;
mod html;
mod html_comments;
mod html_head;
mod json;
mod markdown;
mod pdf;
mod pdf_forms;
mod pdf_packed;
mod plain;
mod references;
mod thread;
mod when;
mod xml;

use crate::base::date::of_address;
use crate::base::{Code, Diagnostic, Position, TaskCtx};
use crate::formats::{ImportError, has_extension};
use crate::model::{DateBasis, MAX_TEXT_BYTES, SourceKind};
use crate::tr;

/// Most comments that are taken from one document.
pub const MAX_COMMENTS: usize = 20_000;

/// Every kind of document that can be read. Where several claim a file, the first one wins.
pub static READERS: &[&dyn DocumentReader] = &[
    &pdf::Pdf,
    &docx::Docx,
    &epub::Epub,
    &references::BIBTEX,
    &references::CSL,
    &xml::WordPress,
    &xml::Disqus,
    &json::HackerNews,
    &json::Reddit,
    &html::Html,
    &markdown::Markdown,
    &plain::Plain,
];

/// Reads one kind of document.
pub trait DocumentReader: Sync {
    /// The name shown in dialogs.
    fn title(&self) -> &'static str;

    /// Usual endings of its files, lower case, without the dot; the commonest first.
    fn extensions(&self) -> &'static [&'static str];

    /// Whether the content looks like this kind.
    fn sniff(&self, bytes: &[u8]) -> bool;

    /// Reads the document; an export of a site may hold several.
    ///
    /// # Errors
    /// [`ImportError`] where no text can be had: what, where, how to mend it.
    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError>;
}

/// A document as read. Everything but the text is a proposal: what the document states about itself, empty where it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What sort of source.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// ISO 8601, as precise as stated.
    pub date: String,
    /// What the date rests on: it is stated, or stands in the address.
    pub date_basis: Option<DateBasis>,
    /// Where it appeared.
    pub venue: String,
    /// Its address.
    pub url: String,
    /// The address of an archived copy.
    pub archive_url: String,
    /// What is remarked about it.
    pub note: String,
    /// It was found in a list of references and has no text.
    pub is_reference: bool,
    /// Its text; where comments were split off, without them.
    pub text: String,
    /// The comments below it, each behind the one that it answers.
    pub comments: Vec<Comment>,
    /// How many comments the document says it has.
    pub announced: Option<usize>,
    /// The text before comments were split off, where it is one text.
    pub unsplit: Option<String>,
}

/// A comment below a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// Who wrote it, by name or pseudonym.
    pub author: String,
    /// ISO 8601, as precise as stated.
    pub date: String,
    /// Its text.
    pub text: String,
    /// Its address.
    pub url: String,
    /// Which of the comments before it it answers; the document where that is missing.
    pub parent: Option<usize>,
    /// How many comments stand between it and the document.
    pub depth: usize,
}

impl Document {
    fn new(kind: SourceKind, text: String) -> Self {
        Self {
            kind,
            title: String::new(),
            authors: Vec::new(),
            date: String::new(),
            date_basis: None,
            venue: String::new(),
            url: String::new(),
            archive_url: String::new(),
            note: String::new(),
            is_reference: false,
            text,
            comments: Vec::new(),
            announced: None,
            unsplit: None,
        }
    }
}

/// The reader for a file, by its first bytes and its name.
pub fn reader_for(file_name: &str, bytes: &[u8]) -> Option<&'static dyn DocumentReader> {
    let named = || READERS.iter().copied().filter(|r| has_extension(file_name, r.extensions()));
    let known = named().find(|r| r.sniff(bytes)).or_else(|| READERS.iter().copied().find(|r| r.sniff(bytes)));
    // Any other text is plain text.
    known.or_else(|| named().next()).or_else(|| (!decode::is_binary(bytes)).then_some(&plain::Plain as &dyn DocumentReader))
}

/// Whether a file of that name is usually a document, not a map.
pub fn is_document_name(file_name: &str) -> bool {
    READERS.iter().any(|r| has_extension(file_name, r.extensions()))
}

/// Reads a document; name and content of the file say what it is. Never empty.
///
/// # Errors
/// [`ImportError`] where it is of no kind that is known, too long, or broken.
pub fn read(file_name: &str, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
    ctx.checkpoint(0, 1)?;
    let reader = reader_for(file_name, bytes).ok_or_else(|| ImportError::NotThisFormat(tr!("document-unknown", known = known())))?;
    checked(reader.read(bytes, ctx)?)
}

/// Reads text that was pasted: a thread, a web page's source, or plain words.
///
/// # Errors
/// [`ImportError`] where it is empty or too long.
pub fn read_pasted(text: &str, ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
    read("", text.as_bytes(), ctx)
}

/// The words of a text file as they stand, without a byte order mark; `None` for a program or picture.
pub fn words(bytes: &[u8]) -> Option<String> {
    (!decode::is_binary(bytes)).then(|| decode::decode(bytes, None))
}

/// The kinds of documents in words, with their endings.
pub fn known() -> String {
    READERS.iter().map(|r| format!("{} (.{})", r.title(), r.extensions().join(", ."))).collect::<Vec<_>>().join("; ")
}

fn checked(documents: Vec<Document>) -> Result<Vec<Document>, ImportError> {
    let mut found: Vec<Document> =
        documents.into_iter().filter(|d| !d.text.trim().is_empty() || !d.comments.is_empty() || d.is_reference).collect();
    if found.is_empty() {
        return Err(refused(tr!("document-empty"), tr!("document-empty-help")));
    }
    for document in &mut found {
        let texts = std::iter::once(&document.text).chain(document.comments.iter().map(|c| &c.text));
        let longest = texts.map(String::len).max().unwrap_or_default();
        too_large(longest, MAX_TEXT_BYTES)?;
        if document.comments.len() > MAX_COMMENTS {
            return Err(ImportError::TooLarge { what: "comments", found: document.comments.len() as u64, limit: MAX_COMMENTS as u64 });
        }
        for line in [&mut document.title, &mut document.venue, &mut document.url] {
            *line = one_line(line);
        }
        document.date_basis = Some(DateBasis::Stated).filter(|_| !document.date.is_empty());
        if let Some(date) = of_address(&document.url).filter(|_| document.date.is_empty()) {
            (document.date, document.date_basis) = (date, Some(DateBasis::Url));
        }
        document.authors = document.authors.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect();
    }
    Ok(found)
}

fn too_large(found: usize, limit: usize) -> Result<(), ImportError> {
    if found > limit { Err(ImportError::TooLarge { what: "bytes", found: found as u64, limit: limit as u64 }) } else { Ok(()) }
}

/// Words with single spaces between them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The document as a whole is the matter.
fn refused(message: impl Into<String>, help: &str) -> ImportError {
    refused_at(Position { line: 1, column: 1 }, message, help)
}

fn refused_at(position: Position, message: impl Into<String>, help: &str) -> ImportError {
    ImportError::Refused(Diagnostic::at(Code::Syntax, position, message, help))
}
