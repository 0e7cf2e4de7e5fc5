//! Exporting: which format, which part of the map, how it looks, and what will not be kept, before anything is written.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{RichText, Ui};

use super::{Answer, foot, primary, secondary, show};
use crate::analysis::{confidential_count, safe_copy};
use crate::app::files::{Export, waker};
use crate::app::icons::{self, Icon};
use crate::app::panels::fields::choice;
use crate::app::theme::{Palette, UNIT};
use crate::base::{Cancelled, NodeId};
use crate::editor::Editor;
use crate::formats::{EXPORTERS, ExportOptions, Exporter, Page, Portion, Profile, Scope};
use crate::jobs::Slot;
use crate::model::ArgumentMap;
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
    /// What is selected: nothing else can be as long as this is open.
    selected: Arc<BTreeSet<NodeId>>,
    /// The claim whose provenance is seen.
    traced: Option<NodeId>,
    /// How many entries a safe copy replaces, once they are counted.
    confidential: Option<usize>,
    /// The theme of the window: what a screen's picture has.
    of_window: ThemeName,
    /// What is lost, for the latest choice that was counted.
    lost: Option<Lost>,
    /// The choice that is counted at present, off the UI thread: that looks at the whole map.
    counted: Option<Export>,
    counting: Slot<Result<Lost, Cancelled>>,
}

/// What is lost of a choice.
struct Lost {
    of: Export,
    /// By kind, with counts.
    what: Vec<String>,
    /// How many claims nobody asked for.
    left_out: usize,
}

/// What is counted sooner needs no telling.
const TOLD_AFTER: f32 = 0.3;
/// How often it is told anew how far it is, in seconds.
const TOLD_EVERY: f32 = 0.1;

/// Which part of the map, as long as nobody has gone through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    All,
    Selection,
    Branch,
    Shown,
    Provenance,
}

impl Part {
    fn title(self) -> String {
        match self {
            Self::All => tr!("export-part-all"),
            Self::Selection => tr!("export-part-selection"),
            Self::Branch => tr!("export-part-branch"),
            Self::Shown => tr!("export-part-shown"),
            Self::Provenance => tr!("export-part-provenance"),
        }
        .to_owned()
    }

    /// What can be chosen now.
    fn offered(editor: &Editor) -> Vec<Self> {
        let selected = !editor.selection().is_empty();
        let hidden = !editor.shown().is_everything();
        let traced = editor.traced().is_some();
        let offer =
            [(Self::Provenance, traced), (Self::All, true), (Self::Shown, hidden), (Self::Selection, selected), (Self::Branch, selected)];
        offer.into_iter().filter(|(_, offered)| *offered).map(|(part, _)| part).collect()
    }

    fn scope(self, selected: &Arc<BTreeSet<NodeId>>, traced: Option<NodeId>) -> Scope {
        match self {
            Self::All => Scope::All,
            Self::Selection => Scope::Selection(selected.clone()),
            Self::Branch => Scope::Branch(selected.clone()),
            Self::Shown => Scope::Shown,
            Self::Provenance => traced.map_or(Scope::All, Scope::Provenance),
        }
    }
}

impl ExportForm {
    pub(super) fn new(suggested: String, theme: ThemeName, format: Option<&str>, last: Option<&Export>, editor: &Editor) -> Self {
        let asked = format.and_then(|format| EXPORTERS.iter().find(|e| e.name() == format)).map(|e| e.name());
        let first = ExportOptions { theme, scale: 2.0, ..ExportOptions::default() };
        let mut options = last.map_or(first, |last| last.options);
        if options.profile == Profile::Screen {
            options.theme = theme;
        }
        let format = asked.or(last.map(|last| last.format)).unwrap_or("svg");
        let export = Export { format, options, scope: Scope::All, safe: editor.safe_copies() };
        Self {
            suggested,
            export,
            // Where it is offered, it is what is seen.
            part: Part::Provenance,
            selected: Arc::new(editor.selection().nodes().clone()),
            traced: editor.traced(),
            confidential: None,
            of_window: theme,
            lost: None,
            counted: None,
            counting: Slot::default(),
        }
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Answer> {
        show(ctx, tr!("export-title"), 110.0 * UNIT, |ui| {
            self.fields(ui, editor);
            self.export.scope = self.part.scope(&self.selected, self.traced);
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
        let confidential = *self.confidential.get_or_insert_with(|| confidential_count(editor.map()));
        if confidential > 0 {
            ui.add_space(UNIT);
            ui.checkbox(&mut self.export.safe, tr!("export-safe", count = confidential)).on_hover_text(tr!("export-safe-hint"));
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

    /// Has the losses counted of what is chosen, where that is not known yet.
    fn count(&mut self, ctx: &egui::Context, editor: &Editor, exporter: &'static dyn Exporter) {
        if let Some(Ok(Ok(lost))) = self.counting.poll() {
            self.lost = Some(lost);
        }
        if self.counted.as_ref() == Some(&self.export) {
            return;
        }
        self.counted = Some(self.export.clone());
        let (map, view, shown, of) = (editor.map().clone(), editor.view(), editor.shown().clone(), self.export.clone());
        self.counting.start("count what is lost", waker(ctx), move |task, _| {
            // A copy of this thread's own: as long as the window's is shared, the next edit would have to copy it.
            let own = if of.safe { safe_copy(&map) } else { ArgumentMap::clone(&map) };
            drop(map);
            let portion = Portion::of(&own, &of.scope, &shown, exporter);
            let losses = exporter.losses(&portion.request(view, of.options), task)?;
            Ok(Lost { of, what: losses.iter().map(ToString::to_string).collect(), left_out: portion.left_out() })
        });
    }

    /// What will not be kept, counted anew when something else is chosen.
    fn tell_losses(&mut self, ui: &mut Ui, editor: &Editor) {
        let palette = Palette::of(ui.visuals());
        ui.add_space(UNIT);
        let Some(exporter) = self.export.exporter() else { return };
        self.count(ui.ctx(), editor, exporter);
        let Some(lost) = self.lost.as_ref().filter(|lost| lost.of == self.export) else {
            // A word that comes and goes at once would only flicker.
            let wait = TOLD_AFTER - self.counting.job().map_or(0.0, |job| job.seconds());
            let text = match self.counting.job() {
                Some(job) if wait <= 0.0 => tr!("export-counting", percent = (job.fraction() * 100.0).floor() as i64),
                Some(_) | None => String::new(),
            };
            if self.counting.job().is_some() {
                ui.ctx().request_repaint_after_secs(wait.max(TOLD_EVERY));
            }
            ui.label(RichText::new(text).color(palette.weak));
            return;
        };
        let Lost { what: lost, left_out, .. } = lost;
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
