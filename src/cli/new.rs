//! `elenchus new FILE`

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::base::TaskCtx;
use crate::cli::{FINE, Failure, report};
use crate::formats::ExportRequest;
use crate::model::ArgumentMap;

#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Where to write the map; must not exist yet.
    file: PathBuf,
    /// What the debate is about.
    #[arg(long, default_value = "")]
    title: String,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    if args.file.exists() {
        return Err(Failure::refused(format!("{} exists already; choose another name or delete it first", args.file.display())));
    }
    let map = ArgumentMap::new(args.title.as_str());
    let exporter = report::exporter_for(&args.file)?;
    let exported = exporter.export(&ExportRequest::new(&map), &TaskCtx::new()).map_err(Failure::environment)?;
    report::save(&args.file, &exported.bytes)?;
    Ok(FINE)
}
