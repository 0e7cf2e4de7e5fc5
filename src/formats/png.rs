//! PNG: the view as a picture in pixels.

use crate::base::TaskCtx;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, picture};
use crate::render::{self, RenderError};
use crate::tr;

/// Writes PNG.
pub struct Png;

impl Exporter for Png {
    fn name(&self) -> &'static str {
        "png"
    }

    fn title(&self) -> &'static str {
        tr!("format-png")
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["png"]
    }

    fn is_picture(&self) -> bool {
        true
    }

    fn losses(&self, _request: &ExportRequest<'_>) -> Vec<Loss> {
        Vec::new()
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let scene = picture::scene(request);
        let bytes = render::to_png(&scene, request.options.scale, ctx).map_err(|error| match error {
            RenderError::Cancelled(cancelled) => ExportError::Cancelled(cancelled),
            RenderError::TooLarge { .. } | RenderError::Scale | RenderError::Raster(_) => ExportError::Refused(error.to_string()),
        })?;
        Ok(Exported { bytes, losses: Vec::new() })
    }
}
