//! schema.org as JSON-LD (<https://schema.org/Claim>): claims with where they appear, quotations with who says them, and a `ClaimReview`
//! for everybody who denies, doubts or endorses a claim.

use serde_json::{Value, json};

use crate::base::{Cancelled, NodeId, TaskCtx};
use crate::formats::json::kept;
use crate::formats::quotations::Quotations;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, Lost};
use crate::model::{ArgumentMap, Attribution, SourceKind, SpeakerKind, Stance};
use crate::provenance::trace::trace;
use crate::tr;

/// Writes JSON-LD.
pub struct SchemaOrg;

impl Exporter for SchemaOrg {
    fn name(&self) -> &'static str {
        "schema-org"
    }

    fn title(&self) -> &'static str {
        tr!("format-schema-org")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["schema.jsonld"]
    }

    fn losses(&self, request: &ExportRequest<'_>, _ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        let map = request.map;
        let mut lost = Lost::default();
        lost.add("loss-relations", map.relations().count());
        lost.add("loss-anchors", map.attributions().flat_map(|(_, said)| &said.quotes).filter(|quote| quote.range.is_some()).count());
        lost.add("loss-datings", map.attributions().filter(|(_, said)| said.dating != Default::default()).count());
        lost.add("loss-groups", map.groups().len());
        lost.add("loss-notes", Lost::noted(map));
        lost.add("loss-places", map.views().values().map(|view| view.placements.len()).sum());
        Ok(lost.into_losses())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let map = request.map;
        let mut graph: Vec<Value> = map.speakers().iter().map(|(id, speaker)| {
            let kind = match speaker.kind {
                SpeakerKind::Person | SpeakerKind::Anonymous => "Person",
                SpeakerKind::Organisation | SpeakerKind::Group => "Organization",
                SpeakerKind::Publication => "NewsMediaOrganization",
            };
            let open = !speaker.confidential;
            let known = |text: &str| if open { text.trim().to_owned() } else { String::new() };
            kept(json!({
                "@id": iri(id), "@type": kind, "name": speaker.label(), "jobTitle": if kind == "Person" { known(&speaker.role) } else { String::new() },
                "affiliation": Some(known(&speaker.affiliation)).filter(|name| kind == "Person" && !name.is_empty()).map(|name| json!({ "@type": "Organization", "name": name })),
            }))
        }).collect();
        let withheld = map.withheld_sources();
        graph.extend(map.sources().iter().filter(|(id, source)| !withheld.contains(id) && !source.confidential).map(|(id, source)| {
            let kind = match source.kind {
                SourceKind::Article => "Article",
                SourceKind::Comment => "Comment",
                SourceKind::Post => "SocialMediaPosting",
                SourceKind::Book => "Book",
                SourceKind::DataSet => "Dataset",
                SourceKind::Speech | SourceKind::Broadcast | SourceKind::Document => "CreativeWork",
            };
            kept(json!({
                "@id": iri(id), "@type": kind, "name": source.label(), "author": source.authors.iter().map(reference).collect::<Vec<_>>(),
                "publisher": Some(source.venue.trim()).filter(|venue| !venue.is_empty()).map(|venue| json!({ "@type": "Organization", "name": venue })),
                "datePublished": source.date.trim(), "url": source.url.trim(), "archivedAt": source.archive_url.trim(),
                "about": source.in_reply_to.filter(|answered| !withheld.contains(answered)).map(|id| reference(&id)),
            }))
        }));
        graph.extend(map.claims().map(|(id, claim)| of_claim(map, id, claim.label())));
        let quotations = Quotations::of(map);
        for (id, said) in map.attributions() {
            graph.extend(of_attribution(map, id, said, &quotations));
        }
        let document = json!({ "@context": "https://schema.org", "@graph": graph });
        let mut text = serde_json::to_string_pretty(&document).map_err(|error| ExportError::Refused(error.to_string()))?;
        text.push('\n');
        Ok(Exported { bytes: text.into_bytes(), losses: self.losses(request, ctx)? })
    }
}

fn iri(id: &impl ToString) -> String {
    format!("#{}", id.to_string())
}

fn reference(id: &impl ToString) -> Value {
    json!({ "@id": iri(id) })
}

/// A claim, with where it appears and where it did first.
fn of_claim(map: &ArgumentMap, id: NodeId, text: &str) -> Value {
    let trace = trace(map, id);
    let vouching: Vec<&Attribution> =
        trace.steps.iter().filter(|step| step.wording == id && step.vouches).filter_map(|step| map.attribution(step.attribution)).collect();
    let mut appearances: Vec<String> = Vec::new();
    for (source, _) in vouching.iter().filter_map(|said| map.told_source(said)).filter(|(_, source)| !source.confidential) {
        if !appearances.contains(&iri(&source)) {
            appearances.push(iri(&source));
        }
    }
    let refer = |iri: &String| json!({ "@id": iri });
    kept(json!({
        "@id": iri(&id), "@type": "Claim", "text": text,
        "appearance": appearances.iter().map(refer).collect::<Vec<_>>(), "firstAppearance": appearances.first().map(refer),
    }))
}

/// The quotations of an attribution, and its verdict on a claim where it is one.
fn of_attribution(map: &ArgumentMap, id: NodeId, said: &Attribution, quotations: &Quotations) -> Vec<Value> {
    let source = map.told_source(said).filter(|(_, source)| !source.confidential).map(|(id, _)| reference(&id));
    let author = said.speaker.map(|speaker| reference(&speaker));
    let mut all: Vec<Value> = Vec::new();
    for (i, quote) in said.quotes.iter().enumerate() {
        all.push(kept(json!({
            "@id": format!("{}-{}", iri(&id), i + 1), "@type": "Quotation", "text": quote.exact, "description": quotations.failure(id, i), "creator": author, "isPartOf": source,
            "dateCreated": said.date.trim(), "about": map.content(id).map(|content| reference(&content)),
        })));
    }
    let claim = map.content(id).and_then(|content| Some((content, map.claim(content)?)));
    if let (Some((content, claim)), Stance::Denies | Stance::Questions | Stance::Endorses) = (claim, said.stance) {
        all.push(kept(json!({
            "@id": iri(&id), "@type": "ClaimReview", "claimReviewed": claim.label(), "itemReviewed": reference(&content), "author": author,
            "datePublished": said.date.trim(), "isPartOf": source,
            "reviewRating": { "@type": "Rating", "alternateName": said.stance.word() },
        })));
    }
    all
}
