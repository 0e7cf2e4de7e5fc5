//! Reading annotations: one, a list, a page or a collection of them, as this and other programs write them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{URN, WebAnnotation};
use crate::base::{Code, Diagnostic, Position, SourceId, SpeakerId, Subject, TaskCtx};
use crate::formats::{ImportError, Imported, Importer, text_of};
use crate::model::{Attribution, Claim, MapBuilder, Quote, Source, SourceKind, Speaker, SpeakerKind, Stance};
use crate::tr;

/// Most annotations that are read.
const MAX_ANNOTATIONS: usize = 100_000;

impl Importer for WebAnnotation {
    fn name(&self) -> &'static str {
        "annotation"
    }

    fn title(&self) -> &'static str {
        "W3C Web Annotation"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonld", "json"]
    }

    fn sniff(&self, bytes: &[u8]) -> bool {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
        let start = head.trim_start_matches('\u{feff}').trim_start();
        start.starts_with(['{', '[']) && (head.contains("anno.jsonld") || head.contains("TextQuoteSelector"))
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        let value: Value = serde_json::from_str(text_of(bytes)?).map_err(|error| {
            let position = Position { line: error.line() as u32, column: error.column() as u32 };
            let what = error.to_string();
            let what = what.split(" at line ").next().unwrap_or_default();
            ImportError::Refused(Diagnostic::at(Code::Syntax, position, tr!("annotation-form", error = what), tr!("annotation-form-help")))
        })?;
        let all = annotations(&value);
        if all.len() > MAX_ANNOTATIONS {
            return Err(ImportError::TooLarge { what: tr!("annotation-many"), found: all.len() as u64, limit: MAX_ANNOTATIONS as u64 });
        }
        let mut reading =
            Reading { builder: MapBuilder::new(0), sources: BTreeMap::new(), speakers: BTreeMap::new(), claims: BTreeMap::new() };
        let mut skipped = 0;
        for (i, annotation) in all.iter().enumerate() {
            ctx.checkpoint(i as u64, all.len() as u64)?;
            skipped += usize::from(!reading.take(annotation));
        }
        if all.len() == skipped {
            return Err(ImportError::NotThisFormat(tr!("annotation-none").to_owned()));
        }
        let told = (skipped > 0).then(|| Diagnostic::new(Code::NotKept, Subject::Map, tr!("annotation-skipped", count = skipped), ""));
        Ok(Imported { map: reading.builder.finish(), report: told.into_iter().collect() })
    }
}

/// The annotations of a document, whatever holds them.
fn annotations(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(members) => match members.get("items").or_else(|| members.get("first").and_then(|page| page.get("items"))) {
            Some(items) => each(items),
            None => vec![value],
        },
        _ => Vec::new(),
    }
}

/// JSON-LD writes one value for a list of one.
fn each(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Null => Vec::new(),
        one => vec![one],
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

struct Reading {
    builder: MapBuilder,
    sources: BTreeMap<String, SourceId>,
    speakers: BTreeMap<String, SpeakerId>,
    claims: BTreeMap<String, crate::base::NodeId>,
}

impl Reading {
    /// Adds what an annotation says; `false` where it quotes nothing.
    fn take(&mut self, annotation: &Value) -> bool {
        let mut source = None;
        let mut quotes = Vec::new();
        for target in each(annotation.get("target").unwrap_or(&Value::Null)) {
            let Some(quote) = quote(target) else { continue };
            quotes.push(quote);
            source = source.or_else(|| target.get("source").and_then(|value| self.source(value)));
        }
        let Some(first) = quotes.first() else { return false };
        let bodies = each(annotation.get("body").unwrap_or(&Value::Null));
        let of = |purpose: &str| {
            let those = bodies.iter().filter(|body| text(body, "purpose") == purpose).map(|body| text(body, "value"));
            those.filter(|value| !value.is_empty()).collect::<Vec<_>>()
        };
        let described = of("describing");
        let plain =
            bodies.iter().find_map(|body| body.as_str().or_else(|| Some(text(body, "value")).filter(|_| text(body, "purpose").is_empty())));
        let words = described.first().copied().or(plain).filter(|words| !words.trim().is_empty()).unwrap_or(&first.exact).to_owned();
        let claim = match self.claims.get(&words) {
            Some(claim) => *claim,
            None => {
                let claim = self.builder.node(Claim::new(words.clone()));
                *self.claims.entry(words).or_insert(claim)
            }
        };
        let speaker = of("identifying").first().map(|name| self.speaker(name));
        let stance = of("classifying").first().and_then(|word| Stance::ALL.iter().copied().find(|stance| stance.word() == *word));
        let said = Attribution {
            source,
            quotes,
            tags: of("tagging").into_iter().map(str::to_owned).collect(),
            note: of("commenting").join("\n"),
            origin: text(annotation, "id").to_owned(),
            ..Attribution::new(speaker, stance.unwrap_or(Stance::Asserts))
        };
        self.builder.attribute(said, claim);
        true
    }

    fn source(&mut self, value: &Value) -> Option<SourceId> {
        let id = value.as_str().unwrap_or_else(|| text(value, "id")).to_owned();
        if id.is_empty() || id == format!("{URN}unknown") {
            return None;
        }
        if let Some(known) = self.sources.get(&id) {
            return Some(*known);
        }
        let url = if id.starts_with(URN) { String::new() } else { id.clone() };
        let title = [text(value, "dcterms:title"), text(value, "title"), &url]
            .into_iter()
            .find(|title| !title.is_empty())
            .unwrap_or_default()
            .to_owned();
        let date = text(value, "dcterms:date").to_owned();
        let source = Source { url, date, origin: id.clone(), ..Source::new(SourceKind::Document, title) };
        let added = self.builder.source(source);
        self.sources.insert(id, added);
        Some(added)
    }

    fn speaker(&mut self, name: &str) -> SpeakerId {
        if let Some(known) = self.speakers.get(name) {
            return *known;
        }
        let added = self.builder.speaker(Speaker::new(SpeakerKind::Person, name));
        self.speakers.insert(name.to_owned(), added);
        added
    }
}

/// The quote that a target selects.
fn quote(target: &Value) -> Option<Quote> {
    let selectors = each(target.get("selector")?);
    let of = |kind: &str| selectors.iter().copied().find(|selector| text(selector, "type") == kind);
    let words = of("TextQuoteSelector").filter(|words| !text(words, "exact").is_empty())?;
    let number = |place: &Value, name: &str| place.get(name).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let range = of("TextPositionSelector").and_then(|place| Some((number(place, "start")?, number(place, "end")?)));
    let [exact, prefix, suffix] = ["exact", "prefix", "suffix"].map(|name| text(words, name).to_owned());
    Some(Quote { exact, prefix, suffix, range: range.filter(|(start, end)| start <= end) })
}
