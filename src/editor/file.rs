//! Open, save, close: as data. Files are read and written by the driver.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::{NodeId, NodeKind, ViewId};
use crate::edit::{History, Mark};
use crate::editor::{Editor, Effect, Loaded, Selection};
use crate::layout::Scope;
use crate::tr;

/// What a map without a file is called.
pub(super) fn untitled() -> &'static str {
    tr!("map-untitled")
}

impl Editor {
    /// Whether this is an empty map on which nothing was ever done: what is opened may take its place.
    pub fn is_untouched(&self) -> bool {
        self.revision == 0 && self.path.is_none()
    }

    /// Closes the map at once, or asks about unsaved changes first.
    pub(super) fn close(&mut self) {
        self.effects.push(if self.is_dirty() { Effect::AskUnsaved } else { Effect::CloseTab });
    }

    pub(super) fn take_loaded(&mut self, loaded: Loaded) {
        self.view = match loaded.map.views().keys().next() {
            Some(first) if !loaded.map.views().contains_key(&ViewId::main()) => *first,
            _ => ViewId::main(),
        };
        self.map = Arc::new(loaded.map);
        self.history = History::new(!loaded.unsaved);
        self.revision += 1;
        self.shape = self.revision;
        self.changes.forget();
        self.findings = super::findings::Findings::default();
        self.forget_looks();
        self.selection = Selection::default();
        self.path = loaded.path;
        self.name = loaded.name;
        self.report = loaded.report;
        self.fresh = None;
        self.closing = false;
        self.effects.push(Effect::CancelLayout);
        self.ask_for_missing_places();
        self.effects.push(Effect::ZoomToFit);
    }

    /// Starts a layout for what has no place in the view.
    pub(super) fn ask_for_missing_places(&mut self) {
        // Both in the order of their ids: a large map is looked through once.
        let mut placed = self.map.views().get(&self.view).into_iter().flat_map(|view| view.placements.keys()).peekable();
        let mut has_place = |claim: NodeId| {
            while placed.next_if(|id| **id < claim).is_some() {}
            placed.next_if_eq(&&claim).is_some()
        };
        if !self.map.ids_of(NodeKind::Claim).all(&mut has_place) {
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

    pub(super) fn ask_export(&mut self, format: Option<&'static str>) {
        self.effects.push(Effect::AskExport { suggested: self.name.clone(), format });
    }

    pub(super) fn save_to(&mut self, path: PathBuf) {
        self.effects.push(Effect::WriteFile { path, mark: self.history.mark() });
    }

    pub(super) fn note_saved(&mut self, path: PathBuf, mark: Mark) {
        self.history.set_saved(mark);
        self.name = stem(&path);
        self.path = Some(path);
        if std::mem::take(&mut self.closing) {
            self.close();
        }
    }

    pub(super) fn note_failed(&mut self, why: String) {
        self.closing = false;
        self.refuse(why);
    }

    pub(super) fn save_and_close(&mut self) {
        self.closing = true;
        self.save();
    }

    pub(super) fn cancel_closing(&mut self) {
        self.closing = false;
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| untitled().to_owned(), |stem| stem.to_string_lossy().into_owned())
}
