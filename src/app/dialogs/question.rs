//! Questions with two or three answers.

use std::path::Path;

use super::{Answer, destructive, foot, primary, secondary, show};
use crate::app::theme::UNIT;
use crate::editor::{Command, Editor, Then};

const WIDTH: f32 = 105.0 * UNIT;

pub(super) fn unsaved(ctx: &egui::Context, editor: &Editor, then: &Then) -> Option<Answer> {
    show(ctx, "Save your changes?", WIDTH, |ui| {
        let what = match then {
            Then::New => "before starting a new map",
            Then::Open | Then::OpenPath(_) | Then::OpenExample => "before opening another map",
            Then::Quit => "before closing",
        };
        ui.label(format!("“{}” has changes that are not saved. Save them {what}?", editor.name()));
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, "Save") {
                answer = Some(Answer::Commands(vec![Command::SaveThen(then.clone())]));
            }
            if destructive(ui, "Discard") {
                answer = Some(Answer::Commands(vec![Command::DiscardThen(then.clone())]));
            }
            if secondary(ui, "Cancel") {
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
