//! The maps that were open last are open again at the next start, unless other files were asked for. They come as they are read, each to
//! its place among the tabs; what is missing is said and forgotten.

use std::path::{Path, PathBuf};

use egui::Context;

use super::ElenchusApp;
use super::opening::Opening;
use super::tabs::{Tab, TabId};
use crate::io::{Config, FileLock, Session};

/// What is remembered of this window, and what of the last one is still to come.
#[derive(Default)]
pub(super) struct Sessions {
    /// Another window has it where this is missing: nothing is reopened or remembered then.
    lock: Option<FileLock>,
    /// What was written down last.
    kept: Session,
    /// What is being opened again.
    reopening: Option<Session>,
}

impl Sessions {
    /// Begins to open again what was open last; nothing where files were asked for.
    pub(super) fn begin(ctx: &Context, config: Option<&Config>, opening: &mut Opening, files_asked: bool) -> Self {
        let lock = config.and_then(Config::session_lock);
        let last = config.filter(|_| lock.is_some()).map(Config::session).unwrap_or_default();
        if !files_asked {
            last.files.iter().for_each(|path| opening.reopen(ctx, path.clone()));
        }
        let reopening = (!files_asked && !last.files.is_empty()).then(|| last.clone());
        Self { lock, kept: last, reopening }
    }
}

impl ElenchusApp {
    /// Puts a map that was opened again to its place, and shows the one again that was shown last; `before` was shown until now.
    pub(super) fn put_back(&mut self, before: TabId) {
        let Some(last) = &self.sessions.reopening else { return };
        let place = |tab: &Tab| tab.editor.path().and_then(|path| last.files.iter().position(|file| file == path));
        let Some(own) = place(&self.tab) else { return };
        let left = self.others.iter().filter(|tab| place(tab).is_some_and(|place| place < own)).count();
        let shown = last.shown.as_ref().or(last.files.first()).map(PathBuf::as_path);
        let is_there = self.others.iter().any(|tab| tab.editor.path().is_some_and(|path| Some(path) == shown));
        self.move_tab(left);
        if is_there {
            // The one that was shown is there: this one waits behind it, or behind what the user has gone to since.
            self.show_quietly(before);
        }
    }

    /// Writes down what is open where that has changed; which of the maps is shown counts only when the program `ends`.
    pub(super) fn remember_session(&mut self, ends: bool) {
        if self.opening.running().is_none() {
            self.sessions.reopening = None;
        } else if !ends {
            return;
        }
        let remembers = self.sessions.lock.is_some() && self.sessions.reopening.is_none();
        let Some(config) = self.config.as_ref().filter(|_| remembers) else { return };
        let shown = self.tab.editor.path();
        let paths = || self.tabs().filter_map(|tab| tab.editor.path());
        let same_files = paths().eq(self.sessions.kept.files.iter().map(PathBuf::as_path));
        if same_files && (!ends || shown == self.sessions.kept.shown.as_deref()) {
            return;
        }
        let now = Session { files: paths().map(Path::to_path_buf).collect(), shown: shown.map(Path::to_path_buf) };
        // Not worth a message: the maps themselves are safe.
        let _ = config.save_session(&now);
        self.sessions.kept = now;
    }
}
