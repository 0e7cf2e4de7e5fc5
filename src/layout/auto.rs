//! The layout that suits a map: layered for trees and near-trees, force-directed for webs.

use emath::Pos2;

use crate::base::{Cancelled, TaskCtx};
use crate::layout::layered::Layered;
use crate::layout::parts::parts;
use crate::layout::{Force, Layout, LayoutRequest};
use crate::model::LayoutName;

/// Chooses by the links that a map has beyond those of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Auto;

/// With a larger share of such links, layers tangle and distances say more than direction.
const NEAR_TREE: f64 = 0.15;
/// So few boxes are read from the thesis down even with more such links.
const FEW: usize = 40;
const FEW_TREE: f64 = 0.5;

impl Layout for Auto {
    fn name(&self) -> LayoutName {
        LayoutName::Auto
    }

    fn run(&self, request: &LayoutRequest, ctx: &TaskCtx, on_step: &mut dyn FnMut(&[Pos2])) -> Result<Vec<Pos2>, Cancelled> {
        ctx.checkpoint(0, 1)?;
        let extra: usize = parts(request).iter().map(|part| part.extra_links()).sum();
        let count = request.bodies.len();
        let most = if count <= FEW { FEW_TREE } else { NEAR_TREE };
        if extra as f64 <= most * count as f64 { Layered.run(request, ctx, on_step) } else { Force.run(request, ctx, on_step) }
    }
}
