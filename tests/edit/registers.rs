//! Merging entries of the registers, and travelling through the history that it makes.

use elenchus::base::{Rng, SourceId, SpeakerId};
use elenchus::edit::apply;
use elenchus::edit::ops::{self, Merger};
use elenchus::editor::{Action, Command, Editor, Effect, Entry, Loaded};
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, RelationKind, Source, SourceKind, Speaker, SpeakerKind, Stance, validate};

/// Two names of one person and of one magazine; a reply to each, someone of the magazine.
struct Register {
    map: ArgumentMap,
    gil: SpeakerId,
    troy: SpeakerId,
    time: SpeakerId,
    time_magazine: SpeakerId,
    one: SourceId,
    two: SourceId,
    reply: SourceId,
}

fn register() -> Register {
    let mut b = MapBuilder::new(1);
    let gil = b.speaker(Speaker { role: "historian".to_owned(), ..Speaker::new(SpeakerKind::Person, "Gil Troy") });
    let troy = Speaker { aliases: vec!["G. T.".to_owned()], affiliation: "McGill".to_owned(), ..Speaker::new(SpeakerKind::Person, "Troy") };
    let troy = b.speaker(Speaker { confidential: true, role: "professor".to_owned(), ..troy });
    let time = b.speaker(Speaker::new(SpeakerKind::Publication, "Time"));
    let time_magazine = b.speaker(Speaker::new(SpeakerKind::Publication, "Time Magazine"));
    b.speaker(Speaker { affiliation: "Time Magazine".to_owned(), ..Speaker::new(SpeakerKind::Person, "Editor") });
    let one = b.source(Source { authors: vec![troy, gil, time], ..Source::new(SourceKind::Article, "The spoiler myth") });
    let reply = b.source(Source { in_reply_to: Some(one), ..Source::new(SourceKind::Comment, "Reply") });
    let two = Source { venue: "Time".to_owned(), in_reply_to: Some(reply), ..Source::new(SourceKind::Article, "Spoiler myth, the") };
    let two = b.source(two);
    let claim = b.claim("Nader cost Gore the election");
    for (speaker, source) in [(gil, one), (troy, two), (troy, one)] {
        b.attribute(Attribution { source: Some(source), ..Attribution::new(Some(speaker), Stance::Asserts) }, claim);
    }
    Register { map: b.finish(), gil, troy, time, time_magazine, one, two, reply }
}

/// The map after merging, after seeing that undo gives back the one before.
fn merged(map: &ArgumentMap, merger: &Merger) -> ArgumentMap {
    let mut changed = map.clone();
    apply(&mut changed, &merger.transaction).unwrap();
    let mut undone = changed.clone();
    apply(&mut undone, &merger.transaction.inverse()).unwrap();
    assert_eq!(undone, *map);
    changed
}

#[test]
fn two_names_of_one_speaker_become_one() {
    let Register { map, gil, troy, one, time, .. } = register();
    let merger = ops::merge_speakers(&map, gil, &[troy, gil]).unwrap();
    assert_eq!((merger.attributions, merger.sources, merger.speakers), (2, 1, 0));
    let map = merged(&map, &merger);
    assert!(map.speaker(troy).is_none());
    let speaker = map.speaker(gil).unwrap();
    assert_eq!((speaker.name.as_str(), speaker.role.as_str(), speaker.affiliation.as_str()), ("Gil Troy", "historian", "McGill"));
    assert_eq!(speaker.aliases, ["Troy", "G. T."]);
    assert!(speaker.confidential, "who must not be named is not named under another name");
    assert_eq!(map.source(one).unwrap().authors, [gil, time], "one author once");
    assert!(map.attributions().all(|(_, a)| a.speaker == Some(gil)));
}

#[test]
fn those_who_belong_to_an_organisation_follow_its_name() {
    let Register { map, time, time_magazine, .. } = register();
    let merger = ops::merge_speakers(&map, time, &[time_magazine]).unwrap();
    assert_eq!(merger.speakers, 1);
    let map = merged(&map, &merger);
    assert!(map.speakers().values().any(|s| s.name == "Editor" && s.affiliation == "Time"));
}

#[test]
fn merged_sources_answer_nothing_that_answers_them() {
    let Register { map, one, two, reply, .. } = register();
    let merger = ops::merge_sources(&map, one, &[two]).unwrap();
    assert_eq!((merger.attributions, merger.sources), (1, 0));
    let map = merged(&map, &merger);
    let source = map.source(one).unwrap();
    assert_eq!((source.title.as_str(), source.venue.as_str(), source.in_reply_to), ("The spoiler myth", "Time", None));
    assert_eq!(map.source(reply).unwrap().in_reply_to, Some(one));
    assert!(validate(&map).iter().all(|d| d.severity() < elenchus::base::Severity::Error), "{:?}", validate(&map));
    assert!(ops::merge_sources(&map, one, &[one]).is_err(), "nothing to merge");
}

#[test]
fn merging_asks_and_is_one_step() {
    let Register { map, gil, troy, .. } = register();
    let mut editor = Editor::new(Rng::new(1));
    editor.dispatch(Command::Loaded(Box::new(Loaded {
        map: map.clone(),
        report: Vec::new(),
        path: None,
        name: "t".into(),
        unsaved: false,
    })));
    editor.dispatch(Command::MergeEntries { into: Entry::Speaker(gil), others: vec![Entry::Speaker(troy)] });
    let question =
        editor.take_effects().into_iter().find_map(|e| if let Effect::Confirm { text, yes } = e { Some((text, yes)) } else { None });
    let (text, yes) = question.unwrap();
    assert!(text.contains("2 attributions change") && text.contains("1 other entry"), "{text}");
    assert_eq!(**editor.map(), map, "not before the answer");
    editor.dispatch(*yes);
    assert_eq!(editor.selection().entry(), Some(Entry::Speaker(gil)));
    assert_eq!(editor.history_steps(), (1, 1));
    editor.dispatch(Action::Undo);
    assert_eq!(**editor.map(), map);
}

#[test]
fn travelling_undoes_and_does_again() {
    let mut editor = Editor::new(Rng::new(1));
    let mut states = vec![(**editor.map()).clone()];
    for _ in 0..5 {
        editor.dispatch(Action::AddClaim);
        let target = editor.selection().lead().unwrap();
        editor.dispatch(Command::SetText { node: target, text: "A claim".to_owned() });
        states.push((**editor.map()).clone());
    }
    editor.dispatch(Command::AddReason { kind: RelationKind::Rebuttal, target: editor.selection().lead().unwrap() });
    states.push((**editor.map()).clone());
    editor.take_effects();
    let steps = editor.history_steps().1;
    assert_eq!(steps + 1, states.len());
    let labels: Vec<String> = (0..steps).filter_map(|i| editor.history_label(i).map(str::to_owned)).collect();
    for to in [0, 3, 6, 1, 6, 99, 2, 2] {
        editor.dispatch(Command::TravelTo(to));
        let done = to.min(steps);
        assert_eq!(**editor.map(), states[done], "{to}");
        assert_eq!(editor.history_steps(), (done, steps));
        let now: Vec<String> = (0..steps).filter_map(|i| editor.history_label(i).map(str::to_owned)).collect();
        assert_eq!(now, labels, "the steps keep their places");
        let effects = editor.take_effects();
        assert!(effects.iter().filter(|e| matches!(e, Effect::Reveal(_))).count() <= 1, "{effects:?}");
    }
    editor.dispatch(Action::AddClaim);
    assert_eq!(editor.history_steps(), (3, 3), "a new step forgets those undone");
}
