//! The order in which a scene is painted, for everything that paints it whole.

use emath::{Pos2, Vec2};

use crate::base::NodeId;
use crate::render::{Scene, Shape};

/// Shapes that are painted one after the other.
pub(super) struct Layer {
    /// The node whose picture they are; lines and what lies over cards belong to none.
    pub(super) node: Option<NodeId>,
    /// By how much they are moved.
    pub(super) offset: Vec2,
    pub(super) shapes: Vec<Shape>,
}

impl Layer {
    fn loose(shapes: Vec<Shape>) -> Self {
        Self { node: None, offset: Vec2::ZERO, shapes }
    }

    fn of(node: NodeId, at: Pos2, shapes: &[Shape]) -> Self {
        Self { node: Some(node), offset: at.to_vec2(), shapes: shapes.to_vec() }
    }
}

impl Scene {
    /// What is painted, from back to front: lines, labels of hidden ways, handles, cards, what lies over cards.
    pub(super) fn layers(&self) -> impl Iterator<Item = Layer> + '_ {
        let hidden = self.hidden_lines().iter().map(|line| Layer::loose(line.line_shapes()));
        let lines = self.arrows().iter().map(|arrow| Layer::loose(arrow.line_shapes()));
        let labels =
            self.hidden_lines().iter().map(|line| Layer { node: None, offset: line.at.to_vec2(), shapes: line.label.shapes.clone() });
        let handles = self.arrows().iter().map(|arrow| Layer::of(arrow.relation, arrow.at, &arrow.handle.shapes));
        let cards = self.cards().iter().map(|placed| Layer::of(placed.claim, placed.at, &placed.card.shapes));
        let over = self.arrows().iter().map(|arrow| Layer::loose(arrow.over_shapes()));
        hidden.chain(lines).chain(labels).chain(handles).chain(cards).chain(over)
    }
}
