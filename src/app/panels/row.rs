//! A line of a list: icon, name, a detail at the right; never wider than its place, whatever it says.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::icons::{self, Icon};
use crate::app::theme::{BODY, Palette, SMALL, UNIT};

/// What a line shows.
#[derive(Clone, Copy, Default)]
pub(crate) struct Row<'a> {
    pub(crate) icon: Option<Icon>,
    pub(crate) name: &'a str,
    pub(crate) detail: &'a str,
    /// Where the keyboard is in the list.
    pub(crate) current: bool,
    /// Greyed out.
    pub(crate) disabled: bool,
}

impl Row<'_> {
    /// Draws the line over the whole width.
    pub(crate) fn ui(self, ui: &mut Ui) -> Response {
        let width = ui.available_width();
        self.wide(ui, width)
    }

    /// Draws the line in that width.
    pub(crate) fn wide(self, ui: &mut Ui, width: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 7.5 * UNIT), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, !self.disabled, self.name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let palette = Palette::of(ui.visuals());
        let fill = match () {
            () if self.current => palette.accent_wash,
            () if response.hovered() || response.has_focus() => palette.button,
            () => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, 6.0, fill);
        let faded = |color: Color32| if self.disabled { color.gamma_multiply(0.55) } else { color };
        let inner = rect.shrink2(vec2(2.0 * UNIT, 0.0));
        let mut left = inner.left();
        if let Some(icon) = self.icon {
            let galley = line(ui, &icons::text(icon), BODY, faded(palette.weak), inner.width());
            ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.weak);
            left += 6.0 * UNIT;
        }
        let detail = line(ui, self.detail, SMALL, faded(palette.weak), inner.width() * 0.45);
        let right = inner.right() - detail.size().x;
        ui.painter().galley(pos2(right, rect.center().y - detail.size().y / 2.0), detail, palette.weak);
        let gap = if self.detail.is_empty() { 0.0 } else { 2.0 * UNIT };
        let name = line(ui, self.name, BODY, faded(palette.text), (right - gap - left).max(0.0));
        ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, palette.text);
        response
    }
}

/// One line of text that ends in an ellipsis where it does not fit.
fn line(ui: &Ui, text: &str, size: f32, color: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), FontId::proportional(size), color);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
