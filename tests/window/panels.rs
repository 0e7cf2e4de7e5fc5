//! Panels: where they stand, and the outline, the history and the registers in them.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::app::Startup;
use elenchus::editor::Action;
use elenchus::io::Config;
use elenchus::model::{Attribution, RelationKind, Speaker, SpeakerKind, Stance};

use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

fn row<'a>(w: &'a Window, says: &str) -> Node<'a> {
    let says = says.to_owned();
    w.harness.get_by(move |n| n.role() == Role::TreeItem && n.label().is_some_and(|l| l.contains(&says)))
}

fn focused(w: &Window) -> String {
    w.harness.get_by(|n| n.is_focused()).accesskit_node().label().unwrap_or_default()
}

fn tabs(w: &Window) -> Vec<String> {
    let mut tabs: Vec<String> = w.harness.get_all_by_role(Role::Tab).filter_map(|n| n.accesskit_node().label()).collect();
    tabs.sort();
    tabs
}

#[test]
fn panels_are_shown_hidden_and_walked() {
    let mut w = Window::on(small_map());
    assert_eq!(tabs(&w), ["Inspector"]);
    w.press(Modifiers::NONE, Key::F4);
    assert!(w.harness.query_by_role(Role::Tab).is_none());
    w.press(Modifiers::NONE, Key::F4);
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(tabs(&w), ["Inspector", "Outline"]);
    assert!(focused(&w).starts_with('1'), "a panel that is asked for has the keyboard: {}", focused(&w));
    w.press(Modifiers::NONE, Key::F6);
    assert!(focused(&w).starts_with("Claim:"), "then the map: {}", focused(&w));
    w.press(Modifiers::NONE, Key::F6);
    assert!(w.field("Text").is_focused(), "then the inspector");
    w.press(Modifiers::SHIFT, Key::F6);
    w.press(Modifiers::SHIFT, Key::F6);
    assert!(focused(&w).starts_with('1'), "{}", focused(&w));
    w.button("Hide Outline");
    assert_eq!(tabs(&w), ["Inspector"]);
}

#[test]
fn the_arrangement_is_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let startup = || Startup { config: Some(Config::at(folder.path())), ..Startup::default() };
    let mut w = Window::with(startup());
    w.push(Action::ShowOutline);
    w.push(Action::ShowInspector);
    let mut again = Window::with(startup());
    again.settle();
    assert_eq!(tabs(&again), ["Outline"]);
    again.push(Action::ResetPanels);
    assert_eq!(tabs(&again), ["Inspector"]);
    // What cannot be read is no reason to begin without panels.
    for broken in ["", "(version: 1)", "(version: 99, root: (1), tiles: (next_tile_id: 1, tiles: {}, invisible: []))"] {
        std::fs::write(folder.path().join("panels.ron"), broken).unwrap();
        let mut w = Window::with(startup());
        w.settle();
        assert_eq!(tabs(&w), ["Inspector"], "{broken}");
    }
}

#[test]
fn a_panel_keeps_the_size_it_was_dragged_to() {
    let folder = tempfile::tempdir().unwrap();
    let startup = || Startup { config: Some(Config::at(folder.path())), ..Startup::default() };
    let canvas = |w: &Window| w.harness.get_by_role(Role::Canvas).rect();
    let mut w = Window::with(startup());
    w.load(small_map());
    w.push(Action::ShowOutline);
    w.push(Action::ShowProblems);
    // The edges between the canvas and the panels around it.
    let before = canvas(&w);
    for (edge, by) in [
        (egui::pos2(before.right() + 0.5, 400.0), egui::vec2(-90.0, 0.0)),
        (egui::pos2(before.left() - 0.5, 400.0), egui::vec2(60.0, 0.0)),
        (egui::pos2(700.0, before.bottom() + 0.5), egui::vec2(0.0, -70.0)),
    ] {
        w.drag(edge, edge + by);
    }
    let after = canvas(&w);
    let moved = [before.right() - after.right(), after.left() - before.left(), before.bottom() - after.bottom()];
    assert!(moved.iter().zip([90.0, 60.0, 70.0]).all(|(is, asked): (&f32, f32)| (is - asked).abs() < 2.0), "{moved:?}");
    // A larger window gives the canvas more, not the panels.
    w.harness.set_size(egui::vec2(1500.0, 950.0));
    w.settle();
    let larger = canvas(&w);
    assert!((larger.right() - after.right() - 100.0).abs() < 1.0 && (larger.left() - after.left()).abs() < 1.0, "{larger:?} {after:?}");
    assert!((larger.bottom() - after.bottom() - 50.0).abs() < 1.0, "{larger:?} {after:?}");
    let mut again = Window::with(startup());
    again.load(small_map());
    again.settle();
    assert_eq!(canvas(&again), after, "as it was left");

    // A panel that this version does not know is passed over; the rest stays as it was.
    let file = folder.path().join("panels.ron");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("\"history\""), "{written}");
    std::fs::write(&file, written.replace("\"history\"", "\"telescope\"")).unwrap();
    let mut w = Window::with(startup());
    w.load(small_map());
    w.settle();
    assert_eq!((tabs(&w), canvas(&w)), (vec!["Inspector".to_owned(), "Outline".to_owned(), "Problems".to_owned()], after));
    w.push(Action::ShowHistory);
    assert!(tabs(&w).contains(&"History".to_owned()), "what it does not name is there too: {:?}", tabs(&w));
    assert!(!std::fs::read_to_string(&file).unwrap().contains("telescope"));
}

#[test]
fn a_tab_is_dragged_to_another_side() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowOutline);
    let tab = |w: &Window, name: &str| w.harness.get_by_role_and_label(Role::Tab, name).rect();
    let (outline, inspector) = (tab(&w, "Outline"), tab(&w, "Inspector"));
    assert!(outline.left() < inspector.left());
    w.drag(outline.center(), inspector.center());
    assert!(tab(&w, "Outline").left() > 900.0, "stacked with the inspector");
    // Dropped on the middle of the canvas nothing would be found again.
    let outline = tab(&w, "Outline");
    w.drag(outline.center(), egui::pos2(540.0, 460.0));
    assert_eq!(tab(&w, "Outline"), outline);
    w.card(NADER);
}

#[test]
fn a_panel_that_nobody_resized_leaves_the_canvas_most_of_a_narrow_window() {
    let mut w = Window::sized(Startup::default(), egui::vec2(700.0, 500.0));
    let left = |w: &Window| w.harness.get_by_role_and_label(Role::Tab, "Inspector").rect().left();
    w.settle();
    assert!((440.0..480.0).contains(&left(&w)), "{}", left(&w));
    w.harness.set_size(egui::vec2(1400.0, 900.0));
    w.settle();
    assert!((1080.0..1100.0).contains(&left(&w)), "it grows with the window: {}", left(&w));
    // What somebody chose stays.
    w.drag(egui::pos2(left(&w) - 0.5, 500.0), egui::pos2(left(&w) - 100.5, 500.0));
    w.settle();
    let chosen = left(&w);
    assert!((980.0..1000.0).contains(&chosen), "{chosen}");
    w.harness.set_size(egui::vec2(1300.0, 900.0));
    w.settle();
    assert!((chosen - 100.0 - left(&w)).abs() < 2.0, "{chosen} {}", left(&w));
}

#[test]
fn a_table_is_no_wider_than_its_place() {
    let mut w = Window::sized(Startup::default(), egui::vec2(700.0, 600.0));
    w.load(small_map());
    w.push(Action::ShowSpeakers);
    w.settle();
    let inspector = w.harness.get_by_role_and_label(Role::Tab, "Inspector").rect().left();
    let uses = w.harness.get_by_label("Sort by Uses").rect();
    assert!(uses.right() < inspector, "the last column is in sight: {uses:?} {inspector}");
}

#[test]
fn the_outline_is_walked_and_written_in_by_keys() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowOutline);
    assert_eq!(w.selected(), [w.claim(NADER)], "the first row");
    row(&w, "1.1, support for 1: 97,488");
    // Who says it is told by the row, and listed under it when asked for.
    let said = |w: &Window| w.harness.get_by(|n| n.is_focused()).accesskit_node().description().unwrap_or_default();
    assert_eq!(said(&w), "Gil Troy asserts it");
    w.press(Modifiers::NONE, Key::ArrowRight);
    w.press(Modifiers::NONE, Key::ArrowRight);
    assert!(focused(&w).contains("Gil Troy asserts it"), "{}", focused(&w));
    w.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(focused(&w), format!("1: {NADER}"));
    w.press(Modifiers::NONE, Key::ArrowLeft);
    w.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(w.selected(), [w.claim(VOTES)], "selected on the canvas too");
    // U undercuts the step from this claim, and the words are written in the outline.
    w.press(Modifiers::NONE, Key::U);
    assert!(w.field("Text of the claim in the outline").is_focused());
    w.type_text("They would have stayed home");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&w), "1.1.1, rebuttal to the step from 1.1 to 1: They would have stayed home");
    // R rebuts what the row says.
    w.press(Modifiers::NONE, Key::R);
    w.type_text("Polls say otherwise");
    w.press(Modifiers::NONE, Key::Enter);
    let claim = w.claim("Polls say otherwise");
    let relation = w.editor().map().relations_from(claim)[0];
    assert_eq!(w.editor().map().relation(relation).unwrap().kind, RelationKind::Rebuttal);
    assert_eq!(focused(&w), "1.1.1.1, rebuttal to 1.1.1: Polls say otherwise");
    // Left leads up, then closes the branch; right opens it and leads in.
    w.press(Modifiers::NONE, Key::ArrowLeft);
    w.press(Modifiers::NONE, Key::ArrowLeft);
    let is_row = |n: &dyn Fn(&str) -> bool, w: &Window| {
        w.harness.query_all_by_role(Role::TreeItem).any(|node| n(&node.accesskit_node().label().unwrap_or_default()))
    };
    assert!(!is_row(&|l| l.contains("Polls"), &w), "closed");
    w.press(Modifiers::NONE, Key::ArrowRight);
    w.press(Modifiers::NONE, Key::ArrowRight);
    assert!(focused(&w).contains("Polls"), "{}", focused(&w));
    // What is deleted leaves the keyboard with its neighbour.
    w.press(Modifiers::NONE, Key::Delete);
    assert!(!w.texts().contains(&"Polls say otherwise".to_owned()));
    assert!(w.harness.get_by(|n| n.is_focused()).accesskit_node().role() == Role::TreeItem);
    // Enter writes on what is there; Escape leaves it.
    w.press(Modifiers::NONE, Key::Home);
    w.press(Modifiers::NONE, Key::Enter);
    w.type_text("nonsense");
    w.press(Modifiers::NONE, Key::Escape);
    assert!(w.texts().contains(&NADER.to_owned()));
    assert_eq!(focused(&w), format!("1: {NADER}"));
}

#[test]
fn the_outline_follows_the_canvas() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowOutline);
    w.card(TENNESSEE).click();
    w.settle();
    let selected = w.harness.get_by(|n| n.role() == Role::TreeItem && n.is_selected() == Some(true));
    assert_eq!(selected.accesskit_node().label().unwrap(), format!("2: {TENNESSEE}"));
    // A relation is where its only premise is.
    w.relation("Support").click();
    w.settle();
    let selected = w.harness.get_by(|n| n.role() == Role::TreeItem && n.is_selected() == Some(true));
    assert!(selected.accesskit_node().label().unwrap().contains("support for 1"));
    // Extending.
    row(&w, &format!("1: {NADER}")).click();
    w.settle();
    assert_eq!((focused(&w), w.selected()), (format!("1: {NADER}"), vec![w.claim(NADER)]));
    w.press(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(w.selected().len(), 2);
}

#[test]
fn a_shared_claim_is_shown_once_and_enter_jumps_to_it() {
    let mut b = elenchus::model::MapBuilder::new(1);
    let (one, two, shared) = (b.claim("One"), b.claim("Two"), b.claim("Shared"));
    b.support(&[shared], one);
    b.support(&[shared], two);
    let mut w = Window::on(b.finish());
    w.push(Action::ShowOutline);
    w.press(Modifiers::NONE, Key::End);
    assert!(focused(&w).contains("see 1.1"), "{}", focused(&w));
    w.press(Modifiers::NONE, Key::Enter);
    assert!(focused(&w).starts_with("1.1,"), "{}", focused(&w));
}

#[test]
fn a_large_outline_draws_only_what_is_seen() {
    let mut b = elenchus::model::MapBuilder::new(1);
    let top = b.claim("Top");
    for i in 0..400 {
        let claim = b.claim(format!("Claim number {i}"));
        b.support(&[claim], top);
    }
    let mut w = Window::on(b.finish());
    w.push(Action::ShowOutline);
    w.press(Modifiers::NONE, Key::End);
    assert!(w.harness.get_all_by_role(Role::TreeItem).count() < 60);
    assert!(focused(&w).starts_with("1.400"), "{}", focused(&w));
    w.press(Modifiers::NONE, Key::Home);
    w.press(Modifiers::NONE, Key::PageDown);
    assert!(!focused(&w).starts_with("1:"), "{}", focused(&w));
}

#[test]
fn the_history_is_travelled_by_click_and_by_keys() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowHistory);
    let opened = w.editor().map().clone();
    w.card(VOTES).click();
    w.settle();
    for text in ["One", "Two", "Three"] {
        w.press(Modifiers::NONE, Key::R);
        w.type_text(text);
        w.press(Modifiers::NONE, Key::Enter);
    }
    let last = w.editor().map().clone();
    let states = |w: &Window| w.harness.query_all_by_role(Role::ListBoxOption).count();
    assert_eq!(states(&w), 4);
    w.harness.get_by_role_and_label(Role::ListBoxOption, "As opened").click();
    w.settle();
    assert_eq!(*w.editor().map(), opened, "three steps in one click");
    assert!(focused(&w).starts_with("As opened, present"), "{}", focused(&w));
    assert_eq!(w.harness.query_all_by_label_contains(", undone").count(), 3);
    w.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(w.texts().len(), 4);
    w.press(Modifiers::NONE, Key::End);
    assert_eq!(*w.editor().map(), last, "and back");
}

#[test]
fn speakers_are_sorted_filtered_merged_and_found() {
    let mut b = elenchus::model::MapBuilder::new(1);
    let claim = b.claim(NADER);
    for (name, uses) in [("Gil Troy", 1), ("G. Troy", 2), ("Ralph Nader", 0)] {
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, name));
        for _ in 0..uses {
            b.attribute(Attribution::new(Some(speaker), Stance::Asserts), claim);
        }
    }
    let mut w = Window::on(b.finish());
    let before = w.editor().map().clone();
    w.push(Action::ShowSpeakers);
    let names = |w: &Window| -> Vec<String> {
        let mut rows: Vec<(f32, String)> = w
            .harness
            .query_all_by_role(Role::Row)
            .map(|n| (n.rect().top(), n.accesskit_node().label().unwrap_or_default().split(',').next().unwrap_or_default().to_owned()))
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(names(&w), ["G. Troy", "Gil Troy", "Ralph Nader"]);
    w.button("Sort by Name");
    assert_eq!(names(&w), ["Ralph Nader", "Gil Troy", "G. Troy"]);
    w.button("Sort by Uses");
    assert_eq!(names(&w), ["G. Troy", "Gil Troy", "Ralph Nader"]);
    w.field("Filter Speakers").focus();
    w.settle();
    w.type_text("troy");
    assert_eq!(names(&w).len(), 2);
    // Both are marked by keys, and one of them stays.
    w.push(Action::ShowSpeakers);
    w.push(Action::ShowSpeakers);
    w.press(Modifiers::NONE, Key::Home);
    w.press(Modifiers::SHIFT, Key::ArrowDown);
    w.button("Show where it is used");
    assert_eq!(w.selected().len(), 3, "what the two say");
    w.button("Merge");
    w.button("Gil Troy");
    assert_eq!(w.editor().map().speakers().len(), 3, "asks first");
    w.harness.get_by_label_contains("2 attributions change");
    w.button("Go on");
    assert_eq!(w.editor().map().speakers().len(), 2);
    assert!(w.editor().map().speakers().values().any(|s| s.name == "Gil Troy" && s.aliases == ["G. Troy"]));
    w.push(Action::Undo);
    assert_eq!(*w.editor().map(), before);
    // Enter opens every field.
    w.push(Action::ShowInspector);
    w.push(Action::ShowSpeakers);
    w.push(Action::ShowSpeakers);
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.field("Name").is_focused());
}

#[test]
fn sources_are_listed() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowSources);
    w.harness.get_by(|n| n.role() == Role::Row && n.label().is_some_and(|l| l.starts_with("The spoiler myth, Article"))).click();
    w.settle();
    assert_eq!(w.field("Title").value().as_deref(), Some("The spoiler myth"), "the inspector shows it");
    w.button("Show where it is used");
    assert_eq!(w.selected().len(), 1);
}
