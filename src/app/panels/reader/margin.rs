//! The margin beside the page: who says what is marked there. It is there where the panel is wide enough for both.

use egui::text::{LayoutJob, TextWrapping};
use egui::{FontId, Ui, pos2};

use crate::app::theme::{Palette, SMALL, UNIT};

/// Its width.
const WIDTH: f32 = 26.0 * UNIT;
/// A page of this width leaves room for it.
const FROM: f32 = 130.0 * UNIT;

/// What it takes of a page of that width.
pub(super) fn width(page: f32) -> f32 {
    if page >= FROM { WIDTH } else { 0.0 }
}

/// The margin of one frame, filled from above.
pub(super) struct Margin {
    left: f32,
    /// Where the last name ends.
    bottom: f32,
    last: String,
}

impl Margin {
    /// A margin that begins there.
    pub(super) fn new(left: f32) -> Self {
        Self { left: left + 3.0 * UNIT, bottom: f32::NEG_INFINITY, last: String::new() }
    }

    /// Writes a name beside a line; below the one before where both would meet, unless it would be far from its line then.
    pub(super) fn name(&mut self, ui: &Ui, y: f32, name: &str) {
        let at = y.max(self.bottom);
        if name.is_empty() || at > y + 8.0 * UNIT || (at > y && name == self.last) {
            return;
        }
        let color = Palette::of(ui.visuals()).weak;
        let mut job = LayoutJob::simple_singleline(name.to_owned(), FontId::proportional(SMALL), color);
        job.wrap = TextWrapping::truncate_at_width(WIDTH - 4.0 * UNIT);
        let galley = ui.painter().layout_job(job);
        self.bottom = at + galley.size().y;
        self.last = name.to_owned();
        ui.painter().galley(pos2(self.left, at), galley, color);
    }
}
