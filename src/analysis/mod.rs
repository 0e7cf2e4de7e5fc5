//! Pure functions of a map: figures, what is shown of it now, finding words; evaluation later.

pub mod search;
mod compare;
pub mod shown;
mod stats;

pub use compare::{Changes, Difference, compare};
pub use shown::{HiddenLink, Shown};
pub use stats::{Stats, stats};
