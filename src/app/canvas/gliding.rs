//! Cards that stepped aside glide to their new places.

use egui::{Pos2, Ui};

use super::Canvas;
use crate::app::motion::Motion;
use crate::base::NodeId;
use crate::editor::Editor;

/// How long they glide, in seconds.
const GLIDE_SECS: f64 = 0.2;
/// More cards than this are there at once.
const MAX_CARDS: usize = 60;

/// Where cards come from.
pub(super) struct Gliding {
    from: Vec<(NodeId, Pos2)>,
    /// Set when it is first drawn.
    start: Option<f64>,
}

impl Canvas {
    /// Lets cards glide from there to where the map says.
    pub(crate) fn glide_cards(&mut self, from: Vec<(NodeId, Pos2)>) {
        if from.len() <= MAX_CARDS {
            self.gliding = Some(Gliding { from, start: None });
        }
    }

    /// Puts cards that glide where the map says.
    pub(crate) fn end_gliding(&mut self, editor: &Editor) {
        if let Some(gliding) = self.gliding.take() {
            self.show_share(&gliding, editor, 1.0);
            self.picture.let_go();
        }
    }

    /// Carries on with the way of the cards.
    pub(super) fn carry_cards(&mut self, ui: &Ui, editor: &Editor) {
        let Some(mut gliding) = self.gliding.take() else { return };
        if self.picture.drawing().is_some() {
            return;
        }
        let now = ui.ctx().time();
        let share = ((now - *gliding.start.get_or_insert(now)) / GLIDE_SECS) as f32;
        let ends = share >= 1.0 || self.gesture.is_some() || Motion::is_reduced(ui.ctx());
        let eased = 1.0 - (1.0 - share.min(1.0)).powi(3);
        self.show_share(&gliding, editor, if ends { 1.0 } else { eased });
        if ends {
            self.picture.let_go();
        } else {
            self.gliding = Some(gliding);
            ui.ctx().request_repaint();
        }
    }

    fn show_share(&mut self, gliding: &Gliding, editor: &Editor, share: f32) {
        let (map, view) = (editor.map(), editor.view());
        let on_the_way = gliding.from.iter().filter_map(|(id, from)| {
            let place = map.placement(view, *id)?;
            self.picture.scene().card(*id)?;
            Some((*id, from.lerp(Pos2::new(place.x as f32, place.y as f32), share)))
        });
        let places: Vec<(NodeId, Pos2)> = on_the_way.collect();
        self.picture.drag_cards(places);
    }
}
