//! What validation found, with a way to each.

use egui::{Response, RichText, ScrollArea, Ui};

use super::{Desk, Panel};
use crate::app::context_menu;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::base::{Diagnostic, Severity, Subject};
use crate::editor::{Command, Editor, Entry, fixes};
use crate::tr;

/// So many are listed; more would not be read.
const MAX_LISTED: usize = 500;

/// Height of a line.
const ROW: f32 = 7.0 * UNIT;

/// The panel.
#[derive(Default)]
pub(crate) struct Problems {
    wants_focus: bool,
}

impl Panel for Problems {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.max_rect() - egui::Margin { left: 12, right: 4, top: 4, bottom: 4 };
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        list(&mut inside, desk, std::mem::take(&mut self.wants_focus));
    }

    /// The first finding gets it.
    fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }
}

fn list(ui: &mut Ui, desk: &mut Desk<'_>, mut wants_focus: bool) {
    let (editor, queue) = (desk.editor, &mut *desk.queue);
    let mut all: Vec<&Diagnostic> = editor.told_findings().collect();
    all.sort_by_key(|d| std::cmp::Reverse(d.severity()));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = UNIT;
        if all.is_empty() {
            ui.label(RichText::new(tr!("problems-none")).color(Palette::of(ui.visuals()).weak));
        }
        for diagnostic in all.iter().take(MAX_LISTED) {
            let response = row(ui, editor, diagnostic, queue);
            if std::mem::take(&mut wants_focus) {
                response.request_focus();
            }
            match diagnostic.subject {
                Subject::Node(node) => context_menu::of_node(&response, node, editor, queue),
                Subject::Speaker(id) => context_menu::of_entry(&response, Entry::Speaker(id), editor, queue),
                Subject::Source(id) => context_menu::of_entry(&response, Entry::Source(id), editor, queue),
                Subject::Group(id) => context_menu::of_entry(&response, Entry::Group(id), editor, queue),
                Subject::Map => {}
            }
            if response.clicked() {
                match diagnostic.subject {
                    Subject::Node(node) => {
                        queue.push(Command::Select(vec![node]));
                        desk.asked.shows.push(node);
                    }
                    Subject::Speaker(id) => queue.push(Command::SelectEntry(Entry::Speaker(id))),
                    Subject::Source(id) => queue.push(Command::SelectEntry(Entry::Source(id))),
                    Subject::Group(id) => queue.push(Command::SelectEntry(Entry::Group(id))),
                    Subject::Map => queue.push(Command::Select(Vec::new())),
                }
            }
        }
        if all.len() > MAX_LISTED {
            ui.weak(tr!("list-more", count = all.len() - MAX_LISTED));
        }
    });
}

fn row(ui: &mut Ui, editor: &Editor, diagnostic: &Diagnostic, queue: &mut Vec<Command>) -> Response {
    let palette = Palette::of(ui.visuals());
    let (icon, color) = match diagnostic.severity() {
        Severity::Hint => (Icon::Lightbulb, palette.weak),
        Severity::Warning => (Icon::TriangleAlert, palette.warn),
        Severity::Error => (Icon::CircleX, palette.error),
    };
    let place = diagnostic.position.map(|p| format!("{p}  ")).unwrap_or_default();
    let message = format!("{place}{}", diagnostic.message);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), egui::Sense::hover());
    let visible = ui.is_rect_visible(rect);
    let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Center)));
    ui.spacing_mut().button_padding.y = 0.0;
    // Looking for a remedy may mean looking through the map.
    let fixes = if visible { fixes(editor.map(), diagnostic) } else { Vec::new() };
    for fix in fixes.into_iter().rev() {
        let name = tr!("problem-fix", fix = fix.title.as_str(), message = diagnostic.message.as_str());
        let button = egui::Button::new(RichText::new(fix.title).small()).min_size(egui::vec2(0.0, ROW - UNIT));
        if ui.add(button).accessible_name(name).clicked() {
            queue.push(fix.command);
        }
    }
    let response = ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.label(RichText::new(icons::text(icon)).color(color)).on_hover_text(diagnostic.code.explanation());
        let link = egui::Button::new(message.as_str()).frame(false).truncate();
        ui.add(link).accessible_name(format!("{}: {}", diagnostic.severity().noun(), diagnostic.message)).on_hover_text(&diagnostic.help)
    });
    response.inner
}
