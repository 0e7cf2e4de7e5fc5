//! The order in which a scene is painted, for everything that paints it whole.

use emath::{Pos2, Vec2};

use crate::base::NodeId;
use crate::render::{Scene, Shape};

/// Shapes that are painted one after the other.
pub(super) struct Layer {
    /// The node whose picture they are; lines and what lies over cards belong to none.
    pub(super) node: Option<NodeId>,
    /// The relation whose line they are.
    pub(super) line_of: Option<NodeId>,
    /// By how much they are moved.
    pub(super) offset: Vec2,
    pub(super) shapes: Vec<Shape>,
}

impl Layer {
    fn loose(shapes: Vec<Shape>) -> Self {
        Self { node: None, line_of: None, offset: Vec2::ZERO, shapes }
    }

    fn line(relation: NodeId, shapes: Vec<Shape>) -> Self {
        Self { line_of: Some(relation), ..Self::loose(shapes) }
    }

    fn of(node: NodeId, at: Pos2, shapes: &[Shape]) -> Self {
        Self { node: Some(node), line_of: None, offset: at.to_vec2(), shapes: shapes.to_vec() }
    }
}

impl Scene {
    /// What is painted, from back to front: lines, headings, labels of hidden ways, handles, cards, what lies over cards.
    pub(super) fn layers(&self) -> impl Iterator<Item = Layer> + '_ {
        let headings = self.headings().iter().map(|heading| Layer::loose(heading.shapes.clone()));
        let hidden = self.hidden_lines().iter().map(|line| Layer::loose(line.line_shapes()));
        let lines = self.arrows().iter().map(|arrow| Layer::line(arrow.relation, arrow.line_shapes()));
        let labels = self.hidden_lines().iter().map(|line| Layer { offset: line.at.to_vec2(), ..Layer::loose(line.label.shapes.clone()) });
        let handles = self.arrows().iter().map(|arrow| Layer::of(arrow.relation, arrow.at, &arrow.handle.shapes));
        let cards = self.cards().iter().map(|placed| Layer::of(placed.claim, placed.at, &placed.card.shapes));
        let over = self.arrows().iter().map(|arrow| Layer::line(arrow.relation, arrow.over_shapes()));
        hidden.chain(lines).chain(headings).chain(labels).chain(handles).chain(cards).chain(over)
    }
}
