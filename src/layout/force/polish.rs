//! Small parts are arranged several times and the best is kept: distances like those in the graph, few crossings, no overlaps, little room.

use crate::base::{Cancelled, Rng};
use crate::layout::force::arrange::Places;
use crate::layout::force::component::Component;
use crate::layout::force::drawn::scale_by;
use crate::layout::force::level::Level;
use crate::layout::force::small::Small;
use crate::layout::work::Work;

/// Pairs of nodes that all random beginnings together may look at, in rounds of one.
const BUDGET: usize = 7_500;
/// Fewest and most of these beginnings; in a part among others, a quarter of them.
const BEGINNINGS: (usize, usize) = (2, 24);
const AMONG_OTHERS: usize = 4;
/// After so many further rounds each, what the forces came to is looked at: it has few crossings at first and little stress in the end.
const SOFTER: [usize; 4] = [1, 2, 5, 22];
/// Rounds in which stress becomes least, after a descent and after untangling.
const ROUNDS: usize = 8;
const ROUNDS_AFTER: usize = 2;
/// How many arrangements are untangled, how often, and how many of these are drawn with boxes.
const UNTANGLED: usize = 3;
const UNTANGLINGS: usize = 2;
const DRAWN: usize = 2;
/// With more links than this, untangling takes too long.
const FEW_LINKS: usize = 100;
/// The first page, in areas of the boxes with their gaps.
const PAGE: f32 = 3.5;
/// The page of a part among others: these are to have one scale.
const SHARED_PAGE: f32 = 4.0;
/// How often a drawing is made larger, and by how much: boxes then have more room to be where they had better be. It ends when that did not
/// help so often.
const GROWTHS: usize = 7;
const GROWTH: f32 = 1.1;
const IN_VAIN: usize = 2;
/// Rounds in which boxes slide, on the first page, on a larger one, and in the end, for up to so many and for more boxes.
const SLIDES: usize = 6;
const MORE_SLIDES: usize = 3;
const LAST_SLIDES: (usize, usize) = (24, 8);
const TINY: usize = 40;
/// How much a page as large as the boxes adds to the cost of a drawing.
const AREA: f32 = 0.0003;
/// Arrangements whose costs differ by less than this share are taken for the same.
const SAME: f32 = 0.003;

/// The best of several arrangements, some of which begin at the one that there is. `None` where none comes out without overlaps.
pub(super) fn polish(
    part: &Component,
    level: &Level,
    start: Places,
    gap: f32,
    rng: &mut Rng,
    work: &mut Work<'_>,
) -> Result<Option<Places>, Cancelled> {
    let small = Small::new(part, level, gap);
    let mut terms = small.terms();
    let n = part.len();
    let mut points: Vec<(f32, Places)> = Vec::new();
    let mut start = small.padded(start);
    small.scale_to_hops(&mut start);
    for rounds in SOFTER {
        work.spend(n)?;
        small.relax(&mut start, 1.0, rounds, &mut terms);
        points.push((small.cost(&start), start.clone()));
    }
    let side = (n as f32).sqrt();
    for _ in 0..(BUDGET / (n * n)).clamp(BEGINNINGS.0, BEGINNINGS.1) / if part.is_alone { 1 } else { AMONG_OTHERS } {
        work.spend(n)?;
        let mut some = || (0..n).map(|_| rng.unit() as f32 * side).collect();
        let mut at = small.padded(Places { x: some(), y: some() });
        small.descend(&mut at, rng);
        small.relax(&mut at, 1.0, ROUNDS, &mut terms);
        points.push((small.cost(&at), at));
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by(|a, b| a.0 - b.0 < SAME * a.0);
    points.truncate(UNTANGLED);
    if part.links.len() <= FEW_LINKS {
        for (cost, at) in &mut points {
            for _ in 0..UNTANGLINGS {
                work.spend(n)?;
                if !small.untangle(at, &mut terms) {
                    break;
                }
                small.relax(at, 1.0, ROUNDS_AFTER, &mut terms);
            }
            *cost = small.cost(at);
        }
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    points.truncate(DRAWN);
    let mut best: Option<(f32, Places)> = None;
    for (cost, at) in &mut points {
        // Boxes make no arrangement better.
        if best.as_ref().is_some_and(|(least, _)| *cost >= *least) {
            break;
        }
        work.spend(n)?;
        small.turn(at);
        let page = if part.is_alone { PAGE } else { SHARED_PAGE };
        let Some(mut at) = small.drawn(at.clone(), page, &mut terms) else { continue };
        let growths = if part.is_alone { GROWTHS } else { 0 };
        let mut worse = 0;
        for growth in 0..=growths {
            work.spend(n)?;
            small.settle(&mut at, if growth == 0 { SLIDES } else { MORE_SLIDES }, &mut terms);
            let cost = small.cost(&at) * (1.0 + AREA * small.area(&at));
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
    let Some((cost, at)) = best else { return Ok(None) };
    let mut settled = at.clone();
    work.spend(n)?;
    small.settle(&mut settled, if n <= TINY { LAST_SLIDES.0 } else { LAST_SLIDES.1 }, &mut terms);
    let is_better = small.cost(&settled) * (1.0 + AREA * small.area(&settled)) < cost;
    Ok(Some(small.cut(if is_better { settled } else { at })))
}
