//! A scene painted without thought: every shape in every frame, whether it is in view or not, text in full at every size.

use egui::epaint::{CircleShape, CubicBezierShape, PathShape, RectShape, TextShape};
use egui::{Color32, Context, Painter, Pos2, RawInput, Rect, Stroke, StrokeKind, Vec2, vec2};
use elenchus::render::{Scene, Shape, Theme};

struct Naive<'a> {
    painter: &'a Painter,
    zoom: f32,
    shift: Vec2,
    theme: Theme,
}

/// One frame of it, tessellated.
pub fn frame(ctx: &Context, scene: &Scene, screen: Rect, zoom: f32, step: f32) -> usize {
    let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    let output = ctx.run_ui(input, |ui| {
        let shift = screen.center() - scene.bounds().center() * zoom + vec2(24.0, 12.0) * step;
        let naive = Naive { painter: ui.painter(), zoom, shift, theme: Theme::light() };
        for arrow in scene.arrows() {
            naive.shapes(&arrow.line_shapes(), Vec2::ZERO);
            naive.shapes(&arrow.handle.shapes, arrow.at.to_vec2());
        }
        for placed in scene.cards() {
            naive.shapes(&placed.card.shapes, placed.at.to_vec2());
        }
        for arrow in scene.arrows() {
            naive.shapes(&arrow.over_shapes(), Vec2::ZERO);
        }
    });
    let meshes = ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
    output.drop_without_applying_deltas();
    meshes.len()
}

impl Naive<'_> {
    fn shapes(&self, shapes: &[Shape], origin: Vec2) {
        for shape in shapes {
            self.shape(&shape.translated(origin));
        }
    }

    fn pos(&self, pos: Pos2) -> Pos2 {
        (pos.to_vec2() * self.zoom + self.shift).to_pos2()
    }

    fn shape(&self, shape: &Shape) {
        let fill = |ink: Option<elenchus::render::Ink>| ink.map_or(Color32::TRANSPARENT, |ink| self.theme.color(ink));
        let line = |s: &elenchus::render::Stroke| Stroke::new((s.width * self.zoom).max(1.0), self.theme.color(s.ink));
        match shape {
            Shape::Rect { rect, radius, fill: ground, stroke } => {
                let rect = Rect::from_min_max(self.pos(rect.min), self.pos(rect.max));
                let stroke = stroke.as_ref().map_or(Stroke::NONE, line);
                self.painter.add(RectShape::new(rect, radius * self.zoom, fill(*ground), stroke, StrokeKind::Middle));
            }
            Shape::Circle { center, radius, fill: ground, stroke } => {
                let stroke = stroke.as_ref().map_or(Stroke::NONE, line);
                self.painter.add(CircleShape { center: self.pos(*center), radius: radius * self.zoom, fill: fill(*ground), stroke });
            }
            Shape::Line { points, fill: ground, stroke } => {
                let points: Vec<Pos2> = points.iter().map(|p| self.pos(*p)).collect();
                let stroke = stroke.as_ref().map_or(Stroke::NONE, line);
                self.painter.add(match ground {
                    Some(ink) => PathShape::convex_polygon(points, self.theme.color(*ink), stroke),
                    None => PathShape::line(points, stroke),
                });
            }
            Shape::Path { path, stroke } => {
                for curve in path.curves() {
                    let points = curve.0.map(|p| self.pos(p));
                    self.painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, line(stroke)));
                }
            }
            Shape::Text { rect, block, ink } => {
                let color = self.theme.color(*ink);
                let galley = self.painter.layout_job(block.job(color, self.zoom));
                self.painter.add(TextShape::new(self.pos(rect.min), galley, color));
            }
        }
    }
}
