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
/// Length of a link to a joint, in natural lengths.
const JOINT: f64 = 0.6;
/// How fast boxes step aside from links that run through them.
const CLEARING: f64 = 0.4;
/// Links of more natural lengths than this are left to cross what they cross.
const LONG: f64 = 4.0;
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
    /// Joints with the nodes at the lower and at the upper ends of their links.
    joints: Vec<(usize, Vec<usize>, Vec<usize>)>,
}

impl<'a> Motion<'a> {
    pub(super) fn new(part: &'a Component, at: Vec<Point>) -> Self {
        let n = part.len();
        let mass = (0..n).map(|i| ((part.degree(i) as f64 + 1.0) / 2.0).min(MAX_MASS)).collect();
        let held = part.held.iter().map(Option::is_some).collect();
        let boxes = Boxes { at, half: part.half.clone(), held };
        let natural = std::f64::consts::SQRT_2 * part.mean_side();
        let joints = joints_of(part);
        Self { part, boxes, mass, natural, joints, tree: Tree::default(), forces: vec![Point::ZERO; n], stiffness: vec![0.0; n] }
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
        self.follow();
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
            let natural = if self.part.joint[a] || self.part.joint[b] { JOINT * self.natural } else { self.natural };
            let pull = away.length() / natural;
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

    /// Joints go between the ends of their links: half-way from one end to the other, nearer to the upper end where several meet.
    fn follow(&mut self) {
        for (joint, below, above) in &self.joints {
            let mean = |ends: &[usize]| ends.iter().fold(Point::ZERO, |sum, &i| sum + self.boxes.at[i]) / ends.len() as f64;
            let (low, high) = (mean(below), mean(above));
            self.boxes.at[*joint] = low + (high - low) * if below.len() > 1 { 0.6 } else { 0.5 };
        }
    }

    fn collide(&mut self, size: f64) {
        for (half, full) in self.boxes.half.iter_mut().zip(&self.part.half) {
            *half = *full * size;
        }
        let gap = f64::from(GAP) * size;
        let grid = Grid::new(&self.boxes, gap, 0..self.part.len());
        self.clear_links(&grid, gap / 2.0);
        push_apart(&mut self.boxes, &grid, gap, gap);
        self.boxes.half.copy_from_slice(&self.part.half);
    }

    /// Boxes step aside from links that run through them, and the links' ends the other way. In a web there is no way out, so it is not tried.
    fn clear_links(&mut self, grid: &Grid, margin: f64) {
        let strength = CLEARING * self.part.order();
        if strength < 0.1 * CLEARING {
            return;
        }
        let boxes = &mut self.boxes;
        for &(a, b) in &self.part.links {
            let (a, b) = (a as usize, b as usize);
            let (from, to) = (boxes.at[a], boxes.at[b]);
            let length = (to - from).length().max(1e-9);
            if length > LONG * self.natural {
                continue;
            }
            let along = (to - from) / length;
            let across = Point::new(-along.y, along.x);
            let reach = Point::new((to.x - from.x).abs() / 2.0, (to.y - from.y).abs() / 2.0);
            grid.near((from + to) * 0.5, reach, |c| {
                let away = boxes.at[c] - from;
                let (side, way) = (away.x * across.x + away.y * across.y, away.x * along.x + away.y * along.y);
                let half = boxes.half[c];
                let inside = across.x.abs() * half.x + across.y.abs() * half.y + margin - side.abs();
                if c == a || c == b || inside <= 0.0 || way <= 0.0 || way >= length {
                    return;
                }
                let push = across * (inside * strength).copysign(side);
                for (i, push) in [(c, push), (a, push * -0.5), (b, push * -0.5)] {
                    if !boxes.held[i] {
                        boxes.at[i] += push;
                    }
                }
            });
        }
    }
}

/// The joints that may move and have links in both directions, with the other ends of these.
fn joints_of(part: &Component) -> Vec<(usize, Vec<usize>, Vec<usize>)> {
    let mut ends: Vec<(Vec<usize>, Vec<usize>)> = vec![Default::default(); part.len()];
    for &(from, to) in &part.links {
        let (from, to) = (from as usize, to as usize);
        if part.joint[to] && !part.joint[from] {
            ends[to].0.push(from);
        }
        if part.joint[from] {
            ends[from].1.push(to);
        }
    }
    let found = ends
        .into_iter()
        .enumerate()
        .filter(|(i, (below, above))| part.joint[*i] && part.held[*i].is_none() && !below.is_empty() && !above.is_empty());
    found.map(|(i, (below, above))| (i, below, above)).collect()
}
