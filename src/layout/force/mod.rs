//! Force-directed layout: linked boxes attract, all boxes repel, none overlap.

mod component;
mod motion;
mod repulsion;
mod stress;

use emath::Pos2;

use crate::base::{Cancelled, Rng, TaskCtx};
use crate::layout::force::component::{Component, components};
use crate::layout::force::motion::{Motion, VISIBLE};
use crate::layout::grid::Boxes;
use crate::layout::overlap::separate;
use crate::layout::pack::pack;
use crate::layout::point::Point;
use crate::layout::{GAP, Layout, LayoutRequest};
use crate::model::LayoutName;

/// The force-directed layout.
#[derive(Clone, Copy, Debug)]
pub struct Force;

const STEPS: usize = 150;

impl Layout for Force {
    fn name(&self) -> LayoutName {
        LayoutName::Force
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        let mut rng = Rng::new(request.seed);
        let parts = components(request);
        let n = request.bodies.len();
        let mut all = Boxes { at: vec![Point::ZERO; n], half: vec![Point::ZERO; n], held: vec![false; n] };
        let mut done: Vec<Boxes> = Vec::new();
        for part in &parts {
            let mut boxes = arrange(part, &mut rng, ctx)?;
            separate(&mut boxes, f64::from(GAP) + 1.0, ctx)?;
            done.push(boxes);
        }
        let sizes: Vec<Point> = done.iter().map(|b| b.bounds().map_or(Point::ZERO, |(low, high)| high - low)).collect();
        let corners = pack(&sizes, 2.0 * f64::from(GAP));
        for ((part, boxes), corner) in parts.iter().zip(&done).zip(corners) {
            let low = boxes.bounds().map_or(Point::ZERO, |b| b.0);
            for (k, &i) in part.members.iter().enumerate() {
                all.at[i] = (boxes.at[k] - low + corner).round();
            }
        }
        let result: Vec<Pos2> = all.at.iter().map(|p| p.to_pos()).collect();
        on_step(&result);
        Ok(result)
    }
}

fn arrange(part: &Component, rng: &mut Rng, ctx: &TaskCtx) -> Result<Boxes, Cancelled> {
    let unit = unit_of(part);
    let mut at = stress::arrange(part, unit, rng, ctx)?;
    let needed: f64 = part.half.iter().map(|h| (2.0 * h.x + f64::from(GAP)) * (2.0 * h.y + f64::from(GAP))).sum();
    let scale = if part.is_anchored() { 1.0 } else { spread(&at, 2.0 * needed) };
    for p in &mut at {
        *p = *p * scale;
    }
    let natural = (2.0 * needed / part.len() as f64).sqrt();
    let mut motion = Motion::new(part, at, natural);
    for step in 0..STEPS {
        ctx.checkpoint(step as u64, STEPS as u64)?;
        let t = step as f64 / STEPS as f64;
        motion.step(natural * (1.0 - t) * 0.5 + 1.0, (t * 1.4).min(1.0), 0.2);
    }
    Ok(motion.boxes)
}

/// How long a link from centre to centre should be.
fn unit_of(part: &Component) -> f64 {
    let sum: f64 = part.half.iter().map(|h| ((2.0 * h.x + VISIBLE) * (2.0 * h.y + VISIBLE)).sqrt()).sum();
    sum / part.len() as f64
}

/// The factor that spreads points over an area at least as large as the boxes need.
fn spread(at: &[Point], needed: f64) -> f64 {
    let n = at.len() as f64;
    let middle = at.iter().fold(Point::ZERO, |sum, p| sum + *p) / n;
    let variance = at.iter().map(|p| (*p - middle).length_squared()).sum::<f64>() / n;
    // Points spread evenly over a disc have half its squared radius as variance.
    let taken = 2.0 * std::f64::consts::PI * variance;
    if taken > 0.0 { (needed / taken).sqrt().max(1.0) } else { 1.0 }
}
