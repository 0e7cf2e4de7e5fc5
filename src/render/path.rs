//! Lines of several curves: smooth, cut and measured as one.

use emath::{Pos2, Rect, Vec2};

use crate::render::Curve;
use crate::render::shape::Run;

/// Curves of which each begins where the one before ends; an empty path is nowhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path(Vec<Curve>);

impl From<Curve> for Path {
    fn from(curve: Curve) -> Self {
        Self(vec![curve])
    }
}

impl FromIterator<Curve> for Path {
    fn from_iter<I: IntoIterator<Item = Curve>>(curves: I) -> Self {
        Self(curves.into_iter().collect())
    }
}

impl Path {
    /// Its curves from start to end.
    pub fn curves(&self) -> &[Curve] {
        &self.0
    }

    /// First point; the origin for an empty path.
    pub fn start(&self) -> Pos2 {
        self.0.first().map_or(Pos2::ZERO, Curve::start)
    }

    /// Last point; the origin for an empty path.
    pub fn end(&self) -> Pos2 {
        self.0.last().map_or(Pos2::ZERO, Curve::end)
    }

    /// A box that holds the whole path.
    pub fn bounds(&self) -> Rect {
        self.0.iter().map(Curve::bounds).reduce(Rect::union).unwrap_or(Rect::NOTHING)
    }

    /// About how long it is.
    pub fn length(&self) -> f32 {
        self.0.iter().map(Curve::length).sum()
    }

    /// The point that is about so far from its start along the path, and the direction there.
    pub fn along(&self, distance: f32) -> (Pos2, Vec2) {
        let (index, t) = self.place(distance);
        let Some(curve) = self.0.get(index) else { return (Pos2::ZERO, Vec2::ZERO) };
        let (before, after) = curve.split(t);
        let ([.., b, c, at], [_, d, e, _]) = (before.0, after.0);
        let way = [d - c, e - b].into_iter().find(|way| way.length() > 0.01).unwrap_or(curve.end() - curve.start());
        (at, way.normalized())
    }

    /// The part up to about that distance from its start, and the rest.
    pub fn cut(&self, distance: f32) -> (Self, Self) {
        let (index, t) = self.place(distance);
        let mut first: Vec<Curve> = self.0.iter().take(index).copied().collect();
        let mut rest = Vec::with_capacity(self.0.len().saturating_sub(index));
        if let Some(curve) = self.0.get(index) {
            let (before, after) = curve.split(t);
            first.push(before);
            rest.push(after);
        }
        rest.extend(self.0.iter().skip(index + 1));
        (Self(first), Self(rest))
    }

    /// The curve that is about so far from the start, and where in it.
    fn place(&self, distance: f32) -> (usize, f32) {
        let mut left = distance.max(0.0);
        for (index, curve) in self.0.iter().enumerate() {
            let length = curve.length();
            if left < length || index + 1 == self.0.len() {
                return (index, curve.after(left));
            }
            left -= length;
        }
        (0, 0.0)
    }

    /// The same from end to start.
    pub fn reversed(&self) -> Self {
        self.0.iter().rev().map(|Curve([a, b, c, d])| Curve([*d, *c, *b, *a])).collect()
    }

    /// The path moved by `offset`.
    pub fn translated(&self, offset: Vec2) -> Self {
        self.0.iter().map(|curve| curve.translated(offset)).collect()
    }

    /// The path as a polyline that departs from it by no more than about `tolerance`.
    pub fn flatten(&self, tolerance: f32) -> Vec<Pos2> {
        let mut points: Vec<Pos2> = Vec::new();
        for curve in &self.0 {
            points.truncate(points.len().saturating_sub(1));
            points.extend(curve.flatten(tolerance));
        }
        points
    }

    /// The runs of the path that may come into an area, as [`Curve::runs_in`] has them.
    pub fn runs_in(&self, area: Rect, tolerance: f32) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut before = 0.0;
        for curve in &self.0 {
            for run in curve.runs_in(area, tolerance) {
                match runs.last_mut() {
                    Some(last) if last.points.last() == run.points.first() => last.points.extend(run.points.into_iter().skip(1)),
                    Some(_) | None => runs.push(Run { before: before + run.before, points: run.points }),
                }
            }
            before += curve.length();
        }
        runs
    }

    /// Whether the path comes into an area.
    pub fn reaches(&self, area: Rect) -> bool {
        self.0.iter().any(|curve| curve.reaches(area))
    }

    /// How far a point is from the path; `None` where that is more than `reach`.
    pub fn distance_to(&self, pos: Pos2, reach: f32) -> Option<f32> {
        self.0.iter().filter_map(|curve| curve.distance_to(pos, reach)).min_by(f32::total_cmp)
    }

    /// The path without about that much of its end, which keeps its direction.
    pub(super) fn shortened(mut self, by: f32) -> Self {
        if let Some(last) = self.0.last_mut() {
            let [a, b, c, d] = last.0;
            let along = [d - c, d - b, d - a].into_iter().find(|way| way.length() > 0.1).map_or(Vec2::ZERO, Vec2::normalized);
            let back = along * by.min((d - a).length() / 2.0);
            *last = Curve([a, b, c - back, d - back]);
        }
        self
    }

    /// The direction in which it arrives; down where it is a point.
    pub(super) fn arrival(&self) -> Vec2 {
        let Some(Curve([a, b, c, d])) = self.0.last().copied() else { return Vec2::DOWN };
        [d - c, d - b, d - a].into_iter().find(|way| way.length() > 0.1).map_or(Vec2::DOWN, Vec2::normalized)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use emath::pos2;

    fn bend() -> Path {
        let corner = pos2(100.0, 0.0);
        [Curve::line(pos2(0.0, 0.0), corner), Curve::line(corner, pos2(100.0, 50.0))].into_iter().collect()
    }

    #[test]
    fn a_path_is_measured_and_cut_as_one() {
        let path = bend();
        assert!((path.length() - 150.0).abs() < 0.5, "{}", path.length());
        let (at, way) = path.along(120.0);
        assert!(at.distance(pos2(100.0, 20.0)) < 0.5 && (way - Vec2::DOWN).length() < 0.01, "{at} {way}");
        for distance in [-5.0, 0.0, 40.0, 100.0, 149.0, 900.0] {
            let (first, rest) = path.cut(distance);
            assert_eq!((first.start(), first.end(), rest.end()), (path.start(), rest.start(), path.end()), "{distance}");
            assert!((first.length() + rest.length() - 150.0).abs() < 1.0, "{distance}");
        }
        assert_eq!(path.reversed().reversed(), path);
        assert_eq!(path.flatten(1.0), [pos2(0.0, 0.0), pos2(100.0, 0.0), pos2(100.0, 50.0)]);
        assert_eq!(path.runs_in(path.bounds(), 1.0).len(), 1);
        assert_eq!(Path::default().cut(3.0), (Path::default(), Path::default()));
    }
}
