//! A claim: its words, what sort of claim it is, who says it, what bears on it.

use egui::{RichText, Ui};

use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::pick::{self, Entry as Choice, Picked};
use crate::app::panels::row::Row;
use crate::app::theme::Palette;
use crate::app::words::capital;
use crate::base::NodeId;
use crate::edit::{ClaimField, FieldEdit};
use crate::editor::{Action, Command, Entry};
use crate::model::{ClaimKind, RelationKind};

pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, id: NodeId) {
    let map = form.editor.map().clone();
    let Some(claim) = map.claim(id) else { return };
    let pinned = map.placement(form.editor.view(), id).is_some_and(|p| p.pinned);
    form.title(ui, Icon::MessageSquare, "Claim", |ui, form| {
        form.delete_button(ui, "claim", Command::DeleteNodes(vec![id]));
        let (icon, name) = if pinned { (Icon::PinOff, "Unpin: layouts may move it") } else { (Icon::Pin, "Pin: layouts leave it here") };
        if icons::button(ui, icon, name).clicked() {
            form.queue.push(Action::TogglePin.into());
        }
    });
    let edit = |field: fn(String) -> ClaimField| move |text: String| FieldEdit::Claim(id, field(text));
    let hint = "What is claimed, in one sentence";
    let (ctx, revision) = (ui.ctx().clone(), form.editor.revision());
    let check = |text: &str| checks::once(&ctx, (revision, id), text, || checks::claim(&map, id, text));
    let field = TextField::block("Text", 3).hint(hint).check(&check);
    form.fields.text(ui, form.queue, id, field, &claim.text, edit(ClaimField::Text));
    let kinds = std::iter::once(None).chain(ClaimKind::ALL.iter().copied().map(Some));
    let word = |kind: Option<ClaimKind>| kind.map_or("Not said".to_owned(), |k| capital(k.word()));
    if let Some(kind) = fields::choice(ui, id, "Kind", claim.kind, kinds, word) {
        form.queue.push(Command::SetField(FieldEdit::Claim(id, ClaimField::Kind(kind))));
    }
    if claim.kind == Some(ClaimKind::Cause) || !claim.cause.is_empty() || !claim.effect.is_empty() {
        let (cause, effect) = (TextField::line("Cause").hint("What is blamed"), TextField::line("Effect").hint("For what"));
        form.fields.text(ui, form.queue, id, cause, &claim.cause, edit(ClaimField::Cause));
        form.fields.text(ui, form.queue, id, effect, &claim.effect, edit(ClaimField::Effect));
    }

    said_by(ui, form, id);

    section(ui, "What bears on it");
    let on = map.relations_on(id);
    for relation in &on {
        let kind = map.relation(*relation).map_or(RelationKind::Support, |r| r.kind);
        bearing(ui, form, *relation, kind);
    }
    ui.horizontal_wrapped(|ui| {
        for (action, icon) in [(Action::AddSupport, Icon::Plus), (Action::AddRebuttal, Icon::Minus)] {
            let title = action.title();
            if ui.button(icons::before(icon, title)).accessible_name(title).clicked() {
                form.queue.push(action.into());
            }
        }
    });
    let from = map.relations_from(id);
    if !from.is_empty() {
        section(ui, "What it bears on");
        for relation in from {
            form.link(ui, relation);
        }
    }

    section(ui, "More");
    form.fields.text(ui, form.queue, id, TextField::line("Title").hint("A short name"), &claim.title, edit(ClaimField::Title));
    form.fields.text(ui, form.queue, id, TextField::line("Tags").hint("Commas between them"), &claim.tags.join(", "), move |text| {
        FieldEdit::Claim(id, ClaimField::Tags(fields::split_list(&text, ',')))
    });
    let groups = || map.groups().iter().map(|(g, group)| Choice { id: *g, label: group.title.clone(), detail: String::new() }).collect();
    let group = claim.group.and_then(|g| map.groups().get(&g).map(|group| (g, group.title.clone())));
    if !map.groups().is_empty() {
        match pick::pick(ui, id, "Group", group, groups) {
            Some(Picked::Entry(group)) => form.queue.push(Command::SetField(FieldEdit::Claim(id, ClaimField::Group(group)))),
            Some(Picked::Open(group)) => form.queue.push(Command::SelectEntry(Entry::Group(group))),
            Some(Picked::New(_)) | None => {}
        }
    }
    form.fields.text(ui, form.queue, id, TextField::block("Note", 2), &claim.note, edit(ClaimField::Note));
    if !claim.data.is_empty() {
        form.fields.text(ui, form.queue, id, TextField::block("Data", 3), &claim.data, edit(ClaimField::Data));
    }
    if !claim.origin.is_empty() {
        ui.label(RichText::new(format!("Imported as {}", claim.origin)).small().color(Palette::of(ui.visuals()).weak));
    }
}

/// The attributions of a node, and a button for another.
pub(super) fn said_by(ui: &mut Ui, form: &mut Form<'_>, content: NodeId) {
    let map = form.editor.map().clone();
    section(ui, "Who says it");
    for id in map.attributions_of(content) {
        let Some(attribution) = map.attribution(id) else { continue };
        let speaker = attribution.speaker.and_then(|s| map.speaker(s)).map_or("Nobody named", |s| s.label());
        let source = attribution.source.and_then(|s| map.source(s)).map(|s| s.label());
        let name = format!("{speaker} {}", attribution.stance.word());
        let detail = source.map_or_else(|| attribution.stance.word().to_owned(), |s| format!("{} · {s}", attribution.stance.word()));
        ui.horizontal(|ui| {
            let width = ui.available_width() - icons::SIZE - ui.spacing().item_spacing.x;
            let row = Row { icon: Some(Icon::MessageSquareQuote), name: speaker, detail: &detail, ..Row::default() };
            if row.wide(ui, width).accessible_name(format!("Attribution: {name}")).clicked() {
                form.queue.push(Command::Select(vec![id]));
                form.shows.push(id);
            }
            if icons::button(ui, Icon::Trash2, &format!("Delete attribution: {name}")).clicked() {
                form.queue.push(Command::DeleteNodes(vec![id]));
            }
        });
    }
    let title = Action::AddAttribution.title();
    if ui.button(icons::before(Icon::UserPlus, title)).accessible_name(title).clicked() {
        form.queue.push(Action::AddAttribution.into());
    }
}

/// A relation on the node: its sign, and the way to it.
fn bearing(ui: &mut Ui, form: &mut Form<'_>, relation: NodeId, kind: RelationKind) {
    let premises = form.editor.map().premises(relation);
    ui.horizontal_top(|ui| {
        let icon = match kind {
            RelationKind::Support => Icon::Plus,
            RelationKind::Rebuttal => Icon::Minus,
            RelationKind::Restatement => Icon::Equal,
            RelationKind::Preference => Icon::ChevronRight,
            RelationKind::Contradiction => Icon::ArrowLeftRight,
        };
        if icons::button(ui, icon, &format!("Go to this {}", kind.word())).clicked() {
            form.queue.push(Command::Select(vec![relation]));
            form.shows.push(relation);
        }
        ui.vertical(|ui| {
            for premise in premises {
                form.link(ui, premise);
            }
        });
    });
}
