use std::collections::{BTreeMap, BTreeSet};

use super::{Bearing, Filter, Focus, Hiding, Shown, Standing, choices, folds_to_depth, opening, shown, way};
use crate::base::{NodeId, NodeKind, Rng};
use crate::model::{ArgumentMap, Attribution, Claim, ClaimKind, MapBuilder, Relation, RelationKind, Role, Source, SourceKind, Speaker};
use crate::model::{Edge, SpeakerKind, Stance};

/// A map from lines: `a b > c` supports c, `a ! c` rebuts c, `x ! a>c` undercuts the first relation from a to c. Claims are named by words.
fn map(lines: &str) -> ArgumentMap {
    let mut builder = MapBuilder::new(1);
    let mut claims: BTreeMap<String, NodeId> = BTreeMap::new();
    let mut steps: BTreeMap<(String, String), NodeId> = BTreeMap::new();
    for line in lines.split(',').map(str::trim) {
        let (kind, sign) = if line.contains(" ! ") { (RelationKind::Rebuttal, " ! ") } else { (RelationKind::Support, " > ") };
        let Some((premises, target)) = line.split_once(sign) else {
            claims.entry(line.to_owned()).or_insert_with(|| builder.claim(line));
            continue;
        };
        let from: Vec<NodeId> =
            premises.split(' ').map(|word| *claims.entry(word.to_owned()).or_insert_with(|| builder.claim(word))).collect();
        let to = match target.split_once('>') {
            Some((a, b)) => steps[&(a.to_owned(), b.to_owned())],
            None => *claims.entry(target.to_owned()).or_insert_with(|| builder.claim(target)),
        };
        let step = if kind == RelationKind::Rebuttal { builder.rebut(&from, to) } else { builder.support(&from, to) };
        for word in premises.split(' ') {
            steps.entry((word.to_owned(), target.to_owned())).or_insert(step);
        }
    }
    builder.finish()
}

fn claim(map: &ArgumentMap, text: &str) -> NodeId {
    map.claims().find(|(_, claim)| claim.text == text).map(|(id, _)| id).unwrap()
}

fn ids(map: &ArgumentMap, words: &str) -> BTreeSet<NodeId> {
    words.split_whitespace().map(|word| claim(map, word)).collect()
}

#[derive(Clone, Debug, Default)]
struct Why {
    folds: BTreeSet<NodeId>,
    focus: Option<Focus>,
    filter: Filter,
    also: BTreeSet<NodeId>,
}

impl Why {
    fn hiding(&self) -> Hiding<'_> {
        Hiding { folds: &self.folds, focus: self.focus.as_ref(), filter: &self.filter, also: &self.also }
    }

    fn folded(map: &ArgumentMap, words: &str) -> Self {
        Self { folds: ids(map, words), ..Self::default() }
    }

    fn focused(map: &ArgumentMap, words: &str, steps: u8) -> Self {
        Self { focus: Some(Focus { on: ids(map, words), steps }), ..Self::default() }
    }

    fn shown(&self, map: &ArgumentMap) -> Shown {
        shown(map, self.hiding())
    }
}

/// The texts of the claims shown, sorted.
fn seen(map: &ArgumentMap, shown: &Shown) -> String {
    let mut texts: Vec<&str> = map.claims().filter(|(id, _)| !shown.hides(*id)).map(|(_, claim)| claim.text.as_str()).collect();
    texts.sort_unstable();
    texts.join(" ")
}

/// The links as `from>to:hidden`; relations are `+`.
fn links(map: &ArgumentMap, shown: &Shown) -> String {
    let name = |id: NodeId| map.claim(id).map_or("+", |claim| claim.text.as_str());
    let mut links: Vec<String> = shown.links().iter().map(|l| format!("{}>{}:{}", name(l.from), name(l.to), l.hidden)).collect();
    links.sort();
    links.join(" ")
}

#[test]
fn nothing_hides_nothing() {
    let map = map("b > a");
    let all = Why::default().shown(&map);
    assert_eq!(all, Shown::default());
    assert!(all.is_everything() && map.nodes().all(|(id, _)| !all.hides(id)));
}

#[test]
fn folds_hide_what_leads_nowhere_else() {
    // (map, folded, seen, folded cards with counts, links)
    let table = [
        ("b > a, c > b, d > a", "a", "a", "a:3", ""),
        ("b > a, c > b, d > a", "b", "a b d", "b:1", ""),
        ("b > a, c > b", "a b", "a", "a:2", ""),
        // A shared claim stays, with what bears on it.
        ("b > a, c > b, b > x", "a", "a b c x", "", ""),
        ("b > a, s > b, s > x, t > s", "a", "a s t x", "a:1", "s>a:1"),
        ("b > a, s > b, s > x", "a x", "a x", "a:2 x:1", ""),
        // The step from a shared claim is shown unless a further premise of it is hidden.
        ("s c > a, s > x", "a", "a s x", "a:1", "s>a:1"),
        // An undercut of a step of the branch goes with it.
        ("b > a, u ! b>a", "a", "a", "a:2", ""),
        // In a circle one claim stands for it.
        ("a > b, b > a", "a", "a", "a:1", ""),
        ("a > b, b > a, c > d", "a b", "*", "*:1", ""),
        ("b > a, z > z", "a z", "a z", "a:1", ""),
        ("b > a", "b", "a b", "", ""),
    ];
    for (lines, folded, expected, counts, expected_links) in table {
        let map = map(lines);
        let shown = Why::folded(&map, folded).shown(&map);
        let mut found: Vec<String> = map.claims().filter_map(|(id, claim)| Some(format!("{}:{}", claim.text, shown.folded(id)?))).collect();
        found.sort();
        if expected == "*" {
            assert_eq!((shown.counts(), found.len()), ((3, 4), 1), "{lines} | {folded}");
            continue;
        }
        let found = (seen(&map, &shown), found.join(" "), links(&map, &shown));
        assert_eq!(found, (expected.to_owned(), counts.to_owned(), expected_links.to_owned()), "{lines} | {folded}");
    }
}

#[test]
fn what_is_said_of_a_folded_claim_stays_on_it() {
    let mut builder = MapBuilder::new(1);
    let (a, b, dispute) = (builder.claim("a"), builder.claim("b"), builder.claim("no"));
    builder.support(&[b], a);
    let said = builder.attribute(Attribution::new(None, Stance::Asserts), a);
    builder.rebut(&[dispute], said);
    let of_b = builder.attribute(Attribution::new(None, Stance::Denies), b);
    let map = builder.finish();
    let why = Why::folded(&map, "a");
    let shown = why.shown(&map);
    assert_eq!((seen(&map, &shown).as_str(), shown.hides(said), shown.hides(of_b), shown.folded(a)), ("a", false, true, Some(2)));
    assert_eq!(opening(&map, why.hiding(), [dispute]).unfold, ids(&map, "a"));
    assert_eq!(folds_to_depth(&map, 0), ids(&map, "a"));
}

#[test]
fn a_focus_counts_relations_both_ways() {
    let lines = "b > a, c > b, d > c, e > d, u ! b>a";
    let table =
        [("a", 1, "a b"), ("a", 2, "a b c u"), ("c", 1, "b c d"), ("u", 1, "a b u"), ("a d", 1, "a b c d e"), ("a", 5, "a b c d e u")];
    for (on, steps, expected) in table {
        let map = map(lines);
        assert_eq!(seen(&map, &Why::focused(&map, on, steps).shown(&map)), expected, "{on} {steps}");
    }
    let map = map("b > a");
    let gone = Why { focus: Some(Focus { on: BTreeSet::from(["c_gone".parse().unwrap()]), steps: 1 }), ..Why::default() };
    assert_eq!(seen(&map, &gone.shown(&map)), "a b");
}

#[test]
fn hidden_claims_do_not_break_ways() {
    let map = map("b > a, c > b, d > b, e > d, x");
    let only = |words: &str| Why {
        filter: Filter { standings: BTreeSet::from([Standing::Rebutted]), ..Filter::default() },
        also: ids(&map, words),
        ..Why::default()
    };
    for (words, expected) in [("a c", "c>a:1"), ("a c e", "c>a:1 e>a:2"), ("a b c", ""), ("c d", ""), ("a b e", "e>b:1"), ("a x", "")] {
        let shown = only(words).shown(&map);
        assert_eq!((seen(&map, &shown).replace(' ', ""), links(&map, &shown).as_str()), (words.replace(' ', ""), expected), "{words}");
    }
    let shown = only("a e").shown(&map);
    let on_it: Vec<&str> =
        way(&map, &shown, claim(&map, "e"), claim(&map, "a")).into_iter().filter_map(|id| Some(map.claim(id)?.text.as_str())).collect();
    assert_eq!(on_it, ["d", "b"]);
}

#[test]
fn filters_choose_by_every_field() {
    let mut builder = MapBuilder::new(1);
    let tagged = |text: &str, kind, tags: &[&str]| Claim { kind, tags: tags.iter().map(|t| (*t).to_owned()).collect(), ..Claim::new(text) };
    let a = builder.node(tagged("a", Some(ClaimKind::Cause), &["vote"]));
    let b = builder.node(tagged("b", Some(ClaimKind::Fact), &["vote", "money"]));
    let (c, d) = (builder.node(tagged("c", None, &[])), builder.claim("d"));
    let step = builder.support(&[b], a);
    builder.rebut(&[c], step);
    builder.rebut(&[d], b);
    let troy = builder.speaker(Speaker::new(SpeakerKind::Person, "Troy"));
    let post = builder.source(Source { date: "2016-11-14".into(), ..Source::new(SourceKind::Post, "Post") });
    builder.attribute(Attribution { source: Some(post), ..Attribution::new(Some(troy), Stance::Asserts) }, a);
    builder.attribute(Attribution { date: "2004".into(), ..Attribution::new(Some(troy), Stance::Denies) }, b);
    let map = builder.finish();
    let all = Filter::default;
    let table = [
        (Filter { kinds: [ClaimKind::Cause, ClaimKind::Fact].into(), ..all() }, "a b"),
        (Filter { tags: ["money".to_owned()].into(), ..all() }, "b"),
        (Filter { tags: ["vote".to_owned()].into(), kinds: [ClaimKind::Cause].into(), ..all() }, "a"),
        (Filter { standings: [Standing::Unsupported].into(), ..all() }, "b c d"),
        (Filter { standings: [Standing::Rebutted, Standing::Final].into(), ..all() }, "a b"),
        (Filter { standings: [Standing::Unattributed].into(), ..all() }, "c d"),
        (Filter { relations: [Bearing::Kind(RelationKind::Support)].into(), ..all() }, "a b"),
        (Filter { relations: [Bearing::Kind(RelationKind::Rebuttal)].into(), ..all() }, "b d"),
        (Filter { relations: [Bearing::Undercut].into(), ..all() }, "a b c"),
        (Filter { speakers: [troy].into(), ..all() }, "a b"),
        (Filter { speakers: [troy].into(), stances: [Stance::Denies].into(), ..all() }, "b"),
        (Filter { sources: [post].into(), ..all() }, "a"),
        (Filter { sources: [post].into(), stances: [Stance::Denies].into(), ..all() }, ""),
        (Filter { since: "2016".into(), ..all() }, "a"),
        (Filter { since: "2016-11-15".into(), ..all() }, ""),
        (Filter { since: "2004-06".into(), until: "2005".into(), ..all() }, "b"),
        (Filter { until: "2016-11-14".into(), ..all() }, "a b"),
    ];
    for (filter, expected) in table {
        let why = Why { filter: filter.clone(), ..Why::default() };
        assert_eq!(seen(&map, &why.shown(&map)), expected, "{filter:?}");
        // A filter looks into folded branches.
        let folded = Why { folds: BTreeSet::from([a, b]), ..why };
        assert_eq!(seen(&map, &folded.shown(&map)), expected, "{filter:?} folded");
    }
    let found = choices(&map);
    assert_eq!((found.tags["vote"], found.speakers[&troy], found.stances[&Stance::Denies]), (2, 2, 1));
    assert_eq!((found.relations[&Bearing::Undercut], found.standings[&Standing::Final]), (1, 1));
    assert_eq!(found.dates, Some(("2004".to_owned(), "2016-11-14".to_owned())));
}

#[test]
fn opening_shows_what_was_hidden() {
    let map = map("b > a, c e > b, d > c, u ! c>b");
    let depth = |n| {
        let mut words: Vec<&str> = folds_to_depth(&map, n).into_iter().filter_map(|id| Some(map.claim(id)?.text.as_str())).collect();
        words.sort_unstable();
        words.join(" ")
    };
    assert_eq!([0, 1, 2, 3].map(depth), ["a b c", "b c", "c", ""]);
    let mut why = Why { folds: folds_to_depth(&map, 0), ..Why::default() };
    assert_eq!(seen(&map, &why.shown(&map)), "a");
    let open = opening(&map, why.hiding(), [claim(&map, "d")]);
    assert_eq!((open.unfold.clone(), open.claims.is_empty()), (ids(&map, "a b c"), true));
    why.folds.retain(|id| !open.unfold.contains(id));
    assert!(seen(&map, &why.shown(&map)).contains('d'));
    // A step is seen only with all its premises.
    let focused = Why::focused(&map, "a", 1);
    let step = map.relations_from(claim(&map, "c"))[0];
    assert_eq!(opening(&map, focused.hiding(), [step]).claims, ids(&map, "c e"));
}

/// Any nodes and edges that the model allows, circles included.
fn random_map(rng: &mut Rng) -> ArgumentMap {
    let mut builder = MapBuilder::new(rng.below(1 << 20) as u64);
    let kinds = [None, Some(ClaimKind::Fact), Some(ClaimKind::Cause)];
    let claims: Vec<NodeId> =
        (0..2 + rng.below(14)).map(|i| builder.node(Claim { kind: kinds[rng.below(3)], ..Claim::new(format!("{i}")) })).collect();
    let mut all = claims.clone();
    for _ in 0..rng.below(24) {
        let bears_on = all[rng.below(all.len())];
        if rng.below(5) == 0 {
            all.push(builder.attribute(Attribution::new(None, Stance::ALL[rng.below(5)]), bears_on));
            continue;
        }
        let relation = builder.node(Relation::new(RelationKind::ALL[rng.below(3)]));
        builder.edge(Edge::new(relation, Role::Target, bears_on));
        for _ in 0..rng.below(3) {
            let premise = all[rng.below(all.len())];
            if premise.kind() != NodeKind::Relation {
                builder.edge(Edge::new(premise, Role::Premise, relation));
            }
        }
        all.push(relation);
    }
    builder.finish()
}

fn some(rng: &mut Rng, map: &ArgumentMap, of: usize) -> BTreeSet<NodeId> {
    map.claims().map(|(id, _)| id).filter(|_| rng.below(of) == 0).collect()
}

fn reached(start: NodeId, next: &BTreeMap<NodeId, BTreeSet<NodeId>>) -> BTreeSet<NodeId> {
    let mut seen = BTreeSet::new();
    let mut open = vec![start];
    while let Some(node) = open.pop() {
        for to in next.get(&node).into_iter().flatten() {
            if seen.insert(*to) {
                open.push(*to);
            }
        }
    }
    seen
}

#[test]
fn hidden_nodes_never_break_a_path() {
    let mut rng = Rng::new(7);
    for round in 0..600 {
        let map = random_map(&mut rng);
        let mut why = Why::default();
        if rng.below(2) == 0 {
            why.folds = some(&mut rng, &map, 2);
        }
        if rng.below(3) == 0 {
            why.focus = Some(Focus { on: some(&mut rng, &map, 3), steps: 1 + rng.below(3) as u8 });
        }
        if rng.below(3) == 0 {
            why.filter.kinds = [ClaimKind::Fact].into();
        }
        if rng.below(4) == 0 {
            why.filter.relations = [Bearing::Kind(RelationKind::Rebuttal)].into();
        }
        why.also = some(&mut rng, &map, 6);
        let shown = why.shown(&map);
        let visible: BTreeSet<NodeId> = map.nodes().map(|(id, _)| id).filter(|id| !shown.hides(*id)).collect();
        let mut full: BTreeMap<NodeId, BTreeSet<NodeId>> = BTreeMap::new();
        let mut drawn = full.clone();
        for edge in map.edges() {
            full.entry(edge.from).or_default().insert(edge.to);
            if visible.contains(&edge.from) && visible.contains(&edge.to) {
                drawn.entry(edge.from).or_default().insert(edge.to);
            }
            let half = edge.role != Role::Premise && visible.contains(&edge.from) && !visible.contains(&edge.to);
            assert!(!half, "{round}: {edge:?} is drawn without its end");
        }
        let mut pairs = BTreeSet::new();
        for link in shown.links() {
            assert!(visible.contains(&link.from) && visible.contains(&link.to) && link.from != link.to && link.hidden > 0, "{round}");
            assert!(pairs.insert((link.from, link.to)), "{round}: twice {link:?}");
            drawn.entry(link.from).or_default().insert(link.to);
            let on_it = way(&map, &shown, link.from, link.to);
            assert!(on_it.iter().all(|id| shown.hides(*id)), "{round}");
            let claims = on_it.iter().filter(|id| id.kind() == NodeKind::Claim).count();
            assert_eq!(claims.max(1), link.hidden, "{round}: {link:?}");
        }
        for node in &visible {
            let (true_ways, drawn_ways) = (reached(*node, &full), reached(*node, &drawn));
            // That a claim leads back to itself through hidden ones is not drawn.
            let others = |ways: BTreeSet<NodeId>| ways.into_iter().filter(|id| visible.contains(id) && id != node).collect::<Vec<_>>();
            assert_eq!(others(drawn_ways), others(true_ways), "{round}: from {node}");
        }
        // Whatever is hidden can be opened.
        for node in shown.hidden().iter().filter(|node| node.kind() == NodeKind::Claim) {
            let open = opening(&map, why.hiding(), [*node]);
            let mut opened = why.clone();
            opened.folds.retain(|id| !open.unfold.contains(id));
            opened.also.extend(&open.claims);
            assert!(!opened.shown(&map).hides(*node), "{round}: {node} stays hidden");
        }
        if why.focus.is_none() && why.filter.is_empty() {
            let counted: usize = shown.folded.values().sum();
            let hidden = shown.hidden().iter().filter(|id| id.kind() == NodeKind::Claim).count();
            assert!(counted >= hidden, "{round}: every hidden claim is counted on a card");
        }
    }
}
