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

/// A window for each file: this process shows the first, others of their own show the rest.
#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> ExitCode {
    use elenchus::{app, io};
    let mut files = files.into_iter();
    let startup = app::Startup { file: files.next(), example: true, config: Some(io::Config::of_user()) };
    for file in files {
        let started = std::env::current_exe().and_then(|program| std::process::Command::new(program).arg(&file).spawn());
        if let Err(error) = started {
            eprintln!("elenchus: no window for {}: {error}", file.display());
        }
    }
    match app::run(startup) {
        Ok(()) => ExitCode::SUCCESS,
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
