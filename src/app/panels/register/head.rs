//! What stands over the table: the filter, and what can be done with the marked entries.

use egui::{Button, RichText, TextEdit, Ui};

use super::{Line, RegisterPanel};
use crate::app::icons::{self, Icon};
use crate::app::panels::Desk;
use crate::app::theme::{Palette, SMALL, UNIT};
use crate::editor::{Command, Entry};
use crate::tr;

/// Room for how many entries there are.
const COUNT: f32 = 28.0 * UNIT;
/// Where there is less room, buttons have no words, and it is not said how many entries there are.
const ROOMY: f32 = 100.0 * UNIT;

impl RegisterPanel {
    /// Draws the line over the table.
    pub(super) fn head(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        ui.spacing_mut().item_spacing.x = UNIT;
        // The buttons have their room first; what is left is the filter's.
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let roomy = ui.available_width() >= ROOMY;
            self.buttons(ui, desk, roomy);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| self.filter(ui, roomy));
        });
    }

    fn filter(&mut self, ui: &mut Ui, roomy: bool) {
        let title = self.spec.action.title();
        let count = if roomy { COUNT } else { 3.0 * UNIT };
        let width = (ui.available_width() - count).clamp(10.0 * UNIT, 56.0 * UNIT);
        let filter = TextEdit::singleline(&mut self.filter).desired_width(width).hint_text(tr!("register-filter"));
        ui.add(filter).accessible_name(tr!("register-filter-of", register = title));
        if !roomy {
            return;
        }
        let count = if self.marked.len() > 1 {
            tr!("register-marked", count = self.marked.len(), all = self.lines.len())
        } else {
            tr!("register-count", count = self.lines.len())
        };
        ui.add_space(UNIT);
        let palette = Palette::of(ui.visuals());
        ui.add(egui::Label::new(RichText::new(count).size(SMALL).color(palette.weak)).truncate());
    }

    /// From right to left: add, delete, where used, merge.
    fn buttons(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, roomy: bool) {
        let add = self.spec.add;
        if icons::button(ui, Icon::Plus, add.title()).clicked() {
            desk.queue.push(add.into());
        }
        let some = !self.marked.is_empty();
        let delete = ui.add_enabled_ui(self.marked.len() == 1, |ui| icons::button(ui, Icon::Trash2, tr!("register-delete"))).inner;
        if delete.on_disabled_hover_text(tr!("register-mark-one")).clicked() {
            desk.queue.extend(self.marked.first().map(|entry| Command::DeleteEntry(*entry)));
        }
        let uses = ui.add_enabled_ui(some, |ui| icons::button(ui, Icon::Locate, tr!("register-where-used"))).inner;
        if uses.on_disabled_hover_text(tr!("register-mark-one")).clicked() {
            self.show_uses(desk);
        }
        self.merge_button(ui, desk, roomy);
    }

    /// Asks which of the marked entries should stay.
    fn merge_button(&self, ui: &mut Ui, desk: &mut Desk<'_>, roomy: bool) {
        let marked = self.marked_lines();
        ui.add_enabled_ui(marked.len() > 1, |ui| {
            let label = if roomy { icons::before(Icon::Merge, tr!("register-merge")) } else { icons::text(Icon::Merge) };
            let button = ui.menu_button(RichText::new(label).size(SMALL), |ui| {
                ui.label(RichText::new(tr!("register-merge-into")).size(SMALL).color(Palette::of(ui.visuals()).weak));
                for line in &marked {
                    if ui.add(Button::new(name(line))).clicked() {
                        let others: Vec<Entry> = marked.iter().map(|l| l.entry).filter(|e| *e != line.entry).collect();
                        desk.queue.push(Command::MergeEntries { into: line.entry, others });
                    }
                }
            });
            button.response.accessible_name(tr!("register-merge")).on_disabled_hover_text(tr!("register-mark-two"));
        });
    }
}

/// What an entry is called.
pub(super) fn name(line: &Line) -> &str {
    line.cells.first().map_or("", String::as_str)
}
