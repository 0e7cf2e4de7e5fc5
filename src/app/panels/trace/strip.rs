//! A strip of time with a dot for every step that has a date; hollow where it was said by then, but nobody knows when.

use egui::{Align2, FontId, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::Desk;
use crate::app::theme::{Palette, SMALL, UNIT};
use crate::editor::Command;
use crate::provenance::trace::{Step, Trace};
use crate::provenance::words;
use crate::tr;

/// How near the pointer must be to a dot.
const NEAR: f32 = 2.5 * UNIT;
/// Dots of the same time stand above each other, so many.
const STACK: usize = 4;

/// Draws it; a click on a dot goes to its step.
pub(super) fn ui(ui: &mut Ui, desk: &mut Desk<'_>, trace: &Trace) {
    let palette = Palette::of(ui.visuals());
    let map = desk.editor.map();
    let dated: Vec<(&Step, Date)> = trace.steps.iter().filter_map(|step| Some((step, step.when.day().or(step.known_by)?))).collect();
    let (Some(first), Some(last)) = (dated.iter().map(|(_, day)| *day).min(), dated.iter().map(|(_, day)| *day).max()) else { return };
    // One day is told by its step.
    if first == last {
        return;
    }
    ui.add_space(2.0 * UNIT);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 13.0 * UNIT), Sense::click());
    let name = tr!("trace-strip", first = first.to_string(), last = last.to_string(), count = dated.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let line = rect.bottom() - 5.0 * UNIT;
    let (left, right) = (rect.left() + 2.0 * UNIT, rect.right() - 2.0 * UNIT);
    let painter = ui.painter();
    painter.hline(left..=right, line, Stroke::new(1.0, palette.line));
    let days = |day: Date| f64::from(day.since(first).map_or(0, |span| span.get_days()));
    let whole = days(last).max(1.0);
    let x_of = |day: Date| left + (right - left) * (days(day) / whole) as f32;
    let font = FontId::proportional(SMALL);
    let foot = rect.bottom();
    painter.text(pos2(left, foot), Align2::LEFT_BOTTOM, first, font.clone(), palette.weak);
    painter.text(pos2(right, foot), Align2::RIGHT_BOTTOM, last, font, palette.weak);
    let pointer = response.hover_pos();
    let mut nearest: Option<(f32, &Step)> = None;
    let mut taken: Vec<(f32, usize)> = Vec::new();
    for (step, day) in dated {
        let x = x_of(day);
        let level = match taken.iter_mut().rev().find(|(other, _)| (other - x).abs() < 2.0 * UNIT) {
            Some((_, level)) => {
                *level += 1;
                *level % STACK
            }
            None => {
                taken.push((x, 0));
                0
            }
        };
        let at = pos2(x, line - level as f32 * 2.0 * UNIT);
        let selected = desk.editor.selection().single() == Some(step.attribution);
        let color = match () {
            () if selected => palette.accent,
            () if step.vouches => palette.text,
            () => palette.error,
        };
        if step.when.earliest.is_some() {
            painter.circle(at, if selected { 5.0 } else { 3.5 }, color, Stroke::new(1.0, palette.panel));
        } else {
            painter.circle(at, 3.5, palette.panel, Stroke::new(1.5, color));
        }
        let distance = pointer.map(|pointer| pointer.distance(at)).filter(|distance| *distance < NEAR);
        if let Some(distance) = distance.filter(|distance| nearest.is_none_or(|(least, _)| *distance < least)) {
            nearest = Some((distance, step));
        }
    }
    if let Some((_, step)) = nearest {
        let text = format!("{}\n{}", words::time_of(map, step), words::act(map, trace, step));
        let attribution = step.attribution;
        if response.on_hover_text_at_pointer(text).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            desk.queue.push(Command::GoTo(attribution));
        }
    }
}
