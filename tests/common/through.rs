//! Whether a line of straight pieces runs through boxes on which it does not end.

use elenchus::layout::{LayoutRequest, Link};
use emath::{Pos2, Rect};

/// Whether the line of a link comes into another box by more than half a unit.
pub fn is_through(request: &LayoutRequest, centres: &[Pos2], link: &Link, line: &[Pos2]) -> bool {
    line.windows(2).any(|pair| {
        let area = Rect::from_two_pos(pair[0], pair[1]);
        centres.iter().enumerate().filter(|(i, _)| *i != link.from && *i != link.to).any(|(i, at)| {
            let rect = Rect::from_center_size(*at, request.bodies[i].size).shrink(0.5);
            rect.intersects(area) && comes_into(pair[0], pair[1], rect)
        })
    })
}

fn comes_into(from: Pos2, to: Pos2, rect: Rect) -> bool {
    let (mut first, mut last) = (0.0f32, 1.0f32);
    for axis in 0..2 {
        let (from, way, min, max) = (from[axis], to[axis] - from[axis], rect.min[axis], rect.max[axis]);
        if way.abs() < 1e-6 {
            if from <= min || from >= max {
                return false;
            }
            continue;
        }
        let (a, b) = ((min - from) / way, (max - from) / way);
        (first, last) = (first.max(a.min(b)), last.min(a.max(b)));
    }
    first < last
}
