//! The canvas while there is nothing on it: a first claim, templates, recent files, examples, the tour.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Button, Frame, Rect, Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, UiKind, UiStackInfo};
use egui::{WidgetInfo, vec2};

use super::icons::{self, Icon};
use super::panels::menu::shown_key;
use super::panels::row::Row;
use super::sketch::Sketch;
use super::theme::{self, Palette, UNIT};
use crate::editor::{Action, Command, Shipped};
use crate::render::{Ink, Theme};
use crate::tr;

/// Width of the page; a narrower canvas gives it less.
const WIDTH: f32 = 176.0 * UNIT;
/// Below this width what stands side by side stands below each other.
const NARROW: f32 = 132.0 * UNIT;
/// Around what stands on a template.
const PAD: f32 = 3.0 * UNIT;
/// Room for the sketch of a template, and in a low window.
const SKETCH: f32 = 20.0 * UNIT;
const LOW_SKETCH: f32 = 13.0 * UNIT;
/// A canvas lower than this is low: what stands on the page moves together.
const LOW: f32 = 150.0 * UNIT;
/// Recent files that are offered here; the menu has them all.
const RECENT: usize = 5;

/// The page.
#[derive(Default)]
pub(crate) struct Start {
    /// The templates in a few strokes, once they were drawn.
    sketches: Option<Vec<Option<Sketch>>>,
    /// Its height in the last frame, to stand in the middle.
    height: f32,
    /// The last frame in which it was drawn.
    drawn: u64,
}

impl Start {
    /// Draws the page over the canvas.
    pub(crate) fn ui(&mut self, ui: &mut Ui, theme: Theme, recent: &[PathBuf], queue: &mut Vec<Command>) {
        let now = ui.ctx().cumulative_frame_nr();
        let appears = self.drawn == 0 || now > self.drawn + 1;
        self.drawn = now;
        let rect = ui.max_rect();
        let width = (rect.width() - 12.0 * UNIT).clamp(50.0 * UNIT, WIDTH);
        // What scrolls out of it fades into the canvas.
        let ground = UiStackInfo::new(UiKind::Frame).with_frame(Frame::NONE.fill(theme.color(Ink::Canvas)));
        let mut page = ui.new_child(UiBuilder::new().max_rect(rect).ui_stack_info(ground).accessibility_label(tr!("start-title")));
        page.set_clip_rect(rect);
        ScrollArea::vertical().id_salt("start").auto_shrink(false).show(&mut page, |ui| {
            ui.add_space(((rect.height() - self.height) * 0.45).max(4.0 * UNIT));
            let shown = ui.horizontal(|ui| {
                ui.add_space(((rect.width() - width) / 2.0).max(0.0));
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let low = rect.height() < LOW;
                    let first = self.page(ui, Room { width, low }, theme, recent, queue);
                    // Enter is to begin a map, as long as nothing else has the keyboard.
                    if appears && ui.memory(|m| m.focused().is_none()) {
                        first.request_focus();
                    }
                });
            });
            self.height = shown.response.rect.height();
            ui.add_space(4.0 * UNIT);
        });
    }

    /// Draws what is on it; the button for a new claim comes back.
    fn page(&mut self, ui: &mut Ui, room: Room, theme: Theme, recent: &[PathBuf], queue: &mut Vec<Command>) -> Response {
        let palette = Palette::of(ui.visuals());
        let width = room.width;
        let gap = if room.low { 3.0 * UNIT } else { 6.0 * UNIT };
        let title = TextStyle::Heading.resolve(ui.style()).size * 1.5;
        ui.label(RichText::new(tr!("start-title")).size(title).family(theme::bold()));
        ui.label(RichText::new(tr!("start-hint")).color(palette.weak));
        ui.add_space(gap / 2.0);
        let first = ui.horizontal_wrapped(|ui| {
            let high = vec2(0.0, 9.0 * UNIT);
            let name = Action::AddClaim.title();
            let new = Button::new(RichText::new(icons::before(Icon::Plus, name)).color(palette.on_accent)).fill(palette.accent);
            let new = ui.add(new.min_size(high + vec2(32.0 * UNIT, 0.0))).accessible_name(name);
            focus_ring(ui, &new);
            if new.clicked() {
                queue.push(Action::AddClaim.into());
            }
            let open = Button::new(icons::before(Icon::FolderOpen, tr!("start-open-short"))).min_size(high);
            if ui.add(open).accessible_name(tr!("start-open")).clicked() {
                queue.push(Action::Open.into());
            }
            let import = Button::new(icons::before(Icon::FileInput, tr!("start-import"))).min_size(high);
            if ui.add(import).accessible_name(tr!("start-import")).on_hover_text(Action::ImportSource.hint()).clicked() {
                queue.push(Action::ImportSource.into());
            }
            let tour = Button::new(icons::before(Icon::Sparkles, tr!("start-tour"))).min_size(high);
            if ui.add(tour).accessible_name(tr!("start-tour")).clicked() {
                queue.push(Action::StartTour.into());
            }
            new
        });
        ui.add_space(gap);
        section(ui, tr!("start-templates"));
        self.templates(ui, room, theme, queue);
        ui.add_space(gap);
        let (files, narrow) = (!recent.is_empty(), width < NARROW);
        if !narrow {
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    if files {
                        recent_files(left, recent, queue);
                    }
                    examples(if files { right } else { left }, queue);
                }
            });
        } else {
            if files {
                recent_files(ui, recent, queue);
                ui.add_space(4.0 * UNIT);
            }
            examples(ui, queue);
        }
        ui.add_space(gap);
        let key = |action| shown_key(ui, action).unwrap_or_default();
        let hint = tr!("start-keys", add = key(Action::AddClaim), palette = key(Action::TogglePalette));
        ui.label(RichText::new(hint).small().color(palette.weak));
        first.inner
    }

    fn templates(&mut self, ui: &mut Ui, room: Room, theme: Theme, queue: &mut Vec<Command>) {
        let Room { width, low } = room;
        let sketch_height = if low { LOW_SKETCH } else { SKETCH };
        let sketches = self.sketches.get_or_insert_with(|| Shipped::TEMPLATES.iter().map(|t| Sketch::of(*t)).collect());
        let gap = 3.0 * UNIT;
        let across = if width < NARROW { 2 } else { Shipped::TEMPLATES.len() };
        let wide = ((width - gap * (across - 1) as f32) / across as f32).floor();
        for (templates, sketches) in Shipped::TEMPLATES.chunks(across).zip(sketches.chunks(across)) {
            let words: Vec<Words> = templates.iter().map(|template| words(ui, wide, *template)).collect();
            // All in a row are as high as the longest explanation, and none lower than two lines of it.
            let least = TextStyle::Small.resolve(ui.style()).size * 2.6;
            let most = |i: usize| words.iter().map(|words| words[i].size().y).fold(0.0, f32::max);
            let height = (2.0 * PAD + sketch_height + 3.0 * UNIT + most(0) + most(1).max(least)).ceil();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for ((template, sketch), words) in templates.iter().zip(sketches).zip(&words) {
                    let sketched = Sketched { sketch: sketch.as_ref(), height: sketch_height };
                    if card(ui, vec2(wide, height), *template, words, sketched, theme).clicked() {
                        queue.push(Command::OpenShipped(*template));
                    }
                }
            });
            ui.add_space(gap - ui.spacing().item_spacing.y);
        }
    }
}

/// What the page has.
#[derive(Clone, Copy)]
struct Room {
    width: f32,
    /// Whether the height is scarce.
    low: bool,
}

/// The sketch on a template, and how high it may be.
#[derive(Clone, Copy)]
struct Sketched<'a> {
    sketch: Option<&'a Sketch>,
    height: f32,
}

/// The name of a template and what it is for.
type Words = [Arc<egui::Galley>; 2];

fn words(ui: &Ui, width: f32, template: Shipped) -> Words {
    let palette = Palette::of(ui.visuals());
    let text = |text: &str, style: TextStyle, family, color| {
        let font = egui::FontId::new(style.resolve(ui.style()).size, family);
        ui.painter().layout(text.to_owned(), font, color, width - 2.0 * PAD)
    };
    [
        text(template.title(), TextStyle::Body, theme::bold(), palette.text),
        text(template.hint(), TextStyle::Small, egui::FontFamily::Proportional, palette.weak),
    ]
}

/// A template as a large button: a sketch, its name, what it is for.
fn card(ui: &mut Ui, size: egui::Vec2, template: Shipped, [title, hint]: &Words, sketched: Sketched<'_>, theme: Theme) -> Response {
    let palette = Palette::of(ui.visuals());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, tr!("start-template", title = template.title())));
    let lit = response.hovered() || response.has_focus();
    let (fill, line) = if lit { (palette.button, palette.accent) } else { (palette.panel, palette.line) };
    ui.painter().rect(rect, 8.0, fill, Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, line), StrokeKind::Inside);
    let ground = Rect::from_min_size(rect.min + vec2(PAD, PAD), vec2(size.x - 2.0 * PAD, sketched.height));
    ui.painter().rect_filled(ground, 5.0, theme.color(Ink::Canvas));
    if let Some(sketch) = sketched.sketch {
        sketch.paint(&ui.painter().with_clip_rect(ground.intersect(ui.clip_rect())), ground.shrink(2.0 * UNIT), theme);
    }
    let at = ground.left_bottom() + vec2(0.0, 2.0 * UNIT);
    let below = at + vec2(0.0, title.size().y + UNIT);
    ui.painter().galley(at, title.clone(), palette.text);
    ui.painter().galley(below, hint.clone(), palette.weak);
    response
}

fn section(ui: &mut Ui, title: &str) {
    ui.label(RichText::new(title).text_style(theme::section_style()).color(Palette::of(ui.visuals()).weak));
}

fn recent_files(ui: &mut Ui, recent: &[PathBuf], queue: &mut Vec<Command>) {
    section(ui, tr!("start-recent"));
    ui.spacing_mut().item_spacing.y = 0.0;
    for path in recent.iter().take(RECENT) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = path.parent().map(folder_words).unwrap_or_default();
        let row = Row { icon: Some(Icon::FileText), name: &name, detail: &folder, ..Row::default() };
        let response = row.ui(ui).accessible_name(tr!("start-recent-file", name = name.as_ref()));
        focus_ring(ui, &response);
        if response.on_hover_text(path.display().to_string()).clicked() {
            queue.push(Command::OpenPath(path.clone()));
        }
    }
}

fn examples(ui: &mut Ui, queue: &mut Vec<Command>) {
    section(ui, tr!("start-examples"));
    ui.spacing_mut().item_spacing.y = 0.0;
    for example in Shipped::EXAMPLES {
        let row = Row { icon: Some(Icon::Map), name: example.title(), ..Row::default() };
        let response = row.ui(ui).accessible_name(tr!("start-example", title = example.title()));
        focus_ring(ui, &response);
        if response.on_hover_text(example.hint()).clicked() {
            queue.push(Command::OpenShipped(*example));
        }
    }
}

/// The last two folders of a path.
fn folder_words(folder: &Path) -> String {
    let names: Vec<_> = folder.iter().map(|part| part.to_string_lossy()).collect();
    let last = names.get(names.len().saturating_sub(2)..).unwrap_or_default();
    last.join("/")
}

fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let color = Palette::of(ui.visuals()).accent;
        ui.painter().rect_stroke(response.rect.expand(2.0), 8.0, Stroke::new(2.0, color), StrokeKind::Outside);
    }
}
