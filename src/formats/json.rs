//! JSON: the map for programs. One object:
//!
//! | member | what |
//! |---|---|
//! | `format`, `version` | `"elenchus"`, 1 |
//! | `title`, `note` | of the map |
//! | `claims` | `id`, `text`; where known `title`, `kind`, `cause`, `effect`, `tags`, `group`, `note`, `at` (`[x, y]`, the centre in map units, y down) |
//! | `relations` | `id`, `kind` (`support`, `rebuttal`, `restatement`, `preference`, `contradiction`), `premises` (ids), `target` (an id); `undercut: true` where it attacks a relation; `title`, `scheme`, `weight`, `tags`, `group`, `note` |
//! | `attributions` | `id`, `stance`, `content` (an id); `speaker`, `source` (ids), `quotation`, `cue`, `date`, `dating`: `basis` (stated, URL, relative, inferred), `words`, `relative_to`, `earliest`, `latest`; `hedges`, `tags`, `note`, `quotes`: `exact`, `prefix`, `suffix`, `start`, `end` (code points), `verified` (`verbatim`, `truncated`, `altered`, `misquoted`, `not-found`) where a text of the source is stored |
//! | `speakers` | `id`, `kind`, `name`, `aliases`, `role`, `affiliation`, `note`; of a confidential one only `id`, `kind`, `confidential: true` |
//! | `sources` | `id`, `kind`, `title`, `authors` (ids), `venue`, `date`, `url`, `archive_url`, `in_reply_to` (an id), `note`; of one that is confidential or would tell who a confidential speaker is only `id`, `confidential: true` |
//! | `groups` | `id`, `title`, `parent` (an id), `note` |
//!
//! Members that say nothing are left out; records are in the order of their ids, premises in the author's.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::base::{Cancelled, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::model::{ArgumentMap, Dating, Quote, SourceText};
use crate::provenance::verify::Class;

/// Writes JSON.
pub struct Json;

/// The object, its members in this order.
#[derive(Serialize)]
struct Document {
    format: &'static str,
    version: u8,
    title: String,
    note: String,
    claims: Vec<Value>,
    relations: Vec<Value>,
    attributions: Vec<Value>,
    speakers: Vec<Value>,
    sources: Vec<Value>,
    groups: Vec<Value>,
}

impl Exporter for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn title(&self) -> &'static str {
        "JSON"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-views", map.views().len().saturating_sub(1));
        let pins = map.views().values().flat_map(|view| view.placements.values()).filter(|place| place.pinned).count();
        lost.add("loss-pins", pins);
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 2)?;
        let document = document(request);
        ctx.checkpoint(1, 2)?;
        let mut text = serde_json::to_string_pretty(&document).map_err(|error| ExportError::Refused(error.to_string()))?;
        text.push('\n');
        Ok(Exported { bytes: text.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

fn document(request: &ExportRequest<'_>) -> Document {
    let map = request.map;
    let quotations = Quotations::of(map);
    let text = |value: &dyn ToString| Value::from(value.to_string());
    let claims = map.claims().map(|(id, claim)| {
        let at = map.placement(request.view, id).map(|at| json!([at.x, at.y]));
        let kind = claim.kind.map(|kind| kind.word()).unwrap_or_default();
        let group = claim.group.map(|id| id.to_string());
        kept(json!({
            "id": text(&id), "text": claim.text, "title": claim.title, "kind": kind, "cause": claim.cause, "effect": claim.effect,
            "tags": claim.tags, "group": group, "note": claim.note, "at": at,
        }))
    });
    let relations = map.relations().map(|(id, relation)| {
        let premises: Vec<String> = map.premises(id).iter().map(ToString::to_string).collect();
        kept(json!({
            "id": text(&id), "kind": relation.kind.word(), "undercut": map.is_undercut(id).then_some(true), "premises": premises,
            "target": map.target(id).map(|id| id.to_string()), "title": relation.title, "scheme": relation.scheme,
            "weight": relation.weight, "tags": relation.tags, "group": relation.group.map(|id| id.to_string()), "note": relation.note,
        }))
    });
    let attributions = map.attributions().map(|(id, by)| {
        let is_open = !map.is_confidential(by);
        let quotes: Vec<Value> = by.quotes.iter().enumerate().map(|(i, said)| quote(said, is_open, quotations.class(id, i))).collect();
        kept(json!({
            "id": text(&id), "stance": by.stance.word(), "content": map.content(id).map(|id| id.to_string()),
            "speaker": by.speaker.map(|id| id.to_string()), "source": map.told_source(by).map(|(id, _)| id.to_string()),
            "quotation": by.quotation.map(|quotation| quotation.word()), "cue": if is_open { by.cue.as_str() } else { "" }, "date": by.date,
            "dating": dating(&by.dating), "hedges": by.hedges, "quotes": quotes, "tags": by.tags, "note": by.note,
        }))
    });
    Document {
        format: "elenchus",
        version: 1,
        title: map.meta().title.clone(),
        note: map.meta().note.clone(),
        claims: claims.collect(),
        relations: relations.collect(),
        attributions: attributions.collect(),
        speakers: speakers(map),
        sources: sources(map),
        groups: groups(map),
    }
}

fn dating(dating: &Dating) -> Option<Value> {
    let fields = || {
        kept(json!({
            "basis": dating.basis.map(|basis| basis.word()), "words": dating.words, "relative_to": dating.relative_to,
            "earliest": dating.earliest, "latest": dating.latest,
        }))
    };
    (*dating != Dating::default()).then(fields)
}

/// Of a confidential speaker only the words: what stands around them may say who it is.
fn quote(quote: &Quote, is_open: bool, class: Option<Class>) -> Value {
    if !is_open {
        return kept(json!({ "exact": quote.exact, "verified": class.map(Class::word) }));
    }
    let (start, end) = quote.range.unzip();
    kept(
        json!({ "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "start": start, "end": end, "verified": class.map(Class::word) }),
    )
}

fn speakers(map: &ArgumentMap) -> Vec<Value> {
    let of = map.speakers().iter().map(|(id, speaker)| {
        if speaker.confidential {
            return json!({ "id": id.to_string(), "kind": speaker.kind.word(), "confidential": true });
        }
        kept(json!({
            "id": id.to_string(), "kind": speaker.kind.word(), "name": speaker.name, "aliases": speaker.aliases, "role": speaker.role,
            "affiliation": speaker.affiliation, "note": speaker.note,
        }))
    });
    of.collect()
}

fn sources(map: &ArgumentMap) -> Vec<Value> {
    let withheld = map.withheld_sources();
    let of = map.sources().iter().map(|(id, source)| {
        if withheld.contains(id) {
            return json!({ "id": id.to_string(), "confidential": true });
        }
        let texts: Vec<Value> = source.texts.iter().map(text).collect();
        let authors: Vec<String> = source.authors.iter().map(ToString::to_string).collect();
        kept(json!({
            "id": id.to_string(), "kind": source.kind.word(), "title": source.title, "authors": authors, "venue": source.venue,
            "date": source.date, "url": source.url, "archive_url": source.archive_url,
            "in_reply_to": source.in_reply_to.filter(|id| !withheld.contains(id)).map(|id| id.to_string()), "note": source.note,
            "texts": texts,
        }))
    });
    of.collect()
}

fn text(text: &SourceText) -> Value {
    kept(json!({
        "sha256": text.sha256().to_string(), "imported": text.imported, "file": text.file, "date": text.stated_date, "text": text.text(),
    }))
}

fn groups(map: &ArgumentMap) -> Vec<Value> {
    let of = map.groups().iter();
    of.map(|(id, group)| {
        kept(json!({ "id": id.to_string(), "title": group.title, "parent": group.parent.map(|id| id.to_string()), "note": group.note }))
    })
    .collect()
}

/// An object without the members that say nothing.
pub(crate) fn kept(value: Value) -> Value {
    let Value::Object(members) = value else { return value };
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    };
    Value::Object(members.into_iter().filter(|(_, value)| !empty(value)).collect::<Map<_, _>>())
}
