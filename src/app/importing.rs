//! Documents on their way into the register of sources: read off the UI thread, then shown to be edited and accepted.

use std::path::{Path, PathBuf};

use egui::Context;

use super::ElenchusApp;
use super::dialogs::Dialog;
use super::files::waker;
use crate::base::SourceId;
use crate::base::TaskCtx;
use crate::editor::Command;
use crate::formats::document::{self, Document};
use crate::formats::{IMPORTERS, ImportError, has_extension};
use crate::io::{self, IoError};
use crate::jobs::Slot;

/// Documents that were read, each with the name of its file; of a paste the name is empty.
pub(crate) type Read = Vec<(String, Document)>;

/// What is being read for the map of a tab.
#[derive(Default)]
pub(crate) struct Importing {
    reading: Slot<Result<Read, String>>,
    /// The source of which it is a further version.
    version_of: Option<SourceId>,
}

impl Importing {
    /// The share that is read and for how many seconds it has been going on.
    pub(crate) fn running(&self) -> Option<(f32, f32)> {
        self.reading.job().map(|job| (job.fraction(), job.seconds()))
    }

    /// Stops it.
    pub(crate) fn cancel(&mut self) {
        self.reading.cancel();
    }

    fn read_files(&mut self, ctx: &Context, paths: Vec<PathBuf>, version_of: Option<SourceId>) {
        self.version_of = version_of;
        self.reading.start("read a document", waker(ctx), move |task, _| {
            let mut read = Vec::new();
            for path in paths {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let documents = io::read(&path, task).and_then(|bytes| documents(&path, &name, &bytes, task));
                read.extend(documents.map_err(|error| error.to_string())?.into_iter().map(|document| (name.clone(), document)));
            }
            Ok(read)
        });
    }

    fn read_text(&mut self, ctx: &Context, text: String) {
        self.version_of = None;
        self.reading.start("read a document", waker(ctx), move |task, _| {
            let documents = document::read_pasted(&text, task).map_err(|error| error.to_string())?;
            Ok(documents.into_iter().map(|document| (String::new(), document)).collect())
        });
    }
}

fn documents(path: &Path, name: &str, bytes: &[u8], task: &TaskCtx) -> Result<Vec<Document>, IoError> {
    document::read(name, bytes, task).map_err(|error| match error {
        ImportError::Cancelled(cancelled) => IoError::Cancelled(cancelled),
        error @ (ImportError::NotThisFormat(_) | ImportError::Refused(_) | ImportError::TooLarge { .. }) => {
            IoError::Import { path: path.to_path_buf(), error }
        }
    })
}

/// What dropping a file of that name can mean: a map, a document, or both.
fn meanings(path: &Path) -> (bool, bool) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_map = IMPORTERS.iter().any(|importer| has_extension(&name, importer.extensions()));
    (is_map, document::is_document_name(&name))
}

impl ElenchusApp {
    /// Reads documents to propose sources.
    pub(super) fn read_documents(&mut self, ctx: &Context, paths: Vec<PathBuf>, version_of: Option<SourceId>) {
        self.tab.importing.read_files(ctx, paths, version_of);
    }

    /// Proposes a text as a source.
    pub(super) fn read_pasted_document(&mut self, ctx: &Context, text: String) {
        self.tab.importing.read_text(ctx, text);
    }

    /// Shows what was read by now.
    pub(super) fn take_documents(&mut self, ctx: &Context) {
        if !self.dialogs.is_empty() {
            return;
        }
        let Some(done) = self.tab.importing.reading.poll() else { return };
        let version_of = self.tab.importing.version_of.take();
        match done {
            Ok(Ok(read)) => self.dialogs.extend(Dialog::source(read, version_of, &self.tab.editor)),
            Ok(Err(why)) => self.toasts.tell(ctx, &mut self.voice, why, false),
            Err(bug) => self.toasts.tell(ctx, &mut self.voice, bug.to_string(), false),
        }
        ctx.request_repaint();
    }

    /// What was dropped onto the window: maps are opened, documents become sources; of what can be either it is asked.
    pub(super) fn take_dropped(&mut self, dropped: Vec<PathBuf>) {
        let mut documents = Vec::new();
        let mut either = Vec::new();
        for path in dropped {
            match meanings(&path) {
                (true, true) => either.push(path),
                (false, true) => documents.push(path),
                (true | false, false) => self.queue.push(Command::OpenPath(path)),
            }
        }
        if !documents.is_empty() {
            self.queue.push(Command::ReadDocuments { paths: documents, version_of: None });
        }
        if !either.is_empty() {
            self.dialogs.push(Dialog::Dropped(either));
        }
    }
}
