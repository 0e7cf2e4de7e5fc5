//! The signs on cards that ask for care: where the pointer rests on them they say why.

use egui::{Id, Rect, Sense, Ui, Vec2};

use super::Canvas;
use super::paint::DETAIL_ZOOM;
use super::picture::Part;
use crate::editor::Editor;

impl Canvas {
    /// Lets the signs in sight be pointed at. They take no clicks: those are the card's.
    pub(super) fn cautions(&self, ui: &Ui, parts: &[Part], editor: &Editor) {
        if self.camera.zoom < DETAIL_ZOOM || editor.cautions().is_empty() {
            return;
        }
        let canvas = ui.clip_rect();
        for part in parts {
            let Part::Card(index) = part else { continue };
            let Some(placed) = self.picture.scene().cards().get(*index) else { continue };
            let Some(signs) = placed.card.signs.iter().map(|(rect, _)| *rect).reduce(Rect::union) else { continue };
            let rect = self.camera.screen_rect(canvas, signs.translate(placed.at.to_vec2())).expand2(Vec2::splat(1.0));
            let Some(reasons) = editor.cautions().get(&placed.claim).filter(|_| rect.intersects(canvas)) else { continue };
            let response = ui.interact(rect, Id::unique(("signs", placed.claim.as_str())), Sense::hover());
            response.on_hover_ui(|ui| reasons.iter().for_each(|caution| drop(ui.label(&caution.reason))));
        }
    }
}
