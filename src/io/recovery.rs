//! Work that is in no file yet, kept against a crash. Each run of the program has a folder of its own among those of `recovery/`, locked
//! for as long as the program lives: a folder whose lock is free was left behind. A map stands in it as two files, the map in the native
//! format (`3.ron`, which can be opened by hand) and what it is about (`3.about.ron`).

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::base::TaskCtx;
use crate::io::{Fingerprint, IoError, read, write};

const LOCK: &str = "lock";
const MAP: &str = ".ron";
const ABOUT: &str = ".about.ron";
/// More that was left behind is not looked at in one start.
const MAX_FOUND: usize = 100;

/// What a map that is kept is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the map is called.
    pub name: String,
    /// The file that it is saved to.
    pub path: Option<PathBuf>,
    /// What that file held when it was last read or written by the program that kept the map.
    pub file: Option<Fingerprint>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenAbout {
    name: String,
    path: Option<String>,
    file: Option<String>,
}

/// Where this run of the program keeps its maps.
#[derive(Debug)]
pub struct Keeper {
    folder: PathBuf,
    _lock: File,
}

impl Keeper {
    /// A folder of this run's own in `recovery`.
    ///
    /// # Errors
    /// [`IoError`] where it cannot be made.
    pub fn begin(recovery: &Path) -> Result<Self, IoError> {
        let failed = |error: std::io::Error| IoError::of(&error, "written", recovery);
        fs::create_dir_all(recovery).map_err(failed)?;
        let folder = tempfile::Builder::new().prefix(&format!("{}-", std::process::id())).tempdir_in(recovery).map_err(failed)?.keep();
        let lock = File::create(folder.join(LOCK)).map_err(failed)?;
        // Where the system has no locks, a second program offers what this one keeps: a nuisance, but nothing is lost.
        let _ = lock.try_lock();
        Ok(Self { folder, _lock: lock })
    }

    /// Keeps the present state of map number `number`.
    ///
    /// # Errors
    /// [`IoError`] where it cannot be written; what was kept before is untouched then.
    pub fn keep(&self, number: u64, about: &About, map: &[u8]) -> Result<(), IoError> {
        // First what it is about: a map without is a map without a file.
        let written = WrittenAbout {
            name: about.name.clone(),
            path: about.path.as_deref().and_then(Path::to_str).map(str::to_owned),
            file: about.file.as_ref().map(Fingerprint::to_text),
        };
        let path = self.path(number, ABOUT);
        let text = ron::ser::to_string(&written);
        let text = text.map_err(|e| IoError::System { doing: "written", path: path.clone(), reason: e.to_string() })?;
        write(&path, text.as_bytes())?;
        write(&self.path(number, MAP), map)
    }

    /// Lets go of map number `number`: it is saved, or nobody wants it.
    pub fn forget(&self, number: u64) {
        for ending in [MAP, ABOUT] {
            let _ = fs::remove_file(self.path(number, ending));
        }
    }

    /// Takes over what another run left behind as map number `number`.
    ///
    /// # Errors
    /// [`IoError`] where the map cannot be moved; it stays where it was then.
    pub fn adopt(&self, left: &LeftBehind, number: u64) -> Result<(), IoError> {
        let _ = fs::rename(left.file(ABOUT), self.path(number, ABOUT));
        fs::rename(left.map(), self.path(number, MAP)).map_err(|e| IoError::of(&e, "written", &left.map()))
    }

    /// Removes all that this run keeps. To be called when everything is saved or given up knowingly.
    pub fn end(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }

    fn path(&self, number: u64, ending: &str) -> PathBuf {
        self.folder.join(format!("{number}{ending}"))
    }
}

/// The folders of programs that ended without tidying up. As long as it lives, no other program finds them.
#[derive(Debug, Default)]
pub struct Ruins {
    locks: Vec<(PathBuf, Option<File>)>,
    /// The maps found, the one kept last first.
    pub maps: Vec<LeftBehind>,
}

/// A map that another run left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// What it is about.
    pub about: About,
    /// When it was kept.
    pub kept: SystemTime,
    folder: PathBuf,
    stem: String,
}

impl LeftBehind {
    /// The map's file.
    pub fn map(&self) -> PathBuf {
        self.file(MAP)
    }

    /// Deletes it.
    pub fn discard(&self) {
        for ending in [MAP, ABOUT] {
            let _ = fs::remove_file(self.file(ending));
        }
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}{ending}", self.stem))
    }
}

impl Ruins {
    /// Looks for what was left behind in `recovery`. Empty folders of the dead are cleared away.
    pub fn find(recovery: &Path) -> Self {
        let mut ruins = Self::default();
        let Ok(folders) = fs::read_dir(recovery) else { return ruins };
        for folder in folders.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
            let lock = match File::options().write(true).open(folder.join(LOCK)) {
                Ok(lock) => match lock.try_lock() {
                    Err(TryLockError::WouldBlock) => continue,
                    Ok(()) | Err(TryLockError::Error(_)) => Some(lock),
                },
                Err(_) => None,
            };
            let found = maps_in(&folder);
            // A folder without a lock and without maps may be one that is just being made.
            if found.is_empty() && lock.is_some() {
                let _ = fs::remove_dir_all(&folder);
                continue;
            }
            ruins.maps.extend(found);
            ruins.locks.push((folder, lock));
        }
        ruins.maps.sort_by(|a, b| b.kept.cmp(&a.kept).then_with(|| a.map().cmp(&b.map())));
        ruins.maps.truncate(MAX_FOUND);
        ruins
    }
}

impl Drop for Ruins {
    fn drop(&mut self) {
        for (folder, lock) in &self.locks {
            if lock.is_some() && maps_in(folder).is_empty() {
                let _ = fs::remove_dir_all(folder);
            }
        }
    }
}

fn maps_in(folder: &Path) -> Vec<LeftBehind> {
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for file in files.flatten().take(MAX_FOUND * 2) {
        let name = file.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(MAP).filter(|_| !name.ends_with(ABOUT)) else { continue };
        let Ok(entry) = file.metadata() else { continue };
        let Ok(kept) = entry.modified() else { continue };
        if !entry.is_file() {
            continue;
        }
        let about = read_about(&folder.join(format!("{stem}{ABOUT}")));
        found.push(LeftBehind { about, kept, folder: folder.to_path_buf(), stem: stem.to_owned() });
    }
    found
}

/// What cannot be read counts as not there: the map itself is worth more.
fn read_about(path: &Path) -> About {
    let written: WrittenAbout = read(path, &TaskCtx::new()).ok().and_then(|bytes| ron::de::from_bytes(&bytes).ok()).unwrap_or_default();
    let path = written.path.map(PathBuf::from).filter(|p| p.is_absolute());
    About { name: written.name, path, file: written.file.and_then(|text| Fingerprint::from_text(&text)) }
}
