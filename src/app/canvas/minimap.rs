//! The minimap: the whole map in the corner of the canvas, with the part that is seen. The map itself is one small image, made when the
//! map changes, so that it costs next to nothing to draw however many claims there are.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{
    Color32, ColorImage, CornerRadius, EventFilter, Id, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextureHandle,
    TextureOptions, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::camera::Camera;
use super::triangles::Silhouette;
use super::{Canvas, Gesture};
use crate::analysis::Shown;
use crate::app::theme::UNIT;
use crate::base::NodeId;
use crate::editor::Editor;
use crate::jobs::Slot;
use crate::render::{Ink, PlacedCard, Scene, Theme};
use crate::tr;

/// Largest size of the picture, in points.
const SIZE: Vec2 = vec2(200.0, 140.0);
/// What it takes at most of a small canvas, in either direction.
const SHARE: f32 = 0.2;
/// Smallest size.
const LEAST: Vec2 = vec2(64.0, 48.0);
/// Distance from the corner of the canvas.
const MARGIN: f32 = 3.0 * UNIT;
/// Space between its frame and the map.
const PADDING: f32 = 2.0 * UNIT;
/// On a smaller canvas it would be in the way.
const LEAST_CANVAS: Vec2 = vec2(520.0, 360.0);
/// Least time between two pictures while the map moves, in seconds. A large map is drawn once it has been still for as long.
const PATIENCE: f64 = 0.25;
/// While it is never still, a large map is drawn after so many seconds.
const LATEST: f64 = 1.0;
/// With more cards than this a map is large: its picture is drawn elsewhere.
const LARGE: usize = 2000;
/// Most marks of selected or found claims.
const MAX_MARKS: usize = 1000;
/// How far an arrow key moves the view, as a share of what is seen.
const STEP: f32 = 0.2;

/// What the picture was made from.
#[derive(Clone, Debug)]
struct MadeFrom {
    revision: u64,
    /// Folding and filtering change what is shown, not the map. The same where it is the same `Arc`.
    shown: Arc<Shown>,
    /// A large map comes card by card.
    cards: usize,
    bounds: Rect,
    theme: Theme,
    pixels: [usize; 2],
}

impl PartialEq for MadeFrom {
    fn eq(&self, other: &Self) -> bool {
        let rest = |of: &Self| (of.revision, of.cards, of.bounds, of.theme, of.pixels);
        Arc::ptr_eq(&self.shown, &other.shown) && rest(self) == rest(other)
    }
}

/// The whole map in the corner.
#[derive(Default)]
pub(crate) struct Minimap {
    /// Whether the user wants it.
    pub(crate) shown: bool,
    picture: Option<(MadeFrom, TextureHandle)>,
    /// When the picture was made.
    made: f64,
    /// What the picture is to be made from, since when, and since when it is outdated.
    wanted: Option<(MadeFrom, f64, f64)>,
    /// The picture of a large map on its way.
    drawing: Slot<(MadeFrom, ColorImage)>,
    /// The box that holds the whole map.
    bounds: Option<Rect>,
    /// Whether the view is being dragged: it stays then, even where all comes in sight.
    held: bool,
}

/// Where it stands and how it shrinks the map.
#[derive(Clone, Copy, Debug)]
struct Frame {
    rect: Rect,
    bounds: Rect,
    scale: f32,
}

impl Frame {
    /// `None` where there is nothing to show or no room.
    fn new(canvas: Rect, bounds: Rect) -> Option<Self> {
        if !bounds.is_positive() || !bounds.is_finite() || canvas.width() < LEAST_CANVAS.x || canvas.height() < LEAST_CANVAS.y {
            return None;
        }
        let room = SIZE.min(canvas.size() * SHARE).max(LEAST);
        let scale = (room / bounds.size()).min_elem();
        let size = (bounds.size() * scale).max(LEAST).ceil() + Vec2::splat(2.0 * PADDING);
        Some(Self { rect: Rect::from_min_size(canvas.max - size - Vec2::splat(MARGIN), size), bounds, scale })
    }

    fn on_screen(&self, pos: Pos2) -> Pos2 {
        self.rect.center() + (pos - self.bounds.center()) * self.scale
    }

    fn on_map(&self, pos: Pos2) -> Pos2 {
        self.bounds.center() + (pos - self.rect.center()) / self.scale
    }

    fn rect_on_screen(&self, rect: Rect) -> Rect {
        Rect::from_min_max(self.on_screen(rect.min), self.on_screen(rect.max))
    }
}

impl Canvas {
    /// Draws the minimap over the corner of the canvas and lets it be used.
    pub(super) fn minimap_ui(&mut self, ui: &mut Ui, canvas: Rect, editor: &Editor, theme: Theme) {
        if !self.minimap.shown || self.writing.is_some() {
            return;
        }
        // While a card is dragged the frame stays what it was.
        if !matches!(self.gesture, Some(Gesture::Move { .. })) || self.minimap.bounds.is_none() {
            self.minimap.bounds = Some(self.picture.bounds());
        }
        let bounds = self.minimap.bounds.unwrap_or(Rect::NOTHING);
        let seen = self.camera.visible(canvas);
        if seen.contains_rect(bounds) && !self.minimap.held {
            return;
        }
        let Some(frame) = Frame::new(canvas, bounds) else { return };
        let response = ui.interact(frame.rect, Id::unique("minimap"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, tr!("minimap-name")));
        self.minimap.draw_ground(ui, frame, self.picture.scene(), editor, theme);
        self.draw_marks(ui, frame, editor, theme);
        draw_view(ui, frame, seen, response.hovered() || response.has_focus() || self.minimap.held, theme);
        self.use_minimap(ui, canvas, frame, seen, &response);
    }

    fn draw_marks(&self, ui: &Ui, frame: Frame, editor: &Editor, theme: Theme) {
        let scene = self.picture.scene();
        let mut marks = Silhouette::default();
        let mut mark = |nodes: &BTreeSet<NodeId>, ink: Ink, least: f32| {
            for card in nodes.iter().filter_map(|id| scene.card(*id)).take(MAX_MARKS) {
                let rect = frame.rect_on_screen(card.rect());
                marks.rect(Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(least))), theme.color(ink));
            }
        };
        mark(editor.find().nodes(), Ink::Cause, 4.0);
        mark(editor.selection().nodes(), Ink::Selection, 4.0);
        marks.paint(&ui.painter().with_clip_rect(frame.rect));
    }

    fn use_minimap(&mut self, ui: &Ui, canvas: Rect, frame: Frame, seen: Rect, response: &Response) {
        let mut to = None;
        if let Some(pointer) = response.interact_pointer_pos() {
            let press = ui.input(|i| i.pointer.press_origin()).unwrap_or(pointer);
            let outside = !frame.rect_on_screen(seen).contains(press);
            if response.drag_started() {
                self.minimap.held = true;
            }
            if response.drag_started() && outside {
                to = Some(frame.on_map(pointer));
            } else if response.dragged() {
                to = Some(self.camera.centre + response.drag_delta() / frame.scale);
            } else if response.clicked() && outside {
                self.glide_to(Camera { centre: frame.on_map(pointer), ..self.camera });
            }
        }
        if response.drag_stopped() {
            self.minimap.held = false;
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: false, tab: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
            let step = ui.input(|i| {
                let pressed = |key| if i.key_pressed(key) { 1.0 } else { 0.0 };
                vec2(pressed(Key::ArrowRight) - pressed(Key::ArrowLeft), pressed(Key::ArrowDown) - pressed(Key::ArrowUp))
            });
            if step != Vec2::ZERO {
                to = Some(self.camera.centre + step * seen.size() * STEP);
            }
        }
        if let Some(centre) = to {
            // The middle of the view never leaves the map: nobody gets lost with it.
            self.camera.centre = centre.clamp(frame.bounds.min, frame.bounds.max);
            self.glide = None;
            ui.ctx().request_repaint();
        }
        if response.hovered() && ui.rect_contains_pointer(canvas) {
            ui.ctx().set_cursor_icon(if self.minimap.held { egui::CursorIcon::Grabbing } else { egui::CursorIcon::Grab });
        }
    }
}

impl Minimap {
    /// The ground with the claims as small boxes.
    fn draw_ground(&mut self, ui: &Ui, frame: Frame, scene: &Scene, editor: &Editor, theme: Theme) {
        let radius = CornerRadius::same(6);
        let ground = theme.color(Ink::Card).gamma_multiply(0.94);
        ui.painter().rect(frame.rect, radius, ground, Stroke::new(1.0, theme.color(Ink::Border)), StrokeKind::Outside);
        let inner = frame.rect.shrink(PADDING);
        let density = ui.ctx().pixels_per_point();
        let pixels = [inner.width(), inner.height()].map(|points| (points * density).round().max(1.0) as usize);
        let now = ui.ctx().time();
        let (shown, cards) = (editor.shown().clone(), scene.cards().len());
        let wanted = MadeFrom { revision: editor.revision(), shown, cards, bounds: frame.bounds, theme, pixels };
        if let Some(Ok((made_from, image))) = self.drawing.poll() {
            self.picture = Some((made_from, ui.ctx().load_texture("minimap", image, TextureOptions::LINEAR)));
        }
        if self.picture.as_ref().is_some_and(|(made_from, _)| *made_from == wanted) {
            self.wanted = None;
        } else if self.drawing.job().is_none() {
            let (since, outdated) = match &self.wanted {
                Some((before, since, outdated)) => (if *before == wanted { *since } else { now }, *outdated),
                None => (now, now),
            };
            self.wanted = Some((wanted.clone(), since, outdated));
            let large = scene.cards().len() > LARGE;
            let due = match (self.picture.is_some(), large) {
                (false, _) => now,
                (true, false) => self.made + PATIENCE,
                (true, true) => (since + PATIENCE).min(outdated + LATEST),
            };
            if now < due {
                ui.ctx().request_repaint_after_secs((due - now) as f32 + 0.01);
            } else {
                (self.made, self.wanted) = (now, None);
                let boxes = boxes(scene, frame, density, theme);
                if large {
                    let ctx = ui.ctx().clone();
                    self.drawing.start("minimap", move || ctx.request_repaint(), move |_, _| (wanted, draw(boxes, pixels)));
                } else {
                    let handle = ui.ctx().load_texture("minimap", draw(boxes, pixels), TextureOptions::LINEAR);
                    self.picture = Some((wanted, handle));
                }
            }
        }
        if let Some((_, picture)) = &self.picture {
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(picture.id(), inner, whole, Color32::WHITE);
        }
    }
}

/// The part that is seen.
fn draw_view(ui: &Ui, frame: Frame, seen: Rect, lively: bool, theme: Theme) {
    let view = frame.rect_on_screen(seen).intersect(frame.rect.shrink(1.0));
    if view.is_positive() {
        let color = theme.color(Ink::Selection);
        let stroke = Stroke::new(if lively { 2.0 } else { 1.5 }, color);
        ui.painter().rect(view, 2.0, color.gamma_multiply(if lively { 0.14 } else { 0.08 }), stroke, StrokeKind::Inside);
    }
}

/// The claims as boxes in the colour of what they do.
fn boxes(scene: &Scene, frame: Frame, density: f32, theme: Theme) -> Vec<(Rect, Color32)> {
    // What each premise does by its first relation, as a colour.
    let mut inks: Vec<Option<Ink>> = vec![None; scene.cards().len()];
    for (card, style) in scene.premise_cards() {
        if let Some(ink) = inks.get_mut(card) {
            ink.get_or_insert(style.ink());
        }
    }
    let origin = frame.rect.min + Vec2::splat(PADDING);
    let shown = |(placed, ink): (&PlacedCard, Option<Ink>)| {
        let rect = frame.rect_on_screen(placed.rect());
        let rect = Rect::from_min_max(((rect.min - origin) * density).to_pos2(), ((rect.max - origin) * density).to_pos2());
        let color = theme.color(ink.unwrap_or(Ink::Muted)).gamma_multiply(0.75);
        (Rect::from_center_size(rect.center(), rect.size().max(Vec2::splat(1.5))), color)
    };
    scene.cards().iter().zip(inks).map(shown).collect()
}

/// A picture of boxes.
fn draw(boxes: Vec<(Rect, Color32)>, size: [usize; 2]) -> ColorImage {
    let mut picture = Raster { size, pixels: vec![Color32::TRANSPARENT; size[0] * size[1]] };
    boxes.into_iter().for_each(|(rect, color)| picture.fill(rect, color));
    ColorImage::new(size, picture.pixels)
}

/// Pixels that boxes are drawn on, with soft edges.
struct Raster {
    size: [usize; 2],
    pixels: Vec<Color32>,
}

impl Raster {
    fn fill(&mut self, rect: Rect, color: Color32) {
        let [width, height] = self.size;
        let rect = rect.intersect(Rect::from_min_size(Pos2::ZERO, vec2(width as f32, height as f32)));
        if !rect.is_positive() {
            return;
        }
        let covered = |low: f32, high: f32, at: usize| (high.min(at as f32 + 1.0) - low.max(at as f32)).clamp(0.0, 1.0);
        for y in rect.top() as usize..(rect.bottom().ceil() as usize).min(height) {
            for x in rect.left() as usize..(rect.right().ceil() as usize).min(width) {
                let share = covered(rect.left(), rect.right(), x) * covered(rect.top(), rect.bottom(), y);
                if let Some(pixel) = self.pixels.get_mut(y * width + x) {
                    *pixel = pixel.blend(color.gamma_multiply(share));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Rect = Rect { min: Pos2::ZERO, max: Pos2 { x: 1000.0, y: 700.0 } };

    #[test]
    fn it_fits_its_corner_and_finds_its_way_back() {
        for bounds in [vec2(9000.0, 200.0), vec2(50.0, 8000.0), vec2(3000.0, 3000.0)] {
            let bounds = Rect::from_min_size(pos2(-400.0, 70.0), bounds);
            let frame = Frame::new(CANVAS, bounds).unwrap();
            assert!(CANVAS.contains_rect(frame.rect), "{frame:?}");
            assert!(frame.rect.expand(0.5).contains_rect(frame.rect_on_screen(bounds)), "{frame:?}");
            let pos = pos2(17.0, 99.0);
            assert!((frame.on_map(frame.on_screen(pos)) - pos).length() < 0.1);
        }
        assert!(Frame::new(CANVAS, Rect::NOTHING).is_none());
        assert!(Frame::new(Rect::from_min_size(Pos2::ZERO, vec2(300.0, 300.0)), CANVAS).is_none());
    }

    #[test]
    fn boxes_have_soft_edges_and_stay_inside() {
        let mut raster = Raster { size: [4, 3], pixels: vec![Color32::TRANSPARENT; 12] };
        raster.fill(Rect::from_min_max(pos2(0.5, 1.0), pos2(9.0, 2.0)), Color32::WHITE);
        let alpha: Vec<u8> = raster.pixels.iter().map(|p| p.a()).collect();
        assert_eq!(alpha[..4], [0; 4]);
        assert!((120..=136).contains(&alpha[4]) && alpha[5..8] == [255; 3], "{alpha:?}");
        assert_eq!(alpha[8..], [0; 4]);
    }

    #[test]
    fn another_choice_of_claims_is_another_picture() {
        let shown = Arc::new(Shown::default());
        let of = |shown: &Arc<Shown>| MadeFrom {
            revision: 1,
            shown: shown.clone(),
            cards: 2,
            bounds: CANVAS,
            theme: Theme::light(),
            pixels: [20, 20],
        };
        assert_eq!(of(&shown), of(&shown));
        assert_ne!(of(&shown), of(&Arc::new(Shown::default())), "as many claims may be others");
    }
}
