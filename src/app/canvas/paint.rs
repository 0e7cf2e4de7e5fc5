//! Paints the shapes of `render` through a camera.

use std::sync::Arc;

use egui::epaint::{CircleShape, PathShape, PathStroke, RectShape, Tessellator, TextShape};
use egui::{Color32, Galley, Mesh, Painter, Pos2, Rect, Stroke as EguiStroke, StrokeKind, TextureId, Vec2, vec2};

use super::camera::Camera;
use super::triangles::Silhouette;
use super::words::Words;
use crate::render::{Dash, Ink, Path, Run, Shape, Stroke, TextBlock, TextSize, Theme};

/// Below this zoom nothing can be read: boxes and lines are drawn as plain triangles.
pub(crate) const DETAIL_ZOOM: f32 = 0.36;
/// Below this font size in points text is drawn as bars.
const READABLE: f32 = 3.75;
/// How far a drawn curve may leave the true one, in points on screen.
const TOLERANCE: f32 = 0.3;
/// Thinnest line on screen.
const HAIRLINE: f32 = 1.0;

/// A painter with a camera and colours.
pub(crate) struct Brush<'a> {
    pub(crate) painter: &'a Painter,
    pub(crate) camera: Camera,
    pub(crate) canvas: Rect,
    pub(crate) theme: Theme,
    pub(super) words: &'a Words,
    /// The texture of [`super::triangles::dashes`].
    pub(super) dashes: TextureId,
}

impl Brush<'_> {
    /// Paints one shape, whose coordinates are relative to `origin` on the map.
    pub(crate) fn shape(&self, shape: &Shape, origin: Vec2) {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                let rect = self.rect(rect.translate(origin));
                let stroke = stroke.map_or(EguiStroke::NONE, |s| self.stroke(s));
                let radius = egui::CornerRadius::from((radius * self.camera.zoom).round());
                self.painter.add(RectShape::new(rect, radius, self.fill(*fill), stroke, StrokeKind::Middle));
            }
            Shape::Circle { center, radius, fill, stroke } => {
                let stroke = stroke.map_or(EguiStroke::NONE, |s| self.stroke(s));
                let (center, radius) = (self.pos(*center + origin), radius * self.camera.zoom);
                self.painter.add(CircleShape { center, radius, fill: self.fill(*fill), stroke });
            }
            Shape::Line { points, fill, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|p| self.pos(*p + origin)).collect();
                if let Some(fill) = fill {
                    self.painter.add(PathShape::convex_polygon(points.clone(), self.theme.color(*fill), PathStroke::NONE));
                }
                if let Some(stroke) = stroke {
                    self.polyline(points, fill.is_some(), *stroke);
                }
            }
            Shape::Path { path, stroke } if origin == Vec2::ZERO => self.path(path, *stroke),
            Shape::Path { path, stroke } => self.path(&path.translated(origin), *stroke),
            Shape::Text { rect, block, ink } => self.text(rect.translate(origin), block, *ink),
        }
    }

    fn pos(&self, pos: Pos2) -> Pos2 {
        self.camera.screen_from_map(self.canvas, pos)
    }

    fn rect(&self, rect: Rect) -> Rect {
        self.camera.screen_rect(self.canvas, rect)
    }

    fn fill(&self, ink: Option<Ink>) -> Color32 {
        ink.map_or(Color32::TRANSPARENT, |ink| self.theme.color(ink))
    }

    fn stroke(&self, stroke: Stroke) -> EguiStroke {
        EguiStroke::new((stroke.width * self.camera.zoom).max(HAIRLINE), self.theme.color(stroke.ink))
    }

    fn text(&self, rect: Rect, block: &Arc<TextBlock>, ink: Ink) {
        let screen = self.rect(rect);
        let zoom = text_zoom(self.camera.zoom);
        let color = self.theme.color(ink);
        if block.size.points() * zoom < READABLE {
            self.bars(screen, block, color);
            return;
        }
        let galley = self.words.galley(self.painter, block, color, zoom);
        let pos = galley_pos(screen, block, &galley);
        self.painter.add(TextShape::new(pos, galley, color));
    }

    /// A block of text as it is painted, and where; `None` where it is too small to be read.
    pub(crate) fn laid_out(&self, rect: Rect, block: &TextBlock) -> Option<(Pos2, Arc<Galley>)> {
        let zoom = text_zoom(self.camera.zoom);
        (block.size.points() * zoom >= READABLE).then(|| {
            let galley = self.painter.layout_job(block.job(Color32::PLACEHOLDER, zoom));
            (galley_pos(self.rect(rect), block, &galley), galley)
        })
    }

    /// Lines of text too small to read, as bars of their width.
    fn bars(&self, screen: Rect, block: &TextBlock, color: Color32) {
        let mut mesh = Mesh::default();
        let line = block.size.line_height() * self.camera.zoom;
        for (i, text) in block.lines.iter().enumerate() {
            let min = screen.min + vec2(0.0, line * (i as f32 + 0.3));
            mesh.add_colored_rect(Rect::from_min_size(min, vec2(text.width * self.camera.zoom, line * 0.4)), color.gamma_multiply(0.4));
        }
        self.painter.add(mesh);
    }

    /// Paints the part of a path that is on the canvas.
    fn path(&self, path: &Path, stroke: Stroke) {
        let mut mesh = self.line(stroke.dash);
        self.path_into(path, stroke, self.visible(), &mut mesh);
        mesh.paint(self.painter);
    }

    /// The part of the map that is painted on.
    fn visible(&self) -> Rect {
        let view = self.painter.clip_rect();
        let corner = |pos| self.camera.map_from_screen(self.canvas, pos);
        Rect::from_min_max(corner(view.min), corner(view.max))
    }

    fn path_into(&self, path: &Path, stroke: Stroke, area: Rect, mesh: &mut Silhouette) {
        let line = self.stroke(stroke);
        for run in self.runs(path, line.width, area) {
            mesh.stroke(&run, stroke.dash, self.camera.zoom, line);
        }
    }

    /// Adds a line or a path to triangles, as far as it is in an area of the map.
    pub(super) fn line_shape_into(&self, shape: &Shape, area: Rect, tessellator: &mut Tessellator, mesh: &mut Silhouette) {
        match shape {
            Shape::Path { path, stroke } => self.path_into(path, *stroke, area, mesh),
            Shape::Line { points, fill, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|p| self.pos(*p)).collect();
                if let Some(fill) = fill {
                    let inside = PathShape::convex_polygon(points.clone(), self.theme.color(*fill), PathStroke::NONE);
                    mesh.add(|plain| tessellator.tessellate_path(&inside, plain));
                }
                if let Some(stroke) = stroke {
                    self.polyline_into(points, fill.is_some(), *stroke, mesh);
                }
            }
            Shape::Rect { .. } | Shape::Circle { .. } | Shape::Text { .. } => {}
        }
    }

    /// The parts of a path that are in an area of the map, on screen.
    fn runs(&self, path: &Path, width: f32, area: Rect) -> impl Iterator<Item = Run> {
        let runs = path.runs_in(area.expand(width / self.camera.zoom), TOLERANCE / self.camera.zoom);
        let on_screen = |points: Vec<Pos2>| points.into_iter().map(|p| self.pos(p)).collect();
        runs.into_iter().map(move |run| Run { before: run.before * self.camera.zoom, points: on_screen(run.points) })
    }

    /// A wide, pale stroke under a path.
    pub(crate) fn halo(&self, path: &Path, width: f32, ink: Ink) {
        let line = EguiStroke::new((width * self.camera.zoom).max(4.0), self.theme.color(ink).gamma_multiply(0.25));
        for run in self.runs(path, line.width, self.visible()) {
            self.painter.add(PathShape::line(run.points, line));
        }
    }

    /// One mesh for the whole line: there are too many lines to hand each dash to the tessellator.
    fn polyline(&self, points: Vec<Pos2>, closed: bool, stroke: Stroke) {
        let mut mesh = self.line(stroke.dash);
        self.polyline_into(points, closed, stroke, &mut mesh);
        mesh.paint(self.painter);
    }

    fn polyline_into(&self, mut points: Vec<Pos2>, closed: bool, stroke: Stroke, mesh: &mut Silhouette) {
        if closed && let Some(first) = points.first().copied() {
            points.push(first);
        }
        mesh.stroke(&Run { before: 0.0, points }, stroke.dash, self.camera.zoom, self.stroke(stroke));
    }

    /// For one line: what has no dashes shares its texture with text and boxes.
    fn line(&self, dash: Dash) -> Silhouette {
        if dash == Dash::Solid { Silhouette::default() } else { Silhouette::dashed(self.dashes) }
    }
}

fn galley_pos(screen: Rect, block: &TextBlock, galley: &Galley) -> Pos2 {
    let x = if block.rtl { screen.right() } else { screen.left() };
    // The font size is rounded, the box is not: the difference is shared above and below.
    egui::pos2(x, screen.center().y - galley.size().y / 2.0)
}

/// The zoom at which text is drawn: font sizes are rounded down to half points, so that a slow zoom lays text out rarely, letters stay
/// crisp, and text keeps inside the box that was measured for it.
pub(crate) fn text_zoom(zoom: f32) -> f32 {
    let body = TextSize::Body.points();
    ((body * zoom * 2.0 + 0.01).floor() / 2.0).max(0.5) / body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_sizes_are_half_points() {
        for zoom in [0.3, 0.5, 0.77, 1.0, 1.31, 3.9] {
            let size = TextSize::Body.points() * text_zoom(zoom);
            assert!(
                (size * 2.0 - (size * 2.0).round()).abs() < 1e-3 && (0.0..0.51).contains(&(TextSize::Body.points() * zoom - size + 0.01)),
                "{zoom}"
            );
        }
    }
}
