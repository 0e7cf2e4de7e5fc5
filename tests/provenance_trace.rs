//! Traces and independent origins.

#[path = "common/chains.rs"]
mod chains;
#[path = "common/troy.rs"]
mod troy;

use chains::{Chains, chains};
use elenchus::base::NodeId;
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Quote, Source, SourceKind, SourceText, Speaker, SpeakerKind, Stance};
use elenchus::provenance::copies::Copies;
use elenchus::provenance::origins::{Mark, Origins, Voice, origins};
use elenchus::provenance::trace::{Piece, trace};
use elenchus::provenance::verify::verify;
use troy::TROY;

/// What the lines call a node.
fn name(c: &Chains, id: NodeId) -> &str {
    c.nodes.iter().find(|(_, node)| **node == id).map_or("?", |(name, _)| name)
}

/// The steps of a claim: name, what it is about, `?` where undated, with its words where they changed.
fn steps(c: &Chains, claim: &str) -> Vec<String> {
    let trace = trace(&c.map, c.nodes[claim]);
    let step = |step: &elenchus::provenance::trace::Step| {
        let of = step.of.map(|of| format!(" of {}", name(c, trace.steps[of].attribution))).unwrap_or_default();
        let undated = match (step.when.is_undated(), step.known_by) {
            (true, Some(day)) => format!(" by {day}"),
            (true, None) => " ?".to_owned(),
            (false, _) => String::new(),
        };
        format!("{}{of}{undated}", name(c, step.attribution))
    };
    trace.steps.iter().map(step).collect()
}

fn voice(map: &ArgumentMap, voice: &Voice) -> String {
    match voice {
        Voice::Speaker(id) => map.speaker(*id).unwrap().name.clone(),
        Voice::Source(id) => map.source(*id).unwrap().title.clone(),
        Voice::Attribution(_) => "nobody".to_owned(),
    }
}

fn counted(c: &Chains, claim: &str) -> Origins {
    origins(&c.map, &trace(&c.map, c.nodes[claim]), &Copies::of(&verify(&c.map)))
}

/// `Troy: 1 2 3; Drum: 4; mixed: 5`
fn found(c: &Chains, claim: &str) -> String {
    let trace = trace(&c.map, c.nodes[claim]);
    let found = counted(c, claim);
    let names = |steps: &[usize]| {
        let mut names: Vec<&str> = steps.iter().map(|i| name(c, trace.steps[*i].attribution)).collect();
        names.sort_unstable();
        names.join(" ")
    };
    let who = |voices: &[Voice]| voices.iter().map(|v| voice(&c.map, v)).collect::<Vec<_>>().join("+");
    let mut parts: Vec<String> = found.origins.iter().map(|o| format!("{}: {}", who(&o.voices), names(&o.steps))).collect();
    if !found.mixed.is_empty() {
        parts.push(format!("mixed: {}", names(&found.mixed)));
    }
    parts.join("; ")
}

fn marks(c: &Chains, claim: &str) -> Vec<String> {
    let who = |voices: &[Voice]| voices.iter().map(|v| voice(&c.map, v)).collect::<Vec<_>>().join(" ");
    let mark = |mark: &Mark| match mark {
        Mark::OneOrigin => "one".to_owned(),
        Mark::Circle(voices) => format!("circle {}", who(voices)),
        Mark::Anonymous(voices) => format!("anonymous {}", who(voices)),
        Mark::Collective(voices) => format!("collective {}", who(voices)),
        Mark::Undated(voices) => format!("undated {}", who(voices)),
        Mark::Unlinked(voices) => format!("unlinked {}", who(voices)),
        Mark::OneSource(source) => format!("source {}", c.map.source(*source).unwrap().title),
    };
    counted(c, claim).marks.iter().map(mark).collect()
}

#[test]
fn three_nested_attributions_are_one_chain_with_one_origin() {
    let c = chains(TROY);
    assert_eq!(steps(&c, "C"), ["1", "2 of 1", "3 of 2"]);
    assert_eq!(found(&c, "C"), "Troy: 1 2 3");
    assert_eq!(marks(&c, "C"), ["one", "unlinked Troy"]);
    let trace = trace(&c.map, c.nodes["C"]);
    assert_eq!(trace.steps.iter().map(|step| step.depth).collect::<Vec<_>>(), [0, 1, 2]);
    let second = &trace.steps[1];
    assert_eq!(second.compared_with, Some(0));
    assert_eq!(
        trace.changes(1),
        [Piece::Same("Nader ".into()), Piece::Gone("may have ".into()), Piece::Same("cost Gore the election".into())]
    );
    assert!(trace.steps[2].words.text.is_empty(), "who passes it on without words of his own says none");
}

#[test]
fn steps_come_in_the_order_of_time_and_reports_after_what_they_report() {
    let c = chains(
        "C = It is so
         1 Ann 2012 asserts C
         2 Bob 2010 asserts C
         3 Cid asserts C
         4 Dan 2011-05 reports 3
         5 Eve asserts C
         6 Fay 2009 reports 1",
    );
    // Cid is known by May 2011; what Fay reports is older than its own date says, but still comes first.
    assert_eq!(steps(&c, "C"), ["2", "3 by 2011-05-01", "4 of 3", "1", "6 of 1", "5 ?"]);
}

#[test]
fn restatements_lead_to_other_wordings() {
    let c = chains(
        "C = Nader cost Gore the election
         D restates C = Nader spoiled the election for Gore
         E restates D = Gore lost because of Nader
         X = Something else
         1 Ann 2001 asserts C
         2 Bob 2000 asserts E
         3 Cid 2002 reports 2
         4 Dan asserts X",
    );
    assert_eq!(steps(&c, "C"), ["2", "1", "3 of 2"]);
    assert_eq!(steps(&c, "D"), steps(&c, "C"));
    assert_eq!(trace(&c.map, c.nodes["C"]).wordings, ["C", "D", "E"].map(|name| c.nodes[name]));
    assert_eq!(found(&c, "C"), "Bob: 2 3; Ann: 1");
}

#[test]
fn copies_collapse_into_their_origin() {
    for (text, wanted) in [
        // Ten mentions, one origin.
        (
            "1 Ann 2001 asserts C\n 2 Bob 2002 reports 1\n 3 Cid 2003 reports 1\n 4 Dan 2004 reports 2\n 5 Dan 2005 asserts C",
            "Ann: 1 2 3 4 5",
        ),
        // Two who say it, and one who has it from both.
        ("1 Ann 2001 asserts C\n 2 Bob 2002 asserts C\n 3 Cid 2003 reports 1\n 4 Cid 2004 reports 2", "Ann: 1; Bob: 2; mixed: 3 4"),
        // Who repeats oneself is no second origin, nor who denies it.
        ("1 Ann 2001 asserts C\n 2 Ann 2002 asserts C\n 3 Bob 2003 denies C\n 4 Cid 2004 reports 3\n 5 Dan questions C", "Ann: 1 2"),
        // A report that somebody denies having said is none that stands by it.
        ("1 Ann 2001 asserts C\n 2 Bob 2002 denies 1", "Ann: 1"),
        // Who tells of others in a source of his own has it from them.
        ("source Daily by=Dan\n 1 Ann@Daily asserts C\n 2 Dan@Daily 2003 asserts C", "Ann: 1 2"),
        // Who introduces an article in the article has it from its author.
        ("source Daily by=Dan\n 1 Dan@Daily 2003 asserts C\n 2 anon@Daily reports 1", "Dan: 1 2"),
        // An answer to a source in which it stands.
        ("source Daily by=Dan\n source Reply by=Eve answers=Daily\n 1 Dan@Daily 2003 asserts C\n 2 Eve@Reply 2004 asserts C", "Dan: 1 2"),
        // In a thread of answers who began is the origin.
        (
            "source A by=Ann\n source B by=Bob answers=A\n source D by=Ann answers=B\n 1 Ann@A 2001 asserts C\n 2 Bob@B 2002 asserts C\n 3 Ann@D 2003 asserts C",
            "Ann: 1 2 3",
        ),
        // To agree is to have it from those who said it.
        ("1 Ann 2001 asserts C\n 2 Bob 2002 endorses C", "Ann: 1 2"),
        ("1 Ann 2001 asserts C\n 2 Bob 2002 asserts C\n 3 Cid 2002 endorses C", "Ann: 1; Bob: 2; mixed: 3"),
        ("1 Bob 2002 endorses C", "Bob: 1"),
        ("1 - asserts C\n 2 - asserts C\n 3 -@Daily reports 1", "nobody: 1 3; nobody: 2"),
        ("", ""),
    ] {
        let c = chains(&format!("C = It is so\n{text}"));
        assert_eq!(found(&c, "C"), wanted, "{text}");
    }
}

#[test]
fn circles_of_reports_are_found_and_named() {
    // The encyclopaedia says it, the paper reports the encyclopaedia, the encyclopaedia cites the paper.
    let c = chains(
        "source Wiki by=Wiki date=2008 url
         source Paper by=Paper date=2009 url
         C = His first name is Wilhelm
         1 Wiki@Wiki 2008 asserts C
         2 Paper@Paper 2009 reports 1
         3 Paper@Paper 2009 asserts C
         4 Wiki@Wiki 2010 reports 3
         5 Ann 2011 reports 4",
    );
    assert_eq!(found(&c, "C"), "Wiki+Paper: 1 2 3 4 5");
    assert_eq!(marks(&c, "C"), ["one", "circle Wiki Paper"]);
    // Three, of which each has it from the one before, told by sources.
    let c = chains(
        "source A by=Ann url
         source B by=Bob url
         source D by=Cid url
         C = It is so
         1 Cid@A asserts C
         2 Ann@B asserts C
         3 Bob@D asserts C
         4 Eve 2001 asserts C",
    );
    let circle = counted(&c, "C").circles;
    assert_eq!(circle.len(), 1);
    assert_eq!(circle[0].len(), 3);
    assert_eq!(counted(&c, "C").origins.len(), 2);
    // A headnote in the author's own article closes no circle.
    let c = chains("source Daily by=Dan\n C = It is so\n 1 Dan@Daily 2003 asserts C\n 2 anon@Daily reports 1");
    assert!(counted(&c, "C").circles.is_empty());
}

#[test]
fn marks_say_why_to_be_careful() {
    for (text, wanted) in [
        (
            "1 anon@Daily asserts C\n 2 group@Daily asserts C",
            "anonymous anon, collective group, undated anon group, unlinked anon group, source Daily",
        ),
        ("source Daily url date=2001\n 1 Ann@Daily asserts C\n source Weekly url\n 2 Bob@Weekly 2002 asserts C", ""),
        ("source Daily url date=2001\n source Reply answers=Daily\n 1 Ann@Reply 2001 asserts C", "one"),
        ("1 - asserts C", "one, anonymous nobody, undated nobody, unlinked nobody"),
        ("", ""),
    ] {
        let c = chains(&format!("C = It is so\n{text}"));
        assert_eq!(marks(&c, "C").join(", "), wanted, "{text}");
    }
}

#[test]
fn a_long_chain_and_a_broad_one_end() {
    let mut lines = "C = It is so\n1 Ann0 asserts C\n".to_owned();
    for i in 1..3000 {
        lines += &format!("{} Ann{i} reports {i}\n", i + 1);
    }
    let c = chains(&lines);
    let found = counted(&c, "C");
    assert_eq!((found.origins.len(), found.mentions, found.mixed.len()), (1, 3000, 0));
}

const COPIED: &str = "
    source Wire by=Ann date=2001-02-03 url
    source Post by=Bob date=2001-02-05 url
    source Blog by=Cid date=2001-02-09 url
    C = The bridge was never paid for
    1 Bob@Post asserts C \"The river board rejected the plan, because the costs had not been counted!\"
    2 Ann@Wire asserts C \"the river board rejected the plan because the costs had not been counted\"
    3 Cid@Blog asserts C \"Nobody has ever paid for it\"";

#[test]
fn the_same_words_in_two_sources_count_as_one_origin() {
    let c = chains(COPIED);
    assert_eq!(steps(&c, "C"), ["2", "1", "3"]);
    assert_eq!(found(&c, "C"), "Ann: 1 2; Cid: 3", "the earlier one is the origin");
    let found = counted(&c, "C");
    assert_eq!(found.copies.iter().map(|copy| (copy.step, copy.of)).collect::<Vec<_>>(), [(1, 0)]);
    // Few words are anybody's.
    let short = COPIED
        .replace(" rejected the plan, because the costs had not been counted!", "")
        .replace(" rejected the plan because the costs had not been counted", "");
    assert!(counted(&chains(&short), "C").copies.is_empty());
    // Who names whom he quotes is a report already, and what stands in one source is no copy of it.
    for said in ["1 Bob@Post reports 2", "1 Bob@Wire asserts C"] {
        let head = said.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let line = COPIED.lines().find(|line| line.trim().starts_with("1 ")).unwrap();
        let quote = line.split_once('"').unwrap().1;
        let rest = COPIED.replace(line, "") + "\n" + said + " \"" + quote;
        assert!(counted(&chains(&rest), "C").copies.is_empty(), "{head}");
    }
}

#[test]
fn words_that_stand_in_the_text_of_an_earlier_source_are_copied_from_there() {
    let words = "the river board rejected the plan because the costs had not been counted";
    let origins_where = |first: &str| {
        let mut b = MapBuilder::new(1);
        let claim = b.claim("The bridge was never paid for");
        for (name, date, text, quote) in [("Ann", "2001", first, None), ("Bob", "2002", "Nothing of this is here.", Some(words))] {
            let speaker = b.speaker(Speaker::new(SpeakerKind::Person, name));
            let texts = vec![SourceText::new(text, "2026-01-01T00:00:00Z")];
            let source = b.source(Source { authors: vec![speaker], date: date.into(), texts, ..Source::new(SourceKind::Article, name) });
            let quotes = quote.map(|exact| Quote { exact: exact.to_owned(), ..Quote::default() }).into_iter().collect();
            b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
        }
        let map = b.finish();
        let found = origins(&map, &trace(&map, claim), &Copies::of(&verify(&map)));
        found.origins.iter().flat_map(|origin| &origin.voices).map(|v| voice(&map, v)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(origins_where(&format!("As it was told to us, {words}; and so on.")), "Ann");
    assert_eq!(origins_where("The river board has always been against the plan."), "Ann Bob");
}

fn elenchus(args: &[&str]) -> (i32, String, String) {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_elenchus")).args(args).output().expect("it runs");
    (out.status.code().unwrap_or(-1), String::from_utf8_lossy(&out.stdout).into_owned(), String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn the_command_line_tells_and_draws_the_way_of_a_claim() {
    let folder = std::env::temp_dir().join(format!("elenchus-trace-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let map = path("map.ron");
    let text = format!(
        "{TROY}\n{}",
        COPIED
            .replace("C =", "D =")
            .replace(" asserts C", " asserts D")
            .replace("\n    1", "\n    4")
            .replace("\n    2", "\n    5")
            .replace("\n    3", "\n    6")
    );
    std::fs::write(&map, elenchus::formats::native::to_text(&chains(&text).map)).unwrap();

    let (code, told, _) = elenchus(&["trace", &map, "Nader cost Gore the 2000 election"]);
    assert_eq!(code, 0);
    for line in [
        "1 independent origin in 3 mentions",
        "  Troy: 1 2 3",
        "  ! All 3 mentions have it from one origin: Troy.",
        "1  2016-11-14  Troy asserts",
        "2  2017-01-03  Parry reports what Troy says (1)",
        "“Nader [-may have -]cost Gore the election”",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
    let (_, told, _) = elenchus(&["trace", &map, "bridge"]);
    assert!(told.contains("Step 2 has the same words as step 1 without naming it"), "{told}");

    let (code, json, _) = elenchus(&["trace", &map, "bridge", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, json["origins"]["count"].as_u64(), json["origins"]["mentions"].as_u64()), (0, Some(2), Some(3)));
    assert_eq!(json["origins"]["copies"], serde_json::json!([{ "step": 2, "of": 1 }]));
    assert_eq!(json["steps"][1]["speaker"]["name"], "Bob");
    assert_eq!(json["steps"][1]["date"]["earliest"], "2001-02-05");

    let picture = path("way.svg");
    assert_eq!(elenchus(&["trace", &map, "bridge", "--picture", &picture]).0, 0);
    assert!(std::fs::read_to_string(&picture).unwrap().contains("same words, unnamed"));
    // What is no claim, what are several, and what is no picture.
    for (args, why) in [
        (vec!["trace", &map, "no such words"], "no claim"),
        (vec!["trace", &map, "the"], "2 claims"),
        (vec!["trace", &map, "bridge", "--picture", &path("way.json")], "no picture"),
    ] {
        let (code, told, error) = elenchus(&args);
        assert!(code != 0 && told.is_empty() && error.contains(why), "{args:?}: {code} {error}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
