//! Back and forward, as in a browser: where the user was before a jump, with what was selected and focused on. Where the camera stood
//! is the driver's to remember, by the number of the stop.

use crate::analysis::shown::Focus;
use crate::editor::{Editor, Effect, Selection};

/// Stops remembered in one direction.
const MAX_STOPS: usize = 100;

/// Where somebody was.
#[derive(Clone, Debug)]
struct Stop {
    number: u64,
    selection: Selection,
    focus: Option<Focus>,
}

/// The stops on both sides of the present place; the nearest come last.
#[derive(Debug, Default)]
pub(super) struct Trail {
    back: Vec<Stop>,
    forward: Vec<Stop>,
    last: u64,
}

impl Editor {
    /// Whether there is a place to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.looks.trail.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.looks.trail.forward.is_empty()
    }

    /// Remembers the present place before a jump.
    pub(super) fn depart(&mut self) {
        let stop = self.stop_here();
        let trail = &mut self.looks.trail;
        trail.forward.clear();
        if trail.back.len() >= MAX_STOPS {
            trail.back.remove(0);
        }
        trail.back.push(stop);
    }

    /// Out of the picture of a provenance first.
    pub(super) fn go_back(&mut self) {
        if self.looks.traced.is_some() {
            return self.leave_provenance();
        }
        if let Some(stop) = self.looks.trail.back.pop() {
            let here = self.stop_here();
            self.looks.trail.forward.push(here);
            self.arrive(stop);
        }
    }

    pub(super) fn go_forward(&mut self) {
        if let Some(stop) = self.looks.trail.forward.pop() {
            let here = self.stop_here();
            self.looks.trail.back.push(here);
            self.arrive(stop);
        }
    }

    fn stop_here(&mut self) -> Stop {
        self.looks.trail.last += 1;
        let number = self.looks.trail.last;
        self.effects.push(Effect::Depart(number));
        Stop { number, selection: self.selection.clone(), focus: self.looks.focus.clone() }
    }

    fn arrive(&mut self, stop: Stop) {
        self.take_focus(stop.focus);
        self.select(stop.selection);
        self.unhide(self.selection.nodes().clone());
        self.effects.push(Effect::Arrive(stop.number));
    }
}
