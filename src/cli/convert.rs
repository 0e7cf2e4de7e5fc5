//! `elenchus convert IN OUT`

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::base::{Severity, TaskCtx};
use crate::cli::{FINDINGS, FINE, Failure, picture, report};

#[derive(Debug, ClapArgs)]
#[command(
    after_help = "What is not understood in IN and what OUT's format cannot hold is said on stderr. Exit code 1: IN was refused, or has errors; in the second case OUT holds what could be read."
)]
pub struct Args {
    /// What to read.
    #[arg(value_name = "IN")]
    input: PathBuf,
    /// What to write; what it held before is kept as a backup.
    #[arg(value_name = "OUT")]
    output: PathBuf,
    /// Replace confidential speakers and sources, and strike out what names them.
    #[arg(long)]
    safe_copy: bool,
    /// Force the format of IN (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
    /// Force the format of OUT (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    to: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let exporter = report::exporter(&args.output, args.to.as_deref())?;
    let opened = report::open(&args.input, args.from.as_deref())?;
    report::say(&args.input, &opened.report);
    let ctx = TaskCtx::new();
    let prepared =
        picture::Prepared::of(exporter, opened.map, &picture::Order { safe: args.safe_copy, ..picture::Order::default() }, &ctx)?;
    let exported = exporter.export(&prepared.request(), &ctx).map_err(Failure::refused)?;
    report::say_losses(exporter.title(), &exported.losses);
    report::save(&args.output, &exported.bytes)?;
    Ok(if opened.report.iter().any(|d| d.severity() == Severity::Error) { FINDINGS } else { FINE })
}
