//! What a map's user has to know about its file for as long as it is so: a strip above the canvas, with what can be done about it.

use std::path::{Path, PathBuf};

use egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::theme::Palette;
use crate::editor::Action;
use crate::io::{Fingerprint, Holder};
use crate::tr;

/// What there is to know.
pub(super) enum Notice {
    /// The map is a copy: somebody else has its file open.
    Copy(PathBuf, Holder),
    /// Somebody else has written the file.
    OtherOnDisk(PathBuf, Fingerprint),
}

enum Asked {
    SaveAs,
    LoadAgain,
    OpenBeside,
    Dismiss,
}

impl ElenchusApp {
    /// Draws the strip where there is something to know.
    pub(super) fn notice(&mut self, ui: &mut Ui) {
        let Some(notice) = &self.tab.notice else { return };
        let palette = Palette::of(ui.visuals());
        let dirty = self.tab.editor.is_dirty();
        let (text, actions): (String, Vec<(&str, Asked)>) = match notice {
            Notice::Copy(path, holder) => (copy_text(path, *holder), vec![(tr!("notice-save-as"), Asked::SaveAs)]),
            Notice::OtherOnDisk(path, _) if dirty => (
                tr!("notice-changed-dirty", file = name_of(path)),
                vec![(tr!("notice-open-beside"), Asked::OpenBeside), (tr!("notice-keep-mine"), Asked::Dismiss)],
            ),
            Notice::OtherOnDisk(path, _) => (
                tr!("notice-changed", file = name_of(path)),
                vec![(tr!("notice-load-again"), Asked::LoadAgain), (tr!("notice-keep-mine"), Asked::Dismiss)],
            ),
        };
        let frame = Frame::NONE.fill(palette.accent_wash).inner_margin(Margin::symmetric(12, 4));
        let asked = Panel::top("notice").frame(frame).show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let mut asked = icons::button(ui, Icon::X, tr!("notice-dismiss")).clicked().then_some(Asked::Dismiss);
                for (word, action) in actions.into_iter().rev() {
                    if ui.button(word).clicked() {
                        asked = Some(action);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let text = RichText::new(icons::before(Icon::Info, &text)).color(palette.text);
                    ui.add(egui::Label::new(text).truncate()).on_hover_text(tr!("notice-why"));
                });
                asked
            })
            .inner
        });
        if let Some(asked) = asked.inner {
            self.answer_notice(ui.ctx(), asked);
        }
    }

    fn answer_notice(&mut self, ctx: &egui::Context, asked: Asked) {
        if matches!(asked, Asked::SaveAs) {
            return self.queue.push(Action::SaveAs.into());
        }
        let Some(Notice::OtherOnDisk(path, theirs)) = self.tab.notice.take() else { return };
        match asked {
            Asked::LoadAgain => self.opening.read_again(ctx, path, self.tab.id),
            Asked::OpenBeside => {
                self.tab.saving.shrug_off(theirs);
                self.opening.read_copy(ctx, path);
            }
            Asked::Dismiss | Asked::SaveAs => self.tab.saving.shrug_off(theirs),
        }
    }

    /// Looks at the files again when the window gets the focus back: another program may have been used meanwhile.
    pub(super) fn look_at_files(&mut self, ctx: &egui::Context) {
        let focused = ctx.input(|i| i.focused);
        if focused && !std::mem::replace(&mut self.had_focus, focused) {
            self.tab.saving.look_again(ctx);
            self.others_mut().for_each(|tab| tab.saving.look_again(ctx));
        }
        self.had_focus = focused;
    }
}

fn copy_text(path: &Path, holder: Holder) -> String {
    match holder.process {
        Some(process) => tr!("notice-copy-of-process", file = name_of(path), process = process.to_string()),
        None => tr!("notice-copy", file = name_of(path)),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
