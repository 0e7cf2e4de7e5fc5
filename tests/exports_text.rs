//! What is exported to be read by other programs: Markdown, CSV, JSON, DOT, GraphML, Mermaid, TGF. Small maps have golden files; hostile
//! texts stay texts. Tools of others read the files where they are installed; where they are not, that is said.

use std::path::Path;
use std::process::{Command, Stdio};

use elenchus::base::{TaskCtx, ViewId};
use elenchus::formats::{EXPORTERS, ExportRequest, exporter, importer};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, Group, MapBuilder, Meta, Placement, Quote, Relation, RelationKind, Source, SourceKind,
    Speaker, SpeakerKind, Stance,
};

const TEXT_FORMATS: [&str; 7] = ["markdown", "csv", "json", "dot", "graphml", "mermaid", "tgf"];
const HOSTILE: [&str; 12] = [
    "\"quoted\" \\ back\\n",
    "<script>alert(1)</script> & <b>",
    "]]> --> <!-- -->",
    "=1+1",
    "@SUM(A1)\r\n=2",
    "a | b ` c ``` d #35; %% x",
    "[x](javascript:alert(1)) [^1] *y* _z_",
    "control \u{0}\u{7}\u{1b} marks \u{202e}",
    "end\n#\n1 2 3",
    "subgraph end",
    "}\n  n0 -> n1 [label=x];",
    "\u{feff}=cmd|' /C calc'!A0",
];

/// A thesis with linked premises, a rebuttal, an undercut, a chain of reports, a nested group.
fn small_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: "Who cost whom?".to_owned(), note: "A map for tests.".to_owned(), ..Meta::default() });
    let troy = b.speaker(Speaker { role: "historian".to_owned(), ..Speaker::new(SpeakerKind::Person, "Gil Troy") });
    let parry = b.speaker(Speaker::new(SpeakerKind::Person, "Nat Parry"));
    let witness =
        b.speaker(Speaker { confidential: true, note: "lives in Ohio".to_owned(), ..Speaker::new(SpeakerKind::Person, "Ann Secret") });
    let source = b.source(Source {
        authors: vec![troy],
        venue: "Time".to_owned(),
        date: "2016-11-14".to_owned(),
        url: "https://example.org/nader?x=1&y=2".to_owned(),
        ..Source::new(SourceKind::Article, "Blame")
    });
    let florida = b.group(Group { title: "Florida".to_owned(), order: 1, ..Group::default() });
    let votes = b.group(Group { title: "Votes".to_owned(), parent: Some(florida), order: 1, ..Group::default() });
    let thesis = b.node(Claim {
        text: "Nader cost Gore the 2000 election".to_owned(),
        kind: Some(ClaimKind::Cause),
        group: Some(florida),
        note: "The thesis of the debate.".to_owned(),
        ..Claim::default()
    });
    let close = b.node(Claim { text: "537 votes decided Florida".to_owned(), group: Some(votes), ..Claim::default() });
    let nader = b.node(Claim { text: "97,488 people in Florida voted for Nader".to_owned(), group: Some(votes), ..Claim::default() });
    let tennessee = b.claim("Gore did not carry Tennessee");
    let home = b.claim("Nader's voters would have stayed at home");
    let step = b.relation(
        Relation { scheme: "Argument from cause to effect".to_owned(), ..Relation::new(RelationKind::Support) },
        &[close, nader],
        thesis,
    );
    b.rebut(&[tennessee], thesis);
    b.rebut(&[home], step);
    let quotes = vec![Quote { exact: "cost Gore the election".to_owned(), range: Some((10, 32)), ..Quote::default() }];
    let said = b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(troy), Stance::Asserts) }, thesis);
    b.attribute(Attribution::new(Some(parry), Stance::Reports), said);
    b.attribute(Attribution::new(Some(witness), Stance::Denies), thesis);
    for (i, id) in [thesis, close, nader, tennessee, home].into_iter().enumerate() {
        b.place(ViewId::main(), id, Placement { x: 240 * i as i32, y: 160 * (i as i32 % 2), pinned: i == 0 });
    }
    b.finish()
}

fn hostile_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: HOSTILE.join(" "), ..Meta::default() });
    let thesis = b.claim(HOSTILE[0]);
    for text in HOSTILE {
        let group = b.group(Group { title: text.to_owned(), ..Group::default() });
        let speaker = b.speaker(Speaker::new(SpeakerKind::Group, text));
        let source = b.source(Source { url: text.to_owned(), ..Source::new(SourceKind::Post, text) });
        let claim = b.node(Claim {
            text: text.to_owned(),
            group: Some(group),
            note: text.to_owned(),
            tags: vec![text.to_owned()],
            ..Claim::default()
        });
        b.relation(Relation { scheme: text.to_owned(), title: text.to_owned(), ..Relation::new(RelationKind::Rebuttal) }, &[claim], thesis);
        let quotes = vec![Quote { exact: text.to_owned(), ..Quote::default() }];
        b.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
    }
    b.finish()
}

fn export(map: &ArgumentMap, format: &str) -> String {
    let done = exporter(format).unwrap().export(&ExportRequest::new(map), &TaskCtx::new()).unwrap();
    assert_eq!(done.losses, exporter(format).unwrap().losses(&ExportRequest::new(map), &TaskCtx::new()).unwrap(), "{format}");
    String::from_utf8(done.bytes).unwrap()
}

/// Hands text to a program; nothing where it is not installed, which is said.
fn run(program: &str, args: &[&str], input: &str) -> Option<String> {
    let mut command = Command::new(program);
    command.args(args);
    hand(command, input)
}

fn hand(mut command: Command, input: &str) -> Option<String> {
    use std::io::Write;
    let Ok(mut child) = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn() else {
        eprintln!("skipped: {:?} is not installed", command.get_program());
        return None;
    };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    let complaint = String::from_utf8_lossy(&done.stderr);
    if complaint.contains("No module named") {
        eprintln!("skipped: {:?} has no such library: {complaint}", command.get_program());
        return None;
    }
    assert!(done.status.success() && !complaint.contains("rror"), "{command:?}: {complaint}");
    Some(String::from_utf8(done.stdout).unwrap())
}

#[test]
fn small_maps_are_written_as_they_were_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for format in TEXT_FORMATS {
        let file = folder.join(format!("small.{}", exporter(format).unwrap().extensions()[0]));
        let text = export(&small_map(), format);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        assert_eq!(text, std::fs::read_to_string(&file).unwrap_or_default(), "{format}: look at it, then run this with UPDATE_GOLDEN=1");
    }
}

#[test]
fn losses_are_counted_by_kind() {
    let map = small_map();
    for (format, expected) in [
        ("markdown", vec![("groups", 2), ("places on the canvas", 5)]),
        ("csv", vec![("place of a quotation in its source", 1), ("places on the canvas", 5)]),
        ("json", vec![("pin", 1)]),
        ("dot", vec![("note", 1), ("quotation", 1), ("report of what others say", 1), ("source with its particulars", 1)]),
        ("tgf", vec![("groups", 2), ("note", 1), ("quotation", 1), ("report of what others say", 1), ("source with its particulars", 1)]),
    ] {
        let losses = exporter(format).unwrap().losses(&ExportRequest::new(&map), &TaskCtx::new()).unwrap();
        let found: Vec<(&str, usize)> = losses.iter().map(|loss| (loss.what.as_str(), loss.count)).collect();
        assert_eq!(found, expected, "{format}");
    }
}

#[test]
fn a_confidential_name_is_in_no_text_format() {
    for format in TEXT_FORMATS {
        let text = export(&small_map(), format);
        assert!(!text.contains("Secret") && !text.contains("Ohio"), "{format}");
    }
}

#[test]
fn every_text_format_takes_an_empty_map() {
    for exporter in EXPORTERS {
        assert!(exporter.export(&ExportRequest::new(&ArgumentMap::default()), &TaskCtx::new()).is_ok(), "{}", exporter.name());
    }
}

#[test]
fn a_cancelled_export_writes_nothing() {
    for format in TEXT_FORMATS {
        let ctx = TaskCtx::new();
        ctx.cancel();
        assert!(exporter(format).unwrap().export(&ExportRequest::new(&small_map()), &ctx).is_err(), "{format}");
    }
}

#[test]
fn tables_hold_every_text_and_no_formula() {
    let map = hostile_map();
    let text = export(&map, "csv");
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    let headers = reader.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let mut claims = Vec::new();
    for row in reader.records().map(Result::unwrap) {
        for cell in &row {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?} is a formula");
        }
        if &row[column("record")] == "claim" {
            claims.push(row[column("text")].to_owned());
        }
    }
    assert_eq!(claims.len(), HOSTILE.len() + 1);
    for text in HOSTILE {
        assert!(claims.iter().any(|claim| claim.strip_prefix('\'').unwrap_or(claim) == text), "{text:?}");
    }
}

#[test]
fn json_holds_every_text() {
    let value: serde_json::Value = serde_json::from_str(&export(&hostile_map(), "json")).unwrap();
    let texts: Vec<&str> = value["claims"].as_array().unwrap().iter().filter_map(|claim| claim["text"].as_str()).collect();
    assert!(HOSTILE.iter().all(|text| texts.contains(text)), "{texts:?}");
    let small: serde_json::Value = serde_json::from_str(&export(&small_map(), "json")).unwrap();
    let undercut = small["relations"].as_array().unwrap().iter().find(|relation| relation["undercut"] == true).unwrap();
    assert!(undercut["target"].as_str().unwrap().starts_with("r_"));
}

#[test]
fn graphml_comes_back_as_the_same_claims() {
    for map in [small_map(), hostile_map()] {
        let read = importer("graphml").unwrap().import(export(&map, "graphml").as_bytes(), &TaskCtx::new()).unwrap().map;
        let words =
            |text: &str| text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        let texts: Vec<String> = read.claims().map(|(_, claim)| words(&claim.text)).collect();
        for (_, claim) in map.claims() {
            assert!(texts.contains(&words(&claim.text)), "{:?} is not among {texts:?}", claim.text);
        }
    }
}

#[test]
fn graphviz_draws_every_map() {
    for map in [small_map(), hostile_map(), ArgumentMap::default()] {
        let Some(plain) = run("dot", &["-Tplain"], &export(&map, "dot")) else { return };
        let drawn = plain.lines().filter(|line| line.starts_with("node ")).count();
        let undercut: usize = map.relations().filter(|(id, _)| map.premises(*id).len() > 1 || !map.relations_on(*id).is_empty()).count();
        assert_eq!(drawn, map.claims().count() + undercut);
    }
}

#[test]
fn networkx_reads_labels_and_kinds() {
    let script = "import sys, io, networkx as nx\n\
        g = nx.read_graphml(io.BytesIO(sys.stdin.buffer.read()))\n\
        for n, d in sorted(g.nodes(data=True)): print(d['kind'], d['label'])\n\
        for a, b, d in g.edges(data=True): print('edge', d['kind'])";
    let Some(found) = run("python3", &["-c", script], &export(&small_map(), "graphml")) else { return };
    for line in
        ["cause Nader cost Gore the 2000 election", "claim Gore did not carry Tennessee", "support +", "edge undercut", "edge rebuttal"]
    {
        assert!(found.lines().any(|l| l == line), "{line:?} is not in {found}");
    }
    run("python3", &["-c", script], &export(&hostile_map(), "graphml"));
    run("xmllint", &["--noout", "--nonet", "-"], &export(&hostile_map(), "graphml"));
}

#[test]
fn no_box_of_a_graphml_file_is_without_a_place() {
    let text = export(&small_map(), "graphml");
    let nodes: Vec<&str> = text.split("<node ").skip(1).collect();
    let place = |node: &&str| Some((data(node, "x")?, data(node, "y")?));
    let mut places: Vec<(f32, f32)> = nodes.iter().map(|node| place(node).unwrap_or_else(|| panic!("no place: {node}"))).collect();
    assert!(places.len() > 5, "claims and a joint");
    places.sort_by(|a, b| a.partial_cmp(b).unwrap());
    assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "{places:?}");
}

fn data(node: &str, key: &str) -> Option<f32> {
    node.split_once(&format!("<data key=\"{key}\">"))?.1.split('<').next()?.parse().ok()
}

/// yEd is in no package: its graphics are held to the elements, their order and the words that yFiles' schema for them has.
#[test]
fn graphml_has_the_graphics_of_yed() {
    let dashes = ["line", "dashed", "dotted", "dashed_dotted"];
    let arrows = ["none", "standard", "plain", "t_shape", "delta", "white_delta", "diamond", "white_diamond"];
    for map in [small_map(), hostile_map()] {
        let text = export(&map, "graphml");
        let word = |part: &str, name: &str| -> String {
            let (_, rest) = part.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {part}"));
            rest.split('"').next().unwrap().to_owned()
        };
        let mut drawn = [0, 0];
        for graphics in text.split("<data key=\"").filter_map(|data| data.split_once("\"><y:").map(|(_, rest)| rest)) {
            let parts: Vec<&str> = graphics.split("</data>").next().unwrap().split("<y:").collect();
            let names: Vec<&str> = parts.iter().map(|part| part.split([' ', '>', '/']).next().unwrap()).collect();
            match names.as_slice() {
                ["ShapeNode", "Geometry", "Fill", "BorderStyle", "NodeLabel", "Shape"] => {
                    drawn[0] += 1;
                    assert!(["width", "height"].iter().all(|side| word(parts[1], side).parse::<f32>().is_ok_and(|side| side > 0.0)));
                    assert!(dashes.contains(&word(parts[3], "type").as_str()));
                    assert!(["roundrectangle", "ellipse"].contains(&word(parts[5], "type").as_str()));
                }
                ["PolyLineEdge", "LineStyle", "Arrows"] | ["PolyLineEdge", "LineStyle", "Arrows", "EdgeLabel"] => {
                    drawn[1] += 1;
                    assert!(dashes.contains(&word(parts[1], "type").as_str()));
                    assert!(["source", "target"].iter().all(|end| arrows.contains(&word(parts[2], end).as_str())));
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(drawn, ["<node ", "<edge "].map(|element| text.matches(element).count()));
    }
}

#[test]
fn mermaid_says_one_thing_a_line() {
    for map in [small_map(), hostile_map()] {
        let text = export(&map, "mermaid");
        let body = text.split("flowchart BT\n").nth(1).unwrap();
        for line in body.lines().map(str::trim) {
            let known = ["n", "linkStyle ", "subgraph g", "end"].iter().any(|start| line.starts_with(start));
            assert!(known && line.matches('"').count() % 2 == 0, "{line:?}");
            assert!(!line.contains("<script") && !line.contains("javascript:alert(1)]"), "{line:?}");
        }
    }
}

/// Mermaid's own parser is large and in no Debian: `sh tests/setup.sh` installs it in `target/mermaid` where there is npm.
#[test]
fn mermaids_own_parser_reads_every_diagram() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/mermaid");
    if !folder.join("node_modules/mermaid").exists() {
        eprintln!("skipped: {} has no Mermaid; as root on Debian `sh tests/setup.sh` installs it", folder.display());
        return;
    }
    let script = "import { JSDOM } from 'jsdom';\n\
        globalThis.window = new JSDOM('').window; globalThis.document = window.document;\n\
        const { default: mermaid } = await import('mermaid');\n\
        let text = ''; for await (const some of process.stdin.setEncoding('utf8')) text += some;\n\
        const { diagramType } = await mermaid.parse(text); console.log(diagramType);";
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str, file: &str| {
        importer(name).unwrap().import(&std::fs::read(root.join("examples").join(file)).unwrap(), &TaskCtx::new()).unwrap().map
    };
    let examples = [read("ron", "who-cost-whom.ron"), read("ron", "first-map.ron"), read("argdown", "town-square.argdown")];
    for map in examples.iter().chain(&[small_map(), hostile_map(), ArgumentMap::default()]) {
        let mut node = Command::new("node");
        node.args(["--input-type=module", "-e", script]).current_dir(&folder);
        let Some(said) = hand(node, &export(map, "mermaid")) else { return };
        assert!(said.starts_with("flowchart"), "{said}");
    }
}

#[test]
fn trivial_graphs_have_two_parts() {
    let map = hostile_map();
    let text = export(&map, "tgf");
    let (boxes, lines) = text.split_once("\n#\n").unwrap();
    assert_eq!(boxes.lines().count(), map.claims().count());
    assert_eq!(lines.lines().count(), map.relations().count());
    assert!(lines.lines().all(|line| line.split(' ').take(2).all(|number| number.parse::<usize>().is_ok())), "{lines}");
}
