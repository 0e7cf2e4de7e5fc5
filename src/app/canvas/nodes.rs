//! The nodes on the canvas as widgets: each visible card, handle and chip can be pointed at, reached by Tab and read aloud.

use egui::{CursorIcon, EventFilter, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo};

use super::picture::Part;
use super::{Canvas, Gesture, access, widget_id};
use crate::app::context_menu;
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor};

/// With more nodes than this on screen none can be told apart: only the selected ones are widgets then.
const MAX_WIDGETS: usize = 400;
/// So near to the canvas's edge the map moves under what is dragged, in points on screen.
const BRINK: f32 = 32.0;
/// How fast at most, in points a second.
const DRIFT: f32 = 900.0;

/// A part on screen that can be pointed at.
struct Target {
    node: NodeId,
    rect: Rect,
}

impl Canvas {
    /// Lets the visible nodes be used.
    pub(super) fn nodes(&mut self, ui: &Ui, parts: &[Part], editor: &Editor, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        let mut responses = Vec::new();
        for target in self.targets(parts, canvas, editor) {
            let response = ui.interact(target.rect, widget_id(target.node), Sense::click_and_drag());
            let selected = editor.selection().contains(target.node);
            response.widget_info(|| WidgetInfo::selected(egui::accesskit::Role::ListItem, true, selected, editor.describe(target.node)));
            responses.push((target.node, response));
        }
        access::relate(ui, &responses, editor);
        if ui.ctx().text_edit_focused() {
            // Somebody has begun to type elsewhere.
            self.wants_focus = None;
        }
        if let Some(focus) = self.wants_focus
            && let Some((_, response)) = responses.iter().find(|(node, _)| *node == focus)
        {
            response.request_focus();
            self.wants_focus = None;
        }
        for (node, response) in &responses {
            self.use_node(ui, *node, response, editor, queue);
        }
        self.grips(ui, canvas, editor, queue);
    }

    /// Handles, cards, then chips, in the order of reading.
    fn targets(&self, parts: &[Part], canvas: Rect, editor: &Editor) -> Vec<Target> {
        let scene = self.picture.scene();
        let mut handles = Vec::new();
        let mut cards = Vec::new();
        let mut chips = Vec::new();
        if parts.len() > MAX_WIDGETS {
            return self.selected_targets(canvas, editor);
        }
        for part in parts {
            let (node, card, at) = match part {
                Part::Card(i) => match scene.cards().get(*i) {
                    Some(placed) => (placed.claim, &placed.card, placed.at),
                    None => continue,
                },
                Part::Arrow(i) => match scene.arrows().get(*i) {
                    Some(arrow) => (arrow.relation, &arrow.handle, arrow.at),
                    None => continue,
                },
            };
            let rect = self.camera.screen_rect(canvas, card.rect_at(at));
            let is_card = matches!(part, Part::Card(_));
            let into = if is_card { &mut cards } else { &mut handles };
            if rect.intersects(canvas) {
                into.push(Target { node, rect });
            }
            for chip in &card.chips {
                let rect = self.camera.screen_rect(canvas, chip.rect.translate(at.to_vec2()));
                if rect.intersects(canvas) {
                    chips.push(Target { node: chip.attribution, rect });
                }
            }
        }
        for list in [&mut handles, &mut cards, &mut chips] {
            list.sort_by(|a, b| {
                (a.rect.min.y, a.rect.min.x).partial_cmp(&(b.rect.min.y, b.rect.min.x)).unwrap_or(std::cmp::Ordering::Equal)
            });
        }
        handles.into_iter().chain(cards).chain(chips).collect()
    }

    /// The selected claims and relations and their neighbours, where there is too much on screen for the rest.
    fn selected_targets(&self, canvas: Rect, editor: &Editor) -> Vec<Target> {
        let scene = self.picture.scene();
        let targets = access::near_selection(editor, MAX_WIDGETS).into_iter().filter_map(|node| {
            let rect = self.camera.screen_rect(canvas, scene.rect_of(node)?);
            Some(Target { node, rect })
        });
        targets.filter(|target| target.rect.intersects(canvas)).collect()
    }

    fn use_node(&mut self, ui: &Ui, node: NodeId, response: &Response, editor: &Editor, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        let modifiers = ui.input(|i| i.modifiers);
        let selection = editor.selection();
        if response.hovered() {
            self.hovered = Some(node);
            if self.pans(ui) {
                ui.ctx().set_cursor_icon(CursorIcon::Grab);
            } else if node.kind() != NodeKind::Claim {
                ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            }
        }
        if response.has_focus() {
            self.has_keyboard = true;
            // The arrow keys walk the map, not the widgets.
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        }
        if response.gained_focus() && selection.lead() != Some(node) && !response.clicked() && self.wants_focus.is_none() {
            queue.push(Command::Select(vec![node]));
        }
        if response.double_clicked() && node.kind() == NodeKind::Claim {
            queue.push(Command::EditTextOf(node));
        } else if response.clicked() {
            response.request_focus();
            if modifiers.shift || modifiers.command {
                queue.push(Command::ToggleSelected(node));
            } else {
                queue.push(Command::Select(vec![node]));
            }
            if node.kind() == NodeKind::Attribution {
                self.opened_chip = Some((node, false));
            }
        }
        if response.drag_started_by(PointerButton::Primary)
            && let Some(origin) = ui.input(|i| i.pointer.press_origin())
        {
            let at = self.camera.map_from_screen(canvas, origin);
            if self.pans(ui) {
                self.gesture = Some(Gesture::Pan(at));
            } else if modifiers.shift {
                self.gesture = Some(Gesture::Marquee { from: at, to: at });
            } else if !self.begin_at_grip(canvas, origin, editor.map()) {
                self.take_hold(canvas, node, at, editor, queue);
            }
        }
        self.follow_drag(ui, response, editor, queue);
        context_menu::of_node(response, node, editor, queue);
    }

    /// A claim is moved, an attribution gives a line, a relation the end of its arrow.
    fn take_hold(&mut self, canvas: Rect, node: NodeId, at: Pos2, editor: &Editor, queue: &mut Vec<Command>) {
        match node.kind() {
            NodeKind::Claim => self.begin_move(node, at, editor, queue),
            NodeKind::Attribution => {
                let start = self.grip_of(canvas, node).map_or(at, |grip| self.camera.map_from_screen(canvas, grip));
                self.begin_line(node, start);
            }
            NodeKind::Relation => {
                let start = self.end_start(node).unwrap_or(at);
                self.begin_line(node, start);
            }
        }
    }

    /// Carries on with a gesture that the widget began.
    pub(super) fn follow_drag(&mut self, ui: &Ui, response: &Response, editor: &Editor, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            self.drift(ui, canvas, pointer);
            let modifiers = ui.input(|i| i.modifiers);
            self.drag_to(canvas, pointer, modifiers, editor);
        }
        if response.drag_stopped() {
            let extend = ui.input(|i| i.modifiers.command);
            self.release(canvas, extend, editor, queue);
        }
    }

    /// Moves the map under what is dragged to the brink of the canvas.
    fn drift(&mut self, ui: &Ui, canvas: Rect, pointer: Pos2) {
        if matches!(self.gesture, None | Some(Gesture::Pan(_))) {
            return;
        }
        let over = |low: f32, high: f32, at: f32| ((low + BRINK - at).max(0.0) - (at + BRINK - high).max(0.0)).clamp(-BRINK, BRINK) / BRINK;
        let push = Vec2::new(over(canvas.left(), canvas.right(), pointer.x), over(canvas.top(), canvas.bottom(), pointer.y));
        if push != Vec2::ZERO {
            let seconds = ui.input(|i| i.stable_dt).min(0.05);
            self.pan(push * DRIFT * seconds);
            ui.ctx().request_repaint();
        }
    }
}
