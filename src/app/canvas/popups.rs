//! Small windows on the canvas: what a drop should mean, who says a thing.

use egui::{Frame, Id, Key, Popup, PopupAnchor, PopupCloseBehavior, Rect, RichText, Ui};

use super::Canvas;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Palette, UNIT};
use crate::base::{NodeId, NodeKind};
use crate::editor::{Command, Editor, Entry};
use crate::tr;

impl Canvas {
    /// Draws what is open.
    pub(super) fn popups(&mut self, ui: &Ui, canvas: Rect, editor: &Editor, queue: &mut Vec<Command>) {
        self.ask_meaning(ui, canvas, editor, queue);
        self.show_chip(ui, canvas, editor, queue);
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
            .accessible_name(tr!("field-attribution"))
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
                if ui.button(icons::before(Icon::Pencil, tr!("menu-edit"))).accessible_name(tr!("popup-edit-attribution")).clicked() {
                    queue.push(Command::Select(vec![outer]));
                    self.wants_inspector = true;
                    close = true;
                }
                if ui.button(icons::before(Icon::Trash2, tr!("action-delete"))).accessible_name(tr!("popup-delete-attribution")).clicked() {
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
                if ui.link(RichText::new(speaker.label()).strong().color(palette.text)).on_hover_text(tr!("popup-show-speaker")).clicked() {
                    queue.push(Command::SelectEntry(Entry::Speaker(s)));
                }
            }
            None => {
                ui.label(RichText::new(tr!("inspector-nobody")).italics());
            }
        }
        ui.label(RichText::new(attribution.stance.verb()).color(palette.weak));
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
        if ui.link(RichText::new(text).small().color(palette.accent)).on_hover_text(tr!("popup-show-source")).clicked() {
            queue.push(Command::SelectEntry(Entry::Source(s)));
        }
    } else if !attribution.date.is_empty() {
        ui.label(RichText::new(&attribution.date).small().color(palette.weak));
    }
    for quote in attribution.quotes.iter().filter(|q| !q.exact.trim().is_empty()) {
        ui.label(RichText::new(format!("“{}”", quote.exact.trim())).italics());
    }
}
