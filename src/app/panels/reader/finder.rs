//! Words looked for in the text: a field with the number of hits, and the way from hit to hit.

use std::ops::Range;

use egui::{Id, Key, Modifiers, RichText, TextEdit, Ui, vec2};

use super::blocks::Blocks;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::base::fold::{Folded, fold};
use crate::tr;

/// So many hits are counted; more help nobody.
const MOST: usize = 2000;

/// The search.
#[derive(Default)]
pub(super) struct Finder {
    query: String,
    /// The words that the hits are of.
    found: String,
    /// Code points.
    hits: Vec<Range<u32>>,
    current: usize,
    /// The text as it is compared; made when something is looked for.
    folded: Option<Folded>,
    wants_focus: bool,
    typing: bool,
}

impl Finder {
    /// Forgets what belongs to another text.
    pub(super) fn forget_text(&mut self) {
        *self = Self { query: std::mem::take(&mut self.query), wants_focus: self.wants_focus, ..Self::default() };
    }

    pub(super) fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }

    pub(super) fn is_typing(&self) -> bool {
        self.typing
    }

    pub(super) fn put_away(&mut self) {
        (self.typing, self.wants_focus) = (false, false);
    }

    /// The hits; the one that is looked at by its number.
    pub(super) fn hits(&self) -> (&[Range<u32>], usize) {
        (&self.hits, self.current)
    }

    /// Goes to the next hit or the one before.
    pub(super) fn step(&mut self, forward: bool) -> Option<Range<u32>> {
        let count = self.hits.len().max(1);
        self.current = (self.current + if forward { 1 } else { count - 1 }) % count;
        self.hits.get(self.current).cloned()
    }

    /// Draws the field; the hit to show, and whether the field was left for the text.
    pub(super) fn ui(&mut self, ui: &mut Ui, blocks: &Blocks, from: u32) -> (Option<Range<u32>>, bool) {
        let palette = Palette::of(ui.visuals());
        let id = Id::unique("reader find");
        let mut shown = None;
        let focused = ui.memory(|memory| memory.has_focus(id));
        let left = (focused || self.typing) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if focused {
            for (modifiers, forward) in [(Modifiers::SHIFT, false), (Modifiers::NONE, true)] {
                if ui.input_mut(|input| input.consume_key(modifiers, Key::Enter)) {
                    shown = self.step(forward);
                }
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = UNIT;
            ui.add_enabled_ui(!self.hits.is_empty(), |ui| {
                for (icon, name, forward) in
                    [(Icon::ChevronDown, tr!("reader-find-next"), true), (Icon::ChevronUp, tr!("reader-find-previous"), false)]
                {
                    if icons::button(ui, icon, name).clicked() {
                        shown = self.step(forward);
                    }
                }
            });
            if !self.found.is_empty() {
                let (text, color) = match self.hits.len() {
                    0 => (tr!("find-no-match").to_owned(), palette.warn),
                    count => (tr!("find-count", number = self.current + 1, count = count), palette.weak),
                };
                let told = ui.label(RichText::new(text).small().color(color));
                ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(egui::accesskit::Live::Polite));
            }
            let field = TextEdit::singleline(&mut self.query)
                .id(id)
                .hint_text(tr!("reader-find-hint"))
                .min_size(vec2(0.0, icons::SIZE))
                .align(egui::Align2::LEFT_CENTER)
                .desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name(tr!("reader-find"));
            if std::mem::take(&mut self.wants_focus) {
                response.request_focus();
            }
            self.typing = response.has_focus();
        });
        let wanted = fold(&self.query);
        if wanted != self.found {
            self.look_for(wanted, blocks, from);
            shown = self.hits.get(self.current).cloned();
        }
        (shown, left)
    }

    /// Finds the words; the first hit behind `from` is looked at.
    fn look_for(&mut self, wanted: String, blocks: &Blocks, from: u32) {
        let folded = self.folded.get_or_insert_with(|| Folded::new(blocks.text()));
        let (mut byte, mut char) = (0, 0_u32);
        let mut count = |to: usize| {
            char += blocks.text().get(byte..to).map_or(0, |part| part.chars().count() as u32);
            byte = to;
            char
        };
        self.hits = folded.find_all(&wanted).take(MOST).map(|hit| count(hit.start)..count(hit.end)).collect();
        self.current = self.hits.iter().position(|hit| hit.start >= from).unwrap_or(0);
        self.found = wanted;
    }
}
