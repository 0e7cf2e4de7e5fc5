//! Argdown: what a file says, and the way into a map and back.

use std::collections::BTreeMap;
use std::path::Path;

use elenchus::base::{Cancelled, Code, Diagnostic, GroupId, NodeId, Position, TaskCtx};
use elenchus::formats::argdown::{self, Argdown, Document, End, Member, RelationType, Role};
use elenchus::formats::{ExportRequest, Exporter, ImportError, Imported, Importer, Loss};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, Edge, Group, MapBuilder, Meta, Node, Quote, Relation, RelationKind, Role as EdgeRole, Speaker,
    SpeakerKind, Stance,
};
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
    let folder = Path::new(GOLD);
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
    assert_eq!(clean, agreeing + DEVIATIONS.len(), "a deviation listed is none");
}

/// A document in a few words: statements, arguments, relations, one a line.
fn notation(text: &str) -> (String, Vec<Diagnostic>) {
    let (document, findings) = read(text);
    let Found { statements, arguments, relations } = found(&document);
    let statements = statements.iter().map(|(title, members)| format!("[{title}] {}", members.join(" | ")));
    let arguments = arguments.iter().map(|(title, (members, pcs))| format!("<{title}> {} :: {}", members.join(" | "), pcs.join(", ")));
    (statements.chain(arguments).chain(relations).collect::<Vec<_>>().join("\n"), findings)
}

#[test]
fn documents_say_what_they_say() {
    let check = |text: &str, expected: &[&str]| {
        let (says, findings) = notation(text);
        assert!(findings.iter().all(|f| f.code != Code::Syntax), "{text}\n{findings:?}");
        assert_eq!(says, expected.join("\n"), "{text}");
    };
    check(
        "[A]: a text\n  + [B]: b\n  - c",
        &[
            r#"[A] "a text" top-level-statement []"#,
            r#"[B] "b" relation-statement []"#,
            r#"[Untitled 1] "c" relation-statement []"#,
            "support B -> A",
            "attack Untitled 1 -> A",
        ],
    );
    check(
        "[A]\n\t+ <X>: x\n\t\t-> [B]\n\t+> [C]\n\t_> <X>\n\t>< [D]\n\t<- [E]\n\t<+ [F]\n\t_ [G]",
        &[
            r#"[A] " " top-level-statement reference []"#,
            r#"[B] "" relation-statement reference []"#,
            r#"[C] "" relation-statement reference []"#,
            r#"[D] "" relation-statement reference []"#,
            r#"[E] "" relation-statement reference []"#,
            r#"[F] "" relation-statement reference []"#,
            r#"[G] "" relation-statement reference []"#,
            r#"<X> "x" argument-description [] | "" argument-description reference [] :: "#,
            "attack X -> B",
            "support X -> A",
            "support A -> C",
            "undercut A -> X",
            "contradictory A -> D",
            "attack E -> A",
            "support F -> A",
            "undercut G -> A",
        ],
    );
    check(
        "[A]\r\n  + [B]\r\n\r\n[C]\r\n",
        &[
            r#"[A] " " top-level-statement reference []"#,
            r#"[B] "" relation-statement reference []"#,
            r#"[C] "" top-level-statement reference []"#,
            "support B -> A",
        ],
    );
    check(
        "\u{feff}[A]\n\n[A]: one\ntwo #t {k: v}\n\n[A]: three",
        &[r#"[A] "" top-level-statement reference [] | "one two #t " top-level-statement ["t"] | "three" top-level-statement []"#],
    );
    check(
        "<A>: why #x\n\n(1) [P]: p\n(2) q\n--\nModus ponens, B {uses: [1, 2]}\n--\n    <_ [U]\n(3) r\n----\n(4) [C]\n    -> [T]\n\n<A>\n  _ <V>\n  - [W]",
        &[
            r#"[C] " " main-conclusion reference []"#,
            r#"[P] "p" premise []"#,
            r#"[T] "" relation-statement reference []"#,
            r#"[U] "" relation-statement reference []"#,
            r#"[Untitled 1] "q" premise []"#,
            r#"[Untitled 2] "r" intermediary-conclusion []"#,
            r#"[W] "" relation-statement reference []"#,
            r#"<A> "why #x" argument-description ["x"] | " " argument-description reference [] :: premise [P] "p", premise [Untitled 1] "q", intermediary-conclusion [Untitled 2] "r", main-conclusion [C] " ""#,
            r#"<V> "" argument-description reference [] :: "#,
            "undercut U -> A",
            "attack C -> T",
            "undercut V -> A",
            "attack W -> A",
        ],
    );
    check(
        "===\nmodel:\n    mode: strict\n===\n\n[A]\n  + [B]\n  - [C]\n\n[C]\n  - [A]\n  + <X>",
        &[
            r#"[A] " " top-level-statement reference [] | "" relation-statement reference []"#,
            r#"[B] "" relation-statement reference []"#,
            r#"[C] "" relation-statement reference [] | " " top-level-statement reference []"#,
            r#"<X> "" argument-description reference [] :: "#,
            "entails B -> A",
            "contrary C -> A",
            "support X -> C",
        ],
    );
    check(
        "===\nmodel: {removeTagsFromText: true, shortcodes: {\":bomb:\": {unicode: 💣}}}\n===\n\na #t b :bomb: .v. :x: \\# \\[x\\]",
        &[r#"[Untitled 1] "a b 💣 ∨ :x: # [x]" top-level-statement ["t"]"#],
    );
    check(
        "===\nmodel: {explodeArguments: true}\n===\n\n<A>\n\n(1) a\n----\n(2) b\n----\n(3) c",
        &[
            r#"[Untitled 1] "a" premise []"#,
            r#"[Untitled 2] "b" main-conclusion [] | "b" premise []"#,
            r#"[Untitled 3] "c" main-conclusion []"#,
            r#"<A - 1> "" argument-description reference [] :: premise [Untitled 1] "a", main-conclusion [Untitled 2] "b""#,
            r#"<A - 2> "" argument-description reference [] :: premise [Untitled 2] "b", main-conclusion [Untitled 3] "c""#,
        ],
    );
    check(
        "a *b* __c__ [d](http://e.f) @[A] @<B> http\\:\\/\\/x.y // comment\n\n/* c\n\nd */ <!-- e -->\n\n1 < 2, a-b (x) {c: d}",
        &[
            r#"[Untitled 1] "a b c d @[A] @<B> http://x.y " top-level-statement []"#,
            r#"[Untitled 2] "1 < 2, a-b (x) " top-level-statement []"#,
        ],
    );
    check(
        "* [A]\n    + [B]\n* <C>: c\n\n1. d\n2. e",
        &[
            r#"[A] " "  reference []"#,
            r#"[B] "" relation-statement reference []"#,
            r#"[Untitled 1] "d"  []"#,
            r#"[Untitled 2] "e"  []"#,
            r#"<C> "c" argument-description [] :: "#,
            "support B -> A",
        ],
    );
    check(
        "[A]\n    - x\n        - y\n      - z",
        &[
            r#"[A] " " top-level-statement reference []"#,
            r#"[Untitled 1] "x" relation-statement []"#,
            r#"[Untitled 2] "y" relation-statement []"#,
            r#"[Untitled 3] "z" relation-statement []"#,
            "attack Untitled 2 -> Untitled 1",
            "attack Untitled 1 -> A",
            "attack Untitled 3 -> A",
        ],
    );
    check("[A]\n  + [A]", &[r#"[A] "" relation-statement reference [] | " " top-level-statement reference []"#, "support A -> A"]);
}

#[test]
fn findings_name_their_place() {
    let check = |text: &str, expected: &[&str], says: &[&str]| {
        let (notation, findings) = notation(text);
        let found: Vec<String> = findings.iter().map(|f| format!("{} {}", f.position.unwrap(), f.message)).collect();
        assert_eq!(found.len(), expected.len(), "{text}\n{found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{text}\n{found}\n{expected}");
        }
        assert_eq!(notation, says.join("\n"), "{text}");
    };
    check(
        "a\n\n  + b",
        &["3:3 A blank line stands inside"],
        &[r#"[Untitled 1] "a" top-level-statement []"#, r#"[Untitled 2] "b" relation-statement []"#, "support Untitled 2 -> Untitled 1"],
    );
    check(
        "a\n+ b\n+ c",
        &["2:1 The indentation of this relation"],
        &[
            r#"[Untitled 1] "a" top-level-statement []"#,
            r#"[Untitled 2] "b" relation-statement []"#,
            r#"[Untitled 3] "c" relation-statement []"#,
            "support Untitled 2 -> Untitled 1",
            "support Untitled 3 -> Untitled 1",
        ],
    );
    check("+ b", &["1:1 A relation symbol stands where"], &[r#"[Untitled 1] "b" top-level-statement []"#]);
    check(
        "a\n    + b\n  - c",
        &["3:3 The indentation of this relation"],
        &[
            r#"[Untitled 1] "a" top-level-statement []"#,
            r#"[Untitled 2] "b" relation-statement []"#,
            r#"[Untitled 3] "c" relation-statement []"#,
            "support Untitled 2 -> Untitled 1",
            "attack Untitled 3 -> Untitled 1",
        ],
    );
    check("[A] text", &["1:5 Text follows the reference [A];"], &[r#"[A] "text" top-level-statement []"#]);
    check("a [b] c", &["1:3 [b] stands inside a text"], &[r#"[Untitled 1] "a [b] c" top-level-statement []"#]);
    check("a <b> c", &["1:3 <b> stands inside a text"], &[r#"[Untitled 1] "a <b> c" top-level-statement []"#]);
    check("a {b: c} d", &["1:10 Text follows the data in"], &[r#"[Untitled 1] "a d" top-level-statement []"#]);
    check("a *b c", &["1:3 Bold or italic begins here"], &[r#"[Untitled 1] "a *b c" top-level-statement []"#]);
    check("x \\\ny", &["1:3 A backslash at the end"], &[r#"[Untitled 1] "x \\ y" top-level-statement []"#]);
    check("a\n# h", &["2:1 A blank line is missing"], &[r#"[Untitled 1] "a" top-level-statement []"#]);
    check(
        "(1) a\n(2) b",
        &["1:1 This premise-conclusion structure does not"],
        &[
            r#"[Untitled 2] "a" premise []"#,
            r#"[Untitled 3] "b" premise []"#,
            r#"<Untitled 1>  :: premise [Untitled 2] "a", premise [Untitled 3] "b""#,
        ],
    );
    check(
        "(1) a\n\n----\n(2) b",
        &["3:1 A blank line stands inside"],
        &[
            r#"[Untitled 2] "a" premise []"#,
            r#"[Untitled 3] "b" main-conclusion []"#,
            r#"<Untitled 1>  :: premise [Untitled 2] "a", main-conclusion [Untitled 3] "b""#,
        ],
    );
    check(
        "(1) a\n----\nb",
        &["3:1 A number is missing in"],
        &[
            r#"[Untitled 2] "a" premise []"#,
            r#"[Untitled 3] "b" main-conclusion []"#,
            r#"<Untitled 1>  :: premise [Untitled 2] "a", main-conclusion [Untitled 3] "b""#,
        ],
    );
    check(
        "(1) a\n---- rule\n(2) b",
        &["2:5 Text follows an inference line."],
        &[
            r#"[Untitled 2] "a" premise []"#,
            r#"[Untitled 3] "b" main-conclusion []"#,
            r#"<Untitled 1>  :: premise [Untitled 2] "a", main-conclusion [Untitled 3] "b""#,
        ],
    );
    check(
        "(1) a\n---\n(2) b",
        &["2:1 This inference is not closed."],
        &[
            r#"[Untitled 2] "a" premise []"#,
            r#"[Untitled 3] "b" main-conclusion []"#,
            r#"<Untitled 1>  :: premise [Untitled 2] "a", main-conclusion [Untitled 3] "b""#,
        ],
    );
    check(
        "<A>\n(1) a\n----\n(2) b",
        &["2:1 A blank line is missing"],
        &[
            r#"[Untitled 1] "a" premise []"#,
            r#"[Untitled 2] "b" main-conclusion []"#,
            r#"<A> "" argument-description reference [] :: premise [Untitled 1] "a", main-conclusion [Untitled 2] "b""#,
        ],
    );
    check(
        "<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) c\n----\n(2) d",
        &["9:1 The argument <A> has a"],
        &[
            r#"[Untitled 1] "a" premise []"#,
            r#"[Untitled 2] "b" main-conclusion []"#,
            r#"[Untitled 4] "c" premise []"#,
            r#"[Untitled 5] "d" main-conclusion []"#,
            r#"<A> "" argument-description reference [] | "" argument-description reference [] :: premise [Untitled 1] "a", main-conclusion [Untitled 2] "b""#,
            r#"<Untitled 3>  :: premise [Untitled 4] "c", main-conclusion [Untitled 5] "d""#,
        ],
    );
    check(
        "(1) a\n----\n    + b\n(2) c",
        &["3:5 This relation cannot bear on"],
        &[
            r#"[Untitled 2] "a" premise []"#,
            r#"[Untitled 3] "b" relation-statement []"#,
            r#"[Untitled 4] "c" main-conclusion []"#,
            r#"<Untitled 1>  :: premise [Untitled 2] "a", main-conclusion [Untitled 4] "c""#,
            "support Untitled 3 -> Untitled 1",
        ],
    );
    check(
        "a\n* b\n* c",
        &["2:1 A list begins in the"],
        &[r#"[Untitled 1] "a" top-level-statement []"#, r#"[Untitled 2] "b"  []"#, r#"[Untitled 3] "c"  []"#],
    );
    check("* a\n  * b", &["2:3 The indentation of this item"], &[r#"[Untitled 1] "a"  []"#, r#"[Untitled 2] "b"  []"#]);
    check("===\ntitle: t\n===\n[A]", &["3:4 A blank line must follow"], &[r#"[A] "" top-level-statement reference []"#]);
    check("a\n=== b ===", &["2:1 === opens front matter only"], &[r#"[Untitled 1] "a === b ===" top-level-statement []"#]);
    check("a\n----\nb", &["2:1 This line begins like an"], &[r#"[Untitled 1] "a b" top-level-statement []"#]);
    check(
        "[A]\n  >< <B>",
        &["2:6 Only statements can contradict each"],
        &[r#"[A] " " top-level-statement reference []"#, r#"<B> "" argument-description reference [] :: "#, "contradictory A -> B"],
    );
    check(
        "a\n  + \n    - b\n  +",
        &["4:3 Nothing follows this relation symbol."],
        &[
            r#"[Untitled 1] "a" top-level-statement []"#,
            r#"[Untitled 2] "" relation-statement []"#,
            r#"[Untitled 3] "b" relation-statement []"#,
            "attack Untitled 3 -> Untitled 2",
            "support Untitled 2 -> Untitled 1",
        ],
    );
    check(
        "日本 *x\n  + é [b]",
        &["1:4 Bold or italic begins here", "2:7 [b] stands inside a text"],
        &[
            r#"[Untitled 1] "日本 *x" top-level-statement []"#,
            r#"[Untitled 2] "é [b]" relation-statement []"#,
            "support Untitled 2 -> Untitled 1",
        ],
    );
    check("// only a comment\n", &["1:1 1 comment is not kept.", "1:1 The file holds no statement,"], &[]);
    check("a // b", &["1:3 The comment on the last"], &[r#"[Untitled 1] "a // b" top-level-statement []"#]);
}

fn import(text: &str) -> Imported {
    Argdown.import(text.as_bytes(), &TaskCtx::new()).unwrap()
}

fn export(map: &ArgumentMap) -> (String, Vec<Loss>) {
    let exported = Argdown.export(&ExportRequest::new(map), &TaskCtx::new()).unwrap();
    (String::from_utf8(exported.bytes).unwrap(), exported.losses)
}

#[test]
fn maps_say_what_files_say() {
    let check = |text: &str, expected: &[&str], report: &[&str]| {
        let imported = import(text);
        assert_eq!(fixture::sketch(&imported.map), expected.join("\n"), "{text}");
        let found: Vec<String> = imported.report.iter().map(|f| format!("{} {}", f.position.unwrap(), f.message)).collect();
        assert_eq!(found, report, "{text}");
    };
    check(
        "[A]: a\n  + [B]: b #x {k: v}\n  - c\n  >< [D]\n  +> e",
        &["A +> e", "A >< D", "B +> A", "[A] a", "[B] b #x data {k: v}", "[D] ", "c", "c -> A", "e"],
        &[],
    );
    // An argument without premises is a claim that gives a reason; with premises it is a step, and what bears on it bears on the step.
    check("[T]\n  + <A>: why\n    - [B]", &["A +> T", "B -> A", "[A] why", "[B] ", "[T] "], &[]);
    check(
        "<A>: why #x {k: v}\n  <_ [U]\n  + [S]\n\n(1) p\n(2) q\n-- MP, B --\n  <_ [V]\n(3) [C]: c\n\n[C]\n  +> [T]\n\n[T]\n  + <A>\n  - <B>\n\n<A>\n  -> [N]",
        &[
            "B -> T",
            "C +> T",
            "C -> N",
            "S +> (p & q +> C)",
            "U -> (p & q +> C)",
            "V -> (p & q +> C)",
            "[B] ",
            "[C] c",
            "[N] ",
            "[S] ",
            "[T] ",
            "[U] ",
            "[V] ",
            "p",
            "p & q +> C «A» by MP, B note why data {k: v} #x",
            "q",
        ],
        &[],
    );
    check("<A>\n\n(1) p\n----\n(2) q\n(3) r\n----\n(4) s", &["p", "p +> q «A»", "q", "q & r +> s «A»", "r", "s"], &[]);
    check(
        "(1) p\n(2) q\n(3) r\n--\n{uses: [3, 1, 9], k: v}\n--\n(4) s",
        &["p", "q", "r", "r & p +> s data {k: v}", "s"],
        &[
            "2:1 Premise (2) is used by no step of its argument; it is kept as a claim of its own.",
            "4:1 This step uses (9), but no statement of that number stands above it.",
        ],
    );
    check(
        "<A>\n  - [B]\n\n(1) p\n----\n(2) q",
        &["B -> (p +> q)", "[B] ", "p", "p +> q «A»", "q"],
        &["2:3 1 attack on a whole argument is read as an undercut of its last step."],
    );
    check(
        "a\n  _ b",
        &["a", "b", "b -> a"],
        &["2:3 1 undercut bears on no inference and is read as a rebuttal of the statement or argument."],
    );
    check(
        "# One #t\n\n[A]: a\n\n## Two {isClosed: true}\n\n[A]\n  + [B]: b\n\n# Three\n\n[B]: other\n\n<X>\n\n(1) c\n----\n(2) [A]",
        &["B +> A", "[A] a in One", "[B] b note other in One/Two", "c +> A «X» in Three", "c in Three"],
        &[],
    );
    check(
        "a *b* **c** [d](http://e.f) @[T] \\* #x y #z // gone\n",
        &["a b c d T * x y #x #z note d: http://e.f"],
        &[
            "1:1 2 bold or italic passages become plain text; the first one stands here.",
            "1:1 1 mention becomes plain text.",
            "1:45 1 comment is not kept.",
        ],
    );
    check(
        "===\nmodel: {mode: strict}\n===\n\n[A]\n  + [B]\n  - [C]\n  - <D>",
        &["B +> A", "C -> A", "D -> A", "[A] ", "[B] ", "[C] ", "[D] "],
        &[],
    );
    check("", &[], &[]);
}

#[test]
fn the_title_comes_from_front_matter_or_the_only_top_heading() {
    let check = |text: &str, title: &str, data: &str| {
        let meta = import(text).map.meta().clone();
        assert_eq!((meta.title.as_str(), meta.data.as_str()), (title, data), "{text}");
    };
    check("===\ntitle: A debate\nauthor: N.\n===\n\n# Heading\n\na", "A debate", "author: N.");
    check("===\nauthor: N.\n===\n\n# Heading\n\na\n\n## Below\n\nb", "Heading", "author: N.");
    check("# One\n\na\n\n# Two\n\nb", "", "");
    check("===\ntitle: \"\"\n===\n\n# One\n\na", "", "");
}

#[test]
fn files_are_written_for_people() {
    let check = |text: &str, written: &str, lost: &[(&str, usize)]| {
        let map = import(text).map;
        let (file, losses) = export(&map);
        assert_eq!(file, written);
        assert_eq!(losses.iter().map(|l| (l.what.as_str(), l.count)).collect::<Vec<_>>(), lost);
        assert_eq!(fixture::sketch(&import(&file).map), fixture::sketch(&map), "{file}");
    };
    check(
        "[A]: a. b\n - U.S. at 10:30\n   - (c) #x #(y z) {k: v}",
        "[A]: a. b\n    - U\\.S. at 10\\:30\n        - (c) #x #(y z) {k: v}\n",
        &[],
    );
    check("<A>: why\n\n(1) p\n(2) q\n--\nMP\n--\n  <_ [U]: u\n(3) r", "<A>: why\n\n(1) p\n(2) q\n--\nMP\n--\n    <_ [U]: u\n(3) r\n", &[]);
    check("===\ntitle: T\nx: y\n===\n\n# One\n\n[A]: a\n", "===\ntitle: \"T\"\nx: y\n===\n\n# One\n\n[A]: a\n", &[]);
}

#[test]
fn linked_premises_of_a_rebuttal_stay_together() {
    let mut builder = MapBuilder::new(1);
    let claims = ["p", "q", "t", "u", "v"].map(|text| builder.claim(text));
    let [p, q, t, u, v] = claims;
    let rebuttal = builder.rebut(&[p, q], t);
    let undercut = builder.rebut(&[u, v], rebuttal);
    builder.rebut(&[t], undercut);
    builder.support(&[v], rebuttal);
    let map = builder.finish();
    let (file, lost) = export(&map);
    assert!(lost.is_empty(), "{lost:?}");
    let back = import(&file);
    assert_eq!(fixture::sketch(&back.map), fixture::sketch(&map), "{file}");
    assert!(back.report.is_empty(), "{:?}", back.report);
}

#[test]
fn fixtures_are_maps_in_a_few_lines() {
    let map = fixture::map(
        "
        [A]: a
            - [B]: b
                + c
        ",
    );
    assert_eq!(fixture::sketch(&map), "B -> A\n[A] a\n[B] b\nc\nc +> B");
}

#[test]
fn losses_are_counted_in_words() {
    let mut builder = MapBuilder::new(1);
    let [a, b] = ["a", "b"].map(|text| builder.claim(text));
    let speaker = builder.speaker(Speaker::new(SpeakerKind::Person, "N."));
    let said = builder.attribute(Attribution { quotes: vec![Quote::default(); 2], ..Attribution::new(Some(speaker), Stance::Asserts) }, a);
    builder.rebut(&[b], said);
    builder.relation(Relation::new(RelationKind::Restatement), &[a], b);
    builder.relation(Relation { weight: Some(50), ..Relation::new(RelationKind::Support) }, &[a], b);
    let (file, lost) = export(&builder.finish());
    let lost: Vec<_> = lost.iter().map(ToString::to_string).collect();
    assert_eq!(
        lost,
        [
            "1 attribution",
            "1 relation that bears on an attribution",
            "2 quotations",
            "1 restatement",
            "1 speaker",
            "1 weight of a relation"
        ]
    );
    assert_eq!(file, "b\n    + a\n");
}

#[test]
fn argdown_is_known_by_its_content() {
    for (text, known) in [
        ("===\ntitle: x\n===\n", true),
        ("\u{feff}\n[A]: a", true),
        ("text\n\n<A>: a", true),
        ("(\n  format: 1,\n)", false),
        ("<?xml version=\"1.0\"?>\n<svg>", false),
        ("{\"nodes\": [{\"id\": 1}]}", false),
        ("", false),
    ] {
        assert_eq!(Argdown.sniff(text.as_bytes()), known, "{text}");
    }
    assert!(
        matches!(Argdown.import(b"[A]: \xff", &TaskCtx::new()), Err(ImportError::Refused(d)) if d.position == Some(Position { line: 1, column: 6 }))
    );
    let cancelled = TaskCtx::new();
    cancelled.cancel();
    assert_eq!(Argdown.import(b"[A]: a", &cancelled).err(), Some(ImportError::Cancelled(Cancelled)));
}

#[test]
fn the_example_is_read_and_written_without_a_finding() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/town-square.argdown")).unwrap();
    let imported = import(&text);
    assert!(imported.report.iter().all(|f| f.code != Code::Syntax), "{:?}", imported.report);
    let (file, _) = export(&imported.map);
    assert_eq!(fixture::sketch(&import(&file).map), fixture::sketch(&imported.map), "{file}");
}

/// Openings without an end, depth, long lines: read to the end, with a bounded number of findings.
#[test]
fn hostile_files_are_read_to_the_end() {
    let many = |part: &str| part.repeat(30_000 / part.len());
    let deep: String = std::iter::once("a\n".to_owned()).chain((1..400).map(|n| format!("{}+ a\n", " ".repeat(n)))).collect();
    let parts = [
        "[",
        "[a](",
        "<",
        "{",
        "{}.",
        "}{",
        "*a ",
        "**",
        "=== ",
        "/*",
        "<!--",
        "#(",
        "#t ",
        ":a",
        "\\\n",
        " + a\n",
        "a\n\n",
        "(1) a\n--\n",
        "\n--",
        "# h\n\n",
        "- ",
        "\u{1f600}",
    ];
    for text in parts.iter().map(|p| many(p)).chain([deep, format!("===\n{}\n===\n\na", many("{a: ["))]) {
        let imported = import(&text);
        assert!(imported.report.len() <= 1010, "{}", imported.report.len());
        export(&imported.map);
    }
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
    rarely(
        prop::sample::select(vec![
            "{a: 1}",
            "{b: {c: [d]}, e: \"[x]: y\"}",
            "{a: \"}\", b: [1, 2]}",
            "a: 1\nb:\n  - c",
            "{a: 1}\n---\n{b: 2}",
        ])
        .prop_map(str::to_owned),
    )
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
            builder.edge(Edge::new(nodes[premise % claims], EdgeRole::Premise, id));
        }
        let target = if link.kind == RelationKind::Contradiction { link.target % claims } else { link.target % nodes.len() };
        builder.edge(Edge::new(id, EdgeRole::Target, nodes[target]));
    }
    builder.finish()
}

/// Where a node belongs: relations without a group of their own belong to what they bear on.
fn home(map: &ArgumentMap, node: NodeId, depth: usize) -> Option<GroupId> {
    match map.node(node)? {
        Node::Claim(claim) => claim.group,
        Node::Relation(relation) if depth > 0 => relation.group.or_else(|| home(map, map.target(node)?, depth - 1)),
        Node::Relation(_) | Node::Attribution(_) => None,
    }
}

/// What a map says as far as Argdown can say it: texts on one line; without what `lost` names.
fn expected(map: &ArgumentMap, lost: &[Loss]) -> ArgumentMap {
    let is_lost = |what: [&str; 2]| lost.iter().any(|l| what.contains(&l.what.as_str()));
    let mut builder = MapBuilder::new(9);
    builder.meta(Meta { title: one_line(&map.meta().title), ..map.meta().clone() });
    for (id, group) in map.groups() {
        builder.group_as(*id, group.clone());
    }
    for (id, node) in map.nodes() {
        let node: Node = match node.clone() {
            Node::Claim(c) => Claim {
                text: one_line(&c.text),
                title: if is_lost(["title that had to change", "titles that had to change"]) {
                    String::new()
                } else {
                    one_line(&c.title).trim().to_owned()
                },
                tags: if is_lost(["tag that had to change", "tags that had to change"]) { Vec::new() } else { c.tags },
                ..c
            }
            .into(),
            Node::Relation(r) => Relation {
                title: if is_lost(["title that had to change", "titles that had to change"]) {
                    String::new()
                } else {
                    one_line(&r.title).trim().to_owned()
                },
                note: if is_lost(["note", "notes"]) { String::new() } else { one_line(&r.note) },
                scheme: r.scheme.split(',').map(one_line).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(", "),
                group: r.group.filter(|g| {
                    !is_lost(["group of a relation", "groups of relations"]) && Some(*g) != map.target(id).and_then(|t| home(map, t, 9))
                }),
                ..r
            }
            .into(),
            Node::Attribution(attribution) => attribution.into(),
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
        // A file without any statement is none to Argdown.
        let is_empty = imported.map.node_count() == 0 && imported.map.groups().is_empty();
        prop_assert!(is_empty || back.report.iter().all(|f| f.code != Code::Syntax), "{written}\n{:?}", back.report);
    }
}
