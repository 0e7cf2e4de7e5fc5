//! Finding words in the map: what is looked for, what was found, and which hit is the present one.

use std::collections::BTreeSet;

use crate::analysis::search::{Index, Owner, Place};
use crate::base::{NodeId, fold};
use crate::editor::{Editor, Effect, Entry, Selection};

/// A search on the canvas. It follows the map as long as it is open.
#[derive(Debug, Default)]
pub struct Find {
    open: bool,
    query: String,
    words: Vec<String>,
    /// In reading order.
    hits: Vec<Owner>,
    nodes: BTreeSet<NodeId>,
    current: Option<usize>,
    index: Index,
    /// The revision whose words are in the index.
    indexed: Option<u64>,
    /// The revision that was searched.
    searched: Option<u64>,
    /// Whether a hit was gone to since the search was opened: the way back leads to where it began, not from hit to hit.
    departed: bool,
}

impl Find {
    /// Whether hits are to be shown.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What is looked for, as it was typed.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The folded words that are looked for; empty while the search is closed.
    pub fn words(&self) -> &[String] {
        if self.open { &self.words } else { &[] }
    }

    /// How many hits there are.
    pub fn count(&self) -> usize {
        self.hits.len()
    }

    /// The number of the present hit, from 1.
    pub fn number(&self) -> Option<usize> {
        self.current.map(|i| i + 1)
    }

    /// The present hit.
    pub fn current(&self) -> Option<Owner> {
        self.hits.get(self.current?).copied()
    }

    /// The nodes to highlight; none while the search is closed.
    pub fn nodes(&self) -> &BTreeSet<NodeId> {
        const NONE: &BTreeSet<NodeId> = &BTreeSet::new();
        if self.open { &self.nodes } else { NONE }
    }
}

impl Editor {
    /// The search on the canvas.
    pub fn find(&self) -> &Find {
        &self.find
    }

    /// Where the words stand in the present hit, its own fields first.
    pub fn found_places(&self) -> Vec<Place> {
        self.find.current().map(|hit| self.find.index.places(&self.map, hit, &self.find.words)).unwrap_or_default()
    }

    pub(super) fn show_find(&mut self) {
        self.find.open = true;
        self.follow_find();
        self.effects.push(Effect::ShowFind);
    }

    /// Looks for other words; the selection, where it is a hit, else the first hit becomes the present one.
    pub(super) fn look_for(&mut self, query: String) {
        self.find.words = fold::words(&query);
        self.find.query = query;
        self.find.open = true;
        self.find.searched = None;
        self.follow_find();
        let lead = self.selection.lead().map(Owner::Node);
        self.find.current = lead.and_then(|lead| self.find.hits.iter().position(|hit| *hit == lead)).or(Some(0));
        self.find.current = self.find.current.filter(|_| !self.find.hits.is_empty());
        self.go_to_hit();
    }

    pub(super) fn end_find(&mut self) {
        (self.find.open, self.find.departed) = (false, false);
    }

    /// Goes to the next or the previous hit, round at the ends.
    pub(super) fn find_next(&mut self, forwards: bool) {
        if self.find.words.is_empty() {
            return self.show_find();
        }
        let was_open = std::mem::replace(&mut self.find.open, true);
        self.follow_find();
        if !was_open {
            self.effects.push(Effect::ShowFind);
        }
        let count = self.find.hits.len();
        if count > 0 {
            let step = if forwards { 1 } else { count - 1 };
            self.find.current = Some(self.find.current.map_or(0, |now| (now + step) % count));
            self.go_to_hit();
        }
    }

    /// Searches again where the map has changed since.
    pub(super) fn follow_find(&mut self) {
        if !self.find.open || self.find.searched == Some(self.revision) {
            return;
        }
        let current = self.find.current();
        self.find.searched = Some(self.revision);
        if self.find.indexed.replace(self.revision) != Some(self.revision) {
            self.find.index.update(&self.map);
        }
        let mut hits: Vec<_> =
            self.find.index.search(&self.map, &self.find.words).into_iter().map(|hit| (self.place_of_hit(hit), hit)).collect();
        hits.sort_unstable();
        let find = &mut self.find;
        find.hits = hits.into_iter().map(|(_, hit)| hit).collect();
        find.nodes = find.hits.iter().filter_map(|hit| if let Owner::Node(id) = hit { Some(*id) } else { None }).collect();
        let kept = find.hits.iter().position(|hit| Some(*hit) == current);
        find.current = kept.or(find.current.map(|now| now.min(find.hits.len().saturating_sub(1)))).filter(|_| !find.hits.is_empty());
    }

    /// Where a hit stands in reading order: by lines from the top, a claim before who says it; what has no place comes last.
    pub(super) fn place_of_hit(&self, hit: Owner) -> (bool, i32, i32, u8) {
        let Owner::Node(mut node) = hit else { return (true, i32::MAX, 0, 0) };
        // Attributions may be about attributions, relations may bear on relations; a map with a circle must not hold us up.
        for steps in 0..16 {
            if let Some(place) = self.map.placement(self.view, node) {
                return (false, place.y, place.x, steps);
            }
            match self.map.content(node).or_else(|| self.map.premises(node).first().copied()).or_else(|| self.map.target(node)) {
                Some(next) => node = next,
                None => break,
            }
        }
        (true, 0, 0, 0)
    }

    fn go_to_hit(&mut self) {
        match self.find.current() {
            Some(Owner::Node(node)) if std::mem::replace(&mut self.find.departed, true) => self.show_node(node),
            Some(Owner::Node(node)) => self.go_to_node(node),
            Some(Owner::Speaker(id)) => self.select(Selection::of_entry(Entry::Speaker(id))),
            Some(Owner::Source(id)) => self.select(Selection::of_entry(Entry::Source(id))),
            None => {}
        }
    }
}
