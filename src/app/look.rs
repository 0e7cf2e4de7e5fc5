//! The look in use: what the user chose, and where nothing was chosen, what the system says.

use std::sync::atomic::{AtomicBool, Ordering};

use egui::{Context, Theme as SystemTheme};

use crate::base::lang::{self, Language};
use crate::io::Settings;
use crate::render::{Theme, ThemeName};

/// One step of the interface's size, in percent.
const STEP: u16 = 25;

/// Whether the system asks for more contrast.
static SYSTEM_CONTRAST: AtomicBool = AtomicBool::new(false);

/// Takes note of what the system says about contrast.
pub(crate) fn note_system_contrast(more: bool) {
    SYSTEM_CONTRAST.store(more, Ordering::Relaxed);
}

/// Takes the language that was chosen, else the system's. For a program's start: the language is one for the whole process.
pub(crate) fn speak(chosen: Option<Language>) {
    let system = || sys_locale::get_locales().find_map(|tag| Language::of_tag(&tag));
    lang::set_language(chosen.or_else(system).unwrap_or_default());
}

/// The choices, and what was last made of them.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// What the user chose.
    pub(crate) settings: Settings,
    applied: Option<(ThemeName, Settings)>,
}

impl Look {
    /// The look of these choices.
    pub(crate) fn new(settings: Settings) -> Self {
        Self { settings, applied: None }
    }

    /// The colours of the canvas.
    pub(crate) fn theme(&self) -> Theme {
        Theme { name: self.name() }
    }

    /// The palette in use.
    pub(crate) fn name(&self) -> ThemeName {
        self.applied.map_or(ThemeName::Light, |(name, _)| name)
    }

    /// Gives the context the look, where choices or the system have changed since.
    pub(crate) fn apply(&mut self, ctx: &Context) {
        let system = || ThemeName::of(ctx.system_theme() == Some(SystemTheme::Dark), SYSTEM_CONTRAST.load(Ordering::Relaxed));
        let now = (self.settings.theme.unwrap_or_else(system), self.settings);
        if self.applied != Some(now) {
            super::theme::apply(ctx, now.0, now.1.text_size);
            ctx.set_zoom_factor(f32::from(now.1.scale) / 100.0);
            self.applied = Some(now);
        }
    }

    /// From dark to light or back, in the contrast in use.
    pub(crate) fn toggle_dark(&mut self) {
        let name = self.name();
        self.settings.theme = Some(ThemeName::of(!name.is_dark(), name.is_contrast()));
    }

    /// The interface so many steps larger.
    pub(crate) fn scale_by(&mut self, steps: i16) {
        let scale = (self.settings.scale / STEP * STEP).saturating_add_signed(steps * STEP as i16);
        self.settings.scale = scale.clamp(*Settings::SCALES.start(), *Settings::SCALES.end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_stay_within_their_range() {
        let mut look = Look::default();
        look.scale_by(-9);
        assert_eq!(look.settings.scale, 75);
        look.scale_by(1);
        assert_eq!(look.settings.scale, 100);
        look.scale_by(90);
        assert_eq!(look.settings.scale, 250);
    }
}
