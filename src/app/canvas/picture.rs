//! The scene on screen, which follows the map.

use std::sync::Arc;

use emath::{Pos2, Rect, pos2};

use crate::analysis::Shown;
use crate::base::{NodeId, ViewId};
use crate::editor::Editor;
use crate::model::ArgumentMap;
use crate::render::{Scene, TextShaper, Theme, scene};

pub(crate) use crate::render::Part;

/// How close to a line a click has to be, in points on screen.
const NEAR: f32 = 6.0;
/// Up to so many parts are painted in the order of their ids; among more nobody sees what lies on top.
const MAX_SORTED: usize = 2000;

/// What the scene was made from.
type Key = (u64, ViewId);

/// The scene and the shaper that keeps measured text.
pub(crate) struct Picture {
    shaper: TextShaper,
    scene: Scene,
    made_from: Option<Key>,
    /// What was shown when the scene was made.
    shown: Arc<Shown>,
    bounds: Option<Rect>,
    /// Whether cards were moved for show.
    moving: bool,
    /// Whether they are to be brought back to where the map says.
    astray: bool,
    /// Counts the changes of the scene.
    version: u64,
}

impl Default for Picture {
    fn default() -> Self {
        let mut shaper = TextShaper::new();
        let scene = scene(&ArgumentMap::default(), ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
        Self { shaper, scene, made_from: None, shown: Arc::default(), bounds: None, moving: false, astray: false, version: 0 }
    }
}

impl Picture {
    /// Follows the map, or makes the scene anew where that cannot be done.
    pub(crate) fn update(&mut self, editor: &Editor) {
        let key = (editor.revision(), editor.view());
        let shown = editor.shown();
        let same_shown = Arc::ptr_eq(&self.shown, shown);
        if self.made_from == Some(key) && same_shown && !self.astray {
            return;
        }
        let since = self.made_from.filter(|(_, view)| same_shown && *view == key.1).map(|(revision, _)| revision);
        let changed = since.and_then(|revision| editor.changes_since(revision));
        let followed = changed.is_some_and(|changed| self.scene.follow(editor.map(), shown, &changed, &mut self.shaper));
        let brought_back = !std::mem::take(&mut self.astray) || (followed && self.bring_back(editor.map(), key.1));
        if !(followed && brought_back) {
            // Shapes carry inks, not colours: the theme plays no part before they are painted.
            self.scene = scene(editor.map(), key.1, shown, Theme::light(), &mut self.shaper);
        }
        self.made_from = Some(key);
        self.shown = shown.clone();
        self.changed();
    }

    fn changed(&mut self) {
        self.bounds = None;
        self.version += 1;
    }

    /// Sets what was moved for show where the map says. `false` where the map does not say it.
    fn bring_back(&mut self, map: &ArgumentMap, view: ViewId) -> bool {
        let place = |claim: NodeId| map.placement(view, claim).map(|place| (claim, pos2(place.x as f32, place.y as f32)));
        let places: Option<Vec<_>> = self.scene.cards().iter().map(|placed| place(placed.claim)).collect();
        places.map(|places| self.scene.move_cards(places)).is_some()
    }

    /// Moves cards to where a layout has them for now.
    pub(crate) fn show_moving(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) {
        self.moving = true;
        self.move_cards(moves);
    }

    /// The next update brings back what was moved for show.
    pub(crate) fn forget_moving(&mut self) {
        self.astray |= std::mem::take(&mut self.moving);
    }

    /// The scene.
    pub(crate) fn scene(&self) -> &Scene {
        &self.scene
    }

    /// A box that holds everything.
    pub(crate) fn bounds(&mut self) -> Rect {
        *self.bounds.get_or_insert_with(|| self.scene.bounds())
    }

    /// Moves cards for show.
    pub(crate) fn move_cards(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) {
        self.scene.move_cards(moves);
        self.changed();
    }

    /// The parts that come near a rectangle of the map: arrows, then cards.
    pub(crate) fn parts_in(&self, rect: Rect) -> Vec<Part> {
        let mut found = self.scene.parts_in(rect);
        if found.len() <= MAX_SORTED {
            found.sort_by_cached_key(|part| (matches!(part, Part::Card(_)), self.scene.node_of(*part)));
        } else {
            found.sort_unstable();
        }
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
        let near = arrows.filter_map(|arrow| Some((arrow.relation, arrow.distance_to(pos, reach)?)));
        near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(id, _)| id)
    }
}
