//! What can go wrong with a file, in sentences that name what, where and how to mend it.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::base::Cancelled;
use crate::formats::ImportError;
use crate::tr;

/// A file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IoError {
    /// The file is missing.
    #[error("{}", tr!("io-not-found", path = shown(.0)))]
    NotFound(PathBuf),
    /// A folder stands where a file was expected.
    #[error("{}", tr!("io-is-folder", path = shown(.0)))]
    IsFolder(PathBuf),
    /// The folder to save in is missing.
    #[error("{}", tr!("io-missing-folder", path = shown(.0)))]
    MissingFolder(PathBuf),
    /// The system forbids it.
    #[error("{}", tr!("io-denied", path = shown(path), doing = *doing))]
    Denied {
        /// "read" or "written".
        doing: &'static str,
        /// File or folder.
        path: PathBuf,
    },
    /// The file is marked as read-only.
    #[error("{}", tr!("io-read-only", path = shown(.0)))]
    ReadOnly(PathBuf),
    /// The disk, or the share of it that this user has, is full.
    #[error("{}", tr!("io-disk-full", path = shown(.0)))]
    DiskFull(PathBuf),
    /// The file is longer than is read.
    #[error("{}", tr!("io-too-large", path = shown(path), limit = limit >> 20))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Most bytes that are read.
        limit: u64,
    },
    /// Somebody else changed the file since it was read or saved here.
    #[error("{}", tr!("io-changed-on-disk", path = shown(.0)))]
    ChangedOnDisk(PathBuf),
    /// Another window or tab has the file open for writing.
    #[error("{}", tr!("io-in-use", path = shown(path), process = number(*process)))]
    InUse {
        /// The file.
        path: PathBuf,
        /// The number of the process that has it open, where it is known.
        process: Option<u32>,
    },
    /// No format reads the file.
    #[error("{}", tr!("io-unknown-format", path = shown(path), known = known.as_str()))]
    UnknownFormat {
        /// The file.
        path: PathBuf,
        /// Names of the formats that are.
        known: String,
    },
    /// The format was recognised, but no map can be made of the content.
    #[error("{}", tr!("io-import", path = shown(path), reason = error.to_string()))]
    Import {
        /// The file.
        path: PathBuf,
        /// Why, with the place where it can be named.
        error: ImportError,
    },
    /// Somebody cancelled it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Anything else that the system says.
    #[error("{}", tr!("io-system", path = shown(path), doing = *doing, reason = reason.as_str()))]
    System {
        /// "read", "written", …
        doing: &'static str,
        /// File or folder.
        path: PathBuf,
        /// In the system's words.
        reason: String,
    },
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The number of a process as Fluent tells it; 0 where it is not known.
fn number(process: Option<u32>) -> u32 {
    process.unwrap_or(0)
}

impl IoError {
    /// What the system's error about `path` amounts to; `doing` is "read" or "written".
    pub(super) fn of(error: &Error, doing: &'static str, path: &Path) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound(path),
            ErrorKind::IsADirectory => Self::IsFolder(path),
            ErrorKind::PermissionDenied => Self::Denied { doing, path },
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull(path),
            _ => Self::System { doing, path, reason: error.to_string() },
        }
    }
}
