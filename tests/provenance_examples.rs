//! The shipped examples as a fact-checker uses them: the first debate gets the article's text, the footbridge shows what went wrong.

use std::path::Path;

use elenchus::base::{NodeId, Rng, TaskCtx};
use elenchus::editor::{Action, Command, Editor, Effect, Intake, Loaded, recognise, version_of};
use elenchus::formats::document::{self, Document};
use elenchus::formats::native::Ron;
use elenchus::formats::{EXPORTERS, ExportRequest, Importer};
use elenchus::model::{ArgumentMap, DateBasis};
use elenchus::provenance::anchor::Anchor;
use elenchus::provenance::audit::check;
use elenchus::provenance::copies::Copies;
use elenchus::provenance::origins::{Voice, origins};
use elenchus::provenance::trace::trace;
use elenchus::provenance::verify::{Checked, Class, verify};

fn example(name: &str) -> Editor {
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)).unwrap();
    let mut editor = Editor::new(Rng::new(7));
    let map = Ron.import(&bytes, &TaskCtx::new()).unwrap().map;
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, ..Loaded::default() })));
    editor.take_effects();
    editor
}

/// The article behind the first debate, where it is at hand.
fn article() -> Option<Document> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/article/anti-trump-coalition.txt");
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("skipped: there is no {}", path.display());
        return None;
    };
    Some(document::read("article.txt", &bytes, &TaskCtx::new()).unwrap().remove(0))
}

fn take(editor: &mut Editor, intake: &Intake, document: &Document) {
    let mut sources = intake.sources(document);
    let known = version_of(editor.map(), document).unwrap();
    recognise(editor.map(), &mut sources, known);
    editor.dispatch(Command::AddSources(sources));
}

fn words<'a>(map: &'a ArgumentMap, checked: &Checked) -> &'a str {
    &map.attribution(checked.attribution).unwrap().quotes[checked.quote].exact
}

#[test]
fn quotations_of_the_first_debate_are_short_and_its_text_is_not_shipped() {
    let editor = example("who-cost-whom.ron");
    let map = editor.map();
    assert!(map.sources().values().all(|source| source.texts.is_empty()));
    let quotes: Vec<_> = map.attributions().flat_map(|(_, said)| &said.quotes).collect();
    assert!(quotes.len() >= 290 && quotes.iter().all(|quote| quote.range.is_some()));
    for quote in quotes {
        let all = [&quote.prefix, &quote.exact, &quote.suffix].map(|part| part.chars().count()).iter().sum::<usize>();
        assert!(all <= 45, "“{}” is long", quote.exact);
    }
    assert!(verify(map).iter().all(|checked| checked.class == Class::NoText));
    // Who quotes whom who quotes whom.
    let depth = |mut at: NodeId| {
        let mut depth = 0;
        while let Some(inner) = map.content(at).filter(|inner| map.attribution(*inner).is_some()) {
            (at, depth) = (inner, depth + 1);
        }
        depth
    };
    let nested = |least: usize| map.attributions().filter(|(id, _)| depth(*id) >= least).count();
    assert!(nested(1) >= 100 && nested(2) >= 15 && nested(3) >= 1, "{} {} {}", nested(1), nested(2), nested(3));
    let based = |basis: DateBasis| map.attributions().filter(|(_, said)| said.dating.basis == Some(basis)).count();
    assert!(DateBasis::ALL.iter().all(|basis| based(*basis) > 0));
    assert!(map.attributions().all(|(_, said)| said.date.is_empty() || said.dating.basis.is_some()));
}

#[test]
fn the_article_gives_every_quotation_of_the_first_debate_its_place() {
    let Some(article) = article() else { return };
    for split in [true, false] {
        let mut editor = example("who-cost-whom.ron");
        let before = editor.map().clone();
        take(&mut editor, &Intake { split, ..Intake::now("article.txt") }, &article);
        let map = editor.map().clone();
        assert_eq!((map.sources().len(), map.speakers().len()), (before.sources().len(), before.speakers().len()), "split: {split}");
        assert_eq!(map.sources().values().filter(|source| !source.texts.is_empty()).count(), if split { 30 } else { 1 });
        let found = verify(&map);
        assert!(found.len() >= 290);
        for checked in &found {
            let said = (words(&map, checked), checked.class, &checked.anchor);
            assert!(checked.class == Class::Verbatim && matches!(checked.anchor, Some(Anchor::Anchored(_))), "split: {split} {said:?}");
        }
        // What Time, Slate and others said is read where it is told.
        let told = found.iter().filter(|checked| map.attribution(checked.attribution).unwrap().source != checked.source).count();
        assert!(if split { told >= 40 } else { told >= 200 }, "{told}");
        assert!(map.attributions().flat_map(|(_, said)| &said.quotes).all(|quote| !quote.prefix.is_empty() || !quote.suffix.is_empty()));
        // The same file again is nothing new, and all of it was one step.
        take(&mut editor, &Intake { split, ..Intake::now("article.txt") }, &article);
        assert_eq!(*editor.map(), map);
        assert!(matches!(editor.take_effects().last(), Some(Effect::Toast(toast)) if toast.text.contains("nothing was changed")));
        editor.dispatch(Action::Undo);
        assert_eq!(*editor.map(), before);
    }
}

#[test]
fn the_footbridge_shows_a_misquotation_a_circle_and_a_changed_source() {
    let editor = example("footbridge.ron");
    let map = editor.map();
    let found = verify(map);
    let failing: Vec<&str> = found.iter().filter(|checked| checked.class.fails()).map(|checked| words(map, checked)).collect();
    assert_eq!(failing, ["The footbridge is unsafe"]);
    let misquoted = found.iter().find(|checked| checked.class.fails()).unwrap();
    assert_eq!(misquoted.class, Class::Misquoted);
    assert!(found.iter().all(|checked| checked.class.fails() || checked.class == Class::Verbatim), "{found:?}");
    // The page was changed: what it said stands in its first version alone.
    let former: Vec<(&str, Option<(usize, usize)>)> =
        found.iter().map(|checked| (words(map, checked), checked.former(map))).filter(|(_, former)| former.is_some()).collect();
    assert!(former.contains(&("The footbridge stays open while the planks are replaced", Some((1, 2)))), "{former:?}");
    let orphaned = |words: &str| {
        let checked = found.iter().find(|checked| self::words(map, checked) == words).unwrap();
        checked.anchor == Some(Anchor::Orphaned)
    };
    assert!(orphaned("The footbridge stays open while the planks are replaced") && !orphaned("The planks cost 40,000 crowns"));
    let claim = map.claims().find(|(_, claim)| claim.text == "Nine people have fallen on the footbridge").unwrap().0;
    let trace = trace(map, claim);
    let found = origins(map, &trace, &Copies::of(&verify(map)));
    assert_eq!((trace.steps.len(), found.mentions, found.origins.len(), found.circles.len()), (5, 4, 1, 1));
    let name = |voice: &Voice| match voice {
        Voice::Speaker(id) => map.speaker(*id).unwrap().name.as_str(),
        Voice::Source(_) | Voice::Attribution(_) => "?",
    };
    assert_eq!(found.circles[0].iter().map(name).collect::<Vec<_>>(), ["Townbook", "Piet Sandoz", "Nora Quill"]);
    // What is wrong comes first for whoever checks it before it is printed, and the page that was changed is named by what it was.
    let request = ExportRequest::new(map);
    let sheet = EXPORTERS.iter().find(|exporter| exporter.name() == "sheet-md").unwrap();
    let sheet = String::from_utf8(sheet.export(&request, &TaskCtx::new()).unwrap().bytes).unwrap();
    let place = |words: &str| sheet.find(words).unwrap_or_else(|| panic!("{words} is not in\n{sheet}"));
    assert!(sheet.contains("9 claims, 1 with gaps") && place("The footbridge is unsafe") < place("The footbridge should be closed"));
    let notice = map.sources().values().find(|source| source.title == "Questions about the footbridge").unwrap();
    let after = &sheet[place("“The footbridge stays open while")..];
    assert!(after.contains("stood in version 1 of 2"), "{after}");
    assert!(after.find(&notice.texts[0].sha256().to_string()) < after.find("\n  - [ ]").or(Some(after.len())));
    let mut codes: Vec<&str> = check(map, &Copies::of(&verify(map))).iter().map(|finding| finding.code.name()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["both-sides", "one-origin", "origin-circle"]);
}
