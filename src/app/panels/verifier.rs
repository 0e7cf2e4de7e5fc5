//! Every quotation beside what its source says: what is not what was said comes first.

use std::cmp::Reverse;

use egui::text::LayoutJob;
use egui::{Color32, Label, Response, RichText, ScrollArea, TextFormat, Ui};

use super::{Desk, Panel};
use crate::app::context_menu;
use crate::app::theme::{Palette, UNIT};
use crate::base::text::shorten;
use crate::editor::{Command, Editor};
use crate::model::Source;
use crate::provenance::trace::Piece;
use crate::provenance::verify::{Checked, Class};
use crate::tr;

/// So many are listed; more would not be read.
const MAX_LISTED: usize = 500;
/// Longest quotation in a row, in code points.
const QUOTED_LEN: usize = 400;

/// The panel.
#[derive(Default)]
pub(crate) struct Verifier {
    failing_only: bool,
    wants_focus: bool,
}

impl Panel for Verifier {
    fn ui(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let rect = ui.max_rect() - egui::Margin { left: 12, right: 4, top: 4, bottom: 4 };
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        self.list(&mut inside, desk);
    }

    /// The first quotation gets it.
    fn take_keyboard(&mut self) {
        self.wants_focus = true;
    }
}

impl Verifier {
    fn list(&mut self, ui: &mut Ui, desk: &mut Desk<'_>) {
        let editor = desk.editor;
        let weak = Palette::of(ui.visuals()).weak;
        let mut all: Vec<&Checked> = editor.quotations().iter().collect();
        if all.is_empty() {
            let told = if editor.quotations_are_checked() { tr!("verifier-none") } else { tr!("verifier-checking") };
            ui.label(RichText::new(told).color(weak));
            return;
        }
        let failing = all.iter().filter(|checked| checked.class.fails()).count();
        ui.horizontal(|ui| {
            ui.label(RichText::new(tr!("verifier-count", failing = failing, count = all.len())).color(weak));
            ui.checkbox(&mut self.failing_only, tr!("verifier-failing-only"));
        });
        all.retain(|checked| checked.class.fails() || !self.failing_only);
        // What is wrong, then what was right once.
        let rank = |checked: &Checked| (!checked.class.fails(), checked.former(editor.map()).is_none());
        all.sort_by_key(|checked| (rank(checked), checked.class == Class::NoText, Reverse(checked.class)));
        let mut wants_focus = std::mem::take(&mut self.wants_focus);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = UNIT;
            for checked in all.iter().take(MAX_LISTED) {
                let Some(response) = row(ui, editor, checked) else { continue };
                if std::mem::take(&mut wants_focus) {
                    response.request_focus();
                }
                context_menu::of_node(&response, checked.attribution, editor, desk.queue);
                if response.clicked() {
                    desk.queue.push(Command::Select(vec![checked.attribution]));
                    desk.asked.shows.push(checked.attribution);
                }
            }
            if all.len() > MAX_LISTED {
                ui.weak(tr!("list-more", count = all.len() - MAX_LISTED));
            }
        });
    }
}

/// Class, quotation and source; what the text says instead is set into the quotation.
fn row(ui: &mut Ui, editor: &Editor, checked: &Checked) -> Option<Response> {
    let map = editor.map();
    let said = map.attribution(checked.attribution)?;
    let quote = said.quotes.get(checked.quote)?;
    let source = said.source.and_then(|id| map.source(id)).map_or("–", Source::label);
    let palette = Palette::of(ui.visuals());
    let color = match checked.class {
        Class::Misquoted | Class::NotFound => palette.error,
        Class::Altered => palette.warn,
        Class::Verbatim | Class::Truncated | Class::NoText => palette.weak,
    };
    let body = egui::TextStyle::Body.resolve(ui.style());
    let plain = |color: Color32| TextFormat { font_id: body.clone(), color, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    job.append(checked.class.noun(), 0.0, plain(color));
    job.append(" · ", 0.0, plain(palette.weak));
    words(&mut job, checked, &quote.exact, &plain, ui.visuals().text_color(), (palette.accent, palette.error));
    job.append(&format!(" · {source}"), 0.0, plain(palette.weak));
    job.wrap.max_width = ui.available_width() - 4.0 * UNIT;
    let name = tr!("verifier-row", class = checked.class.noun(), quote = shorten(&quote.exact, 60), source = source);
    let response = ui.add(egui::Button::new(job).frame(false).wrap()).accessible_name(name);
    let mut notes: Vec<String> = Vec::new();
    if let Some(teller) = checked.source.filter(|id| Some(*id) != said.source).and_then(|id| map.source(id)) {
        notes.push(tr!("quotation-told", source = teller.label()));
    }
    if let Some((version, count)) = checked.former(map) {
        notes.push(tr!("quotation-former", version = version, count = count));
    }
    for other in &checked.elsewhere {
        let label = map.source(other.source).map_or("–", Source::label);
        notes.push(if other.marked { tr!("quotation-also", source = label) } else { tr!("quotation-reused", source = label) });
    }
    if !notes.is_empty() {
        // They belong to the row above.
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.add_space(4.0 * UNIT);
            ui.add(Label::new(RichText::new(notes.join(" · ")).small().color(palette.weak)).wrap());
        });
        ui.add_space(UNIT);
    }
    Some(response)
}

/// The quotation's words; those that it left out are struck through, those that the text has not are underlined.
fn words(
    job: &mut LayoutJob,
    checked: &Checked,
    exact: &str,
    plain: &dyn Fn(Color32) -> TextFormat,
    ink: Color32,
    (added, gone): (Color32, Color32),
) {
    if checked.class == Class::Verbatim || checked.pieces.is_empty() {
        job.append(&format!("“{}”", shorten(exact, QUOTED_LEN)), 0.0, plain(ink));
        return;
    }
    let stroke = |color| egui::Stroke::new(1.0, color);
    job.append("“", 0.0, plain(ink));
    for piece in &checked.pieces {
        match piece {
            Piece::Same(text) => job.append(text, 0.0, plain(ink)),
            Piece::Added(text) => job.append(text, 0.0, TextFormat { underline: stroke(added), ..plain(added) }),
            Piece::Gone(text) => job.append(text, 0.0, TextFormat { strikethrough: stroke(gone), ..plain(gone) }),
        }
    }
    job.append("”", 0.0, plain(ink));
}
