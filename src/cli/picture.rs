//! Exporting with everything in its place: what has no placement is laid out first.

use std::collections::BTreeSet;
use std::time::Instant;

use emath::Pos2;

use crate::analysis::safe_copy;
use crate::analysis::shown::{Filter, Hiding, Shown, shown};
use crate::base::{TaskCtx, ViewId};
use crate::cli::Failure;
use crate::edit::{self, ops};
use crate::formats::{ExportOptions, ExportRequest, Exporter, Portion, Scope};
use crate::layout;
use crate::model::{ArgumentMap, LayoutName, Side};
use crate::render::{self, TextShaper};

/// The same seed everywhere, so that the same map gives the same picture.
pub(super) const SEED: u64 = 1;

/// How far an export is, once everything has its place.
pub(super) const LAID_OUT: f32 = 0.3;

/// The layout of that name, for clap.
pub(super) fn layout_name(text: &str) -> Result<LayoutName, String> {
    let known = || layout::LAYOUTS.iter().map(|l| l.name().word()).collect::<Vec<_>>().join(", ");
    LayoutName::ALL.iter().copied().find(|l| l.word() == text).ok_or_else(|| format!("known layouts: {}", known()))
}

/// The side of that name, for clap.
pub(super) fn side(text: &str) -> Result<Side, String> {
    let known = || Side::ALL.iter().map(|side| side.word()).collect::<Vec<_>>().join(", ");
    Side::ALL.iter().copied().find(|side| side.word() == text).ok_or_else(|| format!("known sides: {}", known()))
}

/// How and what to export.
#[derive(Default)]
pub(super) struct Order {
    pub(super) options: ExportOptions,
    pub(super) scope: Scope,
    /// Lay everything out afresh instead of keeping the map's placements.
    pub(super) layout: Option<LayoutName>,
    /// Replace what is confidential.
    pub(super) safe: bool,
}

/// What an exporter would be asked for: a part of a map, laid out where a picture of it has no placements.
pub(super) struct Prepared {
    map: ArgumentMap,
    shown: Option<Shown>,
    options: ExportOptions,
    /// How many claims the scope leaves out.
    pub(super) left_out: usize,
}

impl Prepared {
    pub(super) fn of(exporter: &dyn Exporter, map: ArgumentMap, order: &Order, ctx: &TaskCtx) -> Result<Self, Failure> {
        let map = if order.safe { safe_copy(&map) } else { map };
        let folds = map.views().get(&ViewId::main()).map(|view| view.folds.clone()).unwrap_or_default();
        let hiding = Hiding { folds: &folds, focus: None, filter: &Filter::default(), also: &BTreeSet::new() };
        let shown = if order.scope == Scope::Shown { shown(&map, hiding) } else { Shown::default() };
        let portion = Portion::of(&map, &order.scope, &shown, exporter);
        let mut map = portion.map().clone();
        if exporter.is_picture() {
            let scope = if order.layout.is_some() { layout::Scope::Everything } else { layout::Scope::Unplaced };
            let name = order.layout.or(map.views().get(&ViewId::main()).map(|v| v.layout)).unwrap_or(LayoutName::Auto);
            map = lay_out(map, (name, None), scope, SEED, ctx)?.map;
        }
        let hidden = portion.request(ViewId::main(), order.options).shown.cloned();
        Ok(Self { map, shown: hidden, options: order.options, left_out: portion.left_out() })
    }

    pub(super) fn request(&self) -> ExportRequest<'_> {
        ExportRequest { map: &self.map, view: ViewId::main(), shown: self.shown.as_ref(), traced: None, options: self.options }
    }
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
pub(super) fn lay_out(
    mut map: ArgumentMap,
    (name, side): (LayoutName, Option<Side>),
    scope: layout::Scope,
    seed: u64,
    ctx: &TaskCtx,
) -> Result<LaidOut, Failure> {
    let mut shaper = TextShaper::new();
    let mut todo = layout::request::of_map(&map, ViewId::main(), scope, seed, &mut |node| render::size_of(&map, node, &mut shaper));
    todo.request.side = side.unwrap_or(todo.request.side);
    let start = Instant::now();
    let mut centres = layout::layout(name).run(&todo.request, ctx, &mut |_| {}).map_err(Failure::environment)?;
    let seconds = start.elapsed().as_secs_f64();
    let placements = todo.placements(&centres);
    if !placements.is_empty() {
        let transaction = ops::lay_out(&map, ViewId::main(), (name, todo.request.side), &placements).map_err(Failure::environment)?;
        edit::apply(&mut map, &transaction).map_err(Failure::environment)?;
    }
    centres.truncate(map.claims().count());
    Ok(LaidOut { map, centres, seconds })
}
