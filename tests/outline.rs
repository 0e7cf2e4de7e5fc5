//! The outline: every part of a map has one row of its own, numbered, with what it bears on in words.

use elenchus::analysis::Outline;
use elenchus::analysis::outline::RowKind;
use elenchus::base::{NodeId, ViewId};
use elenchus::model::{ArgumentMap, Attribution, Edge, MapBuilder, Placement, Relation, RelationKind, Role, Speaker, SpeakerKind, Stance};

/// Each row as "number | words | title", indented by its depth.
fn lines(map: &ArgumentMap) -> Vec<String> {
    let outline = Outline::of(map, map.views().get(&ViewId::main()));
    (0..outline.rows().len())
        .map(|i| {
            let indent = "  ".repeat(outline.rows()[i].depth);
            format!("{indent}{} | {} | {}", outline.number(i).unwrap_or_default(), outline.words(map, i), outline.title(map, i))
        })
        .collect()
}

/// Every node and every premise has exactly one row; branches nest; positions count up.
fn check(map: &ArgumentMap) -> Outline {
    let outline = Outline::of(map, None);
    let rows = outline.rows();
    for (id, _) in map.nodes() {
        let place = outline.place(id).unwrap_or_else(|| panic!("{id} has no place"));
        let row = &rows[place];
        assert!(row.node == id || row.via == Some(id), "{id}");
        let own = rows.iter().filter(|row| row.node == id && row.kind != RowKind::Link).count();
        let as_via = map.premises(id).len() == 1 && map.relation(id).is_some();
        assert!(own == 1 || as_via, "{id} has {own} rows of its own");
    }
    for (i, row) in rows.iter().enumerate() {
        assert_eq!(outline.find(row.key()), Some(i), "keys are unique");
        assert!(row.end > i && row.end <= rows.len());
        let children: Vec<&elenchus::analysis::outline::Row> = rows.iter().filter(|r| r.parent == Some(i)).collect();
        for (position, child) in children.iter().enumerate() {
            assert_eq!((child.position, child.siblings, child.depth), (position, children.len(), row.depth + 1));
        }
    }
    outline
}

#[test]
fn a_debate_in_words() {
    let mut b = MapBuilder::new(1);
    let (main, other) = (b.claim("Nader cost Gore the election"), b.claim("Gore ran badly"));
    let (votes, tennessee) = (b.claim("97,488 voted for Nader"), b.claim("Gore lost Tennessee"));
    let (home, poll, margin) = (b.claim("They would have stayed home"), b.claim("A poll says so"), b.claim("The margin was 537"));
    let votes_count = b.support(&[votes, margin], main);
    b.rebut(&[tennessee], main);
    b.rebut(&[home], votes_count);
    b.support(&[poll], home);
    b.support(&[tennessee], other);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let said = b.attribute(Attribution::new(Some(troy), Stance::Asserts), main);
    let never = b.claim("He never said so");
    b.rebut(&[never], said);
    for (id, y) in [(main, 0), (other, 300)] {
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned: false });
    }
    let map = b.finish();
    check(&map);
    assert_eq!(
        lines(&map),
        [
            "1 |  | Nader cost Gore the election",
            "   |  | Gil Troy asserts it",
            "    1.1 | rebuttal to the words of Gil Troy on 1 | He never said so",
            "   | support for 1 | 2 premises together",
            "    1.2 | premise 1 of 2 | 97,488 voted for Nader",
            "    1.3 | premise 2 of 2 | The margin was 537",
            "    1.4 | rebuttal to the step from 1.2 + 1.3 to 1 | They would have stayed home",
            "      1.4.1 | support for 1.4 | A poll says so",
            "  1.5 | rebuttal to 1 | Gore lost Tennessee",
            "2 |  | Gore ran badly",
            "   | support for 2, see 1.5 | Gore lost Tennessee",
        ]
    );
    let outline = Outline::of(&map, map.views().get(&ViewId::main()));
    assert_eq!(outline.sentence(&map, 8), "1.5, rebuttal to 1: Gore lost Tennessee");
}

#[test]
fn an_undercut_stands_under_the_only_premise() {
    let mut b = MapBuilder::new(1);
    let (one, two, three) = (b.claim("One"), b.claim("Two"), b.claim("Three"));
    let step = b.support(&[two], one);
    let undercut = b.rebut(&[three], step);
    let map = b.finish();
    let outline = check(&map);
    assert_eq!(lines(&map), ["1 |  | One", "  1.1 | support for 1 | Two", "    1.1.1 | rebuttal to the step from 1.1 to 1 | Three"]);
    assert_eq!((outline.place(step), outline.place(undercut)), (Some(1), Some(2)), "a relation is where its only premise is");
}

#[test]
fn circles_end_where_they_meet_themselves() {
    let mut b = MapBuilder::new(1);
    let (a, c, d, feeder) = (b.claim("A"), b.claim("C"), b.claim("D"), b.claim("Feeder"));
    b.support(&[a], c);
    b.support(&[c], d);
    b.support(&[d], a);
    b.support(&[feeder], a);
    b.support(&[feeder], feeder);
    let map = b.finish();
    check(&map);
    let all = lines(&map);
    assert_eq!(all.iter().filter(|l| l.contains("see 1 ")).count(), 1, "{all:#?}");
    assert_eq!(all.iter().filter(|l| !l.starts_with(' ')).count(), 1, "one tree, with the feeder in it: {all:#?}");
}

#[test]
fn what_is_joined_to_nothing_has_its_row() {
    let mut b = MapBuilder::new(1);
    let lonely = b.node(Relation::new(RelationKind::Support));
    let claim = b.claim("Claim");
    let both = b.node(Relation::new(RelationKind::Rebuttal));
    b.edge(Edge::new(claim, Role::Premise, both));
    let map = b.finish();
    let outline = check(&map);
    assert!(outline.place(lonely).is_some());
    assert_eq!(outline.rows().len(), 3, "the claim stands under the step that goes nowhere");
}

#[test]
fn folded_branches_hide_their_rows() {
    let mut b = MapBuilder::new(1);
    let claims: Vec<NodeId> = (0..6).map(|i| b.claim(format!("Claim {i}"))).collect();
    for (from, to) in [(1, 0), (2, 1), (3, 1), (4, 0)] {
        b.support(&[claims[from]], claims[to]);
    }
    let map = b.finish();
    let outline = check(&map);
    assert_eq!(outline.visible(|_| false, |_| true).len(), 6);
    let hidden = outline.visible(|row| row.node == claims[1], |_| true);
    assert_eq!(hidden.len(), 4);
}

#[test]
fn who_says_it_is_listed_when_asked_for() {
    let mut b = MapBuilder::new(1);
    let (claim, reason) = (b.claim("Claim"), b.claim("Reason"));
    b.support(&[reason], claim);
    let speakers = ["Ida", "Tom", "Jo"].map(|name| b.speaker(Speaker::new(SpeakerKind::Person, name)));
    let said = |b: &mut MapBuilder, i: usize, stance, of| b.attribute(Attribution::new(Some(speakers[i]), stance), of);
    let tom = said(&mut b, 1, Stance::Asserts, claim);
    said(&mut b, 0, Stance::Reports, tom);
    said(&mut b, 2, Stance::Denies, claim);
    let disputed = said(&mut b, 2, Stance::Asserts, reason);
    let doubt = b.claim("She was not there");
    let rebuttal = b.relation(Relation::new(RelationKind::Rebuttal), &[doubt], disputed);
    let map = b.finish();
    let outline = check(&map);
    let seen = |heard: &[NodeId]| {
        let rows = outline.visible(|_| false, |row| heard.contains(&row.node));
        rows.into_iter().map(|i| outline.title(&map, i)).collect::<Vec<_>>()
    };
    // What is rebutted keeps its row, whoever asks.
    assert_eq!(seen(&[]), ["Claim", "Reason", "Jo asserts it", "She was not there"]);
    assert_eq!(seen(&[claim])[1..5], ["Tom asserts it", "Ida reports it", "Jo denies it", "Reason"]);
    let place = outline.place(claim).unwrap();
    assert_eq!(outline.said(&map, place), "Tom asserts it, and 1 more");
    assert_eq!(outline.said(&map, outline.place(reason).unwrap()), "");
    assert_eq!(outline.voices(place).count(), 2, "a report of what is said is under it");
    assert_eq!(outline.count_branch(place), 3);
    assert!(outline.place(rebuttal).is_some());
}

#[test]
fn a_long_chain_is_no_deeper_than_memory() {
    let mut b = MapBuilder::new(1);
    let mut last = b.claim("0");
    for i in 1..20_000 {
        let next = b.claim(i.to_string());
        b.support(&[next], last);
        last = next;
    }
    let map = b.finish();
    let outline = Outline::of(&map, None);
    assert_eq!(outline.rows().len(), 20_000);
    assert_eq!(outline.number(19_999).unwrap(), "1.1.1.1.1…1.1.1.1.1");
}
