//! Small parts are arranged many times and the best is kept: distances like those in the graph, few crossings, no overlaps, little room.

use crate::base::{Cancelled, Rng};
use crate::layout::force::arrange::Places;
use crate::layout::force::component::Component;
use crate::layout::force::crossing::Boxes;
use crate::layout::force::drawn::scale_by;
use crate::layout::force::hierarchy;
use crate::layout::force::level::Level;
use crate::layout::force::small::{Small, Terms};
use crate::layout::work::Work;

/// What is done about a part.
struct Effort {
    /// Pairs of nodes that all random beginnings together may look at, in rounds of one.
    budget: usize,
    /// Rounds of relaxing after the descent from a random beginning.
    rounds: usize,
    /// How many arrangements are untangled, and how many of these are drawn with boxes.
    kept: usize,
    drawn: usize,
    /// Rounds in which boxes slide, on the first page and in the end.
    slides: usize,
    last_slides: usize,
}

/// For a part of at most `FEW` nodes that is alone, and for others.
const FEW: usize = 33;
const OF_FEW: Effort = Effort { budget: 14_000, rounds: 6, kept: 3, drawn: 2, slides: 10, last_slides: 20 };
const OF_OTHERS: Effort = Effort { budget: 10_000, rounds: 4, kept: 2, drawn: 1, slides: 6, last_slides: 4 };
/// Fewest and most random beginnings; in a part among others, a quarter of them.
const BEGINNINGS: (usize, usize) = (1, 64);
const AMONG_OTHERS: usize = 4;
/// Rounds of descent from a random beginning.
const DESCENT: usize = 8;
/// Rounds of descent from the order in which the part reads, and the first step, which would make them forget it if it were larger.
const READING: usize = 12;
const READING_STEP: f32 = 3.0;
/// After so many further rounds each, what these come to is looked at: it has few crossings at first and little stress in the end.
const SOFTER: [usize; 3] = [3, 5, 10];
/// Rounds in which the best of all beginnings unfolds, and the rounds of relaxing after which what this comes to is looked at.
const UNFOLDING: usize = 25;
const SOFTER_UNFOLDED: [usize; 5] = [1, 1, 2, 4, 8];
/// Rounds of relaxing before untangling, where they help, and after it.
const ROUNDS_BEFORE: usize = 6;
const ROUNDS_AFTER: usize = 2;
/// Pairs of links that untangling may look at, without boxes and with them, and how often it is done at most without them.
const PAIRS: (usize, usize) = (17_000, 40_000);
const UNTANGLINGS: usize = 3;
/// What untangling with boxes comes to is kept only if it is better by this share: one crossing less among many is not worth
/// the distances it costs.
const CLEARLY: f32 = 0.009;
/// The first page, in areas of the boxes with their gaps.
const PAGE: f32 = 3.5;
/// The page of a part among others: these are to have one scale.
const SHARED_PAGE: f32 = 4.0;
/// How often a drawing is made larger, and by how much: boxes then have more room to be where they had better be. It ends when that did not
/// help so often.
const GROWTHS: usize = 4;
const GROWTH: f32 = 1.2;
const IN_VAIN: usize = 2;
/// Rounds in which boxes slide on a larger page.
const MORE_SLIDES: usize = 2;
/// After so many of these rounds it is seen whether they help.
const GLANCE: usize = 2;
/// How much a page as large as the boxes adds to the cost of a drawing.
const AREA: f32 = 0.0006;
/// Arrangements whose costs differ by less than this share are taken for the same.
const SAME: f32 = 0.0015;

/// The best of several arrangements. `None` where none comes out without overlaps.
pub(super) fn polish(part: &Component, level: &Level, gap: f32, rng: &mut Rng, work: &mut Work<'_>) -> Result<Option<Places>, Cancelled> {
    let effort = if part.is_alone && part.len() <= FEW { OF_FEW } else { OF_OTHERS };
    let small = Small::new(part, level, gap);
    let mut terms = small.terms();
    let mut points = begin(&small, part, &effort, rng, &mut terms, work)?;
    points.truncate(effort.kept);
    untangle(&small, &mut points, &mut terms, work)?;
    points.truncate(effort.drawn);
    let Some(mut best) = draw(&small, part.is_alone, &effort, points, &mut terms, work)? else { return Ok(None) };
    if small.links.len().pow(2) <= PAIRS.1 {
        work.spend(small.n)?;
        let mut at = best.1.clone();
        small.untangle(&mut at, Boxes::Drawn, &mut terms);
        let mut untangled = (f32::MAX, at.clone());
        if look(&small, &at, &mut untangled) < (1.0 - CLEARLY) * best.0 {
            best = untangled;
        }
    }
    work.spend(small.n)?;
    let mut at = best.1.clone();
    slide(&small, &mut at, effort.last_slides, &mut best, &mut terms);
    Ok(Some(small.cut(best.1)))
}

/// Arrangements without boxes, from the order in which the part reads, from random beginnings and from the best of these, unfolded: the best
/// first, with its cost.
fn begin(
    small: &Small,
    part: &Component,
    effort: &Effort,
    rng: &mut Rng,
    terms: &mut Terms,
    work: &mut Work<'_>,
) -> Result<Vec<(f32, Places)>, Cancelled> {
    let n = small.n;
    let mut points = Vec::new();
    let levels = hierarchy::levels(part);
    let mut near = |v: f64| v as f32 + (rng.unit() as f32 - 0.5) * 0.1;
    let mut at = small.padded(Places { x: levels.iter().map(|p| near(p.x)).collect(), y: levels.iter().map(|p| near(p.y)).collect() });
    small.descend(&mut at, READING_STEP, READING, rng);
    soften(small, at, &SOFTER, &mut points, terms, work)?;
    let side = (n as f32).sqrt();
    for _ in 0..(effort.budget / (n * n)).clamp(BEGINNINGS.0, BEGINNINGS.1).div_ceil(if part.is_alone { 1 } else { AMONG_OTHERS }) {
        let mut some = || (0..n).map(|_| rng.unit() as f32 * side).collect();
        let mut at = small.padded(Places { x: some(), y: some() });
        small.descend(&mut at, f32::MAX, DESCENT, rng);
        soften(small, at, &[effort.rounds], &mut points, terms, work)?;
    }
    if let Some((_, best)) = points.iter().min_by(|a, b| a.0.total_cmp(&b.0)) {
        let mut at = best.clone();
        small.unfold(&mut at, UNFOLDING, terms);
        soften(small, at, &SOFTER_UNFOLDED, &mut points, terms, work)?;
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by(|a, b| a.0 - b.0 < SAME * a.0);
    Ok(points)
}

/// What an arrangement comes to after so many further rounds each.
fn soften(
    small: &Small,
    mut at: Places,
    rounds: &[usize],
    points: &mut Vec<(f32, Places)>,
    terms: &mut Terms,
    work: &mut Work<'_>,
) -> Result<(), Cancelled> {
    for rounds in rounds {
        work.spend(small.n)?;
        small.relax(&mut at, 1.0, *rounds, terms);
        points.push((small.cost(&at, Boxes::Without), at.clone()));
    }
    Ok(())
}

/// Takes crossings out of arrangements, and sorts these again.
fn untangle(small: &Small, points: &mut [(f32, Places)], terms: &mut Terms, work: &mut Work<'_>) -> Result<(), Cancelled> {
    let mut left = (PAIRS.0 / small.links.len().pow(2).max(1)).min(UNTANGLINGS);
    for (cost, at) in points.iter_mut() {
        let mut relaxed = at.clone();
        small.relax(&mut relaxed, 1.0, ROUNDS_BEFORE, terms);
        if small.cost(&relaxed, Boxes::Without) < *cost {
            *at = relaxed;
        }
        while left > 0 {
            left -= 1;
            work.spend(small.n)?;
            if !small.untangle(at, Boxes::Without, terms) {
                break;
            }
            small.relax(at, 1.0, ROUNDS_AFTER, terms);
        }
        *cost = small.cost(at, Boxes::Without);
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(())
}

/// The best drawing with boxes, with its cost.
fn draw(
    small: &Small,
    is_alone: bool,
    effort: &Effort,
    points: Vec<(f32, Places)>,
    terms: &mut Terms,
    work: &mut Work<'_>,
) -> Result<Option<(f32, Places)>, Cancelled> {
    let (page, growths) = if is_alone { (PAGE, GROWTHS) } else { (SHARED_PAGE, 0) };
    let mut drawings: Option<(f32, Places)> = None;
    for (_, mut at) in points {
        // Boxes make no arrangement better.
        if drawings.as_ref().is_some_and(|(least, _)| small.cost(&at, Boxes::Drawn) >= *least) {
            break;
        }
        work.spend(small.n)?;
        small.turn(&mut at);
        let Some(mut at) = small.drawn(at, page, terms) else { continue };
        let best = drawings.get_or_insert_with(|| (f32::MAX, at.clone()));
        let mut in_vain = 0;
        for growth in 0..=growths {
            work.spend(small.n)?;
            let before = best.0;
            slide(small, &mut at, if growth == 0 { effort.slides } else { MORE_SLIDES }, best, terms);
            in_vain += usize::from(best.0 >= before);
            if in_vain == IN_VAIN {
                break;
            }
            scale_by(&mut at, GROWTH);
        }
    }
    Ok(drawings)
}

/// Lets boxes slide as long as that helps.
fn slide(small: &Small, at: &mut Places, rounds: usize, best: &mut (f32, Places), terms: &mut Terms) {
    let mut last = look(small, at, best);
    for _ in 0..rounds / GLANCE {
        small.settle(at, GLANCE, terms);
        let cost = look(small, at, best);
        if cost >= last {
            break;
        }
        last = cost;
    }
}

/// What a drawing costs; it is kept if that is less than it was.
fn look(small: &Small, at: &Places, best: &mut (f32, Places)) -> f32 {
    let cost = small.cost(at, Boxes::Drawn) * (1.0 + AREA * small.area(at));
    if cost < best.0 {
        best.0 = cost;
        best.1.clone_from(at);
    }
    cost
}
