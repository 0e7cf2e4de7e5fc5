//! The arrows' lines where they can be told apart: triangles, which are kept as long as only the camera moves.

use std::collections::{BTreeSet, HashMap};

use egui::epaint::Tessellator;
use egui::{Pos2, Rect};

use super::layer::Layer;
use super::paint::{Brush, Silhouette};
use super::picture::{Part, Picture};
use crate::render::{Arrow, Theme};

/// How far around what is seen lines are drawn, as a share of its size.
const MARGIN: f32 = 0.25;

/// The lines that were painted last.
#[derive(Default)]
pub(super) struct Near {
    kept: Option<Kept>,
    last_zoom: f32,
}

struct Kept {
    still: u64,
    area: Rect,
    theme: Theme,
    zoom: f32,
    density: f32,
    centre: Pos2,
    lines: Layer,
    /// Which arrow is which part of the layer.
    numbers: HashMap<usize, usize>,
    /// Arrows that were moved since: they are painted in each frame.
    moved: BTreeSet<Part>,
}

impl Near {
    /// Paints the lines of all arrows in sight.
    pub(super) fn paint(&mut self, brush: &Brush<'_>, picture: &Picture) {
        let (zoom, density) = (brush.camera.zoom, brush.painter.ctx().pixels_per_point());
        let zooms = std::mem::replace(&mut self.last_zoom, zoom) != zoom;
        let seen = brush.camera.visible(brush.canvas);
        let fits = |kept: &Kept| {
            (kept.still, kept.theme, kept.zoom, kept.density) == (picture.still(), brush.theme, zoom, density)
                && kept.area.contains_rect(seen)
                && kept.moved.is_subset(picture.moved())
        };
        let mut kept = match self.kept.take().filter(fits) {
            Some(kept) => kept,
            None => {
                // While the zoom changes all of it will do for this frame only.
                let area = if zooms { seen } else { seen.expand2(seen.size() * MARGIN) };
                keep(brush, picture, area, density)
            }
        };
        for part in picture.moved() {
            if let Part::Arrow(index) = part
                && kept.moved.insert(*part)
                && let Some(number) = kept.numbers.get(index)
            {
                kept.lines.remove(*number);
            }
        }
        let shift = brush.canvas.center().to_vec2() + (kept.centre - brush.camera.centre) * zoom;
        kept.lines.paint(brush, 1.0, shift);
        let mut moved = Silhouette::default();
        let mut tessellator = tessellator(brush, density);
        for arrow in kept.moved.iter().filter_map(|part| arrow(picture, *part)).filter(|arrow| arrow.bounds().intersects(seen)) {
            draw(brush, arrow, seen, &mut tessellator, &mut moved);
        }
        moved.paint(brush.painter);
        self.kept = Some(kept);
    }

    /// The corners of what is kept, and how many parts are painted by themselves.
    #[cfg(test)]
    pub(super) fn counts(&self) -> (usize, usize) {
        self.kept.as_ref().map_or((0, 0), |kept| (kept.lines.corners().len(), kept.moved.len()))
    }
}

fn arrow(picture: &Picture, part: Part) -> Option<&Arrow> {
    match part {
        Part::Arrow(index) => picture.scene().arrows().get(index),
        Part::Card(_) => None,
    }
}

/// Lines and heads need no texture.
fn tessellator(brush: &Brush<'_>, density: f32) -> Tessellator {
    let options = brush.painter.ctx().tessellation_options(|options| *options);
    Tessellator::new(density, options, [1, 1], Vec::new())
}

fn draw(brush: &Brush<'_>, arrow: &Arrow, area: Rect, tessellator: &mut Tessellator, lines: &mut Silhouette) {
    for shape in arrow.line_shapes() {
        brush.line_shape_into(&shape, area, tessellator, lines);
    }
}

fn keep(brush: &Brush<'_>, picture: &Picture, area: Rect, density: f32) -> Kept {
    let mut lines = Silhouette::default();
    let mut tessellator = tessellator(brush, density);
    let (mut of, mut numbers) = (Vec::new(), HashMap::new());
    for part in picture.parts_in(area) {
        if let Part::Arrow(index) = part
            && let Some(arrow) = arrow(picture, part)
        {
            let first = lines.corners();
            draw(brush, arrow, area, &mut tessellator, &mut lines);
            numbers.insert(index, of.len());
            of.push(first..lines.corners());
        }
    }
    Kept {
        still: picture.still(),
        area,
        theme: brush.theme,
        zoom: brush.camera.zoom,
        density,
        centre: brush.camera.centre,
        lines: Layer::new(lines.shifted(-brush.canvas.center().to_vec2()), of),
        numbers,
        moved: BTreeSet::new(),
    }
}
