//! Several maps in one window: each has a tab with all that is its own. [`ElenchusApp::tab`] is the one that is shown; the others wait.

use egui::Context;

use super::ElenchusApp;
use super::canvas::Canvas;
use super::dialogs::Dialog;
use super::filter::FilterBar;
use super::importing::Importing;
use super::layouts::Layouts;
use super::notices::Notice;
use super::panels::{Panels, status};
use super::saving::Saving;
use crate::editor::{Action, Command, Editor};
use crate::jobs::forget;
use crate::tr;

/// Names a tab for as long as the window lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct TabId(u64);

impl TabId {
    /// The tab's number.
    pub(super) fn number(self) -> u64 {
        self.0
    }
}

/// What belongs to one open map. What belongs to the window stays in [`ElenchusApp`].
#[derive(Default)]
pub(super) struct Tab {
    pub(super) id: TabId,
    pub(super) editor: Editor,
    pub(super) canvas: Canvas,
    pub(super) panels: Panels,
    pub(super) layouts: Layouts,
    pub(super) saving: Saving,
    pub(super) importing: Importing,
    pub(super) notice: Option<Notice>,
    pub(super) facts: status::Facts,
    pub(super) filter_bar: FilterBar,
}

impl Tab {
    /// Lets go of a map that may be large.
    fn put_down(self) {
        self.canvas.put_down();
        forget(self.editor);
    }
}

/// The tabs that are not shown.
#[derive(Default)]
pub(super) struct OtherTabs {
    tabs: Vec<Tab>,
    /// How many of them stand before the one that is shown.
    before: usize,
    /// The last number given.
    last: u64,
    /// What ending the program waits for.
    pub(super) leaving: Leaving,
}

/// How far the ending of the program is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Nobody wants it.
    #[default]
    No,
    /// Map after map is saved.
    Saving,
    /// All has been asked and answered.
    Agreed,
}

impl OtherTabs {
    /// Each of them, from left to right.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Tab> {
        self.tabs.iter()
    }
}

impl ElenchusApp {
    /// Every tab, from left to right.
    pub(super) fn tabs(&self) -> impl Iterator<Item = &Tab> {
        let (left, right) = self.others.tabs.split_at(self.others.before.min(self.others.tabs.len()));
        left.iter().chain(std::iter::once(&self.tab)).chain(right)
    }

    /// The tabs that are not shown, to look after their jobs.
    pub(super) fn others_mut(&mut self) -> impl Iterator<Item = &mut Tab> {
        self.others.tabs.iter_mut()
    }

    /// Carries out something in a tab, and shows again the one that was shown; where a question has come up, the tab that it is about.
    pub(super) fn in_tab(&mut self, id: TabId, act: impl FnOnce(&mut Self)) {
        let shown = self.tab.id;
        if self.swap_in(id) {
            let questions = self.dialogs.len();
            act(self);
            if self.dialogs.len() == questions {
                self.swap_in(shown);
            }
        }
    }

    /// Shows a tab.
    pub(super) fn show_tab(&mut self, ctx: &Context, id: TabId) {
        if id == self.tab.id {
            return;
        }
        self.finish_typing(ctx);
        self.toasts.forget_undo();
        if self.swap_in(id) {
            self.tab.canvas.take_keyboard(&self.tab.editor);
            self.voice.say(ctx, &tr!("tab-shown", name = self.tab.editor.name()));
        }
    }

    /// Shows the neighbour of the tab that is shown; after the last comes the first.
    pub(super) fn show_next_tab(&mut self, ctx: &Context, forward: bool) {
        let ids: Vec<TabId> = self.tabs().map(|t| t.id).collect();
        let step = if forward { 1 } else { ids.len() - 1 };
        let next = ids.iter().cycle().nth(self.others.before + step).copied();
        if let Some(next) = next {
            self.show_tab(ctx, next);
        }
    }

    /// Shows an empty map for what comes: a new one at the end, or the one that is shown where nothing was done on it.
    pub(super) fn new_tab(&mut self, ctx: &Context) {
        self.finish_typing(ctx);
        if self.tab.editor.is_untouched() {
            return;
        }
        self.others.last += 1;
        let fresh = Tab { id: TabId(self.others.last), ..Tab::default() };
        let id = fresh.id;
        self.others.tabs.push(fresh);
        self.show_tab(ctx, id);
    }

    /// Drops the tab that is shown; a window is never without a map.
    pub(super) fn close_tab(&mut self) {
        self.toasts.forget_undo();
        let neighbour = self.tabs().nth(self.others.before + 1).or_else(|| self.tabs().nth(self.others.before.saturating_sub(1)));
        let closed = self.tab.id;
        match neighbour.map(|t| t.id).filter(|id| *id != closed) {
            Some(id) => {
                self.swap_in(id);
                let place = self.others.tabs.iter().position(|t| t.id == closed);
                if let Some(place) = place {
                    self.others.tabs.remove(place).put_down();
                    self.others.before -= usize::from(place < self.others.before);
                }
            }
            None => {
                self.others.last += 1;
                std::mem::replace(&mut self.tab, Tab { id: TabId(self.others.last), ..Tab::default() }).put_down();
            }
        }
    }

    /// Gives the tab that is shown another place among the others.
    pub(super) fn move_tab(&mut self, place: usize) {
        self.others.before = place.min(self.others.tabs.len());
    }

    /// The place of the tab that is shown.
    pub(super) fn tab_place(&self) -> usize {
        self.others.before
    }

    /// Shows a tab without a word.
    pub(super) fn show_quietly(&mut self, id: TabId) {
        self.swap_in(id);
    }

    fn swap_in(&mut self, id: TabId) -> bool {
        if id == self.tab.id {
            return true;
        }
        let others = &mut self.others;
        let Some(from) = others.tabs.iter().position(|t| t.id == id) else { return false };
        let old = std::mem::replace(&mut self.tab, others.tabs.remove(from));
        // Places among all tabs: that of the old one, and that of the new one, which is counted with the old one in between.
        let old_place = others.before;
        let new_place = if from < old_place { from } else { from + 1 };
        others.tabs.insert(if new_place < old_place { old_place - 1 } else { old_place }, old);
        others.before = new_place;
        true
    }

    /// Ends the program, or asks about the maps that are not saved first.
    pub(super) fn quit(&mut self, ctx: &Context) {
        self.finish_typing(ctx);
        let names: Vec<String> = self.tabs().filter(|t| t.editor.is_dirty()).map(|t| t.editor.name().to_owned()).collect();
        if names.is_empty() {
            self.leave(ctx);
        } else if !self.dialogs.iter().any(|d| matches!(d, Dialog::Unsaved { .. })) {
            self.dialogs.push(Dialog::Unsaved { names, quitting: true });
        }
    }

    /// Saves the first map that needs it, and comes back when it is saved; ends the program when there is none left.
    pub(super) fn save_and_leave(&mut self, ctx: &Context) {
        self.others.leaving = Leaving::Saving;
        let Some(id) = self.tabs().find(|t| t.editor.is_dirty()).map(|t| t.id) else { return self.leave(ctx) };
        self.show_tab(ctx, id);
        self.carry_out(ctx, Action::Save.into());
    }

    /// Ends the program.
    pub(super) fn leave(&mut self, ctx: &Context) {
        self.others.leaving = Leaving::Agreed;
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    }

    /// What a command means for the ending of the program.
    pub(super) fn leaving_step(&self, command: &Command) -> Option<Leaving> {
        match command {
            Command::Saved { .. } => Some(Leaving::Saving),
            Command::Failed(_) | Command::CancelClosing => Some(Leaving::No),
            _ => None,
        }
        .filter(|_| self.others.leaving == Leaving::Saving)
    }

    /// Goes on with the ending of the program, or gives it up.
    pub(super) fn take_leaving_step(&mut self, ctx: &Context, step: Option<Leaving>) {
        match step {
            Some(Leaving::Saving) => self.save_and_leave(ctx),
            Some(Leaving::No) => self.others.leaving = Leaving::No,
            Some(Leaving::Agreed) | None => {}
        }
    }
}
