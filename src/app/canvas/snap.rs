//! Snap lines: a card that is dragged catches on the edges, centres and gaps of the cards around it.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// A thin line that shows on what the card has caught; ends on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Guide {
    /// One end.
    pub(crate) from: Pos2,
    /// The other.
    pub(crate) to: Pos2,
    /// Whether it stands for a gap that is equal to another one: drawn with a bar at each end.
    pub(crate) gap: bool,
}

/// By how much the card moves to catch, and what shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Snap {
    /// To be added to where the card is.
    pub(crate) shift: Vec2,
    /// What it has caught on.
    pub(crate) guides: Vec<Guide>,
}

/// Where `moving` catches among the cards around it, within `reach` on each axis by itself. Edges and centres come before gaps.
pub(crate) fn snap(moving: Rect, around: &[Rect], reach: f32) -> Snap {
    let shift = vec2(shift_along(moving, around, reach, false), shift_along(turned(moving), around, reach, true));
    let caught = moving.translate(shift);
    let mut guides = guides_along(caught, around, false);
    guides.extend(guides_along(turned(caught), around, true).into_iter().map(|guide| Guide {
        from: pos2(guide.from.y, guide.from.x),
        to: pos2(guide.to.y, guide.to.x),
        gap: guide.gap,
    }));
    Snap { shift, guides }
}

/// x and y exchanged: one computation serves both axes.
fn turned(rect: Rect) -> Rect {
    Rect::from_min_max(pos2(rect.min.y, rect.min.x), pos2(rect.max.y, rect.max.x))
}

fn each(around: &[Rect], turn: bool) -> impl Iterator<Item = Rect> + Clone + '_ {
    around.iter().map(move |rect| if turn { turned(*rect) } else { *rect })
}

/// Left edge, centre and right edge.
fn marks(rect: Rect) -> [f32; 3] {
    [rect.left(), rect.center().x, rect.right()]
}

/// Which of the marks catch on which.
const PAIRS: [(usize, usize); 5] = [(0, 0), (0, 2), (2, 0), (2, 2), (1, 1)];

/// The least shift along x that brings an edge or the centre into line with another card, else one that makes gaps equal; 0 where
/// nothing is within reach.
fn shift_along(moving: Rect, around: &[Rect], reach: f32, turn: bool) -> f32 {
    let least = |shifts: &mut dyn Iterator<Item = f32>| shifts.filter(|by| by.abs() <= reach).min_by(|a, b| a.abs().total_cmp(&b.abs()));
    // Edges meet edges, centres meet centres: the rest is chance.
    let mut aligned = each(around, turn).flat_map(|rect| PAIRS.map(|(at, to)| marks(rect)[to] - marks(moving)[at]));
    let mut spaced = equal_gaps(moving, around, turn).into_iter().map(|left| left - moving.left());
    least(&mut aligned).or_else(|| least(&mut spaced)).unwrap_or(0.0)
}

/// The cards beside it in its row: the last two that end before its centre, the first two that begin after it.
fn beside(moving: Rect, around: &[Rect], turn: bool) -> [Option<Rect>; 4] {
    let row = each(around, turn).filter(|rect| rect.top() < moving.bottom() && rect.bottom() > moving.top());
    let middle = moving.center().x;
    let before = |limit: f32| row.clone().filter(|r| r.right() <= limit).max_by(|a, b| a.right().total_cmp(&b.right()));
    let after = |limit: f32| row.clone().filter(|r| r.left() >= limit).min_by(|a, b| a.left().total_cmp(&b.left()));
    let (left, right) = (before(middle), after(middle));
    [left.and_then(|l| before(l.left())), left, right, right.and_then(|r| after(r.right()))]
}

/// Where its left edge would be with equal gaps: in the middle of its neighbours, or as far from one as that one is from the next.
fn equal_gaps(moving: Rect, around: &[Rect], turn: bool) -> Vec<f32> {
    let [further_left, left, right, further_right] = beside(moving, around, turn);
    let width = moving.width();
    let between = left.zip(right).map(|(l, r)| (l.right() + r.left() - width) / 2.0);
    let onwards = further_left.zip(left).map(|(ll, l)| l.right() + (l.left() - ll.right()));
    let backwards = right.zip(further_right).map(|(r, rr)| r.left() - (rr.left() - r.right()) - width);
    [between, onwards, backwards].into_iter().flatten().collect()
}

/// Half a unit: places are whole numbers, sizes need not be.
const SAME: f32 = 0.75;

fn guides_along(caught: Rect, around: &[Rect], turn: bool) -> Vec<Guide> {
    let mut lines: Vec<(f32, f32, f32)> = Vec::new();
    for rect in each(around, turn) {
        // Cards of one size share their centres where they share their edges: that goes without a line through both.
        let equal = (caught.width() - rect.width()).abs() <= 2.0 * SAME;
        for (at, to, is_centre) in PAIRS.map(|(at, to)| (marks(caught)[at], marks(rect)[to], at == 1)) {
            if (at - to).abs() > SAME || (is_centre && equal) {
                continue;
            }
            let (low, high) = (caught.top().min(rect.top()), caught.bottom().max(rect.bottom()));
            match lines.iter_mut().find(|line| (line.0 - to).abs() <= SAME) {
                Some(line) => (line.1, line.2) = (line.1.min(low), line.2.max(high)),
                None => lines.push((to, low, high)),
            }
        }
    }
    if !lines.is_empty() {
        return lines.into_iter().map(|(x, low, high)| Guide { from: pos2(x, low), to: pos2(x, high), gap: false }).collect();
    }
    gap_guides(caught, around, turn)
}

fn gap_guides(caught: Rect, around: &[Rect], turn: bool) -> Vec<Guide> {
    let [further_left, left, right, further_right] = beside(caught, around, turn);
    let pairs = [(further_left, left), (left, Some(caught)), (Some(caught), right), (right, further_right)];
    let gaps: Vec<Option<(f32, f32, f32)>> = pairs
        .into_iter()
        .map(|(a, b)| {
            let (a, b) = (a?, b?);
            let y = (a.top().max(b.top()) + a.bottom().min(b.bottom())) / 2.0;
            (b.left() > a.right()).then_some((a.right(), b.left(), y))
        })
        .collect();
    let length = |gap: &Option<(f32, f32, f32)>| gap.map(|(from, to, _)| to - from);
    let mut guides = Vec::new();
    for pair in gaps.windows(2) {
        if let [a, b] = pair
            && let (Some(first), Some(second)) = (length(a), length(b))
            && (first - second).abs() <= 2.0 * SAME
        {
            guides.extend([a, b].into_iter().flatten().map(|(from, to, y)| Guide { from: pos2(*from, *y), to: pos2(*to, *y), gap: true }));
        }
    }
    guides.dedup();
    guides
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(x: f32, y: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(100.0, 40.0))
    }

    #[test]
    fn catches_on_edges_and_centres_within_reach() {
        let around = [card(0.0, 0.0), Rect::from_min_size(pos2(400.0, 300.0), vec2(60.0, 200.0))];
        for (moving, expected) in [
            (card(4.0, 500.0), vec2(-4.0, 0.0)),
            (card(-97.0, 504.0), vec2(-3.0, -4.0)),
            (card(382.0, 900.0), vec2(-2.0, 0.0)),
            (card(200.0, 377.0), vec2(0.0, 3.0)),
            (card(210.0, 130.0), Vec2::ZERO),
            (card(9.0, 500.0), Vec2::ZERO),
        ] {
            let found = snap(moving, &around, 6.0);
            assert_eq!(found.shift, expected, "{moving:?}");
            assert_eq!(found.guides.is_empty(), expected == Vec2::ZERO, "{moving:?}: {:?}", found.guides);
        }
    }

    #[test]
    fn a_guide_spans_all_that_it_joins() {
        let found = snap(card(2.0, 300.0), &[card(0.0, 0.0), card(0.0, 600.0)], 6.0);
        assert_eq!(found.guides.len(), 2, "left and right: {:?}", found.guides);
        assert_eq!((found.guides[0].from, found.guides[0].to), (pos2(0.0, 0.0), pos2(0.0, 640.0)));
    }

    #[test]
    fn catches_on_equal_gaps() {
        for (around, moving, left) in [
            (vec![card(0.0, 3.0), card(500.0, -3.0)], card(247.0, 12.0), 250.0),
            (vec![card(0.0, 3.0), card(150.0, -3.0)], card(304.0, 12.0), 300.0),
            (vec![card(300.0, 3.0), card(450.0, -3.0)], card(146.0, 12.0), 150.0),
        ] {
            let found = snap(moving, &around, 6.0);
            assert_eq!(moving.left() + found.shift.x, left, "{around:?}");
            assert_eq!(found.guides.iter().filter(|g| g.gap).count(), 2, "{:?}", found.guides);
        }
    }

    #[test]
    fn alone_it_is_free() {
        assert_eq!(snap(card(3.0, 3.0), &[], 6.0), Snap::default());
    }
}
