//! Small parts are arranged many times and the best is kept: distances like those in the graph, few crossings, no overlaps, little room.

use crate::base::{Cancelled, Rng};
use crate::layout::force::arrange::Places;
use crate::layout::force::component::Component;
use crate::layout::force::drawn::scale_by;
use crate::layout::force::hierarchy;
use crate::layout::force::level::Level;
use crate::layout::force::small::{Small, Terms};
use crate::layout::work::Work;

/// Pairs of nodes that all random beginnings together may look at, in rounds of one.
const BUDGET: usize = 18_000;
/// Fewest and most of these beginnings; in a part among others, a quarter of them.
const BEGINNINGS: (usize, usize) = (1, 32);
const AMONG_OTHERS: usize = 4;
/// Rounds of descent from a random beginning, and of relaxing after it.
const DESCENT: usize = 8;
const ROUNDS: usize = 4;
/// Rounds of descent from the order in which the part reads, and the first step, which would make them forget it if it were larger.
const READING: usize = 12;
const READING_STEP: f32 = 3.0;
/// After so many further rounds each, what these come to is looked at: it has few crossings at first and little stress in the end.
const SOFTER: [usize; 4] = [1, 2, 5, 12];
/// How many of the arrangements are relaxed, how long, and how many of these are drawn with boxes; for up to so many nodes, and for more.
const KEPT: (usize, usize) = (3, 2);
const ROUNDS_OF_KEPT: usize = 6;
const DRAWN: (usize, usize) = (2, 1);
const FEW: usize = 40;
/// Pairs of links that untangling may look at, how often it is done at most, and the rounds of relaxing after it.
const PAIRS: usize = 40_000;
const UNTANGLINGS: usize = 3;
const ROUNDS_AFTER: usize = 2;
/// The first page, in areas of the boxes with their gaps.
const PAGE: f32 = 3.5;
/// The page of a part among others: these are to have one scale.
const SHARED_PAGE: f32 = 4.0;
/// How often a drawing is made larger, and by how much: boxes then have more room to be where they had better be. It ends when that did not
/// help so often.
const GROWTHS: usize = 4;
const GROWTH: f32 = 1.2;
const IN_VAIN: usize = 2;
/// Rounds in which boxes slide, on the first page, on a larger one, and in the end, for few and for more boxes.
const SLIDES: usize = 6;
const MORE_SLIDES: usize = 3;
const LAST_SLIDES: (usize, usize) = (12, 4);
/// How much a page as large as the boxes adds to the cost of a drawing.
const AREA: f32 = 0.0003;
/// Arrangements whose costs differ by less than this share are taken for the same.
const SAME: f32 = 0.003;

/// The best of several arrangements. `None` where none comes out without overlaps.
pub(super) fn polish(part: &Component, level: &Level, gap: f32, rng: &mut Rng, work: &mut Work<'_>) -> Result<Option<Places>, Cancelled> {
    let small = Small::new(part, level, gap);
    let mut terms = small.terms();
    let (kept, drawn, last) = if part.len() <= FEW { (KEPT.0, DRAWN.0, LAST_SLIDES.0) } else { (KEPT.1, DRAWN.1, LAST_SLIDES.1) };
    let mut points = begin(&small, part, rng, &mut terms, work)?;
    points.truncate(kept);
    untangle(&small, &mut points, &mut terms, work)?;
    points.truncate(drawn);
    let Some((cost, at)) = draw(&small, part.is_alone, points, &mut terms, work)? else { return Ok(None) };
    let mut settled = at.clone();
    work.spend(small.n)?;
    small.settle(&mut settled, last, &mut terms);
    Ok(Some(small.cut(if cost_of_drawing(&small, &settled) < cost { settled } else { at })))
}

/// Arrangements without boxes, from the order in which the part reads and from random beginnings: the best first, with its cost.
fn begin(small: &Small, part: &Component, rng: &mut Rng, terms: &mut Terms, work: &mut Work<'_>) -> Result<Vec<(f32, Places)>, Cancelled> {
    let n = small.n;
    let mut points = Vec::new();
    let levels = hierarchy::levels(part);
    let mut near = |v: f64| v as f32 + (rng.unit() as f32 - 0.5) * 0.1;
    let mut at = small.padded(Places { x: levels.iter().map(|p| near(p.x)).collect(), y: levels.iter().map(|p| near(p.y)).collect() });
    small.descend(&mut at, READING_STEP, READING, rng);
    for rounds in SOFTER {
        work.spend(n)?;
        small.relax(&mut at, 1.0, rounds, terms);
        points.push((small.cost(&at), at.clone()));
    }
    let side = (n as f32).sqrt();
    for _ in 0..(BUDGET / (n * n)).clamp(BEGINNINGS.0, BEGINNINGS.1).div_ceil(if part.is_alone { 1 } else { AMONG_OTHERS }) {
        work.spend(n)?;
        let mut some = || (0..n).map(|_| rng.unit() as f32 * side).collect();
        let mut at = small.padded(Places { x: some(), y: some() });
        small.descend(&mut at, f32::MAX, DESCENT, rng);
        small.relax(&mut at, 1.0, ROUNDS, terms);
        points.push((small.cost(&at), at));
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by(|a, b| a.0 - b.0 < SAME * a.0);
    Ok(points)
}

/// Takes crossings out of arrangements, and sorts these again.
fn untangle(small: &Small, points: &mut [(f32, Places)], terms: &mut Terms, work: &mut Work<'_>) -> Result<(), Cancelled> {
    let mut left = (PAIRS / small.links.len().pow(2).max(1)).min(UNTANGLINGS);
    for (cost, at) in points.iter_mut() {
        small.relax(at, 1.0, ROUNDS_OF_KEPT, terms);
        while left > 0 {
            left -= 1;
            work.spend(small.n)?;
            if !small.untangle(at, terms) {
                break;
            }
            small.relax(at, 1.0, ROUNDS_AFTER, terms);
        }
        *cost = small.cost(at);
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(())
}

/// The best drawing with boxes, with its cost.
fn draw(
    small: &Small,
    is_alone: bool,
    points: Vec<(f32, Places)>,
    terms: &mut Terms,
    work: &mut Work<'_>,
) -> Result<Option<(f32, Places)>, Cancelled> {
    let (page, growths) = if is_alone { (PAGE, GROWTHS) } else { (SHARED_PAGE, 0) };
    let mut best: Option<(f32, Places)> = None;
    for (cost, mut at) in points {
        // Boxes make no arrangement better.
        if best.as_ref().is_some_and(|(least, _)| cost >= *least) {
            break;
        }
        work.spend(small.n)?;
        small.turn(&mut at);
        let Some(mut at) = small.drawn(at, page, terms) else { continue };
        let mut worse = 0;
        for growth in 0..=growths {
            work.spend(small.n)?;
            small.settle(&mut at, if growth == 0 { SLIDES } else { MORE_SLIDES }, terms);
            let cost = cost_of_drawing(small, &at);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, at.clone()));
            } else {
                worse += 1;
                if worse == IN_VAIN {
                    break;
                }
            }
            scale_by(&mut at, GROWTH);
        }
    }
    Ok(best)
}

fn cost_of_drawing(small: &Small, at: &Places) -> f32 {
    small.cost(at) * (1.0 + AREA * small.area(at))
}
