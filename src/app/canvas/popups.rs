//! Small windows on the canvas: what a drop should mean, who says a thing, what can be done with a node.

use egui::{Frame, Id, Key, Modifiers, Popup, PopupAnchor, PopupCloseBehavior, Rect, Response, RichText, Ui};

use super::Canvas;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::app::words::capital;
use crate::base::{NodeId, NodeKind};
use crate::editor::{Action, Command, Editor, Entry};
use crate::model::{RelationKind, name_of};

/// What a context menu offers for a node.
const NODE_ACTIONS: &[&[Action]] = &[
    &[Action::EditText],
    &[Action::AddSupport, Action::AddRebuttal, Action::AddUndercut, Action::AddCoPremise, Action::AddAttribution],
    &[Action::ToggleFold, Action::Focus, Action::TogglePin, Action::ZoomToSelection],
    &[Action::Cut, Action::Copy, Action::Duplicate, Action::Delete],
];
/// And for empty ground.
const GROUND_ACTIONS: &[&[Action]] = &[
    &[Action::AddClaim, Action::Paste],
    &[Action::SelectAll, Action::ZoomToFit, Action::LayOut],
    &[Action::UnfoldAll, Action::LeaveFocus, Action::ClearFilter],
];

/// The menu of the right mouse button.
pub(super) fn context_menu(response: &Response, editor: &Editor, queue: &mut Vec<Command>) {
    response.context_menu(|ui| {
        let sections = if editor.selection().is_empty() { GROUND_ACTIONS } else { NODE_ACTIONS };
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
                if crate::app::panels::menu::item(ui, editor, action).clicked() {
                    queue.push(Command::Do(action));
                }
            }
        }
    });
}

impl Canvas {
    /// Draws what is open.
    pub(super) fn popups(&mut self, ui: &Ui, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) {
        self.ask_kind(ui, editor, queue);
        self.show_chip(ui, canvas, editor, queue);
    }

    /// After a drop: which kind of relation. Each answer has a key.
    fn ask_kind(&mut self, ui: &Ui, editor: &Editor, queue: &mut Vec<Command>) {
        let Some(drop) = self.drop else { return };
        if editor.map().node(drop.from).is_none() || editor.map().node(drop.to).is_none() {
            self.drop = None;
            return;
        }
        let mut open = true;
        let popup = Popup::new(Id::unique("kind-of-relation"), ui.ctx().clone(), PopupAnchor::Position(drop.at), ui.layer_id())
            .open_bool(&mut open)
            .close_behavior(if drop.shown { PopupCloseBehavior::CloseOnClickOutside } else { PopupCloseBehavior::IgnoreClicks })
            .accessible_name("Kind of relation")
            .width(52.0 * UNIT);
        let chosen = popup.show(|ui| {
            let palette = Palette::of(ui.visuals());
            let to = name_of(editor.map(), drop.to);
            ui.set_max_width(64.0 * UNIT);
            ui.label(RichText::new(format!("How does it bear on {to}?")).small().color(palette.weak));
            ui.add_space(UNIT);
            let mut chosen = None;
            for (kind, icon, key) in kinds(drop.to) {
                let pressed = ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
                if row(ui, icon, &kind_word(kind, drop.to), key).clicked() || pressed {
                    chosen = Some(Command::Connect { from: drop.from, to: drop.to, kind });
                }
            }
            if drop.to.kind() == NodeKind::Relation {
                let pressed = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::P));
                if row(ui, Icon::GitMerge, "Further premise", Key::P).clicked() || pressed {
                    chosen = Some(Command::AddPremise { relation: drop.to, premise: drop.from });
                }
            }
            chosen
        });
        let chosen = chosen.and_then(|shown| shown.inner);
        let escape = ui.input(|i| i.key_pressed(Key::Escape));
        if chosen.is_some() || escape || !open {
            queue.extend(chosen);
            self.drop = None;
        } else if let Some(drop) = &mut self.drop {
            drop.shown = true;
        }
    }

    /// Beside a chip: the whole chain of who says it, where and in which words.
    fn show_chip(&mut self, ui: &Ui, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) {
        let Some((outer, was_selected)) = self.opened_chip else { return };
        let selected = editor.selection().contains(outer);
        let Some(rect) = self.picture.scene().rect_of(outer).filter(|_| selected || !was_selected) else {
            self.opened_chip = None;
            return;
        };
        self.opened_chip = Some((outer, selected));
        let anchor = self.camera.screen_rect(canvas, rect);
        let mut open = canvas.intersects(anchor);
        let popup = Popup::new(Id::unique("attribution"), ui.ctx().clone(), PopupAnchor::ParentRect(anchor), ui.layer_id())
            .open_bool(&mut open)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .accessible_name("Attribution")
            .gap(UNIT)
            .frame(Frame::popup(ui.style()).inner_margin(3.0 * UNIT));
        let closed = popup.show(|ui| {
            ui.set_max_width(80.0 * UNIT);
            let mut close = false;
            let mut at = Some(outer);
            let mut seen = Vec::new();
            while let Some(id) = at.filter(|id| id.kind() == NodeKind::Attribution && !seen.contains(id)) {
                if !seen.is_empty() {
                    ui.separator();
                }
                seen.push(id);
                attribution(ui, editor, id, queue);
                at = editor.map().content(id);
            }
            ui.add_space(UNIT);
            ui.horizontal(|ui| {
                if ui.button(icons::before(Icon::Pencil, "Edit")).accessible_name("Edit attribution").clicked() {
                    queue.push(Command::Select(vec![outer]));
                    self.wants_inspector = true;
                    close = true;
                }
                if ui.button(icons::before(Icon::Trash2, "Delete")).accessible_name("Delete attribution").clicked() {
                    queue.push(Command::DeleteNodes(vec![outer]));
                    close = true;
                }
            });
            close
        });
        let escape = ui.input(|i| i.key_pressed(Key::Escape));
        if closed.is_some_and(|shown| shown.inner) || escape || !open {
            self.opened_chip = None;
        }
    }
}

/// One link of the chain: speaker and stance, source and date, the quoted words.
fn attribution(ui: &mut Ui, editor: &Editor, id: NodeId, queue: &mut Vec<Command>) {
    let map = editor.map();
    let palette = Palette::of(ui.visuals());
    let Some(attribution) = map.attribution(id) else { return };
    let speaker = attribution.speaker.and_then(|s| map.speaker(s).map(|speaker| (s, speaker)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = UNIT;
        match speaker {
            Some((s, speaker)) => {
                if ui.link(RichText::new(speaker.label()).strong().color(palette.text)).on_hover_text("Show this speaker").clicked() {
                    queue.push(Command::SelectEntry(Entry::Speaker(s)));
                }
            }
            None => {
                ui.label(RichText::new("Nobody named").italics());
            }
        }
        ui.label(RichText::new(attribution.stance.word()).color(palette.weak));
    });
    if let Some((_, speaker)) = speaker {
        let about: Vec<&str> = [speaker.role.trim(), speaker.affiliation.trim()].into_iter().filter(|t| !t.is_empty()).collect();
        if !about.is_empty() {
            ui.label(RichText::new(about.join(", ")).small().color(palette.weak));
        }
    }
    let source = attribution.source.and_then(|s| map.source(s).map(|source| (s, source)));
    if let Some((s, source)) = source {
        let date = if attribution.date.is_empty() { &source.date } else { &attribution.date };
        let place: Vec<&str> = [source.label(), date.as_str()].into_iter().filter(|t| !t.is_empty()).collect();
        let text = icons::before(Icon::FileText, &place.join(", "));
        if ui.link(RichText::new(text).small().color(palette.accent)).on_hover_text("Show this source").clicked() {
            queue.push(Command::SelectEntry(Entry::Source(s)));
        }
    } else if !attribution.date.is_empty() {
        ui.label(RichText::new(&attribution.date).small().color(palette.weak));
    }
    for quote in attribution.quotes.iter().filter(|q| !q.exact.trim().is_empty()) {
        ui.label(RichText::new(format!("“{}”", quote.exact.trim())).italics());
    }
}

/// What a relation to that target can do, with the key that answers.
fn kinds(to: NodeId) -> impl Iterator<Item = (RelationKind, Icon, Key)> {
    let all = [
        (RelationKind::Support, Icon::Plus, Key::S),
        (RelationKind::Rebuttal, Icon::Minus, Key::R),
        (RelationKind::Restatement, Icon::Equal, Key::E),
        (RelationKind::Preference, Icon::ChevronRight, Key::F),
        (RelationKind::Contradiction, Icon::ArrowLeftRight, Key::C),
    ];
    all.into_iter().filter(move |(kind, _, _)| {
        to.kind() == NodeKind::Claim || matches!(kind, RelationKind::Support | RelationKind::Rebuttal | RelationKind::Preference)
    })
}

fn kind_word(kind: RelationKind, to: NodeId) -> String {
    match (kind, to.kind()) {
        (RelationKind::Rebuttal, NodeKind::Relation) => "Undercut".to_owned(),
        _ => capital(kind.word()),
    }
}

fn row(ui: &mut Ui, icon: Icon, word: &str, key: Key) -> Response {
    let button = egui::Button::new(icons::before(icon, word)).frame_when_inactive(false).shortcut_text(key.name());
    ui.add_sized([ui.available_width(), 7.0 * UNIT], button).accessible_name(word)
}
