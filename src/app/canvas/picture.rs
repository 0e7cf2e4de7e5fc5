//! The scene on screen, made anew when the map or the view changes, with an index of what stands where.

use std::sync::Arc;

use emath::{Pos2, Rect, pos2};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::analysis::Shown;
use crate::base::{NodeId, ViewId};
use crate::model::ArgumentMap;
use crate::render::{Arrow, PlacedCard, Scene, TextShaper, Theme, scene};

/// So many moved parts are looked through one by one before the index is made anew.
const MAX_LOOSE: usize = 256;
/// How close to a line a click has to be, in points on screen.
const NEAR: f32 = 6.0;

type Entry = GeomWithData<Rectangle<[f32; 2]>, Part>;

/// A part of the scene, by its place in the scene's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Arrow(usize),
    Card(usize),
}

/// What the scene was made from.
type Key = (u64, ViewId);

/// Scene, index and the shaper that keeps measured text.
pub(crate) struct Picture {
    shaper: TextShaper,
    scene: Scene,
    made_from: Option<Key>,
    /// What was shown when the scene was made.
    shown: Arc<Shown>,
    tree: RTree<Entry>,
    /// Parts that have moved since the index was made.
    loose: Vec<Part>,
    bounds: Option<Rect>,
}

impl Default for Picture {
    fn default() -> Self {
        let mut shaper = TextShaper::new();
        let scene = scene(&ArgumentMap::default(), ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
        Self { shaper, scene, made_from: None, shown: Arc::default(), tree: RTree::new(), loose: Vec::new(), bounds: None }
    }
}

impl Picture {
    /// Makes the scene anew where it is not that of this map. Returns whether it was.
    pub(crate) fn update(&mut self, map: &ArgumentMap, revision: u64, view: ViewId, shown: &Arc<Shown>) -> bool {
        let key = (revision, view);
        if self.made_from == Some(key) && Arc::ptr_eq(&self.shown, shown) {
            return false;
        }
        self.made_from = Some(key);
        self.shown = shown.clone();
        // Shapes carry inks, not colours: the theme plays no part before they are painted.
        self.scene = scene(map, view, shown, Theme::light(), &mut self.shaper);
        self.index();
        true
    }

    /// Follows a step that only moved claims, without making the scene anew: `before` is the revision that it changed.
    pub(crate) fn follow_moves(&mut self, map: &ArgumentMap, before: u64, revision: u64, view: ViewId, nodes: &[NodeId]) {
        if self.made_from == Some((before, view)) {
            let places = nodes.iter().filter_map(|id| map.placement(view, *id).map(|p| (*id, pos2(p.x as f32, p.y as f32))));
            self.move_cards(places);
            self.made_from = Some((revision, view));
        }
    }

    /// The next update makes the scene anew: what was moved for show goes back.
    pub(crate) fn invalidate(&mut self) {
        self.made_from = None;
    }

    /// The scene.
    pub(crate) fn scene(&self) -> &Scene {
        &self.scene
    }

    /// The shaper, to measure for layouts.
    pub(crate) fn shaper(&mut self) -> &mut TextShaper {
        &mut self.shaper
    }

    /// A box that holds everything.
    pub(crate) fn bounds(&mut self) -> Rect {
        *self.bounds.get_or_insert_with(|| self.scene.bounds())
    }

    /// Moves cards for show.
    pub(crate) fn move_cards(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) {
        let moves: Vec<_> = moves.into_iter().collect();
        let arrows = self.scene.move_cards(moves.iter().copied());
        self.bounds = None;
        if moves.len() + arrows.len() > MAX_LOOSE {
            self.index();
            return;
        }
        let cards = moves.iter().filter_map(|(id, _)| self.scene.cards().binary_search_by_key(id, |c| c.claim).ok().map(Part::Card));
        let arrows = arrows.iter().filter_map(|id| self.scene.arrows().binary_search_by_key(id, |a| a.relation).ok().map(Part::Arrow));
        self.loose.extend(cards.chain(arrows));
        self.loose.sort_unstable();
        self.loose.dedup();
        if self.loose.len() > MAX_LOOSE {
            self.index();
        }
    }

    fn index(&mut self) {
        let entry = |part: Part, rect: Rect| Entry::new(Rectangle::from_corners([rect.min.x, rect.min.y], [rect.max.x, rect.max.y]), part);
        let cards = self.scene.cards().iter().enumerate().map(|(i, card)| entry(Part::Card(i), card.rect()));
        let arrows = self.scene.arrows().iter().enumerate().map(|(i, arrow)| entry(Part::Arrow(i), arrow.bounds()));
        self.tree = RTree::bulk_load(cards.chain(arrows).collect());
        self.loose.clear();
        self.bounds = Some(self.scene.bounds());
    }

    fn rect(&self, part: Part) -> Option<Rect> {
        match part {
            Part::Card(i) => self.scene.cards().get(i).map(PlacedCard::rect),
            Part::Arrow(i) => self.scene.arrows().get(i).map(Arrow::bounds),
        }
    }

    /// The parts that come near a rectangle of the map: arrows, then cards.
    pub(crate) fn parts_in(&self, rect: Rect) -> Vec<Part> {
        if self.bounds.is_some_and(|bounds| rect.contains_rect(bounds)) {
            let arrows = (0..self.scene.arrows().len()).map(Part::Arrow);
            return arrows.chain((0..self.scene.cards().len()).map(Part::Card)).collect();
        }
        let envelope = AABB::from_corners([rect.min.x, rect.min.y], [rect.max.x, rect.max.y]);
        let mut found: Vec<Part> = self.tree.locate_in_envelope_intersecting(envelope).map(|entry| entry.data).collect();
        if !self.loose.is_empty() {
            found.retain(|part| self.loose.binary_search(part).is_err());
            found.extend(self.loose.iter().copied().filter(|part| self.rect(*part).is_some_and(|r| r.intersects(rect))));
        }
        found.sort_unstable();
        found
    }

    /// The node under a point of the map, uppermost first: chips, cards, handles, then lines that pass within reach at this zoom.
    pub(crate) fn node_at(&self, pos: Pos2, zoom: f32) -> Option<NodeId> {
        let reach = NEAR / zoom;
        let parts = self.parts_in(Rect::from_center_size(pos, emath::Vec2::splat(2.0 * reach)));
        for part in parts.iter().rev() {
            let (card, at, id) = match part {
                Part::Card(i) => self.scene.cards().get(*i).map(|c| (&c.card, c.at, c.claim))?,
                Part::Arrow(i) => self.scene.arrows().get(*i).map(|a| (&a.handle, a.at, a.relation))?,
            };
            if let Some(chip) = card.chips.iter().find(|chip| chip.rect.translate(at.to_vec2()).contains(pos)) {
                return Some(chip.attribution);
            }
            if card.rect_at(at).contains(pos) {
                return Some(id);
            }
        }
        let arrows = parts.iter().filter_map(|part| match part {
            Part::Arrow(i) => self.scene.arrows().get(*i),
            Part::Card(_) => None,
        });
        let near = arrows.map(|arrow| (arrow.relation, distance(arrow, pos))).filter(|(_, d)| *d <= reach);
        near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(id, _)| id)
    }
}

/// How far a point is from an arrow's lines.
fn distance(arrow: &Arrow, pos: Pos2) -> f32 {
    let mut least = f32::INFINITY;
    for curve in arrow.legs.iter().chain(&arrow.trunk) {
        for pair in curve.flatten(1.0).windows(2) {
            let (a, along) = (pair[0], pair[1] - pair[0]);
            let share = ((pos - a).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
            least = least.min((pos - (a + along * share)).length());
        }
    }
    least
}
