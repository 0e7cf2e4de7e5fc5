//! PNG: the view as a picture in pixels.

use crate::base::{Cancelled, TaskCtx};
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

    fn losses(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        picture::losses(request, Keeps::default(), ctx)
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, &ctx.part(0.0, 0.3))?;
        let sheet = picture::sheet(&scene, request, &mut shaper);
        let losses = picture::losses_seen(request, Keeps::default(), Some(&scene), &ctx.part(0.3, 0.4))?;
        let bytes = render::sheet_to_png(&sheet, request.options.scale, &ctx.part(0.4, 1.0)).map_err(picture::refused)?;
        Ok(Exported { bytes, losses })
    }
}
