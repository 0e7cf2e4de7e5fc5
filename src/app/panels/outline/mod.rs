//! The outline: the map as a tree for keyboard and screen reader, with the selection and the commands of the canvas.

mod keys;
mod line;
mod writing;

use std::collections::HashSet;

use egui::{EventFilter, Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Desk, Panel, menu};
use crate::analysis::Outline;
use crate::analysis::outline::{Row, RowKey, RowKind};
use crate::app::context_menu;
use crate::app::theme::{Palette, UNIT};
use crate::base::NodeId;
use crate::editor::{Action, Command, Editor};
use crate::jobs::{Slot, forget};
use crate::model::ArgumentMap;
use crate::tr;
use line::{Line, Signs};
use writing::Writing;

/// The outline of a map with up to so many nodes is made at once.
const SMALL: usize = 2000;
/// Height of a row: what it says, and what it is to the row above.
const ROW: f32 = 10.0 * UNIT;

/// The panel.
#[derive(Default)]
pub(crate) struct OutlinePanel {
    outline: Outline,
    /// The shape of the map that the outline shows.
    built: Option<u64>,
    /// The outline of a large map on its way, with the shape of the map that it shows.
    making: Slot<(u64, Outline)>,
    folded: HashSet<RowKey>,
    /// Rows under which it is listed who says it.
    heard: HashSet<RowKey>,
    /// Rows that are seen, as long as neither the outline nor what is folded changes.
    visible: Vec<usize>,
    /// The row where the keyboard is, or would be.
    current: Option<RowKey>,
    /// Where that row was among the visible ones, for when it goes.
    current_at: usize,
    last_lead: Option<NodeId>,
    /// Whether the current row is still to be scrolled to.
    scrolls: bool,
    wants_focus: bool,
    /// The row that had the keyboard in the last frame.
    focused: Option<RowKey>,
    writing: Option<Writing>,
}

impl Panel for OutlinePanel {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        self.update(ui.ctx(), desk.editor);
        self.writing.take_if(|writing| desk.editor.map().claim(writing.node).is_none());
        self.follow_selection(desk);
        if self.visible.is_empty() {
            self.focused = None;
            return empty(ui);
        }
        let builder = UiBuilder::new().accessibility_label(Action::ShowOutline.title()).accessibility_role(Role::Tree);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            ScrollArea::vertical().auto_shrink(false).id_salt("outline").show_viewport(ui, |ui, viewport| self.rows(ui, viewport, desk));
        });
    }

    fn take_keyboard(&mut self) {
        self.wants_focus = true;
        self.scrolls = true;
    }

    fn has_keyboard(&self) -> bool {
        self.focused.is_some() || self.wants_focus || self.writing.is_some()
    }

    fn put_away(&mut self) {
        self.focused = None;
        self.wants_focus = false;
    }

    fn is_typing(&self) -> bool {
        self.writing.is_some()
    }

    fn flush(&mut self) -> Option<Command> {
        self.writing.take().map(Writing::finish)
    }

    fn write_on(&mut self, node: NodeId, editor: &Editor) -> bool {
        if !self.has_keyboard() {
            return false;
        }
        self.writing = editor.map().claim(node).map(|claim| Writing::new(node, &claim.text));
        // Its row must be there to be written in; in a large map it comes with the outline that is on its way, and is gone to then.
        if editor.map().node_count() <= SMALL {
            self.make(editor);
        }
        // A claim that is only pointed to is written where it stands.
        if let Some(row) = self.outline.place(node).and_then(|place| self.outline.rows().get(place)) {
            self.go_to(row.key());
        }
        self.writing.is_some()
    }
}

impl OutlinePanel {
    /// Makes the outline anew where the map has another shape: that of a large map elsewhere, while what was there stays.
    fn update(&mut self, ctx: &egui::Context, editor: &Editor) {
        if let Some(made) = self.making.poll() {
            match made {
                Ok((shape, outline)) => {
                    self.take(shape, outline);
                    // What was selected meanwhile has its row now.
                    self.last_lead = None;
                }
                // It stays what it was: trying again would end the same.
                Err(_) => self.built = Some(editor.shape()),
            }
        }
        if self.built == Some(editor.shape()) || self.making.job().is_some() {
            return;
        }
        if editor.map().node_count() <= SMALL {
            return self.make(editor);
        }
        let (map, view, shape, waker) = (editor.map().clone(), editor.view(), editor.shape(), ctx.clone());
        self.making.start(
            "outline",
            move || waker.request_repaint(),
            move |_, _| {
                // A copy of this thread's own: as long as the window's is shared, the next edit would have to copy it.
                let own = ArgumentMap::clone(&map);
                drop(map);
                (shape, Outline::of(&own, own.views().get(&view)))
            },
        );
    }

    /// Makes the outline here and now.
    fn make(&mut self, editor: &Editor) {
        if self.built != Some(editor.shape()) {
            self.making.cancel();
            self.take(editor.shape(), Outline::of(editor.map(), editor.map().views().get(&editor.view())));
        }
    }

    fn take(&mut self, shape: u64, outline: Outline) {
        self.built = Some(shape);
        let before = std::mem::replace(&mut self.outline, outline);
        if before.rows().len() > SMALL {
            forget(before);
        }
        self.list_visible();
    }

    fn list_visible(&mut self) {
        self.visible = self.outline.visible(|row| self.folded.contains(&row.key()), |row| self.heard.contains(&row.key()));
    }

    /// Where a row is among those that are seen.
    fn line_of(&self, index: usize) -> Option<usize> {
        self.visible.binary_search(&index).ok()
    }

    /// Keeps the current row with the selection, whoever changed it.
    fn follow_selection(&mut self, desk: &mut Desk<'_>) {
        let lead = desk.editor.selection().lead();
        if lead != self.last_lead {
            self.last_lead = lead;
            let here = |key: RowKey| Some(key.0) == lead || key.1 == lead;
            if let Some(lead) = lead
                && !self.current.is_some_and(here)
                && let Some(row) = self.outline.place(lead).and_then(|place| self.outline.rows().get(place))
            {
                self.go_to(row.key());
            }
        }
        match self.current.and_then(|key| self.outline.find(key)).and_then(|index| self.line_of(index)) {
            Some(line) => self.current_at = line,
            None => {
                // The row is gone: its successor stands in for it, selected where the keyboard is here.
                let line = self.current_at.min(self.visible.len().saturating_sub(1));
                let row = self.visible.get(line).and_then(|index| self.outline.rows().get(*index));
                let gone = self.current.is_some();
                self.current = row.map(Row::key);
                if let Some((node, _)) = self.current.filter(|_| gone && self.has_keyboard() && lead.is_none()) {
                    desk.queue.push(Command::Select(vec![node]));
                }
            }
        }
    }

    /// Makes a row the current one, with the branches open in which it is.
    fn go_to(&mut self, key: RowKey) {
        self.current = Some(key);
        self.scrolls = true;
        let mut at = self.outline.find(key);
        let mut opened = false;
        while let Some(above) = at.and_then(|index| self.outline.rows().get(index)?.parent) {
            let voice = at.is_some_and(|at| self.outline.is_voice(at)) && !self.outline.is_voice(above);
            if let Some(row) = self.outline.rows().get(above) {
                opened |= self.folded.remove(&row.key()) | (voice && self.heard.insert(row.key()));
            }
            at = Some(above);
        }
        if opened {
            self.list_visible();
        }
        if let Some(line) = self.outline.find(key).and_then(|index| self.line_of(index)) {
            self.current_at = line;
        }
    }

    /// The rows in sight, and the current one wherever it is: it holds the keyboard.
    fn rows(&mut self, ui: &mut Ui, viewport: Rect, desk: &mut Desk<'_>) {
        let top = ui.max_rect().top();
        ui.set_height(ROW * self.visible.len() as f32);
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        let last = ((viewport.bottom() / ROW).ceil().max(0.0) as usize).min(self.visible.len());
        let current = self.current_at;
        let lines = (first..last).chain((!(first..last).contains(&current)).then_some(current));
        let place =
            |line: usize| Rect::from_min_size(pos2(ui.max_rect().left(), top + line as f32 * ROW), vec2(ui.max_rect().width(), ROW));
        let lines: Vec<(usize, Rect)> = lines.map(|line| (line, place(line))).collect();
        if std::mem::take(&mut self.scrolls) {
            ui.scroll_to_rect(place(current), None);
        }
        let mut focused = None;
        for (line, rect) in lines {
            if self.line(ui, line, rect, desk) {
                focused = Some(line);
            }
        }
        self.focused = focused.and_then(|line| self.visible.get(line)).and_then(|index| self.outline.rows().get(*index)).map(Row::key);
        if let Some(line) = focused.filter(|_| self.writing.is_none()) {
            self.use_keys(ui, line, viewport.height(), desk);
        }
    }

    /// Draws a row and lets it be used; whether it has the keyboard.
    fn line(&mut self, ui: &mut Ui, line: usize, rect: Rect, desk: &mut Desk<'_>) -> bool {
        let Some(&index) = self.visible.get(line) else { return false };
        let Some(row) = self.outline.rows().get(index).cloned() else { return false };
        let (editor, map) = (desk.editor, desk.editor.map());
        let is_current = self.current == Some(row.key());
        // Only the current row can be reached by Tab: the arrows walk from row to row.
        let sense = if is_current { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, row_id(row.key()), sense);
        let selected = editor.selection().contains(row.node) || row.via.is_some_and(|via| editor.selection().contains(via));
        let hidden = editor.shown().hides(row.node);
        response.widget_info(|| {
            let sentence = self.outline.sentence(map, index);
            let sentence = if hidden { tr!("outline-hidden", row = sentence) } else { sentence };
            WidgetInfo::selected(Role::TreeItem, true, selected, sentence)
        });
        let said = self.outline.said(map, index);
        let heard = (!said.is_empty()).then(|| self.heard.contains(&row.key()));
        let branch = self.has_branch(index);
        let open = !self.folded.contains(&row.key());
        let (position, siblings) = self.position(index, &row);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.clear_toggled();
            node.set_selected(selected);
            node.set_level(row.depth + 1);
            node.set_position_in_set(position);
            node.set_size_of_set(siblings);
            if branch || heard.is_some() {
                node.set_expanded(if branch { open } else { heard == Some(true) });
            }
            if !said.is_empty() {
                node.set_description(said.as_str());
            }
        });
        // The keyboard goes with the current row.
        let follows = self.focused.is_some_and(|focused| focused != row.key()) && self.writing.is_none();
        if is_current && (std::mem::take(&mut self.wants_focus) || (follows && !ui.ctx().text_edit_focused())) {
            response.request_focus();
        }
        // Whoever comes in from elsewhere finds the row selected; who walks has selected it already.
        if response.gained_focus() && self.focused.is_none() && !selected && !response.clicked() {
            desk.queue.push(Command::Select(vec![row.node]));
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: false, tab: false };
            ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        }
        let drawn = Line { outline: &self.outline, map, row: &row, index, selected, hidden, open, branch, heard, theme: desk.theme };
        let signs = drawn.ui(ui, rect, &response, self.writing.as_ref().is_some_and(|w| w.node == row.node && row.kind == RowKind::Claim));
        self.click(ui, &response, signs, &row, desk);
        if let Some(writing) = self.writing.as_mut().filter(|w| w.node == row.node && row.kind == RowKind::Claim) {
            if let Some(command) = writing.ui(ui, drawn_text(rect, signs.chevron)) {
                desk.queue.push(command);
                self.writing = None;
                // Unless a click elsewhere ended the writing.
                self.wants_focus = ui.memory(|m| m.focused()).is_none();
            }
            return false;
        }
        response.has_focus()
    }

    fn click(&mut self, ui: &Ui, response: &egui::Response, signs: Signs, row: &Row, desk: &mut Desk<'_>) {
        if response.secondary_clicked() && !desk.editor.selection().contains(row.node) {
            self.current = Some(row.key());
            desk.queue.push(Command::Select(vec![row.node]));
        }
        if response.clicked() {
            let on = |sign: Rect| response.interact_pointer_pos().is_some_and(|pos| sign.contains(pos));
            if on(signs.chevron) {
                self.toggle(row.key());
                return;
            }
            if signs.voices.is_some_and(on) {
                self.hear(row.key());
                return;
            }
            self.current = Some(row.key());
            self.wants_focus = true;
            let modifiers = ui.input(|i| i.modifiers);
            if modifiers.command || modifiers.shift {
                desk.queue.push(Command::ToggleSelected(row.node));
            } else {
                desk.queue.push(Command::Select(vec![row.node]));
                desk.queue.push(Command::Show(row.node));
            }
        }
        if response.double_clicked() {
            self.activate(row, desk);
        }
        context_menu::of_node(response, row.node, desk.editor, desk.queue);
    }

    /// Opens or closes a branch.
    fn toggle(&mut self, key: RowKey) {
        if !self.folded.remove(&key) {
            self.folded.insert(key);
        }
        self.list_visible();
    }

    /// Lists who says what stands in a row, or no longer.
    fn hear(&mut self, key: RowKey) {
        if !self.heard.remove(&key) {
            self.heard.insert(key);
        } else if self.current.and_then(|current| self.outline.find(current)).is_some_and(|at| self.outline.is_voice(at)) {
            self.current = Some(key);
        }
        self.list_visible();
    }

    /// Whether anything that can be closed stands under a row.
    fn has_branch(&self, index: usize) -> bool {
        self.outline.count_branch(index) > 0
    }

    /// The place of a row among its siblings as far as they are listed, and how many those are.
    fn position(&self, index: usize, row: &Row) -> (usize, usize) {
        let above = row.parent.filter(|above| self.outline.rows().get(*above).is_some_and(|above| !self.heard.contains(&above.key())));
        let Some(above) = above.filter(|_| !self.outline.is_voice(index)) else { return (row.position, row.siblings) };
        let unheard = |before: usize| self.outline.voices(above).filter(|voice| *voice < before).count();
        (row.position - unheard(index).min(row.position), row.siblings - unheard(usize::MAX).min(row.siblings))
    }

    /// What Enter does: jump, write, or show every field.
    fn activate(&mut self, row: &Row, desk: &mut Desk<'_>) {
        match row.kind {
            RowKind::Claim => desk.queue.push(Command::EditTextOf(row.node)),
            RowKind::Link => {
                let place = self.outline.place(row.node).and_then(|place| self.outline.rows().get(place)).map(Row::key);
                if let Some(key) = place {
                    self.go_to(key);
                    self.wants_focus = true;
                    desk.asked.shows.push(row.node);
                }
            }
            RowKind::Step | RowKind::Attribution => {
                desk.queue.push(Command::Select(vec![row.node]));
                desk.asked.panel = Some(Action::ShowInspector);
            }
        }
    }
}

/// The part of a row where its words stand.
fn drawn_text(rect: Rect, chevron: Rect) -> Rect {
    Rect::from_min_max(pos2(chevron.right(), rect.top() + 2.0), rect.right_bottom() - vec2(2.0 * UNIT, 2.0))
}

/// The widget of a row: the same in every frame.
fn row_id((node, via): RowKey) -> Id {
    Id::unique(("outline", node.as_str(), via.as_ref().map(NodeId::as_str).unwrap_or_default()))
}

fn empty(ui: &mut Ui) {
    let key = menu::shown_key(ui, Action::AddClaim).unwrap_or_default();
    ui.add_space(3.0 * UNIT);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(3.0 * UNIT);
        ui.label(egui::RichText::new(tr!("outline-empty", key = key)).color(Palette::of(ui.visuals()).weak));
    });
}
