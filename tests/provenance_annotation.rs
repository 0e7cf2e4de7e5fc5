//! Web Annotations there and back: every span is restored.

use elenchus::base::TaskCtx;
use elenchus::formats::annotation::WebAnnotation;
use elenchus::formats::{ExportRequest, Exporter, Importer, detect};
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Quote, Source, SourceKind, Speaker, SpeakerKind, Stance};
use elenchus::provenance::anchor::TextIndex;
use proptest::prelude::*;

#[path = "common/prose.rs"]
mod prose;

/// A map with a claim for each list of quotes, all from one source.
fn quoting(all: &[Vec<Quote>]) -> ArgumentMap {
    let mut builder = MapBuilder::new(1);
    let speaker = builder.speaker(Speaker::new(SpeakerKind::Person, "Ada Finch"));
    let source = builder.source(Source { url: "https://news.example/harbour".into(), ..Source::new(SourceKind::Article, "The harbour") });
    for (i, quotes) in all.iter().enumerate() {
        let claim = builder.claim(format!("Claim {i}"));
        let said = Attribution {
            source: Some(source),
            quotes: quotes.clone(),
            tags: vec!["boats".into()],
            ..Attribution::new(Some(speaker), Stance::Denies)
        };
        builder.attribute(said, claim);
    }
    builder.finish()
}

fn there_and_back(map: &ArgumentMap) -> ArgumentMap {
    let written = WebAnnotation.export(&ExportRequest::new(map), &TaskCtx::new()).unwrap().bytes;
    assert_eq!(detect("x.jsonld", &written).map(|importer| importer.name()), Some("annotation"));
    assert_eq!(detect("x.json", &written).map(|importer| importer.name()), Some("annotation"));
    let read = WebAnnotation.import(&written, &TaskCtx::new()).unwrap();
    assert!(read.report.is_empty(), "{:?}", read.report);
    read.map
}

/// What each claim quotes.
fn quotes(map: &ArgumentMap) -> Vec<(String, Vec<Quote>)> {
    let of = map.claims().map(|(id, claim)| {
        let said = map.attributions_of(id).into_iter().filter_map(|said| map.attribution(said)).flat_map(|said| said.quotes.clone());
        (claim.text.clone(), said.collect())
    });
    let mut all: Vec<_> = of.collect();
    all.sort_by(|a: &(String, Vec<Quote>), b| a.0.cmp(&b.0));
    all
}

#[test]
fn all_spans_of_a_text_are_restored() {
    let text = prose::paragraphs(3, 30_000).join("\n\n");
    let index = TextIndex::new(&text);
    let spans = (0..300_u32).map(|i| (i * 97, i * 97 + 5 + i % 120));
    let all: Vec<Vec<Quote>> = spans.filter_map(|(start, end)| Some(vec![index.quote(&text, start..end)?])).collect();
    assert!(all.len() > 250);
    let map = quoting(&all);
    let back = there_and_back(&map);
    assert_eq!(quotes(&back), quotes(&map));
    for (_, said) in back.attributions() {
        assert_eq!(said.stance, Stance::Denies);
        assert_eq!(said.tags, ["boats"]);
        assert_eq!(back.speaker(said.speaker.unwrap()).unwrap().name, "Ada Finch");
        let source = back.source(said.source.unwrap()).unwrap();
        assert_eq!((source.title.as_str(), source.url.as_str()), ("The harbour", "https://news.example/harbour"));
    }
    assert_eq!(back.sources().len(), 1);
}

#[test]
fn annotations_of_other_programs_are_read() {
    let alone = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"http://example.org/anno1","type":"Annotation",
        "body":{"type":"TextualBody","value":"The bridge is late"},
        "target":{"source":"http://example.org/page1","selector":{"type":"TextQuoteSelector","exact":"anno","prefix":"this is an ","suffix":"tation"}}}"#;
    let list = format!("[{alone},{{\"type\":\"Annotation\",\"target\":\"http://example.org/page2\"}}]");
    for (document, left_out) in [(alone, 0), (list.as_str(), 1)] {
        let read = WebAnnotation.import(document.as_bytes(), &TaskCtx::new()).unwrap();
        assert_eq!(read.report.len(), left_out);
        let (_, claim) = read.map.claims().next().unwrap();
        assert_eq!(claim.text, "The bridge is late");
        let (_, said) = read.map.attributions().next().unwrap();
        let quote = Quote { exact: "anno".into(), prefix: "this is an ".into(), suffix: "tation".into(), range: None };
        assert_eq!((said.quotes.as_slice(), said.origin.as_str()), (&[quote][..], "http://example.org/anno1"));
    }
    for refused in ["", "{", "[]", "{}", "7", r#"{"items":[{"target":{"selector":{"type":"TextQuoteSelector"}}}]}"#] {
        assert!(WebAnnotation.import(refused.as_bytes(), &TaskCtx::new()).is_err(), "{refused}");
    }
}

#[test]
fn what_surrounds_a_confidential_speaker_is_not_told() {
    let mut builder = MapBuilder::new(1);
    let speaker = builder.speaker(Speaker { confidential: true, ..Speaker::new(SpeakerKind::Person, "Ada Finch") });
    let source = builder.source(Source::new(SourceKind::Article, "Talk with Finch"));
    let claim = builder.claim("The boats are gone");
    let quote = Quote { exact: "gone".into(), prefix: "Finch said: ".into(), suffix: ", said Finch".into(), range: Some((3, 7)) };
    builder.attribute(Attribution { source: Some(source), quotes: vec![quote], ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
    let written = WebAnnotation.export(&ExportRequest::new(&builder.finish()), &TaskCtx::new()).unwrap().bytes;
    let written = String::from_utf8(written).unwrap();
    assert!(written.contains("\"gone\"") && !written.contains("Finch"), "{written}");
}

proptest! {
    #[test]
    fn any_quote_comes_back(exact in ".{1,40}", prefix in ".{0,20}", suffix in ".{0,20}", start in 0_u32..1000, length in proptest::option::of(1_u32..50)) {
        let quote = Quote { exact, prefix, suffix, range: length.map(|length| (start, start + length)) };
        let map = quoting(&[vec![quote.clone(), quote]]);
        prop_assert_eq!(quotes(&there_and_back(&map)), quotes(&map));
    }
}
