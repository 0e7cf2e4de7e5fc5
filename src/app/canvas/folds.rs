//! What is hidden, on the canvas: the lines that stand for it, and the small controls that fold, unfold and reveal.

use egui::{Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role, vec2};

use super::Canvas;
use super::paint::{Brush, DETAIL_ZOOM};
use super::picture::Part;
use super::triangles::Silhouette;
use crate::base::{NodeId, NodeKind};
use crate::editor::{Action, Command, Editor};
use crate::model::name_of;
use crate::render::{HiddenLine, Ink, Shape};
use crate::tr;

/// On cards smaller than this on screen there is nothing to aim at.
const AIM_ZOOM: f32 = 0.3;
/// With more than this on screen, controls would only be in each other's way.
const MAX_CONTROLS: usize = 200;

/// A control to be painted over the scene.
pub(super) struct Control {
    rect: Rect,
    of: Of,
    lit: bool,
}

/// What a control is for.
enum Of {
    /// The branch of a folded claim.
    Folded(NodeId),
    /// A branch that could be folded: there only for the pointer.
    Branch,
    /// A hidden way.
    Way,
}

impl Canvas {
    /// The lines for what is hidden that come near a part of the map.
    pub(super) fn hidden_lines_in(&self, area: Rect) -> impl Iterator<Item = &HiddenLine> {
        self.picture.scene().hidden_lines().iter().filter(move |line| line.bounds().intersects(area))
    }

    /// Lets branches be folded and unfolded, and hidden ways be revealed.
    pub(super) fn hidden_controls(
        &mut self,
        ui: &Ui,
        parts: &[Part],
        hovered: Option<NodeId>,
        editor: &Editor,
        queue: &mut Vec<Command>,
    ) -> Vec<Control> {
        let controls = self.hidden_controls_now(ui, parts, hovered, editor, queue);
        self.controls = controls.iter().map(|control| control.rect).collect();
        controls
    }

    fn hidden_controls_now(
        &mut self,
        ui: &Ui,
        parts: &[Part],
        hovered: Option<NodeId>,
        editor: &Editor,
        queue: &mut Vec<Command>,
    ) -> Vec<Control> {
        if self.camera.zoom < AIM_ZOOM || self.writing.is_some() || self.gesture.is_some() {
            return Vec::new();
        }
        let canvas = ui.clip_rect();
        let shown = editor.shown().clone();
        let mut found = Vec::new();
        let folded = parts.iter().filter_map(|part| match part {
            Part::Card(i) => self.picture.scene().cards().get(*i).map(|placed| placed.claim).filter(|id| shown.folded(*id).is_some()),
            Part::Arrow(_) => None,
        });
        let folded: Vec<NodeId> = folded.take(MAX_CONTROLS).collect();
        for claim in folded {
            let Some(count) = shown.folded(claim) else { continue };
            let name = tr!("shown-unfold-branch", count = count, name = name_of(editor.map(), claim));
            let Some((rect, response)) = self.badge(ui, canvas, claim, &name) else { continue };
            if response.hovered() {
                self.hovered = Some(claim);
            }
            if response.clicked() {
                queue.push(Command::SetFolded { nodes: vec![claim], folded: false });
            }
            let lit = response.hovered() || response.has_focus();
            response.on_hover_text(tr!("shown-folded", count = count));
            found.push(Control { rect, of: Of::Folded(claim), lit });
        }
        let offers = |node: &NodeId| node.kind() == NodeKind::Claim && shown.folded(*node).is_none() && editor.can_fold(*node);
        let fold = editor.filter().is_empty();
        if let Some(claim) = hovered.or(editor.selection().single()).filter(offers).filter(|_| fold) {
            let name = tr!("shown-fold-branch", name = name_of(editor.map(), claim));
            if let Some((rect, response)) = self.badge(ui, canvas, claim, &name) {
                if response.hovered() {
                    self.hovered = Some(claim);
                }
                if response.clicked() {
                    queue.push(Command::SetFolded { nodes: vec![claim], folded: true });
                }
                let lit = response.hovered() || response.has_focus();
                response.on_hover_text(Action::ToggleFold.title());
                found.push(Control { rect, of: Of::Branch, lit });
            }
        }
        let area = self.camera.visible(canvas);
        let labels: Vec<_> = self.hidden_lines_in(area).map(|line| (line.link, line.label_rect())).take(MAX_CONTROLS).collect();
        for (link, rect) in labels {
            let rect = self.camera.screen_rect(canvas, rect);
            let response = ui.interact(rect, Id::unique(("hidden link", link.from.as_str(), link.to.as_str())), Sense::click());
            let (from, to) = (name_of(editor.map(), link.from), name_of(editor.map(), link.to));
            let name = tr!("shown-hidden-link", count = link.hidden, from = from, to = to);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if response.clicked() {
                queue.push(Command::ShowWay { from: link.from, to: link.to });
            }
            let lit = response.hovered() || response.has_focus();
            response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(tr!("shown-hidden-link-hint"));
            found.push(Control { rect, of: Of::Way, lit });
        }
        found
    }

    fn badge(&self, ui: &Ui, canvas: Rect, claim: NodeId, name: &str) -> Option<(Rect, Response)> {
        let rect = self.camera.screen_rect(canvas, self.picture.scene().badge_rect(claim)?);
        let response = ui.interact(rect, Id::unique(("fold", claim.as_str())), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        Some((rect, response.on_hover_cursor(egui::CursorIcon::PointingHand)))
    }

    /// Paints dates and names beside the cards, and the grounds of groups.
    pub(super) fn paint_headings(&self, brush: &Brush<'_>) {
        let seen = self.camera.visible(brush.canvas);
        let headings = self.picture.scene().headings().iter().filter(|heading| heading.bounds.intersects(seen));
        // From afar there is nothing to read.
        let is_seen = |shape: &&Shape| brush.camera.zoom >= DETAIL_ZOOM || !matches!(shape, Shape::Text { .. });
        headings.flat_map(|heading| &heading.shapes).filter(is_seen).for_each(|shape| brush.shape(shape, Vec2::ZERO));
    }

    /// Paints the lines for what is hidden, behind everything else.
    pub(super) fn paint_hidden_lines(&self, brush: &Brush<'_>) {
        for line in self.hidden_lines_in(self.camera.visible(brush.canvas)) {
            line.line_shapes().iter().for_each(|shape| brush.shape(shape, Vec2::ZERO));
        }
    }

    /// Paints their labels.
    pub(super) fn paint_hidden_labels(&self, brush: &Brush<'_>) {
        for line in self.hidden_lines_in(self.camera.visible(brush.canvas)) {
            line.label.shapes.iter().for_each(|shape| brush.shape(shape, line.at.to_vec2()));
        }
    }

    /// The same from afar.
    pub(super) fn hidden_silhouettes(&self, brush: &Brush<'_>, lines: &mut Silhouette) {
        let color = brush.theme.color(Ink::Muted).gamma_multiply(0.5);
        for line in self.hidden_lines_in(self.camera.visible(brush.canvas)) {
            let ends = line.ends().map(|pos| self.camera.screen_from_map(brush.canvas, pos));
            lines.line(ends[0], ends[1], 1.0, color);
        }
    }

    /// Paints the controls over the scene.
    pub(super) fn paint_controls(&self, brush: &Brush<'_>, controls: &[Control]) {
        let accent = brush.theme.color(Ink::Selection);
        for control in controls {
            let radius = control.rect.height() / 2.0;
            match control.of {
                // Over the ring of the selection.
                Of::Folded(claim) => {
                    if let Some(placed) = self.picture.scene().card(claim) {
                        placed.card.badge_shapes().iter().for_each(|shape| brush.shape(shape, placed.at.to_vec2()));
                    }
                }
                Of::Branch => {
                    let fill = brush.theme.color(Ink::Card);
                    brush.painter.rect(control.rect, radius, fill, Stroke::new(1.5, accent), StrokeKind::Middle);
                    let arm = vec2(radius * 0.5, 0.0);
                    let middle = control.rect.center();
                    brush.painter.line_segment([middle - arm, middle + arm], Stroke::new(1.5, accent));
                }
                Of::Way => {}
            }
            if control.lit {
                brush.painter.rect_stroke(control.rect.expand(1.0), radius + 1.0, Stroke::new(2.0, accent), StrokeKind::Outside);
            }
        }
    }
}
