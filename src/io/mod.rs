//! Files: the only room that touches them. Reading is capped, saving is atomic and keeps one backup, and a file that somebody else
//! changed meanwhile is not overwritten unasked.

mod config;
mod error;
mod fingerprint;
mod read;
mod save;

pub use config::{Config, MAX_RECENT, MotionChoice, Settings};
pub use error::IoError;
pub use fingerprint::Fingerprint;
pub use read::{Opened, open, open_as, read};
pub use save::{backup_of, save, write};
