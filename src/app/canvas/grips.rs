//! Where lines begin: the edge of every claim, the chip of every attribution, the handle and the ends of every arrow.

use egui::{CursorIcon, Id, PointerButton, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::gesture::can_be_premise;
use super::picture::Part;
use super::{Canvas, Gesture};
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor};
use crate::model::{ArgumentMap, name_of};
use crate::render::Path;
use crate::tr;

/// Radius of a grip on screen.
pub(super) const GRIP: f32 = 7.0;
/// A grip is not offered on cards that are smaller than this on screen.
pub(super) const GRIP_ZOOM: f32 = 0.3;
/// How far outside and inside of a card its edge can be taken, in points on screen.
const OUTSIDE: f32 = 7.0;
const INSIDE: f32 = 5.0;
/// Where an end of an arrow can be taken, in points on screen from its tip or its beginning.
const END: f32 = 20.0;
/// On a short line, at this share of it: as far from the card's edge as from the handle.
const END_SHARE: f32 = 0.4;
/// A line that is shorter on screen has room for no grip.
const END_LEAST: f32 = 34.0;
/// How near the pointer has to be.
const END_REACH: f32 = 11.0;

/// What the pointer can take hold of besides whole nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Grip {
    /// The edge of a claim, at a point on screen.
    Edge(NodeId, Pos2),
    /// The end of a relation's arrow, at a point on screen.
    End(NodeId, Pos2),
    /// The end of a relation's arrow at one of its premises, at a point on screen.
    Start(NodeId, NodeId, Pos2),
}

impl Canvas {
    /// Lets lines be drawn.
    pub(super) fn grips(&mut self, ui: &Ui, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) {
        self.grip = self.grip_at(ui, canvas, editor);
        let Some(grip) = self.grip else { return };
        let (node, at, id, name) = match grip {
            Grip::Edge(node, at) => {
                (node, at, Id::unique(("grip", node.as_str())), tr!("grip-connect", name = name_of(editor.map(), node)))
            }
            Grip::End(node, at) => (node, at, Id::unique(("end", node.as_str())), tr!("grip-end", name = name_of(editor.map(), node))),
            Grip::Start(node, premise, at) => {
                let id = Id::unique(("start", node.as_str(), premise.as_str()));
                (node, at, id, tr!("grip-start", name = name_of(editor.map(), node)))
            }
        };
        let response = ui.interact(Rect::from_center_size(at, Vec2::splat(3.0 * GRIP)), id, Sense::drag());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
        let (cursor, tip) = match grip {
            Grip::Edge(..) => (CursorIcon::Crosshair, tr!("grip-tip")),
            Grip::End(..) => (CursorIcon::Grab, tr!("grip-end-tip")),
            Grip::Start(..) => (CursorIcon::Grab, tr!("grip-start-tip")),
        };
        let response = response.on_hover_cursor(cursor).on_hover_text(tip);
        if response.hovered() {
            self.hovered = Some(node);
        }
        if response.drag_started_by(PointerButton::Primary) {
            self.begin_at(canvas, grip);
        }
        self.follow_drag(ui, &response, editor, queue);
    }

    /// The grip that is offered: the one in hand, the edge or arrow's end near the pointer, else that of the hovered or selected node.
    fn grip_at(&self, ui: &Ui, canvas: Rect, editor: &Editor) -> Option<Grip> {
        match &self.gesture {
            Some(Gesture::Draw(line)) => {
                let at = self.camera.screen_from_map(canvas, line.start);
                return Some(match line.premise {
                    Some(premise) => Grip::Start(line.of, premise, at),
                    None if line.is_end() => Grip::End(line.of, at),
                    None => Grip::Edge(line.of, at),
                });
            }
            Some(Gesture::Pan(_) | Gesture::Move(_) | Gesture::Marquee { .. }) => return None,
            None => {}
        }
        if self.camera.zoom < GRIP_ZOOM || self.writing.is_some() || self.drop.is_some() || self.pans(ui) {
            return None;
        }
        let pointer = ui.input(|i| i.pointer.hover_pos()).filter(|_| ui.rect_contains_pointer(canvas));
        let near = pointer.and_then(|pointer| self.grip_near(canvas, pointer, editor.map()));
        near.or_else(|| {
            let hovered = self.hovered.filter(|n| n.kind() == NodeKind::Claim);
            let node = hovered.or(editor.selection().single()).filter(|n| can_be_premise(*n))?;
            self.grip_of(canvas, node).map(|at| Grip::Edge(node, at))
        })
    }

    /// What a press at that point takes hold of besides whole nodes.
    pub(super) fn grip_near(&self, canvas: Rect, pointer: Pos2, map: &ArgumentMap) -> Option<Grip> {
        if self.camera.zoom < GRIP_ZOOM || self.writing.is_some() || self.drop.is_some() {
            return None;
        }
        self.edge_near(canvas, pointer).or_else(|| self.end_near(canvas, pointer, map))
    }

    /// Begins a line where a press has hit a grip; `false` where it has not.
    pub(super) fn begin_at_grip(&mut self, canvas: Rect, pointer: Pos2, map: &ArgumentMap) -> bool {
        let Some(grip) = self.grip_near(canvas, pointer, map) else { return false };
        self.begin_at(canvas, grip);
        true
    }

    fn begin_at(&mut self, canvas: Rect, grip: Grip) {
        let (Grip::Edge(node, at) | Grip::End(node, at) | Grip::Start(node, _, at)) = grip;
        let start = self.camera.map_from_screen(canvas, at);
        let start = if node.kind() == NodeKind::Relation { self.end_start(node).unwrap_or(start) } else { start };
        match grip {
            Grip::Start(_, premise, _) => self.begin_at_premise(node, premise, start),
            Grip::Edge(..) | Grip::End(..) => self.begin_line(node, start),
        }
    }

    /// The edge of the uppermost card near the pointer, unless the pointer is on a card above it or on a handle.
    fn edge_near(&self, canvas: Rect, pointer: Pos2) -> Option<Grip> {
        if self.controls.iter().any(|rect| rect.contains(pointer)) {
            return None;
        }
        let pos = self.camera.map_from_screen(canvas, pointer);
        let reach = (OUTSIDE + 1.0) / self.camera.zoom;
        let scene = self.picture.scene();
        for part in self.picture.parts_in(Rect::from_center_size(pos, Vec2::splat(2.0 * reach))).into_iter().rev() {
            match part {
                Part::Card(i) => {
                    let placed = scene.cards().get(i)?;
                    if placed.card.chips.iter().any(|chip| chip.rect.translate(placed.at.to_vec2()).contains(pos)) {
                        return None;
                    }
                    let rect = self.camera.screen_rect(canvas, placed.rect());
                    let inside = Vec2::splat(INSIDE).min(rect.size() * 0.15);
                    if rect.shrink2(inside).contains(pointer) {
                        return None;
                    }
                    if rect.expand(OUTSIDE).contains(pointer) {
                        return Some(Grip::Edge(placed.claim, nearest_on_border(rect, pointer)));
                    }
                }
                Part::Arrow(i) => {
                    let arrow = scene.arrows().get(i)?;
                    if arrow.handle_rect().contains(pos) {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// The end of an arrow near the pointer, at its target or at one of its premises.
    fn end_near(&self, canvas: Rect, pointer: Pos2, map: &ArgumentMap) -> Option<Grip> {
        let pos = self.camera.map_from_screen(canvas, pointer);
        let reach = END_REACH / self.camera.zoom;
        let mut nearest: Option<(Grip, f32)> = None;
        let mut offer = |at: Option<Pos2>, grip: &dyn Fn(Pos2) -> Grip| {
            let Some(at) = at.map(|at| self.camera.screen_from_map(canvas, at)) else { return };
            let distance = (at - pointer).length();
            if distance <= nearest.map_or(END_REACH, |(_, least)| least) {
                nearest = Some((grip(at), distance));
            }
        };
        for part in self.picture.parts_in(Rect::from_center_size(pos, Vec2::splat(2.0 * reach))) {
            let Part::Arrow(i) = part else { continue };
            let Some(arrow) = self.picture.scene().arrows().get(i) else { continue };
            let relation = arrow.relation;
            offer(arrow.trunk.as_ref().and_then(|trunk| self.taken_at(trunk, true)), &|at| Grip::End(relation, at));
            let premises = map.premises(relation);
            // Where not all of them are drawn it is not known whose leg is whose.
            for (premise, leg) in premises.iter().zip(&arrow.legs).filter(|_| premises.len() == arrow.legs.len()) {
                offer(self.taken_at(leg, false), &|at| Grip::Start(relation, *premise, at));
            }
        }
        nearest.map(|(grip, _)| grip)
    }

    /// Where a line can be taken near its end or its beginning, on the map; `None` where it is too short for that.
    fn taken_at(&self, line: &Path, at_end: bool) -> Option<Pos2> {
        let length = line.length();
        let inwards = (END / self.camera.zoom).min(length * END_SHARE);
        (length * self.camera.zoom >= END_LEAST).then(|| line.along(if at_end { length - inwards } else { inwards }).0)
    }

    /// Where the line begins while an end of an arrow is in hand.
    pub(super) fn end_start(&self, relation: NodeId) -> Option<Pos2> {
        self.picture.scene().arrow(relation).map(|arrow| arrow.at)
    }

    /// Where a node's grip is on screen: on a card's upper edge, beside a chip.
    pub(super) fn grip_of(&self, canvas: Rect, node: NodeId) -> Option<Pos2> {
        let rect = self.camera.screen_rect(canvas, self.picture.scene().rect_of(node)?);
        Some(if node.kind() == NodeKind::Claim { rect.center_top() } else { rect.left_center() - vec2(1.2 * GRIP, 0.0) })
    }
}

/// The point of a box's border that is nearest.
fn nearest_on_border(rect: Rect, pos: Pos2) -> Pos2 {
    let inside = pos.clamp(rect.min, rect.max);
    let [left, right] = [inside.x - rect.left(), rect.right() - inside.x];
    let [top, bottom] = [inside.y - rect.top(), rect.bottom() - inside.y];
    let least = left.min(right).min(top).min(bottom);
    if least == top {
        egui::pos2(inside.x, rect.top())
    } else if least == bottom {
        egui::pos2(inside.x, rect.bottom())
    } else if least == left {
        egui::pos2(rect.left(), inside.y)
    } else {
        egui::pos2(rect.right(), inside.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn the_border_is_found_from_both_sides() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 40.0));
        for (pos, expected) in [
            (pos2(50.0, 3.0), pos2(50.0, 0.0)),
            (pos2(50.0, -6.0), pos2(50.0, 0.0)),
            (pos2(50.0, 44.0), pos2(50.0, 40.0)),
            (pos2(97.0, 20.0), pos2(100.0, 20.0)),
            (pos2(-4.0, 20.0), pos2(0.0, 20.0)),
        ] {
            assert_eq!(nearest_on_border(rect, pos), expected, "{pos:?}");
        }
    }
}
