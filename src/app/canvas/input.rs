//! The empty part of the canvas: panning, zooming, marking out, writing a new claim, clicking a line.

use egui::{CursorIcon, Key, PointerButton, Response, Ui};

use super::{Canvas, Gesture};
use crate::app::context_menu::{self, Ground};
use crate::editor::{Command, Editor};

impl Canvas {
    /// Lets the ground be used, and the wheel.
    pub(super) fn background(&mut self, ui: &Ui, response: &Response, editor: &Editor, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        self.wheel(ui, response);
        let (pointer, modifiers, origin) = ui.input(|i| (i.pointer.interact_pos(), i.modifiers, i.pointer.press_origin()));
        let on_map = pointer.map(|p| self.camera.map_from_screen(canvas, p));
        let hovered = response.hovered() && self.gesture.is_none();
        let used = response.clicked() || response.double_clicked() || response.secondary_clicked();
        // A line is too thin to be a widget.
        let line = on_map.filter(|_| hovered || used).and_then(|pos| self.picture.node_at(pos, self.camera.zoom));
        if hovered {
            self.hovered = line.or(self.hovered);
            if self.pans(ui) {
                ui.ctx().set_cursor_icon(CursorIcon::Grab);
            } else if line.is_some() {
                ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            }
        }
        if response.double_clicked() {
            if let (Some(pos), None) = (on_map, line) {
                queue.push(Command::AddClaimAt(pos));
            }
        } else if response.clicked() {
            response.request_focus();
            match line {
                Some(node) if modifiers.shift || modifiers.command => queue.push(Command::ToggleSelected(node)),
                Some(node) => queue.push(Command::Select(vec![node])),
                None if modifiers.shift || modifiers.command => {}
                None => queue.push(Command::Select(Vec::new())),
            }
            self.opened_chip = None;
        }
        if response.secondary_clicked() {
            self.menu_at = on_map;
            match line {
                Some(node) if editor.selection().contains(node) => {}
                Some(node) => queue.push(Command::Select(vec![node])),
                None => queue.push(Command::Select(Vec::new())),
            }
        }
        if response.drag_started_by(PointerButton::Primary)
            && let Some(origin) = origin
        {
            let at = self.camera.map_from_screen(canvas, origin);
            let marquee = (modifiers.shift || modifiers.command || modifiers.alt) && !self.pans(ui);
            // A quick hand presses before the grip under it is drawn.
            if marquee {
                self.gesture = Some(Gesture::Marquee { from: at, to: at });
            } else if self.pans(ui) || !self.begin_at_grip(canvas, origin, editor.map()) {
                self.gesture = Some(Gesture::Pan(at));
            }
            self.glide = None;
        }
        self.follow_drag(ui, response, editor, queue);
        self.middle_button(ui, response);
        if self.gesture.is_some() && ui.input(|i| i.key_pressed(Key::Escape)) {
            self.cancel_gesture();
        }
        if response.has_focus() {
            self.has_keyboard = true;
            let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        }
        context_menu::of_selection(response, editor, Ground { at: self.menu_at }, queue);
    }

    /// Whether the space bar is held: dragging pans whatever is under the pointer.
    pub(super) fn pans(&self, ui: &Ui) -> bool {
        self.writing.is_none() && ui.input(|i| i.key_down(Key::Space))
    }

    /// Dragging with the middle button pans wherever the pointer is on the canvas: cards do not stand in the way.
    fn middle_button(&mut self, ui: &Ui, response: &Response) {
        let (down, delta, origin) = ui.input(|i| (i.pointer.middle_down(), i.pointer.delta(), i.pointer.press_origin()));
        if down && self.gesture.is_none() && origin.is_some_and(|o| response.interact_rect.contains(o)) {
            self.pan(delta);
        }
    }

    /// The wheel pans, with Ctrl (or a pinch) it zooms at the pointer.
    fn wheel(&mut self, ui: &Ui, response: &Response) {
        if !response.contains_pointer() && !ui.rect_contains_pointer(response.rect) {
            return;
        }
        let (scroll, zoom, pointer) = ui.input(|i| (i.smooth_scroll_delta(), i.zoom_delta(), i.pointer.hover_pos()));
        if zoom != 1.0 {
            let canvas = ui.clip_rect();
            self.glide = None;
            self.camera.zoom_at(canvas, pointer.unwrap_or(canvas.center()), zoom);
        } else if scroll != egui::Vec2::ZERO {
            self.pan(scroll);
        }
    }
}
