//! Travelling through the history: any state that was, in one go.

use crate::editor::{Editor, Effect};
use crate::tr;

impl Editor {
    /// How many steps lead to the present state, and how many there are with those undone.
    pub fn history_steps(&self) -> (usize, usize) {
        self.history.steps()
    }

    /// Label of a step, the oldest being 0; those undone follow those done.
    pub fn history_label(&self, step: usize) -> Option<&str> {
        self.history.label(step)
    }

    /// How many steps lead to the state on disk, where it can be travelled to.
    pub fn history_saved(&self) -> Option<usize> {
        self.history.saved_after()
    }

    /// Undoes or does again until so many steps are done, and shows what was selected there.
    pub(super) fn travel_to(&mut self, wanted: usize) {
        self.fresh = None;
        let before = self.effects.len();
        let mut travelled = false;
        loop {
            let (done, _) = self.history.steps();
            let replay = match done.cmp(&wanted) {
                std::cmp::Ordering::Greater => self.history.undo(),
                std::cmp::Ordering::Less => self.history.redo(),
                std::cmp::Ordering::Equal => break,
            };
            let Some(replay) = replay else { break };
            self.replay(replay);
            travelled = true;
        }
        if !travelled {
            return;
        }
        // Of what the steps on the way ask for, only the last of its kind is wanted.
        let asked = self.effects.split_off(before);
        for (i, effect) in asked.iter().enumerate() {
            let same = |other: &Effect| std::mem::discriminant(other) == std::mem::discriminant(effect);
            if !asked[i + 1..].iter().any(same) {
                self.effects.push(effect.clone());
            }
        }
        let step = wanted.checked_sub(1).and_then(|step| self.history.label(step)).map(str::to_owned);
        self.announce(match step {
            Some(step) => tr!("announce-travelled", step = step),
            None => tr!("announce-travelled-back").to_owned(),
        });
    }
}
