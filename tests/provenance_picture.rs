//! A claim's provenance as a picture: the same scene for the canvas and for every export.

#[path = "common/chains.rs"]
mod chains;
#[path = "common/troy.rs"]
mod troy;

use std::sync::Arc;

use chains::{Chains, chains};
use elenchus::analysis::Shown;
use elenchus::base::{TaskCtx, ViewId};
use elenchus::formats::{ExportOptions, Portion, Scope, exporter};
use elenchus::provenance::copies::Copies;
use elenchus::provenance::marks::{MarkKind, cautions};
use elenchus::provenance::origins::origins;
use elenchus::provenance::trace::trace;
use elenchus::provenance::verify::verify;
use elenchus::render::{Scene, Shape, TextShaper, Theme, provenance_scene, scene};
use troy::TROY;

/// With one who does not say where he has it from, and one who denies it.
fn chain() -> Chains {
    chains(&format!("{TROY}\n4 anon asserts C\n5 Drum@Comment denies C"))
}

fn drawn(c: &Chains) -> Scene {
    let trace = trace(&c.map, c.nodes["C"]);
    let found = origins(&c.map, &trace, &Copies::of(&verify(&c.map)));
    provenance_scene(&c.map, &trace, &found, Theme::light(), &mut TextShaper::new())
}

/// All words of a picture.
fn texts(scene: &Scene) -> String {
    let cards = scene.cards().iter().flat_map(|placed| &placed.card.shapes);
    let shapes = cards.chain(scene.headings().iter().flat_map(|heading| &heading.shapes));
    let lines = shapes.filter_map(|shape| if let Shape::Text { block, .. } = shape { Some(block) } else { None });
    let words = lines.flat_map(|block| block.lines.iter().map(|line| line.text.as_str()));
    words.collect::<Vec<_>>().join("\n")
}

#[test]
fn time_runs_from_left_to_right_and_what_is_undated_stands_apart() {
    let c = chain();
    let scene = drawn(&c);
    let at = |name: &str| scene.rect_of(c.nodes[name]).unwrap();
    assert!(at("1").right() < at("2").left() && at("2").right() < at("3").left());
    for dated in ["1", "2", "3", "5"] {
        assert!(at(dated).bottom() < at("4").top(), "{dated}");
    }
    assert!((at("3").center().x - at("5").center().x).abs() < 1.0, "what stands in one source stands together");
    assert!(at("C").bottom() < at("1").top(), "the claim stands above all of it");
    for (i, card) in scene.cards().iter().enumerate() {
        assert!(scene.cards().iter().skip(i + 1).all(|other| !other.rect().intersects(card.rect())), "{}", card.card.name);
        assert!(scene.bounds().contains_rect(card.rect()));
    }
}

#[test]
fn sources_dates_words_and_origins_are_told() {
    let c = chain();
    let scene = drawn(&c);
    let texts = texts(&scene);
    for told in [
        "Time",
        "2016-11-14",
        "Undated",
        "origin 1",
        "Troy",
        "“Nader cost Gore the",
        "reports what Parry says",
        "denies",
        "2 independent origins",
    ] {
        assert!(texts.contains(told), "{told} in {texts}");
    }
    let lines: Vec<&str> = scene.headings().iter().map(|heading| heading.name.as_str()).collect();
    assert!(lines.contains(&"Troy → Parry: reports: “Nader cost Gore the election”"), "{lines:?}");
}

#[test]
fn a_circle_of_reports_is_closed() {
    let c = chains(
        "source Wiki by=Ann date=2005
         source Paper by=Bob date=2006
         source Later by=Ann date=2007
         C = It is so
         1 Ann@Wiki asserts C
         2 Bob@Paper reports 1
         3 Ann@Later reports 2
         4 Bob 2009 denies C",
    );
    let texts = texts(&drawn(&c));
    assert!(texts.contains("Ann again"), "{texts}");
    assert!(!texts.contains("Bob again"), "who denies it later is in no circle: {texts}");
}

#[test]
fn what_closes_a_circle_takes_no_room_from_words() {
    let c = chains(
        "source Wiki by=Ann date=2005
         source Paper by=Bob date=2006
         source Later by=Ann date=2007
         C = It is so
         1 Ann@Wiki asserts C \"these are the long words that were said\"
         2 Bob@Paper reports 1 \"these are the long words that were said\"
         3 Ann@Later reports 2 \"these are the long words that were said\"",
    );
    let scene = drawn(&c);
    let labels: Vec<_> =
        scene.headings().iter().filter(|heading| heading.name.contains("long words") && !heading.name.contains('→')).collect();
    assert_eq!(labels.len(), 2, "two lines have words");
    for label in labels {
        let near = scene.cards().iter().find(|card| card.rect().intersects(label.bounds.expand(10.0)));
        assert!(near.is_none(), "{:?} at {:?}", label.bounds, near.map(|card| card.rect()));
    }
}

#[test]
fn words_cross_neither_cards_nor_each_other() {
    let mut text = String::from("C = It is so and so, as everybody knows by now\n");
    for i in 0..40 {
        let of = if i == 0 || i % 7 == 0 { "asserts C".to_owned() } else { format!("reports {}", (i * 5) % i) };
        let date = if i % 6 == 5 { String::new() } else { format!("20{:02} ", 10 + i / 3) };
        text += &format!("{i} Speaker{i}@Source{} {date}{of} \"words number {i} that were said about this and that\"\n", i / 2);
    }
    let c = chains(&text);
    let scene = drawn(&c);
    let labels: Vec<_> =
        scene.headings().iter().filter(|heading| heading.name.contains("words number") && !heading.name.contains('→')).collect();
    assert!(labels.len() > 20, "{}", labels.len());
    for (i, label) in labels.iter().enumerate() {
        let on_card = scene.cards().iter().find(|card| card.rect().intersects(label.bounds));
        assert!(on_card.is_none(), "{} on {:?}", label.name, on_card.map(|card| &card.card.name));
        let over = labels.iter().skip(i + 1).find(|other| other.bounds.intersects(label.bounds));
        assert!(over.is_none(), "{} over {:?}", label.name, over.map(|other| &other.name));
    }
}

#[test]
fn pictures_are_exported_and_confidential_sources_are_not() {
    let c = chain();
    let export = |c: &Chains, name: &str| {
        let exporter = exporter(name).unwrap();
        let portion = Portion::of(&c.map, &Scope::Provenance(c.nodes["C"]), &Default::default(), exporter);
        exporter.export(&portion.request(ViewId::main(), ExportOptions::default()), &TaskCtx::new()).unwrap().bytes
    };
    let svg = String::from_utf8(export(&c, "svg")).unwrap();
    assert!(svg.contains("Troy") && svg.contains("Undated") && svg.contains("2016-11-14"));
    assert!(export(&c, "png").starts_with(b"\x89PNG") && export(&c, "pdf").starts_with(b"%PDF"));
    let json = String::from_utf8(export(&c, "json")).unwrap();
    assert!(json.contains("Bodden") && json.contains("2017-01-04"), "other formats hold what is said of it: {json}");
    let secret = chains(&TROY.replace("Time", "Hush").replace("source Hush", "source Hush confidential"));
    let svg = String::from_utf8(export(&secret, "svg")).unwrap();
    assert!(!svg.contains("Hush") && svg.contains("Troy"), "{svg}");
}

#[test]
fn signs_are_set_in_place_as_if_drawn_with_the_card() {
    let c = chains(TROY);
    let mut shaper = TextShaper::new();
    let drawn = |shaper: &mut TextShaper| scene(&c.map, ViewId::main(), &Shown::default(), Theme::light(), shaper);
    let mut later = drawn(&mut shaper);
    let cards = |scene: &Scene| scene.cards().iter().map(|placed| (placed.claim, placed.rect(), placed.card.clone())).collect::<Vec<_>>();
    let bare = cards(&later);
    assert!(bare.iter().all(|(.., card)| card.signs.is_empty()));
    let claims: Vec<_> = c.map.claims().map(|(claim, _)| claim).collect();
    let found = Arc::new(cautions(&c.map, &Copies::default()));
    shaper.caution(found.clone());
    later.sign(&claims, &Shown::default(), &mut shaper);
    let mut other = TextShaper::new();
    other.caution(found);
    assert_eq!(cards(&later), cards(&drawn(&mut other)));
    assert!(cards(&later).iter().any(|(.., card)| card.signs.len() > 1), "the claim has one origin, without an address");
    let quiet = |mark: MarkKind| matches!(mark, MarkKind::OneOrigin | MarkKind::OneSource);
    assert!(cards(&later).iter().all(|(.., card)| card.signs.is_sorted_by_key(|(_, mark)| quiet(*mark))), "what is common stands last");
    // What was drawn is kept with its signs, and gives them back.
    assert_eq!(cards(&drawn(&mut shaper)), cards(&later));
    shaper.caution(Arc::default());
    later.sign(&claims, &Shown::default(), &mut shaper);
    assert_eq!(cards(&later), bare);
}
