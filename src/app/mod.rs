//! The window. Panels, canvas, dialogs and keys push commands into one queue; [`ElenchusApp::logic`] hands them to the editor and carries
//! out the effects; [`ElenchusApp::ui`] only draws.

mod autosave;
mod canvas;
mod clipboard;
mod context_menu;
mod copying;
mod dialogs;
mod dock;
mod effects;
mod files;
mod filter;
mod find;
mod focus;
mod focus_bar;
mod guard;
mod icons;
mod importing;
mod keyboard;
mod keymap;
mod keys;
mod layouts;
mod look;
mod motion;
mod notices;
mod opening;
mod palette;
mod panels;
mod recent;
mod recovery;
mod running;
mod saving;
mod session;
mod sketch;
mod start;
mod tab_bar;
mod tabs;
mod theme;
mod toasts;
mod tour;
mod veil;
mod voice;
mod window;
mod words;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::editor::{Action, Command, Editor};
use crate::io::{Config, Settings};
use crate::jobs::Slot;
use autosave::Autosave;
use clipboard::Clipboard;
use dialogs::Dialog;
use dock::{Dock, Part};
use files::Files;
use find::FindBar;
use focus::FocusRing;
use guard::Guard;
use keyboard::Keyboard;
use look::Look;
use motion::Motion;
use opening::Opening;
use palette::CommandPalette;
use panels::{Asked, Desk, menu, status};
use session::Sessions;
use tabs::{Leaving, OtherTabs, Tab};
use toasts::Toasts;
use voice::Voice;

pub use window::{RunError, run};

/// With what the window begins.
#[derive(Clone, Debug, Default)]
pub struct Startup {
    /// The files to open, each in a tab.
    pub files: Vec<PathBuf>,
    /// Where choices and recent files are remembered; nowhere where this is `None`.
    pub config: Option<Config>,
}

impl Startup {
    fn settings(&self) -> Settings {
        self.config.as_ref().map(Config::settings).unwrap_or_default()
    }
}

/// The application without the window around it: it lives in an egui context, so a test can drive it.
pub struct ElenchusApp {
    /// The map that is shown.
    tab: Tab,
    others: OtherTabs,
    queue: Vec<Command>,
    dock: Dock,
    /// What panels asked for while they were drawn.
    asked: Asked,
    files: Files,
    opening: Opening,
    sessions: Sessions,
    /// Whether the window had the focus in the last frame.
    had_focus: bool,
    dialogs: Vec<Dialog>,
    palette: Option<CommandPalette>,
    used: palette::Used,
    tour: Option<tour::Tour>,
    start: start::Start,
    find_bar: FindBar,
    motion: Motion,
    toasts: Toasts,
    autosave: Autosave,
    recovering: Slot<recovery::Offers>,
    guard: Guard,
    keyboard: Keyboard,
    clipboard: Clipboard,
    copying: copying::Copying,
    /// How it was exported last.
    exported: Option<files::Export>,
    voice: Voice,
    config: Option<Config>,
    recent: Vec<PathBuf>,
    checking_recent: Slot<Vec<PathBuf>>,
    look: Look,
    focus_ring: FocusRing,
    title: String,
}

impl ElenchusApp {
    /// An application in `ctx`, which gets its fonts and style.
    pub fn new(ctx: &egui::Context, startup: Startup) -> Self {
        let settings = startup.settings();
        Self::with_settings(ctx, startup, settings)
    }

    fn with_settings(ctx: &egui::Context, startup: Startup, settings: Settings) -> Self {
        theme::install(ctx);
        let config = startup.config;
        let locks = config.as_ref().and_then(Config::locks);
        let recovery = config.as_ref().and_then(Config::recovery);
        let recent = config.as_ref().map(Config::recent_files).unwrap_or_default();
        let mut opening = Opening::locking(locks);
        let sessions = Sessions::begin(ctx, config.as_ref(), &mut opening, !startup.files.is_empty());
        let first = startup.files.into_iter().map(Command::OpenPath).collect();
        let motion = Motion::new(settings.reduce_motion);
        let mut app = Self {
            tab: Tab::default(),
            others: OtherTabs::default(),
            queue: first,
            dock: Dock::new(config.as_ref()),
            asked: Asked::default(),
            files: Files::default(),
            opening,
            sessions,
            had_focus: true,
            dialogs: Vec::new(),
            palette: None,
            used: palette::Used::default(),
            tour: None,
            start: start::Start::default(),
            find_bar: FindBar::default(),
            motion,
            toasts: Toasts::default(),
            guard: Guard::default(),
            recovering: recovery.clone().map(|folder| recovery::search(ctx, folder)).unwrap_or_default(),
            autosave: Autosave::new(recovery),
            keyboard: Keyboard::default(),
            clipboard: Clipboard::default(),
            copying: copying::Copying::default(),
            exported: None,
            voice: Voice::default(),
            config,
            checking_recent: recent::check(ctx, recent.clone()),
            recent,
            look: Look::new(settings),
            focus_ring: FocusRing::default(),
            title: String::new(),
        };
        app.look.apply(ctx);
        app.read_keymap(ctx);
        app
    }

    /// The application inside a window.
    fn in_window(cc: &eframe::CreationContext<'_>, startup: Startup, crashed: Arc<AtomicBool>) -> Self {
        let settings = startup.settings();
        look::speak(settings.language);
        let mut app = Self::with_settings(&cc.egui_ctx, startup, settings);
        app.motion.follow_system(&cc.egui_ctx);
        app.guard = Guard::raising(crashed);
        app
    }

    /// The editor, to look at.
    pub fn editor(&self) -> &Editor {
        &self.tab.editor
    }

    /// Whether work is under way whose end will change what is shown.
    pub fn is_busy(&self) -> bool {
        self.running().is_some()
    }

    /// Asks for a command, as a menu would.
    pub fn push(&mut self, command: impl Into<Command>) {
        self.queue.push(command.into());
    }

    /// Carries out what was asked for and what has come of it. Called before each [`ElenchusApp::ui`].
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.motion.apply(ctx);
        self.take_news(ctx);
        self.take_layouts(ctx);
        self.take_documents(ctx);
        for command in std::mem::take(&mut self.queue) {
            self.carry_out(ctx, command);
        }
        self.tab.facts.verify(ctx, &mut self.tab.editor);
        self.autosave(ctx);
        self.remember_session(false);
        self.look_at_files(ctx);
        self.look.apply(ctx);
        self.guard_closing(ctx);
        self.show_title(ctx);
    }

    /// Draws the window's content.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(self.title.as_str()));
        self.focus_ring.watch(&ctx);
        self.keyboard(&ctx);
        self.travel_buttons(&ctx);
        self.dropped_files(&ctx);
        let panel = Frame::NONE.fill(ui.visuals().panel_fill);
        let bar = panel.inner_margin(Margin::symmetric(8, 4));
        Panel::top("menu").frame(bar).show(ui, |ui| {
            let mut queue = std::mem::take(&mut self.queue);
            let is_on = |action| self.is_on(action);
            let around = menu::Around { recent: &self.recent, dark: self.look.name().is_dark(), is_on: &is_on };
            menu::bar(ui, &self.tab.editor, around, &mut queue);
            self.queue = queue;
        });
        self.tab_bar(ui);
        self.notice(ui);
        let running = self.running();
        Panel::bottom("status").frame(panel.inner_margin(Margin::symmetric(12, 3))).show(ui, |ui| {
            status::bar(ui, &self.tab.editor, &mut self.tab.facts, self.tab.canvas.zoom(), running, &mut self.queue);
        });
        let theme = self.look.theme();
        self.tab.canvas.minimap.shown = self.look.settings.minimap;
        self.tab.canvas.yields_keyboard = self.tab.panels.have_keyboard();
        let touring = self.is_touring();
        CentralPanel::no_frame().show(ui, |ui| {
            let desk = Desk { editor: &self.tab.editor, queue: &mut self.queue, theme, asked: &mut self.asked };
            self.dock.ui(ui, &mut self.tab.panels, desk, &mut |ui, desk| {
                self.tab.filter_bar.ui(ui, desk.editor, desk.queue);
                CentralPanel::no_frame().show(ui, |ui| self.tab.canvas.ui(ui, desk.editor, desk.theme, desk.queue));
                if desk.editor.map().node_count() == 0 && !self.tab.canvas.is_writing() && !touring {
                    self.start.ui(ui, desk.theme, &self.recent, desk.queue);
                }
            });
        });
        self.dock.remember(&ctx, self.config.as_ref());
        self.follow_up();
        self.overlays(&ctx);
        self.voice.ui(&ctx);
        // The field on a card has a frame of its own.
        self.focus_ring.ui(&ctx, self.tab.canvas.has_keyboard() || self.tab.canvas.is_writing());
    }

    /// What panels asked of each other while they were drawn.
    fn follow_up(&mut self) {
        if std::mem::take(&mut self.tab.canvas.wants_inspector) {
            self.show_panel(Action::ShowInspector);
        }
        for node in std::mem::take(&mut self.asked.shows) {
            // Going there selects it, and remembers what was selected before.
            self.queue.retain(|command| *command != Command::Select(vec![node]));
            self.queue.push(Command::GoTo(node));
        }
        if let Some(panel) = self.asked.panel.take() {
            self.show_panel(panel);
        }
    }

    /// Whether what an action shows and hides is shown; `None` of other actions.
    fn is_on(&self, action: Action) -> Option<bool> {
        match action {
            Action::ToggleMinimap => Some(self.look.settings.minimap),
            Action::ToggleSafeCopy => Some(self.tab.editor.safe_copies()),
            Action::ShowProvenance => Some(self.tab.editor.traced().is_some()),
            Action::ToggleFilter => Some(self.tab.filter_bar.is_open(&self.tab.editor)),
            panel => panels::PANELS.iter().any(|info| info.action == panel).then(|| self.dock.is_in_sight(panel)),
        }
    }

    /// Shows a panel and gives it the keyboard.
    fn show_panel(&mut self, action: Action) {
        self.dock.show(action);
        self.tab.panels.get(action).into_iter().for_each(|panel| panel.take_keyboard());
    }

    /// Gives the keyboard to a panel or to the canvas.
    fn give_keyboard(&mut self, ctx: &egui::Context, part: Part) {
        match part {
            Part::Canvas => {
                ctx.memory_mut(|m| m.request_focus(canvas::ground_id()));
                self.tab.canvas.take_keyboard(&self.tab.editor);
            }
            Part::Panel(action) => self.show_panel(action),
        }
    }

    /// Toasts, palette, dialogs, and the veil while a file is held over the window.
    fn overlays(&mut self, ctx: &egui::Context) {
        if let Some(rect) = self.tab.canvas.rect()
            && self.toasts.ui(ctx, rect).is_some()
        {
            self.queue.push(Action::Undo.into());
        }
        self.show_focus_bar(ctx);
        self.show_find_bar(ctx);
        self.show_tour(ctx);
        self.show_palette(ctx);
        if let Some(dialog) = self.dialogs.last_mut()
            && let Some(answer) = dialog.ui(ctx, &self.tab.editor)
        {
            let dialog = self.dialogs.pop();
            self.take_answer(ctx, dialog, answer);
        }
        if ctx.input(|i| !i.raw.hovered_files.is_empty())
            && let Some(rect) = self.tab.canvas.rect()
        {
            veil::drop_veil(ctx, rect);
        }
    }

    fn dropped_files(&mut self, ctx: &egui::Context) {
        let dropped: Vec<PathBuf> = ctx.input(|i| i.raw.dropped_files.iter().map(|f| f.path().to_path_buf()).collect());
        self.take_dropped(dropped);
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let mark = if self.tab.editor.is_dirty() { "● " } else { "" };
        let title = format!("{mark}{} — Elenchus", self.tab.editor.name());
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Closing the window asks first, as Quit does.
    fn guard_closing(&mut self, ctx: &egui::Context) {
        if self.others.leaving == Leaving::Agreed || !ctx.input(|i| i.viewport().close_requested()) {
            return;
        }
        self.finish_typing(ctx);
        if self.tabs().any(|tab| tab.editor.is_dirty()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.quit(ctx);
        }
    }
}

impl eframe::App for ElenchusApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.guarded(None, |app, _| Self::logic(app, ctx));
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.guarded(Some(ui), |app, ui| ui.into_iter().for_each(|ui| Self::ui(app, ui)));
        // What was asked for in this frame is carried out before the next one: it must not wait for the mouse to move.
        if !self.queue.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}
