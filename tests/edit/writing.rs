//! Writing on, walking the argument, branches, and what goes over the clipboard.

use elenchus::base::Rng;
use elenchus::editor::{Action, Command, Editor, Effect, Loaded, Pasted};
use elenchus::model::{ArgumentMap, RelationKind};

use crate::sketch::{id, map, placed_map, show};

fn open(map: ArgumentMap) -> Editor {
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    editor.take_effects();
    editor
}

fn select(editor: &mut Editor, nodes: &str) {
    editor.dispatch(Command::Select(nodes.split_whitespace().map(id).collect()));
}

/// What the last copy put on the clipboard, as another window of the program gets it.
fn copied(editor: &mut Editor) -> Pasted {
    editor
        .take_effects()
        .into_iter()
        .find_map(|e| if let Effect::KeepCopy { text, exact } = e { Some(Pasted { text, exact: Some(exact), under: false }) } else { None })
        .unwrap()
}

fn paste_text(editor: &mut Editor, text: &str) {
    editor.dispatch(Command::Paste(Box::new(Pasted { text: text.to_owned(), ..Pasted::default() })));
}

/// What an action on a selection adds to a map.
fn added(lines: &str, selected: &str, action: Action) -> Vec<String> {
    let mut editor = open(placed_map(lines));
    let start = editor.map().clone();
    select(&mut editor, selected);
    editor.dispatch(action);
    let before: Vec<String> = show(&start, &start).lines().map(str::to_owned).collect();
    show(editor.map(), &start).lines().filter(|l| !before.contains(&(*l).to_owned()) && *l != "c_new =").map(str::to_owned).collect()
}

#[test]
fn one_key_for_what_comes_next() {
    let lines = "r_1: c_a -> c_b\n r_2: c_x -x c_b\n r_3: c_u -x r_1\n a_1: - asserts c_b";
    let table: &[(&str, Action, &[&str])] = &[
        ("c_a", Action::AddSibling, &["r_new: c_new -> c_b"]),
        ("c_x", Action::AddSibling, &["r_new: c_new -x c_b"]),
        ("r_2", Action::AddSibling, &["r_new: c_new -x c_b"]),
        ("c_u", Action::AddSibling, &["r_new: c_new -x r_1"]),
        ("c_b", Action::AddSibling, &[]),
        ("a_1", Action::AddSibling, &["a_new: - asserts c_b"]),
        ("c_u", Action::AddSiblingAbove, &["r_new: c_new -> c_b"]),
        ("c_a", Action::AddSiblingAbove, &[]),
        ("c_b", Action::AddParent, &["r_new: c_b -> c_new"]),
        ("c_a c_x", Action::AddParent, &["r_new: c_a -> c_new", "r_new: c_x -> c_new"]),
        ("a_1", Action::AddParent, &["r_new: a_1 -> c_new"]),
    ];
    for (selected, action, expected) in table {
        assert_eq!(added(lines, selected, *action), *expected, "{action:?} on {selected}");
    }
    let mut editor = open(placed_map(lines));
    select(&mut editor, "r_1");
    assert!(!editor.is_enabled(Action::AddParent));
}

#[test]
fn escape_takes_the_new_claim_back() {
    for action in [Action::AddSupport, Action::AddSibling, Action::AddSiblingAbove, Action::AddParent, Action::AddCoPremise] {
        let mut editor = open(placed_map("r_1: c_a -> c_b"));
        let start = editor.map().clone();
        select(&mut editor, "c_a");
        editor.dispatch(action);
        let new = editor.selection().single().unwrap();
        assert!(editor.take_effects().contains(&Effect::EditText(new)), "{action:?} asks for its words");
        editor.dispatch(Command::CancelNew(new));
        assert_eq!((editor.map(), editor.selection().single()), (&start, Some(id("c_a"))), "{action:?}");
        assert!(!editor.is_enabled(Action::Redo));
    }
}

#[test]
fn walking_from_claim_to_claim() {
    let mut editor = open(placed_map("r_1: c_a c_b -> c_t\n r_2: c_x -x c_t\n r_3: c_a -> c_z\n r_4: c_u -x r_1\n a_1: - asserts c_t"));
    select(&mut editor, "c_t");
    let way = [
        (Action::WalkToGrounds, "c_a"),
        (Action::WalkToNext, "c_b"),
        (Action::WalkToNext, "c_x"),
        (Action::WalkToNext, "c_x"),
        (Action::WalkToPrevious, "c_b"),
        (Action::WalkToPrevious, "c_a"),
        (Action::WalkToTarget, "c_t"),
        (Action::WalkToTarget, "c_t"),
        (Action::SelectGrounds, "r_1"),
        (Action::WalkToGrounds, "c_u"),
        (Action::WalkToTarget, "r_1"),
        (Action::WalkToNext, "r_2"),
        (Action::WalkToGrounds, "c_x"),
        (Action::WalkToTarget, "r_2"),
        (Action::WalkToTarget, "c_t"),
        (Action::SelectAttribution, "a_1"),
        (Action::WalkToTarget, "c_t"),
    ];
    for (step, (action, expected)) in way.into_iter().enumerate() {
        editor.dispatch(action);
        assert_eq!(editor.selection().single(), Some(id(expected)), "step {step}, {action:?}");
    }
    // A claim in two arguments: up leads back to where the walk came from.
    select(&mut editor, "c_z");
    editor.dispatch(Action::WalkToGrounds);
    editor.dispatch(Action::WalkToTarget);
    assert_eq!(editor.selection().single(), Some(id("c_z")));
}

#[test]
fn shift_extends_the_selection() {
    let mut editor = open(placed_map("r_1: c_a -> c_t\n r_2: c_b -> c_t\n c_v = V"));
    select(&mut editor, "c_t");
    for (action, expected) in [
        (Action::ExtendToGrounds, "c_a c_t"),
        (Action::ExtendToNext, "c_a c_b c_t"),
        (Action::ExtendToTarget, "c_a c_b c_t"),
        (Action::ExtendRight, "c_a c_b c_t c_v"),
    ] {
        editor.dispatch(action);
        let selected: Vec<String> = editor.selection().nodes().iter().map(ToString::to_string).collect();
        assert_eq!(selected.join(" "), expected, "{action:?}");
    }
    assert_eq!(editor.selection().lead(), Some(id("c_v")));
}

#[test]
fn a_branch_is_all_that_bears_on_it() {
    let lines = "r_1: c_a -> c_t\n r_2: c_b -> c_a\n r_3: c_u -x r_2\n a_1: - asserts c_a\n r_4: c_b -> c_z\n r_5: c_d -> c_b";
    let mut editor = open(placed_map(lines));
    select(&mut editor, "c_a");
    editor.dispatch(Action::SelectBranch);
    let mut selected: Vec<String> = editor.selection().nodes().iter().map(ToString::to_string).collect();
    selected.sort();
    assert_eq!(selected.join(" "), "a_1 c_a c_b c_d c_u r_2 r_3 r_5");
    assert_eq!(editor.selection().lead(), Some(id("c_a")));

    // What another argument needs as well is copied, but not cut away.
    select(&mut editor, "c_a");
    let start = editor.map().clone();
    editor.dispatch(Action::CutBranch);
    assert_eq!(show(editor.map(), &start), "c_t\nr_4: c_b -> c_z\nr_5: c_d -> c_b");
    let pasted = copied(&mut editor);
    select(&mut editor, "c_t");
    editor.dispatch(Command::Paste(Box::new(Pasted { under: true, ..pasted })));
    assert_eq!(editor.undo_label(), Some("Paste 2 claims"), "the others are still there");
    let root = editor.selection().lead().unwrap();
    let step = editor.map().relations_from(root)[0];
    assert_eq!((editor.map().target(step), editor.map().attributions_of(root).len()), (Some(id("c_t")), 1));
    editor.dispatch(Action::Undo);
    editor.dispatch(Action::Undo);
    assert_eq!(**editor.map(), *start);
}

#[test]
fn a_branch_is_linked_to_what_it_shares_with_the_rest() {
    // B is needed elsewhere too, and D bears on it; X bears on A's step from B, P on A and on B.
    let lines = "r_1: c_a -> c_t\n r_2: c_b -> c_a\n r_3: c_x -x r_2\n r_4: c_b -> c_z\n r_5: c_d -> c_b\n r_6: c_p -> c_a\n r_7: c_p -x c_b\n \
        a_1: - asserts c_a\n a_2: - asserts c_b";
    let paste = |action: Action, elsewhere: bool, meanwhile: &[&str]| {
        let mut editor = open(placed_map(lines));
        let opened = editor.map().clone();
        select(&mut editor, "c_a");
        editor.dispatch(action);
        let pasted = copied(&mut editor);
        if elsewhere {
            editor = open(ArgumentMap::default());
        }
        meanwhile.iter().for_each(|node| editor.dispatch(Command::DeleteNodes(vec![id(node)])));
        let (before, steps) = (editor.map().clone(), editor.done_labels().count());
        editor.dispatch(Action::SelectNone);
        editor.dispatch(Command::Paste(Box::new(pasted)));
        assert_eq!(editor.done_labels().count(), steps + 1);
        let after = show(editor.map(), if elsewhere { &before } else { &opened });
        editor.dispatch(Action::Undo);
        assert_eq!(*editor.map(), before, "one step");
        after
    };
    // Cut and pasted, all is as it was: B and what bears on it were never gone.
    assert_eq!(
        paste(Action::CutBranch, false, &[]),
        "a_2: - asserts c_b\na_new: - asserts c_new\nc_new = c_a\nc_new = c_p\nc_new = c_x\nc_t\nr_4: c_b -> c_z\nr_5: c_d -> c_b\n\
         r_new: c_b -> c_new\nr_new: c_new -> c_new\nr_new: c_new -x c_b\nr_new: c_new -x r_new"
    );
    // A copy beside the original leans on the same B.
    let copy = paste(Action::CopyBranch, false, &[]);
    assert!(copy.contains("r_new: c_b -> c_new") && copy.contains("r_new: c_new -x c_b") && !copy.contains("c_new = c_b"), "{copy}");
    // What is gone meanwhile comes back, and so do all in a map that has none of them.
    let again = paste(Action::CutBranch, false, &["c_b"]);
    assert!(again.contains("c_new = c_b") && !again.contains("c_new = c_d") && again.contains("r_new: c_d -> c_new"), "{again}");
    let elsewhere = paste(Action::CutBranch, true, &[]);
    for claim in ["c_a", "c_b", "c_d", "c_p", "c_x"] {
        assert!(elsewhere.contains(&format!("c_new = {claim}")), "{claim}: {elsewhere}");
    }
    assert_eq!(elsewhere.matches("r_new").count(), 6, "its steps, and the step that is undercut: {elsewhere}");
}

#[test]
fn another_window_gets_everything() {
    let lines = "c_a = A\n c_b = B\n c_c = C\n c_d = D\n r_1: c_a c_b -> c_c\n r_2: c_d -x r_1\n a_1: sp_ann asserts c_c\n a_2: sp_bob reports a_1\n sp_ann = Ann\n sp_bob = Bob";
    let mut from = open(placed_map(lines));
    from.dispatch(Action::SelectAll);
    from.dispatch(Action::Copy);
    let pasted = copied(&mut from);
    let mut to = open(map("c_other = O"));
    let empty = ArgumentMap::default();
    to.dispatch(Command::Paste(Box::new(pasted)));
    to.dispatch(Command::DeleteNodes(vec![id("c_other")]));
    assert_eq!(show(to.map(), &empty), show(from.map(), &empty));
    let places = |editor: &Editor| {
        let mut places: Vec<_> = editor.map().views().values().flat_map(|v| v.placements.values().map(|p| (p.x, p.y))).collect();
        places.sort_unstable();
        places
    };
    let moved: Vec<_> = places(&from).into_iter().map(|(x, y)| (x + 32, y + 32)).collect();
    assert_eq!(places(&to), moved, "as they stood, a little aside");
}

#[test]
fn the_copy_made_last_counts() {
    let mut here = open(placed_map("c_a = A"));
    here.dispatch(Action::SelectAll);
    here.dispatch(Action::Copy);
    // Somewhere else, a claim of the same words that somebody says: its Argdown is the same.
    let mut there = open(placed_map("c_a = A\n a_1: sp_ann asserts c_a\n sp_ann = Ann"));
    there.dispatch(Action::SelectAll);
    there.dispatch(Action::Copy);
    let pasted = Pasted { text: "A".to_owned(), ..copied(&mut there) };
    here.dispatch(Command::Paste(Box::new(pasted)));
    assert_eq!((here.map().claims().count(), here.map().attributions().count()), (2, 1));
}

#[test]
fn without_the_exact_copy_argdown_does() {
    let mut from = open(placed_map("c_a = A\n c_c = C\n c_d = D\n c_e = E\n r_1: c_a -> c_c\n r_2: c_d -x c_a\n r_3: c_e -x r_1"));
    from.dispatch(Action::SelectAll);
    from.dispatch(Action::Copy);
    let text = copied(&mut from).text;
    let mut to = open(ArgumentMap::default());
    paste_text(&mut to, &text);
    let empty = ArgumentMap::default();
    assert_eq!(show(to.map(), &empty), show(from.map(), &empty), "{text}");
}

#[test]
fn a_single_claim_is_its_words() {
    let mut editor = open(placed_map("c_a = Words *and* [marks]"));
    editor.dispatch(Action::SelectAll);
    editor.dispatch(Action::Copy);
    assert_eq!(copied(&mut editor).text, "Words *and* [marks]");
}

#[test]
fn plain_text_becomes_claims_in_one_step() {
    let mut editor = open(placed_map("c_t = T"));
    let start = editor.map().clone();
    select(&mut editor, "c_t");
    paste_text(&mut editor, "+ Why\n    Because\n- Why not\n");
    assert_eq!(
        show(editor.map(), &start),
        "c_new = Because\nc_new = Why\nc_new = Why not\nc_t = T\nr_new: c_new -> c_new\nr_new: c_new -> c_t\nr_new: c_new -x c_t"
    );
    assert_eq!(editor.done_labels().collect::<Vec<_>>(), ["Paste 3 claims"]);
    assert!(editor.take_effects().iter().any(|e| matches!(e, Effect::StartLayout(_))), "they get places");
    editor.dispatch(Action::Undo);
    assert_eq!(**editor.map(), *start);

    // Without a selection they stand free.
    editor.dispatch(Action::SelectNone);
    paste_text(&mut editor, "One\nTwo");
    assert_eq!((editor.map().claims().count(), editor.map().relations().count()), (3, 0));
    let before = editor.map().clone();
    paste_text(&mut editor, " \n\t\n");
    assert_eq!(*editor.map(), before);
    assert!(editor.take_effects().iter().any(|e| matches!(e, Effect::Toast(_))), "it is said that there is nothing");
    // A relation can be undercut by what is pasted.
    let mut editor = open(placed_map("r_1: c_a -> c_b"));
    select(&mut editor, "r_1");
    paste_text(&mut editor, "- No\n+ Yes");
    let step = editor.map().relations_on(id("r_1"));
    let kinds: Vec<_> = step.iter().filter_map(|r| Some(editor.map().relation(*r)?.kind)).collect();
    assert!(kinds.contains(&RelationKind::Rebuttal) && kinds.contains(&RelationKind::Support));
}
