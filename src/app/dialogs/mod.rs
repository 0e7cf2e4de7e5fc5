//! Questions that must be answered before anything else goes on.

mod about;
mod chain;
mod export;
mod path;
mod question;
pub(crate) mod recovery;
mod settings;
mod shortcuts;
mod source;
mod versions;

use std::path::PathBuf;

use egui::{Align, Button, Id, Layout, Modal, RichText, ScrollArea, Ui};

use super::files::{Export, Purpose};
use super::importing::Read;
use super::keymap::Keymap;
use super::recovery::Choice;
use super::theme::{Palette, UNIT};
use crate::base::NodeId;
use crate::base::SourceId;
use crate::editor::{Command, Editor};
use crate::io::Settings;
use crate::render::ThemeName;

/// An open dialog.
pub(crate) enum Dialog {
    /// Save, discard or go back? One map that is to be closed, or all that are not saved.
    Unsaved { names: Vec<String>, quitting: bool },
    /// Go on?
    Confirm { text: String, yes: Box<Command> },
    /// The file is not what it was: overwrite?
    ChangedOnDisk(PathBuf),
    /// A file is there already: replace it?
    Replace { purpose: Purpose, path: PathBuf },
    /// A native dialog is open; a path can be typed as well.
    Path(path::PathForm),
    /// What a crash left behind.
    Recovery(recovery::RecoveryForm),
    /// Who says it, who reports that, and so on.
    Chain(chain::ChainForm),
    /// Which format, in which colours.
    Export(Box<export::ExportForm>),
    /// Colours, sizes, language, motion; as they are now.
    Settings(Settings),
    /// Sources read from documents, to be accepted.
    Source(Box<source::SourceForm>),
    /// How two versions of a text differ.
    Versions(versions::Versions),
    /// Files that can be maps or documents were dropped: which are they?
    Dropped(Vec<PathBuf>),
    /// All commands with their keys.
    Shortcuts(shortcuts::Sheet),
    /// Name, version, licence.
    About,
}

/// What was answered.
pub(crate) enum Answer {
    /// Nothing: the dialog was closed.
    Back,
    /// Commands for the editor.
    Commands(Vec<Command>),
    /// Write although the file has changed.
    Overwrite(PathBuf),
    /// Save all maps that are not saved, and end.
    SaveAll,
    /// End without saving.
    DiscardAll,
    /// Open or discard what was recovered.
    Recover { which: usize, choice: Choice },
    /// Save elsewhere.
    SaveElsewhere,
    /// A path was typed.
    Path(Purpose, PathBuf),
    /// Use these keys from now on; the dialog stays.
    Keys(Box<Keymap>),
    /// Another choice was made; the dialog stays.
    Settings(Settings),
    /// Write there, whatever is there.
    Replace(Purpose, PathBuf),
    /// Ask where to write this export.
    Export(Export, String),
}

impl Dialog {
    /// The field for a path.
    pub(crate) fn path(purpose: Purpose, suggested: String, native_is_open: bool) -> Self {
        Self::Path(path::PathForm::new(purpose, suggested, native_is_open))
    }

    /// The form for exports: of the format that is asked for, else as it was exported last.
    pub(crate) fn export(suggested: String, theme: ThemeName, format: Option<&str>, last: Option<&Export>, editor: &Editor) -> Self {
        Self::Export(Box::new(export::ExportForm::new(suggested, theme, format, last, editor)))
    }

    /// The form for documents that were read; none where there are none.
    pub(crate) fn source(read: Read, version_of: Option<SourceId>, editor: &Editor) -> Option<Self> {
        source::SourceForm::new(read, version_of, editor).map(Box::new).map(Self::Source)
    }

    /// How two versions of the text of a source differ.
    pub(crate) fn versions(source: SourceId, old: usize, new: usize) -> Self {
        Self::Versions(versions::Versions::new(source, old, new))
    }

    /// The form for a chain of attributions of a node.
    pub(crate) fn chain(content: NodeId) -> Self {
        Self::Chain(chain::ChainForm::new(content))
    }

    /// The sheet of keys.
    pub(crate) fn shortcuts() -> Self {
        Self::Shortcuts(shortcuts::Sheet::default())
    }

    /// Draws it; the answer, once there is one.
    pub(crate) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Answer> {
        match self {
            Self::Unsaved { names, quitting } => question::unsaved(ctx, names, *quitting),
            Self::Confirm { text, yes } => question::confirm(ctx, text, yes),
            Self::ChangedOnDisk(path) => question::changed(ctx, path),
            Self::Recovery(form) => form.ui(ctx),
            Self::Replace { purpose, path } => question::replace(ctx, purpose, path),
            Self::Path(form) => form.ui(ctx),
            Self::Chain(form) => form.ui(ctx, editor),
            Self::Export(form) => form.ui(ctx, editor),
            Self::Settings(settings) => settings::ui(ctx, *settings),
            Self::Source(form) => form.ui(ctx),
            Self::Versions(form) => form.ui(ctx, editor),
            Self::Dropped(paths) => question::dropped(ctx, paths),
            Self::Shortcuts(sheet) => sheet.ui(ctx),
            Self::About => about::ui(ctx),
        }
    }
}

/// What a dialog's body leaves of the window's height: its title and frame, and a margin around.
const OUTSIDE: f32 = 24.0 * UNIT;

/// The frame of every dialog: a title, what it is about, and buttons at the foot. Escape goes back.
fn show(ctx: &egui::Context, title: &str, width: f32, body: impl FnOnce(&mut Ui) -> Option<Answer>) -> Option<Answer> {
    // An id of its own: a dialog would take over the size of the one before.
    let id = Id::unique(("dialog", title));
    let area = Modal::default_area(id).accessible_name(title).role(egui::accesskit::Role::Dialog);
    let modal = Modal::new(id)
        .backdrop_color(egui::Color32::from_black_alpha(64))
        .area(area)
        .frame(egui::Frame::window(&ctx.global_style()).inner_margin(5.0 * UNIT))
        .show(ctx, |ui| {
            ui.set_width(width);
            ui.label(RichText::new(title).text_style(egui::TextStyle::Heading));
            ui.add_space(UNIT);
            // In a low window, or with large text, the dialog scrolls.
            let room = (ctx.content_rect().height() - OUTSIDE).max(40.0 * UNIT);
            let scroll = ScrollArea::vertical().auto_shrink([false, true]).max_height(room).min_scrolled_height(room);
            scroll.show(ui, |ui| body(ui)).inner
        });
    // A click beside a question is no answer.
    let escape = modal.is_top_modal && !modal.any_popup_open && ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
    modal.inner.or(escape.then_some(Answer::Back))
}

/// Buttons at the foot, the one that goes on at the right.
fn foot(ui: &mut Ui, buttons: impl FnOnce(&mut Ui)) {
    ui.add_space(3.0 * UNIT);
    let size = egui::vec2(ui.available_width(), 8.0 * UNIT);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), buttons);
}

/// The button that goes on. It has the keyboard when the dialog opens, so that Enter presses it.
fn primary(ui: &mut Ui, word: &str) -> bool {
    let palette = Palette::of(ui.visuals());
    let button =
        Button::new(RichText::new(word).color(palette.on_accent)).fill(palette.accent).min_size(egui::vec2(20.0 * UNIT, 8.0 * UNIT));
    let response = ui.add(button);
    if ui.memory(|m| m.focused().is_none()) {
        response.request_focus();
    }
    response.clicked()
}

/// Another button, which has the keyboard when the dialog opens: beside one that throws something away.
fn careful(ui: &mut Ui, word: &str) -> bool {
    let response = ui.add(Button::new(word).min_size(egui::vec2(20.0 * UNIT, 8.0 * UNIT)));
    if ui.memory(|m| m.focused().is_none()) {
        response.request_focus();
    }
    response.clicked()
}

/// Another button.
fn secondary(ui: &mut Ui, word: &str) -> bool {
    ui.add(Button::new(word).min_size(egui::vec2(20.0 * UNIT, 8.0 * UNIT))).clicked()
}

/// A button that throws something away.
fn destructive(ui: &mut Ui, word: &str) -> bool {
    let palette = Palette::of(ui.visuals());
    ui.add(Button::new(RichText::new(word).color(palette.error)).min_size(egui::vec2(20.0 * UNIT, 8.0 * UNIT))).clicked()
}
