//! Where the arrows of a scene run.

use std::collections::BTreeSet;

use emath::{Pos2, Rect, Vec2, vec2};

use super::cores::{Count, on_all_cores};
use super::{GAP, Part, Scene};
use crate::base::{Cancelled, NodeId, TaskCtx};
use crate::render::card::HANDLE_RADIUS;
use crate::render::route::{Anchor, Foot, Ground, Joined, Plan, Port, Route, SEEN, Watch, Wish, plan, room_on, route, shifts, spread};
use crate::render::sign;
use crate::render::theme::UNIT;
use crate::render::topology::{End, Link};
use crate::render::{Arrow, PlacedCard};

/// A line between farther ends does not run around cards: no layout makes one.
const LONGEST: f32 = 300_000.0;

/// The lower border, and as much of it, from the left, as signs about what somebody says may take: they would hide a line's end.
const LOWER: u8 = 2;
const SIGNS: f32 = sign::ROOM + 2.0 * UNIT;
/// Of more lines to one card no handle is moved: they are a thicket.
const MOST_APART: usize = 256;

/// What is known of a line before it is put into the scene, with a note of which cards were looked at.
type Laid = ((Route, Vec<(usize, usize)>), Watch);

impl Scene {
    /// Routes arrows, each of which comes after those whose handles it needs. Returns these and those that had to make room.
    pub(super) fn route(&mut self, arrows: &[usize]) -> Vec<usize> {
        // Nobody has the context, so nobody cancels it.
        self.route_for(arrows, &Count::new(&TaskCtx::new(), 0)).unwrap_or_default()
    }

    /// The same for many arrows, which may be cancelled; lines that were not laid by then run nowhere.
    pub(super) fn route_for(&mut self, arrows: &[usize], count: &Count<'_>) -> Result<Vec<usize>, Cancelled> {
        self.place_knots(arrows);
        let (alone, waiting): (Vec<usize>, Vec<usize>) = arrows.iter().partition(|arrow| self.stands_alone(**arrow));
        let plans = on_all_cores(&alone, count, |index| self.planned(index))?;
        for (index, (plan, watch)) in alone.iter().zip(plans).filter_map(|(index, plan)| Some((*index, plan?))) {
            self.take_plan(index, plan, watch);
        }
        for &index in &waiting {
            count.tell(1)?;
            if let Some((plan, watch)) = self.planned(index) {
                self.take_plan(index, plan, watch);
            }
        }
        let mut cards = self.links.take_changed();
        cards.extend(arrows.iter().filter_map(|arrow| self.links.get(*arrow)).flat_map(Link::ends).filter_map(End::card));
        let mut pushed: BTreeSet<usize> = BTreeSet::new();
        for card in cards {
            count.tell(0)?;
            pushed.extend(self.spread(card));
        }
        for arrow in arrows {
            pushed.remove(arrow);
        }
        let mut all = arrows.to_vec();
        if !pushed.is_empty() {
            let touched = self.links.touched_by(arrows.iter().copied().chain(pushed).collect());
            let (order, circles) = self.links.in_order(&touched);
            all = [circles, order].concat();
        }
        let (alone, waiting): (Vec<usize>, Vec<usize>) = all.iter().partition(|arrow| self.stands_alone(**arrow));
        let lines = on_all_cores(&alone, count, |index| self.laid(index))?;
        for (index, line) in alone.iter().zip(lines).filter_map(|(index, line)| Some((*index, line?))) {
            self.take_line(index, line);
        }
        for &index in &waiting {
            count.tell(1)?;
            if let Some(line) = self.laid(index) {
                self.take_line(index, line);
            }
        }
        all.extend(self.settle_names(count)?);
        Ok(all)
    }

    /// Whether nothing but cards says how an arrow runs: not where the handles of others are.
    fn stands_alone(&self, index: usize) -> bool {
        self.links.get(index).is_some_and(|link| link.ends().all(|end| end.handle().is_none()))
    }

    /// Handles that nothing else places come first, so that all of them stand before a line is drawn to one.
    fn place_knots(&mut self, arrows: &[usize]) {
        let mut corner = None;
        for &index in arrows.iter().filter(|_| self.knotted) {
            let Some(link) = self.links.get(index) else { continue };
            let Some(number) = link.unplaced else { continue };
            let at = self.circle_place(link, number).unwrap_or_else(|| {
                *corner.get_or_insert_with(|| self.lost_corner()) + vec2((number % 32) as f32, (number / 32) as f32) * 2.0 * GAP
            });
            if let Some(arrow) = self.arrows.get_mut(index) {
                (arrow.at, arrow.plan.aim) = (at, at);
            }
        }
    }

    fn planned(&self, index: usize) -> Option<(Plan, Watch)> {
        let joined = self.joined(index, self.links.get(index)?, true);
        Some(self.on_ground(&joined, |ground| plan(ground, &joined)))
    }

    fn take_plan(&mut self, index: usize, plan: Plan, watch: Watch) {
        let looped = plan.looped;
        let (Some(link), Some(arrow)) = (self.links.get(index), self.arrows.get_mut(index)) else { return };
        self.behind.remove(&arrow.relation);
        (arrow.plan, arrow.planned) = (plan, watch);
        arrow.ports.resize(link.ends().count(), None);
        for (port, end) in arrow.ports.iter_mut().zip(link.ends()) {
            *port = port.filter(|_| !looped && matches!(end, End::Card(_)));
        }
    }

    /// Gives the lines that end on a card their places along its border. Returns the arrows whose places are others than before.
    fn spread(&mut self, card: usize) -> Vec<usize> {
        let Some(placed) = self.cards.get(card) else { return Vec::new() };
        let (rect, has_chips) = (placed.rect(), !placed.card.chips.is_empty());
        let mut wishes: Vec<Wish<(NodeId, usize)>> = Vec::new();
        let mut arrows: Vec<usize> = self.links.on_card(card).to_vec();
        arrows.sort_unstable();
        arrows.dedup();
        for &index in &arrows {
            let (Some(link), Some(arrow)) = (self.links.get(index), self.arrows.get(index)) else { continue };
            if arrow.plan.looped {
                continue;
            }
            for (i, _) in link.ends().enumerate().filter(|(_, end)| *end == End::Card(card)) {
                let side = arrow.plan.sides.get(i).copied().flatten();
                wishes.extend(side.map(|side| Wish { side, lane: link.lane, key: (arrow.relation, i) }));
            }
        }
        wishes.sort_by_key(|wish| wish.side.side);
        for side in wishes.chunk_by_mut(|a, b| a.side.side == b.side.side) {
            let border = side.first().map_or(0, |wish| wish.side.side);
            let (mut low, high) = room_on(rect, border);
            if border == LOWER && has_chips {
                low = low.max(rect.left() + SIGNS).min(rect.center().x);
            }
            spread(side, low, high);
        }
        let mut changed = Vec::new();
        for wish in wishes {
            let (relation, end) = wish.key;
            let Some(index) = self.arrow_of.get(&relation).copied() else { continue };
            let Some(arrow) = self.arrows.get_mut(index) else { continue };
            let port = wish.side.port(rect);
            if let Some(slot) = arrow.ports.get_mut(end).filter(|slot| **slot != Some(port)) {
                *slot = Some(port);
                changed.push(index);
            }
        }
        changed.extend(self.spread_handles(card, rect, arrows));
        changed
    }

    /// Says where the handles of the lines that lead to a card should stand, those of short lines first; lines side by side are apart.
    /// Returns the arrows whose handles should stand elsewhere than before.
    fn spread_handles(&mut self, card: usize, rect: Rect, mut arrows: Vec<usize>) -> Vec<usize> {
        arrows.retain(|index| self.links.get(*index).is_some_and(|link| link.target == Some(End::Card(card)) && link.lane == 0.0));
        let plan = |index: &usize| self.arrows.get(*index).map(|arrow| (&arrow.plan, arrow.relation));
        arrows.sort_by_cached_key(|index| plan(index).map(|(plan, relation)| ((plan.aim - rect.center()).length_sq().to_bits(), relation)));
        let lines = arrows.iter().filter_map(|index| {
            let (plan, _) = plan(index)?;
            let from = self.links.get(*index).and_then(|link| self.cards.get(link.premises.first()?.card()?)).map(PlacedCard::rect);
            Some((plan, from.filter(|_| plan.single && !plan.looped)))
        });
        let shifts = shifts(lines.take(MOST_APART), rect);
        let mut changed = Vec::new();
        for (index, shift) in arrows.into_iter().zip(shifts.into_iter().chain(std::iter::repeat(None))) {
            if let Some(arrow) = self.arrows.get_mut(index).filter(|arrow| arrow.shift != shift) {
                arrow.shift = shift;
                changed.push(index);
            }
        }
        changed
    }

    fn laid(&self, index: usize) -> Option<Laid> {
        let joined = self.joined(index, self.links.get(index)?, false);
        let arrow = self.arrows.get(index)?;
        Some(self.on_ground(&joined, |ground| {
            let disc = |at: Pos2, off: f32| ground.covers(Rect::from_center_size(at, Vec2::splat(2.0 * HANDLE_RADIUS + off)), &[]);
            let name = |at: Pos2| {
                let mut faces = arrow.faces.iter().map(|face| face.text_rect.translate(at.to_vec2()));
                arrow.has_name() && faces.all(|area| ground.covers(area, &[]))
            };
            let near = |at: Pos2| {
                let room = Rect::from_center_size(at, Vec2::splat(2.0 * (HANDLE_RADIUS + SEEN)));
                !joined.callers.is_empty() && ground.is_near(room, &joined.callers)
            };
            let cost = |at: Pos2| match disc(at, UNIT) {
                true => 6,
                false => 3 * usize::from(near(at)) + 2 * usize::from(name(at)) + usize::from(disc(at, 4.0 * UNIT)),
            };
            let run = route(ground, &joined, &arrow.plan, &cost);
            let others = self.links.on_handle(index).flat_map(|link| &link.premises).filter_map(|end| self.cards.get(end.card()?));
            let sides = arrow.sides_for(&run, others.map(|placed| placed.at), &|area| ground.count(area));
            (run, sides)
        }))
    }

    fn take_line(&mut self, index: usize, ((run, sides), watch): Laid) {
        self.leaves(index);
        let Some(arrow) = self.arrows.get_mut(index) else { return };
        arrow.follow(run, sides, watch);
        self.places.put(Part::Arrow(index), arrow.watch());
        self.places.cover(index, arrow.bounds());
        self.arrives(index);
    }

    /// Takes an arrow along as it is.
    pub(super) fn carry(&mut self, index: usize, by: Vec2) {
        self.leaves(index);
        let Some(arrow) = self.arrows.get_mut(index) else { return };
        arrow.carry(by);
        self.places.put(Part::Arrow(index), arrow.watch());
        self.places.cover(index, arrow.bounds());
        self.arrives(index);
    }

    /// What a relation joins: where handles are expected to stand, or where they do.
    fn joined(&self, index: usize, link: &Link, expected: bool) -> Joined {
        let arrow = self.arrows.get(index);
        let port = |i: usize| -> Option<Port> { arrow.filter(|arrow| !expected && !arrow.plan.looped)?.ports.get(i).copied().flatten() };
        let foot = |(i, end): (usize, End)| {
            let port = if matches!(end, End::Card(_)) { port(i) } else { None };
            Some(Foot { anchor: self.anchor(end, expected)?, card: end.card(), port })
        };
        let count = link.premises.len();
        Joined {
            premises: link.premises.iter().copied().enumerate().filter_map(foot).collect(),
            target: link.target.and_then(|end| foot((count, end))),
            lane: link.lane,
            canonical: link.canonical,
            fixed: link.unplaced.and(arrow).map(|arrow| arrow.at),
            callers: self.links.on_handle(index).flat_map(|link| &link.premises).filter_map(|end| end.card()).collect(),
            shift: arrow.filter(|_| link.lane == 0.0 && matches!(link.target, Some(End::Card(_)))).and_then(|arrow| arrow.shift),
        }
    }

    /// Does something for a relation that looks at the cards, with a note of which it looked at. While most cards move none is looked
    /// at, nor is one for the longest lines: so many cards are on their way that a way around all of them says no more.
    fn on_ground<T>(&self, joined: &Joined, work: impl FnOnce(&Ground<'_>) -> T) -> (T, Watch) {
        self.on_cards(self.rough || joined.is_longer_than(LONGEST), work)
    }

    /// The same for a line that knows whether to look.
    pub(super) fn on_cards<T>(&self, blind: bool, work: impl FnOnce(&Ground<'_>) -> T) -> (T, Watch) {
        let ground = Ground::new((!blind).then(|| self.places.field()));
        let result = work(&ground);
        (result, ground.watch())
    }

    pub(super) fn anchor(&self, end: End, expected: bool) -> Option<Anchor> {
        let at = |arrow: &Arrow| if expected { arrow.plan.aim } else { arrow.at };
        match end {
            End::Card(card) => self.cards.get(card).map(|placed| Anchor::Box(placed.rect())),
            End::CardChip(card, number) => self.cards.get(card).and_then(|placed| chip_anchor(placed, number)),
            End::Handle(arrow) => self.arrows.get(arrow).map(|arrow| Anchor::Disc(at(arrow), HANDLE_RADIUS)),
            End::HandleChip(arrow, number) => {
                let arrow = self.arrows.get(arrow)?;
                // On which side of the handle the chips will stand is not known before its lines are laid.
                let handle = if expected { &arrow.faces[0] } else { &arrow.handle };
                handle.chips.get(number).map(|chip| Anchor::Box(chip.rect.translate(at(arrow).to_vec2())))
            }
        }
    }

    /// Where a handle stands that depends on itself: beside its cards, each in a place of its own.
    fn circle_place(&self, link: &Link, number: usize) -> Option<Pos2> {
        let cards = link.premises.iter().filter_map(|end| self.cards.get(end.card()?)).map(PlacedCard::rect);
        let aside = vec2((number % 8) as f32, (number / 8) as f32) * 2.0 * GAP;
        Some(cards.reduce(Rect::union)?.right_top() + vec2(GAP, -GAP) + aside)
    }

    /// Where relations stand in rows that hang on nothing.
    fn lost_corner(&self) -> Pos2 {
        self.cards.iter().map(PlacedCard::rect).reduce(Rect::union).map_or(Pos2::ZERO, |rect| rect.left_bottom() + vec2(0.0, 2.0 * GAP))
    }
}

fn chip_anchor(placed: &PlacedCard, number: usize) -> Option<Anchor> {
    let chips = &placed.card.chips;
    let chip = chips.get(number)?.rect;
    let row = || chips.iter().map(|other| other.rect).filter(|other| other.top() == chip.top());
    let left = row().all(|other| other.left() >= chip.left());
    let right = row().all(|other| other.left() <= chip.left());
    let below = chips.iter().all(|other| other.rect.top() <= chip.top());
    let chip = chip.translate(placed.at.to_vec2());
    Some(Anchor::Chip { card: placed.rect(), chip, open: [left, right, below] })
}
