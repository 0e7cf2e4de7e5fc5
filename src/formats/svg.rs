//! SVG: the view as a picture.

use crate::base::TaskCtx;
use crate::formats::picture::Keeps;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, picture};
use crate::render::{self, TextShaper};
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

    /// Sources and quotations stand in the descriptions, long claims in the titles.
    fn losses(&self, request: &ExportRequest<'_>) -> Vec<Loss> {
        picture::losses(request, Keeps { citations: true, long_claims: true, groups: false })
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, ctx)?;
        let sheet = picture::sheet(&scene, request, &mut shaper);
        let bytes = render::sheet_to_svg(&sheet, request.map, request.options.outlines).into_bytes();
        ctx.checkpoint(1, 1)?;
        Ok(Exported { bytes, losses: self.losses(request) })
    }
}
