//! The export dialog on a large map: the worst frame while it opens and counts what is lost.

use egui::{Key, Modifiers};
use elenchus::editor::{Action, Command};

use super::{Screen, row};

impl Screen {
    /// Opens the dialog, with nothing and with everything selected.
    pub fn exporting(&mut self) {
        self.at_zoom(1.0);
        for (name, select) in [("export dialog", None), ("export dialog, all selected", Some(Action::SelectAll))] {
            select.into_iter().for_each(|action| self.app.push(action));
            self.settle();
            let openings = (0..5).map(|_| {
                self.app.push(Action::Export);
                let worst = self.worst(Vec::new());
                self.press(Key::Escape, Modifiers::NONE);
                self.settle();
                worst
            });
            let openings = openings.collect();
            row(&format!("{name}, worst frame"), openings);
        }
        self.app.push(Command::Select(Vec::new()));
    }
}
