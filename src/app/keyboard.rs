//! Keys to commands.

use std::sync::LazyLock;

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers, Popup};

use super::ElenchusApp;
use super::keys::{self, Listener};
use crate::editor::Action;

/// Every key of every action.
static KEYMAP: LazyLock<Vec<(KeyboardShortcut, Action)>> = LazyLock::new(|| {
    let keys = Action::ALL.iter().flat_map(|action| action.info().keys.iter().map(|key| (keys::parse(key), *action)));
    keys.filter_map(|(shortcut, action)| Some((shortcut?, action))).collect()
});

impl ElenchusApp {
    /// Queues the actions whose keys were pressed; those keys are seen by nobody else.
    pub(super) fn keyboard(&mut self, ctx: &Context) {
        let listener = self.listener(ctx);
        let mut fired = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| match action_of(event, listener) {
                Some(action) => {
                    fired.push(action);
                    false
                }
                None => true,
            });
        });
        self.queue.extend(fired.into_iter().map(Into::into));
    }

    fn listener(&self, ctx: &Context) -> Listener {
        if !self.dialogs.is_empty() || self.palette.is_some() || Popup::is_any_open(ctx) || self.tab.canvas.is_asking() {
            Listener::Dialog
        } else if ctx.text_edit_focused() || self.tab.canvas.is_writing() || self.tab.panels.are_typing() || self.find_bar.is_typing() {
            // Escape has taken the focus away already, but the field is still to hear of it.
            Listener::TextField
        } else if ctx.memory(|m| m.focused()).is_none() || self.tab.canvas.has_keyboard() {
            Listener::Canvas
        } else {
            Listener::Control
        }
    }
}

/// The action that an event asks for, if it may be asked for now.
fn action_of(event: &Event, listener: Listener) -> Option<Action> {
    let (key, modifiers) = match event {
        Event::Key { key, modifiers, pressed: true, .. } => (*key, *modifiers),
        // The window system turns these chords into events of their own.
        Event::Copy => (Key::C, Modifiers::COMMAND),
        Event::Cut => (Key::X, Modifiers::COMMAND),
        Event::Paste(_) => (Key::V, Modifiers::COMMAND),
        _ => return None,
    };
    // Signs such as ? and + need Shift on some keyboards and not on others.
    let is_sign = matches!(key, Key::Questionmark | Key::Plus | Key::Equals | Key::Minus | Key::Colon | Key::Semicolon);
    let fits = |s: &KeyboardShortcut| {
        s.logical_key == key && if is_sign { modifiers.matches_logically(s.modifiers) } else { modifiers.matches_exact(s.modifiers) }
    };
    KEYMAP.iter().find(|(s, _)| fits(s) && keys::may_fire(s, listener)).map(|(_, action)| *action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_in_the_table_is_known_and_used_once() {
        let mut seen = std::collections::BTreeMap::new();
        for action in Action::ALL {
            for key in action.info().keys {
                assert!(keys::parse(key).is_some(), "{key} of {action:?}");
                assert_eq!(seen.insert(*key, *action), None, "{key}");
            }
        }
    }
}
