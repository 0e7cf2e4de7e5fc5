//! The `elenchus` program: a window, or one verb on the command line.

use std::process::ExitCode;

use clap::Parser;
use elenchus::cli::{self, Cli};

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.verb {
        Some(verb) => cli::run(verb),
        None => window(cli.files),
    }
}

#[cfg(not(feature = "gui"))]
fn window(_files: Vec<std::path::PathBuf>) -> ExitCode {
    no_window("this build has no window")
}

fn no_window(why: &str) -> ExitCode {
    eprintln!("elenchus: {why}; without a window these work: elenchus {} (see elenchus --help).", cli::verbs().join(", "));
    ExitCode::from(cli::ENVIRONMENT)
}
