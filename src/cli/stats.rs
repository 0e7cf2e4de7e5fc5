//! `elenchus stats FILE`

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args as ClapArgs;
use serde::Serialize;

use crate::analysis;
use crate::cli::{FINE, Failure, report};

#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The map to count, in any format that is read.
    file: PathBuf,
    /// Print one JSON document on stdout.
    #[arg(long)]
    json: bool,
    /// Force the format of FILE (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
}

#[derive(Serialize)]
struct Figures {
    claims: usize,
    relations: BTreeMap<&'static str, usize>,
    undercuts: usize,
    attributions: BTreeMap<&'static str, usize>,
    speakers: usize,
    sources: usize,
    components: usize,
    depth: usize,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let opened = report::open(&args.file, args.from.as_deref())?;
    let s = analysis::stats(&opened.map);
    if args.json {
        report::print_json(&Figures {
            claims: s.claims,
            relations: s.relations.iter().map(|(kind, n)| (kind.word(), *n)).collect(),
            undercuts: s.undercuts,
            attributions: s.attributions.iter().map(|(stance, n)| (stance.word(), *n)).collect(),
            speakers: s.speakers,
            sources: s.sources,
            components: s.components,
            depth: s.depth,
        })?;
        return Ok(FINE);
    }
    let kinds = |each: Vec<(&str, usize)>| {
        let some: Vec<String> = each.into_iter().filter(|(_, n)| *n > 0).map(|(word, n)| format!("{n} {word}")).collect();
        if some.is_empty() { String::new() } else { format!(" ({})", some.join(", ")) }
    };
    let relations = kinds(s.relations.iter().map(|(kind, n)| (kind.word(), *n)).collect());
    let stances = kinds(s.attributions.iter().map(|(stance, n)| (stance.word(), *n)).collect());
    report::print(&format!("claims        {}", s.claims))?;
    report::print(&format!("relations     {}{relations}", s.relations.values().sum::<usize>()))?;
    report::print(&format!("undercuts     {}", s.undercuts))?;
    report::print(&format!("attributions  {}{stances}", s.attributions.values().sum::<usize>()))?;
    report::print(&format!("speakers      {}", s.speakers))?;
    report::print(&format!("sources       {}", s.sources))?;
    report::print(&format!("components    {}", s.components))?;
    report::print(&format!("depth         {}", s.depth))?;
    Ok(FINE)
}
