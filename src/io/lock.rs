//! One writer a file: a lock of the system's, which vanishes with the program that holds it, however that ends.
//!
//! The locks stand in a folder of the program's own, named after the files they are for: nothing is left beside the user's files, and
//! shares on which locks do not work are no hindrance.

use std::fs::{self, File, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::base::Rng;

/// A holder's note is shorter than this.
const MAX_NOTE: u64 = 256;
/// How often to try again where the file of the lock goes just when it is opened.
const TRIES: usize = 8;

/// The right to write one file, held until it is dropped.
#[derive(Debug)]
pub struct FileLock {
    /// Missing where the system has no locks: then nobody is kept out.
    held: Option<(File, PathBuf)>,
}

/// Who holds a lock that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The number of its process, where it can be read.
    pub process: Option<u32>,
}

impl Holder {
    /// Whether it is this program itself, in another tab.
    pub fn is_self(self) -> bool {
        self.process == Some(std::process::id())
    }
}

impl FileLock {
    /// Takes the lock for `file` among those in `folder`.
    ///
    /// # Errors
    /// Who holds it.
    pub fn take(folder: &Path, file: &Path) -> Result<Self, Holder> {
        Self::take_at(folder, &folder.join(name_of(file)))
    }

    /// Who writes `file` at present, if anybody.
    pub fn holder(folder: &Path, file: &Path) -> Option<Holder> {
        Self::take(folder, file).err()
    }

    fn take_at(folder: &Path, lock: &Path) -> Result<Self, Holder> {
        let none = Self { held: None };
        if fs::create_dir_all(folder).is_err() {
            return Ok(none);
        }
        let mut rng = Rng::from_system();
        for _ in 0..TRIES {
            let Ok(mut file) = File::options().create(true).read(true).write(true).truncate(false).open(lock) else { return Ok(none) };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Holder { process: process_in(&mut file) }),
                Err(TryLockError::Error(_)) => return Ok(none),
            }
            // Its last holder may have removed the file between our opening and our locking it: then the name leads elsewhere.
            let note = format!("{}\n{:x}\n", std::process::id(), (rng.unit() * 1e15) as u64);
            let written = file.set_len(0).and_then(|()| file.write_all(note.as_bytes())).and_then(|()| file.flush());
            if written.is_err() || fs::read_to_string(lock).is_ok_and(|found| found == note) {
                return Ok(Self { held: Some((file, lock.to_path_buf())) });
            }
        }
        Ok(none)
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        if let Some((_, path)) = &self.held {
            let _ = fs::remove_file(path);
        }
    }
}

/// The process that a lock's note names.
fn process_in(file: &mut File) -> Option<u32> {
    let mut note = String::new();
    file.take(MAX_NOTE).read_to_string(&mut note).ok()?;
    note.lines().next()?.parse().ok()
}

/// The name of a file's lock: the same for every way to write the file's path.
fn name_of(file: &Path) -> String {
    let path = fs::canonicalize(file).or_else(|_| std::path::absolute(file)).unwrap_or_else(|_| file.to_path_buf());
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    let hex: String = digest.iter().take(16).map(|b| format!("{b:02x}")).collect();
    format!("{hex}.lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_has_one_holder_and_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let (locks, file) = (folder.path().join("locks"), folder.path().join("map.ron"));
        fs::write(&file, "").unwrap();
        let first = FileLock::take(&locks, &file).unwrap();
        let other_name = folder.path().join("locks/../map.ron");
        let holder = FileLock::take(&locks, &other_name).unwrap_err();
        assert!(holder.is_self());
        assert!(FileLock::take(&locks, &folder.path().join("other.ron")).is_ok());
        drop(first);
        assert_eq!(fs::read_dir(&locks).unwrap().count(), 0, "nothing is left");
        assert_eq!(FileLock::holder(&locks, &file), None);
    }

    #[test]
    fn what_a_dead_program_left_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("map.ron");
        fs::write(folder.path().join(name_of(&file)), "4242\nsomething else, and much more than that".repeat(20)).unwrap();
        let lock = FileLock::take(folder.path(), &file).unwrap();
        assert!(lock.held.is_some());
    }

    #[test]
    fn where_there_is_no_folder_nobody_is_kept_out() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(FileLock::take(&folder.path().join("file/locks"), Path::new("map.ron")).unwrap().held.is_none());
    }
}
