//! Seeing less: folded branches, focus, filter, hidden ways, and the way back.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::base::ViewId;
use elenchus::editor::Action;
use elenchus::model::{ArgumentMap, Attribution, Claim, ClaimKind, MapBuilder, Placement, Speaker, SpeakerKind, Stance};

use crate::harness::{NADER, Window};

const VOTERS: &str = "His voters would have chosen Gore";
const POLLS: &str = "Exit polls asked them";
const PRESS: &str = "The press repeated it";

/// A chain of four claims, and a speaker of the last.
fn chain() -> ArgumentMap {
    let mut b = MapBuilder::new(3);
    let nader = b.node(Claim { kind: Some(ClaimKind::Cause), ..Claim::new(NADER) });
    let (voters, polls, press) = (b.claim(VOTERS), b.claim(POLLS), b.claim(PRESS));
    b.support(&[voters], nader);
    b.support(&[polls], voters);
    b.rebut(&[press], nader);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    b.attribute(Attribution::new(Some(troy), Stance::Reports), polls);
    b.attribute(Attribution::new(Some(troy), Stance::Asserts), nader);
    for (id, x, y) in [(nader, 0, -260), (voters, -220, -60), (polls, -220, 160), (press, 220, -60)] {
        b.place(ViewId::main(), id, Placement { x, y, pinned: false });
    }
    b.finish()
}

impl Window {
    fn shows(&self, claim: &str) -> bool {
        let named = format!("Claim: {claim}.");
        self.harness.query_all_by(move |n| n.role() == Role::ListItem && n.label().is_some_and(|l| l.starts_with(&named))).next().is_some()
    }

    fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    pub fn choose(&mut self, menu: &str, choice: &str) {
        self.button(menu);
        self.harness.get_by_role_and_label(Role::CheckBox, choice).click();
        self.settle();
        self.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_branch_folds_by_key_and_by_its_number() {
    let mut w = Window::on(chain());
    let before = w.card(NADER).rect();
    w.card(VOTERS).click();
    w.settle();
    w.press(Modifiers::NONE, Key::F);
    assert!(w.shows(VOTERS) && !w.shows(POLLS));
    assert!(w.editor().describe(w.claim(VOTERS)).ends_with("1 claim folded."));
    w.press(Modifiers::SHIFT, Key::F);
    assert!(w.shows(NADER) && !w.shows(VOTERS) && !w.shows(PRESS));
    w.press(Modifiers::COMMAND, Key::Num0);
    w.button(&format!("Unfold 3 claims of “{NADER}”"));
    assert_eq!((w.shows(VOTERS), w.shows(PRESS), w.shows(POLLS)), (true, true, false), "what is folded further down stays folded");
    w.button(&format!("Unfold 1 claim of “{VOTERS}”"));
    assert!(w.shows(POLLS));
    let undone = w.editor().undo_label().map(str::to_owned);
    assert_eq!(undone, None, "folding is no step");
    w.press(Modifiers::COMMAND, Key::Num0);
    assert_eq!(w.card(NADER).rect().center().y - w.card(POLLS).rect().center().y, before.center().y - w.card(POLLS).rect().center().y);
    // The control on the card that is selected.
    w.card(NADER).click();
    w.settle();
    w.button(&format!("Fold the branch of “{NADER}”"));
    assert!(!w.shows(VOTERS));
}

#[test]
fn focus_is_a_bar_with_steps_and_a_way_out() {
    let mut w = Window::on(chain());
    w.card(POLLS).click();
    w.settle();
    w.press(Modifiers::NONE, Key::O);
    assert!(w.has("2 steps") && w.has("3 of 4 shown") && !w.shows(PRESS));
    w.button("Narrower focus");
    assert!(w.has("1 step") && !w.shows(NADER));
    w.button("Wider focus");
    w.button("Wider focus");
    assert!(w.has("3 steps") && w.shows(PRESS));
    w.press(Modifiers::NONE, Key::Escape);
    assert!(!w.has("3 steps") && w.shows(PRESS));
    assert_eq!(w.selected(), vec![w.claim(POLLS)], "the selection stays");
    w.press(Modifiers::NONE, Key::O);
    w.button("Leave focus");
    assert!(!w.has("3 steps") && w.shows(PRESS));
}

#[test]
fn a_filter_says_how_much_it_shows_and_hidden_claims_do_not_break_ways() {
    let mut w = Window::on(chain());
    w.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    w.choose("Filter by Speaker", "Gil Troy");
    assert!(w.has("2 of 4 shown") && w.shows(NADER) && w.shows(POLLS) && !w.shows(VOTERS));
    let link = format!("1 hidden between “{POLLS}” and “{NADER}”");
    w.button(&link);
    assert!(w.shows(VOTERS) && w.has("3 of 4 shown") && !w.has(&link));
    assert_eq!(w.selected(), vec![w.claim(VOTERS)]);
    w.choose("Filter by Kind", "Cause");
    assert!(w.has("1 of 4 shown") && !w.shows(POLLS));
    w.button("Clear filter");
    assert!(w.shows(PRESS) && !w.has("1 of 4 shown") && w.has("Filter by Kind"));
    w.button("Close the filter");
    assert!(!w.has("Filter by Kind"));
}

#[test]
fn jumps_are_taken_back_by_keys_and_by_the_mouse() {
    let mut w = Window::on(chain());
    w.card(NADER).click();
    w.settle();
    let there = w.card(NADER).rect();
    w.push(elenchus::editor::Command::GoTo(w.claim(POLLS)));
    w.press(Modifiers::NONE, Key::O);
    assert_ne!(w.card(POLLS).rect(), there);
    for expected in [POLLS, NADER] {
        w.press(Modifiers::COMMAND, Key::OpenBracket);
        assert_eq!(w.selected(), vec![w.claim(expected)]);
    }
    assert!(w.shows(PRESS) && (w.card(NADER).rect().center() - there.center()).length() < 1.0, "the camera is back as well");
    for pressed in [true, false] {
        let pos = w.card(NADER).rect().center();
        w.harness.event(egui::Event::PointerButton { pos, button: PointerButton::Extra2, pressed, modifiers: Modifiers::NONE });
        w.harness.step();
    }
    w.settle();
    assert_eq!(w.selected(), vec![w.claim(POLLS)]);
    w.press(Modifiers::COMMAND, Key::CloseBracket);
    assert!(w.has("2 steps"), "forward into the focus");
}

#[test]
fn the_outline_says_what_the_canvas_hides() {
    let mut w = Window::on(chain());
    w.push(Action::ShowOutline);
    let rows = |w: &Window, end: &str| {
        let rows = w.harness.query_all_by_role(Role::TreeItem);
        rows.filter(|row| row.accesskit_node().label().is_some_and(|label| label.ends_with(end))).count()
    };
    assert_eq!(rows(&w, "(hidden on the canvas)"), 0);
    w.push(elenchus::editor::Command::Select(vec![w.claim(VOTERS)]));
    w.push(Action::ToggleFold);
    assert_eq!(rows(&w, &format!("{POLLS} (hidden on the canvas)")), 1);
    assert_eq!(rows(&w, "(hidden on the canvas)"), 1, "the claim; who says it is not listed");
    w.push(Action::UnfoldAll);
    assert_eq!(rows(&w, "(hidden on the canvas)"), 0);
}
