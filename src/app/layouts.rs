//! Layouts off the UI thread: shown as they move, applied as one step when they are done.

use std::time::{Duration, Instant};

use egui::{Context, Pos2};

use super::ElenchusApp;
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
    /// Starts a layout; one that runs is dropped.
    pub(super) fn start_layout(&mut self, ctx: &Context, scope: Scope) {
        let (map, view) = (self.editor.map().clone(), self.editor.view());
        let shaper = self.canvas.shaper();
        let of = layout::request::of_map(&map, view, scope, SEED, &mut |id| size_of(&map, id, shaper));
        let request = of.request.clone();
        let name = map.views().get(&view).map_or(LayoutName::Force, |v| v.layout);
        drop(map);
        let waker = ctx.clone();
        self.layouts.slot.start(
            "layout",
            move || waker.request_repaint(),
            move |task, progress| layout::layout(name).run(&request, task, &mut |centres| progress(centres.to_vec())),
        );
        self.layouts.running = Some(Running { scope, view, revision: self.editor.revision(), of });
        if scope == Scope::Unplaced {
            let began = Instant::now();
            while began.elapsed() < WAIT {
                std::thread::sleep(Duration::from_millis(1));
                if self.take_layout() {
                    break;
                }
            }
        }
    }

    /// Stops the layout that runs; cards go back to where the map says.
    pub(super) fn cancel_layout(&mut self) {
        self.layouts.slot.cancel();
        if self.layouts.running.take().is_some() {
            self.canvas.forget_moving();
        }
    }

    /// Shows how far the layout is; true when it is done and has been handed to the editor.
    pub(super) fn take_layout(&mut self) -> bool {
        let Some(running) = &self.layouts.running else { return false };
        if let Some(centres) = self.layouts.slot.job().and_then(|job| job.take_progress())
            && !self.motion.reduced()
        {
            let moving = running.of.ids.iter().zip(&running.of.request.bodies).zip(&centres);
            let claims = moving.filter(|((id, body), _)| id.kind() == NodeKind::Claim && !body.held).map(|((id, _), at)| (*id, *at));
            self.canvas.show_moving(claims);
        }
        let Some(done) = self.layouts.slot.poll() else { return false };
        let Some(running) = self.layouts.running.take() else { return false };
        match done {
            Ok(Ok(centres)) => {
                let placements = running.of.placements(&centres);
                let (scope, view, revision) = (running.scope, running.view, running.revision);
                self.canvas.forget_moving();
                self.queue.push(Command::ApplyLayout { scope, view, revision, placements });
            }
            Ok(Err(Cancelled)) => self.canvas.forget_moving(),
            Err(bug) => {
                self.canvas.forget_moving();
                self.toasts.push(bug.to_string(), false);
            }
        }
        true
    }
}
