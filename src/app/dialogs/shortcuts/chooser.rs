//! The keys of one action while they are changed: each can be changed or removed, others can be added.

use egui::{Event, Frame, Key, KeyboardShortcut, Margin, Modifiers, RichText, Ui};

use crate::app::dialogs::Answer;
use crate::app::icons::{self, Icon};
use crate::app::keymap::{self, Keymap};
use crate::app::keys::{self, Listener};
use crate::app::theme::{Palette, UNIT};
use crate::editor::Action;
use crate::tr;

/// What stands in an action's place while its keys are changed.
pub(super) struct Chooser {
    pub(super) action: Action,
    waiting: Option<Waiting>,
    /// Whether its first button is to get the keyboard.
    begins: bool,
    /// Whether nothing more is to be changed.
    pub(super) is_done: bool,
}

/// A key is to be pressed.
#[derive(Clone, Copy, Default)]
struct Waiting {
    /// The key that it replaces; a further one where this is missing.
    instead_of: Option<KeyboardShortcut>,
    /// The key that was pressed although another action has it.
    taken: Option<(KeyboardShortcut, Action)>,
}

impl Chooser {
    /// For an action; one without keys waits for one at once.
    pub(super) fn new(action: Action, keymap: &Keymap) -> Self {
        let waiting = keymap.keys(action).is_empty().then(Waiting::default);
        Self { action, waiting, begins: true, is_done: false }
    }

    /// The next key pressed becomes one of the action's, unless another action has it. Escape leaves all as it is.
    pub(super) fn listen(&mut self, ctx: &egui::Context, keymap: &Keymap) -> Option<Answer> {
        let waiting = self.waiting.as_mut().filter(|waiting| waiting.taken.is_none())?;
        let mut found = None;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                found = found.or(match event {
                    Event::Key { key, modifiers, pressed: true, repeat: false, .. } => Some(keys::pressed(*key, *modifiers)),
                    Event::Copy => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::C)),
                    Event::Cut => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::X)),
                    Event::Paste(_) => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::V)),
                    _ => None,
                });
                !matches!(event, Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_))
            });
        });
        let key = found?;
        match keymap.owner(self.action, &key) {
            _ if key.logical_key == Key::Escape => self.stop_waiting(),
            Some(owner) if owner != self.action => waiting.taken = Some((key, owner)),
            // It has that key already: there is nothing to add.
            Some(_) if waiting.instead_of.is_none() => self.stop_waiting(),
            Some(_) | None => return self.choose(keymap, key),
        }
        None
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, keymap: &Keymap) -> Option<Answer> {
        let palette = Palette::of(ui.visuals());
        let frame = Frame::NONE.fill(palette.accent_wash).corner_radius(6.0).inner_margin(Margin::symmetric(8, 6));
        let inner = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            match self.waiting {
                Some(waiting) => self.question(ui, keymap, waiting),
                None => self.own_keys(ui, keymap),
            }
        });
        inner.inner
    }

    /// Asks for a key, and whether to take it from another action.
    fn question(&mut self, ui: &mut Ui, keymap: &Keymap, waiting: Waiting) -> Option<Answer> {
        let mut answer = None;
        ui.horizontal_wrapped(|ui| {
            let text = match (waiting.taken, waiting.instead_of) {
                (Some((key, owner)), _) => tr!("keys-taken", key = keymap::written(ui.ctx(), &key), owner = owner.title()),
                (None, Some(old)) => tr!("keys-press-instead", old = keymap::written(ui.ctx(), &old), action = self.action.title()),
                (None, None) => tr!("keys-press", action = self.action.title()),
            };
            ui.label(RichText::new(text).color(Palette::of(ui.visuals()).text));
            if let Some((key, _)) = waiting.taken
                && ui.button(tr!("keys-take", action = self.action.title())).clicked()
            {
                answer = self.choose(keymap, key);
            }
            if ui.button(tr!("keys-keep")).clicked() {
                self.stop_waiting();
            }
        });
        answer
    }

    /// The keys that there are, each with what can be done with it.
    fn own_keys(&mut self, ui: &mut Ui, keymap: &Keymap) -> Option<Answer> {
        let mut answer = None;
        let changed = |change: &dyn Fn(&mut Keymap)| {
            let mut keymap = keymap.clone();
            change(&mut keymap);
            Some(Answer::Keys(Box::new(keymap)))
        };
        ui.label(RichText::new(self.action.title()).strong().color(Palette::of(ui.visuals()).text));
        ui.horizontal_wrapped(|ui| {
            for key in keymap.keys(self.action) {
                let mut name = keymap::written(ui.ctx(), key);
                if !keys::may_fire(key, Listener::Canvas) {
                    name = tr!("keys-while-writing", key = name);
                }
                // Both halves of a key stay on one line.
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let change = ui.button(name.as_str()).accessible_name(tr!("keys-change", key = name.as_str()));
                    if std::mem::take(&mut self.begins) {
                        change.request_focus();
                    }
                    if change.on_hover_text(tr!("keys-change-tip")).clicked() {
                        self.waiting = Some(Waiting { instead_of: Some(*key), taken: None });
                    }
                    if icons::button(ui, Icon::X, &tr!("keys-remove", key = name.as_str())).clicked() {
                        answer = changed(&|keymap| keymap.unbind(self.action, *key));
                    }
                });
                ui.add_space(UNIT);
            }
            let add = tr!("keys-add");
            if ui.button(icons::before(Icon::Plus, add)).accessible_name(add).clicked() {
                self.waiting = Some(Waiting::default());
            }
            if keymap.is_changed(self.action)
                && icons::button(ui, Icon::RotateCcw, &tr!("keys-reset-one", action = self.action.title())).clicked()
            {
                answer = changed(&|keymap| keymap.reset(self.action));
            }
            self.is_done = ui.button(tr!("keys-done")).clicked();
        });
        if self.waiting.is_some() {
            // The key is meant for the action, not for the button that was pressed or the field above.
            ui.memory_mut(|m| m.stop_text_input());
        }
        answer
    }

    fn choose(&mut self, keymap: &Keymap, key: KeyboardShortcut) -> Option<Answer> {
        let waiting = self.waiting.take()?;
        self.begins = true;
        let mut keymap = keymap.clone();
        keymap.bind(self.action, key, waiting.instead_of);
        Some(Answer::Keys(Box::new(keymap)))
    }

    fn stop_waiting(&mut self) {
        self.waiting = None;
        self.begins = true;
    }
}
