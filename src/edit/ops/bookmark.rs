//! Bookmarks.

use crate::base::NodeId;
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::model::{ArgumentMap, Claim, Node, Record, RecordId};
use crate::tr;

/// Bookmarks claims, or takes their bookmarks away. Other nodes are passed over.
pub fn bookmark(map: &ArgumentMap, nodes: impl IntoIterator<Item = NodeId>, bookmarked: bool) -> Result<Transaction, OpError> {
    let mut draft = Draft::new(map);
    let mut count = 0;
    for (id, claim) in nodes.into_iter().filter_map(|id| Some((id, map.claim(id)?))) {
        count += 1;
        draft.set(RecordId::Node(id), Some(Record::Node(Node::Claim(Claim { bookmarked, ..claim.clone() }))));
    }
    let label = if bookmarked { tr!("step-bookmark-claims", count = count) } else { tr!("step-unbookmark-claims", count = count) };
    if count == 0 { Err(OpError::Missing("claim")) } else { Ok(draft.finish(label, None)) }
}
