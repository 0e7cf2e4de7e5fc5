//! Keys to commands. What is typed faster than the window follows waits its turn: nothing typed is lost or means something else.

use egui::{Context, Event, ImeEvent, Key, Modifiers, Popup};

use super::ElenchusApp;
use super::clipboard::Wanted;
use super::keymap::Keymap;
use super::keys::{self, Listener};
use crate::editor::{Action, Command};

/// What has to be remembered of the keyboard from frame to frame.
#[derive(Default)]
pub(crate) struct Keyboard {
    /// Typed ahead.
    held: Vec<Event>,
    /// What was typed waits until what was opened has the keyboard.
    waits: bool,
    /// An input method is composing.
    composing: bool,
    /// The last letter typed was not a Latin one.
    foreign: bool,
}

impl Keyboard {
    /// Drops the keys that belong to an input method: those pressed while it composes, and the one that ends that.
    fn without_composition(&mut self, events: Vec<Event>) -> Vec<Event> {
        let mut ended = false;
        let mut rest = Vec::with_capacity(events.len());
        for event in events {
            match &event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => {
                    ended = self.composing && text.is_empty();
                    self.composing = !text.is_empty();
                }
                Event::Ime(ImeEvent::Commit(_)) => ended = std::mem::take(&mut self.composing),
                Event::Key { pressed: true, .. } if self.composing => continue,
                Event::Key { key: Key::Enter | Key::Escape | Key::Tab, pressed: true, .. } if std::mem::take(&mut ended) => continue,
                Event::Text(text) => {
                    let letter = text.chars().rev().find(|c| c.is_alphabetic());
                    self.foreign = letter.map_or(self.foreign, |c| !is_latin(c));
                }
                _ => {}
            }
            rest.push(event);
        }
        rest
    }
}

impl ElenchusApp {
    /// Queues the actions whose keys were pressed; those keys are seen by nobody else.
    pub(super) fn keyboard(&mut self, ctx: &Context) {
        let unread = self.tab.canvas.take_unread();
        // Where a field has just closed, it takes a frame until the keyboard is the canvas's again.
        let waits = std::mem::take(&mut self.keyboard.waits) || unread.is_some();
        let mut events = std::mem::take(&mut self.keyboard.held);
        events.extend(unread.into_iter().flatten());
        let new = ctx.input_mut(|input| std::mem::take(&mut input.events));
        events.extend(self.keyboard.without_composition(new));
        let mut rest = Vec::with_capacity(events.len());
        let mut pairs = events.into_iter().peekable();
        let (keymap, listener) = (Keymap::of(ctx), self.listener(ctx));
        while let Some(event) = pairs.next() {
            if (waits || self.keyboard.waits) && is_of_keyboard(&event) {
                self.keyboard.held.push(event);
            } else if let Some(wanted) = if matches!(event, Event::Paste(_)) { self.take_asked() } else { None } {
                self.paste_event(event, wanted);
            } else if listener == Listener::Control
                && self.tab.panels.are_reading()
                && let Some(action) = reader_action_of(&event, &keymap, self.keyboard.foreign)
            {
                pairs.next_if(|next| matches!((&event, next), (Event::Key { .. }, Event::Text(_))));
                self.queue.push(action.into());
            } else if matches!(listener, Listener::Control | Listener::TextField) && self.tab.panels.keep(&event) {
                rest.push(event);
            } else if let Some(action) = action_of(&event, &keymap, listener, self.keyboard.foreign) {
                // The letter itself belongs to the key.
                pairs.next_if(|next| matches!((&event, next), (Event::Key { .. }, Event::Text(_))));
                self.keyboard.waits = !repeats(action);
                match action {
                    Action::Paste if matches!(event, Event::Paste(_)) => self.paste_event(event, Wanted::Claims { under: false }),
                    action => self.queue.push(action.into()),
                }
            } else {
                rest.push(event);
            }
        }
        ctx.input_mut(|input| input.events = rest);
        if !self.keyboard.held.is_empty() {
            ctx.request_repaint();
        }
        self.wait_for_clipboard(ctx);
    }

    fn paste_event(&mut self, event: Event, wanted: Wanted) {
        if let Event::Paste(text) = event {
            let command: Command = self.pasting(text, wanted);
            self.queue.push(command);
        }
    }

    fn listener(&self, ctx: &Context) -> Listener {
        if !self.dialogs.is_empty() || self.palette.is_some() || Popup::is_any_open(ctx) || self.tab.canvas.is_asking() {
            Listener::Dialog
        } else if self.tab.canvas.is_writing() {
            Listener::Writing
        } else if ctx.text_edit_focused() || self.tab.panels.are_typing() || self.find_bar.is_typing() {
            // Escape has taken the focus away already, but the field is still to hear of it.
            Listener::TextField
        } else if ctx.memory(|m| m.focused()).is_none() || self.tab.canvas.has_keyboard() {
            Listener::Canvas
        } else {
            Listener::Control
        }
    }
}

fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

fn is_of_keyboard(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_))
}

/// Whether a key may ask for this several times within a frame: it leaves the keyboard to whom it is.
fn repeats(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Undo
            | A::Redo
            | A::ZoomIn
            | A::ZoomOut
            | A::NudgeUp
            | A::NudgeDown
            | A::NudgeLeft
            | A::NudgeRight
            | A::SelectUp
            | A::SelectDown
            | A::SelectLeft
            | A::SelectRight
            | A::SelectNext
            | A::SelectPrevious
            | A::WalkToTarget
            | A::WalkToGrounds
            | A::WalkToPrevious
            | A::WalkToNext
            | A::ExtendUp
            | A::ExtendDown
            | A::ExtendLeft
            | A::ExtendRight
            | A::ExtendToTarget
            | A::ExtendToGrounds
            | A::ExtendToPrevious
            | A::ExtendToNext
    )
}

/// The action that an event asks for, if it may be asked for now.
fn action_of(event: &Event, keymap: &Keymap, listener: Listener, foreign: bool) -> Option<Action> {
    let (key, physical, modifiers) = pressed(event)?;
    let fits = |s: &egui::KeyboardShortcut| keys::fits(s, key, physical, modifiers, foreign) && keys::may_fire(s, listener);
    keymap.all().find(|(shortcut, action)| !action.is_of_reader() && fits(shortcut)).map(|(_, action)| action)
}

/// What an event asks of the reader, whose text has the keyboard.
fn reader_action_of(event: &Event, keymap: &Keymap, foreign: bool) -> Option<Action> {
    let (key, physical, modifiers) = pressed(event)?;
    let fits = |s: &egui::KeyboardShortcut| keys::fits(s, key, physical, modifiers, foreign);
    keymap.all().find(|(shortcut, action)| action.is_of_reader() && fits(shortcut)).map(|(_, action)| action)
}

/// The key that an event says was pressed, and the one in its place on an American keyboard.
fn pressed(event: &Event) -> Option<(Key, Option<Key>, Modifiers)> {
    match event {
        Event::Key { key, physical_key, modifiers, pressed: true, .. } => Some((*key, *physical_key, *modifiers)),
        // The window system turns these chords into events of their own.
        Event::Copy => Some((Key::C, None, Modifiers::COMMAND)),
        Event::Cut => Some((Key::X, None, Modifiers::COMMAND)),
        Event::Paste(_) => Some((Key::V, None, Modifiers::COMMAND)),
        _ => None,
    }
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
                assert_eq!(seen.insert((*key, action.is_of_reader()), *action), None, "{key}");
            }
        }
    }

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    #[test]
    fn keys_of_an_input_method_are_not_heard() {
        let preedit = |text: &str| Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None });
        let commit = || Event::Ime(ImeEvent::Commit("日本".to_owned()));
        let mut keyboard = Keyboard::default();
        let left = keyboard.without_composition(vec![preedit("にほん"), key(Key::Space)]);
        assert_eq!(left.len(), 1);
        assert_eq!(keyboard.without_composition(vec![key(Key::Enter)]), []);
        assert_eq!(keyboard.without_composition(vec![key(Key::Enter), commit()]).len(), 1);
        assert_eq!(keyboard.without_composition(vec![key(Key::Enter)]).len(), 1, "the composition is over");
        keyboard.without_composition(vec![preedit("に")]);
        assert_eq!(keyboard.without_composition(vec![commit(), key(Key::Enter), key(Key::Enter)]).len(), 2, "the first one ended it");
        assert_eq!(keyboard.without_composition(vec![commit(), key(Key::Enter)]).len(), 2, "a dead key composes nothing to wait for");
    }

    #[test]
    fn the_last_letter_tells_the_script() {
        let mut keyboard = Keyboard::default();
        for (text, foreign) in [("q", false), ("é", false), ("7", false), ("ש", true), ("/", true), ("ж", true), ("ő", false)] {
            keyboard.without_composition(vec![Event::Text(text.to_owned())]);
            assert_eq!(keyboard.foreign, foreign, "{text}");
        }
    }
}
