//! The primitives of which every picture consists. Each backend (canvas, SVG) paints these and nothing else.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2};

use crate::render::{Ink, TextBlock};

/// Most pieces into which a curve is cut.
const MAX_SEGMENTS: usize = 24;

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Long strokes.
    Long,
    /// Strokes.
    Dashed,
    /// Dots.
    Dotted,
    /// Strokes and dots in turn.
    DashDot,
}

impl Dash {
    /// Lengths of mark and gap in turn, in points; empty for a solid line.
    pub fn pattern(self) -> &'static [f32] {
        match self {
            Self::Solid => &[],
            Self::Long => &[15.0, 5.0],
            Self::Dashed => &[7.0, 5.0],
            Self::Dotted => &[2.0, 4.0],
            Self::DashDot => &[9.0, 4.0, 2.0, 4.0],
        }
    }
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Width in points.
    pub width: f32,
    /// Colour.
    pub ink: Ink,
    /// Breaks.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    pub fn solid(width: f32, ink: Ink) -> Self {
        Self { width, ink, dash: Dash::Solid }
    }
}

/// A cubic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve(pub [Pos2; 4]);

impl Curve {
    /// A straight line as a curve.
    pub fn line(from: Pos2, to: Pos2) -> Self {
        Self([from, from.lerp(to, 1.0 / 3.0), from.lerp(to, 2.0 / 3.0), to])
    }

    /// First point.
    pub fn start(&self) -> Pos2 {
        self.0[0]
    }

    /// Last point.
    pub fn end(&self) -> Pos2 {
        self.0[3]
    }

    /// The point at `t` in `[0, 1]`.
    pub fn at(&self, t: f32) -> Pos2 {
        self.split(t).0.end()
    }

    /// The part before `t` and the part after it.
    pub fn split(&self, t: f32) -> (Self, Self) {
        let [a, b, c, d] = self.0;
        let (ab, bc, cd) = (a.lerp(b, t), b.lerp(c, t), c.lerp(d, t));
        let (abc, bcd) = (ab.lerp(bc, t), bc.lerp(cd, t));
        let middle = abc.lerp(bcd, t);
        (Self([a, ab, abc, middle]), Self([middle, bcd, cd, d]))
    }

    /// A box that holds the whole curve.
    pub fn bounds(&self) -> Rect {
        Rect::from_points(&self.0)
    }

    /// The curve as a polyline of at most 24 pieces that departs from it by no more than about `tolerance`.
    pub fn flatten(&self, tolerance: f32) -> Vec<Pos2> {
        let [a, b, c, d] = self.0;
        // The second differences of the control points bound how far the curve leaves its chords.
        let bend = ((a.to_vec2() - 2.0 * b.to_vec2() + c.to_vec2()).length()).max((b.to_vec2() - 2.0 * c.to_vec2() + d.to_vec2()).length());
        let wanted = (0.75 * bend / tolerance.max(0.01)).sqrt().ceil();
        let pieces = if wanted.is_finite() { (wanted as usize).clamp(1, MAX_SEGMENTS) } else { 1 };
        (0..=pieces).map(|i| self.polynomial(i as f32 / pieces as f32)).collect()
    }

    fn polynomial(&self, t: f32) -> Pos2 {
        let [a, b, c, d] = self.0.map(Pos2::to_vec2);
        let u = 1.0 - t;
        (a * (u * u * u) + b * (3.0 * u * u * t) + c * (3.0 * u * t * t) + d * (t * t * t)).to_pos2()
    }

    /// The curve moved by `offset`.
    pub fn translated(&self, offset: Vec2) -> Self {
        Self(self.0.map(|p| p + offset))
    }
}

/// A primitive. Coordinates are map units: x right, y down, one unit is one point at zoom 1.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle with rounded corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A disc or ring.
    Circle {
        /// Centre.
        center: Pos2,
        /// Radius.
        radius: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// Straight strokes from point to point, with round joins and ends; a filled one is closed.
    Line {
        /// The points.
        points: Vec<Pos2>,
        /// Inside.
        fill: Option<Ink>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A curved stroke.
    Curve {
        /// Where.
        curve: Curve,
        /// The line.
        stroke: Stroke,
    },
    /// Text that is broken into lines already.
    Text {
        /// Its box; lines run down from the top, flush left, or flush right where the block is written right to left.
        rect: Rect,
        /// What it says.
        block: Arc<TextBlock>,
        /// Colour.
        ink: Ink,
    },
}

impl Shape {
    /// A box that holds the shape, line width aside.
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Rect { rect, .. } | Self::Text { rect, .. } => *rect,
            Self::Circle { center, radius, .. } => Rect::from_center_size(*center, Vec2::splat(2.0 * radius)),
            Self::Line { points, .. } => Rect::from_points(points),
            Self::Curve { curve, .. } => curve.bounds(),
        }
    }

    /// The shape moved by `offset`.
    pub fn translated(&self, offset: Vec2) -> Self {
        let mut moved = self.clone();
        match &mut moved {
            Self::Rect { rect, .. } | Self::Text { rect, .. } => *rect = rect.translate(offset),
            Self::Circle { center, .. } => *center += offset,
            Self::Line { points, .. } => points.iter_mut().for_each(|p| *p += offset),
            Self::Curve { curve, .. } => *curve = curve.translated(offset),
        }
        moved
    }
}

/// The point on a rectangle nearest to the origin of local coordinates: its centre moved there.
pub(super) fn centered(size: Vec2) -> Rect {
    Rect::from_center_size(pos2(0.0, 0.0), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flattening_keeps_the_ends_and_stays_small() {
        let curve = Curve([pos2(0.0, 0.0), pos2(4000.0, 0.0), pos2(-4000.0, 900.0), pos2(10.0, 900.0)]);
        let points = curve.flatten(0.2);
        assert_eq!(points.len(), MAX_SEGMENTS + 1);
        assert_eq!((points.first(), points.last()), (Some(&curve.start()), Some(&curve.end())));
        assert_eq!(Curve::line(pos2(0.0, 0.0), pos2(90.0, 30.0)).flatten(0.2).len(), 2);
        let nan = Curve([pos2(f32::NAN, 0.0); 4]);
        assert!(nan.flatten(0.2).len() <= MAX_SEGMENTS + 1);
    }

    #[test]
    fn splitting_meets_in_the_middle() {
        let curve = Curve([pos2(0.0, 0.0), pos2(0.0, 90.0), pos2(60.0, 90.0), pos2(60.0, 0.0)]);
        let (a, b) = curve.split(0.5);
        assert_eq!((a.start(), a.end(), b.end()), (curve.start(), b.start(), curve.end()));
        assert!((curve.at(0.5) - curve.polynomial(0.5)).length() < 1e-3);
    }
}
