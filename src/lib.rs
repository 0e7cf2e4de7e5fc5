//! Elenchus: argument maps with their origins.
//!
//! The rooms and the direction of their imports are described in `ARCHITECTURE.md`.

// Of the library alone: tests and examples may stop at the first surprise.
#![warn(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod base;
pub mod cli;
pub mod edit;
pub mod editor;
pub mod formats;
pub mod io;
pub mod jobs;
pub mod layout;
pub mod model;
pub mod provenance;
pub mod render;
