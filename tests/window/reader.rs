//! The reader: the text of a source beside the map, what is made of its passages, proposals from it.

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::base::text::char_from_byte;
use elenchus::base::{NodeId, SourceId};
use elenchus::editor::{Action, Command};
use elenchus::model::{
    ArgumentMap, Attribution, MapBuilder, Quotation, Quote, Source, SourceKind, SourceText, Speaker, SpeakerKind, Stance,
};
use elenchus::provenance::anchor::TextIndex;

use crate::harness::{Window, small_map};

const BRIDGE: &str = "Why the bridge closed\n\nBy Cy Dean\n\nThe bridge was old.\n\nAda Brand said that the deck is safe.\n\n“Nobody asked us,” said Ben Hope.\n\nThe mayor denied that the bridge was rotten.\n";
const SAFE: &str = "the deck is safe";

fn has(w: &Window, role: Role, words: &str) -> bool {
    w.harness.query_all_by_role(role).any(|node| node.accesskit_node().label().is_some_and(|label| label.contains(words)))
}

fn says(w: &Window, words: &str) -> bool {
    w.harness.query_all_by_label_contains(words).next().is_some()
}

fn quote(text: &str, words: &str) -> Quote {
    let start = char_from_byte(text, text.find(words).unwrap()) as u32;
    TextIndex::new(text).quote(text, start..start + words.chars().count() as u32).unwrap()
}

/// A source by Cy Dean with these versions of its text, and a claim that Ada Brand says there in these words.
fn reported(texts: &[&str], quote: Quote) -> (ArgumentMap, SourceId, NodeId, NodeId) {
    let mut b = MapBuilder::new(1);
    let (cy, ada) = (b.speaker(Speaker::new(SpeakerKind::Person, "Cy Dean")), b.speaker(Speaker::new(SpeakerKind::Person, "Ada Brand")));
    let texts = texts.iter().map(|text| SourceText::new(*text, "2026-11-23T10:00:00Z")).collect();
    let source = b.source(Source { authors: vec![cy], texts, ..Source::new(SourceKind::Article, "The bridge") });
    let claim = b.claim("The deck is safe");
    let quotation = Some(Quotation::Direct);
    let said = Attribution { source: Some(source), quotes: vec![quote], quotation, ..Attribution::new(Some(ada), Stance::Asserts) };
    let said = b.attribute(said, claim);
    (b.finish(), source, claim, said)
}

fn open(map: ArgumentMap) -> Window {
    let mut w = Window::on(map);
    w.push(Action::ShowReader);
    w.until(|w| w.editor().quotations_are_checked());
    w
}

/// Marks the whole line so many lines below the beginning.
fn mark_line(w: &mut Window, line: usize) {
    w.press(Modifiers::COMMAND, Key::Home);
    (0..line).for_each(|_| w.press(Modifiers::NONE, Key::ArrowDown));
    w.press(Modifiers::SHIFT, Key::End);
}

#[test]
fn a_text_is_imported_read_and_marked() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowReader);
    assert!(says(&w, "No source in this map has a text yet"));
    w.push(Command::ReadText(BRIDGE.to_owned()));
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "Import source").is_some());
    w.push(Action::ShowReader);
    w.button("Add to the map");
    assert!(has(&w, Role::Document, "Text of Why the bridge closed"), "what is imported is there to be read");
    assert!(has(&w, Role::Paragraph, "The bridge was old."));
    let page = w.harness.get_by_role_and_label(Role::Document, "Text of Why the bridge closed").rect();
    assert!((440.0..500.0).contains(&page.width()), "room for a line of text: {page:?}");

    // The panel has the keyboard: words are marked and become a claim by one key.
    mark_line(&mut w, 4);
    w.press(Modifiers::NONE, Key::C);
    let claim = w.claim("The bridge was old.");
    {
        let editor = w.editor();
        let said = editor.map().attributions_of(claim);
        let said = editor.map().attribution(said[0]).unwrap();
        assert_eq!(said.quotes, [quote(BRIDGE, "The bridge was old.")]);
        let author = said.speaker.and_then(|id| editor.map().speaker(id)).map(|speaker| speaker.name.clone());
        assert_eq!(author.as_deref(), Some("Cy Dean"));
        assert_eq!(editor.undo_label(), Some("Claim from a text"));
    }
    assert_eq!(w.selected(), [claim]);
    w.until(|w| has(w, Role::Link, "Cy Dean: "));

    // The keyboard is still the reader's, and undo the map's.
    mark_line(&mut w, 6);
    w.press(Modifiers::NONE, Key::R);
    let rebuttal = w.claim("Ada Brand said that the deck is safe.");
    let targets: Vec<_> = w.editor().map().relations_from(rebuttal).iter().map(|step| w.editor().map().target(*step)).collect();
    assert_eq!(targets, [Some(claim)]);
    w.press(Modifiers::COMMAND, Key::Z);
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(w.texts().len(), 3, "each was one step: {:?}", w.texts());
}

#[test]
fn words_are_marked_with_the_mouse() {
    let (map, _, claim, said) = reported(&[BRIDGE], quote(BRIDGE, SAFE));
    let mut w = open(map);
    w.push(Command::Select(vec![claim]));
    let line = w.harness.get_by_role_and_label(Role::Paragraph, "The bridge was old.").rect();
    w.drag(line.left_center() + vec2(1.0, 0.0), line.right_center() - vec2(1.0, 0.0));
    w.button("Quote");
    let editor = w.editor();
    let by: Vec<NodeId> = editor.map().attributions_of(claim).into_iter().filter(|id| *id != said).collect();
    let added = editor.map().attribution(by[0]).unwrap();
    assert_eq!(added.quotes, [quote(BRIDGE, "The bridge was old.")]);
    assert_eq!(w.selected(), [claim], "who adds words to a claim goes on doing so");
}

#[test]
fn somebody_yet_to_be_named_says_it() {
    let (map, _, claim, said) = reported(&[BRIDGE], quote(BRIDGE, SAFE));
    let mut w = open(map);
    mark_line(&mut w, 4);
    w.press(Modifiers::NONE, Key::A);
    assert!(says(&w, "Select the claim on the map"), "nothing is selected");
    w.push(Command::Select(vec![claim]));
    w.button("Attribution");
    let selected = w.selected();
    assert!(selected != [said] && w.editor().map().content(selected[0]) == Some(claim));
    assert_eq!(w.editor().map().attribution(selected[0]).unwrap().speaker, None);
}

#[test]
fn passages_lead_to_the_map_and_back() {
    let filler: String = (0..400).map(|i| format!("Paragraph {i} has nothing to say about it.\n\n")).collect();
    let text = format!("{filler}{BRIDGE}{filler}");
    let (map, _, claim, said) = reported(&[&text], quote(&text, SAFE));
    let mut w = open(map);
    assert!(!has(&w, Role::Link, "Asserts, Ada Brand"), "far below");
    w.push(Command::Select(vec![claim]));
    w.until(|w| has(w, Role::Link, "Asserts, Ada Brand"));
    w.push(Action::SelectNone);
    let passage =
        w.harness.get_by(|node| node.role() == Role::Link && node.label().is_some_and(|label| label.contains("Ada Brand"))).rect();
    w.click_at(passage.center());
    assert_eq!(w.selected(), [said]);
    // It was not clicked where nothing is quoted.
    let line = w.harness.get_by_role_and_label(Role::Paragraph, "By Cy Dean").rect();
    w.push(Command::Select(vec![claim]));
    w.click_at(line.center());
    assert_eq!(w.selected(), [claim]);
}

#[test]
fn a_quotation_that_is_lost_is_told_and_mended() {
    let changed = BRIDGE.replace("Ada Brand said that the deck is safe.", "Ada Brand is on holiday.");
    let (map, _, _, said) = reported(&[BRIDGE, &changed], quote(BRIDGE, "Ada Brand said that the deck is safe."));
    let mut w = open(map);
    assert!(says(&w, "does not stand in this text any more"));
    w.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.contains("any more"))).click();
    w.settle();
    assert_eq!(w.selected(), [said]);
    w.push(Action::ShowReader);
    w.push(Action::ShowReader);
    mark_line(&mut w, 6);
    w.press(Modifiers::NONE, Key::Q);
    assert_eq!(w.editor().map().attribution(said).unwrap().quotes, [quote(&changed, "Ada Brand is on holiday.")]);
    w.until(|w| !says(w, "does not stand in this text any more"));
    // The older version can be read as well.
    w.harness.get_by_role_and_label(Role::ComboBox, "Version 2").click();
    w.settle();
    w.harness.get_by_label_contains("Version 1").click();
    w.settle();
    assert!(has(&w, Role::Paragraph, "Ada Brand said that the deck is safe."));
}

#[test]
fn a_quotation_with_several_places_is_told_and_put_right() {
    let twice = "One.\n\nIt was safe.\n\nTwo.\n\nIt was safe.\n\nThree.\n";
    let (map, _, _, said) = reported(&[twice], Quote { exact: "It was safe.".to_owned(), ..Quote::default() });
    let mut w = open(map);
    assert!(!has(&w, Role::Link, "Ada Brand"), "none of them is taken for it");
    w.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|l| l.contains("stands in 2 places"))).click();
    w.settle();
    w.push(Action::ShowReader);
    w.push(Action::ShowReader);
    mark_line(&mut w, 6);
    w.press(Modifiers::NONE, Key::Q);
    let quotes = w.editor().map().attribution(said).unwrap().quotes.clone();
    assert_eq!(quotes.iter().map(|quote| quote.range).collect::<Vec<_>>(), [Some((26, 38))]);
    w.until(|w| has(w, Role::Link, "Asserts, Ada Brand"));
}

#[test]
fn proposals_are_accepted_edited_and_dismissed() {
    let (map, source, ..) = reported(&[BRIDGE], quote(BRIDGE, "The bridge was old."));
    let mut w = open(map);
    w.press(Modifiers::NONE, Key::P);
    w.until(|w| says(w, "3 proposals"));
    assert_eq!(w.texts().len(), 1, "nothing enters the map by itself");
    assert!(says(&w, "Ada Brand: "));
    w.press(Modifiers::NONE, Key::Y);
    assert!(says(&w, "2 proposals"));
    assert!(w.texts().contains(&"The deck is safe".to_owned()) && w.texts().len() == 2);
    w.press(Modifiers::NONE, Key::N);
    w.press(Modifiers::NONE, Key::X);
    assert!(says(&w, "1 proposal"));
    assert_eq!(w.editor().map().source(source).unwrap().dismissed.len(), 1);
    // Undone it waits again.
    w.press(Modifiers::COMMAND, Key::Z);
    assert!(says(&w, "2 proposals"));
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    w.press(Modifiers::NONE, Key::E);
    assert!(says(&w, "Nothing is left to answer"));
    assert_eq!(w.texts().len(), 3);
    w.type_text("We were not asked");
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.texts().contains(&"We were not asked".to_owned()), "{:?}", w.texts());
}

#[test]
fn all_certain_proposals_are_accepted_at_once_and_by_another_key() {
    let (map, ..) = reported(&[BRIDGE], quote(BRIDGE, "The bridge was old."));
    let mut w = open(map);
    w.push(Action::Propose);
    w.until(|w| says(w, "3 proposals"));
    w.press(Modifiers::SHIFT, Key::Y);
    assert!(says(&w, "1 proposal") && w.texts().len() == 3, "{:?}", w.texts());
    w.press(Modifiers::COMMAND, Key::Z);
    assert!(says(&w, "3 proposals") && w.texts().len() == 1, "it was one step");

    // The list of keys has those of the reader, and gives them others without taking any from the map.
    w.press(Modifiers::NONE, Key::F1);
    w.type_text("accept the proposal");
    w.button("Accept the proposal: Y");
    w.button("Add a key");
    w.press(Modifiers::NONE, Key::L);
    w.button("Done");
    w.button("Close");
    w.push(Action::ShowReader);
    w.push(Action::ShowReader);
    w.press(Modifiers::NONE, Key::L);
    assert!(says(&w, "2 proposals") && w.texts().len() == 2, "{:?}", w.texts());
}

#[test]
fn the_text_is_searched() {
    let (map, ..) = reported(&[BRIDGE], quote(BRIDGE, SAFE));
    let mut w = open(map);
    w.press(Modifiers::COMMAND, Key::F);
    w.type_text("BRIDGE");
    assert!(says(&w, "1 of 3"));
    w.press(Modifiers::NONE, Key::Enter);
    assert!(says(&w, "2 of 3"));
    assert!(!w.editor().find().is_open(), "the map is not searched");
    w.press(Modifiers::NONE, Key::Escape);
    w.press(Modifiers::NONE, Key::F3);
    assert!(says(&w, "3 of 3"));
}

#[test]
fn proposals_go_on_in_the_comments_and_are_passed_on_by_who_writes_them() {
    let thread = "Why the bridge closed\n\nBy Cy Dean\n\nAda Brand said that the deck is safe.\n\n3 comments\n\n  1. Zoe\n    March 3, 2020 at 10:15\n\n    Nothing to say.\n\n    • Ben Hope\n      March 3, 2020 at 11:00\n\n      Tom Reed denied that the deck is safe.\n\n  2. Ann\n    March 4, 2020 at 11:00\n\n    Nothing either.\n";
    let mut w = Window::on(ArgumentMap::default());
    w.push(Command::ReadText(thread.to_owned()));
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "Import source").is_some());
    w.button("Add to the map");
    w.press(Modifiers::NONE, Key::P);
    w.until(|w| says(w, "1 proposal"));
    w.press(Modifiers::NONE, Key::Y);
    // Its text is that of the article; the margin and the passage tell of whom it is.
    let told = |w: &Window, text: &str| -> Vec<(Stance, Option<String>)> {
        let editor = w.editor();
        let map = editor.map();
        let claim = map.claims().find(|(_, claim)| claim.text == text).unwrap().0;
        let first = map.attributions_of(claim)[0];
        let acts = [first, map.attributions_of(first)[0]].map(|id| map.attribution(id).unwrap());
        acts.map(|said| (said.stance, said.speaker.and_then(|id| map.speaker(id)).map(|one| one.name.clone()))).to_vec()
    };
    let by = |stance, name: &str| (stance, Some(name.to_owned()));
    assert_eq!(told(&w, "The deck is safe"), [by(Stance::Asserts, "Ada Brand"), by(Stance::Reports, "Cy Dean")]);
    // The first comment has nothing; the next one has.
    w.press(Modifiers::NONE, Key::N);
    w.until(|w| has(w, Role::Document, "Ben Hope"));
    w.press(Modifiers::NONE, Key::Y);
    let deck = w.editor().map().claims().count();
    assert_eq!(deck, 2);
    w.button("Go on in the answers");
    w.until(|w| says(w, "nor in those that answer it"));
    // The way back is in the list of texts, in the order of the thread.
    w.harness.get_by(|node| node.role() == Role::ComboBox && node.label().is_some_and(|label| label.contains("Ben Hope"))).click();
    w.settle();
    let top = |w: &Window, name: &str| {
        let tops = w.harness.query_all_by_role(Role::Button).filter_map(|node| {
            let named = node.accesskit_node().label().is_some_and(|label| label.contains(name));
            named.then(|| node.rect().top())
        });
        tops.fold(f32::INFINITY, f32::min)
    };
    let tops = ["Why the bridge closed", "by Zoe", "by Ben Hope", "by Ann"].map(|name| top(&w, name));
    assert!(tops.is_sorted() && tops[0] < tops[3], "{tops:?}");
}

#[test]
fn who_writes_i_is_the_author() {
    let text = "The bridge\n\nBy Cy Dean\n\nI think that the deck is rotten.\n";
    let (map, ..) = reported(&[text], quote(text, "The bridge"));
    let mut w = open(map);
    w.press(Modifiers::NONE, Key::P);
    w.until(|w| says(w, "1 proposal"));
    assert!(says(&w, "Cy Dean: "));
    w.press(Modifiers::NONE, Key::Y);
    let editor = w.editor();
    let claim = editor.map().claims().find(|(_, claim)| claim.text == "The deck is rotten").unwrap().0;
    let said = editor.map().attributions_of(claim)[0];
    let speaker = editor.map().attribution(said).unwrap().speaker.and_then(|id| editor.map().speaker(id));
    assert_eq!(speaker.map(|one| one.name.as_str()), Some("Cy Dean"));
    assert!(editor.map().attributions_of(said).is_empty(), "nobody passes it on");
}
