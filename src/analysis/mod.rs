//! Pure functions of a map: figures now, evaluation later.

mod stats;

pub use stats::{Stats, stats};
