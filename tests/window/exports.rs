//! The export dialog, and pictures on the clipboard.

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable;
use elenchus::editor::{Action, Command};

use crate::harness::{NADER, Window, small_map};

fn choose(w: &mut Window, from: &str, to: &str) {
    w.harness.get_by_role_and_label(Role::ComboBox, from).click();
    w.settle();
    w.harness.get_by_role_and_label(Role::Button, to).click();
    w.settle();
}

fn has(w: &Window, label: &str) -> bool {
    w.harness.query_all_by_label_contains(label).next().is_some()
}

/// Losses are counted off the window's thread: waits until they are told.
fn told(w: &mut Window, label: &str) {
    w.until(|w| has(w, label));
}

#[test]
fn the_export_dialog_says_what_is_lost_for_each_choice() {
    let mut w = Window::on(small_map());
    w.push(Action::Export);
    told(&mut w, "Nothing in the map is left unsaid");
    assert!(has(&w, "The bare map, as the canvas shows it"));
    choose(&mut w, "Format: SVG picture (.svg)", "PNG picture (.png)");
    told(&mut w, "Will not be kept: 1 source with its particulars");
    assert!(has(&w, "Transparent background"));
    choose(&mut w, "Format: PNG picture (.png)", "PDF document (.pdf)");
    choose(&mut w, "For: Screen", "Assignment");
    assert!(has(&w, "Page: A4") && has(&w, "Colours: Print"));
    told(&mut w, "Nothing in the map is left unsaid");
}

#[test]
fn short_clicks_open_lists_and_choose_from_them() {
    // Down and up within one frame, as touchpads do.
    let click = |w: &mut Window, role: Role, label: &str| {
        let pos = w.harness.get_by_role_and_label(role, label).rect().center();
        w.harness.event(egui::Event::PointerMoved(pos));
        w.settle();
        for pressed in [true, false] {
            let event = egui::Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
            w.harness.input_mut().events.push(event);
        }
        w.settle();
    };
    let mut w = Window::on(small_map());
    w.push(Action::Export);
    w.settle();
    click(&mut w, Role::ComboBox, "Format: SVG picture (.svg)");
    click(&mut w, Role::Button, "PNG picture (.png)");
    assert!(has(&w, "Format: PNG picture (.png)"), "the list lies above the dialog");
}

#[test]
fn lists_are_chosen_from_by_keyboard() {
    let mut w = Window::on(small_map());
    w.push(Action::Export);
    let field = |w: &Window, name: &str| w.harness.get_by_role_and_label(Role::ComboBox, name).is_focused();
    w.harness.get_by_role_and_label(Role::ComboBox, "Format: SVG picture (.svg)").focus();
    w.settle();
    w.press(Modifiers::NONE, Key::Enter);
    w.settle();
    assert!(w.harness.get_by_role_and_label(Role::Button, "SVG picture (.svg)").is_focused(), "the entry that holds");
    w.press(Modifiers::NONE, Key::ArrowDown);
    w.press(Modifiers::NONE, Key::Enter);
    w.settle();
    assert!(field(&w, "Format: PNG picture (.png)"), "the keyboard is back on the field");
    assert!(w.harness.query_by_role_and_label(Role::Button, "SVG picture (.svg)").is_none(), "the list is closed");
    w.press(Modifiers::NONE, Key::Space);
    w.settle();
    w.press(Modifiers::NONE, Key::ArrowDown);
    w.press(Modifiers::NONE, Key::Escape);
    w.settle();
    assert!(field(&w, "Format: PNG picture (.png)"), "Escape leaves the list, not the dialog");
    assert!(w.harness.query_by_role_and_label(Role::Button, "SVG picture (.svg)").is_none(), "the list is closed");
}

#[test]
fn a_part_can_be_exported_once_something_is_selected() {
    let mut w = Window::on(small_map());
    let thesis = w.claim(NADER);
    w.push(Command::Select(vec![thesis]));
    w.push(Action::Export);
    choose(&mut w, "Part of the map: All of it", "The selection and all that bears on it");
    told(&mut w, "1 claim is left out");
    choose(&mut w, "Part of the map: The selection and all that bears on it", "The selection");
    told(&mut w, "2 claims are left out");
}

#[test]
fn a_large_picture_says_how_far_it_is_and_can_be_stopped() {
    let mut b = elenchus::model::MapBuilder::new(1);
    for i in 0..60 {
        let claim = b.claim(format!("Claim number {i} has some words in it so that there is something to be drawn"));
        let place = elenchus::model::Placement { x: (i % 10) * 300, y: (i / 10) * 140, pinned: false };
        b.place(elenchus::base::ViewId::main(), claim, place);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.png");
    let mut w = Window::on(b.finish());
    w.push(Action::Export);
    choose(&mut w, "Format: SVG picture (.svg)", "PNG picture (.png)");
    choose(&mut w, "Size: 2×", "4×");
    w.button("Export…");
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "Export to").is_some());
    w.field("Path").focus();
    w.settle();
    w.press(Modifiers::COMMAND, Key::A);
    w.type_text(&path.to_string_lossy());
    w.press(Modifiers::NONE, Key::Enter);
    let runs = |w: &Window| w.harness.query_by_role_and_label(Role::ProgressIndicator, "Exporting").is_some();
    w.until(runs);
    w.button("Stop what runs");
    assert!(!runs(&w));
    // What was stopped does not come later.
    std::thread::sleep(std::time::Duration::from_secs(2));
    w.settle();
    assert!(!path.exists() && !has(&w, "Exported"));
}

#[test]
fn pictures_are_copied() {
    for (action, told) in [(Action::CopyPicture, "Copied a picture of"), (Action::CopySvg, "Copied as SVG")] {
        let mut w = Window::on(small_map());
        w.app().push(action);
        let mut copied = Vec::new();
        for _ in 0..2_000 {
            w.harness.step();
            let commands = &w.harness.output().platform_output.commands;
            copied.extend(commands.iter().filter(|c| matches!(c, OutputCommand::CopyImage(_) | OutputCommand::CopyText(_))).cloned());
            if !copied.is_empty() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        w.settle();
        assert!(has(&w, told), "{action:?}");
        match copied.as_slice() {
            [OutputCommand::CopyImage(image)] => assert!(image.size[0] > 400 && action == Action::CopyPicture),
            [OutputCommand::CopyText(text)] => assert!(text.starts_with("<svg") && action == Action::CopySvg),
            other => panic!("{action:?}: {} commands", other.len()),
        }
    }
}

/// A map in a file of its own.
fn in_file(folder: &tempfile::TempDir) -> (Window, std::path::PathBuf) {
    let path = folder.path().join("map.ron");
    std::fs::write(&path, elenchus::formats::native::to_text(&small_map())).unwrap();
    let mut w = Window::on(elenchus::model::MapBuilder::new(1).finish());
    w.push(Command::OpenPath(path.clone()));
    w.until(|w| w.editor().path().is_some());
    w.settle();
    (w, path)
}

fn to_path(w: &mut Window, path: &std::path::Path) {
    w.button("Export…");
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "Export to").is_some());
    w.field("Path").focus();
    w.settle();
    w.press(Modifiers::COMMAND, Key::A);
    w.type_text(&path.to_string_lossy());
    w.press(Modifiers::NONE, Key::Enter);
    w.settle();
}

#[test]
fn an_export_never_replaces_the_map_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (mut w, path) = in_file(&folder);
    let before = std::fs::read(&path).unwrap();
    let thesis = w.claim(NADER);
    w.push(Command::Select(vec![thesis]));
    w.push(Action::Export);
    choose(&mut w, "Format: SVG picture (.svg)", "Argument map (RON) (.ron)");
    choose(&mut w, "Part of the map: All of it", "The selection");
    to_path(&mut w, &path);
    told(&mut w, "is the file of the map itself");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(w.harness.query_by_role_and_label(Role::Dialog, "Export to").is_some(), "another name can be given");
}

#[test]
fn the_next_export_begins_as_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let (mut w, _) = in_file(&folder);
    w.push(Action::Export);
    choose(&mut w, "Format: SVG picture (.svg)", "PDF document (.pdf)");
    choose(&mut w, "For: Screen", "Assignment");
    to_path(&mut w, &folder.path().join("nowhere").join("map.pdf"));
    told(&mut w, "There is no folder");
    w.push(Action::Export);
    assert!(has(&w, "Format: PDF document (.pdf)") && has(&w, "For: Assignment") && has(&w, "Page: A4"));
}

#[test]
fn only_files_are_offered_to_be_replaced_and_not_by_a_hasty_enter() {
    let folder = tempfile::tempdir().unwrap();
    let (mut w, _) = in_file(&folder);
    let (taken, there) = (folder.path().join("taken.svg"), folder.path().join("there.svg"));
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(&there, "mine").unwrap();
    w.push(Action::Export);
    to_path(&mut w, &taken);
    told(&mut w, "is a folder");
    w.push(Action::Export);
    to_path(&mut w, &there);
    w.until(|w| w.harness.query_by_role_and_label(Role::Dialog, "Replace the file?").is_some());
    w.settle();
    w.press(Modifiers::NONE, Key::Enter);
    w.settle();
    assert!(w.harness.query_by_role_and_label(Role::Dialog, "Replace the file?").is_none(), "Cancel has the keyboard");
    assert_eq!(std::fs::read(&there).unwrap(), b"mine");
}
