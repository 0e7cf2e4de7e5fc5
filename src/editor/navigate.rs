//! Moving the selection: over the canvas by direction, through the argument by its relations.

use crate::base::NodeId;
use crate::editor::{Editor, Effect, Selection};
use crate::tr;

/// The four directions of the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    /// One map unit in that direction; y is down.
    pub(super) fn unit(self) -> (f32, f32) {
        match self {
            Self::Up => (0.0, -1.0),
            Self::Down => (0.0, 1.0),
            Self::Left => (-1.0, 0.0),
            Self::Right => (1.0, 0.0),
        }
    }
}

impl Editor {
    /// Replaces the selection, without what is not in the map. What is typed next is a step of its own.
    pub(super) fn select(&mut self, mut selection: Selection) {
        selection.prune(&self.map);
        if selection != self.selection {
            self.selection = selection;
            self.history.seal();
        }
    }

    pub(super) fn select_also(&mut self, nodes: Vec<NodeId>) {
        let mut selection = self.selection.clone();
        selection.extend(nodes);
        self.select(selection);
    }

    pub(super) fn toggle_selected(&mut self, node: NodeId) {
        let mut selection = self.selection.clone();
        selection.toggle(node);
        self.select(selection);
    }

    pub(super) fn select_all(&mut self) {
        let shown = self.shown();
        self.select(Selection::of_all(self.map.nodes().map(|(id, _)| id).filter(|id| !shown.hides(*id))));
    }

    fn go_to(&mut self, node: NodeId) {
        self.go(node, false);
    }

    /// Selects a node, or adds it to the selection; either way it leads and is seen.
    pub(super) fn go(&mut self, node: NodeId, extend: bool) {
        self.unhide([node]);
        if extend {
            self.select_also(vec![node])
        } else {
            self.select(Selection::of(node))
        }
        self.effects.push(Effect::Reveal(vec![node]));
    }

    /// Where a node is, roughly: a relation between its ends, an attribution where its content is.
    fn position(&self, node: NodeId) -> Option<(f32, f32)> {
        let ends = if self.map.relation(node).is_some() {
            self.map.premises(node).into_iter().chain(self.map.target(node)).collect()
        } else if self.map.attribution(node).is_some() {
            self.map.content(node).into_iter().collect()
        } else {
            vec![node]
        };
        let placed: Vec<_> = ends.into_iter().filter_map(|id| self.map.placement(self.view, id)).collect();
        let count = placed.len() as f32;
        let (x, y) = placed.iter().fold((0.0, 0.0), |(x, y), p| (x + p.x as f32, y + p.y as f32));
        (!placed.is_empty()).then(|| (x / count, y / count))
    }

    /// The claims that are shown and have a place, by id.
    fn placed_claims(&self) -> impl Iterator<Item = (NodeId, (f32, f32))> {
        let placements = self.map.views().get(&self.view).map(|v| &v.placements);
        let shown = self.shown();
        placements
            .into_iter()
            .flatten()
            .filter(|(id, _)| self.map.claim(**id).is_some() && !shown.hides(**id))
            .map(|(id, p)| (*id, (p.x as f32, p.y as f32)))
    }

    /// Selects the nearest claim in a direction; sideways distance counts double. Without a selection, the first claim.
    pub(super) fn select_towards(&mut self, direction: Direction, extend: bool) {
        if self.walk_provenance(direction) {
            return;
        }
        let lead = self.selection.lead();
        let Some((x, y)) = lead.and_then(|node| self.position(node)) else { return self.select_in_reading_order(true) };
        let (ux, uy) = direction.unit();
        let distance = |(_, (cx, cy)): &(NodeId, (f32, f32))| {
            let (dx, dy) = (cx - x, cy - y);
            let (along, across) = (dx * ux + dy * uy, (dx * uy).abs() + (dy * ux).abs());
            (along > 0.0 && across <= 2.0 * along).then_some(along + 2.0 * across)
        };
        let nearest = self
            .placed_claims()
            .filter(|(id, _)| Some(*id) != lead)
            .filter_map(|claim| Some((distance(&claim)?, claim.0)))
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        if let Some((_, id)) = nearest {
            self.go(id, extend);
        }
    }

    /// Reading order: by lines from top to bottom, then from left to right; unplaced claims last.
    pub(super) fn select_in_reading_order(&mut self, forwards: bool) {
        if self.walk_provenance(if forwards { Direction::Right } else { Direction::Left }) {
            return;
        }
        let shown = self.shown();
        let mut order: Vec<(bool, i32, i32, NodeId)> = self
            .map
            .claims()
            .filter(|(id, _)| !shown.hides(*id))
            .map(|(id, _)| match self.map.placement(self.view, id) {
                Some(p) => (false, p.y, p.x, id),
                None => (true, 0, 0, id),
            })
            .collect();
        order.sort();
        if !forwards {
            order.reverse();
        }
        let now = order.iter().position(|(.., id)| self.selection.lead() == Some(*id));
        let next = now.map_or(0, |i| i + 1);
        if let Some((.., id)) = order.get(next).or(order.first()) {
            self.go_to(*id);
        }
    }

    /// From a premise to its relation; from a relation to its target; from an attribution to its content.
    pub(super) fn select_target(&mut self) {
        let Some(lead) = self.selection.lead() else { return };
        let ahead = self.map.target(lead).or_else(|| self.map.content(lead)).or_else(|| self.map.relations_from(lead).first().copied());
        match ahead {
            Some(node) => self.go_to(node),
            None => self.refuse(tr!("write-no-target")),
        }
    }

    /// From a relation to its first premise; else to the first relation that bears on the node.
    pub(super) fn select_grounds(&mut self) {
        let Some(lead) = self.selection.lead() else { return };
        let grounds = self.map.premises(lead).first().copied().or_else(|| self.map.relations_on(lead).first().copied());
        match grounds {
            Some(node) => self.go_to(node),
            None => self.refuse(tr!("write-no-grounds")),
        }
    }

    /// The next of those that stand beside the node: relations on the same target, premises of the same relation.
    pub(super) fn select_sibling(&mut self) {
        let Some(lead) = self.selection.lead() else { return };
        let siblings = match (self.map.target(lead), self.map.content(lead), self.map.relations_from(lead).first()) {
            (Some(target), _, _) => self.map.relations_on(target),
            (None, Some(content), _) => self.map.attributions_of(content),
            (None, None, Some(relation)) => self.map.premises(*relation),
            (None, None, None) => Vec::new(),
        };
        match after(&siblings, lead) {
            Some(node) if node != lead => self.go_to(node),
            _ => self.refuse(tr!("write-no-sibling")),
        }
    }

    /// From a node to its first attribution; from an attribution to the next one of the same content.
    pub(super) fn select_attribution(&mut self) {
        let Some(lead) = self.selection.lead() else { return };
        let found = match self.map.content(lead) {
            Some(content) => after(&self.map.attributions_of(content), lead),
            None => self.map.attributions_of(lead).first().copied(),
        };
        match found {
            Some(node) => self.go_to(node),
            None => self.refuse(tr!("write-no-attribution")),
        }
    }
}

/// The one after `node`, the first one after the last.
fn after(nodes: &[NodeId], node: NodeId) -> Option<NodeId> {
    let now = nodes.iter().position(|id| *id == node)?;
    nodes.get(now + 1).or(nodes.first()).copied()
}
