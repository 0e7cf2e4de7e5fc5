//! What recurs in a picture: cards' frames, handles, chips, arrow heads, signs. Shapes that lie on each other are a motif; one that is
//! drawn more than once is defined once, and is as wide and as high as each place says.

use emath::{Pos2, Rect, Vec2};

use super::element::{Element, drawn, places_of, rounded};
use super::trace::{short, tenths};
use crate::render::Shape;

/// What is larger than this is as large as its place says.
const FIXED: f32 = 40.0;
/// Two widths that differ by no more go with each other.
const TOGETHER: f32 = 12.0;

/// A motif in its place.
pub(super) struct Motif {
    /// How it is drawn, from its own origin.
    pub(super) body: Vec<Element>,
    /// What its place says about it.
    pub(super) place: String,
    /// How it is drawn there if it is the only one.
    pub(super) plain: Vec<Element>,
    pub(super) bounds: Rect,
    /// Whether it is as large as its place says.
    pub(super) is_sized: bool,
}

/// The number of shapes, from the first on, that lie on each other, where they may be a motif.
pub(super) fn together(shapes: &[Shape]) -> usize {
    let mut around = Rect::NOTHING;
    let mut count = 0;
    for shape in shapes {
        let bounds = shape.bounds();
        let is_drawn = matches!(shape, Shape::Rect { .. } | Shape::Circle { .. } | Shape::Line { .. });
        if !is_drawn || (count > 0 && !around.intersects(bounds)) {
            break;
        }
        around = around.union(bounds);
        count += 1;
    }
    let is_head = matches!(shapes.first(), Some(Shape::Line { fill: Some(_), .. }));
    if count > 1 || is_head { count } else { 0 }
}

impl Motif {
    /// Shapes that lie on each other. They begin at `origin` where that is given, else where the first of them does.
    pub(super) fn new(shapes: &[Shape], offset: Vec2, origin: Option<Pos2>) -> Option<Self> {
        let moved: Vec<Shape> = shapes.iter().map(|shape| shape.translated(offset)).collect();
        let bounds = moved.iter().map(Shape::bounds).reduce(Rect::union)?;
        // The last rectangle is the border of a card, the only one is the ground of a chip.
        let base = moved.iter().rev().find_map(|shape| match shape {
            Shape::Rect { rect, .. } if rect.width() > FIXED => Some(*rect),
            _ => None,
        });
        let at = origin.or(base.map(|base| base.min)).unwrap_or_else(|| begin(moved.first(), bounds));
        let size = base.map(|base| (base.width(), if base.height() > FIXED { base.height() } else { 0.0 }));
        let (width, height) = size.unwrap_or_default();
        Some(Self {
            body: moved.iter().map(|shape| element(&shape.translated(-at.to_vec2()), size)).collect::<Option<_>>()?,
            place: places_of(&[("x", at.x), ("y", at.y), ("width", width), ("height", height)]),
            plain: moved.iter().map(|shape| element(shape, None)).collect::<Option<_>>()?,
            bounds,
            is_sized: base.is_some(),
        })
    }
}

fn begin(shape: Option<&Shape>, bounds: Rect) -> Pos2 {
    match shape {
        Some(Shape::Circle { center, .. }) => *center,
        Some(Shape::Line { points, .. }) => points.first().copied().unwrap_or(bounds.min),
        _ => bounds.min,
    }
}

/// A shape in a place of that size.
fn element(shape: &Shape, size: Option<(f32, f32)>) -> Option<Element> {
    let (Shape::Rect { rect, radius, fill, stroke }, Some((width, height))) = (shape, size) else { return Some(drawn(shape)?.into()) };
    let px = |value: f32| format!("{}px", short(tenths(value)));
    let share = |of: f32, all: f32| match tenths(of - all) {
        _ if all <= FIXED || (of - all).abs() > TOGETHER => px(of),
        0 => "100%".to_owned(),
        less @ ..0 => format!("calc(100% - {}px)", short(-less)),
        more => format!("calc(100% + {}px)", short(more)),
    };
    let look = format!(
        "{};x:{};y:{};width:{};height:{}",
        rounded(*rect, *radius, *fill, *stroke),
        px(rect.left()),
        px(rect.top()),
        share(rect.width(), width),
        share(rect.height(), height)
    );
    Some(Element { name: "rect", look, attributes: String::new() })
}
