//! Proposals of attributions: scored on three texts of our own, and steady under anything that is fed to them.

#[path = "suggest/scorer.rs"]
mod scorer;

use elenchus::base::{Rng, SourceId};
use elenchus::edit::apply;
use elenchus::edit::ops::{self, Heard};
use elenchus::editor::{Command, Editor, Loaded};
use elenchus::model::{ArgumentMap, Quotation, Source, SourceKind, SourceText, Speaker, SpeakerKind, Stance};
use elenchus::provenance::anchor::TextIndex;
use elenchus::provenance::proposals::{drafted, pending};
use elenchus::provenance::suggest::{Proposal, Tier, suggest};

struct Least {
    detection: f64,
    right: f64,
    tokens: f64,
    speakers: f64,
}

fn check(name: &str, annotated: &str, least: &Least) {
    let (text, annotations) = scorer::read(annotated);
    let score = scorer::score(&text, &annotations, &suggest(&text));
    let matched = score.detection.right.max(1) as f64;
    let speakers = score.speakers as f64 / matched;
    println!(
        "{name}: detection {:.2} (precision {:.2}, recall {:.2}), right {:.2}, content tokens {:.2}, tier A {}/{}, speakers {speakers:.2}, stances {}, types {} of {}",
        score.detection.f1(),
        score.detection.precision(),
        score.detection.recall(),
        score.right.f1(),
        score.content_tokens.f1(),
        score.tier_a.right,
        score.tier_a.proposed,
        score.stances,
        score.types,
        score.detection.right
    );
    let faults = score.faults.join("\n");
    assert!(score.detection.f1() >= least.detection, "{name}: detection {:.3}\n{faults}", score.detection.f1());
    assert!(score.right.f1() >= least.right, "{name}: right {:.3}\n{faults}", score.right.f1());
    assert!(score.content_tokens.f1() >= least.tokens, "{name}: content tokens {:.3}\n{faults}", score.content_tokens.f1());
    assert!(speakers >= least.speakers, "{name}: speakers {speakers:.3}\n{faults}");
    assert!(score.tier_a.proposed == 0 || score.tier_a.precision() >= 0.97, "{name}: tier A {:.3}\n{faults}", score.tier_a.precision());
}

#[test]
fn a_news_report() {
    check("news", include_str!("suggest/news.txt"), &Least { detection: 0.9, right: 0.8, tokens: 0.9, speakers: 0.7 });
}

#[test]
fn an_opinion_with_comments() {
    check("opinion", include_str!("suggest/opinion.txt"), &Least { detection: 0.75, right: 0.6, tokens: 0.75, speakers: 0.6 });
}

#[test]
fn a_debate() {
    check("debate", include_str!("suggest/debate.txt"), &Least { detection: 0.95, right: 0.95, tokens: 0.95, speakers: 0.9 });
}

#[test]
fn the_scorer_tells_bad_from_good() {
    let (text, annotations) = scorer::read(include_str!("suggest/news.txt"));
    let score = scorer::score(&text, &annotations, &[]);
    assert_eq!((score.detection.right, score.faults.len()), (0, annotations.len()));
    let mut shifted = suggest(&text);
    for proposal in &mut shifted {
        proposal.content.truncate(0);
        proposal.content.push(proposal.cue.clone());
    }
    let score = scorer::score(&text, &annotations, &shifted);
    assert!(score.detection.f1() > 0.8 && score.right.f1() < 0.1, "{score:?}");
}

/// Source, cue, content, speaker, type, stance of the only proposal.
fn only(text: &str) -> [String; 6] {
    let found = suggest(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    let Proposal { source, cue, content, speaker, quotation, stance, .. } = &found[0];
    let content: Vec<&str> = content.iter().map(|span| span.text.as_str()).collect();
    let source = source.as_ref().map_or("", |span| span.text.as_str());
    [source, &cue.text, &content.join(" … "), speaker, quotation.word(), stance.word()].map(str::to_owned)
}

#[test]
fn each_construction_is_found() {
    for (text, expected) in [
        ("Ada Brand said that the well is dry.", ["Ada Brand", "said", "that the well is dry", "Ada Brand", "indirect", "asserts"]),
        ("“The well is dry,” said Ada Brand.", ["Ada Brand", "said", "“The well is dry,”", "Ada Brand", "direct", "asserts"]),
        ("“The well,” Ada Brand said, “is dry.”", ["Ada Brand", "said", "“The well,” … “is dry.”", "Ada Brand", "direct", "asserts"]),
        ("The well is dry, Ada Brand said.", ["Ada Brand", "said", "The well is dry", "Ada Brand", "indirect", "asserts"]),
        ("According to Ada Brand, the well is dry.", ["Ada Brand", "According to", "the well is dry", "Ada Brand", "indirect", "asserts"]),
        ("The well is dry, according to Ada Brand.", ["Ada Brand", "according to", "The well is dry", "Ada Brand", "indirect", "asserts"]),
        ("The plan was criticised by Ada Brand.", ["Ada Brand", "was criticised", "The plan", "Ada Brand", "indirect", "asserts"]),
        ("The well is said to be dry.", ["", "is said", "The well … to be dry", "", "indirect", "asserts"]),
        ("Ada Brand denied taking the money.", ["Ada Brand", "denied", "taking the money", "Ada Brand", "indirect", "denies"]),
        (
            "Ada Brand asked whether the well was dry.",
            ["Ada Brand", "asked", "whether the well was dry", "Ada Brand", "indirect", "questions"],
        ),
        ("Voters supported the plan.", ["Voters", "supported", "the plan", "Voters", "indirect", "endorses"]),
        ("His claim that the well is dry has spread.", ["His", "claim", "that the well is dry has spread", "", "indirect", "asserts"]),
        (
            "Ada Brand called the plan “a slow robbery.”",
            ["Ada Brand", "called", "the plan “a slow robbery.”", "Ada Brand", "mixed", "asserts"],
        ),
    ] {
        assert_eq!(only(text), expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn names_titles_and_irony_are_no_speech() {
    for text in [
        "The film “The Ferryman’s Daughter” was shown on Monday.",
        "The so-called “experts” left early.",
        "A boat named “Lucy” lay in the harbour.",
        "The “Lantern Festival” drew a crowd of 40,000.",
        "Nobody was in the room.",
    ] {
        let speech: Vec<_> = suggest(text).into_iter().filter(|one| one.quotation != Quotation::Indirect).collect();
        assert!(speech.is_empty(), "{text}: {speech:?}");
    }
}

#[test]
fn titles_are_no_claims() {
    for text in [
        "Harbour Coalition Shows Cracks\n\nNobody was in the room.",
        "Harbour coalition criticizes mayor\n\nNobody was in the room.",
        "Nobody was in the room.\n\nBlaming Progressives\n\nIt was late.",
    ] {
        assert!(suggest(text).is_empty(), "{text}: {:?}", suggest(text));
    }
    let text = "Mayor Says Bridge Is Safe\n\nThe mayor said that the bridge is safe.";
    assert_eq!(suggest(text).len(), 1, "the report below the title says it");
}

#[test]
fn pronouns_and_surnames_are_resolved() {
    let text = "Ada Brand came late. Tom Reed was there. She said that it rained. Reed said that it snowed. He said that it was cold.";
    let speakers: Vec<String> = suggest(text).into_iter().map(|one| one.speaker).collect();
    assert_eq!(speakers, ["Ada Brand", "Tom Reed", "Tom Reed"]);
    let text = "The Harbour Committee met. The organisation said that the fund is empty.";
    assert_eq!(suggest(text)[0].speaker, "Harbour Committee");
}

#[test]
fn places_are_code_points_of_the_text() {
    let text = "Été 😀: “Ça va,” said Zoë Müller. According to Zoë Müller, “it’s fine.”";
    let chars: Vec<char> = text.chars().collect();
    let found = suggest(text);
    assert!(found.len() >= 2, "{found:?}");
    for one in &found {
        for span in one.source.iter().chain([&one.cue]).chain(&one.content) {
            let words: String = chars[span.start as usize..span.end as usize].iter().collect();
            assert_eq!(words, span.text);
        }
    }
}

#[test]
fn anything_can_be_fed() {
    let pieces = [
        "“",
        "”",
        "\"",
        "''",
        "‘",
        "’",
        "(",
        ")",
        ",",
        ".",
        ":",
        "—",
        "said",
        "that",
        "according to",
        "by",
        "he",
        "who",
        "Ada",
        "to",
        "and",
        "was",
        "claim",
        "seems",
        "1",
        "\n",
        "\n\n",
        " ",
        "’s",
        "n't",
        "日本語",
        "مرحبا",
        "😀",
        "\u{301}",
        "\u{feff}",
        "<",
        "said that",
        "“x,” said",
        "A:",
    ];
    let mut rng = Rng::new(7);
    for _ in 0..3000 {
        let length = 1 + rng.below(14);
        let text: Vec<&str> = (0..length).map(|_| pieces[rng.below(pieces.len())]).collect();
        suggest(&text.join(if rng.below(2) == 0 { " " } else { "" }));
    }
    for text in [
        "",
        " ",
        "\n\n\n",
        "“",
        "””””",
        ".",
        "said",
        "according to",
        "是的。他说。",
        "قال إنه بخير",
        "\u{0}\u{1}",
        &"“".repeat(5000),
        &"said ".repeat(5000),
        &"a,".repeat(20_000),
    ] {
        suggest(text);
    }
    assert!(suggest("彼は言った。「はい」と。").is_empty());
}

fn map_with_text(text: &str) -> (ArgumentMap, SourceId) {
    let mut source = Source::new(SourceKind::Article, "The well");
    source.texts.push(SourceText::new(text, "2020-01-01T00:00:00Z"));
    let mut map = ArgumentMap::default();
    let made = ops::add_source(&map, &mut Rng::new(3), source).expect("a source can be added");
    apply(&mut map, &made.transaction).expect("it applies");
    (map, made.id)
}

#[test]
fn accepted_ones_enter_the_map_in_one_step_and_dismissed_ones_stay_away() {
    let text = "Ada Brand said that the well is dry. Tom Reed denied the report. Brand said she was sure.";
    let (map, source) = map_with_text(text);
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, ..Loaded::default() })));
    let waiting = pending(editor.map(), source);
    assert_eq!(waiting.iter().map(|one| one.tier).filter(|tier| *tier == Tier::A).count(), 2, "{waiting:?}");
    editor.dispatch(Command::DismissProposals { source, proposals: vec![waiting[1].clone()] });
    assert_eq!(pending(editor.map(), source).len(), 2);
    editor.dispatch(Command::AcceptProposals { source, proposals: vec![waiting[0].clone(), waiting[2].clone()] });
    assert!(pending(editor.map(), source).is_empty());
    let map = editor.map().clone();
    assert_eq!((map.claims().count(), map.attributions().count(), map.speakers().len()), (2, 2, 1), "one Ada Brand");
    let (_, said) = map.attributions().find(|(_, said)| said.quotes[0].range == Some((15, 35))).expect("the first is anchored");
    assert_eq!((said.quotes[0].exact.as_str(), said.cue.as_str(), said.stance), ("that the well is dry", "said", Stance::Asserts));
    editor.dispatch(Command::Do(elenchus::editor::Action::Undo));
    assert_eq!((editor.map().claims().count(), editor.map().speakers().len(), pending(editor.map(), source).len()), (0, 0, 2));
    editor.dispatch(Command::Do(elenchus::editor::Action::Undo));
    assert_eq!(pending(editor.map(), source).len(), 3);
}

#[test]
fn nobody_becomes_somebody_else_by_a_proposal() {
    // The map knows an Ada Brand; the text a Brand of whom it says no more, and one Tom Reed whom it also calls by his surname.
    let (mut map, source) = map_with_text("Brand said that the well is dry. Tom Reed said that it rains. Reed said that it pours.");
    let known = ops::add_speaker(&map, &mut Rng::new(4), Speaker::new(SpeakerKind::Person, "Ada Brand"));
    apply(&mut map, &known.transaction).expect("it applies");
    let mut editor = Editor::new(Rng::new(5));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, ..Loaded::default() })));
    let waiting = pending(editor.map(), source);
    let names: Vec<&str> = waiting.iter().map(|one| one.speaker.as_str()).collect();
    assert_eq!(names, ["Brand", "Tom Reed", "Tom Reed"], "what is proposed shows whom it means");
    editor.dispatch(Command::AcceptProposals { source, proposals: waiting });
    let map = editor.map();
    let mut said_by: Vec<&str> =
        map.attributions().filter_map(|(_, said)| map.speaker(said.speaker?)).map(|speaker| speaker.name.as_str()).collect();
    said_by.sort_unstable();
    assert_eq!(said_by, ["Brand", "Tom Reed", "Tom Reed"]);
    assert!(map.attributions().all(|(_, said)| said.speaker != Some(known.id)), "Brand is somebody until a person merges the two");
    assert_eq!(map.speakers().len(), 3);
}

#[test]
fn nothing_is_heard_in_a_source_that_is_not_there() {
    let (map, source) = map_with_text("Ada Brand said that the well is dry.");
    let text = "Ada Brand said that the well is dry.";
    let (claim, attribution) = drafted(text, &TextIndex::new(text), source, &pending(&map, source)[0]);
    let heard = Heard { claim, speaker: String::new(), attribution };
    assert!(ops::hear(&ArgumentMap::default(), &mut Rng::new(1), vec![heard]).is_err());
    assert!(ops::hear(&map, &mut Rng::new(1), Vec::new()).is_err());
}

#[test]
fn the_verb_prints_json() {
    let folder = std::env::temp_dir().join(format!("elenchus-suggest-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("text.txt");
    std::fs::write(&file, "“Ça va,” Ada Brand said.").expect("a file");
    let run = |args: &[&str]| {
        let path = file.to_str().expect("a path");
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_elenchus")).arg("suggest").arg(path).args(args).output().expect("it runs");
        (out.status.code(), String::from_utf8(out.stdout).expect("UTF-8"))
    };
    let (code, printed) = run(&["--json"]);
    let json: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    let expected = serde_json::json!({ "attributions": [{
        "source": { "start": 9, "end": 18, "text": "Ada Brand" },
        "cue": { "start": 19, "end": 23, "text": "said" },
        "content": [{ "start": 0, "end": 8, "text": "“Ça va,”" }],
        "speaker": "Ada Brand", "type": "direct", "stance": "asserts", "tier": "A", "rule": "quotation, a named one says"
    }] });
    assert_eq!((code, json), (Some(0), expected));
    let (code, printed) = run(&[]);
    assert_eq!(code, Some(0));
    assert!(printed.starts_with("1:20\tA\tAda Brand\tsaid\t"), "{printed}");
    std::fs::remove_dir_all(&folder).ok();
}
