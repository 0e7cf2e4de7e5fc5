//! A sheet as an element of a web page, in as few bytes as keep it a picture that needs no script: what shapes look like is said once,
//! in the page's style; nodes have coordinates of their own; paths are relative, in tenths of a point.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use crate::base::NodeId;
use crate::base::text::xml_escaped as escaped;
use crate::model::ArgumentMap;
use crate::render::fonts::FAMILY;
use crate::render::layers::{Layer, Of};
use crate::render::sheet::{Place, Sheet};
use crate::render::typeset::Typesetter;
use crate::render::{Curve, Face, Ink, Path, Shape, Stroke};
use crate::tr;

/// Discs up to this radius are drawn as dots of a pen.
const DOT: f32 = 4.0;

/// The custom property of CSS that holds the colour of an ink in a page.
pub fn ink_property(ink: Ink) -> String {
    format!("--{ink:?}").to_lowercase()
}

/// A picture inside a web page.
#[derive(Clone, Debug)]
pub struct PagePicture {
    /// The element `svg#map`. Groups with an `id` are nodes, `data-ends` says what a relation joins, `data-line` to which relation a
    /// line belongs, `data-of` around which claims something stands; `data-widths` of the whole are the widths of its texts in turn.
    pub svg: String,
    /// The rules for the classes in it. Colours are the custom properties of [`ink_property`].
    pub style: String,
}

/// A sheet as a picture inside a web page.
pub fn sheet_to_page(sheet: &Sheet<'_>, map: &ArgumentMap) -> PagePicture {
    let mut fonts = Typesetter::new();
    let mut writer = Writer { out: String::new(), fonts: &mut fonts, looks: Vec::new(), look_of: HashMap::new(), widths: String::new() };
    for (place, shapes) in &sheet.around {
        writer.group(*place, |writer| writer.shapes("", shapes, Vec2::ZERO));
    }
    writer.group(sheet.map_at, |writer| {
        for layer in sheet.scene.layers() {
            writer.layer(sheet, map, &layer);
        }
        writer.shapes("", &sheet.marks, Vec2::ZERO);
    });
    let Writer { out, looks, widths, .. } = writer;
    let [x, y, width, height] = [sheet.rect.left(), sheet.rect.top(), sheet.rect.width(), sheet.rect.height()].map(|v| short(tenths(v)));
    let title = sheet.scene.title.trim();
    let title = escaped(if title.is_empty() { tr!("svg-untitled") } else { title });
    let svg = format!(
        "<svg id=\"map\" viewBox=\"{x} {y} {width} {height}\" role=\"group\" aria-label=\"{title}\" font-family=\"'{FAMILY}', sans-serif\" \
         data-widths=\"{}\">\n{out}</svg>",
        widths.trim_end()
    );
    let style = looks.iter().enumerate().fold(String::new(), |mut style, (number, look)| {
        let _ = writeln!(style, "#map .{}{{{look}}}", class(number));
        style
    });
    PagePicture { svg, style }
}

/// An element that is not written yet.
struct Item {
    class: usize,
    bounds: Rect,
    what: What,
}

enum What {
    /// A path, to which more of the same look may be added.
    Path(Trace),
    /// The name of an element and its other attributes.
    Plain(&'static str, String),
    /// Attributes and what it says.
    Text(String, String),
}

struct Writer<'a> {
    out: String,
    fonts: &'a mut Typesetter,
    looks: Vec<String>,
    look_of: HashMap<String, usize>,
    widths: String,
}

impl Writer<'_> {
    fn group(&mut self, place: Place, inside: impl FnOnce(&mut Self)) {
        let is_moved = place.scale != 1.0 || place.offset != Vec2::ZERO;
        if is_moved {
            let (x, y) = (short(tenths(place.offset.x)), short(tenths(place.offset.y)));
            let _ = writeln!(self.out, "<g transform=\"translate({x} {y}) scale({:.4})\">", place.scale);
        }
        inside(self);
        if is_moved {
            self.out.push_str("</g>\n");
        }
    }

    fn layer(&mut self, sheet: &Sheet<'_>, map: &ArgumentMap, layer: &Layer) {
        match &layer.of {
            Of::Node(node) => self.node(sheet, map, *node, layer),
            Of::Line(relation) => self.shapes(&format!(" data-line={relation}"), &layer.shapes, layer.offset),
            Of::Claims(claims) if !claims.is_empty() => {
                let of: Vec<&str> = claims.iter().map(NodeId::as_str).collect();
                self.shapes(&format!(" data-of=\"{}\"", of.join(" ")), &layer.shapes, layer.offset);
            }
            Of::Claims(_) | Of::Nothing => self.shapes("", &layer.shapes, layer.offset),
        }
    }

    fn node(&mut self, sheet: &Sheet<'_>, map: &ArgumentMap, id: NodeId, layer: &Layer) {
        let at = sheet.scene.card(id).map_or(layer.offset.to_pos2(), |placed| placed.rect().min);
        let ends: Vec<String> = map.premises(id).into_iter().chain(map.target(id)).map(|end| end.to_string()).collect();
        let ends = if ends.is_empty() { String::new() } else { format!(" data-ends=\"{}\"", ends.join(" ")) };
        let place = [at.x, at.y].map(tenths);
        let at = pos2(place[0] as f32 / 10.0, place[1] as f32 / 10.0);
        let _ = write!(self.out, "<g id={id}{ends} transform=translate({},{})>", short(place[0]), short(place[1]));
        let items = self.items(&layer.shapes, layer.offset - at.to_vec2());
        items.iter().for_each(|item| self.item(item, ""));
        self.out.push_str("</g>\n");
    }

    /// Shapes that have an attribute in common.
    fn shapes(&mut self, attribute: &str, shapes: &[Shape], offset: Vec2) {
        let items = self.items(shapes, offset);
        let is_group = !attribute.is_empty() && items.len() > 1;
        if is_group {
            let _ = write!(self.out, "<g{attribute}>");
        }
        items.iter().for_each(|item| self.item(item, if is_group { "" } else { attribute }));
        self.out.push_str(if is_group { "</g>\n" } else { "\n" });
    }

    fn item(&mut self, item: &Item, attribute: &str) {
        let class = class(item.class);
        let _ = match &item.what {
            What::Path(trace) => write!(self.out, "<path class={class}{attribute} d=\"{}\"/>", trace.data),
            What::Plain(name, attributes) => write!(self.out, "<{name} class={class}{attribute}{attributes} />"),
            What::Text(attributes, text) => write!(self.out, "<text class={class}{attribute}{attributes}>{text}</text>"),
        };
    }

    /// What is to be written for shapes; those of one look become one path where nothing between them lies under the later ones.
    fn items(&mut self, shapes: &[Shape], offset: Vec2) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for shape in shapes {
            let bounds = shape.bounds().translate(offset);
            let (look, what) = match shape {
                Shape::Text { rect, block, ink } => {
                    self.text(&mut items, rect.translate(offset), block, *ink);
                    continue;
                }
                Shape::Rect { radius, fill: Some(fill), stroke: None, .. }
                    if *radius * 2.0 >= bounds.height() && bounds.width() > bounds.height() =>
                {
                    let half = bounds.height() / 2.0;
                    let (from, to) = (bounds.left_center() + vec2(half, 0.0), bounds.right_center() - vec2(half, 0.0));
                    (pen(Stroke::solid(bounds.height(), *fill)), What::Path(polyline(&[from, to], false)))
                }
                Shape::Rect { radius, fill, stroke, .. } => (look(*fill, *stroke), What::Plain("rect", rect_attributes(bounds, *radius))),
                Shape::Circle { radius, fill: Some(fill), stroke: None, .. } if *radius <= DOT => {
                    let mut trace = Trace::at(bounds.center());
                    trace.command('h', &[0]);
                    (pen(Stroke::solid(2.0 * radius, *fill)), What::Path(trace))
                }
                Shape::Circle { center, radius, fill, stroke } => {
                    (look(*fill, *stroke), What::Plain("circle", circle_attributes(*center + offset, *radius)))
                }
                Shape::Line { points, fill, stroke } => {
                    let points: Vec<Pos2> = points.iter().map(|point| *point + offset).collect();
                    (
                        format!("{};stroke-linejoin:round;stroke-linecap:round", look(*fill, *stroke)),
                        What::Path(polyline(&points, fill.is_some())),
                    )
                }
                Shape::Path { path, stroke } => (look(None, Some(*stroke)), What::Path(curves(&path.translated(offset)))),
            };
            let class = self.class(look);
            let wide = bounds.expand(1.0);
            let mut under = items.iter_mut().rev();
            let same = under.find_map(|item| match &mut item.what {
                What::Path(trace) if item.class == class => Some(Some((trace, &mut item.bounds))),
                _ => item.bounds.intersects(wide).then_some(None),
            });
            match (same.flatten(), what) {
                (Some((trace, around)), What::Path(more)) => {
                    trace.append(more);
                    *around = around.union(bounds);
                }
                (_, what) => items.push(Item { class, bounds, what }),
            }
        }
        items
    }

    fn text(&mut self, items: &mut Vec<Item>, rect: Rect, block: &crate::render::TextBlock, ink: Ink) {
        let face = match block.face {
            Face::Regular => "",
            Face::Bold => ";font-weight:bold",
            Face::Italic => ";font-style:italic",
        };
        let anchor = if block.rtl { ";text-anchor:end" } else { "" };
        let class = self.class(format!("fill:var({});font-size:{}px{face}{anchor}", ink_property(ink), block.size.points()));
        for (i, line) in block.lines.iter().enumerate().filter(|(_, line)| !line.text.is_empty()) {
            let y = rect.top() + block.baseline() + i as f32 * block.size.line_height();
            let set = self.fonts.set(block, &line.text);
            let width = if set.is_whole() { set.width * set.scale_in(rect.width()) } else { 0.0 };
            let _ = write!(self.widths, "{} ", width.round());
            // Viewers begin each line from left to right; an isolate turns those that run the other way.
            let (x, text) = if block.rtl {
                (rect.right(), Cow::Owned(format!("\u{2067}{}\u{2069}", line.text)))
            } else {
                (rect.left(), Cow::Borrowed(line.text.as_str()))
            };
            let top = rect.top() + i as f32 * block.size.line_height();
            let bounds = Rect::from_x_y_ranges(rect.x_range(), top..=top + block.size.line_height());
            let at = format!(" x={} y={}", short(tenths(x)), short(tenths(y)));
            items.push(Item { class, bounds, what: What::Text(at, escaped(&text).to_string()) });
        }
    }

    fn class(&mut self, look: String) -> usize {
        let next = self.looks.len();
        *self.look_of.entry(look).or_insert_with_key(|look| {
            self.looks.push(look.clone());
            next
        })
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

fn look(fill: Option<Ink>, stroke: Option<Stroke>) -> String {
    let mut look = fill.map_or_else(|| "fill:none".to_owned(), |ink| format!("fill:var({})", ink_property(ink)));
    if let Some(stroke) = stroke {
        let _ = write!(look, ";stroke:var({});stroke-width:{}", ink_property(stroke.ink), stroke.width);
        let dash: Vec<String> = stroke.dash.pattern().iter().map(f32::to_string).collect();
        if !dash.is_empty() {
            let _ = write!(look, ";stroke-dasharray:{}", dash.join(" "));
        }
    }
    look
}

/// Drawn by a round pen.
fn pen(stroke: Stroke) -> String {
    format!("{};stroke-linecap:round", look(None, Some(stroke)))
}

fn rect_attributes(rect: Rect, radius: f32) -> String {
    let mut attributes = String::new();
    let corner = if radius > 0.0 { radius.min(rect.height() / 2.0) } else { 0.0 };
    for (name, value) in [("x", rect.left()), ("y", rect.top()), ("width", rect.width()), ("height", rect.height()), ("rx", corner)] {
        // That is what they are where nothing is said.
        if tenths(value) != 0 {
            let _ = write!(attributes, " {name}={}", short(tenths(value)));
        }
    }
    attributes
}

fn circle_attributes(center: Pos2, radius: f32) -> String {
    let mut attributes = String::new();
    for (name, value) in [("cx", center.x), ("cy", center.y), ("r", radius)] {
        if tenths(value) != 0 {
            let _ = write!(attributes, " {name}={}", short(tenths(value)));
        }
    }
    attributes
}

fn polyline(points: &[Pos2], is_closed: bool) -> Trace {
    let Some((first, rest)) = points.split_first() else { return Trace::at(Pos2::ZERO) };
    let mut trace = Trace::at(*first);
    rest.iter().for_each(|point| trace.line(*point));
    if is_closed {
        trace.command('z', &[]);
    }
    trace
}

fn curves(path: &Path) -> Trace {
    let mut trace = Trace::at(path.start());
    for Curve([a, b, c, d]) in path.curves().iter().copied() {
        // A curve whose handles lie on the way from end to end goes straight.
        let way = d - a;
        let is_on_way = |p: Pos2| {
            let along = (p - a).dot(way) / way.length_sq().max(f32::EPSILON);
            (0.0..=1.0).contains(&along) && (a + way * along).distance(p) < 0.05
        };
        if is_on_way(b) && is_on_way(c) { trace.line(d) } else { trace.curve(b, c, d) }
    }
    trace
}

/// The data of a path, relative to where it is; what is rounded does not add up.
struct Trace {
    data: String,
    start: [i64; 2],
    at: [i64; 2],
    last: char,
}

impl Trace {
    fn at(point: Pos2) -> Self {
        let at = [tenths(point.x), tenths(point.y)];
        let mut trace = Self { data: String::new(), start: at, at, last: ' ' };
        trace.command('M', &at);
        trace
    }

    /// Goes on with another path, without a jump where that begins where this one ends.
    fn append(&mut self, more: Self) {
        let mut jump = Self { data: String::new(), start: more.start, at: more.start, last: ' ' };
        jump.command('M', &more.start);
        match more.data.strip_prefix(&jump.data).filter(|_| self.at == more.start && self.last != 'z') {
            Some(rest) => self.data.push_str(rest),
            None => self.data.push_str(&more.data),
        }
        (self.at, self.last) = (more.at, more.last);
    }

    fn line(&mut self, to: Pos2) {
        let to = [tenths(to.x), tenths(to.y)];
        let way = [to[0] - self.at[0], to[1] - self.at[1]];
        match way {
            [0, 0] => {}
            [0, y] => self.command('v', &[y]),
            [x, 0] => self.command('h', &[x]),
            way => self.command('l', &way),
        }
        self.at = to;
    }

    fn curve(&mut self, b: Pos2, c: Pos2, d: Pos2) {
        let [x, y] = self.at;
        let way: Vec<i64> = [b, c, d].iter().flat_map(|p| [tenths(p.x) - x, tenths(p.y) - y]).collect();
        self.command('c', &way);
        self.at = [tenths(d.x), tenths(d.y)];
    }

    fn command(&mut self, name: char, numbers: &[i64]) {
        let mut apart = name == self.last;
        if !apart {
            self.data.push(name);
        }
        self.last = name;
        for number in numbers {
            if apart && *number >= 0 {
                self.data.push(' ');
            }
            self.data.push_str(&short(*number));
            apart = true;
        }
    }
}

/// What is not a number becomes 0.
fn tenths(value: f32) -> i64 {
    if value.is_finite() { (f64::from(value) * 10.0).round() as i64 } else { 0 }
}

/// A number of tenths, without what goes without saying.
fn short(tenths: i64) -> String {
    let (sign, whole, rest) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match (whole, rest) {
        (whole, 0) => format!("{}{whole}", if whole == 0 { "" } else { sign }),
        (0, rest) => format!("{sign}.{rest}"),
        (whole, rest) => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written: Vec<String> = [0.0, -0.01, 0.5, -0.5, 12.0, -12.34, f32::NAN].map(|v| short(tenths(v))).into();
        assert_eq!(written, ["0", "0", ".5", "-.5", "12", "-12.3", "0"]);
    }

    #[test]
    fn paths_are_relative_and_do_not_drift() {
        let points: Vec<Pos2> = (0..4).map(|i| pos2(i as f32 * 0.34, 10.0)).collect();
        assert_eq!(polyline(&points, false).data, "M0 10h.3 .4 .3");
        assert_eq!(polyline(&[pos2(1.0, 1.0), pos2(4.0, -1.0), pos2(4.0, 8.5)], true).data, "M1 1l3-2v9.5z");
        let bend = Curve([pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(20.0, 5.0), pos2(20.0, 20.0)]);
        let path: Path = [bend, Curve::line(bend.end(), pos2(20.0, 50.0))].into_iter().collect();
        assert_eq!(curves(&path).data, "M0 0c10 0 20 5 20 20v30");
        let mut whole = polyline(&[pos2(-5.0, 0.0), pos2(0.0, 0.0)], false);
        whole.append(curves(&path));
        whole.append(polyline(&[pos2(0.0, 0.0), pos2(1.0, 2.0)], false));
        assert_eq!(whole.data, "M-5 0h5c10 0 20 5 20 20v30M0 0l1 2");
    }

    #[test]
    fn names_of_classes_do_not_end() {
        let names: std::collections::BTreeSet<String> = (0..200).map(class).collect();
        assert_eq!((names.len(), class(0), class(53)), (200, "a".to_owned(), "b1".to_owned()));
    }
}
