//! A view of a map as cards and arrows in their places.

mod cores;
mod extent;
mod follow;
mod groups;
mod headings;
mod hidden;
mod lines;
mod names;
mod places;
mod provenance;
mod routing;
mod tiles;
mod waiting;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2};

use crate::analysis::Shown;
use crate::base::{Cancelled, NodeId, NodeKind, TaskCtx, ViewId};
use crate::model::ArgumentMap;
use crate::render::arrow::{Arrow, ArrowStyle};
use crate::render::card::{Card, claim_card, handle_card};
use crate::render::chip::chains;
use crate::render::route::Field;
use crate::render::text::TextShaper;
use crate::render::theme::{Theme, UNIT};
use crate::render::topology::{Edges, End, Link, Links};

use cores::Count;
pub use headings::Heading;
pub use hidden::HiddenLine;
use lines::Lines;
pub use places::Part;
use places::Places;
pub use provenance::provenance_scene;

/// Space between claims that no layout has placed yet.
const GAP: f32 = 8.0 * UNIT;

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

/// A picture of a view. Painted are the lines for what is hidden, the arrows' lines, the labels of the former, the handles, the cards,
/// and what arrows have above cards.
/// Cards and arrows are sorted by id as long as no change was followed.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The map's title.
    pub title: String,
    /// The palette in which it is to be painted.
    pub theme: Theme,
    view: ViewId,
    cards: Vec<PlacedCard>,
    arrows: Vec<Arrow>,
    hidden: Vec<HiddenLine>,
    headings: Vec<Heading>,
    /// See [`Self::find_grounds`].
    ground_boxes: Field,
    card_of: HashMap<NodeId, usize>,
    arrow_of: HashMap<NodeId, usize>,
    /// Attributions with the claims, then the relations, that show them.
    chips: BTreeSet<(NodeId, NodeId)>,
    links: Links,
    places: Places,
    lines: Lines,
    /// The claims without a place of their own.
    waiting: BTreeSet<NodeId>,
    /// Whether there are arrows whose handles no end places.
    knotted: bool,
    /// Whether changes cannot be followed: the map has edges to nodes that are missing.
    frayed: bool,
    /// Whether most cards were moved for show, or there is no time, so that arrows do not run around them.
    rough: bool,
    /// Where cards were that a hand is dragging.
    dragged: BTreeMap<NodeId, Rect>,
    /// Relations whose lines are still to run anew, since cards came upon them or left.
    behind: BTreeSet<NodeId>,
    /// What names are to be settled for.
    stirred: names::Stirred,
}

/// The picture of what is shown of a view. Claims without a place stand in rows below the others: nothing is lost.
pub fn scene(map: &ArgumentMap, view: ViewId, shown: &Shown, theme: Theme, shaper: &mut TextShaper) -> Scene {
    // Nobody has the context, so nobody cancels it.
    scene_for(map, view, shown, theme, shaper, &TaskCtx::new()).unwrap_or_else(|Cancelled| Scene::empty())
}

/// The same for a large map: tells how far it is.
///
/// # Errors
/// [`Cancelled`] soon after the context was cancelled; what was measured stays in the shaper.
pub fn scene_for(
    map: &ArgumentMap,
    view: ViewId,
    shown: &Shown,
    theme: Theme,
    shaper: &mut TextShaper,
    ctx: &TaskCtx,
) -> Result<Scene, Cancelled> {
    make(map, (view, shown), theme, shaper, false, ctx)
}

/// The same at once, however large the map: its lines run straight, through what stands in their way.
pub fn scene_straight(map: &ArgumentMap, view: ViewId, shown: &Shown, theme: Theme, shaper: &mut TextShaper) -> Scene {
    scene_straight_for(map, view, shown, theme, shaper, &TaskCtx::new()).unwrap_or_else(|Cancelled| Scene::empty())
}

/// The same, telling how far it is.
///
/// # Errors
/// [`Cancelled`] soon after the context was cancelled.
pub fn scene_straight_for(
    map: &ArgumentMap,
    view: ViewId,
    shown: &Shown,
    theme: Theme,
    shaper: &mut TextShaper,
    ctx: &TaskCtx,
) -> Result<Scene, Cancelled> {
    make(map, (view, shown), theme, shaper, true, ctx)
}

fn make(
    map: &ArgumentMap,
    (view, shown): (ViewId, &Shown),
    theme: Theme,
    shaper: &mut TextShaper,
    rough: bool,
    ctx: &TaskCtx,
) -> Result<Scene, Cancelled> {
    // Every relation is drawn, planned and laid.
    let count = Count::new(ctx, map.claims().count() + 3 * map.relations().count());
    shaper.cards.tidy(map);
    let edges = Edges::of(map);
    let placements = map.views().get(&view).map(|view| &view.placements);
    let mut waiting = BTreeSet::new();
    let mut cards: Vec<PlacedCard> = Vec::new();
    for (id, claim) in map.claims().filter(|(id, _)| !shown.hides(*id)) {
        count.tell(1)?;
        let card = claim_card(shaper, id, claim, chains(map, &edges, id));
        let card = hidden::as_shown(shaper, shown, id, card);
        let place = placements.and_then(|placements| placements.get(&id));
        if place.is_none() {
            waiting.insert(id);
        }
        cards.push(PlacedCard { claim: id, at: place.map_or(Pos2::ZERO, |place| pos2(place.x as f32, place.y as f32)), card });
    }
    let mut arrows: Vec<Arrow> = Vec::new();
    for (id, relation) in map.relations().filter(|(id, _)| !shown.hides(*id)) {
        count.tell(1)?;
        let style = ArrowStyle::of(relation.kind, edges.target(id));
        arrows.push(Arrow::new(id, style, handle_card(shaper, id, relation, style, chains(map, &edges, id))));
    }
    let shows = |id: NodeId, card: &Card| {
        card.chips.iter().flat_map(move |chip| chip.chain.iter().map(move |said| (*said, id))).collect::<Vec<_>>()
    };
    let on_cards = cards.iter().flat_map(|placed| shows(placed.claim, &placed.card));
    let on_handles = arrows.iter().flat_map(|arrow| shows(arrow.relation, &arrow.handle));
    let mut scene = Scene {
        title: map.meta().title.clone(),
        theme,
        view,
        card_of: cards.iter().enumerate().map(|(index, placed)| (placed.claim, index)).collect(),
        arrow_of: arrows.iter().enumerate().map(|(index, arrow)| (arrow.relation, index)).collect(),
        chips: on_cards.chain(on_handles).collect(),
        cards,
        arrows,
        waiting,
        frayed: !map.loose_edges().is_empty(),
        rough,
        ..Scene::empty()
    };
    for (index, placed) in scene.cards.iter().enumerate() {
        scene.places.put(Part::Card(index), placed.rect());
    }
    for (claim, at) in scene.places_below() {
        if let Some(index) = scene.card_index(claim)
            && let Some(placed) = scene.cards.get_mut(index)
        {
            placed.at = at;
            scene.places.put(Part::Card(index), placed.rect());
        }
    }
    let link = |arrow: &Arrow| {
        let premises: Vec<NodeId> = edges.premises(arrow.relation).collect();
        Link::new(&premises, edges.target(arrow.relation), |id| scene.end(id))
    };
    let mut links = Links::new(scene.arrows.iter().map(link).collect(), scene.cards.len());
    let all: Vec<usize> = (0..links.len()).collect();
    let (order, circles) = links.in_order(&all);
    scene.knotted = links.number_unplaced(&circles);
    scene.links = links;
    // Handles in circles stand where their cards say, so whatever comes first finds the others placed.
    scene.draw_heads(map, shaper);
    scene.route_for(&[circles, order].concat(), &count)?;
    scene.draw_hidden(shown, shaper);
    scene.draw_grounds(map, shaper);
    Ok(scene)
}

impl Scene {
    /// A picture of nothing.
    fn empty() -> Self {
        Self {
            title: String::new(),
            theme: Theme::light(),
            view: ViewId::main(),
            cards: Vec::new(),
            arrows: Vec::new(),
            hidden: Vec::new(),
            headings: Vec::new(),
            ground_boxes: Field::default(),
            card_of: HashMap::new(),
            arrow_of: HashMap::new(),
            chips: BTreeSet::new(),
            links: Links::default(),
            places: Places::default(),
            lines: Lines::default(),
            waiting: BTreeSet::new(),
            knotted: false,
            frayed: false,
            rough: false,
            dragged: BTreeMap::new(),
            behind: BTreeSet::new(),
            stirred: names::Stirred::default(),
        }
    }

    /// The claims' cards.
    pub fn cards(&self) -> &[PlacedCard] {
        &self.cards
    }

    /// The relations' arrows.
    pub fn arrows(&self) -> &[Arrow] {
        &self.arrows
    }

    /// The card of a claim.
    pub fn card(&self, claim: NodeId) -> Option<&PlacedCard> {
        self.cards.get(self.card_index(claim)?)
    }

    /// The arrow of a relation.
    pub fn arrow(&self, relation: NodeId) -> Option<&Arrow> {
        self.arrows.get(*self.arrow_of.get(&relation)?)
    }

    /// Where a node shows: a claim's card, a relation's handle, an attribution's chip.
    pub fn rect_of(&self, node: NodeId) -> Option<Rect> {
        match node.kind() {
            NodeKind::Claim => self.card(node).map(PlacedCard::rect),
            NodeKind::Relation => self.arrow(node).map(Arrow::handle_rect),
            // In a picture of provenance attributions have cards of their own.
            NodeKind::Attribution if self.card_of.contains_key(&node) => self.card(node).map(PlacedCard::rect),
            NodeKind::Attribution => {
                let (card, at) = match self.end(node)? {
                    End::CardChip(card, _) => self.cards.get(card).map(|placed| (&placed.card, placed.at))?,
                    End::HandleChip(arrow, _) => self.arrows.get(arrow).map(|arrow| (&arrow.handle, arrow.at))?,
                    End::Card(_) | End::Handle(_) => return None,
                };
                chip_number(card, node).and_then(|number| card.chips.get(number)).map(|chip| chip.rect.translate(at.to_vec2()))
            }
        }
    }

    /// A box that holds everything; empty at the origin for an empty map.
    pub fn bounds(&self) -> Rect {
        let hidden = self.hidden.iter().map(HiddenLine::bounds).filter(|bounds| bounds.is_positive());
        let headings = self.headings.iter().map(|heading| heading.bounds);
        self.places
            .bounds()
            .into_iter()
            .chain(hidden)
            .chain(headings)
            .reduce(Rect::union)
            .unwrap_or(Rect::from_center_size(Pos2::ZERO, Vec2::ZERO))
    }

    /// The parts that reach into an area: arrows, then cards, in no particular order otherwise.
    pub fn parts_in(&self, area: Rect) -> Vec<Part> {
        let mut found = Vec::new();
        // The box of an arrow across the map holds much that the arrow does not come near.
        self.places.within(area, |part, bounds| match part {
            Part::Arrow(index) if !area.contains_rect(bounds) && !self.arrows.get(index).is_some_and(|arrow| arrow.reaches(area)) => {}
            Part::Arrow(_) | Part::Card(_) => found.push(part),
        });
        found
    }

    /// The premises that are cards, by their places among the cards, with the style of the arrow that runs from them.
    pub fn premise_cards(&self) -> impl Iterator<Item = (usize, ArrowStyle)> + '_ {
        let ends = |index: usize| self.links.get(index).into_iter().flat_map(|link| &link.premises).filter_map(|end| end.card());
        self.arrows.iter().enumerate().flat_map(move |(index, arrow)| ends(index).map(|card| (card, arrow.style)))
    }

    /// Hands each claim whose card reaches into an area to `found`, with its box, in no particular order.
    pub fn claims_in(&self, area: Rect, found: &mut dyn FnMut(NodeId, Rect)) {
        self.places.cards_in(area, &mut |card, rect| {
            if let Some(placed) = self.cards.get(card) {
                found(placed.claim, rect);
            }
        });
    }

    /// A box around the cards that have places of their own.
    pub fn placed_bounds(&self) -> Option<Rect> {
        self.places.cards_without(&self.waiting.iter().filter_map(|id| self.card_index(*id)).collect())
    }

    /// The claims that have no place of their own.
    pub fn waiting(&self) -> &BTreeSet<NodeId> {
        &self.waiting
    }

    /// The size of a node's picture for layouts, as [`crate::render::size_of`] gives it.
    pub fn size_of(&self, node: NodeId) -> Option<Vec2> {
        self.card(node).map(|placed| placed.card.bounds.size()).or_else(|| self.arrow(node).map(Arrow::room))
    }

    /// The sizes of all that is in the picture.
    pub fn sizes(&self) -> Vec<(NodeId, Vec2)> {
        let cards = self.cards.iter().map(|placed| (placed.claim, placed.card.bounds.size()));
        cards.chain(self.arrows.iter().map(|arrow| (arrow.relation, arrow.room()))).collect()
    }

    /// The node that a part shows.
    pub fn node_of(&self, part: Part) -> Option<NodeId> {
        match part {
            Part::Card(index) => self.cards.get(index).map(|placed| placed.claim),
            Part::Arrow(index) => self.arrows.get(index).map(|arrow| arrow.relation),
        }
    }

    /// The part that shows a claim or a relation.
    pub fn part_of(&self, node: NodeId) -> Option<Part> {
        self.card_index(node).map(Part::Card).or_else(|| self.arrow_of.get(&node).copied().map(Part::Arrow))
    }

    fn card_index(&self, claim: NodeId) -> Option<usize> {
        self.card_of.get(&claim).copied()
    }

    /// What a line to a node ends on.
    fn end(&self, node: NodeId) -> Option<End> {
        match node.kind() {
            NodeKind::Claim => self.card_index(node).map(End::Card),
            NodeKind::Relation => self.arrow_of.get(&node).copied().map(End::Handle),
            NodeKind::Attribution => {
                // Ids of claims and relations come after those of attributions.
                let (_, holder) = self.chips.range((node, node)..).next().filter(|(said, _)| *said == node)?;
                match holder.kind() {
                    NodeKind::Claim => {
                        let index = self.card_index(*holder)?;
                        Some(End::CardChip(index, chip_number(&self.cards.get(index)?.card, node)?))
                    }
                    NodeKind::Relation | NodeKind::Attribution => {
                        let index = *self.arrow_of.get(holder)?;
                        Some(End::HandleChip(index, chip_number(&self.arrows.get(index)?.handle, node)?))
                    }
                }
            }
        }
    }
}

fn chip_number(card: &Card, attribution: NodeId) -> Option<usize> {
    card.chips.iter().position(|chip| chip.chain.contains(&attribution))
}
