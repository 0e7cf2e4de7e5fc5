//! The second arrangement: forces between boxes, step by step, while the boxes grow to their full size and push each other aside.

use crate::layout::GAP;
use crate::layout::force::component::Component;
use crate::layout::force::repulsion::Tree;
use crate::layout::grid::{Boxes, Grid};
use crate::layout::overlap::push_apart;
use crate::layout::point::Point;

/// Share of its way to the wanted place that a link goes in a step.
const SPRING: f64 = 1.0;
const REPULSION: f64 = 0.2;
/// Heaviest box, in boxes without a link: hubs push more, so that their neighbours have room.
const MAX_MASS: f64 = 16.0;
/// A link shows at least this much between two boxes, if it has its way.
pub(super) const VISIBLE: f64 = 2.0 * GAP as f64;

/// The moving boxes of a component.
pub(super) struct Motion<'a> {
    part: &'a Component,
    pub(super) boxes: Boxes,
    mass: Vec<f64>,
    /// Distance at which attraction and repulsion of two linked boxes balance.
    natural: f64,
    tree: Tree,
    forces: Vec<Point>,
    stiffness: Vec<f64>,
}

impl<'a> Motion<'a> {
    pub(super) fn new(part: &'a Component, at: Vec<Point>, natural: f64) -> Self {
        let n = part.len();
        let mass = (0..n).map(|i| ((part.degree(i) as f64 + 1.0) / 2.0).min(MAX_MASS)).collect();
        let held = part.held.iter().map(Option::is_some).collect();
        let boxes = Boxes { at, half: part.half.clone(), held };
        Self { part, boxes, mass, natural, tree: Tree::default(), forces: vec![Point::ZERO; n], stiffness: vec![0.0; n] }
    }

    /// One step. `heat` limits how far a box goes; `size` is the share of their full size to which the boxes have grown; `rise` says how
    /// much it matters that reasons are below what they bear on.
    pub(super) fn step(&mut self, heat: f64, size: f64, rise: f64) {
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
        self.raise(rise);
        self.collide(size);
    }

    fn repel(&mut self) {
        self.tree.rebuild(&self.boxes.at, &self.mass);
        let strength = REPULSION * self.natural * self.natural;
        let softening = 0.01 * self.natural * self.natural;
        for i in 0..self.part.len() {
            self.forces[i] =
                if self.boxes.held[i] { Point::ZERO } else { self.tree.push_at(self.boxes.at[i], softening) * (strength * self.mass[i]) };
            self.stiffness[i] = 1.0;
        }
    }

    fn attract(&mut self) {
        for &(a, b) in &self.part.links {
            let (a, b) = (a as usize, b as usize);
            let away = self.boxes.at[b] - self.boxes.at[a];
            let length = away.length();
            let pull = SPRING * length / self.natural;
            self.forces[a] += away * pull;
            self.forces[b] -= away * pull;
            self.stiffness[a] += 2.0 * pull;
            self.stiffness[b] += 2.0 * pull;
        }
    }

    fn raise(&mut self, strength: f64) {
        for &(from, to) in &self.part.links {
            let (from, to) = (from as usize, to as usize);
            let wanted = self.boxes.half[from].y + self.boxes.half[to].y + VISIBLE;
            let missing = wanted - (self.boxes.at[from].y - self.boxes.at[to].y);
            if missing > 0.0 {
                let (down, up) = (strength * missing / self.part.degree(from) as f64, strength * missing / self.part.degree(to) as f64);
                if !self.boxes.held[from] {
                    self.boxes.at[from].y += down;
                }
                if !self.boxes.held[to] {
                    self.boxes.at[to].y -= up;
                }
            }
        }
    }

    fn collide(&mut self, size: f64) {
        let gap = f64::from(GAP);
        for (half, full) in self.boxes.half.iter_mut().zip(&self.part.half) {
            *half = *full * size;
        }
        let grid = Grid::new(&self.boxes, gap, 0..self.part.len());
        push_apart(&mut self.boxes, &grid, gap * size, gap * size);
        self.boxes.half.copy_from_slice(&self.part.half);
    }
}
