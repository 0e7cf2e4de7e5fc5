//! Which maps were open: written down while the program runs, read at the next start.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::io::{Config, FileLock, IoError};

const SESSION: &str = "session.ron";

/// The files that stand in the tabs of a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// From left to right.
    pub files: Vec<PathBuf>,
    /// The one that is shown, where it has a file.
    pub shown: Option<PathBuf>,
}

/// As it stands in the file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    files: Vec<String>,
    shown: Option<String>,
}

impl Config {
    /// What was open last.
    pub fn session(&self) -> Session {
        let written: Written = self.load(SESSION).unwrap_or_default();
        Session { files: written.files.into_iter().map(PathBuf::from).collect(), shown: written.shown.map(PathBuf::from) }
    }

    /// Keeps what is open.
    ///
    /// # Errors
    /// [`IoError`] where it cannot be written; the caller may ignore it.
    pub fn save_session(&self, session: &Session) -> Result<(), IoError> {
        // A name that is no Unicode cannot be written down: it is not remembered.
        let name = |path: &Path| std::path::absolute(path).ok()?.to_str().map(str::to_owned);
        let files = session.files.iter().filter_map(|path| name(path)).collect();
        self.store(SESSION, &Written { files, shown: session.shown.as_deref().and_then(name) })
    }

    /// The right to reopen and to remember what is open: of several windows, the first has it.
    pub fn session_lock(&self) -> Option<FileLock> {
        FileLock::take(&self.locks()?, &self.folder()?.join(SESSION)).ok()
    }
}
