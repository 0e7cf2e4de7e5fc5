//! Which arrow hangs on which card, handle or chip, and in which order handles can be placed.

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, Edge, Role};

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
    pub(super) fn handle(self) -> Option<usize> {
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
    /// First premise and target, the smaller id first: links of the same pair run side by side.
    pub(super) pair: Option<(NodeId, NodeId)>,
    /// Its place among the links of its pair, 0 in the middle.
    pub(super) lane: f32,
    /// Whether it runs in the direction by which lanes are counted.
    pub(super) canonical: bool,
    /// Its number among the arrows whose handles no end places: they depend on each other in a circle, or hang on nothing.
    pub(super) unplaced: Option<usize>,
}

impl Link {
    /// A link between nodes, whose ends `end` finds.
    pub(super) fn new(premises: &[NodeId], target: Option<NodeId>, mut end: impl FnMut(NodeId) -> Option<End>) -> Self {
        let pair = premises.first().zip(target).map(|(premise, target)| (*premise.min(&target), *premise.max(&target)));
        let canonical = pair.is_none_or(|(first, _)| premises.first() == Some(&first));
        let premises = premises.iter().filter_map(|id| end(*id)).collect();
        Self { premises, target: target.and_then(end), pair, lane: 0.0, canonical, unplaced: None }
    }

    pub(super) fn ends(&self) -> impl Iterator<Item = End> + '_ {
        self.premises.iter().copied().chain(self.target)
    }

    fn rename(&mut self, rename: impl Fn(End) -> End) {
        for end in self.premises.iter_mut().chain(&mut self.target) {
            *end = rename(*end);
        }
    }
}

/// All links, with what is needed to follow a change.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// By arrow.
    links: Vec<Link>,
    /// The arrows that hang on each card.
    on_cards: Vec<Vec<usize>>,
    /// The arrows that hang on each arrow's handle.
    on_handles: Vec<Vec<usize>>,
    /// The cards on which something else hangs than before.
    changed: BTreeSet<usize>,
}

impl Links {
    /// `links` are by arrow, arrows by id.
    pub(super) fn new(links: Vec<Link>, cards: usize) -> Self {
        let on_handles = vec![Vec::new(); links.len()];
        let mut all = Self { links, on_cards: vec![Vec::new(); cards], on_handles, changed: BTreeSet::new() };
        (0..all.links.len()).for_each(|arrow| all.hang(arrow));
        let mut pairs: Vec<_> = all.links.iter().enumerate().filter_map(|(arrow, link)| Some((link.pair?, arrow))).collect();
        pairs.sort_unstable();
        for group in pairs.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            all.set_lanes(group.iter().map(|(_, arrow)| *arrow));
        }
        all
    }

    /// Gives arrows of the same pair places side by side; those whose place is another than before.
    pub(super) fn set_lanes(&mut self, group: impl ExactSizeIterator<Item = usize>) -> Vec<usize> {
        let middle = (group.len() as f32 - 1.0) / 2.0;
        let mut changed = Vec::new();
        for (i, arrow) in group.enumerate() {
            let lane = i as f32 - middle;
            if let Some(link) = self.links.get_mut(arrow).filter(|link| link.lane != lane) {
                link.lane = lane;
                changed.push(arrow);
            }
        }
        changed
    }

    /// The number of arrows.
    pub(super) fn len(&self) -> usize {
        self.links.len()
    }

    /// What an arrow hangs on.
    pub(super) fn get(&self, arrow: usize) -> Option<&Link> {
        self.links.get(arrow)
    }

    /// Adds a card, on which nothing hangs.
    pub(super) fn add_card(&mut self) {
        self.on_cards.push(Vec::new());
    }

    /// Adds an arrow that hangs on nothing.
    pub(super) fn add_arrow(&mut self) {
        self.links.push(Link::default());
        self.on_handles.push(Vec::new());
    }

    /// Hangs an arrow on what it joins, instead of what it hung on before.
    pub(super) fn set(&mut self, arrow: usize, link: Link) {
        self.unhang(arrow);
        if let Some(slot) = self.links.get_mut(arrow) {
            *slot = link;
        }
        self.hang(arrow);
    }

    /// Takes out a card on which nothing hangs; the last one gets its number.
    pub(super) fn remove_card(&mut self, card: usize) {
        if card < self.on_cards.len() {
            self.on_cards.swap_remove(card);
        }
        let last = self.on_cards.len();
        self.changed.remove(&card);
        if self.changed.remove(&last) {
            self.changed.insert(card);
        }
        for arrow in self.on_cards.get(card).into_iter().flatten() {
            if let Some(link) = self.links.get_mut(*arrow) {
                link.rename(|end| match end {
                    End::Card(at) if at == last => End::Card(card),
                    End::CardChip(at, chip) if at == last => End::CardChip(card, chip),
                    other => other,
                });
            }
        }
    }

    /// Takes out an arrow that hangs on nothing and on which nothing hangs; the last one gets its number.
    pub(super) fn remove_arrow(&mut self, arrow: usize) {
        if arrow < self.links.len() {
            self.links.swap_remove(arrow);
            self.on_handles.swap_remove(arrow);
        }
        let last = self.links.len();
        for dependent in self.on_handles.get(arrow).into_iter().flatten() {
            if let Some(link) = self.links.get_mut(*dependent) {
                link.rename(|end| match end {
                    End::Handle(at) if at == last => End::Handle(arrow),
                    End::HandleChip(at, chip) if at == last => End::HandleChip(arrow, chip),
                    other => other,
                });
            }
        }
        let ends: Vec<End> = self.links.get(arrow).into_iter().flat_map(Link::ends).collect();
        for end in ends {
            self.list_of(end).into_iter().flatten().filter(|at| **at == last).for_each(|at| *at = arrow);
        }
    }

    /// The cards on which something else hangs than when this was asked last.
    pub(super) fn take_changed(&mut self) -> BTreeSet<usize> {
        std::mem::take(&mut self.changed)
    }

    fn list_of(&mut self, end: End) -> Option<&mut Vec<usize>> {
        match end {
            End::Card(card) | End::CardChip(card, _) => self.on_cards.get_mut(card),
            End::Handle(arrow) | End::HandleChip(arrow, _) => self.on_handles.get_mut(arrow),
        }
    }

    fn hang(&mut self, arrow: usize) {
        let ends: Vec<End> = self.links.get(arrow).into_iter().flat_map(Link::ends).collect();
        self.changed.extend(ends.iter().filter_map(|end| end.card()));
        for end in ends {
            // Its ends come one after the other: it can only be the last of the list.
            if let Some(list) = self.list_of(end).filter(|list| list.last() != Some(&arrow)) {
                list.push(arrow);
            }
        }
    }

    fn unhang(&mut self, arrow: usize) {
        let ends: Vec<End> = self.links.get(arrow).into_iter().flat_map(Link::ends).collect();
        self.changed.extend(ends.iter().filter_map(|end| end.card()));
        for end in ends {
            if let Some(list) = self.list_of(end) {
                list.retain(|at| *at != arrow);
            }
        }
    }

    /// Numbers the arrows whose handles no end places. Returns whether there are any.
    pub(super) fn number_unplaced(&mut self, circles: &[usize]) -> bool {
        let lost = self.links.iter().enumerate().filter(|(_, link)| link.ends().next().is_none()).map(|(arrow, _)| arrow);
        let unplaced: Vec<usize> = circles.iter().copied().chain(lost).collect();
        for (number, arrow) in unplaced.iter().enumerate() {
            if let Some(link) = self.links.get_mut(*arrow) {
                link.unplaced = Some(number);
            }
        }
        !unplaced.is_empty()
    }

    /// Arrows in an order in which each comes after those whose handles it needs (Kahn), and those that stand in a circle or hang on one.
    pub(super) fn in_order(&self, arrows: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let dependents = |arrow: usize| self.on_handles.get(arrow).into_iter().flatten();
        // Most of the time nothing hangs on handles.
        if arrows.iter().all(|arrow| dependents(*arrow).next().is_none()) {
            return (arrows.to_vec(), Vec::new());
        }
        // How many handles each one waits for; those that are not in it stay as they are.
        let mut waiting: HashMap<usize, u32> = arrows.iter().map(|arrow| (*arrow, 0)).collect();
        for dependent in arrows.iter().flat_map(|arrow| dependents(*arrow)) {
            if let Some(count) = waiting.get_mut(dependent) {
                *count += 1;
            }
        }
        let waits = |waiting: &HashMap<usize, u32>, arrow: usize| waiting.get(&arrow).is_some_and(|count| *count > 0);
        let mut order: Vec<usize> = arrows.iter().copied().filter(|arrow| !waits(&waiting, *arrow)).collect();
        let mut next = 0;
        while let Some(&arrow) = order.get(next) {
            next += 1;
            for dependent in dependents(arrow) {
                if let Some(count) = waiting.get_mut(dependent) {
                    *count -= 1;
                    if *count == 0 {
                        order.push(*dependent);
                    }
                }
            }
        }
        let circles = arrows.iter().copied().filter(|arrow| waits(&waiting, *arrow)).collect();
        (order, circles)
    }

    /// The links that end on a handle.
    pub(super) fn on_handle(&self, arrow: usize) -> impl Iterator<Item = &Link> {
        self.on_handles.get(arrow).into_iter().flatten().filter_map(|dependent| self.links.get(*dependent))
    }

    /// The arrows that hang on some arrows' handles.
    pub(super) fn on_handles(&self, arrows: &[usize]) -> Vec<usize> {
        arrows.iter().flat_map(|arrow| self.on_handles.get(*arrow)).flatten().copied().collect()
    }

    /// The arrows that hang on a card.
    pub(super) fn on_card(&self, card: usize) -> &[usize] {
        self.on_cards.get(card).map(Vec::as_slice).unwrap_or_default()
    }

    /// The arrows that hang on what an end is part of.
    pub(super) fn beside(&self, end: End) -> &[usize] {
        match end {
            End::Card(card) | End::CardChip(card, _) => self.on_card(card),
            End::Handle(arrow) | End::HandleChip(arrow, _) => self.on_handles.get(arrow).map(Vec::as_slice).unwrap_or_default(),
        }
    }

    /// The arrows to route anew when these are: what hangs on their handles, and those on whose handles they hang, since that decides on
    /// which side of a handle there is room for its name. In no particular order.
    pub(super) fn touched_by(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut touched = Vec::new();
        let held_by: Vec<usize> =
            open.iter().filter_map(|arrow| self.links.get(*arrow)).flat_map(Link::ends).filter_map(End::handle).collect();
        open.extend(held_by);
        while let Some(arrow) = open.pop() {
            if arrow < self.links.len() && seen.insert(arrow) {
                touched.push(arrow);
                open.extend(self.on_handles.get(arrow).into_iter().flatten());
            }
        }
        touched
    }
}
