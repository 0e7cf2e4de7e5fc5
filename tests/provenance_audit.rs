//! What is doubtful about provenance, and the tables of who says what.

#[path = "common/chains.rs"]
mod chains;

use chains::chains;
use elenchus::base::{Rng, Subject};
use elenchus::editor::{Command, Editor, Loaded, LookedUp};
use elenchus::model::{
    Attribution, Claim, ClaimKind, Edge, MapBuilder, Quote, Role, Source, SourceKind, SourceText, Speaker, SpeakerKind, Stance,
};
use elenchus::provenance::audit::{audit, check};
use elenchus::provenance::copies::Copies;
use elenchus::provenance::marks::{MarkKind, cautions};
use elenchus::provenance::tables::Table;
use elenchus::provenance::verify::verify;

#[test]
fn findings_by_chain() {
    let table: &[(&str, &[&str])] = &[
        ("1 Ann asserts C", &[]),
        ("1 Ann asserts C\n 2 Bob reports 1", &[]),
        ("1 Ann asserts C\n 2 Bob reports 1\n 3 Cid reports 2", &["one-origin"]),
        ("1 Ann asserts C\n 2 Bob reports 1\n 3 Cid reports 2\n 4 Dan asserts C", &[]),
        ("1 Ann 2001 asserts C\n 2 Bob 2002 reports 1\n 3 Bob 2003 asserts C\n 4 Ann 2004 reports 3", &["origin-circle"]),
        ("1 Ann 2005 asserts C\n 2 Bob 2002-03 reports 1", &["report-predates"]),
        // Not known to be earlier.
        ("1 Ann 2002 asserts C\n 2 Bob 2002-03 reports 1", &[]),
        ("1 anon asserts C\n 2 group asserts C", &["unnamed-origins"]),
        ("1 anon asserts C\n 2 Ann asserts C", &[]),
        ("1 Ann 2001 asserts C\n 2 Ann 2005 denies C", &["both-sides"]),
        ("1 Ann 2001 asserts C\n 2 Ann 2005 questions C\n 3 Bob denies C", &[]),
        ("source Daily url date=2001\n 1 Ann@Daily asserts C", &[]),
        ("1 Ann@Daily asserts C", &["source-unlinked", "source-undated"]),
        ("1 Ann@Daily 2001 asserts C", &["source-unlinked"]),
        ("D restates C = It is thus\n 1 Ann 2001 asserts C\n 2 Ann 2005 denies D", &["both-sides"]),
    ];
    for (text, wanted) in table {
        let c = chains(&format!("C = It is so\n{text}"));
        let found: Vec<&str> = audit(&c.map, &Copies::default()).iter().map(|found| found.code.name()).collect();
        assert_eq!(found, *wanted, "{text}");
        let all = check(&c.map, &Copies::default());
        assert!(all.is_sorted_by_key(|found| std::cmp::Reverse(found.severity())) && all.len() >= found.len());
    }
}

#[test]
fn messages_name_who_and_what() {
    let c = chains("C = It is so\n 1 Ann 2001 asserts C\n 2 Ann 2005 denies C");
    assert_eq!(audit(&c.map, &Copies::default())[0].message, "Ann takes both sides of “It is so”: asserts (2001), denies (2005).");
    assert!(matches!(audit(&c.map, &Copies::default())[0].subject, Subject::Node(node) if node == c.nodes["C"]));
    let c = chains("C = It is so\n 1 Ann 2001 asserts C\n 2 Bob 2002 reports 1\n 3 Bob 2003 asserts C\n 4 Ann 2004 reports 3");
    assert_eq!(audit(&c.map, &Copies::default())[0].message, "Reports of “It is so” go round in a circle: Ann → Bob → Ann.");
}

#[test]
fn copies_of_one_text_are_one_origin_for_the_audit_too() {
    let words = "the river board rejected the plan because the costs had not been counted";
    let mut b = MapBuilder::new(1);
    let claim = b.claim("The bridge was never paid for");
    for (name, text, quote) in [("Ann", words, None), ("Bob", "", Some(words)), ("Cid", "", Some(words))] {
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, name));
        let texts = (!text.is_empty()).then(|| SourceText::new(text, "2026-01-01T00:00:00Z")).into_iter().collect();
        let address = format!("https://example.org/{name}");
        let source = b.source(Source { url: address, date: "2001".into(), texts, ..Source::new(SourceKind::Article, name) });
        let quotes = quote.map(|exact| Quote { exact: exact.to_owned(), ..Quote::default() }).into_iter().collect();
        b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
    }
    let map = b.finish();
    let codes = |copies: &Copies| audit(&map, copies).iter().map(|found| found.code.name()).collect::<Vec<_>>();
    let copies = Copies::of(&verify(&map));
    assert_eq!(codes(&copies), ["one-origin"]);
    assert!(codes(&Copies::default()).is_empty(), "without the texts nobody knows that Bob and Cid have it from Ann's source");
    // What the cards are signed with says the same.
    assert!(cautions(&map, &copies)[&claim].iter().any(|caution| caution.kind == MarkKind::OneOrigin));
    // So does the editor, once the texts were looked up.
    let mut editor = Editor::new(Rng::new(1));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map: map.clone(), ..Loaded::default() })));
    let told = |editor: &Editor| editor.diagnostics().iter().filter(|found| found.code.name() == "one-origin").count();
    assert_eq!(told(&editor), 0);
    let checked = LookedUp::of(editor.map(), verify(editor.map()));
    editor.take_quotations(editor.revision(), checked);
    assert_eq!(told(&editor), 1);
}

#[test]
fn circles_of_attributions_end() {
    let mut b = MapBuilder::new(1);
    let claim = b.claim("It is so");
    let one = b.attribute(elenchus::model::Attribution::new(None, elenchus::model::Stance::Reports), claim);
    let two = b.attribute(elenchus::model::Attribution::new(None, elenchus::model::Stance::Reports), one);
    b.edge(Edge::new(one, Role::Content, two));
    audit(&b.finish(), &Copies::default());
}

#[test]
fn who_agrees_with_whom() {
    let c = chains(
        "source Daily by=Ann date=2001
         C = It is so
         D = It is otherwise
         1 Ann@Daily asserts C
         2 Bob 2003 denies C
         3 Bob 2002 asserts C
         4 Cid 2004 reports 1
         5 Cid endorses D
         6 Dan denies 1",
    );
    let rows: Vec<String> = Table::Stances.rows(&c.map).iter().map(|row| row.cells.join("|")).collect();
    assert_eq!(
        rows,
        [
            "It is otherwise|Cid||||undated||",
            "It is so|Ann|2001|||||",
            "It is so|Bob|2002|2003||||asserts (2002), denies (2003)",
            "It is so|Cid|||||2004|",
        ]
    );
    assert_eq!(Table::Stances.columns().len(), 8);
    let flagged: Vec<bool> = Table::Stances.rows(&c.map).iter().map(|row| row.both_sides).collect();
    assert_eq!(flagged, [false, false, true, false]);
}

#[test]
fn who_blames_whom() {
    let mut b = MapBuilder::new(1);
    let cause = |cause: &str, effect: &str| Claim {
        kind: Some(ClaimKind::Cause),
        cause: cause.into(),
        effect: effect.into(),
        ..Claim::new(format!("{cause} brought about {effect}"))
    };
    let nader = b.node(cause("Nader", "Gore's defeat"));
    b.node(cause("The Court", "Gore's defeat"));
    b.claim("Something else");
    let troy = b.speaker(elenchus::model::Speaker::new(elenchus::model::SpeakerKind::Person, "Troy"));
    let said = elenchus::model::Attribution {
        date: "2016-11-14".into(),
        ..elenchus::model::Attribution::new(Some(troy), elenchus::model::Stance::Asserts)
    };
    let act = b.attribute(said, nader);
    let map = b.finish();
    let rows = Table::Blame.rows(&map);
    let cells: Vec<String> = rows.iter().map(|row| row.cells.join("|")).collect();
    assert_eq!(cells, ["Gore's defeat|Nader|Troy|2016-11-14|||||", "Gore's defeat|The Court|||||||"]);
    assert_eq!((rows[0].claim, rows[0].acts.as_slice()), (nader, [act].as_slice()));
    assert_eq!(Table::Blame.columns().len(), 9);
}
