//! The history: every step with its name, the present state marked, what was undone below it. A click travels there.

use egui::{Align2, EventFilter, FontId, Id, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};
use egui::{pos2, vec2};

use super::{Desk, Panel};
use crate::app::theme::{BODY, Palette, SMALL, UNIT};
use crate::editor::{Action, Command, Editor};
use crate::tr;

/// Height of a row.
const ROW: f32 = 7.0 * UNIT;

/// The panel.
#[derive(Default)]
pub(crate) struct HistoryPanel {
    wants_focus: bool,
    /// The row that had the keyboard in the last frame.
    focused: Option<usize>,
    /// The state that was last scrolled to.
    shown: Option<(usize, usize)>,
}

impl Panel for HistoryPanel {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let builder = UiBuilder::new().accessibility_label(Action::ShowHistory.title()).accessibility_role(Role::ListBox);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            ScrollArea::vertical().auto_shrink(false).id_salt("history").show_viewport(ui, |ui, viewport| self.rows(ui, viewport, desk));
        });
    }

    /// The present state gets it.
    fn take_keyboard(&mut self) {
        self.wants_focus = true;
        self.shown = None;
    }

    fn put_away(&mut self) {
        self.focused = None;
        self.wants_focus = false;
    }

    fn has_keyboard(&self) -> bool {
        self.focused.is_some() || self.wants_focus
    }
}

impl HistoryPanel {
    /// The rows in sight and that of the present state, which holds the keyboard. Row 0 is the state before all steps.
    fn rows(&mut self, ui: &mut Ui, viewport: Rect, desk: &mut Desk<'_>) {
        let (now, all) = desk.editor.history_steps();
        let whole = ui.max_rect();
        ui.set_height(ROW * (all + 1) as f32 + 2.0 * UNIT);
        let place = |row: usize| Rect::from_min_size(pos2(whole.left(), whole.top() + UNIT + row as f32 * ROW), vec2(whole.width(), ROW));
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        let last = ((viewport.bottom() / ROW).ceil().max(0.0) as usize).min(all + 1);
        if self.shown != Some((now, all)) {
            self.shown = Some((now, all));
            ui.scroll_to_rect(place(now), None);
        }
        // Who travels takes the keyboard along.
        let follows = self.focused.is_some_and(|row| row != now);
        let takes_keyboard = std::mem::take(&mut self.wants_focus) || follows;
        self.focused = None;
        for row in (first..last).chain((!(first..last).contains(&now)).then_some(now)) {
            if self.row(ui, row, place(row), takes_keyboard, desk) {
                self.focused = Some(row);
            }
        }
        if self.focused.is_some() {
            use_keys(ui, now, all, (viewport.height() / ROW) as usize, desk);
        }
    }

    /// Draws a state and lets it be travelled to; whether it has the keyboard.
    fn row(&mut self, ui: &Ui, row: usize, rect: Rect, takes_keyboard: bool, desk: &mut Desk<'_>) -> bool {
        let (now, _) = desk.editor.history_steps();
        let is_now = row == now;
        // Only the present state can be reached by Tab: the arrows travel from state to state.
        let response = ui.interact(rect, Id::unique(("history", row)), if is_now { Sense::click() } else { Sense::CLICK });
        let title = title(desk.editor, row);
        response.widget_info(|| {
            let name = match () {
                () if is_now => tr!("history-now", step = title),
                () if row > now => tr!("history-undone", step = title),
                () => title.to_owned(),
            };
            WidgetInfo::selected(Role::ListBoxOption, true, is_now, name)
        });
        if is_now && takes_keyboard {
            response.request_focus();
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: false, vertical_arrows: true, escape: false, tab: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        }
        if response.clicked() {
            desk.queue.push(Command::TravelTo(row));
            self.wants_focus = true;
        }
        if ui.is_rect_visible(rect) {
            draw(ui, rect, &response, title, row, desk.editor);
        }
        response.has_focus()
    }
}

/// Up and down travel; Home and End to the first and the last state.
fn use_keys(ui: &Ui, now: usize, all: usize, page: usize, desk: &mut Desk<'_>) {
    let pressed = |key: Key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key)) as isize;
    let steps = pressed(Key::ArrowDown) - pressed(Key::ArrowUp) + page.max(1) as isize * (pressed(Key::PageDown) - pressed(Key::PageUp));
    let mut to = now.saturating_add_signed(steps).min(all);
    if pressed(Key::Home) > 0 {
        to = 0;
    }
    if pressed(Key::End) > 0 {
        to = all;
    }
    if to != now {
        desk.queue.push(Command::TravelTo(to));
    }
}

fn title(editor: &Editor, row: usize) -> &str {
    match row.checked_sub(1) {
        None => tr!("history-begin"),
        Some(step) => editor.history_label(step).unwrap_or_default(),
    }
}

fn draw(ui: &Ui, rect: Rect, response: &egui::Response, title: &str, row: usize, editor: &Editor) {
    let palette = Palette::of(ui.visuals());
    let (now, all) = editor.history_steps();
    let ground = rect.shrink2(vec2(UNIT, 1.0));
    if row == now {
        ui.painter().rect_filled(ground, 6.0, palette.accent_wash);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, 6.0, palette.button.gamma_multiply(0.6));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(ground, 6.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    }
    // A line of states, hollow where they were undone.
    let at = pos2(rect.left() + 5.0 * UNIT, rect.center().y);
    let line = Stroke::new(1.0, palette.line);
    if row > 0 {
        ui.painter().vline(at.x, rect.top()..=at.y - UNIT, line);
    }
    if row < all {
        ui.painter().vline(at.x, at.y + UNIT..=rect.bottom(), line);
    }
    let color = if row > now { palette.weak.gamma_multiply(0.75) } else { palette.text };
    match row.cmp(&now) {
        std::cmp::Ordering::Less => drop(ui.painter().circle_filled(at, 2.5, palette.weak)),
        std::cmp::Ordering::Equal => drop(ui.painter().circle_filled(at, 4.0, palette.accent)),
        std::cmp::Ordering::Greater => drop(ui.painter().circle_stroke(at, 2.5, Stroke::new(1.0, palette.weak))),
    }
    let mut right = rect.right() - 3.0 * UNIT;
    if editor.history_saved() == Some(row) && editor.path().is_some() {
        let text =
            ui.painter().text(pos2(right, at.y), Align2::RIGHT_CENTER, tr!("history-saved"), FontId::proportional(SMALL), palette.weak);
        right = text.left() - 2.0 * UNIT;
    }
    let left = rect.left() + 9.0 * UNIT;
    let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), FontId::proportional(BODY), color);
    job.wrap = egui::text::TextWrapping::truncate_at_width((right - left).max(0.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(pos2(left, at.y - galley.size().y / 2.0), galley, color);
}
