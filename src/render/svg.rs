//! Scene → SVG.

use crate::render::Scene;

/// The picture as an SVG document; the same scene gives the same bytes.
pub fn to_svg(scene: &Scene) -> String {
    let _ = scene;
    String::new()
}
