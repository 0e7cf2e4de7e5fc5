//! Where lines run: one small map for each rule, and any placement of boxes.

use std::fmt::Write;
use std::path::PathBuf;

use elenchus::analysis::Shown;
use elenchus::analysis::shown::{Filter, Hiding, shown};
use elenchus::base::{NodeId, Rng, ViewId};
use elenchus::model::{ArgumentMap, Attribution, Claim, MapBuilder, Placement, Relation, RelationKind, Speaker, SpeakerKind, Stance};
use elenchus::render::{Arrow, Curve, Path, Scene, Shape, TextShaper, Theme, scene};
use emath::{Pos2, Rect, Vec2};

struct Draft(MapBuilder);

impl Draft {
    fn new() -> Self {
        Self(MapBuilder::new(1))
    }

    fn claim(&mut self, text: &str, x: i32, y: i32) -> NodeId {
        let id = self.0.claim(text);
        self.0.place(ViewId::main(), id, Placement { x, y, pinned: false });
        id
    }

    fn named(&mut self, name: &str, premises: &[NodeId], target: NodeId) -> NodeId {
        self.0.relation(Relation { scheme: name.to_owned(), ..Relation::new(RelationKind::Support) }, premises, target)
    }

    fn draw(self) -> Scene {
        draw(&self.0.finish(), &Shown::default())
    }
}

fn draw(map: &ArgumentMap, shown: &Shown) -> Scene {
    scene(map, ViewId::main(), shown, Theme::light(), &mut TextShaper::new())
}

/// Compares cards, lines and handles with what they were, as text.
fn assert_golden(name: &str, scene: &Scene) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/routes/{name}.txt"));
    let text = told(scene);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(text == expected, "{name} is drawn otherwise; look at it, then run this with UPDATE_GOLDEN=1. It is now\n{text}");
}

/// A scene in whole numbers.
fn told(scene: &Scene) -> String {
    let mut text = String::new();
    let pos = |at: Pos2| format!("{},{}", at.x.round() as i64, at.y.round() as i64);
    let path = |path: &Path| {
        let curves = path.curves().iter().map(|Curve([_, b, c, d])| format!("{} {} {}", pos(*b), pos(*c), pos(*d)));
        format!("{} → {}", pos(path.start()), curves.collect::<Vec<_>>().join(" → "))
    };
    for placed in scene.cards() {
        let rect = placed.rect();
        writeln!(text, "card {} {} {}", placed.card.name, pos(rect.min), pos(rect.max)).unwrap();
    }
    for arrow in scene.arrows() {
        writeln!(
            text,
            "{} at {} with {}..{}",
            arrow.style.word(),
            pos(arrow.at),
            pos(arrow.handle_rect().min),
            pos(arrow.handle_rect().max)
        )
        .unwrap();
        arrow.legs.iter().for_each(|leg| writeln!(text, "  from {}", path(leg)).unwrap());
        arrow.trunk.iter().for_each(|trunk| writeln!(text, "  on {}", path(trunk)).unwrap());
    }
    for line in scene.hidden_lines() {
        writeln!(text, "{} at {}", line.label.name, pos(line.at)).unwrap();
        for shape in line.line_shapes() {
            if let Shape::Path { path: line, .. } = shape {
                writeln!(text, "  {}", path(&line)).unwrap();
            }
        }
    }
    text
}

fn paths(arrow: &Arrow) -> impl Iterator<Item = &Path> {
    arrow.legs.iter().chain(&arrow.trunk)
}

fn points(path: &Path) -> Vec<Pos2> {
    path.flatten(0.2).windows(2).flat_map(|pair| (0..20).map(move |i| pair[0].lerp(pair[1], i as f32 / 20.0))).collect()
}

/// The cards that an arrow runs through though it neither starts nor ends on them.
fn cut(scene: &Scene, arrow: &Arrow) -> Vec<String> {
    let mut cut = Vec::new();
    for path in paths(arrow) {
        let points = points(path);
        for placed in scene.cards() {
            let own = placed.rect().expand(3.0);
            if !own.contains(path.start()) && !own.contains(path.end()) && points.iter().any(|at| placed.rect().contains(*at)) {
                cut.push(placed.card.name.clone());
            }
        }
    }
    cut
}

fn assert_clear(scene: &Scene) {
    for arrow in scene.arrows() {
        assert!(cut(scene, arrow).is_empty(), "{} runs through {:?}", arrow.relation, cut(scene, arrow));
        let disc = Rect::from_center_size(arrow.at, Vec2::splat(18.0));
        assert!(scene.cards().iter().all(|placed| !placed.rect().intersects(disc)), "the handle of {} is covered", arrow.relation);
    }
}

fn is_smooth(path: &Path) -> bool {
    let ends = path.curves().windows(2);
    ends.into_iter().all(|pair| {
        let ([.., c, d], [_, e, ..]) = (pair[0].0, pair[1].0);
        (d - c).normalized().dot((e - d).normalized()) > 0.99
    })
}

/// Whether two lines come closer than `least` other than near the ends of one of them.
fn come_close(one: &Path, other: &Path, least: f32) -> bool {
    let other = points(other);
    points(one).iter().any(|at| other.iter().any(|to| at.distance(*to) < least))
}

#[test]
fn lines_from_a_column_leave_by_its_side_and_do_not_cross() {
    let mut d = Draft::new();
    let claim = d.claim("The claim on which a column hangs", 0, 0);
    let column: Vec<NodeId> = (1..5).map(|i| d.claim(&format!("Reason number {i} of the column"), 100, 130 * i)).collect();
    for reason in &column {
        d.named("", &[*reason], claim);
    }
    let scene = d.draw();
    let of = |reason: &NodeId| {
        let arrow = scene
            .arrows()
            .iter()
            .find(|arrow| arrow.legs.iter().any(|leg| scene.card(*reason).unwrap().rect().expand(3.0).contains(leg.start())));
        arrow.unwrap()
    };
    for (i, reason) in column.iter().enumerate().skip(1) {
        let start = of(reason).legs[0].start();
        assert!(start.x < scene.card(*reason).unwrap().rect().left(), "reason {i} leaves at {start:?}");
    }
    // Between the claim and the second of them, those from below run farther out.
    let at = scene.card(column[0]).unwrap().rect().center().y;
    let x = |reason: &NodeId| paths(of(reason)).flat_map(points).min_by(|a, b| (a.y - at).abs().total_cmp(&(b.y - at).abs())).unwrap().x;
    let across: Vec<f32> = column[1..].iter().map(x).collect();
    assert!(across.windows(2).all(|pair| pair[0] > pair[1] + 2.0), "{across:?}");
    assert_clear(&scene);
}

#[test]
fn boxes_on_top_of_each_other_are_joined_by_a_straight_line() {
    let mut d = Draft::new();
    let (a, b) = (d.claim("Above", 0, 0), d.claim("Below", 60, 200));
    d.0.support(&[b], a);
    let scene = d.draw();
    let xs: Vec<f32> = paths(&scene.arrows()[0]).flat_map(points).map(|at| at.x).collect();
    assert!(xs.iter().all(|x| (x - xs[0]).abs() < 0.1), "{xs:?}");
    assert_golden("straight", &scene);
}

#[test]
fn a_line_runs_around_a_box() {
    let mut d = Draft::new();
    let (a, b) = (d.claim("The claim at the top", 0, 0), d.claim("The reason at the bottom", 20, 400));
    d.claim("What stands between the two of them", 0, 200);
    d.0.support(&[b], a);
    let scene = d.draw();
    assert_clear(&scene);
    assert!(paths(&scene.arrows()[0]).all(is_smooth));
    let length: f32 = paths(&scene.arrows()[0]).map(Path::length).sum();
    assert!(length < 520.0, "it runs a long way round: {length}");
    assert_golden("around_a_box", &scene);
}

#[test]
fn a_line_finds_its_way_through_rows_of_boxes() {
    let mut d = Draft::new();
    let (a, b) = (d.claim("Top", 0, 0), d.claim("Bottom", 0, 900));
    for row in 1..6 {
        for column in -3..=3 {
            d.claim("In the way", column * 160 + if row % 2 == 0 { 80 } else { 0 }, row * 150);
        }
    }
    d.0.support(&[b], a);
    let scene = d.draw();
    assert_clear(&scene);
    assert_golden("through_rows", &scene);
}

#[test]
fn parallel_and_opposite_links_run_side_by_side() {
    for (name, opposite, many) in [("parallel", false, 2), ("opposite", true, 2), ("three_parallel", false, 3)] {
        let mut d = Draft::new();
        let (a, b) = (d.claim("One thing", 0, 0), d.claim("Another thing", 40, 260));
        for i in 0..many {
            let (from, to) = if opposite && i == 1 { (a, b) } else { (b, a) };
            if i == 1 {
                d.0.rebut(&[from], to)
            } else {
                d.0.support(&[from], to)
            };
        }
        let scene = d.draw();
        let all: Vec<(usize, &Path)> =
            scene.arrows().iter().enumerate().flat_map(|(i, arrow)| paths(arrow).map(move |path| (i, path))).collect();
        for (i, one) in &all {
            assert!(all.iter().all(|(j, other)| i == j || !come_close(one, other, 20.0)), "{name}");
        }
        assert_golden(name, &scene);
    }
}

#[test]
fn a_claim_about_itself_has_a_loop() {
    let mut d = Draft::new();
    let a = d.claim("This claim is false", 0, 0);
    d.claim("Neighbour on the right", 190, 0);
    d.0.rebut(&[a], a);
    let scene = d.draw();
    assert_clear(&scene);
    let arrow = &scene.arrows()[0];
    let seen = arrow.legs[0].start().distance(arrow.trunk.as_ref().unwrap().end());
    assert!(paths(arrow).map(Path::length).sum::<f32>() > 60.0 && seen > 20.0);
    assert_golden("loop", &scene);
}

#[test]
fn linked_premises_join_before_the_target() {
    let mut d = Draft::new();
    let target = d.claim("What follows from the three", 0, 0);
    let premises = [d.claim("The first of them", -220, 240), d.claim("The second", 0, 240), d.claim("The third", 220, 240)];
    d.0.support(&premises, target);
    let scene = d.draw();
    assert_clear(&scene);
    let arrow = &scene.arrows()[0];
    let top = scene.cards().iter().filter(|placed| placed.claim != target).map(|placed| placed.rect().top()).fold(f32::INFINITY, f32::min);
    assert!(arrow.at.y < top && arrow.at.y > scene.card(target).unwrap().rect().bottom());
    assert_eq!(arrow.legs.len(), 3);
    assert!(arrow.legs.iter().all(|leg| leg.end() == arrow.at) && arrow.trunk.as_ref().unwrap().start() == arrow.at);
    assert_golden("joined", &scene);
}

#[test]
fn an_undercut_ends_on_the_handle_of_what_it_attacks() {
    let mut d = Draft::new();
    let (a, b, c) = (d.claim("Claim", 0, 0), d.claim("Reason", 0, 260), d.claim("It does not follow", 320, 100));
    let support = d.0.support(&[b], a);
    let undercut = d.0.rebut(&[c], support);
    let scene = d.draw();
    let end = scene.arrow(undercut).unwrap().trunk.as_ref().unwrap().end();
    let distance = end.distance(scene.arrow(support).unwrap().at);
    assert!((9.0..13.0).contains(&distance), "{distance}");
    assert_clear(&scene);
    assert_golden("undercut", &scene);
}

#[test]
fn a_handle_leaves_room_for_the_line_of_an_undercut() {
    let mut looked_at = 0;
    for x in (60..160).step_by(4) {
        let mut d = Draft::new();
        let (a, b, c) = (d.claim("Claim", 0, 0), d.claim("Reason", 0, 400), d.claim("It does not follow", x, 200));
        let support = d.0.support(&[b], a);
        let undercut = d.0.rebut(&[c], support);
        let scene = d.draw();
        if scene.card(c).unwrap().rect().left() < 8.0 {
            continue;
        }
        looked_at += 1;
        let seen: f32 = paths(scene.arrow(undercut).unwrap()).map(Path::length).sum();
        assert!(seen >= 23.9, "with the card at {x}, {seen} of the undercut can be seen");
    }
    assert!(looked_at > 5);
}

#[test]
fn reasons_end_apart_on_the_border_and_do_not_cross() {
    let mut d = Draft::new();
    let target = d.claim("The thesis that all of them are about", 0, 0);
    for i in [3, 0, 4, 1, 2] {
        let reason = d.claim(&format!("Reason {i}"), i * 180 - 360, 300);
        d.0.support(&[reason], target);
    }
    let scene = d.draw();
    assert_clear(&scene);
    let mut ends: Vec<(f32, f32)> =
        scene.arrows().iter().map(|arrow| (arrow.legs[0].start().x, arrow.trunk.as_ref().unwrap().end().x)).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(ends.windows(2).all(|pair| pair[1].1 - pair[0].1 >= 17.0), "{ends:?}");
    assert_golden("reasons", &scene);
}

#[test]
fn a_name_stands_beside_its_handle_where_no_card_is() {
    let mut d = Draft::new();
    let (a, b) = (d.claim("Claim", 0, 0), d.claim("Reason", 0, 300));
    d.claim("A card close to the right of the line", 150, 150);
    d.named("Practical reasoning", &[b], a);
    let scene = d.draw();
    let name = scene.arrows()[0].handle_rect();
    assert!(scene.cards().iter().all(|placed| !placed.rect().intersects(name)), "{name}");
    assert_golden("name_beside_a_card", &scene);
}

#[test]
fn the_label_of_a_hidden_step_stands_between_close_cards() {
    let mut d = Draft::new();
    let tagged = |d: &mut Draft, text: &str, x: i32, y: i32| {
        let id = d.0.node(Claim { text: text.to_owned(), tags: vec!["kept".to_owned()], ..Claim::default() });
        d.0.place(ViewId::main(), id, Placement { x, y, pinned: false });
        id
    };
    let (a, c) = (tagged(&mut d, "Claim", 0, 0), tagged(&mut d, "Far reason", 0, 420));
    let between = d.claim("Reason that is hidden", 0, 200);
    tagged(&mut d, "Beside, close", 130, 200);
    tagged(&mut d, "In the way", -20, 290);
    d.0.support(&[between], a);
    d.0.support(&[c], between);
    let map = d.0.finish();
    let filter = Filter { tags: ["kept".to_owned()].into(), ..Filter::default() };
    let none = Default::default();
    let shown = shown(&map, Hiding { folds: &none, focus: None, filter: &filter, also: &none });
    let scene = draw(&map, &shown);
    assert_eq!(scene.hidden_lines().len(), 1);
    let label = scene.hidden_lines()[0].label_rect();
    assert!(scene.cards().iter().all(|placed| !placed.rect().intersects(label)), "{label}");
    assert_golden("hidden_step", &scene);
}

#[test]
fn nothing_ends_where_signs_stand() {
    let mut draft = Draft::new();
    let thesis = draft.claim("The thesis that all of them are about", 0, 0);
    let speaker = draft.0.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    draft.0.attribute(Attribution::new(Some(speaker), Stance::Asserts), thesis);
    for i in 0..4 {
        let reason = draft.claim(&format!("Reason {i}"), -200 + 20 * i, 300 + 100 * i);
        draft.0.support(&[reason], thesis);
    }
    let scene = draft.draw();
    let card = scene.card(thesis).unwrap().rect();
    for end in scene.arrows().iter().filter_map(|arrow| arrow.trunk.as_ref()).map(Path::end).filter(|end| end.y > card.bottom()) {
        assert!(end.x > card.left() + 45.0, "{end} {card}");
    }
}

#[test]
fn what_disputes_an_attribution_ends_on_its_chip() {
    let mut d = Draft::new();
    let (a, b) = (d.claim("Claim", 0, 0), d.claim("She never said so", 240, 160));
    let speaker = d.0.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    let said = d.0.attribute(Attribution::new(Some(speaker), Stance::Asserts), a);
    d.0.rebut(&[b], said);
    let scene = d.draw();
    assert!(scene.arrows()[0].trunk.is_some());
    assert_golden("chip", &scene);
}

/// Boxes anywhere, with some space around each.
fn scattered(seed: u64, claims: usize, spread: usize) -> ArgumentMap {
    let mut d = Draft::new();
    let mut rng = Rng::new(seed);
    let mut taken: Vec<Rect> = Vec::new();
    let mut nodes = Vec::new();
    for i in 0..claims {
        let text = "word ".repeat(1 + rng.below(14));
        let room = Vec2::new(330.0, 190.0);
        let place = (0..400).map(|_| Pos2::new(rng.below(spread) as f32, rng.below(spread) as f32));
        let Some(at) = place.into_iter().find(|at| !taken.iter().any(|other| other.intersects(Rect::from_center_size(*at, room)))) else {
            continue;
        };
        taken.push(Rect::from_center_size(at, room));
        nodes.push(d.claim(&format!("{i} {text}"), at.x as i32, at.y as i32));
    }
    let any = |rng: &mut Rng, nodes: &[NodeId]| nodes[rng.below(nodes.len())];
    for i in 0..claims {
        let (from, with, to) = (any(&mut rng, &nodes), any(&mut rng, &nodes), any(&mut rng, &nodes));
        let premises = if i % 6 == 0 && with != from { vec![from, with] } else { vec![from] };
        let relation = d.named(if i % 4 == 0 { "Some scheme" } else { "" }, &premises, to);
        if i % 5 == 0 {
            d.0.rebut(&[with], relation);
        }
    }
    d.0.finish()
}

#[test]
fn wherever_boxes_stand_lines_keep_off_those_of_others() {
    for seed in 0..12 {
        let scene = draw(&scattered(seed, 40, 2_600), &Shown::default());
        for arrow in scene.arrows() {
            for path in paths(arrow) {
                assert!(path.flatten(0.5).iter().all(|at| at.is_finite()) && is_smooth(path), "seed {seed}: {}", arrow.relation);
            }
            assert!(
                cut(&scene, arrow).is_empty(),
                "seed {seed}: {} runs through {:?}\n{}",
                arrow.relation,
                cut(&scene, arrow),
                told(&scene)
            );
            let ends = arrow.legs.iter().map(Path::start).chain(arrow.trunk.iter().map(Path::end));
            for end in ends {
                let on_card = scene.cards().iter().any(|placed| placed.rect().expand(2.5).contains(end) && !placed.rect().contains(end));
                let on_handle = scene.arrows().iter().any(|other| (9.0..13.0).contains(&other.at.distance(end)));
                assert!(on_card || on_handle, "seed {seed}: {} ends at {end}", arrow.relation);
            }
        }
    }
}

#[test]
fn the_same_map_gives_the_same_lines() {
    let map = scattered(3, 60, 2_000);
    assert_eq!(draw(&map, &Shown::default()).arrows(), draw(&map, &Shown::default()).arrows());
}
