//! The native format from outside: old files open, canonical files come back byte for byte, and what is wrong is said in words.

use std::fs;
use std::path::{Path, PathBuf};

use elenchus::base::{Code, NodeId, Position, TaskCtx};
use elenchus::formats::native::{CURRENT, Ron, to_text};
use elenchus::formats::{ImportError, Importer};
use elenchus::model::{ArgumentMap, Edge, Role};

fn open(bytes: impl AsRef<[u8]>) -> Result<ArgumentMap, ImportError> {
    Ron.import(bytes.as_ref(), &TaskCtx::new()).map(|imported| imported.map)
}

fn corpus(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/corpus/v{version}"))
}

fn files_of(version: u32) -> Vec<(String, String)> {
    files_in(&corpus(version))
}

fn files_in(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "ron"));
    let mut files: Vec<_> = paths.map(|p| (p.display().to_string(), fs::read_to_string(&p).unwrap())).collect();
    files.sort();
    assert!(!files.is_empty(), "no files in {}", folder.display());
    files
}

#[test]
fn every_version_opens_and_saves_to_the_newest() {
    for version in 1..=CURRENT {
        for (name, text) in files_of(version) {
            let map = open(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            let saved = to_text(&map);
            assert!(saved.starts_with(&format!("(\n  format: {CURRENT},\n")), "{name}");
            assert_eq!(open(&saved).unwrap(), map, "{name}");
            if version == CURRENT {
                assert_eq!(saved, text, "{name} is not canonical");
            }
        }
    }
}

#[test]
fn the_shipped_examples_are_canonical() {
    for (name, text) in files_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")) {
        let map = open(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(to_text(&map) == text, "{name} is not canonical");
        assert_eq!(map.loose_edges(), [], "{name}");
    }
}

#[test]
fn every_field_and_kind_of_the_newest_version_is_in_the_corpus() {
    let all: String = files_of(CURRENT).into_iter().map(|(_, text)| text).collect();
    let kinds = elenchus::model::RelationKind::ALL.iter().map(|k| k.name());
    let kinds = kinds.chain(elenchus::model::ClaimKind::ALL.iter().map(|k| k.name()));
    let kinds = kinds.chain(elenchus::model::Stance::ALL.iter().map(|k| k.name()));
    let kinds = kinds.chain(elenchus::model::Quotation::ALL.iter().map(|k| k.name()));
    let kinds = kinds.chain(elenchus::model::SourceKind::ALL.iter().map(|k| k.name()));
    let kinds = kinds.chain(elenchus::model::SpeakerKind::ALL.iter().map(|k| k.name()));
    for kind in kinds.chain(Role::ALL.iter().map(|k| k.name())) {
        assert!(all.contains(kind), "no {kind} in the corpus");
    }
}

#[test]
fn a_windows_checkout_reads_the_same() {
    for (name, text) in files_of(CURRENT) {
        let map = open(&text).unwrap();
        assert_eq!(open(text.replace('\n', "\r\n")).unwrap(), map, "{name}");
        assert_eq!(open(format!("\u{feff}{text}")).unwrap(), map, "{name}");
        assert_eq!(open(format!("// a remark\n/* and /* another */ */\n{text}\n// and one behind")).unwrap(), map, "{name}");
    }
}

#[test]
fn an_edge_without_its_end_is_kept() {
    let map = open(fs::read(corpus(1).join("dangling.ron")).unwrap()).unwrap();
    let id = |text: &str| text.parse::<NodeId>().unwrap();
    assert_eq!(map.loose_edges().len(), 3);
    assert!(map.has_edge(Edge::new(id("c_gone"), Role::Premise, id("r_1"))));
}

#[test]
fn one_changed_text_is_one_changed_line() {
    let (_, text) = files_of(CURRENT).into_iter().find(|(name, _)| name.ends_with("every-field.ron")).unwrap();
    for (from, to) in [("537 votes", "527 \"votes\""), ("over two lines", "over 2 lines"), ("(160, 80)", "(170, 80)"), (", \"c_5\"]", "]")]
    {
        let edited = text.replacen(from, to, 1);
        let saved = to_text(&open(edited.replace("\"votes\"", "\\\"votes\\\"")).unwrap());
        let changed = saved.lines().zip(text.lines()).filter(|(a, b)| a != b).count();
        assert_eq!((changed, saved.lines().count()), (1, text.lines().count()), "{from} → {to}");
    }
}

/// What differs from the refusal expected, if anything.
fn mistake(text: &str, place: &str, fragment: &str) -> Option<String> {
    let found = match open(text) {
        Err(ImportError::Refused(found)) => found,
        other => return Some(format!("{text}\nis not refused: {other:?}")),
    };
    let position = found.position.map(|p| p.to_string()).unwrap_or_default();
    let said = format!("{} {}", found.message, found.help);
    let complete = found.code == Code::Syntax && !found.message.is_empty() && !found.help.is_empty();
    (position != place || !said.contains(fragment) || !complete)
        .then(|| format!("{text}\n  expected {place} …{fragment}…\n  found    {position} {said}"))
}

#[test]
fn what_is_wrong_is_said_with_line_and_column() {
    let mut mistakes = Vec::new();
    let mut refused = |text: &str, place: &str, fragment: &str| mistakes.extend(mistake(text, place, fragment));
    refused("(\n  format: 9,\n  future: Yes(1)", "2:3", "newer version (format 9; this build reads up to 1)");
    refused("(future: {\"a\": [(1, 2.5), Some('x')]}, format: 4_000)", "1:40", "format 4000;");
    refused("(format: 0)", "1:2", "no format 0");
    refused("(title: \"x\")", "1:1", "does not say which version");
    refused("", "1:1", "is empty");
    refused("// only a remark", "1:17", "opening parenthesis");
    refused("(\n  format: one,\n)", "2:11", "whole number");
    refused("[1, 2]", "1:1", "parenthesis");
    let body = |text: &str| format!("(\n  format: 1,\n{text}\n)");
    let mut check = |text: &str, place: &str, fragment: &str| refused(&body(text), place, fragment);
    check("  colour: 1,", "3:3", "Unknown field `colour` in ArgumentMap. Known are `format`, `title`");
    check(
        "  nodes: {\n    \"c_1\": Claim(text: \"a\", colour: \"red\"),\n  },",
        "4:29",
        "Unknown field `colour` in Claim. Known are `text`",
    );
    check("  nodes: {\n    \"c_1\": Clam(),\n  },", "4:12", "Unknown kind `Clam`");
    check("  nodes: {\n    \"r_1\": Relation(kind: Attack),\n  },", "4:27", "Unknown kind `Attack` of RelationKind. Known are `Support`");
    check("  nodes: {\n    \"r_1\": Relation(),\n  },", "4:21", "field `kind` is missing in Relation");
    check("  nodes: {\n    \"c_1\": Relation(kind: Support),\n  },", "4:12", "“c_1” is the id of a claim, but stands before a relation");
    check("  nodes: {\n    \"c_1\": Claim(),\n    \"c_1\": Claim(),\n  },", "5:5", "“c_1” stands twice");
    check("  nodes: {\n    \"x_1\": Claim(),\n  },", "4:5", "“x_1” is not the id of a claim");
    check("  nodes: {\n    c_1: Claim(),\n  },", "4:5", "quotation marks");
    check("  nodes: {\n    \"c_1\": Claim(text: \"a\" title: \"b\"),\n  },", "4:28", "comma");
    check("  nodes: {\n    \"c_1\": Claim(text: \"a\", text: \"b\"),\n  },", "4:29", "`text` stands twice");
    check("  nodes: {\n    \"c_1\": Claim(text: \"日本\\q\"),\n  },", "4:29", "Unknown escape");
    check("  title: \"open,", "3:10", "never ends");
    check("  note: r#\"open\"", "3:11", "never ends");
    check("  /* open", "3:5", "comment begins");
    check("  edges: [\n    (\"c_1\", Premise),\n  ],", "4:20", "values");
    check("  edges: [\n    (\"c_1\", Premise, \"r_1\", 1),\n  ],", "4:29", "closing parenthesis");
    check("  edges: [\n    (\"c_1\", Premise, \"r_1\"),\n    (\"c_1\", Premise, \"r_1\"),\n  ],", "5:29", "stands twice");
    check("  speakers: {\n    \"so_1\": Person(),\n  },", "4:5", "must begin with sp_");
    check("  views: {\"main\": (at: {\"c_1\": (0.5, 1)})},", "3:34", "whole numbers");
    check("  views: {\"main\": (at: {\"c_1\": (0, 99999999999)})},", "3:36", "too large");
    check("  views: {\"main\": (pinned: [\"c_1\"])},", "3:35", "pinned but has no place");
    refused("(\n  format: 1,\n) (", "3:3", "behind the end");
    refused("(\n  format: 1,\n", "3:1", "ends in the middle");
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn other_encodings_are_named() {
    let check = |bytes: &[u8], line: u32, column: u32, fragment: &str| match open(bytes) {
        Err(ImportError::Refused(found)) => {
            assert_eq!(found.position, Some(Position { line, column }));
            assert!(found.message.contains(fragment), "{}", found.message);
        }
        other => panic!("{other:?}"),
    };
    check(b"(\n  title: \"Caf\xe9\")", 2, 14, "byte E9");
    check(b"\xff\xfe(\0", 1, 1, "UTF-16");
    check(b"PK\x03\x04\0\xff", 1, 6, "no text file");
}
