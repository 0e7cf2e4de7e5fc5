//! Files: the only room that touches them. Reading is capped, saving is atomic and keeps one backup, and a file that somebody else
//! changed meanwhile is not overwritten unasked. Work in no file yet is kept against a crash.

mod clipboard;
mod config;
mod error;
mod fingerprint;
mod keymap;
mod lock;
mod read;
mod recovery;
mod save;
mod session;
mod texts;

pub use config::{Config, MAX_RECENT, Settings};
pub use error::IoError;
pub use fingerprint::Fingerprint;
pub use lock::{FileLock, Holder};
pub use read::{Opened, open, open_as, read};
pub use recovery::{About, Keeper, LeftBehind, Ruins};
pub use save::{backup_of, save, write, written_at};
pub use session::Session;
pub use texts::save_map;
