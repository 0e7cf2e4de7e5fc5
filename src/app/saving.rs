//! Writing one map off the UI thread: its file, and what it is exported to. And a look at whether somebody else wrote the file meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::files::{Export, News, waker};
use super::opening::OnDisk;
use crate::analysis::{Shown, safe_copy};
use crate::base::{TaskCtx, ViewId};
use crate::edit::Mark;
use crate::editor::Command;
use crate::formats::native::to_text;
use crate::formats::{Portion, exporter_for};
use crate::io::{self, FileLock, Fingerprint, IoError};
use crate::jobs::Slot;
use crate::model::ArgumentMap;
use crate::tr;

/// What is written of one map, and what its file held last.
#[derive(Default)]
pub(crate) struct Saving {
    writing: Slot<Result<OnDisk, IoError>>,
    written: Option<(PathBuf, Mark)>,
    exporting: Slot<Result<PathBuf, IoError>>,
    looking: Slot<Option<Fingerprint>>,
    known: Option<OnDisk>,
    /// What somebody else wrote and the user does not want.
    shrugged_off: Option<Fingerprint>,
}

/// How to write a map's file.
pub(crate) struct Order {
    pub(crate) path: PathBuf,
    /// Names the state that is written.
    pub(crate) mark: Mark,
    pub(crate) map: Arc<ArgumentMap>,
    /// Overwrite what another program wrote meanwhile.
    pub(crate) force: bool,
    /// Where locks are taken.
    pub(crate) locks: Option<PathBuf>,
}

/// What to write in another format.
pub(crate) struct Exporting {
    pub(crate) export: Export,
    pub(crate) map: Arc<ArgumentMap>,
    pub(crate) view: ViewId,
    /// What the view shows at present.
    pub(crate) shown: Shown,
}

impl Saving {
    /// What is written at present, in words, with the share done and for how many seconds it runs.
    pub(crate) fn running(&self) -> Option<(&'static str, f32, f32)> {
        let writing = self.writing.job().map(|j| (tr!("running-saving"), j.fraction(), j.seconds()));
        writing.or_else(|| self.exporting.job().map(|j| (tr!("running-exporting"), j.fraction(), j.seconds())))
    }

    /// Stops what is written. A file is replaced at once or not at all.
    pub(crate) fn cancel(&mut self) {
        self.exporting.cancel();
        // Its answer is waited for: it may have been too late to stop.
        self.writing.job().inspect(|job| job.cancel());
    }

    /// Remembers the file from which the map came.
    pub(crate) fn know(&mut self, file: OnDisk) {
        let lock = self.known.take().filter(|known| same_file(&known.path, &file.path)).and_then(|known| known.lock);
        self.known = Some(OnDisk { lock: file.lock.or(lock), ..file });
        self.shrugged_off = None;
    }

    /// What the map's file held when it was last read or written here.
    pub(crate) fn fingerprint(&self) -> Option<&Fingerprint> {
        self.known.as_ref().map(|known| &known.fingerprint)
    }

    /// Writes the map in the native format.
    pub(crate) fn write(&mut self, ctx: &Context, order: Order) {
        let Order { path, mark, map, force, locks } = order;
        let known = self.known.as_ref().filter(|known| same_file(&known.path, &path));
        let expected = known.filter(|_| !force).map(|known| known.fingerprint.clone());
        let locks = locks.filter(|_| known.is_none_or(|known| known.lock.is_none()));
        self.written = Some((path.clone(), mark));
        self.looking.cancel();
        self.writing.start("save", waker(ctx), move |task, _| {
            let lock = locks.map(|locks| FileLock::take(&locks, &path)).transpose();
            let lock = lock.map_err(|holder| IoError::InUse { path: path.clone(), process: holder.process })?;
            task.checkpoint(0, 1)?;
            // A copy of this thread's own: as long as the window's is shared, the next edit would have to copy it.
            let own = ArgumentMap::clone(&map);
            drop(map);
            let bytes = to_text(&own).into_bytes();
            // What is cancelled up to here leaves the file as it was.
            task.checkpoint(1, 1)?;
            let fingerprint = io::save_map(&path, &own, &bytes, expected.as_ref())?;
            Ok(OnDisk { path, fingerprint, lock })
        });
    }

    /// Writes another format.
    pub(crate) fn export(&mut self, ctx: &Context, path: PathBuf, what: Exporting) {
        let Exporting { export, map, view, shown } = what;
        self.exporting.start("export", waker(ctx), move |task, _| {
            let bytes = exported(&path, task, |task| {
                let exporter = export.exporter().or_else(|| exporter_for(&path.to_string_lossy()))?;
                let own = if export.safe { safe_copy(&map) } else { ArgumentMap::clone(&map) };
                drop(map);
                let portion = Portion::of(&own, &export.scope, &shown, exporter);
                Some(exporter.export(&portion.request(view, export.options), task))
            })?;
            task.checkpoint(1, 1)?;
            io::write(&path, &bytes)?;
            Ok(path)
        });
    }

    /// Looks whether the file is still what it was, off the UI thread.
    pub(crate) fn look_again(&mut self, ctx: &Context) {
        let Some(path) = self.known.as_ref().map(|known| known.path.clone()) else { return };
        if self.writing.job().is_none() {
            self.looking
                .start("look at the file", waker(ctx), move |task, _| io::read(&path, task).ok().map(|bytes| Fingerprint::of(&bytes)));
        }
    }

    /// The user does not want what somebody else wrote: it is not offered again.
    pub(crate) fn shrug_off(&mut self, theirs: Fingerprint) {
        self.shrugged_off = Some(theirs);
    }

    /// What has come of it since the last call.
    pub(crate) fn poll(&mut self) -> Vec<News> {
        let mut news = Vec::new();
        if let Some(done) = self.writing.poll()
            && let Some((path, mark)) = self.written.take()
        {
            match done {
                Ok(Ok(file)) => {
                    self.know(file);
                    news.push(News::Used(path.clone()));
                    news.push(News::Command(Command::Saved { path, mark }));
                }
                Ok(Err(IoError::Cancelled(_))) => news.push(News::Command(Command::CancelClosing)),
                Ok(Err(IoError::ChangedOnDisk(_))) => news.push(News::ChangedOnDisk(path)),
                Ok(Err(why)) => news.push(News::Command(Command::Failed(why.to_string()))),
                Err(bug) => news.push(News::Command(Command::Failed(bug.to_string()))),
            }
        }
        if let Some(done) = self.exporting.poll() {
            news.push(News::Told(match done {
                Ok(Ok(path)) => tr!("exported", path = path.display().to_string()),
                Ok(Err(why)) => why.to_string(),
                Err(bug) => bug.to_string(),
            }));
        }
        if let Some(Ok(Some(found))) = self.looking.poll()
            && let Some(known) = &self.known
            && known.fingerprint != found
            && self.shrugged_off.as_ref() != Some(&found)
        {
            news.push(News::OtherOnDisk(known.path.clone(), found));
        }
        news
    }
}

/// The bytes of an export, or why there are none.
fn exported(
    path: &Path,
    task: &TaskCtx,
    export: impl FnOnce(&TaskCtx) -> Option<Result<crate::formats::Exported, crate::formats::ExportError>>,
) -> Result<Vec<u8>, IoError> {
    let refused = |reason: String| IoError::System { doing: "written", path: path.to_path_buf(), reason };
    match export(task) {
        None => Err(refused(tr!("export-no-format").to_owned())),
        Some(Err(crate::formats::ExportError::Cancelled(cancelled))) => Err(cancelled.into()),
        Some(Err(error)) => Err(refused(error.to_string())),
        Some(Ok(exported)) => Ok(exported.bytes),
    }
}

/// Whether two paths name one file. A file that is missing is the same as its own name only.
pub(crate) fn same_file(a: &Path, b: &Path) -> bool {
    a == b || std::path::absolute(a).ok().is_some_and(|a| std::path::absolute(b).ok() == Some(a))
}
