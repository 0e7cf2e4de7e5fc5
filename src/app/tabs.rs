//! Several maps in one window: each has a tab with all that is its own.

use super::canvas::Canvas;
use super::layouts::Layouts;
use super::panels::inspector::Inspector;
use super::panels::status;
use crate::editor::Editor;

/// What belongs to one open map. What belongs to the window stays in [`super::ElenchusApp`].
#[derive(Default)]
pub(super) struct Tab {
    pub(super) editor: Editor,
    pub(super) canvas: Canvas,
    pub(super) inspector: Inspector,
    pub(super) layouts: Layouts,
    pub(super) facts: status::Facts,
}
