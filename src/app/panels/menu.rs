//! The menu bar, made from the command table.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{AtomExt as _, Button, MenuBar, Response, RichText, ScrollArea, Ui};

use crate::app::icons::{self, Icon};
use crate::app::keymap;
use crate::app::theme::{Palette, UNIT};
use crate::base::text::shorten;
use crate::editor::{Action, Command, Editor, Menu};
use crate::tr;

/// Bookmarks in the menu; the palette has them all.
const MAX_BOOKMARKS: usize = 12;

/// Width of the button that opens the palette; where there is no room for it beside the icons, an icon does.
const PALETTE_WIDTH: f32 = 52.0 * UNIT;

/// Room for the check mark of a menu's line.
const MARK: f32 = 4.0 * UNIT;

/// Height of a menu's line.
const LINE: f32 = 6.5 * UNIT;
/// What a menu cannot have of the window's height: the bar, and its own frame.
const BELOW_BAR: f32 = 14.0 * UNIT;

/// Narrower than this a bar has no room to spare.
const NARROW: f32 = 175.0 * UNIT;

/// What else the menus need to know.
pub(crate) struct Around<'a> {
    pub(crate) recent: &'a [PathBuf],
    pub(crate) dark: bool,
    /// Whether what an action shows and hides is shown; `None` of other actions.
    pub(crate) is_on: &'a dyn Fn(Action) -> Option<bool>,
}

/// Draws the bar.
pub(crate) fn bar(ui: &mut Ui, editor: &Editor, around: Around<'_>, queue: &mut Vec<Command>) {
    MenuBar::new().ui(ui, |ui| {
        // In a narrow window the titles move together.
        let around_title = if ui.available_width() < NARROW { UNIT } else { 2.0 * UNIT };
        ui.spacing_mut().button_padding = egui::vec2(around_title, UNIT);
        for menu in Menu::ALL {
            ui.menu_button(menu.title(), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.spacing_mut().interact_size.y = LINE;
                ui.spacing_mut().button_padding.x = 2.0 * UNIT;
                // A menu that is longer than the window scrolls.
                let room = ui.ctx().content_rect().height() - BELOW_BAR;
                ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
                    ui.set_min_width(60.0 * UNIT);
                    entries(ui, editor, *menu, &around, queue);
                    match menu {
                        Menu::File => recent(ui, &around, queue),
                        Menu::Go => bookmarks(ui, editor, queue),
                        _ => {}
                    }
                });
            });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| shortcuts(ui, editor, &around, queue));
    });
}

/// The buttons at the end of the bar, as far as there is room: all of them are in the menus as well.
fn shortcuts(ui: &mut Ui, editor: &Editor, around: &Around<'_>, queue: &mut Vec<Command>) {
    let (room, icon) = (ui.available_width(), icons::SIZE + ui.spacing().item_spacing.x);
    let in_full = room >= PALETTE_WIDTH + 5.0 * icon;
    let fits = |icons: u8| room >= f32::from(icons) * icon + UNIT;
    let add = |ui: &mut Ui, queue: &mut Vec<Command>, icon, name: &str, action: Action| {
        let response = ui.add_enabled_ui(editor.is_enabled(action), |ui| icons::button_for(ui, icon, name, action)).inner;
        if response.clicked() {
            queue.push(action.into());
        }
    };
    if fits(3) {
        let (icon, name) = if around.dark { (Icon::Sun, tr!("menu-to-light")) } else { (Icon::Moon, tr!("menu-to-dark")) };
        add(ui, queue, icon, name, Action::ToggleTheme);
    }
    if fits(2) {
        let (icon, name) = if (around.is_on)(Action::ShowInspector) == Some(true) {
            (Icon::PanelRightClose, tr!("menu-hide-inspector"))
        } else {
            (Icon::PanelRightOpen, tr!("menu-show-inspector"))
        };
        add(ui, queue, icon, name, Action::ShowInspector);
    }
    if in_full {
        ui.add_space(UNIT);
        if palette_button(ui).clicked() {
            queue.push(Action::TogglePalette.into());
        }
    } else if fits(1) {
        add(ui, queue, Icon::Search, tr!("menu-find-command"), Action::TogglePalette);
    }
    if fits(5) {
        for (action, icon) in [(Action::Redo, Icon::Redo2), (Action::Undo, Icon::Undo2)] {
            add(ui, queue, icon, &title(editor, action), action);
        }
    }
}

fn palette_button(ui: &mut Ui) -> Response {
    let palette = Palette::of(ui.visuals());
    let text = RichText::new(icons::before(Icon::Search, tr!("menu-find-command"))).color(palette.weak).small();
    let button = Button::new(text).shortcut_text(RichText::new(shown_key(ui, Action::TogglePalette).unwrap_or_default()).small());
    let button = button.frame_when_inactive(true).fill(palette.button).stroke(egui::Stroke::new(1.0, palette.line));
    ui.add(button.min_size(egui::vec2(PALETTE_WIDTH, 6.5 * UNIT))).accessible_name(tr!("menu-find-command"))
}

fn entries(ui: &mut Ui, editor: &Editor, menu: Menu, around: &Around<'_>, queue: &mut Vec<Command>) {
    let mut section = None;
    let actions = || Action::ALL.iter().copied().filter(|a| a.info().menu == menu);
    // Where one line can have a check mark, all leave room for it.
    let marked = actions().any(|action| (around.is_on)(action).is_some());
    for action in actions() {
        let now = Some(action.info().section);
        if section.is_some() && section != now {
            ui.separator();
        }
        section = now;
        let mark = marked.then(|| (around.is_on)(action));
        if line(ui, editor, action, mark).clicked() {
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
    line(ui, editor, action, None)
}

/// The same, with room for a check mark where `mark` is something, and the mark where it is on.
fn line(ui: &mut Ui, editor: &Editor, action: Action, mark: Option<Option<bool>>) -> Response {
    let name = title(editor, action);
    let key = shown_key(ui, action).unwrap_or_default();
    let blocked = editor.blocked(action);
    let button = match mark {
        Some(on) => {
            let sign = if on == Some(true) { icons::text(Icon::Check) } else { String::new() };
            Button::new((sign.atom_size(egui::Vec2::splat(MARK)), name.clone()))
        }
        None => Button::new(name.clone()),
    };
    let response = ui.add_enabled(blocked.is_none(), button.shortcut_text(key)).accessible_name(name);
    if let Some(on) = mark.flatten() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::MenuItemCheckBox);
            node.set_toggled(on.into());
        });
    }
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
