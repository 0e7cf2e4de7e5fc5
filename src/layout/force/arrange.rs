//! One connected part, from nothing to places without overlaps.

use crate::base::{Cancelled, Rng};
use crate::layout::force::component::Component;
use crate::layout::force::hierarchy;
use crate::layout::force::joints::Joint;
use crate::layout::force::level::{Level, Merged};
use crate::layout::force::motion::{self, Bodies, Motion, spread};
use crate::layout::force::polish;
use crate::layout::force::stress;
use crate::layout::grid::Boxes;
use crate::layout::overlap;
use crate::layout::point::Point;
use crate::layout::work::Work;

/// Up to this many nodes, distances are looked at as a whole; more are merged until so few are left.
const WHOLE: usize = 1200;
/// Pivots for distances.
const PIVOTS: usize = 128;
/// Rounds of minimising stress.
const ROUNDS: usize = 24;
/// Step sizes at first and at last. Larger ones would forget where the levels are.
const BOLDNESS: (f32, f32) = (3.0, 0.05);
/// Area over which points are spread, in areas of their boxes.
const ROOM: f32 = 2.0;
/// Steps of the finest level, and of the others: these take more the fewer their nodes are, so that every level takes about as long.
const STEPS: usize = 60;
const COARSE_STEPS: f32 = 30.0;
/// The same where there are so many nodes that time matters more.
const LARGE: usize = 20_000;
const LARGE_STEPS: usize = 26;
const FEW_STEPS: usize = 20;
/// The same in trees, where there is less to untangle.
const TREE_STEPS: usize = 45;
const LARGE_COARSE_STEPS: f32 = 12.0;
const MOST_STEPS: f32 = 300.0;
/// How far a box may go in the first step, in natural lengths.
const HEAT: f32 = 0.5;
/// Share of the run after which the boxes begin to grow, and after which they are full-grown.
const GROWTH: (f32, f32) = (0.4, 0.95);
/// How fast reasons sink below what they bear on.
const RISE: f32 = 0.2;
/// Strength of repulsion where attraction has strength 1, how strongly distances like those in the graph are kept, and the page on which boxes
/// are drawn together when they begin to grow, in their areas.
const REPULSION: f32 = 0.06;
const KEEP: f32 = 0.06;
const FILL: f32 = 1.8;
/// A larger page for parts with more links than that beyond those of a tree, for each node: these have little shape to lose.
const DENSE: f64 = 1.5;
const DENSE_FILL: f32 = 2.6;
/// A smaller page for more nodes, and freer distances.
const MANY: usize = 2000;
const TIGHT_FILL: f32 = 1.5;
const LOOSE_KEEP: f32 = 0.05;
/// The three for so few nodes that there is no need to save space or time.
const FEW: usize = 100;
const ROOMY: (f32, f32, f32) = (0.4, 0.25, 4.0);
/// How far repulsion reaches in a web of one box, in natural lengths; it grows with the side of the page.
const REACH: f32 = 0.6;
/// Rounds of pushing before what still overlaps is carried to free places one by one.
const PUSHES: usize = 60;

/// The centres of a part's boxes.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
}

impl Places {
    pub(super) fn points(&self) -> impl Iterator<Item = Point> {
        self.x.iter().zip(&self.y).map(|(x, y)| Point::new(f64::from(*x), f64::from(*y)))
    }

    /// The corners of the smallest rectangle around all boxes.
    pub(super) fn bounds(&self, part: &Component) -> (Point, Point) {
        let far = Point::new(f64::INFINITY, f64::INFINITY);
        let corners = self.points().zip(&part.half).map(|(at, half)| (at - *half, at + *half));
        corners.fold((far, far * -1.0), |(low, high), (a, b)| (low.min(a), high.max(b)))
    }
}

/// Places for the boxes of a part, in map units, at least `gap` apart. `show` is shown the way there.
pub(super) fn arrange(
    part: &Component,
    gap: f32,
    rng: &mut Rng,
    work: &mut Work<'_>,
    show: &mut dyn FnMut(&Places),
) -> Result<Places, Cancelled> {
    let finest = Level::finest(part);
    if (3..=FEW).contains(&part.len())
        && !part.is_anchored()
        && let Some(places) = polish::polish(part, &finest, gap, rng, work)?
    {
        show(&places);
        return Ok(places);
    }
    let chain = coarsen(&finest, work)?;
    let level = |depth: usize| if depth == 0 { &finest } else { &chain[depth - 1].level };
    let unit = part.mean_side() as f32;
    let natural = std::f32::consts::SQRT_2 * unit;
    let order = part.order() as f32;
    let (mut places, model) = first(part, &chain, level(chain.len()), unit, rng, work)?;

    // How far repulsion reaches: in a tree it ends soon, since nothing needs untangling.
    let (repulsion, keep, fill) = match part.len() {
        n if n <= FEW => ROOMY,
        n if n <= MANY && part.loops() > DENSE => (REPULSION, KEEP, DENSE_FILL),
        n if n <= MANY => (REPULSION, KEEP, FILL),
        _ => (REPULSION, LOOSE_KEEP, TIGHT_FILL),
    };
    let reach = 1.0 + REACH * part.loops() as f32 * (part.len() as f32).sqrt();
    let plan = motion::Plan { steps: 0, heat: HEAT, growth: None, repulsion, reach, keep, fill, rise: 0.0, clear: 0.0 };
    for depth in (1..=chain.len()).rev() {
        let mut motion = Motion::new(level(depth), places.x, places.y, Bodies::default(), natural);
        motion.model = model.as_ref().filter(|_| depth == chain.len());
        let share = part.len() as f32 / level(depth).len() as f32;
        let steps = (if part.len() > LARGE { LARGE_COARSE_STEPS } else { COARSE_STEPS } * share).min(MOST_STEPS) as usize;
        motion.run(motion::Plan { steps, ..plan }, work, &mut |_, _| {})?;
        places = refine(level(depth - 1), &chain[depth - 1], &motion.x, &motion.y, natural, order);
        show(&spread_out(&places, &chain[..depth - 1], part.len()));
    }

    let half_x: Vec<f32> = part.half.iter().map(|h| h.x as f32).collect();
    let half_y: Vec<f32> = part.half.iter().map(|h| h.y as f32).collect();
    let held: Vec<bool> = if part.is_anchored() { part.held.iter().map(Option::is_some).collect() } else { Vec::new() };
    let joints = Joint::of(part);
    let handled = part.handled();
    if !chain.is_empty() {
        pin(part, &mut places, 1.0);
    }
    let bodies = Bodies { half_x: &half_x, half_y: &half_y, held: &held, joints: &joints, handled: &handled };
    let mut motion = Motion::new(&finest, places.x, places.y, bodies, natural);
    motion.model = model.as_ref().filter(|_| chain.is_empty());
    let steps = match part.len() {
        n if n > LARGE => LARGE_STEPS,
        n if n <= FEW => FEW_STEPS,
        _ if part.loops() == 0.0 => TREE_STEPS,
        _ => STEPS,
    };
    let plan = motion::Plan { steps, growth: Some(GROWTH), rise: RISE * order, clear: order, ..plan };
    let mut shown = Places::default();
    motion.run(plan, work, &mut |x, y| {
        shown.x.clear();
        shown.y.clear();
        shown.x.extend_from_slice(x);
        shown.y.extend_from_slice(y);
        show(&shown);
    })?;
    if part.len() <= FEW {
        motion.settle(rng);
    }
    let left = motion.separate(gap, PUSHES, work)?;
    let mut places = Places { x: motion.x, y: motion.y };
    if left > 0 {
        carry(part, &mut places, gap, work)?;
    }
    show(&places);
    Ok(places)
}

/// Coarser and coarser levels, until so few nodes are left that they can be arranged as a whole.
fn coarsen(finest: &Level, work: &mut Work<'_>) -> Result<Vec<Merged>, Cancelled> {
    let mut chain: Vec<Merged> = Vec::new();
    loop {
        let top = chain.last().map_or(finest, |m| &m.level);
        work.spend(top.len())?;
        if top.len() <= WHOLE {
            return Ok(chain);
        }
        let Some(merged) = top.coarser() else { return Ok(chain) };
        chain.push(merged);
    }
}

/// The places of the coarsest level: distances on the page like distances in the graph.
fn first(
    part: &Component,
    chain: &[Merged],
    top: &Level,
    unit: f32,
    rng: &mut Rng,
    work: &mut Work<'_>,
) -> Result<(Places, Option<stress::Model>), Cancelled> {
    let n = part.len();
    let levels = hierarchy::levels(part);
    let mut chiefs: Vec<u32> = (0..n as u32).collect();
    for merged in chain {
        chiefs = merged.chief.iter().map(|&c| chiefs[c as usize]).collect();
    }
    let mut jitter = || (rng.unit() as f32 - 0.5) * 0.1;
    let x = chiefs.iter().map(|&c| levels[c as usize].x as f32 + jitter()).collect();
    let mut jitter = || (rng.unit() as f32 - 0.5) * 0.1;
    let y = chiefs.iter().map(|&c| levels[c as usize].y as f32 + jitter()).collect();
    let mut places = Places { x, y };
    let mut held = Vec::new();
    if chain.is_empty() && part.is_anchored() {
        pin(part, &mut places, unit);
        held = part.held.iter().map(Option::is_some).collect();
    }
    let plan = stress::Plan { pivots: PIVOTS, rounds: ROUNDS, steps: BOLDNESS, order: part.order() as f32 };
    let model = stress::arrange(top, &mut places.x, &mut places.y, &held, plan, rng, work)?;
    let pins = held.iter().filter(|h| **h).count();
    let scale = if pins > 1 { 1.0 } else { spread(&places.x, &places.y, ROOM * n as f32).max(1.0) };
    for v in places.x.iter_mut().chain(&mut places.y) {
        *v *= scale * unit;
    }
    if pins > 0 {
        pin(part, &mut places, 1.0);
    }
    Ok((places, model))
}

/// Moves everything to where the held nodes are, and these to their places, in units of so much.
fn pin(part: &Component, places: &mut Places, unit: f32) {
    let held: Vec<(usize, Point)> = part.held.iter().enumerate().filter_map(|(i, held)| Some((i, (*held)? / f64::from(unit)))).collect();
    if held.is_empty() {
        return;
    }
    let count = held.len() as f32;
    let dx = held.iter().map(|(i, at)| at.x as f32 - places.x[*i]).sum::<f32>() / count;
    let dy = held.iter().map(|(i, at)| at.y as f32 - places.y[*i]).sum::<f32>() / count;
    for (x, y) in places.x.iter_mut().zip(&mut places.y) {
        *x += dx;
        *y += dy;
    }
    for (i, at) in held {
        (places.x[i], places.y[i]) = (at.x as f32, at.y as f32);
    }
}

/// Places for the nodes of a level: those of the coarser one, and the others beside their chiefs.
fn refine(level: &Level, merged: &Merged, x: &[f32], y: &[f32], natural: f32, order: f32) -> Places {
    let n = level.len();
    let (mut fine_x, mut fine_y) = (vec![0.0f32; n], vec![0.0f32; n]);
    let mut leaves = vec![0u32; x.len()];
    for i in 0..n {
        let p = merged.parent[i] as usize;
        if merged.chief[p] as usize == i {
            (fine_x[i], fine_y[i]) = (x[p], y[p]);
            continue;
        }
        let (mut sum_x, mut sum_y, mut outside) = (0.0, 0.0, 0.0);
        let (mut reach, mut below) = (1.0f32, 0.0);
        for tie in level.ties(i) {
            let q = merged.parent[tie.to as usize] as usize;
            if q != p {
                sum_x += x[q] - x[p];
                sum_y += y[q] - y[p];
                outside += 1.0;
            } else if tie.to == merged.chief[p] {
                (reach, below) = (tie.length, tie.below);
            }
        }
        let nth = leaves[p] as f32;
        leaves[p] += 1;
        if outside > 0.0 {
            // Towards what it is tied with outside.
            let length = (sum_x * sum_x + sum_y * sum_y).sqrt().max(1.0e-3);
            let go = (length / outside * 0.5).min(reach * natural) / length;
            fine_x[i] = x[p] + sum_x * go + 0.01 * natural;
            fine_y[i] = y[p] + sum_y * go + 0.01 * natural * (nth % 7.0);
        } else {
            // A leaf: around its chief, on the side where it belongs.
            let (sin, cos) = libm::sincosf(GOLDEN * nth);
            let radius = reach * natural * 0.5 * (1.0 - order * 0.5);
            fine_x[i] = x[p] + cos * radius;
            fine_y[i] = y[p] + sin * radius + order * below * reach * natural * 0.5;
        }
    }
    Places { x: fine_x, y: fine_y }
}

/// The golden angle: leaves spread evenly, however many there are.
const GOLDEN: f32 = 2.399_963_2;

/// Where every node of the finest level is while a coarser one is arranged.
fn spread_out(places: &Places, chain: &[Merged], n: usize) -> Places {
    let mut owner: Vec<u32> = (0..n as u32).collect();
    for merged in chain {
        for o in &mut owner {
            *o = merged.parent[*o as usize];
        }
    }
    let pick = |v: &[f32]| owner.iter().map(|&o| v[o as usize]).collect();
    Places { x: pick(&places.x), y: pick(&places.y) }
}

/// Carries what still overlaps to free places.
fn carry(part: &Component, places: &mut Places, gap: f32, work: &mut Work<'_>) -> Result<(), Cancelled> {
    let held = part.held.iter().map(Option::is_some).collect();
    let mut boxes = Boxes { at: places.points().collect(), half: part.half.clone(), held };
    overlap::carry(&mut boxes, f64::from(gap), work)?;
    for (at, (x, y)) in boxes.at.iter().zip(places.x.iter_mut().zip(&mut places.y)) {
        (*x, *y) = (at.x as f32, at.y as f32);
    }
    Ok(())
}
