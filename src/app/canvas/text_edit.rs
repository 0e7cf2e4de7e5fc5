//! Writing on a card: a text field exactly over it. Enter commits, Shift+Enter starts a line, Escape goes back, a click elsewhere commits.
//! Chords such as Ctrl+Enter are keys of commands, which commit what was written first.

use egui::{
    CornerRadius, Event, EventFilter, FontId, Id, Key, KeyboardShortcut, Modifiers, Rect, Stroke, StrokeKind, TextEdit, Ui, Vec2, vec2,
};

use super::camera::Camera;
use super::field_lines::{self, Looks};
use super::paint::text_zoom;
use crate::app::keymap::{self, Keymap};
use crate::app::keys::{self, Listener};
use crate::base::NodeId;
use crate::editor::{Action, Command};
use crate::render::{Face, Ink, TextSize, Theme};
use crate::tr;

/// Below this zoom what is written cannot be read: the camera comes nearer first.
pub(crate) const WRITING_ZOOM: f32 = 0.8;
/// Width of the field for a claim of few words.
const WRITING_WIDTH: f32 = 240.0;
/// Space around the text, as on the card.
const PADDING: f32 = 12.0;

/// Text, gap and padding of the line that tells what comes next, in points.
const NEXT_SIZE: f32 = 12.0;
const NEXT_GAP: f32 = 8.0;
const NEXT_PADDING: Vec2 = vec2(8.0, 4.0);

/// The size of a card with two full lines: what a new claim is likely to need.
pub(crate) fn room_to_write() -> Vec2 {
    vec2(WRITING_WIDTH, 2.0 * TextSize::Body.line_height()) + Vec2::splat(2.0 * PADDING)
}

/// The text field on a card.
pub(crate) struct Writing {
    pub(crate) node: NodeId,
    text: String,
    original: String,
    /// Whether the field has had the keyboard: before that, not having it means nothing.
    begun: bool,
    /// What was typed behind the Enter that ended the writing.
    pub(crate) unread: Vec<Event>,
    /// Whether all of the text is still to be selected.
    select_all: bool,
}

/// The text field on the card of a claim.
pub(crate) fn field_id(node: NodeId) -> Id {
    Id::unique(("writing", node))
}

impl Writing {
    /// Begins with the present text, all of it selected.
    pub(crate) fn new(node: NodeId, text: &str) -> Self {
        Self { node, text: text.to_owned(), original: text.to_owned(), begun: false, unread: Vec::new(), select_all: !text.is_empty() }
    }

    /// The field's place on the map, with room for a second line.
    pub(crate) fn room(&self, text_rect: Rect) -> Rect {
        let size = text_rect.size().max(vec2(WRITING_WIDTH, 2.0 * TextSize::Body.line_height()));
        Rect::from_min_size(text_rect.min, size).expand(PADDING)
    }

    /// What was written so far, if it says something new.
    pub(crate) fn typed(&self) -> Option<Command> {
        let text = self.text.trim();
        let is_new = !text.is_empty() && text != self.original;
        is_new.then(|| Command::SetText { node: self.node, text: text.to_owned() })
    }

    /// What to do with what was written, when something else comes between.
    pub(crate) fn finish(self) -> Command {
        finished(self.node, &self.text, &self.original)
    }

    /// Draws the field over the text of a card; the command that ends the writing, once it ends.
    pub(crate) fn ui(&mut self, ui: &mut Ui, camera: Camera, canvas: Rect, text_rect: Rect, theme: Theme) -> Option<Command> {
        let zoom = text_zoom(camera.zoom);
        let padding = Vec2::splat(PADDING * camera.zoom);
        let width = text_rect.width().max(WRITING_WIDTH) * camera.zoom;
        let top_left = camera.screen_from_map(canvas, text_rect.min);
        let id = field_id(self.node);
        // A field drops its selection until it owns the keyboard.
        if self.select_all && ui.memory(|m| m.owns_ime_events(id)) {
            self.select_all = false;
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let end = self.text.chars().count();
            state
                .cursor
                .set_char_range(Some(egui::text::CCursorRange::two(egui::text::CCursor::new(0usize), egui::text::CCursor::new(end))));
            TextEdit::store_state(ui.ctx(), id, state);
        }
        let ends = |e: &Event| matches!(e, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if !modifiers.shift);
        let enter = ui.input_mut(|i| i.events.iter().position(ends).map(|at| i.events.split_off(at)));
        if let Some(events) = &enter {
            // What was typed behind it is not part of the text.
            let (keys, other) =
                events.iter().skip(1).cloned().partition(|e| matches!(e, Event::Key { .. } | Event::Text(_) | Event::Ime(_)));
            self.unread = keys;
            ui.input_mut(|i| i.events.extend::<Vec<Event>>(other));
        }
        let escape = ui.input(|i| i.key_pressed(Key::Escape));

        let font = FontId::new(TextSize::Body.points() * zoom, Face::Regular.family());
        let line_height = TextSize::Body.line_height() * zoom;
        let color = theme.color(Ink::Text);
        let looks = Looks { font, color, line_height };
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| field_lines::layout(ui, text.as_str(), width, &looks);
        // How high the field becomes is known only once the text is laid out: the ground is painted behind it afterwards.
        let ground = ui.painter().add(egui::Shape::Noop);
        let edit = TextEdit::multiline(&mut self.text)
            .id(id)
            .frame(egui::Frame::NONE)
            .margin(egui::Margin::ZERO)
            .desired_rows(1)
            .desired_width(width)
            .hint_text(tr!("write-hint"))
            .event_filter(EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true })
            .align(egui::Align2::LEFT_TOP)
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
            .layouter(&mut layouter);
        let room = Rect::from_min_size(top_left, vec2(width, line_height.max(text_rect.height() * camera.zoom)));
        let response = ui.place(room, edit).accessible_name(tr!("write-field"));
        let around = response.rect.union(room).expand2(padding);
        let radius = CornerRadius::from((8.0 * camera.zoom).round());
        let stroke = Stroke::new(2.0, theme.color(Ink::Selection));
        ui.painter().set(ground, egui::epaint::RectShape::new(around, radius, theme.color(Ink::Card), stroke, StrokeKind::Middle));

        if self.original.is_empty() {
            what_next(ui, around, canvas, theme);
        }

        if !self.begun {
            response.request_focus();
            self.begun = true;
            return None;
        }
        if escape {
            return Some(if self.original.is_empty() {
                Command::CancelNew(self.node)
            } else {
                Command::SetText { node: self.node, text: self.original.clone() }
            });
        }
        if enter.is_some() || response.lost_focus() || !response.has_focus() {
            return Some(finished(self.node, &self.text, &self.original));
        }
        None
    }
}

/// Tells below the field which keys go on from here.
fn what_next(ui: &Ui, around: Rect, canvas: Rect, theme: Theme) {
    let keymap = Keymap::of(ui.ctx());
    let goes_on = |action: Action| keymap.keys(action).iter().copied().find(|key| keys::may_fire(key, Listener::Writing));
    let words = [
        (Action::AddSupport, tr!("write-then-support")),
        (Action::AddSibling, tr!("write-then-sibling")),
        (Action::AddRebuttal, tr!("write-then-rebuttal")),
    ];
    let mut job = egui::text::LayoutJob::default();
    for (action, word) in words {
        let Some(key) = goes_on(action) else { continue };
        for (text, ink) in [(keymap::written(ui.ctx(), &key), Ink::Text), (format!(" {word}"), Ink::Muted)] {
            let space = if ink == Ink::Text && !job.is_empty() { 14.0 } else { 0.0 };
            job.append(&text, space, egui::TextFormat::simple(FontId::proportional(NEXT_SIZE), theme.color(ink)));
        }
    }
    if job.is_empty() {
        return;
    }
    let galley = ui.painter().layout_job(job);
    let mut rect = Rect::from_min_size(around.left_bottom() + vec2(0.0, NEXT_GAP), galley.size() + 2.0 * NEXT_PADDING);
    if rect.bottom() > canvas.bottom() {
        rect = rect.translate(vec2(0.0, around.top() - NEXT_GAP - rect.bottom()));
    }
    rect = rect.translate(vec2((canvas.right() - rect.right()).min(0.0), 0.0));
    let border = Stroke::new(1.0, theme.color(Ink::Border));
    ui.painter().rect(rect, 6.0, theme.color(Ink::Canvas), border, StrokeKind::Inside);
    ui.painter().galley(rect.min + NEXT_PADDING, galley, theme.color(Ink::Muted));
}

/// What comes of the writing. A new claim that says nothing goes again.
fn finished(node: NodeId, text: &str, original: &str) -> Command {
    let text = text.trim().to_owned();
    if text.is_empty() && original.is_empty() { Command::CancelNew(node) } else { Command::SetText { node, text } }
}
