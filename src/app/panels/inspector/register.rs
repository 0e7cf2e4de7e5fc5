//! Entries of the registers: speakers, sources, groups.

use egui::Ui;

use super::attribution::{sources, speakers};
use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::pick::{self, Entry as Choice, Picked};
use crate::app::words::capital;
use crate::base::{GroupId, SourceId, SpeakerId};
use crate::edit::{FieldEdit, GroupField, SourceField, SpeakerField};
use crate::editor::{Command, Entry};
use crate::model::{SourceKind, SpeakerKind};

pub(super) fn speaker(ui: &mut Ui, form: &mut Form<'_>, id: SpeakerId) {
    let map = form.editor.map().clone();
    let Some(speaker) = map.speaker(id) else { return };
    form.title(ui, Icon::User, "Speaker", |ui, form| form.delete_button(ui, "speaker", Command::DeleteEntry(Entry::Speaker(id))));
    let edit = |field: fn(String) -> SpeakerField| move |text: String| FieldEdit::Speaker(id, field(text));
    let set = |field| Command::SetField(FieldEdit::Speaker(id, field));
    let check = |name: &str| checks::speaker(&map, id, speaker.kind, name);
    form.fields.text(ui, form.queue, id, TextField::line("Name").check(&check), &speaker.name, edit(SpeakerField::Name));
    if let Some(kind) = fields::choice(ui, id, "Kind", speaker.kind, SpeakerKind::ALL.iter().copied(), |k| capital(k.word())) {
        form.queue.push(set(SpeakerField::Kind(kind)));
    }
    form.fields.text(ui, form.queue, id, TextField::line("Role").hint("historian, senator, …"), &speaker.role, edit(SpeakerField::Role));
    form.fields.text(ui, form.queue, id, TextField::line("Affiliation"), &speaker.affiliation, edit(SpeakerField::Affiliation));
    let aliases = TextField::line("Other names").hint("Semicolons between them");
    form.fields.text(ui, form.queue, id, aliases, &speaker.aliases.join("; "), move |text| {
        FieldEdit::Speaker(id, SpeakerField::Aliases(fields::split_list(&text, ';')))
    });
    let mut confidential = speaker.confidential;
    if ui.checkbox(&mut confidential, "Confidential: not named in exports").changed() {
        form.queue.push(set(SpeakerField::Confidential(confidential)));
    }
    form.fields.text(ui, form.queue, id, TextField::block("Note", 2), &speaker.note, edit(SpeakerField::Note));
    section(ui, "What they say");
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
    form.title(ui, Icon::FileText, "Source", |ui, form| form.delete_button(ui, "source", Command::DeleteEntry(Entry::Source(id))));
    let edit = |field: fn(String) -> SourceField| move |text: String| FieldEdit::Source(id, field(text));
    let set = |field| Command::SetField(FieldEdit::Source(id, field));
    form.fields.text(ui, form.queue, id, TextField::line("Title"), &source.title, edit(SourceField::Title));
    if let Some(kind) = fields::choice(ui, id, "Kind", source.kind, SourceKind::ALL.iter().copied(), |k| capital(k.word())) {
        form.queue.push(set(SourceField::Kind(kind)));
    }
    form.fields.text(ui, form.queue, id, TextField::line("Venue").hint("Where it appeared"), &source.venue, edit(SourceField::Venue));
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line("Date").hint("2016-11-14").check(&checks::date),
        &source.date,
        edit(SourceField::Date),
    );

    section(ui, "Authors");
    for author in &source.authors {
        ui.horizontal(|ui| {
            let label = map.speaker(*author).map_or("a missing speaker", |s| s.label());
            if icons::button(ui, Icon::X, &format!("Remove author {label}")).clicked() {
                let rest = source.authors.iter().copied().filter(|a| a != author).collect();
                form.queue.push(set(SourceField::Authors(rest)));
            }
            if ui.link(label).clicked() {
                form.queue.push(Command::SelectEntry(Entry::Speaker(*author)));
            }
        });
    }
    match pick::pick(ui, id, "Add author", None, || speakers(editor)) {
        Some(Picked::Entry(Some(author))) if !source.authors.contains(&author) => {
            form.queue.push(set(SourceField::Authors(source.authors.iter().copied().chain([author]).collect())));
        }
        Some(Picked::New(name)) => form.queue.push(Command::NewAuthorFor { source: id, name }),
        Some(Picked::Entry(_) | Picked::Open(_)) | None => {}
    }

    section(ui, "Where to find it");
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line("Address").hint("https://…").check(&checks::address),
        &source.url,
        edit(SourceField::Url),
    );
    form.fields.text(
        ui,
        form.queue,
        id,
        TextField::line("Archived copy").hint("https://…").check(&checks::address),
        &source.archive_url,
        edit(SourceField::ArchiveUrl),
    );
    let replied = source.in_reply_to.and_then(|s| map.source(s).map(|source| (s, source.label().to_owned())));
    match pick::pick(ui, id, "In reply to", replied, || sources(editor).into_iter().filter(|c| c.id != id).collect()) {
        Some(Picked::Entry(other)) => form.queue.push(set(SourceField::InReplyTo(other))),
        Some(Picked::Open(other)) => form.queue.push(Command::SelectEntry(Entry::Source(other))),
        Some(Picked::New(_)) | None => {}
    }
    form.fields.text(ui, form.queue, id, TextField::block("Note", 2), &source.note, edit(SourceField::Note));
    section(ui, "What is said there");
    for (attribution, _) in map.attributions().filter(|(_, a)| a.source == Some(id)).take(200) {
        form.link(ui, attribution);
    }
}

pub(super) fn group(ui: &mut Ui, form: &mut Form<'_>, id: GroupId) {
    let map = form.editor.map().clone();
    let Some(group) = map.groups().get(&id) else { return };
    form.title(ui, Icon::Group, "Group", |ui, form| form.delete_button(ui, "group", Command::DeleteEntry(Entry::Group(id))));
    let edit = |field: fn(String) -> GroupField| move |text: String| FieldEdit::Group(id, field(text));
    form.fields.text(ui, form.queue, id, TextField::line("Heading"), &group.title, edit(GroupField::Title));
    let others = || {
        let other = map.groups().iter().filter(|(g, _)| **g != id);
        other.map(|(g, group)| Choice { id: *g, label: group.title.clone(), detail: String::new() }).collect()
    };
    let parent = group.parent.and_then(|g| map.groups().get(&g).map(|group| (g, group.title.clone())));
    match pick::pick(ui, id, "Part of", parent, others) {
        Some(Picked::Entry(parent)) => form.queue.push(Command::SetField(FieldEdit::Group(id, GroupField::Parent(parent)))),
        Some(Picked::Open(parent)) => form.queue.push(Command::SelectEntry(Entry::Group(parent))),
        Some(Picked::New(_)) | None => {}
    }
    form.fields.text(ui, form.queue, id, TextField::line("Tags").hint("Commas between them"), &group.tags.join(", "), move |text| {
        FieldEdit::Group(id, GroupField::Tags(fields::split_list(&text, ',')))
    });
    form.fields.text(ui, form.queue, id, TextField::block("Note", 2), &group.note, edit(GroupField::Note));
    section(ui, "What is in it");
    for (claim, _) in map.claims().filter(|(_, c)| c.group == Some(id)).take(200) {
        form.link(ui, claim);
    }
}
