//! `elenchus export FILE OUT`

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::base::TaskCtx;
use crate::cli::picture::{self, Look};
use crate::cli::{FINE, Failure, report};
use crate::formats::ThemeName;
use crate::model::LayoutName;

#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The map to draw, in any format that is read.
    file: PathBuf,
    /// The picture: OUT.svg or OUT.png.
    #[arg(value_name = "OUT")]
    output: PathBuf,
    /// The colours.
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    theme: Theme,
    /// Pixels per point, for PNG.
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale)]
    scale: f32,
    /// Lay the map out afresh instead of keeping its placements.
    #[arg(long, value_name = "NAME", value_parser = picture::layout_name)]
    layout: Option<LayoutName>,
    /// Force the format of FILE (see `elenchus formats`).
    #[arg(long, value_name = "FORMAT")]
    from: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Theme {
    Light,
    Dark,
    ContrastLight,
    ContrastDark,
}

fn scale(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(n) if (0.1..=16.0).contains(&n) => Ok(n),
        _ => Err("a number from 0.1 to 16 is wanted".to_owned()),
    }
}

pub(super) fn run(args: &Args) -> Result<u8, Failure> {
    let exporter = report::exporter(&args.output, None)?;
    if !exporter.is_picture() {
        return Err(Failure::environment(format!("{} is no picture; to change the format use: elenchus convert", args.output.display())));
    }
    let opened = report::open(&args.file, args.from.as_deref())?;
    let theme = match args.theme {
        Theme::Light => ThemeName::Light,
        Theme::Dark => ThemeName::Dark,
        Theme::ContrastLight => ThemeName::ContrastLight,
        Theme::ContrastDark => ThemeName::ContrastDark,
    };
    let look = Look { theme, scale: args.scale, layout: args.layout };
    let exported = picture::export(exporter, opened.map, &look, &TaskCtx::new())?;
    report::write(&args.output, &exported.bytes)?;
    Ok(FINE)
}
