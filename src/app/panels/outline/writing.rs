//! Writing in a row: Enter commits, Escape goes back, losing the keyboard commits.

use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, Rect, TextEdit, Ui};

use crate::base::NodeId;
use crate::editor::Command;
use crate::tr;

/// The text field in a row.
pub(super) struct Writing {
    pub(super) node: NodeId,
    text: String,
    original: String,
    /// Whether the field has had the keyboard: before that, not having it means nothing.
    begun: bool,
}

impl Writing {
    /// Begins with the present text, all of it selected.
    pub(super) fn new(node: NodeId, text: &str) -> Self {
        Self { node, text: text.to_owned(), original: text.to_owned(), begun: false }
    }

    /// What to do with what was written, when something else comes between.
    pub(super) fn finish(self) -> Command {
        let text = self.text.trim().to_owned();
        if text.is_empty() && self.original.is_empty() { Command::CancelNew(self.node) } else { Command::SetText { node: self.node, text } }
    }

    /// Draws the field; the command that ends the writing, once it ends.
    pub(super) fn ui(&mut self, ui: &mut Ui, rect: Rect) -> Option<Command> {
        let id = Id::unique(("outline-writing", self.node));
        let escape = ui.input(|i| i.key_pressed(Key::Escape));
        let edit = TextEdit::singleline(&mut self.text).id(id).desired_width(rect.width()).hint_text(tr!("outline-hint"));
        let response = ui.place(rect, edit).accessible_name(tr!("outline-text"));
        if !self.begun {
            self.begun = true;
            response.request_focus();
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let all = CCursorRange::two(CCursor::new(0usize), CCursor::new(self.text.chars().count()));
            state.cursor.set_char_range(Some(all));
            TextEdit::store_state(ui.ctx(), id, state);
            return None;
        }
        if escape {
            return Some(if self.original.is_empty() {
                Command::CancelNew(self.node)
            } else {
                Command::SetText { node: self.node, text: std::mem::take(&mut self.original) }
            });
        }
        if response.lost_focus() || !response.has_focus() {
            let done = Self { text: std::mem::take(&mut self.text), original: std::mem::take(&mut self.original), ..*self };
            return Some(done.finish());
        }
        None
    }
}
