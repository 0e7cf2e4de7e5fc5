//! A ring around what has the keyboard, on every control alike, as long as keys are used and not the pointer.

use egui::{Context, Event, Id, Key, LayerId, Order, Stroke, StrokeKind};

use super::theme::{Palette, UNIT};

/// Whether the keyboard was used last.
#[derive(Debug, Default)]
pub(crate) struct FocusRing {
    by_keys: bool,
}

impl FocusRing {
    /// Takes note of what is used: keys that walk bring the ring, a press of the pointer takes it away.
    pub(crate) fn watch(&mut self, ctx: &Context) {
        ctx.input(|input| {
            for event in &input.raw.events {
                match event {
                    Event::Key {
                        key: Key::Tab | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::F6,
                        pressed,
                        ..
                    } => {
                        self.by_keys |= pressed;
                    }
                    Event::PointerButton { pressed: true, .. } => self.by_keys = false,
                    _ => {}
                }
            }
        });
    }

    /// Draws the ring over everything else. Nodes on the canvas have rings of their own.
    pub(crate) fn ui(&self, ctx: &Context, canvas_has_keyboard: bool) {
        if !self.by_keys || canvas_has_keyboard {
            return;
        }
        let Some(response) = ctx.memory(|m| m.focused()).and_then(|id| ctx.read_response(id)) else { return };
        let rect = response.rect.intersect(response.interact_rect);
        if !rect.is_positive() {
            return;
        }
        let style = ctx.global_style();
        let palette = Palette::of(&style.visuals);
        let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("focus ring")));
        painter.rect_stroke(rect.expand(1.0), 1.5 * UNIT, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
    }
}
