//! Elenchus: argument maps with their origins.
//!
//! The rooms and the direction of their imports are described in `ARCHITECTURE.md`.

pub mod base;
pub mod layout;
pub mod formats;
pub mod jobs;
pub mod model;
