//! `elenchus export FILE OUT`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args as ClapArgs, ValueEnum};

use crate::base::NodeId;
use crate::cli::picture::{self, LAID_OUT, Order, Prepared};
use crate::cli::{FINE, Failure, progress, report};
use crate::formats::{ExportOptions, Page, Profile, Scope, ThemeName};
use crate::model::{ArgumentMap, LayoutName};

#[derive(Debug, ClapArgs)]
#[command(after_help = "What the format of OUT cannot hold is said on stderr.")]
pub struct Args {
    /// The map, in any format that is read.
    file: PathBuf,
    /// What to write, in the format that its ending names (see `elenchus formats`).
    #[arg(value_name = "OUT")]
    output: PathBuf,
    /// What it is for: screen, assignment, article, poster; sets the colours and the page, where they are not given.
    #[arg(long, value_name = "PROFILE", default_value = "screen", value_parser = profile)]
    profile: Profile,
    /// Which part of the map [default: all; with --select what it names, for an article with all that bears on it].
    #[arg(long, value_enum)]
    scope: Option<Part>,
    /// The ids of claims to export.
    #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',')]
    select: Vec<NodeId>,
    /// The colours: light, dark, print, contrast-light, contrast-dark.
    #[arg(long, value_name = "THEME", value_parser = theme)]
    theme: Option<ThemeName>,
    /// The paper, for PDF: A4, A3, Letter, or fit for a page as large as the picture.
    #[arg(long, value_name = "PAGE", value_parser = page)]
    page: Option<Page>,
    /// Pixels per point, for PNG; how much a poster is enlarged.
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale)]
    scale: f32,
    /// Leave out the ground, for SVG and PNG.
    #[arg(long)]
    transparent: bool,
    /// Draw text as outlines, for SVG: needs no fonts, cannot be searched.
    #[arg(long)]
    outlines: bool,
    /// List what the format of OUT cannot hold, and write nothing.
    #[arg(long)]
    losses: bool,
    /// Lay the map out afresh instead of keeping its placements: auto, force, layered, tree, timeline, speakers.
    #[arg(long, value_name = "NAME", value_parser = picture::layout_name)]
    layout: Option<LayoutName>,
    /// Replace confidential speakers and sources, and strike out what names them.
    #[arg(long)]
    safe_copy: bool,
    /// Force the format of FILE (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The whole map.
    All,
    /// The claims of --select and what stands between them.
    Selection,
    /// The claims of --select and all that bears on them.
    Branch,
    /// What the view shows: not what is folded away.
    Shown,
}

fn named<T: Copy>(all: &[T], word: fn(T) -> &'static str, text: &str) -> Result<T, String> {
    let known = || all.iter().map(|known| word(*known)).collect::<Vec<_>>().join(", ");
    all.iter().copied().find(|known| word(*known).eq_ignore_ascii_case(text)).ok_or_else(|| format!("known are {}", known()))
}

fn profile(text: &str) -> Result<Profile, String> {
    named(Profile::ALL, Profile::word, text)
}

fn theme(text: &str) -> Result<ThemeName, String> {
    named(ThemeName::EXPORTED, ThemeName::word, text)
}

fn page(text: &str) -> Result<Page, String> {
    named(Page::ALL, Page::word, text)
}

fn scale(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(n) if (0.1..=16.0).contains(&n) => Ok(n),
        _ => Err("a number from 0.1 to 16 is wanted".to_owned()),
    }
}

impl Args {
    fn order(&self, map: &ArgumentMap) -> Result<Order, Failure> {
        let of_profile = ExportOptions::of(self.profile);
        let options = ExportOptions {
            theme: self.theme.unwrap_or(of_profile.theme),
            page: self.page.unwrap_or(of_profile.page),
            scale: self.scale,
            transparent: self.transparent,
            outlines: self.outlines,
            ..of_profile
        };
        if let Some(missing) = self.select.iter().find(|id| map.node(**id).is_none()) {
            return Err(Failure::environment(format!("--select: there is no {missing} in {}", self.file.display())));
        }
        let nodes: Arc<BTreeSet<NodeId>> = Arc::new(self.select.iter().copied().collect());
        let by_default = match (nodes.is_empty(), self.profile) {
            (true, _) => Part::All,
            (false, Profile::Article) => Part::Branch,
            (false, Profile::Screen | Profile::Assignment | Profile::Poster) => Part::Selection,
        };
        let scope = match self.scope.unwrap_or(by_default) {
            Part::Selection | Part::Branch if nodes.is_empty() => {
                return Err(Failure::environment("--scope: say of what with --select ID…"));
            }
            Part::All => Scope::All,
            Part::Selection => Scope::Selection(nodes),
            Part::Branch => Scope::Branch(nodes),
            Part::Shown => Scope::Shown,
        };
        Ok(Order { options, scope, layout: self.layout, safe: self.safe_copy })
    }
}

/// Whether two names are of one file, which is there.
fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let exporter = report::exporter_for(&args.output)?;
    if !args.losses && is_same(&args.file, &args.output) {
        return Err(Failure::environment(format!("{} is the map itself: give OUT another name", args.output.display())));
    }
    let opened = report::open(&args.file, args.from.as_deref())?;
    let order = args.order(&opened.map)?;
    if args.losses {
        let (losses, left_out) = progress::told(|ctx| {
            let prepared = Prepared::of(exporter, opened.map, &order, &ctx.part(0.0, LAID_OUT))?;
            let losses = exporter.losses(&prepared.request(), &ctx.part(LAID_OUT, 1.0)).map_err(Failure::environment)?;
            Ok::<_, Failure>((losses, prepared.left_out))
        })?;
        for loss in losses {
            report::print(&loss.to_string())?;
        }
        if left_out > 0 {
            report::tell(&format!("elenchus: {left_out} {} not asked for", if left_out == 1 { "claim is" } else { "claims are" }));
        }
        return Ok(FINE);
    }
    let exported = progress::told(|ctx| {
        let prepared = Prepared::of(exporter, opened.map, &order, &ctx.part(0.0, LAID_OUT))?;
        exporter.export(&prepared.request(), &ctx.part(LAID_OUT, 1.0)).map_err(Failure::refused)
    })?;
    report::say_losses(exporter.title(), &exported.losses);
    report::write(&args.output, &exported.bytes)?;
    Ok(FINE)
}
