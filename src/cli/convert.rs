//! `elenchus convert IN OUT`

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::base::Severity;
use crate::cli::picture::{LAID_OUT, Order, Prepared};
use crate::cli::{FINDINGS, FINE, Failure, progress, report};

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
    let order = Order { safe: args.safe_copy, ..Order::default() };
    let exported = progress::told(|ctx| {
        let prepared = Prepared::of(exporter, opened.map, &order, &ctx.part(0.0, LAID_OUT))?;
        exporter.export(&prepared.request(), &ctx.part(LAID_OUT, 1.0)).map_err(Failure::refused)
    })?;
    report::say_losses(exporter.title(), &exported.losses);
    report::save(&args.output, &exported.bytes)?;
    Ok(if opened.report.iter().any(|d| d.severity() == Severity::Error) { FINDINGS } else { FINE })
}
