//! A claim: its words, what sort of claim it is, who says it, what bears on it.

use egui::{Label, RichText, Ui};

use super::more::{self, Change, More};
use super::{Form, section};
use crate::app::icons::{self, Icon};
use crate::app::panels::checks;
use crate::app::panels::fields::{self, TextField};
use crate::app::panels::row::Row;
use crate::app::theme::{Palette, UNIT};
use crate::base::NodeId;
use crate::edit::{ClaimField, FieldEdit};
use crate::editor::{Action, Command};
use crate::model::{ClaimKind, RelationKind};
use crate::tr;

/// In a map of more nodes than this, what looks at all of it waits for a pause.
const MANY: usize = 2000;

pub(super) fn form(ui: &mut Ui, form: &mut Form<'_>, id: NodeId) {
    let map = form.editor.map().clone();
    let Some(claim) = map.claim(id) else { return };
    let pinned = map.placement(form.editor.view(), id).is_some_and(|p| p.pinned);
    form.title(ui, Icon::MessageSquare, tr!("field-claim"), |ui, form| {
        form.delete_button(ui, tr!("inspector-delete-claim"), || Command::DeleteNodes(vec![id]));
        let (icon, name) = if pinned { (Icon::PinOff, tr!("inspector-unpin")) } else { (Icon::Pin, tr!("inspector-pin")) };
        if icons::button(ui, icon, name).clicked() {
            form.queue.push(Action::TogglePin.into());
        }
    });
    let edit = |field: fn(String) -> ClaimField| move |text: String| FieldEdit::Claim(id, field(text));
    let hint = tr!("write-hint");
    let (ctx, revision) = (ui.ctx().clone(), form.editor.revision());
    let awaited = form.editor.awaits_words() == Some(id);
    let large = map.node_count() > MANY;
    let check = |text: &str| {
        let begun = !(awaited && text.is_empty());
        begun.then(|| checks::once(&ctx, (revision, id), text, large, || checks::claim(&map, id, text))).flatten()
    };
    let field = TextField::block(tr!("field-text"), 3).hint(hint).check(&check);
    form.fields.text(ui, form.queue, id, field, &claim.text, edit(ClaimField::Text));
    let kinds = std::iter::once(None).chain(ClaimKind::ALL.iter().copied().map(Some));
    let word = |kind: Option<ClaimKind>| kind.map_or(tr!("field-not-said").to_owned(), |k| k.title().to_owned());
    if let Some(kind) = fields::choice(ui, id, tr!("field-kind"), claim.kind, kinds, word) {
        form.queue.push(Command::SetField(FieldEdit::Claim(id, ClaimField::Kind(kind))));
    }
    if claim.kind == Some(ClaimKind::Cause) || !claim.cause.is_empty() || !claim.effect.is_empty() {
        let (cause, effect) = (
            TextField::line(tr!("claim-kind-cause")).hint(tr!("field-cause-of-hint")),
            TextField::line(tr!("field-effect")).hint(tr!("field-effect-hint")),
        );
        form.fields.text(ui, form.queue, id, cause, &claim.cause, edit(ClaimField::Cause));
        form.fields.text(ui, form.queue, id, effect, &claim.effect, edit(ClaimField::Effect));
    }

    said_by(ui, form, id);

    section(ui, tr!("inspector-on"));
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
        section(ui, tr!("inspector-from"));
        for relation in from {
            form.link(ui, relation);
        }
    }

    let more =
        More { title: &claim.title, tags: &claim.tags, group: claim.group, note: &claim.note, data: &claim.data, origin: &claim.origin };
    more::form(ui, form, id, &more, |id, change| {
        let field = match change {
            Change::Title(title) => ClaimField::Title(title),
            Change::Tags(tags) => ClaimField::Tags(tags),
            Change::Group(group) => ClaimField::Group(group),
            Change::Note(note) => ClaimField::Note(note),
            Change::Data(data) => ClaimField::Data(data),
        };
        FieldEdit::Claim(id, field)
    });
}

/// The attributions of a node, and a button for another.
pub(super) fn said_by(ui: &mut Ui, form: &mut Form<'_>, content: NodeId) {
    let map = form.editor.map().clone();
    section(ui, tr!("inspector-who"));
    for id in map.attributions_of(content) {
        let Some(attribution) = map.attribution(id) else { continue };
        let speaker = attribution.speaker.and_then(|s| map.speaker(s)).map_or(tr!("inspector-nobody"), |s| s.label());
        let source = attribution.source.and_then(|s| map.source(s)).map(|s| s.label());
        let name = format!("{speaker} {}", attribution.stance.verb());
        // Where nobody has it but by hearsay, who passes it on.
        let teller = || {
            let outer = map.attributions_of(id).into_iter().find_map(|outer| map.speaker(map.attribution(outer)?.speaker?));
            outer.map(|speaker| tr!("inspector-by-way-of", speaker = speaker.label()))
        };
        let place = source.map(str::to_owned).or_else(teller);
        let detail = place.map_or_else(|| attribution.stance.verb().to_owned(), |s| format!("{} · {s}", attribution.stance.verb()));
        ui.horizontal(|ui| {
            let width = ui.available_width() - icons::SIZE - ui.spacing().item_spacing.x;
            let row = Row { icon: Some(Icon::MessageSquareQuote), name: speaker, detail: &detail, ..Row::default() };
            if row.wide(ui, width).accessible_name(tr!("inspector-attribution-named", name = name.as_str())).clicked() {
                form.queue.push(Command::Select(vec![id]));
                form.asked.shows.push(id);
            }
            if icons::button(ui, Icon::Trash2, &tr!("inspector-delete-attribution-named", name = name.as_str())).clicked() {
                form.queue.push(Command::DeleteNodes(vec![id]));
            }
        });
    }
    let palette = Palette::of(ui.visuals());
    for caution in form.editor.cautions().get(&content).into_iter().flatten() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 1.5 * UNIT;
            ui.label(RichText::new(icons::text(Icon::TriangleAlert)).small().color(palette.warn));
            ui.add(Label::new(RichText::new(&caution.reason).small().color(palette.weak)).wrap());
        });
    }
    let said = !map.attributions_of(content).is_empty();
    ui.horizontal_wrapped(|ui| {
        let title = Action::AddAttribution.title();
        if ui.button(icons::before(Icon::UserPlus, title)).accessible_name(title).clicked() {
            form.queue.push(Action::AddAttribution.into());
        }
        let title = tr!("inspector-trace");
        if said && ui.button(icons::before(Icon::Footprints, title)).accessible_name(title).clicked() {
            form.asked.panel = Some(Action::ShowTrace);
        }
    });
}

/// A relation on the node: its sign, and the way to it.
fn bearing(ui: &mut Ui, form: &mut Form<'_>, relation: NodeId, kind: RelationKind) {
    let premises = form.editor.map().premises(relation);
    ui.horizontal_top(|ui| {
        // Sign and words stand where icon and name of the rows above stand.
        ui.spacing_mut().item_spacing.x = -0.5 * UNIT;
        let icon = match kind {
            RelationKind::Support => Icon::Plus,
            RelationKind::Rebuttal => Icon::Minus,
            RelationKind::Restatement => Icon::Equal,
            RelationKind::Preference => Icon::ChevronRight,
            RelationKind::Contradiction => Icon::ArrowLeftRight,
        };
        if icons::button(ui, icon, go_to(kind)).clicked() {
            form.queue.push(Command::Select(vec![relation]));
            form.asked.shows.push(relation);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for premise in premises {
                form.link(ui, premise);
            }
        });
    });
}

fn go_to(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Support => tr!("inspector-go-support"),
        RelationKind::Rebuttal => tr!("inspector-go-rebuttal"),
        RelationKind::Restatement => tr!("inspector-go-restatement"),
        RelationKind::Preference => tr!("inspector-go-preference"),
        RelationKind::Contradiction => tr!("inspector-go-contradiction"),
    }
}
