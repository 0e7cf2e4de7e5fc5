//! Force-directed layout: linked boxes attract, all boxes repel, none overlap, reasons tend to stand below what they bear on.
//!
//! Parts that no link joins are arranged one by one ([`arrange`]): distances like those in the graph (`stress`), then forces between boxes
//! (`motion`), then no overlaps (`layout::overlap`). Parts with held boxes stay around these; the others are packed onto a page beside them.

mod component;
mod hierarchy;
mod insert;
mod motion;
mod repulsion;
mod stress;

use emath::Pos2;

use crate::base::{Cancelled, Rng, TaskCtx};
use crate::layout::force::component::{Component, components, half_of, held_at};
use crate::layout::force::motion::Motion;
use crate::layout::grid::Boxes;
use crate::layout::overlap::{self, separate};
use crate::layout::pack::pack;
use crate::layout::point::Point;
use crate::layout::work::Work;
use crate::layout::{GAP, Layout, LayoutRequest};
use crate::model::LayoutName;

/// The force-directed layout.
#[derive(Clone, Copy, Debug)]
pub struct Force;

/// Gap kept before rounding to whole numbers, which may take 1 of it.
const CLEARANCE: f64 = GAP as f64 + 1.0;
/// Space between parts that no link joins.
const PART_GAP: f64 = 2.0 * GAP as f64;

impl Layout for Force {
    fn name(&self) -> LayoutName {
        LayoutName::Force
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        let parts = components(request);
        let (anchored, loose): (Vec<Component>, Vec<Component>) = parts.into_iter().partition(Component::is_anchored);
        let (insertions, anchored): (Vec<Component>, Vec<Component>) = anchored.into_iter().partition(Component::is_mostly_held);
        let mut run = Run {
            rng: Rng::new(request.seed),
            work: Work::new(ctx, request.bodies.len() as u64 * (stress::WORK + motion::STEPS + overlap::ROUNDS) as u64),
            all: Boxes {
                at: request.bodies.iter().map(|b| held_at(b).unwrap_or_default()).collect(),
                half: request.bodies.iter().map(half_of).collect(),
                held: request.bodies.iter().map(|b| held_at(b).is_some()).collect(),
            },
            settled: request.bodies.iter().map(|b| held_at(b).is_some()).collect(),
            stage: Stage { shown: request.bodies.iter().map(|b| b.at.unwrap_or_default()).collect(), moved: 0, on_step },
        };
        run.work.spend(0)?;
        run.arrange_anchored(&anchored)?;
        run.insert(&insertions)?;
        run.arrange_loose(&loose)?;

        let exact = |(body, at): (&crate::layout::Body, &Point)| match body.at {
            Some(place) if body.held && place.is_finite() => place,
            Some(_) | None => at.to_pos(),
        };
        let result: Vec<Pos2> = request.bodies.iter().zip(&run.all.at).map(exact).collect();
        on_step(&result);
        Ok(result)
    }
}

/// What the stages of one run share.
struct Run<'a> {
    rng: Rng,
    work: Work<'a>,
    all: Boxes,
    /// Which of `all` have their final places.
    settled: Vec<bool>,
    stage: Stage<'a>,
}

impl Run<'_> {
    /// Parts with some held boxes: the others move around these, then all such parts make room for each other.
    fn arrange_anchored(&mut self, parts: &[Component]) -> Result<(), Cancelled> {
        for part in parts {
            let mut motion = begin(part, &mut self.rng, &mut self.work)?;
            motion.run(&mut self.work, &mut |at| self.stage.show(part, at, Point::ZERO))?;
            for (&i, at) in part.members.iter().zip(&motion.boxes.at) {
                self.settled[i] = true;
                if !self.all.held[i] {
                    self.all.at[i] = *at;
                }
            }
        }
        if parts.is_empty() {
            return Ok(());
        }
        let placed: Vec<usize> = (0..self.all.len()).filter(|&i| self.settled[i]).collect();
        let mut boxes = self.all.select(&placed);
        separate(&mut boxes, CLEARANCE, &mut self.work)?;
        for (&i, at) in placed.iter().zip(boxes.at) {
            if !self.all.held[i] {
                self.all.at[i] = at.round();
            }
        }
        Ok(())
    }

    /// Parts that mostly stay: what is new goes to free places near its neighbours.
    fn insert(&mut self, parts: &[Component]) -> Result<(), Cancelled> {
        insert::insert(&mut self.all, &mut self.settled, parts, CLEARANCE, &mut self.work)
    }

    /// Parts that may go anywhere: each by itself, then all onto a page, below what is settled.
    fn arrange_loose(&mut self, parts: &[Component]) -> Result<(), Cancelled> {
        let settled: Vec<usize> = (0..self.all.len()).filter(|&i| self.settled[i]).collect();
        let taken = self.all.select(&settled).bounds();
        let mut motions = Vec::with_capacity(parts.len());
        for part in parts {
            motions.push(begin(part, &mut self.rng, &mut self.work)?);
        }
        // Where the parts will be, roughly: the movement is shown there.
        let page = Page::new(&motions, taken);
        for (part, (motion, corner)) in parts.iter().zip(motions.iter_mut().zip(&page.corners)) {
            let shift = *corner - motion.boxes.bounds().map_or(Point::ZERO, |b| b.0);
            motion.run(&mut self.work, &mut |at| self.stage.show(part, at, shift))?;
            separate(&mut motion.boxes, CLEARANCE, &mut self.work)?;
            self.stage.show(part, &motion.boxes.at, shift);
        }
        let page = Page::new(&motions, taken);
        for (part, (motion, corner)) in parts.iter().zip(motions.iter().zip(&page.corners)) {
            let shift = *corner - motion.boxes.bounds().map_or(Point::ZERO, |b| b.0);
            for (&i, at) in part.members.iter().zip(&motion.boxes.at) {
                self.all.at[i] = (*at + shift).round();
                self.settled[i] = true;
            }
        }
        Ok(())
    }
}

/// The first arrangement of a part, ready to move.
fn begin<'a>(part: &'a Component, rng: &mut Rng, work: &mut Work<'_>) -> Result<Motion<'a>, Cancelled> {
    let at = stress::arrange(part, rng, work)?;
    Ok(Motion::new(part, at))
}

/// The upper left corners of parts side by side.
struct Page {
    corners: Vec<Point>,
}

impl Page {
    /// A page around the origin, or below what is taken.
    fn new(motions: &[Motion<'_>], taken: Option<(Point, Point)>) -> Self {
        let size_of = |motion: &Motion<'_>| motion.boxes.bounds().map_or(Point::ZERO, |(low, high)| high - low);
        let sizes: Vec<Point> = motions.iter().map(size_of).collect();
        let mut corners = pack(&sizes, PART_GAP);
        let page = corners.iter().zip(&sizes).fold(Point::ZERO, |page, (corner, size)| page.max(*corner + *size));
        let origin = match taken {
            Some((low, high)) => Point::new(low.x, high.y + PART_GAP),
            None => page * -0.5,
        };
        for corner in &mut corners {
            *corner += origin.round();
        }
        Self { corners }
    }
}

/// Shows the movement now and then.
struct Stage<'a> {
    shown: Vec<Pos2>,
    /// Boxes moved since the last showing.
    moved: usize,
    on_step: &'a mut dyn FnMut(&[Pos2]),
}

impl Stage<'_> {
    fn show(&mut self, part: &Component, at: &[Point], shift: Point) {
        for (&i, at) in part.members.iter().zip(at) {
            self.shown[i] = (*at + shift).to_pos();
        }
        self.moved += part.len();
        // Each showing costs a walk over all boxes, so many small parts are shown together.
        if self.moved >= self.shown.len() {
            self.moved = 0;
            (self.on_step)(&self.shown);
        }
    }
}
