//! Edits of a map: the worst frame of each, in several states of the window.

use egui::{Event, Key, Modifiers};
use elenchus::editor::{Action, Command};

use super::{AFTERMATH, MIDDLE, Screen, row, timed};

/// Edits of one kind.
const EDITS: usize = 15;
/// Frames of a second: minimap, validation and the copy against a crash come in them.
const QUIET: usize = 60;
/// What edits are done beside.
pub const WAYS: [&str; 4] = ["edit", "edit, outline shown", "edit, a branch folded", "edit, search open"];

impl Screen {
    /// The worst of the frames that follow events.
    pub fn worst(&mut self, events: Vec<Event>) -> f64 {
        let first = timed(|| self.draw(events));
        (0..AFTERMATH).map(|_| timed(|| self.draw(Vec::new()))).fold(first, f64::max)
    }

    pub fn press(&mut self, key: Key, modifiers: Modifiers) -> f64 {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.worst(vec![event(true), event(false)])
    }

    /// The worst of the frames of a second in which nothing is done.
    fn quiet(&mut self) -> f64 {
        let wait = || std::thread::sleep(std::time::Duration::from_millis(4));
        (0..QUIET).map(|_| (timed(|| self.draw(Vec::new())), wait()).0).fold(0.0, f64::max)
    }

    /// Writing at the map's own size, with the worst frame of each step.
    pub fn edits(&mut self, way: &str) {
        self.at_zoom(1.0);
        if self.take_hold(1).is_some() {
            self.let_go(MIDDLE);
        }
        let Some(lead) = self.app.editor().selection().lead() else { return };
        match way {
            "edit, outline shown" => self.app.push(Action::ShowOutline),
            "edit, a branch folded" => {
                // Not the one that is worked on.
                let folded = self.nearest(lead, 200).into_iter().rev().find(|claim| self.app.editor().can_fold(*claim));
                self.app.push(Command::SetFolded { nodes: folded.into_iter().collect(), folded: true });
            }
            "edit, search open" => self.app.push(Command::LookFor("number 99".to_owned())),
            _ => {}
        }
        self.settle();
        self.app.push(Command::Select(vec![lead]));
        self.settle();
        let (mut keys, mut commits, mut rebuttals, mut undos, mut nudges, mut deletions, mut after) = Default::default();
        let note = |list: &mut Vec<f64>, time: f64| list.push(time);
        for i in 0..EDITS {
            self.app.push(Action::EditText);
            self.settle();
            for letter in ["a", "b", "c"] {
                note(&mut keys, self.worst(vec![Event::Text(format!("{letter}{i}"))]));
            }
            note(&mut commits, self.press(Key::Enter, Modifiers::NONE));
            note(&mut after, self.quiet());
            self.app.push(Action::NudgeRight);
            note(&mut nudges, self.worst(Vec::new()));
            note(&mut after, self.quiet());
            self.app.push(Action::AddRebuttal);
            note(&mut rebuttals, self.worst(Vec::new()));
            note(&mut keys, self.worst(vec![Event::Text("No.".to_owned())]));
            note(&mut commits, self.press(Key::Enter, Modifiers::NONE));
            note(&mut after, self.quiet());
            self.app.push(Action::Delete);
            note(&mut deletions, self.worst(Vec::new()));
            note(&mut after, self.quiet());
            for _ in 0..2 {
                self.app.push(Action::Undo);
                note(&mut undos, self.worst(Vec::new()));
                note(&mut after, self.quiet());
            }
            self.app.push(Command::Select(vec![lead]));
            self.settle();
        }
        println!("{way}: worst frame of each");
        for (name, times) in [
            ("  typing a key", &mut keys),
            ("  text committed", &mut commits),
            ("  nudge", &mut nudges),
            ("  rebuttal added", &mut rebuttals),
            ("  claim deleted", &mut deletions),
            ("  undo", &mut undos),
            ("  the second after it", &mut after),
        ] {
            row(name, std::mem::take(times));
        }
        match way {
            "edit, outline shown" => self.app.push(Action::ResetPanels),
            "edit, a branch folded" => self.app.push(Action::UnfoldAll),
            "edit, search open" => self.app.push(Command::EndFind),
            _ => {}
        }
        self.settle();
    }
}
