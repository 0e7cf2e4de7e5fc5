//! Shapes as elements: what they look like is apart from where they are.

use std::fmt::Write;

use emath::{Pos2, Rect, vec2};

use super::trace::{Trace, curves, polyline, short, tenths};
use crate::render::{Face, Ink, Shape, Stroke, TextSize, ink_property};

/// Discs up to this radius are drawn as dots of a pen.
const DOT: f32 = 4.0;

/// An element: its name, what it looks like, its other attributes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) look: String,
    pub(super) attributes: String,
}

/// How a shape is drawn that is no text.
pub(super) enum Drawn {
    /// What it looks like and where it runs.
    Path(String, Trace),
    Other(Element),
}

impl From<Drawn> for Element {
    fn from(drawn: Drawn) -> Self {
        match drawn {
            Drawn::Path(look, trace) => Self { name: "path", look, attributes: format!(" d=\"{}\"", trace.data) },
            Drawn::Other(element) => element,
        }
    }
}

/// How a shape is drawn; texts are written.
pub(super) fn drawn(shape: &Shape) -> Option<Drawn> {
    let drawn = match shape {
        Shape::Rect { rect, radius, fill: Some(fill), stroke: None } if *radius * 2.0 >= rect.height() && rect.width() > rect.height() => {
            let half = vec2(rect.height() / 2.0, 0.0);
            let ends = [rect.left_center() + half, rect.right_center() - half];
            Drawn::Path(pen(Stroke::solid(rect.height(), *fill)), polyline(&ends, false))
        }
        Shape::Rect { rect, radius, fill, stroke } => {
            let places = [("x", rect.left()), ("y", rect.top()), ("width", rect.width()), ("height", rect.height())];
            Drawn::Other(Element { name: "rect", look: rounded(*rect, *radius, *fill, *stroke), attributes: places_of(&places) })
        }
        Shape::Circle { center, radius, fill: Some(fill), stroke: None } if *radius <= DOT => {
            Drawn::Path(pen(Stroke::solid(2.0 * radius, *fill)), Trace::dot(*center))
        }
        Shape::Circle { center, radius, fill, stroke } => {
            let attributes = places_of(&[("cx", center.x), ("cy", center.y), ("r", *radius)]);
            Drawn::Other(Element { name: "circle", look: look(*fill, *stroke), attributes })
        }
        Shape::Line { points, fill, stroke } => {
            let look = format!("{};stroke-linejoin:round;stroke-linecap:round", look(*fill, *stroke));
            Drawn::Path(look, polyline(points, fill.is_some()))
        }
        Shape::Path { path, stroke } => Drawn::Path(look(None, Some(*stroke)), curves(path)),
        Shape::Text { .. } => return None,
    };
    Some(drawn)
}

/// Attributes that say where something is; what is not said is 0.
pub(super) fn places_of(places: &[(&str, f32)]) -> String {
    places.iter().filter(|(_, value)| tenths(*value) != 0).fold(String::new(), |mut attributes, (name, value)| {
        let _ = write!(attributes, " {name}={}", short(tenths(*value)));
        attributes
    })
}

/// A rectangle's look, with its corners.
pub(super) fn rounded(rect: Rect, radius: f32, fill: Option<Ink>, stroke: Option<Stroke>) -> String {
    let corner = tenths(radius.min(rect.height() / 2.0).max(0.0));
    let look = look(fill, stroke);
    if corner == 0 { look } else { format!("{look};rx:{}px", short(corner)) }
}

pub(super) fn text_look(size: TextSize, face: Face, ink: Ink, is_rtl: bool) -> String {
    let face = match face {
        Face::Regular => "",
        Face::Bold => ";font-weight:bold",
        Face::Italic => ";font-style:italic",
    };
    let anchor = if is_rtl { ";text-anchor:end" } else { "" };
    format!("fill:var({});font-size:{}px{face}{anchor}", ink_property(ink), size.points())
}

/// Where the first letter of a text stands.
pub(super) fn begin_of_words(shape: &Shape) -> Option<Pos2> {
    match shape {
        Shape::Text { rect, block, .. } => {
            let edge = if block.rtl { rect.right_top() } else { rect.left_top() };
            Some(edge + vec2(0.0, block.baseline()))
        }
        Shape::Rect { .. } | Shape::Circle { .. } | Shape::Line { .. } | Shape::Path { .. } => None,
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
