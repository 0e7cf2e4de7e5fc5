//! Keeps unsaved work against a crash: at most [`LATEST`] seconds and a write after a change it is on the disk. Each map is written off
//! the UI thread; what is still being typed is kept too.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;

use super::ElenchusApp;
use super::files::waker;
use super::tabs::{Tab, TabId};
use crate::editor::{Command, Editor, Loaded};
use crate::formats::native::to_whole_text;
use crate::io::{About, IoError, Keeper, LeftBehind};
use crate::jobs::Slot;
use crate::model::ArgumentMap;
use crate::tr;

/// A pause of so many seconds is used to write.
const QUIET: f64 = 1.0;
/// So many seconds after a change it is written at the latest.
const LATEST: f64 = 3.0;

/// What of a map is to be kept: equal states need no second writing.
#[derive(Clone, Debug, PartialEq)]
struct State {
    revision: u64,
    typed: Vec<Command>,
}

/// How far the keeping of one map is.
#[derive(Default)]
struct Kept {
    /// The state seen last, and when it was first seen.
    seen: Option<(State, f64)>,
    /// When the first change came that is not written yet.
    since: Option<f64>,
    written: Option<State>,
    /// Whether there may be a file of it.
    on_disk: bool,
    work: Slot<Result<(), IoError>>,
}

/// The folder of this run: made when it is first needed.
#[derive(Default)]
enum Store {
    #[default]
    Unused,
    Open(Keeper),
    /// The program ends: nothing is kept any more.
    Closed,
}

type Shared = Arc<Mutex<Store>>;

/// Keeps the maps of all tabs.
#[derive(Default)]
pub(super) struct Autosave {
    /// Nothing is kept where this is missing.
    folder: Option<PathBuf>,
    store: Shared,
    maps: BTreeMap<TabId, Kept>,
    /// Whether it was said that keeping does not work.
    complained: bool,
}

impl Autosave {
    pub(super) fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, ..Self::default() }
    }

    /// Takes over what another run left behind as the map of a tab.
    pub(super) fn adopt(&mut self, left: &LeftBehind, tab: TabId) {
        let Some(folder) = &self.folder else { return };
        // Where it fails, the files stay where they are and are offered again: nothing is lost.
        let adopted = with_keeper(&self.store, folder, |keeper| keeper.adopt(left, tab.number()));
        self.maps.entry(tab).or_default().on_disk |= adopted.is_ok();
    }

    /// Writes all that is unsaved, here and now: the program is about to stop because of a bug. How many maps were written.
    pub(super) fn keep_now<'a>(&mut self, tabs: impl Iterator<Item = &'a Tab>) -> usize {
        let Some(folder) = self.folder.clone() else { return 0 };
        let unsaved = tabs.filter(|tab| tab.is_unsaved());
        let keep = |tab: &Tab| {
            let text = text_of(tab.editor.map().clone(), tab.typed());
            with_keeper(&self.store, &folder, |keeper| keeper.keep(tab.id.number(), &tab.about(), text.as_bytes()))
        };
        unsaved.filter(|tab| keep(tab).is_ok()).count()
    }

    /// Forgets all that was kept: everything is saved or given up knowingly.
    pub(super) fn end(&mut self) {
        self.maps.clear();
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        if let Store::Open(keeper) = std::mem::replace(&mut *store, Store::Closed) {
            keeper.end();
        }
    }

    /// Looks after one map; why keeping it did not work, where it did not.
    fn look_after(&mut self, ctx: &Context, tab: &Tab) -> Option<String> {
        let folder = self.folder.clone()?;
        let now = ctx.time();
        let kept = self.maps.entry(tab.id).or_default();
        let failed = match kept.work.poll() {
            Some(Ok(Err(error))) => Some(error.to_string()),
            Some(Err(bug)) => Some(bug.to_string()),
            Some(Ok(Ok(()))) | None => None,
        };
        if kept.work.job().is_some() {
            return failed;
        }
        if !tab.is_unsaved() {
            kept.let_go(ctx, &self.store, tab.id);
            return failed;
        }
        let state = State { revision: tab.editor.revision(), typed: tab.typed() };
        if kept.written.as_ref() == Some(&state) {
            kept.since = None;
            return failed;
        }
        let last = match &kept.seen {
            Some((seen, at)) if *seen == state => *at,
            _ => {
                kept.seen = Some((state.clone(), now));
                now
            }
        };
        let due = (last + QUIET).min(*kept.since.get_or_insert(now) + LATEST);
        if now < due {
            ctx.request_repaint_after_secs((due - now) as f32 + 0.01);
            return failed;
        }
        let (store, number, about) = (self.store.clone(), tab.id.number(), tab.about());
        let (map, typed) = (tab.editor.map().clone(), state.typed.clone());
        kept.written = Some(state);
        (kept.since, kept.on_disk) = (None, true);
        kept.work.start("keep", waker(ctx), move |_, _| {
            let text = text_of(map, typed);
            with_keeper(&store, &folder, |keeper| keeper.keep(number, &about, text.as_bytes()))
        });
        failed
    }

    /// Lets go of maps whose tabs were closed.
    fn forget_closed(&mut self, ctx: &Context, open: &[TabId]) {
        for (id, kept) in self.maps.iter_mut().filter(|(id, _)| !open.contains(id)) {
            kept.work.poll();
            if kept.work.job().is_none() {
                kept.let_go(ctx, &self.store, *id);
            }
        }
        self.maps.retain(|id, kept| open.contains(id) || kept.on_disk || kept.work.job().is_some());
    }
}

impl Kept {
    fn let_go(&mut self, ctx: &Context, store: &Shared, id: TabId) {
        (self.seen, self.since, self.written) = (None, None, None);
        if std::mem::take(&mut self.on_disk) {
            let store = store.clone();
            self.work.start("forget", waker(ctx), move |_, _| {
                if let Store::Open(keeper) = &*store.lock().unwrap_or_else(PoisonError::into_inner) {
                    keeper.forget(id.number());
                }
                Ok(())
            });
        }
    }
}

/// Does something with this run's folder, which is made where there is none yet.
fn with_keeper(store: &Shared, folder: &Path, act: impl FnOnce(&Keeper) -> Result<(), IoError>) -> Result<(), IoError> {
    let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
    if matches!(*store, Store::Unused) {
        *store = Store::Open(Keeper::begin(folder)?);
    }
    if let Store::Open(keeper) = &*store { act(keeper) } else { Ok(()) }
}

/// The map with what is being typed in it, as it would be saved.
fn text_of(map: Arc<ArgumentMap>, typed: Vec<Command>) -> String {
    // A copy of this thread's own: as long as the window's is shared, the next edit would have to copy it.
    let own = ArgumentMap::clone(&map);
    drop(map);
    if typed.is_empty() {
        return to_whole_text(&own);
    }
    let mut editor = Editor::default();
    editor.dispatch(Command::Loaded(Box::new(Loaded { map: own, report: Vec::new(), path: None, name: String::new(), unsaved: true })));
    typed.into_iter().for_each(|command| editor.dispatch(command));
    to_whole_text(editor.map())
}

impl Tab {
    /// What is being typed and not in the map yet.
    pub(super) fn typed(&self) -> Vec<Command> {
        self.canvas.typed().into_iter().chain(self.panels.typed()).collect()
    }

    fn is_unsaved(&self) -> bool {
        self.editor.is_dirty() || !self.typed().is_empty()
    }

    fn about(&self) -> About {
        let path = self.editor.path().map(|p| std::path::absolute(p).unwrap_or_else(|_| p.to_path_buf()));
        About { name: self.editor.name().to_owned(), path, file: self.saving.fingerprint().cloned() }
    }
}

impl ElenchusApp {
    /// Keeps what is unsaved, lets go of what is saved.
    pub(super) fn autosave(&mut self, ctx: &Context) {
        let Self { autosave, tab, others, toasts, voice, .. } = self;
        let tabs = || std::iter::once(&*tab).chain(others.iter());
        let failed: Vec<String> = tabs().filter_map(|tab| autosave.look_after(ctx, tab)).collect();
        let open: Vec<TabId> = tabs().map(|t| t.id).collect();
        autosave.forget_closed(ctx, &open);
        if let Some(error) = failed.first()
            && !std::mem::replace(&mut autosave.complained, true)
        {
            toasts.tell(ctx, voice, tr!("autosave-failed", why = error.as_str()), false);
        }
    }
}
