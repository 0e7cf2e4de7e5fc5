//! Finding: on the canvas, in the palette, by bookmarks.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::base::ViewId;
use elenchus::editor::{Command, Entry, Loaded};
use elenchus::io::{Config, Settings};
use elenchus::model::{ArgumentMap, Attribution, Claim, MapBuilder, Placement, Quote, Speaker, SpeakerKind, Stance};

use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

const CAFE: &str = "The café voted for Straßer";

/// Three claims below each other, with accents, a note, and who says one of them in which words.
fn accents() -> ArgumentMap {
    let mut b = MapBuilder::new(9);
    let cafe = b.claim(CAFE);
    let plain = b.claim("No CAFE did");
    let noted =
        b.node(Claim { note: "See the cafe\u{301} of 2000, and much more that follows after it".into(), ..Claim::new("Something else") });
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Zoë Cafetier"));
    let quotes = vec![Quote { exact: "nobody voted".into(), ..Quote::default() }];
    b.attribute(Attribution { quotes, ..Attribution::new(Some(speaker), Stance::Asserts) }, noted);
    for (i, id) in [cafe, plain, noted].into_iter().enumerate() {
        b.place(ViewId::main(), id, Placement { x: 0, y: 160 * i as i32, pinned: false });
    }
    b.finish()
}

impl Window {
    fn find(&mut self, words: &str) {
        self.press(Modifiers::COMMAND, Key::F);
        assert!(self.field("Find").is_focused());
        self.type_text(words);
    }

    fn says(&self, text: &str) -> bool {
        self.harness.query_by_label(text).is_some()
    }

    fn lead(&self) -> String {
        let editor = self.editor();
        editor.selection().lead().map(|id| editor.describe(id)).unwrap_or_default()
    }
}

#[test]
fn what_is_found_is_neither_under_the_bar_nor_made_larger_for_nothing() {
    let mut b = MapBuilder::new(3);
    let claims: Vec<_> = (0..24).map(|i| b.claim(format!("Claim number {i}"))).collect();
    for (i, id) in claims.into_iter().enumerate() {
        let (x, y) = (i as i32 % 6 * 220 - 600, i as i32 / 6 * 150 - 260);
        b.place(ViewId::main(), id, Placement { x, y, pinned: false });
    }
    let mut w = Window::on(b.finish());
    let zoom = |w: &Window| w.card("Claim number 0").rect().width();
    let before = zoom(&w);
    w.find("number");
    for i in 0..24 {
        let lead = w.editor().selection().lead().unwrap();
        let text = w.editor().map().claim(lead).unwrap().text.clone();
        let (bar, card) = (w.field("Find").rect().expand(8.0), w.card(&text).rect());
        assert!(!bar.intersects(card), "{i}: {text} at {card:?} under {bar:?}");
        w.press(Modifiers::NONE, Key::Enter);
        w.settle();
    }
    assert!((zoom(&w) - before).abs() < 0.5, "it could be read as it was");
    // Where it cannot be read, it comes nearer.
    for _ in 0..6 {
        w.push(elenchus::editor::Action::ZoomOut);
    }
    w.settle();
    let far = zoom(&w);
    w.press(Modifiers::NONE, Key::F3);
    w.settle();
    assert!(zoom(&w) > 1.5 * far, "{far} {}", zoom(&w));
}

#[test]
fn finding_goes_from_hit_to_hit_whatever_the_accents() {
    let mut w = Window::on(accents());
    w.find("CAFÉ");
    // Three claims, and the attribution to a speaker of that name.
    assert!(w.says("1 of 4") && w.says("In the claim"));
    assert!(w.lead().starts_with(&format!("Claim: {CAFE}")), "{}", w.lead());
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.says("2 of 4") && w.lead().starts_with("Claim: No CAFE did"));
    w.press(Modifiers::NONE, Key::F3);
    assert!(w.harness.query_by_label_contains("In the note: See the cafe\u{301} of 2000").is_some());
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.says("In speaker Zoë Cafetier") && w.says("4 of 4"));
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.says("1 of 4"), "round at the end");
    w.press(Modifiers::SHIFT, Key::Enter);
    w.press(Modifiers::SHIFT, Key::F3);
    assert!(w.says("3 of 4"));
    w.button("Find previous");
    assert!(w.says("2 of 4"));
    // Escape closes the search and keeps the hit; the next one is still a key away.
    w.press(Modifiers::NONE, Key::Escape);
    assert!(w.harness.query_by_label("Find in the map").is_none() && !w.says("2 of 4"));
    assert_eq!(w.selected(), [w.claim("No CAFE did")]);
    assert!(w.editor().find().nodes().is_empty());
    w.press(Modifiers::NONE, Key::F3);
    assert!(w.says("3 of 4"));
}

#[test]
fn finding_asks_for_all_words_and_follows_the_map() {
    let mut w = Window::on(accents());
    w.find("voted strasser");
    assert!(w.says("1 of 1"));
    w.press(Modifiers::COMMAND, Key::F);
    w.type_text("voted");
    assert!(w.says("1 of 2"), "the old words are overwritten, the hit stays");
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.harness.query_by_label_contains("In a quote: nobody voted").is_some());
    w.type_text(" nothing of the kind");
    assert!(w.says("No match"));
    w.press(Modifiers::NONE, Key::Escape);
    w.find("voted");
    // Undo, delete and the like work beside the search, which follows.
    w.press(Modifiers::NONE, Key::Escape);
    w.press(Modifiers::NONE, Key::F3);
    w.card(CAFE).click();
    w.settle();
    w.press(Modifiers::NONE, Key::Delete);
    assert!(w.says("1 of 1"));
    w.press(Modifiers::COMMAND, Key::Z);
    assert!(w.editor().find().count() == 2);
    w.press(Modifiers::NONE, Key::Escape);
    assert!(!w.editor().find().is_open(), "Escape on the canvas ends the search first");
    assert!(!w.selected().is_empty());
}

#[test]
fn the_palette_forgives_typos_and_goes_anywhere() {
    let mut w = Window::on(small_map());
    let run = |w: &mut Window, typed: &str| {
        w.press(Modifiers::COMMAND, Key::K);
        assert!(w.field("Find a command or a claim").is_focused());
        w.type_text(typed);
        w.press(Modifiers::NONE, Key::Enter);
        assert!(w.harness.query_by_label("Command palette").is_none(), "it closes");
    };
    run(&mut w, "slect al");
    assert_eq!(w.selected().len(), small_map().node_count());
    run(&mut w, "tenessee");
    assert_eq!(w.selected(), [w.claim(TENNESSEE)]);
    run(&mut w, "floridans votd");
    assert_eq!(w.selected(), [w.claim(VOTES)]);
    run(&mut w, "@troy");
    assert!(matches!(w.editor().selection().entry(), Some(Entry::Speaker(_))));
    run(&mut w, "spoiler myth");
    assert!(matches!(w.editor().selection().entry(), Some(Entry::Source(_))));
    // A prefix keeps the claims away; what was used last comes first.
    run(&mut w, ">select noth");
    assert!(w.editor().selection().is_empty());
    run(&mut w, "");
    assert!(w.editor().selection().is_empty(), "the same again");
    w.press(Modifiers::COMMAND, Key::K);
    w.press(Modifiers::NONE, Key::ArrowDown);
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.selected().len(), small_map().node_count(), "the one before");
    w.press(Modifiers::COMMAND, Key::K);
    w.type_text("xqzvwk jjqx");
    w.harness.get_by_label_contains("Nothing of that name");
}

#[test]
fn enter_does_nothing_rather_than_something_else() {
    let mut w = Window::on(small_map());
    // A chain needs a claim, and none is selected; "certain" is like "chain".
    w.press(Modifiers::COMMAND, Key::K);
    w.type_text("chain");
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.harness.query_by_label("Command palette").is_some(), "it stays open");
    w.press(Modifiers::NONE, Key::Escape);
    let claim = w.claim(TENNESSEE);
    w.push(Command::Select(vec![claim]));
    w.press(Modifiers::COMMAND, Key::K);
    w.type_text("chain");
    w.press(Modifiers::NONE, Key::Enter);
    w.settle();
    w.harness.get_by_label("The chain in a sentence");
}

#[test]
fn the_palette_goes_to_open_maps() {
    let mut w = Window::on(small_map());
    w.press(Modifiers::COMMAND, Key::N);
    w.press(Modifiers::NONE, Key::C);
    w.type_text("Another map");
    w.press(Modifiers::NONE, Key::Enter);
    for (typed, name) in [("go to map test", "test"), ("untitl", "Untitled"), ("test", "test")] {
        w.press(Modifiers::COMMAND, Key::K);
        w.type_text(typed);
        w.press(Modifiers::NONE, Key::Enter);
        assert_eq!(w.editor().name(), name, "{typed}");
    }
}

#[test]
fn bookmarks_are_gone_to_and_survive_saving() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.ron");
    let mut w = Window::on(small_map());
    for text in [TENNESSEE, NADER] {
        w.card(text).click();
        w.settle();
        w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    }
    assert_eq!(w.editor().bookmarks(), [w.claim(NADER), w.claim(TENNESSEE)]);
    assert_eq!(w.editor().undo_label(), Some("Bookmark claim"));
    // The menu lists them.
    w.button("Go");
    w.harness.get_by_label(&format!("Bookmark: {NADER}"));
    w.press(Modifiers::NONE, Key::Escape);
    w.push(Command::SaveTo(file.clone()));
    w.until(|w| w.editor().path().is_some());

    let mut w = Window::with(Startup { files: vec![file], ..Startup::default() });
    w.until(|w| w.editor().map().node_count() > 0);
    for next in [NADER, TENNESSEE, NADER] {
        w.press(Modifiers::NONE, Key::F7);
        assert_eq!(w.selected(), [w.claim(next)]);
    }
    w.press(Modifiers::SHIFT, Key::F7);
    assert_eq!(w.selected(), [w.claim(TENNESSEE)]);
    w.press(Modifiers::COMMAND, Key::K);
    w.type_text("#");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.selected(), [w.claim(NADER)]);
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::B);
    assert_eq!(w.editor().bookmarks(), [w.claim(TENNESSEE)]);
}

/// Where a claim stands soon after it was gone to, if it is in sight by then, and where it stands in the end.
fn glide(reduce_motion: bool) -> (Option<egui::Pos2>, egui::Pos2) {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path());
    config.save_settings(&Settings { reduce_motion: Some(reduce_motion), ..Settings::default() }).unwrap();
    let mut w = Window::with(Startup { config: Some(config), ..Startup::default() });
    let mut b = MapBuilder::new(2);
    let (near, far) = (b.claim(NADER), b.claim(TENNESSEE));
    b.place(ViewId::main(), near, Placement { x: 0, y: 0, pinned: false });
    b.place(ViewId::main(), far, Placement { x: 4000, y: 3000, pinned: false });
    let map = b.finish();
    w.push(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "far".to_owned(), unsaved: false })));
    w.push(Command::GoTo(near));
    w.app().push(Command::GoTo(far));
    w.harness.run_steps(3);
    let on_the_way = w.harness.query_by_label_contains(&format!("Claim: {TENNESSEE}")).map(|card| card.rect().center());
    w.settle();
    (on_the_way, w.card(TENNESSEE).rect().center())
}

#[test]
fn where_motion_is_reduced_one_is_there_at_once() {
    let (at_once, there) = glide(true);
    assert_eq!(at_once, Some(there));
    let (on_the_way, there) = glide(false);
    assert_ne!(on_the_way, Some(there));
}
