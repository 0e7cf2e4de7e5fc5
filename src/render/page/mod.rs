//! A sheet as an element of a web page, in as few bytes as keep it a picture that needs no script: what shapes look like is said once,
//! in the page's style; what recurs is defined once; a card begins where its words do; paths are relative.

mod element;
mod motif;
mod trace;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use emath::{Pos2, Rect, Vec2, pos2};

use crate::base::NodeId;
use crate::base::text::xml_escaped as escaped;
use crate::model::ArgumentMap;
use crate::render::fonts::FAMILY;
use crate::render::layers::{Layer, Of};
use crate::render::sheet::{Place, Sheet};
use crate::render::typeset::Typesetter;
use crate::render::{Curve, Face, Ink, Shape, TextBlock, TextSize};
use crate::tr;
use element::{Drawn, Element, begin_of_words, drawn, places_of, text_look};
use motif::{Motif, together};
use trace::{short, tenths};

/// What widths of texts are written in.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// The custom property of CSS that holds the colour of an ink in a page.
pub fn ink_property(ink: Ink) -> String {
    format!("--{ink:?}").to_lowercase()
}

/// A picture inside a web page.
#[derive(Clone, Debug)]
pub struct PagePicture {
    /// The element `svg#map`. Groups with an `id` are nodes, numbered from 0 as they come: `data-ends` says what a relation joins,
    /// `data-line` to which relation a line belongs, `data-of` around which claims something stands. `data-widths` of the whole are
    /// the widths of its texts in turn, each as two letters of base64url.
    pub svg: String,
    /// The rules for the classes in it. Colours are the custom properties of [`ink_property`].
    pub style: String,
}

/// A sheet as a picture inside a web page.
pub fn sheet_to_page(sheet: &Sheet<'_>, map: &ArgumentMap) -> PagePicture {
    let mut writer = Writer { numbers: numbers(sheet), ..Writer::default() };
    for (place, shapes) in &sheet.around {
        writer.group(*place, |writer| writer.shapes("", shapes, Vec2::ZERO));
    }
    writer.group(sheet.map_at, |writer| {
        for layer in sheet.scene.layers() {
            writer.layer(sheet, map, &layer);
        }
        writer.shapes("", &sheet.marks, Vec2::ZERO);
    });
    let [x, y, width, height] = [sheet.rect.left(), sheet.rect.top(), sheet.rect.width(), sheet.rect.height()].map(|v| short(tenths(v)));
    let title = sheet.scene.title.trim();
    let title = escaped(if title.is_empty() { tr!("svg-untitled") } else { title });
    let widths = std::mem::take(&mut writer.widths);
    let (style, inside) = writer.finish();
    let svg = format!(
        "<svg id=\"map\" viewBox=\"{x} {y} {width} {height}\" role=\"group\" aria-label=\"{title}\" font-family=\"'{FAMILY}', sans-serif\" \
         data-widths=\"{widths}\">\n{inside}</svg>"
    );
    PagePicture { svg, style }
}

/// The nodes in the order in which their pictures come.
fn numbers(sheet: &Sheet<'_>) -> HashMap<NodeId, usize> {
    let nodes = sheet.scene.layers().filter_map(|layer| match layer.of {
        Of::Node(node) => Some(node),
        Of::Line(_) | Of::Claims(_) | Of::Nothing => None,
    });
    nodes.enumerate().map(|(number, node)| (node, number)).collect()
}

/// What is drawn, in turn.
struct Item {
    bounds: Rect,
    what: What,
}

enum What {
    Drawn(Drawn),
    Motif(Motif),
    /// The look, other attributes and what it says.
    Text(String, String, String),
}

/// What is written, in turn.
enum Piece {
    Markup(String),
    /// With the attributes that all of it has.
    Motif(String, Motif),
}

struct Writer {
    out: Vec<Piece>,
    fonts: Typesetter,
    looks: Vec<String>,
    look_of: HashMap<String, usize>,
    widths: String,
    numbers: HashMap<NodeId, usize>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            out: Vec::new(),
            fonts: Typesetter::new(),
            looks: Vec::new(),
            look_of: HashMap::new(),
            widths: String::new(),
            numbers: HashMap::new(),
        }
    }
}

impl Writer {
    fn write(&mut self, markup: &str) {
        match self.out.last_mut() {
            Some(Piece::Markup(last)) => last.push_str(markup),
            Some(Piece::Motif(..)) | None => self.out.push(Piece::Markup(markup.to_owned())),
        }
    }

    /// The rules and the elements. What is drawn but once is written where it is.
    fn finish(mut self) -> (String, String) {
        let mut count: HashMap<Vec<Element>, usize> = HashMap::new();
        for piece in &self.out {
            if let Piece::Motif(_, motif) = piece {
                *count.entry(motif.body.clone()).or_default() += 1;
            }
        }
        let (mut defined, mut definitions, mut out) = (HashMap::new(), String::new(), String::new());
        for piece in std::mem::take(&mut self.out) {
            let (attribute, motif) = match piece {
                Piece::Markup(markup) => {
                    out.push_str(&markup);
                    continue;
                }
                Piece::Motif(attribute, motif) => (attribute, motif),
            };
            if count.get(&motif.body).is_none_or(|count| *count < 2) {
                motif.plain.iter().for_each(|element| out.push_str(&self.element(element, &attribute)));
                continue;
            }
            let next = defined.len();
            let name = *defined.entry(motif.body).or_insert_with_key(|body| {
                let inside: String = body.iter().map(|element| self.element(element, "")).collect();
                let kind = if motif.is_sized { "symbol" } else { "g" };
                let _ = write!(definitions, "<{kind} id=_{}>{inside}</{kind}>", class(next));
                next
            });
            let _ = write!(out, "<use href=#_{}{attribute}{} />", class(name), motif.place);
        }
        let usual = usual();
        // In what is defined once and used, rules that begin with the whole picture hold nowhere.
        let mut style = format!("text{{{usual}}}\n");
        for (number, look) in self.looks.iter().enumerate() {
            let _ = writeln!(style, ".{}{{{look}}}", class(number));
        }
        (style, format!("<defs>{definitions}</defs>\n{out}"))
    }

    fn element(&mut self, Element { name, look, attributes }: &Element, attribute: &str) -> String {
        let class = self.class(look);
        // A stroke that ends a tag would be taken for a part of what stands before it without quotation marks.
        let space = if attributes.ends_with('"') { "" } else { " " };
        format!("<{name}{class}{attribute}{attributes}{space}/>")
    }

    fn group(&mut self, place: Place, inside: impl FnOnce(&mut Self)) {
        let is_moved = place.scale != 1.0 || place.offset != Vec2::ZERO;
        if is_moved {
            let (x, y) = (short(tenths(place.offset.x)), short(tenths(place.offset.y)));
            self.write(&format!("<g transform=\"translate({x} {y}) scale({:.4})\">\n", place.scale));
        }
        inside(self);
        if is_moved {
            self.write("</g>\n");
        }
    }

    fn layer(&mut self, sheet: &Sheet<'_>, map: &ArgumentMap, layer: &Layer) {
        match &layer.of {
            Of::Node(node) => self.node(sheet, map, *node, layer),
            Of::Line(relation) => {
                // Half a point is not seen on lines as long as these.
                let shapes: Vec<Shape> = layer.shapes.iter().map(in_halves).collect();
                let number = self.numbers.get(relation).copied().unwrap_or_default();
                self.shapes(&format!(" data-line={number}"), &shapes, layer.offset);
            }
            Of::Claims(claims) if !claims.is_empty() => {
                let of = self.listed(claims);
                self.shapes(&format!(" data-of=\"{of}\""), &layer.shapes, layer.offset);
            }
            Of::Claims(_) | Of::Nothing => self.shapes("", &layer.shapes, layer.offset),
        }
    }

    /// The numbers of those nodes that are drawn.
    fn listed(&self, nodes: &[NodeId]) -> String {
        nodes.iter().filter_map(|node| self.numbers.get(node)).map(usize::to_string).collect::<Vec<_>>().join(" ")
    }

    fn node(&mut self, sheet: &Sheet<'_>, map: &ArgumentMap, id: NodeId, layer: &Layer) {
        let words = sheet.scene.card(id).and_then(|_| layer.shapes.iter().find_map(begin_of_words));
        let begin = words.map_or(layer.offset.to_pos2(), |words| words + layer.offset);
        let ends: Vec<NodeId> = map.premises(id).into_iter().chain(map.target(id)).collect();
        let ends = self.listed(&ends);
        let ends = if ends.is_empty() { String::new() } else { format!(" data-ends=\"{ends}\"") };
        let place = [begin.x, begin.y].map(tenths);
        let at = pos2(place[0] as f32 / 10.0, place[1] as f32 / 10.0);
        self.write(&format!("<g id={id}{ends} transform=translate({},{})>", short(place[0]), short(place[1])));
        let items = self.items(&layer.shapes, layer.offset - at.to_vec2(), Some(begin - at.to_vec2()));
        items.into_iter().for_each(|item| self.item(item, ""));
        self.write("</g>\n");
    }

    /// Shapes that have an attribute in common.
    fn shapes(&mut self, attribute: &str, shapes: &[Shape], offset: Vec2) {
        let items = self.items(shapes, offset, None);
        if items.is_empty() {
            return;
        }
        let is_group = !attribute.is_empty() && items.len() > 1;
        if is_group {
            self.write(&format!("<g{attribute}>"));
        }
        items.into_iter().for_each(|item| self.item(item, if is_group { "" } else { attribute }));
        self.write(if is_group { "</g>\n" } else { "\n" });
    }

    fn item(&mut self, item: Item, attribute: &str) {
        let markup = match item.what {
            What::Motif(motif) => {
                self.out.push(Piece::Motif(attribute.to_owned(), motif));
                return;
            }
            What::Drawn(drawn) => self.element(&drawn.into(), attribute),
            What::Text(look, attributes, text) => format!("<text{}{attribute}{attributes}>{text}</text>", self.class(&look)),
        };
        self.write(&markup);
    }

    /// What is to be written for shapes; those of one look become one path where nothing between them lies under the later ones.
    /// What the first ones make together begins at `begin`, where that is given.
    fn items(&mut self, shapes: &[Shape], offset: Vec2, begin: Option<Pos2>) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let mut rest = shapes;
        while let [shape, others @ ..] = rest {
            let many = together(rest);
            if let Some((all, after)) = rest.split_at_checked(many).filter(|_| many > 0)
                && let Some(motif) = Motif::new(all, offset, begin.filter(|_| items.is_empty()))
            {
                items.push(Item { bounds: motif.bounds, what: What::Motif(motif) });
                rest = after;
                continue;
            }
            rest = others;
            if let Shape::Text { rect, block, ink } = shape {
                self.text(&mut items, rect.translate(offset), block, *ink);
            } else if let Some(drawn) = drawn(&shape.translated(offset)) {
                put(&mut items, shape.bounds().translate(offset), drawn);
            }
        }
        items
    }

    fn text(&mut self, items: &mut Vec<Item>, rect: Rect, block: &TextBlock, ink: Ink) {
        let look = text_look(block.size, block.face, ink, block.rtl);
        for (i, line) in block.lines.iter().enumerate().filter(|(_, line)| !line.text.is_empty()) {
            let y = rect.top() + block.baseline() + i as f32 * block.size.line_height();
            let set = self.fonts.set(block, &line.text);
            let width = if set.is_whole() { set.width * set.scale_in(rect.width()) } else { 0.0 };
            let width = width.round().clamp(0.0, 4095.0) as usize;
            self.widths.extend([width / DIGITS.len(), width % DIGITS.len()].map(|digit| char::from(DIGITS[digit])));
            // Viewers begin each line from left to right; an isolate turns those that run the other way.
            let (x, text) = if block.rtl {
                (rect.right(), Cow::Owned(format!("\u{2067}{}\u{2069}", line.text)))
            } else {
                (rect.left(), Cow::Borrowed(line.text.as_str()))
            };
            let top = rect.top() + i as f32 * block.size.line_height();
            let bounds = Rect::from_x_y_ranges(rect.x_range(), top..=top + block.size.line_height());
            let at = places_of(&[("x", x.round()), ("y", y.round())]);
            items.push(Item { bounds, what: What::Text(look.clone(), at, escaped(&text).to_string()) });
        }
    }

    /// The class of a look; nothing for what texts usually look like.
    fn class(&mut self, look: &str) -> String {
        if look == usual() {
            return String::new();
        }
        let next = self.looks.len();
        let number = *self.look_of.entry(look.to_owned()).or_insert_with_key(|look| {
            self.looks.push(look.clone());
            next
        });
        format!(" class={}", class(number))
    }
}

/// Adds what is drawn to a path of the same look, if nothing that was drawn since lies there.
fn put(items: &mut Vec<Item>, bounds: Rect, drawn: Drawn) {
    let wide = bounds.expand(1.0);
    let same = items.iter_mut().rev().find_map(|item| match (&mut item.what, &drawn) {
        (What::Drawn(Drawn::Path(look, trace)), Drawn::Path(of, _)) if look == of => Some(Some((trace, &mut item.bounds))),
        _ => item.bounds.intersects(wide).then_some(None),
    });
    match (same.flatten(), drawn) {
        (Some((trace, around)), Drawn::Path(_, more)) => {
            trace.append(more);
            *around = around.union(bounds);
        }
        (_, drawn) => items.push(Item { bounds, what: What::Drawn(drawn) }),
    }
}

/// What texts usually look like.
fn usual() -> String {
    text_look(TextSize::Body, Face::Regular, Ink::Text, false)
}

/// A long line with its points at halves.
fn in_halves(shape: &Shape) -> Shape {
    let half = |p: Pos2| pos2((p.x * 2.0).round() / 2.0, (p.y * 2.0).round() / 2.0);
    match shape {
        Shape::Path { path, stroke } => {
            Shape::Path { path: path.curves().iter().map(|curve| Curve(curve.0.map(half))).collect(), stroke: *stroke }
        }
        _ => shape.clone(),
    }
}

/// The name of a class: a letter, later with a number.
fn class(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => letter.to_string(),
        more => format!("{letter}{more}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_classes_do_not_end() {
        let names: std::collections::BTreeSet<String> = (0..200).map(class).collect();
        assert_eq!((names.len(), class(0), class(53)), (200, "a".to_owned(), "b1".to_owned()));
    }
}
