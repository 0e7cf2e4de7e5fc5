//! Puts rectangles side by side on a page: parts of a map that have nothing to do with each other.

use crate::layout::point::Point;

/// Width of the page wanted for a height of 1.
const ASPECT: f64 = 1.5;

/// Pages of these widths are tried, in widths of a page without a gap.
const WIDTHS: [f64; 6] = [1.0, 1.15, 1.3, 1.5, 1.75, 2.0];
/// From so many rectangles on, one page is tried.
const MANY: usize = 500;

/// The upper left corners of rectangles of the given sizes, packed without overlap in the order of their heights onto the most compact of
/// several pages.
pub(in crate::layout) fn pack(sizes: &[Point], gap: f64) -> Vec<Point> {
    let padded: Vec<Point> = sizes.iter().map(|s| *s + Point::new(gap, gap)).collect();
    let area: f64 = padded.iter().map(|s| s.x * s.y).sum();
    let widest = padded.iter().fold(0.0, |w: f64, s| w.max(s.x));
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&a, &b| padded[b].y.total_cmp(&padded[a].y).then(padded[b].x.total_cmp(&padded[a].x)).then(a.cmp(&b)));
    let mut best: (f64, Vec<Point>) = (f64::INFINITY, Vec::new());
    // Many rectangles fill any page well.
    let tries = if sizes.len() < MANY { WIDTHS.len() } else { 1 };
    for factor in &WIDTHS[..tries] {
        let width = ((area * ASPECT).sqrt() * factor).max(widest);
        let mut corners = vec![Point::ZERO; sizes.len()];
        let mut skyline = vec![Step { x: 0.0, y: 0.0, width }];
        for &i in &order {
            corners[i] = place(&mut skyline, padded[i], width);
        }
        let page = corners.iter().zip(&padded).fold(Point::ZERO, |page, (corner, size)| page.max(*corner + *size));
        // The page of the wanted shape that holds all.
        let height = page.y.max(page.x / ASPECT);
        if height < best.0 {
            best = (height, corners);
        }
    }
    best.1
}

/// A stretch of the line above which all is taken.
#[derive(Clone, Copy)]
struct Step {
    x: f64,
    y: f64,
    width: f64,
}

/// Takes the highest free place, the leftmost of those.
fn place(skyline: &mut Vec<Step>, size: Point, width: f64) -> Point {
    let mut best: Option<(usize, f64)> = None;
    for start in 0..skyline.len() {
        if skyline[start].x + size.x > width * (1.0 + 1e-9) {
            break;
        }
        let mut y: f64 = 0.0;
        for step in skyline[start..].iter().take_while(|s| s.x < skyline[start].x + size.x - 1e-9) {
            y = y.max(step.y);
        }
        if best.is_none_or(|(_, lowest)| y < lowest) {
            best = Some((start, y));
        }
    }
    // The first step always fits: no rectangle is wider than the page.
    let (start, y) = best.unwrap_or_default();
    let corner = Point::new(skyline.get(start).map_or(0.0, |s| s.x), y);
    let end = corner.x + size.x;
    let mut next: Vec<Step> = skyline[..start].to_vec();
    next.push(Step { x: corner.x, y: y + size.y, width: size.x });
    for step in &skyline[start..] {
        let right = step.x + step.width;
        if right > end + 1e-9 {
            let x = step.x.max(end);
            next.push(Step { x, y: step.y, width: right - x });
        }
    }
    *skyline = next;
    corner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_and_the_page_is_full() {
        let sizes: Vec<Point> = (0..200).map(|i| Point::new(f64::from(20 + i * 37 % 200), f64::from(10 + i * 53 % 120))).collect();
        let corners = pack(&sizes, 10.0);
        for i in 0..sizes.len() {
            for j in 0..i {
                let apart = |a: f64, wa: f64, b: f64, wb: f64| a + wa + 9.99 <= b || b + wb + 9.99 <= a;
                assert!(
                    apart(corners[i].x, sizes[i].x, corners[j].x, sizes[j].x) || apart(corners[i].y, sizes[i].y, corners[j].y, sizes[j].y),
                    "{i} and {j}"
                );
            }
        }
        let page = corners.iter().zip(&sizes).fold(Point::ZERO, |page, (c, s)| page.max(*c + *s));
        let used: f64 = sizes.iter().map(|s| (s.x + 10.0) * (s.y + 10.0)).sum();
        assert!(used > 0.8 * page.x * page.y, "{} of {}", used, page.x * page.y);
        assert!(pack(&[], 10.0).is_empty());
    }
}
