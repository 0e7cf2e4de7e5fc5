//! The outline by keys: up and down from row to row, right into a branch, left out of it.

use egui::{Key, Modifiers, Ui};

use super::{OutlinePanel, ROW};
use crate::analysis::outline::Row;
use crate::app::panels::Desk;
use crate::editor::Command;

impl OutlinePanel {
    /// What was pressed while a row has the keyboard.
    pub(super) fn use_keys(&mut self, ui: &Ui, line: usize, height: f32, desk: &mut Desk<'_>) {
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|i| i.count_and_consume_key(modifiers, key)) as isize;
        let last = self.visible.len().saturating_sub(1);
        let page = ((height / ROW) as isize - 1).max(1);
        // Logical matching ignores Shift: what extends comes first.
        let extended = pressed(Modifiers::SHIFT, Key::ArrowDown) - pressed(Modifiers::SHIFT, Key::ArrowUp);
        let whole = pressed(Modifiers::SHIFT, Key::ArrowRight) - pressed(Modifiers::SHIFT, Key::ArrowLeft);
        let mut steps = pressed(Modifiers::NONE, Key::ArrowDown) - pressed(Modifiers::NONE, Key::ArrowUp);
        steps += page * (pressed(Modifiers::NONE, Key::PageDown) - pressed(Modifiers::NONE, Key::PageUp));
        let sideways = pressed(Modifiers::NONE, Key::ArrowRight) - pressed(Modifiers::NONE, Key::ArrowLeft);
        if extended != 0 {
            self.walk(line.saturating_add_signed(extended).min(last), true, desk);
        } else if steps != 0 {
            self.walk(line.saturating_add_signed(steps).min(last), false, desk);
        }
        if pressed(Modifiers::NONE, Key::Home) > 0 {
            self.walk(0, false, desk);
        }
        if pressed(Modifiers::NONE, Key::End) > 0 {
            self.walk(last, false, desk);
        }
        let Some((index, row)) = self.visible.get(line).and_then(|index| Some((*index, self.outline.rows().get(*index)?.clone()))) else {
            return;
        };
        if whole != 0 {
            self.fold_branch(index, &row, whole < 0);
        } else if sideways > 0 {
            self.enter_branch(index, &row, desk);
        } else if sideways < 0 {
            self.out_of_branch(index, &row, desk);
        }
        if pressed(Modifiers::NONE, Key::Enter) > 0 {
            self.activate(&row, desk);
        }
        if pressed(Modifiers::NONE, Key::Space) > 0 {
            desk.queue.push(Command::ToggleSelected(row.node));
        }
    }

    /// Goes to a row and selects what is in it.
    fn walk(&mut self, line: usize, extend: bool, desk: &mut Desk<'_>) {
        let Some(row) = self.visible.get(line).and_then(|index| self.outline.rows().get(*index)) else { return };
        let (key, node) = (row.key(), row.node);
        self.current = Some(key);
        self.current_at = line;
        self.scrolls = true;
        desk.queue.push(if extend { Command::SelectAlso(vec![node]) } else { Command::Select(vec![node]) });
        desk.queue.push(Command::Show(node));
    }

    /// Opens a closed branch; then lists who says it; then goes to the first row.
    fn enter_branch(&mut self, index: usize, row: &Row, desk: &mut Desk<'_>) {
        if self.folded.contains(&row.key()) {
            self.toggle(row.key());
        } else if !self.heard.contains(&row.key()) && self.outline.voices(index).next().is_some() {
            self.hear(row.key());
        } else if let Some(line) = self.line_of(index + 1).filter(|_| row.end > index + 1) {
            self.walk(line, false, desk);
        }
    }

    /// The other way round: ends the list of who says it; then closes the branch; then goes to the row above.
    fn out_of_branch(&mut self, index: usize, row: &Row, desk: &mut Desk<'_>) {
        if self.heard.contains(&row.key()) && self.outline.voices(index).next().is_some() {
            self.hear(row.key());
        } else if self.has_branch(index) && !self.folded.contains(&row.key()) {
            self.toggle(row.key());
        } else if let Some(line) = row.parent.and_then(|parent| self.line_of(parent)) {
            self.walk(line, false, desk);
        }
    }

    /// Closes or opens a branch with all that is in it.
    fn fold_branch(&mut self, index: usize, row: &Row, fold: bool) {
        let rows = self.outline.rows().iter().enumerate().skip(index).take(row.end - index);
        for key in rows.filter(|(i, row)| row.end > i + 1).map(|(_, row)| row.key()) {
            if fold {
                self.folded.insert(key);
            } else {
                self.folded.remove(&key);
            }
        }
        self.list_visible();
    }
}
