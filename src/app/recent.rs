//! Files opened or saved lately.

use std::path::{Path, PathBuf};

use egui::Context;

use super::ElenchusApp;
use super::files::waker;
use crate::io;
use crate::jobs::Slot;

impl ElenchusApp {
    /// Puts a file at the head of the recent ones.
    pub(super) fn remember_file(&mut self, path: &Path) {
        if let Some(config) = &self.config {
            // Not worth a message: the map itself is safe.
            let _ = config.note_recent(path);
            self.recent = config.recent_files();
        }
    }

    /// A file is gone: it is not offered any more.
    pub(super) fn forget_file(&mut self, path: &Path) {
        if let Some(config) = &self.config {
            let _ = config.forget_recent(path);
            self.recent.retain(|recent| recent != path);
        }
    }

    /// Forgets them all.
    pub(super) fn clear_recent(&mut self) {
        if let Some(config) = &self.config {
            let _ = config.clear_recent();
            self.recent.clear();
        }
    }

    /// Offers only what is still there, as soon as that is known.
    pub(super) fn take_recent(&mut self) {
        if let Some(Ok(there)) = self.checking_recent.poll() {
            self.recent.retain(|path| there.contains(path));
        }
    }
}

/// Looks which of the files are there. Off the UI thread: a disk that sleeps or a share that is gone may take its time.
pub(super) fn check(ctx: &Context, files: Vec<PathBuf>) -> Slot<Vec<PathBuf>> {
    let mut slot = Slot::default();
    if !files.is_empty() {
        slot.start("recent files", waker(ctx), move |_, _| files.into_iter().filter(|path| io::written_at(path).is_some()).collect());
    }
    slot
}
