//! The command palette: every command by a few letters of its name, with its key; and every claim, to go to.

use egui::{Align2, Area, Frame, Id, Key, Modal, Modifiers, Order, RichText, ScrollArea, TextEdit, vec2};

use super::icons::Icon;
use super::panels::menu;
use super::panels::row::Row;
use super::theme::{Palette as Colours, UNIT};
use crate::base::{NodeId, text};
use crate::editor::{Action, Editor};

/// So many claims are offered.
const MAX_CLAIMS: usize = 30;

/// The open palette.
#[derive(Default)]
pub(crate) struct CommandPalette {
    query: String,
    row: usize,
    begun: bool,
}

/// What was chosen.
pub(crate) enum Chosen {
    /// Nothing: it was closed.
    Nothing,
    /// A command.
    Action(Action),
    /// A claim to go to.
    Claim(NodeId),
}

enum Line {
    Action(Action),
    Claim(NodeId, String),
}

impl CommandPalette {
    /// Draws it; what was chosen, once it was.
    pub(crate) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Chosen> {
        let id = Id::unique("palette");
        let area =
            Area::new(id).order(Order::Foreground).anchor(Align2::CENTER_TOP, vec2(0.0, 22.0 * UNIT)).accessible_name("Command palette");
        let mut chosen = None;
        let modal = Modal::new(id).area(area).frame(frame(ctx)).backdrop_color(egui::Color32::from_black_alpha(24)).show(ctx, |ui| {
            ui.set_width(130.0 * UNIT);
            let steps = ui.input_mut(|i| {
                let down = i.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize;
                down - i.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize
            });
            let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
            let field = TextEdit::singleline(&mut self.query)
                .id(id.with("query"))
                .hint_text("Find a command or a claim")
                .font(egui::FontId::proportional(super::theme::HEADING))
                .frame(Frame::NONE)
                .margin(egui::Margin::symmetric(8, 6))
                .desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name("Find a command or a claim");
            if !self.begun {
                response.request_focus();
                self.begun = true;
            }
            if response.changed() {
                self.row = 0;
            }
            ui.separator();
            let lines = self.lines(editor);
            self.row = self.row.saturating_add_signed(steps).min(lines.len().saturating_sub(1));
            ScrollArea::vertical().max_height(100.0 * UNIT).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (i, line) in lines.iter().enumerate() {
                    let current = i == self.row;
                    let response = row(ui, editor, line, current);
                    if current && (steps != 0 || response.gained_focus()) {
                        response.scroll_to_me(None);
                    }
                    if (response.clicked() || (enter && current)) && enabled(editor, line) {
                        chosen = Some(match line {
                            Line::Action(action) => Chosen::Action(*action),
                            Line::Claim(node, _) => Chosen::Claim(*node),
                        });
                    }
                }
                if lines.is_empty() {
                    ui.add_space(2.0 * UNIT);
                    ui.weak("  Nothing of that name.");
                    ui.add_space(2.0 * UNIT);
                }
            });
            if let Some(Line::Action(action)) = lines.get(self.row) {
                ui.separator();
                let hint = editor.blocked(*action).unwrap_or(action.hint());
                ui.label(RichText::new(format!("  {hint}")).small().color(Colours::of(ui.visuals()).weak));
            }
        });
        chosen.or(modal.should_close().then_some(Chosen::Nothing))
    }

    fn lines(&self, editor: &Editor) -> Vec<Line> {
        let query = self.query.trim();
        let mut actions = Action::search(query);
        actions.retain(|a| *a != Action::TogglePalette);
        // What cannot be done now comes last, so that Enter never meets it first.
        actions.sort_by_key(|a| !editor.is_enabled(*a));
        let mut lines: Vec<Line> = actions.into_iter().map(Line::Action).collect();
        if query.chars().count() >= 2 {
            let wanted = query.to_lowercase();
            let claims = editor.map().claims().filter(|(_, claim)| claim.text.to_lowercase().contains(&wanted));
            let claims: Vec<Line> = claims.take(MAX_CLAIMS).map(|(id, claim)| Line::Claim(id, text::shorten(claim.label(), 90))).collect();
            // Several letters in a row are a piece of a claim's words sooner than scattered letters are a command.
            let best = Action::ALL.iter().any(|a| a.title().to_lowercase().contains(&wanted));
            if best { lines.extend(claims) } else { lines.splice(0..0, claims).for_each(drop) }
        }
        lines
    }
}

fn frame(ctx: &egui::Context) -> Frame {
    Frame::popup(&ctx.global_style()).inner_margin(2.0 * UNIT).corner_radius(10.0)
}

fn enabled(editor: &Editor, line: &Line) -> bool {
    match line {
        Line::Action(action) => editor.is_enabled(*action),
        Line::Claim(..) => true,
    }
}

fn row(ui: &mut egui::Ui, editor: &Editor, line: &Line, current: bool) -> egui::Response {
    let (name, icon, detail) = match line {
        Line::Action(action) => (menu::title(editor, *action), None, menu::shown_key(ui, *action).unwrap_or_default()),
        Line::Claim(_, text) => (text.clone(), Some(Icon::MessageSquare), "Go to claim".to_owned()),
    };
    Row { icon, name: &name, detail: &detail, current, disabled: !enabled(editor, line) }.ui(ui)
}
