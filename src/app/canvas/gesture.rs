//! What the pointer is in the middle of: panning, moving, marking out, drawing a line. Nothing here writes to the map; letting go gives
//! a command.

use std::collections::BTreeSet;

use egui::{CursorIcon, Modifiers, Pos2, Rect, Vec2};

use super::Canvas;
use super::drop::{Drop, Dropped};
use super::hang::Hold;
use super::paint::DETAIL_ZOOM;
use super::picture::Part;
use super::snap::{Guide, snap};
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor};

/// How near an edge has to be to catch, in points on screen.
const CATCH: f32 = 6.0;
/// With more cards in sight, only those around the moved one are looked at.
const MANY: usize = 500;
/// How far around, in points on screen.
const AROUND: f32 = 500.0;
/// A line that ends closer to where it began was not meant.
const SHORTEST: f32 = 24.0;

/// What the pointer is in the middle of.
#[derive(Debug)]
pub(crate) enum Gesture {
    /// The map follows the pointer: that point of it stays under it.
    Pan(Pos2),
    /// Cards follow the pointer.
    Move(Box<Move>),
    /// A rectangle is marked out; both ends on the map.
    Marquee {
        /// Where it began.
        from: Pos2,
        /// Where the pointer is.
        to: Pos2,
    },
    /// A line is drawn, or the end of an arrow.
    Draw(Line),
}

/// Cards that follow the pointer.
#[derive(Debug)]
pub(crate) struct Move {
    /// The cards with their places at the start.
    pub(super) cards: Vec<(NodeId, Pos2)>,
    /// The nodes that were taken, cards or not.
    nodes: BTreeSet<NodeId>,
    /// The box around them at the start.
    bounds: Rect,
    /// Where on the map the pointer took hold.
    from: Pos2,
    /// How far they have come.
    pub(super) delta: Vec2,
    /// What they have caught on.
    pub(super) guides: Vec<Guide>,
    /// The claim that may be hung on what it is dropped on.
    pub(super) hold: Option<Hold>,
}

/// A line that follows the pointer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// What is drawn: a new line out of a claim or an attribution, or an end of a relation's arrow.
    pub(super) of: NodeId,
    /// The premise at whose end the arrow is in hand; its target's end where this is missing.
    pub(super) premise: Option<NodeId>,
    /// Where it begins, on the map.
    pub(super) start: Pos2,
    /// Where the pointer is on the map.
    pub(super) to: Pos2,
    /// What is under it, and why it cannot end there.
    pub(super) over: Option<(NodeId, Option<String>)>,
}

impl Line {
    /// Whether it is an end of an arrow.
    pub(super) fn is_end(&self) -> bool {
        self.of.kind() == NodeKind::Relation
    }

    /// What letting go on a node would be.
    fn dropped_on(&self, node: NodeId) -> Dropped {
        match self.premise {
            Some(premise) => Dropped::Start { relation: self.of, premise, to: node },
            None if self.is_end() => Dropped::End { relation: self.of, to: node },
            None => Dropped::Line { from: self.of, to: node },
        }
    }
}

impl Gesture {
    /// The pointer while it lasts.
    pub(crate) fn cursor(&self) -> CursorIcon {
        match self {
            Self::Pan(_) => CursorIcon::Grabbing,
            Self::Move(moved) => match &moved.hold {
                Some(hold) if hold.takes() => CursorIcon::Alias,
                _ => CursorIcon::Grabbing,
            },
            Self::Marquee { .. } => CursorIcon::Crosshair,
            Self::Draw(line) => match &line.over {
                Some((_, None)) => CursorIcon::Alias,
                Some((_, Some(_))) => CursorIcon::NotAllowed,
                None => CursorIcon::Crosshair,
            },
        }
    }
}

impl Canvas {
    /// Takes hold of a card, and of the others that are selected with it.
    pub(super) fn begin_move(&mut self, node: NodeId, from: Pos2, editor: &Editor, queue: &mut Vec<Command>) {
        let selection = editor.selection();
        let nodes: BTreeSet<NodeId> = if selection.contains(node) {
            selection.nodes().clone()
        } else {
            queue.push(Command::Select(vec![node]));
            BTreeSet::from([node])
        };
        let scene = self.picture.scene();
        let placed: Vec<_> = nodes.iter().filter_map(|id| scene.card(*id)).collect();
        let bounds = placed.iter().map(|card| card.rect()).reduce(Rect::union).unwrap_or(Rect::NOTHING);
        let cards = placed.iter().map(|card| (card.claim, card.at)).collect();
        let hold = Hold::new(editor, node, &nodes, self.card_under(from, &nodes));
        self.gesture = Some(Gesture::Move(Box::new(Move { cards, nodes, bounds, from, delta: Vec2::ZERO, guides: Vec::new(), hold })));
    }

    /// Begins a line out of a claim or an attribution, or takes hold of an arrow's end.
    pub(super) fn begin_line(&mut self, of: NodeId, start: Pos2) {
        self.gesture = Some(Gesture::Draw(Line { of, premise: None, start, to: start, over: None }));
    }

    /// Takes hold of the end of an arrow that is at one of its premises; the rest of it begins at `start`.
    pub(super) fn begin_at_premise(&mut self, relation: NodeId, premise: NodeId, start: Pos2) {
        self.gesture = Some(Gesture::Draw(Line { of: relation, premise: Some(premise), start, to: start, over: None }));
    }

    /// Follows the pointer.
    pub(super) fn drag_to(&mut self, canvas: Rect, pointer: Pos2, modifiers: Modifiers, editor: &Editor) {
        let pos = self.camera.map_from_screen(canvas, pointer);
        match self.gesture.take() {
            Some(Gesture::Pan(from)) => {
                self.camera.centre += from - pos;
                self.gesture = Some(Gesture::Pan(from));
            }
            Some(Gesture::Move(mut moving)) => {
                self.follow(&mut moving, canvas, pos, modifiers, editor);
                self.gesture = Some(Gesture::Move(moving));
            }
            Some(Gesture::Marquee { from, .. }) => self.gesture = Some(Gesture::Marquee { from, to: pos }),
            Some(Gesture::Draw(mut line)) => {
                line.to = pos;
                let over = self.picture.node_at(pos, self.camera.zoom);
                if over != line.over.as_ref().map(|(node, _)| *node) {
                    line.over = over.map(|node| (node, line.dropped_on(node).refusal(editor)));
                }
                self.gesture = Some(Gesture::Draw(line));
            }
            None => {}
        }
    }

    fn follow(&mut self, moving: &mut Move, canvas: Rect, pos: Pos2, modifiers: Modifiers, editor: &Editor) {
        if let Some(hold) = &mut moving.hold {
            hold.over(self.card_under(pos, &moving.nodes), editor);
        }
        let mut delta = pos - moving.from;
        if modifiers.shift {
            // Straight along one axis.
            if delta.x.abs() > delta.y.abs() { delta.y = 0.0 } else { delta.x = 0.0 }
        }
        moving.guides.clear();
        let hangs = moving.hold.as_ref().is_some_and(Hold::takes);
        if !hangs && !modifiers.alt && !modifiers.command && self.camera.zoom >= DETAIL_ZOOM && moving.bounds.is_positive() {
            let caught = snap(
                moving.bounds.translate(delta),
                &self.around(canvas, moving.bounds.translate(delta), &moving.nodes),
                CATCH / self.camera.zoom,
            );
            delta += caught.shift;
            moving.guides = caught.guides;
        }
        // Places are whole numbers: the picture shows what letting go will give.
        let delta = delta.round();
        if delta != moving.delta {
            moving.delta = delta;
            self.picture.drag_cards(moving.cards.iter().map(|(id, at)| (*id, *at + delta)));
        }
    }

    /// The cards in sight on which others may catch.
    fn around(&self, canvas: Rect, moving: Rect, without: &BTreeSet<NodeId>) -> Vec<Rect> {
        let visible = self.camera.visible(canvas);
        let mut cards = self.cards_in(visible);
        if cards.len() > MANY {
            cards = self.cards_in(visible.intersect(moving.expand(AROUND / self.camera.zoom)));
        }
        cards.into_iter().filter(|(id, _)| !without.contains(id)).map(|(_, rect)| rect).collect()
    }

    /// The cards that come near a rectangle of the map, from back to front.
    pub(super) fn cards_in(&self, rect: Rect) -> Vec<(NodeId, Rect)> {
        let scene = self.picture.scene();
        let card = |part| match part {
            Part::Card(i) => scene.cards().get(i).map(|card| (card.claim, card.rect())),
            Part::Arrow(_) => None,
        };
        self.picture.parts_in(rect).into_iter().filter_map(card).collect()
    }

    /// What a marquee takes: the claims that it touches and the relations whose handles are in it. A claim leads.
    fn nodes_in(&self, rect: Rect) -> Vec<NodeId> {
        let scene = self.picture.scene();
        let node = |part| match part {
            Part::Card(i) => scene.cards().get(i).map(|card| card.claim),
            Part::Arrow(i) => scene.arrows().get(i).filter(|arrow| rect.contains(arrow.at)).map(|arrow| arrow.relation),
        };
        self.picture.parts_in(rect).into_iter().filter_map(node).collect()
    }

    /// Lets go.
    pub(super) fn release(&mut self, canvas: Rect, extend: bool, editor: &Editor, queue: &mut Vec<Command>) {
        match self.gesture.take() {
            Some(Gesture::Move(moving)) => self.let_go(canvas, *moving, editor, queue),
            Some(Gesture::Marquee { from, to }) => {
                let nodes = self.nodes_in(Rect::from_two_pos(from, to));
                queue.push(if extend { Command::SelectAlso(nodes) } else { Command::Select(nodes) });
            }
            Some(Gesture::Draw(line)) => {
                let at = self.camera.screen_from_map(canvas, line.to);
                match &line.over {
                    Some((node, None)) => {
                        let what = line.dropped_on(*node);
                        match what.meant() {
                            Some(command) => queue.push(command),
                            None => self.drop = Some(Drop { what, from: line.start, at, shown: false }),
                        }
                    }
                    None if !line.is_end() && self.is_long(&line) => {
                        let what = Dropped::Ground { from: line.of, at: line.to };
                        self.drop = Some(Drop { what, from: line.start, at, shown: false });
                    }
                    Some((_, Some(_))) | None => {}
                }
            }
            Some(Gesture::Pan(_)) | None => {}
        }
    }

    fn let_go(&mut self, canvas: Rect, moving: Move, editor: &Editor, queue: &mut Vec<Command>) {
        if let Some(hold) = moving.hold.filter(Hold::takes) {
            self.picture.drag_cards(moving.cards.iter().copied());
            self.picture.let_go();
            let at = self.camera.screen_from_map(canvas, moving.from + moving.delta);
            self.hang(canvas, &hold, at, editor, queue);
        } else if moving.delta != Vec2::ZERO && !moving.cards.is_empty() {
            self.picture.let_go();
            queue.push(Command::Move { nodes: moving.cards.iter().map(|(id, _)| *id).collect(), delta: moving.delta });
        }
    }

    /// Whether a line is more than a slip of the hand.
    pub(super) fn is_long(&self, line: &Line) -> bool {
        (line.to - line.start).length() * self.camera.zoom >= SHORTEST
    }

    /// Gives up what is in progress; moved cards go back.
    pub(super) fn cancel_gesture(&mut self) {
        if let Some(Gesture::Move(moving)) = self.gesture.take() {
            self.picture.drag_cards(moving.cards);
            self.picture.let_go();
        }
    }
}

/// Whether a node can be a premise of a relation.
pub(crate) fn can_be_premise(node: NodeId) -> bool {
    node.kind() != NodeKind::Relation
}
