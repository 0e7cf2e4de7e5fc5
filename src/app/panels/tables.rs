//! Who blames whom, and who agrees with whom: tables that are sorted by a click on a heading and filtered by what is typed. A click on a
//! row goes to the claim or to what was said.

use egui::{
    Align, Align2, Button, Label, Layout, Margin, Rect, RichText, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};

use super::{Desk, Panel};
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, SMALL, UNIT, bold};
use crate::editor::{Command, Editor};
use crate::formats::Exporter;
use crate::formats::stances::{BLAME_CSV, STANCES_CSV};
use crate::provenance::tables::{Row, Table};
use crate::tr;

/// Height of a row.
const ROW: f32 = 7.0 * UNIT;
/// Width of a column of dates.
const DATE: f32 = 31.0 * UNIT;
/// Width of the filter.
const FILTER: f32 = 48.0 * UNIT;

/// What the rows were made from.
#[derive(Clone, PartialEq, Eq)]
struct Made {
    revision: u64,
    filter: String,
    table: Table,
    sort: (usize, bool),
}

/// The panel.
pub(crate) struct TablesPanel {
    table: Table,
    /// Somebody chose it; else it is one that has rows.
    chosen: bool,
    filter: String,
    /// The column that is sorted by, and whether backwards.
    sort: (usize, bool),
    made: Option<Made>,
    rows: Vec<Row>,
    /// The columns that say something in one of the rows.
    shown: Vec<usize>,
    wants_focus: bool,
}

impl Default for TablesPanel {
    fn default() -> Self {
        Self {
            table: Table::Blame,
            chosen: false,
            filter: String::new(),
            sort: (0, false),
            made: None,
            rows: Vec::new(),
            shown: Vec::new(),
            wants_focus: false,
        }
    }
}

impl Panel for TablesPanel {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        self.update(desk.editor);
        let whole = ui.max_rect() - Margin { left: 12, right: 8, top: 4, bottom: 4 };
        let mut head = ui.new_child(UiBuilder::new().max_rect(whole));
        head.shrink_clip_rect(whole);
        self.head(&mut head, desk);
        let table = Rect::from_min_max(pos2(whole.left(), head.min_rect().bottom() + UNIT), whole.max);
        let mut table_ui = ui.new_child(UiBuilder::new().max_rect(table));
        table_ui.shrink_clip_rect(table);
        ScrollArea::horizontal().id_salt(("tables across", self.table.title())).auto_shrink(false).show(&mut table_ui, |ui| {
            self.body(ui, desk);
        });
    }

    /// The filter gets it.
    fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }
}

impl TablesPanel {
    fn update(&mut self, editor: &Editor) {
        if !self.chosen && self.made.as_ref().is_none_or(|made| made.revision != editor.revision()) {
            let has_rows = |table: &&Table| !table.rows(editor.map()).is_empty();
            self.table = Table::ALL.iter().find(has_rows).copied().unwrap_or(Table::Blame);
        }
        let made = Made { revision: editor.revision(), filter: self.filter.clone(), table: self.table, sort: self.sort };
        if self.made.as_ref() == Some(&made) {
            return;
        }
        let wanted = self.filter.trim().to_lowercase();
        let fits = |row: &Row| wanted.is_empty() || row.cells.iter().any(|cell| cell.to_lowercase().contains(&wanted));
        self.rows = self.table.rows(editor.map());
        self.rows.retain(fits);
        let (column, backwards) = self.sort;
        let text = |row: &Row| row.cells.get(column).map(|cell| cell.to_lowercase()).unwrap_or_default();
        self.rows.sort_by_cached_key(text);
        if backwards {
            self.rows.reverse();
        }
        // What says nothing in the column comes last, in either direction.
        self.rows.sort_by_key(|row| row.cells.get(column).is_none_or(String::is_empty));
        let count = self.table.columns().len();
        self.shown = (0..count).filter(|i| self.rows.iter().any(|row| row.cells.get(*i).is_some_and(|cell| !cell.is_empty()))).collect();
        self.made = Some(made);
    }

    /// Which table, the filter, how many rows, the way to a file: in one line, or in two where that is too long.
    fn head(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        ui.horizontal_wrapped(|ui| {
            for table in Table::ALL.iter().copied() {
                if ui.selectable_label(self.table == table, table.title()).clicked() && self.table != table {
                    (self.table, self.chosen) = (table, true);
                    self.sort = (0, false);
                }
            }
            let filter = TextEdit::singleline(&mut self.filter).desired_width(FILTER).hint_text(tr!("register-filter"));
            let filter = filter.min_size(vec2(0.0, icons::SIZE)).align(Align2::LEFT_CENTER);
            let response = ui.add(filter).accessible_name(tr!("register-filter-of", register = self.table.title()));
            if std::mem::take(&mut self.wants_focus) {
                response.request_focus();
            }
            let count = tr!("tables-count", count = self.rows.len());
            ui.add(Label::new(RichText::new(count).size(SMALL).color(Palette::of(ui.visuals()).weak)));
            if !self.rows.is_empty() && icons::button(ui, Icon::Share, tr!("tables-export")).clicked() {
                desk.queue.push(Command::ExportAs(match self.table {
                    Table::Blame => BLAME_CSV.name(),
                    Table::Stances => STANCES_CSV.name(),
                }));
            }
        });
    }

    fn body(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        if self.rows.is_empty() {
            let text = match (self.filter.trim().is_empty(), self.table) {
                (false, _) => tr!("register-no-match"),
                (true, Table::Blame) => tr!("tables-no-blame"),
                (true, Table::Stances) => tr!("tables-no-stances"),
            };
            ui.label(RichText::new(text).color(Palette::of(ui.visuals()).weak));
            return;
        }
        ui.spacing_mut().item_spacing = vec2(UNIT, 0.0);
        let columns = self.table.columns();
        let names = columns.len() - NARROW - 1;
        let of_name = |i: usize| i < names || i + 1 == columns.len();
        let wide_ones = self.shown.iter().filter(|i| of_name(**i)).count().max(1);
        let room = ui.available_width() - self.shown.len() as f32 * UNIT;
        // Dates keep their width; what is left is for the names, and for who takes both sides.
        let dates = (self.shown.len() - wide_ones.min(self.shown.len())) as f32 * DATE;
        // Claims, outcomes and causes are longer than names.
        let weight = |i: usize| if i + 1 < names { 2.0 } else { 1.0 };
        let weights: f32 = self.shown.iter().filter(|i| of_name(**i)).map(|i| weight(*i)).sum();
        let share = ((room - dates) / weights.max(1.0)).max(26.0 * UNIT);
        let wide = |i: usize| weight(i) * share;
        let mut builder = TableBuilder::new(ui).id_salt(("tables", self.table.title())).sense(Sense::click()).auto_shrink(false);
        for i in &self.shown {
            builder = builder.column(Column::exact(if of_name(*i) { wide(*i) } else { DATE }).clip(true));
        }
        let mut clicked = None;
        let table = builder.cell_layout(Layout::left_to_right(Align::Center)).header(ROW, |mut header| {
            for i in self.shown.clone() {
                header.col(|ui| self.heading(ui, i, columns.get(i).copied().unwrap_or_default()));
            }
        });
        table.body(|body| {
            body.rows(ROW, self.rows.len(), |mut row| {
                let index = row.index();
                if self.row(&mut row, index, &columns) {
                    clicked = Some(index);
                }
            });
        });
        if let Some(row) = clicked.and_then(|index| self.rows.get(index)) {
            let nodes = if row.acts.is_empty() { vec![row.claim] } else { row.acts.clone() };
            // The inspector tells of one act; of several the claim.
            let select = if let [act] = nodes.as_slice() { *act } else { row.claim };
            desk.queue.push(Command::GoTo(select));
        }
    }

    fn heading(&mut self, ui: &mut Ui, i: usize, title: &str) {
        let palette = Palette::of(ui.visuals());
        let (by, backwards) = self.sort;
        let text = RichText::new(title).size(SMALL).family(bold()).color(palette.weak);
        ui.spacing_mut().button_padding = vec2(UNIT, 0.0);
        let button = ui.add(Button::new(text).frame_when_inactive(false).truncate());
        if by == i {
            let icon = if backwards { Icon::ArrowUp } else { Icon::ArrowDown };
            ui.label(RichText::new(icons::text(icon)).size(SMALL).color(palette.weak));
        }
        if button.accessible_name(tr!("register-sort", column = title)).clicked() {
            self.sort = (i, by == i && !backwards);
        }
    }

    /// Draws a row; whether it was clicked.
    fn row(&self, row: &mut TableRow<'_, '_>, index: usize, columns: &[&str]) -> bool {
        let Some(line) = self.rows.get(index) else { return false };
        for (i, cell) in line.cells.iter().enumerate().filter(|(i, _)| self.shown.contains(i)) {
            row.col(|ui| {
                let palette = Palette::of(ui.visuals());
                let flagged = line.both_sides && i + 1 == line.cells.len();
                let color = match i {
                    _ if flagged => palette.warn,
                    0 => palette.text,
                    _ => palette.weak,
                };
                let text = if flagged { icons::before(Icon::ArrowLeftRight, cell) } else { cell.clone() };
                ui.add_space(UNIT);
                let label = ui.add(Label::new(RichText::new(text).color(color)).truncate().selectable(false).sense(Sense::hover()));
                if !cell.is_empty() {
                    label.on_hover_text(cell);
                }
            });
        }
        let response = row.response();
        let named = line.cells.iter().zip(columns).filter(|(cell, _)| !cell.is_empty()).map(|(cell, column)| format!("{column}: {cell}"));
        let name = named.collect::<Vec<_>>().join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &name));
        response.clicked()
    }
}

/// The columns of stances, with dates in them.
const NARROW: usize = crate::model::Stance::ALL.len();
