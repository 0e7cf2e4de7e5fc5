//! How a row looks: what it says, and under it its number and what it is to the row above.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, FontId, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::analysis::Outline;
use crate::analysis::outline::{Row, RowKind};
use crate::app::icons::{self, Icon};
use crate::app::theme::{BODY, Palette, SMALL, UNIT};
use crate::base::NodeId;
use crate::model::{ArgumentMap, RelationKind};
use crate::render::{Ink, Theme};

/// How far a row is set in from the one above it.
const INDENT: f32 = 3.5 * UNIT;
/// Of the width, so much may go to setting rows in.
const MAX_INDENT: f32 = 0.4;
/// Room for the sign that opens a branch.
const CHEVRON: f32 = 5.0 * UNIT;
/// Room for the sign of the relation.
const SIGN: f32 = 5.0 * UNIT;

/// A row to be drawn.
pub(super) struct Line<'a> {
    pub(super) outline: &'a Outline,
    pub(super) map: &'a ArgumentMap,
    pub(super) row: &'a Row,
    pub(super) index: usize,
    pub(super) selected: bool,
    /// Folded or filtered away on the canvas.
    pub(super) hidden: bool,
    pub(super) open: bool,
    pub(super) branch: bool,
    /// Whether that is listed under the row.
    pub(super) heard: Option<bool>,
    pub(super) theme: Theme,
}

/// What can be clicked in a row.
#[derive(Clone, Copy)]
pub(super) struct Signs {
    /// Opens and closes the branch.
    pub(super) chevron: Rect,
    /// Lists who says it.
    pub(super) voices: Option<Rect>,
}

impl Line<'_> {
    /// Draws the row; where its signs are. Without the words while they are being written.
    pub(super) fn ui(&self, ui: &Ui, rect: Rect, response: &Response, writing: bool) -> Signs {
        let palette = Palette::of(ui.visuals());
        let depth = (self.row.depth as f32 * INDENT).min(rect.width() * MAX_INDENT);
        let left = rect.left() + UNIT + depth;
        let chevron = Rect::from_min_size(pos2(left, rect.top()), vec2(CHEVRON, rect.height()));
        if !ui.is_rect_visible(rect) {
            return Signs { chevron, voices: None };
        }
        let ground = rect.shrink2(vec2(UNIT, 1.0));
        if self.selected {
            ui.painter().rect_filled(ground, 6.0, palette.accent_wash);
        } else if response.hovered() {
            ui.painter().rect_filled(ground, 6.0, palette.button.gamma_multiply(0.6));
        }
        if response.has_focus() {
            ui.painter().rect_stroke(ground, 6.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
        }
        let middle = rect.top() + rect.height() * 0.32;
        if self.branch {
            let icon = if self.open { Icon::ChevronDown } else { Icon::ChevronRight };
            let galley = line(ui, &icons::text(icon), BODY, palette.weak, CHEVRON);
            ui.painter().galley(pos2(chevron.center().x - galley.size().x / 2.0, middle - galley.size().y / 2.0), galley, palette.weak);
        }
        let (icon, color) = self.sign(palette);
        let sign = line(ui, &icons::text(icon), BODY, color, SIGN);
        let words_left = chevron.right() + if writing { 0.0 } else { SIGN };
        if writing {
            return Signs { chevron, voices: None };
        }
        ui.painter().galley(pos2(chevron.right(), middle - sign.size().y / 2.0), sign, color);
        let mut right = rect.right() - 3.0 * UNIT;
        if self.branch && !self.open {
            let count = line(ui, &self.outline.count_branch(self.index).to_string(), SMALL, palette.weak, 12.0 * UNIT);
            let pill = Rect::from_min_max(
                pos2(right - count.size().x - 3.0 * UNIT, middle - count.size().y / 2.0 - 1.0),
                pos2(right, middle + count.size().y / 2.0 + 1.0),
            );
            ui.painter().rect_filled(pill, pill.height() / 2.0, palette.button);
            ui.painter().galley(pill.center() - count.size() / 2.0, count, palette.weak);
            right = pill.left() - UNIT;
        }
        if self.hidden {
            let eye = line(ui, &icons::text(Icon::EyeOff), SMALL, palette.weak, 12.0 * UNIT);
            right -= eye.size().x;
            ui.painter().galley(pos2(right, middle - eye.size().y / 2.0), eye, palette.weak);
            right -= UNIT;
        }
        let width = (right - words_left).max(0.0);
        let title = self.outline.title(self.map, self.index);
        let strong = if self.row.kind == RowKind::Claim && !self.hidden { palette.text } else { palette.weak };
        let title = line(ui, &title, BODY, strong, width);
        ui.painter().galley(pos2(words_left, middle - title.size().y / 2.0), title, strong);
        let below = rect.top() + rect.height() * 0.72;
        let voices = self.voices(ui, pos2(rect.right() - 3.0 * UNIT, below), response);
        let width = (voices.map_or(rect.right() - 3.0 * UNIT, |pill| pill.left() - UNIT) - words_left).max(0.0);
        let under = [
            self.outline.number(self.index).unwrap_or_default(),
            self.outline.words(self.map, self.index),
            self.outline.said_briefly(self.map, self.index),
        ];
        let under = under.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("  ·  ");
        let under = line(ui, &under, SMALL, palette.weak, width);
        ui.painter().galley(pos2(words_left, below - under.size().y / 2.0), under, palette.weak);
        Signs { chevron, voices }
    }

    /// The sign behind which it is listed who says it: how many voices there are.
    fn voices(&self, ui: &Ui, right: Pos2, response: &Response) -> Option<Rect> {
        let palette = Palette::of(ui.visuals());
        let open = self.heard?;
        let count = self.outline.voices(self.index).count();
        let words = if count > 1 { format!("{} {count}", icons::text(Icon::Quote)) } else { icons::text(Icon::Quote) };
        let hovered = |pill: Rect| response.hover_pos().is_some_and(|pos| pill.contains(pos));
        let color = if open { palette.accent } else { palette.weak };
        let words = line(ui, &words, SMALL, color, 16.0 * UNIT);
        let size = vec2(words.size().x + 2.0 * UNIT, words.size().y + 2.0);
        let pill = Rect::from_min_size(pos2(right.x - size.x, right.y - size.y / 2.0), size);
        let fill = if hovered(pill) { palette.button_hover } else { palette.button };
        ui.painter().rect_filled(pill, pill.height() / 2.0, fill);
        ui.painter().galley(pill.center() - words.size() / 2.0, words, color);
        Some(pill)
    }

    /// The sign of what the row is, in the colour that the canvas gives to it.
    fn sign(&self, palette: &Palette) -> (Icon, Color32) {
        let relation = |id: NodeId| {
            let kind = self.map.relation(id).map(|r| r.kind);
            match kind {
                Some(RelationKind::Rebuttal) if self.map.is_undercut(id) => (Icon::Scissors, Ink::Undercut),
                Some(RelationKind::Rebuttal) => (Icon::Minus, Ink::Rebuttal),
                Some(RelationKind::Contradiction) => (Icon::EqualNot, Ink::Rebuttal),
                Some(RelationKind::Restatement) => (Icon::Equal, Ink::Restatement),
                Some(RelationKind::Preference) => (Icon::ChevronsRight, Ink::Preference),
                Some(RelationKind::Support) | None => (Icon::Plus, Ink::Support),
            }
        };
        let (icon, ink) = match (self.row.kind, self.row.via) {
            (_, Some(via)) if self.map.premises(via).len() == 1 => relation(via),
            (RowKind::Step, _) => relation(self.row.node),
            (RowKind::Attribution, _) => return (Icon::Quote, palette.weak),
            (RowKind::Claim | RowKind::Link, Some(_)) => return (Icon::Dot, palette.weak),
            (RowKind::Claim | RowKind::Link, None) => return (Icon::MessageSquare, palette.weak),
        };
        (icon, self.theme.color(ink))
    }
}

/// One line of text that ends in an ellipsis where it does not fit.
fn line(ui: &Ui, text: &str, size: f32, color: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::simple_singleline(text.replace('\n', " "), FontId::proportional(size), color);
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.painter().layout_job(job)
}
