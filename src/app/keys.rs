//! Keys as data ("Ctrl+Shift+K") turned into egui's shortcuts, and the question whether they may fire now.

use egui::{Key, KeyboardShortcut, Modifiers};

/// Reads "Ctrl+Shift+K". "Ctrl" is the platform's command key: Cmd on macOS. `None` where a part is unknown.
pub(crate) fn parse(text: &str) -> Option<KeyboardShortcut> {
    // "Ctrl++" names the plus key itself.
    let (modifiers_text, key_text) = match text.strip_suffix('+') {
        Some(rest) => (rest.trim_end_matches('+'), "+"),
        None => text.rsplit_once('+').unwrap_or(("", text)),
    };
    let mut modifiers = Modifiers::NONE;
    for part in modifiers_text.split('+').filter(|p| !p.is_empty()) {
        modifiers |= match part {
            "Ctrl" => Modifiers::COMMAND,
            "Shift" => Modifiers::SHIFT,
            "Alt" => Modifiers::ALT,
            _ => return None,
        };
    }
    Key::from_name(key_text).map(|key| KeyboardShortcut::new(modifiers, key))
}

/// Who listens to the keyboard, in the order in which they win.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listener {
    /// A dialog: no command fires.
    Dialog,
    /// A text field: only chords that mean nothing to it.
    TextField,
    /// A button or the like: chords, not single keys.
    Control,
    /// The canvas, or nothing in particular.
    Canvas,
}

/// Whether a shortcut may fire while `listener` has the keyboard.
pub(crate) fn may_fire(shortcut: &KeyboardShortcut, listener: Listener) -> bool {
    let chord = shortcut.modifiers.command || shortcut.modifiers.alt;
    let function_key = shortcut.logical_key.name().len() > 1 && shortcut.logical_key.name().starts_with('F');
    match listener {
        Listener::Dialog => false,
        Listener::TextField => (chord && !edits_text(shortcut)) || function_key,
        Listener::Control => chord || function_key || !moves_focus(shortcut.logical_key),
        Listener::Canvas => true,
    }
}

/// Chords that text fields use themselves.
fn edits_text(shortcut: &KeyboardShortcut) -> bool {
    let field_keys = [Key::A, Key::C, Key::V, Key::X, Key::Y, Key::Z, Key::Backspace, Key::Delete, Key::Enter];
    shortcut.conflicts_with_text_editing() || field_keys.contains(&shortcut.logical_key)
}

/// Keys that press or leave a control.
fn moves_focus(key: Key) -> bool {
    matches!(key, Key::Enter | Key::Space | Key::Tab | Key::Escape | Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_parse() {
        for (text, modifiers, key) in [
            ("R", Modifiers::NONE, Key::R),
            ("Ctrl+K", Modifiers::COMMAND, Key::K),
            ("Ctrl+Shift+P", Modifiers::COMMAND | Modifiers::SHIFT, Key::P),
            ("Ctrl++", Modifiers::COMMAND, Key::Plus),
            ("+", Modifiers::NONE, Key::Plus),
            ("Ctrl+-", Modifiers::COMMAND, Key::Minus),
            ("Alt+Up", Modifiers::ALT, Key::ArrowUp),
            ("Delete", Modifiers::NONE, Key::Delete),
            ("F1", Modifiers::NONE, Key::F1),
        ] {
            assert_eq!(parse(text), Some(KeyboardShortcut::new(modifiers, key)), "{text}");
        }
        for bad in ["", "Hyper+K", "Ctrl+Nothing"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn single_keys_yield_to_text() {
        let fires = |text: &str, listener| parse(text).is_some_and(|s| may_fire(&s, listener));
        for (text, field, control, canvas) in [
            ("R", false, true, true),
            ("Enter", false, false, true),
            ("Ctrl+S", true, true, true),
            ("Ctrl+Z", false, true, true),
            ("F1", true, true, true),
            ("Delete", false, true, true),
            ("Alt+Left", false, true, true),
        ] {
            assert_eq!(fires(text, Listener::TextField), field, "{text}");
            assert_eq!(fires(text, Listener::Control), control, "{text}");
            assert_eq!(fires(text, Listener::Canvas), canvas, "{text}");
            assert!(!fires(text, Listener::Dialog), "{text}");
        }
    }
}
