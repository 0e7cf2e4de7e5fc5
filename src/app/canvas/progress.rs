//! What is shown while the pointer is in the middle of something: lines, snap lines, lit targets, and in words what letting go will do.

use std::collections::BTreeSet;

use egui::{Area, Color32, Frame, Id, Margin, Order, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::drop::Dropped;
use super::gesture::{Line, can_be_premise};
use super::grips::{GRIP, GRIP_ZOOM, Grip};
use super::hang::Hold;
use super::paint::Brush;
use super::picture::Part;
use super::snap::Guide;
use super::{Canvas, Gesture};
use crate::app::theme::{Palette, UNIT};
use crate::base::{NodeId, NodeKind};
use crate::editor::Editor;
use crate::model::name_of;
use crate::render::{Curve, Ink};
use crate::tr;

/// With more parts in sight, targets are not lit one by one.
const MAX_LIT: usize = 300;
/// Size of the claim that is about to be, in map units.
pub(super) const GHOST: Vec2 = vec2(180.0, 44.0);
/// Half the length of the bars at the ends of an equal gap.
const BAR: f32 = 4.0;

impl Canvas {
    /// Paints what is in progress, above everything else on the canvas.
    pub(super) fn in_progress(&self, brush: &Brush<'_>, parts: &[Part]) {
        let color = brush.theme.color(Ink::Selection);
        match &self.gesture {
            Some(Gesture::Marquee { from, to }) => {
                let rect = self.camera.screen_rect(brush.canvas, Rect::from_two_pos(*from, *to));
                brush.painter.rect(rect, 2.0, color.gamma_multiply(0.1), Stroke::new(1.0, color), StrokeKind::Inside);
            }
            Some(Gesture::Move(moving)) => {
                for guide in &moving.guides {
                    self.guide(brush, *guide);
                }
                if let Some((to, _)) = moving.hold.as_ref().and_then(|hold| hold.onto.as_ref()) {
                    let takes = moving.hold.as_ref().is_some_and(Hold::takes);
                    self.target(brush, *to, takes, color);
                }
            }
            Some(Gesture::Draw(line)) => {
                if parts.len() <= MAX_LIT {
                    self.light(brush, parts, line, color.gamma_multiply(0.35));
                }
                if let Some((node, refusal)) = &line.over {
                    self.target(brush, *node, refusal.is_none(), color);
                }
                let ink = self.picture.scene().arrow(line.of).map_or(Ink::Selection, |arrow| arrow.style.ink());
                self.line(brush, line.of, line.start, self.camera.screen_from_map(brush.canvas, line.to), brush.theme.color(ink));
            }
            Some(Gesture::Pan(_)) | None => {}
        }
        if let Some(drop) = self.drop.as_ref().filter(|_| self.gesture.is_none()) {
            match &drop.what {
                Dropped::Line { from, to } => {
                    self.target(brush, *to, true, color);
                    self.line(brush, *from, drop.from, drop.at, color);
                }
                Dropped::Ground { from, at } => {
                    let ghost = self.camera.screen_rect(brush.canvas, Rect::from_center_size(*at, GHOST));
                    let ground = brush.theme.color(Ink::Card).gamma_multiply(0.8);
                    brush.painter.rect(ghost, 8.0 * self.camera.zoom, ground, Stroke::new(1.5, color), StrokeKind::Inside);
                    self.line(brush, *from, drop.from, drop.at, color);
                }
                Dropped::Card { to, .. } => self.target(brush, *to, true, color),
                Dropped::End { .. } | Dropped::Start { .. } => {}
            }
        }
    }

    /// The grip that is offered, and on a hovered claim small ones on its other sides.
    pub(super) fn paint_grips(&self, brush: &Brush<'_>) {
        let Some(grip) = self.grip.filter(|_| self.camera.zoom >= GRIP_ZOOM && self.drop.is_none()) else { return };
        let color = brush.theme.color(Ink::Selection);
        match grip {
            Grip::Edge(node, at) => {
                let rect = self.picture.scene().rect_of(node).filter(|_| node.kind() == NodeKind::Claim && self.gesture.is_none());
                if let Some(rect) = rect.map(|rect| self.camera.screen_rect(brush.canvas, rect)) {
                    for side in [rect.center_top(), rect.center_bottom(), rect.left_center(), rect.right_center()] {
                        if (side - at).length() > 2.0 * GRIP {
                            brush.painter.circle(side, 3.0, brush.theme.color(Ink::Card), Stroke::new(1.0, color.gamma_multiply(0.7)));
                        }
                    }
                }
                brush.painter.circle(at, GRIP, brush.theme.color(Ink::Card), Stroke::new(1.5, color));
                for arm in [vec2(GRIP * 0.45, 0.0), vec2(0.0, GRIP * 0.45)] {
                    brush.painter.line_segment([at - arm, at + arm], Stroke::new(1.5, color));
                }
            }
            Grip::End(..) | Grip::Start(..) if self.gesture.is_some() => {}
            Grip::End(node, at) | Grip::Start(node, _, at) => {
                let ink = self.picture.scene().arrow(node).map_or(Ink::Selection, |arrow| arrow.style.ink());
                brush.painter.circle(at, GRIP - 1.0, brush.theme.color(Ink::Card), Stroke::new(2.0, brush.theme.color(ink)));
            }
        }
    }

    /// The cards that are in hand and so lie above the others; empty where they are too many to tell.
    pub(super) fn lifted(&self) -> BTreeSet<NodeId> {
        match &self.gesture {
            Some(Gesture::Move(moving)) if moving.cards.len() <= MAX_LIT => moving.cards.iter().map(|(id, _)| *id).collect(),
            _ => BTreeSet::new(),
        }
    }

    /// Paints them; pale where letting go drops them on another one, which shows through.
    pub(super) fn paint_lifted(&self, brush: &Brush<'_>, lifted: &BTreeSet<NodeId>) {
        let hangs = matches!(&self.gesture, Some(Gesture::Move(moving)) if moving.hold.as_ref().is_some_and(Hold::takes));
        let mut painter = brush.painter.clone();
        painter.set_opacity(if hangs { 0.6 } else { 1.0 });
        let above = Brush { painter: &painter, ..*brush };
        for placed in lifted.iter().filter_map(|id| self.picture.scene().card(*id)) {
            for shape in &placed.card.shapes {
                above.shape(shape, placed.at.to_vec2());
            }
        }
    }

    fn guide(&self, brush: &Brush<'_>, guide: Guide) {
        let ink = if guide.gap { Ink::Preference } else { Ink::Value };
        let stroke = Stroke::new(1.0, brush.theme.color(ink));
        let [from, to] = [guide.from, guide.to].map(|pos| self.camera.screen_from_map(brush.canvas, pos));
        brush.painter.line_segment([from, to], stroke);
        if guide.gap {
            let across = (to - from).normalized().rot90() * BAR;
            brush.painter.line_segment([from - across, from + across], stroke);
            brush.painter.line_segment([to - across, to + across], stroke);
        }
    }

    /// The node on which something is about to be dropped.
    fn target(&self, brush: &Brush<'_>, node: NodeId, takes: bool, color: Color32) {
        if takes {
            self.ring(brush, node, 7.0, color.gamma_multiply(0.25));
            self.ring(brush, node, 3.0, color);
        } else {
            self.ring(brush, node, 2.0, brush.theme.color(Ink::Muted));
        }
    }

    /// All that a line can end on.
    fn light(&self, brush: &Brush<'_>, parts: &[Part], line: &Line, color: Color32) {
        let scene = self.picture.scene();
        for part in parts {
            let node = match part {
                Part::Card(i) => scene.cards().get(*i).map(|card| card.claim),
                Part::Arrow(i) => scene.arrows().get(*i).map(|arrow| arrow.relation),
            };
            let takes = |node: &NodeId| *node != line.of && (line.premise.is_none() || can_be_premise(*node));
            if let Some(node) = node.filter(takes) {
                self.ring(brush, node, 1.5, color);
            }
        }
    }

    /// A line from a node to a point on screen.
    fn line(&self, brush: &Brush<'_>, of: NodeId, start: Pos2, to: Pos2, color: Color32) {
        let from = self.camera.screen_from_map(brush.canvas, start);
        let away = self.outwards(of, start) * ((to - from).length() / 2.0).min(80.0);
        let curve = Curve([from, from + away, to.lerp(from, 0.3), to]);
        brush.painter.add(egui::epaint::PathShape::line(curve.flatten(0.3), Stroke::new(2.0, color)));
        brush.painter.circle_filled(from, 3.0, color);
        brush.painter.circle_filled(to, 4.5, color);
    }

    /// In which direction a line leaves the border of a node.
    fn outwards(&self, node: NodeId, start: Pos2) -> Vec2 {
        match node.kind() {
            NodeKind::Relation => Vec2::ZERO,
            NodeKind::Attribution => vec2(-1.0, 0.0),
            NodeKind::Claim => self.picture.scene().rect_of(node).map_or(Vec2::ZERO, |rect| {
                let aside = (start - rect.center()) / rect.size().max(Vec2::splat(1.0));
                if aside.x.abs() > aside.y.abs() { vec2(aside.x.signum(), 0.0) } else { vec2(0.0, aside.y.signum()) }
            }),
        }
    }

    /// Says beside the pointer what letting go will do, or why nothing would come of it.
    pub(super) fn hint(&self, ui: &Ui, canvas: Rect, editor: &Editor) {
        let Some((text, refused)) = self.hint_text(editor) else { return };
        let Some(pointer) = ui.input(|i| i.pointer.interact_pos()) else { return };
        Area::new(Id::unique("canvas-hint"))
            .order(Order::Tooltip)
            .interactable(false)
            .constrain_to(canvas)
            .fade_in(false)
            .fixed_pos(pointer + vec2(4.0 * UNIT, 5.0 * UNIT))
            .show(ui.ctx(), |ui| {
                let palette = Palette::of(ui.visuals());
                Frame::popup(ui.style()).inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| {
                    ui.set_max_width(72.0 * UNIT);
                    ui.colored_label(if refused { palette.weak } else { palette.text }, text);
                });
            });
    }

    fn hint_text(&self, editor: &Editor) -> Option<(String, bool)> {
        match self.gesture.as_ref()? {
            Gesture::Move(moving) => moving.hold.as_ref()?.hint(editor),
            Gesture::Draw(line) => match &line.over {
                Some((_, Some(why))) => Some((why.clone(), true)),
                Some((node, None)) => {
                    let b = name_of(editor.map(), *node);
                    let hint = match line.premise {
                        Some(_) => tr!("premise-hint", b = b),
                        None if line.is_end() => tr!("hang-hint", b = b),
                        None => tr!("line-hint", b = b),
                    };
                    Some((hint, false))
                }
                None if line.premise.is_some() => Some((tr!("line-hint-premise").to_owned(), false)),
                None if line.is_end() => Some((tr!("line-hint-end").to_owned(), false)),
                None if self.is_long(line) => Some((tr!("line-hint-ground").to_owned(), false)),
                None => None,
            },
            Gesture::Pan(_) | Gesture::Marquee { .. } => None,
        }
    }
}
