//! The lines of a layered drawing: straight from layer to layer, upright through the gaps between the boxes of those that they pass.

use emath::Pos2;

use crate::layout::parts::{Part, off_page, on_page, parts};
use crate::layout::point::Point;
use crate::layout::{GAP, LayoutRequest};
use crate::model::Side;

/// Lines keep so far off the boxes that they pass, where the gap is wide enough.
const OFF: f64 = GAP as f64 / 3.0;
/// Rounds in which the bends of a line follow each other.
const ROUNDS: usize = 4;

/// A line for every link of the request, from border to border; empty where a link joins nothing.
pub(super) fn lines(request: &LayoutRequest, centres: &[Pos2]) -> Vec<Vec<Pos2>> {
    let mut spot = vec![(0, 0); request.bodies.len()];
    let parts = parts(request);
    let drawn: Vec<Drawn> = parts.iter().map(|part| Drawn::new(part, centres, request.side)).collect();
    for (p, part) in parts.iter().enumerate() {
        for (i, &body) in part.members.iter().enumerate() {
            spot[body as usize] = (p, i);
        }
    }
    let line = |link: &crate::layout::Link| {
        let ((part, from), (_, to)) = (*spot.get(link.from)?, *spot.get(link.to)?);
        let points = drawn.get(part).filter(|_| link.from != link.to)?.line(from, to);
        Some(points.into_iter().map(|at| on_page(at, request.side).to_pos()).collect())
    };
    request.links.iter().map(|link| line(link).unwrap_or_default()).collect()
}

/// Boxes of which no other is as far along.
#[derive(Debug)]
struct Layer {
    start: f64,
    end: f64,
    /// The stretches across in which no box is in the way.
    free: Vec<(f64, f64)>,
}

impl Layer {
    /// The nearest place in a free stretch.
    fn nearest(&self, x: f64) -> f64 {
        let next = self.free.partition_point(|(low, _)| *low <= x);
        let candidates = [next.checked_sub(1), Some(next)].into_iter().flatten().filter_map(|k| self.free.get(k));
        let places = candidates.map(|(low, high)| x.clamp(*low, *high));
        places.min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs())).unwrap_or(x)
    }
}

/// A part as it was drawn, across and along.
struct Drawn<'a> {
    part: &'a Part,
    at: Vec<Point>,
    layers: Vec<Layer>,
    /// The layer of each box.
    layer: Vec<usize>,
}

impl<'a> Drawn<'a> {
    fn new(part: &'a Part, centres: &[Pos2], side: Side) -> Self {
        let at: Vec<Point> = part.members.iter().map(|&i| off_page(centres[i as usize], side)).collect();
        let extent = |i: usize| (at[i].y - part.half[i].y, at[i].y + part.half[i].y);
        let mut order: Vec<usize> = (0..part.len()).collect();
        order.sort_by(|&a, &b| extent(a).0.total_cmp(&extent(b).0));
        let mut layer = vec![0; part.len()];
        let mut layers: Vec<Layer> = Vec::new();
        let mut boxes: Vec<Vec<(f64, f64)>> = Vec::new();
        for i in order {
            let (start, end) = extent(i);
            match layers.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(end),
                Some(_) | None => {
                    layers.push(Layer { start, end, free: Vec::new() });
                    boxes.push(Vec::new());
                }
            }
            layer[i] = layers.len() - 1;
            boxes[layer[i]].push((at[i].x - part.half[i].x, at[i].x + part.half[i].x));
        }
        for (layer, mut boxes) in layers.iter_mut().zip(boxes) {
            boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut low = f64::NEG_INFINITY;
            for (left, right) in boxes {
                if left > low {
                    layer.free.push(between(low, left));
                }
                low = low.max(right);
            }
            layer.free.push(between(low, f64::INFINITY));
        }
        Self { part, at, layers, layer }
    }

    fn line(&self, from: usize, to: usize) -> Vec<Point> {
        let (above, below) = if self.layer[from] <= self.layer[to] { (from, to) } else { (to, from) };
        let (top, bottom) =
            (self.at[above] + Point::new(0.0, self.part.half[above].y), self.at[below] - Point::new(0.0, self.part.half[below].y));
        if self.layer[above] == self.layer[below] {
            return vec![self.at[from], self.at[to]];
        }
        let (first, last) = (self.layers[self.layer[above]].end, self.layers[self.layer[below]].start);
        let passed = &self.layers[self.layer[above] + 1..self.layer[below]];
        // Where a straight line between two points passes a layer.
        let between = |(a, b): (Point, Point), layer: &Layer| {
            let share = ((layer.start + layer.end) / 2.0 - a.y) / (b.y - a.y).max(1.0);
            layer.nearest(a.x + (b.x - a.x) * share)
        };
        let (start, end) = (Point::new(top.x, first), Point::new(bottom.x, last));
        let mut x: Vec<f64> = Vec::with_capacity(passed.len());
        for layer in passed {
            let before = x.len().checked_sub(1).map_or(start, |k| Point::new(x[k], passed[k].end));
            x.push(between((before, end), layer));
        }
        for _ in 0..ROUNDS {
            for (k, layer) in passed.iter().enumerate() {
                let before = k.checked_sub(1).map_or(start, |k| Point::new(x[k], passed[k].end));
                let after = passed.get(k + 1).map_or(end, |next| Point::new(x[k + 1], next.start));
                x[k] = between((before, after), layer);
            }
        }
        let mut points = vec![top, start];
        points.extend(passed.iter().zip(x).flat_map(|(layer, x)| [Point::new(x, layer.start), Point::new(x, layer.end)]));
        points.extend([end, bottom]);
        points.dedup();
        if above == to {
            points.reverse();
        }
        points
    }
}

/// What is free between two boxes: the middle alone where they stand close.
fn between(right: f64, left: f64) -> (f64, f64) {
    let (low, high) = (right + OFF, left - OFF);
    if low <= high { (low, high) } else { ((right + left) / 2.0, (right + left) / 2.0) }
}
