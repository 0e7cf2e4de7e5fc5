//! The window, driven through its accessibility tree: what a test can find by its words, a screen reader can too.
#![cfg(feature = "gui")]

mod access;
mod basics;
mod files;
mod find;
mod hands;
mod harness;
mod idle;
mod panels;
mod recovery;
mod registers;
mod shown;
mod start;
mod writing;
