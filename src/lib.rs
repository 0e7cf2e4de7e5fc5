//! Elenchus: argument maps with their origins.
//!
//! The rooms and the direction of their imports are described in `ARCHITECTURE.md`.

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod base;
pub mod edit;
pub mod editor;
pub mod formats;
pub mod io;
pub mod jobs;
pub mod layout;
pub mod model;
pub mod render;
