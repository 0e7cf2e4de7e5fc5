//! What all pictures have in common.

use crate::analysis::Shown;
use crate::formats::ExportRequest;
use crate::render::{Scene, TextShaper, Theme, scene as render_scene};

/// What is shown of the view that is asked for.
pub(super) fn scene(request: &ExportRequest<'_>) -> Scene {
    let all = Shown::default();
    let theme = Theme { name: request.options.theme };
    render_scene(request.map, request.view, request.shown.unwrap_or(&all), theme, &mut TextShaper::new())
}
