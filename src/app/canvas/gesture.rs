//! What the pointer is in the middle of: panning, moving, marking out, connecting. Nothing here writes to the map; letting go gives a command.

use std::collections::BTreeSet;

use egui::{CursorIcon, Pos2, Rect, Vec2};

use super::Canvas;
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor};

/// What the pointer is in the middle of.
#[derive(Debug)]
pub(crate) enum Gesture {
    /// The map follows the pointer.
    Pan,
    /// Cards follow the pointer.
    Move {
        /// The cards with their places at the start.
        cards: Vec<(NodeId, Pos2)>,
        /// Where on the map the pointer took hold.
        from: Pos2,
        /// How far it has come.
        delta: Vec2,
    },
    /// A rectangle is marked out; both ends on the map.
    Marquee {
        /// Where it began.
        from: Pos2,
        /// Where the pointer is.
        to: Pos2,
    },
    /// A line is drawn from a node.
    Connect {
        /// The premise.
        from: NodeId,
        /// Where the pointer is on the map.
        to: Pos2,
        /// What is under it.
        over: Option<NodeId>,
    },
}

/// A drop on a target, waiting for the kind of relation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drop {
    pub(crate) from: NodeId,
    pub(crate) to: NodeId,
    /// Where the question is asked, on screen.
    pub(crate) at: Pos2,
    /// Whether it was drawn before: a popup must not close with the click that opened it.
    pub(crate) shown: bool,
}

impl Gesture {
    /// The pointer while it lasts.
    pub(crate) fn cursor(&self) -> CursorIcon {
        match self {
            Self::Pan | Self::Move { .. } => CursorIcon::Grabbing,
            Self::Marquee { .. } => CursorIcon::Crosshair,
            Self::Connect { over: Some(_), .. } => CursorIcon::Alias,
            Self::Connect { over: None, .. } => CursorIcon::Crosshair,
        }
    }
}

impl Canvas {
    /// Takes hold of a card, and of the others that are selected with it.
    pub(crate) fn begin_move(&mut self, node: NodeId, from: Pos2, editor: &Editor, queue: &mut Vec<Command>) {
        let selection = editor.selection();
        let nodes: BTreeSet<NodeId> = if selection.contains(node) {
            selection.nodes().clone()
        } else {
            queue.push(Command::Select(vec![node]));
            BTreeSet::from([node])
        };
        let cards = nodes.iter().filter_map(|id| self.picture.scene().card(*id).map(|card| (*id, card.at))).collect();
        self.gesture = Some(Gesture::Move { cards, from, delta: Vec2::ZERO });
    }

    /// Follows the pointer.
    pub(crate) fn drag_to(&mut self, canvas: Rect, pointer: Pos2, moved: Vec2) {
        let pos = self.camera.map_from_screen(canvas, pointer);
        match &mut self.gesture {
            Some(Gesture::Pan) => self.camera.pan(moved),
            Some(Gesture::Move { cards, from, delta }) => {
                // Places are whole numbers: the picture shows what letting go will give.
                let now = (pos - *from).round();
                if now != *delta {
                    *delta = now;
                    self.picture.move_cards(cards.iter().map(|(id, at)| (*id, *at + now)));
                }
            }
            Some(Gesture::Marquee { to, .. }) => *to = pos,
            Some(Gesture::Connect { from, to, over }) => {
                *to = pos;
                *over = self.picture.node_at(pos, self.camera.zoom).filter(|node| node != from);
            }
            None => {}
        }
    }

    /// Lets go.
    pub(crate) fn release(&mut self, canvas: Rect, extend: bool, queue: &mut Vec<Command>) {
        match self.gesture.take() {
            Some(Gesture::Move { cards, delta, .. }) if delta != Vec2::ZERO && !cards.is_empty() => {
                queue.push(Command::Move { nodes: cards.iter().map(|(id, _)| *id).collect(), delta });
            }
            Some(Gesture::Marquee { from, to }) => {
                let nodes = self.picture.claims_in(Rect::from_two_pos(from, to));
                queue.push(if extend { Command::SelectAlso(nodes) } else { Command::Select(nodes) });
            }
            Some(Gesture::Connect { from, to, over: Some(node) }) => {
                let at = self.camera.screen_from_map(canvas, to);
                self.drop = Some(Drop { from, to: node, at, shown: false });
            }
            Some(Gesture::Pan | Gesture::Move { .. } | Gesture::Connect { over: None, .. }) | None => {}
        }
    }

    /// Gives up what is in progress; moved cards go back.
    pub(crate) fn cancel_gesture(&mut self) {
        if let Some(Gesture::Move { cards, .. }) = self.gesture.take() {
            self.picture.move_cards(cards);
        }
    }
}

/// Whether a node can be a premise of a relation.
pub(crate) fn can_be_premise(node: NodeId) -> bool {
    node.kind() != NodeKind::Relation
}
