//! What a relation looks like: its line, head and sign. Kinds differ in each of the three, so colour is never needed to tell them apart.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2};

use crate::base::{NodeId, NodeKind};
use crate::model::RelationKind;
use crate::render::card::Faces;
use crate::render::route::{Plan, Port, Route, Watch, comes_into};
use crate::render::theme::{Ink, UNIT};
use crate::render::{Card, Curve, Dash, Path, Shape, Stroke};

/// Width of an arrow's line.
const WIDTH: f32 = 2.0;
/// Width of a double line, with the gap in it.
const DOUBLE: f32 = 5.0;
const HEAD: f32 = 12.0;
const HALF_HEAD: f32 = 6.0;
const HALF_BAR: f32 = 8.0;

/// How a relation is drawn; follows from its kind and from what it bears on. What attacks has its sign in light on dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArrowStyle {
    /// Solid line, filled head, plus.
    Support,
    /// Long strokes, crossbar, minus on a filled disc.
    Rebuttal,
    /// Strokes and dots, hollow head on another relation's handle, cross on a filled diamond.
    Undercut,
    /// Double line, wave.
    Restatement,
    /// Dotted line, open head, chevron.
    Preference,
    /// Short strokes, crossbars at both ends, double arrow on a filled disc.
    Contradiction,
}

/// How a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStyle {
    /// One stroke, broken in this way.
    Single(Dash),
    /// Two strokes side by side.
    Double,
}

/// What stands at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Nothing.
    None,
    /// A filled triangle.
    Filled,
    /// A triangle filled with the ground.
    Hollow,
    /// Two barbs.
    Open,
    /// A bar across the line.
    Bar,
    /// A bar across the line, at its other end too.
    TwoBars,
}

/// What stands in the handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// +
    Plus,
    /// −
    Minus,
    /// ×
    Cross,
    /// ≈
    Waves,
    /// ›
    Chevron,
    /// ↔
    TwoArrows,
}

impl ArrowStyle {
    /// Every style.
    pub const ALL: &[Self] = &[Self::Support, Self::Rebuttal, Self::Undercut, Self::Restatement, Self::Preference, Self::Contradiction];

    /// The style of a relation of that kind on that target.
    pub fn of(kind: RelationKind, target: Option<NodeId>) -> Self {
        match kind {
            RelationKind::Support => Self::Support,
            RelationKind::Rebuttal if target.is_some_and(|id| id.kind() == NodeKind::Relation) => Self::Undercut,
            RelationKind::Rebuttal => Self::Rebuttal,
            RelationKind::Restatement => Self::Restatement,
            RelationKind::Preference => Self::Preference,
            RelationKind::Contradiction => Self::Contradiction,
        }
    }

    /// Its colour.
    pub fn ink(self) -> Ink {
        match self {
            Self::Support => Ink::Support,
            Self::Rebuttal | Self::Contradiction => Ink::Rebuttal,
            Self::Undercut => Ink::Undercut,
            Self::Restatement => Ink::Restatement,
            Self::Preference => Ink::Preference,
        }
    }

    /// The noun in descriptions.
    pub fn word(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Rebuttal => "rebuttal",
            Self::Undercut => "undercut",
            Self::Restatement => "restatement",
            Self::Preference => "preference",
            Self::Contradiction => "contradiction",
        }
    }

    /// Line, head and sign.
    pub fn look(self) -> (LineStyle, Head, Sign) {
        match self {
            Self::Support => (LineStyle::Single(Dash::Solid), Head::Filled, Sign::Plus),
            Self::Rebuttal => (LineStyle::Single(Dash::Long), Head::Bar, Sign::Minus),
            Self::Undercut => (LineStyle::Single(Dash::DashDot), Head::Hollow, Sign::Cross),
            Self::Restatement => (LineStyle::Double, Head::None, Sign::Waves),
            Self::Preference => (LineStyle::Single(Dash::Dotted), Head::Open, Sign::Chevron),
            Self::Contradiction => (LineStyle::Single(Dash::Dashed), Head::TwoBars, Sign::TwoArrows),
        }
    }

    /// Whether it speaks against something.
    fn attacks(self) -> bool {
        matches!(self, Self::Rebuttal | Self::Undercut | Self::Contradiction)
    }

    /// The disc with the sign, around (0, 0).
    pub(super) fn sign(self, radius: f32) -> Vec<Shape> {
        let (ground, mark) = if self.attacks() { (self.ink(), Ink::Card) } else { (Ink::Card, self.ink()) };
        let stroke = Stroke::solid(2.25, mark);
        let rim = Some(Stroke::solid(1.5, self.ink()));
        let disc = if self == Self::Undercut {
            let r = 1.25 * radius;
            let corners = vec![pos2(0.0, -r), pos2(r, 0.0), pos2(0.0, r), pos2(-r, 0.0), pos2(0.0, -r)];
            Shape::Line { points: corners, fill: Some(ground), stroke: rim }
        } else {
            Shape::Circle { center: Pos2::ZERO, radius, fill: Some(ground), stroke: rim }
        };
        let line = |points: &[(f32, f32)]| Shape::Line {
            points: points.iter().map(|(x, y)| pos2(*x, *y)).collect(),
            fill: None,
            stroke: Some(stroke),
        };
        let wave = |y: f32| Shape::Path {
            path: Curve([pos2(-4.5, y + 1.0), pos2(-1.5, y - 4.0), pos2(1.5, y + 4.0), pos2(4.5, y - 1.0)]).into(),
            stroke: Stroke::solid(1.75, mark),
        };
        let (_, _, sign) = self.look();
        let marks = match sign {
            Sign::Plus => vec![line(&[(-4.5, 0.0), (4.5, 0.0)]), line(&[(0.0, -4.5), (0.0, 4.5)])],
            Sign::Minus => vec![line(&[(-4.5, 0.0), (4.5, 0.0)])],
            Sign::Cross => vec![line(&[(-3.0, -3.0), (3.0, 3.0)]), line(&[(-3.0, 3.0), (3.0, -3.0)])],
            Sign::Waves => vec![wave(-2.0), wave(2.0)],
            Sign::Chevron => vec![line(&[(-2.0, -4.0), (2.5, 0.0), (-2.0, 4.0)])],
            Sign::TwoArrows => vec![
                line(&[(-5.5, 0.0), (5.5, 0.0)]),
                line(&[(-3.0, -3.0), (-5.5, 0.0), (-3.0, 3.0)]),
                line(&[(3.0, -3.0), (5.5, 0.0), (3.0, 3.0)]),
            ],
        };
        std::iter::once(disc).chain(marks).collect()
    }

    /// What stands at the end of a line that arrives at `tip` in direction `along`, and by how much the line ends before it.
    fn head(self, tip: Pos2, along: Vec2) -> (Option<Shape>, f32) {
        let across = along.rot90();
        let barb = |side: f32| tip - along * HEAD + across * (side * HALF_HEAD);
        let stroke = Some(Stroke::solid(WIDTH, self.ink()));
        let triangle = |fill: Ink| Shape::Line {
            points: vec![tip, barb(1.0), barb(-1.0), tip],
            fill: Some(fill),
            stroke: Some(Stroke::solid(1.5, self.ink())),
        };
        let (_, head, _) = self.look();
        match head {
            Head::Filled => (Some(triangle(self.ink())), HEAD - 2.0),
            Head::Hollow => (Some(triangle(Ink::Canvas)), HEAD),
            Head::Bar | Head::TwoBars => {
                let points = vec![tip - along + across * HALF_BAR, tip - along - across * HALF_BAR];
                (Some(Shape::Line { points, fill: None, stroke: Some(Stroke::solid(3.5, self.ink())) }), 1.0)
            }
            Head::Open => (Some(Shape::Line { points: vec![barb(1.0), tip, barb(-1.0)], fill: None, stroke }), 1.0),
            Head::None => (None, 0.0),
        }
    }

    /// A short arrow with its sign, for legends; its sign is in the middle.
    pub(super) fn sample(self, from: Pos2, tip: Pos2) -> Vec<Shape> {
        let along = (tip - from).normalized();
        let (head, before) = self.head(tip, along);
        let mut shapes = Vec::new();
        self.line(Curve::line(from, tip - along * before).into(), &mut shapes);
        shapes.extend(head);
        if self == Self::Contradiction {
            shapes.extend(self.head(from, -along).0);
        }
        let middle = from.lerp(tip, 0.4).to_vec2();
        shapes.extend(self.sign(7.0).iter().map(|shape| shape.translated(middle)));
        shapes
    }

    fn line(self, path: Path, shapes: &mut Vec<Shape>) {
        let (line, _, _) = self.look();
        match line {
            LineStyle::Double => {
                shapes.push(Shape::Path { path: path.clone(), stroke: Stroke::solid(DOUBLE, self.ink()) });
                shapes.push(Shape::Path { path, stroke: Stroke::solid(DOUBLE - 2.0 * 1.5, Ink::Canvas) });
            }
            LineStyle::Single(dash) => shapes.push(Shape::Path { path, stroke: Stroke { width: WIDTH, ink: self.ink(), dash } }),
        }
    }
}

/// A relation on the canvas: legs from its premises to the handle, a trunk from there to its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Which relation.
    pub relation: NodeId,
    /// Its look.
    pub style: ArrowStyle,
    /// Centre of its handle.
    pub at: Pos2,
    /// Disc, sign, name and chips around the handle's centre.
    pub handle: Arc<Card>,
    /// The handle with name and chips on each side of the disc.
    pub(super) faces: Faces,
    /// See [`Arrow::sides_for`].
    pub(super) sides: Vec<(usize, usize)>,
    /// From each premise to the handle.
    pub legs: Vec<Path>,
    /// From the handle to the target; `None` where the relation has none.
    pub trunk: Option<Path>,
    /// See [`Arrow::bounds`].
    pub(super) bounds: Rect,
    /// From cards' borders to the chips on which legs begin.
    pub(super) leg_stubs: Vec<Curve>,
    /// From a card's border to the chip on which the trunk ends.
    pub(super) trunk_stub: Option<Curve>,
    /// Around which corners its lines run.
    pub(super) plan: Plan,
    /// Where its ends leave cards: its premises', then its target's.
    pub(super) ports: Vec<Option<Port>>,
    /// By how many steps its handle should stand off the middle of its line.
    pub(super) shift: Option<i8>,
    /// What was looked at for the plan, and for the lines themselves.
    pub(super) planned: Watch,
    laid: Watch,
    /// See [`Arrow::watch`].
    watch: Rect,
}

impl Arrow {
    /// An arrow that runs nowhere yet.
    pub(super) fn new(relation: NodeId, style: ArrowStyle, faces: Faces) -> Self {
        Self {
            relation,
            style,
            at: Pos2::ZERO,
            handle: faces[0].clone(),
            faces,
            sides: Vec::new(),
            legs: Vec::new(),
            trunk: None,
            bounds: Rect::NOTHING,
            leg_stubs: Vec::new(),
            trunk_stub: None,
            plan: Plan::default(),
            ports: Vec::new(),
            shift: None,
            planned: Watch::NOTHING,
            laid: Watch::NOTHING,
            watch: Rect::NOTHING,
        }
    }

    /// Gives it another look; it is to be routed anew.
    pub(super) fn restyle(&mut self, style: ArrowStyle, faces: Faces) {
        self.style = style;
        self.handle = faces[0].clone();
        self.faces = faces;
    }

    /// The sides on which name and chips may stand, the preferred one first: the number of the face, and how many lines, its own and those
    /// that come from `others`, and cards it would cover there.
    pub(super) fn sides_for(
        &self,
        route: &Route,
        others: impl Iterator<Item = Pos2>,
        cards: &dyn Fn(Rect) -> usize,
    ) -> Vec<(usize, usize)> {
        /// So much worse than a line is a card.
        const CARD: usize = 16;
        if !self.has_name() {
            return Vec::new();
        }
        let others = others.map(|from| Curve::line(from, route.at));
        let lines = route.legs.iter().chain(&route.trunk).flat_map(Path::curves).copied().chain(others);
        let lines: Vec<Curve> = lines.collect();
        let crowd = |face: &Arc<Card>| {
            let area = face.text_rect.translate(route.at.to_vec2());
            lines.iter().filter(|line| comes_into(line, area.expand(1.0))).count() + CARD * cards(area)
        };
        // What else bears on the target mostly comes from the other side of it.
        let ends = route.legs.first().zip(route.trunk.as_ref()).map(|(leg, trunk)| (leg.start().x, trunk.end().x));
        let order = if ends.is_some_and(|(from, to)| from < to - 1.0) { [2, 1, 0, 3, 5, 4] } else { [0, 1, 2, 3, 4, 5] };
        order.into_iter().filter_map(|i: usize| self.faces.get(i).map(|face| (i, crowd(face)))).collect()
    }

    /// A box that holds lines, head and handle.
    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    /// Whether lines, head or handle come into an area.
    pub fn reaches(&self, area: Rect) -> bool {
        let near = area.expand(HALF_BAR + 2.0);
        let mut lines = self.legs.iter().chain(&self.trunk);
        let mut stubs = self.leg_stubs.iter().chain(&self.trunk_stub);
        area.contains_rect(self.bounds)
            || self.handle_rect().intersects(area)
            || lines.any(|path| path.reaches(near))
            || stubs.any(|stub| stub.reaches(near))
    }

    /// How far a point is from its lines; `None` where that is more than `reach`.
    pub fn distance_to(&self, pos: Pos2, reach: f32) -> Option<f32> {
        self.legs.iter().chain(&self.trunk).filter_map(|path| path.distance_to(pos, reach)).min_by(f32::total_cmp)
    }

    /// Takes over where a route runs, on which sides its name may stand, and what was looked at for both.
    pub(super) fn follow(&mut self, route: Route, sides: Vec<(usize, usize)>, laid: Watch) {
        (self.at, self.legs, self.trunk) = (route.at, route.legs, route.trunk);
        (self.leg_stubs, self.trunk_stub, self.sides, self.laid) = (route.leg_stubs, route.trunk_stub, sides, laid);
        let best = self.sides.iter().min_by_key(|(_, crowd)| *crowd).and_then(|(face, _)| self.faces.get(*face));
        self.turn(best.unwrap_or(&self.handle).clone());
    }

    /// Puts name and chips on a side of the handle.
    pub(super) fn turn(&mut self, handle: Arc<Card>) {
        self.handle = handle;
        let stubs = self.leg_stubs.iter().chain(&self.trunk_stub).map(Curve::bounds);
        let lines = self.legs.iter().chain(&self.trunk).map(Path::bounds).chain(stubs);
        self.bounds = lines.fold(self.handle_rect(), Rect::union).expand(HALF_BAR + 2.0);
        self.watch = self.bounds.union(self.planned.seen).union(self.laid.seen);
    }

    /// Moves all of it, without a look at what is around: for as long as cards are in hand.
    pub(super) fn carry(&mut self, by: Vec2) {
        self.at += by;
        for path in self.legs.iter_mut().chain(&mut self.trunk) {
            *path = path.translated(by);
        }
        for stub in self.leg_stubs.iter_mut().chain(&mut self.trunk_stub) {
            *stub = stub.translated(by);
        }
        self.plan.carry(by);
        self.ports.iter_mut().flatten().for_each(|port| *port = port.translated(by));
        self.bounds = self.bounds.translate(by);
        (self.planned, self.laid) = (Watch::NOTHING, Watch::NOTHING);
        self.watch = self.bounds;
    }

    /// A box that holds it and all that was looked at for its route: other changes leave it as it is.
    pub(super) fn watch(&self) -> Rect {
        self.watch
    }

    /// Whether a card that comes to an area or leaves it may give it another route.
    pub(super) fn minds(&self, area: Rect) -> bool {
        self.planned.is_in(area) || self.laid.is_in(area)
    }

    /// The room that a layout leaves for its handle.
    pub(super) fn room(&self) -> Vec2 {
        let [_, below, ..] = &self.faces;
        room(below)
    }

    /// Whether a name or chips stand beside the handle.
    pub(super) fn has_name(&self) -> bool {
        !Arc::ptr_eq(&self.faces[0], &self.faces[1])
    }

    /// A box that holds handle, name and chips.
    pub fn handle_rect(&self) -> Rect {
        self.handle.rect_at(self.at)
    }

    /// Its lines and heads below the cards, without the handle.
    pub fn line_shapes(&self) -> Vec<Shape> {
        let mut shapes = Vec::with_capacity(self.legs.len() + 2);
        let both = self.style == ArrowStyle::Contradiction && self.leg_stubs.is_empty();
        for leg in &self.legs {
            self.line(if both { leg.reversed() } else { leg.clone() }, both, &mut shapes);
        }
        if let Some(trunk) = &self.trunk {
            self.line(trunk.clone(), self.trunk_stub.is_none(), &mut shapes);
        }
        shapes
    }

    /// What has to be painted above the cards: the ends of lines that start or end on a chip.
    pub fn over_shapes(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        for stub in &self.leg_stubs {
            self.line((*stub).into(), self.style == ArrowStyle::Contradiction, &mut shapes);
        }
        if let Some(stub) = self.trunk_stub {
            self.line(stub.into(), true, &mut shapes);
        }
        shapes
    }

    fn line(&self, path: Path, headed: bool, shapes: &mut Vec<Shape>) {
        // The line leaves room for the head.
        let (head, room) = if headed { self.style.head(path.end(), path.arrival()) } else { (None, 0.0) };
        self.style.line(path.shortened(room), shapes);
        shapes.extend(head);
    }
}

/// The room for a handle with name and chips below it: a layout's boxes are centred on the disc.
pub(super) fn room(below: &Card) -> Vec2 {
    2.0 * below.bounds.max.to_vec2() + Vec2::splat(4.0 * UNIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_kinds_share_line_head_or_sign() {
        for (i, a) in ArrowStyle::ALL.iter().enumerate() {
            for b in &ArrowStyle::ALL[i + 1..] {
                let (a, b) = (a.look(), b.look());
                assert!(a.0 != b.0 && a.1 != b.1 && a.2 != b.2, "{a:?} {b:?}");
            }
        }
    }
}
