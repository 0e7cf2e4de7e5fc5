//! Exporting with everything in its place: what has no placement is laid out first.

use std::time::Instant;

use emath::Pos2;

use crate::base::{TaskCtx, ViewId};
use crate::cli::Failure;
use crate::edit::{self, ops};
use crate::formats::{ExportRequest, Exported, Exporter, ThemeName};
use crate::layout::{self, Scope};
use crate::model::{ArgumentMap, LayoutName};
use crate::render::{self, TextShaper};

/// How a picture should look.
pub(super) struct Look {
    pub(super) theme: ThemeName,
    pub(super) scale: f32,
    /// Lay everything out afresh instead of keeping the map's placements.
    pub(super) layout: Option<LayoutName>,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: ThemeName::Light, scale: 1.0, layout: None }
    }
}

/// The same seed everywhere, so that the same map gives the same picture.
pub(super) const SEED: u64 = 1;

/// The layout of that name, for clap.
pub(super) fn layout_name(text: &str) -> Result<LayoutName, String> {
    let known = || layout::LAYOUTS.iter().map(|l| l.name().word()).collect::<Vec<_>>().join(", ");
    LayoutName::ALL.iter().copied().find(|l| l.word() == text).ok_or_else(|| format!("known layouts: {}", known()))
}

/// Exports a map; a picture is laid out where the map has no placements.
pub(super) fn export(exporter: &dyn Exporter, mut map: ArgumentMap, look: &Look, ctx: &TaskCtx) -> Result<Exported, Failure> {
    if exporter.is_picture() {
        let scope = if look.layout.is_some() { Scope::Everything } else { Scope::Unplaced };
        let name = look.layout.or(map.views().get(&ViewId::main()).map(|v| v.layout)).unwrap_or(LayoutName::Auto);
        map = lay_out(map, name, scope, SEED, ctx)?.map;
    }
    let request = ExportRequest { map: &map, view: ViewId::main(), theme: look.theme, scale: look.scale };
    exporter.export(&request, ctx).map_err(Failure::refused)
}

/// A map with placements, and what the layout said.
pub(super) struct LaidOut {
    pub(super) map: ArgumentMap,
    /// Centres of the claims' boxes, in the order of their ids.
    pub(super) centres: Vec<Pos2>,
    /// How long the layout alone took.
    pub(super) seconds: f64,
}

/// Lays a map out and writes the placements into its main view.
pub(super) fn lay_out(mut map: ArgumentMap, name: LayoutName, scope: Scope, seed: u64, ctx: &TaskCtx) -> Result<LaidOut, Failure> {
    let mut shaper = TextShaper::new();
    let todo = layout::request::of_map(&map, ViewId::main(), scope, seed, &mut |node| render::size_of(&map, node, &mut shaper));
    let start = Instant::now();
    let mut centres = layout::layout(name).run(&todo.request, ctx, &mut |_| {}).map_err(Failure::environment)?;
    let seconds = start.elapsed().as_secs_f64();
    let placements = todo.placements(&centres);
    if !placements.is_empty() {
        let transaction = ops::place(&map, ViewId::main(), &placements).map_err(Failure::environment)?;
        edit::apply(&mut map, &transaction).map_err(Failure::environment)?;
    }
    centres.truncate(map.claims().count());
    Ok(LaidOut { map, centres, seconds })
}
