//! SVG: the view as a picture.

use crate::base::{Cancelled, TaskCtx};
use crate::formats::picture::Keeps;
use crate::formats::{ExportError, ExportRequest, Exported, Exporter, Loss, picture};
use crate::render::{self, TextShaper};
use crate::tr;

/// Sources and quotations stand in the descriptions, long claims in the titles.
const KEEPS: Keeps = Keeps { citations: true, long_claims: true, groups: false };

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

    fn losses(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Vec<Loss>, Cancelled> {
        picture::losses(request, KEEPS, ctx)
    }

    fn export(&self, request: &ExportRequest<'_>, ctx: &TaskCtx) -> Result<Exported, ExportError> {
        ctx.checkpoint(0, 1)?;
        let mut shaper = TextShaper::new();
        let scene = picture::scene(request, &mut shaper, &ctx.part(0.0, 0.8))?;
        let sheet = picture::sheet(&scene, request, &mut shaper);
        let bytes = render::sheet_to_svg(&sheet, request.map, request.options.outlines).into_bytes();
        let losses = picture::losses_seen(request, KEEPS, Some(&scene), &ctx.part(0.9, 1.0))?;
        ctx.checkpoint(1, 1)?;
        Ok(Exported { bytes, losses })
    }
}
