//! Files off the UI thread: choosing and reading. Answers come back as commands or questions.

use std::path::{Path, PathBuf};

use crate::base::TaskCtx;
use crate::editor::{Command, Loaded, Shipped};
use crate::formats::native::Ron;
use crate::formats::{EXPORTERS, Exporter, IMPORTERS, Importer};
use crate::io::{self, Fingerprint, IoError};
use crate::jobs::{JobError, Slot};
use crate::render::ThemeName;

/// Name of the format that Save writes.
pub(super) const NATIVE: &str = "ron";

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Purpose {
    /// To open a map.
    Open,
    /// To save the map.
    SaveAs,
    /// To write another format.
    Export(Export),
}

/// How to export.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Export {
    /// Name of the exporter.
    pub(crate) format: &'static str,
    pub(crate) theme: ThemeName,
    pub(crate) scale: f32,
}

impl Export {
    /// The exporter of that name.
    pub(crate) fn exporter(&self) -> Option<&'static dyn Exporter> {
        crate::formats::exporter(self.format)
    }
}

/// What came of it.
pub(crate) enum News {
    /// Something for the editor.
    Command(Command),
    /// A map was read.
    Opened(Box<Read>),
    /// A short message.
    Told(String),
    /// A path was chosen.
    Chosen(Purpose, PathBuf),
    /// The native dialog was closed without a choice; at once, where it could not even be shown.
    NotChosen(Purpose, String, bool),
    /// The file is no longer what was read or written last.
    ChangedOnDisk(PathBuf),
    /// A file was opened or saved: worth remembering.
    Used(PathBuf),
    /// There is no such file any more: not worth offering.
    Gone(PathBuf),
}

/// A map that was read, and the file that it came from.
pub(crate) struct Read {
    pub(crate) loaded: Loaded,
    pub(crate) file: Option<(PathBuf, Fingerprint)>,
    /// Whether its claims are there to be overwritten.
    pub(crate) is_template: bool,
}

/// A dialog that gives up faster than this was never seen.
const SEEN_SECS: f32 = 0.4;

type Chooser = Slot<(Option<PathBuf>, f32)>;
type Reader = Slot<Result<Read, IoError>>;

/// All that is under way.
#[derive(Default)]
pub(crate) struct Files {
    choosing: Chooser,
    chosen_for: Option<(Purpose, String)>,
    /// Several files may be opened at once: each gets a tab.
    reading: Vec<Reader>,
}

impl Files {
    /// What is under way, in words, with the share done.
    pub(crate) fn running(&self) -> Option<(&'static str, f32)> {
        self.reading.iter().find_map(|slot| slot.job()).map(|j| ("Opening", j.fraction()))
    }

    /// Forgets the native dialog: the path is typed instead, or nobody wants it any more.
    pub(crate) fn stop_choosing(&mut self) -> Option<(Purpose, String)> {
        self.choosing.cancel();
        self.chosen_for.take()
    }

    /// Opens the system's file dialog on a thread of its own: a dialog service that hangs must not take the window with it.
    pub(crate) fn choose(&mut self, ctx: &egui::Context, purpose: Purpose, suggested: String) {
        let (for_dialog, name) = (purpose.clone(), suggested.clone());
        self.chosen_for = Some((purpose, suggested));
        let wake = waker(ctx);
        self.choosing.start("file dialog", wake, move |_, _| {
            let began = std::time::Instant::now();
            (native_dialog(&for_dialog, &name), began.elapsed().as_secs_f32())
        });
    }

    /// Reads a map.
    pub(crate) fn read(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.start_reading(ctx, move |task| {
            let opened = io::open(&path, task)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let native = opened.format == NATIVE;
            let loaded = Loaded { map: opened.map, report: opened.report, path: native.then(|| path.clone()), name, unsaved: false };
            Ok(Read { loaded, file: Some((path, opened.fingerprint)), is_template: false })
        });
    }

    /// Reads a map that is shipped: a copy without a file.
    pub(crate) fn read_shipped(&mut self, ctx: &egui::Context, shipped: Shipped) {
        self.start_reading(ctx, move |task| {
            let imported = Ron.import(shipped.bytes(), task).map_err(|error| IoError::Import { path: shipped.name().into(), error })?;
            let name = shipped.name().to_owned();
            let loaded = Loaded { map: imported.map, report: imported.report, path: None, name, unsaved: false };
            Ok(Read { loaded, file: None, is_template: shipped.is_template() })
        });
    }

    fn start_reading(&mut self, ctx: &egui::Context, read: impl FnOnce(&TaskCtx) -> Result<Read, IoError> + Send + 'static) {
        let mut slot = Reader::default();
        slot.start("open", waker(ctx), move |task, _| read(task));
        self.reading.push(slot);
    }

    /// What has come of it since the last call. Without `may_open`, a map that was read waits: a question is open about another.
    pub(crate) fn poll(&mut self, may_open: bool) -> Vec<News> {
        let mut news = Vec::new();
        if let Some(done) = self.choosing.poll()
            && let Some((purpose, suggested)) = self.chosen_for.take()
        {
            news.push(match done {
                Ok((Some(path), _)) => News::Chosen(purpose, path),
                Ok((None, secs)) => News::NotChosen(purpose, suggested, secs < SEEN_SECS),
                Err(_) => News::NotChosen(purpose, suggested, true),
            });
        }
        if may_open {
            let (mut done, mut reading) = (Vec::new(), Vec::new());
            for mut slot in std::mem::take(&mut self.reading) {
                match slot.poll() {
                    Some(result) => done.push(result),
                    None => reading.push(slot),
                }
            }
            self.reading = reading;
            news.extend(done.into_iter().flat_map(opened));
        }
        news
    }
}

/// What reading a file has come to.
fn opened(done: Result<Result<Read, IoError>, JobError>) -> Vec<News> {
    match done {
        Ok(Ok(read)) => {
            let used = read.file.as_ref().map(|(path, _)| News::Used(path.clone()));
            used.into_iter().chain([News::Opened(Box::new(read))]).collect()
        }
        Ok(Err(why)) => {
            let gone = if let IoError::NotFound(path) = &why { Some(News::Gone(path.clone())) } else { None };
            gone.into_iter().chain([News::Told(why.to_string())]).collect()
        }
        Err(bug) => vec![News::Told(bug.to_string())],
    }
}

pub(super) fn waker(ctx: &egui::Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}

/// A path typed or chosen for saving gets the ending of its format where it has none.
pub(crate) fn with_extension(path: PathBuf, purpose: &Purpose) -> PathBuf {
    let extension = match purpose {
        Purpose::Open => return path,
        Purpose::SaveAs => NATIVE,
        Purpose::Export(export) => export.exporter().and_then(|e| e.extensions().first().copied()).unwrap_or(NATIVE),
    };
    if path.extension().is_some() { path } else { path.with_extension(extension) }
}

fn native_dialog(purpose: &Purpose, suggested: &str) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new();
    let folder = Path::new(suggested).parent().filter(|p| p.is_dir());
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let name = Path::new(suggested).file_name().unwrap_or_default().to_string_lossy();
    match purpose {
        Purpose::Open => {
            let all: Vec<&str> = IMPORTERS.iter().flat_map(|i| i.extensions().iter().copied()).collect();
            dialog = dialog.set_title("Open").add_filter("All that can be opened", &all);
            for importer in IMPORTERS {
                dialog = dialog.add_filter(importer.title(), importer.extensions());
            }
            dialog.pick_file()
        }
        Purpose::SaveAs => {
            let native = EXPORTERS.iter().find(|e| e.name() == NATIVE);
            if let Some(native) = native {
                dialog = dialog.add_filter(native.title(), native.extensions());
            }
            dialog.set_title("Save as").set_file_name(name.as_ref()).save_file()
        }
        Purpose::Export(export) => {
            if let Some(exporter) = export.exporter() {
                dialog = dialog.add_filter(exporter.title(), exporter.extensions());
            }
            dialog.set_title("Export").set_file_name(name.as_ref()).save_file()
        }
    }
}
