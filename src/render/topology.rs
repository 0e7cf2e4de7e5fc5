//! Which arrow hangs on which card, handle or chip, and in which order handles can be placed.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Edge, Role};
use crate::render::{Card, Chip};

/// Ways up from a node that are followed when only its surroundings are wanted.
const MAX_AROUND: usize = 256;

/// The edges of a map, found by what they run into.
pub(super) struct Edges {
    /// Sorted by the node run into, then in the author's order.
    into: Vec<Edge>,
    /// Relations with their targets, by relation; the first target of those that have several.
    targets: Vec<(NodeId, NodeId)>,
    /// Where the search for a node ended last: most are asked for in their order.
    last: Cell<usize>,
}

impl Edges {
    pub(super) fn of(map: &ArgumentMap) -> Self {
        Self::new(map.edges())
    }

    /// `into` is sorted by the node run into.
    fn new(into: Vec<Edge>) -> Self {
        let mut targets: Vec<(NodeId, NodeId)> = into.iter().filter(|e| e.role == Role::Target).map(|e| (e.from, e.to)).collect();
        targets.sort_unstable();
        targets.dedup_by_key(|(relation, _)| *relation);
        Self { into, targets, last: Cell::new(0) }
    }

    /// The edges by which attributions hang on one node, directly or through each other.
    pub(super) fn around(map: &ArgumentMap, node: NodeId) -> Self {
        let mut open = vec![node];
        let mut into: Vec<Edge> = Vec::new();
        let mut next = 0;
        while let Some(&node) = open.get(next) {
            next += 1;
            for edge in map.incoming(node).into_iter().filter(|edge| edge.role == Role::Content) {
                into.push(edge);
                if open.len() < MAX_AROUND && !open.contains(&edge.from) {
                    open.push(edge.from);
                }
            }
        }
        into.sort_by_key(|edge| edge.to);
        Self::new(into)
    }

    fn into(&self, node: NodeId) -> &[Edge] {
        let last = self.last.get();
        let begins_at = |at: usize| {
            self.into.get(at).is_none_or(|edge| edge.to >= node)
                && at.checked_sub(1).and_then(|i| self.into.get(i)).is_none_or(|edge| edge.to < node)
        };
        let start = if begins_at(last) { last } else { self.into.partition_point(|edge| edge.to < node) };
        let rest = self.into.get(start..).unwrap_or_default();
        let group = rest.get(..rest.iter().take_while(|edge| edge.to == node).count()).unwrap_or_default();
        // Attributions are asked for out of order.
        if node.kind() != NodeKind::Attribution {
            self.last.set(start + group.len());
        }
        group
    }

    pub(super) fn target(&self, relation: NodeId) -> Option<NodeId> {
        let index = self.targets.binary_search_by_key(&relation, |(relation, _)| *relation).ok()?;
        self.targets.get(index).map(|(_, target)| *target)
    }

    pub(super) fn attributions_of(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.into(node).iter().filter(|edge| edge.role == Role::Content).map(|edge| edge.from)
    }

    pub(super) fn premises(&self, relation: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.into(relation).iter().filter(|edge| edge.role == Role::Premise).map(|edge| edge.from)
    }
}

/// What a line starts or ends on, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Card(usize),
    CardChip(usize, usize),
    Handle(usize),
    HandleChip(usize, usize),
}

impl End {
    /// The arrow whose handle must stand before this end is known.
    fn handle(self) -> Option<usize> {
        match self {
            Self::Handle(arrow) | Self::HandleChip(arrow, _) => Some(arrow),
            Self::Card(_) | Self::CardChip(..) => None,
        }
    }

    /// The card that this end moves with.
    pub(super) fn card(self) -> Option<usize> {
        match self {
            Self::Card(card) | Self::CardChip(card, _) => Some(card),
            Self::Handle(_) | Self::HandleChip(..) => None,
        }
    }
}

/// What one arrow hangs on.
#[derive(Clone, Debug, Default)]
pub(super) struct Link {
    pub(super) premises: Vec<End>,
    pub(super) target: Option<End>,
    /// Its place among the links between the same two nodes, 0 in the middle.
    pub(super) lane: f32,
    /// Whether it runs in the direction by which lanes are counted.
    pub(super) canonical: bool,
    /// Its number among the arrows whose handles no end places: they depend on each other in a circle, or hang on nothing.
    pub(super) unplaced: Option<usize>,
}

impl Link {
    pub(super) fn ends(&self) -> impl Iterator<Item = End> + '_ {
        self.premises.iter().copied().chain(self.target)
    }
}

/// All links, with what is needed to follow a move.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// By arrow.
    pub(super) links: Vec<Link>,
    /// Arrows in an order in which each comes after those whose handles it needs.
    pub(super) order: Vec<usize>,
    /// (card, arrow that hangs on it).
    on_cards: Vec<(usize, usize)>,
    /// (arrow, arrow that hangs on its handle).
    on_handles: Vec<(usize, usize)>,
}

impl Links {
    /// `cards` and `relations` are sorted by id.
    pub(super) fn new(edges: &Edges, cards: &[(NodeId, &Card)], relations: &[(NodeId, &Card)]) -> Self {
        let index = |list: &[(NodeId, &Card)], id: NodeId| list.binary_search_by_key(&id, |(id, _)| *id).ok();
        let mut chips: Option<BTreeMap<NodeId, End>> = None;
        let mut end = |id: NodeId| match id.kind() {
            NodeKind::Claim => index(cards, id).map(End::Card),
            NodeKind::Relation => index(relations, id).map(End::Handle),
            NodeKind::Attribution => chips.get_or_insert_with(|| chip_ends(cards, relations)).get(&id).copied(),
        };
        let mut pairs: Vec<((NodeId, NodeId), usize)> = Vec::new();
        let mut links: Vec<Link> = Vec::with_capacity(relations.len());
        for (arrow, (id, _)) in relations.iter().enumerate() {
            let target = edges.target(*id);
            let premises: Vec<NodeId> = edges.premises(*id).collect();
            let mut canonical = true;
            if let (Some(premise), Some(target)) = (premises.first(), target) {
                canonical = *premise <= target;
                pairs.push((if canonical { (*premise, target) } else { (target, *premise) }, arrow));
            }
            let premises = premises.into_iter().filter_map(&mut end).collect();
            links.push(Link { premises, target: target.and_then(&mut end), lane: 0.0, canonical, unplaced: None });
        }
        pairs.sort_unstable();
        for group in pairs.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            for (i, (_, arrow)) in group.iter().enumerate() {
                if let Some(link) = links.get_mut(*arrow) {
                    link.lane = i as f32 - (group.len() - 1) as f32 / 2.0;
                }
            }
        }
        let mut on_cards = Vec::new();
        let mut on_handles = Vec::new();
        for (arrow, link) in links.iter().enumerate() {
            on_cards.extend(link.ends().filter_map(End::card).map(|card| (card, arrow)));
            on_handles.extend(link.ends().filter_map(End::handle).map(|handle| (handle, arrow)));
        }
        on_cards.sort_unstable();
        on_handles.sort_unstable();
        on_handles.dedup();
        let mut all = Self { links, order: Vec::new(), on_cards, on_handles };
        all.sort();
        all
    }

    /// Puts the arrows in order (Kahn); what is left over stands in a circle.
    fn sort(&mut self) {
        let mut waiting = vec![0usize; self.links.len()];
        for (_, arrow) in &self.on_handles {
            if let Some(count) = waiting.get_mut(*arrow) {
                *count += 1;
            }
        }
        let mut order: Vec<usize> = (0..self.links.len()).filter(|arrow| waiting.get(*arrow) == Some(&0)).collect();
        let mut next = 0;
        while let Some(&arrow) = order.get(next) {
            next += 1;
            for &(_, dependent) in group_of(&self.on_handles, arrow) {
                if let Some(count) = waiting.get_mut(dependent) {
                    *count -= 1;
                    if *count == 0 {
                        order.push(dependent);
                    }
                }
            }
        }
        let circles: Vec<usize> = (0..self.links.len()).filter(|arrow| waiting.get(*arrow).is_some_and(|count| *count > 0)).collect();
        let lost = self.links.iter().enumerate().filter(|(_, link)| link.ends().next().is_none()).map(|(arrow, _)| arrow);
        let unplaced: Vec<usize> = circles.iter().copied().chain(lost).collect();
        for (number, arrow) in unplaced.into_iter().enumerate() {
            if let Some(link) = self.links.get_mut(arrow) {
                link.unplaced = Some(number);
            }
        }
        // Handles in circles stand where their cards say, so whatever comes first finds the others placed.
        self.order = circles.into_iter().chain(order).collect();
    }

    /// The links that end on a handle.
    pub(super) fn on_handle(&self, arrow: usize) -> impl Iterator<Item = &Link> {
        group_of(&self.on_handles, arrow).iter().filter_map(|(_, dependent)| self.links.get(*dependent))
    }

    /// The arrows that hang on a card.
    pub(super) fn on_card(&self, card: usize) -> impl Iterator<Item = usize> + '_ {
        group_of(&self.on_cards, card).iter().map(|(_, arrow)| *arrow)
    }

    /// The arrows to route anew when these are, in order: what hangs on their handles, and what they point at, since that decides
    /// on which side of a handle there is room for its name.
    pub(super) fn touched_by(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut touched = vec![false; self.links.len()];
        let pointed_at: Vec<usize> = open.iter().filter_map(|arrow| self.links.get(*arrow)?.target?.handle()).collect();
        open.extend(pointed_at);
        while let Some(arrow) = open.pop() {
            if let Some(seen @ false) = touched.get_mut(arrow) {
                *seen = true;
                open.extend(group_of(&self.on_handles, arrow).iter().map(|(_, dependent)| *dependent));
            }
        }
        self.order.iter().copied().filter(|arrow| touched.get(*arrow) == Some(&true)).collect()
    }
}

/// The part of a sorted list of pairs whose first is `key`.
fn group_of(pairs: &[(usize, usize)], key: usize) -> &[(usize, usize)] {
    let start = pairs.partition_point(|(first, _)| *first < key);
    let end = pairs.partition_point(|(first, _)| *first <= key);
    pairs.get(start..end).unwrap_or_default()
}

/// Where each attribution shows.
fn chip_ends(cards: &[(NodeId, &Card)], relations: &[(NodeId, &Card)]) -> BTreeMap<NodeId, End> {
    let mut ends = BTreeMap::new();
    let mut add = |chips: &[Chip], end: &dyn Fn(usize) -> End| {
        for (number, chip) in chips.iter().enumerate() {
            for id in &chip.chain {
                ends.entry(*id).or_insert(end(number));
            }
        }
    };
    for (card, (_, face)) in cards.iter().enumerate() {
        add(&face.chips, &|chip| End::CardChip(card, chip));
    }
    for (arrow, (_, face)) in relations.iter().enumerate() {
        add(&face.chips, &|chip| End::HandleChip(arrow, chip));
    }
    ends
}
