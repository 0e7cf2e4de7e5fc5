//! DOCX: the paragraphs of the text in their order, and what the file says about itself.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::container::{Container, is_zip_with};
use super::{Document, DocumentReader, decode, too_large, when, xml};
use crate::base::TaskCtx;
use crate::formats::ImportError;
use crate::model::{MAX_TEXT_BYTES, SourceKind};
use crate::tr;

const BODY: &str = "word/document.xml";

pub(super) struct Docx;

impl DocumentReader for Docx {
    fn title(&self) -> &'static str {
        "Word (DOCX)"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        is_zip_with(bytes, BODY)
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let mut file = Container::open(bytes)?;
        let (mut text, mut title) = paragraphs(&decode::decode(&file.need(BODY)?, None), ctx)?;
        // Notes stand behind the text, as they do on paper.
        for part in ["word/footnotes.xml", "word/endnotes.xml"] {
            if let Some(notes) = file.read(part)? {
                let (notes, _) = paragraphs(&decode::decode(&notes, None), ctx)?;
                if !notes.trim().is_empty() {
                    text.push_str("\n\n");
                    text.push_str(notes.trim());
                }
            }
        }
        let mut document = Document::new(SourceKind::Document, text);
        if let Some(core) = file.read("docProps/core.xml")? {
            let core = decode::decode(&core, None);
            let said = |name: &str| xml::first(&core, name).unwrap_or_default();
            if !said("title").trim().is_empty() {
                title = said("title");
            }
            document.authors = said("creator").split(';').map(|name| name.trim().to_owned()).collect();
            document.date = when::stated(&said("created")).map(|date| date.chars().take(10).collect()).unwrap_or_default();
        }
        if title.trim().is_empty() {
            let first = document.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            title = crate::base::text::shorten(first, 120);
        }
        document.title = title;
        Ok(vec![document])
    }
}

/// The paragraphs with a blank line between, and the first one that is set as a title.
fn paragraphs(source: &str, ctx: &TaskCtx) -> Result<(String, String), ImportError> {
    let mut reader = Reader::from_str(source);
    let (mut text, mut title) = (String::new(), String::new());
    let (mut paragraph, mut is_title, mut in_words) = (String::new(), false, false);
    // What older programs shall show instead is the same once more.
    let mut fallback = 0_usize;
    for count in 0_u64.. {
        if count % xml::CHUNK == 0 {
            ctx.checkpoint(reader.buffer_position(), source.len() as u64)?;
        }
        let event = xml::next(&mut reader, source)?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let empty = matches!(event, Event::Empty(_));
                match tag.local_name().as_ref() {
                    "Fallback" if !empty => fallback += 1,
                    _ if fallback > 0 => {}
                    "t" if !empty => in_words = true,
                    "tab" => paragraph.push('\t'),
                    "br" | "cr" => paragraph.push('\n'),
                    "noBreakHyphen" => paragraph.push('\u{2011}'),
                    "pStyle" => {
                        let style = xml::attribute(tag, "val").unwrap_or_default().to_lowercase();
                        is_title = style == "title" || style == "titel" || title.is_empty() && text.is_empty() && style.ends_with('1');
                    }
                    _ => {}
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "Fallback" => fallback = fallback.saturating_sub(1),
                "t" => in_words = false,
                "p" if fallback == 0 => {
                    if is_title && title.is_empty() {
                        title.clone_from(&paragraph);
                    }
                    is_title = false;
                    if !paragraph.trim().is_empty() {
                        if !text.is_empty() {
                            text.push_str("\n\n");
                        }
                        text.push_str(paragraph.trim_end());
                    }
                    paragraph.clear();
                    too_large(text.len(), MAX_TEXT_BYTES)?;
                }
                _ => {}
            },
            Event::Eof => break,
            other if in_words && fallback == 0 => paragraph.push_str(&xml::words(other)),
            _ => {}
        }
    }
    if text.is_empty() && !source.contains("<w:") && !source.contains("wordprocessingml") {
        return Err(super::refused(tr!("document-part-missing", name = BODY), tr!("document-broken-help")));
    }
    Ok((text, title))
}
