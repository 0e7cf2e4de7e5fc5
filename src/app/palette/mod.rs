//! The palette: commands, claims, speakers, sources and recent files by a few letters of their names, typos forgiven.

mod items;
mod rank;

use std::ops::Range;
use std::path::PathBuf;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Area, Color32, FontId, Frame, Galley, Id, Key, Modal, Modifiers, Order, Response, RichText, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::ElenchusApp;
use super::icons::{self, Icon};
use super::panels::menu;
use super::theme::{self, Palette as Colours, UNIT};
use crate::editor::{Action, Command, Editor, Entry};
use crate::tr;
use items::{Items, Line, Target};

/// Characters shown before the first letter that fits.
const BEFORE: usize = 36;
/// So many commands that were used are remembered.
const MAX_USED: usize = 8;

/// Commands that were chosen in the palette, the latest first.
#[derive(Default)]
pub(crate) struct Used(Vec<Action>);

impl Used {
    /// Remembers a command.
    pub(crate) fn note(&mut self, action: Action) {
        self.0.retain(|a| *a != action);
        self.0.insert(0, action);
        self.0.truncate(MAX_USED);
    }
}

/// What the palette needs to know besides the map.
pub(crate) struct Around<'a> {
    pub(crate) recent: &'a [PathBuf],
    pub(crate) used: &'a Used,
    /// Names of the open maps where there are several, from left to right.
    pub(crate) tabs: Vec<String>,
}

/// The open palette.
#[derive(Default)]
pub(crate) struct CommandPalette {
    query: String,
    row: usize,
    begun: bool,
    /// Gathered when it opens: nothing can change behind it.
    items: Option<Items>,
    /// The lines for that query.
    lines: Option<(String, Vec<Line>)>,
}

/// What was chosen.
pub(crate) enum Chosen {
    /// Nothing: it was closed.
    Nothing,
    /// A command of the table.
    Action(Action),
    /// Something to go to.
    Command(Command),
    /// Another open map, by its place.
    Tab(usize),
}

impl CommandPalette {
    /// Draws it; what was chosen, once it was.
    pub(crate) fn ui(&mut self, ctx: &egui::Context, editor: &Editor, around: Around<'_>) -> Option<Chosen> {
        let id = Id::unique("palette");
        let area =
            Area::new(id).order(Order::Foreground).anchor(Align2::CENTER_TOP, vec2(0.0, 22.0 * UNIT)).accessible_name(tr!("palette-name"));
        let mut chosen = None;
        let modal = Modal::new(id).area(area).frame(frame(ctx)).backdrop_color(Color32::from_black_alpha(24)).show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 16.0 * UNIT).clamp(60.0 * UNIT, 150.0 * UNIT));
            let steps = ui.input_mut(|i| {
                let down = i.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize;
                down - i.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize
            });
            let enter = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
            self.field(ui, id);
            ui.separator();
            let items = self.items.get_or_insert_with(|| Items::of(editor, around.recent, &around.tabs));
            if self.lines.as_ref().is_none_or(|(query, _)| *query != self.query) {
                self.lines = Some((self.query.clone(), items.lines(editor, &self.query, &around.used.0)));
                self.row = 0;
            }
            let lines = self.lines.as_ref().map_or(&[][..], |(_, lines)| lines);
            self.row = self.row.saturating_add_signed(steps).min(lines.len().saturating_sub(1));
            let room = (ctx.content_rect().height() - 60.0 * UNIT).clamp(20.0 * UNIT, 100.0 * UNIT);
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (i, line) in lines.iter().enumerate() {
                    let current = i == self.row;
                    let response = row(ui, editor, line, current);
                    if current && steps != 0 {
                        response.scroll_to_me(None);
                    }
                    if (response.clicked() || (enter && current)) && enabled(editor, line) {
                        chosen = Some(chosen_by(&line.target));
                    }
                }
                if lines.is_empty() {
                    ui.add_space(2.0 * UNIT);
                    ui.weak(format!("  {}", tr!("palette-nothing")));
                    ui.add_space(2.0 * UNIT);
                }
            });
            ui.separator();
            let hint = match lines.get(self.row).map(|line| &line.target) {
                _ if self.query.is_empty() => tr!("palette-prefixes").to_owned(),
                Some(Target::Action(action)) => editor.blocked(*action).unwrap_or(action.hint()).to_owned(),
                Some(Target::File(path)) => path.display().to_string(),
                Some(Target::Claim(..) | Target::Speaker(_) | Target::Source(_) | Target::Tab(..)) | None => {
                    tr!("palette-prefixes").to_owned()
                }
            };
            ui.add(egui::Label::new(RichText::new(format!("  {hint}")).small().color(Colours::of(ui.visuals()).weak)).truncate());
        });
        chosen.or(modal.should_close().then_some(Chosen::Nothing))
    }

    fn field(&mut self, ui: &mut Ui, id: Id) {
        let field = TextEdit::singleline(&mut self.query)
            .id(id.with("query"))
            .hint_text(tr!("palette-field"))
            .font(FontId::proportional(theme::HEADING))
            .frame(Frame::NONE)
            .margin(egui::Margin::symmetric(8, 6))
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(tr!("palette-field"));
        if !self.begun {
            response.request_focus();
            self.begun = true;
        }
    }
}

impl ElenchusApp {
    /// Draws the palette where it is open, and does what was chosen.
    pub(super) fn show_palette(&mut self, ctx: &egui::Context) {
        let Some(mut palette) = self.palette.take() else { return };
        let mut tabs: Vec<String> = self.tabs().map(|tab| tab.editor.name().to_owned()).collect();
        if tabs.len() < 2 {
            tabs.clear();
        }
        let around = Around { recent: &self.recent, used: &self.used, tabs };
        match palette.ui(ctx, &self.tab.editor, around) {
            None => self.palette = Some(palette),
            Some(Chosen::Nothing) => self.tab.canvas.take_keyboard(&self.tab.editor),
            Some(Chosen::Action(action)) => {
                self.used.note(action);
                self.queue.push(action.into());
            }
            Some(Chosen::Command(command)) => self.queue.push(command),
            Some(Chosen::Tab(place)) => {
                let id = self.tabs().nth(place).map(|tab| tab.id);
                if let Some(id) = id {
                    self.show_tab(ctx, id);
                }
            }
        }
    }
}

fn chosen_by(target: &Target) -> Chosen {
    Chosen::Command(match target {
        Target::Action(action) => return Chosen::Action(*action),
        Target::Claim(id, _) => Command::GoTo(*id),
        Target::Speaker(id) => Command::SelectEntry(Entry::Speaker(*id)),
        Target::Source(id) => Command::SelectEntry(Entry::Source(*id)),
        Target::File(path) => Command::OpenPath(path.clone()),
        Target::Tab(place, _) => return Chosen::Tab(*place),
    })
}

fn frame(ctx: &egui::Context) -> Frame {
    Frame::popup(&ctx.global_style()).inner_margin(2.0 * UNIT).corner_radius(10.0)
}

fn enabled(editor: &Editor, line: &Line) -> bool {
    if let Target::Action(action) = line.target { editor.is_enabled(action) } else { true }
}

fn row(ui: &mut Ui, editor: &Editor, line: &Line, current: bool) -> Response {
    let (icon, detail) = match &line.target {
        Target::Action(action) => (None, menu::shown_key(ui, *action).unwrap_or_default()),
        Target::Claim(_, false) => (Some(Icon::MessageSquare), tr!("palette-claim").to_owned()),
        Target::Claim(_, true) => (Some(Icon::Bookmark), tr!("palette-bookmark").to_owned()),
        Target::Speaker(_) => (Some(Icon::User), tr!("palette-speaker").to_owned()),
        Target::Source(_) => (Some(Icon::BookOpen), tr!("palette-source").to_owned()),
        Target::File(_) => (Some(Icon::FileText), tr!("palette-file").to_owned()),
        Target::Tab(..) => (Some(Icon::Map), tr!("palette-tab").to_owned()),
    };
    // Undo and Redo say what they are about.
    let (name, marks) = match &line.target {
        Target::Action(action) => (menu::title(editor, *action), line.marks.clone()),
        Target::Claim(..) | Target::Speaker(_) | Target::Source(_) | Target::File(_) | Target::Tab(..) => excerpt(&line.text, &line.marks),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 7.5 * UNIT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, enabled(editor, line), &name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let colours = Colours::of(ui.visuals());
    let fill = match () {
        () if current => colours.accent_wash,
        () if response.hovered() => colours.button,
        () => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 6.0, fill);
    let faded = |color: Color32| if enabled(editor, line) { color } else { color.gamma_multiply(0.55) };
    let inner = rect.shrink2(vec2(2.0 * UNIT, 0.0));
    let at = |x: f32, galley: &Galley| pos2(x, rect.center().y - galley.size().y / 2.0);
    let mut left = inner.left();
    if let Some(icon) = icon {
        let galley = ui.painter().layout_no_wrap(icons::text(icon), FontId::proportional(theme::BODY), faded(colours.weak));
        ui.painter().galley(at(left, &galley), galley.clone(), colours.weak);
        left += 6.0 * UNIT;
    }
    let detail = ui.painter().layout_no_wrap(detail, FontId::proportional(theme::SMALL), faded(colours.weak));
    let right = inner.right() - detail.size().x;
    ui.painter().galley(at(right, &detail), detail.clone(), colours.weak);
    let mut job = marked(&name, &marks, faded(colours.text));
    job.wrap = TextWrapping::truncate_at_width((right - 2.0 * UNIT - left).max(0.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at(left, &galley), galley.clone(), colours.text);
    response
}

/// The letters that fit in bold.
fn marked(text: &str, marks: &[Range<usize>], color: Color32) -> LayoutJob {
    let plain = TextFormat::simple(FontId::proportional(theme::BODY), color);
    let bold = TextFormat::simple(FontId::new(theme::BODY, theme::bold()), color);
    let mut job = LayoutJob::default();
    let mut from = 0;
    for mark in marks {
        if let (Some(before), Some(fits)) = (text.get(from..mark.start), text.get(mark.clone())) {
            job.append(before, 0.0, plain.clone());
            job.append(fits, 0.0, bold.clone());
            from = mark.end;
        }
    }
    job.append(text.get(from..).unwrap_or_default(), 0.0, plain);
    job
}

/// A long text from shortly before the first letter that fits, on one line.
fn excerpt(text: &str, marks: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let line = text.replace(['\n', '\t', '\r'], " ");
    let first = marks.first().map_or(0, |mark| mark.start);
    let far = line.get(..first).and_then(|before| before.char_indices().rev().nth(BEFORE)).map(|(at, _)| at);
    let Some(cut) = far.and_then(|at| line[..at].rfind(' ')) else { return (line, marks.to_vec()) };
    let shift = "…".len();
    (format!("…{}", &line[cut + 1..]), marks.iter().map(|m| m.start - cut - 1 + shift..m.end - cut - 1 + shift).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_keeps_its_marks() {
        let text = format!("{} Tennessee\nand more", "many words before ".repeat(6));
        let start = text.find("Tenn").unwrap();
        let (shown, marks) = excerpt(&text, std::slice::from_ref(&(start..start + 9)));
        assert!(shown.starts_with('…') && shown.ends_with("Tennessee and more"), "{shown}");
        assert_eq!(&shown[marks[0].clone()], "Tennessee");
        assert_eq!(excerpt("short", &[]), ("short".to_owned(), Vec::new()));
    }
}
