//! Whether things glide to their places or are there at once: what the user chose, else what the system asks for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::{Context, Id, Theme};
use mundy::{Contrast, Interest, Preferences, Subscription};

use super::look;

/// How long egui fades what opens, in seconds.
const FADE_SECS: f32 = 0.1;

/// What moves, and whether.
#[derive(Default)]
pub(crate) struct Motion {
    /// Less or not, where the user chose.
    choice: Option<bool>,
    /// Whether the system asks for less; set from the subscription's own thread, where there is one.
    system: Arc<AtomicBool>,
    subscription: Option<Subscription>,
}

impl Motion {
    /// Motion as it was chosen.
    pub(crate) fn new(choice: Option<bool>) -> Self {
        Self { choice, ..Self::default() }
    }

    /// Asks the system, now and whenever it changes its mind. Returns at once: no answer means full motion.
    pub(crate) fn follow_system(&mut self, ctx: &Context) {
        let (system, ctx) = (self.system.clone(), ctx.clone());
        self.subscription = Some(Preferences::subscribe(Interest::ReducedMotion | Interest::Contrast, move |preferences: Preferences| {
            look::note_system_contrast(preferences.contrast == Contrast::More);
            let reduced = preferences.reduced_motion.is_reduce();
            system.store(reduced, Ordering::Relaxed);
            ctx.request_repaint();
        }));
    }

    /// The user chose otherwise.
    pub(crate) fn choose(&mut self, choice: Option<bool>) {
        self.choice = choice;
    }

    /// Whether things are to be there at once.
    pub(crate) fn reduced(&self) -> bool {
        self.choice.unwrap_or_else(|| self.system.load(Ordering::Relaxed))
    }

    /// Lets everything that is drawn know. Called once a frame.
    pub(crate) fn apply(&self, ctx: &Context) {
        let secs = if self.reduced() { 0.0 } else { FADE_SECS };
        ctx.data_mut(|d| d.insert_temp(flag(), self.reduced()));
        if ctx.global_style().animation_time != secs {
            for theme in [Theme::Light, Theme::Dark] {
                ctx.style_mut_of(theme, |style| style.animation_time = secs);
            }
        }
    }

    /// Whether things are to be there at once, for whoever has only the context.
    pub(crate) fn is_reduced(ctx: &Context) -> bool {
        ctx.data(|d| d.get_temp(flag())).unwrap_or(false)
    }
}

fn flag() -> Id {
    Id::unique("reduced motion")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_wins_over_the_system() {
        let ctx = Context::default();
        let mut motion = Motion::default();
        for (choice, system, reduced) in [(None, false, false), (None, true, true), (Some(false), true, false), (Some(true), false, true)] {
            motion.choose(choice);
            motion.system.store(system, Ordering::Relaxed);
            motion.apply(&ctx);
            assert_eq!((motion.reduced(), Motion::is_reduced(&ctx)), (reduced, reduced), "{choice:?} {system}");
            assert_eq!(ctx.global_style().animation_time == 0.0, reduced);
        }
    }
}
