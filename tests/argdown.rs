//! Argdown: what a file says, and the way into a map and back.

use std::collections::BTreeMap;
use std::path::Path;

use elenchus::base::{Code, Diagnostic, NodeId, TaskCtx};
use elenchus::formats::argdown::{self, Argdown, Document, End, Member, RelationType, Role};
use elenchus::formats::{ExportRequest, Exporter, Imported, Importer, Loss};
use elenchus::model::{ArgumentMap, Claim, Edge, Group, MapBuilder, Meta, Relation, RelationKind};
use proptest::prelude::*;
use serde_json::Value;

#[path = "common/argdown.rs"]
mod fixture;

/// Real inputs and what the reference parser finds in them; not part of the project.
const GOLD: &str = "../shared/real/argdown";

/// Inputs that the reference parser reads cleanly and that are read differently here, with the reason.
const DEVIATIONS: &[(&str, &str)] = &[(
    "files/argdown-argdown__packages__argdown-core__test__lexer-argument.argdown",
    "its inference data is not YAML (a semicolon in a mapping); there the reference gives up silently and loses the conclusion, which is read here",
)];

fn read(text: &str) -> (Document, Vec<Diagnostic>) {
    argdown::parse(text, &TaskCtx::new()).unwrap()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::TopLevel => "top-level-statement",
        Role::Related => "relation-statement",
        Role::ListItem => "",
        Role::Premise => "premise",
        Role::IntermediaryConclusion => "intermediary-conclusion",
        Role::MainConclusion => "main-conclusion",
        Role::Description => "argument-description",
    }
}

/// Statements, arguments and relations in one comparable shape.
#[derive(Debug, PartialEq, Eq, Default)]
struct Found {
    statements: BTreeMap<String, Vec<String>>,
    arguments: BTreeMap<String, (Vec<String>, Vec<String>)>,
    relations: Vec<String>,
}

fn member_line(text: &str, role: &str, is_reference: bool, tags: &[String]) -> String {
    format!("{text:?} {role}{} {tags:?}", if is_reference { " reference" } else { "" })
}

fn found(document: &Document) -> Found {
    let line = |m: &Member| member_line(&m.content.text, role(m.role), m.is_reference, &m.content.tags);
    let title = |end: End| match end {
        End::Statement(s) => document.statements[s].title.clone(),
        End::Argument(a) => document.arguments[a].title.clone(),
        End::Inference(i) => document.arguments[document.inferences[i].argument].title.clone(),
    };
    let kind = |kind: RelationType| match kind {
        RelationType::Support => "support",
        RelationType::Attack => "attack",
        RelationType::Undercut => "undercut",
        RelationType::Entails => "entails",
        RelationType::Contrary => "contrary",
        RelationType::Contradictory => "contradictory",
    };
    Found {
        statements: document.statements.iter().map(|s| (s.title.clone(), document.members_of(s).map(line).collect())).collect(),
        arguments: document
            .arguments
            .iter()
            .map(|a| {
                let pcs = a.pcs.iter().map(|p| {
                    let member = &document.members[p.member];
                    format!("{} [{}] {:?}", role(member.role), document.statements[p.statement].title, member.content.text)
                });
                (a.title.clone(), (document.descriptions_of(a).map(line).collect(), pcs.collect()))
            })
            .collect(),
        relations: document.relations.iter().map(|r| format!("{} {} -> {}", kind(r.kind), title(r.from), title(r.to))).collect(),
    }
}

fn gold_found(gold: &Value) -> Found {
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let line = |m: &Value| {
        let tags: Vec<String> = m["tags"].as_array().map(|t| t.iter().map(text).collect()).unwrap_or_default();
        member_line(&text(&m["text"]), &text(&m["role"]), m["isReference"] == true, &tags)
    };
    let lines = |v: &Value| v.as_array().unwrap().iter().map(line).collect::<Vec<_>>();
    let object = |v: &Value| v.as_object().unwrap().clone();
    Found {
        statements: object(&gold["statements"]).iter().map(|(title, members)| (title.clone(), lines(members))).collect(),
        arguments: object(&gold["arguments"])
            .iter()
            .map(|(title, a)| {
                let pcs = a["pcs"].as_array().unwrap().iter();
                let pcs = pcs.map(|p| format!("{} [{}] {:?}", text(&p["role"]), text(&p["title"]), text(&p["text"])));
                (title.clone(), (lines(&a["members"]), pcs.collect()))
            })
            .collect(),
        relations: gold["relations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|r| format!("{} {} -> {}", text(&r[0]), text(&r[1]), text(&r[2])))
            .collect(),
    }
}

#[test]
fn agrees_with_the_reference_parser() {
    let folder = std::env::var("ARGDOWN_GOLD").unwrap_or(GOLD.to_owned());
    let folder = Path::new(&folder);
    let Ok(gold) = std::fs::read_to_string(folder.join("gold.json")) else {
        eprintln!("skipped: {GOLD} is not there");
        return;
    };
    let gold: BTreeMap<String, Value> = serde_json::from_str(&gold).unwrap();
    let (mut clean, mut agreeing, mut recovered, mut unclean, mut silent) = (0, 0, 0, 0, Vec::new());
    let mut differing = Vec::new();
    for (path, gold) in &gold {
        let text = std::fs::read_to_string(folder.join(path)).unwrap();
        let (document, findings) = read(&text);
        let syntax: Vec<_> = findings.iter().filter(|f| f.code == Code::Syntax).collect();
        let is_clean = gold["lexErr"] == 0 && gold["parseErr"] == 0 && gold["exceptions"].as_array().unwrap().is_empty();
        if !is_clean {
            unclean += 1;
            if gold.get("statements").is_some() && found(&document) == gold_found(gold) {
                recovered += 1;
            }
            if syntax.is_empty() {
                silent.push(path);
            }
            continue;
        }
        clean += 1;
        let (ours, theirs) = (found(&document), gold_found(gold));
        if ours == theirs && syntax.is_empty() {
            agreeing += 1;
        } else if !DEVIATIONS.iter().any(|(p, _)| p == path) {
            differing.push(path);
            let (ours, theirs) = (format!("{ours:#?}"), format!("{theirs:#?}"));
            let count = |a: &str, line: &str| a.lines().filter(|l| *l == line).count();
            let only = |a: &str, b: &str| a.lines().filter(|l| count(a, l) > count(b, l)).collect::<Vec<_>>().join("\n");
            eprintln!("=== {path}\n{text}\n--- ours\n{}\n--- theirs\n{}\n{syntax:?}", only(&ours, &theirs), only(&theirs, &ours));
        }
    }
    eprintln!("{clean} clean inputs: {agreeing} agree, {} deviate with a reason", DEVIATIONS.len());
    eprintln!("{unclean} inputs with errors: {recovered} read alike; without a finding here: {silent:?}");
    assert!(differing.is_empty(), "{} differ: {differing:#?}", differing.len());
}

/// The way into a map and back: `elenchus::formats`.
fn import(text: &str) -> Imported {
    Argdown.import(text.as_bytes(), &TaskCtx::new()).unwrap()
}

fn export(map: &ArgumentMap) -> (String, Vec<Loss>) {
    let exported = Argdown.export(&ExportRequest::new(map), &TaskCtx::new()).unwrap();
    (String::from_utf8(exported.bytes).unwrap(), exported.losses)
}

const HOSTILE: &[&str] = &[
    "https://x.y/z",
    "#1",
    "#(a b)",
    "{b}",
    "{b: c}",
    "a_b_c",
    "2*3*4",
    "**b**",
    "[x] y",
    "[x]: y",
    "<x> y",
    "<x>: y",
    "@[T]",
    "@<T>",
    "_> x",
    "<_",
    "><",
    "+",
    "-",
    "->",
    "--",
    "----",
    "C:\\temp",
    "\\",
    "\\\\",
    ".v.",
    ":smile:",
    "...",
    "e.g.",
    "10:30",
    "===",
    "= =",
    "// c",
    "/* c */",
    "<!-- c -->",
    "(1)",
    "1.",
    "*",
    "# h",
    "a  b",
    "a,  b",
    "a.  b",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "😀",
    "مرحبا",
    "日本語",
    "e\u{301}",
    "\u{2028}",
    "\u{a0}",
    "\u{feff}",
    "it's",
    "'",
    "\"q\"",
    ",",
    ";",
    "}",
    "{",
    "]",
    "[",
    ")",
    "(",
    "Untitled 3",
    "…",
    "x…",
    "/",
    "a/b",
    "|",
    "%",
    "$",
    "^",
    "~",
    "`",
    "&",
];

fn phrase() -> impl Strategy<Value = String> {
    let piece = prop_oneof![3 => prop::sample::select(HOSTILE).prop_map(str::to_owned), 1 => "[ -~]{0,6}", 2 => "[a-z]{1,5}"];
    prop::collection::vec((piece, prop::bool::weighted(0.7)), 0..6)
        .prop_map(|pieces| pieces.into_iter().map(|(p, spaced)| if spaced { format!("{p} ") } else { p }).collect())
}

/// What survives of a text: it stands on one line.
fn one_line(text: &str) -> String {
    let breaks = ['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.replace('\u{feff}', "").replace(breaks, " ").trim_matches(' ').to_owned()
}

#[derive(Clone, Debug)]
struct Link {
    kind: RelationKind,
    premises: Vec<usize>,
    /// A claim, or a relation behind the last claim.
    target: usize,
    title: String,
    scheme: String,
    note: String,
    tagged: bool,
    data: String,
    group: Option<usize>,
}

type Words = (String, String, Vec<String>, Option<usize>, String);

fn rarely(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(String::new()), 1 => text]
}

fn some_data() -> impl Strategy<Value = String> {
    rarely(prop::sample::select(vec!["{a: 1}", "{a: \"}\", b: [1, 2]}", "a: 1\nb:\n  - c", "{a: 1}\n---\n{b: 2}"]).prop_map(str::to_owned))
}

fn any_map() -> impl Strategy<Value = ArgumentMap> {
    let claim = (
        phrase(),
        rarely(phrase()),
        prop::collection::vec("[a-z]{1,4}|[a-z ()#]{1,4}", 0..2),
        prop::option::weighted(0.3, 0_usize..3),
        some_data(),
    );
    let kind = prop::sample::select(vec![
        RelationKind::Support,
        RelationKind::Support,
        RelationKind::Rebuttal,
        RelationKind::Rebuttal,
        RelationKind::Contradiction,
    ]);
    let link = (
        kind,
        prop::collection::vec(0_usize..8, 1..4),
        0_usize..14,
        rarely(phrase()),
        rarely("[a-zA-Z{}. :-]{0,8}"),
        rarely(phrase()),
        prop::bool::weighted(0.1),
        some_data(),
    )
        .prop_flat_map(|(kind, premises, target, title, scheme, note, tagged, data)| {
            prop::option::weighted(0.2, 0_usize..3).prop_map(move |group| Link {
                kind,
                premises: premises.clone(),
                target,
                title: title.clone(),
                scheme: scheme.clone(),
                note: note.clone(),
                tagged,
                data: data.clone(),
                group,
            })
        });
    (phrase(), prop::collection::vec(claim, 1..8), prop::collection::vec(link, 0..7))
        .prop_map(|(title, claims, links)| build(&title, &claims, &links))
}

fn build(title: &str, claims: &[Words], links: &[Link]) -> ArgumentMap {
    let mut builder = MapBuilder::new(7);
    builder.meta(Meta { title: title.to_owned(), ..Meta::default() });
    let outer = builder.group(Group { title: "Outer: #1".to_owned(), order: 1, ..Group::default() });
    let inner = builder.group(Group {
        title: "in*ner*".to_owned(),
        parent: Some(outer),
        tags: vec!["t".to_owned()],
        data: "{isGroup: true}".to_owned(),
        ..Group::default()
    });
    let groups = [outer, inner, builder.group(Group { title: "Last".to_owned(), order: 2, ..Group::default() })];
    let mut nodes = Vec::new();
    for (number, (text, title, tags, group, data)) in claims.iter().enumerate() {
        let tags = tags.clone();
        // Every text once, and none empty: the comparison goes by them.
        let text = format!("{text} k{number}");
        nodes.push(builder.node(Claim {
            text,
            title: title.clone(),
            tags,
            group: group.map(|g| groups[g]),
            data: data.clone(),
            ..Claim::default()
        }));
    }
    let relations: Vec<NodeId> = links
        .iter()
        .map(|link| {
            builder.node(Relation {
                title: link.title.clone(),
                scheme: link.scheme.clone(),
                note: link.note.clone(),
                tags: if link.tagged { vec!["tag".to_owned()] } else { Vec::new() },
                data: link.data.clone(),
                group: link.group.map(|g| groups[g]),
                ..Relation::new(link.kind)
            })
        })
        .collect();
    nodes.truncate(8);
    let claims = nodes.len();
    nodes.extend(&relations);
    for (link, id) in links.iter().zip(relations) {
        for premise in &link.premises {
            builder.edge(Edge::new(nodes[premise % claims], elenchus::model::Role::Premise, id));
        }
        let target = if link.kind == RelationKind::Contradiction { link.target % claims } else { link.target % nodes.len() };
        builder.edge(Edge::new(id, elenchus::model::Role::Target, nodes[target]));
    }
    builder.finish()
}

/// What a map says as far as Argdown can say it: texts on one line; without what `lost` names.
fn expected(map: &ArgumentMap, lost: &[Loss]) -> ArgumentMap {
    let is_lost = |what: &str| lost.iter().any(|l| l.what == what);
    let mut builder = MapBuilder::new(9);
    builder.meta(Meta { title: one_line(&map.meta().title), ..map.meta().clone() });
    for (id, group) in map.groups() {
        builder.group_as(*id, group.clone());
    }
    for (id, node) in map.nodes() {
        let node: elenchus::model::Node = match node.clone() {
            elenchus::model::Node::Claim(c) => Claim {
                text: one_line(&c.text),
                title: if is_lost("titles that had to change") { String::new() } else { one_line(&c.title).trim().to_owned() },
                tags: if is_lost("tags that had to change") { Vec::new() } else { c.tags },
                ..c
            }
            .into(),
            elenchus::model::Node::Relation(r) => Relation {
                title: if is_lost("titles that had to change") { String::new() } else { one_line(&r.title).trim().to_owned() },
                note: if is_lost("notes") { String::new() } else { one_line(&r.note) },
                scheme: r.scheme.split(',').map(one_line).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", "),
                group: if is_lost("groups of relations") { None } else { r.group },
                ..r
            }
            .into(),
            other => other,
        };
        builder.node_as(id, node);
    }
    map.edges().into_iter().for_each(|e| builder.edge(e));
    builder.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Reading what was written gives the same claims, groups and relations.
    #[test]
    fn maps_survive_the_way_out_and_back(map in any_map()) {
        // What a contradiction cannot hold is named as a loss; then there is nothing to compare.
        let (text, lost) = export(&map);
        let gone: Vec<_> = lost.iter().filter(|l| l.what.contains("contradiction") || l.what.starts_with("relations that")).collect();
        let back = import(&text);
        prop_assert!(back.report.iter().all(|f| f.code != Code::Syntax), "{text}\n{:?}", back.report);
        if gone.is_empty() {
            let (before, after) = (expected(&map, &lost), expected(&back.map, &lost));
            prop_assert_eq!(fixture::sketch(&before), fixture::sketch(&after), "{}\n{:?}", text, lost);
            prop_assert_eq!(&before.meta().title, &after.meta().title);
            let (again, _) = export(&back.map);
            prop_assert_eq!(fixture::sketch(&import(&again).map), fixture::sketch(&back.map), "{}", again);
        }
    }

    /// Nothing that anybody may write makes the reader fail, and reading what was read says the same.
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(prop_oneof![phrase(), "\n {0,6}".prop_map(|s| s), "\\PC{0,4}", prop::sample::select(HOSTILE).prop_map(str::to_owned)], 0..40)) {
        let text = pieces.concat();
        let imported = import(&text);
        for finding in &imported.report {
            prop_assert!(finding.position.is_some() && !finding.message.is_empty() && !finding.help.is_empty(), "{finding:?}");
        }
        let (written, _) = export(&imported.map);
        let back = import(&written);
        prop_assert!(back.report.iter().all(|f| f.code != Code::Syntax), "{written}\n{:?}", back.report);
    }
}
