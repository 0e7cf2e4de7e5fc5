//! Entries of the registers: speakers, sources, groups.

use egui::Ui;

use super::attribution::{sources, speakers};
use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::pick::{self, Entry as Choice, Picked};
use crate::base::{GroupId, SourceId, SpeakerId};
use crate::edit::{FieldEdit, GroupField, SourceField, SpeakerField};
use crate::editor::{Command, Entry};
use crate::model::{SourceKind, SpeakerKind};
use crate::tr;

pub(super) fn speaker(ui: &mut Ui, form: &mut Form<'_>, id: SpeakerId) {
    let map = form.editor.map().clone();
    let Some(speaker) = map.speaker(id) else { return };
    form.title(ui, Icon::User, tr!("field-speaker"), |ui, form| {
        form.delete_button(ui, tr!("step-delete-speaker"), || Command::DeleteEntry(Entry::Speaker(id)))
    });
    let edit = |field: fn(String) -> SpeakerField| move |text: String| FieldEdit::Speaker(id, field(text));
    let set = |field| Command::SetField(FieldEdit::Speaker(id, field));
    let check = |name: &str| checks::speaker(&map, id, speaker.kind, name);
    form.fields.text(ui, form.queue, id, TextField::line(tr!("field-name")).check(&check), &speaker.name, edit(SpeakerField::Name));
    if let Some(kind) = fields::choice(ui, id, tr!("field-kind"), speaker.kind, SpeakerKind::ALL.iter().copied(), |k| k.title().to_owned())
    {
        form.queue.push(set(SpeakerField::Kind(kind)));
    }
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("field-role")).hint(tr!("field-role-hint")),
        &speaker.role,
        edit(SpeakerField::Role),
    );
    form.fields.text(ui, form.queue, id, TextField::line(tr!("field-affiliation")), &speaker.affiliation, edit(SpeakerField::Affiliation));
    let aliases = TextField::line(tr!("field-aliases")).hint(tr!("field-aliases-hint"));
    form.fields.text(ui, form.queue, id, aliases, &speaker.aliases.join("; "), move |text| {
        FieldEdit::Speaker(id, SpeakerField::Aliases(fields::split_list(&text, ';')))
    });
    let mut confidential = speaker.confidential;
    if ui.checkbox(&mut confidential, tr!("field-confidential")).changed() {
        form.queue.push(set(SpeakerField::Confidential(confidential)));
    }
    form.fields.text(ui, form.queue, id, TextField::block(tr!("field-note"), 2), &speaker.note, edit(SpeakerField::Note));
    section(ui, tr!("inspector-they-say"));
    let said = map.attributions().filter(|(_, a)| a.speaker == Some(id)).map(|(a, _)| a);
    for attribution in said.take(200) {
        form.link(ui, attribution);
    }
    for (source, entry) in map.sources().iter().filter(|(_, s)| s.authors.contains(&id)) {
        if ui.link(icons::before(Icon::FileText, entry.label())).clicked() {
            form.queue.push(Command::SelectEntry(Entry::Source(*source)));
        }
    }
}

pub(super) fn source(ui: &mut Ui, form: &mut Form<'_>, id: SourceId) {
    let editor = form.editor;
    let map = editor.map().clone();
    let Some(source) = map.source(id) else { return };
    form.title(ui, Icon::FileText, tr!("field-source"), |ui, form| {
        form.delete_button(ui, tr!("step-delete-source"), || Command::DeleteEntry(Entry::Source(id)))
    });
    let edit = |field: fn(String) -> SourceField| move |text: String| FieldEdit::Source(id, field(text));
    let set = |field| Command::SetField(FieldEdit::Source(id, field));
    form.fields.text(ui, form.queue, id, TextField::line(tr!("field-title")), &source.title, edit(SourceField::Title));
    if let Some(kind) = fields::choice(ui, id, tr!("field-kind"), source.kind, SourceKind::ALL.iter().copied(), |k| k.title().to_owned()) {
        form.queue.push(set(SourceField::Kind(kind)));
    }
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("field-venue")).hint(tr!("field-venue-hint")),
        &source.venue,
        edit(SourceField::Venue),
    );
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("field-date")).hint("2016-11-14").check(&checks::date),
        &source.date,
        edit(SourceField::Date),
    );

    let mut confidential = source.confidential;
    if ui.checkbox(&mut confidential, tr!("field-confidential-source")).changed() {
        form.queue.push(set(SourceField::Confidential(confidential)));
    }
    super::texts::texts(ui, form, id, source);

    section(ui, tr!("inspector-authors"));
    for author in &source.authors {
        ui.horizontal(|ui| {
            let label = map.speaker(*author).map_or(tr!("label-missing-speaker"), |s| s.label());
            if icons::button(ui, Icon::X, &tr!("inspector-remove-author", name = label)).clicked() {
                let rest = source.authors.iter().copied().filter(|a| a != author).collect();
                form.queue.push(set(SourceField::Authors(rest)));
            }
            if ui.link(label).clicked() {
                form.queue.push(Command::SelectEntry(Entry::Speaker(*author)));
            }
        });
    }
    match pick::pick(ui, id, tr!("step-add-author"), None, || speakers(editor)) {
        Some(Picked::Entry(Some(author))) if !source.authors.contains(&author) => {
            form.queue.push(set(SourceField::Authors(source.authors.iter().copied().chain([author]).collect())));
        }
        Some(Picked::New(name)) => form.queue.push(Command::NewAuthorFor { source: id, name }),
        Some(Picked::Entry(_) | Picked::Open(_)) | None => {}
    }

    section(ui, tr!("inspector-where"));
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("field-address")).hint("https://…").check(&checks::address),
        &source.url,
        edit(SourceField::Url),
    );
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("field-archive")).hint("https://…").check(&checks::address),
        &source.archive_url,
        edit(SourceField::ArchiveUrl),
    );
    let replied = source.in_reply_to.and_then(|s| map.source(s).map(|source| (s, source.label().to_owned())));
    match pick::pick(ui, id, tr!("field-reply"), replied, || sources(editor).into_iter().filter(|c| c.id != id).collect()) {
        Some(Picked::Entry(other)) => form.queue.push(set(SourceField::InReplyTo(other))),
        Some(Picked::Open(other)) => form.queue.push(Command::SelectEntry(Entry::Source(other))),
        Some(Picked::New(_)) | None => {}
    }
    form.fields.text(ui, form.queue, id, TextField::block(tr!("field-note"), 2), &source.note, edit(SourceField::Note));
    section(ui, tr!("inspector-said-there"));
    for (attribution, _) in map.attributions().filter(|(_, a)| a.source == Some(id)).take(200) {
        form.link(ui, attribution);
    }
}

pub(super) fn group(ui: &mut Ui, form: &mut Form<'_>, id: GroupId) {
    let map = form.editor.map().clone();
    let Some(group) = map.groups().get(&id) else { return };
    form.title(ui, Icon::Group, tr!("field-group"), |ui, form| {
        form.delete_button(ui, tr!("step-delete-group"), || Command::DeleteEntry(Entry::Group(id)))
    });
    let edit = |field: fn(String) -> GroupField| move |text: String| FieldEdit::Group(id, field(text));
    form.fields.text(ui, form.queue, id, TextField::line(tr!("field-heading")), &group.title, edit(GroupField::Title));
    let others = || {
        let other = map.groups().iter().filter(|(g, _)| **g != id);
        other.map(|(g, group)| Choice { id: *g, label: group.title.clone(), detail: String::new() }).collect()
    };
    let parent = group.parent.and_then(|g| map.groups().get(&g).map(|group| (g, group.title.clone())));
    match pick::pick(ui, id, tr!("field-part-of"), parent, others) {
        Some(Picked::Entry(parent)) => form.queue.push(Command::SetField(FieldEdit::Group(id, GroupField::Parent(parent)))),
        Some(Picked::Open(parent)) => form.queue.push(Command::SelectEntry(Entry::Group(parent))),
        Some(Picked::New(_)) | None => {}
    }
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line(tr!("inspector-tags")).hint(tr!("inspector-commas")),
        &group.tags.join(", "),
        move |text| FieldEdit::Group(id, GroupField::Tags(fields::split_list(&text, ','))),
    );
    form.fields.text(ui, form.queue, id, TextField::block(tr!("field-note"), 2), &group.note, edit(GroupField::Note));
    section(ui, tr!("inspector-in-it"));
    for (claim, _) in map.claims().filter(|(_, c)| c.group == Some(id)).take(200) {
        form.link(ui, claim);
    }
}
