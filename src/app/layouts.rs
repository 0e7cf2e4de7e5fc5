//! Layouts off the UI thread: shown as they move, applied as one step when they are done. A few new claims find their places at once.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Pos2, Rect};

use super::ElenchusApp;
use super::canvas::room_to_write;
use super::tabs::TabId;
use crate::analysis::Shown;
use crate::base::{Cancelled, NodeId, NodeKind, TaskCtx, ViewId};
use crate::editor::Command;
use crate::jobs::Slot;
use crate::layout::request::{Chosen, of_part};
use crate::layout::{self, MapLayout, Placed, Scope, Surroundings, place_nearby, step_aside, tidy};
use crate::model::{ArgumentMap, LayoutName, Placement, Side};
use crate::render::{PlacedCard, Scene, TextShaper, size_of};

/// Layouts start from the same number, so that the same map comes out the same.
const SEED: u64 = 1;
/// So long the placing of new claims may hold up the frame of a small map: a claim that jumps after it appeared is worse.
const WAIT: Duration = Duration::from_millis(30);
/// A map with more nodes than this is not waited for.
const SMALL: usize = 500;

struct Running {
    scope: Scope,
    view: ViewId,
    revision: u64,
}

pub(super) type Centres = Vec<(NodeId, Pos2)>;

/// The layout that runs.
#[derive(Default)]
pub(super) struct Layouts {
    slot: Slot<Result<Vec<(NodeId, Placement)>, Cancelled>, Centres>,
    running: Option<Running>,
}

impl Layouts {
    /// Share of the work done, and for how many seconds it runs.
    pub(super) fn running(&self) -> Option<(f32, f32)> {
        self.slot.job().map(|job| (job.fraction(), job.seconds()))
    }
}

impl ElenchusApp {
    /// Starts a layout; one that runs is dropped. The command that applies it, where it is done at once.
    pub(super) fn start_layout(&mut self, ctx: &Context, scope: Scope) -> Option<Command> {
        if scope == Scope::Unplaced
            && let Some(command) = self.place_at_once(ctx)
        {
            return Some(command);
        }
        let editor = &self.tab.editor;
        let (map, view, revision) = (editor.map().clone(), editor.view(), editor.revision());
        let chosen = editor.layout_wanted();
        let is_small = map.node_count() <= SMALL;
        let shown = match scope {
            Scope::Everything | Scope::Selected => editor.shown().clone(),
            Scope::Unplaced => Arc::default(),
        };
        let part: BTreeSet<NodeId> = match scope {
            Scope::Selected => editor.selection().nodes().iter().copied().filter(|id| map.claim(*id).is_some()).collect(),
            Scope::Everything | Scope::Unplaced => BTreeSet::new(),
        };
        let sizes = self.tab.canvas.picture(ctx, editor).scene().sizes();
        let waker = ctx.clone();
        self.tab.layouts.slot.start(
            "layout",
            move || waker.request_repaint(),
            move |task, progress| lay_out(map, (view, scope, chosen), (&shown, &part), sizes, task, &|centres| progress(centres)),
        );
        self.tab.layouts.running = Some(Running { scope, view, revision });
        if (scope == Scope::Unplaced && is_small) || scope == Scope::Selected {
            let began = Instant::now();
            while began.elapsed() < WAIT {
                std::thread::sleep(Duration::from_millis(1));
                if let Some(command) = self.take_layout(ctx) {
                    return Some(command);
                }
            }
        }
        None
    }

    /// Places new claims beside what they are linked with.
    fn place_at_once(&mut self, ctx: &Context) -> Option<Command> {
        let editor = &self.tab.editor;
        let (map, view, revision) = (editor.map(), editor.view(), editor.revision());
        let picture = self.tab.canvas.picture(ctx, editor);
        if picture.drawing().is_some() {
            return None;
        }
        let scene = picture.scene();
        let near = near(map, view, scene);
        let around = Surroundings { rect_of: &|id| scene.rect_of(id), near: &near, bounds: scene.placed_bounds() };
        let size_of = |id| with_room(map, id, scene.size_of(id).unwrap_or_default());
        let placements = place_nearby(map, view, scene.waiting(), &size_of, around)?;
        Some(Command::ApplyLayout { scope: Scope::Unplaced, view, revision, placements })
    }

    /// What lets claims step aside from others that were moved or have grown, and where they stood; `None` where nothing is in the way.
    pub(super) fn make_room(&mut self, ctx: &Context, claims: &[NodeId]) -> Option<(Command, Centres)> {
        self.tab.canvas.end_gliding(&self.tab.editor);
        let editor = &self.tab.editor;
        let (map, view, revision) = (editor.map(), editor.view(), editor.revision());
        let picture = self.tab.canvas.picture(ctx, editor);
        if picture.drawing().is_some() {
            return None;
        }
        let scene = picture.scene();
        let changed = |id: &NodeId| {
            let rect = scene.card(*id).map(PlacedCard::rect)?;
            Some(Placed { id: *id, rect: Rect::from_center_size(rect.center(), with_room(map, *id, rect.size())), held: true })
        };
        let changed: Vec<Placed<NodeId>> = claims.iter().filter_map(changed).collect();
        let moved = step_aside(&changed, &near(map, view, scene));
        if moved.is_empty() {
            return None;
        }
        let from: Vec<(NodeId, Pos2)> = moved.iter().filter_map(|(id, _)| Some((*id, scene.card(*id)?.at))).collect();
        let place = |(id, at): (NodeId, Pos2)| (id, Placement { x: at.x as i32, y: at.y as i32, pinned: false });
        Some((Command::StepAside { view, revision, placements: moved.into_iter().map(place).collect() }, from))
    }

    /// Takes what layouts have come to, in every tab.
    pub(super) fn take_layouts(&mut self, ctx: &Context) {
        let ids: Vec<TabId> = self.tabs().filter(|t| t.layouts.running.is_some()).map(|t| t.id).collect();
        for id in ids {
            self.in_tab(id, |app| {
                if let Some(command) = app.take_layout(ctx) {
                    app.carry_out(ctx, command);
                }
            });
        }
    }

    /// Stops the layout that runs; cards go back to where the map says.
    pub(super) fn cancel_layout(&mut self) {
        self.tab.layouts.slot.cancel();
        if self.tab.layouts.running.take().is_some() {
            self.tab.canvas.forget_moving();
        }
    }

    /// Shows how far the layout is; the command that applies it, when it is done.
    pub(super) fn take_layout(&mut self, ctx: &Context) -> Option<Command> {
        self.tab.layouts.running.as_ref()?;
        if let Some(centres) = self.tab.layouts.slot.job().and_then(|job| job.take_progress())
            && !self.motion.reduced()
        {
            self.tab.canvas.show_moving(centres);
        }
        let done = self.tab.layouts.slot.poll()?;
        let Running { scope, view, revision } = self.tab.layouts.running.take()?;
        self.tab.canvas.forget_moving();
        match done {
            Ok(Ok(placements)) => return Some(Command::ApplyLayout { scope, view, revision, placements }),
            Ok(Err(Cancelled)) => {}
            Err(bug) => self.toasts.tell(ctx, &mut self.voice, bug.to_string(), false),
        }
        None
    }
}

/// The places of all claims that may move; `sizes` has those of most nodes.
fn lay_out(
    map: Arc<ArgumentMap>,
    (view, scope, (name, side)): (ViewId, Scope, (LayoutName, Side)),
    (shown, part): (&Shown, &BTreeSet<NodeId>),
    sizes: Vec<(NodeId, egui::Vec2)>,
    task: &TaskCtx,
    progress: &dyn Fn(Centres),
) -> Result<Vec<(NodeId, Placement)>, Cancelled> {
    let sizes: HashMap<NodeId, egui::Vec2> = sizes.into_iter().collect();
    // Only what is hidden is measured here.
    let mut shaper = None;
    let mut size = |id| {
        let drawn = sizes.get(&id).copied().unwrap_or_else(|| size_of(&map, id, shaper.get_or_insert_with(TextShaper::new)));
        if scope == Scope::Unplaced { with_room(&map, id, drawn) } else { drawn }
    };
    let ways = shown.links().iter().map(|link| (link.from, link.to)).collect();
    let chosen = Chosen::shown(&map, &|id| !shown.hides(id), ways);
    if scope == Scope::Selected {
        return tidy(&map, (view, name, side), (&chosen, part), SEED, &mut size, task);
    }
    let mut of = of_part(&map, view, scope, SEED, &chosen, &mut size);
    of.request.side = side;
    // The first edit while a snapshot lives copies the map.
    drop(map);
    let centres = layout::layout(name).run(&of.request, task, &mut |centres| progress(moving(&of, centres)))?;
    Ok(of.placements(&centres))
}

/// What stands in an area and has a place of its own.
fn near<'a>(map: &'a ArgumentMap, view: ViewId, scene: &'a Scene) -> impl Fn(Rect, &mut dyn FnMut(Placed<NodeId>)) + 'a {
    move |area, found| {
        scene.claims_in(area, &mut |id, rect| {
            if let Some(place) = map.placement(view, id) {
                found(Placed { id, rect, held: place.pinned });
            }
        });
    }
}

/// The size of a node; a claim that is about to be written needs room for its words.
fn with_room(map: &ArgumentMap, id: NodeId, size: egui::Vec2) -> egui::Vec2 {
    if map.claim(id).is_some_and(|claim| claim.text.is_empty()) { size.max(room_to_write()) } else { size }
}

fn moving(of: &MapLayout, centres: &[Pos2]) -> Centres {
    let all = of.ids.iter().zip(&of.request.bodies).zip(centres);
    all.filter(|((id, body), _)| id.kind() == NodeKind::Claim && !body.held).map(|((id, _), at)| (*id, *at)).collect()
}
