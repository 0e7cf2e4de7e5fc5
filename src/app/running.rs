//! What takes long: shown with how far it is, and with a way to stop it.

use super::ElenchusApp;
use super::panels::status::Running;
use crate::editor::Action;
use crate::tr;

/// What is done sooner needs no telling.
const TOLD_AFTER: f32 = 0.5;

impl ElenchusApp {
    /// What has been running for a while.
    pub(super) fn running(&self) -> Option<Running> {
        let opening = self.opening.running().and_then(|slot| slot.job()).map(|j| (tr!("running-opening"), j.fraction(), j.seconds()));
        let laying_out = self.tab.layouts.running().map(|(fraction, seconds)| (tr!("running-layout"), fraction, seconds));
        let drawing = self.tab.canvas.drawing().map(|(fraction, seconds)| (tr!("running-drawing"), fraction, seconds));
        let reading = self.tab.importing.running().map(|(fraction, seconds)| (tr!("running-reading"), fraction, seconds));
        let copying = self.copying.job().map(|j| (tr!("running-exporting"), j.fraction(), j.seconds()));
        let (name, fraction, seconds) = laying_out.or(opening).or(drawing).or(reading).or_else(|| self.tab.saving.running()).or(copying)?;
        Some(Running { name, fraction, wait: TOLD_AFTER - seconds })
    }

    /// Stops what runs.
    pub(super) fn cancel_running(&mut self) {
        if self.tab.layouts.running().is_some() {
            self.cancel_layout();
        } else if self.tab.canvas.drawing().is_some() && self.tab.canvas.is_blank() {
            // Nothing of the map was seen yet: one that nobody waits for need not stay open.
            self.queue.push(Action::CloseTab.into());
        } else {
            self.tab.canvas.hurry();
            self.opening.cancel();
            self.tab.saving.cancel();
            self.tab.importing.cancel();
            self.copying.cancel();
        }
    }
}
