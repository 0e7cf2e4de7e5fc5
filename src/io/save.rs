//! Writing files: either the whole new content is there afterwards, or what was there before.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::io::{Fingerprint, IoError};

/// Links followed before giving up, as many as Linux does.
const MAX_LINKS: usize = 40;

/// Saves a map's file and keeps what was there before as [`backup_of`] it.
///
/// `expected` is what the caller believes to be on disk; `None` overwrites whatever is there.
///
/// # Errors
/// [`IoError::ChangedOnDisk`] where something else than `expected` is there; other [`IoError`]s where it cannot be written. In all
/// cases the old content is untouched.
pub fn save(path: &Path, bytes: &[u8], expected: Option<&Fingerprint>) -> Result<Fingerprint, IoError> {
    let target = Target::of(path)?;
    if let (Some(expected), true) = (expected, target.is_ordinary_file())
        && !holds(&target.path, expected).map_err(|e| IoError::of(&e, "read", path))?
    {
        return Err(IoError::ChangedOnDisk(path.to_path_buf()));
    }
    target.replace(bytes, true)?;
    Ok(Fingerprint::of(bytes))
}

/// Writes a file that can be made again, such as an exported picture: no backup is kept.
///
/// # Errors
/// [`IoError`] where it cannot be written; the old content is untouched then.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), IoError> {
    Target::of(path)?.replace(bytes, false)
}

/// When a file was written last; `None` where there is no such file.
pub fn written_at(path: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(path).and_then(|found| found.modified()).ok()
}

/// Where the one backup of a file is kept: beside it, with a `~` behind its name.
pub fn backup_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push("~");
    path.with_file_name(name)
}

/// The place written to.
struct Target {
    /// Behind all symbolic links, which thus survive.
    path: PathBuf,
    /// What is there now.
    present: Option<Metadata>,
}

impl Target {
    fn of(path: &Path) -> Result<Self, IoError> {
        let path = behind_links(path);
        let present = match fs::metadata(&path) {
            Ok(found) if found.is_dir() => return Err(IoError::IsFolder(path)),
            // A rename would replace the file without asking for its permission.
            Ok(found) if found.permissions().readonly() => return Err(IoError::ReadOnly(path)),
            Ok(found) => Some(found),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(IoError::of(&error, "written", &path)),
        };
        Ok(Self { path, present })
    }

    fn is_ordinary_file(&self) -> bool {
        self.present.as_ref().is_some_and(Metadata::is_file)
    }

    fn folder(&self) -> &Path {
        self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    fn replace(&self, bytes: &[u8], keep_backup: bool) -> Result<(), IoError> {
        let failed = |error: std::io::Error| IoError::of(&error, "written", &self.path);
        if self.present.is_some() && !self.is_ordinary_file() {
            // A device or a pipe has no content to keep, and must not be replaced by a file.
            let mut device = File::options().write(true).open(&self.path).map_err(failed)?;
            return device.write_all(bytes).map_err(failed);
        }
        let mut fresh = self.fresh_file()?;
        fresh.write_all(bytes).map_err(failed)?;
        fresh.as_file().sync_all().map_err(failed)?;
        if keep_backup && self.is_ordinary_file() {
            self.keep_backup()?;
        }
        fresh.persist(&self.path).map_err(|e| failed(e.error))?;
        sync_folder(self.folder());
        Ok(())
    }

    /// An empty file in the same folder, so that moving it to its place is one step; it removes itself unless it gets there.
    fn fresh_file(&self) -> Result<NamedTempFile, IoError> {
        let folder = self.folder();
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => IoError::MissingFolder(folder.to_path_buf()),
            _ => IoError::of(&error, "written", folder),
        };
        let mut prefix = OsString::from(".");
        prefix.push(self.path.file_name().unwrap_or_default());
        let mut builder = Builder::new();
        builder.prefix(&prefix).suffix(".tmp");
        #[cfg(unix)]
        if self.present.is_none() {
            // What any program would make; the system takes away what the user's mask forbids.
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        }
        let fresh = builder.tempfile_in(folder).map_err(failed)?;
        if let Some(present) = &self.present {
            fresh.as_file().set_permissions(present.permissions()).map_err(failed)?;
        }
        Ok(fresh)
    }

    /// Gives the present content a second name, in the place of the backup before. The file itself stays where it is.
    fn keep_backup(&self) -> Result<(), IoError> {
        let backup = backup_of(&self.path);
        let failed = |error: std::io::Error| IoError::of(&error, "written", &backup);
        let spare = Builder::new().prefix(".backup").suffix(".tmp").make_in(self.folder(), |name| {
            fs::hard_link(&self.path, name).or_else(|error| match error.kind() {
                ErrorKind::AlreadyExists => Err(error),
                // Not every file system has second names.
                _ => fs::copy(&self.path, name).map(drop),
            })
        });
        let spare = spare.map_err(failed)?.into_temp_path();
        let left_over = spare.to_path_buf();
        spare.persist(&backup).map_err(|e| failed(e.error))?;
        // Where both names were the same file already, moving one onto the other did nothing.
        let _ = fs::remove_file(left_over);
        Ok(())
    }
}

fn behind_links(path: &Path) -> PathBuf {
    let mut path = path.to_path_buf();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = path.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => break,
        }
    }
    path
}

fn holds(path: &Path, expected: &Fingerprint) -> std::io::Result<bool> {
    if fs::metadata(path)?.len() != expected.len() {
        return Ok(false);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(expected.len() + 1).read_to_end(&mut bytes)?;
    Ok(Fingerprint::of(&bytes) == *expected)
}

/// Makes the renaming itself survive a power cut, where the system can. The content is safe without it.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|f| f.sync_all());
    }
}
