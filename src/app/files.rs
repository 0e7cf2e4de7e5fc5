//! Choosing files off the UI thread, and what files have come to. Answers come back as commands or questions.

use std::path::{Path, PathBuf};

use super::opening::Read;
use crate::base::SourceId;
use crate::editor::Command;
use crate::formats::document::READERS;
use crate::formats::{EXPORTERS, ExportOptions, Exporter, IMPORTERS, Scope};
use crate::io::Fingerprint;
use crate::jobs::Slot;
use crate::tr;

/// Name of the format that Save writes.
pub(super) const NATIVE: &str = "ron";

/// What a path is wanted for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Purpose {
    /// To open a map.
    Open,
    /// To read a document as a source, or as a further version of one.
    Document(Option<SourceId>),
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
    pub(crate) options: ExportOptions,
    pub(crate) scope: Scope,
    /// Whether what is confidential is replaced.
    pub(crate) safe: bool,
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
    /// Somebody else wrote the file, as a look at it shows.
    OtherOnDisk(PathBuf, Fingerprint),
    /// The file is no longer what was read or written last: it was not saved.
    ChangedOnDisk(PathBuf),
    /// A file was opened or saved: worth remembering.
    Used(PathBuf),
    /// There is no such file any more: not worth offering.
    Gone(PathBuf),
}

impl Purpose {
    /// Whether something is to be read, not written.
    pub(crate) fn reads(&self) -> bool {
        matches!(self, Self::Open | Self::Document(_))
    }
}

/// A dialog that gives up faster than this was never seen.
const SEEN_SECS: f32 = 0.4;

type Chooser = Slot<(Option<PathBuf>, f32)>;

/// All that is under way.
#[derive(Default)]
pub(crate) struct Files {
    choosing: Chooser,
    chosen_for: Option<(Purpose, String)>,
}

impl Files {
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
        news
    }
}

pub(super) fn waker(ctx: &egui::Context) -> impl Fn() + Send + 'static {
    let ctx = ctx.clone();
    move || ctx.request_repaint()
}

/// A path typed or chosen for saving gets the ending of its format where it has none, or that of another format.
pub(crate) fn with_extension(path: PathBuf, purpose: &Purpose) -> PathBuf {
    let extension = match purpose {
        Purpose::Open | Purpose::Document(_) => return path,
        Purpose::SaveAs => NATIVE,
        Purpose::Export(export) => export.exporter().and_then(|e| e.extensions().first().copied()).unwrap_or(NATIVE),
    };
    let Some(given) = path.extension().map(|given| given.to_string_lossy().to_lowercase()) else { return path.with_extension(extension) };
    let own = extension.rsplit('.').next() == Some(given.as_str());
    let others = matches!(purpose, Purpose::Export(export) if export.exporter().is_some_and(|e| !e.extensions().contains(&given.as_str())))
        && EXPORTERS.iter().any(|e| e.extensions().contains(&given.as_str()));
    if own || !others {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(format!(".{extension}"));
    name.into()
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
            dialog = dialog.set_title(tr!("action-open").trim_end_matches('…')).add_filter(tr!("file-dialog-all"), &all);
            for importer in IMPORTERS {
                dialog = dialog.add_filter(importer.title(), importer.extensions());
            }
            dialog.pick_file()
        }
        Purpose::Document(_) => {
            let mut all: Vec<&str> = READERS.iter().flat_map(|r| r.extensions().iter().copied()).collect();
            all.sort_unstable();
            all.dedup();
            dialog = dialog.set_title(tr!("action-import-source").trim_end_matches('…')).add_filter(tr!("file-dialog-all"), &all);
            for reader in READERS {
                dialog = dialog.add_filter(reader.title(), reader.extensions());
            }
            dialog.pick_file()
        }
        Purpose::SaveAs => {
            let native = EXPORTERS.iter().find(|e| e.name() == NATIVE);
            if let Some(native) = native {
                dialog = dialog.add_filter(native.title(), native.extensions());
            }
            dialog.set_title(tr!("action-save-as").trim_end_matches('…')).set_file_name(name.as_ref()).save_file()
        }
        Purpose::Export(export) => {
            if let Some(exporter) = export.exporter() {
                dialog = dialog.add_filter(exporter.title(), exporter.extensions());
            }
            dialog.set_title(tr!("action-export").trim_end_matches('…')).set_file_name(name.as_ref()).save_file()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_as_their_formats_do() {
        let named = |format: &'static str, path: &str| {
            let export = Export { format, options: ExportOptions::default(), scope: Scope::All, safe: false };
            with_extension(PathBuf::from(path), &Purpose::Export(export)).to_string_lossy().into_owned()
        };
        for (format, typed, written) in [
            ("pdf", "map", "map.pdf"),
            ("pdf", "map.PDF", "map.PDF"),
            ("pdf", "map.png", "map.png.pdf"),
            ("pdf", "J. Doe", "J. Doe"),
            ("html", "map.htm", "map.htm"),
            ("blame-csv", "map.csv", "map.csv"),
        ] {
            assert_eq!(named(format, typed), written, "{format} {typed}");
        }
    }
}
