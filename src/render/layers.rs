//! The order in which a scene is painted, for everything that paints it whole.

use emath::{Pos2, Vec2};

use crate::base::NodeId;
use crate::render::{Heading, Scene, Shape};

/// Shapes that are painted one after the other.
pub(super) struct Layer {
    /// What they belong to.
    pub(super) of: Of,
    /// By how much they are moved.
    pub(super) offset: Vec2,
    pub(super) shapes: Vec<Shape>,
}

/// What the shapes of a layer belong to.
pub(super) enum Of {
    /// A node, whose picture they are.
    Node(NodeId),
    /// A relation, whose line they are or whose end over a card.
    Line(NodeId),
    /// Claims, around which they stand.
    Claims(Vec<NodeId>),
    /// The picture.
    Nothing,
}

impl Layer {
    fn loose(shapes: Vec<Shape>) -> Self {
        Self { of: Of::Nothing, offset: Vec2::ZERO, shapes }
    }

    fn line(relation: NodeId, shapes: Vec<Shape>) -> Self {
        Self { of: Of::Line(relation), ..Self::loose(shapes) }
    }

    fn of(node: NodeId, at: Pos2, shapes: &[Shape]) -> Self {
        Self { of: Of::Node(node), offset: at.to_vec2(), shapes: shapes.to_vec() }
    }
}

impl Scene {
    /// What is painted, from back to front: grounds, lines, headings, labels of hidden ways, handles, cards, what lies over cards.
    pub(super) fn layers(&self) -> impl Iterator<Item = Layer> + '_ {
        let stand = |heading: &Heading| Layer { of: Of::Claims(heading.of.clone()), ..Layer::loose(heading.shapes.clone()) };
        let grounds = self.headings().iter().filter(|heading| heading.is_ground()).map(stand);
        let headings = self.headings().iter().filter(|heading| !heading.is_ground()).map(stand);
        let hidden = self.hidden_lines().iter().map(|line| Layer::loose(line.line_shapes()));
        let lines = self.arrows().iter().map(|arrow| Layer::line(arrow.relation, arrow.line_shapes()));
        let labels = self.hidden_lines().iter().map(|line| Layer { offset: line.at.to_vec2(), ..Layer::loose(line.label.shapes.clone()) });
        let handles = self.arrows().iter().map(|arrow| Layer::of(arrow.relation, arrow.at, &self.handle_shapes(arrow)));
        let cards = self.cards().iter().map(|placed| Layer::of(placed.claim, placed.at, &placed.card.shapes));
        let over = self.arrows().iter().map(|arrow| Layer::line(arrow.relation, arrow.over_shapes()));
        grounds.chain(hidden).chain(lines).chain(headings).chain(labels).chain(handles).chain(cards).chain(over)
    }
}
