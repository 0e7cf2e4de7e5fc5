//! The steps of a trace, one below the other: when, who, where, in which words.

use egui::text::LayoutJob;
use egui::{Button, Label, RichText, Stroke, TextFormat, Ui, vec2};

use super::Desk;
use crate::app::theme::{BODY, Palette, SMALL, UNIT, bold};
use crate::editor::Command;
use crate::provenance::trace::{Piece, Step, Trace};
use crate::provenance::words;
use crate::tr;

/// So many are listed; more would not be read.
pub(super) const MAX_LISTED: usize = 200;
/// Levels of a chain that are set in.
const MAX_DEPTH: usize = 6;

/// Draws them.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, trace: &Trace, changes: &[Vec<Piece>]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (i, (step, changes)) in trace.steps.iter().zip(changes).enumerate() {
        ui.add_space(2.5 * UNIT);
        let inset = 3.5 * UNIT * step.depth.min(MAX_DEPTH) as f32;
        ui.horizontal_top(|ui| {
            ui.add_space(inset);
            ui.vertical(|ui| one(ui, desk, trace, i, changes));
        });
    }
    if trace.steps.len() > MAX_LISTED {
        ui.weak(tr!("list-more", count = trace.steps.len() - MAX_LISTED));
    }
}

fn one(ui: &mut Ui, desk: &mut Desk<'_>, trace: &Trace, i: usize, changes: &[Piece]) {
    let Some(step) = trace.steps.get(i) else { return };
    let map = desk.editor.map().clone();
    let palette = Palette::of(ui.visuals());
    let Some(said) = map.attribution(step.attribution) else { return };
    let top = ui.cursor().top();
    let time = words::time_of(&map, step);
    let color = if step.when.is_undated() { palette.warn } else { palette.weak };
    ui.add(Label::new(RichText::new(format!("{}  {time}", i + 1)).size(SMALL).color(color)));
    let act = words::act(&map, trace, step);
    let selected = desk.editor.selection().single() == Some(step.attribution);
    let text = RichText::new(&act).family(bold()).color(if selected { palette.accent } else { palette.text });
    ui.spacing_mut().button_padding = vec2(0.0, 2.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let link = ui.add(Button::new(text).frame(false).wrap());
    let of = step.of.map(|of| tr!("trace-step-of", step = of + 1)).unwrap_or_default();
    let name = tr!("trace-step", number = i + 1, time = time, act = act);
    if link.accessible_name(format!("{name}{of}")).on_hover_text(tr!("trace-go")).clicked() {
        desk.queue.push(Command::GoTo(step.attribution));
    }
    let kind = said.quotation.map(|quotation| quotation.title().to_owned());
    let hedges = Some(said.hedges.join(", ")).filter(|hedges| !hedges.is_empty()).map(|hedges| tr!("trace-hedged", hedges = hedges));
    let basis = Some(words::basis(&map, said, step.when)).filter(|basis| !basis.is_empty());
    let place = Some(words::place(&map, said)).filter(|place| !place.is_empty());
    let details: Vec<String> = [place, kind, hedges, basis].into_iter().flatten().collect();
    if !details.is_empty() {
        ui.add(Label::new(RichText::new(details.join(" · ")).size(SMALL).color(palette.weak)).wrap());
    }
    if !step.words.text.is_empty() {
        ui.add(Label::new(marked(ui, step, changes)).wrap());
    }
    if step.depth > 0 {
        // What ties a report to what it reports.
        let x = ui.min_rect().left() - 1.5 * UNIT;
        ui.painter().vline(x, top..=ui.min_rect().bottom(), Stroke::new(2.0, palette.line));
    }
}

/// The words, with what came in underlined and what went struck out.
fn marked(ui: &Ui, step: &Step, changes: &[Piece]) -> LayoutJob {
    let palette = Palette::of(ui.visuals());
    let plain =
        TextFormat { color: palette.text, italics: step.words.quoted, font_id: egui::FontId::proportional(BODY), ..TextFormat::default() };
    let mut job = LayoutJob::default();
    let (open, close) = if step.words.quoted { ("“", "”") } else { ("", "") };
    job.append(open, 0.0, plain.clone());
    if changes.is_empty() {
        job.append(&step.words.text, 0.0, plain.clone());
    }
    for piece in changes {
        match piece {
            Piece::Same(text) => job.append(text, 0.0, plain.clone()),
            Piece::Added(text) => {
                let added = TextFormat { color: palette.accent, underline: Stroke::new(1.0, palette.accent), ..plain.clone() };
                job.append(text, 0.0, added);
            }
            Piece::Gone(text) => {
                let gone = TextFormat { color: palette.error, strikethrough: Stroke::new(1.0, palette.error), ..plain.clone() };
                job.append(text, 0.0, gone);
            }
        }
    }
    job.append(close, 0.0, plain);
    job
}
