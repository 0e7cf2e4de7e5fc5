//! The icon font: Lucide, behind the text fonts, so that an icon can stand in any text.

use egui::FontFamily;
use egui::{FontTweak, text::FontData, text::FontDefinitions};
pub(crate) use lucide_icons::Icon;

use super::keymap;
use crate::editor::Action;

const FONT: &str = "lucide";
/// Width and height of a button that shows an icon.
pub(crate) const SIZE: f32 = 28.0;

/// Adds the icons to every family.
pub(crate) fn with_icons(mut fonts: FontDefinitions) -> FontDefinitions {
    // Lucide's glyphs fill the whole em and sit on the base line: lowered and a little enlarged they stand beside text.
    let tweak = FontTweak { scale: 1.15, y_offset_factor: 0.08, ..FontTweak::default() };
    fonts.font_data.insert(FONT.to_owned(), FontData::from_static(lucide_icons::LUCIDE_FONT_BYTES).tweak(tweak).into());
    for family in fonts.families.values_mut() {
        family.push(FONT.to_owned());
    }
    fonts.families.entry(FontFamily::Name(FONT.into())).or_insert_with(|| vec![FONT.to_owned()]);
    fonts
}

/// The icon as text.
pub(crate) fn text(icon: Icon) -> String {
    char::from(icon).to_string()
}

/// The icon before a word.
pub(crate) fn before(icon: Icon, word: &str) -> String {
    format!("{}  {word}", char::from(icon))
}

/// A frameless button that shows an icon; `name` is its tooltip and its accessible name.
pub(crate) fn button(ui: &mut egui::Ui, icon: Icon, name: &str) -> egui::Response {
    bare(ui, icon, name).on_hover_text(name)
}

/// The same for a command: the tooltip tells its key as well.
pub(crate) fn button_for(ui: &mut egui::Ui, icon: Icon, name: &str, action: Action) -> egui::Response {
    let key = keymap::shown(ui.ctx(), action).map(|key| format!("   {key}")).unwrap_or_default();
    bare(ui, icon, name).on_hover_text(format!("{name}{key}"))
}

fn bare(ui: &mut egui::Ui, icon: Icon, name: &str) -> egui::Response {
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = egui::Vec2::splat(4.0);
        ui.add_sized([SIZE, SIZE], egui::Button::new(text(icon)).frame_when_inactive(false))
    });
    response.inner.accessible_name(name)
}
