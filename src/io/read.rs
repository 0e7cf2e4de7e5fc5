//! Reading files.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use crate::base::{Diagnostic, TaskCtx};
use crate::formats::{IMPORTERS, ImportError, Importer, MAX_BYTES, detect};
use crate::io::texts::text_beside;
use crate::io::{Fingerprint, IoError};
use crate::model::ArgumentMap;

/// How much is read between two looks at whether somebody cancelled.
const CHUNK: u64 = 1 << 20;

/// A map that was read from a file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The map.
    pub map: ArgumentMap,
    /// What the importer recovered from or did not keep. Findings about the map itself come from [`crate::model::validate`].
    pub report: Vec<Diagnostic>,
    /// Name of the format that it was in.
    pub format: &'static str,
    /// To notice, when saving, that somebody else changed the file.
    pub fingerprint: Fingerprint,
}

/// Reads a map; name and content of the file say in which format it is.
///
/// # Errors
/// [`IoError`] where the file cannot be read or no map can be made of it.
pub fn open(path: &Path, ctx: &TaskCtx) -> Result<Opened, IoError> {
    let bytes = read(path, ctx)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let importer = detect(&name, &bytes).ok_or_else(|| IoError::UnknownFormat { path: path.to_path_buf(), known: known_formats() })?;
    import(path, &bytes, importer, ctx)
}

/// Reads a map in a given format, whatever the file is called.
///
/// # Errors
/// [`IoError`] where the file cannot be read or no map can be made of it.
pub fn open_as(path: &Path, importer: &dyn Importer, ctx: &TaskCtx) -> Result<Opened, IoError> {
    import(path, &read(path, ctx)?, importer, ctx)
}

fn import(path: &Path, bytes: &[u8], importer: &dyn Importer, ctx: &TaskCtx) -> Result<Opened, IoError> {
    let imported = importer.import(bytes, ctx).map_err(|error| match error {
        ImportError::Cancelled(cancelled) => IoError::Cancelled(cancelled),
        error @ (ImportError::NotThisFormat(_) | ImportError::Refused(_) | ImportError::TooLarge { .. }) => {
            IoError::Import { path: path.to_path_buf(), error }
        }
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let map = imported.map.with_texts_beside(|name| text_beside(folder, name));
    Ok(Opened { map, report: imported.report, format: importer.name(), fingerprint: Fingerprint::of(bytes) })
}

fn known_formats() -> String {
    IMPORTERS.iter().map(|i| format!("{} (.{})", i.title(), i.extensions().join(", ."))).collect::<Vec<_>>().join("; ")
}

/// The bytes of a file of at most [`MAX_BYTES`].
///
/// # Errors
/// [`IoError`] where the file is missing, forbidden, a folder or too long.
pub fn read(path: &Path, ctx: &TaskCtx) -> Result<Vec<u8>, IoError> {
    let failed = |error: std::io::Error| IoError::of(&error, "read", path);
    let found = fs::metadata(path).map_err(failed)?;
    if found.is_dir() {
        return Err(IoError::IsFolder(path.to_path_buf()));
    }
    let mut file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::with_capacity(found.len().min(MAX_BYTES as u64) as usize);
    // Until the end, not until the length: the file may grow meanwhile, or be a pipe.
    loop {
        ctx.checkpoint(bytes.len() as u64, found.len())?;
        if file.by_ref().take(CHUNK).read_to_end(&mut bytes).map_err(failed)? == 0 {
            return Ok(bytes);
        }
        if bytes.len() > MAX_BYTES {
            return Err(IoError::TooLarge { path: path.to_path_buf(), limit: MAX_BYTES as u64 });
        }
    }
}
