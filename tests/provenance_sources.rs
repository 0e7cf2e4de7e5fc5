//! Sources with their texts: what comes in, how it is kept, what goes out.

use std::collections::BTreeSet;

use elenchus::analysis::safe_copy;
use elenchus::base::{Rng, SourceId, TaskCtx};
use elenchus::edit::ops::{self, OpError};
use elenchus::edit::{FieldEdit, SourceField};
use elenchus::editor::{Action, Command, Editor, Effect, Entry, Intake, Loaded, recognise, version_of};
use elenchus::formats::document::{self, Document};
use elenchus::formats::native::{Ron, to_text, to_whole_text};
use elenchus::formats::{EXPORTERS, ExportOptions, ExportRequest, Importer, Profile};
use elenchus::io;
use elenchus::model::{
    ArgumentMap, Attribution, Claim, Group, Keeping, MapBuilder, Meta, Quote, Source, SourceKind, SourceText, Speaker, SpeakerKind, Stance,
    TextState, validate,
};
use proptest::prelude::*;

fn opened(file: &str) -> ArgumentMap {
    Ron.import(file.as_bytes(), &TaskCtx::new()).unwrap_or_else(|e| panic!("{e}\n{file}")).map
}

fn map_with(text: SourceText) -> ArgumentMap {
    let mut builder = MapBuilder::new(1);
    builder.source(Source { texts: vec![text], ..Source::new(SourceKind::Article, "A") });
    builder.finish()
}

fn only_text(map: &ArgumentMap) -> &SourceText {
    &map.sources().values().next().unwrap().texts[0]
}

/// Texts with what breaks a careless writer: line ends of all kinds, marks, quotes with hashes, backslashes.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z ]{0,12}",
        3 => Just("\n".to_owned()),
        2 => Just("\r\n".to_owned()),
        1 => Just("\r".to_owned()),
        1 => Just("\u{feff}".to_owned()),
        1 => Just("\u{2028}\u{85}\u{c}\0".to_owned()),
        1 => Just("\u{a0}“e\u{301}”\u{202e}".to_owned()),
        1 => Just("\"#\"##\\n\\".to_owned()),
        1 => Just("\t".to_owned()),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_comes_back_byte_for_byte(text in any_text(), crlf in any::<bool>()) {
        let text = if crlf { text.replace('\r', "").replace('\n', "\r\n") } else { text };
        let map = map_with(SourceText::new(text.as_str(), "2026-11-23T00:00:00Z"));
        let file = to_text(&map);
        let back = opened(&file);
        prop_assert_eq!(only_text(&back).text(), text.as_str());
        prop_assert_eq!(only_text(&back).state(), TextState::Intact);
        prop_assert_eq!(&back, &map);
        prop_assert_eq!(to_text(&back), file.clone());
        // What a checkout on another system makes of the file's own line ends is nothing to the text.
        prop_assert_eq!(&opened(&file.replace('\n', "\r\n")), &map);
    }
}

#[test]
fn a_text_of_several_lines_can_be_read_in_the_file() {
    let check = |text: &str, lines: &[&str]| {
        let file = to_text(&map_with(SourceText::new(text, "")));
        assert!(lines.iter().all(|line| file.lines().any(|found| found == *line)), "{file}");
    };
    check("first\nsecond \"so\"\nlast", &["second \"so\""]);
    check("first\r\nsecond\r\nlast", &["second"]);
    check("\u{feff}first\nsecond\nlast \u{c}new\npage", &["second"]);
}

#[test]
fn one_flipped_byte_is_noticed() {
    let text = "Nader cost Gore the election.\nSo they say.\n";
    let file = to_text(&map_with(SourceText::new(text, "2026-11-23T00:00:00Z")));
    let start = file.find("Nader").unwrap();
    for at in start..start + text.len() {
        let mut bytes = file.clone().into_bytes();
        bytes[at] ^= 1;
        // Some flips end the string: the file is then refused with a line, which is a report as well.
        let Ok(read) = Ron.import(&bytes, &TaskCtx::new()) else { continue };
        assert_eq!(only_text(&read.map).state(), TextState::Altered, "{at}");
        assert!(elenchus::model::validate(&read.map).iter().any(|found| found.code.name() == "text-altered"), "{at}");
    }
}

#[test]
fn the_words_of_a_text_beside_the_map_are_not_in_it() {
    let mut beside = SourceText::new("Secret garden", "");
    beside.keeping = Keeping::Beside("texts/a.txt".into());
    let map = map_with(beside);
    let file = to_text(&map);
    assert!(!file.contains("garden"));
    let missing = opened(&file);
    assert_eq!(only_text(&missing).state(), TextState::Missing);
    assert_eq!(missing.clone().with_texts_beside(|name| (name == "texts/a.txt").then(|| "Secret garden".into())), map);
    let altered = missing.with_texts_beside(|_| Some("Secret gardens".into()));
    assert_eq!(only_text(&altered).state(), TextState::Altered);
    assert_eq!(opened(&to_whole_text(&map)), map);
    let hostile = file.replace("texts/a.txt", "../a.txt");
    assert!(Ron.import(hostile.as_bytes(), &TaskCtx::new()).is_err());
}

const THREAD: &str = "Why the bridge closed\n\nBy Cy Dean\n\nIt was old.\n\n2 comments\n\n  1. Ada P.\n    March 3, 2020 at 10:15\n\n    I drove over it.\n\n    • Cy Dean\n      March 3, 2020 at 11:00\n\n      So did I.\n";

fn read(text: &str) -> Document {
    document::read("bridge.txt", text.as_bytes(), &TaskCtx::new()).unwrap().remove(0)
}

fn editor_on(map: ArgumentMap) -> Editor {
    let mut editor = Editor::new(Rng::new(7));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, ..Loaded::default() })));
    editor.take_effects();
    editor
}

#[test]
fn a_thread_becomes_sources_in_one_step() {
    let mut b = MapBuilder::new(1);
    let known = b.speaker(Speaker { aliases: vec!["Ada P.".into()], ..Speaker::new(SpeakerKind::Person, "Ada Pool") });
    let mut editor = editor_on(b.finish());
    let intake = Intake::now("bridge.txt");
    editor.dispatch(Command::AddSources(intake.sources(&read(THREAD))));
    let map = editor.map().clone();
    assert_eq!(map.sources().len(), 3);
    let Some(Entry::Source(article)) = editor.selection().entry() else { panic!("the article is selected") };
    let source = map.source(article).unwrap();
    let cy = source.authors[0];
    assert_eq!((source.title.as_str(), map.speaker(cy).unwrap().name.as_str()), ("Why the bridge closed", "Cy Dean"));
    let text = source.latest_text().unwrap();
    assert_eq!(
        (text.text(), text.file.as_str(), text.state()),
        ("Why the bridge closed\n\nBy Cy Dean\n\nIt was old.", "bridge.txt", TextState::Intact)
    );
    assert!(text.imported.ends_with('Z') && text.imported.len() == 20);
    let first = map.sources().iter().find(|(_, s)| s.in_reply_to == Some(article)).unwrap();
    let second = map.sources().iter().find(|(_, s)| s.in_reply_to == Some(*first.0)).unwrap();
    assert_eq!((first.1.authors.as_slice(), first.1.date.as_str()), ([known].as_slice(), "2020-03-03T10:15"));
    assert_eq!((second.1.authors.as_slice(), second.1.latest_text().unwrap().text()), ([cy].as_slice(), "So did I."));
    assert_eq!(first.1.title, "Comment by Ada P., 2020-03-03 10:15");
    // What was imported waits to be read: nothing about it is a problem.
    assert_eq!(validate(&map).iter().filter(|f| f.code.name() != "unused-speaker").count(), 0, "{:?}", validate(&map));
    editor.dispatch(Action::Undo);
    assert!(editor.map().sources().is_empty() && editor.map().speakers().len() == 1);
    editor.dispatch(Action::Redo);
    assert_eq!(*editor.map(), map);
    let whole = Intake { split: false, ..intake };
    let sources = whole.sources(&read(THREAD));
    assert_eq!((sources.len(), sources[0].source.texts[0].text()), (1, THREAD));
}

#[test]
fn references_join_the_sources_that_are_there() {
    let mut editor = editor_on(ArgumentMap::default());
    let intake = Intake::now("");
    editor.dispatch(Command::AddSources(intake.sources(&read(THREAD))));
    let before = editor.map().clone();
    let bib = "@article{a, title = {Why the bridge closed}, author = {Dean, Cy}, journal = {The Ledger}, date = {2020-03-02}, url = {https://ledger.example/bridge}}\n@book{b, title = {Counting}, author = {Pool, Ada}, date = {2019}}\n";
    let csl = r#"[{"type": "article-newspaper", "title": "Why the bridge closed", "container-title": "The Ledger", "URL": "https://ledger.example/bridge", "issued": {"date-parts": [[2020, 3, 2]]}}, {"type": "book", "title": "Counting", "author": [{"family": "Pool", "given": "Ada"}], "issued": {"date-parts": [[2019]]}}]"#;
    for (name, list) in [("refs.bib", bib), ("refs.json", csl), ("", bib)] {
        let documents = document::read(name, list.as_bytes(), &TaskCtx::new()).unwrap();
        let mut sources = Vec::new();
        for document in &documents {
            let mut own = intake.sources(document);
            if let Some(known) = version_of(editor.map(), document) {
                recognise(editor.map(), &mut own, known);
            }
            sources.extend(own);
        }
        let revision = editor.revision();
        editor.dispatch(Command::AddSources(sources));
        let map = editor.map();
        assert_eq!(map.sources().len(), before.sources().len() + 1, "{name}");
        let bridge = map.sources().values().find(|source| source.title == "Why the bridge closed").unwrap();
        // What it lacked is there now; what it had stayed.
        assert_eq!((bridge.venue.as_str(), bridge.date.as_str(), bridge.texts.len()), ("The Ledger", "2020-03-02", 1));
        assert_eq!(bridge.authors.iter().map(|id| map.speaker(*id).unwrap().name.as_str()).collect::<Vec<_>>(), ["Cy Dean"]);
        // The same again is nothing new.
        assert_eq!(editor.revision() > revision, name == "refs.bib", "{name}");
    }
    editor.dispatch(Action::Undo);
    assert_eq!(*editor.map(), before);
}

#[test]
fn a_changed_text_becomes_a_version_of_the_same_source() {
    let mut editor = editor_on(ArgumentMap::default());
    let intake = Intake::now("");
    editor.dispatch(Command::AddSources(intake.sources(&read(THREAD))));
    let changed = read(&THREAD.replace("It was old.", "It was old, they said."));
    let source = version_of(editor.map(), &changed).unwrap();
    let add = |editor: &mut Editor, document: &Document| {
        editor.dispatch(Command::AddText { source, text: Box::new(intake.version(document).unwrap()) });
    };
    add(&mut editor, &changed);
    let texts = |editor: &Editor| editor.map().source(source).unwrap().texts.iter().map(|t| t.text().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&editor).len(), 2);
    assert!(texts(&editor)[0].ends_with("It was old.") && texts(&editor)[1].ends_with("they said."));
    editor.take_effects();
    add(&mut editor, &changed);
    assert_eq!(texts(&editor).len(), 2);
    assert!(matches!(editor.take_effects().as_slice(), [Effect::Toast(toast)] if toast.text.contains("nothing was changed")));
    editor.dispatch(Command::CompareTexts { source, old: 0, new: 1 });
    assert_eq!(editor.take_effects(), [Effect::CompareTexts { source, old: 0, new: 1 }]);
    editor.dispatch(Command::RemoveText { source, version: 0 });
    assert_eq!(texts(&editor).len(), 1);
    editor.dispatch(Action::Undo);
    assert_eq!(texts(&editor).len(), 2);
    let gone: SourceId = "so_gone".parse().unwrap();
    assert_eq!(ops::add_text(editor.map(), gone, SourceText::new("x", "")), Err(OpError::Missing("source")));
    editor.dispatch(Command::SetField(FieldEdit::Source(source, SourceField::Confidential(true))));
    assert!(editor.map().source(source).unwrap().confidential);
}

#[test]
fn texts_beside_the_map_are_saved_read_and_watched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let mut editor = editor_on(ArgumentMap::default());
    let intake = Intake { beside: true, ..Intake::now("") };
    editor.dispatch(Command::AddSources(intake.sources(&read(THREAD))));
    let save = |editor: &Editor| io::save_map(&path, editor.map(), to_text(editor.map()).as_bytes(), None).unwrap();
    save(&editor);
    assert!(!std::fs::read_to_string(&path).unwrap().contains("It was old."));
    let open = || io::open(&path, &TaskCtx::new()).unwrap().map;
    assert_eq!(open(), **editor.map());
    let name = editor.map().texts_beside().find(|(_, text)| text.text().contains("It was old.")).unwrap().0.to_owned();
    let file = folder.path().join(&name);
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[0] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    let codes = |map: &ArgumentMap| {
        validate(map).into_iter().map(|f| (f.code.name(), f.message)).filter(|(c, _)| c.starts_with("text-")).collect::<Vec<_>>()
    };
    let found = codes(&open());
    assert!(matches!(found.as_slice(), [("text-altered", message)] if message.contains(&name)), "{found:?}");
    // What is there now can be kept as a version, and the map saved without touching the file.
    let mut other = editor_on(open());
    let source = *other.map().sources().iter().find(|(_, s)| s.kind != SourceKind::Comment).unwrap().0;
    other.dispatch(Command::TakeFoundText { source, version: 0 });
    assert_eq!(other.map().source(source).unwrap().texts.len(), 2);
    save(&other);
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(codes(&open()).as_slice(), [("text-missing", _)]));
    // Whoever still has the words puts the file back by saving.
    save(&editor);
    assert_eq!(codes(&open()), []);
    #[cfg(unix)]
    {
        let outside = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(outside.path(), "secrets").unwrap();
        std::fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink(outside.path(), &file).unwrap();
        assert!(matches!(codes(&open()).as_slice(), [("text-missing", _)]));
    }
}

/// A map in which secrets stand wherever words can stand.
fn map_with_secrets() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let secret = "Zanzibarova";
    let hidden = Speaker {
        confidential: true,
        aliases: vec!["Qwertyalias".into()],
        role: "rolehidden".into(),
        note: "notehidden".into(),
        ..Speaker::new(SpeakerKind::Person, format!("Olga {secret}"))
    };
    let witness = b.speaker(hidden);
    let author = b.speaker(Speaker::new(SpeakerKind::Person, "Authorhidden Penn"));
    let open = b.speaker(Speaker { note: format!("Knows Olga {secret}"), ..Speaker::new(SpeakerKind::Person, "Gil Troy") });
    let words = || format!("By Olga {secret}, see Leakytitle at https://leaky.example/post and Qwertyalias");
    let leak = Source {
        authors: vec![author],
        confidential: true,
        venue: "Venuehidden".into(),
        url: "https://leaky.example/post".into(),
        archive_url: "https://archive.example/leakyarchive".into(),
        note: "sourcenotehidden".into(),
        texts: vec![SourceText::new("First line.\nTexthidden stands here.\n", "2026-01-01T00:00:00Z")],
        ..Source::new(SourceKind::Post, "Leakytitle")
    };
    let leak = b.source(leak);
    let mut told = SourceText::new(format!("He names Olga {secret}."), "");
    told.file = format!("{secret}.txt");
    let article =
        b.source(Source { title: words(), note: words(), texts: vec![told], venue: words(), ..Source::new(SourceKind::Article, "") });
    b.meta(Meta { title: words(), note: words(), data: format!("by: {secret}") });
    let group = b.group(Group { title: words(), note: words(), tags: vec![words()], ..Group::default() });
    let claim = b.node(Claim {
        title: words(),
        cause: words(),
        effect: words(),
        note: words(),
        tags: vec![words()],
        group: Some(group),
        ..Claim::new(words())
    });
    let reason = b.claim("A plain reason");
    let relation = b.support(&[reason], claim);
    let quote = |text: &str| vec![Quote { exact: text.into(), prefix: words(), suffix: words(), range: Some((0, 3)) }];
    let say = |speaker, source, exact: &str| Attribution {
        source: Some(source),
        quotes: quote(exact),
        cue: words(),
        note: words(),
        tags: vec![words()],
        hedges: vec![words()],
        ..Attribution::new(Some(speaker), Stance::Asserts)
    };
    b.attribute(say(witness, leak, "Texthidden stands here."), claim);
    b.attribute(say(open, leak, "Texthidden stands"), reason);
    b.attribute(say(open, article, &words()), relation);
    b.attribute(say(witness, article, "cuehidden"), reason);
    for (i, id) in [claim, reason].into_iter().enumerate() {
        b.place(elenchus::base::ViewId::main(), id, elenchus::model::Placement { x: 0, y: i as i32 * 200, pinned: false });
    }
    b.finish()
}

const SECRETS: &[&str] = &[
    "zanzibarova",
    "olga",
    "qwertyalias",
    "rolehidden",
    "notehidden",
    "authorhidden",
    "leakytitle",
    "leaky.example",
    "leakyarchive",
    "venuehidden",
    "texthidden",
    "cuehidden",
];

fn assert_no_secret(what: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let found: Vec<&&str> = SECRETS.iter().filter(|secret| text.contains(**secret)).collect();
    assert!(found.is_empty(), "{what} tells {found:?}");
}

#[test]
fn a_safe_copy_names_nothing_confidential_in_any_format() {
    let map = map_with_secrets();
    let whole = to_whole_text(&map).to_lowercase();
    assert!(SECRETS.iter().all(|secret| whole.contains(secret)), "the test has secrets to tell");
    let safe = safe_copy(&map);
    assert_no_secret("the file", to_text(&safe).as_bytes());
    assert_eq!((safe.node_count(), safe.edge_count(), safe.sources().len()), (map.node_count(), map.edge_count(), map.sources().len()));
    for exporter in EXPORTERS {
        for profile in Profile::ALL {
            let options = ExportOptions::of(*profile);
            let exported = exporter.export(&ExportRequest { options, ..ExportRequest::new(&safe) }, &TaskCtx::new()).unwrap();
            assert_no_secret(exporter.name(), &exported.bytes);
            if exporter.name() == "pdf" {
                // Its streams are packed: what can be read in it is looked at as well.
                let read = document::read("map.pdf", &exported.bytes, &TaskCtx::new()).unwrap();
                let letters: String = read[0].text.split_whitespace().collect();
                assert!(letters.contains("Aplainreason"), "{letters}");
                assert_no_secret("pdf", letters.as_bytes());
                assert_no_secret("pdf", read[0].title.as_bytes());
            }
        }
    }
}

#[test]
fn the_clipboard_names_nothing_confidential() {
    let map = map_with_secrets();
    let all: Vec<_> = map.ids().collect();
    let copied = |editor: &mut Editor| -> Vec<String> {
        editor.dispatch(Command::Select(all.clone()));
        editor.take_effects();
        editor.dispatch(Action::Copy);
        let texts = editor.take_effects().into_iter().filter_map(|effect| match effect {
            Effect::CopyText(text) => Some(vec![text]),
            Effect::KeepCopy { text, exact } => Some(vec![text, exact]),
            _ => None,
        });
        texts.flatten().collect()
    };
    let mut editor = editor_on(map.clone());
    let texts = copied(&mut editor);
    assert_eq!(texts.len(), 3);
    texts.iter().for_each(|text| assert_no_secret("the clipboard", text.as_bytes()));
    // What was copied here pastes here as it was.
    let pasted = elenchus::editor::Pasted { text: texts[0].clone(), exact: Some(texts[2].clone()), under: false };
    editor.dispatch(Command::Paste(Box::new(pasted)));
    let words: BTreeSet<&str> = editor.map().claims().map(|(_, claim)| claim.text.as_str()).collect();
    assert_eq!((words.len(), editor.map().claims().count()), (2, 4));
    editor.dispatch(Action::ToggleSafeCopy);
    assert!(!editor.safe_copies());
    assert!(copied(&mut editor)[2].contains("Zanzibarova"));
}
