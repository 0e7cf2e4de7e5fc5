//! Questions with two or three answers.

use std::path::{Path, PathBuf};

use super::{Answer, careful, destructive, foot, primary, secondary, show};
use crate::app::files::Purpose;
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
    show(ctx, tr!("confirm-title"), WIDTH, |ui| {
        ui.label(text);
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, tr!("confirm-yes")) {
                answer = Some(Answer::Commands(vec![yes.clone()]));
            }
            if secondary(ui, tr!("dialog-cancel")) {
                answer = Some(Answer::Back);
            }
        });
        answer
    })
}

pub(super) fn replace(ctx: &egui::Context, purpose: &Purpose, path: &Path) -> Option<Answer> {
    show(ctx, tr!("replace-title"), WIDTH, |ui| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        ui.label(if *purpose == Purpose::SaveAs {
            tr!("replace-map", name = name.as_ref())
        } else {
            tr!("replace-export", name = name.as_ref())
        });
        let mut answer = None;
        foot(ui, |ui| {
            if careful(ui, tr!("dialog-cancel")) {
                answer = Some(Answer::Back);
            }
            if destructive(ui, tr!("replace-yes")) {
                answer = Some(Answer::Replace(purpose.clone(), path.to_path_buf()));
            }
        });
        answer
    })
}

pub(super) fn changed(ctx: &egui::Context, path: &Path) -> Option<Answer> {
    show(ctx, tr!("changed-title"), WIDTH, |ui| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        ui.label(tr!("changed-text", name = name.as_ref()));
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, tr!("changed-elsewhere")) {
                answer = Some(Answer::SaveElsewhere);
            }
            if destructive(ui, tr!("changed-overwrite")) {
                answer = Some(Answer::Overwrite(path.to_path_buf()));
            }
            if secondary(ui, tr!("dialog-cancel")) {
                answer = Some(Answer::Commands(vec![Command::CancelClosing]));
            }
        });
        answer
    })
}

/// Files that can be either were dropped: are they maps, or documents for the present map?
pub(super) fn dropped(ctx: &egui::Context, paths: &[PathBuf]) -> Option<Answer> {
    show(ctx, tr!("dropped-title"), WIDTH, |ui| {
        let names: Vec<String> = paths.iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect();
        ui.label(tr!("dropped-text", names = names.join(", "), count = names.len()));
        let mut answer = None;
        foot(ui, |ui| {
            if primary(ui, tr!("dropped-source")) {
                answer = Some(Answer::Commands(vec![Command::ReadDocuments { paths: paths.to_vec(), version_of: None }]));
            }
            if secondary(ui, tr!("dropped-map")) {
                answer = Some(Answer::Commands(paths.iter().cloned().map(Command::OpenPath).collect()));
            }
            if secondary(ui, tr!("dialog-cancel")) {
                answer = Some(Answer::Back);
            }
        });
        answer
    })
}
