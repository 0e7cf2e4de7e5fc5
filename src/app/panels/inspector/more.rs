//! What claims and relations have alike, at the foot of their forms: title, tags, group, note, and what came along from elsewhere.

use egui::{RichText, Ui};

use super::{Form, section};
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::pick::{self, Entry as Choice, Picked};
use crate::app::theme::Palette;
use crate::base::{GroupId, NodeId};
use crate::edit::FieldEdit;
use crate::editor::{Command, Entry};
use crate::tr;

/// The values as they are.
pub(super) struct More<'a> {
    pub(super) title: &'a str,
    pub(super) tags: &'a [String],
    pub(super) group: Option<GroupId>,
    pub(super) note: &'a str,
    pub(super) data: &'a str,
    pub(super) origin: &'a str,
}

/// One of them, changed.
pub(super) enum Change {
    Title(String),
    Tags(Vec<String>),
    Group(Option<GroupId>),
    Note(String),
    Data(String),
}

/// Draws the fields; `edit` says what a change of that node is.
pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, id: NodeId, more: &More<'_>, edit: fn(NodeId, Change) -> FieldEdit) {
    section(ui, tr!("inspector-more"));
    let title = TextField::line(tr!("field-title")).hint(tr!("field-title-hint"));
    form.fields.text(ui, form.queue, id, title, more.title, move |text| edit(id, Change::Title(text)));
    let tags = TextField::line(tr!("inspector-tags")).hint(tr!("inspector-commas"));
    let list = |text: String| Change::Tags(fields::split_list(&text, ','));
    form.fields.text(ui, form.queue, id, tags, &more.tags.join(", "), move |text| edit(id, list(text)));
    group(ui, form, id, more.group, edit);
    let note = TextField::block(tr!("field-note"), 2);
    form.fields.text(ui, form.queue, id, note, more.note, move |text| edit(id, Change::Note(text)));
    if !more.data.is_empty() {
        let data = TextField::block(tr!("field-data"), 3);
        form.fields.text(ui, form.queue, id, data, more.data, move |text| edit(id, Change::Data(text)));
    }
    if !more.origin.is_empty() {
        ui.label(RichText::new(tr!("inspector-imported", origin = more.origin)).small().color(Palette::of(ui.visuals()).weak));
    }
}

fn group(ui: &mut Ui, form: &mut Form<'_>, id: NodeId, group: Option<GroupId>, edit: fn(NodeId, Change) -> FieldEdit) {
    let groups = form.editor.map().groups();
    if groups.is_empty() {
        return;
    }
    let chosen = group.and_then(|id| groups.get(&id).map(|group| (id, group.title.clone())));
    let all = || groups.iter().map(|(id, group)| Choice { id: *id, label: group.title.clone(), detail: String::new() }).collect();
    match pick::pick(ui, id, tr!("field-group"), chosen, all) {
        Some(Picked::Entry(group)) => form.queue.push(Command::SetField(edit(id, Change::Group(group)))),
        Some(Picked::Open(group)) => form.queue.push(Command::SelectEntry(Entry::Group(group))),
        Some(Picked::New(_)) | None => {}
    }
}
