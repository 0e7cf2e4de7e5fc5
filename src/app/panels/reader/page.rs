//! The page: the paragraphs in sight, what is selected in them by mouse and keyboard, and where the page is scrolled to.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Color32, Event, EventFilter, FontId, Galley, Id, Key, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo};
use egui::{pos2, vec2};

use super::blocks::Blocks;
use super::margin::{self, Margin};
use super::marks::{Mark, Reason};
use crate::app::theme::{BODY, Palette, UNIT};
use crate::base::NodeId;
use crate::render::Theme;

/// The widest line, in widths of the letter n: about 70 letters.
const MEASURE: f32 = 64.0;
/// How much larger the text is than the window's.
const LARGER: f32 = 15.0 / BODY;

/// What the page is drawn with.
pub(super) struct Look<'a> {
    pub(super) marks: &'a [Mark],
    pub(super) theme: Theme,
    /// The name of the page, and of a passage by its attribution.
    pub(super) name: &'a str,
    pub(super) told: &'a dyn Fn(NodeId) -> String,
    /// Who says what is marked.
    pub(super) who: &'a dyn Fn(Reason) -> String,
}

/// How paragraphs are set.
struct Setting<'a> {
    width: f32,
    /// From line to line.
    line: f32,
    font: FontId,
    look: &'a Look<'a>,
    palette: &'a Palette,
}

/// The page.
#[derive(Default)]
pub(super) struct Page {
    pub(super) blocks: Blocks,
    heights: Vec<Option<f32>>,
    /// For which width and size of letters the heights are.
    set_in: (f32, f32),
    /// Where the selection begins, and where it is being moved.
    anchor: u32,
    cursor: u32,
    /// Where lines are walked up and down.
    column: Option<f32>,
    /// A place to be shown, for so many frames: heights are guessed until paragraphs are laid out.
    shows: Option<(u32, u8)>,
    wants_focus: bool,
    focused: bool,
}

impl Page {
    /// Shows another text from its beginning.
    pub(super) fn set(&mut self, text: Arc<str>) {
        let blocks = Blocks::new(text);
        *self =
            Self { heights: vec![None; blocks.all().len()], blocks, wants_focus: self.wants_focus, shows: Some((0, 2)), ..Self::default() };
    }

    pub(super) fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }

    pub(super) fn put_away(&mut self) {
        (self.focused, self.wants_focus) = (false, false);
    }

    pub(super) fn has_keyboard(&self) -> bool {
        self.focused
    }

    /// The code points that are selected.
    pub(super) fn selected(&self) -> Option<Range<u32>> {
        let range = self.anchor.min(self.cursor)..self.anchor.max(self.cursor);
        (!range.is_empty()).then_some(range)
    }

    pub(super) fn select(&mut self, range: Range<u32>) {
        (self.anchor, self.cursor) = (range.start, range.end);
    }

    pub(super) fn show(&mut self, char: u32) {
        self.shows = Some((char, 4));
    }

    /// Draws the page over the whole of `ui`; the attribution whose words were clicked.
    pub(super) fn ui(&mut self, ui: &mut Ui, look: &Look<'_>) -> Option<NodeId> {
        let mut clicked = None;
        ScrollArea::vertical().auto_shrink(false).animated(false).id_salt("reader page").show_viewport(ui, |ui, viewport| {
            clicked = self.rows(ui, viewport, look);
        });
        clicked
    }

    fn rows(&mut self, ui: &mut Ui, viewport: Rect, look: &Look<'_>) -> Option<NodeId> {
        let size = egui::TextStyle::Body.resolve(ui.style()).size * LARGER;
        let font = FontId::proportional(size);
        let letter = ui.fonts_mut(|fonts| fonts.glyph_width(&font, 'n'));
        let room = (ui.available_width() - 8.0 * UNIT).max(20.0 * UNIT);
        let width = (room - margin::width(room)).min(MEASURE * letter).floor();
        if self.set_in != (width, size) {
            self.set_in = (width, size);
            self.heights = vec![None; self.blocks.all().len()];
        }
        let line = (size * 1.5).round();
        let guess = |chars: &Range<u32>| ((chars.len() as f32 * letter * 0.92 / width).ceil().max(1.0)) * line;
        let mut tops = Vec::with_capacity(self.heights.len() + 1);
        let mut top = 2.0 * UNIT;
        for (block, height) in self.blocks.all().iter().zip(&self.heights) {
            tops.push(top);
            top += height.unwrap_or_else(|| guess(&block.chars));
        }
        let whole = Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), top + 6.0 * UNIT));
        ui.set_height(whole.height());
        let left = whole.left() + 4.0 * UNIT;
        let response = self.ground(ui, whole, look.name);
        let palette = Palette::of(ui.visuals());

        let setting = Setting { width, line, font, look, palette };

        // The paragraphs in sight, each where the ones above really end.
        let first = tops.partition_point(|top| *top <= viewport.top()).saturating_sub(1);
        let mut at = tops.get(first).copied().unwrap_or(0.0);
        let mut laid: Vec<(usize, Pos2, Arc<Galley>)> = Vec::new();
        let mut guessed = false;
        for index in first..self.blocks.all().len() {
            if at > viewport.bottom() {
                break;
            }
            let galley = self.galley(ui, index, &setting);
            laid.push((index, pos2(left, whole.top() + at), galley.clone()));
            at += galley.size().y;
            guessed |= self.heights.get(index) == Some(&None);
            if let Some(height) = self.heights.get_mut(index) {
                *height = Some(galley.size().y);
            }
        }
        if guessed {
            ui.ctx().request_repaint();
        }
        let clicked = self.point(ui, &response, &laid, look);
        let mut margin = (margin::width(room) > 0.0).then(|| Margin::new(left + width));
        for (index, min, galley) in &laid {
            self.draw(ui, *index, *min, galley, &setting, &mut margin);
        }
        if response.has_focus() {
            let page = viewport.height() - 2.0 * line;
            let lay = |page: &Self, ui: &Ui, index: usize| page.galley(ui, index, &setting);
            self.keys(ui, page, line, &lay);
        }
        if let Some((char, frames)) = self.shows {
            self.shows = (frames > 1).then(|| (char, frames - 1));
            let index = self.blocks.at(char);
            let galley = self.galley(ui, index, &setting);
            let in_block = char.saturating_sub(self.blocks.all().get(index).map_or(0, |block| block.chars.start)) as usize;
            let place = galley.pos_from_cursor(CCursor::new(in_block));
            let top =
                laid.iter().find(|(i, ..)| *i == index).map_or(whole.top() + tops.get(index).copied().unwrap_or(0.0), |(_, min, _)| min.y);
            let place = place.translate(vec2(left, top));
            let seen = Rect::from_min_size(whole.min + viewport.min.to_vec2(), viewport.size()).shrink2(vec2(0.0, line));
            if char == 0 {
                ui.scroll_to_rect(Rect::from_min_size(whole.min, vec2(1.0, 1.0)), Some(egui::Align::Min));
            } else if !seen.y_range().contains(place.center().y) {
                let far = (place.center().y - seen.center().y).abs() > seen.height();
                ui.scroll_to_rect(place.expand2(vec2(0.0, 2.0 * line)), far.then_some(egui::Align::Center));
            }
            ui.ctx().request_repaint();
        }
        clicked
    }

    /// What the pointer and the keyboard meet.
    fn ground(&mut self, ui: &Ui, whole: Rect, name: &str) -> Response {
        let response = ui.interact(whole, Id::unique("reader page"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
        if std::mem::take(&mut self.wants_focus) || response.clicked() || response.drag_started() {
            response.request_focus();
        }
        self.focused = response.has_focus();
        if self.focused {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: self.selected().is_some(), tab: false };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
        }
        response
    }

    /// A paragraph with its marks; laid out anew only where something in it has changed.
    fn galley(&self, ui: &Ui, index: usize, setting: &Setting<'_>) -> Arc<Galley> {
        let Setting { width, line, font, look, palette } = setting;
        let mut job = LayoutJob::default();
        job.wrap.max_width = *width;
        job.break_on_newline = false;
        let plain = TextFormat {
            font_id: font.clone(),
            color: palette.text,
            line_height: Some(*line),
            valign: egui::Align::Center,
            ..TextFormat::default()
        };
        let Some(block) = self.blocks.all().get(index) else { return ui.painter().layout_job(job) };
        let marks: Vec<&Mark> = look.marks.iter().filter(|mark| overlaps(&mark.range, &block.chars)).collect();
        let selected = self.selected().filter(|range| overlaps(range, &block.chars));
        let format = |at: u32| {
            let within = marks.iter().filter(|mark| mark.range.contains(&at));
            // What is nearest to what is being done shows.
            let top = within.max_by_key(|mark| (mark.why == Reason::Found, mark.current, matches!(mark.why, Reason::Said(..))));
            let wash = top.map_or(Color32::TRANSPARENT, |mark| mark.wash(palette, look.theme));
            let is_selected = selected.as_ref().is_some_and(|range| range.contains(&at));
            TextFormat { background: if is_selected { ui.visuals().selection.bg_fill } else { wash }, ..plain.clone() }
        };
        let mut cuts: Vec<u32> = marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
        cuts.extend(selected.iter().flat_map(|range| [range.start, range.end]));
        cuts.sort_unstable();
        let mut cuts = cuts.into_iter().filter(|cut| *cut > block.chars.start).peekable();
        let (mut piece, mut from) = (String::new(), block.chars.start);
        for (at, letter) in (block.chars.start..).zip(self.blocks.words(block).chars()) {
            if cuts.next_if(|cut| *cut <= at).is_some() {
                while cuts.next_if(|cut| *cut <= at).is_some() {}
                job.append(&piece, 0.0, format(from));
                (piece, from) = (String::new(), at);
            }
            // Every letter keeps its place.
            piece.push(if letter.is_control() && letter != '\t' { ' ' } else { letter });
        }
        job.append(&piece, 0.0, format(from));
        ui.painter().layout_job(job)
    }

    /// Selects by the pointer; the attribution whose words were clicked.
    fn point(&mut self, ui: &Ui, response: &Response, laid: &[(usize, Pos2, Arc<Galley>)], look: &Look<'_>) -> Option<NodeId> {
        let at = response.interact_pointer_pos()?;
        let (index, min, galley) = laid.iter().rev().find(|(_, min, _)| min.y <= at.y).or(laid.first())?;
        let block = self.blocks.all().get(*index)?;
        let char = (block.chars.start + galley.cursor_from_pos(at - *min).index.0 as u32).min(block.chars.end);
        let chars = block.chars.clone();
        let shift = ui.input(|input| input.modifiers.shift);
        if response.triple_clicked() {
            self.select(chars);
        } else if response.double_clicked() {
            self.select(self.blocks.word(char));
        } else if response.drag_started() {
            // The drag began where the button went down.
            let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            let begin = laid.iter().rev().find(|(_, min, _)| min.y <= origin.y).or(laid.first())?;
            let start = self.blocks.all().get(begin.0)?.chars.clone();
            let from = (start.start + begin.2.cursor_from_pos(origin - begin.1).index.0 as u32).min(start.end);
            if !shift {
                self.anchor = from;
            }
            self.cursor = char;
        } else if response.dragged() {
            self.cursor = char;
            self.shows = Some((char, 1));
        } else if response.clicked() {
            if !shift {
                self.anchor = char;
            }
            self.cursor = char;
            let marked = look.marks.iter().filter(|mark| mark.range.contains(&char) && !shift);
            let said = marked.filter_map(|mark| if let Reason::Said(node, _) = mark.why { Some((mark.range.len(), node)) } else { None });
            return said.min().map(|(_, node)| node);
        }
        self.column = None;
        None
    }

    /// A paragraph with the lines under what is marked in it, and where the keyboard is.
    fn draw(&self, ui: &Ui, index: usize, min: Pos2, galley: &Arc<Galley>, setting: &Setting<'_>, margin: &mut Option<Margin>) {
        let Setting { look, palette, .. } = setting;
        let Some(block) = self.blocks.all().get(index) else { return };
        ui.painter().galley(min, galley.clone(), palette.text);
        if !block.chars.is_empty() {
            let response = ui.interact(Rect::from_min_size(min, galley.size()), Id::unique(("reader block", index)), Sense::hover());
            let words = self.blocks.words(block).trim();
            response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, words));
        }
        for mark in look.marks.iter().filter(|mark| overlaps(&mark.range, &block.chars)) {
            let mut told = false;
            let mut start = block.chars.start;
            for row in &galley.rows {
                let count = row.char_count_excluding_newline().0 as u32;
                let (from, to) = (mark.range.start.max(start), mark.range.end.min(start + count));
                if from < to {
                    let x = |at: u32| min.x + row.pos.x + row.x_offset(((at - start) as usize).into());
                    let rect = Rect::from_min_max(pos2(x(from), min.y + row.min_y()), pos2(x(to), min.y + row.max_y()));
                    mark.underline(ui, look.theme, palette, pos2(rect.left(), rect.bottom() - 2.0), rect.right());
                    if !std::mem::replace(&mut told, true) {
                        if let Reason::Said(node, _) = mark.why {
                            tell(ui, rect, (node, mark.range.start, index), look);
                        }
                        if let Some(margin) = margin.as_mut().filter(|_| mark.range.start == from && mark.names_speaker()) {
                            margin.name(ui, rect.center().y - 2.0 * UNIT, &(look.who)(mark.why));
                        }
                    }
                }
                start += row.char_count_including_newline().0 as u32;
            }
        }
        if self.focused && self.selected().is_none() && index == self.blocks.at(self.cursor) {
            let place =
                galley.pos_from_cursor(CCursor::new(self.cursor.saturating_sub(block.chars.start) as usize)).translate(min.to_vec2());
            ui.painter().vline(place.center().x, place.y_range(), Stroke::new(1.5, palette.accent));
        }
    }

    /// Moves the place of the keyboard; with Shift the selection is drawn out.
    fn keys(&mut self, ui: &Ui, page: f32, line: f32, lay: &dyn Fn(&Self, &Ui, usize) -> Arc<Galley>) {
        let events = ui.input(|input| input.events.clone());
        for event in events {
            match event {
                Event::Copy => {
                    if let Some(range) = self.selected() {
                        ui.ctx().copy_text(self.blocks.part(&range));
                    }
                }
                Event::Key { key, pressed: true, modifiers, .. } if !modifiers.alt => {
                    let far = modifiers.command;
                    let column = self.column.take();
                    let to = match key {
                        Key::A if far => {
                            self.select(0..self.blocks.len());
                            continue;
                        }
                        Key::Escape => {
                            self.anchor = self.cursor;
                            continue;
                        }
                        Key::ArrowLeft if far => self.blocks.word_step(self.cursor, false),
                        Key::ArrowRight if far => self.blocks.word_step(self.cursor, true),
                        Key::ArrowLeft => self.cursor.saturating_sub(1),
                        Key::ArrowRight => (self.cursor + 1).min(self.blocks.len()),
                        Key::Home if far => 0,
                        Key::End if far => self.blocks.len(),
                        Key::ArrowUp => self.step(ui, -line, column, lay),
                        Key::ArrowDown => self.step(ui, line, column, lay),
                        Key::PageUp => self.step(ui, -page, column, lay),
                        Key::PageDown => self.step(ui, page, column, lay),
                        Key::Home | Key::End => {
                            let index = self.blocks.at(self.cursor);
                            let start = self.blocks.all().get(index).map_or(0, |block| block.chars.start);
                            let (galley, here) = (lay(self, ui, index), CCursor::new((self.cursor - start) as usize));
                            let place = if key == Key::Home { galley.cursor_begin_of_row(&here) } else { galley.cursor_end_of_row(&here) };
                            start + place.index.0 as u32
                        }
                        _ => {
                            self.column = column;
                            continue;
                        }
                    };
                    self.cursor = to;
                    if !modifiers.shift {
                        self.anchor = to;
                    }
                    self.show(to.max(1));
                }
                _ => {}
            }
        }
    }

    /// The place so far below or above, in the column where the walk began.
    fn step(&mut self, ui: &Ui, by: f32, column: Option<f32>, lay: &dyn Fn(&Self, &Ui, usize) -> Arc<Galley>) -> u32 {
        let mut index = self.blocks.at(self.cursor);
        let start = |page: &Self, index: usize| page.blocks.all().get(index).map_or(0, |block| block.chars.start);
        let mut galley = lay(self, ui, index);
        let here = galley.pos_from_cursor(CCursor::new((self.cursor - start(self, index)) as usize));
        let x = column.unwrap_or(here.center().x);
        self.column = Some(x);
        let mut y = here.center().y + by;
        while y < 0.0 && index > 0 {
            index -= 1;
            galley = lay(self, ui, index);
            y += galley.size().y;
        }
        while y >= galley.size().y && index + 1 < self.blocks.all().len() {
            y -= galley.size().y;
            index += 1;
            galley = lay(self, ui, index);
        }
        start(self, index) + galley.cursor_from_pos(vec2(x, y)).index.0 as u32
    }
}

/// Makes a passage known to screen readers; a click on it is the page's.
fn tell(ui: &Ui, rect: Rect, key: (NodeId, u32, usize), look: &Look<'_>) {
    let response = ui.interact(rect, Id::unique(("reader passage", key)), Sense::hover());
    let name = (look.told)(key.0);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    response.on_hover_text(name);
}

fn overlaps(one: &Range<u32>, other: &Range<u32>) -> bool {
    one.start < other.end && other.start < one.end
}
