//! The trace of a claim, chains entered in a sentence, and the tables of who says what.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::base::ViewId;
use elenchus::editor::{Action, Command};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, DateBasis, MapBuilder, Placement, Quotation, Speaker, SpeakerKind, Stance,
};

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
