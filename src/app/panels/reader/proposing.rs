//! Proposals from the text: looked for off the window's thread, listed under the page, accepted, edited or dismissed one by one.

use std::sync::Arc;

use egui::{Label, RichText, ScrollArea, Ui};

use crate::app::icons::{self, Icon};
use crate::app::panels::row::Row;
use crate::app::theme::{Palette, UNIT, section_style};
use crate::base::{Sha256, SourceId};
use crate::editor::{Action, Command, Editor};
use crate::jobs::Slot;
use crate::model::ArgumentMap;
use crate::provenance::proposals;
use crate::provenance::suggest::{Proposal, Tier, suggest};
use crate::tr;

use super::head;

/// Height of a row of the list.
const ROW: f32 = 7.5 * UNIT;

/// Height of the list when nothing is left in it: the words that say so, and the way on.
const EMPTY: f32 = 36.0 * UNIT;

/// Narrower than this only icons and tiers have room.
const NARROW: f32 = 96.0 * UNIT;

/// A text by its source and sum.
type Of = (SourceId, Sha256);

/// The proposals of one text.
#[derive(Default)]
pub(super) struct Proposing {
    job: Slot<Option<(Of, Vec<Proposal>)>>,
    /// The job has come to this; to be looked at with the text that it is of.
    arrived: bool,
    /// No text that follows has any.
    ended: bool,
    /// What was found in which text.
    found: Option<(Of, Vec<Proposal>)>,
    /// Those of them that wait for an answer in that revision.
    open: Vec<Proposal>,
    of: Option<u64>,
    current: usize,
    /// One was answered: the next one is to be shown.
    answered: bool,
}

impl Proposing {
    /// Begins to look for proposals in a text.
    pub(super) fn start(&mut self, ctx: &egui::Context, source: SourceId, sum: Sha256, text: Arc<str>) {
        let waker = ctx.clone();
        self.ended = false;
        self.job.start("suggest", move || waker.request_repaint(), move |_, _| Some(((source, sum), suggest(&text))));
    }

    /// Begins to look for the first of these texts that has proposals.
    pub(super) fn go_on(&mut self, ctx: &egui::Context, map: Arc<ArgumentMap>, following: Vec<SourceId>) {
        let waker = ctx.clone();
        let first = move |id: SourceId| {
            let text = map.source(id)?.latest_text().filter(|text| text.shared().is_some())?;
            let found = suggest(text.text());
            let waits = !proposals::open(&map, id, found.clone()).is_empty();
            waits.then(|| ((id, text.sha256()), found))
        };
        self.job.start("suggest", move || waker.request_repaint(), move |_, _| following.into_iter().find_map(first));
    }

    /// Fetches what the job found: the source that it is of.
    pub(super) fn poll(&mut self) -> Option<SourceId> {
        match self.job.poll()? {
            Ok(Some(found)) => {
                let source = found.0.0;
                (self.found, self.of, self.current, self.arrived) = (Some(found), None, 0, true);
                Some(source)
            }
            // After a bug nothing was found.
            Ok(None) | Err(_) => {
                self.ended = true;
                None
            }
        }
    }

    /// Leaves out what was answered since; a place in the text to show.
    pub(super) fn update(&mut self, editor: &Editor, shown: Of) -> Option<u32> {
        let mut shows = std::mem::take(&mut self.arrived);
        if self.found.as_ref().is_some_and(|(of, _)| *of != shown) {
            self.close();
        }
        if self.of != Some(editor.revision()) {
            self.of = Some(editor.revision());
            self.open =
                self.found.as_ref().map_or_else(Vec::new, |((source, _), found)| proposals::open(editor.map(), *source, found.clone()));
            self.current = self.current.min(self.open.len().saturating_sub(1));
            shows |= std::mem::take(&mut self.answered);
        }
        self.place().filter(|_| shows)
    }

    pub(super) fn is_running(&self) -> bool {
        self.job.job().is_some()
    }

    /// Whether there is a list, be it empty.
    pub(super) fn is_open(&self) -> bool {
        self.found.is_some()
    }

    pub(super) fn close(&mut self) {
        (self.found, self.of, self.ended) = (None, None, false);
        self.open.clear();
    }

    /// Those that wait for an answer, and the number of the one that is looked at.
    pub(super) fn waiting(&self) -> (&[Proposal], usize) {
        (&self.open, self.current)
    }

    /// The height that the list would like.
    pub(super) fn height(&self) -> f32 {
        if self.open.is_empty() { EMPTY } else { 10.0 * UNIT + ROW * self.open.len().min(12) as f32 + 2.0 * UNIT }
    }

    /// Goes to another proposal; where it stands.
    pub(super) fn go(&mut self, number: usize) -> Option<u32> {
        self.current = number.min(self.open.len().saturating_sub(1));
        self.place()
    }

    /// Where the present proposal begins.
    pub(super) fn place(&self) -> Option<u32> {
        let one = self.open.get(self.current)?;
        Some(one.content.iter().map(|span| span.start).chain([one.cue.start]).min().unwrap_or(one.cue.start))
    }

    /// Does what an action asks for; where to look then.
    pub(super) fn ask(&mut self, action: Action, source: SourceId, queue: &mut Vec<Command>) -> Option<u32> {
        match action {
            Action::PreviousProposal => return self.go(self.current.saturating_sub(1)),
            Action::NextProposal => return self.go(self.current + 1),
            _ => self.answer(action, source, queue),
        }
        None
    }

    /// Accepts, accepts to edit, or dismisses the present proposal; the next one takes its place. Or accepts all that are certain.
    fn answer(&mut self, action: Action, source: SourceId, queue: &mut Vec<Command>) {
        if action == Action::AcceptCertain {
            let proposals: Vec<Proposal> = self.open.iter().filter(|one| one.tier == Tier::A).cloned().collect();
            if !proposals.is_empty() {
                self.answered = true;
                queue.push(Command::AcceptProposals { source, proposals });
            }
            return;
        }
        let Some(proposal) = self.open.get(self.current).cloned() else { return };
        let command = match action {
            Action::AcceptProposal => Command::AcceptProposals { source, proposals: vec![proposal] },
            Action::AcceptToEdit => Command::AcceptToEdit { source, proposal: Box::new(proposal) },
            Action::DismissProposal => Command::DismissProposals { source, proposals: vec![proposal] },
            _ => return,
        };
        self.answered = true;
        queue.push(command);
    }

    /// Whether all are answered, and others may follow in the texts behind this one.
    pub(super) fn may_go_on(&self) -> bool {
        self.is_open() && self.open.is_empty() && !self.ended && !self.is_running()
    }

    /// What is said when all are answered; whether to go on.
    fn done(&self, ui: &mut Ui, more: bool) -> bool {
        let color = Palette::of(ui.visuals()).weak;
        let words = if self.ended { tr!("reader-proposals-end") } else { tr!("reader-proposals-none") };
        ui.add(Label::new(RichText::new(words).color(color)).wrap());
        let name = tr!("reader-proposals-go-on");
        let goes_on = || ui.button(icons::before(Icon::ArrowRight, name)).accessible_name(name);
        (more && self.may_go_on())
            .then(goes_on)
            .is_some_and(|button| button.on_hover_text(head::with_key(ui, "", Action::NextProposal)).clicked())
    }

    /// Draws the list; a place in the text to show, and whether to go on in the texts behind this one.
    pub(super) fn ui(&mut self, ui: &mut Ui, source: SourceId, more: bool, queue: &mut Vec<Command>) -> (Option<u32>, bool) {
        let mut shown = None;
        let narrow = ui.available_width() < NARROW;
        ui.horizontal(|ui| {
            ui.label(RichText::new(tr!("reader-proposals", count = self.open.len())).text_style(section_style()));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = UNIT;
                if icons::button(ui, Icon::X, tr!("reader-proposals-close")).clicked() {
                    self.close();
                }
                ui.add_enabled_ui(!self.open.is_empty(), |ui| {
                    let certain = self.open.iter().filter(|one| one.tier == Tier::A).count();
                    let all = tr!("reader-accept-certain", count = certain);
                    let answers = [
                        (Action::DismissProposal, Icon::Trash2, tr!("reader-dismiss"), tr!("reader-dismiss-hint")),
                        (Action::AcceptToEdit, Icon::Pencil, tr!("reader-accept-edit"), tr!("reader-accept-edit-hint")),
                        (Action::AcceptProposal, Icon::Check, tr!("reader-accept"), tr!("reader-accept-hint")),
                        (Action::AcceptCertain, Icon::CheckCheck, &all, Action::AcceptCertain.hint()),
                    ];
                    for (action, icon, name, hint) in
                        answers.into_iter().filter(|(action, ..)| certain > 1 || *action != Action::AcceptCertain)
                    {
                        let words = match action {
                            Action::AcceptCertain => icons::before(icon, &certain.to_string()),
                            _ if narrow => icons::text(icon),
                            _ => icons::before(icon, name),
                        };
                        let button = ui.button(words).accessible_name(name);
                        if button.on_hover_text(head::with_key(ui, hint, action)).clicked() {
                            self.answer(action, source, queue);
                        }
                    }
                });
            });
        });
        if self.open.is_empty() {
            return (None, self.done(ui, more));
        }
        let count = self.open.len();
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("reader proposals");
        if ui.memory(|memory| memory.data.get_temp::<usize>(egui::Id::unique("reader proposal shown"))) != Some(self.current) {
            ui.memory_mut(|memory| memory.data.insert_temp(egui::Id::unique("reader proposal shown"), self.current));
            area = area.vertical_scroll_offset((self.current as f32 - 1.0).max(0.0) * ROW);
        }
        let mut chosen = None;
        area.show_rows(ui, ROW, count, |ui, rows| {
            for number in rows {
                let Some(one) = self.open.get(number) else { continue };
                let content = one.content.iter().map(|span| span.text.as_str()).collect::<Vec<_>>().join(" … ");
                let who = if one.speaker.is_empty() { tr!("reader-somebody") } else { one.speaker.as_str() };
                let name = tr!("reader-proposal", who = who, content = content.split_whitespace().collect::<Vec<_>>().join(" "));
                let rule = tr!("reader-rule", tier = one.tier.letter(), rule = one.rule);
                let detail = if narrow { one.tier.letter() } else { &rule };
                let row = Row { name: &name, detail, current: number == self.current, ..Row::default() };
                if row.ui(ui).on_hover_text(format!("{name}\n{rule}")).clicked() {
                    chosen = Some(number);
                }
            }
        });
        if let Some(number) = chosen {
            shown = self.go(number);
        }
        (shown, false)
    }
}
