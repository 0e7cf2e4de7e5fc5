//! Name, version, licence.

use egui::RichText;

use super::{Answer, foot, primary, show};
use crate::app::theme::{Palette, UNIT};
use crate::tr;

pub(super) fn ui(ctx: &egui::Context) -> Option<Answer> {
    show(ctx, "Elenchus", 95.0 * UNIT, |ui| {
        let palette = Palette::of(ui.visuals());
        ui.label(tr!("about-what"));
        ui.label(RichText::new(tr!("about-version", version = env!("CARGO_PKG_VERSION"))).color(palette.weak));
        ui.label(RichText::new(tr!("about-licence", licence = env!("CARGO_PKG_LICENSE"))).color(palette.weak));
        ui.label(RichText::new(tr!("about-fonts")).color(palette.weak));
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, tr!("keys-close")) {
                answer = Some(Answer::Back);
            }
        });
        answer
    })
}
