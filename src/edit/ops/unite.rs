//! Two claims that say the same become one, which then stands in several places without copies.

use crate::base::NodeId;
use crate::edit::Transaction;
use crate::edit::draft::Draft;
use crate::edit::ops::OpError;
use crate::model::{ArgumentMap, Claim, Edge, Record, RecordId};
use crate::tr;

/// What bears on `gone`, what it bears on and who says it goes to `keep`, and `gone` goes. The words of `keep` stay; what it does
/// not say itself (title, kind, group, note, …) it takes over.
pub fn unite_claims(map: &ArgumentMap, keep: NodeId, gone: NodeId) -> Result<Transaction, OpError> {
    let kept = map.claim(keep).ok_or(OpError::Missing("claim"))?;
    let other = map.claim(gone).ok_or(OpError::Missing("claim"))?;
    if keep == gone {
        return Err(OpError::Itself(keep.kind()));
    }
    let mut draft = Draft::new(map);
    let mut next_order = map.next_order(keep);
    for edge in map.incoming(gone).into_iter().chain(map.outgoing(gone)) {
        draft.set(RecordId::Edge(edge), None);
        let end = |node: NodeId| if node == gone { keep } else { node };
        let moved = Edge::new(end(edge.from), edge.role, end(edge.to));
        if bears_on_itself(map, moved, keep) {
            return Err(OpError::Itself(keep.kind()));
        }
        if map.has_edge(moved) {
            continue;
        }
        let order = if edge.to == gone {
            next_order = next_order.saturating_add(1);
            Some(Record::Edge(next_order - 1))
        } else {
            map.record(RecordId::Edge(edge))
        };
        draft.set(RecordId::Edge(moved), order);
    }
    draft.set(RecordId::Node(keep), Some(Record::Node(completed(kept, other).into())));
    draft.remove_node(gone);
    Ok(draft.finish(tr!("step-unite-claims"), None))
}

/// Whether a relation would have the claim as premise and as target.
fn bears_on_itself(map: &ArgumentMap, moved: Edge, claim: NodeId) -> bool {
    let relation = if moved.from == claim { moved.to } else { moved.from };
    map.relation(relation).is_some()
        && if moved.from == claim { map.target(relation) == Some(claim) } else { map.premises(relation).contains(&claim) }
}

fn completed(kept: &Claim, other: &Claim) -> Claim {
    let or = |a: &String, b: &String| if a.trim().is_empty() { b.clone() } else { a.clone() };
    let mut tags = kept.tags.clone();
    tags.extend(other.tags.iter().filter(|tag| !kept.tags.contains(tag)).cloned());
    let note = match (kept.note.trim(), other.note.trim()) {
        (own, more) if !own.is_empty() && !more.is_empty() && own != more => format!("{own}\n\n{more}"),
        _ => or(&kept.note, &other.note),
    };
    Claim {
        text: kept.text.clone(),
        title: or(&kept.title, &other.title),
        kind: kept.kind.or(other.kind),
        cause: or(&kept.cause, &other.cause),
        effect: or(&kept.effect, &other.effect),
        tags,
        group: kept.group.or(other.group),
        bookmarked: kept.bookmarked || other.bookmarked,
        note,
        data: or(&kept.data, &other.data),
        origin: or(&kept.origin, &other.origin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::{Attribution, MapBuilder, Stance};

    #[test]
    fn one_claim_in_both_places() {
        let mut b = MapBuilder::new(1);
        let (gore, bush) = (b.claim("Gore lost"), b.claim("Bush won"));
        let (twice, again) = (b.claim("Florida was close"), b.claim("florida was close."));
        let doubt = b.claim("Not that close");
        b.support(&[twice], gore);
        let second = b.support(&[again], bush);
        b.rebut(&[doubt], again);
        b.attribute(Attribution::new(None, Stance::Asserts), again);
        let map = b.finish();
        let transaction = unite_claims(&map, twice, again).unwrap();
        let mut united = map.clone();
        apply(&mut united, &transaction).unwrap();
        assert_eq!(united.claim(again), None);
        assert_eq!(united.premises(second), [twice]);
        assert_eq!((united.relations_on(twice).len(), united.attributions_of(twice).len()), (1, 1));
        assert_eq!(united.edge_count(), map.edge_count());
        apply(&mut united, &transaction.inverse()).unwrap();
        assert_eq!(united, map);
    }

    #[test]
    fn a_claim_does_not_come_to_bear_on_itself() {
        let mut b = MapBuilder::new(1);
        let (claim, echo) = (b.claim("Florida was close"), b.claim("Florida was close"));
        b.support(&[echo], claim);
        let map = b.finish();
        assert!(matches!(unite_claims(&map, claim, echo), Err(OpError::Itself(_))));
        assert!(matches!(unite_claims(&map, echo, claim), Err(OpError::Itself(_))));
        assert!(matches!(unite_claims(&map, claim, claim), Err(OpError::Itself(_))));
    }
}
