//! Layouts off the UI thread: shown as they move, applied as one step when they are done.

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Pos2};

use super::ElenchusApp;
use super::tabs::TabId;
use crate::app::canvas::room_to_write;
use crate::base::{Cancelled, NodeKind, ViewId};
use crate::editor::Command;
use crate::jobs::Slot;
use crate::layout::{self, MapLayout, Scope};
use crate::model::LayoutName;
use crate::render::size_of;

/// Layouts start from the same number, so that the same map comes out the same.
const SEED: u64 = 1;
/// So long a placing of new claims may hold up the frame: a claim that jumps after it appeared is worse.
const WAIT: Duration = Duration::from_millis(30);

struct Running {
    scope: Scope,
    view: ViewId,
    revision: u64,
    of: MapLayout,
}

/// The layout that runs.
#[derive(Default)]
pub(super) struct Layouts {
    slot: Slot<Result<Vec<Pos2>, Cancelled>, Vec<Pos2>>,
    running: Option<Running>,
}

impl Layouts {
    /// Share of the work done.
    pub(super) fn running(&self) -> Option<f32> {
        self.slot.job().map(|job| job.fraction())
    }
}

impl ElenchusApp {
    /// Starts a layout; one that runs is dropped. The command that applies it, where it is done at once.
    pub(super) fn start_layout(&mut self, ctx: &Context, scope: Scope) -> Option<Command> {
        let (map, view) = (self.tab.editor.map().clone(), self.tab.editor.view());
        let shown = match scope {
            Scope::Everything => self.tab.editor.shown().clone(),
            Scope::Unplaced => Arc::default(),
        };
        let ways: Vec<_> = shown.links().iter().map(|link| (link.from, link.to)).collect();
        let shaper = self.tab.canvas.shaper();
        // A claim that is about to be written needs room for its words.
        let unwritten = |id| scope == Scope::Unplaced && map.claim(id).is_some_and(|claim| claim.text.is_empty());
        let size_of = &mut |id| if unwritten(id) { size_of(&map, id, shaper).max(room_to_write()) } else { size_of(&map, id, shaper) };
        let of = layout::request::of_part(&map, view, scope, SEED, &|id| !shown.hides(id), &ways, size_of);
        let request = of.request.clone();
        let name = map.views().get(&view).map_or(LayoutName::Force, |v| v.layout);
        drop(map);
        let waker = ctx.clone();
        self.tab.layouts.slot.start(
            "layout",
            move || waker.request_repaint(),
            move |task, progress| layout::layout(name).run(&request, task, &mut |centres| progress(centres.to_vec())),
        );
        self.tab.layouts.running = Some(Running { scope, view, revision: self.tab.editor.revision(), of });
        if scope == Scope::Unplaced {
            let began = Instant::now();
            while began.elapsed() < WAIT {
                std::thread::sleep(Duration::from_millis(1));
                if let Some(command) = self.take_layout() {
                    return Some(command);
                }
            }
        }
        None
    }

    /// Takes what layouts have come to, in every tab.
    pub(super) fn take_layouts(&mut self, ctx: &Context) {
        let ids: Vec<TabId> = self.tabs().filter(|t| t.layouts.running.is_some()).map(|t| t.id).collect();
        for id in ids {
            self.in_tab(id, |app| {
                if let Some(command) = app.take_layout() {
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
    pub(super) fn take_layout(&mut self) -> Option<Command> {
        let Some(running) = &self.tab.layouts.running else { return None };
        if let Some(centres) = self.tab.layouts.slot.job().and_then(|job| job.take_progress())
            && !self.motion.reduced()
        {
            let moving = running.of.ids.iter().zip(&running.of.request.bodies).zip(&centres);
            let claims = moving.filter(|((id, body), _)| id.kind() == NodeKind::Claim && !body.held).map(|((id, _), at)| (*id, *at));
            self.tab.canvas.show_moving(claims);
        }
        let done = self.tab.layouts.slot.poll()?;
        let running = self.tab.layouts.running.take()?;
        match done {
            Ok(Ok(centres)) => {
                let placements = running.of.placements(&centres);
                let (scope, view, revision) = (running.scope, running.view, running.revision);
                self.tab.canvas.forget_moving();
                return Some(Command::ApplyLayout { scope, view, revision, placements });
            }
            Ok(Err(Cancelled)) => self.tab.canvas.forget_moving(),
            Err(bug) => {
                self.tab.canvas.forget_moving();
                self.toasts.push(bug.to_string(), false);
            }
        }
        None
    }
}
