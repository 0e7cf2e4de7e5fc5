//! The author's order: of the premises of a relation, of the reasons on a claim, of the attributions of a node.

use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::model::{ArgumentMap, Edge, Record, RecordId};
use crate::tr;

/// Makes an edge number `index` among those of its role into the same node.
pub fn reorder(map: &ArgumentMap, edge: Edge, index: usize) -> Result<Transaction, OpError> {
    let (mut peers, others): (Vec<Edge>, Vec<Edge>) = map.incoming(edge.to).into_iter().partition(|e| e.role == edge.role);
    let now = peers.iter().position(|e| *e == edge).ok_or(OpError::Missing("connection"))?;
    let moved = peers.remove(now);
    peers.insert(index.min(peers.len()), moved);
    let mut draft = Draft::new(map);
    for (order, edge) in (0..).zip(peers.into_iter().chain(others)) {
        draft.set(RecordId::Edge(edge), Some(Record::Edge(order)));
    }
    Ok(draft.finish(tr!("step-reorder"), None))
}
