//! Questions with two or three answers.

use std::path::Path;

use super::{Answer, destructive, foot, primary, secondary, show};
use crate::app::theme::UNIT;
use crate::editor::Command;
use crate::tr;

const WIDTH: f32 = 105.0 * UNIT;

pub(super) fn unsaved(ctx: &egui::Context, names: &[String], quitting: bool) -> Option<Answer> {
    show(ctx, tr!("unsaved-title"), WIDTH, |ui| {
        let (save, discard) = if let [name] = names {
            ui.label(tr!("unsaved-one", name = name.as_str()));
            (tr!("unsaved-save"), tr!("unsaved-discard"))
        } else {
            ui.label(tr!("unsaved-several", count = names.len()));
            for name in names {
                ui.label(format!("•  {name}"));
            }
            (tr!("unsaved-save-all"), tr!("unsaved-discard-all"))
        };
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, save) {
                answer = Some(if quitting { Answer::SaveAll } else { Answer::Commands(vec![Command::SaveAndClose]) });
            }
            if destructive(ui, discard) {
                answer = Some(if quitting { Answer::DiscardAll } else { Answer::Commands(vec![Command::DiscardAndClose]) });
            }
            if secondary(ui, tr!("dialog-cancel")) {
                answer = Some(Answer::Back);
            }
        });
        answer
    })
}

pub(super) fn confirm(ctx: &egui::Context, text: &str, yes: &Command) -> Option<Answer> {
    show(ctx, "Are you sure?", WIDTH, |ui| {
        ui.label(text);
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, "Go on") {
                answer = Some(Answer::Commands(vec![yes.clone()]));
            }
            if secondary(ui, "Cancel") {
                answer = Some(Answer::Back);
            }
        });
        answer
    })
}

pub(super) fn changed(ctx: &egui::Context, path: &Path) -> Option<Answer> {
    show(ctx, "The file has changed", WIDTH, |ui| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        ui.label(format!("Another program has changed “{name}” since you opened it. Saving replaces what it wrote; a backup is kept."));
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, "Save elsewhere…") {
                answer = Some(Answer::SaveElsewhere);
            }
            if destructive(ui, "Overwrite") {
                answer = Some(Answer::Overwrite(path.to_path_buf()));
            }
            if secondary(ui, "Cancel") {
                answer = Some(Answer::Commands(vec![Command::CancelClosing]));
            }
        });
        answer
    })
}
