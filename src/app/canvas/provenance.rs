//! Where a claim comes from, in the place of the map: the picture that exports draw too, with its cards to be pointed at, walked along
//! and read aloud. Nothing in it is moved or joined; what is edited is edited elsewhere.

use egui::{CursorIcon, EventFilter, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit, vec2};

use super::camera::Camera;
use super::paint::Brush;
use super::{Canvas, ground_id, widget_id};
use crate::app::context_menu;
use crate::base::lang::{Language, language};
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor};
use crate::provenance::origins::{Origins, origins};
use crate::provenance::trace::{Trace, trace};
use crate::provenance::words;
use crate::render::{Ink, Scene, TextShaper, Theme, provenance_scene};
use crate::tr;

/// At first the picture is no smaller than can be read.
const LEAST_ZOOM: f32 = 0.8;
/// Room for the bar over the picture, in points.
const BAR: f32 = 56.0;
const MARGIN: f32 = 24.0;

/// The picture and where one looks at it.
#[derive(Default)]
pub(super) struct View {
    camera: Camera,
    /// What the scene was made from: the revision, whether texts had been looked up, the claim, the language.
    made: Option<(u64, bool, NodeId, Language)>,
    shown: Option<Shown>,
    shaper: Option<TextShaper>,
    /// All of it is to be seen.
    fits: bool,
    reveal: Vec<NodeId>,
    /// How large the canvas was.
    size: Vec2,
}

struct Shown {
    scene: Scene,
    trace: Trace,
    /// What is read aloud of each card, and what else is known of it.
    told: Vec<(String, String)>,
}

impl View {
    /// Whether it is in the place of the map.
    pub(super) fn is_open(&self) -> bool {
        self.made.is_some()
    }

    pub(super) fn zoom(&self) -> f32 {
        self.camera.zoom
    }

    pub(super) fn fit(&mut self) {
        self.fits = true;
    }

    /// Brings nodes into sight; nothing to remember while the map is seen.
    pub(super) fn reveal(&mut self, nodes: Vec<NodeId>) {
        if self.is_open() {
            self.reveal = nodes;
        }
    }

    pub(super) fn zoom_to(&mut self, canvas: Rect, zoom: f32) {
        self.camera.zoom_at(canvas, canvas.center(), zoom / self.camera.zoom);
    }

    fn update(&mut self, canvas: Rect, claim: NodeId, editor: &Editor) {
        // What was at the upper left stays there when panels come and go.
        let before = std::mem::replace(&mut self.size, canvas.size());
        self.camera.centre += (canvas.size() - before) / (2.0 * self.camera.zoom);
        let key = (editor.revision(), editor.quotations_are_checked(), claim, language());
        if self.made != Some(key) {
            let shaper = self.shaper.get_or_insert_with(TextShaper::new);
            shaper.doubt(editor.misquoting().clone());
            let map = editor.map();
            let trace = trace(map, claim);
            let found = origins(map, &trace, editor.copies());
            let scene = provenance_scene(map, &trace, &found, Theme::light(), shaper);
            let is_other = self.made.is_none_or(|made| made.2 != claim);
            let told = std::iter::once(None).chain((0..trace.steps.len()).map(Some)).take(scene.cards().len());
            let told = told.map(|step| told_of(editor, &trace, &found, step)).collect();
            self.shown = Some(Shown { scene, trace, told });
            self.made = Some(key);
            if is_other {
                self.begin(canvas);
            }
        }
        self.aim(canvas);
    }

    /// Shows all of the picture, or its upper left part as large as can be read.
    fn begin(&mut self, canvas: Rect) {
        let Some(shown) = &self.shown else { return };
        let bounds = shown.scene.bounds();
        let room = below_bar(canvas);
        self.camera = Camera::fitting(room, bounds);
        self.camera.pan(room.center() - canvas.center());
        if self.camera.zoom < LEAST_ZOOM {
            self.camera.zoom = LEAST_ZOOM;
            let corner = (room.min + Vec2::splat(MARGIN) - canvas.center()) / LEAST_ZOOM;
            self.camera.centre = bounds.min - corner;
        }
    }

    fn aim(&mut self, canvas: Rect) {
        let Some(shown) = &self.shown else { return };
        if std::mem::take(&mut self.fits) {
            let room = below_bar(canvas);
            self.camera = Camera::fitting(room, shown.scene.bounds());
            self.camera.pan(room.center() - canvas.center());
        }
        let rects = self.reveal.drain(..).filter_map(|node| shown.scene.rect_of(node));
        if let Some(rect) = rects.reduce(Rect::union) {
            self.camera = self.camera.showing(canvas, rect);
        }
    }
}

fn below_bar(canvas: Rect) -> Rect {
    Rect::from_min_max(canvas.min + vec2(0.0, BAR), canvas.max.max(canvas.min + vec2(1.0, BAR + 1.0)))
}

impl Canvas {
    /// Draws the picture and lets it be used.
    pub(super) fn provenance(&mut self, ui: &mut Ui, claim: NodeId, editor: &Editor, theme: Theme, queue: &mut Vec<Command>) {
        let canvas = ui.max_rect();
        queue.extend(self.finish_writing());
        if !self.provenance.is_open() {
            self.wants_focus = editor.selection().lead().or(Some(claim));
            (self.gesture, self.drop, self.hovered) = (None, None, None);
        }
        let mut view = std::mem::take(&mut self.provenance);
        view.update(canvas, claim, editor);
        if let Some(shown) = view.shown.take() {
            let name = tr!("provenance-name", claim = editor.map().claim(claim).map_or("", |claim| claim.label()));
            let builder = egui::UiBuilder::new().max_rect(canvas).accessibility_label(name).accessibility_role(accesskit::Role::Group);
            ui.scope_builder(builder, |ui| {
                ui.set_clip_rect(canvas);
                self.has_keyboard = false;
                self.use_ground(ui, &mut view.camera, &shown);
                let hovered = self.use_acts(ui, &mut view.camera, &shown, editor, queue);
                self.paint_provenance(ui, view.camera, &shown, hovered, editor, theme);
                self.follow_focus(ui, editor);
            });
            view.shown = Some(shown);
        }
        self.provenance = view;
    }

    /// The map is back in its place.
    pub(super) fn end_provenance(&mut self, editor: &Editor) {
        if self.provenance.is_open() {
            self.provenance = View::default();
            self.wants_focus = editor.selection().lead();
        }
    }

    /// Dragging moves what is seen, the wheel too; with Ctrl it zooms.
    fn use_ground(&mut self, ui: &Ui, camera: &mut Camera, shown: &Shown) {
        let canvas = ui.clip_rect();
        let ground = ui.interact(canvas, ground_id(), Sense::click_and_drag());
        let count = tr!("provenance-steps", count = shown.trace.steps.len());
        ground.widget_info(|| WidgetInfo::labeled(accesskit::Role::Canvas, true, &count));
        if ground.dragged() {
            camera.pan(ground.drag_delta());
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        hold_keys(ui, &ground, &mut self.has_keyboard);
        if !ui.rect_contains_pointer(canvas) {
            return;
        }
        let (scroll, zoom, pointer) = ui.input(|i| (i.smooth_scroll_delta(), i.zoom_delta(), i.pointer.hover_pos()));
        if zoom != 1.0 {
            camera.zoom_at(canvas, pointer.unwrap_or(canvas.center()), zoom);
        } else if scroll != Vec2::ZERO {
            camera.pan(scroll);
        }
    }

    /// The claim and the acts as widgets, in the order of time. Returns what is under the pointer.
    fn use_acts(&mut self, ui: &Ui, camera: &mut Camera, shown: &Shown, editor: &Editor, queue: &mut Vec<Command>) -> Option<NodeId> {
        let canvas = ui.clip_rect();
        let mut hovered = None;
        let mut moved = Vec2::ZERO;
        for (number, placed) in shown.scene.cards().iter().enumerate() {
            let (node, rect) = (placed.claim, camera.screen_rect(canvas, placed.rect()));
            let response = ui.interact(rect, widget_id(node), Sense::click_and_drag());
            let Some((name, more)) = shown.told.get(number) else { continue };
            let selected = editor.selection().contains(node);
            response.widget_info(|| WidgetInfo::selected(accesskit::Role::ListItem, true, selected, name));
            ui.ctx().accesskit_node_builder(response.id, |builder| builder.set_description(more.as_str()));
            if self.wants_focus == Some(node) && !ui.ctx().text_edit_focused() {
                response.request_focus();
                self.wants_focus = None;
            }
            hold_keys(ui, &response, &mut self.has_keyboard);
            if response.gained_focus() && !response.clicked() && editor.selection().lead() != Some(node) && self.wants_focus.is_none() {
                queue.push(Command::Select(vec![node]));
            }
            if response.hovered() {
                hovered = Some(node);
                ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            }
            if response.dragged() {
                moved += response.drag_delta();
            }
            if response.double_clicked() {
                queue.push(if node.kind() == NodeKind::Claim { Command::EditTextOf(node) } else { Command::Inspect(node) });
            } else if response.clicked() {
                response.request_focus();
                queue.push(Command::Select(vec![node]));
            }
            context_menu::of_node(&response, node, editor, queue);
            response.on_hover_ui_at_pointer(|ui| {
                ui.label(if more.is_empty() { name.clone() } else { format!("{name}\n{more}") });
            });
        }
        camera.pan(moved);
        hovered
    }

    fn paint_provenance(&self, ui: &Ui, camera: Camera, shown: &Shown, hovered: Option<NodeId>, editor: &Editor, theme: Theme) {
        let (painter, canvas) = (ui.painter(), ui.clip_rect());
        self.words.begin(painter);
        let words = self.words.clone();
        let brush = Brush { camera, ..self.brush(painter, canvas, theme, &words) };
        painter.rect_filled(canvas, 0.0, theme.color(Ink::Canvas));
        let seen = camera.visible(canvas).expand(16.0);
        for heading in shown.scene.headings().iter().filter(|heading| heading.bounds.intersects(seen)) {
            heading.shapes.iter().for_each(|shape| brush.shape(shape, Vec2::ZERO));
        }
        for placed in shown.scene.cards().iter().filter(|placed| placed.rect().intersects(seen)) {
            placed.card.shapes.iter().for_each(|shape| brush.shape(shape, placed.at.to_vec2()));
        }
        let color = theme.color(Ink::Selection);
        let ring = |node: NodeId, width: f32, color| {
            if let Some(rect) = shown.scene.rect_of(node) {
                let screen = camera.screen_rect(canvas, rect).expand(2.0);
                painter.rect_stroke(screen, 8.0 * camera.zoom + 2.0, Stroke::new(width, color), StrokeKind::Outside);
            }
        };
        hovered.filter(|node| !editor.selection().contains(*node)).into_iter().for_each(|node| ring(node, 1.0, color.gamma_multiply(0.55)));
        editor.selection().nodes().iter().for_each(|node| ring(*node, 2.0, color));
        if words.is_late() {
            ui.ctx().request_repaint();
        }
    }
}

/// The arrow keys and Escape go to the picture, not from widget to widget.
fn hold_keys(ui: &Ui, response: &Response, has_keyboard: &mut bool) {
    if response.has_focus() {
        *has_keyboard = true;
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// A card in words, and what else is known of it: of a step, or of the claim.
fn told_of(editor: &Editor, trace: &Trace, found: &Origins, step: Option<usize>) -> (String, String) {
    let map = editor.map();
    let Some((number, step)) = step.and_then(|number| Some((number, trace.steps.get(number)?))) else {
        let claim = map.claim(trace.claim).map_or("", |claim| claim.label());
        let marks = found.marks.iter().map(|mark| mark.reason(map, found));
        return (tr!("provenance-claim", claim = claim, count = words::count(found)), marks.collect::<Vec<_>>().join("\n"));
    };
    let Some(said) = map.attribution(step.attribution) else { return Default::default() };
    let of = step.of.map(|of| tr!("trace-step-of", step = of + 1)).unwrap_or_default();
    let name = tr!("trace-step", number = number + 1, time = words::time_of(map, step), act = words::act(map, trace, step));
    let origin = found.origins.iter().any(|origin| origin.first == number).then(|| tr!("provenance-origin").to_owned());
    let copy = found.copies.iter().find(|copy| copy.step == number);
    let words = Some(step.words.text.as_str()).filter(|text| !text.is_empty());
    let more = [
        Some(words::place(map, said)),
        Some(words::basis(map, said, step.when)),
        words.map(|text| if step.words.quoted { format!("“{text}”") } else { text.to_owned() }),
        origin,
        copy.map(|copy| tr!("trace-copy", step = copy.step + 1, of = copy.of + 1)),
        editor.misquoting().contains(&step.attribution).then(|| tr!("chip-doubted").to_owned()),
    ];
    let more: Vec<String> = more.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    (format!("{name}{of}"), more.join("\n"))
}
