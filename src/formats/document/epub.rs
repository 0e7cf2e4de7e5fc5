//! EPUB: the chapters in the order in which the book has them.

use super::container::{Container, is_zip_with};
use super::{Document, DocumentReader, decode, html, refused, too_large, when, xml};
use crate::base::TaskCtx;
use crate::formats::ImportError;
use crate::model::{MAX_TEXT_BYTES, SourceKind};
use crate::tr;

const CONTAINER: &str = "META-INF/container.xml";

pub(super) struct Epub;

impl DocumentReader for Epub {
    fn title(&self) -> &'static str {
        "EPUB"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["epub"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        is_zip_with(bytes, CONTAINER) || is_zip_with(bytes, "application/epub+zip")
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let mut file = Container::open(bytes)?;
        let container = decode::decode(&file.need(CONTAINER)?, None);
        let roots = xml::elements(&container, "rootfile")?;
        let package = roots.iter().find_map(|root| root.attribute("full-path"));
        let package = package.ok_or_else(|| refused(tr!("document-part-missing", name = "rootfile"), tr!("document-broken-help")))?;
        let source = decode::decode(&file.need(package)?, None);
        let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
        let items = xml::elements(&source, "item")?;
        let chapters = xml::elements(&source, "itemref")?;
        let mut text = String::new();
        for (done, chapter) in chapters.iter().enumerate() {
            ctx.checkpoint(done as u64, chapters.len() as u64)?;
            let item = chapter.attribute("idref").and_then(|id| items.iter().find(|item| item.attribute("id") == Some(id)));
            let Some(path) = item.and_then(|item| item.attribute("href")).map(|href| joined(folder, href)) else { continue };
            let Some(page) = file.read(&path)? else { continue };
            let words = html::all_words(&decode::decode(&page, None));
            if !text.is_empty() && !words.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&words);
            too_large(text.len(), MAX_TEXT_BYTES)?;
        }
        let said = |name: &str| xml::first(&source, name).unwrap_or_default();
        let mut document = Document::new(SourceKind::Book, text);
        document.title = said("title");
        document.authors = xml::elements(&source, "creator")?.into_iter().map(|creator| creator.words).collect();
        document.date = when::stated(&said("date")).map(|date| date.chars().take(10).collect()).unwrap_or_default();
        document.venue = said("publisher");
        Ok(vec![document])
    }
}

/// The path in the zip file that `href` leads to from a folder.
fn joined(folder: &str, href: &str) -> String {
    let href = href.split(['#', '?']).next().unwrap_or_default();
    let mut parts: Vec<String> = folder.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(unescaped(part)),
        }
    }
    parts.join("/")
}

/// `%20` as the byte that it stands for.
fn unescaped(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn chapters_are_found_from_the_folder_of_the_package() {
        for (folder, href, path) in [
            ("OEBPS", "text/one%20.xhtml#top", "OEBPS/text/one .xhtml"),
            ("", "one.xhtml", "one.xhtml"),
            ("a/b", "../c/./d.xhtml", "a/c/d.xhtml"),
            ("a", "../../../etc/passwd", "etc/passwd"),
            ("a", "50%", "a/50%"),
        ] {
            assert_eq!(super::joined(folder, href), path);
        }
    }
}
