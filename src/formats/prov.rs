//! PROV-O as Turtle (<https://www.w3.org/TR/prov-o/>): sources, claims and speech acts are entities, speakers are agents. Who reports has it
//! derived from what he reports, quoted from it where the words are. What PROV has no word for stands in a vocabulary of our own.

use std::fmt::Write;

use crate::base::date::is_stated_date;
use crate::base::{Cancelled, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::model::{ArgumentMap, Attribution, Quotation, RelationKind, SpeakerKind};
use crate::tr;

/// Writes Turtle.
pub struct Prov;

const PREFIXES: &str = "@prefix dct: <http://purl.org/dc/terms/> .\n@prefix elenchus: <urn:x-elenchus:> .\n\
@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

impl Exporter for Prov {
    fn name(&self) -> &'static str {
        "prov"
    }

    fn title(&self) -> &'static str {
        tr!("format-prov")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["ttl"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-relations", map.relations().filter(|(_, relation)| relation.kind != RelationKind::Restatement).count());
        lost.add("loss-anchors", map.attributions().flat_map(|(_, said)| &said.quotes).filter(|quote| quote.range.is_some()).count());
        lost.add("loss-groups", map.groups().len());
        lost.add("loss-notes", Lost::noted(map));
        lost.add("loss-places", map.views().values().map(|view| view.placements.len()).sum());
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let map = request.map;
        let withheld = map.withheld_sources();
        let mut out = PREFIXES.to_owned();
        for (id, speaker) in map.speakers() {
            let kind = match speaker.kind {
                SpeakerKind::Person => "prov:Person",
                SpeakerKind::Organisation | SpeakerKind::Publication => "prov:Organization",
                SpeakerKind::Group | SpeakerKind::Anonymous => "prov:Agent",
            };
            let mut facts = vec![format!("a {kind}"), format!("rdfs:label {}", literal(speaker.label()))];
            facts.push(format!("elenchus:kind {}", literal(speaker.kind.word())));
            put(&mut out, &id.to_string(), &facts);
        }
        for (id, source) in map.sources().iter().filter(|(id, source)| !withheld.contains(id) && !source.confidential) {
            let mut facts = vec!["a prov:Entity".to_owned(), format!("dct:title {}", literal(source.label()))];
            facts.push(format!("elenchus:kind {}", literal(source.kind.word())));
            facts.extend(source.authors.iter().map(|author| format!("prov:wasAttributedTo <#{author}>")));
            if !source.venue.trim().is_empty() {
                facts.push(format!("dct:publisher {}", literal(source.venue.trim())));
            }
            facts.extend(date(&source.date).map(|date| format!("prov:generatedAtTime {date}")));
            facts.extend(
                [&source.url, &source.archive_url].into_iter().filter_map(|url| Some(format!("prov:atLocation {}", address(url)?))),
            );
            let answered = source.in_reply_to.filter(|answered| !withheld.contains(answered));
            facts.extend(answered.map(|answered| format!("prov:wasInfluencedBy <#{answered}>")));
            facts.extend(source.latest_text().map(|text| format!("elenchus:sha256 {}", literal(&text.sha256().to_string()))));
            put(&mut out, &id.to_string(), &facts);
        }
        for (id, claim) in map.claims() {
            let mut facts = vec!["a prov:Entity, elenchus:Claim".to_owned(), format!("prov:value {}", literal(claim.label()))];
            let restated = map
                .relations_from(id)
                .into_iter()
                .filter(|relation| map.relation(*relation).is_some_and(|relation| relation.kind == RelationKind::Restatement));
            facts.extend(restated.filter_map(|relation| map.target(relation)).map(|other| format!("prov:alternateOf <#{other}>")));
            put(&mut out, &id.to_string(), &facts);
        }
        let quotations = Quotations::of(map);
        for (id, said) in map.attributions() {
            let failures = (0..said.quotes.len()).filter_map(|quote| quotations.failure(id, quote));
            let mut facts = act(map, id, said);
            facts.extend(failures.map(|failure| format!("elenchus:verified {}", literal(failure))));
            put(&mut out, &id.to_string(), &facts);
        }
        Ok(Exported { bytes: out.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

/// What is told of a speech act.
fn act(map: &ArgumentMap, id: crate::base::NodeId, said: &Attribution) -> Vec<String> {
    let mut facts = vec!["a prov:Entity, elenchus:Attribution".to_owned(), format!("elenchus:stance {}", literal(said.stance.word()))];
    facts.extend(said.speaker.map(|speaker| format!("prov:wasAttributedTo <#{speaker}>")));
    facts.extend(map.told_source(said).filter(|(_, s)| !s.confidential).map(|(source, _)| format!("prov:hadPrimarySource <#{source}>")));
    if let Some(content) = map.content(id) {
        facts.push(format!("elenchus:content <#{content}>"));
        if let Some(inner) = map.attribution(content) {
            let quoted = matches!(inner.quotation, Some(Quotation::Direct | Quotation::Mixed));
            facts.push(format!("prov:{} <#{content}>", if quoted { "wasQuotedFrom" } else { "wasDerivedFrom" }));
        }
    }
    facts.extend(said.quotation.map(|quotation| format!("elenchus:quotation {}", literal(quotation.word()))));
    facts.extend(said.quotes.iter().map(|quote| format!("prov:value {}", literal(&quote.exact))));
    facts.extend(said.hedges.iter().map(|hedge| format!("elenchus:hedge {}", literal(hedge))));
    facts.extend(date(&said.date).map(|date| format!("prov:generatedAtTime {date}")));
    facts.extend(date(&said.dating.earliest).map(|date| format!("elenchus:notBefore {date}")));
    facts.extend(date(&said.dating.latest).map(|date| format!("elenchus:notAfter {date}")));
    facts.extend(said.dating.basis.map(|basis| format!("elenchus:dateBasis {}", literal(basis.word()))));
    facts
}

fn put(out: &mut String, id: &str, facts: &[String]) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\n<#{id}> {} .", facts.join(" ;\n  "));
}

/// A date as exact as it is stated.
fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let kind = match text.len() {
        _ if !is_stated_date(text) => return None,
        4 => "gYear",
        7 => "gYearMonth",
        10 => "date",
        _ => return Some(format!("\"{text}:00\"^^xsd:dateTime")),
    };
    Some(format!("\"{text}\"^^xsd:{kind}"))
}

/// A text in quotation marks, in which no sign means anything but itself.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An address as a node; what is none is left out.
fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let is_address = url.starts_with("https://") || url.starts_with("http://");
    let plain =
        url.chars().all(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\'));
    (is_address && plain).then(|| format!("<{url}>"))
}
