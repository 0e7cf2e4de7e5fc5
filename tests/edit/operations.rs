//! Operations: (map, operation, map) or the words of the refusal.

use elenchus::base::{NodeId, Rng, ViewId};
use elenchus::edit::ops::{self, OpError};
use elenchus::edit::{AttributionField, ClaimField, FieldEdit, Fragment, GroupField, RelationField, SourceField, Transaction, apply};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, Edge, Group, MapBuilder, Node, Placement, RelationKind, Role, Source, SourceKind, Stance,
};
use emath::vec2;

use crate::sketch::{id, map, placed_map, show};

type Op = fn(&ArgumentMap, &mut Rng) -> Result<Transaction, OpError>;

fn check(before: &str, op: Op, expected: &str) {
    let start = map(before);
    let mut changed = start.clone();
    let got = match op(&start, &mut Rng::new(1)) {
        Ok(transaction) => {
            apply(&mut changed, &transaction).unwrap();
            let mut undone = changed.clone();
            apply(&mut undone, &transaction.inverse()).unwrap();
            assert_eq!(undone, start, "undo of {}", transaction.label);
            format!("{}\n{}", transaction.label, show(&changed, &start))
        }
        Err(error) => error.to_string(),
    };
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(got, expected.join("\n"), "from {before}");
}

fn ids(names: &str) -> std::collections::BTreeSet<NodeId> {
    names.split_whitespace().map(id).collect()
}

fn delete(map: &ArgumentMap, names: &str) -> Result<Transaction, OpError> {
    ops::delete_nodes(map, &ids(names)).map(|deletion| deletion.transaction)
}

#[test]
fn adding() {
    check("c_a = A", |m, r| ops::add_claim(m, r, Claim::new("B"), None).map(|made| made.transaction), "Add claim\n c_a = A\n c_new = B");
    check(
        "c_a = A",
        |m, r| ops::add_reason(m, r, RelationKind::Rebuttal, Claim::new("B"), id("c_a")).map(|made| made.transaction),
        "Add rebuttal\n c_a = A\n c_new = B\n r_new: c_new -x c_a",
    );
    check(
        "r_1: c_a -> c_b",
        |m, r| ops::add_reason(m, r, RelationKind::Rebuttal, Claim::new("B"), id("r_1")).map(|made| made.transaction),
        "Add undercut\n c_new = B\n r_1: c_a -> c_b\n r_new: c_new -x r_1",
    );
    check(
        "r_1: c_a -> c_b",
        |m, r| ops::add_premise_claim(m, r, Claim::new("B"), id("r_1")).map(|made| made.transaction),
        "Add premise\n c_new = B\n r_1: c_a c_new -> c_b",
    );
    check(
        "a_1: - reports c_a",
        |m, r| ops::attribute(m, r, Attribution::new(None, Stance::Denies), id("a_1")).map(|made| made.transaction),
        "Add attribution\n a_1: - reports c_a\n a_new: - denies a_1",
    );
    check(
        "c_a = A",
        |m, r| ops::add_premise_claim(m, r, Claim::new("B"), id("c_a")).map(|made| made.transaction),
        "A claim cannot be the premise of a claim. Choose another end.",
    );
    check(
        "c_a = A",
        |m, r| ops::add_reason(m, r, RelationKind::Support, Claim::new("B"), id("c_x")).map(|made| made.transaction),
        "That claim is no longer in the map.",
    );
}

#[test]
fn connecting() {
    let lines = "r_1: c_a c_b -> c_c\n c_d = D\n a_1: - asserts c_a\n a_2: - reports a_1";
    let connect: Op = |m, r| ops::connect(m, r, id("c_d"), id("r_1"), RelationKind::Rebuttal).map(|made| made.transaction);
    check(lines, connect, "Add undercut\n a_1: - asserts c_a\n a_2: - reports a_1\n c_d = D\n r_1: c_a c_b -> c_c\n r_new: c_d -x r_1");
    check(
        "c_a = A",
        |m, r| ops::connect(m, r, id("c_a"), id("c_a"), RelationKind::Support).map(|made| made.transaction),
        "A claim cannot bear on itself. Choose another end.",
    );
    check(
        "r_1: c_a -> c_b",
        |m, r| ops::connect(m, r, id("c_a"), id("c_b"), RelationKind::Support).map(|made| made.transaction),
        "They are already connected in this way.",
    );
    check(
        "r_1: c_a -> c_b",
        |m, r| ops::connect(m, r, id("r_1"), id("c_b"), RelationKind::Support).map(|made| made.transaction),
        "A relation cannot be the premise of a relation. Choose another end.",
    );
    check("r_1: c_a -> c_b\n c_d = D", |m, _| ops::add_premise(m, id("r_1"), id("c_d")), "Add premise\n c_d = D\n r_1: c_a c_d -> c_b");
    check("r_1: c_a -> c_b", |m, _| ops::add_premise(m, id("r_1"), id("c_b")), "A claim cannot bear on itself. Choose another end.");
    check("r_1: c_a -> c_b", |m, _| ops::add_premise(m, id("r_1"), id("c_a")), "They are already connected in this way.");
    let replace: Op = |m, _| ops::replace_premise(m, id("r_1"), id("c_a"), id("c_d"));
    check("r_1: c_a c_b -> c_c\n c_d = D", replace, "Replace premise\n c_a\n c_d = D\n r_1: c_d c_b -> c_c");
    check("r_1: c_a c_d -> c_c", replace, "They are already connected in this way.");
    check("r_1: c_a -> c_d", replace, "A claim cannot bear on itself. Choose another end.");
    check("r_1: c_b -> c_c\n c_a = A\n c_d = D", replace, "That premise is no longer in the map.");
    check("r_1: c_a -> c_b\n c_d = D", |m, _| ops::retarget(m, id("r_1"), id("c_d")), "Change target\n c_b\n c_d = D\n r_1: c_a -> c_d");
    check("r_1: c_a -> c_b", |m, _| ops::retarget(m, id("r_1"), id("c_a")), "A claim cannot bear on itself. Choose another end.");
    check("r_1: c_a -> c_b", |m, _| ops::retarget(m, id("r_1"), id("r_1")), "A relation cannot bear on itself. Choose another end.");
    check("r_1: c_a -> c_b", |m, _| ops::retarget(m, id("r_1"), id("c_b")), "They are already connected in this way.");
    check("r_1: c_a -> c_b c_d", |m, _| ops::retarget(m, id("r_1"), id("c_b")), "Change target\n c_d\n r_1: c_a -> c_b");
    check(
        "a_1: - asserts c_a\n a_2: - reports a_1",
        |m, _| ops::retarget(m, id("a_1"), id("a_2")),
        "That would make a circle: the report would lead back to itself. Choose another one.",
    );
    check(
        "r_1: c_a c_b c_c -> c_d",
        |m, _| ops::reorder(m, Edge::new(id("c_c"), Role::Premise, id("r_1")), 0),
        "Reorder\n r_1: c_c c_a c_b -> c_d",
    );
    check(
        "r_1: c_a c_b -> c_d",
        |m, _| ops::reorder(m, Edge::new(id("c_a"), Role::Premise, id("r_1")), 99),
        "Reorder\n r_1: c_b c_a -> c_d",
    );
}

#[test]
fn deleting_takes_what_cannot_stand() {
    let lines = "r_1: c_a c_b -> c_c\n r_2: c_d -x r_1\n r_3: c_e -x r_2\n a_1: - asserts c_c\n a_2: - reports a_1\n a_3: - questions r_3";
    check(lines, |m, _| delete(m, "c_c"), "Delete claim\n c_a\n c_b\n c_d\n c_e");
    check(
        lines,
        |m, _| delete(m, "c_a"),
        "Delete claim\n a_1: - asserts c_c\n a_2: - reports a_1\n a_3: - questions r_3\n r_1: c_b -> c_c\n r_2: c_d -x r_1\n r_3: c_e -x r_2",
    );
    check(lines, |m, _| delete(m, "c_a c_b"), "Delete 2 claims\n a_1: - asserts c_c\n a_2: - reports a_1\n c_d\n c_e");
    check(lines, |m, _| delete(m, "r_2 a_1"), "Delete 2 items\n c_d\n c_e\n r_1: c_a c_b -> c_c");
    check(lines, |m, _| delete(m, "c_x"), "That claim is no longer in the map.");
    check(lines, |m, _| delete(m, ""), "There is nothing to delete here.");
    check("r_1: c_a -> c_b c_c", |m, _| delete(m, "c_b"), "Delete claim\n r_1: c_a -> c_c");
    let remove: Op = |m, _| ops::remove_premise(m, id("r_1"), id("c_a")).map(|deletion| deletion.transaction);
    check("r_1: c_a c_b -> c_c", remove, "Remove premise\n c_a\n r_1: c_b -> c_c");
    check("r_1: c_a -> c_c\n r_2: c_d -x r_1", remove, "Remove premise\n c_a\n c_c\n c_d");
}

#[test]
fn deleting_says_what_else_goes() {
    let map = map("r_1: c_a -> c_b\n r_2: c_d -x r_1\n a_1: sp_ann asserts c_b\n a_2: sp_ann reports a_1\n sp_ann = Ann");
    let also = |names: &str| ops::delete_nodes(&map, &ids(names)).unwrap().also.in_words();
    assert_eq!(also("c_b").as_deref(), Some("1 relation, 1 undercut and 2 attributions go with it. 2 claims bear on nothing now."));
    assert_eq!(also("r_2"), None);
    assert_eq!(also("c_d").as_deref(), Some("1 undercut goes with it."));
    assert_eq!(also("c_d r_2"), None);
    let speaker = ops::delete_speaker(&map, "sp_ann".parse().unwrap()).unwrap();
    assert_eq!(speaker.also.in_words().as_deref(), Some("2 records that name it stay, without it."));
}

#[test]
fn deleting_an_entry_clears_what_names_it() {
    let lines = "a_1: sp_ann asserts c_a\n sp_ann = Ann";
    check(lines, |m, _| Ok(ops::delete_speaker(m, "sp_ann".parse().unwrap())?.transaction), "Delete speaker\n a_1: - asserts c_a");
    check(lines, |m, _| Ok(ops::delete_speaker(m, "sp_bob".parse().unwrap())?.transaction), "That speaker is no longer in the map.");
    let mut builder = MapBuilder::new(0);
    let author = builder.speaker(elenchus::model::Speaker::new(elenchus::model::SpeakerKind::Person, "Ann"));
    let article = builder.source(Source { authors: vec![author], ..Source::new(SourceKind::Article, "Article") });
    let comment = builder.source(Source { in_reply_to: Some(article), ..Source::new(SourceKind::Comment, "Comment") });
    let outer = builder.group(Group::default());
    let inner = builder.group(Group { parent: Some(outer), ..Group::default() });
    let innermost = builder.group(Group { parent: Some(inner), ..Group::default() });
    let claim = builder.node(Claim { group: Some(inner), ..Claim::new("A") });
    let said = builder.attribute(Attribution { source: Some(article), ..Attribution::new(Some(author), Stance::Asserts) }, claim);
    let mut map = builder.finish();
    for deletion in [
        ops::delete_speaker(&map.clone(), author).unwrap(),
        ops::delete_source(&map.clone(), article).unwrap(),
        ops::delete_group(&map.clone(), inner).unwrap(),
    ] {
        let mut one = map.clone();
        apply(&mut one, &deletion.transaction).unwrap();
        assert!(elenchus::model::validate(&one).iter().all(|d| d.severity() < elenchus::base::Severity::Error));
    }
    let deletion = ops::delete_source(&map, article).unwrap();
    assert_eq!(deletion.also.references, 2);
    apply(&mut map, &deletion.transaction).unwrap();
    assert_eq!((map.attribution(said).unwrap().source, map.source(comment).unwrap().in_reply_to), (None, None));
    let deletion = ops::delete_group(&map, inner).unwrap();
    apply(&mut map, &deletion.transaction).unwrap();
    assert_eq!((map.claim(claim).unwrap().group, map.groups()[&innermost].parent), (Some(outer), Some(outer)));
}

#[test]
fn fields() {
    check("c_a = A", |m, _| ops::set_field(m, FieldEdit::Claim(id("c_a"), ClaimField::Text("B".into()))), "Edit text\n c_a = B");
    check(
        "r_1: c_a -> c_b",
        |m, _| ops::set_field(m, FieldEdit::Relation(id("r_1"), RelationField::Kind(RelationKind::Rebuttal))),
        "Change kind of relation\n r_1: c_a -x c_b",
    );
    check(
        "c_a = A",
        |m, _| ops::set_field(m, FieldEdit::Relation(id("c_a"), RelationField::Title("B".into()))),
        "That relation is no longer in the map.",
    );
    check(
        "r_1: c_a -> c_b",
        |m, _| ops::set_field(m, FieldEdit::Relation(id("r_1"), RelationField::Weight(Some(101)))),
        "A weight is a percentage: choose a number from 0 to 100.",
    );
    check(
        "c_a = A",
        |m, _| ops::set_field(m, FieldEdit::Claim(id("c_a"), ClaimField::Group("g_x".parse().ok()))),
        "That group is no longer in the map.",
    );
    check(
        "a_1: - asserts c_a\n sp_ann = Ann",
        |m, _| ops::set_field(m, FieldEdit::Attribution(id("a_1"), AttributionField::Speaker("sp_ann".parse().ok()))),
        "Change speaker\n a_1: sp_ann asserts c_a\n sp_ann = Ann",
    );
    check(
        "a_1: - asserts c_a",
        |m, _| ops::set_field(m, FieldEdit::Attribution(id("a_1"), AttributionField::Speaker("sp_ann".parse().ok()))),
        "That speaker is no longer in the map.",
    );
    check(
        "so_x = X",
        |m, _| ops::set_field(m, FieldEdit::Source("so_x".parse().unwrap(), SourceField::InReplyTo("so_x".parse().ok()))),
        "That would make a circle: the reply would lead back to itself. Choose another one.",
    );
    let mut builder = MapBuilder::new(0);
    let outer = builder.group(Group::default());
    let inner = builder.group(Group { parent: Some(outer), ..Group::default() });
    let map = builder.finish();
    assert_eq!(ops::set_field(&map, FieldEdit::Group(outer, GroupField::Parent(Some(inner)))), Err(OpError::Circle("group")));
}

#[test]
fn placements() {
    let mut map = placed_map("c_a = A\n c_b = B\n c_c = C");
    let main = ViewId::main();
    let at = |map: &ArgumentMap, name: &str| map.placement(main, id(name)).map(|p| (p.x, p.y, p.pinned));
    for transaction in
        [ops::move_nodes(&map, main, &ids("c_a c_b"), vec2(10.4, -3.6)).unwrap(), ops::pin(&map, main, &ids("c_c"), true).unwrap()]
    {
        apply(&mut map, &transaction).unwrap();
    }
    assert_eq!((at(&map, "c_a"), at(&map, "c_b"), at(&map, "c_c")), (Some((10, -4, false)), Some((110, -4, false)), Some((200, 0, true))));
    let moved = [(id("c_c"), Placement { x: 1, y: 2, pinned: false }), (id("c_gone"), Placement::default())];
    let layout = ops::place(&map, main, &moved).unwrap();
    apply(&mut map, &layout).unwrap();
    assert_eq!((at(&map, "c_c"), at(&map, "c_gone")), (Some((1, 2, true)), None));
    assert!(ops::move_nodes(&map, main, &ids("c_gone"), vec2(1.0, 1.0)).is_err());
    assert!(ops::move_nodes(&map, main, &ids("c_a"), vec2(f32::MAX, f32::NAN)).is_ok());
}

#[test]
fn fragments_carry_what_joins_their_claims() {
    let start = placed_map("r_1: c_a c_b -> c_c\n r_2: c_d -x r_1\n a_1: sp_ann asserts c_c\n a_2: sp_ann reports a_1\n sp_ann = Ann");
    let table = [
        ("c_a", "c_new = c_a"),
        ("c_a c_c", "a_new: sp_ann asserts c_new\n a_new: sp_ann reports a_new\n c_new = c_a\n c_new = c_c"),
        (
            "c_a c_b c_c",
            "a_new: sp_ann asserts c_new\n a_new: sp_ann reports a_new\n c_new = c_a\n c_new = c_b\n c_new = c_c\n r_new: c_new c_new -> c_new",
        ),
        ("r_1 a_1", ""),
    ];
    for (selected, expected) in table {
        let fragment = Fragment::copy(&start, ViewId::main(), &ids(selected));
        assert_eq!(fragment.is_empty(), expected.is_empty(), "{selected}");
        let Ok(pasted) = ops::paste(&start, &mut Rng::new(3), &fragment, ViewId::main(), vec2(5.0, 5.0)) else { continue };
        let mut changed = start.clone();
        apply(&mut changed, &pasted.transaction).unwrap();
        let new: Vec<String> = show(&changed, &start).lines().filter(|line| line.contains("_new")).map(str::to_owned).collect();
        assert_eq!(new, expected.lines().map(str::trim).collect::<Vec<_>>(), "{selected}");
        assert_eq!(pasted.id.len(), fragment.to_map().claims().count());
    }
}

#[test]
fn fragments_bring_their_speakers_into_another_map() {
    let from = map("a_1: sp_ann asserts c_c\n sp_ann = Ann\n sp_bob = Bob");
    let fragment = Fragment::copy(&from, ViewId::main(), &ids("c_c"));
    let mut other = ArgumentMap::default();
    let pasted = ops::paste(&other, &mut Rng::new(3), &fragment, ViewId::main(), vec2(0.0, 0.0)).unwrap();
    apply(&mut other, &pasted.transaction).unwrap();
    assert_eq!(other.speakers().len(), 1);
    assert_eq!(other.attributions().next().unwrap().1.speaker, "sp_ann".parse().ok());
}

#[test]
fn a_stale_transaction_is_refused_whole() {
    let mut map = map("r_1: c_a -> c_b\n c_d = D");
    let mut transaction = ops::delete_nodes(&map, &ids("c_a c_d")).unwrap().transaction;
    let last = transaction.edits.last_mut().unwrap();
    last.before = Some(elenchus::model::Record::Node(Node::Claim(Claim::new("another text"))));
    let before = map.clone();
    assert!(apply(&mut map, &transaction).is_err());
    assert_eq!(map, before);
}

#[test]
fn drawing_a_claim_out_of_a_node() {
    use ops::Join;
    let joined = |join, node: &'static str| {
        move |m: &ArgumentMap| {
            ops::add_joined(m, &mut Rng::new(1), (ViewId::main(), Placement::default()), id(node), join).map(|made| made.transaction)
        }
    };
    for (join, node, expected) in [
        (Join::Onto(RelationKind::Support), "c_b", Ok(("Add support", "r_new: c_new -> c_b"))),
        (Join::Onto(RelationKind::Rebuttal), "r_1", Ok(("Add undercut", "r_new: c_new -x r_1"))),
        (Join::From(RelationKind::Rebuttal), "c_b", Ok(("Add rebuttal", "r_new: c_b -x c_new"))),
        (Join::Premise, "r_1", Ok(("Add premise", "r_1: c_a c_new -> c_b"))),
        (Join::From(RelationKind::Support), "r_1", Err("A relation cannot be the premise of a relation. Choose another end.")),
        (Join::Premise, "c_a", Err("A claim cannot be the premise of a claim. Choose another end.")),
    ] {
        let mut map = map("r_1: c_a -> c_b");
        let start = map.clone();
        match (joined(join, node)(&map), expected) {
            (Ok(transaction), Ok((label, line))) => {
                apply(&mut map, &transaction).unwrap();
                assert_eq!(transaction.label, label);
                assert!(show(&map, &start).lines().any(|l| l.trim() == line), "{join:?}: {}", show(&map, &start));
            }
            (got, expected) => {
                assert_eq!(got.map(|t| t.label).map_err(|e| e.to_string()), expected.map(|e| e.0.to_owned()).map_err(str::to_owned))
            }
        }
    }
}

fn hang(map: &ArgumentMap, rng: &mut Rng, premise: &str, bond: ops::Bond, to: &str) -> Result<Transaction, OpError> {
    ops::hang(map, rng, id(premise), bond, id(to), (ViewId::main(), &ids(premise), vec2(10.0, 20.0)))
}

#[test]
fn hanging_a_claim_elsewhere() {
    use ops::Bond;
    check(
        "r_1: c_a -x c_b\n c_d = D",
        |m, r| hang(m, r, "c_a", Bond::Instead(id("r_1")), "c_d"),
        "Change target\n c_b\n c_d = D\n r_1: c_a -x c_d",
    );
    // One premise of several leaves the others behind.
    check(
        "r_1: c_a c_b -> c_c\n c_d = D",
        |m, r| hang(m, r, "c_a", Bond::Instead(id("r_1")), "c_d"),
        "Change target\n c_d = D\n r_1: c_b -> c_c\n r_new: c_a -> c_d",
    );
    check(
        "r_1: c_a -> c_b\n c_d = D",
        |m, r| hang(m, r, "c_d", Bond::New(RelationKind::Rebuttal), "c_a"),
        "Change target\n c_d = D\n r_1: c_a -> c_b\n r_new: c_d -x c_a",
    );
    let circle = "That would make a circle: the argument would lead back to itself. Choose another one.";
    check("r_1: c_a -> c_b\n r_2: c_b -> c_c", |m, r| hang(m, r, "c_b", Bond::Instead(id("r_2")), "c_a"), circle);
    check("r_1: c_a -> c_b", |m, r| hang(m, r, "c_a", Bond::Instead(id("r_1")), "c_b"), "They are already connected in this way.");
    check(
        "r_1: c_a -> c_b",
        |m, r| hang(m, r, "c_a", Bond::New(RelationKind::Support), "c_a"),
        "A claim cannot bear on itself. Choose another end.",
    );
}

#[test]
fn a_branch_is_what_bears_on_a_claim_alone() {
    let map = map("r_1: c_a -> c_b\n r_2: c_c -> c_a\n r_3: c_d -x r_2\n r_4: c_e -> c_a\n r_5: c_e -> c_f");
    for (claim, expected) in [("c_a", "c_a c_c c_d"), ("c_b", "c_a c_b c_c c_d"), ("c_f", "c_f"), ("c_e", "c_e")] {
        assert_eq!(ops::branch(&map, id(claim)), ids(expected), "{claim}");
    }
}

#[test]
fn a_deletion_says_what_else_goes() {
    for (map_text, gone, expected) in [
        ("c_a = A", "c_a", None),
        ("r_1: c_a -> c_b", "c_a", Some("1 relation goes with it.")),
        (
            "r_1: c_a -> c_b\n r_2: c_c -> c_b\n r_3: c_d -x r_1",
            "c_a",
            Some("1 relation and 1 undercut go with it. 1 claim bears on nothing now."),
        ),
        ("r_1: c_a c_b -> c_c", "c_a", None),
        ("r_1: c_a -> c_b\n a_1: - asserts c_a\n a_2: - reports a_1\n a_3: - asserts r_1", "c_a r_1", Some("3 attributions go with it.")),
        ("r_1: c_a -> c_b\n r_2: c_c -x r_1", "r_1", Some("1 undercut goes with it. 1 claim bears on nothing now.")),
    ] {
        let deletion = ops::delete_nodes(&map(map_text), &ids(gone)).unwrap();
        assert_eq!(deletion.also.in_words().as_deref(), expected, "{gone} of {map_text}");
    }
}

#[test]
fn aligning_takes_sizes_into_account() {
    let map = placed_map("c_a = A\n c_b = B\n c_c = C");
    let sizes = [(id("c_a"), vec2(100.0, 40.0)), (id("c_b"), vec2(60.0, 40.0))];
    let aligned = ops::align(&map, ViewId::main(), &sizes, ops::Alignment::Left).unwrap();
    let mut after = map.clone();
    apply(&mut after, &aligned).unwrap();
    let left = |name: &str, width: i32| after.placement(ViewId::main(), id(name)).unwrap().x - width / 2;
    assert_eq!(left("c_a", 100), left("c_b", 60));
    assert_eq!(after.placement(ViewId::main(), id("c_c")), map.placement(ViewId::main(), id("c_c")));
    assert!(ops::align(&map, ViewId::main(), &sizes, ops::Alignment::Down).is_err(), "two have no gaps to make equal");
}
