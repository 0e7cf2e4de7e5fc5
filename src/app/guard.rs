//! When this program has a bug: a panic in a frame keeps the unsaved work first, then says so and ends.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::{Align, Button, CentralPanel, Frame, Layout, Margin, RichText, Ui, vec2};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::tabs::Leaving;
use super::theme::{self, Palette, UNIT};
use crate::editor::Command;
use crate::tr;

/// Whether a frame has panicked, and what was kept.
#[derive(Default)]
pub(super) struct Guard {
    crashed: Option<usize>,
    /// For whoever opened the window.
    flag: Arc<AtomicBool>,
}

impl Guard {
    /// A guard that raises `flag` on a panic.
    pub(super) fn raising(flag: Arc<AtomicBool>) -> Self {
        Self { crashed: None, flag }
    }
}

impl ElenchusApp {
    /// Runs a part of a frame. After a panic in it the unsaved work is kept, nothing more is done to the maps, and the window only says so.
    pub fn guarded(&mut self, ui: Option<&mut Ui>, part: impl FnOnce(&mut Self, Option<&mut Ui>)) {
        let mut ui = ui;
        if self.guard.crashed.is_none() {
            // What the panic left half done is not used any more, but for the maps: they change in whole steps.
            let done = catch_unwind(AssertUnwindSafe(|| part(self, ui.as_deref_mut())));
            if done.is_ok() {
                return;
            }
            self.guard.flag.store(true, Ordering::SeqCst);
            self.guard.crashed = Some(self.keep_all());
        }
        if let (Some(ui), Some(kept)) = (ui, self.guard.crashed) {
            ui.ctx().request_repaint();
            farewell(ui, kept);
        }
    }

    /// Keeps the unsaved work of every tab; how many maps that are.
    fn keep_all(&mut self) -> usize {
        let Self { autosave, tab, others, .. } = self;
        catch_unwind(AssertUnwindSafe(|| autosave.keep_now(std::iter::once(&*tab).chain(others.iter())))).unwrap_or_default()
    }
}

/// A debug build has a bug on demand, for the tests of the real program: the action that the environment names as `ELENCHUS_BREAKS_ON`.
pub(super) fn break_where_asked(command: &Command) {
    if cfg!(debug_assertions)
        && let (Command::Do(action), Ok(named)) = (command, std::env::var("ELENCHUS_BREAKS_ON"))
    {
        assert!(action.info().id != named, "a bug was asked for");
    }
}

impl Drop for ElenchusApp {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.remember_session(true);
        }
        let given_up = self.others.leaving == Leaving::Agreed || !self.tabs().any(|tab| tab.editor.is_dirty());
        if std::thread::panicking() {
            self.keep_all();
        } else if self.guard.crashed.is_none() && given_up {
            self.autosave.end();
        }
    }
}

/// All that the window still shows.
fn farewell(ui: &mut Ui, kept: usize) {
    let palette = Palette::of(ui.visuals());
    CentralPanel::default().frame(Frame::NONE.fill(palette.panel).inner_margin(Margin::same(32))).show(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space(ui.available_height() / 3.0);
            ui.label(RichText::new(icons::text(Icon::TriangleAlert)).size(36.0).color(palette.warn));
            ui.add_space(UNIT);
            ui.label(RichText::new(tr!("crash-title")).size(theme::HEADING).family(theme::bold()));
            ui.label(RichText::new(tr!("crash-kept", count = kept)).color(palette.weak));
            ui.add_space(3.0 * UNIT);
            let close = Button::new(RichText::new(tr!("crash-close")).color(palette.on_accent)).fill(palette.accent);
            let close = ui.add(close.min_size(vec2(30.0 * UNIT, 8.0 * UNIT)));
            if ui.memory(|m| m.focused().is_none()) {
                close.request_focus();
            }
            if close.clicked() {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
        });
    });
}
