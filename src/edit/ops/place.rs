//! Placements: where claims stand in a view.

use std::collections::BTreeSet;

use emath::Vec2;

use crate::base::{NodeId, ViewId};
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::edit::{Edit, MergeKey, Transaction};
use crate::model::{ArgumentMap, LayoutName, Placement, Record, RecordId, Side};
use crate::tr;

/// Moves placed claims. Nodes that have no placement stay where they are drawn.
pub fn move_nodes(map: &ArgumentMap, view: ViewId, nodes: &BTreeSet<NodeId>, delta: Vec2) -> Result<Transaction, OpError> {
    let (dx, dy) = (delta.x.round() as i32, delta.y.round() as i32);
    let placed = placed(map, view, nodes)?;
    let label = tr!("step-move-claims", count = placed.len());
    let moved = placed.into_iter().map(|(id, p)| (id, Placement { x: p.x.saturating_add(dx), y: p.y.saturating_add(dy), ..p }));
    Ok(write(map, view, moved, label, Some(MergeKey::Move(view))))
}

/// Pins claims where they stand, or lets layouts move them again.
pub fn pin(map: &ArgumentMap, view: ViewId, nodes: &BTreeSet<NodeId>, pinned: bool) -> Result<Transaction, OpError> {
    let placed = placed(map, view, nodes)?;
    let count = placed.len();
    let label = if pinned { tr!("step-pin-claims", count = count) } else { tr!("step-unpin-claims", count = count) };
    Ok(write(map, view, placed.into_iter().map(|(id, p)| (id, Placement { pinned, ..p })), label, None))
}

/// Places claims where a layout put them. Pins stay as they are; nodes that are no longer in the map are passed over.
pub fn place(map: &ArgumentMap, view: ViewId, placements: &[(NodeId, Placement)]) -> Result<Transaction, OpError> {
    let known = map.views().get(&view).ok_or(OpError::Missing("view"))?;
    let placed = placements.iter().filter(|(id, _)| map.claim(*id).is_some()).map(|(id, new)| {
        let pinned = known.placements.get(id).map_or(new.pinned, |old| old.pinned);
        (*id, Placement { pinned, ..*new })
    });
    Ok(write(map, view, placed, tr!("step-lay-out").to_owned(), None))
}

/// Places claims as a chosen layout put them, and remembers in the view which it was.
pub fn lay_out(
    map: &ArgumentMap,
    view: ViewId,
    chosen: (LayoutName, Side),
    placements: &[(NodeId, Placement)],
) -> Result<Transaction, OpError> {
    let known = map.views().get(&view).ok_or(OpError::Missing("view"))?;
    let mut transaction = place(map, view, placements)?;
    let head = |(layout, side)| Some(Record::View { title: known.title.clone(), layout, side });
    let (before, after) = (head((known.layout, known.side)), head(chosen));
    if before != after {
        transaction.edits.insert(0, Edit { id: RecordId::View(view), before, after });
    }
    Ok(transaction)
}

fn placed(map: &ArgumentMap, view: ViewId, nodes: &BTreeSet<NodeId>) -> Result<Vec<(NodeId, Placement)>, OpError> {
    let placed: Vec<_> = nodes.iter().filter_map(|id| Some((*id, map.placement(view, *id)?))).collect();
    if placed.is_empty() { Err(OpError::Nothing("move")) } else { Ok(placed) }
}

fn write(
    map: &ArgumentMap,
    view: ViewId,
    placements: impl Iterator<Item = (NodeId, Placement)>,
    label: String,
    merge_key: Option<MergeKey>,
) -> Transaction {
    let mut draft = Draft::new(map);
    for (node, placement) in placements {
        draft.set(RecordId::Placement(view, node), Some(Record::Placement(placement)));
    }
    draft.finish(label, merge_key)
}
