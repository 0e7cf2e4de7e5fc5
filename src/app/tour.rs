//! The tour: a small card beside the canvas that asks for one thing after the other, on a map of its own. A step is done when the map or
//! what was asked of the editor says so, not when somebody clicks on "next".

use egui::{Align2, Area, Button, Frame, Id, Label, Margin, Order, Rect, RichText, Ui, accesskit, vec2};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::panels::menu::shown_key;
use super::tabs::TabId;
use super::theme::{self, Palette, UNIT};
use crate::base::NodeId;
use crate::editor::{Action, Command, Editor};
use crate::model::RelationKind;
use crate::tr;

/// Width of the card.
const WIDTH: f32 = 76.0 * UNIT;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Claim,
    Support,
    Rebuttal,
    Undercut,
    Speaker,
    Find,
    Undo,
    Fit,
}

impl Step {
    const ALL: &[Self] = &[Self::Claim, Self::Support, Self::Rebuttal, Self::Undercut, Self::Speaker, Self::Find, Self::Undo, Self::Fit];

    fn action(self) -> Action {
        match self {
            Self::Claim => Action::AddClaim,
            Self::Support => Action::AddSupport,
            Self::Rebuttal => Action::AddRebuttal,
            Self::Undercut => Action::AddUndercut,
            Self::Speaker => Action::AddAttribution,
            Self::Find => Action::Find,
            Self::Undo => Action::Undo,
            Self::Fit => Action::ZoomToFit,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Claim => tr!("tour-claim"),
            Self::Support => tr!("tour-support"),
            Self::Rebuttal => tr!("tour-rebuttal"),
            Self::Undercut => tr!("tour-undercut"),
            Self::Speaker => tr!("tour-speaker"),
            Self::Find => tr!("tour-find"),
            Self::Undo => tr!("tour-undo"),
            Self::Fit => tr!("tour-fit"),
        }
    }

    /// What to do, with the keys of the present keymap.
    fn text(self, ui: &Ui) -> String {
        let key = |action| shown_key(ui, action).unwrap_or_default();
        let own = key(self.action());
        match self {
            Self::Claim => tr!("tour-claim.text", key = own),
            Self::Support => tr!("tour-support.text", key = own),
            Self::Rebuttal => tr!("tour-rebuttal.text", key = own, up = key(Action::SelectUp)),
            Self::Undercut => tr!("tour-undercut.text", key = own),
            Self::Speaker => tr!("tour-speaker.text", key = own),
            Self::Find => tr!("tour-find.text", key = own),
            Self::Undo => tr!("tour-undo.text", key = own, redo = key(Action::Redo)),
            Self::Fit => tr!("tour-fit.text", key = own),
        }
    }

    /// Whether it is done, after the editor carried out `asked`.
    fn is_done(self, editor: &Editor, asked: Option<Action>) -> bool {
        let map = editor.map();
        let has_words = |id: &NodeId| map.claim(*id).is_some_and(|claim| !claim.text.trim().is_empty());
        let reason = |kind: RelationKind, undercuts: bool| {
            map.relations()
                .any(|(id, relation)| relation.kind == kind && map.is_undercut(id) == undercuts && map.premises(id).iter().any(has_words))
        };
        match self {
            Self::Claim => map.claims().any(|(id, _)| has_words(&id)),
            Self::Support => reason(RelationKind::Support, false),
            Self::Rebuttal => reason(RelationKind::Rebuttal, false),
            Self::Undercut => reason(RelationKind::Rebuttal, true),
            Self::Speaker => map.attributions().any(|(_, attribution)| attribution.speaker.is_some()),
            Self::Find => editor.find().is_open() && editor.find().count() > 0,
            Self::Undo => asked == Some(Action::Undo) && editor.redo_label().is_some(),
            Self::Fit => asked == Some(Action::ZoomToFit),
        }
    }
}

/// The tour, as far as it has come.
pub(super) struct Tour {
    /// On which map.
    tab: TabId,
    /// The number of the step that is asked for.
    step: usize,
    /// Whether the step before was done, not skipped.
    praised: bool,
}

/// What was wanted on the card.
enum Wish {
    Skip,
    End,
}

impl Tour {
    /// Takes note of what the editor has just carried out.
    fn watch(&mut self, editor: &Editor, asked: Option<Action>) {
        if let Some(step) = Step::ALL.get(self.step)
            && step.is_done(editor, asked)
        {
            self.step += 1;
            self.praised = true;
        }
    }

    fn ui(&self, ctx: &egui::Context, canvas: Rect) -> Option<Wish> {
        let area = Area::new(Id::unique("tour"))
            .order(Order::Middle)
            .fixed_pos(canvas.left_bottom() + vec2(4.0 * UNIT, -4.0 * UNIT))
            .pivot(Align2::LEFT_BOTTOM)
            .constrain_to(canvas)
            .accessible_name(tr!("tour-name"));
        let shown = area.show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::symmetric(14, 12)).show(ui, |ui| {
                ui.set_width(WIDTH.min(canvas.width() - 16.0 * UNIT));
                self.card(ui)
            })
        });
        shown.inner.inner
    }

    fn card(&self, ui: &mut Ui) -> Option<Wish> {
        let palette = Palette::of(ui.visuals());
        let mut wish = None;
        let step = Step::ALL.get(self.step).copied();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = UNIT;
            dots(ui, self.step);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if icons::button(ui, Icon::X, tr!("tour-end")).clicked() {
                    wish = Some(Wish::End);
                }
            });
        });
        let (title, text) = match step {
            Some(step) => (step.title().to_owned(), step.text(ui)),
            None => {
                let key = |action| shown_key(ui, action).unwrap_or_default();
                let (palette, keys) = (key(Action::TogglePalette), key(Action::ShowShortcuts));
                (tr!("tour-over").to_owned(), tr!("tour-over.text", palette = palette, keys = keys))
            }
        };
        if self.praised {
            ui.label(RichText::new(icons::before(Icon::Check, tr!("tour-done"))).small().color(palette.accent));
        }
        ui.add(Label::new(RichText::new(title).family(theme::bold())).wrap());
        let label = ui.add(Label::new(RichText::new(text).color(palette.weak)).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
        ui.add_space(UNIT);
        ui.horizontal(|ui| match step {
            Some(_) => {
                if ui.add(Button::new(tr!("tour-skip"))).clicked() {
                    wish = Some(Wish::Skip);
                }
                let place = tr!("tour-place", number = self.step + 1, count = Step::ALL.len());
                ui.label(RichText::new(place).small().color(palette.weak));
            }
            None => {
                let end = Button::new(RichText::new(tr!("tour-close")).color(palette.on_accent)).fill(palette.accent);
                if ui.add(end).clicked() {
                    wish = Some(Wish::End);
                }
            }
        });
        wish
    }
}

/// A dot for each step: done, asked for, to come.
fn dots(ui: &mut Ui, step: usize) {
    let palette = Palette::of(ui.visuals());
    let (rect, _) = ui.allocate_exact_size(vec2(4.0 * UNIT * Step::ALL.len() as f32, icons::SIZE), egui::Sense::hover());
    for i in 0..Step::ALL.len() {
        let at = rect.left_center() + vec2((i as f32 + 0.5) * 3.5 * UNIT, 0.0);
        match i.cmp(&step) {
            std::cmp::Ordering::Less => ui.painter().circle_filled(at, 3.5, palette.accent),
            std::cmp::Ordering::Equal => ui.painter().circle_stroke(at, 4.0, egui::Stroke::new(2.0, palette.accent)),
            std::cmp::Ordering::Greater => ui.painter().circle_filled(at, 3.0, palette.line),
        };
    }
}

impl ElenchusApp {
    /// Begins the tour on an empty map.
    pub(super) fn start_tour(&mut self, ctx: &egui::Context) {
        self.new_tab(ctx);
        self.tour = Some(Tour { tab: self.tab.id, step: 0, praised: false });
        self.tab.canvas.take_keyboard(&self.tab.editor);
    }

    /// Whether the map that is shown is the tour's.
    pub(super) fn is_touring(&self) -> bool {
        self.tour.as_ref().is_some_and(|tour| tour.tab == self.tab.id)
    }

    /// Lets the tour see what the editor has just carried out.
    pub(super) fn watch_tour(&mut self, asked: Option<Action>) {
        if let Some(tour) = self.tour.as_mut().filter(|tour| tour.tab == self.tab.id) {
            tour.watch(&self.tab.editor, asked);
        }
    }

    /// Draws the tour's card over its map.
    pub(super) fn show_tour(&mut self, ctx: &egui::Context) {
        let (true, Some(canvas)) = (self.is_touring(), self.tab.canvas.rect()) else { return };
        let Some(tour) = &mut self.tour else { return };
        match tour.ui(ctx, canvas) {
            Some(Wish::Skip) => (tour.step, tour.praised) = (tour.step + 1, false),
            Some(Wish::End) => {
                self.tour = None;
                self.tab.canvas.take_keyboard(&self.tab.editor);
            }
            None => {}
        }
    }
}

/// The action that a command is.
pub(super) fn action_of(command: &Command) -> Option<Action> {
    if let Command::Do(action) = command { Some(*action) } else { None }
}
