//! The window for those who see little, hear it, or use keys alone.

use egui::accesskit::{Live, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::app::Startup;
use elenchus::editor::{Action, Command};
use elenchus::io::Config;

use crate::harness::{NADER, VOTES, Window, small_map};

/// Roles that do something when they are pressed or typed in.
const INTERACTIVE: &[Role] = &[
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::ListItem,
    Role::MenuItem,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
    Role::TreeItem,
];

/// Fails where something that can be used has no name.
fn all_named(w: &Window, place: &str) {
    let nodes = w.harness.query_all_by(|n| INTERACTIVE.contains(&n.role()));
    let mut count = 0;
    for node in nodes {
        let node = node.accesskit_node();
        count += 1;
        let named = node.label().is_some_and(|label| !label.trim().is_empty());
        assert!(named, "{place}: a {:?} without a name at {:?}", node.role(), node.bounding_box());
    }
    assert!(count > 5, "{place}: {count}");
}

/// What the live region says.
fn said(w: &Window) -> String {
    let region = w.harness.get_by(|n| n.role() == Role::Status);
    assert_eq!(region.accesskit_node().live(), Live::Polite);
    region.accesskit_node().label().unwrap_or_default()
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    let mut w = Window::on(small_map());
    all_named(&w, "nothing selected");
    let nodes: Vec<_> = w.editor().map().nodes().map(|(id, _)| id).collect();
    for node in nodes {
        w.push(Command::Select(vec![node]));
        all_named(&w, &format!("{node} selected"));
    }
    w.push(Action::SelectAll);
    all_named(&w, "all selected");
    for panel in Action::ALL.iter().filter(|a| a.info().id.starts_with("show-") && **a != Action::ShowAbout && **a != Action::ShowShortcuts)
    {
        w.push(*panel);
        all_named(&w, panel.title());
    }
    for dialog in [Action::Settings, Action::ShowShortcuts, Action::ShowAbout, Action::Export, Action::TogglePalette] {
        w.push(dialog);
        all_named(&w, dialog.title());
        w.press(Modifiers::NONE, Key::Escape);
        w.press(Modifiers::NONE, Key::Escape);
    }
    for menu in elenchus::editor::Menu::ALL {
        w.button(menu.title());
        all_named(&w, menu.title());
        w.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn what_a_command_did_is_told() {
    let mut w = Window::on(small_map());
    let nader = w.claim(NADER);
    w.push(Command::Select(vec![nader]));
    w.press(Modifiers::NONE, Key::R);
    assert_eq!(said(&w), format!("Rebuttal added to “{NADER}”"));
    w.press(Modifiers::NONE, Key::Escape);
    w.push(Command::Select(vec![nader]));
    w.press(Modifiers::NONE, Key::N);
    assert_eq!(said(&w), "Claim 2 of 3");
    w.press(Modifiers::COMMAND, Key::A);
    assert_eq!(said(&w), "5 selected");
}

#[test]
fn relations_are_followed_in_the_tree() {
    let w = Window::on(small_map());
    let premise = w.card(VOTES);
    let support = w.relation("Support");
    let leads: Vec<_> = premise.accesskit_node().data().flow_to().to_vec();
    assert_eq!(leads.len(), 1);
    let target = support.accesskit_node().data().flow_to().to_vec();
    assert_eq!(target.len(), 1);
    let nader = w.card(NADER);
    assert_eq!(nader.accesskit_node().data().details().len(), 1, "who says it");
    assert_eq!((nader.accesskit_node().data().position_in_set(), nader.accesskit_node().data().size_of_set()), (Some(0), Some(3)));
}

#[test]
fn looks_and_sizes_are_chosen_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let config = Config::at(folder.path());
    let mut w = Window::with(Startup { config: Some(config.clone()), ..Startup::default() });
    w.press(Modifiers::COMMAND, Key::Comma);
    w.harness.get_by_label("Colours: As the system has it").click();
    w.settle();
    w.harness.get_by_label("High contrast, dark").click();
    w.settle();
    assert_eq!(w.harness.ctx.global_style().visuals.panel_fill, egui::Color32::BLACK);
    w.harness.get_by_label("Size of the interface: 100%").click();
    w.settle();
    w.harness.get_by_label("150%").click();
    w.settle();
    assert_eq!(w.harness.ctx.zoom_factor(), 1.5);
    w.button("Done");
    w.press(Modifiers::COMMAND | Modifiers::ALT, Key::Num0);
    assert_eq!(w.harness.ctx.zoom_factor(), 1.0);
    let body = w.harness.ctx.global_style().text_styles[&egui::TextStyle::Body].size;
    w.press(Modifiers::COMMAND, Key::Comma);
    w.harness.get_by_label("Text in panels and menus: 100%").click();
    w.settle();
    w.harness.get_by_label("150%").click();
    w.settle();
    assert_eq!(w.harness.ctx.global_style().text_styles[&egui::TextStyle::Body].size, 1.5 * body);
    let settings = config.settings();
    assert_eq!((settings.theme.map(|t| t.word()), settings.scale, settings.text_size), (Some("contrast-dark"), 100, 150));
    let again = Window::with(Startup { config: Some(config), ..Startup::default() });
    assert_eq!(again.harness.ctx.global_style().text_styles[&egui::TextStyle::Body].size, 1.5 * body);
}
