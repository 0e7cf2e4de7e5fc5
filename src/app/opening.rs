//! Reading maps off the UI thread. A file is opened for writing by one program at a time: who comes second gets a copy.

use std::path::{Path, PathBuf};

use egui::Context;

use super::files::{NATIVE, News, waker};
use super::tabs::TabId;
use crate::base::{Cancelled, TaskCtx};
use crate::editor::{Loaded, Shipped};
use crate::formats::Importer;
use crate::formats::native::Ron;
use crate::io::{self, FileLock, Fingerprint, Holder, IoError};
use crate::jobs::{JobError, Slot};
use crate::tr;

/// A file as it was when it was last read or written here.
#[derive(Debug)]
pub(crate) struct OnDisk {
    pub(crate) path: PathBuf,
    pub(crate) fingerprint: Fingerprint,
    /// As long as it is held, no other program of this name writes the file.
    pub(crate) lock: Option<FileLock>,
}

/// A map that was read.
pub(crate) struct Read {
    pub(crate) loaded: Loaded,
    /// The file that it may be saved to.
    pub(crate) file: Option<OnDisk>,
    /// The file that it is a copy of, because somebody else has it open.
    pub(crate) copy_of: Option<(PathBuf, Holder)>,
    /// The tab that it replaces the map of; a new one where this is missing.
    pub(crate) into: Option<TabId>,
    /// Whether its claims are there to be overwritten.
    pub(crate) is_template: bool,
    /// What is worth remembering among the recent files.
    used: Option<PathBuf>,
}

type Reader = Slot<Result<Read, IoError>>;

/// The maps that are being read: several may be, each gets a tab.
#[derive(Default)]
pub(crate) struct Opening {
    locks: Option<PathBuf>,
    reading: Vec<Reader>,
}

impl Opening {
    /// Takes its locks in that folder.
    pub(crate) fn locking(locks: Option<PathBuf>) -> Self {
        Self { locks, reading: Vec::new() }
    }

    /// Where locks are taken.
    pub(crate) fn locks(&self) -> Option<&Path> {
        self.locks.as_deref()
    }

    /// The job that runs.
    pub(crate) fn running(&self) -> Option<&Reader> {
        self.reading.iter().find(|slot| slot.job().is_some())
    }

    /// Stops all reading.
    pub(crate) fn cancel(&mut self) {
        self.reading.clear();
    }

    /// Reads a map to work on.
    pub(crate) fn read(&mut self, ctx: &Context, path: PathBuf) {
        self.read_for(ctx, path, false);
    }

    /// Reads a map again that was open in the last run: not as a copy where somebody else has it open, and no news among the recent files.
    pub(crate) fn reopen(&mut self, ctx: &Context, path: PathBuf) {
        self.read_for(ctx, path, true);
    }

    fn read_for(&mut self, ctx: &Context, path: PathBuf, again: bool) {
        let locks = self.locks.clone();
        self.start(ctx, move |task| {
            // First the lock: what is read after it stays what it is.
            let lock = locks.map(|locks| FileLock::take(&locks, &path));
            if again && matches!(lock, Some(Err(_))) {
                return Err(Cancelled.into());
            }
            let opened = io::open(&path, task)?;
            let native = opened.format == NATIVE;
            let mut loaded = Loaded { map: opened.map, report: opened.report, path: None, name: stem(&path), unsaved: false };
            let (mut file, mut copy_of) = (None, None);
            match lock {
                Some(Err(holder)) if native => copy_of = Some((path.clone(), holder)),
                lock if native => {
                    loaded.path = Some(path.clone());
                    file = Some(OnDisk { path: path.clone(), fingerprint: opened.fingerprint, lock: lock.and_then(Result::ok) });
                }
                _ => {}
            }
            Ok(Read { loaded, file, copy_of, into: None, used: (!again).then_some(path), is_template: false })
        });
    }

    /// Reads the file of a tab again, in the place of what is there.
    pub(crate) fn read_again(&mut self, ctx: &Context, path: PathBuf, into: TabId) {
        self.start(ctx, move |task| {
            let opened = io::open(&path, task)?;
            let loaded = Loaded { map: opened.map, report: opened.report, path: Some(path.clone()), name: stem(&path), unsaved: false };
            let file = OnDisk { path, fingerprint: opened.fingerprint, lock: None };
            Ok(Read { loaded, file: Some(file), copy_of: None, into: Some(into), used: None, is_template: false })
        });
    }

    /// Reads a file as a copy without a file: its own tab is taken by another state of it.
    pub(crate) fn read_copy(&mut self, ctx: &Context, path: PathBuf) {
        self.start(ctx, move |task| {
            let opened = io::open(&path, task)?;
            let name = tr!("recovery-copy-name", name = stem(&path));
            let loaded = Loaded { map: opened.map, report: opened.report, path: None, name, unsaved: false };
            Ok(Read { loaded, file: None, copy_of: None, into: None, used: None, is_template: false })
        });
    }

    /// Reads a map that is shipped: a copy without a file.
    pub(crate) fn read_shipped(&mut self, ctx: &Context, shipped: Shipped) {
        self.start(ctx, move |task| {
            let imported = Ron.import(shipped.bytes(), task).map_err(|error| IoError::Import { path: shipped.name().into(), error })?;
            let loaded = Loaded { map: imported.map, report: imported.report, path: None, name: shipped.name().to_owned(), unsaved: false };
            Ok(Read { loaded, file: None, copy_of: None, into: None, used: None, is_template: shipped.is_template() })
        });
    }

    fn start(&mut self, ctx: &Context, read: impl FnOnce(&TaskCtx) -> Result<Read, IoError> + Send + 'static) {
        let mut slot = Reader::default();
        slot.start("open", waker(ctx), move |task, _| read(task));
        self.reading.push(slot);
    }

    /// What has come of it since the last call.
    pub(crate) fn poll(&mut self) -> Vec<News> {
        let done: Vec<_> = self.reading.iter_mut().filter_map(Slot::poll).collect();
        self.reading.retain(|slot| slot.job().is_some());
        done.into_iter().flat_map(opened).collect()
    }
}

/// What reading a file has come to.
fn opened(done: Result<Result<Read, IoError>, JobError>) -> Vec<News> {
    match done {
        Ok(Ok(mut read)) => read.used.take().map(News::Used).into_iter().chain([News::Opened(Box::new(read))]).collect(),
        Ok(Err(IoError::Cancelled(_))) => Vec::new(),
        Ok(Err(why)) => {
            let gone = if let IoError::NotFound(path) = &why { Some(News::Gone(path.clone())) } else { None };
            gone.into_iter().chain([News::Told(why.to_string())]).collect()
        }
        Err(bug) => vec![News::Told(bug.to_string())],
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
