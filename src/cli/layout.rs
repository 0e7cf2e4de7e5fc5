//! `elenchus layout FILE`

use std::path::PathBuf;
use std::time::Instant;

use clap::Args as ClapArgs;

use crate::base::TaskCtx;
use crate::cli::picture::{self, SEED};
use crate::cli::{FINE, Failure, report};
use crate::formats::ExportRequest;
use crate::formats::plain_graph::{self, PlainGraph};
use crate::io::{self, IoError};
use crate::layout::{self, Layered, LayoutRequest, Scope};
use crate::model::{LayoutName, Side};

#[derive(Debug, ClapArgs)]
#[command(after_help = "FILE is a map in any format that is read, or a plain graph: GraphML, or JSON\n\
                  {\"nodes\":[{\"id\",\"w\",\"h\"}],\"edges\":[{\"source\",\"target\",\"kind\"}]}.\n\
                  POS.json is {\"x\":[…],\"y\":[…],\"units\":\"px\",\"layout_s\":seconds}: box centres in node order, y down;\n\
                  of a plain graph in layers also \"lines\":[[[x,y],…],…], the bends of its edges in their order.\n\
                  Without -o and --positions the positions go to stdout.")]
pub struct Args {
    /// The map or plain graph to lay out.
    file: PathBuf,
    /// The layout: force, layered, tree, timeline (by date), speakers (a lane for each); auto takes what suits the map.
    #[arg(long, value_name = "NAME", default_value = "auto", value_parser = picture::layout_name)]
    algorithm: LayoutName,
    /// The side of their targets on which reasons are to stand: below, above, left or right.
    #[arg(long, value_name = "SIDE", value_parser = picture::side)]
    reasons: Option<Side>,
    /// Seed of all randomness: the same seed gives the same picture.
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
    /// Write the map with its new placements.
    #[arg(short, long, value_name = "OUT.ron")]
    output: Option<PathBuf>,
    /// Write the centres of the boxes.
    #[arg(long, value_name = "POS.json")]
    positions: Option<PathBuf>,
    /// Force the format of FILE (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let ctx = TaskCtx::new();
    let graph = match &args.output {
        // A map is wanted back, so a plain graph is read as one.
        Some(_) => None,
        None => plain_graph(args)?,
    };
    let (centres, lines, seconds) = match graph {
        Some(graph) => {
            let request = LayoutRequest { side: args.reasons.unwrap_or_default(), ..graph.request(args.seed) };
            let start = Instant::now();
            let centres = layout::layout(args.algorithm).run(&request, &ctx, &mut |_| {}).map_err(Failure::environment)?;
            let seconds = start.elapsed().as_secs_f64();
            // The other layouts leave it to whoever draws them where lines run.
            let lines = (args.algorithm == LayoutName::Layered).then(|| Layered.lines(&request, &centres));
            (centres, lines, seconds)
        }
        None => {
            let opened = report::open(&args.file, args.from.as_deref())?;
            let done = picture::lay_out(opened.map, (args.algorithm, args.reasons), Scope::Everything, args.seed, &ctx)?;
            if let Some(output) = &args.output {
                let exporter = report::exporter_for(output)?;
                let exported = exporter.export(&ExportRequest::new(&done.map), &ctx).map_err(Failure::refused)?;
                report::save(output, &exported.bytes)?;
            }
            (done.centres, None, done.seconds)
        }
    };
    let json = plain_graph::positions_json(&centres, lines.as_deref(), seconds);
    match &args.positions {
        Some(path) => report::write(path, json.as_bytes())?,
        None if args.output.is_none() => report::print(json.trim_end())?,
        None => {}
    }
    Ok(FINE)
}

/// The file as a plain graph, where it is one and is not forced to be something else.
fn plain_graph(args: &Args) -> Result<Option<PlainGraph>, Failure> {
    if args.from.is_some() {
        return Ok(None);
    }
    let bytes = io::read(&args.file, &TaskCtx::new())?;
    plain_graph::read_any(&bytes, &TaskCtx::new()).map_err(|error| IoError::Import { path: args.file.clone(), error }.into())
}
