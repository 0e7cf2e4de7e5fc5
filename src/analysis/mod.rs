//! Pure functions of a map: figures, what is shown of it now, finding words; evaluation later.

pub mod search;
pub mod shown;
mod stats;

pub use shown::{HiddenLink, Shown};
pub use stats::{Stats, stats};
