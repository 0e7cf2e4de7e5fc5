//! What is handed over: source sheets, tables, PROV-O, schema.org, CSL-JSON and BibTeX. Small maps have golden files.

#[path = "common/chains.rs"]
mod chains;
use std::path::Path;

use chains::{Chains, chains};
use elenchus::base::TaskCtx;
use elenchus::formats::{ExportRequest, Imported, exporter, exporter_for, importer};
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Source, SourceKind, Speaker, SpeakerKind, Stance};

fn small() -> Chains {
    chains(
        "source Time by=Troy date=2016-11-14 venue=Time_Inc
         source Cracks by=Parry date=2017-01-03 url
         source Comment by=Bodden date=2017-01-04T13:36 answers=Cracks
         C = Nader cost Gore the 2000 election
         D = Nobody has said this
         E = All is known of this
         1 Troy@Time asserts C \"Nader may have cost Gore the election\"
         2 Parry@Cracks reports 1 \"Nader cost Gore the election\"
         3 Bodden@Comment reports 2
         4 Bodden@Comment denies C
         5 Parry@Cracks asserts E",
    )
}

fn export(map: &ArgumentMap, name: &str) -> String {
    let made = exporter(name).unwrap().export(&ExportRequest::new(map), &TaskCtx::new()).unwrap();
    let again = exporter(name).unwrap().export(&ExportRequest::new(map), &TaskCtx::new()).unwrap();
    assert_eq!(made.bytes, again.bytes, "{name} gives the same bytes");
    String::from_utf8(made.bytes).unwrap()
}

fn import(name: &str, text: &str) -> Imported {
    importer(name).unwrap().import(text.as_bytes(), &TaskCtx::new()).unwrap()
}

#[test]
fn small_maps_have_golden_files() {
    let c = small();
    for (name, file) in [
        ("sheet-md", "handover.sheet.md"),
        ("sheet-html", "handover.sheet.html"),
        ("stances-md", "handover.stances.md"),
        ("stances-csv", "handover.stances.csv"),
        ("prov", "handover.ttl"),
        ("schema-org", "handover.schema.jsonld"),
        ("csl", "handover.csl.json"),
        ("bibtex", "handover.bib"),
    ] {
        let (path, made) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file), export(&c.map, name));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(made, kept, "{} differs; UPDATE_GOLDEN=1 rewrites it", path.display());
        assert_eq!(exporter_for(file).map(|e| e.name()), Some(name), "{file}");
    }
}

#[test]
fn gaps_come_first() {
    let c = small();
    let sheet = export(&c.map, "sheet-md");
    assert!(c.nodes.values().filter(|id| c.map.claim(**id).is_some()).all(|id| sheet.contains(&format!("`{id}`"))), "{sheet}");
    let place = |text: &str| sheet.find(text).unwrap_or_else(|| panic!("{text} is not in\n{sheet}"));
    assert!(place("## With gaps") < place("Nader cost Gore the 2000 election"));
    assert!(place("Nader cost Gore the 2000 election") < place("Nobody has said this"), "what has most gaps comes first");
    assert!(sheet.contains("- [ ]") && sheet.contains("<https://example.org/cracks>"));
}

#[test]
fn losses_are_counted() {
    let c = small();
    for name in ["csl", "bibtex"] {
        let losses = exporter(name).unwrap().losses(&ExportRequest::new(&c.map), &TaskCtx::new()).unwrap();
        let told: Vec<String> = losses.iter().map(|loss| loss.to_string()).collect();
        assert_eq!(told, ["5 attributions", "3 claims", "1 answer to another source"], "{name}");
    }
}

/// Sources of every kind, as far as lists of references can hold them.
fn register() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let ludwig = b.speaker(Speaker::new(SpeakerKind::Person, "Ludwig van Beethoven"));
    let greens = b.speaker(Speaker::new(SpeakerKind::Organisation, "Greens & {Friends}"));
    for (i, kind) in SourceKind::ALL.iter().enumerate() {
        let date = ["2016", "2016-11", "2016-11-14", ""][i % 4].to_owned();
        b.source(Source {
            authors: vec![ludwig, greens],
            venue: "Who_cost #1".to_owned(),
            date,
            url: "https://example.org/a_b?c=50%25&d".to_owned(),
            archive_url: "https://archive.example.org/1".to_owned(),
            note: "50 % of $5 ~ “so”".to_owned(),
            ..Source::new(*kind, format!("Émile: {} \\ ^", kind.word()))
        });
    }
    b.finish()
}

#[test]
fn references_come_back_as_they_went() {
    let map = register();
    let wanted: Vec<Source> = map.sources().values().cloned().collect();
    for name in ["csl", "bibtex"] {
        let text = export(&map, name);
        let back = import(name, &text).map;
        let names = |map: &ArgumentMap, source: &Source| -> Vec<String> {
            source.authors.iter().map(|author| map.speaker(*author).unwrap().name.clone()).collect()
        };
        for source in &wanted {
            let found = back.sources().values().find(|other| other.title == source.title).unwrap_or_else(|| panic!("{name}: {text}"));
            assert_eq!((found.kind, &found.venue, &found.date), (source.kind, &source.venue, &source.date), "{name}");
            assert_eq!((&found.url, &found.archive_url, &found.note), (&source.url, &source.archive_url, &source.note), "{name}");
            assert_eq!(names(&back, found), names(&map, source), "{name}");
        }
        assert_eq!(back.sources().len(), wanted.len());
        let formats = elenchus::formats::detect("export", text.as_bytes()).map(|importer| importer.name());
        assert_eq!(formats, Some(name), "known by its content");
    }
}

#[test]
fn references_of_others_are_read() {
    let text = "% from a reference manager\n@string{time = \"Time\"}\n@comment{no entry}\n\n@article{troy2016,\n  author = {Troy, Gil and {Democratic\n    Party} and Fran{\\c{c}}ois Hollande and others},\n  title = \"The {Nader} Effect\",\n  journal = time # { Magazine},\n  month = nov, year = 2016,\n}\n@broken{x, title = {never closed\n@book{b, title={Two}, publisher={Press}, date={2001-02-03}}\n";
    let imported = import("bibtex", text);
    let sources: Vec<String> =
        imported.map.sources().values().map(|s| format!("{} | {} | {} | {}", s.kind.word(), s.title, s.venue, s.date)).collect();
    let mut sources = sources;
    sources.sort();
    assert_eq!(sources, ["article | The Nader Effect | Time Magazine | 2016-11", "book | Two | Press | 2001-02-03"]);
    let mut names: Vec<&str> = imported.map.speakers().values().map(|speaker| speaker.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Democratic Party", "François Hollande", "Gil Troy"]);
    assert_eq!(imported.report.len(), 1);
    assert_eq!(imported.report[0].position.map(|at| at.line), Some(12));

    let text = r#"[{"id": 7, "type": "article-journal", "title": "T", "author": [{"family": "Troy", "given": "Gil"}, {"literal": "Time"}],
        "issued": {"date-parts": [["2016", 11]]}, "container-title": "J"}, {"type": "webpage", "title": "W", "issued": {"raw": "14 November 2016"}}]"#;
    let map = import("csl", text).map;
    let mut dates: Vec<&str> = map.sources().values().map(|source| source.date.as_str()).collect();
    dates.sort_unstable();
    assert_eq!(dates, ["2016-11", "2016-11-14"]);
}

#[test]
fn hostile_lists_are_refused_or_read_without_a_panic() {
    for text in [
        "",
        "@",
        "@article",
        "@article{",
        "@article{a,",
        "@article{a, b",
        "@article{a, b = ",
        "@article{a, b = {\\",
        "@string{",
        "@x{y,z=\"{\"}",
        "@a(b, c = {d})",
    ] {
        let _ = importer("bibtex").unwrap().import(text.as_bytes(), &TaskCtx::new());
    }
    for text in ["", "[", "{}", "[1, null, \"x\", []]", "[{\"issued\": 3, \"author\": {}, \"title\": []}]", "[\n\u{fc}"] {
        let _ = importer("csl").unwrap().import(text.as_bytes(), &TaskCtx::new());
    }
}

#[test]
fn confidential_names_and_sources_are_told_nowhere() {
    let mut b = MapBuilder::new(1);
    let claim = b.claim("It is so");
    let witness = b.speaker(Speaker { confidential: true, ..Speaker::new(SpeakerKind::Person, "Ann Secret") });
    let own =
        b.source(Source { authors: vec![witness], url: "https://secret.example".into(), ..Source::new(SourceKind::Post, "Diary of Ann") });
    let hidden = b.source(Source { confidential: true, venue: "Hidden Venue".into(), ..Source::new(SourceKind::Document, "Hidden file") });
    let bob = b.speaker(Speaker::new(SpeakerKind::Person, "Bob"));
    let said = b.attribute(Attribution { source: Some(own), ..Attribution::new(Some(witness), Stance::Asserts) }, claim);
    b.attribute(Attribution { source: Some(own), ..Attribution::new(Some(bob), Stance::Reports) }, said);
    b.attribute(Attribution { source: Some(hidden), ..Attribution::new(Some(bob), Stance::Denies) }, claim);
    let map = b.finish();
    for name in ["sheet-md", "sheet-html", "blame-csv", "blame-md", "stances-csv", "stances-md", "prov", "schema-org", "csl", "bibtex"] {
        let text = export(&map, name).to_lowercase();
        for secret in ["secret", "diary", "hidden file", "hidden venue"] {
            assert!(!text.contains(secret), "{name} tells “{secret}”:\n{text}");
        }
    }
}
