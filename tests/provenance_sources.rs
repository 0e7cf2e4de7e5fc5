//! Sources with their texts: what comes in, how it is kept, what goes out.

use elenchus::base::TaskCtx;
use elenchus::formats::Importer;
use elenchus::formats::native::{Ron, to_text, to_whole_text};
use elenchus::model::{ArgumentMap, Keeping, MapBuilder, Source, SourceKind, SourceText, TextState};
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
