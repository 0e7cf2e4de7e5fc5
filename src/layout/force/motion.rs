//! The second arrangement: forces between boxes, step by step, while the boxes grow to their full size and push each other aside.

use crate::base::Cancelled;
use crate::layout::GAP;
use crate::layout::force::component::Component;
use crate::layout::force::repulsion::Tree;
use crate::layout::grid::{Boxes, Grid};
use crate::layout::overlap::push_apart;
use crate::layout::point::Point;
use crate::layout::work::Work;

/// Steps of a run.
pub(super) const STEPS: usize = 150;
/// Every so many steps the movement is shown.
const SHOWN: usize = 3;
/// Strength of repulsion where attraction has strength 1.
const REPULSION: f64 = 0.25;
/// Heaviest box, in boxes without a link: hubs push more, so that their neighbours have room.
const MAX_MASS: f64 = 16.0;
/// How far repulsion reaches in a web. In a tree it ends soon: it would pull the branches long, and nothing needs untangling.
const REACH: f64 = 0.6;
/// How fast reasons sink below what they bear on.
const RISE: f64 = 0.5;
/// How far a box may go in the first step, in natural lengths.
const HEAT: f64 = 0.5;
/// Share of the run after which the boxes begin to grow, and after which they are full-grown.
const GROWTH: (f64, f64) = (0.5, 0.95);
/// How much of a link should be seen between two boxes above each other.
const VISIBLE: f64 = 2.0 * GAP as f64;

/// The moving boxes of a component.
pub(super) struct Motion<'a> {
    part: &'a Component,
    pub(super) boxes: Boxes,
    mass: Vec<f64>,
    /// Length of a link on which attraction and repulsion are in balance.
    natural: f64,
    tree: Tree,
    forces: Vec<Point>,
    stiffness: Vec<f64>,
}

impl<'a> Motion<'a> {
    pub(super) fn new(part: &'a Component, at: Vec<Point>) -> Self {
        let n = part.len();
        let mass = (0..n).map(|i| ((part.degree(i) as f64 + 1.0) / 2.0).min(MAX_MASS)).collect();
        let held = part.held.iter().map(Option::is_some).collect();
        let boxes = Boxes { at, half: part.half.clone(), held };
        let natural = std::f64::consts::SQRT_2 * part.mean_side();
        Self { part, boxes, mass, natural, tree: Tree::default(), forces: vec![Point::ZERO; n], stiffness: vec![0.0; n] }
    }

    /// All steps, from wild to calm.
    pub(super) fn run(&mut self, work: &mut Work<'_>, show: &mut dyn FnMut(&[Point])) -> Result<(), Cancelled> {
        if self.part.len() < 2 {
            return Ok(());
        }
        for step in 0..STEPS {
            work.spend(self.part.len())?;
            let time = step as f64 / STEPS as f64;
            self.step(1.0 + HEAT * self.natural * (1.0 - time), ((time - GROWTH.0) / (GROWTH.1 - GROWTH.0)).clamp(0.0, 1.0));
            if step % SHOWN == 0 {
                show(&self.boxes.at);
            }
        }
        Ok(())
    }

    /// One step. `heat` limits how far a box goes; `size` is the share of their full size to which the boxes have grown.
    fn step(&mut self, heat: f64, size: f64) {
        self.repel();
        self.attract();
        for i in 0..self.part.len() {
            if self.boxes.held[i] {
                continue;
            }
            let step = self.forces[i] / self.stiffness[i];
            let length = step.length();
            self.boxes.at[i] += if length > heat { step * (heat / length) } else { step };
        }
        self.raise();
        if size > 0.0 {
            self.collide(size);
        }
    }

    fn repel(&mut self) {
        self.tree.rebuild(&self.boxes.at, &self.mass);
        let squared = self.natural * self.natural;
        let reach = 1.0 + REACH * self.part.loops() * (self.part.len() as f64).sqrt();
        let fade = 1.0 / (squared * reach * reach);
        for i in 0..self.part.len() {
            self.stiffness[i] = 1.0;
            self.forces[i] = if self.boxes.held[i] {
                Point::ZERO
            } else {
                self.tree.push_at(self.boxes.at[i], 0.01 * squared, fade) * (REPULSION * squared * self.mass[i])
            };
        }
    }

    /// Pull grows with the square of a link's length (Fruchterman and Reingold 1991).
    fn attract(&mut self) {
        for &(a, b) in &self.part.links {
            let (a, b) = (a as usize, b as usize);
            let away = self.boxes.at[b] - self.boxes.at[a];
            let pull = away.length() / self.natural;
            self.forces[a] += away * pull;
            self.forces[b] -= away * pull;
            self.stiffness[a] += 2.0 * pull;
            self.stiffness[b] += 2.0 * pull;
        }
    }

    fn raise(&mut self) {
        let strength = RISE * self.part.order();
        for &(from, to) in &self.part.links {
            let (from, to) = (from as usize, to as usize);
            let wanted = self.boxes.half[from].y + self.boxes.half[to].y + VISIBLE;
            let missing = wanted - (self.boxes.at[from].y - self.boxes.at[to].y);
            if missing > 0.0 {
                if !self.boxes.held[from] {
                    self.boxes.at[from].y += strength * missing / self.part.degree(from) as f64;
                }
                if !self.boxes.held[to] {
                    self.boxes.at[to].y -= strength * missing / self.part.degree(to) as f64;
                }
            }
        }
    }

    fn collide(&mut self, size: f64) {
        for (half, full) in self.boxes.half.iter_mut().zip(&self.part.half) {
            *half = *full * size;
        }
        let gap = f64::from(GAP) * size;
        let grid = Grid::new(&self.boxes, gap, 0..self.part.len());
        push_apart(&mut self.boxes, &grid, gap, gap);
        self.boxes.half.copy_from_slice(&self.part.half);
    }
}
