//! What a crash left behind: found at the start, laid beside what is on disk, opened or discarded as the user says.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::Context;

use super::ElenchusApp;
use super::dialogs::Dialog;
use super::dialogs::recovery::RecoveryForm;
use super::files::waker;
use super::notices::Notice;
use super::opening::OnDisk;
use crate::analysis::{Difference, compare};
use crate::base::TaskCtx;
use crate::editor::{Command, Loaded};
use crate::formats::native::Ron;
use crate::io::{self, FileLock, IoError, LeftBehind, Ruins};
use crate::jobs::Slot;
use crate::model::ArgumentMap;

/// A map that can be recovered, beside its file.
pub(crate) struct Offer {
    pub(crate) left: LeftBehind,
    /// The map, or why it cannot be read.
    pub(crate) map: Result<ArgumentMap, String>,
    pub(crate) disk: Disk,
}

/// The file of a map that can be recovered.
pub(crate) enum Disk {
    /// It was never saved.
    Never,
    /// It is no longer there.
    Gone,
    /// It cannot be read as a map.
    Unreadable,
    /// It is there.
    There {
        /// When it was written.
        written: Option<SystemTime>,
        /// Whether somebody else has written it since the work began.
        changed: bool,
        /// What leads from it to what was recovered.
        difference: Difference,
    },
}

/// What to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Open what was recovered.
    Recovered,
    /// Open the file as it is; what was recovered stays on offer.
    File,
    /// Open what was recovered, and a copy of the file beside it.
    Both,
    /// Delete what was recovered.
    Discard,
}

/// All that is on offer; other programs do not find it while this lives.
#[derive(Default)]
pub(crate) struct Offers {
    _ruins: Ruins,
    pub(crate) offers: Vec<Offer>,
}

/// Looks for it off the UI thread.
pub(super) fn search(ctx: &Context, folder: PathBuf) -> Slot<Offers> {
    let mut slot = Slot::default();
    slot.start("recover", waker(ctx), move |task, _| find(&folder, task));
    slot
}

fn find(folder: &Path, task: &TaskCtx) -> Offers {
    let ruins = Ruins::find(folder);
    let mut offers = Vec::new();
    for left in &ruins.maps {
        let map = match io::open_as(&left.map(), &Ron, task) {
            Ok(opened) => Ok(opened.map),
            Err(IoError::Import { error, .. }) => Err(error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        let on_disk = left.about.path.as_deref().map(|path| (io::open_as(path, &Ron, task), io::written_at(path)));
        let disk = match (on_disk, &map) {
            (None, _) => Disk::Never,
            (Some((Err(IoError::NotFound(_)), _)), _) => Disk::Gone,
            (Some((Err(_), _)), _) | (_, Err(_)) => Disk::Unreadable,
            (Some((Ok(opened), _)), Ok(map)) if opened.map == *map => {
                // Saved, and gone before the copy was let go of.
                left.discard();
                continue;
            }
            (Some((Ok(opened), written)), Ok(map)) => {
                let changed = left.about.file.as_ref().is_some_and(|known| *known != opened.fingerprint);
                Disk::There { written, changed, difference: compare(&opened.map, map) }
            }
        };
        offers.push(Offer { left: left.clone(), map, disk });
    }
    Offers { _ruins: ruins, offers }
}

impl ElenchusApp {
    /// Shows what was found to recover.
    pub(super) fn take_recovered(&mut self) {
        if let Some(Ok(found)) = self.recovering.poll()
            && !found.offers.is_empty()
        {
            self.dialogs.push(Dialog::Recovery(RecoveryForm::new(found)));
        }
    }

    /// Carries out what was chosen for one offer; the form stays as long as there are others.
    pub(super) fn recover(&mut self, ctx: &Context, mut form: RecoveryForm, which: usize, choice: Choice) {
        if choice == Choice::File {
            self.queue.extend(form.path_of(which).map(Command::OpenPath));
        } else if let Some(offer) = form.take(which) {
            let path = offer.left.about.path.clone();
            match (choice, offer.map) {
                (Choice::Discard, _) => offer.left.discard(),
                (Choice::Recovered | Choice::Both, Ok(map)) => {
                    self.open_recovered(ctx, &offer.left, map);
                    if let (Choice::Both, Some(path)) = (choice, path) {
                        self.opening.read_copy(ctx, path);
                    }
                }
                (Choice::Recovered | Choice::Both | Choice::File, _) => {}
            }
        }
        if !form.is_empty() {
            self.dialogs.push(Dialog::Recovery(form));
        }
    }

    fn open_recovered(&mut self, ctx: &Context, left: &LeftBehind, map: ArgumentMap) {
        let about = &left.about;
        let open = about.path.as_deref().and_then(|path| self.tab_of(path));
        let open = open.map(|id| (id, self.tabs().any(|tab| tab.id == id && tab.editor.is_dirty())));
        let mut path = about.path.clone();
        match open {
            // The file as it is gives way to what was recovered of it, but not where somebody works on it already.
            Some((id, false)) => self.show_tab(ctx, id),
            Some((_, true)) => {
                self.new_tab(ctx);
                path = None;
            }
            None => self.new_tab(ctx),
        }
        if let Some(of) = path.clone() {
            let lock = self.opening.locks().filter(|_| open.is_none()).map(|locks| FileLock::take(locks, &of)).transpose();
            match (lock, &about.file) {
                (Ok(lock), Some(known)) => self.tab.saving.know(OnDisk { path: of, fingerprint: known.clone(), lock }),
                (Ok(_), None) => {}
                (Err(holder), _) => {
                    self.tab.notice = Some(Notice::Copy(of, holder));
                    path = None;
                }
            }
        }
        let name = about.name.clone();
        self.carry_out(ctx, Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path, name, unsaved: true })));
        self.autosave.adopt(left, self.tab.id);
    }
}
