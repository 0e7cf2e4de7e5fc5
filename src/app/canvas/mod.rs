//! The canvas: the scene through a camera, and what pointer and keyboard do to it.

mod access;
mod aim;
mod bookmarks;
pub(crate) mod camera;
mod cautions;
mod draw;
#[cfg(test)]
mod drawn;
mod drop;
mod far;
mod field_lines;
mod folds;
mod found;
mod gesture;
mod gliding;
mod grips;
mod hang;
mod input;
mod layer;
mod minimap;
mod near;
mod nodes;
mod paint;
mod picture;
mod popups;
mod progress;
mod provenance;
mod snap;
mod text_edit;
mod trail;
mod triangles;
mod words;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use egui::{Id, Painter, Pos2, Rect, Sense, TextureHandle, TextureId, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::base::NodeId;
use crate::editor::{Command, Editor};
use crate::render::Theme;
use crate::tr;
use aim::{Aim, Glide};
use camera::Camera;
use drop::Drop;
pub(crate) use drop::kind_word;
use gesture::Gesture;
use grips::Grip;
use minimap::Minimap;
use paint::Brush;
use picture::Picture;
use text_edit::Writing;
pub(crate) use text_edit::room_to_write;

/// Zoom of one step.
const ZOOM_STEP: f32 = 1.25;
/// The canvas with all that is its own: camera, gesture, the text field on a card.
#[derive(Default)]
pub(crate) struct Canvas {
    camera: Camera,
    glide: Option<Glide>,
    /// Cards on their way to where the map says.
    gliding: Option<gliding::Gliding>,
    /// The camera that showed all of the map, and the size of the canvas then: as long as nobody moves it, it follows the size.
    fitted: Option<(Camera, Vec2)>,
    aim: Vec<Aim>,
    /// Whether the next aim is taken at once.
    jump: bool,
    picture: Picture,
    far: far::Far,
    near: near::Near,
    words: Rc<words::Words>,
    dashes: Option<TextureHandle>,
    rect: Option<Rect>,
    /// What stands over the canvas, on screen: what is found must not be under it.
    cover: Option<Rect>,
    gesture: Option<Gesture>,
    drop: Option<Drop>,
    /// What the pointer can take hold of.
    grip: Option<Grip>,
    writing: Option<Writing>,
    stops: trail::Stops,
    /// Where controls that fold and unfold stood in the last frame, on screen.
    controls: Vec<Rect>,
    /// Typed behind the end of the writing, for whoever has the keyboard then; `None` where nothing has just ended.
    unread: Option<Vec<egui::Event>>,
    /// A chip whose attribution is shown beside it, and whether it was drawn as selected yet.
    opened_chip: Option<(NodeId, bool)>,
    /// The node whose widget is to have the keyboard as soon as it is drawn.
    wants_focus: Option<NodeId>,
    /// Where on the map the context menu was opened.
    menu_at: Option<Pos2>,
    /// Whether the inspector is asked for.
    pub(crate) wants_inspector: bool,
    /// A panel walks the map just now: the keyboard stays there while the selection changes.
    pub(crate) yields_keyboard: bool,
    /// The node that led the selection in the last frame.
    last_lead: Option<NodeId>,
    hovered: Option<NodeId>,
    /// Where a claim comes from, in the place of the map.
    provenance: provenance::View,
    /// The whole map in the corner.
    pub(crate) minimap: Minimap,
    /// Whether the canvas or something on it has the keyboard.
    has_keyboard: bool,
}

impl Canvas {
    /// Draws the canvas and lets it be used.
    pub(crate) fn ui(&mut self, ui: &mut Ui, editor: &Editor, theme: Theme, queue: &mut Vec<Command>) {
        let rect = ui.max_rect();
        self.rect = Some(rect);
        self.dashes.get_or_insert_with(|| triangles::dashes(ui.ctx()));
        if let Some(claim) = editor.traced() {
            return self.provenance(ui, claim, editor, theme, queue);
        }
        self.end_provenance(editor);
        self.picture.update(ui.ctx(), editor);
        self.picture.catch_up(ui.ctx());
        self.take_aim(ui.ctx(), rect);
        self.fly(ui);
        self.carry_cards(ui, editor);

        let label = tr!("canvas-map", count = self.picture.scene().cards().len());
        let builder =
            UiBuilder::new().max_rect(rect).accessibility_label(tr!("canvas-name")).accessibility_role(egui::accesskit::Role::Group);
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(rect);
            self.has_keyboard = false;
            let background = ui.interact(rect, ground_id(), Sense::click_and_drag());
            background.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Canvas, true, &label));
            self.background(ui, &background, editor, queue);
            let seen = self.camera.visible(rect).expand(8.0);
            let far = self.camera.zoom < paint::DETAIL_ZOOM;
            let parts = if far { self.picture.parts_around(seen) } else { Arc::new(self.picture.parts_near(seen)) };
            let hovered = self.hovered.take();
            self.nodes(ui, &parts, editor, queue);
            self.cautions(ui, &parts, editor);
            let controls = self.hidden_controls(ui, &parts, hovered, editor, queue);
            self.paint(ui, rect, &parts, hovered, editor, theme);
            self.paint_controls(&self.brush(ui.painter(), rect, theme, &self.words), &controls);
            self.follow_focus(ui, editor);
            self.write(ui, rect, editor, theme, queue);
            self.minimap_ui(ui, rect, editor, theme);
        });
        self.popups(ui, rect, editor, queue);
        self.hint(ui, rect, editor);
        if let Some(gesture) = &self.gesture {
            ui.ctx().set_cursor_icon(gesture.cursor());
        }
    }

    fn brush<'a>(&self, painter: &'a Painter, canvas: Rect, theme: Theme, words: &'a words::Words) -> Brush<'a> {
        let dashes = self.dashes.as_ref().map_or_else(TextureId::default, TextureHandle::id);
        Brush { painter, camera: self.camera, canvas, theme, words, dashes }
    }

    /// Lets go of a picture that may be large.
    pub(crate) fn put_down(self) {
        self.picture.put_down();
    }

    /// Where it is on screen, once it was drawn.
    pub(crate) fn rect(&self) -> Option<Rect> {
        self.rect
    }

    /// Tells what stands over its upper edge.
    pub(crate) fn cover(&mut self, cover: Option<Rect>) {
        self.cover = cover;
    }

    /// The zoom.
    pub(crate) fn zoom(&self) -> f32 {
        if self.provenance.is_open() {
            return self.provenance.zoom();
        }
        self.glide.map_or(self.camera.zoom, |glide| glide.to.zoom)
    }

    /// The picture of the present map, to measure for layouts.
    pub(crate) fn picture(&mut self, ctx: &egui::Context, editor: &Editor) -> &Picture {
        self.picture.update(ctx, editor);
        &self.picture
    }

    /// Whether no claim is to be seen.
    pub(crate) fn is_blank(&self) -> bool {
        self.picture.scene().cards().is_empty()
    }

    /// Share of a large map that is drawn, and for how many seconds, as long as it is not there.
    pub(crate) fn drawing(&self) -> Option<(f32, f32)> {
        self.picture.drawing()
    }

    /// Has a large map that is being drawn be drawn with straight lines.
    pub(crate) fn hurry(&self) {
        self.picture.hurry();
    }

    /// Whether a card is being written on.
    pub(crate) fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// Shows all of the map.
    pub(crate) fn fit(&mut self, jump: bool) {
        if self.provenance.is_open() {
            return self.provenance.fit();
        }
        self.aim.push(Aim::Fit);
        self.jump |= jump;
    }

    /// Shows these nodes with as little movement as possible.
    pub(crate) fn reveal(&mut self, nodes: Vec<NodeId>) {
        self.provenance.reveal(nodes.clone());
        self.aim.push(Aim::Show(nodes));
    }

    /// Shows a node so that it can be read.
    pub(crate) fn visit(&mut self, node: NodeId) {
        self.provenance.reveal(vec![node]);
        self.aim.push(Aim::Visit(node));
    }

    /// Shows these nodes as large as fits.
    pub(crate) fn fit_nodes(&mut self, nodes: Vec<NodeId>) {
        self.aim.push(Aim::FitNodes(nodes));
    }

    /// One step nearer or farther.
    pub(crate) fn zoom_steps(&mut self, steps: i32, editor: &Editor) {
        self.zoom_to(self.zoom() * ZOOM_STEP.powi(steps), editor);
    }

    /// That zoom, around what is selected where it is in sight, else around the middle.
    pub(crate) fn zoom_to(&mut self, zoom: f32, editor: &Editor) {
        let Some(canvas) = self.rect else { return };
        if self.provenance.is_open() {
            return self.provenance.zoom_to(canvas, zoom);
        }
        let mut to = self.glide.map_or(self.camera, |g| g.to);
        let selected = editor.selection().lead().and_then(|lead| self.picture.scene().rect_of(lead));
        let fixed = selected.map(|rect| to.screen_from_map(canvas, rect.center())).filter(|pos| canvas.contains(*pos));
        to.zoom_at(canvas, fixed.unwrap_or(canvas.center()), zoom / to.zoom);
        self.glide_to(to);
    }

    /// Opens the text field on a claim.
    pub(crate) fn write_on(&mut self, node: NodeId, editor: &Editor) {
        if let Some(claim) = editor.map().claim(node) {
            self.writing = Some(Writing::new(node, &claim.text));
            self.wants_focus = None;
            self.reveal(vec![node]);
        }
    }

    /// Whether the writing ended in the last frame, and what was typed after that in the same frame.
    pub(crate) fn take_unread(&mut self) -> Option<Vec<egui::Event>> {
        self.unread.take()
    }

    /// Whether the canvas keeps all keys to itself: a question waits for its answer, or the pointer is in the middle of something.
    pub(crate) fn is_asking(&self) -> bool {
        self.drop.is_some() || self.gesture.is_some()
    }

    /// Whether the canvas or something on it has the keyboard.
    pub(crate) fn has_keyboard(&self) -> bool {
        self.has_keyboard
    }

    /// What is being written on a card, to look at.
    pub(crate) fn typed(&self) -> Option<Command> {
        self.writing.as_ref().and_then(Writing::typed)
    }

    /// Ends the writing, because a command is about to be carried out.
    pub(crate) fn finish_writing(&mut self) -> Option<Command> {
        self.writing.take().map(Writing::finish)
    }

    /// Gives the keyboard to the leading node, so that it can be worked on at once.
    pub(crate) fn take_keyboard(&mut self, editor: &Editor) {
        self.wants_focus = editor.selection().lead();
    }

    /// These nodes, where they are claims, with the sizes of their cards.
    pub(crate) fn sizes_of(&self, nodes: &BTreeSet<NodeId>) -> Vec<(NodeId, Vec2)> {
        nodes.iter().filter_map(|id| self.picture.scene().card(*id).map(|card| (*id, card.rect().size()))).collect()
    }

    /// Shows a layout on its way: centres of claims.
    pub(crate) fn show_moving(&mut self, centres: impl IntoIterator<Item = (NodeId, Pos2)>) {
        self.picture.show_moving(centres);
    }

    /// What was shown moving goes back to where the map says.
    pub(crate) fn forget_moving(&mut self) {
        self.picture.forget_moving();
    }

    /// Keeps the keyboard on the node that leads the selection, as long as nothing else holds it.
    fn follow_focus(&mut self, ui: &Ui, editor: &Editor) {
        let lead = editor.selection().lead();
        if lead != self.last_lead {
            self.last_lead = lead;
            if self.writing.is_none() && !self.yields_keyboard && !ui.ctx().text_edit_focused() {
                self.wants_focus = lead;
            }
        }
    }

    fn write(&mut self, ui: &mut Ui, rect: Rect, editor: &Editor, theme: Theme, queue: &mut Vec<Command>) {
        let Some(writing) = &mut self.writing else { return };
        if self.picture.drawing().is_some() {
            return;
        }
        let Some(card) = self.picture.scene().card(writing.node).filter(|_| editor.map().claim(writing.node).is_some()) else {
            self.writing = None;
            return;
        };
        let text_rect = card.card.text_rect.translate(card.at.to_vec2());
        let node = writing.node;
        if let Some(command) = writing.ui(ui, self.camera, rect, text_rect, theme) {
            queue.push(command);
            self.unread = Some(std::mem::take(&mut writing.unread));
            self.writing = None;
            // The field is gone with the next frame, and would count as typed in until then.
            ui.memory_mut(|m| m.surrender_focus(text_edit::field_id(node)));
            self.wants_focus = Some(node);
        }
    }
}

/// The widget of the empty part.
pub(crate) fn ground_id() -> Id {
    Id::unique("canvas")
}

/// The widget of a node: the same in every frame and every run.
pub(crate) fn widget_id(node: NodeId) -> Id {
    Id::unique(("node", node.as_str()))
}

impl Canvas {
    /// Moves what is seen.
    fn pan(&mut self, points: Vec2) {
        self.camera.pan(points);
        self.glide = None;
    }
}
