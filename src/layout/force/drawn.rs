//! A small part with its boxes: they are taken apart while distances keep their shape, so that it costs no more stress than it must.

use crate::layout::GAP;
use crate::layout::force::arrange::Places;
use crate::layout::force::motion::{LINK_GAP, spread};
use crate::layout::force::small::{Small, Terms, of_all};

/// Rounds of pushing boxes apart, at most.
const PUSHES: usize = 120;
/// A hair that boxes keep beyond their gap, lest rounding bring them too close.
const HAIR: f32 = 0.01;
/// How far a box slides where its best place is one away.
const OVER: f32 = 1.5;

impl Small {
    /// The box around all, in areas of the boxes with their gaps.
    pub(super) fn area(&self, at: &Places) -> f32 {
        let (mut l, mut r, mut t, mut b) = (f32::MAX, f32::MIN, f32::MAX, f32::MIN);
        for i in 0..self.n {
            l = l.min(at.x[i] - self.half_x[i]);
            r = r.max(at.x[i] + self.half_x[i]);
            t = t.min(at.y[i] - self.half_y[i]);
            b = b.max(at.y[i] + self.half_y[i]);
        }
        (r - l) * (b - t) / self.room
    }

    /// The same with boxes on a page so many times their area. `None` where some are too close to each other in the end.
    pub(super) fn drawn(&self, mut at: Places, page: f32, terms: &mut Terms) -> Option<Places> {
        let scale = spread(&at.x[..self.n], &at.y[..self.n], page * self.room);
        scale_by(&mut at, scale);
        (0..PUSHES).any(|_| self.push(&mut at, terms) == 0).then_some(at)
    }

    /// Boxes that are far enough apart slide towards their best places, as far as there is room. Stress can only become less.
    pub(super) fn settle(&self, at: &mut Places, rounds: usize, terms: &mut Terms) {
        let hop = self.hop(at);
        for round in 0..rounds {
            self.slide(at, hop, round % 2 == 1, terms);
        }
    }

    fn slide(&self, at: &mut Places, hop: f32, upright_first: bool, terms: &mut Terms) {
        for i in 0..self.n {
            let (x, y) = self.best(at, i, hop, terms);
            let (x, y) = (at.x[i] + OVER * (x - at.x[i]), at.y[i] + OVER * (y - at.y[i]));
            for upright in [upright_first, !upright_first] {
                if upright {
                    at.y[i] = self.within(i, (&at.y, &self.half_y), (&at.x, &self.half_x), y, terms);
                } else {
                    at.x[i] = self.within(i, (&at.x, &self.half_x), (&at.y, &self.half_y), x, terms);
                }
            }
        }
    }

    /// How far box `i` gets towards `wish` along an axis (centres and half sizes), past those that are beside it on the other axis.
    fn within(
        &self,
        i: usize,
        (along, half): (&[f32], &[f32]),
        (across, half_across): (&[f32], &[f32]),
        wish: f32,
        terms: &mut Terms,
    ) -> f32 {
        let (here, beside) = (along[i], across[i]);
        let (own, own_across) = (half[i] + HAIR, half_across[i]);
        let linked = self.gap + LINK_GAP - GAP;
        let others = along.iter().zip(half).zip(across.iter().zip(half_across)).zip(self.hops(i));
        for ((((along, half), (across, half_across)), hops), (low, high)) in others.zip(terms.x.iter_mut().zip(&mut terms.y)) {
            let gap = if *hops > 1.0 { self.gap } else { linked };
            let is_beside = (*hops > 0.0) & ((across - beside).abs() < own_across + half_across + gap);
            let reach = own + half + gap;
            *low = if is_beside & (*along <= here) { along + reach } else { f32::MIN };
            *high = if is_beside & (*along > here) { along - reach } else { f32::MAX };
        }
        let low = of_all(&terms.x, f32::MIN, |a, b| if b > a { b } else { a }).min(here);
        let high = of_all(&terms.y, f32::MAX, |a, b| if b < a { b } else { a }).max(here);
        wish.clamp(low, high)
    }

    /// Whether a box is too close to another.
    pub(super) fn hits(&self, at: &Places, i: usize, terms: &mut Terms) -> bool {
        let linked = self.gap + LINK_GAP - GAP;
        let (px, py, own_x, own_y) = (at.x[i], at.y[i], self.half_x[i] + HAIR, self.half_y[i] + HAIR);
        let others = at.x.iter().zip(&at.y).zip(self.half_x.iter().zip(&self.half_y)).zip(self.hops(i));
        for ((((x, y), (half_x, half_y)), hops), term) in others.zip(&mut terms.x) {
            let gap = if *hops > 1.0 { self.gap } else { linked };
            let (x, y) = (own_x + half_x + gap - (px - x).abs(), own_y + half_y + gap - (py - y).abs());
            let both = if x < y { x } else { y };
            *term = if *hops > 0.0 { both } else { f32::MIN };
        }
        of_all(&terms.x, f32::MIN, |a, b| if b > a { b } else { a }) > 0.0
    }

    /// Pushes boxes apart that are too close. Returns how many pairs were.
    fn push(&self, at: &mut Places, terms: &mut Terms) -> usize {
        let mut pairs = 0;
        let linked = self.gap + LINK_GAP - GAP;
        for i in 0..self.n {
            let hops = self.hops(i);
            let near = |at: &Places, j: usize| {
                let (dx, dy) = (at.x[i] - at.x[j], at.y[i] - at.y[j]);
                let gap = if hops[j] > 1.0 { self.gap } else { linked };
                (dx, dy, self.half_x[i] + self.half_x[j] + gap - dx.abs(), self.half_y[i] + self.half_y[j] + gap - dy.abs())
            };
            // Most boxes are far enough from all others, which is soon seen for many at a time.
            let (px, py, own_x, own_y) = (at.x[i], at.y[i], self.half_x[i] + linked, self.half_y[i] + linked);
            let others = at.x[..i].iter().zip(&at.y[..i]).zip(self.half_x[..i].iter().zip(&self.half_y[..i]));
            for (((x, y), (half_x, half_y)), term) in others.zip(&mut terms.x) {
                let (x, y) = (own_x + half_x - (px - x).abs(), own_y + half_y - (py - y).abs());
                *term = if x < y { x } else { y };
            }
            terms.x[i..].fill(f32::MIN);
            if of_all(&terms.x, f32::MIN, |a, b| if b > a { b } else { a }) <= 0.0 {
                continue;
            }
            for j in 0..i {
                let (dx, dy, x, y) = near(at, j);
                if x <= 0.0 || y <= 0.0 {
                    continue;
                }
                pairs += 1;
                if x < y {
                    let push = (0.5 * x + 0.02 * self.gap).copysign(dx);
                    at.x[i] += push;
                    at.x[j] -= push;
                } else {
                    let push = (0.5 * y + 0.02 * self.gap).copysign(dy);
                    at.y[i] += push;
                    at.y[j] -= push;
                }
            }
        }
        pairs
    }
}

/// Makes all distances so many times as long: no box comes closer to another where that is more than one.
pub(super) fn scale_by(at: &mut Places, scale: f32) {
    for v in at.x.iter_mut().chain(&mut at.y) {
        *v *= scale;
    }
}
