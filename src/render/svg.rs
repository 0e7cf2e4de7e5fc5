//! Scene → SVG: no scripts, nothing from outside; every node is a group with a title that screen readers read, and where it comes from.

use std::borrow::Cow;
use std::fmt::Write;

use emath::{Pos2, Rect, Vec2, vec2};

use crate::base::NodeId;
use crate::base::text::xml_escaped as escaped;
use crate::model::{ArgumentMap, citations, describe};
use crate::render::fonts::FAMILY;
use crate::render::layers::Of;
use crate::render::sheet::{Link, Place, Sheet};
use crate::render::theme::Ink;
use crate::render::typeset::{SetLine, SetRun, Typesetter};
use crate::render::{Curve, Face, Scene, Shape, Stroke, TextBlock};
use crate::tr;

/// The picture as an SVG document, each node described in words; the same map and scene give the same bytes.
pub fn to_svg(scene: &Scene, map: &ArgumentMap) -> String {
    sheet_to_svg(&Sheet::bare(scene), map, false)
}

/// A sheet as an SVG document. Text is text, held to the widths that were measured, or outlines, which need no fonts.
pub fn sheet_to_svg(sheet: &Sheet<'_>, map: &ArgumentMap, outlines: bool) -> String {
    let text = if outlines { TextAs::Outlines } else { TextAs::Text };
    write_svg(sheet, Some(map), text, &mut Typesetter::new())
}

/// How text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextAs {
    /// Text in fonts that viewers have or not.
    Text,
    /// Outlines and, where letters have colours, pictures.
    Outlines,
    /// For the rasteriser: text in the bundled fonts, outlines of what they lack.
    Raster,
}

/// Writes the picture. Without a map no node is described.
pub(super) fn write_svg(sheet: &Sheet<'_>, map: Option<&ArgumentMap>, text: TextAs, fonts: &mut Typesetter) -> String {
    let scene = sheet.scene;
    let mut writer = Writer { out: String::new(), scene, text, fonts };
    let [x, y, width, height] = [sheet.rect.left(), sheet.rect.top(), sheet.rect.width(), sheet.rect.height()].map(number);
    let title = if scene.title.trim().is_empty() { tr!("svg-untitled") } else { scene.title.trim() };
    writer.line(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{x} {y} {width} {height}\" role=\"graphics-document\" font-family=\"'{FAMILY}', sans-serif\">"
    ));
    if map.is_some() {
        writer.line(format_args!("<title>{}</title>", escaped(title)));
        let about = tr!("svg-description", claims = scene.cards().len(), relations = scene.arrows().len());
        writer.line(format_args!("<desc>{}</desc>", escaped(&about)));
    }
    if !sheet.transparent {
        let ground = writer.paint("fill", Ink::Canvas);
        writer.line(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{ground}/>"));
    }
    for (place, shapes) in &sheet.around {
        writer.group(*place);
        shapes.iter().for_each(|shape| writer.shape(shape, Vec2::ZERO));
        writer.line(format_args!("</g>"));
    }
    let is_moved = sheet.map_at.scale != 1.0 || sheet.map_at.offset != Vec2::ZERO;
    if is_moved {
        writer.group(sheet.map_at);
    }
    for layer in scene.layers() {
        match layer.of {
            Of::Node(node) => writer.node(node, map, &layer.shapes, layer.offset),
            Of::Line(_) | Of::Claims(_) | Of::Nothing => layer.shapes.iter().for_each(|shape| writer.shape(shape, layer.offset)),
        }
    }
    sheet.marks.iter().for_each(|shape| writer.shape(shape, Vec2::ZERO));
    if map.is_some() {
        sheet.links.iter().for_each(|link| writer.link(link));
    }
    if is_moved {
        writer.line(format_args!("</g>"));
    }
    writer.line(format_args!("</svg>"));
    writer.out
}

struct Writer<'a> {
    out: String,
    scene: &'a Scene,
    text: TextAs,
    fonts: &'a mut Typesetter,
}

impl Writer<'_> {
    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
        self.out.push('\n');
    }

    fn group(&mut self, place: Place) {
        let (x, y) = (number(place.offset.x), number(place.offset.y));
        self.line(format_args!("<g transform=\"translate({x} {y}) scale({:.4})\">", place.scale));
    }

    fn node(&mut self, id: NodeId, map: Option<&ArgumentMap>, shapes: &[Shape], offset: Vec2) {
        if let Some(map) = map {
            self.line(format_args!("<g id=\"{id}\" role=\"graphics-object\">"));
            self.line(format_args!("<title>{}</title>", escaped(&describe(map, id))));
            let sources = citations(map, id).into_iter().map(|citation| citation.in_full()).collect::<Vec<_>>().join("\n");
            if !sources.is_empty() {
                self.line(format_args!("<desc>{}</desc>", escaped(&sources)));
            }
        }
        for shape in shapes {
            self.shape(shape, offset);
        }
        // Where the pointer rests on a sign it says why it is there.
        for (rect, mark) in map.and_then(|_| self.scene.card(id)).into_iter().flat_map(|placed| &placed.card.signs) {
            let (at, radius) = (rect.center() + offset, number(rect.width() / 2.0));
            let (x, y) = (number(at.x), number(at.y));
            let title = escaped(mark.title());
            self.line(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill-opacity=\"0\"><title>{title}</title></circle>"));
        }
        if map.is_some() {
            self.line(format_args!("</g>"));
        }
    }

    fn link(&mut self, link: &Link) {
        let [x, y, width, height] = [link.rect.left(), link.rect.top(), link.rect.width(), link.rect.height()].map(number);
        self.line(format_args!("<a xlink:href=\"{}\" target=\"_blank\">", escaped(&link.url)));
        self.line(format_args!("<title>{}</title>", escaped(&format!("{}: {}", link.label, link.url))));
        self.line(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"10\" fill-opacity=\"0\"/>"));
        self.line(format_args!("</a>"));
    }

    fn shape(&mut self, shape: &Shape, offset: Vec2) {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => {
                let rect = rect.translate(offset);
                let [x, y, width, height] = [rect.left(), rect.top(), rect.width(), rect.height()].map(number);
                let radius = if *radius > 0.0 { format!(" rx=\"{}\"", number(radius.min(rect.height() / 2.0))) } else { String::new() };
                let look = self.look(*fill, *stroke);
                self.line(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{radius}{look}/>"));
            }
            Shape::Circle { center, radius, fill, stroke } => {
                let at = *center + offset;
                let look = self.look(*fill, *stroke);
                self.line(format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{look}/>", number(at.x), number(at.y), number(*radius)));
            }
            Shape::Line { points, fill, stroke } => {
                let path: Vec<String> = points.iter().map(|p| point(*p + offset)).collect();
                let look = self.look(*fill, *stroke);
                let name = if fill.is_some() { "polygon" } else { "polyline" };
                self.line(format_args!("<{name} points=\"{}\"{look} stroke-linejoin=\"round\" stroke-linecap=\"round\"/>", path.join(" ")));
            }
            Shape::Path { path, stroke } => {
                let mut data = format!("M{}", point(path.start() + offset));
                for Curve([_, b, c, d]) in path.curves() {
                    let [b, c, d] = [b, c, d].map(|p| point(*p + offset));
                    let _ = write!(data, " C{b} {c} {d}");
                }
                let look = self.look(None, Some(*stroke));
                self.line(format_args!("<path d=\"{data}\"{look}/>"));
            }
            Shape::Text { rect, block, ink } => self.text(rect.translate(offset), block, *ink),
        }
    }

    fn text(&mut self, rect: Rect, block: &TextBlock, ink: Ink) {
        let fill = self.paint("fill", ink);
        let face = match block.face {
            Face::Regular => "",
            Face::Bold => " font-weight=\"bold\"",
            Face::Italic => " font-style=\"italic\"",
        };
        let size = number(block.size.points());
        let look = format!(" font-size=\"{size}\"{face}{fill}");
        for (i, line) in block.lines.iter().enumerate().filter(|(_, line)| !line.text.is_empty()) {
            let y = rect.top() + block.baseline() + i as f32 * block.size.line_height();
            let set = self.fonts.set(block, &line.text);
            let as_text = match self.text {
                TextAs::Text => true,
                TextAs::Raster => set.is_own(),
                TextAs::Outlines => false,
            };
            if !as_text {
                self.set_text(rect, y, block, [&look, &fill], &set);
                continue;
            }
            // Inkscape takes the order from right to left from the attribute alone, and the attribute only without a length.
            let is_mixed = |c: char| c.is_ascii_graphic() || c.is_numeric();
            let turned = self.text == TextAs::Text && block.rtl && line.text.chars().any(is_mixed);
            let length = if set.is_whole() && set.width > 0.0 && self.text == TextAs::Text && !turned {
                let length = number(set.width * set.scale_in(rect.width()));
                format!(" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"")
            } else {
                String::new()
            };
            // Viewers begin each line from left to right; an isolate turns those that run the other way.
            let (x, anchor, text) = if turned {
                (rect.right(), " direction=\"rtl\"", Cow::Borrowed(line.text.as_str()))
            } else if block.rtl {
                (rect.right(), " text-anchor=\"end\"", Cow::Owned(format!("\u{2067}{}\u{2069}", line.text)))
            } else {
                (rect.left(), "", Cow::Borrowed(line.text.as_str()))
            };
            self.line(format_args!("<text x=\"{}\" y=\"{}\"{anchor}{length}{look}>{}</text>", number(x), number(y), escaped(&text)));
        }
    }

    /// A line with glyphs of its own; made smaller where they run wider than what was measured.
    fn set_text(&mut self, rect: Rect, y: f32, block: &TextBlock, [look, fill]: [&str; 2], set: &SetLine) {
        let scale = set.scale_in(rect.width());
        let x = if block.rtl { rect.right() - set.width * scale } else { rect.left() };
        self.line(format_args!("<g transform=\"translate({} {}) scale({})\">", number(x), number(y), number(scale)));
        for run in set.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            let x = number(run.x);
            if run.is_own && self.text == TextAs::Raster {
                // Spaces at the ends of an element are dropped.
                let spaces = run.text.len() - run.text.trim_start().len();
                let before: f32 = run.glyphs.iter().filter(|glyph| glyph.range.end <= spaces).map(|glyph| glyph.advance).sum();
                let x = number(run.x + before);
                self.line(format_args!("<text x=\"{x}\"{look}>{}</text>", escaped(run.text.trim())));
                continue;
            }
            match self.fonts.outlines(run, block.size.points()) {
                Some(path) => self.line(format_args!("<path transform=\"translate({x} 0)\" d=\"{path}\"{fill}/>")),
                None if self.text == TextAs::Raster => {
                    let family = self.fonts.name(run.face);
                    self.line(format_args!("<text x=\"{x}\" font-family=\"{family}\"{look}>{}</text>", escaped(&run.text)));
                }
                None => self.pictures(run, block.size.points()),
            }
        }
        self.line(format_args!("</g>"));
    }

    /// Letters that have colours, each as a picture.
    fn pictures(&mut self, run: &SetRun, size: f32) {
        for picture in self.fonts.pictures(run, size) {
            let rect = picture.rect.translate(vec2(run.x, 0.0));
            let [x, y, width, height] = [rect.left(), rect.top(), rect.width(), rect.height()].map(number);
            let png = base64(&picture.png);
            self.line(format_args!(
                "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" xlink:href=\"data:image/png;base64,{png}\"/>"
            ));
        }
    }

    fn look(&self, fill: Option<Ink>, stroke: Option<Stroke>) -> String {
        let mut look = fill.map_or_else(|| " fill=\"none\"".to_owned(), |ink| self.paint("fill", ink));
        if let Some(stroke) = stroke {
            look.push_str(&self.paint("stroke", stroke.ink));
            let _ = write!(look, " stroke-width=\"{}\"", number(stroke.width));
            let dash: Vec<String> = stroke.dash.pattern().iter().map(|length| number(*length)).collect();
            if !dash.is_empty() {
                let _ = write!(look, " stroke-dasharray=\"{}\"", dash.join(" "));
            }
        }
        look
    }

    fn paint(&self, attribute: &str, ink: Ink) -> String {
        let [r, g, b, a] = self.scene.theme.color(ink).to_srgba_unmultiplied();
        let opacity = if a == 255 { String::new() } else { format!(" {attribute}-opacity=\"{}\"", number(f32::from(a) / 255.0)) };
        format!(" {attribute}=\"#{r:02x}{g:02x}{b:02x}\"{opacity}")
    }
}

/// At most two decimals; what is not a number becomes 0.
fn number(value: f32) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

pub(super) fn point(at: Pos2) -> String {
    format!("{},{}", number(at.x), number(at.y))
}

/// Bytes in letters (RFC 4648).
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
