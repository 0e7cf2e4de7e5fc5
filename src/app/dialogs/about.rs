//! Name, version, licence.

use egui::RichText;

use super::{Answer, foot, primary, show};
use crate::app::theme::{Palette, UNIT};

pub(super) fn ui(ctx: &egui::Context) -> Option<Answer> {
    show(ctx, "Elenchus", 95.0 * UNIT, |ui| {
        let palette = Palette::of(ui.visuals());
        ui.label(env!("CARGO_PKG_DESCRIPTION"));
        ui.label(RichText::new(format!("Version {}", env!("CARGO_PKG_VERSION"))).color(palette.weak));
        ui.label(RichText::new(format!("Licence: {}", env!("CARGO_PKG_LICENSE"))).color(palette.weak));
        ui.label(RichText::new("Fonts: Noto Sans (SIL Open Font License), Lucide icons (ISC)").color(palette.weak));
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, "Close") {
                answer = Some(Answer::Back);
            }
        });
        answer
    })
}
