//! New, open, save, close: as data. Files are read and written by the driver.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::ViewId;
use crate::edit::{History, Mark};
use crate::editor::{Editor, Effect, Loaded, Selection, Then};
use crate::layout::Scope;
use crate::model::ArgumentMap;

/// What a map without a file is called.
pub(super) const UNTITLED: &str = "Untitled";

impl Editor {
    /// Does `then` at once, or asks about unsaved changes first.
    pub(super) fn close_then(&mut self, then: Then) {
        if self.is_dirty() { self.effects.push(Effect::AskUnsaved(then)) } else { self.proceed(then) }
    }

    fn proceed(&mut self, then: Then) {
        match then {
            Then::New => {
                self.replace_map(Loaded { map: ArgumentMap::default(), report: Vec::new(), path: None, name: UNTITLED.to_owned() })
            }
            Then::Open => self.effects.push(Effect::AskOpen),
            Then::OpenPath(path) => {
                self.reading = Some(path.clone());
                self.effects.push(Effect::ReadFile(path));
            }
            Then::OpenExample => self.effects.push(Effect::ReadExample),
            Then::Quit => self.effects.push(Effect::Quit),
        }
    }

    /// Whether the present map may give way to one that was chosen to be opened.
    fn may_give_way(&self) -> bool {
        !self.is_dirty() || self.discarded == Some(self.history.mark())
    }

    pub(super) fn open_path(&mut self, path: PathBuf) {
        let then = Then::OpenPath(path);
        if self.may_give_way() { self.proceed(then) } else { self.effects.push(Effect::AskUnsaved(then)) }
    }

    pub(super) fn take_loaded(&mut self, loaded: Loaded) {
        // Somebody may have gone on editing while the file was read.
        match self.reading.take() {
            Some(path) if !self.may_give_way() => self.effects.push(Effect::AskUnsaved(Then::OpenPath(path))),
            _ => self.replace_map(loaded),
        }
    }

    fn replace_map(&mut self, loaded: Loaded) {
        self.view = match loaded.map.views().keys().next() {
            Some(first) if !loaded.map.views().contains_key(&ViewId::main()) => *first,
            _ => ViewId::main(),
        };
        self.map = Arc::new(loaded.map);
        self.history = History::new(true);
        self.revision += 1;
        self.shape = self.revision;
        self.changes.forget();
        self.diagnostics = std::cell::OnceCell::new();
        self.forget_shown();
        self.selection = Selection::default();
        self.path = loaded.path;
        self.name = loaded.name;
        self.report = loaded.report;
        self.fresh = None;
        self.closing = None;
        self.discarded = None;
        self.effects.push(Effect::CancelLayout);
        self.ask_for_missing_places();
        self.effects.push(Effect::ZoomToFit);
    }

    /// Starts a layout for what has no place in the view.
    pub(super) fn ask_for_missing_places(&mut self) {
        if self.map.claims().any(|(id, _)| self.map.placement(self.view, id).is_none()) {
            self.effects.push(Effect::StartLayout(Scope::Unplaced));
        }
    }

    pub(super) fn save(&mut self) {
        match self.path.clone() {
            Some(path) => self.save_to(path),
            None => self.ask_save_as(),
        }
    }

    pub(super) fn ask_save_as(&mut self) {
        self.effects.push(Effect::AskSaveAs { suggested: format!("{}.ron", self.name) });
    }

    pub(super) fn ask_export(&mut self) {
        self.effects.push(Effect::AskExport { suggested: self.name.clone() });
    }

    pub(super) fn save_to(&mut self, path: PathBuf) {
        self.effects.push(Effect::WriteFile { path, mark: self.history.mark() });
    }

    pub(super) fn note_saved(&mut self, path: PathBuf, mark: Mark) {
        self.history.set_saved(mark);
        self.name = stem(&path);
        self.path = Some(path);
        if let Some(then) = self.closing.take() {
            self.close_then(then);
        }
    }

    pub(super) fn note_failed(&mut self, why: String) {
        self.cancel_closing();
        self.refuse(why);
    }

    pub(super) fn save_then(&mut self, then: Then) {
        self.closing = Some(then);
        self.save();
    }

    pub(super) fn discard_then(&mut self, then: Then) {
        self.discarded = Some(self.history.mark());
        self.proceed(then);
    }

    pub(super) fn cancel_closing(&mut self) {
        self.closing = None;
        self.discarded = None;
        self.reading = None;
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| UNTITLED.to_owned(), |stem| stem.to_string_lossy().into_owned())
}
