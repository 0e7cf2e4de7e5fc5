//! Hands on the keyboard of a [`Desktop`].

use std::time::Duration;

use crate::desktop::Desktop;

impl Desktop {
    /// Waits for a window whose title contains `title` and gives it the keyboard; `alive` may object while it waits.
    pub fn await_window(&self, title: &str, mut alive: impl FnMut()) -> String {
        let found = self.wait_for(&format!("a window named {title}"), || {
            alive();
            self.find_window(title)
        });
        self.xdotool(&["windowactivate", "--sync", &found]);
        found
    }

    /// Presses keys, one chord an argument: `key(&["ctrl+k", "Return"])`.
    pub fn key(&self, chords: &[&str]) {
        for chord in chords {
            self.xdotool(&["key", "--clearmodifiers", chord]);
            self.settle();
        }
    }

    /// Types text.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--delay", "15", text]);
        self.settle();
    }

    /// Lets the program draw a few frames.
    pub fn settle(&self) {
        std::thread::sleep(Duration::from_millis(600));
    }
}
