//! Scene → SVG → PNG.

use resvg::tiny_skia::{Color, Pixmap, PixmapMut, Transform};
use resvg::usvg::Tree;

use crate::base::{Cancelled, TaskCtx};
use crate::render::sheet::Sheet;
use crate::render::svg::{TextAs, write_svg};
use crate::render::typeset::Typesetter;
use crate::render::{Ink, Scene};
use crate::tr;

/// Most pixels in a PNG: what a picture of that size needs in memory (4 bytes a pixel) is what most machines can spare.
pub const MAX_PIXELS: u64 = 250_000_000;
/// Longest side of a PNG in pixels.
const MAX_SIDE: u64 = 32_767;
/// Pixels that are drawn between two looks at whether somebody cancelled.
const BAND: u64 = 4_000_000;

/// Why a picture could not be rastered.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RenderError {
    /// The picture would have more than [`MAX_PIXELS`].
    #[error("{}", tr!("render-too-large", scale = f64::from(*scale), width = *width, height = *height, largest = largest.to_string()))]
    TooLarge {
        /// The scale asked for.
        scale: f32,
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// The largest scale that works, rounded down.
        largest: f32,
    },
    /// Claims lie so far apart that none of them would be seen.
    #[error("{}", tr!("render-too-far"))]
    TooFar,
    /// The scale is not a positive number.
    #[error("{}", tr!("render-scale"))]
    Scale,
    /// The rasteriser refused.
    #[error("{}", tr!("render-failed", reason = .0.as_str()))]
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
    sheet_to_png(&Sheet::bare(scene), scale, ctx)
}

/// A sheet as a PNG of `scale` pixels a point.
///
/// # Errors
/// See [`RenderError`].
pub fn sheet_to_png(sheet: &Sheet<'_>, scale: f32, ctx: &TaskCtx) -> Result<Vec<u8>, RenderError> {
    let (width, height) = pixels(sheet, scale)?;
    // Beside the bands: writing, reading, packing.
    let rows = u32::try_from(BAND / u64::from(width)).unwrap_or(u32::MAX).clamp(1, height);
    let bands = height.div_ceil(rows);
    let steps = u64::from(bands) + 3;
    ctx.checkpoint(0, steps)?;
    let mut fonts = Typesetter::new();
    let svg = write_svg(sheet, None, TextAs::Raster, &mut fonts);
    ctx.checkpoint(1, steps)?;
    let options = fonts.options();
    let tree = Tree::from_str(&svg, &options).map_err(|error| RenderError::Raster(error.to_string()))?;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| RenderError::Raster("no memory for it".to_owned()))?;
    // The last row and column may be covered in part only: they must not shine through.
    let [r, g, b, a] = sheet.scene.theme.color(Ink::Canvas).to_srgba_unmultiplied();
    if !sheet.transparent {
        pixmap.fill(Color::from_rgba8(r, g, b, a));
    }
    draw(&tree, scale, rows, &mut pixmap, &|band| ctx.checkpoint(2 + band, steps))?;
    ctx.checkpoint(steps - 1, steps)?;
    let png = pixmap.encode_png().map_err(|error| RenderError::Raster(error.to_string()))?;
    ctx.checkpoint(steps, steps)?;
    Ok(png)
}

/// Draws so many rows at a time; `next` is told before each band which it is.
fn draw(tree: &Tree, scale: f32, rows: u32, pixmap: &mut Pixmap, next: &dyn Fn(u64) -> Result<(), Cancelled>) -> Result<(), Cancelled> {
    let (width, height) = (pixmap.width(), pixmap.height());
    let bytes = width as usize * rows as usize * 4;
    for (band, bytes) in pixmap.data_mut().chunks_mut(bytes).enumerate() {
        next(band as u64)?;
        let top = band as u32 * rows;
        let Some(mut part) = PixmapMut::from_bytes(bytes, width, rows.min(height - top)) else { continue };
        resvg::render(tree, Transform::from_scale(scale, scale).post_translate(0.0, -(top as f32)), &mut part);
    }
    Ok(())
}

fn pixels(sheet: &Sheet<'_>, scale: f32) -> Result<(u32, u32), RenderError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(RenderError::Scale);
    }
    let size = sheet.rect.size().max(emath::Vec2::splat(1.0));
    let side = |length: f32| (f64::from(length) * f64::from(scale)).ceil().max(1.0);
    let (width, height) = (side(size.x), side(size.y));
    if width > MAX_SIDE as f64 || height > MAX_SIDE as f64 || width * height > MAX_PIXELS as f64 {
        let by_area = (MAX_PIXELS as f64 / (f64::from(size.x) * f64::from(size.y))).sqrt();
        let largest = by_area.min(MAX_SIDE as f64 / f64::from(size.max_elem()));
        let largest = ((largest * 100.0).floor() / 100.0) as f32;
        if largest <= 0.0 {
            return Err(RenderError::TooFar);
        }
        return Err(RenderError::TooLarge { scale, width: width as u64, height: height as u64, largest });
    }
    Ok((width as u32, height as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::usvg::Options;

    #[test]
    fn bands_have_no_seams() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='70'><rect x='10' y='9.5' width='60' height='40' rx='8' \
            fill='#fff' stroke='#205080' stroke-width='1.5'/><path d='M3 3C60 20 20 50 88 66' fill='none' stroke='#c00' stroke-width='2' \
            stroke-dasharray='6 3'/></svg>";
        let tree = Tree::from_str(svg, &Options::default()).unwrap();
        let drawn = |rows: u32| {
            let mut pixmap = Pixmap::new(180, 140).unwrap();
            draw(&tree, 2.0, rows, &mut pixmap, &|_| Ok(())).unwrap();
            pixmap
        };
        let whole = drawn(140);
        for rows in [1, 7, 64, 139] {
            let drawn = drawn(rows);
            // A curve that is moved may be rounded otherwise in one of the samples of a pixel.
            let apart: Vec<u8> = drawn.data().iter().zip(whole.data()).map(|(a, b)| a.abs_diff(*b)).filter(|apart| *apart > 0).collect();
            let most = apart.iter().copied().max().unwrap_or_default();
            assert!(most <= 64 && apart.len() < drawn.data().len() / 100, "{rows} rows at a time: {} by up to {most}", apart.len());
        }
    }
}
