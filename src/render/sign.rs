//! Small signs on the lower edge of a claim's card: reasons to be careful with it. Their shapes differ, so that they need no colour.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use crate::provenance::marks::MarkKind;
use crate::render::chip::{caption, text_at};
use crate::render::theme::{Ink, UNIT};
use crate::render::{Shape, Stroke, TextBlock, TextShaper};

/// Half the size of a sign.
pub(super) const RADIUS: f32 = 7.0;
/// The same of a quiet one.
const QUIET: f32 = 5.5;
/// Between the centres of two signs.
const PITCH: f32 = 4.5 * UNIT;
/// From the card's left edge to the first sign: what folds the card's branch stands at the right.
const INSET: f32 = 4.0 * UNIT;
/// As much of a card's lower edge as two signs take, from its left end: few claims have more.
pub(super) const ROOM: f32 = INSET + PITCH + RADIUS;

/// Draws signs from the left along the lower edge of a card, and tells where they stand.
pub(super) fn draw(shaper: &mut TextShaper, marks: &[MarkKind], card: Rect, shapes: &mut Vec<Shape>) -> Vec<(Rect, MarkKind)> {
    let mut signs = Vec::with_capacity(marks.len());
    let (quiet, loud): (Vec<&MarkKind>, Vec<&MarkKind>) = marks.iter().partition(|mark| is_quiet(**mark));
    for (i, mark) in loud.into_iter().chain(quiet).enumerate() {
        let centre = pos2(card.left() + INSET + PITCH * i as f32, card.bottom());
        shapes.extend(sign(shaper, *mark, centre));
        signs.push((Rect::from_center_size(centre, Vec2::splat(2.0 * RADIUS)), *mark));
    }
    signs
}

/// Most claims have one origin, which is no fault: that is said in a low voice, behind what is more than that.
fn is_quiet(mark: MarkKind) -> bool {
    matches!(mark, MarkKind::OneOrigin | MarkKind::OneSource)
}

/// One sign around a point.
pub(super) fn sign(shaper: &mut TextShaper, mark: MarkKind, centre: Pos2) -> Vec<Shape> {
    let pen = Stroke::solid(1.25, Ink::Muted);
    let ring = Shape::Circle { center: centre, radius: RADIUS, fill: Some(Ink::Card), stroke: Some(Stroke::solid(1.0, Ink::Muted)) };
    let line = |points: &[(f32, f32)]| Shape::Line {
        points: points.iter().map(|(x, y)| centre + vec2(*x, *y)).collect(),
        fill: None,
        stroke: Some(pen),
    };
    let one = line(&[(-1.4, -1.6), (0.2, -2.8), (0.2, 2.8)]);
    let mut letter = |text: &str| {
        let block: Arc<TextBlock> = caption(shaper, text, f32::INFINITY);
        text_at(centre - vec2(block.width, block.height()) / 2.0, block, Ink::Muted)
    };
    match mark {
        MarkKind::OneOrigin => {
            let quiet =
                Shape::Circle { center: centre, radius: QUIET, fill: Some(Ink::Card), stroke: Some(Stroke::solid(1.0, Ink::Border)) };
            vec![quiet, one]
        }
        MarkKind::OneSource => {
            let rect = Rect::from_center_size(centre, Vec2::splat(2.0 * QUIET - 1.0));
            let square = Shape::Rect { rect, radius: 1.0, fill: Some(Ink::Card), stroke: Some(Stroke::solid(1.0, Ink::Border)) };
            vec![square, one]
        }
        MarkKind::Anonymous => vec![ring, letter("?")],
        MarkKind::Collective => {
            let dot = |x: f32, y: f32| Shape::Circle { center: centre + vec2(x, y), radius: 1.6, fill: Some(Ink::Muted), stroke: None };
            vec![ring, dot(0.0, -2.6), dot(-2.8, 2.0), dot(2.8, 2.0)]
        }
        // A clock without a face; a chain that is broken; an arrow that comes back to where it began.
        MarkKind::Undated => vec![ring, line(&[(0.0, -4.5), (0.0, 0.0), (3.2, 2.0)])],
        MarkKind::Unlinked => vec![ring, line(&[(-4.2, 4.2), (4.2, -4.2)])],
        MarkKind::Circle => {
            let bow: Vec<(f32, f32)> = (0..=9).map(|i| 0.6 + i as f32 * 0.56).map(|a| (3.6 * a.cos(), 3.6 * a.sin())).collect();
            let strong =
                Shape::Circle { center: centre, radius: RADIUS, fill: Some(Ink::Card), stroke: Some(Stroke::solid(1.0, Ink::Rebuttal)) };
            vec![strong, line(&bow), line(&[(1.0, -2.6), (3.4, -1.6), (4.6, -4.0)])]
        }
    }
}
