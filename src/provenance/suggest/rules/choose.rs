//! Which of the findings stay: the outermost of nested speech, each word the content of one at most.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Found;
use crate::provenance::suggest::doc::Doc;
use crate::provenance::suggest::rule::Pattern;

/// Drops what lies within the content of another, and overlaps.
pub(super) fn outermost(doc: &Doc, mut found: Vec<Found>) -> Vec<Found> {
    // "Those who say so deny it": the inner clause only tells who they are.
    let mut telling = vec![false; doc.tokens.len()];
    for source in found.iter().filter_map(|one| one.source.as_ref()).filter(|source| source.len() > 2) {
        telling.get_mut(source.clone()).into_iter().flatten().for_each(|slot| *slot = true);
    }
    found.retain(|one| one.size() > 0 && (one.pattern == Pattern::Label || telling.get(one.head) == Some(&false)));
    give_way(doc, &mut found);
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.sort_by_key(|i| (std::cmp::Reverse(found[*i].size()), found[*i].cue.start));
    let mut owner: Vec<Option<u32>> = vec![None; doc.tokens.len()];
    let mut kept = Vec::with_capacity(found.len());
    for i in order {
        let one = &found[i];
        if owner.get(one.head).is_none_or(Option::is_some) {
            continue;
        }
        kept.push(i);
        for range in one.content.iter().chain([&one.cue]) {
            for slot in owner.get_mut(range.clone()).into_iter().flatten() {
                slot.get_or_insert(i as u32);
            }
        }
    }
    // What an earlier one holds is not the content of a later one too.
    let mut taken: Vec<Found> = Vec::with_capacity(kept.len());
    for i in kept {
        let mut one = found[i].clone();
        one.content = one
            .content
            .iter()
            .flat_map(|range| owned(&owner, range, i as u32))
            .map(|range| doc.trimmed(range))
            .filter(|range| !range.is_empty())
            .collect();
        if one.size() > 0 {
            taken.push(one);
        }
    }
    taken.sort_by_key(|one| one.cue.start);
    taken
}

/// The longest part of a range that belongs to its owner.
fn owned(owner: &[Option<u32>], range: &Range<usize>, who: u32) -> Option<Range<usize>> {
    let mut best: Range<usize> = range.start..range.start;
    let mut start = range.start;
    for at in range.start..=range.end {
        let ours = at < range.end && owner.get(at).copied().flatten() == Some(who);
        if !ours {
            if at - start > best.len() {
                best = start..at;
            }
            start = at + 1;
        }
    }
    (!best.is_empty()).then_some(best)
}

/// "touted her plan to": a noun in what a verb governs belongs to it with all that hangs on the noun.
fn give_way(doc: &Doc, found: &mut Vec<Found>) {
    let is_noun = |one: &Found| matches!(one.pattern, Pattern::Noted | Pattern::Adjective);
    // For each token, where the longest content of a verb around it starts.
    let mut governed: Vec<Option<usize>> = vec![None; doc.tokens.len()];
    for range in found.iter().filter(|one| !is_noun(one)).flat_map(|one| &one.content) {
        for slot in governed.get_mut(range.clone()).into_iter().flatten() {
            *slot = Some(slot.map_or(range.start, |start| start.min(range.start)));
        }
    }
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    found.retain(|one| {
        let start = governed.get(one.head).copied().flatten();
        let within =
            one.pattern == Pattern::Noted && start.is_some_and(|start| one.source.as_ref().is_none_or(|source| source.start >= start));
        if within && let Some(range) = one.content.first() {
            ends.insert(one.head, range.end);
        }
        !within
    });
    for range in found.iter_mut().filter(|one| one.pattern != Pattern::Label).flat_map(|one| one.content.iter_mut()) {
        let end = ends.range(range.clone()).map(|(_, end)| *end).max();
        range.end = range.end.max(end.unwrap_or_default());
    }
}
