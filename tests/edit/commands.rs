//! The command table, and the editor as whoever drives it sees it: commands in, effects out.

use std::collections::BTreeSet;

use elenchus::base::{Rng, ViewId};
use elenchus::editor::{Action, Command, Editor, Effect, Entry, Loaded, Menu, Pasted};
use elenchus::layout::Scope;
use elenchus::model::{ArgumentMap, Placement, RelationKind};
use emath::{pos2, vec2};

use crate::sketch::{id, placed_map, show};

fn loaded(map: ArgumentMap) -> Command {
    Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: Some("test.ron".into()), name: "test".to_owned(), unsaved: false }))
}

fn editor(lines: &str) -> Editor {
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(loaded(placed_map(lines)));
    editor.take_effects();
    editor
}

fn toast(editor: &mut Editor) -> Option<String> {
    editor.take_effects().into_iter().find_map(|e| if let Effect::Toast(toast) = e { Some(toast.text) } else { None })
}

/// What the editor asks of its driver, but for what it tells screen readers and the room it asks for.
fn asked(editor: &mut Editor) -> Vec<Effect> {
    let mut effects = editor.take_effects();
    effects.retain(|effect| !matches!(effect, Effect::Announce(_) | Effect::MakeRoom(_)));
    effects
}

#[test]
fn the_table_is_sound() {
    let mut ids = BTreeSet::new();
    let mut keys = BTreeSet::new();
    for action in Action::ALL {
        let info = action.info();
        assert!(ids.insert(info.id), "{} twice", info.id);
        assert!(info.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{}", info.id);
        assert_eq!(Action::from_id(info.id), Some(*action));
        assert!(!action.title().is_empty() && !action.hint().is_empty() && !action.hint().ends_with('.'), "{}", info.id);
        for key in info.keys {
            assert!(keys.insert((action.is_of_reader(), key.to_lowercase())), "{key} twice");
            let parts: Vec<&str> = key.split('+').collect();
            let (name, modifiers) = parts.split_last().unwrap();
            assert!(!name.is_empty());
            let order: Vec<_> = modifiers.iter().map(|m| ["Ctrl", "Alt", "Shift"].iter().position(|known| known == m).unwrap()).collect();
            assert!(order.is_sorted(), "{key}");
        }
    }
    let places: Vec<(Menu, u8)> = Action::ALL.iter().map(|a| (a.info().menu, a.info().section)).collect();
    assert!(places.is_sorted(), "the table is in the order of the menus");
}

/// Selection, action, map afterwards or the words of the refusal.
fn check(lines: &str, selected: &str, action: Action, expected: &str) {
    let mut editor = editor(lines);
    let start = editor.map().clone();
    editor.dispatch(Command::Select(selected.split_whitespace().map(id).collect()));
    let enabled = editor.is_enabled(action);
    editor.dispatch(action);
    let got = match toast(&mut editor) {
        Some(why) if **editor.map() == *start => {
            assert!(!enabled || why.contains("cannot"), "{why}");
            why
        }
        _ => show(editor.map(), &start),
    };
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(got, expected.join("\n"), "{action:?} on {selected}");
}

#[test]
fn actions_on_a_selection() {
    let lines = "r_1: c_a -> c_b\n a_1: - asserts c_b";
    check(lines, "c_a", Action::AddSupport, "a_1: - asserts c_b\n c_new = \n r_1: c_a -> c_b\n r_new: c_new -> c_a");
    check(lines, "a_1", Action::AddRebuttal, "a_1: - asserts c_b\n c_new = \n r_1: c_a -> c_b\n r_new: c_new -x a_1");
    check(lines, "r_1", Action::AddUndercut, "a_1: - asserts c_b\n c_new = \n r_1: c_a -> c_b\n r_new: c_new -x r_1");
    check(lines, "c_a", Action::AddUndercut, "a_1: - asserts c_b\n c_new = \n r_1: c_a -> c_b\n r_new: c_new -x r_1");
    check(lines, "c_a", Action::AddCoPremise, "a_1: - asserts c_b\n c_new = \n r_1: c_a c_new -> c_b");
    check(lines, "c_b", Action::AddCoPremise, "This is no step of an argument. Select the arrow between two claims first.");
    check(lines, "a_1", Action::AddAttribution, "a_1: - asserts c_b\n a_new: - asserts a_1\n r_1: c_a -> c_b");
    check(lines, "", Action::AddSupport, "Nothing is selected. Select a claim, an arrow or an attribution first.");
    check(lines, "r_1", Action::EditText, "No claim is selected. Select one first.");
    check(lines, "r_1", Action::Copy, "No claim is selected. Select the claims to copy; what joins them comes along.");
    check(lines, "c_a", Action::Undo, "There is nothing to undo.");
    check(lines, "c_b", Action::Delete, "c_a");
    check(lines, "c_b", Action::Cut, "c_a");
    check(
        lines,
        "c_a c_b",
        Action::Duplicate,
        "a_1: - asserts c_b\n a_new: - asserts c_new\n c_new = c_a\n c_new = c_b\n r_1: c_a -> c_b\n r_new: c_new -> c_new",
    );
}

#[test]
fn walking_the_argument() {
    let mut editor = editor("r_1: c_a c_b -> c_c\n r_2: c_d -x c_c\n a_1: - asserts c_c\n a_2: - denies c_c");
    editor.dispatch(Command::Select(vec![id("c_a")]));
    let way = [
        (Action::SelectTarget, "r_1"),
        (Action::SelectTarget, "c_c"),
        (Action::SelectGrounds, "r_1"),
        (Action::SelectSibling, "r_2"),
        (Action::SelectSibling, "r_1"),
        (Action::SelectGrounds, "c_a"),
        (Action::SelectSibling, "c_b"),
        (Action::SelectRight, "c_c"),
        (Action::SelectAttribution, "a_1"),
        (Action::SelectAttribution, "a_2"),
        (Action::SelectTarget, "c_c"),
        (Action::SelectLeft, "c_b"),
        (Action::SelectNext, "c_c"),
        (Action::SelectNext, "c_d"),
        (Action::SelectNext, "c_a"),
        (Action::SelectPrevious, "c_d"),
        (Action::SelectUp, "c_d"),
    ];
    for (step, (action, expected)) in way.into_iter().enumerate() {
        editor.dispatch(action);
        assert_eq!(editor.selection().single(), Some(id(expected)), "step {step}, {action:?}");
    }
}

#[test]
fn unsaved_changes_are_asked_about() {
    let mut editor = editor("c_a = A");
    editor.dispatch(Action::CloseTab);
    assert_eq!(asked(&mut editor), [Effect::CloseTab]);
    editor.dispatch(Command::Move { nodes: vec![id("c_a")], delta: vec2(1.0, 0.0) });
    editor.dispatch(Action::CloseTab);
    assert_eq!(asked(&mut editor), [Effect::AskUnsaved]);
    editor.dispatch(Command::SaveAndClose);
    let mark = editor.mark();
    assert_eq!(asked(&mut editor), [Effect::WriteFile { path: "test.ron".into(), mark }]);
    editor.dispatch(Command::Failed("The disk is full.".to_owned()));
    assert_eq!(toast(&mut editor).as_deref(), Some("The disk is full."));
    editor.dispatch(Action::Save);
    editor.take_effects();
    editor.dispatch(Command::Saved { path: "test.ron".into(), mark });
    assert_eq!(asked(&mut editor), [], "the failed save took the closing with it");
    editor.dispatch(Command::Move { nodes: vec![id("c_a")], delta: vec2(1.0, 0.0) });
    let mark = editor.mark();
    editor.dispatch(Command::SaveAndClose);
    editor.dispatch(Command::Move { nodes: vec![id("c_a")], delta: vec2(1.0, 0.0) });
    editor.dispatch(Command::Saved { path: "test.ron".into(), mark });
    assert_eq!(asked(&mut editor).last(), Some(&Effect::AskUnsaved), "changed while it was written");
    editor.dispatch(Command::DiscardAndClose);
    assert_eq!(asked(&mut editor), [Effect::CloseTab]);
}

#[test]
fn what_is_opened_leaves_this_map_alone() {
    let mut editor = editor("c_a = A");
    editor.dispatch(Command::Move { nodes: vec![id("c_a")], delta: vec2(1.0, 0.0) });
    for (command, effect) in [
        (Command::OpenPath("other.ron".into()), Effect::ReadFile("other.ron".into())),
        (Action::Open.into(), Effect::AskOpen),
        (Action::New.into(), Effect::NewTab),
        (Action::NextTab.into(), Effect::ShowNextTab(true)),
        (Action::Quit.into(), Effect::Quit),
    ] {
        editor.dispatch(command);
        assert_eq!(asked(&mut editor), [effect]);
    }
    assert!(editor.is_dirty() && editor.map().claim(id("c_a")).is_some());
    let map = placed_map("c_z = Z");
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: String::new(), unsaved: true })));
    assert!(editor.is_dirty() && editor.undo_label().is_none(), "a recovered map is in no file yet");
}

#[test]
fn a_map_without_file_asks_where_to() {
    let mut editor = Editor::new(Rng::new(1));
    editor.dispatch(Command::AddClaimAt(pos2(3.4, -2.6)));
    let new = editor.selection().single().unwrap();
    assert_eq!(editor.map().placement(ViewId::main(), new), Some(Placement { x: 3, y: -3, pinned: false }));
    assert_eq!(asked(&mut editor), [Effect::EditText(new)], "placed by hand: no layout");
    editor.dispatch(Action::Save);
    assert_eq!(asked(&mut editor), [Effect::AskSaveAs { suggested: "Untitled.ron".to_owned() }]);
    editor.dispatch(Command::SaveTo("dir/My debate.ron".into()));
    let mark = editor.mark();
    assert_eq!(asked(&mut editor), [Effect::WriteFile { path: "dir/My debate.ron".into(), mark }]);
    editor.dispatch(Command::Saved { path: "dir/My debate.ron".into(), mark });
    assert_eq!((editor.name(), editor.is_dirty()), ("My debate", false));
}

#[test]
fn deleting_an_entry_that_is_named_asks_first() {
    let mut editor = editor("a_1: sp_ann asserts c_a\n sp_ann = Ann\n sp_bob = Bob");
    let (ann, bob) = (Entry::Speaker("sp_ann".parse().unwrap()), Entry::Speaker("sp_bob".parse().unwrap()));
    editor.dispatch(Command::SelectEntry(bob));
    editor.dispatch(Action::Delete);
    assert_eq!((editor.map().speakers().len(), editor.selection().is_empty()), (1, true));
    editor.dispatch(Command::DeleteEntry(ann));
    let Some(Effect::Confirm { text, yes }) = editor.take_effects().pop() else { panic!("no question") };
    assert_eq!(text, "Delete “Ann”? 1 record that names it stays, without it.");
    editor.dispatch(*yes);
    assert!(editor.map().speakers().is_empty());
    assert_eq!(editor.map().attribution(id("a_1")).unwrap().speaker, None);
}

#[test]
fn deleting_says_what_else_went() {
    let mut editor = editor("r_1: c_a -> c_b\n a_1: - asserts c_b");
    editor.dispatch(Command::DeleteNodes(vec![id("c_b")]));
    assert_eq!(
        toast(&mut editor).as_deref(),
        Some("The claim is deleted. 1 relation and 1 attribution go with it. 1 claim bears on nothing now.")
    );
}

#[test]
fn pasting_moves_on_and_can_be_repeated() {
    let mut editor = editor("c_a = A");
    editor.dispatch(Action::SelectAll);
    editor.dispatch(Action::Copy);
    assert_eq!(asked(&mut editor).first(), Some(&Effect::CopyText("A".to_owned())));
    editor.dispatch(Action::Paste);
    assert_eq!(asked(&mut editor), [Effect::AskPaste { under: false }]);
    let paste = || Command::Paste(Box::new(Pasted { text: "A".to_owned(), ..Pasted::default() }));
    editor.dispatch(paste());
    editor.dispatch(paste());
    let mut places: Vec<i32> = editor.map().views()[&ViewId::main()].placements.values().map(|p| p.x).collect();
    places.sort_unstable();
    assert_eq!(places, [0, 32, 64]);
    assert_eq!(editor.done_labels().collect::<Vec<_>>(), ["Paste claim", "Paste claim"]);
}

#[test]
fn a_layout_of_everything_is_a_step() {
    let mut editor = editor("c_a = A\n c_b = B");
    editor.dispatch(Command::Select(vec![id("c_b")]));
    editor.dispatch(Action::TogglePin);
    editor.dispatch(Action::LayOut);
    assert_eq!(asked(&mut editor), [Effect::StartLayout(Scope::Everything)]);
    let placements = vec![(id("c_a"), Placement { x: 9, y: 9, pinned: false })];
    editor.dispatch(Command::ApplyLayout { scope: Scope::Everything, view: ViewId::main(), revision: editor.revision(), placements });
    assert_eq!(editor.done_labels().collect::<Vec<_>>(), ["Pin claim", "Lay out"]);
    editor.dispatch(Action::TogglePin);
    assert_eq!(editor.undo_label(), Some("Unpin claim"));
}

#[test]
fn nothing_panics_on_ids_that_are_gone() {
    let mut editor = editor("r_1: c_a -> c_b");
    let gone = id("c_gone");
    let commands = [
        Command::Select(vec![gone]),
        Command::ToggleSelected(gone),
        Command::EditTextOf(gone),
        Command::SetText { node: gone, text: "x".to_owned() },
        Command::CancelNew(gone),
        Command::AddReason { kind: RelationKind::Support, target: gone },
        Command::Connect { from: gone, to: id("c_a"), kind: RelationKind::Rebuttal },
        Command::Retarget { node: id("r_1"), to: gone },
        Command::DeleteNodes(vec![gone]),
        Command::Move { nodes: vec![gone], delta: vec2(1.0, 1.0) },
        Command::ShowView("other".parse().unwrap()),
        Command::DeleteEntry(Entry::Speaker("sp_x".parse().unwrap())),
    ];
    let start = editor.map().clone();
    for command in commands {
        editor.dispatch(command);
    }
    assert_eq!(**editor.map(), *start);
    assert_eq!(editor.revision(), 1);
}
