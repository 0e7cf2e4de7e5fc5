//! PDF: the text layer, page by page. A scan has none.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Dictionary, Document as File, Object, ObjectId, PlainTextOutput, output_doc_page};

use super::{Document, DocumentReader, pdf_forms, pdf_packed, refused, too_large, when};
use crate::base::{Cancelled, TaskCtx};
use crate::formats::ImportError;
use crate::model::{MAX_TEXT_BYTES, SourceKind};
use crate::tr;

/// Most pages that are read.
const MAX_PAGES: usize = 20_000;
/// Most bytes of unpacked content that is followed, over all pages.
const MAX_FOLLOWED: usize = 1 << 30;

pub(super) struct Pdf;

impl DocumentReader for Pdf {
    fn title(&self) -> &'static str {
        "PDF"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pdf"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-")
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        // The reader of this format gives up on some broken files by a panic.
        let read = catch_unwind(AssertUnwindSafe(|| read(bytes, ctx)));
        read.unwrap_or_else(|_| Err(refused(tr!("document-pdf-broken"), tr!("document-pdf-broken-help")))).map(|document| vec![document])
    }
}

fn read(bytes: &[u8], ctx: &TaskCtx) -> Result<Document, ImportError> {
    let broken = |error: &dyn std::fmt::Display| refused(tr!("document-pdf", error = error.to_string()), tr!("document-pdf-broken-help"));
    pdf_packed::check(bytes, ctx)?;
    let mut file = File::load_mem(bytes).map_err(|error| broken(&error))?;
    if file.is_encrypted() && file.decrypt("").is_err() {
        return Err(refused(tr!("document-pdf-locked"), tr!("document-pdf-locked-help")));
    }
    // One that anybody may read is unlocked as it is read, and no more said to be locked.
    if file.was_encrypted() {
        pdf_packed::check_unlocked(&file, ctx)?;
    }
    let pages: Vec<(u32, ObjectId)> = file.get_pages().into_iter().take(MAX_PAGES).collect();
    let mut text = String::new();
    let mut unread = Vec::new();
    let mut left = MAX_FOLLOWED;
    for (done, (page, id)) in pages.iter().enumerate() {
        ctx.checkpoint(done as u64, pages.len() as u64).map_err(|cancelled: Cancelled| ImportError::Cancelled(cancelled))?;
        match page_text(&file, *page, *id, &mut left) {
            Some(words) => {
                let words = words.trim_matches(['\n', '\r', ' ']);
                if !text.is_empty() && !words.is_empty() {
                    text.push_str("\n\n");
                }
                text.push_str(words);
            }
            None => unread.push(*page),
        }
        too_large(text.len(), MAX_TEXT_BYTES)?;
    }
    if text.trim().is_empty() {
        return Err(match unread.is_empty() {
            true => refused(tr!("document-pdf-scan"), tr!("document-pdf-scan-help")),
            false => refused(tr!("document-pdf-broken"), tr!("document-pdf-broken-help")),
        });
    }
    let info = file.trailer.get(b"Info").ok().and_then(|info| dictionary(&file, info));
    let said = |name: &[u8]| info.and_then(|info| info.get(name).ok()).and_then(|value| words(&file, value)).unwrap_or_default();
    let mut document = Document::new(SourceKind::Document, text);
    document.title = said(b"Title");
    document.authors = said(b"Author").split(';').map(|name| name.trim().to_owned()).collect();
    document.date = when::of_pdf(&said(b"CreationDate")).unwrap_or_default();
    if document.title.trim().is_empty() {
        let first = document.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        document.title = crate::base::text::shorten(first, 120);
    }
    Ok(document)
}

/// The words of a page; `None` where the page cannot be read.
fn page_text(file: &File, page: u32, id: ObjectId, left: &mut usize) -> Option<String> {
    let read = || {
        if !pdf_forms::ends(file, id, left) {
            return None;
        }
        let mut words = String::new();
        output_doc_page(file, &mut PlainTextOutput::new(&mut words), page).ok().map(|()| words)
    };
    catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

fn dictionary<'a>(file: &'a File, object: &'a Object) -> Option<&'a Dictionary> {
    match object {
        Object::Dictionary(found) => Some(found),
        Object::Reference(id) => file.get_dictionary(*id).ok(),
        _ => None,
    }
}

/// A text of the file's own description: UTF-16 with a mark, else as good as Latin.
fn words(file: &File, object: &Object) -> Option<String> {
    let object = if let Object::Reference(id) = object { file.get_object(*id).ok()? } else { object };
    let bytes = object.as_str().ok()?;
    Some(super::decode::decode(bytes, Some("windows-1252")).replace('\0', ""))
}
