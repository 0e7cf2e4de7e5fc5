//! The map as nested lists: all that the picture says, for those who cannot see it, for search engines and for paper.

use std::fmt::Write;

use super::{Notes, remark_of};
use crate::analysis::Outline;
use crate::analysis::outline::RowKind;
use crate::base::text::xml_escaped as escaped;
use crate::base::{Cancelled, NodeKind, TaskCtx};
use crate::formats::ExportRequest;

/// Browsers nest elements only so deep; what is deeper stands beside it.
const DEEPEST: usize = 60;

/// The lists. A row is `<li data-node>`, with `data-via` for the relation through which it bears on what is above it, and
/// `data-see` where its own place is elsewhere, and with `data-group` for the group that it belongs to. Footnotes of that relation
/// are `sup.via`. What only a script can use is added by the page's.
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
            out.push_str("</ul></li>\n");
        }
        let has_branch = open.len() < DEEPEST && listed.peek().is_some_and(|(_, next)| next.depth > row.depth);
        let id = row.node;
        let _ = write!(out, "<li data-node={id}");
        if let Some(via) = row.via {
            let _ = write!(out, " data-via={via}");
        }
        if row.kind == RowKind::Link {
            out.push_str(" data-see");
        } else if let Some(group) = map.claim(id).and_then(|claim| claim.group).filter(|group| map.groups().contains_key(group)) {
            let _ = write!(out, " data-group={group}");
        }
        // A step of several premises has a row of its own.
        let alone = row.via.filter(|via| map.premises(*via).len() == 1);
        let of_row: Vec<_> = if row.kind == RowKind::Link { Vec::new() } else { [Some(id), alone].into_iter().flatten().collect() };
        let title = outline.title(map, index);
        let title = escaped(&title);
        out.push_str("><div class=row>");
        let words = outline.words(map, index);
        if !words.is_empty() {
            let kind = row.via.or(Some(id)).and_then(|id| map.relation(id)).map(|relation| relation.kind.word()).unwrap_or_default();
            let _ = write!(out, "<span class=\"bears {kind}\">{}</span> ", escaped(&words));
        }
        if let Some(number) = outline.number(index) {
            let _ = write!(out, "<span class=number>{number}</span> ");
        }
        let name = map.claim(id).map(|claim| claim.title.trim()).unwrap_or_default();
        if row.kind == RowKind::Claim && !name.is_empty() && *name != *outline.title(map, index) {
            let _ = write!(out, "<strong class=name>{}</strong> ", escaped(name));
        }
        let _ = match id.kind() {
            NodeKind::Claim | NodeKind::Relation => write!(out, "<a class=text href=#{id}>{title}</a>"),
            NodeKind::Attribution => write!(out, "<span class=text>{title}</span>"),
        };
        for (class, node) in ["", " class=via"].iter().zip(&of_row) {
            for number in notes.numbers(*node) {
                let _ = write!(out, "<sup{class}><a href=#n{number}>{number}</a></sup>");
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
            out.push_str("</li>\n");
        }
    }
    for _ in open {
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ul>");
    Ok(out)
}
