//! Markdown: kept as it is; its front matter and first heading say what it is.

use super::{Document, DocumentReader, decode, plain, when};
use crate::base::TaskCtx;
use crate::formats::ImportError;
use crate::model::SourceKind;

pub(super) struct Markdown;

impl DocumentReader for Markdown {
    fn title(&self) -> &'static str {
        "Markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        let head = head.trim_start_matches('\u{feff}');
        head.starts_with("# ") || (head.starts_with("---\n") || head.starts_with("---\r\n")) && head.contains("title:")
    }

    fn read(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Vec<Document>, ImportError> {
        let text = decode::decode(bytes, None);
        ctx.checkpoint(1, 2)?;
        Ok(vec![document(text)])
    }
}

fn document(text: String) -> Document {
    let mut document = plain::document(text);
    let front: Vec<(String, String)> = front_matter(&document.text).unwrap_or_default();
    let said =
        |names: &[&str]| front.iter().find(|(name, value)| names.contains(&name.as_str()) && !value.is_empty()).map(|(_, v)| v.clone());
    let heading =
        document.text.lines().find_map(|line| line.strip_prefix("# ")).map(|line| line.trim().trim_end_matches('#').trim_end().to_owned());
    // What stands above is no title in Markdown.
    let first = document.title.starts_with(['#', '-', '=']) || !front.is_empty();
    if let Some(title) = said(&["title"]).or(heading) {
        document.title = title;
    } else if first {
        document.title = document.title.trim_start_matches(['#', '-', '=']).trim().to_owned();
    }
    if let Some(authors) = said(&["author", "authors", "by"]) {
        document.authors = authors.trim_matches(['[', ']']).split([',', ';']).map(|name| unquoted(name).to_owned()).collect();
    }
    if let Some(date) = said(&["date", "published"]).and_then(|date| when::stated(&date)) {
        document.date = date;
    }
    document.venue = said(&["site", "publication", "venue", "publisher"]).unwrap_or_default();
    document.url = said(&["url", "link", "source", "canonical"]).unwrap_or_else(|| std::mem::take(&mut document.url));
    if !front.is_empty() {
        document.kind = SourceKind::Article;
    }
    document
}

/// `name: value` between two lines of three hyphens; a list below a name is joined.
fn front_matter(text: &str) -> Option<Vec<(String, String)>> {
    let mut lines = text.lines();
    lines.next().filter(|line| line.trim_end() == "---")?;
    let mut found: Vec<(String, String)> = Vec::new();
    for line in lines.take(100) {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(found);
        }
        if let Some((name, value)) = line.split_once(':').filter(|(name, _)| !name.starts_with([' ', '-', '\t'])) {
            found.push((name.trim().to_lowercase(), unquoted(value).to_owned()));
        } else if let (Some(item), Some((_, value))) = (line.trim_start().strip_prefix("- "), found.last_mut()) {
            if !value.is_empty() {
                value.push_str("; ");
            }
            value.push_str(unquoted(item));
        }
    }
    None
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::document;

    #[test]
    fn front_matter_and_headings() {
        let text = "---\ntitle: \"The long count\"\nauthors:\n  - Ada Pool\n  - Ben Reed\ndate: 2019-03-12\nsite: The Ledger\nurl: https://example.org/a\n---\n\n# Elsewhere\n\nIt took a week.\n";
        let read = document(text.to_owned());
        assert_eq!(
            (read.title.as_str(), read.date.as_str(), read.venue.as_str(), read.url.as_str()),
            ("The long count", "2019-03-12", "The Ledger", "https://example.org/a")
        );
        assert_eq!(read.authors, ["Ada Pool", "Ben Reed"]);
        assert_eq!(read.text, text);
        let read = document("Some words first.\n\n# The count #\n\nBy Ada Pool\n".to_owned());
        assert_eq!((read.title.as_str(), read.authors.as_slice()), ("The count", ["Ada Pool".to_owned()].as_slice()));
    }
}
