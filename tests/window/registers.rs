//! The inspector of several nodes, values checked while they are typed, findings mended with one click.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use elenchus::base::{NodeId, ViewId};
use elenchus::editor::{Action, Command};
use elenchus::model::{
    ArgumentMap, Attribution, ClaimKind, Group, MapBuilder, Node, Placement, Source, SourceKind, Speaker, SpeakerKind, Stance,
};

use crate::harness::{NADER, TENNESSEE, VOTES, Window, small_map};

/// A claim said twice, a date in words, nobody named, an entry that nothing uses.
fn faulty_map() -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let (nader, again, votes) = (b.claim(NADER), b.claim("nader cost Gore the 2000 election."), b.claim(VOTES));
    b.support(&[votes], again);
    let time = b.source(Source { date: "14 November 2016".to_owned(), ..Source::new(SourceKind::Article, "The spoiler myth") });
    b.attribute(Attribution { source: Some(time), ..Attribution::new(None, Stance::Asserts) }, nader);
    b.speaker(Speaker::new(SpeakerKind::Person, "Gil Troy"));
    for (id, x, y) in [(nader, -220, -160), (again, 220, -160), (votes, 0, 120)] {
        b.place(ViewId::main(), id, Placement { x, y, pinned: false });
    }
    b.finish()
}

fn with_problems(map: ArgumentMap) -> Window {
    let mut w = Window::on(map);
    w.harness.run_steps(12);
    w.harness.get_by(|n| n.label().is_some_and(|l| l.starts_with("Problems: "))).click();
    w.settle();
    w
}

fn fix(w: &mut Window, title: &str) {
    let wanted = format!("{title}: ");
    w.harness.get_by(move |n| n.label().is_some_and(|l| l.starts_with(&wanted))).click();
    w.settle();
}

#[test]
fn findings_are_mended_with_one_click() {
    let mut w = with_problems(faulty_map());
    fix(&mut w, "Write 2016-11-14");
    assert!(w.editor().map().sources().values().all(|s| s.date == "2016-11-14"));
    fix(&mut w, "Delete the speaker");
    assert!(w.editor().map().speakers().is_empty());
    fix(&mut w, "Make them one claim");
    assert_eq!(w.texts(), [VOTES.to_owned(), NADER.to_owned()]);
    let nader = w.claim(NADER);
    assert_eq!((w.editor().map().relations_on(nader).len(), w.editor().map().attributions_of(nader).len()), (1, 1));
    for _ in 0..3 {
        w.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(**w.editor().map(), faulty_map(), "each was one step");
}

#[test]
fn a_missing_speaker_is_chosen_at_once() {
    let mut w = with_problems(faulty_map());
    fix(&mut w, "Choose a speaker");
    w.type_text("Robert Parry");
    w.press(Modifiers::NONE, Key::Enter);
    let attribution = w.editor().map().attributions().next().map(|(_, a)| a.clone()).unwrap();
    assert_eq!(attribution.speaker.and_then(|s| w.editor().map().speaker(s).map(|s| s.name.clone())).as_deref(), Some("Robert Parry"));
    w.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(**w.editor().map(), faulty_map(), "the entry and its use are one step");
}

#[test]
fn one_change_for_several() {
    let mut w = Window::on(small_map());
    let both: Vec<NodeId> = vec![w.claim(VOTES), w.claim(TENNESSEE)];
    w.push(Command::Select(both.clone()));
    w.harness.get_by_label("Kind: Not said").click();
    w.settle();
    w.button("Fact");
    for id in &both {
        assert_eq!(w.editor().map().claim(*id).unwrap().kind, Some(ClaimKind::Fact));
    }
    let add = w.field("Add tag");
    add.focus();
    w.settle();
    w.type_text("Florida, 2000");
    w.press(Modifiers::NONE, Key::Enter);
    for id in &both {
        assert_eq!(w.editor().map().claim(*id).unwrap().tags, ["Florida", "2000"]);
    }
    w.button("Remove the tag 2000");
    assert_eq!(w.editor().map().claim(both[0]).unwrap().tags, ["Florida"]);
    for _ in 0..3 {
        w.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(**w.editor().map(), small_map());
    let all = vec![w.claim(NADER), both[0]];
    w.push(Command::SetField(elenchus::edit::FieldEdit::Claim(both[0], elenchus::edit::ClaimField::Kind(Some(ClaimKind::Value)))));
    w.push(Command::Select(all));
    w.harness.get_by_label("Kind: Several values");
}

#[test]
fn values_are_checked_while_they_are_typed() {
    let mut w = Window::on(small_map());
    let attribution = w.editor().map().attributions().next().map(|(id, _)| id).unwrap();
    w.push(Command::Select(vec![attribution]));
    w.field("Date").focus();
    w.settle();
    w.type_text("Nov 2016");
    assert_eq!(w.field("Date").value().as_deref(), Some("Nov 2016"));
    w.harness.get_by(|n| n.value().is_some_and(|v| v.contains("Write it as 2016-11, so that it can be sorted.")));
    assert_eq!(w.editor().map().attribution(attribution).unwrap().date, "", "nothing is written before it is done");
}

#[test]
fn claims_and_relations_have_title_tags_group_and_note() {
    let mut b = MapBuilder::new(1);
    let (one, two) = (b.claim("One"), b.claim("Two"));
    let relation = b.support(&[one], two);
    b.group(Group { title: "Traffic".to_owned(), ..Group::default() });
    let mut w = Window::on(b.finish());
    for node in [one, relation] {
        w.push(Command::Select(vec![node]));
        for (field, text) in [("Title", "A name"), ("Tags", "loud, late"), ("Note", "Why")] {
            w.field(field).focus();
            w.settle();
            w.type_text(text);
        }
        w.push(Command::EndGesture);
        w.push(Action::SelectNone);
        let editor = w.editor();
        let (title, tags, note) = match editor.map().node(node).unwrap() {
            Node::Claim(claim) => (&claim.title, &claim.tags, &claim.note),
            Node::Relation(relation) => (&relation.title, &relation.tags, &relation.note),
            Node::Attribution(_) => unreachable!(),
        };
        assert_eq!((title.as_str(), tags.join("+").as_str(), note.as_str()), ("A name", "loud+late", "Why"));
        drop(editor);
        w.push(Command::Select(vec![node]));
        assert!(w.harness.query_all_by_label_contains("Group").next().is_some(), "{node}");
    }
}
