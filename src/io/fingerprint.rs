//! Knowing a file's content again.

use sha2::{Digest, Sha256};

/// Identifies the content of a file. Content, not time of change: a copy or a checkout of the same bytes is the same file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    len: u64,
    sha256: [u8; 32],
}

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { len: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// In hexadecimal digits, without the length.
    pub(super) fn hex(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Number of bytes.
    pub(super) fn len(&self) -> u64 {
        self.len
    }
}
