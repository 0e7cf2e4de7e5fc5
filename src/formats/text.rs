//! Text of files: UTF-8, with or without a byte order mark.

use crate::base::text::position_of;
use crate::base::{Code, Diagnostic};
use crate::formats::ImportError;
use crate::tr;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text of a file, without its byte order mark.
///
/// # Errors
/// [`ImportError::Refused`] at the first byte that is not UTF-8, with a guess at what the file is instead.
pub fn text_of(bytes: &[u8]) -> Result<&str, ImportError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)),
        Err(error) => {
            let (good, bad) = bytes.split_at(error.valid_up_to());
            let position = position_of(std::str::from_utf8(good).unwrap_or_default(), good.len());
            let message = match bytes {
                [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => tr!("text-utf16").to_owned(),
                _ if bytes.contains(&0) => tr!("text-binary").to_owned(),
                _ => tr!("text-byte", byte = format!("{:02X}", bad.first().copied().unwrap_or_default())),
            };
            Err(ImportError::Refused(Diagnostic::at(Code::Syntax, position, message, tr!("text-encoding-help"))))
        }
    }
}
