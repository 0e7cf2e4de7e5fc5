//! Colours, sizes, language and motion. A choice holds at once; there is nothing to confirm.

use egui::Ui;

use super::{Answer, foot, primary, secondary, show};
use crate::app::panels::fields::choice;
use crate::app::theme::UNIT;
use crate::base::lang::Language;
use crate::editor::Action;
use crate::io::Settings;
use crate::render::ThemeName;
use crate::tr;

/// Sizes of the interface on offer, in percent.
const SCALES: [u16; 8] = [75, 100, 125, 150, 175, 200, 225, 250];
/// Sizes of the text on offer, in percent.
const TEXT_SIZES: [u16; 7] = [80, 90, 100, 115, 130, 150, 200];

/// Draws the form; an answer for each choice.
pub(super) fn ui(ctx: &egui::Context, settings: Settings) -> Option<Answer> {
    show(ctx, tr!("settings-title"), 95.0 * UNIT, |ui| {
        let mut chosen = settings;
        fields(ui, &mut chosen);
        let mut answer = (chosen != settings).then_some(Answer::Settings(chosen));
        foot(ui, |ui| {
            if primary(ui, tr!("settings-done")) {
                answer = Some(Answer::Back);
            }
            if secondary(ui, tr!("settings-shortcuts")) {
                answer = Some(Answer::Commands(vec![Action::ShowShortcuts.into()]));
            }
        });
        answer
    })
}

fn fields(ui: &mut Ui, settings: &mut Settings) {
    let themes = std::iter::once(None).chain(ThemeName::ALL.iter().copied().map(Some));
    let name = |theme: Option<ThemeName>| theme.map_or(tr!("settings-system"), ThemeName::title).to_owned();
    if let Some(theme) = choice(ui, "settings", tr!("settings-theme"), settings.theme, themes, name) {
        settings.theme = theme;
    }
    let percent = |percent: u16| tr!("settings-percent", percent = percent);
    if let Some(scale) = choice(ui, "settings", tr!("settings-scale"), settings.scale, SCALES, percent) {
        settings.scale = scale;
    }
    if let Some(size) = choice(ui, "settings", tr!("settings-text-size"), settings.text_size, TEXT_SIZES, percent) {
        settings.text_size = size;
    }
    let languages = std::iter::once(None).chain(Language::ALL.iter().copied().map(Some));
    let name = |language: Option<Language>| language.map_or(tr!("settings-system"), Language::name).to_owned();
    if let Some(language) = choice(ui, "settings", tr!("settings-language"), settings.language, languages, name) {
        settings.language = language;
    }
    let name = |reduce: Option<bool>| match reduce {
        None => tr!("settings-system").to_owned(),
        Some(false) => tr!("settings-motion-full").to_owned(),
        Some(true) => tr!("settings-motion-reduced").to_owned(),
    };
    if let Some(reduce) = choice(ui, "settings", tr!("settings-motion"), settings.reduce_motion, [None, Some(false), Some(true)], name) {
        settings.reduce_motion = reduce;
    }
}
