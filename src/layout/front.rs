//! Shapes of one subtree of which each has something for it.

use crate::layout::shapes::Shape;

/// The shapes of a subtree differ in width by so many times, and there are no more than so many.
const STEP: f64 = 1.1;
const MAX_SHAPES: usize = 16;

/// Shapes of which none is both wider and higher than another, narrow ones first.
#[derive(Default)]
pub(in crate::layout) struct Front {
    list: Vec<Shape>,
}

impl Front {
    /// Adds a shape unless one that is there is as small.
    pub(in crate::layout) fn add(&mut self, shape: Shape) {
        let at = self.list.iter().rposition(|other| other.wide <= shape.wide).map_or(0, |before| before + 1);
        if at > 0 && self.list[at - 1].high <= shape.high {
            return;
        }
        let larger = self.list[at..].iter().take_while(|other| other.high >= shape.high).count();
        if larger > 0 {
            self.list[at] = shape;
            self.list.drain(at + 1..at + larger);
        } else {
            self.list.insert(at, shape);
        }
    }

    /// Hands over some of them; none wider than that but the narrowest.
    pub(in crate::layout) fn take(&mut self, all: &mut Vec<Shape>, widest: f64) {
        let narrowest = self.list.first().map_or(0.0, |shape| shape.wide);
        self.list.retain(|shape| shape.wide <= widest.max(narrowest));
        let mut ratio = 1.0;
        while self.list.len() > MAX_SHAPES {
            ratio *= STEP;
            // Of those that hardly differ the smallest one.
            let mut last = 0.0;
            self.list.dedup_by(|next, kept| {
                last = if last == 0.0 { kept.wide } else { last };
                let same = next.wide < ratio * last;
                if !same {
                    last = next.wide;
                } else if next.wide * next.high < kept.wide * kept.high {
                    *kept = *next;
                }
                same
            });
        }
        all.append(&mut self.list);
    }
}
