//! Which keys ask for what: the standard ones of the command table, changed by what the user chose. The present keymap lives in the egui
//! context, so that whatever shows a key shows the present one.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use egui::{Context, Id, Key, KeyboardShortcut};

use super::{ElenchusApp, keys};
use crate::editor::Action;
use crate::io::Config;
use crate::tr;

/// What the file holds: the ids of the changed actions with their keys.
pub(crate) type Written = BTreeMap<String, Vec<String>>;

/// The keys of every action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Keymap {
    keys: BTreeMap<Action, Vec<KeyboardShortcut>>,
}

static STANDARD: LazyLock<BTreeMap<Action, Vec<KeyboardShortcut>>> = LazyLock::new(|| {
    let of = |action: &Action| action.info().keys.iter().filter_map(|key| keys::parse(key)).collect();
    Action::ALL.iter().map(|action| (*action, of(action))).collect()
});

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: STANDARD.clone() }
    }
}

impl Keymap {
    /// The keymap in use.
    pub(crate) fn of(ctx: &Context) -> Arc<Self> {
        ctx.data(|data| data.get_temp::<Arc<Self>>(Id::NULL)).unwrap_or_default()
    }

    /// Makes this the keymap in use.
    pub(crate) fn install(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::NULL, Arc::new(self)));
    }

    /// What a file says, and what in it cannot be followed, in sentences.
    pub(crate) fn read(written: &Written) -> (Self, Vec<String>) {
        let (mut keymap, mut complaints) = (Self::default(), Vec::new());
        let mut chosen: Vec<(bool, KeyboardShortcut)> = Vec::new();
        for (id, names) in written {
            let Some(action) = Action::from_id(id) else {
                complaints.push(tr!("keymap-unknown-action", action = id.as_str()));
                continue;
            };
            let mut own = Vec::new();
            for name in names {
                match keys::parse(name) {
                    None => complaints.push(tr!("keymap-unknown-key", key = name.as_str(), action = action.title())),
                    Some(key) if chosen.contains(&(action.is_of_reader(), key)) => {
                        complaints.push(tr!("keymap-twice", key = name.as_str(), action = action.title()));
                    }
                    Some(key) => own.push(key),
                }
            }
            chosen.extend(own.iter().map(|key| (action.is_of_reader(), *key)));
            keymap.keys.insert(action, own);
        }
        // What the user chose goes before what is standard.
        for (action, own) in &mut keymap.keys {
            if !written.contains_key(action.info().id) {
                own.retain(|key| !chosen.contains(&(action.is_of_reader(), *key)));
            }
        }
        (keymap, complaints)
    }

    /// What differs from the standard, to be kept in a file.
    pub(crate) fn written(&self) -> Written {
        let changed = self.keys.iter().filter(|(action, _)| self.is_changed(**action));
        changed.map(|(action, own)| (action.info().id.to_owned(), own.iter().map(keys::write).collect())).collect()
    }

    /// The keys of an action, the one that is shown first.
    pub(crate) fn keys(&self, action: Action) -> &[KeyboardShortcut] {
        self.keys.get(&action).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether an action has other keys than the standard ones.
    pub(crate) fn is_changed(&self, action: Action) -> bool {
        STANDARD.get(&action).map(Vec::as_slice) != self.keys.get(&action).map(Vec::as_slice)
    }

    /// Whether anything differs from the standard.
    pub(crate) fn is_standard(&self) -> bool {
        self.keys == *STANDARD
    }

    /// The action that has a key where `action` would have it: in the reader or elsewhere.
    pub(crate) fn owner(&self, action: Action, key: &KeyboardShortcut) -> Option<Action> {
        let rivals = self.keys.iter().filter(|(other, _)| other.is_of_reader() == action.is_of_reader());
        rivals.into_iter().find(|(_, keys)| keys.contains(key)).map(|(action, _)| *action)
    }

    /// All keys with their actions.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&KeyboardShortcut, Action)> {
        self.keys.iter().flat_map(|(action, keys)| keys.iter().map(|key| (key, *action)))
    }

    /// Gives an action a key, in the place of one of its keys or besides them; whoever had it loses it.
    pub(crate) fn bind(&mut self, action: Action, key: KeyboardShortcut, instead_of: Option<KeyboardShortcut>) {
        let mut own = self.keys(action).to_vec();
        own.retain(|other| *other != key || Some(key) == instead_of);
        match own.iter_mut().find(|other| Some(**other) == instead_of) {
            Some(old) => *old = key,
            None => own.push(key),
        }
        self.set(action, own);
    }

    /// Takes a key from an action.
    pub(crate) fn unbind(&mut self, action: Action, key: KeyboardShortcut) {
        let own = self.keys(action).iter().copied().filter(|other| *other != key).collect();
        self.set(action, own);
    }

    /// Gives an action its standard keys again, which whoever had them loses.
    pub(crate) fn reset(&mut self, action: Action) {
        self.set(action, STANDARD.get(&action).cloned().unwrap_or_default());
    }

    fn set(&mut self, action: Action, own: Vec<KeyboardShortcut>) {
        for (_, keys) in self.keys.iter_mut().filter(|(other, _)| other.is_of_reader() == action.is_of_reader()) {
            keys.retain(|key| !own.contains(key));
        }
        self.keys.insert(action, own);
    }
}

/// The first key of an action, as the platform writes it.
pub(crate) fn shown(ctx: &Context, action: Action) -> Option<String> {
    Keymap::of(ctx).keys(action).first().map(|key| written(ctx, key))
}

/// A key as the platform writes it, signs as themselves.
pub(crate) fn written(ctx: &Context, key: &KeyboardShortcut) -> String {
    let text = ctx.format_shortcut(key);
    let held = text.strip_suffix(key.logical_key.name()).unwrap_or_default();
    let held = held.split_inclusive('+').map(|held| match held {
        "Ctrl+" => tr!("key-ctrl"),
        "Shift+" => tr!("key-shift"),
        "Alt+" => tr!("key-alt"),
        other => other,
    });
    held.collect::<String>() + named(key.logical_key)
}

/// The name of a key; a sign is its own.
pub(crate) fn named(key: Key) -> &'static str {
    match key {
        Key::Enter => tr!("key-enter"),
        Key::Escape => tr!("key-escape"),
        Key::Tab => tr!("key-tab"),
        Key::Space => tr!("key-space"),
        Key::Backspace => tr!("key-backspace"),
        Key::Delete => tr!("key-delete"),
        Key::Insert => tr!("key-insert"),
        Key::Home => tr!("key-home"),
        Key::End => tr!("key-end"),
        Key::PageUp => tr!("key-page-up"),
        Key::PageDown => tr!("key-page-down"),
        Key::ArrowUp => tr!("key-up"),
        Key::ArrowDown => tr!("key-down"),
        Key::ArrowLeft => tr!("key-left"),
        Key::ArrowRight => tr!("key-right"),
        sign if keys::is_sign(sign) => sign.symbol_or_name(),
        other => other.name(),
    }
}

impl ElenchusApp {
    /// Takes the keys that the user chose, and says what in them cannot be followed.
    pub(super) fn read_keymap(&mut self, ctx: &Context) {
        let (keymap, complaints) = match self.config.as_ref().map(Config::keymap) {
            Some(Ok(written)) => Keymap::read(&written),
            Some(Err(error)) => (Keymap::default(), vec![tr!("keymap-unreadable", why = error.to_string())]),
            None => (Keymap::default(), Vec::new()),
        };
        keymap.install(ctx);
        if !complaints.is_empty() {
            self.toasts.tell(ctx, &mut self.voice, complaints.join(" "), false);
        }
    }

    /// Uses and keeps another keymap.
    pub(super) fn take_keymap(&mut self, ctx: &Context, keymap: Keymap) {
        let saved = self.config.as_ref().map_or(Ok(()), |config| config.save_keymap(&keymap.written()));
        keymap.install(ctx);
        if let Err(error) = saved {
            self.toasts.tell(ctx, &mut self.voice, tr!("keymap-not-saved", why = error.to_string()), false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Keymap, Written};
    use crate::app::keys;
    use crate::editor::Action;

    fn names(keymap: &Keymap, action: Action) -> Vec<String> {
        keymap.keys(action).iter().map(keys::write).collect()
    }

    #[test]
    fn what_was_chosen_comes_back() {
        let mut keymap = Keymap::default();
        assert!(keymap.is_standard() && keymap.written().is_empty());
        let key = keys::parse("Ctrl+Alt+R").unwrap();
        keymap.bind(Action::AddRebuttal, key, keys::parse("R"));
        keymap.bind(Action::AddClaim, keys::parse("S").unwrap(), keys::parse("C"));
        keymap.unbind(Action::TogglePin, keys::parse("K").unwrap());
        assert_eq!(names(&keymap, Action::AddRebuttal), ["Ctrl+Alt+R", "Alt+Enter"]);
        assert_eq!(names(&keymap, Action::AddSupport), ["Tab"], "S went to another action");
        let (again, complaints) = Keymap::read(&keymap.written());
        assert_eq!((&again, complaints), (&keymap, Vec::new()));
        keymap.reset(Action::AddSupport);
        assert_eq!(names(&keymap, Action::AddSupport), ["S", "Tab"]);
        assert_eq!(names(&keymap, Action::AddClaim), [] as [&str; 0]);
        assert_eq!(keymap.owner(Action::AddRebuttal, &key), Some(Action::AddRebuttal));
    }

    #[test]
    fn each_of_several_keys_is_changed_alone() {
        let key = |name: &str| keys::parse(name).unwrap();
        let mut keymap = Keymap::default();
        for (new, instead_of, expected) in [
            ("X", None, &["R", "Alt+Enter", "X"][..]),
            ("Ctrl+J", Some("Alt+Enter"), &["R", "Ctrl+J", "X"]),
            ("Ctrl+J", Some("Ctrl+J"), &["R", "Ctrl+J", "X"]),
            ("X", Some("R"), &["X", "Ctrl+J"]),
            ("Tab", Some("Ctrl+J"), &["X", "Tab"]),
            ("X", None, &["Tab", "X"]),
        ] {
            keymap.bind(Action::AddRebuttal, key(new), instead_of.map(key));
            assert_eq!(names(&keymap, Action::AddRebuttal), expected, "{new} instead of {instead_of:?}");
            assert_eq!(Keymap::read(&keymap.written()), (keymap.clone(), Vec::new()), "it comes back from the file");
        }
        assert_eq!(names(&keymap, Action::AddSupport), ["S"], "Tab went to another action");
        keymap.unbind(Action::AddRebuttal, key("X"));
        assert_eq!(names(&keymap, Action::AddRebuttal), ["Tab"]);
        keymap.unbind(Action::AddRebuttal, key("Tab"));
        assert_eq!(Keymap::read(&keymap.written()), (keymap, Vec::new()), "no key is a choice too");
    }

    #[test]
    fn what_cannot_be_followed_is_said() {
        let line = |id: &str, keys: &[&str]| (id.to_owned(), keys.iter().map(|k| (*k).to_owned()).collect());
        let written: Written =
            [line("add-rebuttal", &["X", "Hyper+K"]), line("fly", &["F"]), line("toggle-pin", &["X", "S"])].into_iter().collect();
        let (keymap, complaints) = Keymap::read(&written);
        assert_eq!(complaints.len(), 3, "{complaints:?}");
        assert_eq!(names(&keymap, Action::AddRebuttal), ["X"]);
        assert_eq!(names(&keymap, Action::TogglePin), ["S"]);
        assert_eq!(names(&keymap, Action::AddSupport), ["Tab"], "a chosen key goes before a standard one");
    }
}
