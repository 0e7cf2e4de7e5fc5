//! The menu of the right mouse button, of the menu key and of Shift+F10: what can be done with what is selected, or with the ground.

use egui::{Event, Key, Modifiers, Popup, Pos2, Response, Ui};

use super::panels::menu::{item, make_compact};
use crate::base::{NodeId, NodeKind};
use crate::edit::{FieldEdit, RelationField};
use crate::editor::{Action, Command, Editor, Entry};
use crate::model::RelationKind;
use crate::tr;

type Sections = &'static [&'static [Action]];

const CLAIM: Sections = &[
    &[Action::EditText],
    &[Action::AddSupport, Action::AddRebuttal, Action::AddUndercut, Action::AddCoPremise],
    &[Action::AddSibling, Action::AddParent, Action::AddAttribution, Action::AddChain],
    &[Action::ToggleFold, Action::Focus, Action::SelectBranch, Action::ZoomToSelection, Action::TogglePin],
    &[Action::Cut, Action::Copy, Action::CopyBranch, Action::CopyPicture, Action::PasteUnder, Action::Duplicate, Action::Delete],
];
const RELATION: Sections = &[
    &[Action::AddCoPremise, Action::AddUndercut, Action::AddSupport, Action::AddAttribution, Action::AddChain],
    &[Action::SelectTarget, Action::SelectGrounds, Action::Focus, Action::ZoomToSelection],
    &[Action::Delete],
];
const ATTRIBUTION: Sections = &[
    &[Action::AddSupport, Action::AddRebuttal, Action::AddAttribution, Action::AddChain],
    &[Action::SelectTarget, Action::SelectAttribution, Action::ZoomToSelection],
    &[Action::Delete],
];
const SEVERAL: Sections = &[
    &[Action::ToggleFold, Action::Focus, Action::ZoomToSelection, Action::TogglePin, Action::TidySelection],
    &[Action::Cut, Action::Copy, Action::Paste, Action::Duplicate, Action::Delete],
];
const ALIGN: Sections = &[
    &[Action::AlignLeft, Action::AlignCenter, Action::AlignRight],
    &[Action::AlignTop, Action::AlignMiddle, Action::AlignBottom],
    &[Action::DistributeAcross, Action::DistributeDown],
];
const ENTRY: Sections = &[&[Action::Delete]];
const GROUND: Sections = &[
    &[Action::Paste],
    &[Action::SelectAll, Action::Find],
    &[Action::ZoomToFit, Action::ZoomToActualSize, Action::ToggleMinimap],
    &[Action::LeaveFocus, Action::ClearFilter, Action::FoldAll, Action::UnfoldAll],
    &[Action::LayOut, Action::LayOutUnplaced],
];

/// What the menu is about where nothing is selected.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ground {
    /// The point of the map at which it was opened.
    pub(crate) at: Option<Pos2>,
}

/// Gives a row of a panel that stands for a node its context menu; opening it selects the node.
pub(crate) fn of_node(response: &Response, node: NodeId, editor: &Editor, queue: &mut Vec<Command>) {
    if opens(response) && !editor.selection().contains(node) {
        queue.push(Command::Select(vec![node]));
    }
    of_selection(response, editor, Ground::default(), queue);
}

/// The same for a row that stands for an entry of a register.
pub(crate) fn of_entry(response: &Response, entry: Entry, editor: &Editor, queue: &mut Vec<Command>) {
    if opens(response) && editor.selection().entry() != Some(entry) {
        queue.push(Command::SelectEntry(entry));
    }
    of_selection(response, editor, Ground::default(), queue);
}

/// Gives a widget the context menu of what is selected, or of the ground.
pub(crate) fn of_selection(response: &Response, editor: &Editor, ground: Ground, queue: &mut Vec<Command>) {
    let id = Popup::default_response_id(response);
    let mut popup = Popup::context_menu(response);
    let by_key = asked_by_key(response);
    if by_key {
        popup = popup.open_memory(egui::SetOpenCommand::Bool(true));
    }
    if by_key || (Popup::is_id_open(&response.ctx, id) && Popup::position_of_id(&response.ctx, id).is_none()) {
        popup = popup.at_position(response.rect.left_bottom());
    }
    popup.accessible_name(tr!("context-menu")).show(|ui| contents(ui, editor, ground, queue));
}

/// Whether a context menu is asked for in this frame.
fn opens(response: &Response) -> bool {
    response.secondary_clicked() || asked_by_key(response)
}

fn asked_by_key(response: &Response) -> bool {
    let asks = |event: &Event| match event {
        Event::Key { key: Key::Menu, pressed: true, .. } => true,
        Event::Key { key: Key::F10, pressed: true, modifiers, .. } => modifiers.matches_exact(Modifiers::SHIFT),
        _ => false,
    };
    response.has_focus() && response.ctx.input(|i| i.events.iter().any(asks))
}

fn contents(ui: &mut Ui, editor: &Editor, ground: Ground, queue: &mut Vec<Command>) {
    make_compact(ui);
    let selection = editor.selection();
    let sections = match (selection.single().map(NodeId::kind), selection.nodes().len(), selection.entry()) {
        (Some(NodeKind::Claim), ..) => CLAIM,
        (Some(NodeKind::Relation), ..) => RELATION,
        (Some(NodeKind::Attribution), ..) => ATTRIBUTION,
        (None, 0, Some(_)) => ENTRY,
        (None, 0, None) => GROUND,
        (None, ..) => SEVERAL,
    };
    if let Some(relation) = selection.single().filter(|node| node.kind() == NodeKind::Relation) {
        kinds(ui, editor, relation, queue);
        ui.separator();
    }
    if sections == GROUND {
        let command = ground.at.map_or(Command::Do(Action::AddClaim), Command::AddClaimAt);
        if item(ui, editor, Action::AddClaim).clicked() {
            queue.push(command);
        }
    }
    if sections == SEVERAL && editor.is_enabled(Action::AlignLeft) {
        ui.menu_button(tr!("context-align"), |ui| list(ui, editor, ALIGN, queue));
        ui.separator();
    }
    list(ui, editor, sections, queue);
}

/// What of these can be done now, with a line between the sections.
fn list(ui: &mut Ui, editor: &Editor, sections: Sections, queue: &mut Vec<Command>) {
    let mut first = true;
    for section in sections {
        let offered: Vec<Action> = section.iter().copied().filter(|a| editor.is_enabled(*a)).collect();
        if offered.is_empty() {
            continue;
        }
        if !std::mem::take(&mut first) {
            ui.separator();
        }
        for action in offered {
            if item(ui, editor, action).clicked() {
                queue.push(Command::Do(action));
            }
        }
    }
}

/// What else a relation could do to its target.
fn kinds(ui: &mut Ui, editor: &Editor, relation: NodeId, queue: &mut Vec<Command>) {
    let Some(now) = editor.map().relation(relation).map(|r| r.kind) else { return };
    let target = editor.map().target(relation).unwrap_or(relation);
    ui.menu_button(tr!("context-kind"), |ui| {
        for kind in RelationKind::ALL {
            let word = super::canvas::kind_word(*kind, target);
            if ui.radio(*kind == now, word).clicked() {
                queue.push(Command::SetField(FieldEdit::Relation(relation, RelationField::Kind(*kind))));
                ui.close();
            }
        }
    });
}
