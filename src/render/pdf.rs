//! Sheets and shapes → PDF: vectors, text as text in fonts that are embedded, links, bookmarks.

use std::collections::BTreeMap;

use emath::{Pos2, Rect, Vec2, pos2};
use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Path as Outlined, PathBuilder, Point, Rect as PdfRect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke as PdfStroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::usvg::fontdb::ID;

use crate::base::TaskCtx;
use crate::render::png::RenderError;
use crate::render::sheet::{Place, Sheet};
use crate::render::typeset::{SetRun, Typesetter};
use crate::render::{Face, Ink, Shape, Stroke, TextBlock, Theme};

/// Longest side of a page, in points: more is not allowed.
const MAX_SIDE: f32 = 14_400.0;
/// How far the control points of a quarter of a circle are from its ends.
const QUARTER: f32 = 0.552_284_8;

/// A document.
#[derive(Debug)]
pub struct Pdf<'a> {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// Words under which it is filed.
    pub keywords: Vec<String>,
    /// The colours.
    pub theme: Theme,
    /// Its pages.
    pub pages: Vec<PdfPage<'a>>,
    /// Its table of contents.
    pub bookmarks: Vec<Bookmark>,
}

/// A page.
#[derive(Debug)]
pub struct PdfPage<'a> {
    /// Its size in points.
    pub size: Vec2,
    /// A sheet, where it lies on the page, and outside of what it is not seen.
    pub sheet: Option<(&'a Sheet<'a>, Place, Option<Rect>)>,
    /// Painted over it.
    pub shapes: Vec<(Place, Vec<Shape>)>,
    /// Links beside those of the sheet: where, and to what address.
    pub links: Vec<(Rect, String)>,
}

/// An entry of the table of contents.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// What it says.
    pub title: String,
    /// The page's number, from 0.
    pub page: usize,
    /// Where on the page.
    pub at: Pos2,
    /// What belongs to it.
    pub children: Vec<Bookmark>,
}

/// The document as a file.
///
/// # Errors
/// See [`RenderError`].
pub fn to_pdf(pdf: &Pdf<'_>, ctx: &TaskCtx) -> Result<Vec<u8>, RenderError> {
    let mut document = Document::new();
    let mut painter = Painter { theme: pdf.theme, fonts: Typesetter::new(), loaded: BTreeMap::new() };
    for (number, page) in pdf.pages.iter().enumerate() {
        ctx.checkpoint(number as u64, pdf.pages.len() as u64 + 1)?;
        let size = page.size.clamp(Vec2::splat(3.0), Vec2::splat(MAX_SIDE));
        let shrink = (MAX_SIDE / page.size.max_elem()).min(1.0);
        let settings = PageSettings::from_wh(size.x, size.y).ok_or_else(|| RenderError::Raster("the page has no size".to_owned()))?;
        let mut leaf = document.start_page_with(settings);
        let mut surface = leaf.surface();
        surface.push_transform(&Transform::from_scale(shrink, shrink));
        if let Some((sheet, place, clip)) = &page.sheet {
            painter.sheet(&mut surface, sheet, *place, *clip);
        }
        for (place, shapes) in &page.shapes {
            painter.placed(&mut surface, *place, |painter, surface| {
                shapes.iter().for_each(|shape| painter.shape(surface, shape, Vec2::ZERO));
            });
        }
        surface.pop();
        surface.finish();
        for (rect, url) in links(page) {
            let rect = rect * shrink;
            if let Some(rect) = PdfRect::from_ltrb(rect.left(), rect.top(), rect.right(), rect.bottom()) {
                let target = Target::Action(Action::Link(LinkAction::new(url.clone())));
                leaf.add_annotation(Annotation::new_link(LinkAnnotation::new(rect, target), Some(url)));
            }
        }
        leaf.finish();
    }
    let mut outline = Outline::new();
    for bookmark in pdf.bookmarks.iter().filter(|bookmark| bookmark.page < pdf.pages.len()) {
        outline.push_child(entry(bookmark, pdf));
    }
    if !pdf.bookmarks.is_empty() {
        document.set_outline(outline);
    }
    let metadata = Metadata::new().title(pdf.title.clone()).creator("Elenchus".to_owned()).keywords(pdf.keywords.clone());
    let about = pdf.about.trim();
    document.set_metadata(if about.is_empty() { metadata } else { metadata.description(about.to_owned()) });
    let bytes = document.finish().map_err(|error| RenderError::Raster(format!("{error:?}")))?;
    ctx.checkpoint(1, 1)?;
    Ok(bytes)
}

/// Where the links of a page lie on it.
fn links(page: &PdfPage<'_>) -> Vec<(Rect, String)> {
    let mut links = page.links.clone();
    if let Some((sheet, place, clip)) = &page.sheet {
        let seen = clip.unwrap_or(Rect::from_min_size(Pos2::ZERO, page.size));
        for link in &sheet.links {
            let rect = place.rect(sheet.map_at.rect(link.rect)).intersect(seen);
            if rect.is_positive() {
                links.push((rect, link.url.clone()));
            }
        }
    }
    links
}

fn entry(bookmark: &Bookmark, pdf: &Pdf<'_>) -> OutlineNode {
    let shrink = pdf.pages.get(bookmark.page).map_or(1.0, |page| (MAX_SIDE / page.size.max_elem()).min(1.0));
    let at = Point::from_xy(bookmark.at.x * shrink, bookmark.at.y * shrink);
    let mut node = OutlineNode::new(bookmark.title.clone(), XyzDestination::new(bookmark.page, at)).with_open(true);
    for child in bookmark.children.iter().filter(|child| child.page < pdf.pages.len()) {
        node.push_child(entry(child, pdf));
    }
    node
}

struct Painter {
    theme: Theme,
    fonts: Typesetter,
    loaded: BTreeMap<ID, Option<Font>>,
}

impl Painter {
    fn placed(&mut self, surface: &mut Surface<'_>, place: Place, paint: impl FnOnce(&mut Self, &mut Surface<'_>)) {
        surface.push_transform(&Transform::from_row(place.scale, 0.0, 0.0, place.scale, place.offset.x, place.offset.y));
        paint(self, surface);
        surface.pop();
    }

    fn sheet(&mut self, surface: &mut Surface<'_>, sheet: &Sheet<'_>, place: Place, clip: Option<Rect>) {
        let clipped = clip.and_then(|clip| outline_of(clip, 0.0)).map(|path| surface.push_clip_path(&path, &FillRule::NonZero)).is_some();
        self.placed(surface, place, |painter, surface| {
            if !sheet.transparent {
                let ground = Shape::Rect { rect: sheet.rect, radius: 0.0, fill: Some(Ink::Canvas), stroke: None };
                painter.shape(surface, &ground, Vec2::ZERO);
            }
            for (place, shapes) in &sheet.around {
                painter.placed(surface, *place, |painter, surface| {
                    shapes.iter().for_each(|shape| painter.shape(surface, shape, Vec2::ZERO));
                });
            }
            let seen = clip.map(|clip| back(sheet.map_at, back(place, clip)));
            painter.placed(surface, sheet.map_at, |painter, surface| {
                for layer in sheet.scene.layers() {
                    for shape in &layer.shapes {
                        let near = |seen: Rect| seen.expand(8.0).intersects(shape.bounds().translate(layer.offset));
                        if seen.is_none_or(near) {
                            painter.shape(surface, shape, layer.offset);
                        }
                    }
                }
                sheet.marks.iter().for_each(|shape| painter.shape(surface, shape, Vec2::ZERO));
            });
        });
        if clipped {
            surface.pop();
        }
    }

    fn shape(&mut self, surface: &mut Surface<'_>, shape: &Shape, offset: Vec2) {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                self.path(surface, outline_of(rect.translate(offset), *radius), *fill, *stroke);
            }
            Shape::Circle { center, radius, fill, stroke } => {
                let rect = Rect::from_center_size(*center + offset, Vec2::splat(2.0 * radius));
                self.path(surface, outline_of(rect, *radius), *fill, *stroke);
            }
            Shape::Line { points, fill, stroke } => {
                let mut path = PathBuilder::new();
                for (i, point) in points.iter().map(|point| *point + offset).enumerate() {
                    if i == 0 { path.move_to(point.x, point.y) } else { path.line_to(point.x, point.y) }
                }
                if fill.is_some() {
                    path.close();
                }
                self.path(surface, path.finish(), *fill, *stroke);
            }
            Shape::Path { path, stroke } => {
                let mut line = PathBuilder::new();
                let start = path.start() + offset;
                line.move_to(start.x, start.y);
                for curve in path.curves() {
                    let [_, b, c, d] = curve.translated(offset).0;
                    line.cubic_to(b.x, b.y, c.x, c.y, d.x, d.y);
                }
                self.path(surface, line.finish(), None, Some(*stroke));
            }
            Shape::Text { rect, block, ink } => self.text(surface, rect.translate(offset), block, *ink),
        }
    }

    fn path(&self, surface: &mut Surface<'_>, path: Option<Outlined>, fill: Option<Ink>, stroke: Option<Stroke>) {
        let Some(path) = path.filter(|_| fill.is_some_and(|ink| self.theme.color(ink).a() > 0) || stroke.is_some()) else { return };
        surface.set_fill(fill.map(|ink| self.fill(ink)));
        surface.set_stroke(stroke.map(|stroke| {
            let Fill { paint, opacity, .. } = self.fill(stroke.ink);
            let dash = stroke.dash.pattern();
            let dash = (!dash.is_empty()).then(|| StrokeDash { array: dash.to_vec(), offset: 0.0 });
            let (line_cap, line_join) = if dash.is_some() { (LineCap::Butt, LineJoin::Round) } else { (LineCap::Round, LineJoin::Round) };
            PdfStroke { paint, width: stroke.width, miter_limit: 4.0, line_cap, line_join, opacity, dash }
        }));
        surface.draw_path(&path);
    }

    fn fill(&self, ink: Ink) -> Fill {
        let [r, g, b, a] = self.theme.color(ink).to_srgba_unmultiplied();
        let opacity = NormalizedF32::new(f32::from(a) / 255.0).unwrap_or(NormalizedF32::ONE);
        Fill { paint: krilla::color::rgb::Color::new(r, g, b).into(), opacity, rule: FillRule::NonZero }
    }

    fn text(&mut self, surface: &mut Surface<'_>, rect: Rect, block: &TextBlock, ink: Ink) {
        surface.set_fill(Some(self.fill(ink)));
        surface.set_stroke(None);
        for (i, line) in block.lines.iter().enumerate().filter(|(_, line)| !line.text.is_empty()) {
            let set = self.fonts.set(block, &line.text);
            let scale = set.scale_in(rect.width());
            let x = if block.rtl { rect.right() - set.width * scale } else { rect.left() };
            let y = rect.top() + block.baseline() + i as f32 * block.size.line_height();
            let size = block.size.points();
            self.placed(surface, Place { scale, offset: pos2(x, y).to_vec2() }, |painter, surface| {
                for run in &set.runs {
                    if let Some(font) = painter.font(run) {
                        let (text, glyphs) = told(run, size);
                        surface.draw_glyphs(Point::from_xy(run.x, 0.0), &glyphs, font, &text, size, false);
                    }
                }
            });
        }
    }

    fn font(&mut self, run: &SetRun) -> Option<Font> {
        if let Some(known) = self.loaded.get(&run.face) {
            return known.clone();
        }
        let font = match self.fonts.bundled(run.face).map(Face::bytes) {
            Some(bytes) => Font::new(bytes.into(), 0),
            None => self.fonts.file(run.face).and_then(|(bytes, index)| Font::new(bytes.into(), index)),
        };
        self.loaded.insert(run.face, font.clone());
        font
    }
}

/// What a box on the sheet was before it was placed.
fn back(place: Place, rect: Rect) -> Rect {
    let point = |at: Pos2| ((at.to_vec2() - place.offset) / place.scale.max(1e-6)).to_pos2();
    Rect::from_min_max(point(rect.min), point(rect.max))
}

/// The glyphs of a run with the text that readers of the document find and copy. Of one glyph for two letters some take the letters in
/// the order of reading and some turn them around; the sign that Unicode has for both at once cannot be misread.
fn told(run: &SetRun, size: f32) -> (String, Vec<KrillaGlyph>) {
    let mut ranges: Vec<_> = run.glyphs.iter().map(|glyph| (glyph.range.start, glyph.range.end)).collect();
    ranges.sort_unstable();
    ranges.dedup();
    let mut text = String::with_capacity(run.text.len());
    let mut places = BTreeMap::new();
    for (start, end) in ranges {
        let letters = run.text.get(start..end).unwrap_or_default();
        let from = text.len();
        text.push_str(ligature(letters).unwrap_or(letters));
        places.insert(start, from..text.len());
    }
    let glyph = |glyph: &crate::render::typeset::SetGlyph| {
        let em = |length: f32| length / size;
        let id = GlyphId::new(u32::from(glyph.id));
        let range = places.get(&glyph.range.start).cloned().unwrap_or_default();
        KrillaGlyph::new(id, em(glyph.advance), em(glyph.offset.x), em(glyph.offset.y), 0.0, range, None)
    };
    let glyphs = run.glyphs.iter().map(glyph).collect();
    (text, glyphs)
}

/// What Arabic writes as one: lam with an alef.
fn ligature(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "\u{644}\u{622}" => "\u{FEF5}",
        "\u{644}\u{623}" => "\u{FEF7}",
        "\u{644}\u{625}" => "\u{FEF9}",
        "\u{644}\u{627}" => "\u{FEFB}",
        _ => return None,
    })
}

/// A rectangle with rounded corners; a circle, where the corners are all there is.
fn outline_of(rect: Rect, radius: f32) -> Option<Outlined> {
    let r = radius.clamp(0.0, rect.width().min(rect.height()).max(0.0) / 2.0);
    let mut path = PathBuilder::new();
    if r <= 0.0 {
        path.push_rect(PdfRect::from_ltrb(rect.left(), rect.top(), rect.right(), rect.bottom())?);
        return path.finish();
    }
    let (l, t, right, b) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    let k = r * (1.0 - QUARTER);
    path.move_to(l + r, t);
    path.line_to(right - r, t);
    path.cubic_to(right - k, t, right, t + k, right, t + r);
    path.line_to(right, b - r);
    path.cubic_to(right, b - k, right - k, b, right - r, b);
    path.line_to(l + r, b);
    path.cubic_to(l + k, b, l, b - k, l, b - r);
    path.line_to(l, t + r);
    path.cubic_to(l, t + k, l + k, t, l + r, t);
    path.close();
    path.finish()
}
