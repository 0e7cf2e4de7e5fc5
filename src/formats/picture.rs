//! What all pictures have in common.

use crate::formats::ExportRequest;
use crate::render::{Scene, TextShaper, Theme, scene as render_scene};

/// The view that is asked for.
pub(super) fn scene(request: &ExportRequest<'_>) -> Scene {
    render_scene(request.map, request.view, Theme { name: request.theme }, &mut TextShaper::new())
}
