//! A picture that follows each change is the picture of the changed map.

use std::sync::Arc;

use elenchus::analysis::Shown;
use elenchus::base::{NodeId, Rng, ViewId};
use elenchus::edit::{FieldEdit, RelationField};
use elenchus::editor::{Action, Command, Editor};
use elenchus::layout::Scope;
use elenchus::model::{ArgumentMap, Attribution, Edge, MapBuilder, Placement, Relation, RelationKind, Role, Speaker, SpeakerKind, Stance};
use elenchus::render::{Part, Scene, TextShaper, Theme, scene};
use emath::{Rect, pos2, vec2};
use proptest::prelude::{ProptestConfig, any, prop};
use proptest::{prop_assert, proptest};

use crate::properties::{Step, broken_map, command, open, pick, tidy_map};

/// A picture kept up to date.
struct Picture {
    shaper: TextShaper,
    scene: Scene,
    revision: u64,
    shown: Arc<Shown>,
    followed: usize,
}

fn fresh(editor: &Editor, shaper: &mut TextShaper) -> Scene {
    scene(editor.map(), editor.view(), editor.shown(), Theme::light(), shaper)
}

impl Picture {
    fn of(editor: &Editor) -> Self {
        let mut shaper = TextShaper::new();
        let scene = fresh(editor, &mut shaper);
        Self { shaper, scene, revision: editor.revision(), shown: editor.shown().clone(), followed: 0 }
    }

    fn check(&mut self, editor: &Editor) -> Result<(), String> {
        let changed = editor.changes_since(self.revision).ok_or("the changes are forgotten")?;
        self.revision = editor.revision();
        let new = fresh(editor, &mut self.shaper);
        let as_before = Arc::ptr_eq(editor.shown(), &self.shown);
        self.shown = editor.shown().clone();
        if !as_before || !self.scene.follow(editor.map(), editor.shown(), &changed, &mut self.shaper) {
            self.scene = new;
            return Ok(());
        }
        self.scene.catch_up(|| false);
        self.followed += usize::from(!changed.is_empty());
        same(&self.scene, &new, editor.map())
    }
}

fn same(is: &Scene, should: &Scene, map: &ArgumentMap) -> Result<(), String> {
    let differ = |what: &str, is: &dyn std::fmt::Debug, should: &dyn std::fmt::Debug| Err(format!("{what}: {is:?}\nnot {should:?}"));
    if (&is.title, is.cards().len(), is.arrows().len()) != (&should.title, should.cards().len(), should.arrows().len()) {
        return differ("title and numbers", &is.title, &should.title);
    }
    for card in should.cards() {
        if is.card(card.claim) != Some(card) {
            return differ("card", &is.card(card.claim), card);
        }
    }
    for arrow in should.arrows() {
        if is.arrow(arrow.relation) != Some(arrow) {
            return differ("arrow", &is.arrow(arrow.relation), arrow);
        }
    }
    if let Some((id, _)) = map.nodes().find(|(id, _)| is.rect_of(*id) != should.rect_of(*id)) {
        return differ(id.as_str(), &is.rect_of(id), &should.rect_of(id));
    }
    let hidden = |scene: &Scene| scene.hidden_lines().iter().map(|line| (line.link, line.at, line.bounds())).collect::<Vec<_>>();
    if hidden(is) != hidden(should) {
        return differ("hidden lines", &hidden(is), &hidden(should));
    }
    let parts = is.cards().iter().map(|card| card.rect()).chain(is.arrows().iter().map(|arrow| arrow.bounds()));
    let headings = |scene: &Scene| scene.headings().iter().map(|heading| (heading.name.clone(), heading.bounds)).collect::<Vec<_>>();
    if headings(is) != headings(should) {
        return differ("headings", &headings(is), &headings(should));
    }
    let parts = parts.chain(is.headings().iter().map(|heading| heading.bounds));
    let all = parts.chain(is.hidden_lines().iter().map(|line| line.bounds()).filter(|bounds| bounds.is_positive())).reduce(Rect::union);
    if all.is_some_and(|all| is.bounds() != all) || is.bounds() != should.bounds() {
        return differ("bounds", &(is.bounds(), should.bounds()), &all);
    }
    let found = |scene: &Scene, area: Rect| {
        let mut nodes: Vec<Option<NodeId>> = scene.parts_in(area).into_iter().map(|part: Part| scene.node_of(part)).collect();
        nodes.sort_unstable();
        nodes
    };
    for area in [should.bounds(), Rect::from_center_size(pos2(500.0, 300.0), vec2(700.0, 300.0))] {
        if found(is, area) != found(should, area) {
            return differ("parts", &found(is, area), &found(should, area));
        }
    }
    Ok(())
}

/// Claims close to each other, with named and unnamed relations and attributions of all of them.
fn crowd() -> ArgumentMap {
    let mut b = MapBuilder::new(3);
    let mut rng = Rng::new(5);
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    let mut nodes: Vec<NodeId> = Vec::new();
    for i in 0..40 {
        let claim = b.claim(format!("Claim number {i} says something"));
        b.place(ViewId::main(), claim, Placement { x: (i % 6) * 230, y: (i / 6) * 120, pinned: false });
        nodes.push(claim);
    }
    for i in 0..40 {
        let premises = [nodes[rng.below(40)], nodes[rng.below(40)]];
        let relation = b.support(&premises[..1 + i % 2], nodes[rng.below(nodes.len())]);
        nodes.push(relation);
        if i % 3 == 0 {
            nodes.push(b.attribute(Attribution::new(Some(speaker), Stance::ALL[i % 5]), nodes[rng.below(nodes.len())]));
        }
    }
    b.finish()
}

/// What people do all day, in a small space.
fn close_by((what, a, b, c): Step, editor: &Editor) -> Option<Command> {
    let map = editor.map();
    let claims: Vec<NodeId> = map.claims().map(|(id, _)| id).collect();
    let relations: Vec<NodeId> = map.relations().map(|(id, _)| id).collect();
    let nodes: Vec<NodeId> = map.nodes().map(|(id, _)| id).collect();
    let place = |n: u16| Placement { x: i32::from(n % 1400), y: i32::from(n / 7 % 800), pinned: false };
    Some(match what % 12 {
        0 => Command::SetText { node: pick(&claims, a)?, text: "word ".repeat(usize::from(b % 60)) },
        1 | 2 => Command::Move { nodes: vec![pick(&claims, a)?], delta: vec2(f32::from(b % 300) - 150.0, f32::from(c % 200) - 100.0) },
        3 => Command::SetField(FieldEdit::Relation(
            pick(&relations, a)?,
            RelationField::Title(["", "Expert", "From consequences"][usize::from(b % 3)].to_owned()),
        )),
        4 => Command::AddReason { kind: pick(RelationKind::ALL, b)?, target: pick(&nodes, a)? },
        5 => {
            let waiting = claims.iter().filter(|id| map.placement(editor.view(), **id).is_none());
            let placements = waiting.enumerate().map(|(i, id)| (*id, place(a.wrapping_add(97 * i as u16)))).collect();
            Command::ApplyLayout { scope: Scope::Unplaced, view: editor.view(), revision: editor.revision(), placements }
        }
        6 => Command::DeleteNodes([pick(&nodes, a)?].into()),
        7 => Command::Connect { from: pick(&nodes, a)?, to: pick(&nodes, b)?, kind: pick(RelationKind::ALL, c)? },
        8 => Command::Retarget { node: pick(&nodes, a)?, to: pick(&nodes, b)? },
        9 => Command::Attribute { content: pick(&nodes, a)?, attribution: Box::new(Attribution::new(None, pick(Stance::ALL, b)?)) },
        10 => Action::Undo.into(),
        _ => Action::Redo.into(),
    })
}

#[test]
fn everyday_work_needs_no_new_picture() {
    let mut editor = open(crowd());
    let mut picture = Picture::of(&editor);
    let claims: Vec<NodeId> = editor.map().claims().map(|(id, _)| id).collect();
    let mut done = 0;
    let mut work = |editor: &mut Editor, command: Command| {
        editor.dispatch(command);
        done += 1;
        picture.check(editor).unwrap();
        assert_eq!(picture.followed, done);
    };
    for i in 0..6 {
        work(&mut editor, Command::AddReason { kind: RelationKind::Rebuttal, target: claims[i] });
        let new = editor.selection().lead().unwrap();
        let placements = vec![(new, Placement { x: 100 * i as i32, y: 60, pinned: false })];
        let layout = Command::ApplyLayout { scope: Scope::Unplaced, view: editor.view(), revision: editor.revision(), placements };
        work(&mut editor, layout);
        work(&mut editor, Command::SetText { node: new, text: format!("Number {i}") });
        work(&mut editor, Command::SetText { node: claims[i + 6], text: "word ".repeat(10 * i) });
        work(&mut editor, Command::Move { nodes: vec![claims[i + 1]], delta: vec2(120.0, 80.0) });
        work(&mut editor, Command::Attribute { content: new, attribution: Box::new(Attribution::new(None, Stance::Asserts)) });
        work(&mut editor, Command::DeleteNodes(vec![claims[i + 20]]));
    }
    for action in [Action::Undo, Action::Redo] {
        while editor.is_enabled(action) {
            work(&mut editor, action.into());
        }
    }
}

/// Moves a claim; the picture that follows and the one made anew have the name of a step elsewhere than before.
fn name_gives_way(map: ArgumentMap, step: NodeId, moved: NodeId, delta: emath::Vec2) {
    let mut editor = open(map);
    let mut picture = Picture::of(&editor);
    let before = picture.scene.arrow(step).unwrap().handle_rect();
    editor.dispatch(Command::Move { nodes: vec![moved], delta });
    picture.check(&editor).unwrap();
    assert_eq!(picture.followed, 1);
    assert_ne!(picture.scene.arrow(step).unwrap().handle_rect(), before, "this shows nothing: the name stays where it was");
}

#[test]
fn a_long_name_comes_back_when_a_card_leaves_its_place() {
    let mut b = MapBuilder::new(1);
    let (target, premise, beside) = (b.claim("Target"), b.claim("Premise"), b.claim("Beside"));
    for (claim, x, y) in [(target, 0, 0), (premise, 0, 600), (beside, 230, 300)] {
        b.place(ViewId::main(), claim, Placement { x, y, pinned: false });
    }
    let title = "A name that is longer than there is room for beside a handle".to_owned();
    let step = b.node(Relation { title, ..Relation::new(RelationKind::Support) });
    b.edge(Edge::new(premise, Role::Premise, step));
    b.edge(Edge::new(step, Role::Target, target));
    name_gives_way(b.finish(), step, beside, vec2(600.0, 0.0));
}

#[test]
fn a_name_minds_lines_that_come_to_its_chips_from_afar() {
    let mut b = MapBuilder::new(1);
    let (target, premise, other, far) = (b.claim("Target"), b.claim("Premise"), b.claim("Other"), b.claim("Far"));
    for (claim, x, y) in [(target, 0, 0), (premise, 0, 600), (far, 2000, 300), (other, 900, 2000)] {
        b.place(ViewId::main(), claim, Placement { x, y, pinned: false });
    }
    let step = b.support(&[premise], target);
    let said = b.attribute(Attribution::new(None, Stance::Asserts), step);
    b.support(&[far, said], other);
    name_gives_way(b.finish(), step, far, vec2(0.0, 4000.0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_session_is_followed(broken in any::<bool>(), steps in prop::collection::vec(any::<Step>(), 0..60)) {
        let mut editor = open(if broken { broken_map() } else { tidy_map() });
        let mut picture = Picture::of(&editor);
        for step in &steps {
            if let Some(command) = command(*step, &editor, &Default::default()) {
                editor.dispatch(command.clone());
                let same = picture.check(&editor);
                prop_assert!(same.is_ok(), "after {command:?}: {}", same.err().unwrap_or_default());
            }
        }
    }

    #[test]
    fn work_in_a_crowd_is_followed(steps in prop::collection::vec(any::<Step>(), 0..60)) {
        let mut editor = open(crowd());
        let mut picture = Picture::of(&editor);
        for step in &steps {
            if let Some(command) = close_by(*step, &editor) {
                editor.dispatch(command.clone());
                let same = picture.check(&editor);
                prop_assert!(same.is_ok(), "after {command:?}: {}", same.err().unwrap_or_default());
            }
        }
    }
}
