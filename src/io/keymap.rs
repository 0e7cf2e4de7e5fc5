//! The keys that the user chose.

use std::collections::BTreeMap;

use crate::base::TaskCtx;
use crate::io::{Config, IoError, read};

const KEYMAP: &str = "keymap.ron";

impl Config {
    /// Ids of actions with the keys chosen for them; nothing where no file is there.
    ///
    /// # Errors
    /// [`IoError`] where there is a file that cannot be read or understood.
    pub fn keymap(&self) -> Result<BTreeMap<String, Vec<String>>, IoError> {
        let Some(folder) = self.folder() else { return Ok(BTreeMap::new()) };
        let path = folder.join(KEYMAP);
        match read(&path, &TaskCtx::new()) {
            Ok(bytes) => ron::de::from_bytes(&bytes).map_err(|e| IoError::System { doing: "understood", path, reason: e.to_string() }),
            Err(IoError::NotFound(_)) => Ok(BTreeMap::new()),
            Err(error) => Err(error),
        }
    }

    /// Keeps the keys chosen.
    ///
    /// # Errors
    /// [`IoError`] where they cannot be written.
    pub fn save_keymap(&self, keys: &BTreeMap<String, Vec<String>>) -> Result<(), IoError> {
        self.store(KEYMAP, keys)
    }
}
