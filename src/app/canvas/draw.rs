//! What is painted, from back to front: ground, arrows, cards, arrows that end on chips, selection, what is in progress.

use std::collections::BTreeSet;

use egui::{Color32, Rect, Stroke, StrokeKind, Ui, Vec2};

use super::Canvas;
use super::far::MAX_RINGS;
use super::near::Near;
use super::paint::{Brush, DETAIL_ZOOM};
use super::picture::Part;
use crate::base::{NodeId, NodeKind};
use crate::editor::Editor;
use crate::render::{Arrow, Card, Ink, Theme};

/// Width of the line around what is selected.
const RING: f32 = 2.0;
/// Distance of the dots on the ground, in map units.
const GRID: f32 = 32.0;
/// Below this distance on screen the dots would be noise.
const MIN_GRID: f32 = 18.0;

impl Canvas {
    /// Paints the canvas.
    pub(super) fn paint(&mut self, ui: &Ui, canvas: Rect, parts: &[Part], hovered: Option<NodeId>, editor: &Editor, theme: Theme) {
        let painter = ui.painter();
        self.words.begin(painter);
        let words = self.words.clone();
        let brush = self.brush(painter, canvas, theme, &words);
        painter.rect_filled(canvas, 0.0, theme.color(Ink::Canvas));
        if self.camera.zoom < DETAIL_ZOOM {
            [true, false].into_iter().for_each(|grounds| self.paint_headings(&brush, grounds));
            self.silhouettes(&brush, editor);
        } else {
            self.grid(&brush);
            let mut near = std::mem::take(&mut self.near);
            self.details(&brush, parts, hovered, editor, &mut near);
            self.near = near;
        }
        if words.is_late() {
            ui.ctx().request_repaint();
        }
        self.bookmarks(&brush, parts, editor);
        self.found(&brush, parts, editor);
        self.selection(&brush, parts, editor, hovered);
        self.paint_grips(&brush);
        self.in_progress(&brush, parts);
        if let Some(focused) = ui.memory(|m| m.focused())
            && focused == egui::Id::unique("canvas")
        {
            painter.rect_stroke(
                canvas.shrink(1.0),
                0.0,
                Stroke::new(1.0, theme.color(Ink::Selection).gamma_multiply(0.5)),
                StrokeKind::Inside,
            );
        }
    }

    /// Dots that show how the ground moves.
    fn grid(&self, brush: &Brush<'_>) {
        let mut step = GRID;
        while step * self.camera.zoom < MIN_GRID {
            step *= 2.0;
        }
        let visible = self.camera.visible(brush.canvas);
        let color = brush.theme.color(Ink::Grid);
        let mut mesh = egui::Mesh::default();
        let mut y = (visible.min.y / step).floor() * step;
        while y <= visible.max.y {
            let mut x = (visible.min.x / step).floor() * step;
            while x <= visible.max.x {
                mesh.add_colored_rect(
                    Rect::from_center_size(self.camera.screen_from_map(brush.canvas, egui::pos2(x, y)), Vec2::splat(1.5)),
                    color,
                );
                x += step;
            }
            y += step;
        }
        brush.painter.add(mesh);
    }

    fn details(&self, brush: &Brush<'_>, parts: &[Part], hovered: Option<NodeId>, editor: &Editor, near: &mut Near) {
        let scene = self.picture.scene();
        let arrows: Vec<&Arrow> = parts.iter().filter_map(|p| if let Part::Arrow(i) = p { scene.arrows().get(*i) } else { None }).collect();
        self.paint_headings(brush, true);
        // Below the lines: what points at a card reaches through the ring around it.
        for node in self.ringed_below(parts, editor) {
            self.ring(brush, node, ring_width(editor, node), brush.theme.color(Ink::Selection));
        }
        self.paint_hidden_lines(brush);
        // What is hovered stands on a halo of its colour.
        for arrow in arrows.iter().filter(|arrow| hovered == Some(arrow.relation)) {
            arrow.legs.iter().chain(&arrow.trunk).for_each(|path| brush.halo(path, 8.0, arrow.style.ink()));
        }
        near.paint(brush, &self.picture);
        self.paint_headings(brush, false);
        self.paint_hidden_labels(brush);
        for arrow in &arrows {
            scene.handle_shapes(arrow).iter().for_each(|shape| brush.shape(shape, arrow.at.to_vec2()));
        }
        let lifted = self.lifted();
        for part in parts {
            if let Part::Card(i) = part
                && let Some(placed) = scene.cards().get(*i)
                && self.writing.as_ref().is_none_or(|w| w.node != placed.claim)
                && !lifted.contains(&placed.claim)
            {
                draw_card(brush, &placed.card, placed.at.to_vec2());
            }
        }
        for shape in arrows.iter().flat_map(|arrow| arrow.over_shapes()) {
            brush.shape(&shape, Vec2::ZERO);
        }
        self.paint_lifted(brush, &lifted);
    }

    /// Rings around what is selected, a thin one around what is hovered.
    fn selection(&self, brush: &Brush<'_>, parts: &[Part], editor: &Editor, hovered: Option<NodeId>) {
        let color = brush.theme.color(Ink::Selection);
        let selection = editor.selection();
        let busy = self.gesture.is_some();
        if let Some(node) = hovered.filter(|n| !busy && !selection.contains(*n)) {
            self.ring(brush, node, 1.0, color.gamma_multiply(0.55));
        }
        let detailed = self.camera.zoom >= DETAIL_ZOOM;
        let below: BTreeSet<NodeId> = if detailed { self.ringed_below(parts, editor).into_iter().collect() } else { BTreeSet::new() };
        for node in self.ringed(parts, editor).into_iter().filter(|node| !below.contains(node)) {
            self.ring(brush, node, ring_width(editor, node), color);
        }
    }

    /// What of the selection is ringed: all of a small one, of a large one what is in sight, as far as its rings can be told apart.
    fn ringed(&self, parts: &[Part], editor: &Editor) -> Vec<NodeId> {
        let selection = editor.selection();
        if selection.nodes().len() <= MAX_RINGS {
            return selection.nodes().iter().copied().collect();
        }
        if self.camera.zoom < DETAIL_ZOOM {
            return Vec::new();
        }
        // Not the chips of attributions: finding them means looking through all cards.
        parts.iter().filter_map(|part| self.picture.scene().node_of(*part)).filter(|node| selection.contains(*node)).collect()
    }

    /// The selected claims whose rings are painted with the details; one that is lifted keeps its ring above the others.
    fn ringed_below(&self, parts: &[Part], editor: &Editor) -> Vec<NodeId> {
        let lifted = self.lifted();
        let is_below = |node: &NodeId| node.kind() == NodeKind::Claim && !lifted.contains(node);
        self.ringed(parts, editor).into_iter().filter(is_below).collect()
    }

    pub(super) fn ring(&self, brush: &Brush<'_>, node: NodeId, width: f32, color: Color32) {
        let scene = self.picture.scene();
        if self.writing.as_ref().is_some_and(|w| w.node == node) {
            return;
        }
        let zoom = self.camera.zoom;
        let stroke = Stroke::new(width, color);
        if let Some(arrow) = scene.arrow(node) {
            let center = self.camera.screen_from_map(brush.canvas, arrow.at);
            brush.painter.circle_stroke(center, (12.0 * zoom).max(4.0), stroke);
            return;
        }
        let Some(rect) = scene.rect_of(node) else { return };
        let is_card = scene.card(node).is_some();
        let screen = self.camera.screen_rect(brush.canvas, rect).expand(if is_card { 2.0 } else { 1.0 });
        let radius = if is_card { 8.0 * zoom + 2.0 } else { screen.height() / 2.0 };
        brush.painter.rect_stroke(screen, radius, stroke, StrokeKind::Outside);
    }
}

/// The ring of what leads the selection is the widest.
fn ring_width(editor: &Editor, node: NodeId) -> f32 {
    if editor.selection().lead() == Some(node) { RING } else { 0.75 * RING }
}

fn draw_card(brush: &Brush<'_>, card: &Card, at: Vec2) {
    for shape in &card.shapes {
        brush.shape(shape, at);
    }
}
