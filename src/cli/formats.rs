//! `elenchus formats`

use std::collections::BTreeMap;

use clap::Args as ClapArgs;
use serde::Serialize;

use crate::cli::{FINE, Failure, report};
use crate::formats::{EXPORTERS, IMPORTERS};

#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Print one JSON document on stdout.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Format {
    name: &'static str,
    title: &'static str,
    extensions: &'static [&'static str],
    reads: bool,
    writes: bool,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let mut formats: BTreeMap<&str, Format> = BTreeMap::new();
    for i in IMPORTERS {
        formats.insert(i.name(), Format { name: i.name(), title: i.title(), extensions: i.extensions(), reads: true, writes: false });
    }
    for e in EXPORTERS {
        let entry = Format { name: e.name(), title: e.title(), extensions: e.extensions(), reads: false, writes: true };
        formats.entry(e.name()).or_insert(entry).writes = true;
    }
    let formats: Vec<Format> = formats.into_values().collect();
    if args.json {
        report::print_json(&formats)?;
        return Ok(FINE);
    }
    let width = |text: fn(&Format) -> &str| formats.iter().map(|f| text(f).chars().count()).max().unwrap_or_default();
    let (names, titles) = (width(|f| f.name), width(|f| f.title));
    for f in &formats {
        let does = match (f.reads, f.writes) {
            (true, true) => "reads, writes",
            (true, false) => "reads",
            _ => "writes",
        };
        report::print(&format!("{:names$}  {:13}  {:titles$}  .{}", f.name, does, f.title, f.extensions.join(" .")))?;
    }
    Ok(FINE)
}
