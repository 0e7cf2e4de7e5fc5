//! What a drop offers: a line or a claim was dropped on something, and it is asked how the one is to bear on the other.

use egui::{
    Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Popup, PopupAnchor, PopupCloseBehavior, Pos2, Rect, Response, RichText, Ui, Vec2,
    vec2,
};

use super::Canvas;
use super::progress::GHOST;
use crate::app::icons::{self, Icon};
use crate::app::keymap;
use crate::app::theme::{Palette, UNIT};
use crate::base::{NodeId, NodeKind};
use crate::edit::ops::{Bond, Join};
use crate::editor::{Command, Editor};
use crate::model::{RelationKind, name_of};
use crate::tr;

/// A drop that waits for its answer.
#[derive(Clone, Debug)]
pub(crate) struct Drop {
    pub(super) what: Dropped,
    /// Where the line began, on the map.
    pub(super) from: Pos2,
    /// Where the question is asked, on screen.
    pub(super) at: Pos2,
    /// Whether it was drawn before: a popup must not close with the click that opened it.
    pub(super) shown: bool,
}

/// What was dropped on what.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Dropped {
    /// A line from a claim or an attribution, on a node.
    Line { from: NodeId, to: NodeId },
    /// The end of an arrow, on a node.
    End { relation: NodeId, to: NodeId },
    /// The end of an arrow at one of its premises, on a node.
    Start { relation: NodeId, premise: NodeId, to: NodeId },
    /// A line, on empty ground.
    Ground { from: NodeId, at: Pos2 },
    /// A card, on a claim. What comes along moves that far.
    Card { claim: NodeId, to: NodeId, nodes: Vec<NodeId>, delta: Vec2 },
}

/// One answer.
struct Choice {
    icon: Icon,
    word: String,
    key: KeyboardShortcut,
    command: Command,
    /// Why it cannot be chosen.
    refused: Option<String>,
}

impl Dropped {
    /// What it means where it can mean only one thing.
    pub(super) fn meant(&self) -> Option<Command> {
        match *self {
            Self::End { relation, to } => Some(Command::Retarget { node: relation, to }),
            Self::Start { relation, premise, to } => Some(Command::ReplacePremise { relation, old: premise, new: to }),
            Self::Line { .. } | Self::Ground { .. } | Self::Card { .. } => None,
        }
    }

    /// Why nothing can come of it; `None` where something can.
    pub(super) fn refusal(&self, editor: &Editor) -> Option<String> {
        if let Some(command) = self.meant() {
            return editor.objection(&command);
        }
        let mut first = None;
        for choice in self.choices(editor) {
            match choice.refused {
                None => return None,
                Some(why) => first = first.or(Some(why)),
            }
        }
        first
    }

    /// Whether all that it names is in the map.
    fn holds(&self, editor: &Editor) -> bool {
        let there = |node: &NodeId| editor.map().node(*node).is_some();
        match self {
            Self::Line { from, to } => there(from) && there(to),
            Self::End { relation, to } | Self::Start { relation, to, .. } => there(relation) && there(to),
            Self::Ground { from, .. } => there(from),
            Self::Card { claim, to, .. } => there(claim) && there(to),
        }
    }

    fn question(&self, editor: &Editor) -> String {
        let name = |node: &NodeId| name_of(editor.map(), *node);
        match self {
            Self::Line { to, .. } | Self::Card { to, .. } | Self::End { to, .. } | Self::Start { to, .. } => {
                tr!("drop-question", to = name(to))
            }
            Self::Ground { from, .. } => tr!("drop-ground", from = name(from)),
        }
    }

    fn choices(&self, editor: &Editor) -> Vec<Choice> {
        let map = editor.map();
        let mut choices: Vec<Choice> = Vec::new();
        let mut offer = |icon: Icon, word: String, modifiers: Modifiers, key: Key, command: Command| {
            let refused = editor.objection(&command);
            choices.push(Choice { icon, word, key: KeyboardShortcut::new(modifiers, key), command, refused });
        };
        match self {
            Self::Line { from, to } => {
                let (from, to) = (*from, *to);
                if from.kind() == NodeKind::Attribution {
                    offer(Icon::Quote, tr!("drop-says").to_owned(), Modifiers::NONE, Key::A, Command::Retarget { node: from, to });
                }
                for (kind, icon, key) in kinds(to) {
                    offer(icon, kind_word(kind, to).to_owned(), Modifiers::NONE, key, Command::Connect { from, to, kind });
                }
                if to.kind() == NodeKind::Relation {
                    let command = Command::AddPremise { relation: to, premise: from };
                    offer(Icon::GitMerge, tr!("drop-premise").to_owned(), Modifiers::NONE, Key::P, command);
                }
            }
            // Nothing is asked: see `meant`.
            Self::End { .. } | Self::Start { .. } => {}
            Self::Ground { from, at } => {
                let (node, at) = (*from, *at);
                let joined = |join| Command::AddJoined { at, node, join };
                let (support, rebuttal) = (RelationKind::Support, RelationKind::Rebuttal);
                offer(Icon::Plus, tr!("drop-new-supports").to_owned(), Modifiers::NONE, Key::S, joined(Join::Onto(support)));
                offer(Icon::Minus, tr!("drop-new-rebuts").to_owned(), Modifiers::NONE, Key::R, joined(Join::Onto(rebuttal)));
                offer(Icon::Plus, tr!("drop-new-supported").to_owned(), Modifiers::SHIFT, Key::S, joined(Join::From(support)));
                offer(Icon::Minus, tr!("drop-new-rebutted").to_owned(), Modifiers::SHIFT, Key::R, joined(Join::From(rebuttal)));
            }
            Self::Card { claim, to, nodes, delta } => {
                let hang = |bond| Command::Hang { premise: *claim, bond, to: *to, nodes: nodes.clone(), delta: *delta };
                let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
                for (relation, key) in map.relations_from(*claim).into_iter().zip(numbers) {
                    let kind = editor.kind_of(Bond::Instead(relation));
                    let old = map.target(relation).map(|target| name_of(map, target)).unwrap_or_default();
                    let word = tr!("drop-instead", kind = kind_word(kind, *to), old = old);
                    offer(icon_of(kind), word, Modifiers::NONE, key, hang(Bond::Instead(relation)));
                }
                for (kind, icon, key) in kinds(*to) {
                    offer(icon, kind_word(kind, *to).to_owned(), Modifiers::NONE, key, hang(Bond::New(kind)));
                }
            }
        }
        choices
    }
}

impl Canvas {
    /// Asks what a drop is to mean. Each answer has a key.
    pub(super) fn ask_meaning(&mut self, ui: &Ui, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) {
        let Some(drop) = &self.drop else { return };
        if !drop.what.holds(editor) {
            self.drop = None;
            return;
        }
        let mut open = true;
        let popup = Popup::new(Id::unique("kind-of-relation"), ui.ctx().clone(), self.asked_at(drop, canvas), ui.layer_id())
            .open_bool(&mut open)
            .close_behavior(if drop.shown { PopupCloseBehavior::CloseOnClickOutside } else { PopupCloseBehavior::IgnoreClicks })
            .accessible_name(tr!("drop-name"))
            .width(52.0 * UNIT);
        let chosen = popup.show(|ui| {
            let palette = Palette::of(ui.visuals());
            ui.set_max_width(64.0 * UNIT);
            let question = RichText::new(drop.what.question(editor)).small().color(palette.weak);
            Frame::NONE.inner_margin(Margin::symmetric(6, 3)).show(ui, |ui| ui.label(question));
            let mut choices = drop.what.choices(editor);
            // Chords first: a bare key would take theirs.
            let with_shift = |choice: &Choice| choice.key.modifiers.shift;
            let mut pressed = None;
            for pass in [true, false] {
                for (i, choice) in choices.iter().enumerate().filter(|(_, c)| with_shift(c) == pass && c.refused.is_none()) {
                    if ui.input_mut(|input| input.consume_shortcut(&choice.key)) {
                        pressed = pressed.or(Some(i));
                    }
                }
            }
            for (i, choice) in choices.iter().enumerate() {
                if row(ui, choice).clicked() {
                    pressed = Some(i);
                }
            }
            pressed.map(|i| choices.swap_remove(i).command)
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
}

impl Canvas {
    /// Where the question is asked: beside what it is about, not over it, nor over the claim that is about to be.
    fn asked_at(&self, drop: &Drop, canvas: Rect) -> PopupAnchor {
        let place = |node: &NodeId| self.picture.scene().rect_of(*node).map(|rect| self.camera.screen_rect(canvas, rect));
        let about = match &drop.what {
            Dropped::Ground { .. } => {
                return PopupAnchor::Position(drop.at + (GHOST * vec2(-0.5, 0.5)) * self.camera.zoom + vec2(0.0, UNIT));
            }
            Dropped::Line { to, .. } | Dropped::End { to, .. } | Dropped::Start { to, .. } | Dropped::Card { to, .. } => place(to),
        };
        // Beside a card that fills the canvas there is no room.
        let about = about.map(|rect| rect.intersect(canvas).expand(UNIT)).filter(|rect| rect.height() < canvas.height() * 0.5);
        about.map_or(PopupAnchor::Position(drop.at), PopupAnchor::ParentRect)
    }
}

/// What a relation to that target can do, with the key that answers.
fn kinds(to: NodeId) -> impl Iterator<Item = (RelationKind, Icon, Key)> {
    let all = [
        (RelationKind::Support, Key::S),
        (RelationKind::Rebuttal, Key::R),
        (RelationKind::Restatement, Key::E),
        (RelationKind::Preference, Key::F),
        (RelationKind::Contradiction, Key::C),
    ];
    let fits = move |kind: RelationKind| {
        to.kind() == NodeKind::Claim || matches!(kind, RelationKind::Support | RelationKind::Rebuttal | RelationKind::Preference)
    };
    all.into_iter().filter(move |(kind, _)| fits(*kind)).map(|(kind, key)| (kind, icon_of(kind), key))
}

fn icon_of(kind: RelationKind) -> Icon {
    match kind {
        RelationKind::Support => Icon::Plus,
        RelationKind::Rebuttal => Icon::Minus,
        RelationKind::Restatement => Icon::Equal,
        RelationKind::Preference => Icon::ChevronRight,
        RelationKind::Contradiction => Icon::ArrowLeftRight,
    }
}

/// What a relation of that kind is called where it bears on `to`.
pub(crate) fn kind_word(kind: RelationKind, to: NodeId) -> &'static str {
    match kind {
        RelationKind::Rebuttal if to.kind() == NodeKind::Relation => tr!("drop-undercut"),
        RelationKind::Rebuttal => tr!("drop-rebuttal"),
        RelationKind::Support => tr!("drop-support"),
        RelationKind::Restatement => tr!("drop-restatement"),
        RelationKind::Preference => tr!("drop-preference"),
        RelationKind::Contradiction => tr!("drop-contradiction"),
    }
}

fn row(ui: &mut Ui, choice: &Choice) -> Response {
    let key = keymap::written(ui.ctx(), &choice.key);
    let button = egui::Button::new(icons::before(choice.icon, &choice.word)).frame_when_inactive(false).shortcut_text(key);
    let button = button.min_size(egui::vec2(ui.available_width(), 7.0 * UNIT));
    let response = ui.add_enabled(choice.refused.is_none(), button).accessible_name(&choice.word);
    match &choice.refused {
        Some(why) => response.on_disabled_hover_text(why),
        None => response,
    }
}
