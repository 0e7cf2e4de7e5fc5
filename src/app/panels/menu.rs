//! The menu bar, made from the command table.

use std::path::PathBuf;

use egui::{Button, MenuBar, Response, RichText, Ui};

use crate::app::icons::{self, Icon};
use crate::app::keymap;
use crate::app::theme::{Palette, UNIT};
use crate::base::text::shorten;
use crate::editor::{Action, Command, Editor, Menu};
use crate::tr;

/// Bookmarks in the menu; the palette has them all.
const MAX_BOOKMARKS: usize = 12;

/// Width of the button that opens the palette; where there is no room for it, an icon does.
const PALETTE_WIDTH: f32 = 52.0 * UNIT;

/// What else the menus need to know.
pub(crate) struct Around<'a> {
    pub(crate) recent: &'a [PathBuf],
    pub(crate) dark: bool,
    /// Whether the inspector is in sight.
    pub(crate) inspector: bool,
}

/// Draws the bar.
pub(crate) fn bar(ui: &mut Ui, editor: &Editor, around: Around<'_>, queue: &mut Vec<Command>) {
    MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().button_padding = egui::vec2(2.0 * UNIT, UNIT);
        for menu in Menu::ALL {
            ui.menu_button(menu.title(), |ui| {
                make_compact(ui);
                entries(ui, editor, *menu, queue);
                match menu {
                    Menu::File => recent(ui, &around, queue),
                    Menu::Go => bookmarks(ui, editor, queue),
                    _ => {}
                }
            });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (icon, name) = if around.dark { (Icon::Sun, tr!("menu-to-light")) } else { (Icon::Moon, tr!("menu-to-dark")) };
            if icons::button_for(ui, icon, name, Action::ToggleTheme).clicked() {
                queue.push(Action::ToggleTheme.into());
            }
            let (icon, name) = if around.inspector {
                (Icon::PanelRightClose, tr!("menu-hide-inspector"))
            } else {
                (Icon::PanelRightOpen, tr!("menu-show-inspector"))
            };
            if icons::button_for(ui, icon, name, Action::ShowInspector).clicked() {
                queue.push(Action::ShowInspector.into());
            }
            ui.add_space(UNIT);
            if palette_button(ui).clicked() {
                queue.push(Action::TogglePalette.into());
            }
            for (action, icon) in [(Action::Redo, Icon::Redo2), (Action::Undo, Icon::Undo2)] {
                let name = title(editor, action);
                let response = ui.add_enabled_ui(editor.is_enabled(action), |ui| icons::button_for(ui, icon, &name, action)).inner;
                if response.clicked() {
                    queue.push(action.into());
                }
            }
        });
    });
}

fn palette_button(ui: &mut Ui) -> Response {
    if ui.available_width() < PALETTE_WIDTH + 24.0 * UNIT {
        return icons::button(ui, Icon::Search, tr!("menu-find-command"));
    }
    let palette = Palette::of(ui.visuals());
    let text = RichText::new(icons::before(Icon::Search, tr!("menu-find-command"))).color(palette.weak).small();
    let button = Button::new(text).shortcut_text(RichText::new(shown_key(ui, Action::TogglePalette).unwrap_or_default()).small());
    let button = button.frame_when_inactive(true).fill(palette.button).stroke(egui::Stroke::new(1.0, palette.line));
    ui.add(button.min_size(egui::vec2(PALETTE_WIDTH, 6.5 * UNIT))).accessible_name(tr!("menu-find-command"))
}

fn entries(ui: &mut Ui, editor: &Editor, menu: Menu, queue: &mut Vec<Command>) {
    let mut section = None;
    for action in Action::ALL.iter().copied().filter(|a| a.info().menu == menu) {
        let now = Some(action.info().section);
        if section.is_some() && section != now {
            ui.separator();
        }
        section = now;
        if item(ui, editor, action).clicked() {
            queue.push(action.into());
        }
    }
}

fn recent(ui: &mut Ui, around: &Around<'_>, queue: &mut Vec<Command>) {
    if around.recent.is_empty() {
        return;
    }
    ui.separator();
    for path in around.recent {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if ui.button(name.as_ref()).on_hover_text(path.display().to_string()).clicked() {
            queue.push(Command::OpenPath(path.clone()));
        }
    }
}

/// The bookmarked claims.
fn bookmarks(ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) {
    let bookmarks = editor.bookmarks();
    if bookmarks.is_empty() {
        return;
    }
    ui.separator();
    for id in bookmarks.into_iter().take(MAX_BOOKMARKS) {
        let name = editor.map().claim(id).map(|claim| shorten(claim.label(), 48)).unwrap_or_default();
        if ui.button(icons::before(Icon::Bookmark, &name)).accessible_name(tr!("bookmark-named", name = name.as_str())).clicked() {
            queue.push(Command::GoTo(id));
        }
    }
}

/// Gives a menu the width for titles and keys, and lines without gaps: a long one fits a small window.
pub(crate) fn make_compact(ui: &mut Ui) {
    ui.set_min_width(56.0 * UNIT);
    ui.spacing_mut().item_spacing.y = 0.0;
}

/// A line of a menu: title, key, and why it cannot be done where it cannot.
pub(crate) fn item(ui: &mut Ui, editor: &Editor, action: Action) -> Response {
    let name = title(editor, action);
    let key = shown_key(ui, action).unwrap_or_default();
    let blocked = editor.blocked(action);
    let response = ui.add_enabled(blocked.is_none(), Button::new(name.clone()).shortcut_text(key)).accessible_name(name);
    match blocked {
        Some(why) => response.on_disabled_hover_text(why),
        None => response.on_hover_text(action.hint()),
    }
}

/// The title, with the step that Undo and Redo are about.
pub(crate) fn title(editor: &Editor, action: Action) -> String {
    let step = if action == Action::Undo { editor.undo_label() } else { editor.redo_label().filter(|_| action == Action::Redo) };
    let title = action.title();
    step.map_or_else(|| title.to_owned(), |step| format!("{title}: {step}"))
}

/// The first key of an action, written as the platform writes it.
pub(crate) fn shown_key(ui: &Ui, action: Action) -> Option<String> {
    keymap::shown(ui.ctx(), action)
}
