//! What is said to screen readers: one polite live region, seen by nobody.

use egui::accesskit::{Live, Role};
use egui::{Context, Id};

/// The sentence last said.
#[derive(Debug, Default)]
pub(crate) struct Voice {
    text: String,
    /// The frame in which it was said: the same sentence twice is news twice, so each has a node of its own.
    frame: u64,
}

impl Voice {
    /// Says a sentence as soon as the window is drawn; sentences of one frame are said together.
    pub(crate) fn say(&mut self, ctx: &Context, text: &str) {
        let frame = ctx.cumulative_frame_nr();
        if self.frame == frame && !self.text.is_empty() {
            self.text.push_str(". ");
            self.text.push_str(text);
        } else {
            self.text = text.to_owned();
        }
        self.frame = frame;
    }

    /// Puts the region into the tree of the window.
    pub(crate) fn ui(&self, ctx: &Context) {
        ctx.accesskit_node_builder(Id::unique(("voice", self.frame)), |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.set_live_atomic();
            node.set_label(self.text.as_str());
        });
    }
}
