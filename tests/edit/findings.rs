//! Validation: a small map for each code.

use elenchus::base::{Code, Severity};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, Dating, Edge, Group, MapBuilder, Relation, RelationKind, Role, Source, SourceKind,
    SourceText, Speaker, SpeakerKind, Stance, validate,
};

use crate::sketch::{id, map};

fn codes(map: &ArgumentMap) -> Vec<&'static str> {
    let found = validate(map);
    for finding in &found {
        assert!(finding.message.ends_with(['.', '”']) && finding.help.ends_with('.'), "{finding:?}");
        assert!(finding.message.starts_with(|c: char| c.is_uppercase() || c == '“'), "{finding:?}");
    }
    found.iter().map(|d| d.code.name()).collect()
}

#[test]
fn findings_by_sketch() {
    let table: &[(&str, &[&str])] = &[
        ("", &[]),
        ("r_1: c_a c_b -> c_c\n r_2: c_d -x r_1\n a_1: sp_ann asserts c_a\n a_2: sp_ann reports a_1\n sp_ann = Ann", &[]),
        ("r_1: c_a -x c_b\n r_2: c_b -x c_a", &[]),
        ("r_1: c_a -> c_b\n r_2: c_b -x c_a", &[]),
        ("r_1: -> c_a", &["relation-without-premise"]),
        ("r_1: c_a ->", &["relation-without-target"]),
        ("r_1: c_a -> c_b c_c", &["several-targets"]),
        ("r_1: c_a -> c_b\n r_2: c_c -> r_9", &["dangling-end"]),
        ("a_1: sp_ann asserts\n sp_ann = Ann", &["attribution-without-content"]),
        ("a_1: sp_ann asserts c_a c_b\n sp_ann = Ann", &["several-contents"]),
        ("a_1: - asserts c_a", &["attribution-without-speaker"]),
        ("a_1: sp_bob asserts c_a", &["unknown-speaker"]),
        ("c_a = The same.\n c_b = the  Same\n c_c = The other", &["duplicate-claim"]),
        ("r_1: c_a -> c_a", &["self-relation"]),
        ("r_1: c_a c_b -x c_a", &["self-relation"]),
        ("r_1: c_a -> c_b\n r_2: c_b -> c_c\n r_3: c_c -> c_a", &["self-relation"]),
        ("r_1: c_a -> c_b\n r_2: c_b -> c_a\n r_3: c_a -> c_a", &["self-relation", "self-relation"]),
        ("r_1: c_a -> c_b\n r_2: c_b -> r_1", &["self-relation"]),
        ("a_1: sp_ann reports a_2\n a_2: sp_ann reports a_1\n sp_ann = Ann", &["report-circle"]),
        ("sp_ann = Ann", &["unused-speaker"]),
        ("so_x = X", &["unused-source"]),
        ("c_a = Gore lost Tennessee, and Nader won votes in Florida", &["two-propositions"]),
    ];
    for (lines, expected) in table {
        assert_eq!(codes(&map(lines)), *expected, "{lines}");
    }
}

#[test]
fn findings_by_record() {
    fn built<T>(build: impl FnOnce(&mut MapBuilder) -> T) -> ArgumentMap {
        let mut builder = MapBuilder::new(0);
        build(&mut builder);
        builder.finish()
    }
    let lost = "Gore lost because he was a poor candidate";
    let table: Vec<(ArgumentMap, &[&str])> = vec![
        (built(|b| b.claim(" ")), &["claim-without-text"]),
        (built(|b| (b.claim(""), b.claim(""))), &["claim-without-text", "claim-without-text"]),
        (built(|b| b.node(Claim { kind: Some(ClaimKind::Cause), ..Claim::new(lost) })), &[]),
        (built(|b| b.claim(lost)), &["two-propositions"]),
        (built(|b| b.node(Claim { group: "g_x".parse().ok(), ..Claim::new("A") })), &["unknown-group"]),
        (built(|b| b.group(Group { parent: "g_x".parse().ok(), ..Group::default() })), &["unknown-group"]),
        (
            built(|b| {
                b.group_as("g_a".parse().unwrap(), Group { parent: "g_b".parse().ok(), ..Group::default() });
                b.group_as("g_b".parse().unwrap(), Group { parent: "g_a".parse().ok(), ..Group::default() });
                b.group_as("g_c".parse().unwrap(), Group { parent: "g_a".parse().ok(), ..Group::default() });
            }),
            &["group-circle"],
        ),
        (
            built(|b| {
                let answer = Source { in_reply_to: "so_a".parse().ok(), ..Source::new(SourceKind::Comment, "A") };
                b.source_as("so_a".parse().unwrap(), answer);
            }),
            &["reply-circle", "unused-source"],
        ),
        (
            built(|b| {
                let claim = b.claim("A");
                let speaker = b.speaker(Speaker::new(SpeakerKind::Anonymous, ""));
                b.attribute(
                    Attribution { source: "so_x".parse().ok(), date: "14 Nov".into(), ..Attribution::new(Some(speaker), Stance::Asserts) },
                    claim,
                );
            }),
            &["unknown-source", "date-not-iso"],
        ),
        (
            built(|b| {
                let source =
                    Source { authors: vec!["sp_x".parse().unwrap()], date: "yesterday".into(), ..Source::new(SourceKind::Book, "B") };
                b.source(source);
            }),
            &["unknown-speaker", "date-not-iso", "unused-source"],
        ),
        (
            built(|b| {
                let by = b.speaker(Speaker::new(SpeakerKind::Person, "Ann"));
                let mut say = |date: &str, earliest: &str, latest: &str| {
                    let dating = Dating { earliest: earliest.into(), latest: latest.into(), ..Dating::default() };
                    let claim = b.claim(format!("A {date:?} {earliest:?} {latest:?}"));
                    b.attribute(Attribution { date: date.into(), dating, ..Attribution::new(Some(by), Stance::Asserts) }, claim);
                };
                say("2016-11", "2016-11-14", "2016");
                say("", "2017", "2016");
                say("2015", "2016", "");
                say("2017", "", "2016");
                say("", "soon", "");
            }),
            &["date-not-iso", "date-bounds", "date-bounds", "date-bounds"],
        ),
        (
            built(|b| {
                let sum = SourceText::new("as it was", "").sha256();
                let texts = vec![SourceText::kept(Some("as it is".into()), sum, ""), SourceText::kept(None, sum, "")];
                b.source(Source { texts, ..Source::new(SourceKind::Book, "B") });
            }),
            &["text-altered", "text-missing"],
        ),
        (built(|b| b.speaker(Speaker::new(SpeakerKind::Person, " "))), &["speaker-without-name", "unused-speaker"]),
        (
            built(|b| {
                let (one, two) = (b.claim("A"), b.claim("B"));
                b.edge(Edge::new(one, Role::Premise, two));
            }),
            &["malformed-edge"],
        ),
        (
            built(|b| {
                let relation = b.node(Relation::new(RelationKind::Support));
                b.edge(Edge::new(id("c_gone"), Role::Premise, relation));
                b.edge(Edge::new(relation, Role::Target, id("c_lost")));
            }),
            &["dangling-end", "dangling-end"],
        ),
    ];
    for (map, expected) in table {
        assert_eq!(codes(&map), expected, "{:?}", validate(&map));
    }
}

#[test]
fn every_code_about_a_map_is_tested_here() {
    let text = [include_str!("findings.rs"), include_str!("../provenance_audit.rs"), include_str!("../provenance_verify.rs")].concat();
    for code in Code::ALL.iter().filter(|c| !matches!(c, Code::Syntax | Code::NotKept)) {
        assert!(text.contains(&format!("\"{}\"", code.name())), "{}", code.name());
    }
}

#[test]
fn findings_name_the_thing_and_come_in_order() {
    let map = map("r_1: c_a -> c_b\n r_2: c_b -> c_a\n sp_ann = Ann\n r_3: c_c ->");
    let found = validate(&map);
    let messages: Vec<&str> = found.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "A support from “c_c” has no target.",
            "“c_a” supports itself in a circle, by way of “c_b”.",
            "Speaker “Ann” says nothing in this map.",
        ]
    );
    assert!(found.is_sorted_by_key(|d| std::cmp::Reverse(d.severity())));
    assert_eq!(found.first().map(|d| d.severity()), Some(Severity::Error));
}

#[test]
fn descriptions() {
    let map = map("r_1: c_a c_b -> c_c\n r_2: c_d -x r_1\n r_3: c_e -x c_c\n a_1: sp_ann asserts c_c\n a_2: - denies a_1\n sp_ann = Ann");
    let table = [
        ("c_c", "Claim: c_c. 1 support, 1 rebuttal. Asserted by Ann."),
        ("c_a", "Claim: c_a."),
        ("r_1", "Support from “c_a” and “c_b” to “c_c”. 1 rebuttal."),
        ("r_2", "Undercut from “c_d” to the support of “c_c”."),
        ("a_1", "Attribution: Ann asserts “c_c”. Denied by an unnamed speaker."),
        ("a_2", "Attribution: an unnamed speaker denies the assertion of “c_c” by Ann."),
        ("c_gone", ""),
    ];
    for (node, expected) in table {
        assert_eq!(elenchus::model::describe(&map, id(node)), expected);
    }
}
