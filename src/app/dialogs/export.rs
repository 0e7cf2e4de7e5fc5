//! Exporting: which format, in which colours, and what it will not hold, before anything is written.

use egui::{RichText, Ui};

use super::{Answer, foot, primary, secondary, show};
use crate::app::files::Export;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::editor::Editor;
use crate::formats::{EXPORTERS, ExportOptions, ExportRequest, Loss, Scope};
use crate::render::ThemeName;
use crate::tr;

/// The form.
pub(crate) struct ExportForm {
    suggested: String,
    export: Export,
    /// Losses of the chosen format in the present map.
    losses: Option<Vec<Loss>>,
}

impl ExportForm {
    pub(super) fn new(suggested: String, theme: ThemeName) -> Self {
        let first = EXPORTERS.iter().find(|e| e.name() == "svg").or(EXPORTERS.first());
        let options = ExportOptions { theme, scale: 2.0, ..ExportOptions::default() };
        let export = Export { format: first.map_or("svg", |e| e.name()), options, scope: Scope::All };
        Self { suggested, export, losses: None }
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Answer> {
        show(ctx, tr!("export-title"), 110.0 * UNIT, |ui| {
            let palette = Palette::of(ui.visuals());
            for exporter in EXPORTERS {
                let extension = exporter.extensions().first().copied().unwrap_or_default();
                let text = format!("{}  (.{extension})", exporter.title());
                if ui.radio(self.export.format == exporter.name(), text).clicked() {
                    self.export.format = exporter.name();
                    self.losses = None;
                }
            }
            if self.is_picture() {
                ui.add_space(UNIT);
                self.picture(ui);
            }
            let exporter = self.export.exporter();
            let is_picture = self.is_picture();
            let request = ExportRequest::new(editor.map());
            let losses = self.losses.get_or_insert_with(|| exporter.map(|e| e.losses(&request)).unwrap_or_default());
            ui.add_space(UNIT);
            if is_picture && losses.is_empty() {
                ui.label(RichText::new(tr!("export-picture")).color(palette.weak));
            } else if losses.is_empty() {
                ui.label(RichText::new(icons::before(Icon::Check, tr!("export-all"))).color(palette.weak));
            } else {
                let what: Vec<String> = losses.iter().map(|l| format!("{} ({})", l.what, l.count)).collect();
                let text = tr!("export-lost", what = what.join(", "));
                ui.label(RichText::new(icons::before(Icon::TriangleAlert, &text)).color(palette.warn));
            }
            let mut answer = None;
            foot(ui, |ui| {
                if primary(ui, tr!("action-export")) {
                    let extension = exporter.and_then(|e| e.extensions().first().copied()).unwrap_or_default();
                    answer = Some(Answer::Export(self.export.clone(), format!("{}.{extension}", self.suggested)));
                }
                if secondary(ui, tr!("dialog-cancel")) {
                    answer = Some(Answer::Back);
                }
            });
            answer
        })
    }

    fn is_picture(&self) -> bool {
        matches!(self.export.format, "svg" | "png")
    }

    fn picture(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.label(tr!("settings-theme"));
            for theme in ThemeName::ALL {
                ui.selectable_value(&mut self.export.options.theme, *theme, theme.title());
            }
        });
        if self.export.format == "png" {
            ui.horizontal(|ui| {
                ui.label(tr!("export-size"));
                for (scale, word) in [(1.0, tr!("export-normal")), (2.0, tr!("export-double")), (4.0, tr!("export-print"))] {
                    ui.selectable_value(&mut self.export.options.scale, scale, word);
                }
            });
        }
    }
}
