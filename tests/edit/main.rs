//! Edits, history, commands and validation, from outside: what a user of the library sees.

#![allow(clippy::unwrap_used, clippy::panic)] // In a test, that is the finding.

mod commands;
mod findings;
mod history;
mod operations;
mod properties;
mod sketch;
