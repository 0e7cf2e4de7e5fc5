//! Pure functions of a map: figures, finding words; evaluation later.

pub mod search;
mod stats;

pub use stats::{Stats, stats};
