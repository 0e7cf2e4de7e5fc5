//! SHA-256 sums: knowing a text again, byte for byte.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256 as Hasher};

/// The SHA-256 sum of some bytes. Written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// The sum of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Hasher::digest(bytes).into())
    }

    /// Its first twelve digits: enough to tell versions apart on screen and in file names.
    pub fn short(&self) -> String {
        self.to_string().chars().take(12).collect()
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Something else than 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSha256;

impl FromStr for Sha256 {
    type Err = NotSha256;

    fn from_str(text: &str) -> Result<Self, NotSha256> {
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotSha256);
        }
        let mut sum = [0; 32];
        for (byte, at) in sum.iter_mut().zip((0..64).step_by(2)) {
            let digits = text.get(at..at + 2).ok_or(NotSha256)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotSha256)?;
        }
        Ok(Self(sum))
    }
}

#[cfg(test)]
mod tests {
    use super::{NotSha256, Sha256};

    #[test]
    fn sums_are_written_and_read() {
        let sum = Sha256::of(b"abc");
        assert_eq!(sum.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sum.to_string().to_uppercase().parse(), Ok(sum));
        assert_eq!(sum.short(), "ba7816bf8f01");
        for bad in ["", "ba78", &format!("+{}", "0".repeat(63)), &"é".repeat(32)] {
            assert_eq!(bad.parse::<Sha256>(), Err(NotSha256), "{bad}");
        }
    }
}
