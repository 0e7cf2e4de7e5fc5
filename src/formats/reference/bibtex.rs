//! BibTeX and BibLaTeX (<https://ctan.org/pkg/biblatex>), in UTF-8.

mod parse;
mod tex;

use std::fmt::Write;

use super::{Name, Reference, date_from, losses, map_of, references};
use crate::base::{Cancelled, TaskCtx};
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, ImportError, Imported, Importer, Loss, text_of};
use crate::model::SourceKind;
use crate::tr;

/// Reads and writes BibTeX.
pub struct Bibtex;

const NAME: &str = "bibtex";
const EXTENSIONS: &[&str] = &["bib"];

impl Exporter for Bibtex {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-bibtex")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        Ok(losses(request.map))
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let entries: Vec<String> = references(request.map).iter().map(entry).collect();
        Ok(Exported { bytes: entries.join("\n").into_bytes(), losses: losses(request.map) })
    }
}

/// The entry type of a kind, and the field that has its venue.
fn type_of(kind: SourceKind) -> (&'static str, &'static str) {
    match kind {
        SourceKind::Article => ("article", "journal"),
        SourceKind::Book => ("book", "publisher"),
        SourceKind::DataSet => ("dataset", "organization"),
        SourceKind::Comment | SourceKind::Post | SourceKind::Document => ("online", "organization"),
        SourceKind::Speech | SourceKind::Broadcast => ("misc", "organization"),
    }
}

fn entry(reference: &Reference) -> String {
    let (kind, venue) = type_of(reference.kind);
    let name = |name: &Name| match name {
        Name::Person { given, family } => format!("{}, {}", tex::escaped(family), tex::escaped(given)),
        Name::Literal(name) => format!("{{{}}}", tex::escaped(name)),
    };
    let authors = reference.authors.iter().map(name).collect::<Vec<_>>().join(" and ");
    let year = reference.date.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit())).unwrap_or_default();
    // BibLaTeX has no kinds for comments and the like: the field for it tells them.
    let told = match reference.kind {
        SourceKind::Comment | SourceKind::Post | SourceKind::Speech | SourceKind::Broadcast => reference.kind.word(),
        SourceKind::Article | SourceKind::Book | SourceKind::DataSet | SourceKind::Document => "",
    };
    let mut out = format!("@{kind}{{{},\n", reference.key);
    for (field, value) in [
        ("title", tex::escaped(&reference.title)),
        ("author", authors),
        (venue, tex::escaped(&reference.venue)),
        ("date", reference.date.clone()),
        ("year", year.to_owned()),
        ("url", tex::url(&reference.url)),
        ("archiveurl", tex::url(&reference.archive_url)),
        ("type", told.to_owned()),
        ("note", tex::escaped(&reference.note)),
    ] {
        if !value.is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "  {field} = {{{value}}},");
        }
    }
    out + "}\n"
}

impl Importer for Bibtex {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-bibtex")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes));
        let begins = |line: &str| {
            let kind = line.strip_prefix('@').and_then(|rest| rest.split_once('{')).map(|(kind, _)| kind.trim());
            kind.is_some_and(|kind| !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_alphabetic()))
        };
        head.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('%')).is_some_and(begins)
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        ctx.checkpoint(0, 1)?;
        let text = text_of(bytes)?;
        let (entries, report) = parse::parse(text);
        if let (true, Some(first)) = (entries.is_empty(), report.first()) {
            return Err(ImportError::Refused(first.clone()));
        }
        Ok(Imported { map: map_of(entries.iter().map(reference).collect()), report })
    }
}

fn reference(entry: &parse::Entry) -> Reference {
    let text = |names: &[&str]| names.iter().find_map(|name| entry.field(name)).map(tex::plain).unwrap_or_default();
    let told = entry.field("type").and_then(|told| SourceKind::ALL.iter().copied().find(|kind| kind.word() == told));
    let kind = told.unwrap_or(match entry.kind.as_str() {
        "article" | "inproceedings" | "conference" | "incollection" => SourceKind::Article,
        "book" | "inbook" | "booklet" | "collection" | "proceedings" => SourceKind::Book,
        "dataset" => SourceKind::DataSet,
        "video" | "audio" | "movie" => SourceKind::Broadcast,
        _ => SourceKind::Document,
    });
    let month = text(&["month"]);
    let month = if month.bytes().all(|b| b.is_ascii_digit()) && !month.is_empty() { format!("{month:0>2}") } else { month };
    let date = match (text(&["date"]), text(&["year"]), month) {
        (date, _, _) if !date.is_empty() => date_from(&date),
        (_, year, month) if month.is_empty() => year,
        (_, year, month) if month.bytes().all(|b| b.is_ascii_digit()) => format!("{year}-{month}"),
        (_, year, month) => date_from(&format!("{month} {year}")),
    };
    Reference {
        key: entry.key.clone(),
        kind,
        title: text(&["title"]),
        authors: entry.field("author").map(names).unwrap_or_default(),
        venue: text(&["journaltitle", "journal", "booktitle", "publisher", "organization", "howpublished"]),
        date,
        url: entry.field("url").map(tex::plain_url).unwrap_or_default(),
        archive_url: entry.field("archiveurl").map(tex::plain_url).unwrap_or_default(),
        note: text(&["note"]),
    }
}

/// `Troy, Gil and {Democratic Party} and Nat Parry`
fn names(text: &str) -> Vec<Name> {
    tex::split(text, " and ")
        .into_iter()
        .map(str::trim)
        .filter(|name| !name.is_empty() && *name != "others")
        .map(|name| {
            if name.starts_with('{') && name.ends_with('}') {
                return Name::Literal(tex::plain(name));
            }
            let parts: Vec<String> = tex::split(name, ",").into_iter().map(tex::plain).collect();
            match parts.as_slice() {
                [family, .., given] => Name::Person { given: given.clone(), family: family.clone() },
                _ => {
                    let name = tex::plain(name);
                    match name.rsplit_once(' ') {
                        Some((given, family)) => Name::Person { given: given.to_owned(), family: family.to_owned() },
                        None => Name::Literal(name),
                    }
                }
            }
        })
        .collect()
}
