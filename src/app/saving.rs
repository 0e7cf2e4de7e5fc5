//! Writing one map off the UI thread: its file, and what it is exported to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{Export, NATIVE, News, waker};
use crate::base::ViewId;
use crate::edit::Mark;
use crate::editor::Command;
use crate::formats::{ExportRequest, exporter_for};
use crate::io::{self, Fingerprint, IoError};
use crate::jobs::Slot;
use crate::model::ArgumentMap;

/// What is written of one map, and what its file held last.
#[derive(Default)]
pub(crate) struct Saving {
    writing: Slot<Result<Fingerprint, IoError>>,
    written: Option<(PathBuf, Mark)>,
    exporting: Slot<Result<PathBuf, String>>,
    /// What the file held when it was last read or written here.
    known: Option<(PathBuf, Fingerprint)>,
}

impl Saving {
    /// What is under way, in words, with the share done.
    pub(crate) fn running(&self) -> Option<(&'static str, f32)> {
        let writing = self.writing.job().map(|j| ("Saving", j.fraction()));
        writing.or_else(|| self.exporting.job().map(|j| ("Exporting", j.fraction())))
    }

    /// Remembers what the file holds from which the map came.
    pub(crate) fn know(&mut self, path: PathBuf, fingerprint: Fingerprint) {
        self.known = Some((path, fingerprint));
    }

    /// Writes the map in the native format. With `force` it overwrites what another program wrote meanwhile.
    pub(crate) fn write(&mut self, ctx: &egui::Context, path: PathBuf, mark: Mark, map: Arc<ArgumentMap>, force: bool) {
        let expected = self.known.as_ref().filter(|(known, _)| *known == path && !force).map(|(_, fingerprint)| fingerprint.clone());
        self.written = Some((path.clone(), mark));
        self.writing.start("save", waker(ctx), move |task, _| {
            let refused = |reason: String| IoError::System { doing: "written", path: path.clone(), reason };
            let exporter = crate::formats::exporter(NATIVE).ok_or_else(|| refused("the native format is missing".to_owned()))?;
            let exported = exporter.export(&ExportRequest::new(&map), task).map_err(|e| refused(e.to_string()))?;
            drop(map);
            io::save(&path, &exported.bytes, expected.as_ref())
        });
    }

    /// Writes another format.
    pub(crate) fn export(&mut self, ctx: &egui::Context, path: PathBuf, export: Export, map: Arc<ArgumentMap>, view: ViewId) {
        self.exporting.start("export", waker(ctx), move |task, _| {
            let exporter = export.exporter().or_else(|| exporter_for(&path.to_string_lossy())).ok_or("Unknown format.")?;
            let request = ExportRequest { map: &map, view, theme: export.theme, scale: export.scale };
            let exported = exporter.export(&request, task).map_err(|e| e.to_string())?;
            io::write(&path, &exported.bytes).map_err(|e| e.to_string())?;
            Ok(path)
        });
    }

    /// What has come of it since the last call.
    pub(crate) fn poll(&mut self) -> Vec<News> {
        let mut news = Vec::new();
        if let Some(done) = self.writing.poll()
            && let Some((path, mark)) = self.written.take()
        {
            match done {
                Ok(Ok(fingerprint)) => {
                    self.know(path.clone(), fingerprint);
                    news.push(News::Used(path.clone()));
                    news.push(News::Command(Command::Saved { path, mark }));
                }
                Ok(Err(IoError::ChangedOnDisk(_))) => news.push(News::ChangedOnDisk(path)),
                Ok(Err(why)) => news.push(News::Command(Command::Failed(why.to_string()))),
                Err(bug) => news.push(News::Command(Command::Failed(bug.to_string()))),
            }
        }
        if let Some(done) = self.exporting.poll() {
            news.push(match done.map_err(|e| e.to_string()).and_then(|r| r) {
                Ok(path) => News::Told(format!("Exported {}.", path.display())),
                Err(why) => News::Told(why),
            });
        }
        news
    }
}

/// Whether two paths name one file. A file that is missing is the same as its own name only.
pub(crate) fn same_file(a: &Path, b: &Path) -> bool {
    a == b || std::path::absolute(a).ok().is_some_and(|a| std::path::absolute(b).ok() == Some(a))
}
