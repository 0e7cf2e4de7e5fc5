//! Where the camera is to go, and how it gets there.

use egui::{Context, Rect, Ui, Vec2};

use super::camera::Camera;
use super::picture::Picture;
use super::{Canvas, text_edit};
use crate::app::motion::Motion;
use crate::base::NodeId;

/// How long the camera glides, in seconds.
const GLIDE_SECS: f64 = 0.18;
/// Below this zoom the words of a claim cannot be read.
const LEGIBLE_ZOOM: f32 = 0.5;
/// Zoom at which a claim that was asked for is shown where it could not be read.
const READING_ZOOM: f32 = 0.7;
/// What is shown keeps that far from what covers the canvas, in points.
const CLEARANCE: f32 = 16.0;

/// A short flight of the camera.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glide {
    from: Camera,
    pub(super) to: Camera,
    /// Set when it is first drawn.
    start: Option<f64>,
}

/// What the camera is to do once the scene is made and the canvas has its size.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Aim {
    Fit,
    Show(Vec<NodeId>),
    Visit(NodeId),
    FitNodes(Vec<NodeId>),
}

impl Canvas {
    /// Flies there.
    pub(super) fn glide_to(&mut self, to: Camera) {
        self.glide = (to != self.camera).then_some(Glide { from: self.camera, to, start: None });
    }

    /// Turns the camera to what was asked for.
    pub(super) fn take_aim(&mut self, ctx: &Context, rect: Rect) {
        self.jump |= Motion::is_reduced(ctx);
        if self.picture.drawing().is_some() {
            return;
        }
        for aim in std::mem::take(&mut self.aim) {
            let mut to = self.glide.map_or(self.camera, |g| g.to);
            let bounds =
                |nodes: &[NodeId], picture: &Picture| nodes.iter().filter_map(|node| picture.scene().rect_of(*node)).reduce(Rect::union);
            match aim {
                Aim::Fit => {
                    to = Camera::fitting(rect, self.picture.bounds());
                    self.fitted = Some((to, rect.size()));
                }
                Aim::Show(nodes) => {
                    let mut bounds = bounds(&nodes, &self.picture);
                    if let Some(writing) = &self.writing {
                        to.zoom = to.zoom.max(text_edit::WRITING_ZOOM);
                        // The field is larger than the card of a claim without words.
                        let card = self.picture.scene().card(writing.node);
                        bounds = card.map(|card| card.rect().union(writing.room(card.card.text_rect.translate(card.at.to_vec2()))));
                    }
                    if let Some(bounds) = bounds {
                        to = to.showing(rect, bounds);
                    }
                }
                Aim::Visit(node) => {
                    let bounds = bounds(&[node], &self.picture).unwrap_or(Rect::NOTHING);
                    if bounds.is_positive() {
                        to = self.visiting(to, rect, bounds);
                    }
                }
                Aim::FitNodes(nodes) => {
                    if let Some(bounds) = bounds(&nodes, &self.picture) {
                        to = Camera::fitting(rect, bounds);
                    }
                }
            }
            if self.jump {
                (self.camera, self.glide) = (to, None);
            } else {
                self.glide_to(to);
            }
        }
        self.jump = false;
        self.stay_fitted(rect);
    }

    /// A map that is seen whole stays so when the canvas gets another size.
    fn stay_fitted(&mut self, rect: Rect) {
        let Some((camera, size)) = self.fitted else { return };
        if self.glide.map_or(self.camera, |glide| glide.to) != camera {
            self.fitted = None;
        } else if size != rect.size() && self.gesture.is_none() && self.writing.is_none() {
            (self.camera, self.glide) = (Camera::fitting(rect, self.picture.bounds()), None);
            self.fitted = Some((self.camera, rect.size()));
        }
    }

    /// The camera from which a card can be read: moved only where it cannot be, nearer only where its words are too small.
    fn visiting(&self, mut camera: Camera, canvas: Rect, card: Rect) -> Camera {
        let legible = camera.zoom >= LEGIBLE_ZOOM;
        if !legible || !camera.visible(canvas).contains_rect(card) {
            camera = Camera { centre: card.center(), zoom: if legible { camera.zoom } else { READING_ZOOM } };
        }
        let screen = camera.screen_rect(canvas, card).expand(CLEARANCE);
        if let Some(cover) = self.cover.filter(|cover| cover.intersects(screen)) {
            camera.pan(Vec2::new(0.0, cover.bottom() - screen.top()));
        }
        camera
    }

    /// Carries on with a flight.
    pub(super) fn fly(&mut self, ui: &Ui) {
        // Whoever takes hold of the canvas stops it where it is.
        if ui.rect_contains_pointer(ui.max_rect()) && ui.input(|i| i.pointer.any_pressed()) {
            self.glide = None;
        }
        let Some(glide) = &mut self.glide else { return };
        let now = ui.ctx().time();
        let share = ((now - *glide.start.get_or_insert(now)) / GLIDE_SECS) as f32;
        if share >= 1.0 || Motion::is_reduced(ui.ctx()) {
            self.camera = glide.to;
            self.glide = None;
        } else {
            let eased = 1.0 - (1.0 - share).powi(3);
            self.camera = glide.from.towards(glide.to, eased);
        }
        ui.ctx().request_repaint();
    }
}
