//! `elenchus verify MAP`
//!
//! With `--json` one document: `file`, `counts` (of each class), `quotations`. A quotation has `attribution`, `claim` (ids), `quote` (its
//! number among the attribution's), `class` (`verbatim`, `truncated`, `altered`, `misquoted`, `not-found`, `no-text`), `fails`, `words`,
//! `speaker`, `source` (an id), and, where it was found, `told_by` (the id of the source that reports it, where the one named has no text), `version` (from 1, the oldest), `sha256` of that text, `start`, `end` (its code
//! points), `says` (the text's words), `changes` (each of `same`, `added`, `gone`: from the text to the quotation); `anchor` (`anchored`,
//! `moved`, `ambiguous`, `orphaned`: what became of its place in the latest text); `elsewhere`: `source`, `start`, `end`, `words`,
//! `marked`, where the words stand in other sources. What is empty is left out.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde_json::{Map, Value, json};

use crate::base::text::{byte_from_char, shorten};
use crate::cli::{FINDINGS, FINE, Failure, report};
use crate::model::{ArgumentMap, Source};
use crate::provenance::anchor::Anchor;
use crate::provenance::trace::Piece;
use crate::provenance::verify::{Checked, Class, content, verify};
use crate::tr;

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "Looked up are the texts that are stored with the map. Words that the quotation has and the text has not are printed {+so+}, \
                  words that it left out [-so-].\nExit code 0: every quotation is what was said, as far as texts are stored; 1: one is not."
)]
pub struct Args {
    /// The map, in any format that is read.
    #[arg(value_name = "MAP")]
    file: PathBuf,
    /// Print one JSON document on stdout.
    #[arg(long)]
    json: bool,
    /// Force the format of MAP (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let map = report::open(&args.file, args.from.as_deref())?.map;
    let mut found = verify(&map);
    // The worst first; what nobody can say comes last.
    found.sort_by_key(|checked| (!checked.class.fails(), checked.class == Class::NoText, std::cmp::Reverse(checked.class)));
    if args.json {
        let counts: Map<String, Value> = Class::ALL.iter().map(|class| (class.word().to_owned(), json!(count(&found, *class)))).collect();
        let quotations: Vec<Value> = found.iter().map(|checked| quotation(&map, checked)).collect();
        report::print_json(&json!({ "file": args.file.display().to_string(), "counts": counts, "quotations": quotations }))?;
    } else {
        for checked in &found {
            report::print(&line(&map, checked))?;
        }
        let counts = Class::ALL.iter().map(|class| (count(&found, *class), class)).filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, class)| format!("{count} {}", class.noun())).collect();
        let summary = if counts.is_empty() { tr!("quotations-none").to_owned() } else { counts.join(", ") };
        report::print(&format!("{}: {summary}", args.file.display()))?;
    }
    Ok(if found.iter().any(|checked| checked.class.fails()) { FINDINGS } else { FINE })
}

fn count(found: &[Checked], class: Class) -> usize {
    found.iter().filter(|checked| checked.class == class).count()
}

fn source_of<'a>(map: &'a ArgumentMap, checked: &Checked) -> Option<&'a Source> {
    map.source(checked.source?)
}

/// The source that tells of it, where that is not the one that is named.
fn told_by<'a>(map: &'a ArgumentMap, checked: &Checked) -> Option<&'a Source> {
    let named = map.attribution(checked.attribution)?.source;
    source_of(map, checked).filter(|_| checked.source != named)
}

/// A row of the table, and below it what differs and where else the words stand.
fn line(map: &ArgumentMap, checked: &Checked) -> String {
    let said = map.attribution(checked.attribution);
    let words = said.and_then(|said| said.quotes.get(checked.quote)).map(|quote| quote.exact.as_str()).unwrap_or_default();
    let source = said.and_then(|said| map.source(said.source?)).map_or("–", Source::label);
    let mut line =
        format!("{:12} {:12} {:30} “{}”", checked.class.noun(), checked.attribution.to_string(), shorten(source, 30), shorten(words, 100));
    if checked.class != Class::Verbatim && !checked.pieces.is_empty() {
        let marked = checked.pieces.iter().map(|piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Added(text) => format!("{{+{text}+}}"),
            Piece::Gone(text) => format!("[-{text}-]"),
        });
        line.push_str(&format!("\n             {}", marked.collect::<String>()));
    }
    if let Some(teller) = told_by(map, checked) {
        line.push_str(&format!("\n             {}", tr!("quotation-told", source = teller.label())));
    }
    if let Some((version, count)) = checked.former(map) {
        line.push_str(&format!("\n             {}", tr!("quotation-former", version = version, count = count)));
    }
    for other in &checked.elsewhere {
        let name = map.source(other.source).map_or("–", Source::label);
        let told = if other.marked { tr!("quotation-also", source = name) } else { tr!("quotation-reused", source = name) };
        line.push_str(&format!("\n             {told} ({}–{})", other.at.start, other.at.end));
    }
    line
}

fn quotation(map: &ArgumentMap, checked: &Checked) -> Value {
    let said = map.attribution(checked.attribution);
    let text = checked.version.and_then(|version| source_of(map, checked)?.texts.get(version));
    let says = text.zip(checked.at.as_ref()).map(|(text, at)| {
        let rest = &text.text()[byte_from_char(text.text(), at.start as usize)..];
        rest[..byte_from_char(rest, at.len())].to_owned()
    });
    let anchor = checked.anchor.as_ref().map(|anchor| match anchor {
        Anchor::Anchored(_) => "anchored",
        Anchor::Moved(_) => "moved",
        Anchor::Ambiguous(_) => "ambiguous",
        Anchor::Orphaned => "orphaned",
    });
    let changes: Vec<Value> = checked
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Same(text) => json!({ "same": text }),
            Piece::Added(text) => json!({ "added": text }),
            Piece::Gone(text) => json!({ "gone": text }),
        })
        .collect();
    let elsewhere: Vec<Value> = checked
        .elsewhere
        .iter()
        .map(|other| {
            json!({ "source": other.source.to_string(), "start": other.at.start, "end": other.at.end, "words": other.words, "marked": other.marked })
        })
        .collect();
    let members = [
        ("attribution", json!(checked.attribution.to_string())),
        ("claim", json!(content(map, checked.attribution).to_string())),
        ("quote", json!(checked.quote + 1)),
        ("class", json!(checked.class.word())),
        ("fails", json!(checked.class.fails())),
        ("words", json!(said.and_then(|said| said.quotes.get(checked.quote)).map(|quote| &quote.exact))),
        ("speaker", json!(said.and_then(|said| said.speaker).and_then(|id| map.speaker(id)).map(|speaker| speaker.label()))),
        ("source", json!(said.and_then(|said| said.source).map(|id| id.to_string()))),
        ("told_by", json!(told_by(map, checked).and(checked.source).map(|id| id.to_string()))),
        ("version", json!(checked.version.map(|version| version + 1))),
        ("sha256", json!(text.map(|text| text.sha256().to_string()))),
        ("start", json!(checked.at.as_ref().map(|at| at.start))),
        ("end", json!(checked.at.as_ref().map(|at| at.end))),
        ("says", json!(says)),
        ("changes", json!(changes)),
        ("anchor", json!(anchor)),
        ("elsewhere", json!(elsewhere)),
    ];
    let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    Value::Object(members.into_iter().filter(|(_, value)| !is_empty(value)).map(|(name, value)| (name.to_owned(), value)).collect())
}
