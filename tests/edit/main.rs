//! Edits, history, commands and validation, from outside: what a user of the library sees.

mod announce;
mod branch;
mod commands;
mod find;
mod findings;
mod follow;
mod history;
mod layouts;
mod operations;
mod properties;
mod registers;
mod shown;
mod sketch;
mod writing;
