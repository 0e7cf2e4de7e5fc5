//! Boxes and lines as bare triangles. Dashes are a texture that repeats along the line: however many it has, a line needs no more corners
//! than it has bends.

use egui::epaint::{Vertex, WHITE_UV};
use egui::{Color32, ColorImage, Context, Mesh, Painter, Pos2, Rect, Shape, Stroke, TextureHandle, TextureId, TextureOptions, Vec2, pos2};

use crate::render::{Dash, Run};

/// What is drawn in the rows of the texture. It begins and ends with no dashes at all, so that its corner is white as that of other textures.
const ROWS: [Dash; 8] = [Dash::Solid, Dash::Long, Dash::Dashed, Dash::Dotted, Dash::DashDot, Dash::Fine, Dash::Solid, Dash::Solid];
/// Width of the texture, in pixels: one period of each pattern.
const WIDTH: usize = 64;
/// Below this zoom dashes grow no smaller.
const SMALLEST: f32 = 0.5;
/// The sides of a sharper bend, the cosine of whose angle is less than this, are not joined.
const SHARP: f32 = 0.3;

/// The texture of dashed lines.
pub(super) fn dashes(ctx: &Context) -> TextureHandle {
    let pixels = ROWS.iter().flat_map(|dash| (0..WIDTH).map(|x| Color32::WHITE.gamma_multiply(covered(dash.pattern(), x)))).collect();
    ctx.load_texture("dashes", ColorImage::new([WIDTH, ROWS.len()], pixels), TextureOptions::LINEAR_REPEAT)
}

/// The share of a pixel of the texture that a dash covers.
fn covered(pattern: &[f32], x: usize) -> f32 {
    if pattern.is_empty() {
        return 1.0;
    }
    let pixel = pattern.iter().sum::<f32>() / WIDTH as f32;
    let (left, right) = (x as f32 * pixel, (x + 1) as f32 * pixel);
    let (mut at, mut sum) = (0.0f32, 0.0f32);
    for (i, length) in pattern.iter().enumerate() {
        if i % 2 == 0 {
            sum += (right.min(at + length) - left.max(at)).max(0.0);
        }
        at += length;
    }
    sum / pixel
}

/// Boxes and lines.
#[derive(Default)]
pub(crate) struct Silhouette(Mesh);

impl Silhouette {
    /// For lines with dashes.
    pub(super) fn dashed(texture: TextureId) -> Self {
        Self(Mesh::with_texture(texture))
    }

    /// How many corners its triangles have.
    pub(super) fn corners(&self) -> usize {
        self.0.vertices.len()
    }

    /// Its triangles.
    pub(super) fn into_mesh(self) -> Mesh {
        self.0
    }

    /// Adds triangles without a texture.
    pub(super) fn add(&mut self, draw: impl FnOnce(&mut Mesh)) {
        let mut plain = Mesh::default();
        draw(&mut plain);
        // White is at the same place in both.
        plain.texture_id = self.0.texture_id;
        self.0.append(plain);
    }

    /// Adds a box.
    pub(crate) fn rect(&mut self, rect: Rect, color: Color32) {
        self.0.add_colored_rect(Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(0.75))), color);
    }

    /// Adds a straight line with hard edges.
    pub(crate) fn line(&mut self, from: Pos2, to: Pos2, width: f32, color: Color32) {
        let across = (to - from).rot90().normalized() * (width / 2.0);
        let first = self.0.vertices.len() as u32;
        for pos in [from - across, from + across, to + across, to - across] {
            self.0.colored_vertex(pos, color);
        }
        self.0.add_triangle(first, first + 1, first + 2);
        self.0.add_triangle(first, first + 2, first + 3);
    }

    /// Adds a line with soft edges, dashed as that zoom asks for.
    pub(super) fn stroke(&mut self, run: &Run, dash: Dash, zoom: f32, line: Stroke) {
        let Stroke { width, color } = line;
        // Half a pixel in, half a pixel out; what is thinner than a pixel is paler instead.
        let (inner, outer) = ((width - 1.0).max(0.0) / 2.0, width.max(1.0) / 2.0 + 0.5);
        let color = if width < 1.0 { color.gamma_multiply(width) } else { color };
        let edge = |side: f32| (side * outer, Color32::TRANSPARENT);
        // A hairline has no inside.
        if inner == 0.0 {
            self.ribbon(run, Pattern::of(dash, zoom), &[edge(-1.0), (0.0, color), edge(1.0)]);
        } else {
            self.ribbon(run, Pattern::of(dash, zoom), &[edge(-1.0), (-inner, color), (inner, color), edge(1.0)]);
        }
    }

    /// Adds a line whose colour changes across it.
    fn ribbon(&mut self, run: &Run, pattern: Option<Pattern>, rails: &[(f32, Color32)]) {
        let (mut walked, mut before) = (run.before, None);
        for pair in run.points.windows(2) {
            let [from, to] = [pair[0], pair[1]];
            let length = (to - from).length();
            if length == 0.0 {
                continue;
            }
            let across = ((to - from) / length).rot90();
            let uv = |at: f32| pattern.map_or(WHITE_UV, |pattern| pattern.uv(at));
            match before {
                Some(last) if across.dot(last) > SHARP => self.mitre(rails, last, across),
                _ => self.rung(from, across, uv(walked), rails),
            }
            walked += length;
            self.rung(to, across, uv(walked), rails);
            let (count, first) = (rails.len() as u32, self.0.vertices.len() as u32 - 2 * rails.len() as u32);
            for i in first..first + count - 1 {
                self.0.add_triangle(i, i + 1, i + count);
                self.0.add_triangle(i + 1, i + count + 1, i + count);
            }
            before = Some(across);
        }
    }

    fn rung(&mut self, at: Pos2, across: Vec2, uv: Pos2, rails: &[(f32, Color32)]) {
        self.0.vertices.extend(rails.iter().map(|(side, color)| Vertex { pos: at + across * *side, uv, color: *color }));
    }

    /// Leans the last rung over so that it lies between the directions before and behind it.
    fn mitre(&mut self, rails: &[(f32, Color32)], last: Vec2, next: Vec2) {
        let lean = (last + next) / (1.0 + last.dot(next)) - last;
        let first = self.0.vertices.len().saturating_sub(rails.len());
        for (vertex, (side, _)) in self.0.vertices.iter_mut().skip(first).zip(rails) {
            vertex.pos += lean * *side;
        }
    }

    /// Moves all of it.
    pub(super) fn shifted(mut self, by: Vec2) -> Self {
        self.0.vertices.iter_mut().for_each(|vertex| vertex.pos += by);
        self
    }

    /// Paints all of it.
    pub(crate) fn paint(self, painter: &Painter) {
        painter.add(Shape::mesh(self.0));
    }
}

/// A row of the texture, and how long one period is on screen.
#[derive(Clone, Copy)]
struct Pattern {
    row: f32,
    period: f32,
}

impl Pattern {
    fn of(dash: Dash, zoom: f32) -> Option<Self> {
        let period = dash.pattern().iter().sum::<f32>() * zoom.max(SMALLEST);
        let row = ROWS.iter().position(|row| *row == dash)?;
        (period > 0.0).then(|| Self { row: (row as f32 + 0.5) / ROWS.len() as f32, period })
    }

    fn uv(self, walked: f32) -> Pos2 {
        pos2(walked / self.period, self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line as its corners, three in a row.
    fn hairline(points: &[Pos2], dash: Dash) -> Vec<Vertex> {
        let mut lines = Silhouette::dashed(TextureId::User(1));
        lines.stroke(&Run { before: 5.0, points: points.to_vec() }, dash, 1.0, Stroke::new(1.0, Color32::WHITE));
        lines.into_mesh().vertices
    }

    #[test]
    fn a_dashed_line_has_no_more_corners_than_bends() {
        let points = [pos2(0.0, 0.0), pos2(500.0, 0.0), pos2(900.0, 50.0)];
        let (solid, dashed) = (hairline(&points, Dash::Solid), hairline(&points, Dash::Dashed));
        assert_eq!((solid.len(), dashed.len()), (9, 9));
        assert!(solid.iter().all(|corner| corner.uv == WHITE_UV));
        // The pattern goes on where it was: five of its twelve points are over.
        assert_eq!([dashed[0].uv.x, dashed[3].uv.x], [5.0 / 12.0, 505.0 / 12.0]);
    }

    #[test]
    fn a_bend_is_as_wide_as_the_line_and_a_sharp_one_is_left_open() {
        let bend = hairline(&[pos2(0.0, 0.0), pos2(100.0, 0.0), pos2(160.0, 80.0)], Dash::Solid);
        let at = pos2(100.0, 0.0);
        for across in [(at - pos2(0.0, 0.0)).normalized().rot90(), (pos2(160.0, 80.0) - at).normalized().rot90()] {
            assert_eq!([3, 4, 5].map(|corner| (bend[corner].pos - at).dot(across).round()), [-1.0, 0.0, 1.0]);
        }
        assert_eq!(hairline(&[pos2(0.0, 0.0), pos2(100.0, 0.0), pos2(0.0, 1.0)], Dash::Solid).len(), 12);
    }

    #[test]
    fn the_texture_holds_each_pattern() {
        for dash in ROWS {
            let pattern = dash.pattern();
            let (on, all) = (pattern.iter().step_by(2).sum::<f32>(), pattern.iter().sum::<f32>());
            let covered = (0..WIDTH).map(|x| covered(pattern, x)).sum::<f32>() / WIDTH as f32;
            assert!((covered - if pattern.is_empty() { 1.0 } else { on / all }).abs() < 1e-4, "{dash:?}");
        }
    }
}
