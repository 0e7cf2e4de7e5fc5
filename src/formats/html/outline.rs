//! The map as nested lists: all that the picture says, for those who cannot see it, for search engines and for paper.

use std::fmt::Write;

use super::notes::{Notes, remark_of};
use crate::analysis::Outline;
use crate::analysis::outline::RowKind;
use crate::base::text::xml_escaped as escaped;
use crate::base::{Cancelled, NodeKind, TaskCtx};
use crate::formats::ExportRequest;

/// Browsers nest elements only so deep; what is deeper stands beside it.
const DEEPEST: usize = 60;

/// The lists. A row's `<div>` has in `<i>` how it bears on what is above it, in `<b>` its number, in `<strong>` its name and then a link
/// to the picture of its node; for an attribution, which has none, the row is `<li data-node>`. `data-via` is the relation through which
/// it bears, whose footnotes are `sup.via`, and `data-see` says that its own place is elsewhere. What only a script can use is added by
/// the page's.
pub(super) fn list(request: &ExportRequest<'_>, outline: &Outline, notes: &Notes, ctx: &TaskCtx) -> Result<String, Cancelled> {
    let map = request.map;
    let is_hidden = |id| request.shown.is_some_and(|shown| shown.hides(id));
    let is_listed = |(_, row): &(usize, &crate::analysis::outline::Row)| {
        let is_voice = row.kind == RowKind::Attribution && map.relations_on(row.node).is_empty();
        !is_voice && !is_hidden(row.node) && !row.via.is_some_and(is_hidden)
    };
    let mut listed = outline.rows().iter().enumerate().filter(is_listed).peekable();
    let mut out = String::from("<ul>\n");
    // The depths of the lists that are open, outermost first.
    let mut open: Vec<usize> = Vec::new();
    while let Some((index, row)) = listed.next() {
        ctx.checkpoint(index as u64, outline.rows().len() as u64)?;
        while open.last().is_some_and(|depth| *depth >= row.depth) {
            open.pop();
            out.push_str("</ul>\n");
        }
        let has_branch = open.len() < DEEPEST && listed.peek().is_some_and(|(_, next)| next.depth > row.depth);
        let id = row.node;
        out.push_str("<li");
        if id.kind() == NodeKind::Attribution {
            let _ = write!(out, " data-node={id}");
        }
        if let Some(via) = row.via {
            let _ = write!(out, " data-via={via}");
        }
        if row.kind == RowKind::Link {
            out.push_str(" data-see");
        }
        // A step of several premises has a row of its own.
        let alone = row.via.filter(|via| map.premises(*via).len() == 1);
        let of_row: Vec<_> = if row.kind == RowKind::Link { Vec::new() } else { [Some(id), alone].into_iter().flatten().collect() };
        let title = outline.title(map, index);
        let title = escaped(&title);
        out.push_str("><div>");
        let words = outline.words(map, index);
        if !words.is_empty() {
            let kind = row.via.or(Some(id)).and_then(|id| map.relation(id)).map(|relation| relation.kind.word());
            let kind = kind.map(|kind| format!(" class={kind}")).unwrap_or_default();
            let _ = write!(out, "<i{kind}>{}</i> ", escaped(&words));
        }
        if let Some(number) = outline.number(index) {
            let _ = write!(out, "<b>{number}</b> ");
        }
        let name = map.claim(id).map(|claim| claim.title.trim()).unwrap_or_default();
        if row.kind == RowKind::Claim && !name.is_empty() && *name != *outline.title(map, index) {
            let _ = write!(out, "<strong>{}</strong> ", escaped(name));
        }
        let _ = match id.kind() {
            NodeKind::Claim | NodeKind::Relation => write!(out, "<a href=#{id}>{title}</a>"),
            NodeKind::Attribution => write!(out, "<span>{title}</span>"),
        };
        for (class, node) in ["", " class=via"].iter().zip(&of_row) {
            let links: Vec<String> = notes.numbers(*node).iter().map(|number| format!("<a href=#n{number}>{number}</a>")).collect();
            if !links.is_empty() {
                let _ = write!(out, "<sup{class}>{}</sup>", links.concat());
            }
        }
        for node in &of_row {
            let note = match node.kind() {
                NodeKind::Claim => map.claim(*node).map(|claim| claim.note.as_str()),
                NodeKind::Relation => map.relation(*node).map(|relation| relation.note.as_str()),
                NodeKind::Attribution => map.attribution(*node).map(|attribution| attribution.note.as_str()),
            };
            out.push_str(&remark_of(note.unwrap_or_default()));
        }
        out.push_str("</div>");
        if has_branch {
            out.push_str("\n<ul>\n");
            open.push(row.depth);
        } else {
            out.push('\n');
        }
    }
    for _ in open {
        out.push_str("</ul>\n");
    }
    out.push_str("</ul>");
    Ok(out)
}
