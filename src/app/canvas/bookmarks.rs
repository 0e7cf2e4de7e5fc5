//! The ribbon on the cards of bookmarked claims. It belongs to the work on the map, so no export draws it.

use egui::epaint::{PathShape, PathStroke};
use egui::{Rect, pos2, vec2};

use super::Canvas;
use super::paint::{Brush, DETAIL_ZOOM};
use super::picture::Part;
use crate::app::theme::Palette;
use crate::editor::Editor;

/// Width of the ribbon in map units.
const WIDTH: f32 = 10.0;

impl Canvas {
    /// Paints the ribbons of the cards on screen.
    pub(super) fn bookmarks(&self, brush: &Brush<'_>, parts: &[Part], editor: &Editor) {
        let zoom = self.camera.zoom;
        if zoom < DETAIL_ZOOM {
            return;
        }
        let color = Palette::of(&brush.painter.ctx().global_style().visuals).accent;
        let cards = parts.iter().filter_map(|part| if let Part::Card(i) = part { self.picture.scene().cards().get(*i) } else { None });
        for placed in cards.filter(|placed| editor.map().claim(placed.claim).is_some_and(|claim| claim.bookmarked)) {
            let corner = self.camera.screen_from_map(brush.canvas, placed.rect().right_top()) + vec2(-12.0, -3.0) * zoom;
            let ribbon = Rect::from_min_size(corner - vec2(WIDTH, 0.0) * zoom, vec2(WIDTH, 1.6 * WIDTH) * zoom);
            let notch = pos2(ribbon.center().x, ribbon.bottom() - 0.4 * WIDTH * zoom);
            // Two halves: with the notch the whole is not convex.
            for (top, foot) in [(ribbon.left_top(), ribbon.left_bottom()), (ribbon.right_top(), ribbon.right_bottom())] {
                let half = vec![pos2(notch.x, ribbon.top()), top, foot, notch];
                brush.painter.add(PathShape::convex_polygon(half, color, PathStroke::NONE));
            }
        }
    }
}
