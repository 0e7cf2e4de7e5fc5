//! All commands with their keys, to be found, learnt and changed; and what the pointer does.

mod chooser;

use std::sync::Arc;

use egui::{Grid, Key, KeyboardShortcut, Modifiers, RichText, ScrollArea, TextEdit, Ui};

use super::{Answer, foot, primary, secondary, show};
use crate::app::icons::{self, Icon};
use crate::app::keymap::{self, Keymap};
use crate::app::keys::{self, Listener};
use crate::app::panels::row::Row;
use crate::app::theme::{Palette, UNIT, section_style};
use crate::editor::{Action, Menu};
use crate::tr;
use chooser::Chooser;

/// The sheet.
#[derive(Default)]
pub(crate) struct Sheet {
    query: String,
    begun: bool,
    /// The action whose keys are being changed.
    chooser: Option<Chooser>,
    /// The action whose line gets the keyboard back.
    left: Option<Action>,
}

impl Sheet {
    pub(super) fn ui(&mut self, ctx: &egui::Context) -> Option<Answer> {
        let keymap = Keymap::of(ctx);
        let pressed = self.chooser.as_mut().and_then(|chooser| chooser.listen(ctx, &keymap));
        let drawn = show(ctx, tr!("keys-title"), 150.0 * UNIT, |ui| {
            let field = TextEdit::singleline(&mut self.query)
                .id(egui::Id::unique("shortcuts"))
                .hint_text(tr!("keys-find"))
                .margin(egui::Margin::symmetric(8, 6));
            let field = ui.add_sized([ui.available_width(), 8.0 * UNIT], field).accessible_name(tr!("keys-find-name"));
            if !self.begun {
                self.begun = true;
                field.request_focus();
            }
            ui.add_space(UNIT);
            let room = (ui.ctx().content_rect().height() - 60.0 * UNIT).max(40.0 * UNIT);
            let mut answer =
                ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| self.table(ui, &keymap)).inner;
            foot(ui, |ui| {
                if primary(ui, tr!("keys-close")) {
                    answer = Some(Answer::Back);
                }
                ui.add_enabled_ui(!keymap.is_standard(), |ui| {
                    if secondary(ui, tr!("keys-reset-all")) {
                        answer = Some(Answer::Keys(Box::default()));
                    }
                });
            });
            answer
        });
        pressed.or(drawn)
    }

    fn table(&mut self, ui: &mut Ui, keymap: &Arc<Keymap>) -> Option<Answer> {
        let wanted = self.query.trim().to_lowercase();
        let fits = |text: &str| text.to_lowercase().contains(&wanted);
        let mut answer = None;
        let mut found = false;
        for menu in Menu::ALL {
            let rows: Vec<(Action, String)> = Action::ALL
                .iter()
                .filter(|a| a.info().menu == *menu)
                .map(|a| (*a, written(ui, keymap, *a)))
                .filter(|(action, keys)| fits(action.title()) || fits(action.hint()) || fits(keys))
                .collect();
            if rows.is_empty() {
                continue;
            }
            found = true;
            heading(ui, menu.title());
            for (action, keys) in rows {
                answer = self.row(ui, keymap, action, &keys).or(answer);
            }
        }
        for (title, rows) in [(tr!("keys-writing"), while_writing(ui, keymap)), (tr!("keys-pointer"), gestures())] {
            let rows: Vec<_> = rows.into_iter().filter(|(what, how)| fits(what) || fits(how)).collect();
            if !rows.is_empty() {
                found = true;
                heading(ui, title);
                block(ui, title, rows);
            }
        }
        if !found {
            ui.add_space(2.0 * UNIT);
            ui.weak(tr!("keys-none-found"));
        }
        answer
    }

    /// An action: a click lets its keys be changed.
    fn row(&mut self, ui: &mut Ui, keymap: &Arc<Keymap>, action: Action, keys: &str) -> Option<Answer> {
        if let Some(chooser) = self.chooser.as_mut().filter(|chooser| chooser.action == action) {
            let answer = chooser.ui(ui, keymap);
            if chooser.is_done {
                (self.chooser, self.left) = (None, Some(action));
            }
            return answer;
        }
        let changed = keymap.is_changed(action);
        let mut answer = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = UNIT;
            let width = ui.available_width() - icons::SIZE - UNIT;
            let name = if keys.is_empty() { action.title().to_owned() } else { format!("{}: {keys}", action.title()) };
            let row = Row { name: action.title(), detail: if keys.is_empty() { "–" } else { keys }, ..Row::default() };
            let response = row.wide(ui, width).accessible_name(name).on_hover_text(tr!("keys-change-hint", hint = action.hint()));
            if self.left == Some(action) {
                self.left = None;
                response.request_focus();
            }
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                self.chooser = Some(Chooser::new(action, keymap));
                // A key may be waited for: it is meant for the action, not for the field or the row.
                ui.memory_mut(|m| m.stop_text_input());
            }
            if changed && icons::button(ui, Icon::RotateCcw, &tr!("keys-reset-one", action = action.title())).clicked() {
                let mut keymap = (**keymap).clone();
                keymap.reset(action);
                answer = Some(Answer::Keys(Box::new(keymap)));
            }
        });
        answer
    }
}

fn heading(ui: &mut Ui, title: &str) {
    ui.add_space(2.0 * UNIT);
    ui.label(RichText::new(title).text_style(section_style()));
}

fn block(ui: &mut Ui, title: &str, rows: Vec<(String, String)>) {
    let palette = Palette::of(ui.visuals());
    ui.horizontal(|ui| {
        ui.add_space(2.0 * UNIT);
        Grid::new(title).num_columns(2).min_col_width(48.0 * UNIT).spacing([4.0 * UNIT, UNIT]).show(ui, |ui| {
            for (what, how) in rows {
                ui.label(what);
                ui.add(egui::Label::new(RichText::new(how).color(palette.weak)).wrap());
                ui.end_row();
            }
        });
    });
}

/// The keys of an action that work on the canvas, as the platform writes them.
fn written(ui: &Ui, keymap: &Keymap, action: Action) -> String {
    let keys = keymap.keys(action).iter().filter(|key| keys::may_fire(key, Listener::Canvas)).map(|key| keymap::written(ui.ctx(), key));
    keys.collect::<Vec<_>>().join("   ")
}

/// What works in the text field on a card.
fn while_writing(ui: &Ui, keymap: &Keymap) -> Vec<(String, String)> {
    let own = [
        (tr!("keys-writing-done"), keymap::named(Key::Enter).to_owned()),
        (tr!("keys-writing-line"), keymap::written(ui.ctx(), &KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))),
        (tr!("keys-writing-back"), keymap::named(Key::Escape).to_owned()),
    ];
    let goes_on = keymap.all().filter(|(key, _)| keys::may_fire(key, Listener::Writing) && !keys::may_fire(key, Listener::TextField));
    let goes_on = goes_on.map(|(key, action)| (tr!("keys-writing-then", action = action.title()), keymap::written(ui.ctx(), key)));
    own.into_iter().map(|(what, how)| (what.to_owned(), how)).chain(goes_on).collect()
}

/// What the pointer does; no table knows it.
fn gestures() -> Vec<(String, String)> {
    let rows = [
        (tr!("keys-pointer-new"), tr!("keys-pointer-new.how")),
        (tr!("keys-pointer-write"), tr!("keys-pointer-write.how")),
        (tr!("keys-pointer-connect"), tr!("keys-pointer-connect.how")),
        (tr!("keys-pointer-hang"), tr!("keys-pointer-hang.how")),
        (tr!("keys-pointer-end"), tr!("keys-pointer-end.how")),
        (tr!("keys-pointer-move"), tr!("keys-pointer-move.how")),
        (tr!("keys-pointer-select"), tr!("keys-pointer-select.how")),
        (tr!("keys-pointer-pan"), tr!("keys-pointer-pan.how")),
        (tr!("keys-pointer-zoom"), tr!("keys-pointer-zoom.how")),
        (tr!("keys-pointer-menu"), tr!("keys-pointer-menu.how")),
        (tr!("keys-pointer-open"), tr!("keys-pointer-open.how")),
    ];
    rows.into_iter().map(|(what, how)| (what.to_owned(), how.to_owned())).collect()
}
