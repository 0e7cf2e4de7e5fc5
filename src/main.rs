//! The `elenchus` program: a window, or one verb on the command line.

use std::path::PathBuf;
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

/// One window with a tab for each file.
#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> ExitCode {
    use elenchus::{app, io};
    let startup = app::Startup { files, config: Some(io::Config::of_user()) };
    match app::run(startup) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error @ app::RunError::Crashed) => {
            eprintln!("elenchus: {error}.");
            ExitCode::from(cli::BUG)
        }
        Err(error) => no_window(&error.to_string()),
    }
}

#[cfg(not(feature = "gui"))]
fn window(_files: Vec<PathBuf>) -> ExitCode {
    no_window("this build has no window")
}

fn no_window(why: &str) -> ExitCode {
    eprintln!("elenchus: {why}; without a window these work: elenchus {} (see elenchus --help).", cli::verbs().join(", "));
    ExitCode::from(cli::ENVIRONMENT)
}
