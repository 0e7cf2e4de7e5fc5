//! Finding in a map: the worst frame after each key typed into the search and into the palette.

use egui::{Event, Key, Modifiers};
use elenchus::editor::{Action, Command};

use super::{Screen, row};

/// Rare words, words of every claim, letters that occur nowhere, typos.
const WORDS: [&str; 4] = ["claim 99", "brought about", "qqzz", "numbr 4321"];

impl Screen {
    /// Types into the search, then into the palette.
    pub fn finding(&mut self) {
        self.at_zoom(1.0);
        for (name, open) in [("find", Action::Find), ("palette", Action::TogglePalette)] {
            let (mut openings, mut keys) = (Vec::new(), Vec::new());
            for words in WORDS {
                self.app.push(open);
                openings.push(self.worst(Vec::new()));
                keys.extend(words.chars().map(|letter| self.worst(vec![Event::Text(letter.to_string())])));
                self.press(Key::A, Modifiers::COMMAND);
                self.press(Key::Backspace, Modifiers::NONE);
                self.press(Key::Escape, Modifiers::NONE);
                self.app.push(Command::EndFind);
                self.settle();
            }
            row(&format!("{name}: opening, worst frame"), openings);
            row(&format!("{name}: a key, worst frame"), keys);
        }
    }
}
