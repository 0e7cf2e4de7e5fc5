//! Lint of a whole map.

use crate::base::Diagnostic;
use crate::model::ArgumentMap;

/// All findings about a map, in a stable order.
pub fn validate(map: &ArgumentMap) -> Vec<Diagnostic> {
    let _ = map;
    Vec::new()
}
