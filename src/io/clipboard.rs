//! The exact copy behind the text on the system's clipboard, for pastes in other windows of this program.

use std::io::Write;

use tempfile::NamedTempFile;

use crate::base::TaskCtx;
use crate::io::{Config, Fingerprint, IoError, read};

const COPY: &str = "clipboard.ron";

impl Config {
    /// Keeps what was copied last, for the user's eyes only, beside the text that stands for it on the clipboard.
    ///
    /// # Errors
    /// [`IoError`] where it cannot be written: other windows then get the text alone.
    pub fn keep_copy(&self, text: &str, exact: &str) -> Result<(), IoError> {
        let Some(folder) = self.made_folder()? else { return Ok(()) };
        let path = folder.join(COPY);
        let failed = |error: std::io::Error| IoError::of(&error, "written", &path);
        // A temporary file can be read by nobody else, and stays so.
        let mut fresh = NamedTempFile::new_in(folder).map_err(failed)?;
        write!(fresh, "{}\n{exact}", head(text)).map_err(failed)?;
        fresh.persist(&path).map_err(|e| failed(e.error))?;
        Ok(())
    }

    /// What was copied last, if that text stands for it.
    pub fn kept_copy(&self, text: &str) -> Option<String> {
        let bytes = read(&self.folder()?.join(COPY), &TaskCtx::new()).ok()?;
        let kept = String::from_utf8(bytes).ok()?;
        let (first, exact) = kept.split_once('\n')?;
        (first == head(text)).then(|| exact.to_owned())
    }
}

/// The first line of the file: names the text. Clipboards change line breaks and white space at the end.
fn head(text: &str) -> String {
    format!("// {}", Fingerprint::of(text.replace("\r\n", "\n").trim_end().as_bytes()).to_text())
}
