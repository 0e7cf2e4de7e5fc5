//! Choosing a layout: it runs, its places and the choice are one step, the view and the file remember it.

use elenchus::base::{Rng, TaskCtx, ViewId};
use elenchus::edit::{ClaimField, FieldEdit};
use elenchus::editor::{Action, Command, Editor, Effect, Loaded};
use elenchus::formats::Importer;
use elenchus::formats::native::{Ron, to_text};
use elenchus::layout::Scope;
use elenchus::model::{LayoutName, MapBuilder, Placement, Side};

fn choice(editor: &Editor) -> (LayoutName, Side) {
    let view = &editor.map().views()[&ViewId::main()];
    (view.layout, view.side)
}

#[test]
fn a_chosen_layout_is_one_step_and_remembered() {
    let mut b = MapBuilder::new(1);
    let (thesis, reason) = (b.claim("Nader cost Gore"), b.claim("Many voted for him"));
    b.support(&[reason], thesis);
    for (id, y) in [(thesis, 0), (reason, 200)] {
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned: false });
    }
    let map = b.finish();
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
    let before = editor.map().clone();
    let run = |editor: &mut Editor, action: Action, wanted: (LayoutName, Side), x: i32| {
        editor.take_effects();
        editor.dispatch(action);
        assert!(editor.take_effects().contains(&Effect::StartLayout(Scope::Everything)), "{action:?}");
        assert_eq!(editor.layout_wanted(), wanted, "{action:?}");
        let placements = vec![(reason, Placement { x, y: 300, pinned: false })];
        editor.dispatch(Command::ApplyLayout { scope: Scope::Everything, view: ViewId::main(), revision: editor.revision(), placements });
        assert_eq!(choice(editor), wanted, "{action:?}");
    };
    run(&mut editor, Action::LayOutTree, (LayoutName::Tree, Side::Below), 10);
    editor.dispatch(Action::Undo);
    assert_eq!(editor.map(), &before, "places and choice go back together");
    editor.dispatch(Action::Redo);
    assert_eq!(choice(&editor), (LayoutName::Tree, Side::Below));

    run(&mut editor, Action::ReasonsRight, (LayoutName::Tree, Side::Right), 20);
    run(&mut editor, Action::LayOut, (LayoutName::Tree, Side::Right), 30);
    run(&mut editor, Action::LayOutForce, (LayoutName::Force, Side::Right), 40);
    run(&mut editor, Action::ReasonsAbove, (LayoutName::Layered, Side::Above), 50);
    editor.dispatch(Action::LayOutSpeakers);
    editor.dispatch(Action::LayOut);
    assert_eq!(editor.layout_wanted(), (LayoutName::Layered, Side::Above), "a choice that was never carried out is forgotten");

    let written = to_text(editor.map());
    assert!(written.contains("layout: Layered") && written.contains("side: Above"), "{written}");
    let read = Ron.import(written.as_bytes(), &TaskCtx::new()).unwrap();
    let view = &read.map.views()[&ViewId::main()];
    assert_eq!((view.layout, view.side), (LayoutName::Layered, Side::Above));
}

#[test]
fn what_steps_aside_belongs_to_the_step_it_makes_room_for() {
    let mut b = MapBuilder::new(1);
    let (one, other, pinned) = (b.claim("One"), b.claim("Other"), b.claim("Pinned"));
    for (id, y) in [(one, 0), (other, 100), (pinned, 200)] {
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned: id == pinned });
    }
    let map = b.finish();
    let mut editor = Editor::new(Rng::new(5));
    let loaded = Loaded { map: map.clone(), report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false };
    editor.dispatch(Command::Loaded(Box::new(loaded)));
    let aside = |editor: &mut Editor, stale: u64, y: i32| {
        let placements = [other, pinned].map(|id| (id, Placement { x: 0, y, pinned: false })).to_vec();
        editor.dispatch(Command::StepAside { view: ViewId::main(), revision: editor.revision() - stale, placements });
    };
    for (text, y) in [("One m", 120), ("One more", 140), ("One more word", 140)] {
        editor.take_effects();
        editor.dispatch(Command::SetField(FieldEdit::Claim(one, ClaimField::Text(text.to_owned()))));
        assert!(editor.take_effects().contains(&Effect::MakeRoom(vec![one])), "{text}");
        aside(&mut editor, 1, 999);
        aside(&mut editor, 0, y);
        let at = |id| editor.map().placement(ViewId::main(), id).map(|place| (place.y, place.pinned));
        assert_eq!((at(other), at(pinned)), (Some((y, false)), Some((200, true))), "{text}");
    }
    assert_eq!(editor.done_labels().count(), 1, "typing in a row is one step all the same");
    editor.dispatch(Action::Undo);
    assert_eq!(*editor.map().as_ref(), map);
    editor.dispatch(Action::Redo);
    assert_eq!(editor.map().placement(ViewId::main(), other).map(|place| place.y), Some(140));

    editor.take_effects();
    editor.dispatch(Command::Move { nodes: vec![one], delta: emath::vec2(0.0, 90.0) });
    assert!(editor.take_effects().contains(&Effect::MakeRoom(vec![one])));
    editor.dispatch(Action::NudgeDown);
    editor.dispatch(Action::Undo);
    assert!(!editor.take_effects().iter().any(|effect| matches!(effect, Effect::MakeRoom(_))), "history goes where it was");
}
