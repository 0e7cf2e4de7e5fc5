//! The way of the selected claim: on how many origins it rests, when it was said, who passed it on and what became of its words.

mod steps;
mod strip;

use egui::{Label, RichText, ScrollArea, Ui, UiBuilder};

use super::{Desk, Panel};
use crate::app::icons::{self, Icon};
use crate::app::panels::row::Row;
use crate::app::theme::{Palette, UNIT, section_style};
use crate::base::NodeId;
use crate::editor::{Action, Command, Editor};
use crate::model::ArgumentMap;
use crate::provenance::origins::{Origins, origins};
use crate::provenance::trace::{Piece, Trace, claim_of, trace};
use crate::provenance::words;
use crate::tr;

/// The trace that is shown, with what it was made from.
struct Shown {
    revision: u64,
    /// Whether the texts had been looked up.
    checked: bool,
    claim: NodeId,
    trace: Trace,
    /// What became of the words, for the steps that are listed.
    changes: Vec<Vec<Piece>>,
    origins: Origins,
}

/// The panel.
#[derive(Default)]
pub(crate) struct TracePanel {
    shown: Option<Shown>,
    wants_focus: bool,
}

impl Panel for TracePanel {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        self.update(desk.editor);
        let rect = ui.max_rect() - egui::Margin { left: 16, right: 8, top: 8, bottom: 0 };
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
        inside.shrink_clip_rect(rect.expand2(egui::vec2(2.0 * UNIT, 0.0)));
        let wants_focus = std::mem::take(&mut self.wants_focus);
        let Some(shown) = &self.shown else {
            let text = RichText::new(tr!("trace-nothing-selected")).color(Palette::of(inside.visuals()).weak);
            inside.add(Label::new(text).wrap());
            return;
        };
        ScrollArea::vertical().auto_shrink(false).id_salt(("trace", shown.claim)).show(&mut inside, |ui| {
            ui.set_max_width(ui.available_width() - 2.0 * UNIT);
            shown.ui(ui, desk, wants_focus);
            ui.add_space(4.0 * UNIT);
        });
    }

    /// The button that adds to the chain gets it.
    fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }
}

impl TracePanel {
    fn update(&mut self, editor: &Editor) {
        let map = editor.map();
        let Some(claim) = editor.selection().lead().and_then(|node| claim_of(map, node)) else {
            // Selecting nothing, or a relation, leaves no claim to trace.
            self.shown = None;
            return;
        };
        let (revision, checked) = (editor.revision(), editor.quotations_are_checked());
        if self.shown.as_ref().is_some_and(|shown| (shown.revision, shown.checked, shown.claim) == (revision, checked, claim)) {
            return;
        }
        // Who walks along the steps of a claim stays with its wording.
        let near = self.shown.take().filter(|shown| shown.revision == revision && shown.trace.wordings.contains(&claim));
        let claim = near.filter(|_| editor.selection().lead() != Some(claim)).map_or(claim, |shown| shown.claim);
        let trace = trace(map, claim);
        let origins = origins(map, &trace, editor.copies());
        let changes = (0..trace.steps.len().min(steps::MAX_LISTED)).map(|step| trace.changes(step)).collect();
        self.shown = Some(Shown { revision, checked, claim, trace, changes, origins });
    }
}

impl Shown {
    fn ui(&self, ui: &mut Ui, desk: &mut Desk<'_>, wants_focus: bool) {
        let editor = desk.editor;
        let map = editor.map();
        let palette = Palette::of(ui.visuals());
        ui.add(Label::new(RichText::new(map.claim(self.claim).map_or("", |claim| claim.label())).text_style(section_style())).wrap());
        ui.add_space(UNIT);
        self.count(ui, map);
        if self.trace.steps.iter().any(|step| !step.when.is_undated()) {
            strip::ui(ui, desk, &self.trace);
        }
        ui.add_space(2.0 * UNIT);
        ui.horizontal_wrapped(|ui| self.buttons(ui, desk, wants_focus));
        steps::ui(ui, desk, &self.trace, &self.changes);
        if self.trace.wordings.len() > 1 {
            ui.add_space(2.0 * UNIT);
            ui.label(RichText::new(tr!("trace-wordings")).small().color(palette.weak));
            for wording in self.trace.wordings.iter().filter(|wording| **wording != self.claim) {
                let text = map.claim(*wording).map_or("", |claim| claim.label());
                let row = Row { icon: Some(Icon::Equal), name: text, ..Row::default() };
                if row.ui(ui).on_hover_text(text).clicked() {
                    desk.queue.push(Command::GoTo(*wording));
                }
            }
        }
    }

    /// What can be done with the trace.
    fn buttons(&self, ui: &mut Ui, desk: &mut Desk<'_>, wants_focus: bool) {
        let title = Action::ShowProvenance.title();
        let picture = ui.button(icons::before(Icon::Waypoints, title)).accessible_name(title);
        if picture.on_hover_text(Action::ShowProvenance.hint()).clicked() {
            if desk.editor.traced().is_none() {
                desk.queue.push(Command::Select(vec![self.claim]));
            }
            desk.queue.push(Action::ShowProvenance.into());
        }
        let title = Action::AddChain.title();
        let add = ui.button(icons::before(Icon::Plus, title)).accessible_name(title);
        if wants_focus {
            add.request_focus();
        }
        if add.clicked() {
            desk.queue.push(Command::Select(vec![self.claim]));
            desk.queue.push(Action::AddChain.into());
        }
    }

    /// How many origins, who they are, and why to be careful.
    fn count(&self, ui: &mut Ui, map: &ArgumentMap) {
        let palette = Palette::of(ui.visuals());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 1.5 * UNIT;
            ui.label(RichText::new(icons::text(Icon::Split)).color(palette.text));
            ui.add(Label::new(RichText::new(words::count(&self.origins)).color(palette.text)).wrap());
        });
        if self.origins.origins.len() > 1 {
            for origin in self.origins.origins.iter().take(8) {
                let text = tr!("trace-origin", who = words::names(map, &origin.voices), steps = origin.steps.len());
                ui.add(Label::new(RichText::new(text).color(palette.weak)).wrap());
            }
        }
        for copy in &self.origins.copies {
            let text = tr!("trace-copy", step = copy.step + 1, of = copy.of + 1);
            ui.add(Label::new(RichText::new(text).color(palette.weak)).wrap());
        }
        for mark in &self.origins.marks {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 1.5 * UNIT;
                ui.label(RichText::new(icons::text(Icon::TriangleAlert)).color(palette.warn));
                ui.add(Label::new(RichText::new(mark.reason(map, &self.origins)).color(palette.weak)).wrap());
            });
        }
    }
}
