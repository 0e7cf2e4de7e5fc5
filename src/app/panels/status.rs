//! The line at the foot of the window: what the map holds, what runs, whether it is saved, how large it is shown.

use egui::{ProgressBar, RichText, Ui};

use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::base::{Diagnostic, NodeKind, Severity, TaskCtx};
use crate::editor::{Action, Command, Editor, LookedUp};
use crate::jobs::Slot;
use crate::provenance::audit::check;
use crate::provenance::verify::Verifier;
use crate::tr;

/// So long nothing must have changed before the map is validated.
const QUIET_SECS: f64 = 0.4;

/// In less room than this not all is counted.
const WIDE: f32 = 190.0 * UNIT;

/// Something that runs.
pub(crate) struct Running {
    pub(crate) name: &'static str,
    pub(crate) fraction: f32,
    /// So many seconds are left until it is worth telling.
    pub(crate) wait: f32,
}

/// What validation found in the map, for each state of it.
#[derive(Default)]
pub(crate) struct Facts {
    seen: Option<u64>,
    validated: Option<u64>,
    changed_at: f64,
    problems: usize,
    hints: usize,
    /// The validation of a large map, with the revision that it looks at.
    validating: Slot<(u64, Vec<Diagnostic>)>,
    /// Looking up quotations, with the revision that it looks at; what is remembered travels with it.
    verifying: Slot<(u64, Verifier, LookedUp)>,
    verifier: Option<Verifier>,
    verified: Option<u64>,
}

impl Facts {
    /// Looks again where the map has changed. Validation waits until nothing has changed for a moment: it looks at the whole map.
    fn update(&mut self, ctx: &egui::Context, editor: &Editor) {
        if self.verified.is_some() && editor.quotations_are_checked() && self.verified.take().is_some() {
            self.validated = None;
        }
        let (revision, now) = (Some(editor.revision()), ctx.time());
        if self.seen != revision {
            (self.seen, self.changed_at) = (revision, now);
        }
        if self.validated != revision {
            let wait = self.changed_at + QUIET_SECS - now;
            if wait > 0.0 {
                ctx.request_repaint_after_secs(wait as f32);
                return;
            }
            if editor.is_quickly_validated() {
                editor.diagnostics();
            } else if let Some(found) = self.validating.poll() {
                match found {
                    Ok((of, found)) => editor.take_findings(of, found),
                    // Nothing is known of this map then, which is better than trying for ever.
                    Err(_) => editor.take_findings(editor.revision(), Vec::new()),
                }
                ctx.request_repaint();
            } else if self.validating.job().is_none() {
                let (map, of, waker) = (editor.map().clone(), editor.revision(), ctx.clone());
                let copies = editor.copies().clone();
                self.validating.start("validate", move || waker.request_repaint(), move |_, _| (of, check(&map, &copies)));
            }
            if !editor.is_quickly_validated() {
                return;
            }
            self.validated = revision;
            self.problems = editor.told_findings().filter(|d| d.severity() >= Severity::Warning).count();
            self.hints = editor.told_findings().count() - self.problems;
        }
    }
}

impl Facts {
    /// Looks up the quotations and origins anew where the map has changed, off the window's thread: texts are long.
    pub(crate) fn verify(&mut self, ctx: &egui::Context, editor: &mut Editor) {
        if let Some(done) = self.verifying.poll() {
            // After a bug nothing is remembered, and nothing found.
            let (of, verifier, found) = done.unwrap_or_else(|_| (editor.revision(), Verifier::default(), LookedUp::default()));
            self.verifier = Some(verifier);
            editor.take_quotations(of, found);
            self.verified = Some(of);
            ctx.request_repaint();
        }
        // As with validation: a job that looks at the map makes the next edit copy it.
        let is_quiet = self.seen == Some(editor.revision()) && ctx.time() >= self.changed_at + QUIET_SECS;
        if editor.quotations_are_checked() || self.verifying.job().is_some() || !is_quiet {
            return;
        }
        if editor.map().attributions().next().is_none() {
            return editor.take_quotations(editor.revision(), LookedUp::default());
        }
        let (map, of, waker) = (editor.map().clone(), editor.revision(), ctx.clone());
        let mut verifier = self.verifier.take().unwrap_or_default();
        let work = move |task: &TaskCtx, _: &dyn Fn(())| {
            let found = verifier.verify(&map, task).unwrap_or_default();
            (of, verifier, LookedUp::of(&map, found))
        };
        self.verifying.start("verify", move || waker.request_repaint(), work);
    }
}

/// Draws the line.
pub(crate) fn bar(ui: &mut Ui, editor: &Editor, facts: &mut Facts, zoom: f32, running: Option<Running>, queue: &mut Vec<Command>) {
    facts.update(ui.ctx(), editor);
    let palette = Palette::of(ui.visuals());
    let weak = |text: String| RichText::new(text).small().color(palette.weak);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0 * UNIT;
        ui.spacing_mut().button_padding = egui::vec2(1.5 * UNIT, 0.0);
        ui.spacing_mut().interact_size.y = 5.5 * UNIT;
        let map = editor.map();
        let counts = [
            tr!("count-claims", count = map.count(NodeKind::Claim)),
            tr!("count-relations", count = map.count(NodeKind::Relation)),
            tr!("count-attributions", count = map.count(NodeKind::Attribution)),
        ];
        // In a narrow window the claims have to do: name and state of the file go before.
        let told = if ui.available_width() < WIDE { 1 } else { counts.len() };
        ui.label(weak(counts.get(..told).unwrap_or_default().join(" · ")));
        let selected = editor.selection().nodes().len();
        if selected > 1 {
            ui.label(weak(tr!("announce-selected", count = selected)));
        }
        if findings(ui, facts) {
            queue.push(Action::ShowProblems.into());
        }
        if let Some(running) = running {
            progress(ui, &running, queue);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if icons::button_for(ui, Icon::Maximize, tr!("action-zoom-to-fit"), Action::ZoomToFit).clicked() {
                queue.push(Action::ZoomToFit.into());
            }
            let percent = tr!("settings-percent", percent = (zoom * 100.0).round());
            if ui
                .add(egui::Button::new(weak(percent)).frame_when_inactive(false))
                .on_hover_text(tr!("action-zoom-to-actual-size"))
                .accessible_name(tr!("keys-pointer-zoom"))
                .clicked()
            {
                queue.push(Action::ZoomToActualSize.into());
            }
            let (icon, saved) = match (editor.is_dirty(), editor.path()) {
                (true, _) => (Icon::Circle, tr!("status-unsaved")),
                (false, Some(_)) => (Icon::Check, tr!("status-saved")),
                (false, None) => (Icon::File, tr!("status-no-file")),
            };
            ui.label(weak(icons::before(icon, saved)));
            let file = editor
                .path()
                .map_or_else(|| editor.name().to_owned(), |p| p.file_name().unwrap_or_default().to_string_lossy().into_owned());
            let response = ui.add(egui::Label::new(weak(file)).truncate());
            if let Some(path) = editor.path() {
                response.on_hover_text(path.display().to_string());
            }
        });
    });
}

/// How far something is that takes long, and the way to stop it.
fn progress(ui: &mut Ui, running: &Running, queue: &mut Vec<Command>) {
    ui.ctx().request_repaint_after_secs(running.wait.max(0.1));
    if running.wait > 0.0 {
        return;
    }
    let palette = Palette::of(ui.visuals());
    ui.label(RichText::new(running.name).small().color(palette.weak));
    ui.add(ProgressBar::new(running.fraction).desired_width(28.0 * UNIT).desired_height(1.5 * UNIT)).accessible_name(running.name);
    if ui.small_button(tr!("dialog-cancel")).accessible_name(tr!("running-stop")).clicked() {
        queue.push(Action::CancelTask.into());
    }
}

/// How many findings there are; true when clicked.
fn findings(ui: &mut Ui, facts: &Facts) -> bool {
    let palette = Palette::of(ui.visuals());
    let (icon, text, color) = match (facts.problems, facts.hints) {
        (0, 0) => (Icon::CircleCheck, tr!("status-no-problems").to_owned(), palette.weak),
        (0, n) => (Icon::Lightbulb, tr!("count-hints", count = n), palette.weak),
        (n, _) => (Icon::TriangleAlert, tr!("count-problems", count = n), palette.warn),
    };
    let name = tr!("status-problems", text = text.as_str());
    let text = RichText::new(icons::before(icon, &text)).small().color(color);
    ui.add(egui::Button::new(text).frame_when_inactive(false)).accessible_name(name).on_hover_text(tr!("status-show-problems")).clicked()
}
