//! The arrows' lines where they can be told apart: triangles, which are kept as long as only the camera moves.

use std::collections::BTreeSet;

use egui::epaint::Tessellator;
use egui::{Pos2, Rect};

use super::far::SCALES;
use super::layer::{Layer, Marks};
use super::paint::Brush;
use super::picture::{Part, Picture};
use super::triangles::Silhouette;
use crate::render::{Arrow, Theme};

/// How far around what is seen lines are drawn, as a share of its size.
const MARGIN: f32 = 0.25;

/// The lines that were painted last.
#[derive(Default)]
pub(super) struct Near {
    kept: Option<Kept>,
    last_zoom: f32,
    /// How often cards had been moved for show in the last frame.
    last_moves: u64,
}

struct Kept {
    still: u64,
    area: Rect,
    theme: Theme,
    zoom: f32,
    density: f32,
    centre: Pos2,
    lines: Layer,
    /// How often cards had been moved for show.
    moves: u64,
    /// Arrows that were moved since: they are painted in each frame.
    moved: BTreeSet<usize>,
}

impl Near {
    /// Paints the lines of all arrows in sight.
    pub(super) fn paint(&mut self, brush: &Brush<'_>, picture: &Picture) {
        let (zoom, density) = (brush.camera.zoom, brush.painter.ctx().pixels_per_point());
        let zooms = std::mem::replace(&mut self.last_zoom, zoom) != zoom;
        let moves = std::mem::replace(&mut self.last_moves, picture.moves()) != picture.moves();
        let seen = brush.camera.visible(brush.canvas);
        let fits = |kept: &Kept| {
            let scale = zoom / kept.zoom;
            (kept.still, kept.theme, kept.density) == (picture.still(), brush.theme, density)
                && kept.area.contains_rect(seen)
                // What was made at another zoom, or before cards were moved, will do as long as that goes on.
                && (scale == 1.0 || (zooms && SCALES.contains(&scale)))
                && (moves || kept.moves == picture.moves())
        };
        let mut kept = match self.kept.take().filter(fits) {
            Some(kept) => kept,
            None => keep(brush, picture, seen.expand2(seen.size() * MARGIN), density),
        };
        for index in arrows(picture.moved_since(kept.moves)) {
            if kept.moved.insert(index) {
                kept.lines.remove(index);
            }
        }
        let scale = zoom / kept.zoom;
        kept.lines.paint(brush, scale, brush.canvas.center().to_vec2() + (kept.centre - brush.camera.centre) * zoom);
        let mut pen = Pen::new(brush, density);
        let scene = picture.scene();
        let moved = kept.moved.iter().filter_map(|index| scene.arrows().get(*index)).filter(|arrow| arrow.bounds().intersects(seen));
        moved.for_each(|arrow| pen.draw(arrow, seen));
        pen.lines.triangles.paint(brush.painter);
        self.kept = Some(kept);
    }

    /// How many corners the kept lines have.
    #[cfg(test)]
    pub(super) fn corners(&self) -> usize {
        self.kept.as_ref().map_or(0, |kept| kept.lines.corners().len())
    }
}

fn arrows(parts: impl IntoIterator<Item = Part>) -> impl Iterator<Item = usize> {
    parts.into_iter().filter_map(|part| if let Part::Arrow(index) = part { Some(index) } else { None })
}

/// Draws arrows' lines and heads as triangles.
struct Pen<'a> {
    brush: &'a Brush<'a>,
    tessellator: Tessellator,
    lines: Marks,
}

impl<'a> Pen<'a> {
    fn new(brush: &'a Brush<'a>, density: f32) -> Self {
        let options = brush.painter.ctx().tessellation_options(|options| *options);
        // Lines and heads need no texture.
        Self {
            brush,
            tessellator: Tessellator::new(density, options, [1, 1], Vec::new()),
            lines: Marks::of(Silhouette::dashed(brush.dashes)),
        }
    }

    fn draw(&mut self, arrow: &Arrow, area: Rect) {
        for shape in arrow.line_shapes() {
            self.brush.line_shape_into(&shape, area, &mut self.tessellator, &mut self.lines.triangles);
        }
    }
}

fn keep(brush: &Brush<'_>, picture: &Picture, area: Rect, density: f32) -> Kept {
    let mut pen = Pen::new(brush, density);
    for index in arrows(picture.parts_in(area)) {
        if let Some(arrow) = picture.scene().arrows().get(index) {
            pen.draw(arrow, area);
            pen.lines.end(index);
        }
    }
    let mut lines = Layer::default();
    lines.add(pen.lines.shifted(-brush.canvas.center().to_vec2()));
    Kept {
        still: picture.still(),
        area,
        theme: brush.theme,
        zoom: brush.camera.zoom,
        density,
        centre: brush.camera.centre,
        lines,
        moves: picture.moves(),
        moved: BTreeSet::new(),
    }
}
