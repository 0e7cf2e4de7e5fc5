//! CSL-JSON (<https://docs.citationstyles.org/en/stable/specification.html>), as Zotero, Pandoc and citeproc read and write it.

use serde_json::{Map, Value, json};

use super::{Name, Reference, date_from, losses, map_of, references};
use crate::base::text::position_of;
use crate::base::{Cancelled, Code, Diagnostic, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, ImportError, Imported, Importer, Loss, text_of};
use crate::model::SourceKind;
use crate::tr;

/// Reads and writes CSL-JSON.
pub struct Csl;

const NAME: &str = "csl";
const EXTENSIONS: &[&str] = &["csl.json", "csl"];

/// Our kinds and the types of CSL, the first of a kind being the one that is written.
const TYPES: &[(SourceKind, &str)] = &[
    (SourceKind::Article, "article-newspaper"),
    (SourceKind::Article, "article-magazine"),
    (SourceKind::Article, "article-journal"),
    (SourceKind::Article, "article"),
    (SourceKind::Comment, "post"),
    (SourceKind::Post, "post"),
    (SourceKind::Post, "post-weblog"),
    (SourceKind::Speech, "speech"),
    (SourceKind::Speech, "interview"),
    (SourceKind::Book, "book"),
    (SourceKind::Book, "chapter"),
    (SourceKind::Broadcast, "broadcast"),
    (SourceKind::DataSet, "dataset"),
    (SourceKind::Document, "document"),
    (SourceKind::Document, "webpage"),
];
/// What tells a comment from a post.
const COMMENT: &str = "Comment";

impl Exporter for Csl {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-csl")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(losses(request.map))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let items: Vec<Value> = references(request.map).iter().map(item).collect();
        let mut text = serde_json::to_string_pretty(&items).map_err(|error| ExportError::Refused(error.to_string()))?;
        text.push('\n');
        Ok(Exported { bytes: text.into_bytes(), losses: losses(request.map) })
    }
}

fn item(reference: &Reference) -> Value {
    let kind = TYPES.iter().find(|(kind, _)| *kind == reference.kind).map_or("document", |(_, name)| name);
    let author = reference.authors.iter().map(|name| match name {
        Name::Person { given, family } => json!({ "family": family, "given": given }),
        Name::Literal(name) => json!({ "literal": name }),
    });
    let (day, time) = reference.date.split_once('T').unwrap_or((&reference.date, ""));
    let parts: Option<Vec<u32>> = day.split('-').map(|part| part.parse().ok()).collect();
    let issued = match parts {
        // Of hours CSL knows nothing: they stand as people read them.
        Some(parts) if time.is_empty() => json!({ "date-parts": [parts] }),
        Some(parts) => json!({ "date-parts": [parts], "literal": reference.date }),
        None if reference.date.is_empty() => Value::Null,
        None => json!({ "literal": reference.date }),
    };
    let members = json!({
        "id": reference.key, "type": kind, "title": reference.title, "author": author.collect::<Vec<_>>(),
        "container-title": reference.venue, "issued": issued, "URL": reference.url, "archive_location": reference.archive_url,
        "genre": if reference.kind == SourceKind::Comment { COMMENT } else { "" }, "note": reference.note,
    });
    let Value::Object(members) = members else { return Value::Null };
    let says = |value: &Value| !(value.is_null() || value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty));
    Value::Object(members.into_iter().filter(|(_, value)| says(value)).collect::<Map<_, _>>())
}

impl Importer for Csl {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-csl")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes));
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let typed = || TYPES.iter().any(|(_, name)| head.contains(&format!("\"{name}\"")));
        head.starts_with('[') && head.contains("\"type\"") && (head.contains("\"title\"") || head.contains("\"issued\"")) && typed()
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        ctx.checkpoint(0, 1)?;
        let text = text_of(bytes)?;
        let items: Vec<Value> = serde_json::from_str(text).map_err(|error| {
            let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let at = (lines + error.column().saturating_sub(1)).min(text.len());
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            ImportError::Refused(Diagnostic::at(Code::Syntax, position_of(text, at), tr!("csl-no-list"), tr!("csl-no-list-help")))
        })?;
        Ok(Imported { map: map_of(items.iter().map(reference).collect()), report: Vec::new() })
    }
}

fn reference(item: &Value) -> Reference {
    let text = |name: &str| match item.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let kind = TYPES.iter().find(|(_, name)| *name == text("type")).map_or(SourceKind::Document, |(kind, _)| *kind);
    let kind = match kind {
        SourceKind::Comment if text("genre") != COMMENT => SourceKind::Post,
        kind => kind,
    };
    let author = |name: &Value| {
        let part = |part: &str| name.get(part).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let family = [part("non-dropping-particle"), part("family")].join(" ").trim().to_owned();
        if family.is_empty() { Name::Literal(part("literal")) } else { Name::Person { given: part("given"), family } }
    };
    let authors = item.get("author").and_then(Value::as_array).into_iter().flatten().map(author);
    Reference {
        key: text("id"),
        kind,
        title: text("title"),
        authors: authors.filter(|name| *name != Name::Literal(String::new())).collect(),
        venue: [text("container-title"), text("publisher")].into_iter().find(|venue| !venue.is_empty()).unwrap_or_default(),
        date: item.get("issued").map(date).unwrap_or_default(),
        url: text("URL"),
        archive_url: text("archive_location"),
        note: text("note"),
    }
}

/// `{"date-parts": [[2016, 11, 14]]}`, also with numbers as texts; `{"raw": "2016-11-14"}`.
fn date(issued: &Value) -> String {
    let said = ["literal", "raw"].iter().find_map(|name| issued.get(name)?.as_str()).map(date_from);
    if let Some(said) = said.as_ref().filter(|said| crate::base::date::is_stated_date(said)) {
        return said.clone();
    }
    let number = |part: &Value| part.as_u64().or_else(|| part.as_str()?.trim().parse().ok());
    let parts = issued.get("date-parts").and_then(|all| all.get(0)).and_then(Value::as_array);
    let parts: Vec<u64> = parts.into_iter().flatten().map_while(number).collect();
    match *parts.as_slice() {
        [year] => format!("{year:04}"),
        [year, month] => format!("{year:04}-{month:02}"),
        [year, month, day, ..] => format!("{year:04}-{month:02}-{day:02}"),
        [] => said.unwrap_or_default(),
    }
}
