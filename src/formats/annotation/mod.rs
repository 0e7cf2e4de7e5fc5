//! W3C Web Annotation (JSON-LD): each attribution with its quotes is an annotation whose targets are the quotes in their source, by
//! TextQuoteSelector and TextPositionSelector (code points).

mod import;

use serde_json::{Map, Value, json};

use crate::base::{Cancelled, NodeId, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::model::{ArgumentMap, Attribution, Quote, Source};
use crate::provenance::verify::content;

/// What JSON-LD calls the vocabulary.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// What stands before our own ids, which have no address.
const URN: &str = "urn:elenchus:";

/// Reads and writes Web Annotations.
pub struct WebAnnotation;

impl Exporter for WebAnnotation {
    fn name(&self) -> &'static str {
        "annotation"
    }

    fn title(&self) -> &'static str {
        "W3C Web Annotation"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["jsonld"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-relations", map.relations().count());
        lost.add("loss-unquoted", map.attributions().filter(|(_, said)| !is_quoting(said)).count());
        lost.add(
            "loss-reports",
            map.attributions().filter(|(id, _)| map.content(*id).is_some_and(|of| map.attribution(of).is_some())).count(),
        );
        lost.add("loss-groups", map.groups().len());
        lost.add("loss-texts", Lost::texts(map));
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let map = request.map;
        let quotations = Quotations::of(map);
        let items: Vec<Value> =
            map.attributions().filter(|(_, said)| is_quoting(said)).map(|(id, said)| annotation(map, id, said, &quotations)).collect();
        let page = json!({ "@context": CONTEXT, "id": format!("{URN}map"), "type": "AnnotationPage", "items": items });
        let mut text = serde_json::to_string_pretty(&page).map_err(|error| ExportError::Refused(error.to_string()))?;
        text.push('\n');
        Ok(Exported { bytes: text.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

fn is_quoting(said: &Attribution) -> bool {
    said.quotes.iter().any(|quote| !quote.exact.is_empty())
}

fn annotation(map: &ArgumentMap, id: NodeId, said: &Attribution, quotations: &Quotations) -> Value {
    let body = |purpose: &str, value: &str| json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value });
    let claim = map.claim(content(map, id)).map(|claim| claim.text.as_str()).unwrap_or_default();
    let speaker = said.speaker.and_then(|id| map.speaker(id)).map(|speaker| speaker.label()).unwrap_or_default();
    let open = !map.is_confidential(said);
    let stated = [("describing", claim), ("identifying", speaker), ("classifying", said.stance.word())];
    let mut bodies: Vec<Value> =
        stated.into_iter().filter(|(_, value)| !value.is_empty()).map(|(purpose, value)| body(purpose, value)).collect();
    bodies.extend(said.tags.iter().map(|tag| body("tagging", tag)));
    // Whether its words are what was said; reading it back, that is found out anew.
    bodies.extend((0..said.quotes.len()).filter_map(|quote| quotations.failure(id, quote)).map(|failure| body("assessing", failure)));
    if open && !said.note.is_empty() {
        bodies.push(body("commenting", &said.note));
    }
    let source = map.told_source(said).map(|(id, source)| described(&id.to_string(), source));
    let source = source.unwrap_or_else(|| json!(format!("{URN}unknown")));
    let targets: Vec<Value> = said
        .quotes
        .iter()
        .filter(|quote| !quote.exact.is_empty())
        .map(|quote| json!({ "type": "SpecificResource", "source": source, "selector": selectors(quote, open) }))
        .collect();
    json!({ "id": format!("{URN}{id}"), "type": "Annotation", "motivation": "identifying", "body": bodies, "target": targets })
}

fn described(id: &str, source: &Source) -> Value {
    let address = if source.url.trim().is_empty() { format!("{URN}{id}") } else { source.url.trim().to_owned() };
    let members = [("id", address.as_str()), ("type", "Text"), ("dcterms:title", source.label()), ("dcterms:date", &source.date)];
    Value::Object(members.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name.to_owned(), json!(text))).collect())
}

/// Of a confidential speaker only the words: what stands around them may say who it is.
fn selectors(quote: &Quote, open: bool) -> Value {
    let mut words = Map::new();
    words.insert("type".to_owned(), json!("TextQuoteSelector"));
    words.insert("exact".to_owned(), json!(quote.exact));
    for (name, text) in [("prefix", &quote.prefix), ("suffix", &quote.suffix)] {
        if open && !text.is_empty() {
            words.insert(name.to_owned(), json!(text));
        }
    }
    let place = quote.range.filter(|_| open).map(|(start, end)| json!({ "type": "TextPositionSelector", "start": start, "end": end }));
    Value::Array([Some(Value::Object(words)), place].into_iter().flatten().collect())
}
