//! What validation found, with a way to each.

use egui::{RichText, ScrollArea, Ui};

use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::base::{Diagnostic, Severity, Subject};
use crate::editor::{Command, Editor, Entry};

/// So many are listed; more would not be read.
const MAX_LISTED: usize = 500;

/// What the list asks for.
pub(crate) enum Asked {
    /// Show this part of the map.
    Show(crate::base::NodeId),
    /// Close the list.
    Close,
}

/// Draws the list.
pub(crate) fn list(ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) -> Option<Asked> {
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.label(RichText::new("Problems").text_style(crate::app::theme::section_style()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icons::button(ui, Icon::X, "Close the list of problems").clicked() {
                asked = Some(Asked::Close);
            }
        });
    });
    let mut all: Vec<&Diagnostic> = editor.report().iter().chain(editor.diagnostics()).collect();
    all.sort_by_key(|d| std::cmp::Reverse(d.severity()));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = UNIT;
        if all.is_empty() {
            ui.label(RichText::new("Nothing to complain about.").color(Palette::of(ui.visuals()).weak));
        }
        for diagnostic in all.iter().take(MAX_LISTED) {
            if row(ui, diagnostic) {
                match diagnostic.subject {
                    Subject::Node(node) => {
                        queue.push(Command::Select(vec![node]));
                        asked = Some(Asked::Show(node));
                    }
                    Subject::Speaker(id) => queue.push(Command::SelectEntry(Entry::Speaker(id))),
                    Subject::Source(id) => queue.push(Command::SelectEntry(Entry::Source(id))),
                    Subject::Group(id) => queue.push(Command::SelectEntry(Entry::Group(id))),
                    Subject::Map => queue.push(Command::Select(Vec::new())),
                }
            }
        }
        if all.len() > MAX_LISTED {
            ui.weak(format!("and {} more", all.len() - MAX_LISTED));
        }
    });
    asked
}

fn row(ui: &mut Ui, diagnostic: &Diagnostic) -> bool {
    let palette = Palette::of(ui.visuals());
    let (icon, color) = match diagnostic.severity() {
        Severity::Hint => (Icon::Lightbulb, palette.weak),
        Severity::Warning => (Icon::TriangleAlert, palette.warn),
        Severity::Error => (Icon::CircleX, palette.error),
    };
    let place = diagnostic.position.map(|p| format!("{p}  ")).unwrap_or_default();
    let message = format!("{place}{}", diagnostic.message);
    ui.horizontal(|ui| {
        ui.label(RichText::new(icons::text(icon)).color(color)).on_hover_text(diagnostic.code.explanation());
        let link = egui::Button::new(message.as_str()).frame(false).truncate();
        ui.add(link)
            .accessible_name(format!("{}: {}", diagnostic.severity().word(), diagnostic.message))
            .on_hover_text(&diagnostic.help)
            .clicked()
    })
    .inner
}
