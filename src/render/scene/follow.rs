//! Following changes: only what a change touches is drawn and routed anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2};

use super::hidden::as_shown;
use super::{Part, PlacedCard, Scene};
use crate::analysis::Shown;
use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, RecordId, Role};
use crate::render::arrow::{Arrow, ArrowStyle};
use crate::render::card::{claim_card, handle_card, signed_card};
use crate::render::chip::chains;
use crate::render::topology::{Edges, End, Link};
use crate::render::{Chip, TextShaper};

/// More arrows than this do not run around cards while most cards move.
const MANY: usize = 200;
/// So many lines catch up before it is asked whether that is enough.
const AT_ONCE: usize = 4;

/// What has to be done anew.
#[derive(Default)]
struct Touched {
    /// Claims and relations whose cards may look different, or that came or went.
    looks: BTreeSet<NodeId>,
    /// Relations that may hang on something else.
    hung: BTreeSet<NodeId>,
    /// Claims whose placements changed.
    moved: BTreeSet<NodeId>,
    /// Relations to route anew.
    open: BTreeSet<NodeId>,
    /// What cards cover now or covered before.
    areas: Vec<Rect>,
    /// Pairs whose links may have to make room for each other.
    pairs: BTreeSet<(NodeId, NodeId)>,
}

impl Scene {
    /// Moves cards and what hangs on them, without a look at the map: for a drag in progress and a layout that runs.
    /// Returns the relations whose arrows changed.
    pub fn move_cards(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) -> Vec<NodeId> {
        let mut touched = Touched::default();
        let mut moved = BTreeSet::new();
        for (claim, at) in moves {
            moved.insert(claim);
            self.put(claim, at, &mut touched);
        }
        self.rough |= self.arrows.len() > MANY && touched.areas.len() > self.cards.len();
        let open = self.open(&touched);
        self.run_anew(open, &moved)
    }

    /// Gives claims the signs that they have now, in place: a card takes no more room with them, so nothing else changes.
    pub fn sign(&mut self, claims: &[NodeId], shown: &Shown, shaper: &mut TextShaper) {
        for &claim in claims {
            let Some(index) = self.card_index(claim) else { continue };
            let Some(card) = signed_card(shaper, claim) else { continue };
            let card = as_shown(shaper, shown, claim, card);
            if let Some(placed) = self.cards.get_mut(index) {
                placed.card = card;
            }
        }
    }

    /// Moves cards that a hand is dragging. Only what hangs on them follows, as it was where all of it is dragged by as much; lines that
    /// they come upon wait for [`Self::let_go`]. Returns the relations whose arrows changed.
    pub fn drag_cards(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) -> Vec<NodeId> {
        let mut touched = Touched::default();
        let mut moved = BTreeSet::new();
        let mut ways: Option<(Vec2, BTreeSet<usize>)> = None;
        let mut together = true;
        for (claim, at) in moves {
            moved.insert(claim);
            if let Some(placed) = self.card(claim) {
                let (rect, way) = (placed.rect(), at - placed.at);
                self.dragged.entry(claim).or_insert(rect);
                let (first, cards) = ways.get_or_insert_with(|| (way, BTreeSet::new()));
                together &= *first == way;
                cards.extend(self.card_index(claim));
            }
            self.put(claim, at, &mut touched);
        }
        touched.areas.clear();
        let mut open = self.open(&touched);
        let mut carried = Vec::new();
        if let Some((way, cards)) = ways.filter(|(way, _)| together && way.is_finite()) {
            let is_carried = |arrow: &usize| {
                self.links.get(*arrow).is_some_and(|link| link.ends().all(|end| end.card().is_some_and(|card| cards.contains(&card))))
            };
            carried = open.extract_if(.., |arrow| is_carried(arrow)).collect();
            for &index in &carried {
                self.carry(index, way);
            }
            open.extend(self.links.on_handles(&carried));
        }
        let mut changed = self.run_anew(open, &moved);
        changed.extend(carried.into_iter().filter_map(|arrow| self.node_of(Part::Arrow(arrow))));
        changed
    }

    /// Cards stand where a hand dragged them: lines are to run around them again ([`Self::catch_up`]).
    pub fn let_go(&mut self) {
        let mut touched = Touched::default();
        for (claim, before) in std::mem::take(&mut self.dragged) {
            let Some(after) = self.card(claim).map(PlacedCard::rect) else { continue };
            if after != before {
                touched.areas.extend([before, after]);
            }
            // They may have been carried there and back.
            let arrows = self.card_index(claim).into_iter().flat_map(|index| self.links.on_card(index));
            touched.open.extend(arrows.filter_map(|arrow| self.arrows.get(*arrow)).map(|arrow| arrow.relation));
        }
        let open = self.open(&touched);
        self.leave_behind(open);
    }

    /// Whether lines are still to run anew.
    pub fn is_behind(&self) -> bool {
        !self.behind.is_empty()
    }

    /// Lets lines run anew that cards came upon or left, some at a time, until nothing is left to do or it is `enough`.
    /// Returns the relations whose arrows changed.
    pub fn catch_up(&mut self, mut enough: impl FnMut() -> bool) -> Vec<NodeId> {
        let mut changed = Vec::new();
        while !self.behind.is_empty() && !enough() {
            let some: Vec<NodeId> = self.behind.iter().copied().take(AT_ONCE).collect();
            for relation in &some {
                self.behind.remove(relation);
            }
            let open = some.iter().filter_map(|relation| self.arrow_of.get(relation).copied()).collect();
            changed.extend(self.run_anew(open, &BTreeSet::new()));
        }
        changed
    }

    fn leave_behind(&mut self, arrows: Vec<usize>) {
        self.behind.extend(arrows.into_iter().filter_map(|arrow| self.arrows.get(arrow)).map(|arrow| arrow.relation));
    }

    fn run_anew(&mut self, open: Vec<usize>, moved: &BTreeSet<NodeId>) -> Vec<NodeId> {
        let arrows = self.links.touched_by(open);
        let (order, circles) = self.links.in_order(&arrows);
        let routed = self.route(&[circles, order].concat());
        self.route_hidden(Some(moved));
        routed.into_iter().filter_map(|arrow| self.arrows.get(arrow)).map(|arrow| arrow.relation).collect()
    }

    /// Follows a change of the map from which the scene was made, as long as the same is shown: `changed` names the records. Once lines
    /// have caught up ([`Self::catch_up`]) the scene is what [`super::scene`] would give, but for the order of its parts. `false` where
    /// that cannot be done; it must be made anew then.
    #[must_use]
    pub fn follow(&mut self, map: &ArgumentMap, shown: &Shown, changed: &[RecordId], shaper: &mut TextShaper) -> bool {
        if self.knotted || self.frayed || self.rough || !map.loose_edges().is_empty() {
            return false;
        }
        self.let_go();
        shaper.cards.tidy(map);
        let mut touched = self.touched_by_records(map, changed);
        let exists = |id: NodeId| map.node(id).is_some() && !shown.hides(id);
        // What hangs on chips finds them anew.
        for holder in &touched.looks {
            if let Some(end) = self.end(*holder) {
                let on_chips = self.links.beside(end).iter().filter(|arrow| {
                    self.links
                        .get(**arrow)
                        .is_some_and(|link| link.ends().any(|end| matches!(end, End::CardChip(..) | End::HandleChip(..))))
                });
                touched.hung.extend(on_chips.filter_map(|arrow| self.node_of(Part::Arrow(*arrow))));
            }
        }
        let gone: Vec<NodeId> = touched.looks.iter().copied().filter(|id| !exists(*id)).collect();
        touched.hung.extend(gone.iter().filter(|id| id.kind() == NodeKind::Relation));
        for relation in touched.hung.clone() {
            self.unhang(relation, &mut touched);
        }
        for id in gone {
            match id.kind() {
                NodeKind::Claim => self.remove_card(id, &mut touched),
                NodeKind::Relation | NodeKind::Attribution => self.remove_arrow(id),
            }
        }
        for id in touched.looks.clone().into_iter().filter(|id| exists(*id)) {
            match id.kind() {
                NodeKind::Claim => self.draw_claim(map, id, shown, shaper, &mut touched),
                NodeKind::Relation | NodeKind::Attribution => self.draw_relation(map, id, shaper, &mut touched),
            }
        }
        for claim in std::mem::take(&mut touched.moved) {
            match map.placement(self.view, claim) {
                Some(place) => {
                    self.waiting.remove(&claim);
                    self.put(claim, pos2(place.x as f32, place.y as f32), &mut touched);
                }
                None if self.card_of.contains_key(&claim) => drop(self.waiting.insert(claim)),
                None => {}
            }
        }
        for (claim, at) in self.places_below() {
            self.put(claim, at, &mut touched);
        }
        for relation in touched.hung.clone().into_iter().filter(|id| exists(*id)) {
            if !self.hang(map, relation, &mut touched) {
                return false;
            }
        }
        for pair in std::mem::take(&mut touched.pairs) {
            let changed = self.space(pair);
            touched.open.extend(changed.into_iter().filter_map(|arrow| self.node_of(Part::Arrow(arrow))));
        }
        touched.areas.extend(self.draw_heads(map, shaper));
        // What the change itself is about runs at once, what cards came upon or left does so later.
        let minds = self.open(&Touched { open: BTreeSet::new(), areas: std::mem::take(&mut touched.areas), ..Touched::default() });
        let arrows = self.links.touched_by(self.open(&touched));
        let (order, circles) = self.links.in_order(&arrows);
        if !circles.is_empty() {
            return false;
        }
        self.leave_behind(minds);
        self.route(&order);
        self.route_hidden(None);
        self.draw_grounds(map, shaper);
        true
    }

    fn touched_by_records(&mut self, map: &ArgumentMap, changed: &[RecordId]) -> Touched {
        let mut touched = Touched::default();
        let mut said: Vec<NodeId> = Vec::new();
        for id in changed {
            match *id {
                RecordId::Meta => self.title.clone_from(&map.meta().title),
                RecordId::Speaker(speaker) => {
                    said.extend(map.attributions().filter(|(_, attribution)| attribution.speaker == Some(speaker)).map(|(id, _)| id));
                }
                RecordId::Node(node) => match node.kind() {
                    NodeKind::Claim => drop((touched.looks.insert(node), touched.moved.insert(node))),
                    NodeKind::Relation => drop((touched.looks.insert(node), touched.hung.insert(node))),
                    NodeKind::Attribution => said.push(node),
                },
                RecordId::Edge(edge) => match edge.role {
                    Role::Premise => drop(touched.hung.insert(edge.to)),
                    Role::Target => drop((touched.looks.insert(edge.from), touched.hung.insert(edge.from))),
                    Role::Content => said.extend([edge.from, edge.to]),
                },
                RecordId::Placement(view, node) if view == self.view => drop(touched.moved.insert(node)),
                RecordId::Placement(..) | RecordId::Source(_) | RecordId::Group(_) | RecordId::View(_) | RecordId::Fold(..) => {}
            }
        }
        // An attribution shows on what it says, and on what that says.
        let mut seen = BTreeSet::new();
        while let Some(node) = said.pop() {
            if node.kind() != NodeKind::Attribution {
                touched.looks.insert(node);
            } else if seen.insert(node) {
                touched.looks.extend(self.chips.range((node, node)..).take_while(|(said, _)| *said == node).map(|(_, holder)| *holder));
                said.extend(map.outgoing(node).iter().filter(|edge| edge.role == Role::Content).map(|edge| edge.to));
            }
        }
        touched.looks.retain(|id| id.kind() != NodeKind::Attribution);
        touched.hung.retain(|id| id.kind() == NodeKind::Relation);
        touched
    }

    /// The arrows to be routed anew.
    fn open(&self, touched: &Touched) -> Vec<usize> {
        if touched.areas.len() > self.cards.len() / 2 {
            return (0..self.arrows.len()).collect();
        }
        let mut open: Vec<usize> = touched.open.iter().filter_map(|id| self.arrow_of.get(id).copied()).collect();
        // Handles and names keep off cards, so those that a card comes upon or leaves are placed anew as well.
        for area in &touched.areas {
            self.places.within(*area, |part, _| {
                if let Part::Arrow(index) = part
                    && self.arrows.get(index).is_some_and(|arrow| arrow.minds(*area))
                {
                    open.push(index);
                }
            });
        }
        open.sort_unstable();
        open.dedup();
        open
    }

    /// Sets a card somewhere else.
    fn put(&mut self, claim: NodeId, at: Pos2, touched: &mut Touched) {
        if let Some(index) = self.card_index(claim)
            && let Some(placed) = self.cards.get(index)
            && at.is_finite()
            && placed.at != at
        {
            let placed = PlacedCard { at, ..placed.clone() };
            self.replace_card(index, placed, touched);
        }
    }

    fn replace_card(&mut self, index: usize, placed: PlacedCard, touched: &mut Touched) {
        let Some(slot) = self.cards.get_mut(index) else { return };
        let (before, after) = (slot.rect(), placed.rect());
        *slot = placed;
        self.places.put(Part::Card(index), after);
        touched.areas.extend([before, after]);
        touched.open.extend(self.links.on_card(index).iter().filter_map(|arrow| self.arrows.get(*arrow)).map(|arrow| arrow.relation));
    }

    /// Takes a relation off what it hangs on.
    fn unhang(&mut self, relation: NodeId, touched: &mut Touched) {
        let Some(&arrow) = self.arrow_of.get(&relation) else { return };
        if let Some(link) = self.links.get(arrow) {
            touched.pairs.extend(link.pair);
            let handles = link.ends().filter_map(End::handle).filter_map(|handle| self.node_of(Part::Arrow(handle)));
            touched.open.extend(handles);
        }
        self.links.set(arrow, Link::default());
    }

    /// Hangs a relation on what it joins. `false` where it joins nothing.
    fn hang(&mut self, map: &ArgumentMap, relation: NodeId, touched: &mut Touched) -> bool {
        let Some(&arrow) = self.arrow_of.get(&relation) else { return true };
        let target = target(map, relation);
        let link = Link::new(&map.premises(relation), target, |id| self.end(id));
        let hangs = link.ends().next().is_some();
        touched.pairs.extend(link.pair);
        // A handle leaves room for the lines that run to it.
        touched.open.extend(link.ends().filter_map(End::handle).filter_map(|handle| self.node_of(Part::Arrow(handle))));
        touched.open.insert(relation);
        self.links.set(arrow, link);
        hangs
    }

    /// Gives the links of a pair places side by side.
    fn space(&mut self, pair: (NodeId, NodeId)) -> Vec<usize> {
        let ends = [self.end(pair.0), self.end(pair.1)].into_iter().flatten();
        let Some(beside) = ends.map(|end| self.links.beside(end)).min_by_key(|list| list.len()) else { return Vec::new() };
        let mut group: Vec<usize> =
            beside.iter().copied().filter(|arrow| self.links.get(*arrow).is_some_and(|link| link.pair == Some(pair))).collect();
        group.sort_unstable_by_key(|arrow| self.node_of(Part::Arrow(*arrow)));
        self.links.set_lanes(group.into_iter())
    }

    fn draw_claim(&mut self, map: &ArgumentMap, id: NodeId, shown: &Shown, shaper: &mut TextShaper, touched: &mut Touched) {
        let Some(claim) = map.claim(id) else { return };
        let card = claim_card(shaper, id, claim, chains(map, &Edges::around(map, id), id));
        let card = as_shown(shaper, shown, id, card);
        if let Some(index) = self.card_index(id) {
            let Some(placed) = self.cards.get(index).cloned() else { return };
            if !Arc::ptr_eq(&placed.card, &card) {
                self.show_chips(map, id, &placed.card.chips, &card.chips, touched);
                self.replace_card(index, PlacedCard { card, ..placed }, touched);
            }
            return;
        }
        let place = map.placement(self.view, id);
        if place.is_none() {
            self.waiting.insert(id);
        }
        let index = self.cards.len();
        let placed = PlacedCard { claim: id, at: place.map_or(Pos2::ZERO, |place| pos2(place.x as f32, place.y as f32)), card };
        self.show_chips(map, id, &[], &placed.card.chips, touched);
        self.places.put(Part::Card(index), placed.rect());
        touched.areas.push(placed.rect());
        self.card_of.insert(id, index);
        self.cards.push(placed);
        self.links.add_card();
    }

    fn draw_relation(&mut self, map: &ArgumentMap, id: NodeId, shaper: &mut TextShaper, touched: &mut Touched) {
        let Some(relation) = map.relation(id) else { return };
        let style = ArrowStyle::of(relation.kind, target(map, id));
        let faces = handle_card(shaper, id, relation, style, chains(map, &Edges::around(map, id), id));
        touched.open.insert(id);
        if let Some(index) = self.arrow_of.get(&id).copied() {
            let Some(before) = self.arrows.get(index).map(|arrow| arrow.handle.clone()) else { return };
            self.show_chips(map, id, &before.chips, &faces[0].chips, touched);
            if let Some(arrow) = self.arrows.get_mut(index) {
                arrow.restyle(style, faces);
            }
            return;
        }
        self.show_chips(map, id, &[], &faces[0].chips, touched);
        self.arrow_of.insert(id, self.arrows.len());
        self.arrows.push(Arrow::new(id, style, faces));
        self.links.add_arrow();
    }

    /// Notes which attributions a card shows; what hangs on them will be hung anew.
    fn show_chips(&mut self, map: &ArgumentMap, holder: NodeId, before: &[Chip], after: &[Chip], touched: &mut Touched) {
        for said in before.iter().flat_map(|chip| &chip.chain) {
            self.chips.remove(&(*said, holder));
        }
        for said in after.iter().flat_map(|chip| &chip.chain) {
            self.chips.insert((*said, holder));
            for relation in map.relations_from(*said).into_iter().chain(map.relations_on(*said)) {
                if touched.hung.insert(relation) {
                    self.unhang(relation, touched);
                }
            }
        }
    }

    fn remove_card(&mut self, claim: NodeId, touched: &mut Touched) {
        let Some(index) = self.card_of.remove(&claim) else { return };
        let placed = self.cards.swap_remove(index);
        self.waiting.remove(&claim);
        for said in placed.card.chips.iter().flat_map(|chip| &chip.chain) {
            self.chips.remove(&(*said, claim));
        }
        self.places.remove(Part::Card(index));
        touched.areas.push(placed.rect());
        self.links.remove_card(index);
        if let Some(last) = self.cards.get(index) {
            self.card_of.insert(last.claim, index);
            self.places.remove(Part::Card(self.cards.len()));
            self.places.put(Part::Card(index), last.rect());
        }
    }

    fn remove_arrow(&mut self, relation: NodeId) {
        let Some(index) = self.arrow_of.remove(&relation) else { return };
        self.behind.remove(&relation);
        self.leaves(index);
        let arrow = self.arrows.swap_remove(index);
        for said in arrow.handle.chips.iter().flat_map(|chip| &chip.chain) {
            self.chips.remove(&(*said, relation));
        }
        self.places.remove(Part::Arrow(index));
        self.links.remove_arrow(index);
        if let Some(last) = self.arrows.get(index) {
            self.arrow_of.insert(last.relation, index);
            self.lines.remove(self.arrows.len(), last);
            self.lines.put(index, last);
            self.places.rename(self.arrows.len(), index);
            self.places.remove(Part::Arrow(self.arrows.len()));
            self.places.put(Part::Arrow(index), last.watch());
            self.places.cover(index, last.bounds());
        }
    }
}

/// What a relation bears on: the first of several by id, as where all edges are looked at.
fn target(map: &ArgumentMap, relation: NodeId) -> Option<NodeId> {
    map.outgoing(relation).iter().filter(|edge| edge.role == Role::Target).map(|edge| edge.to).min()
}
