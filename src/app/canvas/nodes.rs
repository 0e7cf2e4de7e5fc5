//! The nodes on the canvas as widgets: each visible card, handle and chip can be pointed at, reached by Tab and read aloud.

use egui::{EventFilter, Id, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo};

use super::gesture::can_be_premise;
use super::picture::Part;
use super::{Canvas, Gesture, access, popups, widget_id};
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor};
use crate::model::name_of;

/// With more nodes than this on screen none can be told apart: only the selected ones are widgets then.
const MAX_WIDGETS: usize = 400;
/// Radius of the grip from which lines are drawn.
pub(super) const GRIP: f32 = 7.0;
/// A grip is not offered on cards that are smaller than this on screen.
const GRIP_ZOOM: f32 = 0.3;

/// A part on screen that can be pointed at.
struct Target {
    node: NodeId,
    rect: Rect,
    sense: Sense,
}

impl Canvas {
    /// Lets the visible nodes be used.
    pub(super) fn nodes(&mut self, ui: &Ui, parts: &[Part], editor: &Editor, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        let mut responses = Vec::new();
        for target in self.targets(parts, canvas, editor) {
            let response = ui.interact(target.rect, widget_id(target.node), target.sense);
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
        self.grip(ui, canvas, editor, queue);
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
            let sense = if is_card { Sense::click_and_drag() } else { Sense::click() };
            let into = if is_card { &mut cards } else { &mut handles };
            if rect.intersects(canvas) {
                into.push(Target { node, rect, sense });
            }
            for chip in &card.chips {
                let rect = self.camera.screen_rect(canvas, chip.rect.translate(at.to_vec2()));
                if rect.intersects(canvas) {
                    chips.push(Target { node: chip.attribution, rect, sense: Sense::click() });
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
            Some(Target { node, rect, sense: Sense::click_and_drag() })
        });
        targets.filter(|target| target.rect.intersects(canvas)).collect()
    }

    fn use_node(&mut self, ui: &Ui, node: NodeId, response: &Response, editor: &Editor, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        let modifiers = ui.input(|i| i.modifiers);
        let selection = editor.selection();
        if response.hovered() {
            self.hovered = Some(node);
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
        if response.secondary_clicked() && !selection.contains(node) {
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
                self.gesture = Some(Gesture::Pan);
            } else if modifiers.shift {
                self.gesture = Some(Gesture::Marquee { from: at, to: at });
            } else {
                self.begin_move(node, at, editor, queue);
            }
        }
        self.follow_drag(ui, response, queue);
        popups::context_menu(response, editor, queue);
    }

    /// Carries on with a gesture that the widget began.
    pub(super) fn follow_drag(&mut self, ui: &Ui, response: &Response, queue: &mut Vec<Command>) {
        let canvas = ui.clip_rect();
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            self.drag_to(canvas, pointer, response.drag_delta());
        }
        if response.drag_stopped() {
            let extend = ui.input(|i| i.modifiers.command);
            self.release(canvas, extend, queue);
        }
    }

    /// The grip at the upper edge of the hovered or selected card: a line drawn from it connects.
    fn grip(&mut self, ui: &Ui, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) {
        if self.camera.zoom < GRIP_ZOOM || self.writing.is_some() {
            return;
        }
        let Some((node, at)) = self.grip_at(canvas, editor) else { return };
        let response = ui.interact(Rect::from_center_size(at, Vec2::splat(3.0 * GRIP)), Id::unique(("grip", node.as_str())), Sense::drag());
        response
            .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, format!("Connect {}", name_of(editor.map(), node))));
        let response = response.on_hover_cursor(egui::CursorIcon::Crosshair).on_hover_text("Drag onto a claim or a relation to connect");
        if response.hovered() {
            self.hovered = Some(node);
        }
        if response.drag_started_by(PointerButton::Primary) {
            let to = self.camera.map_from_screen(canvas, at);
            self.gesture = Some(Gesture::Connect { from: node, to, over: None });
        }
        self.follow_drag(ui, &response, queue);
    }

    /// Which node offers its grip, and where on screen.
    pub(super) fn grip_at(&self, canvas: Rect, editor: &Editor) -> Option<(NodeId, Pos2)> {
        let from = match &self.gesture {
            Some(Gesture::Connect { from, .. }) => Some(*from),
            Some(Gesture::Pan | Gesture::Move { .. } | Gesture::Marquee { .. }) => return None,
            None => None,
        };
        let hovered = self.hovered.filter(|n| n.kind() == NodeKind::Claim);
        let node = from.or(hovered).or(editor.selection().single()).filter(|n| can_be_premise(*n))?;
        self.grip_of(canvas, node).map(|at| (node, at))
    }

    /// Where a node's grip is on screen: on a card's upper edge, beside a chip.
    pub(super) fn grip_of(&self, canvas: Rect, node: NodeId) -> Option<Pos2> {
        let rect = self.camera.screen_rect(canvas, self.picture.scene().rect_of(node)?);
        Some(if node.kind() == NodeKind::Claim { rect.center_top() } else { rect.left_center() - Vec2::new(1.2 * GRIP, 0.0) })
    }
}
