//! Sources with their texts: imported by path, drop and paste, accepted in a dialog, kept in versions, compared.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::editor::{Action, Command, Entry};
use elenchus::model::{MapBuilder, Source, SourceKind, SourceText};

use crate::files::Dropped;
use crate::harness::{Window, small_map};

const THREAD: &str = "Why the bridge closed\n\nBy Cy Dean\n\nIt was old.\n\n2 comments\n\n  1. Ada P.\n    March 3, 2020 at 10:15\n\n    I drove over it.\n\n    • Cy Dean\n      March 3, 2020 at 11:00\n\n      So did I.\n";

fn has_dialog(w: &Window, title: &str) -> bool {
    w.harness.query_by_role_and_label(Role::Dialog, title).is_some()
}

fn proposed(w: &Window, field: &str) -> String {
    let dialog = w.harness.get_by_role_and_label(Role::Dialog, "Import source");
    dialog.get_by_role_and_label(Role::TextInput, field).accesskit_node().value().unwrap_or_default()
}

fn says(w: &Window, words: &str) -> bool {
    w.harness.query_all_by_label_contains(words).next().is_some()
}

fn titles(w: &Window) -> Vec<String> {
    let mut titles: Vec<String> = w.editor().map().sources().values().map(|s| s.title.clone()).collect();
    titles.sort();
    titles
}

fn drop_file(w: &mut Window, file: &std::path::Path) {
    w.harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(file.to_path_buf())));
    w.settle();
}

#[test]
fn a_document_is_read_shown_and_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.txt");
    std::fs::write(&path, THREAD).unwrap();
    let mut w = Window::on(small_map());
    w.push(Command::ReadDocuments { paths: vec![path], version_of: None });
    w.until(|w| has_dialog(w, "Import source"));
    assert_eq!(proposed(&w, "Title"), "Why the bridge closed");
    assert_eq!(proposed(&w, "Authors"), "Cy Dean");
    assert!(says(&w, "2 comments found"));
    // The title has the keyboard: it is put right before anything is in the map.
    w.type_text("!");
    w.button("Add to the map");
    let all = titles(&w);
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(all.iter().any(|title| title == "Why the bridge closed!"), "{all:?}");
    assert_eq!(w.editor().undo_label(), Some("Import 3 sources"));
    let Some(Entry::Source(id)) = w.editor().selection().entry() else { panic!("the article is selected") };
    assert!(w.editor().map().source(id).unwrap().texts[0].file == "bridge.txt");
    assert!(says(&w, "SHA-256"), "the inspector tells the sum");
    w.push(Action::Undo);
    assert_eq!(titles(&w).len(), 1);
}

#[test]
fn comments_can_stay_in_the_text() {
    let mut w = Window::on(small_map());
    w.push(Command::ReadText(THREAD.to_owned()));
    w.until(|w| has_dialog(w, "Import source"));
    w.harness.get_by(|n| n.role() == Role::CheckBox && n.label().is_some_and(|l| l.contains("comments found"))).click();
    w.settle();
    w.button("Add to the map");
    assert_eq!(titles(&w), ["The spoiler myth", "Why the bridge closed"]);
    let held = w.editor().map().sources().values().any(|s| s.texts.iter().any(|t| t.text() == THREAD));
    assert!(held);
}

#[test]
fn a_text_that_is_known_is_offered_as_a_version() {
    let mut w = Window::on(small_map());
    w.push(Command::ReadText("Why the bridge closed\n\nIt was old.".to_owned()));
    w.until(|w| has_dialog(w, "Import source"));
    w.button("Add to the map");
    let Some(Entry::Source(id)) = w.editor().selection().entry() else { panic!() };
    w.push(Command::ReadText("Why the bridge closed\n\nIt was rotten.".to_owned()));
    w.until(|w| has_dialog(w, "Import source"));
    w.harness.get_by_role_and_label(Role::ComboBox, "Take it as: A new source").click();
    w.settle();
    w.harness.get_by_label("A new version of “Why the bridge closed”").click();
    w.settle();
    w.button("Add to the map");
    assert_eq!(w.editor().map().source(id).unwrap().texts.len(), 2);
    w.harness.get_by_label("Compare versions 1 and 2").click();
    w.settle();
    assert!(has_dialog(&w, "Compare versions"));
    assert!(says(&w, "It was [gone: old][new: rotten]."));
    w.button("Close");
    w.button("Remove version 1 of the text");
    assert_eq!(w.editor().map().source(id).unwrap().texts.len(), 1);
}

#[test]
fn what_cannot_be_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scan.pdf");
    std::fs::write(&path, "%PDF-1.4 nothing").unwrap();
    let mut w = Window::on(small_map());
    w.push(Command::ReadDocuments { paths: vec![path], version_of: None });
    w.until(|w| says(w, "This PDF"));
    assert!(!has_dialog(&w, "Import source"));
    assert_eq!(titles(&w).len(), 1);
}

#[test]
fn a_dropped_text_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let (either, page) = (folder.path().join("bridge.txt"), folder.path().join("bridge.html"));
    std::fs::write(&either, THREAD).unwrap();
    std::fs::write(&page, "<html><body><p>It was old.</p></body></html>").unwrap();
    let mut w = Window::on(small_map());
    drop_file(&mut w, &either);
    assert!(has_dialog(&w, "Map or source?"));
    w.button("Add as source");
    w.until(|w| has_dialog(w, "Import source"));
    w.button("Cancel");
    drop_file(&mut w, &page);
    w.until(|w| has_dialog(w, "Import source"));
    w.button("Cancel");
    drop_file(&mut w, &either);
    w.button("Open as map");
    w.until(|w| w.editor().name() == "bridge");
}

#[test]
fn an_altered_text_is_a_problem_with_a_remedy() {
    let mut b = MapBuilder::new(1);
    let sum = SourceText::new("It was old.", "").sha256();
    let texts = vec![SourceText::kept(Some("It was odd.".into()), sum, "2026-11-23T10:00:00Z")];
    let id = b.source(Source { texts, ..Source::new(SourceKind::Article, "The bridge") });
    let mut w = Window::on(b.finish());
    w.push(Action::ShowProblems);
    assert!(says(&w, "is not what was imported"));
    w.push(Command::SelectEntry(Entry::Source(id)));
    w.button("Keep what is there as a new version");
    assert_eq!(w.editor().map().source(id).unwrap().texts.len(), 2);
}

#[test]
fn references_that_are_known_are_joined_or_not_by_one_choice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("refs.bib");
    let entry = |key: &str, title: &str| format!("@article{{{key}, title = {{{title}}}, author = {{Dean, Cy}}, year = {{2020}}}}\n");
    std::fs::write(&path, [entry("a", "The old bridge"), entry("b", "The new bridge"), entry("c", "The ferry")].concat()).unwrap();
    let mut w = Window::on(small_map());
    let count = |w: &Window| w.editor().map().sources().len();
    let ask = |w: &mut Window| {
        w.push(Command::ReadDocuments { paths: vec![path.clone()], version_of: None });
        w.until(|w| has_dialog(w, "Import source"));
    };
    ask(&mut w);
    assert!(!says(&w, "in the map already"));
    w.button("Add all 3 to the map");
    assert_eq!(count(&w), 4);
    // As they are known they are joined, as long as nobody says otherwise.
    ask(&mut w);
    w.button("Add all 3 to the map");
    assert_eq!(count(&w), 4);
    ask(&mut w);
    w.harness.get_by_role_and_label(Role::ComboBox, "3 are in the map already: Join them with what is there").click();
    w.settle();
    w.harness.get_by_label("Take them all as new sources").click();
    w.settle();
    w.button("Add all 3 to the map");
    assert_eq!(count(&w), 7);
}
