//! The trace of a claim, chains entered in a sentence, and the tables of who says what.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::base::ViewId;
use elenchus::edit::{FieldEdit, SourceField};
use elenchus::editor::{Action, Command};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, DateBasis, MapBuilder, Placement, Quotation, Speaker, SpeakerKind, Stance,
};

use elenchus::provenance::marks::MarkKind;

use crate::harness::{NADER, Window, small_map};

fn has(w: &Window, label: &str) -> bool {
    w.harness.query_all_by_label_contains(label).next().is_some()
}

/// One who says it twice, first so and then otherwise.
fn quarrel() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let cause = Claim { kind: Some(ClaimKind::Cause), cause: "Nader".into(), effect: "Gore's defeat".into(), ..Claim::new(NADER) };
    let claim = b.node(cause);
    let [ann, bob] = ["Ann", "Bob"].map(|name| b.speaker(Speaker::new(SpeakerKind::Person, name)));
    let at = |date: &str, by, stance| Attribution { date: date.into(), ..Attribution::new(Some(by), stance) };
    let first = b.attribute(at("2001", ann, Stance::Asserts), claim);
    b.attribute(at("2005", ann, Stance::Denies), claim);
    b.attribute(at("2003", bob, Stance::Reports), first);
    b.place(ViewId::main(), claim, Placement { x: 0, y: 0, pinned: false });
    b.finish()
}

#[test]
fn the_trace_of_the_selected_claim_is_told_and_leads_to_its_steps() {
    let mut w = Window::on(quarrel());
    w.push(Action::ShowTrace);
    w.settle();
    assert!(has(&w, "Select a claim to see who said it first"));
    let claim = w.claim(NADER);
    w.push(Command::Select(vec![claim]));
    w.settle();
    for label in [
        "1 independent origin in 2 mentions",
        "All 2 mentions have it from one origin: Ann.",
        "Time line from 2001-01-01 to 2005-01-01 with 3 steps",
        "Step 1, 2001: Ann asserts",
        "Step 3, 2005: Ann denies",
    ] {
        assert!(has(&w, label), "{label}");
    }
    w.harness.get_by_label("Step 2, 2003: Bob reports what Ann says, about step 1").click();
    w.settle();
    let selected = w.selected();
    assert_eq!(w.editor().map().attribution(selected[0]).map(|said| said.stance), Some(Stance::Reports));
    assert!(has(&w, "1 independent origin in 2 mentions"), "the trace stays while one walks along it");
}

#[test]
fn a_chain_is_entered_in_one_sentence_and_taken_back_in_one_step() {
    let mut w = Window::on(small_map());
    let claim = w.claim(NADER);
    w.push(Command::Select(vec![claim]));
    w.push(Action::AddChain);
    w.settle();
    w.type_text("Bodden quotes Parry, who quotes Gil Troy in Time on 14 November 2016");
    w.settle();
    assert!(has(&w, "not in the register yet"));
    w.press(Modifiers::NONE, Key::Enter);
    w.settle();
    {
        let editor = w.editor();
        let map = editor.map();
        let outer = *editor.selection().nodes().first().unwrap();
        let chain: Vec<_> = std::iter::successors(Some(outer), |id| map.content(*id)).filter_map(|id| map.attribution(id)).collect();
        let names: Vec<&str> = chain.iter().map(|said| map.speaker(said.speaker.unwrap()).unwrap().label()).collect();
        assert_eq!(names, ["Bodden", "Parry", "Gil Troy"]);
        assert_eq!((chain[2].stance, chain[2].quotation, chain[2].date.as_str()), (Stance::Asserts, Some(Quotation::Direct), "2016-11-14"));
        assert_eq!(map.speakers().len(), 3, "who was known is not added again");
        assert_eq!(map.content(map.content(map.content(outer).unwrap()).unwrap()), Some(claim));
    }
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(**w.editor().map(), small_map());
}

#[test]
fn the_provenance_stands_in_the_place_of_the_map_and_is_walked_along() {
    let mut w = Window::on(quarrel());
    let claim = w.claim(NADER);
    w.push(Command::Select(vec![claim]));
    w.settle();
    w.press(Modifiers::NONE, Key::V);
    w.settle();
    assert_eq!(w.editor().traced(), Some(claim));
    assert!(has(&w, &format!("{NADER}. 1 independent origin in 2 mentions")), "the claim is told with its origins");
    for label in ["Step 1, 2001: Ann asserts", "Step 2, 2003: Bob reports what Ann says, about step 1", "Step 3, 2005: Ann denies"] {
        assert!(w.harness.query_by_role_and_label(Role::ListItem, label).is_some(), "{label}");
    }
    // The arrow keys walk from step to step, and the keyboard goes along.
    let stance = |w: &Window| w.selected().first().and_then(|id| w.editor().map().attribution(*id).map(|said| said.stance));
    w.press(Modifiers::NONE, Key::ArrowRight);
    w.settle();
    assert_eq!(stance(&w), Some(Stance::Asserts));
    w.press(Modifiers::NONE, Key::ArrowRight);
    w.settle();
    assert_eq!(stance(&w), Some(Stance::Reports));
    assert!(w.harness.get_by_role_and_label(Role::ListItem, "Step 2, 2003: Bob reports what Ann says, about step 1").is_focused());
    w.press(Modifiers::NONE, Key::ArrowLeft);
    w.press(Modifiers::NONE, Key::ArrowLeft);
    w.settle();
    assert_eq!(w.selected(), [claim]);
    // A click selects what was said.
    w.harness.get_by_role_and_label(Role::ListItem, "Step 3, 2005: Ann denies").click();
    w.settle();
    assert_eq!(stance(&w), Some(Stance::Denies));
    w.press(Modifiers::NONE, Key::Escape);
    w.settle();
    assert_eq!((w.editor().traced(), stance(&w)), (None, Some(Stance::Denies)), "back on the map what was selected still is");
    assert!(!has(&w, "Step 1, 2001"));
}

#[test]
fn the_provenance_opens_as_large_as_can_be_read() {
    let mut b = MapBuilder::new(1);
    let claim = b.claim("It rained");
    b.place(ViewId::main(), claim, Placement { x: 0, y: 0, pinned: false });
    let mut said = claim;
    for i in 0..12 {
        let speaker = b.speaker(Speaker::new(SpeakerKind::Person, format!("Speaker {i}")));
        let date = format!("20{:02}", i + 1);
        said = b.attribute(Attribution { date, ..Attribution::new(Some(speaker), Stance::Asserts) }, said);
    }
    let mut w = Window::on(b.finish());
    // Asked of the map before, that is nothing to the picture.
    w.push(Action::ZoomToFit);
    w.settle();
    w.push(Command::Select(vec![claim]));
    w.press(Modifiers::NONE, Key::V);
    w.settle();
    let width = |w: &Window| w.harness.query_all_by_role(Role::ListItem).map(|card| card.rect().width()).fold(0.0, f32::max);
    let readable = width(&w);
    w.push(Action::ZoomToFit);
    w.settle();
    assert!(width(&w) < 0.9 * readable, "all of it at once is smaller: {} of {readable}", width(&w));
}

#[test]
fn the_provenance_goes_along_and_gives_way() {
    let mut b = MapBuilder::new(1);
    let (one, other) = (b.claim("It rained"), b.claim("It snowed"));
    let ann = b.speaker(Speaker::new(SpeakerKind::Person, "Ann"));
    b.attribute(Attribution::new(Some(ann), Stance::Asserts), one);
    b.place(ViewId::main(), one, Placement { x: 0, y: 0, pinned: false });
    b.place(ViewId::main(), other, Placement { x: 0, y: 300, pinned: false });
    let mut w = Window::on(b.finish());
    assert!(!w.editor().is_enabled(Action::ShowProvenance), "of nothing there is none");
    w.push(Command::Select(vec![one]));
    w.push(Action::ShowProvenance);
    w.settle();
    assert!(has(&w, "Step 1, undated: Ann asserts"));
    w.push(Command::GoTo(other));
    w.settle();
    assert!(has(&w, "It snowed. Nobody in this map says it"));
    // A look back leads to the map, and so does writing.
    w.push(Action::Back);
    w.settle();
    assert_eq!(w.editor().traced(), None);
    w.push(Action::ShowProvenance);
    w.push(Action::AddRebuttal);
    w.settle();
    assert_eq!((w.editor().traced(), w.editor().map().claims().count()), (None, 3));
    w.press(Modifiers::COMMAND, Key::Z);
    w.push(Command::Select(vec![other]));
    w.push(Action::ShowProvenance);
    w.settle();
    w.button("Back to the map");
    w.settle();
    assert_eq!(w.editor().traced(), None);
    w.push(Action::ShowProvenance);
    w.push(Action::Delete);
    w.settle();
    assert_eq!(w.editor().traced(), None, "the claim is gone");
}

#[test]
fn a_claim_says_why_to_be_careful_with_it() {
    let mut w = Window::on(quarrel());
    let claim = w.claim(NADER);
    w.until(|w| !w.editor().cautions().is_empty());
    let kinds = |w: &Window| w.editor().cautions()[&claim].iter().map(|caution| caution.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&w), [MarkKind::OneOrigin, MarkKind::Unlinked]);
    let said = "All 2 mentions have it from one origin: Ann.";
    let described = |w: &Window| {
        w.harness
            .root()
            .children_recursive()
            .any(|node| node.accesskit_node().description().is_some_and(|description| description.contains(said)))
    };
    assert!(described(&w), "screen readers are told");
    w.push(Command::Select(vec![claim]));
    w.settle();
    assert!(has(&w, said), "the inspector says it");
    // Where the origin can be looked up, one reason is gone.
    let first = w.editor().map().attributions_of(claim)[0];
    w.push(Command::NewSourceFor { attributions: vec![first], title: "A letter".into() });
    w.settle();
    let source = w.editor().map().attribution(first).unwrap().source.unwrap();
    w.push(Command::SetField(FieldEdit::Source(source, SourceField::Url("https://example.org/letter".into()))));
    w.until(|w| kinds(w) == [MarkKind::OneOrigin]);
}

#[test]
fn tables_are_switched_filtered_and_lead_to_the_map() {
    let mut w = Window::on(quarrel());
    w.push(Action::ShowTables);
    w.settle();
    assert!(has(
        &w,
        "Outcome: Gore's defeat, Cause: Nader, Speaker: Ann, Asserts: 2001, Denies: 2005, Both sides: asserts (2001), denies (2005)"
    ));
    w.button("Who agrees with whom");
    w.settle();
    // A click on a heading sorts, another the other way round.
    let top = |w: &Window, label: &str| w.harness.get_by_label_contains(label).rect().top();
    let (ann_row, bob_row) = ("Speaker: Ann", "Speaker: Bob");
    for ann_first in [true, false] {
        w.button("Sort by Speaker");
        w.settle();
        assert_eq!(top(&w, ann_row) < top(&w, bob_row), ann_first);
    }
    let bob = format!("Claim: {NADER}, Speaker: Bob, Reports: 2003");
    assert!(has(&w, &bob) && has(&w, "2 rows"));
    w.field("Filter Who agrees with whom").focus();
    w.settle();
    w.type_text("bob");
    w.settle();
    assert!(has(&w, "1 row") && !has(&w, "Speaker: Ann"));
    w.harness.get_by_label(&bob).click();
    w.settle();
    let selected = w.selected();
    assert_eq!(w.editor().map().attribution(selected[0]).map(|said| said.stance), Some(Stance::Reports));
}

#[test]
fn the_tables_begin_with_one_that_has_rows_and_go_to_a_file() {
    let mut w = Window::on(small_map());
    w.push(Action::ShowTables);
    w.settle();
    assert!(has(&w, &format!("Claim: {NADER}, Speaker: Gil Troy")), "nobody is blamed, but something is said");
    w.button("Export this table…");
    w.settle();
    assert!(w.harness.query_by_role_and_label(Role::Dialog, "Export").is_some());
    assert!(has(&w, "Who agrees with whom (CSV)"));
}

#[test]
fn the_inspector_leads_from_a_claim_to_its_trace_and_from_a_source_to_its_text() {
    let mut w = Window::on(quarrel());
    let claim = w.claim(NADER);
    w.push(Command::Select(vec![claim]));
    w.button("Who said it first");
    w.settle();
    assert!(has(&w, "Step 1, 2001: Ann asserts"));
}

#[test]
fn a_panel_that_opens_moves_nothing_in_the_provenance() {
    let mut w = Window::on(quarrel());
    let claim = w.claim(NADER);
    w.push(Command::Select(vec![claim]));
    w.push(Action::ShowProvenance);
    w.settle();
    let first = |w: &Window| w.harness.get_by_role_and_label(Role::ListItem, "Step 1, 2001: Ann asserts").rect().min;
    let canvas = |w: &Window| w.harness.get_by_role_and_label(Role::Canvas, "3 steps from the origin to the latest").rect().min;
    let before = first(&w) - canvas(&w);
    w.push(Action::ShowProblems);
    w.settle();
    let after = first(&w) - canvas(&w);
    assert!((before - after).length() < 1.0, "{before:?} {after:?}");
}

#[test]
fn a_date_counted_from_another_gets_its_bounds() {
    let mut w = Window::on(small_map());
    let said = w.editor().map().attributions().next().unwrap().0;
    w.push(Command::Select(vec![said]));
    w.settle();
    w.harness.get_by_label("Date rests on: Not said").click();
    w.settle();
    w.button("Counted from another date");
    w.settle();
    for (field, text) in [("Counted from", "2017-01-04"), ("Date in words", "last month")] {
        w.field(field).focus();
        w.settle();
        w.type_text(text);
        w.press(Modifiers::NONE, Key::Enter);
        w.settle();
    }
    let editor = w.editor();
    let dating = &editor.map().attribution(said).unwrap().dating;
    assert_eq!(dating.basis, Some(DateBasis::Relative));
    assert_eq!((dating.earliest.as_str(), dating.latest.as_str()), ("2016-12-01", "2016-12-31"));
}
