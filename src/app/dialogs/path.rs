//! A path typed by hand: beside the system's dialog, or instead of one that does not come.

use std::path::PathBuf;

use egui::{Key, TextEdit};

use super::{Answer, foot, primary, secondary, show};
use crate::app::files::{Purpose, with_extension};
use crate::app::theme::UNIT;
use crate::tr;

/// The form.
pub(crate) struct PathForm {
    purpose: Purpose,
    text: String,
    native_is_open: bool,
    begun: bool,
}

impl PathForm {
    pub(super) fn new(purpose: Purpose, suggested: String, native_is_open: bool) -> Self {
        let text = if purpose.reads() { String::new() } else { suggested };
        Self { purpose, text, native_is_open, begun: false }
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context) -> Option<Answer> {
        let (title, word) = match &self.purpose {
            Purpose::Open => (tr!("path-open-title"), tr!("path-open")),
            Purpose::Document(_) => (tr!("path-document-title"), tr!("path-document")),
            Purpose::SaveAs => (tr!("path-save-title"), tr!("unsaved-save")),
            Purpose::Export(_) => (tr!("path-export-title"), tr!("path-export")),
        };
        show(ctx, title, 125.0 * UNIT, |ui| {
            if self.native_is_open {
                ui.label(tr!("path-native"));
            } else {
                ui.label(tr!("path-type"));
            }
            let hint = match &self.purpose {
                Purpose::Open => "~/debates/map.ron",
                Purpose::Document(_) => "~/articles/article.html",
                Purpose::SaveAs | Purpose::Export(_) => "",
            };
            let field = TextEdit::singleline(&mut self.text).id(egui::Id::unique("path")).desired_width(f32::INFINITY).hint_text(hint);
            let response = ui.add(field.margin(egui::Margin::symmetric(8, 6))).accessible_name(tr!("path-name"));
            if !self.begun {
                response.request_focus();
                self.begun = true;
            }
            let enter = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            let mut answer = None;
            foot(ui, |ui| {
                let has_path = !self.text.trim().is_empty();
                if ui.add_enabled_ui(has_path, |ui| primary(ui, word)).inner || (enter && has_path) {
                    answer = Some(Answer::Path(self.purpose.clone(), with_extension(expand_home(self.text.trim()), &self.purpose)));
                }
                if secondary(ui, tr!("dialog-cancel")) {
                    answer = Some(Answer::Back);
                }
            });
            answer
        })
    }
}

fn expand_home(text: &str) -> PathBuf {
    match (text.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(text),
    }
}
