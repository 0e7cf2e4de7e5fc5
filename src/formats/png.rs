//! PNG: the view as a picture in pixels.

use crate::base::TaskCtx;
use crate::formats::picture::Keeps;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, picture};
use crate::render::{self, TextShaper};
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

    fn losses(&self, request: &ExportRequest<'_>) -> Vec<Loss> {
        picture::losses(request, Keeps::default())
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, ctx)?;
        let sheet = picture::sheet(&scene, request, &mut shaper);
        let bytes = render::sheet_to_png(&sheet, request.options.scale, ctx).map_err(picture::refused)?;
        Ok(Exported { bytes, losses: self.losses(request) })
    }
}
