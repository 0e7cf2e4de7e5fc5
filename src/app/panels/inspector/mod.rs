//! Every field of what is selected.

mod attribution;
mod claim;
mod dating;
mod map;
mod more;
mod register;
mod relation;
mod several;
mod shared;
mod texts;

use egui::{RichText, ScrollArea, Ui};

use super::fields::Fields;
use super::{Asked, Desk, Panel};
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT, section_style};
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor, Entry};
use crate::model::name_of;
use crate::tr;

/// The panel with what is being typed in it.
#[derive(Default)]
pub(crate) struct Inspector {
    fields: Fields,
    /// What several selected nodes share.
    shared: shared::Shared,
    /// Whether its first field is to get the keyboard.
    wants_focus: bool,
}

impl Panel for Inspector {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.max_rect() - egui::Margin { left: 16, right: 8, top: 8, bottom: 0 };
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        inside.shrink_clip_rect(rect.expand2(egui::vec2(2.0 * UNIT, 0.0)));
        self.form(&mut inside, desk);
    }

    /// Its first field gets it.
    fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }

    fn is_typing(&self) -> bool {
        self.fields.is_typing()
    }

    fn typed(&self) -> Option<Command> {
        self.fields.typed()
    }

    fn flush(&mut self) -> Option<Command> {
        self.fields.flush()
    }
}

impl Inspector {
    /// Draws the fields of the selection.
    fn form(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let editor = desk.editor;
        let selection = editor.selection();
        let shown = (selection.single(), selection.entry());
        ScrollArea::vertical().auto_shrink(false).id_salt(("inspector", shown)).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - UNIT);
            let mut form = Form { fields: &mut self.fields, queue: desk.queue, editor, asked: desk.asked };
            match shown {
                (_, Some(Entry::Speaker(id))) => register::speaker(ui, &mut form, id),
                (_, Some(Entry::Source(id))) => register::source(ui, &mut form, id),
                (_, Some(Entry::Group(id))) => register::group(ui, &mut form, id),
                (Some(node), None) => match node.kind() {
                    NodeKind::Claim => claim::form(ui, &mut form, node),
                    NodeKind::Relation => relation::form(ui, &mut form, node),
                    NodeKind::Attribution => attribution::form(ui, &mut form, node),
                },
                (None, None) if selection.nodes().len() > 1 => several::form(ui, &mut form, &self.shared.of(editor)),
                (None, None) => map::form(ui, &mut form),
            }
            ui.add_space(4.0 * UNIT);
        });
        if std::mem::take(&mut self.wants_focus) {
            match selection.single() {
                // What an attribution wants first is a speaker.
                Some(node) if node.kind() == NodeKind::Attribution => attribution::open_speakers(ui, editor, node),
                _ => ui.memory_mut(|m| self.fields.take_first().into_iter().for_each(|first| m.request_focus(first))),
            }
        }
        self.fields.end_frame(desk.queue);
    }
}

/// What a form writes to.
pub(super) struct Form<'a> {
    pub(super) fields: &'a mut Fields,
    pub(super) queue: &'a mut Vec<Command>,
    pub(super) editor: &'a Editor,
    pub(super) asked: &'a mut Asked,
}

impl Form<'_> {
    /// The title of a form, with buttons at its right.
    fn title(&mut self, ui: &mut Ui, icon: Icon, title: &str, buttons: impl FnOnce(&mut Ui, &mut Self)) {
        ui.horizontal(|ui| {
            ui.set_min_height(icons::SIZE);
            // The buttons have their room first; what is left is the title's.
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = UNIT;
                buttons(ui, self);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 2.0 * UNIT;
                    let palette = Palette::of(ui.visuals());
                    ui.label(RichText::new(icons::text(icon)).color(palette.weak).size(crate::app::theme::HEADING));
                    ui.add(egui::Label::new(RichText::new(title).text_style(egui::TextStyle::Heading)).truncate());
                });
            });
        });
    }

    /// The button that deletes what the form is about.
    fn delete_button(&mut self, ui: &mut Ui, what: &str, command: impl FnOnce() -> Command) {
        if icons::button(ui, Icon::Trash2, what).clicked() {
            self.queue.push(command());
        }
    }

    /// A line that names another node and leads to it.
    fn link(&mut self, ui: &mut Ui, node: NodeId) {
        let name = name_of(self.editor.map(), node);
        if ui
            .add(egui::Button::new(name.as_str()).frame_when_inactive(false).wrap())
            .accessible_name(tr!("inspector-go", name = name.as_str()))
            .clicked()
        {
            self.queue.push(Command::Select(vec![node]));
            self.asked.shows.push(node);
        }
    }
}

/// A heading inside a form.
pub(super) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(2.0 * UNIT);
    ui.separator();
    ui.label(RichText::new(title).text_style(section_style()));
}
