//! All commands with their keys, and what the pointer does.

use egui::{Grid, RichText, ScrollArea, TextEdit, Ui};

use super::{Answer, foot, primary, show};
use crate::app::keys;
use crate::app::theme::{Palette, UNIT, section_style};
use crate::editor::{Action, Menu};

/// What the pointer does; no table knows it.
const GESTURES: &[(&str, &str)] = &[
    ("Write a new claim", "Double-click on empty ground"),
    ("Write in a claim", "Double-click on it"),
    ("Connect", "Drag the grip on a card's upper edge onto a claim or a relation's sign"),
    ("Select several", "Shift or Ctrl and click; Shift and drag"),
    ("Pan", "Drag empty ground; wheel; middle button; space bar and drag"),
    ("Zoom", "Ctrl and wheel; pinch"),
    ("End writing", "Enter; Shift+Enter starts a new line, Escape goes back"),
];

/// The sheet.
#[derive(Default)]
pub(crate) struct Sheet {
    query: String,
}

impl Sheet {
    pub(super) fn ui(&mut self, ctx: &egui::Context) -> Option<Answer> {
        show(ctx, "Keyboard shortcuts", 150.0 * UNIT, |ui| {
            let field = TextEdit::singleline(&mut self.query)
                .id(egui::Id::unique("shortcuts"))
                .hint_text("Find")
                .margin(egui::Margin::symmetric(8, 6));
            ui.add_sized([ui.available_width(), 8.0 * UNIT], field).accessible_name("Find a shortcut");
            ui.add_space(UNIT);
            let room = (ui.ctx().content_rect().height() - 60.0 * UNIT).max(40.0 * UNIT);
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| self.table(ui));
            let mut answer = None;
            foot(ui, |ui| {
                if primary(ui, "Close") {
                    answer = Some(Answer::Back);
                }
            });
            answer
        })
    }

    fn table(&self, ui: &mut Ui) {
        let wanted = self.query.trim().to_lowercase();
        let fits = |text: &str| text.to_lowercase().contains(&wanted);
        for menu in Menu::ALL {
            let rows: Vec<(&str, String)> = Action::ALL
                .iter()
                .filter(|a| a.info().menu == *menu && !a.info().keys.is_empty())
                .map(|a| (a.title(), written(ui, *a)))
                .filter(|(title, keys)| fits(title) || fits(keys))
                .collect();
            block(ui, menu.title(), rows);
        }
        let rows = GESTURES.iter().map(|(what, how)| (*what, (*how).to_owned())).filter(|(what, how)| fits(what) || fits(how)).collect();
        block(ui, "Pointer and text", rows);
    }
}

fn block(ui: &mut Ui, title: &str, rows: Vec<(&str, String)>) {
    if rows.is_empty() {
        return;
    }
    let palette = Palette::of(ui.visuals());
    ui.add_space(2.0 * UNIT);
    ui.label(RichText::new(title).text_style(section_style()));
    Grid::new(title).num_columns(2).min_col_width(52.0 * UNIT).spacing([4.0 * UNIT, UNIT]).show(ui, |ui| {
        for (title, keys) in rows {
            ui.label(title);
            ui.label(RichText::new(keys).color(palette.weak));
            ui.end_row();
        }
    });
}

/// All keys of an action as the platform writes them.
fn written(ui: &Ui, action: Action) -> String {
    let keys = action.info().keys.iter().filter_map(|k| keys::parse(k)).map(|k| ui.ctx().format_shortcut(&k));
    keys.collect::<Vec<_>>().join("   ")
}
