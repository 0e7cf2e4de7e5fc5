//! The primitives of which every picture consists. Each backend (canvas, SVG) paints these and nothing else.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2};

use crate::render::{Ink, Path, TextBlock};

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
    /// Short strokes, close together.
    Fine,
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
            Self::Fine => &[3.0, 3.0],
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

/// A part of a curve as a polyline.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// About how long the curve is before it.
    pub before: f32,
    /// Its points.
    pub points: Vec<Pos2>,
}

/// Into so many pieces a curve is cut to measure it.
const STEPS: usize = 12;
/// So often a curve is halved at most.
const MAX_SPLITS: usize = 14;

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

    /// About how long it is.
    pub fn length(&self) -> f32 {
        let mut from = self.start();
        let steps = (1..=STEPS).map(|i| {
            let to = self.polynomial(i as f32 / STEPS as f32);
            std::mem::replace(&mut from, to).distance(to)
        });
        steps.sum()
    }

    /// Where in `[0, 1]` the point is that is about so far from the start along the curve.
    pub(super) fn after(&self, distance: f32) -> f32 {
        let (mut from, mut left) = (self.start(), distance);
        for i in 1..=STEPS {
            let to = self.polynomial(i as f32 / STEPS as f32);
            let step = std::mem::replace(&mut from, to).distance(to);
            if left < step {
                return (i as f32 - 1.0 + left / step) / STEPS as f32;
            }
            left -= step;
        }
        1.0
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

    /// The runs of the curve that may come into an area, as polylines that depart from it by no more than about `tolerance`: of a curve
    /// across a whole map only what is near is looked at closely.
    pub fn runs_in(&self, area: Rect, tolerance: f32) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        self.each_piece_in(area, tolerance, &mut |from, to, before| match runs.last_mut() {
            Some(run) if run.points.last() == Some(&from) => run.points.push(to),
            Some(_) | None => runs.push(Run { before, points: vec![from, to] }),
        });
        runs
    }

    /// Whether the curve comes into an area.
    pub fn reaches(&self, area: Rect) -> bool {
        self.comes_into(area, MAX_SPLITS)
    }

    fn comes_into(&self, area: Rect, splits: usize) -> bool {
        let bounds = self.bounds();
        if !bounds.intersects(area) {
            return false;
        }
        if splits == 0 || area.contains(self.start()) || area.contains(self.end()) || (self.is_flat(4.0) && is_near(bounds, area)) {
            return true;
        }
        let (first, second) = self.split(0.5);
        first.comes_into(area, splits - 1) || second.comes_into(area, splits - 1)
    }

    /// How far a point is from the curve; `None` where that is more than `reach`.
    pub fn distance_to(&self, pos: Pos2, reach: f32) -> Option<f32> {
        let mut least: Option<f32> = None;
        self.each_piece_in(Rect::from_center_size(pos, Vec2::splat(2.0 * reach)), 1.0, &mut |from, to, _| {
            let along = to - from;
            let share = ((pos - from).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
            let distance = (pos - (from + along * share)).length();
            if distance <= reach {
                least = Some(least.map_or(distance, |least| least.min(distance)));
            }
        });
        least
    }

    /// Hands over, from its start to its end, straight pieces for those parts of the curve that come into an area, with the length of
    /// what is before.
    fn each_piece_in(&self, area: Rect, tolerance: f32, found: &mut dyn FnMut(Pos2, Pos2, f32)) {
        self.pieces(area, tolerance, MAX_SPLITS, &mut 0.0, found);
    }

    fn pieces(&self, area: Rect, tolerance: f32, splits: usize, before: &mut f32, found: &mut dyn FnMut(Pos2, Pos2, f32)) {
        let bounds = self.bounds();
        if !bounds.intersects(area) {
            *before += self.start().distance(self.end());
        } else if splits == 0 || (self.is_flat(tolerance) && is_near(bounds, area)) {
            found(self.start(), self.end(), *before);
            *before += self.start().distance(self.end());
        } else {
            let (first, second) = self.split(0.5);
            first.pieces(area, tolerance, splits - 1, before, found);
            second.pieces(area, tolerance, splits - 1, before, found);
        }
    }

    /// Whether it departs from its chord by no more than about `tolerance`.
    fn is_flat(&self, tolerance: f32) -> bool {
        let [a, b, c, d] = self.0.map(Pos2::to_vec2);
        let bend = (a - 2.0 * b + c).length_sq().max((b - 2.0 * c + d).length_sq());
        0.75 * bend.sqrt() <= tolerance.max(0.01)
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

/// Whether a straight piece need not be cut: it is all in sight, or not much longer than the area.
fn is_near(bounds: Rect, area: Rect) -> bool {
    area.contains_rect(bounds) || bounds.width().max(bounds.height()) <= 2.0 * area.width().max(area.height())
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
    Path {
        /// Where.
        path: Path,
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
            Self::Path { path, .. } => path.bounds(),
        }
    }

    /// The shape moved by `offset`.
    pub fn translated(&self, offset: Vec2) -> Self {
        let mut moved = self.clone();
        match &mut moved {
            Self::Rect { rect, .. } | Self::Text { rect, .. } => *rect = rect.translate(offset),
            Self::Circle { center, .. } => *center += offset,
            Self::Line { points, .. } => points.iter_mut().for_each(|p| *p += offset),
            Self::Path { path, .. } => *path = path.translated(offset),
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
    fn only_what_is_near_is_looked_at_closely() {
        let curve = Curve([pos2(0.0, 0.0), pos2(9_000.0, 0.0), pos2(9_000.0, 20_000.0), pos2(30_000.0, 20_000.0)]);
        let whole = curve.runs_in(curve.bounds(), 1.0);
        assert_eq!(whole.len(), 1);
        assert_eq!((whole[0].points.first(), whole[0].points.last()), (Some(&curve.start()), Some(&curve.end())));
        let on = curve.at(0.3);
        let area = Rect::from_center_size(on, emath::vec2(800.0, 500.0));
        let near = curve.runs_in(area, 0.5);
        assert!(near.len() == 1 && near[0].points.len() < 30 && near[0].before > 1_000.0, "{near:?}");
        for i in 0..=1000 {
            let at = curve.at(i as f32 / 1000.0);
            if area.contains(at) {
                assert!(near[0].points.windows(2).any(|pair| Curve::line(pair[0], pair[1]).distance_to(at, 1.0).is_some()), "{at}");
            }
        }
        assert!(curve.reaches(area) && !curve.reaches(area.translate(emath::vec2(5_000.0, 0.0))));
        assert!(curve.distance_to(on, 1.0).is_some_and(|d| d < 1.0));
        let beside = on + (curve.at(0.3001) - curve.at(0.2999)).normalized().rot90() * 5.0;
        assert!(curve.distance_to(beside, 6.0).is_some_and(|d| (4.0..6.0).contains(&d)) && curve.distance_to(beside, 3.0).is_none());
        assert!(!Curve([pos2(f32::NAN, 0.0); 4]).reaches(area));
    }

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
