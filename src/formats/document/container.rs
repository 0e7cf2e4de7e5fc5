//! Zip files as documents use them, with limits against those that unpack to more than a machine has.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{refused, too_large};
use crate::formats::ImportError;
use crate::tr;

/// Most files in it.
const MAX_FILES: usize = 20_000;
/// Most bytes that are unpacked from one zip file.
const MAX_UNPACKED: u64 = 64 << 20;

/// A zip file.
pub(super) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Container<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        too_large(archive.len(), MAX_FILES)?;
        Ok(Self { archive, left: MAX_UNPACKED })
    }

    /// The content of a file in it; `None` where there is none of that name.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&error)),
        };
        // What the file says of its length is not believed.
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => self.left = left,
            None => return Err(ImportError::TooLarge { what: "bytes", found: MAX_UNPACKED + 1, limit: MAX_UNPACKED }),
        }
        Ok(Some(bytes))
    }

    /// The same for a file that must be there.
    pub(super) fn need(&mut self, name: &str) -> Result<Vec<u8>, ImportError> {
        self.read(name)?.ok_or_else(|| refused(tr!("document-part-missing", name = name), tr!("document-broken-help")))
    }
}

/// Whether a file is a zip file that names another file near its beginning or its end, where its list of contents is.
pub(super) fn is_zip_with(bytes: &[u8], name: &str) -> bool {
    const LOOKED_AT: usize = 64 << 10;
    let has = |part: &[u8]| part.windows(name.len()).any(|window| window == name.as_bytes());
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    bytes.starts_with(b"PK\x03\x04") && (has(head) || has(&bytes[bytes.len().saturating_sub(LOOKED_AT)..]))
}

fn broken(error: &dyn std::fmt::Display) -> ImportError {
    refused(tr!("document-zip", error = error.to_string()), tr!("document-broken-help"))
}
