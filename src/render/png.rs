//! Scene → SVG → PNG. Text in the bundled fonts; what they lack comes from the system's fonts, chosen here script by script.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use epaint::text::has_emoji_presentation;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{FontResolver, FontStyle, Options, Tree};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::{Cancelled, TaskCtx};
use crate::render::svg::{Parts, frame, write_svg};
use crate::render::{Face, Scene};

/// Most pixels in a PNG: what a picture of that size needs in memory (4 bytes a pixel) is what most machines can spare.
pub const MAX_PIXELS: u64 = 100_000_000;
/// Longest side of a PNG in pixels.
const MAX_SIDE: u64 = 30_000;
/// Steps of the work that are reported.
const STEPS: u64 = 4;

/// Why a picture could not be rastered.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RenderError {
    /// The picture would have more than [`MAX_PIXELS`].
    #[error(
        "at scale {scale} the picture would have {width} × {height} pixels, which is too large for PNG; scale {largest} is the most that works (SVG has no such limit)"
    )]
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
    let (width, height) = pixels(scene, scale)?;
    ctx.checkpoint(0, STEPS)?;
    let mut fonts = Fonts::new();
    let svg = write_svg(scene, &mut |text| fonts.parts(text));
    ctx.checkpoint(1, STEPS)?;
    let options = Options { fontdb: Arc::new(fonts.database), font_resolver: resolver(fonts.bundled, fonts.chosen), ..Options::default() };
    let tree = Tree::from_str(&svg, &options).map_err(|error| RenderError::Raster(error.to_string()))?;
    ctx.checkpoint(2, STEPS)?;
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| RenderError::Raster("no memory for it".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    ctx.checkpoint(3, STEPS)?;
    let png = pixmap.encode_png().map_err(|error| RenderError::Raster(error.to_string()))?;
    ctx.checkpoint(STEPS, STEPS)?;
    Ok(png)
}

fn pixels(scene: &Scene, scale: f32) -> Result<(u32, u32), RenderError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(RenderError::Scale);
    }
    let size = frame(scene).size().max(emath::Vec2::splat(1.0));
    let side = |length: f32| (f64::from(length) * f64::from(scale)).ceil().max(1.0);
    let (width, height) = (side(size.x), side(size.y));
    if width > MAX_SIDE as f64 || height > MAX_SIDE as f64 || width * height > MAX_PIXELS as f64 {
        let by_area = (MAX_PIXELS as f64 / (f64::from(size.x) * f64::from(size.y))).sqrt();
        let largest = by_area.min(MAX_SIDE as f64 / f64::from(size.max_elem()));
        let largest = ((largest * 100.0).floor() / 100.0) as f32;
        return Err(RenderError::TooLarge { scale, width: width as u64, height: height as u64, largest });
    }
    Ok((width as u32, height as u32))
}

/// The bundled faces and, once a character asks for them, the system's.
struct Fonts {
    database: Database,
    /// Regular, bold, italic.
    bundled: Vec<ID>,
    system_loaded: bool,
    /// Which of the system's faces stands in for a character.
    stand_ins: BTreeMap<char, Option<ID>>,
    /// Family names in the SVG by face.
    chosen: BTreeMap<String, ID>,
}

impl Fonts {
    fn new() -> Self {
        let mut database = Database::new();
        let bundled = Face::ALL.iter().flat_map(|face| database.load_font_source(Source::Binary(Arc::new(face.bytes())))).collect();
        Self { database, bundled, system_loaded: false, stand_ins: BTreeMap::new(), chosen: BTreeMap::new() }
    }

    /// Cuts a line where it needs another font; characters that belong together stay together.
    fn parts<'a>(&mut self, text: &'a str) -> Parts<'a> {
        let mut parts: Parts<'a> = Vec::new();
        for cluster in text.graphemes(true) {
            let family = self.family_for(cluster);
            match parts.last_mut() {
                Some((run, same)) if *same == family || same.as_ref().is_some_and(|_| cluster == " ") => run.to_mut().push_str(cluster),
                _ => parts.push((Cow::Borrowed(cluster), family)),
            }
        }
        parts
    }

    /// The name under which the SVG asks for the face that draws a cluster; `None` for the bundled ones.
    fn family_for(&mut self, cluster: &str) -> Option<String> {
        let first = cluster.chars().next()?;
        let emoji = has_emoji_presentation(cluster);
        let ours = |database: &Database, id: &ID| cluster.chars().all(|c| is_invisible(c) || has_char(database, *id, c));
        if first.is_ascii() && cluster.len() == 1 || !emoji && self.bundled.first().is_some_and(|id| ours(&self.database, id)) {
            return None;
        }
        let id = match self.stand_ins.get(&first) {
            Some(known) => *known,
            None => {
                let found = self.stand_in(first, emoji);
                self.stand_ins.insert(first, found);
                found
            }
        }?;
        let name = format!("stand-in-{id}");
        self.chosen.insert(name.clone(), id);
        Some(name)
    }

    /// The face that looks most like the bundled ones among those that have the character.
    fn stand_in(&mut self, c: char, emoji: bool) -> Option<ID> {
        if !self.system_loaded {
            self.database.load_system_fonts();
            self.system_loaded = true;
        }
        let mut candidates: Vec<(u32, String, ID)> = self
            .database
            .faces()
            .filter(|face| !self.bundled.contains(&face.id))
            .map(|face| {
                let family = face.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
                let odd = |is_odd: bool, weight: u32| if is_odd { weight } else { 0 };
                let strangeness = odd(face.style != Style::Normal, 16)
                    + odd(face.weight != Weight::NORMAL, 8)
                    + odd(face.stretch != Stretch::Normal, 8)
                    + odd(family.contains("Emoji") != emoji, 64)
                    + odd(family.contains("Serif") || family.contains("Mono"), 32)
                    + odd(!family.contains("Sans"), 4)
                    + odd(!family.starts_with("Noto"), 2)
                    + odd(family.contains("UI") || family.contains("Display"), 1);
                (strangeness, family, face.id)
            })
            .collect();
        candidates.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        candidates.into_iter().map(|(_, _, id)| id).find(|id| has_char(&self.database, *id, c))
    }
}

fn has_char(database: &Database, id: ID, c: char) -> bool {
    let has = |data: &[u8], index: u32| ttf_parser::Face::parse(data, index).is_ok_and(|face| face.glyph_index(c).is_some());
    database.with_face_data(id, has).unwrap_or(false)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}')
}

/// Answers the SVG's font names with the faces chosen above.
fn resolver(bundled: Vec<ID>, chosen: BTreeMap<String, ID>) -> FontResolver<'static> {
    let select = move |font: &resvg::usvg::Font, _: &mut Arc<Database>| {
        let named = font.families().iter().find_map(|family| chosen.get(family.to_string().trim_matches('"')).copied());
        let face = match (font.weight() > 500, font.style()) {
            (true, _) => 1,
            (false, FontStyle::Italic | FontStyle::Oblique) => 2,
            (false, FontStyle::Normal) => 0,
        };
        named.or_else(|| bundled.get(face).copied())
    };
    FontResolver { select_font: Box::new(select), select_fallback: Box::new(|_, _, _| None) }
}
