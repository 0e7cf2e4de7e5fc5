//! Short messages at the foot of the canvas. They go by themselves; one that can be undone offers it.

use egui::{Align2, Area, Frame, Id, Order, Rect, RichText, vec2};

use super::icons::{self, Icon};
use super::theme::{Palette, UNIT};

/// How long a message stays.
const SECS: f64 = 6.0;
/// More than this many at once are not read.
const MAX_SHOWN: usize = 3;

struct Toast {
    text: String,
    undoable: bool,
    /// Set when it is first drawn.
    until: Option<f64>,
}

/// What the user asked of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Take back what the message tells of.
    Undo,
}

/// The messages on screen, oldest first.
#[derive(Default)]
pub(crate) struct Toasts(Vec<Toast>);

impl Toasts {
    /// Adds a message.
    pub(crate) fn push(&mut self, text: impl Into<String>, undoable: bool) {
        self.0.push(Toast { text: text.into(), undoable, until: None });
        // An older offer to undo would undo the newer step.
        let last = self.0.len() - 1;
        for toast in &mut self.0[..last] {
            toast.undoable = false;
        }
        if self.0.len() > MAX_SHOWN {
            self.0.remove(0);
        }
    }

    /// Withdraws offers to undo: the map has changed since.
    pub(crate) fn forget_undo(&mut self) {
        self.0.retain(|t| !t.undoable);
    }

    /// Draws them over the foot of `canvas`.
    pub(crate) fn ui(&mut self, ctx: &egui::Context, canvas: Rect) -> Option<Answer> {
        let now = ctx.time();
        for toast in &mut self.0 {
            toast.until.get_or_insert(now + SECS);
        }
        self.0.retain(|t| t.until.is_some_and(|until| until > now));
        let next = self.0.iter().filter_map(|t| t.until).fold(f64::INFINITY, f64::min);
        if next.is_finite() {
            ctx.request_repaint_after_secs((next - now) as f32 + 0.01);
        }
        let mut answer = None;
        let mut closed = None;
        let mut foot = canvas.center_bottom() - vec2(0.0, 4.0 * UNIT);
        for (i, toast) in self.0.iter().enumerate().rev() {
            let area = Area::new(Id::unique(("toast", i)))
                .order(Order::Foreground)
                .fixed_pos(foot)
                .pivot(Align2::CENTER_BOTTOM)
                .role(egui::accesskit::Role::Alert)
                .accessible_name(toast.text.clone());
            let shown = area.show(ctx, |ui| {
                let palette = Palette::of(ui.visuals());
                Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(12, 6)).show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.set_max_width((canvas.width() - 16.0 * UNIT).clamp(200.0, 560.0));
                        ui.add(egui::Label::new(&toast.text).wrap());
                        if toast.undoable && ui.link(RichText::new("Undo").color(palette.accent).strong()).clicked() {
                            (answer, closed) = (Some(Answer::Undo), Some(i));
                        }
                        if icons::button(ui, Icon::X, "Dismiss").clicked() {
                            closed = Some(i);
                        }
                    });
                });
            });
            foot.y = shown.response.rect.top() - 2.0 * UNIT;
        }
        if let Some(i) = closed {
            self.0.remove(i);
        }
        answer
    }
}
