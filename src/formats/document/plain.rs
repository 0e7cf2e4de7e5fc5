//! Plain text: kept as it is; a thread is split.

use super::{Document, DocumentReader, decode, thread, when};
use crate::base::TaskCtx;
use crate::formats::ImportError;
use crate::model::SourceKind;
use crate::tr;

/// Lines at the beginning in which title, author and date are looked for.
const HEAD: usize = 12;
/// Longest line that can be a title, in code points.
const TITLE: usize = 200;
/// Words before the name of an author at the beginning of a text.
const BYLINES: &[&str] = &["By ", "BY ", "by ", "Von ", "Author: ", "Autor: ", "Autorin: "];

pub(super) struct Plain;

impl DocumentReader for Plain {
    fn title(&self) -> &'static str {
        tr!("document-plain")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    /// Nothing marks it.
    fn sniff(&self, _bytes: &[u8]) -> bool {
        false
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        if decode::is_binary(bytes) {
            return Err(super::refused(tr!("document-binary"), tr!("document-binary-help")));
        }
        let text = decode::decode(bytes, None);
        ctx.checkpoint(1, 2)?;
        Ok(vec![document(text)])
    }
}

/// The document that a plain text is.
pub(super) fn document(text: String) -> Document {
    let mut document = thread::split(Document::new(SourceKind::Document, text));
    let lines: Vec<&str> = document.text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD).collect();
    let is_title = |line: &&&str| line.chars().count() <= TITLE && !line.contains("://");
    let mut rest = lines.iter();
    let title = lines.first().filter(is_title).map(|line| (*line).to_owned());
    if title.is_some() {
        rest.next();
    }
    let (mut authors, mut date, mut url) = (Vec::new(), String::new(), String::new());
    for line in rest {
        if authors.is_empty() {
            authors = byline(line).unwrap_or_default();
        }
        if date.is_empty() {
            date = when::stated(line).unwrap_or_default();
        }
        if url.is_empty() && (line.starts_with("http://") || line.starts_with("https://")) && !line.contains(' ') {
            (*line).clone_into(&mut url);
        }
    }
    if !authors.is_empty() || !document.comments.is_empty() {
        document.kind = SourceKind::Article;
    }
    document.title = title.unwrap_or_default();
    (document.authors, document.date, document.url) = (authors, date, url);
    document
}

/// The names after “By”.
fn byline(line: &str) -> Option<Vec<String>> {
    let names = BYLINES.iter().find_map(|word| line.strip_prefix(word))?;
    let is_name = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        (1..=6).contains(&words.len()) && name.chars().next().is_some_and(char::is_uppercase) && !name.ends_with(['.', '!', '?'])
    };
    let names: Vec<String> = names.replace(" and ", ", ").replace(" und ", ", ").split(',').map(|name| name.trim().to_owned()).collect();
    names.iter().all(|name| is_name(name)).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::{byline, document};

    #[test]
    fn heads_are_read() {
        let read = document(
            "The long count\n\nBy Ada Pool and Ben Reed\n12 March 2019\nhttps://example.org/count\n\nIt took a week.\n".to_owned(),
        );
        assert_eq!(
            (read.title.as_str(), read.date.as_str(), read.url.as_str()),
            ("The long count", "2019-03-12", "https://example.org/count")
        );
        assert_eq!(read.authors, ["Ada Pool", "Ben Reed"]);
        assert!(read.text.starts_with("The long count\n") && read.text.ends_with("week.\n"));
        assert_eq!(byline("By then it was too late."), None);
        assert_eq!(byline("By the river, they met"), None);
    }
}
