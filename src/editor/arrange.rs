//! Where claims stand: dragging, nudging, pinning, layouts.

use std::collections::BTreeSet;

use emath::{Vec2, vec2};

use crate::base::{NodeId, NodeKind, ViewId};
use crate::edit::{Edit, Transaction, ops};
use crate::editor::navigate::Direction;
use crate::editor::{Editor, Effect};
use crate::layout::Scope;
use crate::layout::request::card_of;
use crate::model::{LayoutName, Placement, RecordId, Side};
use crate::tr;

/// One nudge, in map units.
const NUDGE: f32 = 8.0;
/// More new claims than this found their places by a layout, which leaves room.
const MAX_WITH_ROOM: usize = 24;

/// Whether a layout puts reasons on one side of their targets whatever the map is.
fn has_side(layout: LayoutName) -> bool {
    match layout {
        LayoutName::Layered | LayoutName::Tree | LayoutName::Speakers => true,
        LayoutName::Auto | LayoutName::Force | LayoutName::Timeline => false,
    }
}

impl Editor {
    /// Every drag is a step of its own.
    pub(super) fn move_nodes(&mut self, nodes: &BTreeSet<NodeId>, delta: Vec2) {
        let moved = ops::move_nodes(&self.map, self.view, nodes, delta);
        if self.perform(moved.map(|transaction| Transaction { merge_key: None, ..transaction })) {
            self.make_room(nodes.iter().copied());
        }
    }

    /// Asks whether these claims stand on others now, which are to step aside.
    pub(super) fn make_room(&mut self, claims: impl Iterator<Item = NodeId>) {
        let claims: Vec<NodeId> = claims.filter(|id| self.map.placement(self.view, *id).is_some()).collect();
        if !claims.is_empty() {
            self.effects.push(Effect::MakeRoom(claims));
        }
    }

    /// Asks it of the claims whose cards the edits may have made larger.
    pub(super) fn make_room_for(&mut self, edits: &[Edit]) {
        let touched = edits.iter().filter(|edit| edit.after.is_some()).filter_map(|edit| match edit.id {
            RecordId::Node(id) => Some(id),
            _ => None,
        });
        let claims: BTreeSet<NodeId> = touched.filter_map(|id| card_of(&self.map, id)).filter(|id| id.kind() == NodeKind::Claim).collect();
        self.make_room(claims.into_iter());
    }

    /// Claims were in the way of what the last step moved or made larger, and step aside as part of it. What is pinned stays.
    pub(super) fn step_aside(&mut self, view: ViewId, revision: u64, placements: &[(NodeId, Placement)]) {
        if view != self.view || revision != self.revision {
            return;
        }
        let free = |id: NodeId| self.map.placement(view, id).is_some_and(|place| !place.pinned);
        let free: Vec<(NodeId, Placement)> = placements.iter().filter(|(id, _)| free(*id)).copied().collect();
        let transaction = match ops::place(&self.map, view, &free) {
            Ok(transaction) => Transaction { label: tr!("step-make-room").to_owned(), ..transaction },
            Err(error) => return self.refuse(error.to_string()),
        };
        if transaction.is_empty() || !self.change(&transaction) {
            return;
        }
        let fresh = self.fresh.filter(|(node, _)| self.is_fresh(*node));
        if !self.history.extend(&transaction.edits, self.selection.clone()) {
            self.history.push(transaction, self.selection.clone(), self.selection.clone());
        }
        self.fresh = fresh.map(|(node, _)| (node, self.history.mark()));
    }

    /// Nudges in a row are one step.
    pub(super) fn nudge(&mut self, direction: Direction) {
        let (x, y) = direction.unit();
        let moved = ops::move_nodes(&self.map, self.view, self.selection.nodes(), vec2(x, y) * NUDGE);
        self.perform(moved);
    }

    /// Pins what is selected; where all of it is pinned, unpins it.
    pub(super) fn toggle_pin(&mut self) {
        let is_loose = |id: &NodeId| self.map.placement(self.view, *id).is_some_and(|p| !p.pinned);
        let pin = self.selection.nodes().iter().any(is_loose);
        let result = ops::pin(&self.map, self.view, self.selection.nodes(), pin);
        self.perform(result);
    }

    /// The layout that a run of everything is to use, and the side on which it is to put reasons.
    pub fn layout_wanted(&self) -> (LayoutName, Side) {
        self.wanted_layout.unwrap_or_else(|| {
            let view = self.map.views().get(&self.view);
            view.map_or((LayoutName::Auto, Side::Below), |view| (view.layout, view.side))
        })
    }

    /// Lays everything out: as the view says, but for what is chosen now.
    pub(super) fn lay_out(&mut self, layout: Option<LayoutName>, side: Option<Side>) {
        self.wanted_layout = None;
        let (old_layout, old_side) = self.layout_wanted();
        let layout = match layout {
            Some(layout) => layout,
            // Who chooses a side wants a layout that has one.
            None if side.is_some() && !has_side(old_layout) => LayoutName::Layered,
            None => old_layout,
        };
        self.wanted_layout = Some((layout, side.unwrap_or(old_side)));
        self.effects.push(Effect::StartLayout(Scope::Everything));
    }

    pub(super) fn apply_layout(&mut self, scope: Scope, view: ViewId, revision: u64, placements: &[(NodeId, Placement)]) {
        if view != self.view {
            return;
        }
        if revision != self.revision {
            self.effects.push(Effect::StartLayout(scope));
            return;
        }
        match scope {
            Scope::Everything => {
                let chosen = self.layout_wanted();
                self.wanted_layout = None;
                let result = ops::lay_out(&self.map, view, chosen, placements);
                if self.perform(result) {
                    self.effects.push(Effect::ZoomToFit);
                }
            }
            Scope::Unplaced => self.place_new(view, placements),
            Scope::Selected => {
                let result = ops::place(&self.map, view, placements);
                let label = || tr!("step-tidy-selection").to_owned();
                self.perform(result.map(|transaction| Transaction { label: label(), ..transaction }));
            }
        }
    }

    /// First placements are no act of the user: they make no step and leave nothing unsaved.
    fn place_new(&mut self, view: ViewId, placements: &[(NodeId, Placement)]) {
        let was_blank = self.map.views().get(&view).is_none_or(|v| v.placements.is_empty());
        let new: Vec<_> = placements.iter().filter(|(id, _)| self.map.placement(view, *id).is_none()).copied().collect();
        match ops::place(&self.map, view, &new) {
            Ok(transaction) => {
                if !transaction.is_empty() && self.change(&transaction) {
                    self.history.absorb(transaction.edits);
                    if !was_blank && new.len() <= MAX_WITH_ROOM {
                        self.make_room(new.iter().map(|(id, _)| *id));
                    }
                    self.effects.push(if was_blank {
                        Effect::ZoomToFit
                    } else {
                        Effect::Reveal(self.selection.nodes().iter().copied().collect())
                    });
                }
            }
            Err(error) => self.refuse(error.to_string()),
        }
    }

    pub(super) fn show_view(&mut self, view: ViewId) {
        if !self.map.views().contains_key(&view) {
            return self.refuse(tr!("op-missing", what = "view"));
        }
        if view != self.view {
            self.view = view;
            self.forget_shown();
            self.effects.push(Effect::CancelLayout);
            self.ask_for_missing_places();
            self.effects.push(Effect::ZoomToFit);
        }
    }
}
