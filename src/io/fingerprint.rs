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

    /// As text, to be written down.
    pub(super) fn to_text(&self) -> String {
        self.sha256.iter().fold(format!("{}:", self.len), |text, byte| text + &format!("{byte:02x}"))
    }

    /// Reads [`Fingerprint::to_text`].
    pub(super) fn from_text(text: &str) -> Option<Self> {
        let (len, hex) = text.split_once(':')?;
        let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(hex.get(i..i + 2)?, 16).ok()).collect::<Option<_>>()?;
        Some(Self { len: len.parse().ok()?, sha256: bytes.try_into().ok()? })
    }

    /// Number of bytes.
    pub(super) fn len(&self) -> u64 {
        self.len
    }
}
