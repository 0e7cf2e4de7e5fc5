//! Writing, pasting and choosing keys: the window without a mouse.

use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::app::Startup;
use elenchus::base::NodeId;
use elenchus::editor::Action;
use elenchus::io::Config;
use elenchus::model::{ArgumentMap, RelationKind};

use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

/// Claims by their words, as `target <sign premise`.
fn structure(w: &Window) -> Vec<String> {
    let editor = w.editor();
    let map = editor.map();
    let words = |id: NodeId| map.claim(id).map_or_else(|| "that step".to_owned(), |c| c.text.clone());
    let mut lines: Vec<String> = map
        .relations()
        .map(|(id, relation)| {
            let sign = if relation.kind == RelationKind::Support { '+' } else { '-' };
            let premises: Vec<String> = map.premises(id).into_iter().map(words).collect();
            format!("{} <{sign} {}", map.target(id).map(words).unwrap_or_default(), premises.join(" & "))
        })
        .collect();
    lines.sort();
    lines
}

/// Every key press with the letter that comes with it, `per_frame` of them in a frame, as from a fast typist and a slow window.
fn burst(w: &mut Window, keys: &str, per_frame: usize) {
    for (i, c) in keys.chars().enumerate() {
        if i % per_frame == 0 {
            w.harness.step();
        }
        let key = if c == '\n' { Some(Key::Enter) } else { Key::from_name(&c.to_string()) };
        let event =
            |pressed| Event::Key { key: key.unwrap_or(Key::F35), physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        let text = Some(Event::Text(c.to_string())).filter(|_| c != '\n');
        w.harness.input_mut().events.extend([Some(event(true)), text, Some(event(false))].into_iter().flatten());
    }
    w.harness.run_steps(12);
}

#[test]
fn ten_claims_by_keyboard_alone() {
    let mut w = Window::on(ArgumentMap::default());
    w.press(Modifiers::NONE, Key::C);
    w.type_text("The square should be closed to cars");
    w.press(Modifiers::NONE, Key::Tab);
    w.type_text("Cars make it loud");
    w.press(Modifiers::COMMAND, Key::Enter);
    w.type_text("Children could play there");
    w.press(Modifiers::NONE, Key::Tab);
    w.type_text("There is no other playground");
    w.press(Modifiers::SHIFT, Key::Tab);
    w.type_text("Shops would gain");
    w.press(Modifiers::ALT, Key::Enter);
    w.type_text("Customers come by car");
    w.press(Modifiers::NONE, Key::Enter);
    // The selection is on what was written: the next key goes on from there.
    w.press(Modifiers::NONE, Key::U);
    w.type_text("Most come on foot");
    w.press(Modifiers::NONE, Key::Enter);
    w.press(Modifiers::ALT, Key::ArrowUp);
    w.press(Modifiers::ALT, Key::ArrowUp);
    w.press(Modifiers::NONE, Key::P);
    w.type_text("Shops matter");
    w.press(Modifiers::NONE, Key::Enter);
    w.press(Modifiers::ALT, Key::ArrowUp);
    w.press(Modifiers::NONE, Key::H);
    w.type_text("The council should vote yes");
    w.press(Modifiers::NONE, Key::Enter);
    w.press(Modifiers::NONE, Key::R);
    w.type_text("It would cost too much");
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.texts().len(), 10);
    assert_eq!(
        structure(&w),
        [
            "Children could play there <+ There is no other playground",
            "Shops would gain <- Customers come by car",
            "The council should vote yes <+ The square should be closed to cars",
            "The council should vote yes <- It would cost too much",
            "The square should be closed to cars <+ Cars make it loud",
            "The square should be closed to cars <+ Children could play there",
            "The square should be closed to cars <+ Shops would gain & Shops matter",
            "that step <- Most come on foot",
        ]
    );
    // Each claim with its words is one step.
    assert_eq!(w.editor().done_labels().count(), 10);
    for _ in 0..10 {
        w.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(w.editor().map().node_count(), 0);
}

#[test]
fn nothing_typed_ahead_is_lost() {
    for per_frame in [1, 2, 3, 7, 100] {
        let mut w = Window::on(ArgumentMap::default());
        burst(&mut w, "cit is loud\nsbecause of cars\nrthey are silent\n", per_frame);
        assert_eq!(w.texts(), ["because of cars", "it is loud", "they are silent"], "{per_frame} a frame");
        assert_eq!(structure(&w), ["because of cars <- they are silent", "it is loud <+ because of cars"]);
    }
}

#[test]
fn an_empty_claim_leaves_no_trace() {
    let mut w = Window::on(small_map());
    w.card(NADER).click();
    w.settle();
    for key in [Key::Enter, Key::Escape] {
        w.press(Modifiers::NONE, Key::S);
        w.press(Modifiers::NONE, key);
        assert_eq!(*w.editor().map().as_ref(), small_map(), "{key:?}");
        assert_eq!(w.selected(), [w.claim(NADER)]);
    }
    // What was begun as a support becomes a rebuttal.
    w.press(Modifiers::NONE, Key::S);
    w.press(Modifiers::ALT, Key::Enter);
    w.type_text("Not so");
    w.press(Modifiers::NONE, Key::Enter);
    assert!(structure(&w).contains(&format!("{NADER} <- Not so")), "{:?}", structure(&w));
}

#[test]
fn keys_are_letters_while_one_writes() {
    let mut w = Window::on(small_map());
    w.card(VOTES).click();
    w.settle();
    w.press(Modifiers::NONE, Key::Enter);
    burst(&mut w, "srubpahtck", 3);
    w.press(Modifiers::SHIFT, Key::ArrowLeft);
    w.press(Modifiers::ALT, Key::ArrowUp);
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.texts().len(), 3);
    assert!(w.texts().contains(&"srubpahtck".to_owned()), "{:?}", w.texts());
    assert_eq!(w.editor().done_labels().count(), 1);
    // Nor in the fields of the inspector; there, Tab goes to the next field.
    w.field("Title").click();
    w.settle();
    burst(&mut w, "srb", 1);
    w.press(Modifiers::NONE, Key::Tab);
    assert_eq!(w.texts().len(), 3);
}

#[test]
fn an_input_method_keeps_its_keys() {
    let mut w = Window::on(small_map());
    w.card(VOTES).click();
    w.settle();
    w.press(Modifiers::NONE, Key::S);
    let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
    w.harness.event(preedit("zizek"));
    w.settle();
    for key in [Key::Enter, Key::Escape, Key::Tab, Key::ArrowDown] {
        w.press(Modifiers::NONE, key);
    }
    assert!(w.harness.query_by_label("Text of the claim").is_some(), "it is still composing");
    let enter = Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    w.harness.input_mut().events.extend([Event::Ime(ImeEvent::Commit("Žižek".to_owned())), enter]);
    w.settle();
    assert!(w.harness.query_by_label("Text of the claim").is_some(), "that Enter ended the composition");
    w.press(Modifiers::NONE, Key::Enter);
    assert!(w.texts().contains(&"Žižek".to_owned()), "{:?}", w.texts());
}

#[test]
fn keys_work_on_other_keyboards() {
    let mut w = Window::on(small_map());
    w.card(VOTES).click();
    w.settle();
    // Hebrew: a letter first, then the sign that stands where others have the W.
    let press = |w: &mut Window, key, physical: Key, text: &str| {
        let event = |pressed| Event::Key { key, physical_key: Some(physical), pressed, repeat: false, modifiers: Modifiers::NONE };
        w.harness.input_mut().events.extend([event(true), Event::Text(text.to_owned()), event(false)]);
        w.settle();
    };
    press(&mut w, Key::T, Key::T, "א");
    let lead = w.selected();
    assert!(w.editor().map().relation(lead[0]).is_some(), "T goes to the relation");
    press(&mut w, Key::T, Key::T, "א");
    assert_eq!(w.selected(), [w.claim(NADER)]);
    press(&mut w, Key::Quote, Key::W, "'");
    assert!(w.editor().map().attribution(w.selected()[0]).is_some(), "W goes to who says it");
}

#[test]
fn text_from_elsewhere_becomes_claims() {
    let mut w = Window::on(small_map());
    w.card(TENNESSEE).click();
    w.settle();
    w.harness.event(Event::Paste("It was his home\n\tHe grew up there\nHe was its senator".to_owned()));
    w.settle();
    assert_eq!(w.texts().len(), 6);
    let lines = structure(&w);
    for line in [format!("{TENNESSEE} <+ It was his home"), "It was his home <+ He grew up there".to_owned()] {
        assert!(lines.contains(&line), "{lines:?}");
    }
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*w.editor().map().as_ref(), small_map(), "one step");
    // In a text field it stays text.
    w.press(Modifiers::NONE, Key::Enter);
    w.harness.event(Event::Paste("two\nlines".to_owned()));
    w.settle();
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.texts().len(), 3);
    assert!(w.texts().iter().any(|t| t.contains("two\nlines")), "{:?}", w.texts());
}

#[test]
fn a_copy_goes_to_another_window_whole() {
    let folder = tempfile::tempdir().unwrap();
    let startup = || Startup { config: Some(Config::at(folder.path())), ..Startup::default() };
    let mut from = Window::with(startup());
    from.push(elenchus::editor::Command::Loaded(Box::new(elenchus::editor::Loaded {
        map: small_map(),
        report: Vec::new(),
        path: None,
        name: "from".to_owned(),
        unsaved: false,
    })));
    from.press(Modifiers::COMMAND, Key::A);
    from.harness.event(Event::Copy);
    from.harness.step();
    from.harness.step();
    let text = copied_text(&from).or_else(|| {
        from.harness.step();
        copied_text(&from)
    });
    let text = text.expect("text on the clipboard");
    assert!(text.contains(NADER) && text.contains(VOTES), "{text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let kept = std::fs::metadata(folder.path().join("clipboard.ron")).unwrap();
        assert_eq!(kept.permissions().mode() & 0o077, 0, "for the user's eyes only");
    }

    let mut to = Window::with(startup());
    to.harness.event(Event::Paste(text.clone()));
    to.settle();
    assert_eq!(to.texts(), from.texts());
    assert_eq!(structure(&to), structure(&from));
    let said = |w: &Window| {
        let editor = w.editor();
        let map = editor.map();
        map.attributions()
            .map(|(_, a)| (a.speaker.and_then(|s| Some(map.speaker(s)?.name.clone())), a.stance, a.source.is_some()))
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&to), said(&from));
    assert_eq!(to.editor().done_labels().count(), 1);

    // The menu asks the clipboard; where it does not answer, what was copied here last is pasted.
    from.push(Action::Paste);
    from.harness.run_steps(8);
    assert_eq!(from.texts().len(), 6);
    // Another tab is another map.
    from.push(Action::New);
    assert!(from.texts().is_empty());
    from.push(Action::Paste);
    from.harness.run_steps(8);
    assert_eq!((from.texts().len(), said(&from)), (3, said(&to)));
}

fn copied_text(w: &Window) -> Option<String> {
    w.harness
        .output()
        .platform_output
        .commands
        .iter()
        .find_map(|c| if let egui::OutputCommand::CopyText(t) = c { Some(t.clone()) } else { None })
}

#[test]
fn who_says_it_without_leaving_the_keyboard() {
    let mut w = Window::on(small_map());
    w.card(VOTES).click();
    w.settle();
    burst(&mut w, "a", 1);
    w.type_text("Ralph Nader");
    w.press(Modifiers::NONE, Key::Enter);
    let said = w.selected();
    assert!(w.editor().map().attribution(said[0]).is_some_and(|a| a.speaker.is_some()));
    w.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(w.selected(), [w.claim(VOTES)], "the keys are the canvas's again");
    burst(&mut w, "sit was counted\n", 2);
    assert!(structure(&w).contains(&format!("{VOTES} <+ it was counted")), "{:?}", structure(&w));
}
