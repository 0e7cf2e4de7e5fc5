//! Short messages at the foot of the canvas. They go by themselves, but not while somebody reads them; one that can be undone offers it.

use egui::{Align2, Area, Frame, Id, Order, Rect, RichText, vec2};

use super::icons::{self, Icon};
use super::theme::{Palette, UNIT};
use super::voice::Voice;
use crate::tr;

/// How long a message stays at least.
const SECS: f64 = 6.0;
/// So many letters are read in a second, slowly.
const LETTERS_A_SECOND: f64 = 12.0;
/// How long a message stays after somebody has looked at it.
const AFTER_READING: f64 = 2.0;
/// More than this many at once are not read.
const MAX_SHOWN: usize = 3;

struct Toast {
    number: u64,
    text: String,
    undoable: bool,
    /// Set when it is first drawn.
    until: Option<f64>,
}

impl Toast {
    fn secs(&self) -> f64 {
        SECS.max(self.text.chars().count() as f64 / LETTERS_A_SECOND)
    }
}

/// What the user asked of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Take back what the message tells of.
    Undo,
}

/// The messages on screen, oldest first.
#[derive(Default)]
pub(crate) struct Toasts {
    shown: Vec<Toast>,
    last: u64,
}

impl Toasts {
    /// Shows a message and says it, once each: the only door to both.
    pub(crate) fn tell(&mut self, ctx: &egui::Context, voice: &mut Voice, text: impl Into<String>, undoable: bool) {
        let text = text.into();
        voice.say(ctx, &text);
        // An older offer to undo would undo the newer step; and nothing is said twice at once.
        self.shown.iter_mut().for_each(|toast| toast.undoable = false);
        self.shown.retain(|toast| toast.text != text);
        self.last += 1;
        self.shown.push(Toast { number: self.last, text, undoable, until: None });
        if self.shown.len() > MAX_SHOWN {
            self.shown.remove(0);
        }
    }

    /// Withdraws offers to undo: the map has changed since.
    pub(crate) fn forget_undo(&mut self) {
        self.shown.retain(|t| !t.undoable);
    }

    /// Draws them over the foot of `canvas`.
    pub(crate) fn ui(&mut self, ctx: &egui::Context, canvas: Rect) -> Option<Answer> {
        let now = ctx.time();
        for toast in &mut self.shown {
            let secs = toast.secs();
            toast.until.get_or_insert(now + secs);
        }
        self.shown.retain(|t| t.until.is_some_and(|until| until > now));
        let mut answer = None;
        let mut closed = None;
        let mut foot = canvas.center_bottom() - vec2(0.0, 4.0 * UNIT);
        for toast in self.shown.iter_mut().rev() {
            let area = Area::new(Id::unique(("toast", toast.number)))
                .order(Order::Foreground)
                .fixed_pos(foot)
                .pivot(Align2::CENTER_BOTTOM)
                // No alert: the live region says it, and screen readers would say it twice.
                .role(egui::accesskit::Role::Group)
                .accessible_name(toast.text.clone());
            let mut has_keyboard = false;
            let shown = area.show(ctx, |ui| {
                let palette = Palette::of(ui.visuals());
                Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(12, 6)).show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.set_max_width((canvas.width() - 16.0 * UNIT).clamp(200.0, 560.0));
                        ui.add(egui::Label::new(&toast.text).wrap());
                        if toast.undoable {
                            let undo = ui.link(RichText::new(tr!("toast-undo")).color(palette.accent).strong());
                            has_keyboard |= undo.has_focus();
                            if undo.clicked() {
                                (answer, closed) = (Some(Answer::Undo), Some(toast.number));
                            }
                        }
                        let dismiss = icons::button(ui, Icon::X, tr!("notice-dismiss"));
                        has_keyboard |= dismiss.has_focus();
                        if dismiss.clicked() {
                            closed = Some(toast.number);
                        }
                    });
                });
            });
            // It stays while the pointer or the keyboard is on it.
            if shown.response.contains_pointer() || has_keyboard {
                toast.until = toast.until.map(|until| until.max(now + AFTER_READING));
            }
            foot.y = shown.response.rect.top() - 2.0 * UNIT;
        }
        self.shown.retain(|toast| Some(toast.number) != closed);
        let next = self.shown.iter().filter_map(|t| t.until).fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ctx.request_repaint_after_secs((next - now) as f32 + 0.01);
        }
        answer
    }
}
