//! What all pictures have in common.

use crate::analysis::Shown;
use crate::formats::ExportRequest;
use crate::render::{Scene, TextShaper, Theme, scene as render_scene};

/// The view that is asked for, whole.
pub(super) fn scene(request: &ExportRequest<'_>) -> Scene {
    render_scene(request.map, request.view, &Shown::default(), Theme { name: request.theme }, &mut TextShaper::new())
}
