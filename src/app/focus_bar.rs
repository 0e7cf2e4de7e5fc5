//! The bar of the focus, in the corner of the canvas: what it is about, how far it reaches, and the way out. Where the provenance of a
//! claim stands in the place of the map, the bar is that of the picture.

use egui::{Align2, Area, Frame, Id, Margin, Order, PointerButton, Rect, RichText, Ui, accesskit, vec2};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::theme::{Palette, UNIT};
use crate::analysis::shown::Focus;
use crate::base::NodeId;
use crate::base::text::shorten;
use crate::editor::{Action, Command, Editor};
use crate::model::name_of;
use crate::tr;

/// Code points shown of what the focus is about.
const NAME: usize = 36;

impl ElenchusApp {
    /// Draws the bar where something is focused on.
    pub(super) fn show_focus_bar(&mut self, ctx: &egui::Context) {
        let Some(rect) = self.tab.canvas.rect() else { return };
        let editor = &self.tab.editor;
        if let Some(claim) = editor.traced() {
            bar(ctx, rect, tr!("provenance-bar"), |ui| provenance_row(ui, editor, claim, &mut self.queue));
        } else if let Some(focus) = editor.focus() {
            bar(ctx, rect, tr!("focus-bar"), |ui| row(ui, editor, focus, &mut self.queue));
        }
    }

    /// The mouse's own buttons for back and forward, wherever the pointer is.
    pub(super) fn travel_buttons(&mut self, ctx: &egui::Context) {
        if !self.dialogs.is_empty() {
            return;
        }
        for (button, action) in [(PointerButton::Extra1, Action::Back), (PointerButton::Extra2, Action::Forward)] {
            if ctx.input(|i| i.pointer.button_pressed(button)) && self.tab.editor.is_enabled(action) {
                self.queue.push(action.into());
            }
        }
    }
}

fn bar(ctx: &egui::Context, canvas: Rect, name: &str, row: impl FnOnce(&mut Ui)) {
    let area = Area::new(Id::unique("focus"))
        .order(Order::Middle)
        .fixed_pos(canvas.left_top() + vec2(3.0 * UNIT, 3.0 * UNIT))
        .pivot(Align2::LEFT_TOP)
        .constrain_to(canvas)
        .accessible_name(name);
    area.show(ctx, |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(8, 5)).show(ui, |ui| {
            ui.horizontal(row);
        });
    });
}

fn provenance_row(ui: &mut Ui, editor: &Editor, claim: NodeId, queue: &mut Vec<Command>) {
    let palette = Palette::of(ui.visuals());
    ui.spacing_mut().item_spacing.x = UNIT;
    ui.label(RichText::new(icons::text(Icon::Footprints)).color(palette.accent));
    ui.label(RichText::new(tr!("provenance-bar")).strong().color(palette.text));
    ui.label(RichText::new(shorten(&name_of(editor.map(), claim), NAME)).color(palette.weak));
    ui.add_space(UNIT);
    let back = ui.button(icons::before(Icon::X, tr!("provenance-back"))).accessible_name(tr!("provenance-back"));
    if back.on_hover_text(tr!("provenance-back-hint")).clicked() {
        queue.push(Action::ShowProvenance.into());
    }
}

fn row(ui: &mut Ui, editor: &Editor, focus: &Focus, queue: &mut Vec<Command>) {
    let palette = Palette::of(ui.visuals());
    ui.spacing_mut().item_spacing.x = UNIT;
    ui.label(RichText::new(icons::text(Icon::Focus)).color(palette.accent));
    let name = match focus.on.first().filter(|_| focus.on.len() == 1) {
        Some(node) => shorten(&name_of(editor.map(), *node), NAME),
        None => tr!("focus-several", count = focus.on.len()),
    };
    ui.label(RichText::new(name).strong().color(palette.text));
    ui.add_space(UNIT);
    let button = |ui: &mut Ui, icon: Icon, action: Action, queue: &mut Vec<Command>| {
        let response = ui.add_enabled_ui(editor.is_enabled(action), |ui| icons::button(ui, icon, action.title())).inner;
        if response.clicked() {
            queue.push(action.into());
        }
    };
    button(ui, Icon::Minus, Action::NarrowFocus, queue);
    let steps = ui.label(tr!("focus-steps", count = usize::from(focus.steps)));
    ui.ctx().accesskit_node_builder(steps.id, |node| node.set_live(accesskit::Live::Polite));
    button(ui, Icon::Plus, Action::WidenFocus, queue);
    ui.add_space(UNIT);
    let (shown, all) = editor.shown().counts();
    ui.label(RichText::new(tr!("shown-count", shown = shown, count = all)).small().color(palette.weak));
    button(ui, Icon::X, Action::LeaveFocus, queue);
}
