//! SVG: the view as a picture.

use crate::base::TaskCtx;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, picture};
use crate::render;
use crate::tr;

/// Writes SVG.
pub struct Svg;

impl Exporter for Svg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn title(&self) -> &'static str {
        tr!("format-svg")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["svg"]
    }

    fn is_picture(&self) -> bool {
        true
    }

    fn losses(&self, _request: &ExportRequest<'_>) -> Vec<Loss> {
        Vec::new()
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let scene = picture::scene(request);
        let bytes = render::to_svg(&scene, request.map).into_bytes();
        ctx.checkpoint(1, 1)?;
        Ok(Exported { bytes, losses: Vec::new() })
    }
}
