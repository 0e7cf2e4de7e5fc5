//! Pictures: what is in them, that they stay the same, that nothing breaks them.

#[path = "render/laid_out.rs"]
mod laid_out;
#[path = "render/names.rs"]
mod names;
#[path = "render/routes.rs"]
mod routes;

use std::path::Path;

use elenchus::analysis::Shown;
use elenchus::base::{NodeId, NodeKind, Rng, TaskCtx, ViewId};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, Edge, MapBuilder, Meta, Placement, Relation, RelationKind, Role, Speaker, SpeakerKind,
    Stance,
};
use elenchus::render::{RenderError, Scene, Shape, TextShaper, Theme, ThemeName, scene, size_of, to_png, to_svg};
use emath::{Pos2, Rect, pos2};
use quick_xml::events::Event;
use resvg::tiny_skia::Pixmap;

fn at(builder: &mut MapBuilder, claim: NodeId, x: i32, y: i32) -> NodeId {
    builder.place(ViewId::main(), claim, Placement { x, y, pinned: false });
    claim
}

fn picture(map: &ArgumentMap) -> Scene {
    scene(map, ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new())
}

/// Every kind of relation, attributions of all three contents, an undercut, linked premises.
fn small_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    b.meta(Meta { title: "Who cost whom?".to_owned(), ..Meta::default() });
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let parry = b.speaker(Speaker::new(SpeakerKind::Person, "Nat Parry"));
    let blame = b.node(Claim {
        text: "Nader cost Gore the 2000 election".to_owned(),
        kind: Some(ClaimKind::Cause),
        cause: "Nader's candidacy".to_owned(),
        effect: "Gore's defeat".to_owned(),
        tags: vec!["spoiler".to_owned()],
        ..Claim::default()
    });
    at(&mut b, blame, 0, 0);
    let said = b.attribute(Attribution::new(Some(troy), Stance::Asserts), blame);
    b.attribute(Attribution::new(Some(parry), Stance::Reports), said);
    let denied = b.attribute(Attribution::new(Some(parry), Stance::Denies), blame);
    let claim = |b: &mut MapBuilder, text: &str, x: i32, y: i32| {
        let id = b.claim(text);
        at(b, id, x, y)
    };
    let lead = claim(&mut b, "Bush led by 537 votes in Florida", -300, 240);
    let votes = claim(&mut b, "97,488 people in Florida voted for Nader", 0, 240);
    let support = b.node(Relation { scheme: "Argument from counterfactual".to_owned(), ..Relation::new(RelationKind::Support) });
    for (from, role, to) in [(lead, Role::Premise, support), (votes, Role::Premise, support), (support, Role::Target, blame)] {
        b.edge(Edge::new(from, role, to));
    }
    let tennessee = claim(&mut b, "Gore did not carry his own state of Tennessee", 320, 200);
    let rebuttal = b.rebut(&[tennessee], blame);
    b.attribute(Attribution::new(Some(troy), Stance::Endorses), rebuttal);
    let both = claim(&mut b, "Two losses can both be decisive", 560, 40);
    b.rebut(&[both], rebuttal);
    let unsaid = claim(&mut b, "Parry's text says no such thing", -360, 40);
    b.rebut(&[unsaid], denied);
    let without = claim(&mut b, "Without Nader, Gore would have won", 0, -240);
    b.relation(Relation::new(RelationKind::Restatement), &[without], blame);
    let rank = claim(&mut b, "States should rank choices", -360, -200);
    b.relation(Relation::new(RelationKind::Preference), &[rank], without);
    let keep = claim(&mut b, "States should keep plurality votes", -360, -360);
    b.relation(Relation::new(RelationKind::Contradiction), &[keep], rank);
    b.finish()
}

/// The places of everything that a scene paints.
fn points(scene: &Scene) -> Vec<Pos2> {
    let of = |shape: Shape| {
        let rect = shape.bounds();
        [rect.min, rect.max]
    };
    let mut all: Vec<Pos2> = Vec::new();
    for placed in scene.cards() {
        all.extend(placed.card.shapes.iter().flat_map(|shape| of(shape.translated(placed.at.to_vec2()))));
    }
    for arrow in scene.arrows() {
        all.extend(arrow.line_shapes().into_iter().chain(arrow.over_shapes()).flat_map(of));
        all.extend(arrow.handle.shapes.iter().flat_map(|shape| of(shape.translated(arrow.at.to_vec2()))));
    }
    all
}

fn assert_sound(scene: &Scene) {
    assert!(points(scene).iter().all(|p| p.is_finite()), "a place is not a number");
    assert!(scene.bounds().is_finite());
}

#[test]
fn a_small_map_looks_as_it_did() {
    let map = small_map();
    let svg = to_svg(&picture(&map), &map);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/small.svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &svg).unwrap();
    }
    let expected = std::fs::read_to_string(&golden).unwrap().replace("\r\n", "\n");
    let first = svg.lines().zip(expected.lines()).enumerate().find(|(_, (is, was))| is != was);
    assert!(svg == expected, "line {first:?} differs; look at the picture, then run this with UPDATE_GOLDEN=1");
}

#[test]
fn an_svg_is_well_formed_whatever_the_map_says() {
    let hostile = [
        "</title><script>alert(1)</script>",
        "\" onload=\"x",
        "a & b < c > d ' e ]]> <!-- -->",
        "\u{0}\u{1}\u{8}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}",
        "\u{202e}reversed\u{2066}",
        "e\u{301}\u{301}\u{301} 👨‍👩‍👧 🇩🇪 日本語 مرحبا עברית हिन्दी",
        "&lt;&#0;",
    ];
    for text in hostile {
        let mut b = MapBuilder::new(1);
        b.meta(Meta { title: text.to_owned(), ..Meta::default() });
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, text));
        let tags = vec![text.to_owned()];
        let claim = b.node(Claim { text: text.to_owned(), title: text.to_owned(), cause: text.to_owned(), tags, ..Claim::default() });
        b.attribute(Attribution::new(Some(speaker), Stance::Asserts), claim);
        let relation = Relation { title: text.to_owned(), ..Relation::new(RelationKind::Support) };
        b.relation(relation, &[claim], claim);
        let map = b.finish();
        let svg = to_svg(&picture(&map), &map);
        let mut reader = quick_xml::Reader::from_str(&svg);
        let mut names = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    names.push(String::from_utf8_lossy(tag.name().as_ref().as_ref()).into_owned());
                    assert!(tag.attributes().all(|a| a.is_ok_and(|a| !format!("{a:?}").contains("onload="))), "{text:?}");
                }
                _ => {}
            }
        }
        assert!(!names.iter().any(|name| name == "script" || name == "a"), "{text:?}");
        assert!(svg.chars().all(|c| c == '\n' || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))), "{text:?}");
    }
}

#[test]
fn every_node_is_there_in_words() {
    let map = small_map();
    let svg = to_svg(&picture(&map), &map);
    for (id, _) in map.nodes().filter(|(id, _)| id.kind() != NodeKind::Attribution) {
        assert!(svg.contains(&format!("id=\"{id}\"")), "{id}");
    }
    assert!(svg.contains("<title>Who cost whom?</title>"));
    assert!(svg.contains("Undercut from"));
    assert!(svg.contains("Nat Parry › Gil Troy") && svg.contains(">asserts<") && svg.contains(">denies<"));
}

#[test]
fn claims_without_a_place_are_shown_apart_from_each_other() {
    let mut b = MapBuilder::new(1);
    let placed = b.claim("Placed");
    at(&mut b, placed, 500, 500);
    for i in 0..40 {
        b.claim("word ".repeat(1 + i));
    }
    let scene = picture(&b.finish());
    let rects: Vec<Rect> = scene.cards().iter().map(|card| card.rect()).collect();
    for (i, a) in rects.iter().enumerate() {
        for b in rects.iter().skip(i + 1) {
            assert!(!a.intersects(*b), "{a} {b}");
        }
    }
}

#[test]
fn degenerate_positions_give_finite_pictures() {
    let kinds = RelationKind::ALL;
    for (one, two) in
        [((0, 0), (0, 0)), ((0, 0), (1, 0)), ((0, 0), (0, 60)), ((i32::MIN, i32::MIN), (i32::MAX, i32::MAX)), ((7, -3), (30, -3))]
    {
        let mut b = MapBuilder::new(1);
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
        let a = b.claim("One");
        at(&mut b, a, one.0, one.1);
        let c = b.claim("Two");
        at(&mut b, c, two.0, two.1);
        let said = b.attribute(Attribution::new(Some(speaker), Stance::Asserts), c);
        for kind in kinds {
            for (premises, target) in
                [(vec![a], c), (vec![c], a), (vec![a], a), (vec![a, c], a), (vec![a, c], c), (vec![a], said), (vec![c], said)]
            {
                let relation = b.relation(Relation::new(*kind), &premises, target);
                b.relation(Relation::new(*kind), &[a], relation);
            }
            b.node(Relation::new(*kind));
            let half = b.node(Relation::new(*kind));
            b.edge(Edge::new(a, Role::Premise, half));
            let from_attribution = b.node(Relation::new(*kind));
            b.edge(Edge::new(said, Role::Premise, from_attribution));
            b.edge(Edge::new(from_attribution, Role::Target, a));
        }
        assert_sound(&picture(&b.finish()));
    }
}

#[test]
fn circles_of_undercuts_are_drawn() {
    let mut b = MapBuilder::new(1);
    let a = b.claim("One");
    at(&mut b, a, 0, 0);
    let ring: Vec<NodeId> = (0..5).map(|_| b.node(Relation::new(RelationKind::Rebuttal))).collect();
    for (i, relation) in ring.iter().enumerate() {
        b.edge(Edge::new(a, Role::Premise, *relation));
        b.edge(Edge::new(*relation, Role::Target, ring[(i + 1) % ring.len()]));
    }
    let on_itself = b.node(Relation::new(RelationKind::Rebuttal));
    b.edge(Edge::new(on_itself, Role::Target, on_itself));
    // What hangs on a circle without being part of it.
    b.rebut(&[a], ring[0]);
    let scene = picture(&b.finish());
    assert_sound(&scene);
    let mut places: Vec<(i64, i64)> = scene.arrows().iter().map(|arrow| (arrow.at.x as i64, arrow.at.y as i64)).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 7, "each handle stands in a place of its own: {places:?}");
}

#[test]
fn a_long_chain_of_undercuts_needs_no_stack() {
    let mut b = MapBuilder::new(1);
    let a = b.claim("One");
    let c = b.claim("Two");
    let mut target = c;
    for _ in 0..20_000 {
        target = b.rebut(&[a], target);
    }
    assert_sound(&picture(&b.finish()));
}

#[test]
fn circles_and_crowds_of_attributions_are_summed_up() {
    let mut b = MapBuilder::new(1);
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    let claim = b.claim("Claim");
    at(&mut b, claim, 0, 0);
    let said: Vec<NodeId> = (0..9).map(|_| b.attribute(Attribution::new(Some(speaker), Stance::Asserts), claim)).collect();
    // Two that report each other, one of which is about the claim as well.
    let other = b.attribute(Attribution::new(Some(speaker), Stance::Reports), said[0]);
    b.edge(Edge::new(said[0], Role::Content, other));
    let map = b.finish();
    let scene = picture(&map);
    let chips = &scene.card(claim).unwrap().card.chips;
    assert_eq!(chips.len(), 5);
    assert_eq!(chips[4].label, "+5 more");
    assert_eq!(chips[0].chain, [other, said[0]]);
    for id in said {
        assert!(scene.rect_of(id).is_some_and(|rect| scene.card(claim).unwrap().rect().contains_rect(rect)), "{id}");
    }
}

#[test]
fn cards_are_as_large_as_their_text() {
    let size = |text: String| {
        let mut b = MapBuilder::new(1);
        let claim = b.claim(text);
        let map = b.finish();
        size_of(&map, claim, &mut TextShaper::new())
    };
    let (short, middle, long, endless) =
        (size("Yes.".into()), size("word ".repeat(20)), size("word ".repeat(100)), size("word ".repeat(9_000)));
    assert!(short.x < middle.x && middle.x < long.x && long.x <= 360.0, "{short} {middle} {long}");
    assert!(short.y < middle.y && middle.y < long.y && long.y < endless.y && endless.y < 520.0, "{long} {endless}");
    assert_eq!(size(String::new()).y, short.y);
    let unbroken = size("x".repeat(500));
    assert!(unbroken.x <= 360.0, "{unbroken}");

    let map = small_map();
    let scene = picture(&map);
    let mut shaper = TextShaper::new();
    for placed in scene.cards() {
        assert_eq!(placed.rect().size(), size_of(&map, placed.claim, &mut shaper));
        let inside = placed.card.bounds.expand(3.0);
        assert!(placed.card.shapes.iter().all(|shape| inside.contains_rect(shape.bounds())), "{}", placed.claim);
        assert!(placed.card.chips.iter().all(|chip| placed.card.bounds.contains_rect(chip.rect)));
        assert!(placed.card.bounds.contains_rect(placed.card.text_rect));
    }
}

/// Claims in a grid with links of all sorts between them.
fn tangle(claims: usize) -> ArgumentMap {
    let mut b = MapBuilder::new(3);
    let mut rng = Rng::new(5);
    let mut nodes: Vec<NodeId> = Vec::new();
    for i in 0..claims {
        let claim = b.claim(format!("Claim number {i} says something"));
        nodes.push(at(&mut b, claim, (i % 12) as i32 * 250, (i / 12) as i32 * 130));
    }
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    for i in 0..claims {
        let premises = [nodes[rng.below(claims)], nodes[rng.below(claims)]];
        let target = nodes[rng.below(nodes.len())];
        let relation =
            Relation { scheme: if i % 3 == 0 { "Scheme".into() } else { String::new() }, ..Relation::new(RelationKind::ALL[i % 5]) };
        let relation = b.relation(relation, &premises[..1 + i % 2], target);
        nodes.push(relation);
        if i % 4 == 0 {
            let content = nodes[rng.below(nodes.len())];
            nodes.push(b.attribute(Attribution::new(Some(speaker), Stance::ALL[i % 5]), content));
        }
    }
    b.finish()
}

#[test]
fn moving_cards_gives_the_picture_of_the_moved_map() {
    for moved_at_once in [1, 5, 150] {
        let mut map = tangle(160);
        let mut shaper = TextShaper::new();
        let mut shown = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
        let mut rng = Rng::new(9);
        let claims: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
        for _ in 0..10 {
            let moves: Vec<(NodeId, Placement)> = (0..moved_at_once)
                .map(|_| {
                    let place = Placement { x: rng.below(3_000) as i32, y: rng.below(1_800) as i32, pinned: false };
                    (claims[rng.below(claims.len())], place)
                })
                .collect();
            shown.move_cards(moves.iter().map(|(id, place)| (*id, pos2(place.x as f32, place.y as f32))));
            map = moved(&map, &moves);
            let fresh = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
            assert_eq!(shown.cards(), fresh.cards());
            for (is, should) in shown.arrows().iter().zip(fresh.arrows()) {
                assert_eq!(is, should);
            }
        }
    }
    let mut shown = picture(&tangle(3));
    let claim = shown.cards()[0].claim;
    assert!(shown.move_cards([(claim, pos2(f32::NAN, 0.0))]).is_empty());
}

#[test]
fn cards_dragged_and_let_go_give_the_picture_of_the_moved_map() {
    let mut map = tangle(160);
    let mut shaper = TextShaper::new();
    let mut shown = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
    let mut rng = Rng::new(9);
    let claims: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
    for count in [1, 1, 5, 5] {
        let first = rng.below(claims.len() - count);
        let dragged = &claims[first..first + count];
        let mut moves = Vec::new();
        for _ in 0..4 {
            let (x, y) = (rng.below(3_000) as i32, rng.below(1_800) as i32);
            let at = |i: usize| Placement { x: x + 40 * i as i32, y, pinned: false };
            moves = dragged.iter().enumerate().map(|(i, id)| (*id, at(i))).collect();
            shown.drag_cards(moves.iter().map(|(id, place)| (*id, pos2(place.x as f32, place.y as f32))));
        }
        shown.let_go();
        // In steps, as a window does.
        while shown.is_behind() {
            let mut asked = 0;
            shown.catch_up(|| (asked += 1, asked > 2).1);
        }
        map = moved(&map, &moves);
        let fresh = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
        assert_eq!(shown.cards(), fresh.cards());
        for (is, should) in shown.arrows().iter().zip(fresh.arrows()) {
            assert_eq!(is, should);
        }
    }
    shown.let_go();
    assert!(!shown.is_behind(), "nothing is in hand");
}

fn moved(map: &ArgumentMap, moves: &[(NodeId, Placement)]) -> ArgumentMap {
    use elenchus::edit::{Edit, Transaction, apply};
    use elenchus::model::{Record, RecordId};
    let mut map = map.clone();
    for (id, place) in moves {
        let record = RecordId::Placement(ViewId::main(), *id);
        let edit = Edit { id: record, before: map.record(record), after: Some(Record::Placement(*place)) };
        apply(&mut map, &Transaction { label: String::new(), merge_key: None, edits: vec![edit] }).unwrap();
    }
    map
}

#[test]
fn a_png_shows_the_picture() {
    let map = small_map();
    for theme in ThemeName::ALL {
        let mut picture = picture(&map);
        picture.theme = Theme { name: *theme };
        let png = Pixmap::decode_png(&to_png(&picture, 2.0, &TaskCtx::new()).unwrap()).unwrap();
        let size = picture.bounds().size();
        assert!((png.width() as f32 - 2.0 * (size.x + 64.0)).abs() < 5.0 && (png.height() as f32 - 2.0 * (size.y + 64.0)).abs() < 5.0);
        let ground = png.pixel(0, 0).unwrap();
        let inked = png.pixels().iter().filter(|pixel| **pixel != ground).count();
        // In high contrast cards have the colour of the ground.
        let least = if theme.is_contrast() { 100 } else { 20 };
        assert!(inked * least > png.pixels().len(), "only {inked} pixels are painted");
        assert!(png.pixels().iter().all(|pixel| pixel.alpha() == 255));
    }
}

#[test]
fn a_png_has_limits() {
    let scene = picture(&small_map());
    let png = |scale: f32| to_png(&scene, scale, &TaskCtx::new());
    match png(100.0) {
        Err(RenderError::TooLarge { largest, .. }) => assert!(largest > 1.0 && largest < 100.0),
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert_eq!(png(scale), Err(RenderError::Scale), "{scale}");
    }
    assert!(png(0.001).is_ok());
    let empty = picture(&ArgumentMap::default());
    assert!(to_png(&empty, 1.0, &TaskCtx::new()).is_ok());
    let cancelled = TaskCtx::new();
    cancelled.cancel();
    assert!(matches!(to_png(&scene, 1.0, &cancelled), Err(RenderError::Cancelled(_))));
}

#[test]
fn text_beyond_the_bundled_fonts_does_not_break_a_png() {
    let mut b = MapBuilder::new(1);
    for text in [
        "ナーダーは2000年の選挙で",
        "كلّف نادر غور (حسب تروي)، 2000",
        "👍🏽 👨‍👩‍👧 🇩🇪 1️⃣ x",
        "हिन्दी too",
        "\u{10FFFF}\u{E000}",
        "한국어 עברית ไทย",
    ] {
        b.claim(text);
    }
    assert!(to_png(&picture(&b.finish()), 1.0, &TaskCtx::new()).is_ok());
}
