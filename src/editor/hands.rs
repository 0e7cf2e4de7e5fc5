//! What hands on the canvas do: claims drawn out of a node, hung on another one, brought into line; and why something cannot be done.

use std::collections::BTreeSet;

use emath::{Pos2, Vec2};

use crate::base::NodeId;
use crate::edit::ops::{self, Alignment, Bond, Join, OpError};
use crate::editor::{Command, Editor, Effect};
use crate::model::{ArgumentMap, Placement, RelationKind, name_of};
use crate::tr;

impl Editor {
    pub(super) fn add_joined(&mut self, at: Pos2, node: NodeId, join: Join) {
        let place = Placement { x: at.x.round() as i32, y: at.y.round() as i32, pinned: false };
        let made = ops::add_joined(&self.map, &mut self.rng, (self.view, place), node, join);
        self.perform_new_claim(made);
    }

    pub(super) fn hang(&mut self, premise: NodeId, bond: Bond, to: NodeId, nodes: &BTreeSet<NodeId>, delta: Vec2) {
        let transaction = ops::hang(&self.map, &mut self.rng, premise, bond, to, (self.view, nodes, delta));
        if self.perform(transaction) {
            self.make_room(nodes.iter().copied());
            let kind = self.kind_of(bond);
            self.tell_undoable(told(&self.map, kind, premise, to));
            self.effects.push(Effect::Reveal(vec![premise]));
        }
    }

    /// Every alignment is a step of its own.
    pub(super) fn align(&mut self, how: Alignment, sizes: &[(NodeId, Vec2)]) {
        let aligned = ops::align(&self.map, self.view, sizes, how);
        self.perform(aligned);
    }

    /// What the relation of a bond does.
    pub fn kind_of(&self, bond: Bond) -> RelationKind {
        match bond {
            Bond::New(kind) => kind,
            Bond::Instead(relation) => self.map.relation(relation).map_or(RelationKind::Support, |r| r.kind),
        }
    }

    /// Why a command that joins nodes cannot be done; `None` where it can, and for other commands.
    pub fn objection(&self, command: &Command) -> Option<String> {
        let map = &self.map;
        let mut rng = self.rng.clone();
        let result: Result<(), OpError> = match command {
            Command::Connect { from, to, kind } => ops::connect(map, &mut rng, *from, *to, *kind).map(drop),
            Command::AddPremise { relation, premise } => ops::add_premise(map, *relation, *premise).map(drop),
            Command::ReplacePremise { relation, old, new } => ops::replace_premise(map, *relation, *old, *new).map(drop),
            Command::Retarget { node, to } => ops::retarget(map, *node, *to).map(drop),
            Command::Hang { premise, bond, to, .. } => {
                ops::hang(map, &mut rng, *premise, *bond, *to, (self.view, &BTreeSet::new(), Vec2::ZERO)).map(drop)
            }
            _ => Ok(()),
        };
        result.err().map(|error| error.to_string())
    }
}

/// "“Shops close” supports “Cars out” now."
fn told(map: &ArgumentMap, kind: RelationKind, premise: NodeId, to: NodeId) -> String {
    let (a, b) = (name_of(map, premise), name_of(map, to));
    match kind {
        RelationKind::Support => tr!("hang-done-support", a = a, b = b),
        RelationKind::Rebuttal => tr!("hang-done-rebuttal", a = a, b = b),
        RelationKind::Restatement | RelationKind::Preference | RelationKind::Contradiction => tr!("hang-done", a = a, b = b),
    }
}
