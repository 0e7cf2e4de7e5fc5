//! The window, driven through its accessibility tree: what a test can find by its words, a screen reader can too.
#![cfg(feature = "gui")]

#[path = "../common/golden.rs"]
mod golden;
#[path = "../common/raster.rs"]
mod raster;

mod access;
mod basics;
mod chrome;
mod ends;
mod exports;
mod files;
mod find;
mod hands;
mod harness;
mod idle;
mod keys;
mod messages;
mod panels;
mod pictures;
mod provenance;
mod quotations;
mod reader;
mod recovery;
mod registers;
mod room;
mod session;
mod shown;
mod sources;
mod start;
mod writing;
