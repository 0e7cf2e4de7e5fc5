//! Quotations are held against the texts of the sources that they name.

use elenchus::base::{NodeId, Subject, TaskCtx};
use elenchus::formats::{EXPORTERS, ExportRequest};
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Quote, Source, SourceKind, SourceText, Stance};
use elenchus::provenance::verify::{Checked, Class, Verifier, content, failing, findings, verify};

const REPORT: &str = "The harbour report\n\n“We did not cost the town a single boat,” Ada Finch said on Monday. The board had\nreckoned with 12 boats. \
                      It is, as everybody knew, the third report in a year. Finch, who speaks for the union, may have meant the boats of the \
                      league. The mayor thanked her for the long and careful work of her people.\n\nNobody else spoke.";

/// A map that quotes these words from the report, and the attribution.
fn quoting(exact: &[&str], stance: Stance, texts: &[&str]) -> (ArgumentMap, NodeId) {
    let (builder, said) = builder_quoting(exact, stance, texts);
    (builder.finish(), said)
}

fn builder_quoting(exact: &[&str], stance: Stance, texts: &[&str]) -> (MapBuilder, NodeId) {
    let mut builder = MapBuilder::new(1);
    let claim = builder.claim("The union cost the town its boats");
    let source = builder.source(Source {
        texts: texts.iter().map(|text| SourceText::new(*text, "2026-01-01T00:00:00Z")).collect(),
        ..Source::new(SourceKind::Article, "The harbour report")
    });
    let quotes = exact.iter().map(|exact| Quote { exact: (*exact).to_owned(), ..Quote::default() }).collect();
    let said = builder.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(None, stance) }, claim);
    (builder, said)
}

fn check(exact: &str) -> Checked {
    let (map, _) = quoting(&[exact], Stance::Asserts, &[REPORT]);
    verify(&map).remove(0)
}

#[test]
fn quotations_are_classed_by_what_they_change() {
    for (exact, class) in [
        ("We did not cost the town a single boat", Class::Verbatim),
        ("we did not cost the town a single boat.", Class::Verbatim),
        ("The board had reckoned with 12\u{A0}boats", Class::Verbatim),
        ("[t]he board had reckoned with 12 boats", Class::Verbatim),
        ("It is … the third report in a year", Class::Truncated),
        ("Finch [...] may have meant the boats of the league", Class::Truncated),
        ("Finch [of the union] may have meant the boats", Class::Truncated),
        ("The mayor thanked her for the careful work of her people", Class::Truncated),
        ("The mayor thanked her for the long and thorough work of her people", Class::Altered),
        ("Finch, who speaks for the union, meant the boats of the league", Class::Altered),
        ("We did cost the town a single boat", Class::Misquoted),
        ("We did … cost the town a single boat", Class::Misquoted),
        ("cost the town a single boat", Class::Misquoted),
        ("The board had reckoned with 21 boats", Class::Misquoted),
        ("Crane, who speaks for the union, may have meant the boats of the league", Class::Misquoted),
        ("Somebody has to pay for all of these broken windows", Class::NotFound),
    ] {
        let found = check(exact);
        assert_eq!(found.class, class, "{exact}: {found:?}");
        assert_eq!(found.at.is_some(), class != Class::NotFound, "{exact}");
    }
    let denied = quoting(&["cost the town a single boat"], Stance::Denies, &[REPORT]).0;
    assert_eq!(verify(&denied)[0].class, Class::Verbatim, "who denies it may quote what is denied");
}

#[test]
fn passages_that_an_ellipsis_joins_keep_their_order() {
    assert_eq!(check("the boats of the league … the third report in a year").class, Class::NotFound);
}

#[test]
fn the_best_of_all_versions_counts_and_no_text_is_no_failure() {
    let newer = REPORT.replace("12 boats", "14 boats");
    let (map, said) = quoting(&["The board had reckoned with 12 boats", "Nobody else spoke"], Stance::Asserts, &[REPORT, &newer]);
    let found = verify(&map);
    assert_eq!((found[0].class, found[0].version), (Class::Verbatim, Some(0)));
    assert_eq!((found[1].class, found[1].version), (Class::Verbatim, Some(1)));
    assert!(failing(&found).is_empty());
    let (map, _) = quoting(&["Nobody else spoke"], Stance::Asserts, &[]);
    let found = verify(&map);
    assert_eq!(found[0].class, Class::NoText);
    assert!(findings(&map, &found).is_empty());
    assert_eq!(content(&map, said), map.claims().next().unwrap().0);
}

#[test]
fn failures_are_findings_about_the_claim() {
    let (map, said) = quoting(&["We did cost the town a single boat", "Nobody else spoke"], Stance::Asserts, &[REPORT]);
    let found = verify(&map);
    assert_eq!(failing(&found).into_iter().collect::<Vec<_>>(), [said]);
    let told = findings(&map, &found);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].code.name(), told[0].subject.to_string()), ("quotation-misquoted", content(&map, said).to_string()));
}

#[test]
fn each_failure_has_a_code_of_its_own() {
    let code = |quote: &str| {
        let (map, _) = quoting(&[quote], Stance::Asserts, &[REPORT]);
        let found = verify(&map);
        findings(&map, &found).first().map(|told| (found[0].class, told.code.name()))
    };
    assert_eq!(code("Zebras never sang about quantum marmalade"), Some((Class::NotFound, "quotation-not-found")));
    assert_eq!(code("We did cost the town a single boat"), Some((Class::Misquoted, "quotation-misquoted")));
    assert!(
        code("The board had reckoned with 13 boats")
            .is_some_and(|(class, code)| (class == Class::Altered) == (code == "quotation-altered"))
    );
}

#[test]
fn what_a_source_has_changed_since_is_a_finding_about_the_source() {
    let (map, _) = quoting(&["Nobody spoke"], Stance::Asserts, &["Nobody spoke at all.", "Somebody sang."]);
    let found = verify(&map);
    assert_eq!((found[0].class, found[0].former(&map)), (Class::Verbatim, Some((1, 2))));
    let told = findings(&map, &found);
    let source = *map.sources().keys().next().unwrap();
    assert_eq!(
        told.iter().map(|told| (told.code.name(), told.subject)).collect::<Vec<_>>(),
        [("quotation-former", Subject::Source(source))]
    );
}

#[test]
fn words_are_found_again_in_other_sources() {
    let (mut builder, _) =
        builder_quoting(&["The mayor thanked her for the long and careful work of her people"], Stance::Asserts, &[REPORT]);
    let text = "I read that the mayor thanked her for the long and careful work of her people. Well!";
    let other = builder
        .source(Source { texts: vec![SourceText::new(text, "2026-01-02T00:00:00Z")], ..Source::new(SourceKind::Comment, "A comment") });
    let found = verify(&builder.finish());
    assert_eq!(found[0].elsewhere.len(), 1);
    let elsewhere = &found[0].elsewhere[0];
    assert_eq!((elsewhere.source, elsewhere.at.clone(), elsewhere.words, elsewhere.marked), (other, 12..77, 13, false));
}

#[test]
fn a_verifier_that_remembers_says_the_same() {
    let (map, _) = quoting(&["We did cost the town a single boat", "Nobody else spoke"], Stance::Asserts, &[REPORT]);
    let mut verifier = Verifier::default();
    let first = verifier.verify(&map, &TaskCtx::new()).unwrap();
    assert_eq!(first, verifier.verify(&map, &TaskCtx::new()).unwrap());
    assert_eq!(first, verify(&map));
    let cancelled = TaskCtx::new();
    cancelled.cancel();
    assert!(verifier.verify(&map, &cancelled).is_err());
}

#[test]
fn every_export_that_shows_the_words_says_that_they_were_not_said() {
    let (wrong, _) = quoting(&["We did cost the town a single boat"], Stance::Asserts, &[REPORT]);
    let (right, _) = quoting(&["We did not cost the town a single boat"], Stance::Asserts, &[REPORT]);
    for exporter in EXPORTERS {
        let name = exporter.name();
        let written = |map: &ArgumentMap| exporter.export(&ExportRequest::new(map), &TaskCtx::new()).unwrap().bytes;
        let (of_wrong, of_right) = (written(&wrong), written(&right));
        match name {
            // Pictures without the words differ in nothing but the mark.
            "png" | "pdf" => assert!(of_wrong != of_right, "{name}"),
            // The map itself, from which it is found out again; what holds neither words nor who said them.
            "ron" | "argdown" | "tgf" | "csl" | "bibtex" => {}
            _ if name.starts_with("blame") || name.starts_with("stances") => {}
            _ => {
                let is_marked = |bytes: &[u8]| {
                    let text = String::from_utf8_lossy(bytes);
                    text.contains("misquoted") || text.contains('≠')
                };
                assert!(is_marked(&of_wrong), "{name}");
                assert!(!is_marked(&of_right), "{name}");
            }
        }
    }
}
