//! Files off the UI thread: choosing, reading, writing, exporting. Answers come back as commands or questions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::ViewId;
use crate::edit::Mark;
use crate::editor::{Command, Loaded};
use crate::formats::native::Ron;
use crate::formats::{EXPORTERS, ExportRequest, Exporter, IMPORTERS, Importer, exporter_for};
use crate::io::{self, Fingerprint, IoError};
use crate::jobs::{JobError, Slot};
use crate::model::ArgumentMap;
use crate::render::ThemeName;

/// Name of the format that Save writes.
const NATIVE: &str = "ron";

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

/// The map that is shipped.
const EXAMPLE: &[u8] = include_bytes!("../../examples/who-cost-whom.ron");
const EXAMPLE_NAME: &str = "who-cost-whom";

/// A map that was read, and the file that it came from.
struct Read {
    loaded: Loaded,
    file: Option<(PathBuf, Fingerprint)>,
}

/// A dialog that gives up faster than this was never seen.
const SEEN_SECS: f32 = 0.4;

type Chooser = Slot<(Option<PathBuf>, f32)>;
type Reader = Slot<Result<Read, IoError>>;
type Writer = Slot<Result<Fingerprint, IoError>>;

/// All that is under way.
#[derive(Default)]
pub(crate) struct Files {
    choosing: Chooser,
    chosen_for: Option<(Purpose, String)>,
    reading: Reader,
    writing: Writer,
    written: Option<(PathBuf, Mark)>,
    exporting: Slot<Result<PathBuf, String>>,
    /// What each file held when it was last read or written here.
    known: BTreeMap<PathBuf, Fingerprint>,
}

impl Files {
    /// What is under way, in words, with the share done.
    pub(crate) fn running(&self) -> Option<(&'static str, f32)> {
        let reading = self.reading.job().map(|j| ("Opening", j.fraction()));
        let writing = self.writing.job().map(|j| ("Saving", j.fraction()));
        reading.or(writing).or_else(|| self.exporting.job().map(|j| ("Exporting", j.fraction())))
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
        self.reading.start("open", waker(ctx), move |task, _| {
            let opened = io::open(&path, task)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let native = opened.format == NATIVE;
            let loaded = Loaded { map: opened.map, report: opened.report, path: native.then(|| path.clone()), name };
            Ok(Read { loaded, file: Some((path, opened.fingerprint)) })
        });
    }

    /// Reads the map that is shipped: a copy without a file.
    pub(crate) fn read_example(&mut self, ctx: &egui::Context) {
        self.reading.start("open", waker(ctx), move |task, _| {
            let imported = Ron.import(EXAMPLE, task).map_err(|error| IoError::Import { path: EXAMPLE_NAME.into(), error })?;
            let loaded = Loaded { map: imported.map, report: imported.report, path: None, name: EXAMPLE_NAME.to_owned() };
            Ok(Read { loaded, file: None })
        });
    }

    /// Writes the map in the native format. With `force` it overwrites what another program wrote meanwhile.
    pub(crate) fn write(&mut self, ctx: &egui::Context, path: PathBuf, mark: Mark, map: Arc<ArgumentMap>, force: bool) {
        let expected = self.known.get(&path).filter(|_| !force).cloned();
        let to = path.clone();
        self.written = Some((path, mark));
        self.writing.start("save", waker(ctx), move |task, _| {
            let refused = |reason: String| IoError::System { doing: "written", path: to.clone(), reason };
            let exporter = crate::formats::exporter(NATIVE).ok_or_else(|| refused("the native format is missing".to_owned()))?;
            let exported = exporter.export(&ExportRequest::new(&map), task).map_err(|e| refused(e.to_string()))?;
            drop(map);
            io::save(&to, &exported.bytes, expected.as_ref())
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
        if let Some(done) = self.choosing.poll()
            && let Some((purpose, suggested)) = self.chosen_for.take()
        {
            news.push(match done {
                Ok((Some(path), _)) => News::Chosen(purpose, path),
                Ok((None, secs)) => News::NotChosen(purpose, suggested, secs < SEEN_SECS),
                Err(_) => News::NotChosen(purpose, suggested, true),
            });
        }
        if let Some(done) = self.reading.poll() {
            self.opened(done, &mut news);
        }
        if let Some(done) = self.writing.poll()
            && let Some((path, mark)) = self.written.take()
        {
            match done {
                Ok(Ok(fingerprint)) => {
                    self.known.insert(path.clone(), fingerprint);
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

    fn opened(&mut self, done: Result<Result<Read, IoError>, JobError>, news: &mut Vec<News>) {
        match done {
            Ok(Ok(Read { loaded, file })) => {
                if let Some((path, fingerprint)) = file {
                    if loaded.path.is_some() {
                        self.known.insert(path.clone(), fingerprint);
                    }
                    news.push(News::Used(path));
                }
                news.push(News::Command(Command::Loaded(Box::new(loaded))));
            }
            Ok(Err(why)) => {
                if let IoError::NotFound(path) = &why {
                    news.push(News::Gone(path.clone()));
                }
                news.push(News::Command(Command::Failed(why.to_string())));
            }
            Err(bug) => news.push(News::Command(Command::Failed(bug.to_string()))),
        }
    }
}

fn waker(ctx: &egui::Context) -> impl Fn() + Send + 'static {
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
