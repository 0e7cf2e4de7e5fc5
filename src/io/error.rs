//! What can go wrong with a file, in sentences that name what, where and how to mend it.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use crate::base::Cancelled;
use crate::formats::ImportError;

/// A file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IoError {
    /// The file is missing.
    #[error("There is no file “{}”. Check its name and folder.", .0.display())]
    NotFound(PathBuf),
    /// A folder stands where a file was expected.
    #[error("“{}” is a folder, not a file. Name a file in it.", .0.display())]
    IsFolder(PathBuf),
    /// The folder to save in is missing.
    #[error("There is no folder “{}”. Make it first, or save elsewhere.", .0.display())]
    MissingFolder(PathBuf),
    /// The system forbids it.
    #[error("“{}” may not be {doing} by this user. Change its permissions, or choose another place.", path.display())]
    Denied {
        /// "read" or "written".
        doing: &'static str,
        /// File or folder.
        path: PathBuf,
    },
    /// The file is marked as read-only.
    #[error("“{}” is read-only. Make it writable, or save under another name.", .0.display())]
    ReadOnly(PathBuf),
    /// The disk, or the share of it that this user has, is full.
    #[error("The disk is full: “{}” was not written, what was there before is untouched. Make room, or save on another disk.", .0.display())]
    DiskFull(PathBuf),
    /// The file is longer than is read.
    #[error("“{}” is longer than {} MiB, which is the most that is read.", path.display(), limit >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Most bytes that are read.
        limit: u64,
    },
    /// Somebody else changed the file since it was read or saved here.
    #[error("“{}” was changed on disk by another program. Save under another name, or overwrite it knowingly.", .0.display())]
    ChangedOnDisk(PathBuf),
    /// Another window or tab has the file open for writing.
    #[error("“{}” is open in another window or tab{}. Save under another name, or close it there first.", path.display(), in_words(*process))]
    InUse {
        /// The file.
        path: PathBuf,
        /// The number of the process that has it open, where it is known.
        process: Option<u32>,
    },
    /// No format reads the file.
    #[error("“{}” is in no format that can be read. Readable are: {known}.", path.display())]
    UnknownFormat {
        /// The file.
        path: PathBuf,
        /// Names of the formats that are.
        known: String,
    },
    /// The format was recognised, but no map can be made of the content.
    #[error("“{}” cannot be read: {error}", path.display())]
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
    #[error("“{}” could not be {doing}: {reason}.", path.display())]
    System {
        /// "read", "written", …
        doing: &'static str,
        /// File or folder.
        path: PathBuf,
        /// In the system's words.
        reason: String,
    },
}

fn in_words(process: Option<u32>) -> String {
    process.map(|process| format!(" (process {process})")).unwrap_or_default()
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
