//! Several nodes at once: the fields that they share, by kind. A change goes to all of them as one step.

use egui::Ui;

use super::attribution::{sources, speakers};
use super::shared::{Common, Found};
use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::pick::{self, Current, Entry as Choice, Picked};
use crate::app::theme::UNIT;
use crate::base::{NodeId, NodeKind};
use crate::edit::{AttributionField, ClaimField, FieldEdit, RelationField};
use crate::editor::{Command, Entry};
use crate::model::{ArgumentMap, ClaimKind, Quotation, RelationKind, Stance};
use crate::tr;

/// So many are listed by name.
const MAX_LISTED: usize = 100;

pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, found: &Found) {
    let map: &ArgumentMap = form.editor.map();
    let nodes = &found.nodes;
    form.title(ui, Icon::BoxSelect, &tr!("inspector-several", count = nodes.len()), |ui, form| {
        form.delete_button(ui, tr!("inspector-delete-selection"), || Command::DeleteNodes(nodes.to_vec()));
    });
    claims(ui, form, map, found);
    relations(ui, form, found);
    attributions(ui, form, map, found);
    section(ui, tr!("inspector-tags"));
    tags(ui, form, found);
    section(ui, tr!("inspector-which"));
    for node in nodes.iter().take(MAX_LISTED) {
        form.link(ui, *node);
    }
    if nodes.len() > MAX_LISTED {
        ui.weak(tr!("list-more", count = nodes.len() - MAX_LISTED));
    }
}

fn current<T: Copy>(common: Common<Option<T>>, label: impl Fn(T) -> Option<String>) -> Current<T> {
    match common {
        None => Current::Several,
        Some(chosen) => chosen.and_then(|id| Some((id, label(id)?))).into(),
    }
}

fn several_or(word: Option<String>) -> String {
    word.unwrap_or_else(|| tr!("field-several").to_owned())
}

fn claims(ui: &mut Ui, form: &mut Form<'_>, map: &ArgumentMap, found: &Found) {
    let ids = &found.claims;
    if ids.is_empty() {
        return;
    }
    section(ui, &tr!("inspector-claims", count = ids.len()));
    let all = |field: ClaimField| Command::SetFields(ids.iter().map(|id| FieldEdit::Claim(*id, field.clone())).collect());
    let kinds = std::iter::once(None).chain(ClaimKind::ALL.iter().copied().map(Some)).map(Some);
    let word =
        |kind: Option<Option<ClaimKind>>| several_or(kind.map(|k| k.map_or(tr!("field-not-said").to_owned(), |k| k.title().to_owned())));
    if let Some(Some(kind)) = fields::choice(ui, "several", tr!("field-kind"), found.claim_kind, kinds, word) {
        form.queue.push(all(ClaimField::Kind(kind)));
    }
    if map.groups().is_empty() {
        return;
    }
    let title = |id| map.groups().get(&id).map(|group| group.title.clone());
    let groups = || map.groups().iter().map(|(g, group)| Choice { id: *g, label: group.title.clone(), detail: String::new() }).collect();
    match pick::pick(ui, "several", tr!("field-group"), current(found.group, title), groups) {
        Some(Picked::Entry(group)) => form.queue.push(all(ClaimField::Group(group))),
        Some(Picked::Open(group)) => form.queue.push(Command::SelectEntry(Entry::Group(group))),
        Some(Picked::New(_)) | None => {}
    }
}

fn relations(ui: &mut Ui, form: &mut Form<'_>, found: &Found) {
    let ids = &found.relations;
    if ids.is_empty() {
        return;
    }
    section(ui, &tr!("inspector-relations", count = ids.len()));
    let all = |field: RelationField| Command::SetFields(ids.iter().map(|id| FieldEdit::Relation(*id, field.clone())).collect());
    let kinds = RelationKind::ALL.iter().copied().map(Some);
    let word = |kind: Option<RelationKind>| several_or(kind.map(|k| k.title().to_owned()));
    if let Some(Some(kind)) = fields::choice(ui, "several relations", tr!("field-kind"), found.relation_kind, kinds, word) {
        form.queue.push(all(RelationField::Kind(kind)));
    }
    let scheme = found.scheme.as_deref();
    let field = TextField::line(tr!("field-scheme")).hint(if scheme.is_none() { tr!("field-several") } else { "" });
    let ids = ids.clone();
    form.fields.text_for(ui, form.queue, "several", field, scheme.unwrap_or_default(), move |text| {
        Command::SetFields(ids.iter().map(|id| FieldEdit::Relation(*id, RelationField::Scheme(text.clone()))).collect())
    });
}

fn attributions(ui: &mut Ui, form: &mut Form<'_>, map: &ArgumentMap, found: &Found) {
    let ids = &found.attributions;
    if ids.is_empty() {
        return;
    }
    section(ui, &tr!("inspector-attributions", count = ids.len()));
    let editor = form.editor;
    let all = |field: AttributionField| Command::SetFields(ids.iter().map(|id| FieldEdit::Attribution(*id, field.clone())).collect());
    let name = |id| map.speaker(id).map(|speaker| speaker.label().to_owned());
    match pick::pick(ui, "several", tr!("field-speaker"), current(found.speaker, name), || speakers(editor)) {
        Some(Picked::Entry(speaker)) => form.queue.push(all(AttributionField::Speaker(speaker))),
        Some(Picked::Open(speaker)) => form.queue.push(Command::SelectEntry(Entry::Speaker(speaker))),
        Some(Picked::New(name)) => form.queue.push(Command::NewSpeakerFor { attributions: ids.to_vec(), name }),
        None => {}
    }
    let stances = Stance::ALL.iter().copied().map(Some);
    let word = |stance: Option<Stance>| several_or(stance.map(|s| s.title().to_owned()));
    if let Some(Some(stance)) = fields::choice(ui, "several", tr!("field-stance"), found.stance, stances, word) {
        form.queue.push(all(AttributionField::Stance(stance)));
    }
    let title = |id| map.source(id).map(|source| source.label().to_owned());
    match pick::pick(ui, "several", tr!("field-source"), current(found.source, title), || sources(editor)) {
        Some(Picked::Entry(source)) => form.queue.push(all(AttributionField::Source(source))),
        Some(Picked::Open(source)) => form.queue.push(Command::SelectEntry(Entry::Source(source))),
        Some(Picked::New(title)) => form.queue.push(Command::NewSourceFor { attributions: ids.to_vec(), title }),
        None => {}
    }
    let kinds = std::iter::once(None).chain(Quotation::ALL.iter().copied().map(Some)).map(Some);
    let word = |q: Option<Option<Quotation>>| several_or(q.map(|q| q.map_or(tr!("field-not-said").to_owned(), |q| q.title().to_owned())));
    if let Some(Some(quotation)) = fields::choice(ui, "several", tr!("field-quotation"), found.quotation, kinds, word) {
        form.queue.push(all(AttributionField::Quotation(quotation)));
    }
    let date = found.date.as_deref();
    let field =
        TextField::line(tr!("field-date")).hint(if date.is_none() { tr!("field-several") } else { "2016-11-14" }).check(&checks::date);
    let ids = ids.clone();
    form.fields.text_for(ui, form.queue, "several", field, date.unwrap_or_default(), move |text| {
        Command::SetFields(ids.iter().map(|id| FieldEdit::Attribution(*id, AttributionField::Date(text.clone()))).collect())
    });
}

/// All tags, each with how many have it and a button that takes it from them; and a field for another.
fn tags(ui: &mut Ui, form: &mut Form<'_>, found: &Found) {
    ui.horizontal_wrapped(|ui| {
        for (tag, count) in &found.tags {
            let text = if *count == found.nodes.len() { tag.clone() } else { tr!("inspector-tag-of", tag = tag, count = *count) };
            let name = tr!("inspector-remove-tag", tag = tag);
            let button = egui::Button::new((text, icons::text(Icon::X))).min_size(egui::vec2(0.0, 6.0 * UNIT));
            if ui.add(button).accessible_name(name.as_str()).on_hover_text(name).clicked() {
                let without = |tags: &[String]| tags.iter().filter(|t| *t != tag).cloned().collect::<Vec<_>>();
                let having = found.tagged.iter().filter(|(_, tags)| tags.iter().any(|t| t == tag));
                form.queue.push(Command::SetFields(having.map(|(id, tags)| set_tags(*id, without(tags))).collect()));
            }
        }
    });
    let field = TextField::line(tr!("inspector-add-tag")).hint(tr!("inspector-commas"));
    let tagged = found.tagged.clone();
    form.fields.text_for(ui, form.queue, "several", field, "", move |text| {
        let new = fields::split_list(&text, ',');
        let with = |tags: &[String]| {
            let mut tags = tags.to_vec();
            tags.extend(new.iter().filter(|tag| !tags.contains(tag)).cloned().collect::<Vec<_>>());
            tags
        };
        Command::SetFields(tagged.iter().map(|(id, tags)| set_tags(*id, with(tags))).collect())
    });
}

fn set_tags(id: NodeId, tags: Vec<String>) -> FieldEdit {
    match id.kind() {
        NodeKind::Claim => FieldEdit::Claim(id, ClaimField::Tags(tags)),
        NodeKind::Relation => FieldEdit::Relation(id, RelationField::Tags(tags)),
        NodeKind::Attribution => FieldEdit::Attribution(id, AttributionField::Tags(tags)),
    }
}
