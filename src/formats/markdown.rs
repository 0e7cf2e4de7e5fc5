//! Markdown (<https://spec.commonmark.org>, with footnotes as GitHub and Pandoc read them): the outline of the map as nested lists,
//! with a numbered footnote for everyone who says a thing: speaker, source, date, quotation, address.

use std::fmt::Write;

use crate::analysis::outline::RowKind;
use crate::base::{Cancelled, NodeKind, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost, picture};
use crate::tr;

/// What is deeper is indented no further.
const DEEPEST: usize = 24;

/// Writes Markdown.
pub struct Markdown;

impl Exporter for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn title(&self) -> &'static str {
        tr!("format-markdown")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["md", "markdown"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-causes", map.claims().filter(|(_, c)| !c.cause.trim().is_empty() || !c.effect.trim().is_empty()).count());
        lost.add("loss-texts", Lost::texts(map));
        lost.add("loss-groups", map.groups().len());
        lost.add("loss-tags", map.claims().filter(|(_, claim)| !claim.tags.is_empty()).count());
        lost.add("loss-places", map.views().values().map(|view| view.placements.len()).sum());
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let map = request.map;
        let quotations = Quotations::of(map);
        let outline = picture::outline(request);
        let (mut text, mut notes, mut number) = (String::new(), String::new(), 0);
        let title = map.meta().title.trim();
        let _ = writeln!(text, "# {}", escaped(if title.is_empty() { tr!("map-untitled") } else { title }));
        paragraph(&mut text, 0, &map.meta().note);
        if !text.ends_with("\n\n") {
            text.push('\n');
        }
        for (index, row) in outline.rows().iter().enumerate() {
            ctx.checkpoint(index as u64, outline.rows().len() as u64)?;
            if row.kind == RowKind::Attribution && map.relations_on(row.node).is_empty() {
                continue;
            }
            let indent = row.depth.min(DEEPEST);
            let numbered = outline.number(index).map(|number| format!("**{number}** ")).unwrap_or_default();
            let words = Some(outline.words(map, index)).filter(|words| !words.is_empty());
            let words = words.map(|words| format!("*{}:* ", escaped(&words))).unwrap_or_default();
            let _ = write!(text, "{}- {numbered}{words}{}", "  ".repeat(indent), escaped(&outline.title(map, index)));
            if row.kind != RowKind::Link {
                for node in [Some(row.node), row.via].into_iter().flatten() {
                    for cited in quotations.citations(map, node) {
                        number += 1;
                        let _ = write!(text, "[^{number}]");
                        let _ = write!(notes, "\n[^{number}]: {}", escaped(&cited.text));
                        if !cited.url.is_empty() {
                            let _ = write!(notes, " {}", link(&cited.url));
                        }
                    }
                }
            }
            text.push('\n');
            let note = match row.node.kind() {
                NodeKind::Claim if row.kind == RowKind::Claim => map.claim(row.node).map(|claim| claim.note.as_str()),
                NodeKind::Relation => map.relation(row.node).map(|relation| relation.note.as_str()),
                NodeKind::Attribution => map.attribution(row.node).map(|attribution| attribution.note.as_str()),
                NodeKind::Claim => None,
            };
            paragraph(&mut text, indent + 1, note.unwrap_or_default());
        }
        if !notes.is_empty() {
            notes.push('\n');
        }
        Ok(Exported { bytes: (text + &notes).into_bytes(), losses: self.losses(request, ctx)? })
    }
}

/// Text of several lines under what stands before it.
fn paragraph(out: &mut String, indent: usize, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    out.push('\n');
    for line in text.trim().lines() {
        let _ = writeln!(out, "{}{}", "  ".repeat(indent), escaped(line));
    }
    out.push('\n');
}

/// An address as a link; what is none stays text.
pub(super) fn link(url: &str) -> String {
    let plain = url.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>'));
    if plain && (url.starts_with("https://") || url.starts_with("http://")) { format!("<{url}>") } else { escaped(url) }
}

/// Text in one line, in which no sign means anything but itself.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            // A number with a full stop begins a list, but only at the beginning of a line.
            let lists = out.is_empty() && matches!(c, '-' | '+' | '=');
            let numbers = matches!(c, '.' | ')') && !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit());
            if lists || numbers || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '~' | '|' | '$' | '^') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, link};

    #[test]
    fn signs_mean_themselves() {
        for (text, expected) in [
            ("97,488 votes (2000)", "97,488 votes (2000)"),
            ("2000. It was close", "2000\\. It was close"),
            ("- a list", "\\- a list"),
            ("a - b", "a - b"),
            ("*bold* _and_ [x](y) <b> &amp; #1\n# head", "\\*bold\\* \\_and\\_ \\[x\\](y) \\<b\\> \\&amp; \\#1 \\# head"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn only_addresses_become_links() {
        assert_eq!(link("https://example.org/?a=1&b=_"), "<https://example.org/?a=1&b=_>");
        assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(link("https://x.org/> <b>"), "https://x.org/\\> \\<b\\>");
    }
}
