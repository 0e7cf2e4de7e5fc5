//! The arrows' lines where they can be told apart: triangles, which are kept as long as only the camera moves.

use egui::epaint::Tessellator;
use egui::{Pos2, Rect};

use super::layer::Layer;
use super::paint::{Brush, Silhouette};
use super::picture::{Part, Picture};
use crate::render::Theme;

/// How far around what is seen lines are drawn, as a share of its size.
const MARGIN: f32 = 0.25;

/// The lines that were painted last.
#[derive(Default)]
pub(super) struct Near {
    kept: Option<Kept>,
    /// The scene and the zoom of the last frame.
    last: (Made, f32),
}

/// Which state of the scene was drawn: changes of it, and cards moved for show.
type Made = (u64, u64);

struct Kept {
    made: Made,
    area: Rect,
    theme: Theme,
    zoom: f32,
    density: f32,
    centre: Pos2,
    lines: Layer,
}

impl Near {
    /// Paints the lines of all arrows in sight.
    pub(super) fn paint(&mut self, brush: &Brush<'_>, picture: &Picture) {
        let (zoom, density) = (brush.camera.zoom, brush.painter.ctx().pixels_per_point());
        let made = (picture.still(), picture.moves());
        let restless = std::mem::replace(&mut self.last, (made, zoom)) != (made, zoom);
        let seen = brush.camera.visible(brush.canvas);
        let fits = |kept: &Kept| {
            (kept.made, kept.theme, kept.zoom, kept.density) == (made, brush.theme, zoom, density) && kept.area.contains_rect(seen)
        };
        let mut kept = match self.kept.take().filter(fits) {
            Some(kept) => kept,
            // While something is moved or the zoom changes all of it will do for this frame only.
            None => keep(brush, picture, if restless { seen } else { seen.expand2(seen.size() * MARGIN) }, made, density),
        };
        kept.lines.paint(brush, 1.0, brush.canvas.center().to_vec2() + (kept.centre - brush.camera.centre) * zoom);
        self.kept = Some(kept);
    }

    /// How many corners the kept lines have.
    #[cfg(test)]
    pub(super) fn corners(&self) -> usize {
        self.kept.as_ref().map_or(0, |kept| kept.lines.corners().len())
    }
}

fn keep(brush: &Brush<'_>, picture: &Picture, area: Rect, made: Made, density: f32) -> Kept {
    let options = brush.painter.ctx().tessellation_options(|options| *options);
    // Lines and heads need no texture.
    let mut tessellator = Tessellator::new(density, options, [1, 1], Vec::new());
    let mut lines = Silhouette::default();
    for part in picture.parts_in(area) {
        if let Part::Arrow(index) = part
            && let Some(arrow) = picture.scene().arrows().get(index)
        {
            arrow.line_shapes().iter().for_each(|shape| brush.line_shape_into(shape, area, &mut tessellator, &mut lines));
        }
    }
    Kept {
        made,
        area,
        theme: brush.theme,
        zoom: brush.camera.zoom,
        density,
        centre: brush.camera.centre,
        lines: Layer::new(lines.shifted(-brush.canvas.center().to_vec2()), Vec::new()),
    }
}
