//! Scene → SVG: no scripts, no links, nothing from outside; every node is a group with a title that screen readers read.

use std::borrow::Cow;
use std::fmt::Write;

use emath::{Pos2, Rect, Vec2};

use crate::base::NodeId;
use crate::model::{ArgumentMap, describe};
use crate::render::fonts::FAMILY;
use crate::render::theme::{Ink, UNIT};
use crate::render::{Arrow, Curve, Face, HiddenLine, Scene, Shape, Stroke, TextBlock};
use crate::tr;

/// Space around the picture.
const MARGIN: f32 = 8.0 * UNIT;

/// The picture as an SVG document, each node described in words; the same map and scene give the same bytes.
pub fn to_svg(scene: &Scene, map: &ArgumentMap) -> String {
    write_svg(scene, &|id| describe(map, id), &mut |_, _| None)
}

/// Where the picture lies in the map, margin included; whole numbers.
pub(super) fn frame(scene: &Scene) -> Rect {
    let bounds = scene.bounds().expand(MARGIN);
    Rect::from_min_max(bounds.min.floor(), bounds.max.ceil())
}

/// A line of text whose parts have places and fonts of their own.
pub(super) struct SetLine {
    pub(super) pieces: Vec<Piece>,
    pub(super) width: f32,
}

/// A part of a line.
pub(super) struct Piece {
    /// Distance from the line's left end.
    pub(super) x: f32,
    pub(super) ink: PieceInk,
}

/// What a part of a line is drawn with.
pub(super) enum PieceInk {
    /// The block's font.
    Own(String),
    /// A font with pictures of its own, by its name.
    Named(String, String),
    /// Outlines, as path data.
    Outlines(String),
}

/// Sets a line of a block where viewers would not find the fonts; `None` leaves it to them.
pub(super) type SetLineFn<'a> = dyn FnMut(&TextBlock, &str) -> Option<SetLine> + 'a;

/// Writes the picture. `words` describes a node; without words a node gets no title.
pub(super) fn write_svg(scene: &Scene, words: &dyn Fn(NodeId) -> String, set_line: &mut SetLineFn<'_>) -> String {
    let frame = frame(scene);
    let mut writer = Writer { out: String::new(), scene, words, set_line };
    let [x, y, width, height] = [frame.left(), frame.top(), frame.width(), frame.height()].map(number);
    let title = if scene.title.trim().is_empty() { tr!("svg-untitled") } else { scene.title.trim() };
    writer.line(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\" \
         role=\"graphics-document\" font-family=\"'{FAMILY}', sans-serif\">"
    ));
    writer.line(format_args!("<title>{}</title>", escaped(title)));
    let description = tr!("svg-description", claims = scene.cards().len(), relations = scene.arrows().len());
    writer.line(format_args!("<desc>{}</desc>", escaped(&description)));
    let ground = writer.paint("fill", Ink::Canvas);
    writer.line(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{ground}/>"));
    let lines = scene.hidden_lines().iter().flat_map(HiddenLine::line_shapes);
    for shape in lines.chain(scene.arrows().iter().flat_map(Arrow::line_shapes)) {
        writer.shape(&shape, Vec2::ZERO);
    }
    for line in scene.hidden_lines() {
        line.label.shapes.iter().for_each(|shape| writer.shape(shape, line.at.to_vec2()));
    }
    for arrow in scene.arrows() {
        writer.node(arrow.relation, &arrow.handle.shapes, arrow.at);
    }
    for placed in scene.cards() {
        writer.node(placed.claim, &placed.card.shapes, placed.at);
    }
    for shape in scene.arrows().iter().flat_map(Arrow::over_shapes) {
        writer.shape(&shape, Vec2::ZERO);
    }
    writer.line(format_args!("</svg>"));
    writer.out
}

struct Writer<'a, 'f> {
    out: String,
    scene: &'a Scene,
    words: &'a dyn Fn(NodeId) -> String,
    set_line: &'a mut SetLineFn<'f>,
}

impl Writer<'_, '_> {
    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
        self.out.push('\n');
    }

    fn node(&mut self, id: NodeId, shapes: &[Shape], at: Pos2) {
        self.line(format_args!("<g id=\"{id}\" role=\"graphics-object\">"));
        let title = (self.words)(id);
        if !title.is_empty() {
            self.line(format_args!("<title>{}</title>", escaped(&title)));
        }
        for shape in shapes {
            self.shape(shape, at.to_vec2());
        }
        self.line(format_args!("</g>"));
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
            if let Some(set) = (self.set_line)(block, &line.text) {
                self.set_text(rect, y, block, [&look, &fill], &set);
                continue;
            }
            // Viewers begin each line from left to right; an isolate turns those that run the other way.
            let (x, anchor, text) = if block.rtl {
                (rect.right(), " text-anchor=\"end\"", Cow::Owned(format!("\u{2067}{}\u{2069}", line.text)))
            } else {
                (rect.left(), "", Cow::Borrowed(line.text.as_str()))
            };
            self.line(format_args!("<text x=\"{}\" y=\"{}\"{anchor}{look}>{}</text>", number(x), number(y), escaped(&text)));
        }
    }

    /// A line with fonts of its own; made smaller where they run wider than what was measured.
    fn set_text(&mut self, rect: Rect, y: f32, block: &TextBlock, [look, fill]: [&str; 2], set: &SetLine) {
        let scale = ((rect.width() + UNIT) / set.width.max(1.0)).min(1.0);
        let x = if block.rtl { rect.right() - set.width * scale } else { rect.left() };
        self.line(format_args!("<g transform=\"translate({} {}) scale({})\">", number(x), number(y), number(scale)));
        for piece in &set.pieces {
            let x = number(piece.x);
            match &piece.ink {
                PieceInk::Own(text) => self.line(format_args!("<text x=\"{x}\"{look}>{}</text>", escaped(text))),
                PieceInk::Named(family, text) => {
                    self.line(format_args!("<text x=\"{x}\" font-family=\"{family}\"{look}>{}</text>", escaped(text)));
                }
                PieceInk::Outlines(path) => self.line(format_args!("<path transform=\"translate({x} 0)\" d=\"{path}\"{fill}/>")),
            }
        }
        self.line(format_args!("</g>"));
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

/// Text for content and attributes of XML 1.0: markup escaped, forbidden characters left out.
fn escaped(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if text.chars().all(|c| allowed(c) && !matches!(c, '&' | '<' | '>' | '"' | '\'')) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars().filter(|c| allowed(*c)) {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    Cow::Owned(safe)
}
