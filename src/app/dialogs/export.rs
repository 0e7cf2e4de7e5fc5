//! Exporting: which format, which part of the map, how it looks, and what will not be kept, before anything is written.

use egui::{RichText, Ui};

use super::{Answer, foot, primary, secondary, show};
use crate::app::files::Export;
use crate::app::icons::{self, Icon};
use crate::app::panels::fields::choice;
use crate::app::theme::{Palette, UNIT};
use crate::editor::Editor;
use crate::formats::{EXPORTERS, ExportOptions, Lost, Page, Portion, Profile, Scope};
use crate::render::ThemeName;
use crate::tr;

/// Sizes of a picture in pixels, on offer.
const SCALES: [f32; 4] = [1.0, 2.0, 3.0, 4.0];
/// Sizes of a poster on offer.
const POSTERS: [f32; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];

/// The form.
pub(crate) struct ExportForm {
    suggested: String,
    export: Export,
    part: Part,
    /// The theme of the window: what a screen's picture has.
    of_window: ThemeName,
    /// What is lost as it is chosen now, and how many claims are left out.
    lost: Option<(Export, Vec<String>, usize)>,
}

/// Which part of the map, as long as nobody has gone through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    All,
    Selection,
    Branch,
    Shown,
}

impl Part {
    fn title(self) -> String {
        match self {
            Self::All => tr!("export-part-all"),
            Self::Selection => tr!("export-part-selection"),
            Self::Branch => tr!("export-part-branch"),
            Self::Shown => tr!("export-part-shown"),
        }
        .to_owned()
    }

    /// What can be chosen now.
    fn offered(editor: &Editor) -> Vec<Self> {
        let selected = !editor.selection().is_empty();
        let hidden = editor.map().ids().any(|id| editor.shown().hides(id));
        let offer = [(Self::All, true), (Self::Shown, hidden), (Self::Selection, selected), (Self::Branch, selected)];
        offer.into_iter().filter(|(_, offered)| *offered).map(|(part, _)| part).collect()
    }

    fn scope(self, editor: &Editor) -> Scope {
        let nodes = || editor.selection().nodes().clone();
        match self {
            Self::All => Scope::All,
            Self::Selection => Scope::Selection(nodes()),
            Self::Branch => Scope::Branch(nodes()),
            Self::Shown => Scope::Shown,
        }
    }
}

impl ExportForm {
    pub(super) fn new(suggested: String, theme: ThemeName) -> Self {
        let first = EXPORTERS.iter().find(|e| e.name() == "svg").or(EXPORTERS.first());
        let options = ExportOptions { theme, scale: 2.0, ..ExportOptions::default() };
        let export = Export { format: first.map_or("svg", |e| e.name()), options, scope: Scope::All };
        Self { suggested, export, part: Part::All, of_window: theme, lost: None }
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Answer> {
        show(ctx, tr!("export-title"), 110.0 * UNIT, |ui| {
            self.fields(ui, editor);
            self.export.scope = self.part.scope(editor);
            self.tell_losses(ui, editor);
            let exporter = self.export.exporter();
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

    fn fields(&mut self, ui: &mut Ui, editor: &Editor) {
        let name = |format: &str| {
            let exporter = crate::formats::exporter(format);
            exporter.map_or_else(String::new, |e| format!("{} (.{})", e.title(), e.extensions().first().copied().unwrap_or_default()))
        };
        let formats = EXPORTERS.iter().map(|e| e.name());
        if let Some(format) = choice(ui, "export", tr!("export-format"), self.export.format, formats, name) {
            self.export.format = format;
        }
        let parts = Part::offered(editor);
        if !parts.contains(&self.part) {
            self.part = Part::All;
        }
        if let Some(part) = choice(ui, "export", tr!("export-part"), self.part, parts, Part::title) {
            self.part = part;
        }
        if self.export.exporter().is_some_and(|e| e.is_picture()) {
            self.picture(ui, editor);
        }
    }

    fn picture(&mut self, ui: &mut Ui, editor: &Editor) {
        let format = self.export.format;
        let options = &mut self.export.options;
        let profiles = Profile::ALL.iter().copied();
        if let Some(profile) = choice(ui, "export", tr!("export-profile"), options.profile, profiles, |p| p.title().to_owned()) {
            let scale = if format == "pdf" { 1.0 } else { options.scale };
            *options = ExportOptions { scale, ..ExportOptions::of(profile) };
            if profile == Profile::Screen {
                options.theme = self.of_window;
            }
            if profile == Profile::Article && !editor.selection().is_empty() {
                self.part = Part::Branch;
            }
        }
        let palette = Palette::of(ui.visuals());
        ui.label(RichText::new(options.profile.hint()).color(palette.weak));
        let themes = ThemeName::EXPORTED.iter().copied();
        if let Some(theme) = choice(ui, "export", tr!("settings-theme"), options.theme, themes, |t| t.title().to_owned()) {
            options.theme = theme;
        }
        match format {
            "pdf" => {
                let pages = Page::ALL.iter().copied();
                if let Some(page) = choice(ui, "export", tr!("export-page"), options.page, pages, |p| p.title().to_owned()) {
                    options.page = page;
                }
                let percent = |scale: f32| tr!("settings-percent", percent = (scale * 100.0).round() as i64);
                if options.profile == Profile::Poster
                    && let Some(scale) = choice(ui, "export", tr!("export-size"), options.scale, POSTERS, percent)
                {
                    options.scale = scale;
                }
            }
            "png" => {
                let times = |scale: f32| tr!("export-times", scale = scale.round() as i64);
                if let Some(scale) = choice(ui, "export", tr!("export-size"), options.scale, SCALES, times) {
                    options.scale = scale;
                }
            }
            _ => {}
        }
        if matches!(format, "png" | "svg") {
            ui.checkbox(&mut options.transparent, tr!("export-transparent"));
        }
        if format == "svg" {
            ui.checkbox(&mut options.outlines, tr!("export-outlines"));
        }
    }

    /// What will not be kept, counted anew when something else is chosen.
    fn tell_losses(&mut self, ui: &mut Ui, editor: &Editor) {
        let palette = Palette::of(ui.visuals());
        ui.add_space(UNIT);
        let Some(exporter) = self.export.exporter() else { return };
        if self.lost.as_ref().is_none_or(|(counted, ..)| *counted != self.export) {
            let portion = Portion::of(editor.map(), &self.export.scope, editor.shown(), exporter);
            let mut lost = Lost::default();
            let losses = exporter.losses(&portion.request(editor.view(), self.export.options));
            losses.iter().for_each(|loss| lost.add(&loss.what, loss.count));
            let words = lost.into_losses().into_iter().map(|loss| format!("{} {}", loss.count, loss.what)).collect();
            self.lost = Some((self.export.clone(), words, portion.left_out()));
        }
        let Some((_, lost, left_out)) = &self.lost else { return };
        if *left_out > 0 {
            ui.label(RichText::new(tr!("export-left-out", count = *left_out)).color(palette.weak));
        }
        if lost.is_empty() {
            let text = if exporter.is_picture() { tr!("export-nothing-lost") } else { tr!("export-all") };
            ui.label(RichText::new(icons::before(Icon::Check, text)).color(palette.weak));
        } else {
            let text = tr!("export-lost", what = lost.join(", "));
            ui.label(RichText::new(icons::before(Icon::TriangleAlert, &text)).color(palette.warn));
        }
        if exporter.is_picture() {
            ui.label(RichText::new(tr!("export-picture")).color(palette.weak));
        }
    }
}
