//! What the verbs share: reading a file, writing one, saying what was found.

use std::io::{ErrorKind, Write};
use std::path::Path;

use serde::Serialize;

use crate::base::{Diagnostic, Severity, TaskCtx};
use crate::cli::Failure;
use crate::formats::{self, Exporter, Importer, Loss};
use crate::io::{self, IoError, Opened};

/// Reads a map; `from` forces the format.
pub(super) fn open(path: &Path, from: Option<&str>) -> Result<Opened, Failure> {
    try_open(path, from)?.map_err(Failure::from)
}

/// As [`open`], for verbs that look at the error themselves.
pub(super) fn try_open(path: &Path, from: Option<&str>) -> Result<Result<Opened, IoError>, Failure> {
    let importer = from.map(importer).transpose()?;
    Ok(match importer {
        Some(importer) => io::open_as(path, importer, &TaskCtx::new()),
        None => io::open(path, &TaskCtx::new()),
    })
}

impl From<IoError> for Failure {
    /// Input that was read but refused is a finding; a file that cannot be read or written is the environment's fault.
    fn from(error: IoError) -> Self {
        match error {
            IoError::Import { .. } | IoError::UnknownFormat { .. } | IoError::TooLarge { .. } => Self::refused(error),
            IoError::NotFound(_)
            | IoError::IsFolder(_)
            | IoError::MissingFolder(_)
            | IoError::Denied { .. }
            | IoError::ReadOnly(_)
            | IoError::DiskFull(_)
            | IoError::ChangedOnDisk(_)
            | IoError::InUse { .. }
            | IoError::Cancelled(_)
            | IoError::System { .. } => Self::environment(error),
        }
    }
}

fn importer(name: &str) -> Result<&'static dyn Importer, Failure> {
    let known = || formats::IMPORTERS.iter().map(|i| i.name()).collect::<Vec<_>>().join(", ");
    formats::importer(name).ok_or_else(|| Failure::environment(format!("no format “{name}” can be read; known are {}", known())))
}

/// The exporter for a file, by its ending.
pub(super) fn exporter_for(path: &Path) -> Result<&'static dyn Exporter, Failure> {
    formats::exporter_for(&path.to_string_lossy()).ok_or_else(|| {
        let known: Vec<&str> = formats::EXPORTERS.iter().filter_map(|e| e.extensions().first().copied()).collect();
        Failure::environment(format!("the ending of {} names no format that can be written: {}", path.display(), known.join(", ")))
    })
}

/// The exporter named by `to`, else by the file's ending.
pub(super) fn exporter(path: &Path, to: Option<&str>) -> Result<&'static dyn Exporter, Failure> {
    let known = || formats::EXPORTERS.iter().map(|e| e.name()).collect::<Vec<_>>().join(", ");
    match to {
        Some(name) => {
            formats::exporter(name).ok_or_else(|| Failure::environment(format!("no format “{name}” can be written; known are {}", known())))
        }
        None => exporter_for(path).map_err(|failure| Failure { message: failure.message + "; force one with --to", ..failure }),
    }
}

/// Writes a file, whatever it held before; one backup is kept.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Ok(io::save(path, bytes, None).map(drop)?)
}

/// Says on stderr what was found in a file.
pub(super) fn say(file: &Path, found: &[Diagnostic]) {
    for d in found {
        let place = d.position.map(|p| format!(":{p}")).unwrap_or_default();
        tell(&format!("{}{place}: {}[{}] {}: {}", file.display(), d.severity().word(), d.code.name(), d.subject, d.message));
        if !d.help.is_empty() {
            tell(&format!("    {}", d.help));
        }
    }
}

/// Says on stderr what a format could not hold.
pub(super) fn say_losses(format: &str, losses: &[Loss]) {
    for loss in losses {
        tell(&format!("elenchus: {format} does not hold {loss}"));
    }
}

/// How many findings of each severity: `2 errors, 1 warning, no hints`.
pub(super) fn summary(found: &[Diagnostic]) -> String {
    let count = |severity: Severity| {
        let n = found.iter().filter(|d| d.severity() == severity).count();
        match n {
            0 => format!("no {}s", severity.word()),
            1 => format!("1 {}", severity.word()),
            n => format!("{n} {}s", severity.word()),
        }
    };
    [Severity::Error, Severity::Warning, Severity::Hint].map(count).join(", ")
}

/// Writes a file that can be made again at any time: no backup.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Ok(io::write(path, bytes)?)
}

/// Says one line on stderr. Where nobody reads that any more, the work goes on.
pub(super) fn tell(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Prints one line, or one JSON document, on stdout. A reader that went away is no error.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    match writeln!(std::io::stdout().lock(), "{text}") {
        Err(e) if e.kind() != ErrorKind::BrokenPipe => Err(Failure::environment(format!("stdout: {e}"))),
        _ => Ok(()),
    }
}

/// Prints one JSON document on stdout.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    print(&serde_json::to_string_pretty(value).map_err(Failure::environment)?)
}
