//! The map itself, when nothing is selected: title, remarks, the registers.

use egui::Ui;

use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::fields::TextField;
use crate::app::panels::row::Row;
use crate::edit::{FieldEdit, MetaField};
use crate::editor::{Action, Command, Entry};
use crate::tr;

pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>) {
    let map = form.editor.map().clone();
    let meta = map.meta();
    form.title(ui, Icon::Map, tr!("field-map"), |_, _| {});
    let edit = |field: fn(String) -> MetaField| move |text: String| FieldEdit::Meta(field(text));
    form.fields.text(
        ui,
        form.queue,
        (),
        TextField::line(tr!("field-title")).hint(tr!("field-map-title-hint")),
        &meta.title,
        edit(MetaField::Title),
    );
    form.fields.text(ui, form.queue, (), TextField::block(tr!("field-note"), 3), &meta.note, edit(MetaField::Note));
    if !meta.data.is_empty() {
        form.fields.text(ui, form.queue, (), TextField::block(tr!("field-data"), 4), &meta.data, edit(MetaField::Data));
    }
    if map.views().len() > 1 {
        section(ui, tr!("inspector-views"));
        for (id, view) in map.views() {
            let title = if view.title.is_empty() { id.as_str() } else { &view.title };
            if ui.selectable_label(form.editor.view() == *id, title).clicked() {
                form.queue.push(Command::ShowView(*id));
            }
        }
    }
    let mut speakers: Vec<_> = map.speakers().iter().map(|(id, s)| (Entry::Speaker(*id), s.label().to_owned(), s.role.clone())).collect();
    let mut sources: Vec<_> =
        map.sources().iter().map(|(id, s)| (Entry::Source(*id), s.label().to_owned(), crate::base::date::shown(&s.date))).collect();
    let mut groups: Vec<_> = map.groups().iter().map(|(id, g)| (Entry::Group(*id), g.title.clone(), String::new())).collect();
    for entries in [&mut speakers, &mut sources, &mut groups] {
        entries.sort_by_key(|(_, label, _)| label.to_lowercase());
    }
    register(ui, form, tr!("inspector-speakers"), Icon::User, speakers, Action::AddSpeaker);
    register(ui, form, tr!("inspector-sources"), Icon::FileText, sources, Action::AddSource);
    register(ui, form, tr!("inspector-groups"), Icon::Group, groups, Action::AddGroup);
}

fn register(ui: &mut Ui, form: &mut Form<'_>, title: &str, icon: Icon, entries: Vec<(Entry, String, String)>, add: Action) {
    section(ui, &format!("{title} ({})", entries.len()));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (entry, label, detail) in entries.into_iter().take(500) {
            let name = if label.trim().is_empty() { tr!("label-unnamed") } else { label.as_str() };
            if (Row { icon: Some(icon), name, detail: &detail, ..Row::default() }).ui(ui).clicked() {
                form.queue.push(Command::SelectEntry(entry));
            }
        }
    });
    if ui.button(icons::before(Icon::Plus, add.title())).accessible_name(add.title()).clicked() {
        form.queue.push(add.into());
    }
}
