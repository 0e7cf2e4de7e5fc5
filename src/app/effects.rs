//! Commands to the editor, and what it asks of the window in return.

use egui::{Context, ViewportCommand};

use super::ElenchusApp;
use super::dialogs::{Answer, Dialog};
use super::files::{News, Purpose, with_extension};
use super::palette::CommandPalette;
use super::panels::inspector::Creation;
use crate::base::NodeId;
use crate::edit::{AttributionField, FieldEdit, SourceField};
use crate::editor::{Action, Command, Editor, Effect, Entry, Menu};
use crate::io::{Config, Settings};
use crate::model::{Source, SourceKind, Speaker, SpeakerKind};
use crate::render::ThemeName;

impl ElenchusApp {
    /// Hands a command to the editor and carries out what follows, before anything else can change the map.
    pub(super) fn carry_out(&mut self, ctx: &Context, command: Command) {
        if ends_typing(&command) {
            self.finish_typing(ctx);
        }
        self.dispatch(ctx, command);
    }

    /// Commits what is being typed, on the canvas and in the inspector.
    pub(super) fn finish_typing(&mut self, ctx: &Context) {
        let typed: Vec<Command> = self.canvas.finish_writing().into_iter().chain(self.inspector.flush()).collect();
        for command in typed {
            self.dispatch(ctx, command);
        }
    }

    fn dispatch(&mut self, ctx: &Context, command: Command) {
        let loaded = matches!(command, Command::Loaded(_) | Command::Do(Action::New) | Command::DiscardThen(_));
        let revision = self.editor.revision();
        let moved = only_moves(&command, &self.editor);
        self.editor.dispatch(command);
        if self.editor.revision() != revision {
            self.toasts.forget_undo();
            if let Some(nodes) = moved {
                self.canvas.follow_moves(&self.editor, revision, &nodes);
            }
        }
        for effect in self.editor.take_effects() {
            self.carry_out_effect(ctx, effect, loaded);
        }
        ctx.request_repaint();
    }

    fn carry_out_effect(&mut self, ctx: &Context, effect: Effect, loaded: bool) {
        match effect {
            Effect::EditText(node) => self.canvas.write_on(node, &self.editor),
            Effect::FocusInspector => {
                self.show_inspector = true;
                self.inspector.take_keyboard();
            }
            Effect::Reveal(nodes) => self.canvas.reveal(nodes),
            Effect::ZoomToFit => self.canvas.fit(loaded),
            Effect::ZoomToNodes(nodes) => self.canvas.fit_nodes(nodes),
            Effect::ZoomIn => self.canvas.zoom_steps(1, &self.editor),
            Effect::ZoomOut => self.canvas.zoom_steps(-1, &self.editor),
            Effect::ZoomToActualSize => self.canvas.zoom_to(1.0, &self.editor),
            Effect::AskOpen => self.ask_path(ctx, Purpose::Open, String::new()),
            Effect::AskSaveAs { suggested } => {
                let suggested = self.beside_the_file(&suggested);
                self.ask_path(ctx, Purpose::SaveAs, suggested);
            }
            Effect::AskExport { suggested } => self.dialogs.push(Dialog::export(self.beside_the_file(&suggested), self.dark)),
            Effect::AskUnsaved(then) => self.dialogs.push(Dialog::Unsaved(then)),
            Effect::Confirm { text, yes } => self.dialogs.push(Dialog::Confirm { text, yes }),
            Effect::ReadFile(path) => self.files.read(ctx, path),
            Effect::ReadExample => self.files.read_example(ctx),
            Effect::WriteFile { path, mark } => self.files.write(ctx, path, mark, self.editor.map().clone(), false),
            Effect::StartLayout(scope) => self.start_layout(ctx, scope),
            Effect::CancelLayout => self.cancel_layout(),
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::Toast(toast) => self.toasts.push(toast.text, toast.undoable),
            Effect::Align(how) => {
                let sizes = self.canvas.sizes_of(self.editor.selection().nodes());
                self.dispatch(ctx, Command::Align { how, sizes });
            }
            Effect::ToggleMinimap => {
                self.canvas.minimap.shown = !self.canvas.minimap.shown;
                self.remember_minimap();
            }
            Effect::ToggleTheme => {
                self.set_dark(ctx, !self.dark);
                self.remember_theme();
            }
            Effect::TogglePalette => self.palette = if self.palette.is_some() { None } else { Some(CommandPalette::default()) },
            Effect::ShowShortcuts => self.dialogs.push(Dialog::shortcuts()),
            Effect::ShowAbout => self.dialogs.push(Dialog::About),
            Effect::Quit => {
                self.quitting = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// What files have come to.
    pub(super) fn take_news(&mut self, ctx: &Context) {
        for news in self.files.poll() {
            match news {
                News::Command(command) => self.carry_out(ctx, command),
                News::Told(text) => self.toasts.push(text, false),
                News::Chosen(purpose, path) => {
                    self.close_path_dialog();
                    self.take_path(ctx, purpose, path);
                }
                News::NotChosen(purpose, suggested, unseen) => {
                    self.close_path_dialog();
                    if unseen {
                        self.dialogs.push(Dialog::path(purpose, suggested, false));
                    } else {
                        self.carry_out(ctx, Command::CancelClosing);
                    }
                }
                News::ChangedOnDisk(path) => self.dialogs.push(Dialog::ChangedOnDisk(path)),
                News::Used(path) => self.remember_file(&path),
                News::Gone(path) => self.forget_file(&path),
            }
        }
    }

    /// Register entries that a form wants: made, then named by it.
    pub(super) fn take_creations(&mut self, ctx: &Context) {
        for creation in std::mem::take(&mut self.inspector.creations) {
            let (of, command) = match creation.clone() {
                Creation::Speaker(node, name) => (Some(node), Command::AddSpeaker(Box::new(Speaker::new(SpeakerKind::Person, name)))),
                Creation::Source(node, title) => (Some(node), Command::AddSource(Box::new(Source::new(SourceKind::Article, title)))),
                Creation::Author(_, name) => (None, Command::AddSpeaker(Box::new(Speaker::new(SpeakerKind::Person, name)))),
            };
            self.carry_out(ctx, command);
            let made = self.editor.selection().entry();
            let edit = match (creation, made) {
                (Creation::Speaker(node, _), Some(Entry::Speaker(id))) => FieldEdit::Attribution(node, AttributionField::Speaker(Some(id))),
                (Creation::Source(node, _), Some(Entry::Source(id))) => FieldEdit::Attribution(node, AttributionField::Source(Some(id))),
                (Creation::Author(source, _), Some(Entry::Speaker(id))) => {
                    let mut authors = self.editor.map().source(source).map(|s| s.authors.clone()).unwrap_or_default();
                    authors.push(id);
                    self.carry_out(ctx, Command::SelectEntry(Entry::Source(source)));
                    FieldEdit::Source(source, SourceField::Authors(authors))
                }
                (Creation::Speaker(..) | Creation::Source(..) | Creation::Author(..), _) => continue,
            };
            self.carry_out(ctx, Command::SetField(edit));
            if let Some(node) = of {
                self.carry_out(ctx, Command::Select(vec![node]));
            }
        }
    }

    /// What a dialog was answered.
    pub(super) fn take_answer(&mut self, ctx: &Context, dialog: Option<Dialog>, answer: Answer) {
        match answer {
            Answer::Back => {
                if matches!(dialog, Some(Dialog::Path(_) | Dialog::ChangedOnDisk(_))) {
                    self.files.stop_choosing();
                    self.queue.push(Command::CancelClosing);
                }
                self.canvas.take_keyboard(&self.editor);
            }
            Answer::Commands(commands) => self.queue.extend(commands),
            Answer::Overwrite(path) => self.files.write(ctx, path, self.editor.mark(), self.editor.map().clone(), true),
            Answer::SaveElsewhere => self.queue.push(Action::SaveAs.into()),
            Answer::Path(purpose, path) => {
                self.files.stop_choosing();
                self.take_path(ctx, purpose, path);
            }
            Answer::Export(export, suggested) => self.ask_path(ctx, Purpose::Export(export), suggested),
        }
    }

    fn ask_path(&mut self, ctx: &Context, purpose: Purpose, suggested: String) {
        self.dialogs.push(Dialog::path(purpose.clone(), suggested.clone(), true));
        self.files.choose(ctx, purpose, suggested);
    }

    fn close_path_dialog(&mut self) {
        self.dialogs.retain(|d| !matches!(d, Dialog::Path(_)));
    }

    fn take_path(&mut self, ctx: &Context, purpose: Purpose, path: std::path::PathBuf) {
        let path = with_extension(path, &purpose);
        match purpose {
            Purpose::Open => self.queue.push(Command::OpenPath(path)),
            Purpose::SaveAs => self.queue.push(Command::SaveTo(path)),
            Purpose::Export(export) => self.files.export(ctx, path, export, self.editor.map().clone(), self.editor.view()),
        }
        ctx.request_repaint();
    }

    /// A name in the folder of the present file, else in the user's own.
    fn beside_the_file(&self, name: &str) -> String {
        let folder = self.editor.path().and_then(|p| p.parent()).filter(|p| !p.as_os_str().is_empty());
        let folder = folder.map(std::path::Path::to_path_buf).or_else(std::env::home_dir);
        folder.map_or_else(|| name.to_owned(), |folder| folder.join(name).to_string_lossy().into_owned())
    }

    fn remember_file(&mut self, path: &std::path::Path) {
        if let Some(config) = &self.config {
            // Not worth a message: the map itself is safe.
            let _ = config.note_recent(path);
            self.recent = config.recent_files();
        }
    }

    fn forget_file(&mut self, path: &std::path::Path) {
        if let Some(config) = &self.config {
            let _ = config.forget_recent(path);
            self.recent = config.recent_files();
        }
    }

    fn remember_theme(&self) {
        let theme = if self.dark { ThemeName::Dark } else { ThemeName::Light };
        let keep = |config: &Config| config.save_settings(&Settings { theme: Some(theme), ..config.settings() });
        let _ = self.config.as_ref().map(keep);
    }

    fn remember_minimap(&self) {
        let minimap = Some(self.canvas.minimap.shown);
        let keep = |config: &Config| config.save_settings(&Settings { minimap, ..config.settings() });
        let _ = self.config.as_ref().map(keep);
    }
}

/// The claims that a command moves, where it does nothing else to the map.
fn only_moves(command: &Command, editor: &Editor) -> Option<Vec<NodeId>> {
    const NUDGES: [Action; 4] = [Action::NudgeUp, Action::NudgeDown, Action::NudgeLeft, Action::NudgeRight];
    if let Command::Move { nodes, .. } = command {
        return Some(nodes.clone());
    }
    let nudges = matches!(command, Command::Do(action) if NUDGES.contains(action));
    nudges.then(|| editor.selection().nodes().iter().copied().collect())
}

/// Whether what is being typed has to be in the map before this command.
fn ends_typing(command: &Command) -> bool {
    if let Command::Do(action) = command { action.info().menu != Menu::View } else { matches!(command, Command::OpenPath(_)) }
}
