//! Form fields. What is typed stays in a buffer until Enter, a click elsewhere or a command commits it as one edit; Escape drops it.

use egui::{Id, Key, Response, TextEdit, TextStyle, Ui};

use crate::app::icons::{self, Icon};
use crate::app::theme;
use crate::edit::FieldEdit;
use crate::editor::Command;

type Commit = Box<dyn Fn(String) -> Command>;

/// What is wrong with a value that is being typed, in a sentence.
pub(crate) type Check<'a> = &'a dyn Fn(&str) -> Option<String>;

struct Pending {
    id: Id,
    text: String,
    original: String,
    commit: Commit,
    /// Whether the field was drawn in this frame.
    drawn: bool,
}

/// The text field that is being typed in, of all forms.
#[derive(Default)]
pub(crate) struct Fields {
    pending: Option<Pending>,
    /// The first field drawn in this frame.
    first: Option<Id>,
}

/// How a text field looks.
#[derive(Clone, Copy)]
pub(crate) struct TextField<'a> {
    /// What the value is called; also the accessible name.
    pub(crate) name: &'a str,
    /// Shown while it is empty.
    pub(crate) hint: &'a str,
    /// Rows; more than one lets Enter start a new line.
    pub(crate) rows: usize,
    /// Says what is wrong with the value, while it is typed.
    pub(crate) check: Option<Check<'a>>,
}

impl<'a> TextField<'a> {
    /// A field of one line.
    pub(crate) fn line(name: &'a str) -> Self {
        Self { name, hint: "", rows: 1, check: None }
    }

    /// A field of several lines.
    pub(crate) fn block(name: &'a str, rows: usize) -> Self {
        Self { name, hint: "", rows, check: None }
    }

    /// With a hint.
    pub(crate) fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// With a check.
    pub(crate) fn check(self, check: Check<'a>) -> Self {
        Self { check: Some(check), ..self }
    }
}

impl Fields {
    /// A labelled text field over `value`. `id` names the record and the field.
    pub(crate) fn text(
        &mut self,
        ui: &mut Ui,
        queue: &mut Vec<Command>,
        id: impl std::hash::Hash + std::fmt::Debug,
        field: TextField<'_>,
        value: &str,
        commit: impl Fn(String) -> FieldEdit + 'static,
    ) -> Response {
        self.text_for(ui, queue, id, field, value, move |text| Command::SetField(commit(text)))
    }

    /// The same for what is more than one field of one record.
    pub(crate) fn text_for(
        &mut self,
        ui: &mut Ui,
        queue: &mut Vec<Command>,
        id: impl std::hash::Hash + std::fmt::Debug,
        field: TextField<'_>,
        value: &str,
        commit: impl Fn(String) -> Command + 'static,
    ) -> Response {
        let id = Id::unique(("field", field.name, id));
        self.first.get_or_insert(id);
        let mut text = match &self.pending {
            Some(pending) if pending.id == id => pending.text.clone(),
            _ => value.to_owned(),
        };
        label(ui, field.name);
        let edit = if field.rows > 1 { TextEdit::multiline(&mut text).desired_rows(field.rows) } else { TextEdit::singleline(&mut text) };
        let response = ui.add(edit.id(id).hint_text(field.hint).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 5)));
        let response = response.accessible_name(field.name);
        if let Some(wrong) = field.check.and_then(|check| check(&text)) {
            complain(ui, &response, &wrong);
        }
        if response.has_focus() {
            if self.pending.as_ref().is_none_or(|p| p.id != id) {
                queue.extend(self.flush());
                self.pending = Some(Pending { id, text: text.clone(), original: value.to_owned(), commit: Box::new(commit), drawn: true });
            }
            if let Some(pending) = &mut self.pending {
                pending.text = text;
                pending.drawn = true;
            }
        } else if self.pending.as_ref().is_some_and(|p| p.id == id) {
            if let Some(pending) = &mut self.pending {
                pending.text = text;
            }
            if ui.input(|i| i.key_pressed(Key::Escape)) {
                self.pending = None;
            }
            queue.extend(self.close());
        }
        response
    }

    /// Whether a field is being typed in.
    pub(crate) fn is_typing(&self) -> bool {
        self.pending.is_some()
    }

    /// The edit that is in the buffer, to look at.
    pub(crate) fn typed(&self) -> Option<Command> {
        let pending = self.pending.as_ref().filter(|p| p.text != p.original)?;
        Some((pending.commit)(pending.text.clone()))
    }

    /// The edit that is still in the buffer, if it changes anything. Typing may go on.
    pub(crate) fn flush(&mut self) -> Option<Command> {
        let pending = self.pending.as_mut()?;
        if pending.text == pending.original {
            return None;
        }
        pending.original.clone_from(&pending.text);
        Some((pending.commit)(pending.text.clone()))
    }

    /// The first field drawn in this frame.
    pub(crate) fn take_first(&mut self) -> Option<Id> {
        self.first.take()
    }

    fn close(&mut self) -> Option<Command> {
        let command = self.flush();
        self.pending = None;
        command
    }

    /// To be called when all forms are drawn: commits the buffer of a field that has vanished, because something else was selected.
    pub(crate) fn end_frame(&mut self, queue: &mut Vec<Command>) {
        self.first = None;
        match &mut self.pending {
            Some(pending) if pending.drawn => pending.drawn = false,
            Some(_) => queue.extend(self.close()),
            None => {}
        }
    }
}

/// What is wrong with a value, below its field; a screen reader has it as the field's description.
fn complain(ui: &mut Ui, response: &Response, wrong: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_invalid(egui::accesskit::Invalid::True);
        node.set_description(wrong);
    });
    ui.add_space(-theme::UNIT);
    let color = theme::Palette::of(ui.visuals()).warn;
    let text = icons::before(Icon::TriangleAlert, wrong);
    ui.add(egui::Label::new(egui::RichText::new(text).text_style(TextStyle::Small).color(color)).wrap());
}

/// The name of a field, above it.
pub(crate) fn label(ui: &mut Ui, name: &str) {
    ui.add_space(theme::UNIT);
    words(ui, name);
    ui.add_space(-theme::UNIT);
}

/// A field's name without the room around it, for a line that has more in it.
pub(crate) fn words(ui: &mut Ui, name: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(egui::RichText::new(name).text_style(TextStyle::Small).weak());
    });
}

/// A labelled choice among a few values.
pub(crate) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    value: T,
    values: impl IntoIterator<Item = T>,
    word: impl Fn(T) -> String,
) -> Option<T> {
    label(ui, name);
    let mut chosen = None;
    let salt = Id::unique(("choice", name, id));
    let of = list_box(ui, salt);
    let list = egui::ComboBox::from_id_salt(salt).width(ui.available_width()).selected_text(word(value)).icon(chevrons);
    let shown = open_list(ui, of, |ui| {
        list.show_ui(ui, |ui| {
            for option in values {
                if entry(ui, of, option == value, word(option)) && option != value {
                    chosen = Some(option);
                }
            }
        })
    });
    shown.response.accessible_name(format!("{name}: {}", word(value)));
    chosen
}

/// The box of that salt, which opens a list.
pub(crate) fn list_box(ui: &Ui, salt: impl std::hash::Hash + std::fmt::Debug) -> Id {
    ui.make_persistent_id(egui::IdSalt::new(salt))
}

/// Shows the box `of` and its list, which lies above all else: a press raises the dialog that it falls on, and one that was let go within
/// the same frame would raise it above the list that it opened.
pub(crate) fn open_list<R>(ui: &mut Ui, of: Id, show: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = show(ui);
    if egui::ComboBox::is_open(ui.ctx(), of) {
        ui.ctx().move_to_top(egui::LayerId::new(egui::Order::Foreground, of.with("popup")));
    }
    shown
}

/// An entry of the list that the box `of` opened; whether it was chosen. The keyboard comes from the box to the entry that holds, and goes
/// back there with the choice, which closes the list, or with Escape.
pub(crate) fn entry(ui: &mut Ui, of: Id, holds: bool, text: impl Into<egui::WidgetText>) -> bool {
    let entry = ui.selectable_label(holds, text.into());
    if holds && ui.memory(|memory| memory.has_focus(of)) {
        entry.request_focus();
    }
    if entry.gained_focus() {
        entry.scroll_to_me(None);
    }
    if (entry.clicked() && entry.has_focus()) || ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.memory_mut(|memory| memory.request_focus(of));
    }
    if entry.clicked() {
        ui.close();
    }
    entry.clicked()
}

/// On a box that opens a list: the same chevrons as on the buttons that do.
pub(crate) fn chevrons(ui: &Ui, rect: egui::Rect, visuals: &egui::style::WidgetVisuals, _: bool) {
    let color = visuals.fg_stroke.color;
    let icon = ui.painter().layout_no_wrap(icons::text(Icon::ChevronsUpDown), egui::FontId::proportional(theme::BODY), color);
    ui.painter().galley(rect.center() - icon.mesh_bounds.center().to_vec2(), icon, color);
}

/// Values typed with commas between them.
pub(crate) fn split_list(text: &str, separator: char) -> Vec<String> {
    text.split(separator).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
