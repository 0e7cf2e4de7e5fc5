//! Dropping a claim on another one: it bears on that one from now on, and what bears on it comes along.

use std::collections::BTreeSet;

use egui::{Pos2, Rect, Vec2, vec2};

use super::Canvas;
use super::drop::{Drop, Dropped};
use crate::base::{NodeId, NodeKind};
use crate::edit::ops::{Bond, branch};
use crate::editor::{Command, Editor};
use crate::model::{RelationKind, name_of};
use crate::tr;

/// How deep in a card the pointer has to be, in points on screen; on small cards a share of their size.
const DEPTH: f32 = 10.0;
const SHARE: f32 = 0.2;
/// Space between a claim and what is hung below it.
const GAP: f32 = 56.0;
/// Space to the cards beside it.
const ASIDE: f32 = 24.0;
/// Distance of the places that are tried.
const STEP: f32 = 40.0;
/// How many of them there are in a row, and how many rows.
const PLACES: i32 = 61;
const ROWS: i32 = 8;

/// A claim in hand that may be hung on what it is dropped on.
#[derive(Debug)]
pub(super) struct Hold {
    pub(super) claim: NodeId,
    /// What comes along.
    branch: BTreeSet<NodeId>,
    /// The card that it lay on when it was taken: nothing is meant by that before the pointer has left it.
    lay_on: Option<NodeId>,
    /// The claim under the pointer, and what letting go will do.
    pub(super) onto: Option<(NodeId, Offer)>,
}

/// What letting go of a claim over another one does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Offer {
    /// It bears on that one by this relation.
    Hang(Bond),
    /// It is asked how.
    Ask,
    /// It is a plain move, because hanging it there is not possible.
    Refused(String),
}

impl Hold {
    /// Of a claim that is moved alone or with claims that bear on it.
    pub(super) fn new(editor: &Editor, claim: NodeId, moved: &BTreeSet<NodeId>, lay_on: Option<NodeId>) -> Option<Self> {
        editor.map().claim(claim)?;
        let branch = branch(editor.map(), claim);
        let together = moved.iter().all(|node| node.kind() != NodeKind::Claim || branch.contains(node));
        together.then_some(Self { claim, branch, lay_on, onto: None })
    }

    /// The pointer is over a card, or over none.
    pub(super) fn over(&mut self, card: Option<NodeId>, editor: &Editor) {
        if self.lay_on != card {
            self.lay_on = None;
        }
        let card = card.filter(|card| self.lay_on != Some(*card));
        if card != self.onto.as_ref().map(|(to, _)| *to) {
            self.onto = card.map(|to| (to, self.offer(to, editor)));
        }
    }

    /// Whether letting go hangs the claim instead of moving it.
    pub(super) fn takes(&self) -> bool {
        matches!(self.onto, Some((_, Offer::Hang(_) | Offer::Ask)))
    }

    fn offer(&self, to: NodeId, editor: &Editor) -> Offer {
        let map = editor.map();
        let relations = map.relations_from(self.claim);
        if let Some(there) = relations.iter().find(|r| map.target(**r) == Some(to)) {
            let b = name_of(map, to);
            return Offer::Refused(match map.relation(*there).map(|r| r.kind) {
                Some(RelationKind::Support) => tr!("hang-already-support", b = b),
                Some(RelationKind::Rebuttal) => tr!("hang-already-rebuttal", b = b),
                _ => tr!("hang-already", b = b),
            });
        }
        let bond = match relations.as_slice() {
            [only] => Bond::Instead(*only),
            _ => Bond::New(RelationKind::Support),
        };
        match editor.objection(&self.command(bond, to, Vec2::ZERO)) {
            Some(why) => Offer::Refused(why),
            None if relations.len() == 1 => Offer::Hang(bond),
            None => Offer::Ask,
        }
    }

    fn command(&self, bond: Bond, to: NodeId, delta: Vec2) -> Command {
        Command::Hang { premise: self.claim, bond, to, nodes: self.branch.iter().copied().collect(), delta }
    }

    /// What letting go will do, in words, and whether it is a refusal.
    pub(super) fn hint(&self, editor: &Editor) -> Option<(String, bool)> {
        let (to, offer) = self.onto.as_ref()?;
        let b = name_of(editor.map(), *to);
        Some(match offer {
            Offer::Refused(why) => (why.clone(), true),
            Offer::Ask => (tr!("hang-hint-ask", b = b), false),
            Offer::Hang(bond) => match editor.kind_of(*bond) {
                RelationKind::Support => (tr!("hang-hint-support", b = b), false),
                RelationKind::Rebuttal => (tr!("hang-hint-rebuttal", b = b), false),
                RelationKind::Restatement | RelationKind::Preference | RelationKind::Contradiction => (tr!("hang-hint", b = b), false),
            },
        })
    }
}

impl Canvas {
    /// The uppermost card in which a point of the map lies well inside, other than these.
    pub(super) fn card_under(&self, pos: Pos2, without: &BTreeSet<NodeId>) -> Option<NodeId> {
        let deep = |rect: Rect| {
            let depth = Vec2::splat(DEPTH / self.camera.zoom).min(rect.size() * SHARE);
            rect.shrink2(depth).contains(pos)
        };
        let cards = self.cards_in(Rect::from_center_size(pos, Vec2::splat(1.0)));
        cards.into_iter().rev().find(|(id, rect)| !without.contains(id) && deep(*rect)).map(|(id, _)| id)
    }

    /// Lets go of a claim over another one. The cards are where they were before.
    pub(super) fn hang(&mut self, canvas: Rect, hold: &Hold, at: Pos2, editor: &Editor, queue: &mut Vec<Command>) {
        let Some((to, offer)) = &hold.onto else { return };
        let delta = self.place_beneath(&hold.branch, hold.claim, *to);
        match offer {
            Offer::Hang(bond) => queue.push(hold.command(*bond, *to, delta)),
            Offer::Ask => {
                let from = self.picture.scene().rect_of(hold.claim).map_or(at, |rect| rect.center());
                let nodes = hold.branch.iter().copied().collect();
                let what = Dropped::Card { claim: hold.claim, to: *to, nodes, delta };
                self.drop = Some(Drop { what, from, at: at.clamp(canvas.min, canvas.max), shown: false });
            }
            Offer::Refused(_) => {}
        }
        debug_assert!(editor.map().claim(hold.claim).is_some());
    }

    /// How far a claim and its branch move to stand in free room by the claim that it is to bear on: on the side on which others bear on
    /// it, as near as there is room.
    fn place_beneath(&self, branch: &BTreeSet<NodeId>, claim: NodeId, to: NodeId) -> Vec2 {
        let scene = self.picture.scene();
        let rects = branch.iter().filter_map(|id| scene.card(*id)).map(|card| card.rect());
        let (Some(whole), Some(own), Some(above)) = (rects.reduce(Rect::union), scene.rect_of(claim), scene.rect_of(to)) else {
            return Vec2::ZERO;
        };
        // Reasons stand below, unless this one stood above already.
        let down = own.center().y >= above.center().y || whole.bottom() > own.bottom();
        for row in 0..ROWS {
            let y = if down {
                above.bottom() + GAP + row as f32 * STEP - whole.top()
            } else {
                above.top() - GAP - row as f32 * STEP - whole.bottom()
            };
            let mut places: Vec<i32> = (-PLACES / 2..=PLACES / 2).collect();
            places.sort_by_key(|place| place.abs());
            for place in places {
                let delta = vec2(above.center().x + place as f32 * STEP - own.center().x, y).round();
                let room = whole.translate(delta).expand(ASIDE);
                if self.cards_in(room).iter().all(|(id, _)| branch.contains(id)) {
                    return delta;
                }
            }
        }
        vec2(above.center().x - own.center().x, above.bottom() + GAP - own.top()).round()
    }
}
