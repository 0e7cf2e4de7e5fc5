//! From a map to an Argdown file that says the same, and what it does not say.

mod escape;
mod plan;
mod write;

use crate::base::{Cancelled, TaskCtx};
use crate::formats::Loss;
use crate::model::ArgumentMap;

/// The file, and what of the map it does not hold.
pub(super) fn export(map: &ArgumentMap, ctx: &TaskCtx) -> Result<(String, Vec<Loss>), Cancelled> {
    let (text, lost) = write::write(map, ctx)?;
    Ok((text, lost.into_losses()))
}
