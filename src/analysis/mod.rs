//! Pure functions of a map: figures and what is shown of it now, evaluation later.

pub mod shown;
mod stats;

pub use shown::{HiddenLink, Shown};
pub use stats::{Stats, stats};
