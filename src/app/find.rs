//! The search bar in the corner of the canvas: finds as one types, says how many and where, goes from hit to hit.

use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat};
use egui::{Align2, Area, Frame, Id, Key, Margin, Modifiers, Order, Rect, RichText, TextEdit, Ui, accesskit, vec2};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::theme::{Palette, SMALL, UNIT};
use crate::analysis::search::{Field, Owner, Place, text_of};
use crate::editor::{Action, Command, Editor};
use crate::tr;

/// Code points shown before and after a hit that is not on the canvas.
const AROUND: usize = 28;

/// The bar; what is looked for is the editor's.
#[derive(Default)]
pub(crate) struct FindBar {
    text: String,
    wants_keyboard: bool,
    selects_all: bool,
    /// Whether the field had the keyboard in the last frame: Escape takes it away before the bar hears of it.
    typing: bool,
    /// Where the present hit is, for this state of the search.
    told: Option<(Option<Owner>, u64, String, LayoutJob)>,
}

impl FindBar {
    /// Gives the field the keyboard, all of its text selected.
    pub(crate) fn take_keyboard(&mut self) {
        (self.wants_keyboard, self.selects_all) = (true, true);
    }

    /// Whether the field has the keyboard.
    pub(crate) fn is_typing(&self) -> bool {
        self.typing
    }

    /// Draws the bar; whether it was closed, and where it stands.
    fn ui(&mut self, ctx: &egui::Context, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) -> (bool, Rect) {
        let area = Area::new(Id::unique("find"))
            .order(Order::Middle)
            .fixed_pos(canvas.right_top() + vec2(-3.0 * UNIT, 3.0 * UNIT))
            .pivot(Align2::RIGHT_TOP)
            .constrain_to(canvas)
            .accessible_name(tr!("find-bar"));
        let shown = area.show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::symmetric(8, 5)).show(ui, |ui| {
                ui.set_width((canvas.width() - 12.0 * UNIT).clamp(48.0 * UNIT, 92.0 * UNIT));
                let closed = self.row(ui, editor, queue);
                self.place(ui, editor);
                closed
            })
        });
        (shown.inner.inner, shown.response.rect)
    }

    fn row(&mut self, ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) -> bool {
        let palette = Palette::of(ui.visuals());
        let find = editor.find();
        let mut closed = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 1.5 * UNIT;
            ui.label(RichText::new(icons::text(Icon::Search)).color(palette.weak));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                closed = icons::button(ui, Icon::X, tr!("find-close")).clicked();
                ui.add_enabled_ui(find.count() > 0, |ui| {
                    for (icon, action) in [(Icon::ChevronDown, Action::FindNext), (Icon::ChevronUp, Action::FindPrevious)] {
                        if icons::button_for(ui, icon, action.title(), action).clicked() {
                            queue.push(action.into());
                        }
                    }
                });
                let (count, color) = match (find.number(), find.words().is_empty()) {
                    (Some(number), _) => (tr!("find-count", number = number, count = find.count()), palette.weak),
                    (None, false) => (tr!("find-no-match").to_owned(), palette.warn),
                    (None, true) => (String::new(), palette.weak),
                };
                let label = ui.label(RichText::new(count).small().color(color));
                ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
                closed |= self.field(ui, editor, queue);
            });
        });
        closed
    }

    /// The field; true where Escape was pressed in it.
    fn field(&mut self, ui: &mut Ui, editor: &Editor, queue: &mut Vec<Command>) -> bool {
        let id = Id::unique("find field");
        let focused = ui.memory(|m| m.has_focus(id));
        let escape = (focused || self.typing) && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape));
        if focused {
            for (modifiers, action) in [(Modifiers::SHIFT, Action::FindPrevious), (Modifiers::NONE, Action::FindNext)] {
                let presses = ui.input_mut(|i| i.count_and_consume_key(modifiers, Key::Enter));
                queue.extend(std::iter::repeat_n(Command::from(action), presses));
            }
        } else if self.text != editor.find().query() {
            self.text = editor.find().query().to_owned();
        }
        // A field drops its selection until it owns the keyboard.
        if self.selects_all && focused && ui.memory(|m| m.owns_ime_events(id)) {
            self.selects_all = false;
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let all = CCursorRange::two(CCursor::new(0usize), CCursor::new(self.text.chars().count()));
            state.cursor.set_char_range(Some(all));
            TextEdit::store_state(ui.ctx(), id, state);
        }
        let field = TextEdit::singleline(&mut self.text)
            .id(id)
            .hint_text(tr!("find-hint"))
            .frame(Frame::NONE)
            .margin(Margin::symmetric(6, 0))
            .align(Align2::LEFT_CENTER)
            .min_size(vec2(0.0, icons::SIZE))
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(tr!("find-field"));
        if std::mem::take(&mut self.wants_keyboard) {
            response.request_focus();
        }
        if response.changed() {
            queue.push(Command::LookFor(self.text.clone()));
        }
        self.typing = response.has_focus();
        escape
    }

    /// Where the present hit is, where one does not see it on its card.
    fn place(&mut self, ui: &mut Ui, editor: &Editor) {
        let find = editor.find();
        let state = (find.current(), editor.revision(), find.query());
        let told = self.told.as_ref().is_some_and(|(hit, revision, query, _)| (*hit, *revision, query.as_str()) == state);
        if !told {
            let job = editor.found_places().first().map(|place| told_place(ui, editor, place)).unwrap_or_default();
            self.told = Some((state.0, state.1, state.2.to_owned(), job));
        }
        if let Some((.., job)) = self.told.as_ref().filter(|(.., job)| !job.text.is_empty()) {
            ui.add(egui::Label::new(job.clone()).truncate());
        }
    }
}

/// "In the note: … words around it …", the words marked.
fn told_place(ui: &Ui, editor: &Editor, place: &Place) -> LayoutJob {
    let palette = Palette::of(ui.visuals());
    let map = editor.map();
    let plain = TextFormat::simple(egui::FontId::proportional(SMALL), palette.weak);
    let marked = TextFormat { color: palette.text, background: palette.found_wash, ..plain.clone() };
    let mut job = LayoutJob::default();
    let lead = match (place.owner, place.field) {
        (Owner::Speaker(id), _) => tr!("find-in-speaker", name = map.speaker(id).map_or("", |s| s.label())),
        (Owner::Source(id), _) => tr!("find-in-source", name = map.source(id).map_or("", |s| s.label())),
        (Owner::Node(_), field) => field_words(field).to_owned(),
    };
    job.append(&lead, 0.0, plain.clone());
    // What a card shows, and a name that was just said, need no repetition.
    let shown = matches!(place.field, Field::Text | Field::Tag | Field::Cause | Field::Name);
    let shown = shown || (place.field == Field::Title && !matches!(place.owner, Owner::Node(id) if map.relation(id).is_some()));
    if let (false, Some(text), Some(first)) = (shown, text_of(map, place), place.ranges.first()) {
        let (before, found, after) = (&text[..first.start], &text[first.clone()], &text[first.end..]);
        let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        let one_line = |piece: &str| piece.replace(['\n', '\t'], " ");
        job.append(&format!(": {}{}", if from > 0 { "…" } else { "" }, one_line(&before[from..])), 0.0, plain.clone());
        job.append(&one_line(found), 0.0, marked);
        job.append(&format!("{}{}", one_line(&after[..to]), if to < after.len() { "…" } else { "" }), 0.0, plain);
    }
    job
}

fn field_words(field: Field) -> &'static str {
    match field {
        Field::Text => tr!("find-in-text"),
        Field::Title | Field::Name | Field::Alias => tr!("find-in-title"),
        Field::Note | Field::Role | Field::Affiliation => tr!("find-in-note"),
        Field::Tag => tr!("find-in-tag"),
        Field::Cause => tr!("find-in-cause"),
        Field::Scheme => tr!("find-in-scheme"),
        Field::Quote => tr!("find-in-quote"),
        Field::Cue => tr!("find-in-cue"),
        Field::Date => tr!("find-in-date"),
        Field::Venue | Field::Address => tr!("find-in-place"),
    }
}

impl ElenchusApp {
    /// Draws the search bar while something is looked for.
    pub(super) fn show_find_bar(&mut self, ctx: &egui::Context) {
        let Some(rect) = self.tab.canvas.rect().filter(|_| self.tab.editor.find().is_open()) else {
            self.find_bar.typing = false;
            self.tab.canvas.cover(None);
            return;
        };
        let (closed, bar) = self.find_bar.ui(ctx, rect, &self.tab.editor, &mut self.queue);
        self.tab.canvas.cover(Some(bar));
        if closed {
            self.find_bar.typing = false;
            self.queue.push(Command::EndFind);
            self.tab.canvas.take_keyboard(&self.tab.editor);
        }
    }
}
