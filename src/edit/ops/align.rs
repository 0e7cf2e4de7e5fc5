//! Aligning and distributing cards: what stands in the selection is brought into line with it as a whole.

use emath::{Pos2, Rect, Vec2};

use crate::base::{NodeId, ViewId};
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::model::{ArgumentMap, Placement, Record, RecordId};
use crate::tr;

/// What cards are brought into line by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Alignment {
    /// Their left edges.
    Left,
    /// Their centres, one above the other.
    Center,
    /// Their right edges.
    Right,
    /// Their upper edges.
    Top,
    /// Their centres, one beside the other.
    Middle,
    /// Their lower edges.
    Bottom,
    /// Equal gaps from left to right; the outermost stay.
    Across,
    /// Equal gaps from top to bottom; the outermost stay.
    Down,
}

impl Alignment {
    /// Every alignment.
    pub const ALL: &[Self] = &[Self::Left, Self::Center, Self::Right, Self::Top, Self::Middle, Self::Bottom, Self::Across, Self::Down];

    /// Fewest cards with which it does anything.
    pub fn least(self) -> usize {
        if matches!(self, Self::Across | Self::Down) { 3 } else { 2 }
    }

    fn is_horizontal(self) -> bool {
        matches!(self, Self::Left | Self::Center | Self::Right | Self::Across)
    }
}

/// Aligns or distributes placed claims, given the sizes of their cards. Claims without a place are passed over.
pub fn align(map: &ArgumentMap, view: ViewId, sizes: &[(NodeId, Vec2)], how: Alignment) -> Result<Transaction, OpError> {
    let boxes: Vec<(NodeId, Placement, Rect)> = sizes
        .iter()
        .filter_map(|(id, size)| {
            let place = map.placement(view, *id).filter(|_| map.claim(*id).is_some())?;
            Some((*id, place, Rect::from_center_size(Pos2::new(place.x as f32, place.y as f32), *size)))
        })
        .collect();
    if boxes.len() < how.least() {
        return Err(OpError::Nothing("align"));
    }
    let spans: Vec<(f32, f32)> = boxes.iter().map(|(_, _, rect)| span(*rect, how.is_horizontal())).collect();
    let mut draft = Draft::new(map);
    for ((id, place, _), by) in boxes.iter().zip(shifts(&spans, how)) {
        let by = by.round() as i32;
        let (dx, dy) = if how.is_horizontal() { (by, 0) } else { (0, by) };
        let moved = Placement { x: place.x.saturating_add(dx), y: place.y.saturating_add(dy), ..*place };
        draft.set(RecordId::Placement(view, *id), Some(Record::Placement(moved)));
    }
    let label = if how.least() == 3 { tr!("step-distribute", count = boxes.len()) } else { tr!("step-align", count = boxes.len()) };
    Ok(draft.finish(label, None))
}

fn span(rect: Rect, horizontal: bool) -> (f32, f32) {
    if horizontal { (rect.left(), rect.right()) } else { (rect.top(), rect.bottom()) }
}

/// How far each moves along the axis.
fn shifts(spans: &[(f32, f32)], how: Alignment) -> Vec<f32> {
    let low = spans.iter().map(|s| s.0).fold(f32::INFINITY, f32::min);
    let high = spans.iter().map(|s| s.1).fold(f32::NEG_INFINITY, f32::max);
    match how {
        Alignment::Left | Alignment::Top => spans.iter().map(|s| low - s.0).collect(),
        Alignment::Right | Alignment::Bottom => spans.iter().map(|s| high - s.1).collect(),
        Alignment::Center | Alignment::Middle => spans.iter().map(|s| (low + high - s.0 - s.1) / 2.0).collect(),
        Alignment::Across | Alignment::Down => {
            let mut order: Vec<usize> = (0..spans.len()).collect();
            let centre = |i: &usize| spans.get(*i).map_or(0.0, |s| s.0 + s.1);
            order.sort_by(|a, b| centre(a).total_cmp(&centre(b)).then(a.cmp(b)));
            let filled: f32 = spans.iter().map(|s| s.1 - s.0).sum();
            let ends = order.first().zip(order.last()).and_then(|(a, b)| Some((spans.get(*a)?.0, spans.get(*b)?.1)));
            let (from, to) = ends.unwrap_or((low, high));
            let gap = (to - from - filled) / (spans.len().max(2) - 1) as f32;
            let mut shifts = vec![0.0; spans.len()];
            let mut at = from;
            for i in order {
                if let (Some(shift), Some(span)) = (shifts.get_mut(i), spans.get(i)) {
                    *shift = at - span.0;
                    at += span.1 - span.0 + gap;
                }
            }
            shifts
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_of_each_kind() {
        let spans = [(0.0, 10.0), (50.0, 90.0), (20.0, 30.0)];
        for (how, expected) in [
            (Alignment::Left, [0.0, -50.0, -20.0]),
            (Alignment::Right, [80.0, 0.0, 60.0]),
            (Alignment::Center, [40.0, -25.0, 20.0]),
            (Alignment::Across, [0.0, 0.0, 5.0]),
        ] {
            assert_eq!(shifts(&spans, how), expected, "{how:?}");
        }
    }
}
