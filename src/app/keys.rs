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

/// The key as it stands in tables and files: what [`parse`] reads.
pub(crate) fn write(key: &KeyboardShortcut) -> String {
    let held = [(key.modifiers.command, "Ctrl+"), (key.modifiers.alt, "Alt+"), (key.modifiers.shift, "Shift+")];
    let held: String = held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name).collect();
    held + key.logical_key.name()
}

/// The key that an event tells of, as it would be chosen for an action; Ctrl is the platform's command key.
pub(crate) fn pressed(key: Key, modifiers: Modifiers) -> KeyboardShortcut {
    let mut held = Modifiers::NONE;
    for (is_held, modifier) in
        [(modifiers.command, Modifiers::COMMAND), (modifiers.alt, Modifiers::ALT), (modifiers.shift, Modifiers::SHIFT)]
    {
        if is_held {
            held |= modifier;
        }
    }
    KeyboardShortcut::new(held, key)
}

/// Whether an event tells of that shortcut. Where the keyboard is in a script without Latin letters (`foreign`), signs that stand where
/// others have a letter count as that letter.
pub(crate) fn fits(shortcut: &KeyboardShortcut, key: Key, physical: Option<Key>, modifiers: Modifiers, foreign: bool) -> bool {
    if is_sign(key) && is_letter(shortcut.logical_key) {
        return foreign && physical == Some(shortcut.logical_key) && modifiers.matches_exact(shortcut.modifiers);
    }
    // Some signs need Shift on some keyboards and not on others.
    let matches = if is_sign(key) { modifiers.matches_logically(shortcut.modifiers) } else { modifiers.matches_exact(shortcut.modifiers) };
    shortcut.logical_key == key && matches
}

fn is_letter(key: Key) -> bool {
    (Key::A..=Key::Z).contains(&key)
}

/// Whether a key writes a sign, neither letter nor digit.
pub(crate) fn is_sign(key: Key) -> bool {
    matches!(
        key,
        Key::Questionmark
            | Key::Exclamationmark
            | Key::Plus
            | Key::Equals
            | Key::Minus
            | Key::Colon
            | Key::Semicolon
            | Key::Comma
            | Key::Period
            | Key::Slash
            | Key::Backslash
            | Key::Pipe
            | Key::Quote
            | Key::Backtick
            | Key::OpenBracket
            | Key::CloseBracket
            | Key::OpenCurlyBracket
            | Key::CloseCurlyBracket
    )
}

/// Who listens to the keyboard, in the order in which they win.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listener {
    /// A dialog: no command fires.
    Dialog,
    /// The text field on a card: as in any other, and Tab, Shift+Tab and chords with Enter, which go on to the next claim.
    Writing,
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
    let tab = !chord && shortcut.logical_key == Key::Tab;
    let goes_on = tab || (chord && shortcut.logical_key == Key::Enter);
    match listener {
        Listener::Dialog => false,
        Listener::Writing if goes_on => true,
        Listener::Writing => may_fire(shortcut, Listener::TextField),
        // Tab goes from one thing to the next, as everywhere.
        Listener::TextField | Listener::Control | Listener::Canvas if tab => false,
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
        for text in ["R", "Ctrl+Alt+Shift+K", "Alt+Up", "Ctrl+Plus", "Tab"] {
            assert_eq!(parse(text).map(|key| write(&key)).as_deref(), Some(text));
        }
    }

    #[test]
    fn letters_are_found_on_foreign_keyboards() {
        let quit = parse("Ctrl+Q").unwrap();
        let ctrl = Modifiers::COMMAND | Modifiers::CTRL;
        assert!(fits(&quit, Key::Q, Some(Key::A), ctrl, false), "AZERTY: the letter counts, not its place");
        assert!(!fits(&quit, Key::A, Some(Key::Q), ctrl, true));
        assert!(fits(&quit, Key::Slash, Some(Key::Q), ctrl, true), "Hebrew: a sign stands there");
        assert!(!fits(&quit, Key::Quote, Some(Key::Q), ctrl, false), "Dvorak: the apostrophe is meant");
        let help = parse("?").unwrap();
        assert!(fits(&help, Key::Questionmark, Some(Key::Slash), Modifiers::SHIFT, false));
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
            ("Tab", false, false, false),
            ("Ctrl+Tab", true, true, true),
            ("Ctrl+Enter", false, true, true),
        ] {
            assert_eq!(fires(text, Listener::TextField), field, "{text}");
            assert_eq!(fires(text, Listener::Control), control, "{text}");
            assert_eq!(fires(text, Listener::Canvas), canvas, "{text}");
            assert!(!fires(text, Listener::Dialog), "{text}");
            let goes_on = ["Tab", "Ctrl+Enter"].contains(&text);
            assert_eq!(fires(text, Listener::Writing), field || goes_on, "{text}");
        }
    }
}
