//! A relation: what it does, from what to what, how strong.

use egui::{DragValue, Ui};

use super::more::{self, Change, More};
use super::{Form, claim, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::fields::{self, TextField};
use crate::app::theme::UNIT;
use crate::base::NodeId;
use crate::edit::{FieldEdit, RelationField};
use crate::editor::{Action, Command};
use crate::model::RelationKind;
use crate::tr;

pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, id: NodeId) {
    let map = form.editor.map().clone();
    let Some(relation) = map.relation(id) else { return };
    let title = if map.is_undercut(id) { tr!("drop-undercut").to_owned() } else { relation.kind.title().to_owned() };
    form.title(ui, Icon::Spline, &title, |ui, form| {
        form.delete_button(ui, tr!("inspector-delete-relation"), || Command::DeleteNodes(vec![id]))
    });
    let edit = |field: fn(String) -> RelationField| move |text: String| FieldEdit::Relation(id, field(text));
    if let Some(kind) =
        fields::choice(ui, id, tr!("field-kind"), relation.kind, RelationKind::ALL.iter().copied(), |k| k.title().to_owned())
    {
        form.queue.push(Command::SetField(FieldEdit::Relation(id, RelationField::Kind(kind))));
    }
    let scheme = TextField::line(tr!("field-scheme")).hint(tr!("field-scheme-hint"));
    form.fields.text(ui, form.queue, id, scheme, &relation.scheme, edit(RelationField::Scheme));
    weight(ui, form, id, relation.weight);

    section(ui, tr!("inspector-premises"));
    for premise in map.premises(id) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = -0.5 * UNIT;
            if icons::button(ui, Icon::Unlink, tr!("inspector-remove-premise")).clicked() {
                form.queue.push(Command::RemovePremise { relation: id, premise });
            }
            ui.vertical(|ui| form.link(ui, premise));
        });
    }
    let add = Action::AddCoPremise.title();
    if ui.button(icons::before(Icon::Plus, add)).accessible_name(add).clicked() {
        form.queue.push(Action::AddCoPremise.into());
    }
    section(ui, tr!("inspector-target"));
    if let Some(target) = map.target(id) {
        form.link(ui, target);
    }
    let on = map.relations_on(id);
    if !on.is_empty() {
        section(ui, tr!("inspector-on"));
        for relation in on {
            form.link(ui, relation);
        }
    }
    let undercut = Action::AddUndercut.title();
    if ui.button(icons::before(Icon::Scissors, undercut)).accessible_name(undercut).clicked() {
        form.queue.push(Action::AddUndercut.into());
    }

    claim::said_by(ui, form, id);

    let more = More {
        title: &relation.title,
        tags: &relation.tags,
        group: relation.group,
        note: &relation.note,
        data: &relation.data,
        origin: &relation.origin,
    };
    more::form(ui, form, id, &more, |id, change| {
        let field = match change {
            Change::Title(title) => RelationField::Title(title),
            Change::Tags(tags) => RelationField::Tags(tags),
            Change::Group(group) => RelationField::Group(group),
            Change::Note(note) => RelationField::Note(note),
            Change::Data(data) => RelationField::Data(data),
        };
        FieldEdit::Relation(id, field)
    });
}

fn weight(ui: &mut Ui, form: &mut Form<'_>, id: NodeId, weight: Option<u8>) {
    fields::label(ui, tr!("field-weight"));
    let set = |weight| Command::SetField(FieldEdit::Relation(id, RelationField::Weight(weight)));
    ui.horizontal(|ui| {
        let mut has = weight.is_some();
        if ui.checkbox(&mut has, "").accessible_name(tr!("field-has-weight")).changed() {
            form.queue.push(set(has.then_some(50)));
        }
        let Some(mut percent) = weight else {
            ui.weak(tr!("field-not-weighed"));
            return;
        };
        let response = ui
            .add(DragValue::new(&mut percent).range(0..=100).suffix(tr!("settings-percent", percent = "")))
            .accessible_name(tr!("field-weight-percent"));
        if response.changed() {
            form.queue.push(set(Some(percent)));
        }
        if response.drag_stopped() || response.lost_focus() {
            form.queue.push(Command::EndGesture);
        }
        ui.add_space(UNIT);
    });
}
