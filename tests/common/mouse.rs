//! Hands on the mouse of a [`Desktop`]. Places are in the window, in points.

use std::time::Duration;

use crate::desktop::Desktop;

impl Desktop {
    /// Gives a window that size and puts it into the corner, so that places on the screen are places in it.
    pub fn fit_window(&self, window: &str, width: u32, height: u32) {
        self.xdotool(&["windowsize", "--sync", window, &width.to_string(), &height.to_string()]);
        self.xdotool(&["windowmove", "--sync", window, "0", "0"]);
        self.settle();
    }

    /// Moves the pointer.
    pub fn point(&self, window: &str, (x, y): (i32, i32)) {
        self.xdotool(&["mousemove", "--window", window, &x.to_string(), &y.to_string()]);
        std::thread::sleep(Duration::from_millis(60));
    }

    /// Clicks, twice for a double click.
    pub fn click(&self, window: &str, at: (i32, i32), times: u32) {
        self.point(window, (at.0 - 3, at.1));
        self.point(window, at);
        self.settle();
        self.xdotool(&["click", "--repeat", &times.to_string(), "--delay", "60", "1"]);
        self.settle();
    }

    /// Presses at one place and lets go at another.
    pub fn drag(&self, window: &str, from: (i32, i32), to: (i32, i32)) {
        const STEPS: i32 = 12;
        self.point(window, (from.0 - 3, from.1));
        self.point(window, from);
        self.settle();
        self.xdotool(&["mousedown", "1"]);
        for i in 1..=STEPS {
            self.point(window, (from.0 + (to.0 - from.0) * i / STEPS, from.1 + (to.1 - from.1) * i / STEPS));
        }
        self.settle();
        self.xdotool(&["mouseup", "1"]);
        self.settle();
    }
}
