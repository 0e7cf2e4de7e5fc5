//! A view of a map as cards and arrows in their places.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::analysis::Shown;
use crate::base::{NodeId, ViewId};
use crate::model::ArgumentMap;
use crate::render::arrow::{Arrow, ArrowStyle};
use crate::render::card::{Card, HANDLE_RADIUS, claim_card, handle_card};
use crate::render::chip::chains;
use crate::render::route::{Anchor, route};
use crate::render::text::TextShaper;
use crate::render::theme::{Theme, UNIT};
use crate::render::topology::{Edges, End, Link, Links};

/// Space between claims that no layout has placed yet.
const GAP: f32 = 8.0 * UNIT;
/// From so many moved cards on, all arrows are routed anew.
const FEW: usize = 64;
/// How far a name beside a handle reaches.
const NEIGHBOURHOOD: f32 = 200.0;
/// Least width of the rows in which they stand.
const ROW_WIDTH: f32 = 1200.0;

/// A claim's card in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCard {
    /// Which claim.
    pub claim: NodeId,
    /// Its centre.
    pub at: Pos2,
    /// Its picture around the centre.
    pub card: Arc<Card>,
}

impl PlacedCard {
    /// Its box.
    pub fn rect(&self) -> Rect {
        self.card.rect_at(self.at)
    }
}

/// A picture of a view. Cards and arrows are sorted by id; painted are the arrows' lines,
/// their handles, the cards, and what arrows have above cards.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The map's title.
    pub title: String,
    /// The palette in which it is to be painted.
    pub theme: Theme,
    cards: Vec<PlacedCard>,
    arrows: Vec<Arrow>,
    links: Arc<Links>,
    obstacles: Obstacles,
}

/// The picture of what is shown of a view. Claims without a place stand in rows below the others: nothing is lost.
pub fn scene(map: &ArgumentMap, view: ViewId, shown: &Shown, theme: Theme, shaper: &mut TextShaper) -> Scene {
    shaper.cards.tidy(map);
    let edges = Edges::of(map);
    let placements = map.views().get(&view).map(|view| &view.placements);
    let mut waiting = Vec::new();
    let mut cards: Vec<PlacedCard> = Vec::new();
    for (id, claim) in map.claims().filter(|(id, _)| !shown.hides(*id)) {
        let card = claim_card(shaper, id, claim, chains(map, &edges, id));
        let place = placements.and_then(|placements| placements.get(&id));
        if place.is_none() {
            waiting.push(cards.len());
        }
        cards.push(PlacedCard { claim: id, at: place.map_or(Pos2::ZERO, |place| pos2(place.x as f32, place.y as f32)), card });
    }
    place_below(&mut cards, &waiting);

    let handles: Vec<(NodeId, ArrowStyle, [Arc<Card>; 4])> = map
        .relations()
        .filter(|(id, _)| !shown.hides(*id))
        .map(|(id, relation)| {
            let style = ArrowStyle::of(relation.kind, edges.target(id));
            (id, style, handle_card(shaper, id, relation, style, chains(map, &edges, id)))
        })
        .collect();
    let claim_faces: Vec<(NodeId, &Card)> = cards.iter().map(|placed| (placed.claim, &*placed.card)).collect();
    let relation_faces: Vec<(NodeId, &Card)> = handles.iter().map(|(id, _, faces)| (*id, &*faces[0])).collect();
    let links = Arc::new(Links::new(&edges, &claim_faces, &relation_faces));
    let arrows = handles
        .into_iter()
        .map(|(relation, style, faces)| Arrow {
            relation,
            style,
            at: Pos2::ZERO,
            handle: faces[0].clone(),
            faces,
            legs: Vec::new(),
            trunk: None,
            bounds: Rect::NOTHING,
            leg_stubs: Vec::new(),
            trunk_stub: None,
        })
        .collect();
    let obstacles = Obstacles::new(&cards);
    let mut scene = Scene { title: map.meta().title.clone(), theme, cards, arrows, links: links.clone(), obstacles };
    scene.route(&links.order);
    scene
}

impl Scene {
    /// The claims' cards by id.
    pub fn cards(&self) -> &[PlacedCard] {
        &self.cards
    }

    /// The relations' arrows by id.
    pub fn arrows(&self) -> &[Arrow] {
        &self.arrows
    }

    /// The card of a claim.
    pub fn card(&self, claim: NodeId) -> Option<&PlacedCard> {
        self.cards.get(self.card_index(claim)?)
    }

    /// The arrow of a relation.
    pub fn arrow(&self, relation: NodeId) -> Option<&Arrow> {
        self.arrows.get(self.arrows.binary_search_by_key(&relation, |arrow| arrow.relation).ok()?)
    }

    /// Where a node shows: a claim's card, a relation's handle, an attribution's chip.
    pub fn rect_of(&self, node: NodeId) -> Option<Rect> {
        let chip =
            |card: &Card, at: Pos2| card.chips.iter().find(|chip| chip.chain.contains(&node)).map(|chip| chip.rect.translate(at.to_vec2()));
        self.card(node)
            .map(PlacedCard::rect)
            .or_else(|| self.arrow(node).map(Arrow::handle_rect))
            .or_else(|| self.cards.iter().find_map(|placed| chip(&placed.card, placed.at)))
            .or_else(|| self.arrows.iter().find_map(|arrow| chip(&arrow.handle, arrow.at)))
    }

    /// A box that holds everything; empty at the origin for an empty map.
    pub fn bounds(&self) -> Rect {
        let parts = self.cards.iter().map(PlacedCard::rect).chain(self.arrows.iter().map(Arrow::bounds));
        parts.reduce(Rect::union).unwrap_or(Rect::from_center_size(Pos2::ZERO, Vec2::ZERO))
    }

    /// Moves cards and what hangs on them, without a look at the map: for a drag in progress, a layout that runs, and a
    /// transaction of moves alone. Returns the relations whose arrows changed.
    pub fn move_cards(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) -> Vec<NodeId> {
        let mut moved = Vec::new();
        for (claim, at) in moves {
            if let Some(index) = self.card_index(claim)
                && let Some(placed) = self.cards.get_mut(index)
                && at.is_finite()
                && placed.at != at
            {
                let before = placed.rect();
                placed.at = at;
                moved.push((index, before, placed.rect()));
            }
        }
        let links = self.links.clone();
        let open = if moved.len() >= FEW {
            self.obstacles = Obstacles::new(&self.cards);
            (0..self.arrows.len()).collect()
        } else {
            for (index, before, after) in &moved {
                self.obstacles.replace(*index, *before, *after);
            }
            // Handles and names keep off cards, so those that a card comes upon or leaves are placed anew as well.
            let near = |area: &Rect, arrow: &Arrow| {
                let names = arrow.has_name() && area.intersects(Rect::from_center_size(arrow.at, Vec2::splat(2.0 * NEIGHBOURHOOD)));
                names || area.intersects(arrow.bounds().expand(GAP))
            };
            let beside = self.arrows.iter().enumerate().filter(|(_, arrow)| moved.iter().any(|(_, a, b)| near(a, arrow) || near(b, arrow)));
            moved.iter().flat_map(|(card, ..)| links.on_card(*card)).chain(beside.map(|(arrow, _)| arrow)).collect()
        };
        let touched = if moved.is_empty() { Vec::new() } else { links.touched_by(open) };
        self.route(&touched);
        touched.into_iter().filter_map(|arrow| self.arrows.get(arrow)).map(|arrow| arrow.relation).collect()
    }

    fn card_index(&self, claim: NodeId) -> Option<usize> {
        self.cards.binary_search_by_key(&claim, |placed| placed.claim).ok()
    }

    fn route(&mut self, arrows: &[usize]) {
        let links = self.links.clone();
        // Handles that nothing else places come first, so that all of them stand before a line is drawn to one.
        let mut corner = None;
        for &index in arrows {
            let Some(link) = links.links.get(index) else { continue };
            let Some(number) = link.unplaced else { continue };
            let at = self.circle_place(link, number).unwrap_or_else(|| {
                *corner.get_or_insert_with(|| self.lost_corner()) + vec2((number % 32) as f32, (number / 32) as f32) * 2.0 * GAP
            });
            if let Some(arrow) = self.arrows.get_mut(index) {
                arrow.at = at;
            }
        }
        let covered =
            |obstacles: &Obstacles, at: Pos2| obstacles.within(Rect::from_center_size(at, Vec2::splat(2.0 * HANDLE_RADIUS + UNIT))) > 0;
        let mut premises = Vec::new();
        for &index in arrows {
            let Some(link) = links.links.get(index) else { continue };
            premises.clear();
            premises.extend(link.premises.iter().filter_map(|end| self.anchor(*end)));
            let target = link.target.and_then(|end| self.anchor(end));
            let fixed = link.unplaced.and_then(|_| self.arrows.get(index)).map(|arrow| arrow.at);
            let run = route(&premises, target, link.lane, link.canonical, fixed, &|at| covered(&self.obstacles, at));
            if let Some(arrow) = self.arrows.get_mut(index) {
                let others = links.on_handle(index).flat_map(|link| &link.premises).filter_map(|end| self.cards.get(end.card()?));
                arrow.follow(run, others.map(|placed| placed.at), &|area| self.obstacles.within(area));
            }
        }
    }

    fn anchor(&self, end: End) -> Option<Anchor> {
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

/// The cards as what handles keep off.
#[derive(Clone, Debug)]
struct Obstacles(RTree<GeomWithData<Rectangle<[f32; 2]>, usize>>);

impl Obstacles {
    fn new(cards: &[PlacedCard]) -> Self {
        Self(RTree::bulk_load(cards.iter().enumerate().map(|(index, placed)| Self::item(index, placed.rect())).collect()))
    }

    fn item(index: usize, rect: Rect) -> GeomWithData<Rectangle<[f32; 2]>, usize> {
        GeomWithData::new(Rectangle::from_corners(rect.min.into(), rect.max.into()), index)
    }

    fn replace(&mut self, index: usize, before: Rect, after: Rect) {
        self.0.remove(&Self::item(index, before));
        self.0.insert(Self::item(index, after));
    }

    /// How many cards reach into an area.
    fn within(&self, area: Rect) -> usize {
        self.0.locate_in_envelope_intersecting(AABB::from_corners(area.min.into(), area.max.into())).count()
    }
}

/// Sets claims without a place in rows below those that have one.
fn place_below(cards: &mut [PlacedCard], waiting: &[usize]) {
    if waiting.is_empty() {
        return;
    }
    let mut waits = waiting.iter().copied().peekable();
    let mut placed: Option<Rect> = None;
    for (index, card) in cards.iter().enumerate() {
        if waits.next_if_eq(&index).is_none() {
            placed = Some(placed.map_or(card.rect(), |rect| rect.union(card.rect())));
        }
    }
    let start = placed.map_or(Pos2::ZERO, |rect| rect.left_bottom() + vec2(0.0, 2.0 * GAP));
    let area: f32 =
        waiting.iter().filter_map(|i| cards.get(*i)).map(|card| (card.rect().width() + GAP) * (card.rect().height() + GAP)).sum();
    let width = ROW_WIDTH.max(placed.map_or(0.0, |rect| rect.width())).max((1.5 * area).sqrt());
    let mut at = start;
    let mut row_height = 0.0f32;
    for index in waiting {
        let Some(card) = cards.get_mut(*index) else { continue };
        let size = card.rect().size();
        if at.x > start.x && at.x + size.x > start.x + width {
            at = pos2(start.x, at.y + row_height + GAP);
            row_height = 0.0;
        }
        card.at = (at + size / 2.0).round();
        row_height = row_height.max(size.y);
        at.x += size.x + GAP;
    }
}
