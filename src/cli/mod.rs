//! The command line: one verb a file. Exit codes: 0 fine, 1 findings or refused input, 2 usage or environment.

mod check;
mod convert;
mod export;
mod formats;
mod layout;
mod new;
mod picture;
mod progress;
mod report;
mod source;
mod stats;
mod suggest;
mod trace;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything is fine.
pub const FINE: u8 = 0;
/// Findings, or input that was refused.
pub const FINDINGS: u8 = 1;
/// Wrong usage, or an environment in which the thing cannot be done.
pub const ENVIRONMENT: u8 = 2;
/// The window stopped because of a bug in this program.
pub const BUG: u8 = 101;

/// Argument maps: claims, what speaks for and against them, and who says so.
#[derive(Debug, Parser)]
#[command(
    name = "elenchus",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Without a verb the window opens: on FILE, else on the maps that were open last, else on a start page.\n\
                  Exit codes: 0 fine, 1 findings or refused input, 2 usage or environment."
)]
pub struct Cli {
    /// What to do without a window.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// Maps to open, each in a tab.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// The verbs that need no display.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write an empty map.
    New(new::Args),
    /// List what is wrong or doubtful in a map.
    Check(check::Args),
    /// Count what a map holds.
    Stats(stats::Args),
    /// Tell who said a claim first, who passed it on, and on how many origins it rests.
    Trace(trace::Args),
    /// Propose who says what in a text.
    Suggest(suggest::Args),
    /// Look up every quotation in the stored text of its source.
    Verify(verify::Args),
    /// Turn one format into another.
    Convert(convert::Args),
    /// Import articles and threads with their texts.
    Source(source::Args),
    /// List the formats that are read and written.
    Formats(formats::Args),
    /// Place the boxes of a map or of a plain graph.
    Layout(layout::Args),
    /// Write a map as a picture, a page or text.
    Export(export::Args),
}

/// Why a verb did not do its work.
#[derive(Debug)]
struct Failure {
    exit: u8,
    message: String,
}

impl Failure {
    fn refused(message: impl ToString) -> Self {
        Self { exit: FINDINGS, message: message.to_string() }
    }

    fn environment(message: impl ToString) -> Self {
        Self { exit: ENVIRONMENT, message: message.to_string() }
    }
}

/// Runs a verb; what went wrong is said on stderr.
pub fn run(verb: Verb) -> ExitCode {
    let done = match verb {
        Verb::New(args) => new::run(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Stats(args) => stats::run(&args),
        Verb::Trace(args) => trace::run(&args),
        Verb::Suggest(args) => suggest::run(&args),
        Verb::Verify(args) => verify::run(&args),
        Verb::Convert(args) => convert::run(&args),
        Verb::Source(args) => source::run(&args),
        Verb::Formats(args) => formats::run(&args),
        Verb::Layout(args) => layout::run(&args),
        Verb::Export(args) => export::run(&args),
    };
    match done {
        Ok(exit) => ExitCode::from(exit),
        Err(failure) => {
            report::tell(&format!("elenchus: {}", failure.message));
            ExitCode::from(failure.exit)
        }
    }
}

/// The names of the verbs that work without a display, for the message that there is none.
pub fn verbs() -> Vec<String> {
    use clap::CommandFactory;
    Cli::command().get_subcommands().map(|c| c.get_name().to_owned()).filter(|n| n != "help").collect()
}
