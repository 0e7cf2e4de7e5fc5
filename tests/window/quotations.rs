//! Quotations beside what their sources say: in their panel, on the canvas, among the problems.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use elenchus::editor::{Action, Command};
use elenchus::model::{Attribution, MapBuilder, Quote, Source, SourceKind, SourceText, Stance};

use crate::harness::Window;

#[test]
fn a_quotation_that_its_source_has_changed_is_told_with_the_way_to_the_versions() {
    let mut builder = MapBuilder::new(1);
    let texts = ["The ferry stays. The inn stays.", "The inn stays."].map(|text| SourceText::new(text, "2026-01-01T00:00:00Z"));
    let source = builder.source(Source { texts: texts.to_vec(), ..Source::new(SourceKind::Article, "The notice") });
    for exact in ["The inn stays", "The ferry stays"] {
        let claim = builder.claim(exact);
        let quotes = vec![Quote { exact: exact.to_owned(), ..Quote::default() }];
        builder.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(None, Stance::Asserts) }, claim);
    }
    let mut w = Window::on(builder.finish());
    w.push(Action::ShowVerifier);
    w.until(|w| says(w, "stood in version 1 of 2"));
    let top = |w: &Window, words: &str| w.harness.get_by_role_and_label(Role::Button, words).rect().top();
    assert!(top(&w, "verbatim: The ferry stays, The notice") < top(&w, "verbatim: The inn stays, The notice"));
    w.push(Action::ShowProblems);
    let fix = "Compare the versions: “The ferry stays” stood in version 1 of The notice; the text was changed since.";
    w.harness.get_by(|node| node.role() == Role::Button && node.label().is_some_and(|label| label.contains(fix))).click();
    w.settle();
    assert!(w.harness.query_by_role_and_label(Role::Dialog, "Compare versions").is_some());
}

const REPORT: &str = "“We did not cost the town a single boat,” Ada Finch said. The board had reckoned with 12 boats.";

fn says(w: &Window, words: &str) -> bool {
    w.harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_quotation_that_fails_is_seen_and_mended() {
    let mut builder = MapBuilder::new(1);
    let texts = vec![SourceText::new(REPORT, "2026-01-01T00:00:00Z")];
    let source = builder.source(Source { texts, ..Source::new(SourceKind::Article, "The harbour report") });
    let quotes =
        [("The union is to blame", "We did cost the town a single boat"), ("They can count", "The board had reckoned with 12 boats")];
    for (claim, exact) in quotes {
        let claim = builder.claim(claim);
        let quotes = vec![Quote { exact: exact.to_owned(), ..Quote::default() }];
        builder.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(None, Stance::Asserts) }, claim);
    }
    let mut w = Window::on(builder.finish());
    w.push(Action::ShowVerifier);
    w.until(|w| says(w, "1 of 2 is not what was said"));
    assert!(says(&w, "verbatim: The board had reckoned with 12 boats"));
    assert_eq!(w.editor().told_findings().filter(|found| found.code.name() == "quotation-misquoted").count(), 1);
    assert_eq!(w.editor().misquoting().len(), 1);
    // Only what fails is left, and a click goes to it.
    w.harness.get_by_role_and_label(Role::CheckBox, "Only those").click();
    w.settle();
    assert!(!says(&w, "verbatim: The board"));
    w.button("misquoted: We did cost the town a single boat, The harbour report");
    let failing = w.editor().misquoting().iter().copied().collect::<Vec<_>>();
    assert_eq!(w.selected(), failing);
    // Text that has the words makes it right.
    let said = "We did cost the town a single boat, said Ada Finch.";
    let text = SourceText::new(said, "2026-01-02T00:00:00Z");
    let mut builder = MapBuilder::new(1);
    let source = builder.source(Source { texts: vec![text], ..Source::new(SourceKind::Article, "The harbour report") });
    let claim = builder.claim("The union is to blame");
    let quotes = vec![Quote { exact: "We did cost the town a single boat".to_owned(), ..Quote::default() }];
    builder.attribute(Attribution { source: Some(source), quotes, ..Attribution::new(None, Stance::Asserts) }, claim);
    w.load(builder.finish());
    w.until(|w| w.editor().quotations_are_checked());
    assert!(w.editor().misquoting().is_empty());
    w.push(Command::Select(Vec::new()));
}
