//! What stands above the page: which text, what becomes of what is marked in it, the search.

use egui::{ComboBox, Ui};

use super::{Reader, USES, Wish};
use crate::app::icons::{self, Icon};
use crate::app::keymap;
use crate::app::panels::Desk;
use crate::app::panels::fields::{self, chevrons};
use crate::app::theme::UNIT;
use crate::base::SourceId;
use crate::base::date::shown;
use crate::base::text::shorten;
use crate::edit::ops::PassageUse;
use crate::editor::{Action, Command};
use crate::model::Source;
use crate::tr;

/// Levels of a thread that are set in.
const MAX_DEPTH: usize = 6;

impl Reader {
    /// Draws it; what was asked for.
    pub(super) fn head(&mut self, ui: &mut Ui, desk: &mut Desk<'_>, id: SourceId, source: &Source, version: usize) -> Option<Wish> {
        ui.spacing_mut().item_spacing = egui::vec2(1.5 * UNIT, 1.5 * UNIT);
        self.pickers(ui, desk, id, source, version);
        let wish = self.buttons(ui, desk);
        let from = self.page.selected().map_or(0, |range| range.start);
        let (asked, (hit, left)) = ui.horizontal(|ui| (self.proposer(ui), self.finder.ui(ui, &self.page.blocks, from))).inner;
        let wish = wish.or(asked);
        if let Some(hit) = hit {
            self.page.show(hit.start.max(1));
        }
        if left || wish.is_some() {
            self.page.take_keyboard();
        }
        wish
    }

    /// Which source, and which version of its text.
    fn pickers(&mut self, ui: &mut Ui, desk: &Desk<'_>, id: SourceId, source: &Source, version: usize) {
        ui.horizontal(|ui| {
            let several = source.texts.len() > 1;
            let side = if several { 34.0 * UNIT } else { 0.0 };
            let width = (ui.available_width() - side).max(20.0 * UNIT);
            let label = |source: &Source| shorten(source.label(), 80);
            let of = fields::list_box(ui, "reader source");
            let list = ComboBox::from_id_salt("reader source").icon(chevrons).width(width).truncate().selected_text(label(source));
            let shown_text = fields::open_list(ui, of, |ui| {
                list.show_ui(ui, |ui| {
                    let map = desk.editor.map();
                    for (other, depth) in map.threads() {
                        let Some(entry) = map.source(other).filter(|entry| !entry.texts.is_empty()) else { continue };
                        ui.horizontal(|ui| {
                            ui.add_space(4.0 * UNIT * depth.min(MAX_DEPTH) as f32);
                            if fields::entry(ui, of, other == id, label(entry)) {
                                (self.source, self.version) = (Some(other), None);
                            }
                        });
                    }
                })
            });
            shown_text.response.accessible_name(tr!("reader-source", source = source.label()));
            if several {
                let of = fields::list_box(ui, "reader version");
                let name = |number: usize| tr!("reader-version", version = number + 1);
                let picker =
                    ComboBox::from_id_salt("reader version").icon(chevrons).width(ui.available_width()).selected_text(name(version));
                let picked = fields::open_list(ui, of, |ui| {
                    picker.show_ui(ui, |ui| {
                        for (number, text) in source.texts.iter().enumerate().rev() {
                            let when = shown(text.imported.get(..10).unwrap_or(&text.imported));
                            let label = format!("{} · {when}", name(number));
                            if fields::entry(ui, of, number == version, label) {
                                self.version = (number + 1 < source.texts.len()).then_some(number);
                            }
                        }
                    })
                });
                picked.response.accessible_name(name(version));
            }
        });
    }

    /// One button a key.
    fn buttons(&mut self, ui: &mut Ui, desk: &Desk<'_>) -> Option<Wish> {
        let mut wish = None;
        let marked = self.page.selected().is_some();
        let aimed = desk.editor.selection().lead().is_some();
        ui.horizontal_wrapped(|ui| {
            for (action, usage) in USES {
                let (icon, name, hint) = match usage {
                    PassageUse::Claim => (Icon::Square, tr!("reader-claim"), tr!("reader-claim-hint")),
                    PassageUse::Quote => (Icon::Quote, tr!("reader-quote"), tr!("reader-quote-hint")),
                    PassageUse::Attribution => (Icon::User, tr!("reader-attribution"), tr!("reader-attribution-hint")),
                    PassageUse::Rebuttal => (Icon::Swords, tr!("reader-rebuttal"), tr!("reader-rebuttal-hint")),
                };
                let why_not = match (marked, aimed || usage == PassageUse::Claim) {
                    (false, _) => Some(tr!("reader-nothing-marked")),
                    (true, false) => Some(tr!("reader-nothing-selected")),
                    (true, true) => None,
                };
                let button = ui.add_enabled(why_not.is_none(), egui::Button::new(icons::before(icon, name))).accessible_name(name);
                let button = button.on_hover_text(with_key(ui, hint, action)).on_disabled_hover_text(why_not.unwrap_or_default());
                if button.clicked() {
                    wish = Some(Wish::Take(usage));
                }
            }
        });
        wish
    }

    /// The button that finds proposals, and what it is doing.
    fn proposer(&self, ui: &mut Ui) -> Option<Wish> {
        let mut wish = None;
        if self.proposing.is_running() {
            ui.spinner();
            ui.label(tr!("reader-proposing"));
        } else {
            let name = tr!("reader-propose");
            let button = ui.button(icons::before(Icon::Sparkles, name)).accessible_name(name);
            if button.on_hover_text(with_key(ui, tr!("reader-propose-hint"), Action::Propose)).clicked() {
                wish = Some(Wish::Propose);
            }
        }
        wish
    }
}

/// A hint with the key that an action has.
pub(super) fn with_key(ui: &Ui, hint: &str, action: Action) -> String {
    let key = keymap::shown(ui.ctx(), action).map(|key| format!("   {key}")).unwrap_or_default();
    format!("{hint}{key}")
}

/// The way to a first text.
pub(super) fn import(ui: &mut Ui, desk: &mut Desk<'_>) {
    let title = Action::ImportSource.title();
    if ui.button(icons::before(Icon::FileInput, title)).accessible_name(title).clicked() {
        desk.queue.push(Command::from(Action::ImportSource));
    }
}
