//! A layout of one's own: boxes in a circle. In the program it would be one file in `src/layout` and one line in `LAYOUTS`.
//!
//! `cargo run --no-default-features --example add_a_layout`

use std::f64::consts::TAU;

use elenchus::base::{Cancelled, TaskCtx};
use elenchus::layout::{Body, GAP, Layout, LayoutRequest, Link};
use elenchus::model::LayoutName;
use emath::{Pos2, Vec2};

/// Boxes on a circle that is wide enough for all of them, in the order of the request.
struct Circle;

impl Layout for Circle {
    fn name(&self) -> LayoutName {
        // A layout of the program has a name of its own.
        LayoutName::Force
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        let room: f32 = request.bodies.iter().map(|b| b.size.length() + GAP).sum();
        let radius = f64::from(room) / TAU;
        let count = request.bodies.len();
        let mut centres = Vec::with_capacity(count);
        for (i, body) in request.bodies.iter().enumerate() {
            ctx.checkpoint(i as u64, count as u64)?;
            let angle = TAU * i as f64 / count as f64;
            // The same integers on every machine: libm instead of the platform's functions.
            let free = Pos2::new((radius * libm::sin(angle)) as f32, (-radius * libm::cos(angle)) as f32).round();
            centres.push(body.at.filter(|_| body.held).unwrap_or(free));
        }
        on_step(&centres);
        Ok(centres)
    }
}

fn main() -> Result<(), Cancelled> {
    let bodies = (0..8).map(|i| Body::free(Vec2::new(120.0 + 10.0 * i as f32, 60.0))).collect();
    let links = (1..8).map(|from| Link { from, to: 0 }).collect();
    let request = LayoutRequest { bodies, links, seed: 1, ..LayoutRequest::default() };
    for (i, at) in Circle.run(&request, &TaskCtx::new(), &mut |_| {})?.iter().enumerate() {
        println!("box {i} at ({}, {})", at.x, at.y);
    }
    Ok(())
}
