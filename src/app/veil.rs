//! The veil while a file is held over the window.

use egui::{Align2, Context, Id, LayerId, Order, Rect, Stroke, StrokeKind};

use super::theme::{self, Palette, UNIT};
use crate::tr;

/// Drawn while a file is held over the window.
pub(super) fn drop_veil(ctx: &Context, rect: Rect) {
    let style = ctx.global_style();
    let palette = Palette::of(&style.visuals);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    painter.rect_filled(rect, 0.0, palette.accent_wash.gamma_multiply(0.85));
    painter.rect_stroke(rect.shrink(3.0 * UNIT), 12.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, tr!("drop-to-open"), egui::FontId::new(22.0, theme::bold()), palette.accent);
}
