//! Where the arrows of a scene run.

use emath::{Pos2, Rect, Vec2, vec2};

use super::{GAP, Part, Scene};
use crate::render::PlacedCard;
use crate::render::card::HANDLE_RADIUS;
use crate::render::route::{Anchor, route};
use crate::render::theme::UNIT;
use crate::render::topology::{End, Link};

impl Scene {
    /// Routes arrows, each of which comes after those whose handles it needs.
    pub(super) fn route(&mut self, arrows: &[usize]) {
        // Handles that nothing else places come first, so that all of them stand before a line is drawn to one.
        let mut corner = None;
        for &index in arrows.iter().filter(|_| self.knotted) {
            let Some(link) = self.links.get(index) else { continue };
            let Some(number) = link.unplaced else { continue };
            let at = self.circle_place(link, number).unwrap_or_else(|| {
                *corner.get_or_insert_with(|| self.lost_corner()) + vec2((number % 32) as f32, (number / 32) as f32) * 2.0 * GAP
            });
            if let Some(arrow) = self.arrows.get_mut(index) {
                arrow.at = at;
            }
        }
        let mut premises = Vec::new();
        for &index in arrows {
            let Some(link) = self.links.get(index) else { continue };
            premises.clear();
            premises.extend(link.premises.iter().filter_map(|end| self.anchor(*end)));
            let target = link.target.and_then(|end| self.anchor(end));
            let fixed = link.unplaced.and_then(|_| self.arrows.get(index)).map(|arrow| arrow.at);
            let covered = |at: Pos2| self.places.cards_within(Rect::from_center_size(at, Vec2::splat(2.0 * HANDLE_RADIUS + UNIT))) > 0;
            let run = route(&premises, target, link.lane, link.canonical, fixed, &covered);
            let Some(arrow) = self.arrows.get_mut(index) else { continue };
            let before = arrow.bounds();
            let others = self.links.on_handle(index).flat_map(|link| &link.premises).filter_map(|end| self.cards.get(end.card()?));
            arrow.follow(run, others.map(|placed| placed.at), &|area| self.places.cards_within(area));
            let after = arrow.bounds();
            if before != after {
                self.places.remove(Part::Arrow(index), before);
                self.places.insert(Part::Arrow(index), after);
            }
        }
    }

    pub(super) fn anchor(&self, end: End) -> Option<Anchor> {
        match end {
            End::Card(card) => self.cards.get(card).map(|placed| Anchor::Box(placed.rect())),
            End::CardChip(card, number) => self.cards.get(card).and_then(|placed| chip_anchor(placed, number)),
            End::Handle(arrow) => self.arrows.get(arrow).map(|arrow| Anchor::Disc(arrow.at, HANDLE_RADIUS)),
            End::HandleChip(arrow, number) => {
                let arrow = self.arrows.get(arrow)?;
                arrow.handle.chips.get(number).map(|chip| Anchor::Box(chip.rect.translate(arrow.at.to_vec2())))
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
