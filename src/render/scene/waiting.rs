//! Where claims stand that no layout has placed yet.

use emath::{Pos2, Rect, pos2, vec2};

use super::{GAP, Scene};
use crate::base::NodeId;
use crate::render::PlacedCard;

/// Least width of the rows in which they stand.
const ROW_WIDTH: f32 = 1200.0;

impl Scene {
    /// Where the claims without a place stand: in rows below those that have one.
    pub(super) fn places_below(&self) -> Vec<(NodeId, Pos2)> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        let placed = self.places.cards_without(&self.waiting.iter().filter_map(|id| self.card_index(*id)).collect());
        let waiting: Vec<Rect> = self.waiting.iter().filter_map(|id| self.card(*id)).map(PlacedCard::rect).collect();
        let start = placed.map_or(Pos2::ZERO, |rect| rect.left_bottom() + vec2(0.0, 2.0 * GAP));
        let area: f32 = waiting.iter().map(|rect| (rect.width() + GAP) * (rect.height() + GAP)).sum();
        let width = ROW_WIDTH.max(placed.map_or(0.0, |rect| rect.width())).max((1.5 * area).sqrt());
        let mut at = start;
        let mut row_height = 0.0f32;
        let mut place = |rect: &Rect| {
            let size = rect.size();
            if at.x > start.x && at.x + size.x > start.x + width {
                at = pos2(start.x, at.y + row_height + GAP);
                row_height = 0.0;
            }
            let middle = (at + size / 2.0).round();
            row_height = row_height.max(size.y);
            at.x += size.x + GAP;
            middle
        };
        self.waiting.iter().copied().zip(waiting.iter().map(&mut place)).collect()
    }
}
