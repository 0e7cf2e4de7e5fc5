//! Pure functions of a map: figures and what is shown of it now, evaluation later.

mod compare;
pub mod shown;
mod stats;

pub use compare::{Changes, Difference, compare};
pub use shown::{HiddenLink, Shown};
pub use stats::{Stats, stats};
