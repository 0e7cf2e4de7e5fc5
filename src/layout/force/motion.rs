//! The second arrangement: forces between boxes, step by step, while the boxes grow to their full size and push each other aside.
//!
//! Springs pull in proportion to their length and boxes repel by their degree (Jacomy et al.: ForceAtlas2, 2014), which draws clusters apart and
//! leaves few crossings; a gentle pull towards the distances in the graph keeps the whole in shape.

use crate::base::{Cancelled, Rng};
use crate::layout::GAP;
use crate::layout::force::crowd::{Crowd, Moving, Room};
use crate::layout::force::joints::Joint;
use crate::layout::force::level::Level;
use crate::layout::force::repulsion::{Falloff, Tree};
use crate::layout::force::stress::Model;
use crate::layout::work::Work;

/// Every so many steps the movement is shown.
const SHOWN: usize = 4;
/// How much of a link should be seen between two boxes above each other.
const VISIBLE: f32 = 2.0 * GAP;
/// Room between two boxes with a link between them: for its handle and so much of its line that one sees where it leads.
pub(super) const LINK_GAP: f32 = GAP + 24.0;
/// Room is made after so many rounds of pushing.
const RELIEVED: usize = 6;
/// How much room is made at first, in areas that boxes share, and how that grows each time.
const RELIEF: f32 = 3.5;
const RELIEF_GROWTH: f32 = 1.3;
/// How fast boxes step aside from links that run through them.
const CLEARING: f32 = 0.4;

/// A run of steps.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub(super) steps: usize,
    /// How far a box may go in the first step, in natural lengths.
    pub(super) heat: f32,
    /// Share of the run after which the boxes begin to grow, and after which they are full-grown. Points where that is never.
    pub(super) growth: Option<(f32, f32)>,
    /// Strength of repulsion where attraction has strength 1.
    pub(super) repulsion: f32,
    /// How far it reaches, in natural lengths.
    pub(super) reach: f32,
    /// How strongly distances like those in the graph are kept.
    pub(super) keep: f32,
    /// Page on which the boxes are drawn together when they begin to grow, in their areas, gaps included.
    pub(super) fill: f32,
    /// How fast reasons sink below what they bear on.
    pub(super) rise: f32,
    /// How much it matters that links run clear of boxes.
    pub(super) clear: f32,
}

/// What the nodes of a level are beside their ties: nothing where they are points.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bodies<'a> {
    pub(super) half_x: &'a [f32],
    pub(super) half_y: &'a [f32],
    pub(super) held: &'a [bool],
    pub(super) joints: &'a [Joint],
    /// Links that are drawn with a handle half-way, which needs room.
    pub(super) handled: &'a [(u32, u32)],
}

/// The moving nodes of a level.
pub(super) struct Motion<'a> {
    level: &'a Level,
    bodies: Bodies<'a>,
    /// Distances to keep in mind.
    pub(super) model: Option<&'a Model>,
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
    /// Length of a link on which attraction and repulsion are in balance.
    natural: f32,
    tree: Tree,
    crowd: Crowd,
    push_x: Vec<f32>,
    push_y: Vec<f32>,
    next_x: Vec<f32>,
    next_y: Vec<f32>,
    /// Where held nodes are.
    pins: Vec<(usize, f32, f32)>,
}

impl<'a> Motion<'a> {
    pub(super) fn new(level: &'a Level, x: Vec<f32>, y: Vec<f32>, bodies: Bodies<'a>, natural: f32) -> Self {
        let n = level.len();
        let pins = bodies.held.iter().enumerate().filter(|(_, held)| **held).map(|(i, _)| (i, x[i], y[i])).collect();
        let zero = || vec![0.0; n];
        let (tree, crowd) = (Tree::default(), Crowd::default());
        let (push_x, push_y, next_x, next_y) = (zero(), zero(), zero(), zero());
        Self { level, bodies, model: None, x, y, natural, tree, crowd, push_x, push_y, next_x, next_y, pins }
    }

    /// All steps, from wild to calm.
    pub(super) fn run(&mut self, plan: Plan, work: &mut Work<'_>, show: &mut dyn FnMut(&[f32], &[f32])) -> Result<(), Cancelled> {
        if self.level.len() < 2 {
            return Ok(());
        }
        let mut grown = false;
        for step in 0..plan.steps {
            work.spend(self.level.len())?;
            let time = step as f32 / plan.steps as f32;
            let size = plan.growth.map_or(0.0, |(from, to)| (time - from) / (to - from)).clamp(0.0, 1.0);
            if size > 0.0 && !std::mem::replace(&mut grown, true) {
                self.turn();
                self.fit(plan.fill);
            }
            self.step(step, plan, 1.0 + plan.heat * self.natural * (1.0 - time), size);
            if step % SHOWN == 0 {
                show(&self.x, &self.y);
            }
        }
        Ok(())
    }

    /// One step: links, repulsion, and what overlaps is pushed apart. `heat` limits how far a box goes; `size` is the share of their full size
    /// to which the boxes have grown.
    pub(super) fn step(&mut self, number: usize, plan: Plan, heat: f32, size: f32) {
        // Repulsion changes slowly: it serves two steps.
        if number.is_multiple_of(2) {
            let squared = self.natural * self.natural;
            let falloff = Falloff { softening: 0.01 * squared, fade: 1.0 / (squared * plan.reach * plan.reach) };
            self.tree.push_all(&self.x, &self.y, &self.level.mass, falloff, &mut self.push_x, &mut self.push_y);
        }
        self.attract(heat, plan.rise, plan.repulsion);
        if let Some(model) = self.model {
            model.keep(&mut self.x, &mut self.y, number, plan.keep);
        }
        for joint in self.bodies.joints {
            joint.follow(&mut self.x, &mut self.y);
        }
        if size > 0.0 {
            let room = Room { size, gap: GAP * size, extra: 0.0 };
            let mut boxes = boxes(&self.bodies, &mut self.x, &mut self.y);
            if number.is_multiple_of(2) {
                part_linked(&mut boxes, self.bodies.handled, Room { gap: LINK_GAP * size, ..room });
            }
            self.crowd.push(&mut boxes, room);
            if plan.clear > 0.0 && !number.is_multiple_of(2) {
                self.crowd.clear(&mut boxes, self.level, room, plan.clear * CLEARING, 4.0 * self.natural);
            }
        }
        self.pin();
    }

    fn attract(&mut self, heat: f32, rise: f32, repulsion: f32) {
        let strength = repulsion * self.natural * self.natural;
        for i in 0..self.level.len() {
            let (x, y) = (self.x[i], self.y[i]);
            let push = strength * self.level.mass[i];
            let (mut fx, mut fy, mut stiffness) = (self.push_x[i] * push, self.push_y[i] * push, 1.0);
            let mut sink = 0.0;
            let ties = self.level.ties(i);
            for tie in ties {
                let j = tie.to as usize;
                let (dx, dy) = (self.x[j] - x, self.y[j] - y);
                fx += dx * tie.slack;
                fy += dy * tie.slack;
                stiffness += tie.slack;
                if rise > 0.0 {
                    let high = self.bodies.half_y.get(i).map_or(self.natural, |half| half + self.bodies.half_y[j] + VISIBLE);
                    let missing = high * tie.below.abs() + dy * tie.below;
                    sink += tie.below * missing.max(0.0);
                }
            }
            let (mut sx, mut sy) = (fx / stiffness, fy / stiffness);
            let length = (sx * sx + sy * sy).sqrt();
            if length > heat {
                sx *= heat / length;
                sy *= heat / length;
            }
            self.next_x[i] = x + sx;
            self.next_y[i] = y + sy + rise * sink / ties.len().max(1) as f32;
        }
        std::mem::swap(&mut self.x, &mut self.next_x);
        std::mem::swap(&mut self.y, &mut self.next_y);
    }

    /// Held nodes go back to where they are.
    fn pin(&mut self) {
        for &(i, x, y) in &self.pins {
            (self.x[i], self.y[i]) = (x, y);
        }
    }

    /// Turns everything so that, on the whole, reasons are below what they bear on. Costs nothing: distances stay, and nothing crosses more.
    fn turn(&mut self) {
        /// Where directions cancel each other out more than that, there is none.
        const CLEAR: f32 = 0.1;
        if !self.pins.is_empty() {
            return;
        }
        let (mut sum_x, mut sum_y, mut all) = (0.0f32, 0.0f32, 0.0f32);
        for i in 0..self.level.len() {
            for tie in self.level.ties(i).iter().filter(|t| t.below > 0.0) {
                let (dx, dy) = (self.x[i] - self.x[tie.to as usize], self.y[i] - self.y[tie.to as usize]);
                sum_x += dx;
                sum_y += dy;
                all += (dx * dx + dy * dy).sqrt();
            }
        }
        let length = (sum_x * sum_x + sum_y * sum_y).sqrt();
        if length <= CLEAR * all {
            return;
        }
        let (cos, sin) = (sum_y / length, sum_x / length);
        for (x, y) in self.x.iter_mut().zip(&mut self.y) {
            (*x, *y) = (cos * *x - sin * *y, sin * *x + cos * *y);
        }
    }

    /// Draws the nodes together until they fill about the page that the boxes need.
    fn fit(&mut self, fill: f32) {
        if !self.pins.is_empty() {
            return;
        }
        let scale = spread(&self.x, &self.y, fill * self.level.room.iter().sum::<f32>()).min(1.0);
        for v in self.x.iter_mut().chain(&mut self.y) {
            *v *= scale;
        }
        self.natural *= scale;
    }

    /// Lets distances have their way once more, where these are known exactly.
    pub(super) fn settle(&mut self, rng: &mut Rng) {
        if let Some(model) = self.model {
            model.settle(&mut self.x, &mut self.y, rng);
            self.turn();
            self.pin();
        }
    }

    /// Takes boxes apart until none is too close to another. Returns how many pairs are left.
    pub(super) fn separate(&mut self, gap: f32, rounds: usize, work: &mut Work<'_>) -> Result<usize, Cancelled> {
        let n = self.level.len();
        let mut pairs = 0;
        let mut shared = vec![0.0; n];
        let mut strength = RELIEF;
        let room = Room { size: 1.0, gap, extra: 0.05 * gap };
        for round in 0..rounds {
            work.spend(n)?;
            let mut boxes = boxes(&self.bodies, &mut self.x, &mut self.y);
            let linked = if round < rounds / 2 { part_linked(&mut boxes, self.bodies.handled, Room { gap: LINK_GAP, ..room }) } else { 0 };
            pairs = self.crowd.push(&mut boxes, room);
            if pairs + linked == 0 {
                break;
            }
            if round.is_multiple_of(RELIEVED) {
                work.spend(n)?;
                self.crowd.shared(room, &mut shared);
                self.relieve(&mut shared, strength);
                strength *= RELIEF_GROWTH;
            }
        }
        Ok(pairs)
    }

    /// Makes room everywhere at once: where boxes share some area, that much is added and what is around moves outwards. The field that does so is
    /// that of point sources, each as strong as the area it adds; pushing alone would pass pressure on from box to box, round after round.
    fn relieve(&mut self, shared: &mut [f32], strength: f32) {
        for area in shared.iter_mut() {
            *area += 1.0e-3;
        }
        let falloff = Falloff { softening: self.natural * self.natural * 0.1, fade: 0.0 };
        self.tree.push_all(&self.x, &self.y, shared, falloff, &mut self.push_x, &mut self.push_y);
        let strength = strength / (2.0 * std::f32::consts::PI);
        for i in 0..self.level.len() {
            self.x[i] += self.push_x[i] * strength;
            self.y[i] += self.push_y[i] * strength;
        }
        self.pin();
    }
}

/// Takes linked boxes apart between which there is too little room. Returns how many pairs there were.
fn part_linked(boxes: &mut Moving<'_>, links: &[(u32, u32)], room: Room) -> usize {
    let mut pairs = 0;
    for &(a, b) in links {
        let (a, b) = (a as usize, b as usize);
        let (dx, dy) = (boxes.x[b] - boxes.x[a], boxes.y[b] - boxes.y[a]);
        let x = (boxes.half_x[a] + boxes.half_x[b]) * room.size + room.gap - dx.abs();
        let y = (boxes.half_y[a] + boxes.half_y[b]) * room.size + room.gap - dy.abs();
        if x <= 0.0 || y <= 0.0 {
            continue;
        }
        let free = |i: usize| if boxes.held.get(i).copied().unwrap_or(false) { 0.0 } else { 1.0 };
        let (free_a, free_b) = (free(a), free(b));
        if free_a + free_b == 0.0 {
            continue;
        }
        pairs += 1;
        let (share_a, share_b) = (free_a / (free_a + free_b), free_b / (free_a + free_b));
        if x < y {
            let push = (x + room.extra).copysign(dx);
            boxes.x[a] -= push * share_a;
            boxes.x[b] += push * share_b;
        } else {
            let push = (y + room.extra).copysign(dy);
            boxes.y[a] -= push * share_a;
            boxes.y[b] += push * share_b;
        }
    }
    pairs
}

fn boxes<'a>(bodies: &Bodies<'a>, x: &'a mut [f32], y: &'a mut [f32]) -> Moving<'a> {
    Moving { x, y, half_x: bodies.half_x, half_y: bodies.half_y, held: bodies.held }
}

/// The factor by which points must be spread to cover an area.
pub(super) fn spread(x: &[f32], y: &[f32], area: f32) -> f32 {
    let n = x.len() as f32;
    let (mx, my) = (x.iter().sum::<f32>() / n, y.iter().sum::<f32>() / n);
    let variance = x.iter().zip(y).map(|(x, y)| (x - mx) * (x - mx) + (y - my) * (y - my)).sum::<f32>() / n;
    // Points spread evenly over a disc have half its squared radius as variance.
    let covered = 2.0 * std::f32::consts::PI * variance;
    if covered > 0.0 { (area / covered).sqrt() } else { 1.0 }
}
