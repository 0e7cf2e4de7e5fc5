//! Random sessions: whatever is done, undo and redo pass through exactly the maps that were there.

use std::collections::HashMap;

use elenchus::base::{NodeId, Rng, Severity, ViewId};
use elenchus::edit::ops::{Alignment, Bond, Join};
use elenchus::edit::{
    AttributionField, ClaimField, Edit, FieldEdit, GroupField, Mark, MetaField, RelationField, SourceField, SpeakerField, ViewField, apply,
    ops,
};
use elenchus::editor::{Action, Command, Editor, Effect, Entry, Loaded, Menu, Pasted};
use elenchus::layout::Scope;
use elenchus::model::{
    ArgumentMap, Attribution, ClaimKind, Group, LayoutName, MapBuilder, Placement, RecordId, RelationKind, Source, SourceKind, Speaker,
    SpeakerKind, Stance, View, validate,
};
use emath::{pos2, vec2};
use proptest::prelude::{ProptestConfig, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::sketch;

/// A step of a session as numbers, which shrink well: what to do, and what to do it with.
pub(crate) type Step = (u8, u16, u16, u16);

pub(crate) fn pick<T: Copy>(all: &[T], n: u16) -> Option<T> {
    if all.is_empty() { None } else { Some(all[usize::from(n) % all.len()]) }
}

/// `copied` is what is on the clipboard: the text, and the exact copy.
pub(crate) fn command((what, a, b, c): Step, editor: &Editor, copied: &(String, String)) -> Option<Command> {
    let map = editor.map();
    let nodes: Vec<NodeId> = map.nodes().map(|(id, _)| id).collect();
    let claims: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
    let relations: Vec<NodeId> = map.relations().map(|(id, _)| id).collect();
    let attributions: Vec<NodeId> = map.attributions().map(|(id, _)| id).collect();
    let speakers: Vec<_> = map.speakers().keys().copied().collect();
    let sources: Vec<_> = map.sources().keys().copied().collect();
    let groups: Vec<_> = map.groups().keys().copied().collect();
    let kind = pick(RelationKind::ALL, b)?;
    let text = format!("text {c}");
    let field = Command::SetField;
    Some(match what % 51 {
        0..=2 => Command::AddClaimAt(pos2(f32::from(a), f32::from(b))),
        3..=5 => Command::AddReason { kind, target: pick(&nodes, a)? },
        6..=7 => Command::Connect { from: pick(&nodes, a)?, to: pick(&nodes, c)?, kind },
        8 => Command::AddPremise { relation: pick(&nodes, a)?, premise: pick(&nodes, b)? },
        9 => {
            let relation = pick(&relations, a)?;
            Command::RemovePremise { relation, premise: pick(&map.premises(relation), b)? }
        }
        10 => Command::Retarget { node: pick(&nodes, a)?, to: pick(&nodes, b)? },
        11 => {
            let relation = pick(&relations, a)?;
            Command::ReplacePremise { relation, old: pick(&map.premises(relation), b)?, new: pick(&nodes, c)? }
        }
        12 => Command::Reorder { edge: pick(&map.edges(), a)?, index: usize::from(b % 4) },
        13..=14 => {
            let attribution = Attribution { source: pick(&sources, b), ..Attribution::new(pick(&speakers, c), pick(Stance::ALL, c)?) };
            Command::Attribute { content: pick(&nodes, a)?, attribution: Box::new(attribution) }
        }
        15 => Command::SetText { node: pick(&claims, a)?, text },
        16 => Command::CancelNew(editor.selection().lead()?),
        17 => field(FieldEdit::Claim(pick(&claims, a)?, ClaimField::Note(text))),
        18 => field(FieldEdit::Claim(pick(&claims, a)?, ClaimField::Group(pick(&groups, b)))),
        19 => field(FieldEdit::Claim(pick(&claims, a)?, ClaimField::Kind(pick(ClaimKind::ALL, b)))),
        20 => field(FieldEdit::Relation(pick(&relations, a)?, RelationField::Kind(kind))),
        21 => field(FieldEdit::Relation(pick(&relations, a)?, RelationField::Weight(Some((c % 120) as u8)))),
        22 => field(FieldEdit::Attribution(pick(&attributions, a)?, AttributionField::Speaker(pick(&speakers, b)))),
        23 => field(FieldEdit::Attribution(pick(&attributions, a)?, AttributionField::Tags(vec![text]))),
        24 => field(FieldEdit::Speaker(pick(&speakers, a)?, SpeakerField::Name(text))),
        25 => field(FieldEdit::Source(pick(&sources, a)?, SourceField::Authors(pick(&speakers, b).into_iter().collect()))),
        26 => field(FieldEdit::Source(pick(&sources, a)?, SourceField::InReplyTo(pick(&sources, b)))),
        27 => field(FieldEdit::Group(pick(&groups, a)?, GroupField::Parent(pick(&groups, b)))),
        28 => match a % 2 {
            0 => field(FieldEdit::Meta(MetaField::Title(text))),
            _ => field(FieldEdit::View(ViewId::main(), ViewField::Title(text))),
        },
        29 => Command::AddSpeaker(Box::new(Speaker::new(SpeakerKind::Person, text))),
        30 => Command::AddSource(Box::new(Source { in_reply_to: pick(&sources, b), ..Source::new(SourceKind::Post, text) })),
        31 => Command::AddGroup(Box::new(Group { parent: pick(&groups, a), ..Group::default() })),
        32..=33 => Command::DeleteNodes(
            [pick(&nodes, a), pick(&nodes, b), pick(&nodes, c)].into_iter().take(1 + usize::from(a % 3)).flatten().collect(),
        ),
        34 => Command::DeleteEntryNow(match a % 3 {
            0 => Entry::Speaker(pick(&speakers, b)?),
            1 => Entry::Source(pick(&sources, b)?),
            _ => Entry::Group(pick(&groups, b)?),
        }),
        35 => Command::Move { nodes: vec![pick(&nodes, a)?, pick(&nodes, b)?], delta: vec2(f32::from(a), f32::from(c)) },
        36 => pick(&[Action::NudgeUp, Action::NudgeDown, Action::TogglePin], a)?.into(),
        37 => Command::Select([pick(&nodes, a), pick(&nodes, b), pick(&nodes, c)].into_iter().flatten().collect()),
        38 => Action::SelectAll.into(),
        39 => pick(&[Action::Copy, Action::Copy, Action::Cut], a)?.into(),
        40 => pick(&[Action::CopyBranch, Action::CutBranch, Action::Duplicate], a)?.into(),
        43..=44 => Command::Paste(Box::new(match a % 4 {
            // What was copied last, here or elsewhere; words of another program.
            0 | 1 => Pasted { text: copied.0.clone(), exact: Some(copied.1.clone()).filter(|_| b % 2 == 0), under: c % 2 == 0 },
            2 => Pasted { text: format!("{text}\n  + why\n  - why not\n    so"), ..Pasted::default() },
            _ => Pasted { text: format!("[A]: {text}\n  <- [B]: against\n    + <C>: for"), ..Pasted::default() },
        })),
        45..=46 => {
            // What is shown is no step of the history.
            let actions: Vec<Action> = Action::ALL.iter().copied().filter(|action| action.info().menu != Menu::View).collect();
            pick(&actions, a)?.into()
        }
        47 => Command::AddJoined {
            at: pos2(f32::from(a), f32::from(b)),
            node: pick(&nodes, c)?,
            join: pick(&[Join::Onto(kind), Join::From(kind), Join::Premise], a)?,
        },
        48 => {
            let premise = pick(&nodes, a)?;
            let bond = pick(&map.relations_from(premise), b).filter(|_| c % 2 == 0).map_or(Bond::New(kind), Bond::Instead);
            let nodes = ops::branch(map, premise).into_iter().collect();
            Command::Hang { premise, bond, to: pick(&claims, c)?, nodes, delta: vec2(f32::from(a), f32::from(c)) }
        }
        49 => {
            let sizes = claims.iter().map(|id| (*id, vec2(f32::from(a % 300), f32::from(b % 300)))).collect();
            Command::Align { how: pick(Alignment::ALL, c)?, sizes }
        }
        41 => Action::Undo.into(),
        42 => {
            if a % 2 == 0 {
                Action::Redo.into()
            } else {
                Command::EndGesture
            }
        }
        _ => Command::ApplyLayout {
            scope: Scope::Everything,
            view: ViewId::main(),
            revision: editor.revision(),
            placements: claims.iter().map(|id| (*id, Placement { x: i32::from(a), y: i32::from(b), pinned: false })).collect(),
        },
    })
}

pub(crate) fn open(map: ArgumentMap) -> Editor {
    let mut editor = Editor::new(Rng::new(9));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: String::new(), unsaved: false })));
    editor
}

/// Two views, and what a broken file can hold: edges without end, several targets, a relation of nothing.
pub(crate) fn broken_map() -> ArgumentMap {
    let base = sketch::map("r_1: c_a c_b -> c_c c_d\n r_2: c_e -x r_9\n r_3: ->\n a_1: sp_ann asserts c_a r_1\n sp_ann = Ann\n c_f = F");
    let mut builder = MapBuilder::new(1);
    for (id, node) in base.nodes() {
        builder.node_as(id, node.clone());
    }
    for edge in base.edges() {
        builder.edge(edge);
    }
    builder.speaker_as("sp_ann".parse().unwrap(), Speaker::new(SpeakerKind::Person, "Ann"));
    let place = |x| Placement { x, y: 0, pinned: true };
    let placements = [(sketch::id("c_a"), place(1)), (sketch::id("c_b"), place(2))];
    let other = View { title: "Other".into(), layout: LayoutName::Force, placements: placements.into(), ..View::default() };
    builder.view("other".parse().unwrap(), other);
    builder.place(ViewId::main(), sketch::id("c_a"), place(3));
    builder.finish()
}

pub(crate) fn tidy_map() -> ArgumentMap {
    sketch::placed_map(
        "r_1: c_a c_b -> c_c\n r_2: c_d -x r_1\n a_1: sp_ann asserts c_c\n a_2: sp_ann reports a_1\n sp_ann = Ann\n so_x = X\n so_y = Y",
    )
}

/// A map without its folds, which are no step and so stay as they are through undo and redo.
fn unfolded(map: &ArgumentMap) -> ArgumentMap {
    let mut unfolded = map.clone();
    for view in map.views().keys() {
        let unfold = elenchus::edit::ops::set_folds(map, *view, &std::collections::BTreeSet::new()).unwrap();
        elenchus::edit::apply(&mut unfolded, &unfold).unwrap();
    }
    unfolded
}

/// The map of every state ever reached, by its mark.
struct Witness(HashMap<Mark, ArgumentMap>);

impl Witness {
    fn check(&mut self, editor: &Editor) -> Result<(), String> {
        let now = unfolded(editor.map());
        match self.0.get(&editor.mark()) {
            Some(map) if *map == now => Ok(()),
            Some(_) => Err("another map than the one that was there".to_owned()),
            None => {
                self.0.insert(editor.mark(), now);
                Ok(())
            }
        }
    }
}

/// Remembers what was put on the clipboard.
fn note_copy(editor: &mut Editor, copied: &mut (String, String)) {
    for effect in editor.take_effects() {
        if let Effect::KeepCopy { text, exact } = effect {
            *copied = (text, exact);
        }
    }
}

fn run_out(editor: &mut Editor, action: Action) {
    while editor.is_enabled(action) {
        editor.dispatch(action);
    }
}

fn session(map: ArgumentMap, steps: &[Step]) -> Result<(), String> {
    let mut editor = open(map);
    let start = editor.map().clone();
    let mut witness = Witness(HashMap::new());
    let mut copied = Default::default();
    witness.check(&editor)?;
    for step in steps {
        let Some(command) = command(*step, &editor, &copied) else { continue };
        let (before, revision) = (editor.map().clone(), editor.revision());
        editor.dispatch(command.clone());
        note_copy(&mut editor, &mut copied);
        if editor.revision() == revision && *before != **editor.map() {
            return Err(format!("{command:?} changed the map unseen"));
        }
        witness.check(&editor).map_err(|error| format!("after {command:?}: {error}"))?;
    }
    for action in [Action::Undo, Action::Redo] {
        while editor.is_enabled(action) {
            editor.dispatch(action);
            witness.check(&editor).map_err(|error| format!("{action:?}: {error}"))?;
        }
        if action == Action::Undo && (editor.is_dirty() || *start != unfolded(editor.map())) {
            return Err("undo does not lead back to the start".to_owned());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_state_comes_back(broken in any::<bool>(), steps in prop::collection::vec(any::<Step>(), 0..80)) {
        let done = session(if broken { broken_map() } else { tidy_map() }, &steps);
        prop_assert!(done.is_ok(), "{}", done.err().unwrap_or_default());
    }

    #[test]
    fn places_found_by_the_way_do_not_break_undo(steps in prop::collection::vec(any::<(bool, Step)>(), 0..80)) {
        let mut editor = open(tidy_map());
        let mut copied = Default::default();
        for (place, step) in &steps {
            if let Some(command) = command(*step, &editor, &copied) {
                editor.dispatch(command);
                note_copy(&mut editor, &mut copied);
            }
            if *place {
                let placements = editor.map().claims().map(|(id, _)| (id, Placement { x: 3, y: 4, pinned: false })).collect();
                editor.dispatch(Command::ApplyLayout { scope: Scope::Unplaced, view: ViewId::main(), revision: editor.revision(), placements });
            }
        }
        run_out(&mut editor, Action::Redo);
        let end = unfolded(editor.map());
        run_out(&mut editor, Action::Undo);
        prop_assert!(!editor.is_dirty());
        run_out(&mut editor, Action::Redo);
        prop_assert_eq!(unfolded(editor.map()), end);
    }

    #[test]
    fn a_tidy_map_stays_without_errors(steps in prop::collection::vec(any::<Step>(), 0..80)) {
        let mut editor = open(tidy_map());
        let mut copied = Default::default();
        for step in &steps {
            if let Some(command) = command(*step, &editor, &copied) {
                editor.dispatch(command);
                note_copy(&mut editor, &mut copied);
            }
        }
        let errors: Vec<_> = validate(editor.map()).into_iter().filter(|d| d.severity() == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        for view in editor.map().views().values() {
            prop_assert!(view.placements.keys().all(|id| editor.map().claim(*id).is_some()), "a placement outlived its claim");
        }
    }

    #[test]
    fn a_failing_transaction_leaves_the_map_untouched(steps in prop::collection::vec(any::<Step>(), 0..40), at in any::<u16>()) {
        let mut editor = open(tidy_map());
        let mut copied = Default::default();
        for step in &steps {
            if let Some(command) = command(*step, &editor, &copied) {
                editor.dispatch(command);
                note_copy(&mut editor, &mut copied);
            }
        }
        let mut map = (**editor.map()).clone();
        let all = map.nodes().map(|(id, _)| id).collect();
        if let Ok(deletion) = ops::delete_nodes(&map, &all) {
            let mut transaction = deletion.transaction;
            let place = usize::from(at) % (transaction.edits.len() + 1);
            transaction.edits.insert(place, Edit { id: RecordId::Meta, before: None, after: None });
            let before = map.clone();
            prop_assert!(apply(&mut map, &transaction).is_err());
            prop_assert_eq!(map, before);
        }
    }
}
