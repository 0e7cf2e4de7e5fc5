//! Commands to the editor, and what it asks of the window in return.

use egui::Context;

use super::ElenchusApp;
use super::clipboard::Wanted;
use super::dialogs::{Answer, Dialog};
use super::files::{News, Purpose, with_extension};
use super::guard;
use super::look;
use super::notices::Notice;
use super::opening::Read;
use super::palette::CommandPalette;
use super::saving::{Exporting, Order, same_file};
use super::tabs::TabId;
use super::tour::action_of;
use crate::analysis::Shown;
use crate::edit::Mark;
use crate::editor::{Action, Command, Effect, Menu};
use crate::io::Config;
use crate::tr;

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
        let typed: Vec<Command> = self.tab.canvas.finish_writing().into_iter().chain(self.tab.panels.flush()).collect();
        for command in typed {
            self.dispatch(ctx, command);
        }
    }

    fn dispatch(&mut self, ctx: &Context, command: Command) {
        guard::break_where_asked(&command);
        let loaded = matches!(command, Command::Loaded(_));
        let step = self.leaving_step(&command);
        let revision = self.tab.editor.revision();
        let asked = action_of(&command);
        self.tab.editor.dispatch(command);
        self.watch_tour(asked);
        if self.tab.editor.revision() != revision {
            self.toasts.forget_undo();
        }
        for effect in self.tab.editor.take_effects() {
            self.carry_out_effect(ctx, effect, loaded);
        }
        self.take_leaving_step(ctx, step);
        ctx.request_repaint();
    }

    fn carry_out_effect(&mut self, ctx: &Context, effect: Effect, loaded: bool) {
        match effect {
            Effect::EditText(node) => {
                if !self.tab.panels.write_on(node, &self.tab.editor) {
                    self.tab.canvas.write_on(node, &self.tab.editor);
                }
            }
            Effect::FocusInspector => self.show_panel(Action::ShowInspector),
            Effect::Read => self.show_panel(Action::ShowReader),
            Effect::AskReader(action) => {
                self.dock.show(Action::ShowReader);
                self.tab.panels.get(Action::ShowReader).into_iter().for_each(|panel| panel.ask(action));
            }
            Effect::Depart(number) => self.tab.canvas.depart(number),
            Effect::Arrive(number) => self.tab.canvas.arrive(number),
            Effect::ToggleFilter => self.tab.filter_bar.toggle(&self.tab.editor, &mut self.queue),
            Effect::Visit(node) => self.tab.canvas.visit(node),
            Effect::Reveal(nodes) => self.tab.canvas.reveal(nodes),
            Effect::ShowFind => self.find_bar.take_keyboard(),
            Effect::ZoomToFit => self.tab.canvas.fit(loaded),
            Effect::ZoomToNodes(nodes) => self.tab.canvas.fit_nodes(nodes),
            Effect::ZoomIn => self.tab.canvas.zoom_steps(1, &self.tab.editor),
            Effect::ZoomOut => self.tab.canvas.zoom_steps(-1, &self.tab.editor),
            Effect::ZoomToActualSize => self.tab.canvas.zoom_to(1.0, &self.tab.editor),
            Effect::NewTab => self.new_tab(ctx),
            Effect::ShowNextTab(forward) => self.show_next_tab(ctx, forward),
            Effect::AskOpen => self.ask_path(ctx, Purpose::Open, String::new()),
            Effect::AskDocument(version_of) => self.ask_path(ctx, Purpose::Document(version_of), String::new()),
            Effect::AskPastedDocument => self.ask_clipboard(ctx, Wanted::Document),
            Effect::ReadDocuments { paths, version_of } => self.read_documents(ctx, paths, version_of),
            Effect::ReadText(text) => self.read_pasted_document(ctx, text),
            Effect::CompareTexts { source, old, new } => self.dialogs.push(Dialog::versions(source, old, new)),
            Effect::AskSaveAs { suggested } => {
                let suggested = self.beside_the_file(&suggested);
                self.ask_path(ctx, Purpose::SaveAs, suggested);
            }
            Effect::AskExport { suggested, format } => {
                let suggested = self.beside_the_file(&suggested);
                let last = self.exported.as_ref();
                self.dialogs.push(Dialog::export(suggested, self.look.name(), format, last, &self.tab.editor));
            }
            Effect::AskUnsaved => {
                let names = vec![self.tab.editor.name().to_owned()];
                self.dialogs.push(Dialog::Unsaved { names, quitting: false });
            }
            Effect::CloseTab => self.close_tab(),
            Effect::Confirm { text, yes } => self.dialogs.push(Dialog::Confirm { text, yes }),
            Effect::ReadFile(path) => self.open_file(ctx, path),
            Effect::ReadShipped(shipped) => self.opening.read_shipped(ctx, shipped),
            Effect::WriteFile { path, mark } => self.write_file(ctx, path, mark, false),
            Effect::StartLayout(scope) => {
                if let Some(command) = self.start_layout(ctx, scope) {
                    self.dispatch(ctx, command);
                }
            }
            Effect::MakeRoom(claims) => {
                if let Some((command, from)) = self.make_room(ctx, &claims) {
                    self.dispatch(ctx, command);
                    self.tab.canvas.glide_cards(from);
                }
            }
            Effect::CancelLayout => self.cancel_layout(),
            Effect::CancelTask => self.cancel_running(),
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::CopyPicture { svg } => self.copy_picture(ctx, svg),
            Effect::KeepCopy { text, exact } => self.keep_copy(text, exact),
            Effect::AskPaste { under } => self.ask_clipboard(ctx, Wanted::Claims { under }),
            Effect::Align(how) => {
                let sizes = self.tab.canvas.sizes_of(self.tab.editor.selection().nodes());
                self.dispatch(ctx, Command::Align { how, sizes });
            }
            Effect::ToggleMinimap => {
                self.look.settings.minimap = !self.look.settings.minimap;
                self.remember_settings(ctx);
            }
            Effect::TogglePanel(action) => {
                self.finish_typing(ctx);
                let part = self.dock.toggle(action);
                self.give_keyboard(ctx, part);
            }
            Effect::CyclePanels { forward } => {
                let part = self.dock.next(ctx, forward);
                self.give_keyboard(ctx, part);
            }
            Effect::ResetPanels => self.dock.reset(),
            Effect::Toast(toast) => self.toasts.tell(ctx, &mut self.voice, toast.text, toast.undoable),
            Effect::Announce(text) => self.voice.say(ctx, &text),
            Effect::AskChain(content) => self.dialogs.push(Dialog::chain(content)),
            Effect::ShowSettings => self.dialogs.push(Dialog::Settings(self.look.settings)),
            Effect::ScaleUp => self.scale_by(ctx, 1),
            Effect::ScaleDown => self.scale_by(ctx, -1),
            Effect::ScaleReset => {
                self.look.settings.scale = 100;
                self.remember_settings(ctx);
            }
            Effect::ToggleTheme => {
                self.look.toggle_dark();
                self.remember_settings(ctx);
            }
            Effect::TogglePalette => self.palette = if self.palette.is_some() { None } else { Some(CommandPalette::default()) },
            Effect::ShowShortcuts => self.dialogs.push(Dialog::shortcuts()),
            Effect::StartTour => self.start_tour(ctx),
            Effect::ShowAbout => self.dialogs.push(Dialog::About),
            Effect::ClearRecent => self.clear_recent(),
            Effect::Quit => self.quit(ctx),
        }
    }

    /// What files have come to.
    pub(super) fn take_news(&mut self, ctx: &Context) {
        self.take_recovered();
        self.take_recent();
        for news in self.files.poll() {
            self.take_one(ctx, news);
        }
        // A map that was read waits while a question is open about another.
        if self.dialogs.iter().all(|d| matches!(d, Dialog::Recovery(_))) {
            for news in self.opening.poll() {
                self.take_one(ctx, news);
            }
        }
        self.finish_copying(ctx);
        for news in self.tab.saving.poll() {
            self.take_one(ctx, news);
        }
        let elsewhere: Vec<_> = self.others_mut().map(|tab| (tab.id, tab.saving.poll())).collect();
        for (id, news) in elsewhere.into_iter().flat_map(|(id, news)| news.into_iter().map(move |n| (id, n))) {
            self.in_tab(id, |app| app.take_one(ctx, news));
        }
    }

    fn take_one(&mut self, ctx: &Context, news: News) {
        match news {
            News::Command(command) => {
                if matches!(command, Command::Saved { .. }) {
                    self.tab.notice = None;
                }
                self.carry_out(ctx, command);
            }
            News::Opened(read) => self.show_opened(ctx, *read),
            News::Told(text) => self.toasts.tell(ctx, &mut self.voice, text, false),
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
            News::OtherOnDisk(path, theirs) => self.tab.notice = Some(Notice::OtherOnDisk(path, theirs)),
            News::Used(path) => self.remember_file(&path),
            News::Gone(path) => self.forget_file(&path),
        }
    }

    /// The tab in which a file is open.
    pub(super) fn tab_of(&self, path: &std::path::Path) -> Option<TabId> {
        self.tabs().find(|t| t.editor.path().is_some_and(|p| same_file(p, path))).map(|t| t.id)
    }

    /// Reads a file, or shows it where it is open already.
    fn open_file(&mut self, ctx: &Context, path: std::path::PathBuf) {
        match self.tab_of(&path) {
            Some(id) => self.show_tab(ctx, id),
            None => self.opening.read(ctx, path),
        }
    }

    /// Shows a map that was read, in a tab of its own or in the place of what is there.
    fn show_opened(&mut self, ctx: &Context, read: Read) {
        let Read { loaded, file, copy_of, into, is_template, .. } = read;
        let before = self.tab.id;
        match (into, &copy_of) {
            (Some(id), _) if self.tabs().any(|t| t.id == id) => self.show_tab(ctx, id),
            (Some(_), _) => return,
            // Asked for twice: the first has it.
            (None, Some((path, holder))) if holder.is_self() && self.tab_of(path).is_some() => return self.open_file(ctx, path.clone()),
            (None, _) => self.new_tab(ctx),
        }
        if let Some(file) = file {
            self.tab.saving.know(file);
        }
        self.tab.notice = copy_of.map(|(path, holder)| Notice::Copy(path, holder));
        self.carry_out(ctx, Command::Loaded(Box::new(loaded)));
        if is_template {
            self.carry_out(ctx, Command::OverwriteClaims);
        }
        self.put_back(before);
    }

    /// Writes the present map.
    fn write_file(&mut self, ctx: &Context, path: std::path::PathBuf, mark: Mark, force: bool) {
        let locks = self.opening.locks().map(std::path::Path::to_path_buf);
        self.tab.saving.write(ctx, Order { path, mark, map: self.tab.editor.map().clone(), force, locks });
    }

    /// What a dialog was answered.
    pub(super) fn take_answer(&mut self, ctx: &Context, dialog: Option<Dialog>, answer: Answer) {
        match answer {
            Answer::Back => {
                if matches!(dialog, Some(Dialog::Path(_) | Dialog::Replace { .. } | Dialog::ChangedOnDisk(_))) {
                    self.files.stop_choosing();
                    self.queue.push(Command::CancelClosing);
                }
                self.tab.canvas.take_keyboard(&self.tab.editor);
            }
            Answer::Commands(commands) => self.queue.extend(commands),
            Answer::Keys(keymap) => {
                self.take_keymap(ctx, *keymap);
                self.dialogs.extend(dialog);
            }
            Answer::Settings(settings) => {
                if settings.language != self.look.settings.language {
                    look::speak(settings.language);
                }
                self.look.settings = settings;
                self.remember_settings(ctx);
                self.dialogs.push(Dialog::Settings(settings));
            }
            Answer::Overwrite(path) => self.write_file(ctx, path, self.tab.editor.mark(), true),
            Answer::Recover { which, choice } => {
                if let Some(Dialog::Recovery(form)) = dialog {
                    self.recover(ctx, form, which, choice);
                }
            }
            Answer::Replace(purpose, path) => self.take_path(ctx, purpose, path),
            Answer::SaveAll => self.save_and_leave(ctx),
            Answer::DiscardAll => self.leave(ctx),
            Answer::SaveElsewhere => self.queue.push(Action::SaveAs.into()),
            Answer::Path(purpose, path) => {
                self.files.stop_choosing();
                // The system's dialog asks this itself.
                let own = self.tab.editor.path().is_some_and(|own| same_file(own, &path));
                if !purpose.reads() && !own && !path.is_dir() && crate::io::written_at(&path).is_some() {
                    return self.dialogs.push(Dialog::Replace { purpose, path });
                }
                self.take_path(ctx, purpose, path);
            }
            Answer::Export(export, suggested) => {
                self.exported = Some(export.clone());
                self.ask_path(ctx, Purpose::Export(export), suggested);
            }
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
            Purpose::Document(version_of) => self.queue.push(Command::ReadDocuments { paths: vec![path], version_of }),
            Purpose::SaveAs => self.queue.push(Command::SaveTo(path)),
            Purpose::Export(export) => {
                let editor = &self.tab.editor;
                if editor.path().is_some_and(|own| same_file(own, &path)) {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    self.toasts.tell(ctx, &mut self.voice, tr!("export-own-file", name = name), false);
                    let suggested = path.to_string_lossy().into_owned();
                    return self.dialogs.push(Dialog::path(Purpose::Export(export), suggested, false));
                }
                let what = Exporting { export, map: editor.map().clone(), view: editor.view(), shown: Shown::clone(editor.shown()) };
                self.tab.saving.export(ctx, path, what);
            }
        }
        ctx.request_repaint();
    }

    /// A name in the folder of the present file, else in the user's own.
    fn beside_the_file(&self, name: &str) -> String {
        let folder = self.tab.editor.path().and_then(|p| p.parent()).filter(|p| !p.as_os_str().is_empty());
        let folder = folder.map(std::path::Path::to_path_buf).or_else(std::env::home_dir);
        folder.map_or_else(|| name.to_owned(), |folder| folder.join(name).to_string_lossy().into_owned())
    }

    fn scale_by(&mut self, ctx: &Context, steps: i16) {
        self.look.scale_by(steps);
        self.remember_settings(ctx);
    }

    /// Makes the choices felt at once, and in the next run.
    fn remember_settings(&mut self, ctx: &Context) {
        self.look.apply(ctx);
        self.motion.choose(self.look.settings.reduce_motion);
        // Not worth a message: they hold for this run.
        let _ = self.config.as_ref().map(|config: &Config| config.save_settings(&self.look.settings));
    }
}

/// Whether what is being typed has to be in the map before this command.
fn ends_typing(command: &Command) -> bool {
    if let Command::Do(action) = command { action.info().menu != Menu::View } else { matches!(command, Command::OpenPath(_)) }
}
