//! Where the camera stood at the stops of the way back and forward.

use std::collections::BTreeMap;

use super::Canvas;
use super::camera::Camera;

/// So many stops are remembered; the editor remembers no more.
const MAX_STOPS: usize = 256;

/// Cameras by the number of their stop.
#[derive(Default)]
pub(super) struct Stops(BTreeMap<u64, Camera>);

impl Canvas {
    /// Remembers where the camera is, or is on its way to.
    pub(crate) fn depart(&mut self, number: u64) {
        self.stops.0.insert(number, self.glide.map_or(self.camera, |glide| glide.to));
        if self.stops.0.len() > MAX_STOPS {
            self.stops.0.pop_first();
        }
    }

    /// Flies back to where the camera was.
    pub(crate) fn arrive(&mut self, number: u64) {
        if let Some(camera) = self.stops.0.get(&number).copied() {
            self.aim.clear();
            self.glide_to(camera);
        }
    }
}
