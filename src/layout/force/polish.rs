//! Small parts are arranged several times and the best is kept: distances like those in the graph, few crossings, no overlaps, little room.

use crate::base::{Cancelled, Rng};
use crate::layout::force::arrange::Places;
use crate::layout::force::component::Component;
use crate::layout::force::level::Level;
use crate::layout::force::small::Small;
use crate::layout::work::Work;

/// Pairs of nodes that all random beginnings together may look at, in rounds of one.
const BUDGET: usize = 7_500;
/// Fewest and most of these beginnings.
const BEGINNINGS: (usize, usize) = (2, 24);
/// After so many further rounds each, what the forces came to is looked at: it has few crossings at first and little stress in the end.
const SOFTER: [usize; 4] = [1, 2, 5, 22];
/// Up to so many nodes, time is no matter.
const TINY: usize = 40;
/// Rounds in which stress becomes least.
const ROUNDS: usize = 30;
/// How many arrangements are untangled, and how many of these are drawn with boxes.
const UNTANGLED: usize = 3;
const DRAWN: usize = 2;
/// With more links than this, untangling takes too long.
const FEW_LINKS: usize = 100;
/// Pages that are tried, in areas of the boxes with their gaps; the last one for tiny parts alone.
const PAGES: [f32; 4] = [3.5, 6.0, 9.0, 13.0];
/// The page of a part among others: these are to have one scale.
const SHARED_PAGE: [f32; 1] = [4.0];
/// How much a page as large as the boxes adds to the cost of a drawing.
const AREA: f32 = 0.003;

/// The best of several arrangements, some of which begin at the one that there is. `None` where none comes out without overlaps.
pub(super) fn polish(
    part: &Component,
    level: &Level,
    mut start: Places,
    gap: f32,
    rng: &mut Rng,
    work: &mut Work<'_>,
) -> Result<Option<Places>, Cancelled> {
    let small = Small::new(part, level, gap);
    let n = part.len();
    let is_tiny = n <= TINY;
    let mut points: Vec<(f32, Places)> = Vec::new();
    small.scale_to_hops(&mut start);
    for rounds in SOFTER {
        work.spend(n)?;
        small.relax(&mut start, rounds);
        points.push(small.turned(start.clone()));
    }
    let side = (n as f32).sqrt();
    for _ in 0..(BUDGET / (n * n)).clamp(BEGINNINGS.0, BEGINNINGS.1) {
        work.spend(n)?;
        let mut some = || (0..n).map(|_| rng.unit() as f32 * side).collect();
        let mut at = Places { x: some(), y: some() };
        small.descend(&mut at, rng);
        small.relax(&mut at, if is_tiny { 2 * ROUNDS } else { ROUNDS });
        points.push(small.turned(at));
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.truncate(UNTANGLED);
    if part.links.len() <= FEW_LINKS {
        for (cost, at) in &mut points {
            work.spend(n)?;
            while small.untangle(at) && is_tiny {
                work.spend(n)?;
                let before = std::mem::replace(cost, small.cost(at));
                if *cost >= before {
                    break;
                }
            }
            *cost = small.cost(at);
        }
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    points.truncate(DRAWN);
    let pages = match (part.is_alone, is_tiny) {
        (false, _) => &SHARED_PAGE[..],
        (true, false) => &PAGES[..PAGES.len() - 1],
        (true, true) => &PAGES[..],
    };
    let mut best: Option<(f32, Places)> = None;
    for (_, at) in &points {
        for page in pages {
            work.spend(n)?;
            let Some(at) = small.drawn(at.clone(), *page, if is_tiny { 24 } else { 12 }) else { continue };
            let cost = small.cost(&at) * (1.0 + AREA * small.area(&at));
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, at));
            }
        }
    }
    Ok(best.map(|(_, at)| at))
}
