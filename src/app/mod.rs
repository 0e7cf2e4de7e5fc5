//! The window. Panels, canvas, dialogs and keys push commands into one queue; [`ElenchusApp::logic`] hands them to the editor and carries
//! out the effects; [`ElenchusApp::ui`] only draws.

mod canvas;
mod dialogs;
mod effects;
mod empty;
mod files;
mod find;
mod icons;
mod keyboard;
mod keys;
mod layouts;
mod motion;
mod palette;
mod panels;
mod theme;
mod toasts;
mod window;
mod words;

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Margin, Panel, Ui, UiBuilder, vec2};

use crate::editor::{Action, Command, Editor};
use crate::io::Config;
use crate::render::Theme;
use canvas::Canvas;
use dialogs::Dialog;
use files::Files;
use find::FindBar;
use layouts::Layouts;
use motion::Motion;
use palette::CommandPalette;
use panels::inspector::Inspector;
use panels::{menu, problems, status};
use theme::UNIT;
use toasts::Toasts;

pub use window::{RunError, run};

/// With what the window begins.
#[derive(Clone, Debug, Default)]
pub struct Startup {
    /// The file to open.
    pub file: Option<PathBuf>,
    /// Where no file is named and none was open last: open the map that is shipped instead of an empty one.
    pub example: bool,
    /// Where choices and recent files are remembered; nowhere where this is `None`.
    pub config: Option<Config>,
}

/// The application without the window around it: it lives in an egui context, so a test can drive it.
pub struct ElenchusApp {
    editor: Editor,
    queue: Vec<Command>,
    canvas: Canvas,
    inspector: Inspector,
    files: Files,
    layouts: Layouts,
    dialogs: Vec<Dialog>,
    palette: Option<CommandPalette>,
    used: palette::Used,
    find_bar: FindBar,
    motion: Motion,
    toasts: Toasts,
    config: Option<Config>,
    recent: Vec<PathBuf>,
    show_inspector: bool,
    show_problems: bool,
    dark: bool,
    title: String,
    facts: status::Facts,
    /// The editor has agreed to end.
    quitting: bool,
}

impl ElenchusApp {
    /// An application in `ctx`, which gets its fonts and style.
    pub fn new(ctx: &egui::Context, startup: Startup) -> Self {
        theme::install(ctx);
        let config = startup.config;
        let recent = config.as_ref().map(Config::recent_files).unwrap_or_default();
        let chosen = config.as_ref().and_then(|c| c.settings().theme);
        let last = recent.first().filter(|p| p.is_file()).cloned();
        let example = Some(Action::OpenExample.into()).filter(|_| startup.example);
        let first = startup.file.or(last).map(Command::OpenPath).or(example);
        let motion = Motion::new(config.as_ref().map(|c| c.settings().motion).unwrap_or_default());
        let mut app = Self {
            editor: Editor::default(),
            queue: first.into_iter().collect(),
            canvas: Canvas::default(),
            inspector: Inspector::default(),
            files: Files::default(),
            layouts: Layouts::default(),
            dialogs: Vec::new(),
            palette: None,
            used: palette::Used::default(),
            find_bar: FindBar::default(),
            motion,
            toasts: Toasts::default(),
            config,
            recent,
            show_inspector: true,
            show_problems: false,
            dark: false,
            title: String::new(),
            facts: status::Facts::default(),
            quitting: false,
        };
        let dark = chosen.map_or(ctx.system_theme() == Some(egui::Theme::Dark), |t| t == crate::render::ThemeName::Dark);
        app.set_dark(ctx, dark);
        app
    }

    /// The application inside a window.
    fn in_window(cc: &eframe::CreationContext<'_>, startup: Startup) -> Self {
        let mut app = Self::new(&cc.egui_ctx, startup);
        app.motion.follow_system(&cc.egui_ctx);
        app
    }

    /// The editor, to look at.
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Asks for a command, as a menu would.
    pub fn push(&mut self, command: impl Into<Command>) {
        self.queue.push(command.into());
    }

    /// Carries out what was asked for and what has come of it. Called before each [`ElenchusApp::ui`].
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.motion.apply(ctx);
        self.take_news(ctx);
        self.take_layout();
        for command in std::mem::take(&mut self.queue) {
            self.carry_out(ctx, command);
        }
        self.guard_closing(ctx);
        self.show_title(ctx);
    }

    /// Draws the window's content.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(self.title.as_str()));
        self.keyboard(&ctx);
        self.dropped_files(&ctx);
        let panel = Frame::NONE.fill(ui.visuals().panel_fill);
        let bar = panel.inner_margin(Margin::symmetric(8, 4));
        Panel::top("menu").frame(bar).show(ui, |ui| {
            let around = menu::Around { recent: &self.recent, dark: self.dark, inspector: &mut self.show_inspector };
            menu::bar(ui, &self.editor, around, &mut self.queue);
        });
        let running = self.running();
        Panel::bottom("status").frame(panel.inner_margin(Margin::symmetric(12, 3))).show(ui, |ui| {
            if status::bar(ui, &self.editor, &mut self.facts, self.canvas.zoom(), running, &mut self.queue) {
                self.show_problems = !self.show_problems;
            }
        });
        if self.show_inspector {
            let frame = panel.inner_margin(Margin { left: 16, right: 8, top: 12, bottom: 0 });
            Panel::right("inspector").frame(frame).default_size(76.0 * UNIT).size_range(60.0 * UNIT..=140.0 * UNIT).show(ui, |ui| {
                // What does not fit is cut, not allowed to push the panel's edge over the canvas.
                let rect = ui.available_rect_before_wrap();
                let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).accessibility_label("Inspector"));
                inside.shrink_clip_rect(rect.expand2(vec2(2.0 * UNIT, 0.0)));
                self.inspector.ui(&mut inside, &self.editor, &mut self.queue);
                ui.advance_cursor_after_rect(rect);
            });
        }
        if self.show_problems {
            let frame = panel.inner_margin(Margin { left: 16, right: 8, top: 8, bottom: 8 });
            Panel::bottom("problems").frame(frame).resizable(true).default_size(44.0 * UNIT).show(ui, |ui| {
                match problems::list(ui, &self.editor, &mut self.queue) {
                    Some(problems::Asked::Show(node)) => self.canvas.visit(node),
                    Some(problems::Asked::Close) => self.show_problems = false,
                    None => {}
                }
            });
        }
        CentralPanel::no_frame().show(ui, |ui| {
            self.canvas.ui(ui, &self.editor, self.theme(), &mut self.queue);
            if self.editor.map().node_count() == 0 && !self.canvas.is_writing() {
                empty::ui(ui, &mut self.queue);
            }
        });
        self.follow_up();
        self.overlays(&ctx);
    }

    /// What panels asked of each other while they were drawn.
    fn follow_up(&mut self) {
        if std::mem::take(&mut self.canvas.wants_inspector) {
            self.show_inspector = true;
            self.inspector.take_keyboard();
        }
        for node in std::mem::take(&mut self.inspector.shows) {
            self.canvas.visit(node);
        }
    }

    /// Toasts, palette, dialogs, and the veil while a file is held over the window.
    fn overlays(&mut self, ctx: &egui::Context) {
        if let Some(rect) = self.canvas.rect()
            && self.toasts.ui(ctx, rect).is_some()
        {
            self.queue.push(Action::Undo.into());
        }
        self.show_find_bar(ctx);
        if let Some(palette) = &mut self.palette
            && let Some(chosen) = palette.ui(ctx, &self.editor, &self.recent, &self.used)
        {
            self.palette = None;
            match chosen {
                palette::Chosen::Nothing => self.canvas.take_keyboard(&self.editor),
                palette::Chosen::Action(action) => {
                    self.used.note(action);
                    self.queue.push(action.into());
                }
                palette::Chosen::Command(command) => self.queue.push(command),
            }
        }
        if let Some(dialog) = self.dialogs.last_mut()
            && let Some(answer) = dialog.ui(ctx, &self.editor)
        {
            let dialog = self.dialogs.pop();
            self.take_answer(ctx, dialog, answer);
        }
        if ctx.input(|i| !i.raw.hovered_files.is_empty())
            && let Some(rect) = self.canvas.rect()
        {
            empty::drop_veil(ctx, rect);
        }
    }

    fn theme(&self) -> Theme {
        if self.dark { Theme::dark() } else { Theme::light() }
    }

    fn set_dark(&mut self, ctx: &egui::Context, dark: bool) {
        self.dark = dark;
        ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
    }

    fn running(&self) -> Option<status::Running> {
        if let Some(fraction) = self.layouts.running() {
            return Some(status::Running { name: "Laying out", fraction, can_cancel: true });
        }
        self.files.running().map(|(name, fraction)| status::Running { name, fraction, can_cancel: false })
    }

    fn dropped_files(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|i| i.raw.dropped_files.first().map(|f| f.path().to_path_buf()));
        self.queue.extend(dropped.map(Command::OpenPath));
    }

    fn show_title(&mut self, ctx: &egui::Context) {
        let mark = if self.editor.is_dirty() { "● " } else { "" };
        let title = format!("{mark}{} — Elenchus", self.editor.name());
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Closing the window asks first, as Quit does.
    fn guard_closing(&mut self, ctx: &egui::Context) {
        if self.quitting || !ctx.input(|i| i.viewport().close_requested()) {
            return;
        }
        self.finish_typing(ctx);
        if self.editor.is_dirty() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.carry_out(ctx, Action::Quit.into());
        }
    }
}

impl eframe::App for ElenchusApp {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
        // What was asked for in this frame is carried out before the next one: it must not wait for the mouse to move.
        if !self.queue.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}
