//! The scene on screen, which follows the map.

mod signing;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use emath::{Pos2, Rect, pos2};

use crate::analysis::Shown;
use crate::base::{Cancelled, NodeId, ViewId};
use crate::editor::Editor;
use crate::jobs::{Slot, forget};
use crate::model::{ArgumentMap, RecordId};
use crate::provenance::marks::Cautions;
use crate::render::{Arrow, PlacedCard, Scene, TextShaper, Theme, scene, scene_for, scene_straight};

pub(crate) use crate::render::Part;

/// How close to a line a click has to be, in points on screen.
const NEAR: f32 = 6.0;
/// Up to so many parts are painted in the order of their ids; among more nobody sees what lies on top.
const MAX_SORTED: usize = 2000;

/// While no more parts than this are moved for show, the others count as still.
const MAX_MOVED: usize = 2000;
/// How far around what is seen parts are looked up from afar, as a share of its size.
const MARGIN: f32 = 0.25;
/// An area so many times as large as what is seen is too large to be of use.
const WIDEST: f32 = 9.0;

/// An area is small if so many of it are no larger than what was asked for last.
const SPOTS: f32 = 64.0;
/// How long lines may catch up in one frame.
const CATCHING_UP: Duration = Duration::from_millis(2);

/// Scenes of up to so many nodes are made at once, and so are larger ones whose texts are measured already.
const SMALL: usize = 600;
const SMALL_AGAIN: usize = 4000;

/// What the scene was made from: revision, view, and what is shown of it.
type Key = (u64, ViewId, Arc<Shown>);

fn is_same(a: &Key, b: &Key) -> bool {
    (a.0, a.1) == (b.0, b.1) && Arc::ptr_eq(&a.2, &b.2)
}

/// More attributions that are doubted or no more doubted at once are not followed one by one.
const MAX_FOLLOWED: usize = 300;

/// The scene and the shaper that keeps measured text.
pub(crate) struct Picture {
    /// Not here while a scene is being drawn elsewhere.
    shaper: Option<TextShaper>,
    scene: Scene,
    /// The attributions that quote what was not said.
    doubted: Arc<BTreeSet<NodeId>>,
    /// What to be careful about in claims.
    cautions: Arc<Cautions>,
    /// The first card that may not have the signs of that yet, and whether one was signed since they changed.
    signing: Option<(usize, bool)>,
    made_from: Option<Key>,
    /// A large scene on its way, and what it is made from.
    drawing: Slot<(Scene, TextShaper)>,
    drawn_from: Option<Key>,
    bounds: Option<Rect>,
    /// Whether cards were moved for show.
    moving: bool,
    /// Whether they are to be brought back to where the map says.
    astray: bool,
    /// Counts the changes of the scene other than cards moved for show.
    still: u64,
    /// What was moved for show since then, and the last time that it was.
    moved: BTreeMap<Part, u64>,
    /// Counts how often something was.
    moves: u64,
    around: Option<Around>,
    spot: RefCell<Option<Spot>>,
}

/// The parts in a wide area, kept while the camera moves in it.
#[derive(Clone)]
pub(crate) struct Around {
    still: u64,
    pub(crate) area: Rect,
    pub(crate) parts: Arc<Vec<Part>>,
    /// How many of them were in sight.
    pub(crate) in_sight: usize,
}

/// The parts in a small area.
struct Spot {
    still: u64,
    moves: u64,
    area: Rect,
    parts: Vec<Part>,
}

impl Default for Picture {
    fn default() -> Self {
        let mut shaper = TextShaper::new();
        let scene = empty(&mut shaper);
        let (drawing, drawn_from) = Default::default();
        let shaper = Some(shaper);
        let (made_from, bounds, moving, astray, still, moved, moves, around, spot) = Default::default();
        let (doubted, cautions, signing) = Default::default();
        Self {
            shaper,
            scene,
            doubted,
            cautions,
            signing,
            made_from,
            drawing,
            drawn_from,
            bounds,
            moving,
            astray,
            still,
            moved,
            moves,
            around,
            spot,
        }
    }
}

fn empty(shaper: &mut TextShaper) -> Scene {
    scene(&ArgumentMap::default(), ViewId::main(), &Shown::default(), Theme::light(), shaper)
}

impl Picture {
    /// Follows the map, or makes the scene anew where that cannot be done: a large one on a thread of its own, while what was there stays.
    pub(crate) fn update(&mut self, ctx: &egui::Context, editor: &Editor) {
        self.take_drawn();
        let Some(mut shaper) = self.shaper.take() else { return };
        let key = (editor.revision(), editor.view(), editor.shown().clone());
        // Other quotations have turned out to be wrong: their chips look different.
        let doubted = self.take_doubts(editor.misquoting());
        self.astray |= doubted.len() > MAX_FOLLOWED;
        shaper.doubt(self.doubted.clone());
        self.take_cautions(ctx, editor.cautions(), &mut shaper);
        if doubted.is_empty() && self.made_from.as_ref().is_some_and(|made_from| is_same(made_from, &key)) && !self.astray {
            self.shaper = Some(shaper);
            return;
        }
        let map = editor.map();
        let mut changed = self.made_from.as_ref().and_then(|(revision, ..)| editor.changes_since(*revision));
        changed.iter_mut().for_each(|changed| changed.extend(doubted.iter().copied().map(RecordId::Node)));
        let may_follow = doubted.len() <= MAX_FOLLOWED
            && self.made_from.as_ref().is_some_and(|(_, view, shown)| *view == key.1 && Arc::ptr_eq(shown, &key.2));
        if may_follow && !self.astray && changed.as_ref().is_some_and(|changed| self.shows(map, key.1, changed)) {
            (self.made_from, self.shaper) = (Some(key), Some(shaper));
            return;
        }
        self.changed();
        let followed = changed.as_ref().is_some_and(|changed| may_follow && self.scene.follow(map, &key.2, changed, &mut shaper));
        let brought_back = !std::mem::take(&mut self.astray) || (followed && self.bring_back(map, key.1));
        if !(followed && brought_back) {
            if map.node_count() > if changed.is_some() { SMALL_AGAIN } else { SMALL } {
                if changed.is_none() {
                    forget(std::mem::replace(&mut self.scene, empty(&mut shaper)));
                }
                return self.draw_elsewhere(ctx, map.clone(), key, shaper);
            }
            // Shapes carry inks, not colours: the theme plays no part before they are painted.
            self.scene = scene(map, key.1, &key.2, Theme::light(), &mut shaper);
        }
        self.made_from = Some(key);
        self.shaper = Some(shaper);
    }

    /// The attributions that are doubted now and were not before, or the other way round.
    fn take_doubts(&mut self, now: &Arc<BTreeSet<NodeId>>) -> Vec<NodeId> {
        if Arc::ptr_eq(&self.doubted, now) {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.doubted, now.clone());
        before.symmetric_difference(now).copied().collect()
    }

    fn draw_elsewhere(&mut self, ctx: &egui::Context, map: Arc<ArgumentMap>, key: Key, mut shaper: TextShaper) {
        let (ctx, view, shown) = (ctx.clone(), key.1, key.2.clone());
        self.drawn_from = Some(key);
        self.drawing.start(
            "draw",
            move || ctx.request_repaint(),
            move |task, _| {
                // Who does not want to wait for the lines sees straight ones.
                let drawn = scene_for(&map, view, &shown, Theme::light(), &mut shaper, task);
                (drawn.unwrap_or_else(|Cancelled| scene_straight(&map, view, &shown, Theme::light(), &mut shaper)), shaper)
            },
        );
    }

    fn take_drawn(&mut self) {
        let Some(done) = self.drawing.poll() else { return };
        match done {
            Ok((scene, shaper)) => {
                forget(std::mem::replace(&mut self.scene, scene));
                self.shaper = Some(shaper);
            }
            // The picture stays what it was: trying again would end the same.
            Err(_) => self.shaper = Some(TextShaper::new()),
        }
        self.made_from = self.drawn_from.take();
        self.changed();
    }

    /// Share of a large scene that is drawn, and for how many seconds, as long as it is not there.
    pub(crate) fn drawing(&self) -> Option<(f32, f32)> {
        self.drawing.job().map(|job| (job.fraction(), job.seconds()))
    }

    /// Has a large scene that is on its way be drawn with straight lines.
    pub(crate) fn hurry(&self) {
        if let Some(job) = self.drawing.job() {
            job.cancel();
        }
    }

    /// Lets go of a scene that may be large, with all that was measured for it.
    pub(crate) fn put_down(self) {
        forget((self.scene, self.shaper));
    }

    fn changed(&mut self) {
        // Other cards may stand among those that are signed.
        self.signing = self.signing.map(|(_, any)| (0, any));
        self.bounds = None;
        self.still += 1;
        self.moved.clear();
    }

    /// Sets what was moved for show where the map says. `false` where the map does not say it.
    fn bring_back(&mut self, map: &ArgumentMap, view: ViewId) -> bool {
        let place = |claim: NodeId| map.placement(view, claim).map(|place| (claim, pos2(place.x as f32, place.y as f32)));
        let places: Option<Vec<_>> = self.scene.cards().iter().map(|placed| place(placed.claim)).collect();
        places.map(|places| self.scene.move_cards(places)).is_some()
    }

    /// Whether a change only says what is shown already: cards were let go where they had been moved for show.
    fn shows(&self, map: &ArgumentMap, view: ViewId, changed: &[RecordId]) -> bool {
        let is_there = |node: NodeId| {
            let place = map.placement(view, node).map(|place| pos2(place.x as f32, place.y as f32));
            place.is_some() && self.scene.card(node).map(|placed| placed.at) == place
        };
        let few = 2 * changed.len() <= self.scene.cards().len() && 2 * self.moved.len() <= MAX_MOVED;
        // Claims without a place stand below the others, wherever those are.
        few && self.scene.waiting().is_empty()
            && self.scene.headings().is_empty()
            && changed.iter().all(|id| matches!(id, RecordId::Placement(of, node) if *of == view && is_there(*node)))
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
        let moves: Vec<(NodeId, Pos2)> = moves.into_iter().collect();
        let arrows = self.scene.move_cards(moves.iter().copied());
        self.note_moved(moves.into_iter().map(|(claim, _)| claim).chain(arrows).collect());
    }

    /// Moves cards that a hand is dragging.
    pub(crate) fn drag_cards(&mut self, moves: impl IntoIterator<Item = (NodeId, Pos2)>) {
        let moves: Vec<(NodeId, Pos2)> = moves.into_iter().collect();
        let arrows = self.scene.drag_cards(moves.iter().copied());
        self.note_moved(moves.into_iter().map(|(claim, _)| claim).chain(arrows).collect());
    }

    /// The hand lets go of the cards that it dragged.
    pub(crate) fn let_go(&mut self) {
        self.scene.let_go();
    }

    /// Lets lines run anew that cards came upon or left: a few in a frame, however many there are.
    pub(crate) fn catch_up(&mut self, ctx: &egui::Context) {
        if self.scene.is_behind() {
            let began = Instant::now();
            let arrows = self.scene.catch_up(|| began.elapsed() >= CATCHING_UP);
            self.note_moved(arrows);
            ctx.request_repaint();
        }
    }

    fn note_moved(&mut self, nodes: Vec<NodeId>) {
        self.moves += 1;
        if nodes.len() > MAX_MOVED {
            return self.changed();
        }
        self.bounds = None;
        let moves = self.moves;
        self.moved.extend(nodes.into_iter().filter_map(|node| Some((self.scene.part_of(node)?, moves))));
    }

    /// Counts the changes of the scene other than cards moved for show.
    pub(crate) fn still(&self) -> u64 {
        self.still
    }

    /// Counts how often cards were moved for show.
    pub(crate) fn moves(&self) -> u64 {
        self.moves
    }

    /// What was moved for show since the last other change, and since so many [`Self::moves`] were counted.
    pub(crate) fn moved_since(&self, moves: u64) -> impl Iterator<Item = Part> {
        self.moved.iter().filter(move |(_, last)| **last > moves).map(|(part, _)| *part)
    }

    /// The area whose parts were asked for last.
    pub(crate) fn around(&self) -> Option<&Around> {
        self.around.as_ref()
    }

    /// The parts in an area and some way around it, arrows before cards: cheap while the area stays within what was asked for before.
    pub(crate) fn parts_around(&mut self, seen: Rect) -> Arc<Vec<Part>> {
        let serves =
            |around: &&Around| around.still == self.still && around.area.contains_rect(seen) && around.area.area() <= WIDEST * seen.area();
        if let Some(around) = self.around.as_ref().filter(serves) {
            return around.parts.clone();
        }
        let area = seen.expand2(seen.size() * MARGIN);
        let parts = Arc::new(self.sorted(self.scene.parts_in(area)));
        let bounds = |part: &Part| match part {
            Part::Arrow(i) => self.scene.arrows().get(*i).map(Arrow::bounds),
            Part::Card(i) => self.scene.cards().get(*i).map(PlacedCard::rect),
        };
        let in_sight = parts.iter().filter(|part| bounds(part).is_some_and(|bounds| bounds.intersects(seen))).count();
        self.around = Some(Around { still: self.still, area, parts: parts.clone(), in_sight });
        parts
    }

    /// The parts in sight: arrows, then cards. Those around are looked up as well, so that the next frames find them at hand.
    pub(crate) fn parts_near(&mut self, seen: Rect) -> Vec<Part> {
        self.parts_around(seen);
        self.parts_in(seen)
    }

    /// The parts that come near a rectangle of the map: arrows, then cards. Cheap for one in the area that was asked for last, or beside
    /// the last small one: several things ask what is under the pointer in each frame.
    pub(crate) fn parts_in(&self, rect: Rect) -> Vec<Part> {
        let is_spot = self.around.as_ref().is_some_and(|around| SPOTS * rect.area() < around.area.area());
        if !is_spot {
            return self.look_up(rect);
        }
        let mut spot = self.spot.borrow_mut();
        let serves = |spot: &Spot| (spot.still, spot.moves) == (self.still, self.moves) && spot.area.contains_rect(rect);
        let spot = match spot.take().filter(serves) {
            Some(known) => spot.insert(known),
            None => {
                let area = rect.expand(1.5 * rect.width().max(rect.height()));
                spot.insert(Spot { still: self.still, moves: self.moves, area, parts: self.look_up(area) })
            }
        };
        spot.parts.iter().copied().filter(|part| self.reaches(*part, rect)).collect()
    }

    fn look_up(&self, rect: Rect) -> Vec<Part> {
        let serves = |around: &&Around| {
            around.still == self.still && around.area.contains_rect(rect) && around.parts.len() + self.moved.len() <= MAX_SORTED
        };
        self.sorted(match self.around.as_ref().filter(serves) {
            Some(around) => {
                let still = around.parts.iter().filter(|part| !self.moved.contains_key(part));
                still.chain(self.moved.keys()).copied().filter(|part| self.reaches(*part, rect)).collect()
            }
            None => self.scene.parts_in(rect),
        })
    }

    fn reaches(&self, part: Part, rect: Rect) -> bool {
        match part {
            Part::Arrow(index) => self.scene.arrows().get(index).is_some_and(|a| a.bounds().intersects(rect) && a.reaches(rect)),
            Part::Card(index) => self.scene.cards().get(index).is_some_and(|placed| placed.rect().intersects(rect)),
        }
    }

    fn sorted(&self, mut parts: Vec<Part>) -> Vec<Part> {
        if parts.len() <= MAX_SORTED {
            parts.sort_by_cached_key(|part| (matches!(part, Part::Card(_)), self.scene.node_of(*part)));
        }
        parts
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
