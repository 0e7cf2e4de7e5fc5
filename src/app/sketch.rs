//! A map in a few strokes: boxes and lines without words, small enough for a button.

use egui::epaint::PathShape;
use egui::{Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::base::{NodeId, TaskCtx, ViewId};
use crate::editor::Shipped;
use crate::formats::Importer;
use crate::formats::native::Ron;
use crate::model::ArgumentMap;
use crate::render::{ArrowStyle, Curve, Ink, Theme};

/// Size of a box in map units, about that of a short claim.
const BOX: Vec2 = vec2(220.0, 96.0);

/// What is drawn of a map.
pub(super) struct Sketch {
    boxes: Vec<Rect>,
    lines: Vec<(Curve, Ink)>,
    bounds: Rect,
}

impl Sketch {
    /// A sketch of a map that is shipped; `None` where it cannot be read, which a test excludes.
    pub(super) fn of(shipped: Shipped) -> Option<Self> {
        Ron.import(shipped.bytes(), &TaskCtx::new()).ok().map(|imported| Self::of_map(&imported.map))
    }

    fn of_map(map: &ArgumentMap) -> Self {
        let boxes: Vec<Rect> =
            map.claims().filter_map(|(id, _)| place(map, id)).map(|centre| Rect::from_center_size(centre, BOX)).collect();
        let lines = map.relations().flat_map(|(id, relation)| {
            let target = map.target(id);
            let ink = ArrowStyle::of(relation.kind, target).ink();
            let to = target.and_then(|target| place(map, target).map(|at| (target, at)));
            map.premises(id).into_iter().filter_map(move |premise| Some((line(map, premise, to?)?, ink)))
        });
        let bounds = boxes.iter().copied().reduce(Rect::union).unwrap_or(Rect::from_center_size(Pos2::ZERO, BOX));
        Self { lines: lines.collect(), bounds, boxes }
    }

    /// Paints it as large as fits.
    pub(super) fn paint(&self, painter: &Painter, room: Rect, theme: Theme) {
        let scale = (room.size() / self.bounds.size()).min_elem().min(0.16);
        let at = |pos: Pos2| room.center() + (pos - self.bounds.center()) * scale;
        for (curve, ink) in &self.lines {
            let points = Curve(curve.0.map(at)).flatten(0.3);
            painter.add(PathShape::line(points, Stroke::new(1.5, theme.color(*ink))));
        }
        for card in &self.boxes {
            let card = Rect::from_min_max(at(card.min), at(card.max));
            painter.rect(
                card,
                2.5,
                theme.color(Ink::Card),
                Stroke::new(1.0, theme.color(Ink::Muted).gamma_multiply(0.7)),
                StrokeKind::Inside,
            );
            let text = card.shrink2(vec2(0.18, 0.3) * card.size());
            let color = theme.color(Ink::Muted).gamma_multiply(0.45);
            for (y, share) in [(text.top(), 1.0), (text.bottom(), 0.6)] {
                painter.hline(text.left()..=text.left() + share * text.width(), y, Stroke::new(1.0, color));
            }
        }
    }
}

/// Where a node is: a claim in its place, a relation between its ends.
fn place(map: &ArgumentMap, id: NodeId) -> Option<Pos2> {
    if let Some(placement) = map.placement(ViewId::main(), id) {
        return Some(pos2(placement.x as f32, placement.y as f32));
    }
    let at = |id: Option<NodeId>| id.and_then(|id| map.placement(ViewId::main(), id)).map(|p| pos2(p.x as f32, p.y as f32));
    Some(at(map.premises(id).first().copied())?.lerp(at(map.target(id))?, 0.5))
}

/// From a premise to its target: to a claim's edge, to the middle of another line.
fn line(map: &ArgumentMap, premise: NodeId, (target, to): (NodeId, Pos2)) -> Option<Curve> {
    let from = place(map, premise)?;
    let half = if map.claim(target).is_some() { BOX.y / 2.0 } else { 0.0 };
    let level = (from.y - to.y).abs() < BOX.y;
    if level {
        return Some(Curve([from, from.lerp(to, 0.3), from.lerp(to, 0.7), to]));
    }
    let side = if from.y > to.y { 1.0 } else { -1.0 };
    let (from, to) = (from - vec2(0.0, side * BOX.y / 2.0), to + vec2(0.0, side * half));
    let reach = vec2(0.0, (from.y - to.y) / 2.0);
    Some(Curve([from, from - reach, to + reach, to]))
}
