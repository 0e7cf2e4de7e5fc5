//! The canvas while there is nothing on it: what to do first. And the veil while a file is held over the window.

use egui::{Align2, Area, Button, Context, Id, LayerId, Order, Rect, RichText, Stroke, StrokeKind, Ui, vec2};

use super::icons::{self, Icon};
use super::panels::menu::shown_key;
use super::theme::{self, Palette, UNIT};
use crate::editor::{Action, Command};

/// Draws the hint and the buttons.
pub(super) fn ui(ui: &Ui, queue: &mut Vec<Command>) {
    let middle = ui.max_rect().center();
    Area::new(Id::unique("empty")).order(Order::Middle).fixed_pos(middle).pivot(Align2::CENTER_CENTER).show(ui.ctx(), |ui| {
        ui.set_width(100.0 * UNIT);
        let palette = Palette::of(ui.visuals());
        ui.vertical_centered(|ui| {
            ui.label(RichText::new(icons::text(Icon::MessageSquareText)).size(36.0).color(palette.weak));
            ui.add_space(UNIT);
            ui.label(RichText::new("What is the debate about?").size(theme::HEADING + 4.0).family(theme::bold()));
            ui.label(
                RichText::new("Write down one claim. Then say what speaks for it, what rebuts it, and who says so.").color(palette.weak),
            );
            ui.add_space(3.0 * UNIT);
            let wide = vec2(56.0 * UNIT, 9.0 * UNIT);
            let new = RichText::new(icons::before(Icon::Plus, "New claim")).color(palette.on_accent);
            if ui.add(Button::new(new).fill(palette.accent).min_size(wide)).accessible_name("New claim").clicked() {
                queue.push(Action::AddClaim.into());
            }
            if ui.add(Button::new(icons::before(Icon::FolderOpen, "Open…")).min_size(wide)).accessible_name("Open a map").clicked() {
                queue.push(Action::Open.into());
            }
            let example = Button::new(icons::before(Icon::Sparkles, Action::OpenExample.title())).min_size(wide);
            if ui.add(example).accessible_name(Action::OpenExample.title()).clicked() {
                queue.push(Action::OpenExample.into());
            }
            ui.add_space(3.0 * UNIT);
            let key = |action| shown_key(ui, action).unwrap_or_default();
            let hint = format!("Double-click or press {}; {} finds every command", key(Action::AddClaim), key(Action::TogglePalette));
            ui.label(RichText::new(hint).small().color(palette.weak));
        });
    });
}

/// Drawn while a file is held over the window.
pub(super) fn drop_veil(ctx: &Context, rect: Rect) {
    let style = ctx.global_style();
    let palette = Palette::of(&style.visuals);
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    painter.rect_filled(rect, 0.0, palette.accent_wash.gamma_multiply(0.85));
    painter.rect_stroke(rect.shrink(3.0 * UNIT), 12.0, Stroke::new(2.0, palette.accent), StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, "Drop to open", egui::FontId::new(22.0, theme::bold()), palette.accent);
}
