//! Proposals from the text: looked for off the window's thread, listed under the page, accepted, edited or dismissed one by one.

use std::sync::Arc;

use egui::{Key, Label, RichText, ScrollArea, Ui};

use crate::app::icons::{self, Icon};
use crate::app::panels::row::Row;
use crate::app::theme::{Palette, UNIT, section_style};
use crate::base::{Sha256, SourceId};
use crate::editor::{Command, Editor};
use crate::jobs::Slot;
use crate::provenance::proposals;
use crate::provenance::suggest::{Proposal, suggest};
use crate::tr;

/// Height of a row of the list.
const ROW: f32 = 7.5 * UNIT;

/// Narrower than this only icons and tiers have room.
const NARROW: f32 = 96.0 * UNIT;

/// A text by its source and sum.
type Of = (SourceId, Sha256);

/// The proposals of one text.
#[derive(Default)]
pub(super) struct Proposing {
    job: Slot<(Of, Vec<Proposal>)>,
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
        self.job.start("suggest", move || waker.request_repaint(), move |_, _| ((source, sum), suggest(&text)));
    }

    /// Fetches what the job found, and leaves out what was answered since; a place in the text to show.
    pub(super) fn update(&mut self, editor: &Editor, shown: Of) -> Option<u32> {
        let mut shows = false;
        if let Some(done) = self.job.poll() {
            // After a bug nothing was found.
            self.found = done.ok();
            (self.of, self.current, shows) = (None, 0, true);
        }
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
        (self.found, self.of) = (None, None);
        self.open.clear();
    }

    /// Those that wait for an answer, and the number of the one that is looked at.
    pub(super) fn waiting(&self) -> (&[Proposal], usize) {
        (&self.open, self.current)
    }

    /// The height that the list would like.
    pub(super) fn height(&self) -> f32 {
        10.0 * UNIT + ROW * self.open.len().clamp(1, 12) as f32 + 2.0 * UNIT
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

    /// What a key asks for; where to look then.
    pub(super) fn key(&mut self, key: Key, shift: bool, source: SourceId, queue: &mut Vec<Command>) -> Option<u32> {
        match key {
            Key::N if shift => self.go(self.current.saturating_sub(1)),
            Key::N => self.go(self.current + 1),
            Key::Y | Key::E | Key::X => {
                self.answer(key, source, queue);
                None
            }
            _ => None,
        }
    }

    /// Accepts, accepts to edit, or dismisses the present proposal. The next one takes its place.
    fn answer(&mut self, key: Key, source: SourceId, queue: &mut Vec<Command>) {
        let Some(proposal) = self.open.get(self.current).cloned() else { return };
        self.answered = true;
        queue.push(match key {
            Key::E => Command::AcceptToEdit { source, proposal: Box::new(proposal) },
            Key::X => Command::DismissProposals { source, proposals: vec![proposal] },
            _ => Command::AcceptProposals { source, proposals: vec![proposal] },
        });
    }

    /// Draws the list; a place in the text to show.
    pub(super) fn ui(&mut self, ui: &mut Ui, source: SourceId, queue: &mut Vec<Command>) -> Option<u32> {
        let palette = Palette::of(ui.visuals());
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
                    let answers = [
                        (Key::X, Icon::Trash2, tr!("reader-dismiss"), tr!("reader-dismiss-hint")),
                        (Key::E, Icon::Pencil, tr!("reader-accept-edit"), tr!("reader-accept-edit-hint")),
                        (Key::Y, Icon::Check, tr!("reader-accept"), tr!("reader-accept-hint")),
                    ];
                    for (key, icon, name, hint) in answers {
                        let words = if narrow { icons::text(icon) } else { icons::before(icon, name) };
                        let button = ui.button(words).accessible_name(name);
                        if button.on_hover_text(format!("{hint}   {}", key.name())).clicked() {
                            self.answer(key, source, queue);
                        }
                    }
                });
            });
        });
        if self.open.is_empty() {
            ui.add(Label::new(RichText::new(tr!("reader-proposals-none")).color(palette.weak)).wrap());
            return None;
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
        shown
    }
}
