//! Where words can be read that stand in a source whose text nobody has.

use std::collections::BTreeSet;

use crate::base::{NodeId, SourceId};
use crate::model::ArgumentMap;

/// The sources in whose texts the words of an attribution may stand, the likeliest first: its own, those that report it, and what any of
/// these answers: a comment stands on the page that it is a comment on.
pub fn read_in(map: &ArgumentMap, attribution: NodeId) -> Vec<SourceId> {
    let mut acts = vec![attribution];
    let mut next = 0;
    while let Some(act) = acts.get(next).copied() {
        next += 1;
        for outer in map.attributions_of(act) {
            if !acts.contains(&outer) {
                acts.push(outer);
            }
        }
    }
    let mut found: Vec<SourceId> = Vec::new();
    let mut add = |id: SourceId| {
        if !found.contains(&id) {
            found.push(id);
        }
    };
    let named: Vec<SourceId> = acts.into_iter().filter_map(|act| map.attribution(act)?.source).collect();
    named.iter().copied().for_each(&mut add);
    for id in named {
        let mut seen = BTreeSet::from([id]);
        let mut at = map.source(id).and_then(|source| source.in_reply_to);
        while let Some(answered) = at.filter(|id| seen.insert(*id)) {
            add(answered);
            at = map.source(answered).and_then(|source| source.in_reply_to);
        }
    }
    found
}
