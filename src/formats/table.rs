//! CSV (RFC 4180): every claim, relation, attribution, speaker and source as a row of one table; the column `record` says which it is.
//!
//! UTF-8 with a byte order mark, by which spreadsheets know it. A cell that a spreadsheet would take for a formula begins with an
//! apostrophe (OWASP, “CSV Injection”).

use std::borrow::Cow;

use crate::base::{Cancelled, NodeId, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::model::{ArgumentMap, Node};
use crate::provenance::verify::Class;
use crate::tr;

/// The columns, in the order of [`Row`]'s cells.
const COLUMNS: [&str; 25] = [
    "record",
    "id",
    "kind",
    "text",
    "title",
    "from",
    "to",
    "speaker",
    "source",
    "stance",
    "quotation",
    "quotes",
    "verified",
    "cue",
    "date",
    "cause",
    "effect",
    "weight",
    "tags",
    "group",
    "venue",
    "url",
    "archive_url",
    "in_reply_to",
    "note",
];

/// Writes CSV.
pub struct Csv;

/// The cells that have something in them, by column.
struct Row(Vec<(&'static str, String)>);

impl Exporter for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn title(&self) -> &'static str {
        tr!("format-csv")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-anchors", map.attributions().flat_map(|(_, a)| &a.quotes).filter(|quote| quote.range.is_some()).count());
        lost.add("loss-texts", Lost::texts(map));
        lost.add("loss-places", map.views().values().map(|view| view.placements.len()).sum());
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let rows = rows(request.map);
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
        let failed = |error: csv::Error| ExportError::Refused(error.to_string());
        writer.write_record(COLUMNS).map_err(failed)?;
        for (done, row) in rows.iter().enumerate() {
            ctx.checkpoint(done as u64, rows.len() as u64)?;
            let cell = |column: &&str| row.0.iter().find(|(name, _)| name == column).map_or(Cow::Borrowed(""), |(_, text)| harmless(text));
            writer.write_record(COLUMNS.iter().map(|column| cell(column).into_owned())).map_err(failed)?;
        }
        let bytes = writer.into_inner().map_err(|error| ExportError::Refused(error.to_string()))?;
        Ok(Exported { bytes, losses: self.losses(request, ctx)? })
    }
}

/// Text that no spreadsheet reckons with.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    let starts = text.trim_start_matches([' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if starts { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn rows(map: &ArgumentMap) -> Vec<Row> {
    let ids = |ids: Vec<NodeId>| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let group = |id: Option<crate::base::GroupId>| id.and_then(|id| map.groups().get(&id)).map(|g| g.title.clone()).unwrap_or_default();
    let quotations = Quotations::of(map);
    let verified = |id: NodeId, quotes: usize| {
        let words = (0..quotes).map(|i| quotations.class(id, i).map_or("", Class::word)).collect::<Vec<_>>();
        if words.iter().all(|word| word.is_empty()) { String::new() } else { words.join("\n") }
    };
    let mut rows = Vec::new();
    for (id, node) in map.nodes() {
        let mut row = vec![("record", id.kind().word().to_owned()), ("id", id.to_string())];
        match node {
            Node::Claim(claim) => row.extend([
                ("kind", claim.kind.map(|kind| kind.word().to_owned()).unwrap_or_default()),
                ("text", claim.text.clone()),
                ("title", claim.title.clone()),
                ("cause", claim.cause.clone()),
                ("effect", claim.effect.clone()),
                ("tags", claim.tags.join("; ")),
                ("group", group(claim.group)),
                ("note", claim.note.clone()),
            ]),
            Node::Relation(relation) => row.extend([
                ("kind", if map.is_undercut(id) { "undercut".to_owned() } else { relation.kind.word().to_owned() }),
                ("text", relation.scheme.clone()),
                ("title", relation.title.clone()),
                ("from", ids(map.premises(id))),
                ("to", ids(map.target(id).into_iter().collect())),
                ("weight", relation.weight.map(|weight| weight.to_string()).unwrap_or_default()),
                ("tags", relation.tags.join("; ")),
                ("group", group(relation.group)),
                ("note", relation.note.clone()),
            ]),
            Node::Attribution(said) => row.extend([
                ("to", ids(map.content(id).into_iter().collect())),
                ("speaker", said.speaker.and_then(|id| map.speaker(id)).map(|s| s.label().to_owned()).unwrap_or_default()),
                ("source", map.told_source(said).map(|(_, source)| source.label().to_owned()).unwrap_or_default()),
                ("stance", said.stance.word().to_owned()),
                ("quotation", said.quotation.map(|quotation| quotation.word().to_owned()).unwrap_or_default()),
                ("quotes", said.quotes.iter().map(|quote| quote.exact.as_str()).collect::<Vec<_>>().join("\n")),
                ("verified", verified(id, said.quotes.len())),
                ("cue", if map.is_confidential(said) { String::new() } else { said.cue.clone() }),
                ("date", said.date.clone()),
                ("tags", said.tags.join("; ")),
                ("note", said.note.clone()),
            ]),
        }
        rows.push(Row(row));
    }
    for (id, speaker) in map.speakers() {
        let open = !speaker.confidential;
        let known = |text: &str| if open { text.to_owned() } else { String::new() };
        rows.push(Row(vec![
            ("record", "speaker".to_owned()),
            ("id", id.to_string()),
            ("kind", speaker.kind.word().to_owned()),
            ("text", speaker.label().to_owned()),
            (
                "title",
                known(&[speaker.role.as_str(), &speaker.affiliation].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ")),
            ),
            ("note", known(&speaker.note)),
        ]));
    }
    let withheld = map.withheld_sources();
    for (id, source) in map.sources() {
        if withheld.contains(id) {
            rows.push(Row(vec![("record", "source".to_owned()), ("id", id.to_string()), ("kind", "confidential".to_owned())]));
            continue;
        }
        let authors = source.authors.iter().filter_map(|id| map.speaker(*id)).map(|author| author.label()).collect::<Vec<_>>();
        rows.push(Row(vec![
            ("record", "source".to_owned()),
            ("id", id.to_string()),
            ("kind", source.kind.word().to_owned()),
            ("title", source.title.clone()),
            ("speaker", authors.join("; ")),
            ("date", source.date.clone()),
            ("venue", source.venue.clone()),
            ("url", source.url.clone()),
            ("archive_url", source.archive_url.clone()),
            ("in_reply_to", source.in_reply_to.filter(|id| !withheld.contains(id)).map(|id| id.to_string()).unwrap_or_default()),
            ("note", source.note.clone()),
        ]));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            assert!(harmless(text).starts_with('\''), "{text:?}");
        }
        for text in ["", "1-1", "a=b", "“-1”", "'=1"] {
            assert_eq!(harmless(text), text);
        }
    }
}
