//! What was found, on the canvas: cards with hits are ringed, the words that were looked for are marked where they stand.

use std::ops::Range;

use egui::{Color32, CornerRadius, Rect, Stroke, StrokeKind, Vec2};

use super::Canvas;
use super::paint::{Brush, DETAIL_ZOOM};
use super::picture::Part;
use crate::analysis::search::ranges;
use crate::app::theme::Palette;
use crate::base::fold::Folded;
use crate::editor::{Editor, Find};
use crate::render::{Card, Shape};

/// Width of the line around what was found.
const RING: f32 = 2.0;

impl Canvas {
    /// Marks what was found among the parts on screen.
    pub(super) fn found(&self, brush: &Brush<'_>, parts: &[Part], editor: &Editor) {
        let find = editor.find();
        if find.nodes().is_empty() {
            return;
        }
        let palette = Palette::of(&brush.painter.ctx().global_style().visuals);
        let scene = self.picture.scene();
        let near = self.camera.zoom >= DETAIL_ZOOM;
        let mut far = egui::Mesh::default();
        // What is under it still shows through.
        let wash = palette.found.gamma_multiply(0.6);
        for part in parts {
            let (id, card, at) = match part {
                Part::Card(i) => match scene.cards().get(*i) {
                    Some(placed) => (placed.claim, &*placed.card, placed.at.to_vec2()),
                    None => continue,
                },
                Part::Arrow(i) => match scene.arrows().get(*i) {
                    Some(arrow) => (arrow.relation, &*arrow.handle, arrow.at.to_vec2()),
                    None => continue,
                },
            };
            let is_card = matches!(part, Part::Card(_));
            let hit = find.nodes().contains(&id);
            let chips: Vec<Rect> = card
                .chips
                .iter()
                .filter(|chip| chip.chain.iter().any(|node| find.nodes().contains(node)))
                .map(|chip| self.camera.screen_rect(brush.canvas, chip.rect.translate(at)))
                .collect();
            let screen = self.camera.screen_rect(brush.canvas, card.bounds.translate(at));
            if !near {
                if hit || !chips.is_empty() {
                    far.add_colored_rect(Rect::from_center_size(screen.center(), screen.size().max(Vec2::splat(3.0))), wash);
                }
                continue;
            }
            if hit || !chips.is_empty() {
                self.mark_words(brush, card, at, find, palette.found_wash);
            }
            let stroke = Stroke::new(RING, palette.found);
            if hit {
                let radius = if is_card { 8.0 * self.camera.zoom + 4.0 } else { screen.height() / 2.0 };
                brush.painter.rect_stroke(screen.expand(if is_card { 4.0 } else { 2.0 }), radius, stroke, StrokeKind::Outside);
            }
            for chip in chips {
                brush.painter.rect_stroke(chip, chip.height() / 2.0, stroke, StrokeKind::Outside);
            }
        }
        brush.painter.add(far);
    }

    fn mark_words(&self, brush: &Brush<'_>, card: &Card, at: Vec2, find: &Find, color: Color32) {
        for shape in &card.shapes {
            let Shape::Text { rect, block, .. } = shape else { continue };
            // As long as nothing in it fits there is no need to lay it out.
            let lines = block.lines.iter();
            if !lines.into_iter().any(|line| !ranges(&Folded::new(&line.text), find.words()).is_empty()) {
                continue;
            }
            let Some((pos, galley)) = brush.laid_out(rect.translate(at), block) else { continue };
            for row in &galley.rows {
                // In the order in which they stand, so that a place in the text is a glyph.
                let text = row.text();
                for found in ranges(&Folded::new(&text), find.words()) {
                    let first = text[..found.start].chars().count();
                    let glyphs: Range<usize> = first..first + text[found].chars().count();
                    let boxes = row.glyphs.get(glyphs).unwrap_or_default().iter().map(|g| g.logical_rect());
                    if let Some(word) = boxes.reduce(Rect::union) {
                        let word = word.translate(pos.to_vec2() + row.pos.to_vec2()).expand2(Vec2::new(1.0, 0.0));
                        brush.painter.rect_filled(word, CornerRadius::same(2), color);
                    }
                }
            }
        }
    }
}
