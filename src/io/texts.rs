//! Texts of sources that are kept in files beside the map.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::io::{Fingerprint, IoError, save};
use crate::model::{ArgumentMap, MAX_TEXT_BYTES, TextState, is_safe_name};

/// The words of a file in the map's folder or below; `None` where there is no such file of a size that can be. A map may come from
/// anywhere: it must not make the program read anything else.
pub(super) fn text_beside(folder: &Path, name: &str) -> Option<Arc<str>> {
    if !is_safe_name(name) {
        return None;
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let path = fs::canonicalize(folder.join(name)).ok()?;
    let inside = fs::canonicalize(folder).is_ok_and(|folder| path.starts_with(folder));
    if !inside || !fs::metadata(&path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(MAX_TEXT_BYTES as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= MAX_TEXT_BYTES).then(|| match String::from_utf8(bytes) {
        Ok(text) => text.into(),
        // Whatever it is, it is not what was imported.
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into(),
    })
}

/// Saves a map's file as [`save`] does, and before it the texts that it keeps beside.
///
/// # Errors
/// As [`save`].
pub fn save_map(path: &Path, map: &ArgumentMap, bytes: &[u8], expected: Option<&Fingerprint>) -> Result<Fingerprint, IoError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    for (name, text) in map.texts_beside() {
        let Some(words) = text.shared().filter(|_| text.state() == TextState::Intact && is_safe_name(name)) else { continue };
        if text_beside(folder, name).is_some_and(|there| there == words) {
            continue;
        }
        let file = folder.join(name);
        if let Some(around) = file.parent() {
            fs::create_dir_all(around).map_err(|error| IoError::of(&error, "written", around))?;
        }
        // What somebody else made of it stays as its backup.
        save(&file, words.as_bytes(), None)?;
    }
    save(path, bytes, expected)
}
