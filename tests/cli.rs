//! The command line as scripts see it: exit codes, what goes to stdout and what to stderr.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use elenchus::base::{TaskCtx, ViewId};
use elenchus::formats::importer;

struct Run {
    exit: i32,
    out: String,
    err: String,
}

fn elenchus(args: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_elenchus"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Run {
        exit: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("stdout is not one JSON document: {e}\n{text}"))
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn file(&self, name: &str, content: &str) -> String {
        fs::write(self.0.path().join(name), content).unwrap();
        self.path(name)
    }
}

const DEBATE: &str = "examples/who-cost-whom.ron";

/// A map with one of the worst findings and one of the mildest.
const DOUBTFUL: &str = r#"(
  format: 1,
  speakers: {
    "sp_1": Person(name: "Nobody asks"),
  },
  nodes: {
    "c_1": Claim(text: "One"),
    "r_1": Relation(kind: Support),
  },
  edges: [
    ("c_1", Premise, "r_1"),
  ],
)
"#;

#[test]
fn exit_codes_and_streams() {
    let folder = Folder::new();
    let doubtful = folder.file("doubtful.ron", DOUBTFUL);
    let broken = folder.file("broken.ron", "(\n  format: 1,\n  colour: 3,\n)\n");
    let newer = folder.file("newer.ron", "(\n  format: 9,\n  wings: [],\n)\n");
    let unknown = folder.file("picture.xyz", "\u{1}\u{2}");
    // (arguments, exit code, fragment of stdout, fragment of stderr)
    let table: &[(&[&str], i32, &str, &str)] = &[
        (&["--help"], 0, "check", ""),
        (&["--version"], 0, "elenchus", ""),
        (&["check", DEBATE], 1, "no errors, no warnings, ", "hint[source-unlinked]"),
        (&["check", &doubtful], 1, "1 error", "error[relation-without-target] r_1"),
        (&["check", &doubtful], 1, "1 hint", "hint[unused-speaker] sp_1"),
        (&["check", &broken], 1, "1 error", "broken.ron:3:3: error[syntax]"),
        (&["check", &newer], 1, "", "newer version (format 9"),
        (&["check", &unknown], 1, "", "no format that can be read"),
        (&["check", "no such file.ron"], 2, "", "no such file.ron"),
        (&["check", "src"], 2, "", "is a folder"),
        (&["check"], 2, "", "Usage"),
        (&["check", "--explain", "self-relation"], 0, "break the circle", ""),
        (&["check", "--explain", "all"], 0, "two-propositions", ""),
        (&["check", "--explain", "nonsense"], 2, "", "--explain all"),
        (&["stats", DEBATE], 0, "claims", ""),
        (&["stats", &broken], 1, "", "broken.ron"),
        (&["formats"], 0, "reads, writes", ""),
        (&["convert", DEBATE, "out.nonsense"], 2, "", "--to"),
        (&["convert", DEBATE, "out", "--to", "nonsense"], 2, "", "known are"),
        (&["convert", DEBATE, "out.ron", "--from", "nonsense"], 2, "", "known are"),
        (&["export", DEBATE, "out.nonsense"], 2, "", "svg"),
        (&["export", DEBATE, "out.pdf", "--page", "A5"], 2, "", "known are fit, a4, a3, letter"),
        (&["export", DEBATE, "out.pdf", "--theme", "pink"], 2, "", "print"),
        (&["export", DEBATE, "out.pdf", "--profile", "essay"], 2, "", "assignment"),
        (&["export", DEBATE, "out.pdf", "--scope", "branch"], 2, "", "--select"),
        (&["export", DEBATE, "out.pdf", "--select", "c_0"], 2, "", "there is no c_0"),
        (&["export", DEBATE, "out.png", "--losses"], 0, "quotations", ""),
        (&["export", DEBATE, "out.ron", "--losses"], 0, "", ""),
        (&["export", DEBATE, "out.png", "--scale", "0"], 2, "", "0.1 to 16"),
        (&["export", DEBATE, "out.png", "--layout", "spiral"], 2, "", "force"),
        (&["layout", DEBATE, "--algorithm", "spiral"], 2, "", "force"),
        (&["new", DEBATE], 1, "", "exists already"),
        (&[], 2, "", "stats"),
        (&["some-map.ron"], 2, "", "without a window these work: elenchus new, check, stats, "),
    ];
    for (args, exit, out, err) in table {
        let run = elenchus(args);
        let said = format!("elenchus {args:?}: exit {}\nstdout: {}\nstderr: {}", run.exit, run.out, run.err);
        assert_eq!(run.exit, *exit, "{said}");
        assert!(run.out.contains(out), "wanted “{out}” on stdout\n{said}");
        assert!(run.err.contains(err), "wanted “{err}” on stderr\n{said}");
        if run.exit == 0 {
            assert_eq!(run.err, "", "{said}");
        }
    }
}

#[test]
fn check_as_json() {
    let folder = Folder::new();
    let run = elenchus(&["check", "--json", &folder.file("doubtful.ron", DOUBTFUL)]);
    let report = json(&run.out);
    assert_eq!((run.exit, run.err.as_str(), &report["errors"], &report["hints"]), (1, "", &1.into(), &1.into()));
    let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    assert!(codes.contains(&"relation-without-target") && codes.contains(&"unused-speaker"), "{codes:?}");

    let run = elenchus(&["check", "--json", &folder.file("broken.ron", "(\n  format: 1,\n  title: 3,\n)\n")]);
    let finding = &json(&run.out)["findings"][0];
    assert_eq!((run.exit, &finding["line"], &finding["severity"]), (1, &3.into(), &"error".into()));
}

#[test]
fn stats_of_the_first_debate() {
    let run = elenchus(&["stats", "--json", DEBATE]);
    let stats = json(&run.out);
    let count = |key: &str| stats[key].as_u64().unwrap();
    let sum = |key: &str| stats[key].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum::<u64>();
    assert_eq!(run.err, "");
    assert!(count("claims") >= 100 && sum("attributions") >= 120 && sum("relations") >= 80, "{stats}");
    assert!(stats["relations"]["rebuttal"].as_u64().unwrap() >= 25 && count("undercuts") >= 5, "{stats}");
    assert!(count("speakers") > 0 && count("sources") > 0 && count("depth") > 2 && count("components") > 0, "{stats}");
}

#[test]
fn a_new_map_is_empty_and_fine() {
    let folder = Folder::new();
    let file = folder.path("new.ron");
    assert_eq!(elenchus(&["new", &file]).exit, 0);
    assert_eq!(elenchus(&["check", &file]).exit, 0);
    assert_eq!(json(&elenchus(&["stats", "--json", &file]).out)["claims"], 0);
    assert_eq!(elenchus(&["new", &file]).exit, 1, "a file is never overwritten by new");
}

#[test]
fn converting_the_native_format_changes_no_byte() {
    let folder = Folder::new();
    for example in ["who-cost-whom.ron", "first-map.ron", "footbridge.ron"] {
        let from = format!("examples/{example}");
        let out = folder.path(example);
        assert_eq!(elenchus(&["convert", &from, &out]).exit, 0);
        let at = Path::new(env!("CARGO_MANIFEST_DIR")).join(&from);
        assert!(fs::read(at).unwrap() == fs::read(&out).unwrap(), "{example} is not in its canonical form");
    }
}

#[test]
fn a_map_is_laid_out_the_same_way_twice() {
    let folder = Folder::new();
    let (one, two, positions) = (folder.path("one.ron"), folder.path("two.ron"), folder.path("pos.json"));
    let lay_out = |out: &str| elenchus(&["layout", "examples/first-map.ron", "--seed", "7", "-o", out, "--positions", &positions]);
    assert_eq!((lay_out(&one).exit, lay_out(&two).exit), (0, 0));
    assert_eq!(fs::read(&one).unwrap(), fs::read(&two).unwrap());
    let positions = json(&fs::read_to_string(&positions).unwrap());
    assert_eq!((positions["x"].as_array().unwrap().len(), positions["units"].as_str()), (9, Some("px")));
    assert!(positions["layout_s"].as_f64().unwrap() >= 0.0);
}

/// Among few claims direction says more than distance, even where links run across the tree.
#[test]
fn a_small_web_is_read_from_its_thesis_down() {
    let folder = Folder::new();
    let web = "[Tax]: Sweet drinks should be taxed.\n    + [Health]: Sugar makes people ill.\n    + [Less]: A tax makes people drink less.\n\
               \x20   - [Poor]: The tax burdens the poor.\n\n[Less]\n    - [Abroad]: People buy abroad.\n    + [Mexico]: Sales fell in Mexico.\n\n\
               [Poor]\n    - [Health]\n\n[Abroad]\n    - [Mexico]\n\n[Health]\n    + [Costs]: All pay for the ill.\n\n[Poor]\n    - [Costs]\n";
    let (text, out) = (folder.file("web.argdown", web), folder.path("web.ron"));
    assert_eq!(elenchus(&["layout", &text, "-o", &out]).exit, 0);
    let map = importer("ron").unwrap().import(&fs::read(out).unwrap(), &TaskCtx::new()).unwrap().map;
    let height = |title: &str| {
        let (id, _) = map.claims().find(|(_, claim)| claim.title == title).unwrap();
        map.placement(ViewId::main(), id).unwrap().y
    };
    for (below, above) in
        [("Health", "Tax"), ("Less", "Tax"), ("Poor", "Tax"), ("Mexico", "Abroad"), ("Abroad", "Less"), ("Costs", "Health")]
    {
        assert!(height(below) > height(above), "{below} stands below {above}");
    }
}

#[test]
fn a_plain_graph_is_laid_out_in_node_order() {
    let folder = Folder::new();
    let graph = folder.file(
        "graph.json",
        r#"{"nodes":[{"id":"a","w":100,"h":40},{"id":"b","w":100,"h":40},{"id":"c","w":60,"h":40}],"edges":[{"source":"a","target":"b","kind":"supports"}]}"#,
    );
    let run = elenchus(&["layout", &graph]);
    let positions = json(&run.out);
    assert_eq!((run.exit, positions["x"].as_array().unwrap().len(), positions["y"].as_array().unwrap().len()), (0, 3, 3));
    let broken = folder.file("broken.json", "{\"nodes\":[{\"id\":\"a\"},\n{\"w\":1}]}");
    let run = elenchus(&["layout", &broken]);
    assert_eq!(run.exit, 1);
    assert!(run.err.contains("2:"), "the line is named: {}", run.err);
}

#[test]
fn pictures_need_no_display() {
    let folder = Folder::new();
    let (svg, png) = (folder.path("map.svg"), folder.path("map.png"));
    for (out, theme) in [(&svg, "light"), (&png, "dark")] {
        let run = elenchus(&["export", "examples/first-map.ron", out, "--theme", theme, "--layout", "force"]);
        assert_eq!(run.exit, 0, "{}", run.err);
    }
    let svg = fs::read_to_string(svg).unwrap();
    assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"));
    assert!(svg.contains("The last school bus leaves at 6 pm"));
    assert!(fs::read(&png).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn losses_are_said_before_anything_is_written() {
    let folder = Folder::new();
    for (name, lost) in [("map.png", "3 quotations"), ("map.argdown", "13 attributions"), ("map.pdf", "3 notes")] {
        let out = folder.path(name);
        let asked = elenchus(&["export", "examples/first-map.ron", &out, "--losses"]);
        assert_eq!((asked.exit, Path::new(&out).exists()), (0, false), "{}", asked.err);
        assert!(asked.out.lines().any(|line| line.starts_with(lost)), "{name}: {}", asked.out);
        let written = elenchus(&["export", "examples/first-map.ron", &out]);
        assert!(written.exit == 0 && Path::new(&out).exists(), "{}", written.err);
        for line in asked.out.lines() {
            assert!(written.err.contains(line), "{name}: “{line}” is not said: {}", written.err);
        }
    }
}

#[test]
fn an_export_never_replaces_the_map_itself() {
    let folder = Folder::new();
    let map = folder.path("map.ron");
    fs::copy("examples/first-map.ron", &map).unwrap();
    let before = fs::read(&map).unwrap();
    let run = elenchus(&["export", &map, &map, "--safe-copy"]);
    assert_eq!((run.exit, fs::read(&map).unwrap() == before), (2, true), "{}", run.err);
    assert!(run.err.contains("is the map itself"), "{}", run.err);
}

#[test]
fn what_nobody_reads_any_more_stops_no_export() {
    let folder = Folder::new();
    let out = folder.path("map.png");
    let mut export = Command::new(env!("CARGO_BIN_EXE_elenchus"));
    let mut export = export.args(["export", "examples/first-map.ron", &out]).current_dir(env!("CARGO_MANIFEST_DIR"));
    export = export.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut running = export.spawn().unwrap();
    drop(running.stderr.take());
    assert!(running.wait().unwrap().success() && Path::new(&out).exists());
}

#[test]
fn losses_are_listed_by_kind_for_every_format() {
    let folder = Folder::new();
    for (ending, lost) in [
        ("ron", vec![]),
        ("argdown", vec!["13 attributions", "3 quotations", "3 sources with their particulars"]),
        ("svg", vec!["3 notes"]),
        ("png", vec!["3 quotations", "3 sources with their particulars", "3 notes"]),
        ("pdf", vec!["3 quotations", "3 sources with their particulars", "3 notes"]),
        ("html", vec![]),
        ("md", vec!["1 cause with its effect", "9 places on the canvas"]),
        ("csv", vec!["9 places on the canvas"]),
        ("json", vec![]),
        (
            "dot",
            vec!["3 quotations", "3 sources with their particulars", "3 reports of what others say", "1 cause with its effect", "3 notes"],
        ),
        ("graphml", vec!["3 quotations", "3 sources with their particulars", "3 reports of what others say"]),
        ("mmd", vec!["3 quotations", "3 sources with their particulars", "3 reports of what others say", "3 notes"]),
        ("tgf", vec!["3 quotations", "3 sources with their particulars", "3 reports of what others say", "3 notes"]),
    ] {
        let out = folder.path(&format!("map.{ending}"));
        let asked = elenchus(&["export", "examples/first-map.ron", &out, "--losses"]);
        assert_eq!((asked.exit, Path::new(&out).exists()), (0, false), "{ending}: {}", asked.err);
        let lines: Vec<&str> = asked.out.lines().collect();
        assert_eq!(lines.is_empty(), lost.is_empty(), "{ending}: {lines:?}");
        for kind in lost {
            assert!(lines.contains(&kind), "{ending}: “{kind}” is not among {lines:?}");
        }
    }
}

#[test]
fn how_a_picture_looks_is_asked_for() {
    let folder = Folder::new();
    let export = |name: &str, rest: &[&str]| {
        let out = folder.path(name);
        let run = elenchus(&[&["export", "examples/first-map.ron", &out], rest].concat());
        assert_eq!(run.exit, 0, "{name} {rest:?}: {}", run.err);
        fs::read(out).unwrap()
    };
    let text = |name: &str, rest: &[&str]| String::from_utf8(export(name, rest)).unwrap();
    let (plain, outlined) = (text("a.svg", &[]), text("b.svg", &["--outlines", "--transparent"]));
    let grounds = |svg: &str| svg.lines().take(5).filter(|line| line.starts_with("<rect")).count();
    assert!(plain.contains("<text") && grounds(&plain) == 1);
    assert!(!outlined.contains("<text") && grounds(&outlined) == 0);
    // The header of a PNG says how large it is and whether it can be seen through.
    let sides = |png: &[u8]| [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
    let one = sides(&export("1.png", &[]));
    for scale in [2, 3, 4] {
        let sides = sides(&export("n.png", &["--scale", &scale.to_string()]));
        let wanted = one.map(|side| side * scale);
        assert!(sides.iter().zip(wanted).all(|(is, want)| is.abs_diff(want) <= scale), "{scale}: {sides:?} beside {one:?}");
    }
    assert!(text("dark.html", &["--theme", "dark"]).contains("data-shade=\"dark\""));
    // An article is printed: the palette is that of paper unless another is asked for.
    let (article, print) = (text("c.svg", &["--profile", "article"]), text("d.svg", &["--theme", "print"]));
    assert!(article.contains("#0f7d68") && print.contains("#0f7d68") && !plain.contains("#0f7d68"), "green as it is on paper");
}

/// README shows what the program writes.
#[test]
fn the_pictures_of_the_readme_are_exports() {
    let folder = Folder::new();
    for (name, theme) in [("march.svg", "light"), ("march-dark.svg", "dark")] {
        let out = folder.path(name);
        let how = ["--select", "c_ar4g51", "--profile", "article", "--theme", theme];
        let run = elenchus(&[&["export", DEBATE, &out], &how[..]].concat());
        assert_eq!(run.exit, 0, "{}", run.err);
        let (is, kept) = (fs::read_to_string(out).unwrap(), Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(name));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&kept, &is).unwrap();
        }
        let was = fs::read_to_string(&kept).unwrap_or_default().replace("\r\n", "\n");
        assert!(is == was, "{name}: look at what is drawn now, then run this with UPDATE_GOLDEN=1");
        assert!(is.len() < 60_000, "{name} has {} bytes", is.len());
    }
}

#[test]
fn a_part_of_a_map_is_exported() {
    let folder = Folder::new();
    let claims = |name: &str, rest: &[&str]| {
        let out = folder.path(name);
        let run = elenchus(&[&["export", "examples/first-map.ron", &out], rest].concat());
        assert_eq!(run.exit, 0, "{}", run.err);
        json(&elenchus(&["stats", "--json", &out]).out)["claims"].as_u64().unwrap()
    };
    assert_eq!(claims("all.ron", &[]), 9);
    assert_eq!(claims("two.ron", &["--select", "c_37b8vy,c_0y7awa"]), 2);
    assert_eq!(claims("branch.ron", &["--select", "c_yvh9tw", "--scope", "branch"]), 2);
    assert_eq!(claims("article.ron", &["--select", "c_yvh9tw", "--profile", "article"]), 2);
    let svg = folder.path("branch.svg");
    assert_eq!(elenchus(&["export", "examples/first-map.ron", &svg, "--select", "c_yvh9tw", "--profile", "article"]).exit, 0);
    let svg = fs::read_to_string(svg).unwrap();
    assert!(svg.contains("id=\"c_f7kkmk\"") && !svg.contains("id=\"c_5zr6wa\""), "the branch and nothing else");
    assert!(svg.contains(">rebuts<") && !svg.contains(">supports<"), "the legend explains what occurs");
}

#[test]
fn what_a_format_cannot_hold_is_said() {
    let folder = Folder::new();
    let out = folder.path("debate.argdown");
    let run = elenchus(&["convert", "examples/first-map.ron", &out]);
    assert_eq!(run.exit, 0, "{}", run.err);
    assert!(run.err.contains("attributions"), "{}", run.err);
    let back = elenchus(&["stats", "--json", &out]);
    assert_eq!(json(&back.out)["claims"], json(&elenchus(&["stats", "--json", "examples/first-map.ron"]).out)["claims"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_elenchus"));
    let line = format!("'{}' check --explain all | head -n 1", binary.display());
    if cfg!(unix) {
        let output = Command::new("sh").args(["-c", &line]).output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[test]
fn sources_are_imported_with_their_text() {
    let folder = Folder::new();
    let map = folder.path("map.ron");
    assert_eq!(elenchus(&["new", &map, "--title", "Bridges"]).exit, 0);
    let page = folder.file("bridge.html", "<html><head><title>The bridge</title></head><body><p>It was old.</p></body></html>");
    let notes = folder.file("notes.md", "# Notes\n\nBy Ada Pool\n\nNobody looked.\n");
    let run = elenchus(&["source", "add", &map, &page, &notes, "--json"]);
    assert_eq!((run.exit, run.err.as_str()), (0, ""));
    let said = json(&run.out);
    assert_eq!((said[0]["title"].as_str(), said[1]["title"].as_str()), (Some("The bridge"), Some("Notes")));
    let saved = fs::read_to_string(&map).unwrap();
    assert!(saved.contains("Nobody looked.") && saved.contains("It was old.") && saved.contains(said[1]["sha256"].as_str().unwrap()));
    // The same again is nothing new; a changed text is a version of the same source.
    let run = elenchus(&["source", "add", &map, &page, "--update"]);
    assert!(run.exit == 0 && run.err.contains("nothing was changed"), "{}", run.err);
    fs::write(&page, "<html><head><title>The bridge</title></head><body><p>It was rotten.</p></body></html>").unwrap();
    let run = elenchus(&["source", "add", &map, &page, "--update"]);
    assert!(run.out.contains("version 2"), "{}", run.out);
    // Beside the map: the file has the words, the map has not.
    let other = folder.path("other.ron");
    assert_eq!(elenchus(&["new", &other]).exit, 0);
    assert_eq!(elenchus(&["source", "add", &other, &notes, "--beside"]).exit, 0);
    assert!(!fs::read_to_string(&other).unwrap().contains("Nobody looked."));
    assert_eq!(fs::read_dir(folder.path("texts")).unwrap().count(), 1);
    // One flipped byte, and what cannot be read.
    fs::write(&map, fs::read_to_string(&map).unwrap().replace("Nobody looked.", "Nobody booked.")).unwrap();
    let check = elenchus(&["check", &map]);
    assert!(check.exit == 1 && format!("{}{}", check.out, check.err).contains("text-altered"), "{}{}", check.out, check.err);
    let broken = folder.file("scan.pdf", "%PDF-1.4");
    let before = fs::read(&map).unwrap();
    let run = elenchus(&["source", "add", &map, &notes, &broken]);
    assert!(run.exit == 1 && run.err.contains("scan.pdf"), "{}", run.err);
    assert_eq!(fs::read(&map).unwrap(), before);
    // A safe copy.
    let safe = folder.path("safe.ron");
    assert_eq!(elenchus(&["source", "add", &other, &page, "--confidential"]).exit, 0);
    assert_eq!(elenchus(&["convert", &other, &safe, "--safe-copy"]).exit, 0);
    let safe = fs::read_to_string(safe).unwrap();
    assert!(!safe.contains("The bridge") && !safe.contains("rotten") && safe.contains("Nobody looked."), "{safe}");
}

#[test]
fn a_list_of_references_is_added_in_one_step() {
    let folder = Folder::new();
    let map = folder.path("map.ron");
    assert_eq!(elenchus(&["new", &map]).exit, 0);
    let entry = "@book{b, title = {Counting}, author = {Pool, Ada}, date = {2019}}";
    let list = format!(
        "{entry}\n@article{{a, title = {{The bridge}}, journal = {{The Ledger}}, date = {{2020-03-02}}}}\n{}\n",
        entry.replace("{b", "{c")
    );
    let refs = folder.file("refs.bib", &list);
    let run = elenchus(&["source", "add", &map, &refs, "--json"]);
    assert_eq!((run.exit, run.err.as_str()), (0, ""));
    let said = json(&run.out);
    let mut titles: Vec<&str> = said.as_array().unwrap().iter().filter_map(|one| one["title"].as_str()).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["Counting", "The bridge"], "what the list says twice is added once");
    assert_ne!(said[0]["source"], said[1]["source"]);
    // The same again is nothing new, and is said once, not of every entry.
    let before = fs::read(&map).unwrap();
    let run = elenchus(&["source", "add", &map, &refs]);
    assert!(run.exit == 0 && run.out.is_empty() && run.err.matches("refs.bib").count() == 1, "{}{}", run.out, run.err);
    assert_eq!(fs::read(&map).unwrap(), before);
}

#[test]
fn many_hints_of_a_kind_are_told_by_their_number() {
    let run = elenchus(&["check", DEBATE]);
    let told = run.err.lines().filter(|line| line.contains("hint[source-unlinked] so_")).count();
    let more =
        run.err.lines().find_map(|line| line.split_once("hint[source-unlinked] and ")?.1.split_once(" more")?.0.parse::<usize>().ok());
    assert_eq!(told, 3, "{}", run.err);
    let all = json(&elenchus(&["check", "--json", DEBATE]).out);
    let all = all["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "source-unlinked").count();
    assert_eq!(more, Some(all - told));
}
