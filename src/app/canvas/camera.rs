//! Where the canvas looks: which part of the map is on screen, and how large.

use emath::{Pos2, Rect, Vec2, pos2, vec2};

/// Smallest and largest zoom.
pub(crate) const ZOOM_RANGE: (f32, f32) = (0.02, 4.0);
/// Largest zoom that fitting chooses: a map of three claims is not blown up to posters.
const FIT_ZOOM_MAX: f32 = 1.0;
/// Room left free around a fitted map, in points.
const FIT_MARGIN: f32 = 48.0;

/// The view of the map: `screen = (map - centre) * zoom + middle of the canvas`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Camera {
    /// The point of the map in the middle of the canvas.
    pub(crate) centre: Pos2,
    /// Points on screen for one map unit.
    pub(crate) zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { centre: Pos2::ZERO, zoom: 1.0 }
    }
}

impl Camera {
    /// Where a point of the map stands on screen.
    pub(crate) fn screen_from_map(&self, canvas: Rect, pos: Pos2) -> Pos2 {
        canvas.center() + (pos - self.centre) * self.zoom
    }

    /// Which point of the map stands there on screen.
    pub(crate) fn map_from_screen(&self, canvas: Rect, pos: Pos2) -> Pos2 {
        self.centre + (pos - canvas.center()) / self.zoom
    }

    /// A rectangle of the map on screen.
    pub(crate) fn screen_rect(&self, canvas: Rect, rect: Rect) -> Rect {
        Rect::from_min_max(self.screen_from_map(canvas, rect.min), self.screen_from_map(canvas, rect.max))
    }

    /// The part of the map that the canvas shows.
    pub(crate) fn visible(&self, canvas: Rect) -> Rect {
        Rect::from_min_max(self.map_from_screen(canvas, canvas.min), self.map_from_screen(canvas, canvas.max))
    }

    /// Moves the map under the canvas by that many points.
    pub(crate) fn pan(&mut self, delta: Vec2) {
        self.centre -= delta / self.zoom;
    }

    /// Zooms while the point under `pointer` stays where it is.
    pub(crate) fn zoom_at(&mut self, canvas: Rect, pointer: Pos2, factor: f32) {
        let fixed = self.map_from_screen(canvas, pointer);
        self.zoom = (self.zoom * factor).clamp(ZOOM_RANGE.0, ZOOM_RANGE.1);
        self.centre = fixed - (pointer - canvas.center()) / self.zoom;
    }

    /// The camera that shows all of `bounds`.
    pub(crate) fn fitting(canvas: Rect, bounds: Rect) -> Self {
        if !bounds.is_positive() || !bounds.is_finite() {
            return Self::default();
        }
        let room = (canvas.size() - Vec2::splat(2.0 * FIT_MARGIN)).max(vec2(64.0, 64.0));
        let zoom = (room / bounds.size()).min_elem().clamp(ZOOM_RANGE.0, FIT_ZOOM_MAX);
        Self { centre: bounds.center(), zoom }
    }

    /// The camera moved as little as it takes to show `rect`, with a margin, at the present zoom.
    pub(crate) fn showing(mut self, canvas: Rect, rect: Rect) -> Self {
        let view = self.visible(canvas).shrink(FIT_MARGIN / self.zoom);
        let shift = |low: f32, high: f32, from: f32, to: f32| {
            if high - low > to - from { (low + high - from - to) / 2.0 } else { (low - from).min(0.0) + (high - to).max(0.0) }
        };
        self.centre += vec2(shift(rect.min.x, rect.max.x, view.min.x, view.max.x), shift(rect.min.y, rect.max.y, view.min.y, view.max.y));
        self
    }

    /// The camera `share` of the way to another, for a short glide.
    pub(crate) fn towards(self, other: Self, share: f32) -> Self {
        let zoom = (self.zoom.ln() + (other.zoom.ln() - self.zoom.ln()) * share).exp();
        let centre = self.centre + (other.centre - self.centre) * share;
        Self { centre: pos2(centre.x, centre.y), zoom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Rect = Rect { min: Pos2 { x: 100.0, y: 50.0 }, max: Pos2 { x: 1100.0, y: 850.0 } };

    #[test]
    fn there_and_back() {
        let camera = Camera { centre: pos2(40.0, -7.0), zoom: 0.37 };
        let pos = pos2(333.0, 444.0);
        let back = camera.screen_from_map(CANVAS, camera.map_from_screen(CANVAS, pos));
        assert!((back - pos).length() < 1e-3);
    }

    #[test]
    fn the_point_under_the_pointer_stays() {
        for factor in [0.1, 0.9, 1.1, 50.0] {
            let mut camera = Camera { centre: pos2(5.0, 5.0), zoom: 1.3 };
            let pointer = pos2(200.0, 700.0);
            let before = camera.map_from_screen(CANVAS, pointer);
            camera.zoom_at(CANVAS, pointer, factor);
            assert!((camera.map_from_screen(CANVAS, pointer) - before).length() < 1e-2, "{factor}");
        }
    }

    #[test]
    fn fitting_shows_everything() {
        let bounds = Rect::from_min_max(pos2(-4000.0, 100.0), pos2(9000.0, 2100.0));
        let camera = Camera::fitting(CANVAS, bounds);
        assert!(CANVAS.contains_rect(camera.screen_rect(CANVAS, bounds)));
        assert_eq!(Camera::fitting(CANVAS, Rect::NOTHING), Camera::default());
    }

    #[test]
    fn showing_moves_only_when_it_must() {
        let camera = Camera::default();
        let inside = Rect::from_center_size(pos2(10.0, 10.0), vec2(200.0, 80.0));
        assert_eq!(camera.showing(CANVAS, inside), camera);
        let outside = Rect::from_center_size(pos2(2000.0, 0.0), vec2(200.0, 80.0));
        assert!(CANVAS.contains_rect(camera.showing(CANVAS, outside).screen_rect(CANVAS, outside)));
    }
}
