//! Force-directed layout: linked boxes attract, all boxes repel, none overlap, reasons tend to stand below what they bear on.
//!
//! Parts that no link joins are arranged one by one ([`arrange`]): distances like those in the graph (`stress`), then forces between boxes
//! (`motion`), then no overlaps (`layout::overlap`); of small ones the best of many quick beginnings is taken instead (`polish`).
//! Parts with held boxes stay around these; the others are packed onto a page beside them.

mod arrange;
mod clear;
mod component;
mod crossing;
mod crowd;
mod drawn;
mod hierarchy;
mod insert;
mod joints;
mod level;
mod motion;
mod polish;
mod repulsion;
mod small;
mod stress;

use emath::Pos2;

use crate::base::{Cancelled, Rng, TaskCtx};
use crate::layout::force::arrange::{Places, arrange};
use crate::layout::force::component::{Component, components, half_of, held_at};
use crate::layout::grid::Boxes;
use crate::layout::overlap::separate;
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
/// About how often every box is looked at in a run.
const PASSES: u64 = 200;
/// Space between parts that no link joins.
const PART_GAP: f64 = 2.0 * GAP as f64;

impl Layout for Force {
    fn name(&self) -> LayoutName {
        LayoutName::Force
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        let mut work = Work::new(ctx, request.bodies.len() as u64 * PASSES);
        work.spend(0)?;
        let parts = components(request, &mut work)?;
        let (anchored, loose): (Vec<Component>, Vec<Component>) = parts.into_iter().partition(Component::is_anchored);
        let (insertions, anchored): (Vec<Component>, Vec<Component>) = anchored.into_iter().partition(Component::is_mostly_held);
        let mut run = Run {
            rng: Rng::new(request.seed),
            work,
            all: Boxes {
                at: request.bodies.iter().map(|b| held_at(b).unwrap_or_default()).collect(),
                half: request.bodies.iter().map(half_of).collect(),
                held: request.bodies.iter().map(|b| held_at(b).is_some()).collect(),
            },
            settled: request.bodies.iter().map(|b| held_at(b).is_some()).collect(),
            stage: Stage { shown: request.bodies.iter().map(|b| b.at.unwrap_or_default()).collect(), moved: 0, on_step },
        };
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
            let places = arrange(part, CLEARANCE as f32, &mut self.rng, &mut self.work, &mut |at| self.stage.show(part, at, Point::ZERO))?;
            for (&i, at) in part.members.iter().zip(places.points()) {
                self.settled[i] = true;
                if !self.all.held[i] {
                    self.all.at[i] = at;
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
        let mut done = Vec::with_capacity(parts.len());
        for part in parts {
            // While they move, parts are shown about the place where they will be.
            let shift = taken.map_or(Point::ZERO, |(low, high)| Point::new((low.x + high.x) / 2.0, high.y));
            done.push(arrange(part, CLEARANCE as f32, &mut self.rng, &mut self.work, &mut |at| self.stage.show(part, at, shift))?);
        }
        let bounds: Vec<(Point, Point)> = parts.iter().zip(&done).map(|(part, places)| places.bounds(part)).collect();
        let sizes: Vec<Point> = bounds.iter().map(|(low, high)| *high - *low).collect();
        let corners = pack(&sizes, PART_GAP);
        let page = corners.iter().zip(&sizes).fold(Point::ZERO, |page, (corner, size)| page.max(*corner + *size));
        let origin = taken.map_or(page * -0.5, |(low, high)| Point::new(low.x, high.y + PART_GAP)).round();
        for (((part, places), corner), (low, _)) in parts.iter().zip(&done).zip(&corners).zip(&bounds) {
            let shift = origin + *corner - *low;
            for (&i, at) in part.members.iter().zip(places.points()) {
                self.all.at[i] = (at + shift).round();
                self.settled[i] = true;
            }
        }
        Ok(())
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
    fn show(&mut self, part: &Component, at: &Places, shift: Point) {
        for (&i, at) in part.members.iter().zip(at.points()) {
            self.shown[i] = (at + shift).to_pos();
        }
        self.moved += part.len();
        // Each showing costs a walk over all boxes, so many small parts are shown together.
        if self.moved >= self.shown.len() {
            self.moved = 0;
            (self.on_step)(&self.shown);
        }
    }
}
