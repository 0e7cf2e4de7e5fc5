//! The window in German, in a process of its own: the language is one for the whole program.
#![cfg(feature = "gui")]

use std::cell::{Ref, RefCell};
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use elenchus::app::{ElenchusApp, Startup};
use elenchus::base::lang::{Language, set_language};
use elenchus::base::{TaskCtx, ViewId};
use elenchus::editor::{Action, Command, Editor, Loaded, Menu};
use elenchus::formats::{EXPORTERS, ExportRequest, IMPORTERS, exporter, importer};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, MapBuilder, Placement, Relation, RelationKind, Source, SourceKind, Speaker, SpeakerKind,
    Stance, validate,
};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};

const NADER: &str = "Nader cost Gore the 2000 election";
const VOTES: &str = "97,488 Floridians voted for Nader";

/// A window without a screen.
struct Window {
    harness: Harness<'static, ()>,
    app: Rc<RefCell<Option<ElenchusApp>>>,
}

impl Window {
    fn on(map: ArgumentMap) -> Self {
        let app = Rc::new(RefCell::new(None));
        let (made, drawn) = (app.clone(), app.clone());
        let harness = Harness::builder()
            .with_size(vec2(1400.0, 900.0))
            .with_context_setup(move |ctx| *made.borrow_mut() = Some(ElenchusApp::new(ctx, Startup::default())))
            .build_ui_state(
                move |ui, ()| {
                    let mut app = drawn.borrow_mut();
                    let app = app.as_mut().unwrap();
                    app.logic(&ui.ctx().clone());
                    app.ui(ui);
                },
                (),
            );
        let mut window = Self { harness, app };
        window.push(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "test".to_owned(), unsaved: false })));
        window
    }

    fn editor(&self) -> Ref<'_, Editor> {
        Ref::map(self.app.borrow(), |app| app.as_ref().unwrap().editor())
    }

    fn push(&mut self, command: impl Into<Command>) {
        self.app.borrow_mut().as_mut().unwrap().push(command);
        self.harness.run_steps(8);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(8);
    }
}

fn small_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let (nader, votes) = (b.claim(NADER), b.claim(VOTES));
    b.support(&[votes], nader);
    let troy = b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    let time = b.source(Source::new(SourceKind::Article, "The spoiler myth"));
    b.attribute(Attribution { source: Some(time), ..Attribution::new(Some(troy), Stance::Asserts) }, nader);
    for (id, y) in [(nader, -160), (votes, 120)] {
        b.place(ViewId::main(), id, Placement { x: 0, y, pinned: false });
    }
    b.finish()
}

/// What the interface says in both languages alike, or only the map says.
const ALIKE: &[&str] = &["Text", "Name", "Person", "Organisation", "Definition", "Position"];

/// The texts of a language file that have no variables, by key.
fn texts(language: Language) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang").join(format!("{}.ftl", language.tag()));
    let source = std::fs::read_to_string(path).unwrap();
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let plain = |pattern: &Pattern<&str>| {
        let parts = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => Some((*value).to_owned()),
            PatternElement::Placeable { .. } => None,
        });
        parts.collect::<Option<String>>()
    };
    let mut texts = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let value = message.value.as_ref().and_then(plain);
        texts.extend(value.map(|text| (message.id.name.to_owned(), text)));
        for attribute in &message.attributes {
            texts.extend(plain(&attribute.value).map(|text| (format!("{}.{}", message.id.name, attribute.id.name), text)));
        }
    }
    texts
}

/// Texts that only the English window shows.
fn english_only() -> BTreeSet<String> {
    let german: BTreeSet<String> = texts(Language::German).into_iter().map(|(_, text)| text).collect();
    let english = texts(Language::English).into_iter().map(|(_, text)| text);
    english.filter(|text| !german.contains(text) && !ALIKE.contains(&text.as_str())).collect()
}

/// Everything that the window says.
fn shown(w: &Window) -> BTreeSet<String> {
    let nodes = w.harness.query_all_by(|_| true);
    let words = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        // A text field's value is the user's, a label's is the interface's.
        let value = node.value().filter(|_| node.role() == Role::Label);
        [node.label(), value, node.placeholder().map(str::to_owned)]
    });
    words.flatten().collect()
}

fn no_english(w: &Window, english: &BTreeSet<String>, place: &str) {
    let shown = shown(w);
    let left: Vec<_> = shown.intersection(english).collect();
    assert!(left.is_empty(), "{place}: {left:?}");
    assert!(shown.len() > 5, "{place}: {shown:?}");
}

#[test]
fn the_window_speaks_german() {
    set_language(Language::German);
    let english = english_only();
    assert!(english.len() > 200, "{}", english.len());
    let mut w = Window::on(small_map());
    no_english(&w, &english, "nothing selected");

    // A rebuttal by key, what it is called, what is said of it.
    let nader = w.editor().map().claims().find(|(_, c)| c.text == NADER).map(|(id, _)| id).unwrap();
    w.push(Command::Select(vec![nader]));
    no_english(&w, &english, "a claim selected");
    w.press(Modifiers::NONE, Key::R);
    let said = w.harness.get_by(|n| n.role() == Role::Status).accesskit_node().label().unwrap_or_default();
    assert_eq!(said, format!("Einwand gegen „{NADER}“ hinzugefügt"));
    w.harness.event(Event::Text("Viele Demokraten wählten Bush".to_owned()));
    w.harness.run_steps(8);
    w.press(Modifiers::NONE, Key::Enter);
    assert_eq!(w.editor().undo_label(), Some("Einwand hinzufügen"));
    w.harness.get_by_label(&format!("Einwand durch „Viele Demokraten wählten Bush“ gegen „{NADER}“."));
    w.harness.get_by(|n| n.label().is_some_and(|l| l == format!("Behauptung: {NADER}. 1 Stütze, 1 Einwand. Behauptet durch Gil Troy.")));
    w.press(Modifiers::COMMAND, Key::Z);
    let said = w.harness.get_by(|n| n.role() == Role::Status).accesskit_node().label().unwrap_or_default();
    assert_eq!(said, "Rückgängig gemacht: Einwand hinzufügen");

    let nodes: Vec<_> = w.editor().map().nodes().map(|(id, _)| id).collect();
    for node in &nodes {
        w.push(Command::Select(vec![*node]));
        no_english(&w, &english, &format!("{node} selected"));
    }
    w.push(Action::SelectAll);
    no_english(&w, &english, "all selected");
    for menu in Menu::ALL {
        w.harness.get_by_role_and_label(Role::Button, menu.title()).click();
        w.harness.run_steps(8);
        no_english(&w, &english, menu.title());
        w.press(Modifiers::NONE, Key::Escape);
    }
    for dialog in [Action::Settings, Action::ShowShortcuts, Action::ShowAbout, Action::Export, Action::TogglePalette, Action::Find] {
        w.push(dialog);
        no_english(&w, &english, dialog.title());
        w.press(Modifiers::NONE, Key::Escape);
        w.press(Modifiers::NONE, Key::Escape);
    }
    let panels = |a: &&Action| a.info().id.starts_with("show-") && ![Action::ShowAbout, Action::ShowShortcuts].contains(*a);
    for panel in Action::ALL.iter().filter(panels) {
        w.push(*panel);
        no_english(&w, &english, panel.title());
    }
}

#[test]
fn files_and_keys_are_german() {
    set_language(Language::German);
    let titles: Vec<_> = EXPORTERS.iter().map(|e| e.title()).chain(IMPORTERS.iter().map(|i| i.title())).collect();
    for title in ["Argumentkarte (RON)", "SVG-Bild", "PNG-Bild", "Eingerückter Text", "Einfacher Graph (JSON)"] {
        assert!(titles.contains(&title), "{title}: {titles:?}");
    }

    // What an export leaves out.
    let mut b = MapBuilder::new(1);
    let (fact, other) = (b.node(Claim { kind: Some(ClaimKind::Fact), ..Claim::new("A") }), b.claim("B"));
    b.relation(Relation::new(RelationKind::Restatement), &[other], fact);
    let map = b.finish();
    let lost: Vec<_> = exporter("argdown")
        .unwrap()
        .losses(&ExportRequest::new(&map), &TaskCtx::new())
        .unwrap()
        .into_iter()
        .map(|loss| loss.what)
        .collect();
    assert_eq!(lost, ["Art einer Behauptung", "Umformulierung"]);

    // What is found while reading, in every format: none of the English texts, whatever the file says.
    let english: BTreeSet<String> =
        english_only().into_iter().filter(|text| text.contains(' ')).map(|text| text.trim_end_matches('.').to_owned()).collect();
    let findings = |name: &str, text: &str| match importer(name).unwrap().import(text.as_bytes(), &TaskCtx::new()) {
        Ok(imported) => imported.report.into_iter().flat_map(|d| [d.message, d.help]).collect::<Vec<_>>(),
        Err(error) => vec![error.to_string()],
    };
    for (format, text, wanted) in [
        ("argdown", "[A]: One *bold* word.\n  + [B]: Two // remark\n\n  - [C]: Three\n", "fette oder kursive Stelle"),
        ("argdown", "(1) A\n(2) B\n", "endet nicht mit einer Konklusion"),
        ("argdown", "a\n\n  + b", "In einem Beziehungsbaum steht eine Leerzeile."),
        ("argdown", "[A] text", "Auf den Verweis [A] folgt Text"),
        ("ron", "", "Die Datei ist leer."),
        ("ron", "(format: 99)", "stammt von einer neueren Fassung (Format 99; diese hier liest bis 1)"),
        ("ron", "(format: 1, colour: 2)", "Unbekanntes Feld `colour` in ArgumentMap. Bekannt sind"),
        (
            "ron",
            "(format: 1, nodes: {\"c_1\": Relation(kind: Support)})",
            "„c_1“ ist die Kennung einer Behauptung, steht aber vor einer Beziehung.",
        ),
        ("ron", "(format: 1, title: \"open)", "Hier beginnt ein Text und endet nie."),
        ("graphml", "<graphml><graph><node/></graph></graphml>", "<node> hat kein Attribut id."),
        ("graph", "{\"nodes\": 1}", "Das ist kein einfacher Graph"),
        ("graph", "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"edges\":[]}", "Zwei Knoten haben die Kennung „a“."),
    ] {
        let said = findings(format, text).join(" ");
        assert!(said.contains(wanted), "{format} {text}: {said}");
        let left: Vec<_> = english.iter().filter(|text| said.contains(text.as_str())).collect();
        assert!(left.is_empty(), "{said}: {left:?}");
    }

    // What a picture says to those who cannot see it.
    let map = small_map();
    let picture = exporter("svg").unwrap().export(&ExportRequest::new(&map), &TaskCtx::new()).unwrap();
    let picture = String::from_utf8(picture.bytes).unwrap();
    assert!(picture.contains("<title>Argumentkarte</title>"), "{}", &picture[..400]);
    assert!(picture.contains("<desc>Argumentkarte; Behauptungen: 2, Beziehungen: 1.</desc>"));

    // Keys as they stand on a German keyboard.
    let mut w = Window::on(small_map());
    w.push(Action::ShowShortcuts);
    let said = shown(&w).into_iter().collect::<Vec<_>>().join("|");
    assert!(said.contains("Strg+N") && !said.contains("Ctrl+"), "{said}");
    w.push(Action::ShowAbout);
}

#[test]
fn english_names_of_commands_are_found_too() {
    set_language(Language::German);
    let mut w = Window::on(small_map());
    for (typed, selected) in [("select all", true), ("nichts ausw", false), ("slect al", true), ("select nothing", false)] {
        w.press(Modifiers::COMMAND, Key::K);
        w.harness.event(Event::Text(typed.to_owned()));
        w.harness.run_steps(8);
        w.press(Modifiers::NONE, Key::Enter);
        assert_eq!(!w.editor().selection().is_empty(), selected, "{typed}");
    }
}

#[test]
fn sentences_are_german() {
    set_language(Language::German);
    let mut b = MapBuilder::new(1);
    let (a, c, d) = (b.claim("A"), b.claim("C"), b.claim("D"));
    let support = b.support(&[c, d], a);
    let undercut = b.relation(Relation::new(RelationKind::Rebuttal), &[d], support);
    let on_undercut = b.relation(Relation::new(RelationKind::Support), &[c], undercut);
    b.node(Claim { kind: Some(ClaimKind::Policy), ..Claim::default() });
    let map = b.finish();
    let describe = |id| elenchus::model::describe(&map, id);
    assert_eq!(describe(support), "Stütze durch „C“ und „D“ für „A“. 1 Einwand.");
    assert_eq!(describe(undercut), "Unterschneidung durch „D“ gegen die Stütze von „A“. 1 Stütze.");
    assert_eq!(describe(on_undercut), "Stütze durch „C“ für eine Unterschneidung.");
    let findings = validate(&map);
    assert!(findings.iter().any(|f| f.message.starts_with("Behauptung c_") && f.message.ends_with(" hat keinen Text.")), "{findings:?}");
    assert!(findings.iter().all(|f| !f.code.explanation().contains(" the ")), "{findings:?}");
    let w = Window::on(small_map());
    assert!(w.editor().blocked(Action::Undo).is_some_and(|why| why == "Es gibt nichts zurückzunehmen."));
    assert_eq!(ClaimKind::Policy.title(), "Forderung");
    w.harness.get_by(|n| n.label().is_some_and(|l| l.starts_with(&format!("Behauptung: {VOTES}"))));
}
