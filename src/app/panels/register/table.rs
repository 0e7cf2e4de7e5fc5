//! The rows of a register: one is current, any number are marked.

use std::collections::BTreeSet;

use egui::{Align, Button, EventFilter, Id, Key, Label, Layout, Modifiers, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::RegisterPanel;
use crate::app::icons::{self, Icon};
use crate::app::panels::Desk;
use crate::app::theme::{Palette, SMALL, UNIT, bold};
use crate::editor::{Action, Command};
use crate::tr;

/// Height of a row.
const ROW: f32 = 7.0 * UNIT;
/// A column narrower than this, as a share of what it wants, says nothing any more.
const LEAST_SHARE: f32 = 0.6;

/// The widths of the columns where they share that room; 0 for those that find none. Numbers keep theirs, and the first column and the
/// numbers are always there.
fn widths(columns: &[super::Column], room: f32) -> Vec<f32> {
    let mut shown: Vec<bool> = vec![true; columns.len()];
    loop {
        let wanted = |numbers: bool| -> f32 {
            let each = columns.iter().zip(&shown).filter(|(column, shown)| **shown && column.number == numbers);
            each.map(|(column, _)| column.width).sum()
        };
        let share = ((room - wanted(true)) / wanted(false).max(1.0)).max(0.0);
        let last = (1..columns.len()).rev().find(|i| shown[*i] && !columns[*i].number);
        match last.filter(|_| share < LEAST_SHARE) {
            Some(last) => shown[last] = false,
            None => {
                let width = |(column, shown): (&super::Column, &bool)| match (shown, column.number) {
                    (false, _) => 0.0,
                    (true, true) => column.width,
                    (true, false) => (column.width * share).max(UNIT),
                };
                return columns.iter().zip(&shown).map(width).collect();
            }
        }
    }
}

impl RegisterPanel {
    /// Draws the table and lets it be used.
    pub(super) fn table(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let palette = Palette::of(ui.visuals());
        let rect = ui.max_rect();
        // The table itself has the keyboard, wherever its rows are scrolled to.
        let id = Id::unique(("register", self.spec.action.info().id));
        let holder = ui.interact(rect, id, Sense::focusable_noninteractive());
        holder.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.spec.action.title()));
        if std::mem::take(&mut self.wants_focus) {
            holder.request_focus();
        }
        if holder.gained_focus() && self.current.is_none() {
            self.current = self.lines.first().map(|line| line.entry);
        }
        self.has_focus = holder.has_focus();
        if self.has_focus {
            let filter = EventFilter { horizontal_arrows: false, vertical_arrows: true, escape: false, tab: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
            self.use_keys(ui, rect, desk);
        }
        if self.lines.is_empty() {
            let text = if self.filter.trim().is_empty() { (self.spec.empty)() } else { tr!("register-no-match") };
            ui.add_space(2.0 * UNIT);
            ui.label(RichText::new(text).color(palette.weak));
            return;
        }
        ui.spacing_mut().item_spacing = vec2(UNIT, 0.0);
        self.body(ui, &holder, desk);
    }

    fn body(&mut self, ui: &mut Ui, holder: &Response, desk: &mut Desk<'_>) {
        // Rows are used with the pointer by cells, which are no stops of the Tab key.
        let room = ui.available_width();
        let mut builder = TableBuilder::new(ui).id_salt(holder.id).sense(Sense::CLICK).auto_shrink(false);
        self.widths = widths(self.spec.columns, room - UNIT * self.spec.columns.len() as f32);
        for width in self.widths.iter().filter(|width| **width > 0.0) {
            builder = builder.column(Column::exact(*width).clip(true));
        }
        if std::mem::take(&mut self.scrolls)
            && let Some(row) = self.current.and_then(|entry| self.line_of(entry))
        {
            builder = builder.scroll_to_row(row, None);
        }
        let table = builder.cell_layout(Layout::left_to_right(Align::Center)).header(ROW, |mut header| self.header(&mut header));
        let mut clicked = None;
        table.body(|body| {
            body.rows(ROW, self.lines.len(), |mut row| {
                let index = row.index();
                if let Some(response) = self.row(&mut row, index, holder, desk) {
                    clicked = Some((index, response));
                }
            });
        });
        if let Some((index, response)) = clicked {
            self.click(index, &response, holder, desk);
        }
    }

    /// The headings; a click sorts, another one sorts backwards.
    fn header(&mut self, header: &mut TableRow<'_, '_>) {
        for (i, column) in self.spec.columns.iter().enumerate().filter(|(i, _)| self.widths.get(*i).is_some_and(|width| *width > 0.0)) {
            header.col(|ui| {
                let palette = Palette::of(ui.visuals());
                let (by, backwards) = self.sort;
                let text = RichText::new((column.title)()).size(SMALL).family(bold()).color(palette.weak);
                ui.spacing_mut().button_padding = vec2(UNIT, 0.0);
                let button = ui.add(Button::new(text).frame_when_inactive(false));
                if by == i {
                    let icon = if backwards == column.number { Icon::ArrowUp } else { Icon::ArrowDown };
                    ui.label(RichText::new(icons::text(icon)).size(SMALL).color(palette.weak));
                }
                let name = tr!("register-sort", column = (column.title)());
                if button.accessible_name(name).clicked() {
                    self.sort = (i, by == i && !backwards);
                    self.scrolls = true;
                }
            });
        }
    }

    /// Draws a row; its response where it was clicked.
    fn row(&self, row: &mut TableRow<'_, '_>, index: usize, holder: &Response, desk: &mut Desk<'_>) -> Option<Response> {
        let line = self.lines.get(index)?;
        let marked = self.marked.contains(&line.entry);
        let is_current = self.current == Some(line.entry);
        row.set_selected(marked);
        let mut ring = None;
        let cells = line.cells.iter().zip(self.spec.columns).enumerate();
        for (i, (cell, column)) in cells.filter(|(i, _)| self.widths.get(*i).is_some_and(|width| *width > 0.0)) {
            let (rect, _) = row.col(|ui| {
                let palette = Palette::of(ui.visuals());
                let color = if i == 0 { palette.text } else { palette.weak };
                let text = RichText::new(cell.as_str()).color(color);
                ui.add_space(UNIT);
                if column.number {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.label(text));
                } else {
                    ui.add(Label::new(text).truncate().selectable(false));
                }
                if is_current && self.has_focus {
                    ring = Some((ui.painter().clone(), palette.accent));
                }
            });
            if let Some((painter, accent)) = ring.take().filter(|_| i == 0) {
                let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
                painter.rect(bar, 1.0, accent, Stroke::NONE, StrokeKind::Inside);
            }
        }
        let response = row.response();
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, marked, line.cells.join(", ")));
        holder.ctx.accesskit_node_builder(response.id, |node| {
            node.clear_toggled();
            node.set_selected(marked);
        });
        if is_current {
            let row_id = response.id;
            holder.ctx.accesskit_node_builder(holder.id, |node| node.set_active_descendant(row_id.accesskit_id()));
        }
        response.context_menu(|ui| {
            if ui.button(tr!("register-where-used")).clicked() {
                self.show_uses(desk);
            }
            if ui.button(tr!("register-delete")).clicked() {
                desk.queue.push(Command::DeleteEntry(line.entry));
            }
        });
        (response.clicked() || response.secondary_clicked()).then_some(response)
    }

    fn click(&mut self, index: usize, response: &Response, holder: &Response, desk: &mut Desk<'_>) {
        let Some(entry) = self.lines.get(index).map(|line| line.entry) else { return };
        let modifiers = response.ctx.input(|i| i.modifiers);
        holder.request_focus();
        if response.secondary_clicked() && self.marked.contains(&entry) {
            return;
        }
        if modifiers.command {
            if !self.marked.remove(&entry) {
                self.marked.insert(entry);
            }
        } else if modifiers.shift {
            self.mark_to(index);
        } else {
            self.marked = BTreeSet::from([entry]);
            desk.queue.push(Command::SelectEntry(entry));
        }
        self.current = Some(entry);
        if response.double_clicked() {
            desk.asked.panel = Some(Action::ShowInspector);
        }
    }

    /// Marks everything from the current row to another one.
    fn mark_to(&mut self, index: usize) {
        let from = self.current.and_then(|entry| self.line_of(entry)).unwrap_or(index);
        let range = from.min(index)..=from.max(index);
        self.marked.extend(self.lines.iter().enumerate().filter(|(i, _)| range.contains(i)).map(|(_, line)| line.entry));
    }

    /// Up and down walk, Shift marks on the way, Space marks, Enter opens.
    fn use_keys(&mut self, ui: &Ui, rect: Rect, desk: &mut Desk<'_>) {
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|i| i.count_and_consume_key(modifiers, key)) as isize;
        let last = self.lines.len().saturating_sub(1);
        let now = self.current.and_then(|entry| self.line_of(entry)).unwrap_or(0);
        let page = ((rect.height() / ROW) as isize - 2).max(1);
        let extended = pressed(Modifiers::SHIFT, Key::ArrowDown) - pressed(Modifiers::SHIFT, Key::ArrowUp);
        let mut steps = pressed(Modifiers::NONE, Key::ArrowDown) - pressed(Modifiers::NONE, Key::ArrowUp);
        steps += page * (pressed(Modifiers::NONE, Key::PageDown) - pressed(Modifiers::NONE, Key::PageUp));
        let mut to = now.saturating_add_signed(steps + extended).min(last);
        if pressed(Modifiers::NONE, Key::Home) > 0 {
            to = 0;
        }
        if pressed(Modifiers::NONE, Key::End) > 0 {
            to = last;
        }
        let Some(entry) = self.lines.get(to).map(|line| line.entry) else { return };
        if extended != 0 {
            self.mark_to(to);
        } else if to != now {
            self.marked = BTreeSet::from([entry]);
            desk.queue.push(Command::SelectEntry(entry));
        }
        if to != now {
            self.current = Some(entry);
            self.scrolls = true;
        }
        if pressed(Modifiers::NONE, Key::Space) > 0 && !self.marked.remove(&entry) {
            self.marked.insert(entry);
        }
        if pressed(Modifiers::NONE, Key::Enter) > 0 {
            self.marked.insert(entry);
            desk.queue.push(Command::SelectEntry(entry));
            desk.asked.panel = Some(Action::ShowInspector);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room_there_is() {
        let column = |width, number| super::super::Column { title: || "", width, number };
        let columns = [column(200.0, false), column(100.0, false), column(100.0, false), column(60.0, true)];
        for (room, wanted) in [
            (860.0, [400.0, 200.0, 200.0, 60.0]),
            (300.0, [120.0, 60.0, 60.0, 60.0]),
            (270.0, [140.0, 70.0, 0.0, 60.0]),
            (160.0, [100.0, 0.0, 0.0, 60.0]),
        ] {
            let widths: Vec<f32> = widths(&columns, room).into_iter().map(f32::round).collect();
            assert_eq!(widths, wanted, "{room}");
        }
        assert!(widths(&columns, 20.0).iter().sum::<f32>() > 0.0);
    }
}
