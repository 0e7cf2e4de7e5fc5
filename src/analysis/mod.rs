//! Pure functions of a map: figures, what is shown of it now, finding words; evaluation later.

mod compare;
pub mod search;
pub mod shown;
mod stats;

pub use compare::{Changes, Difference, compare};
pub mod outline;

pub use outline::Outline;
pub use shown::{HiddenLink, Shown};
pub use stats::{Stats, stats};
