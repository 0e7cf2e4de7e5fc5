//! How two versions of the text of a source differ.

use egui::text::LayoutJob;
use egui::{Color32, FontId, Frame, Label, Margin, RichText, ScrollArea, Stroke, TextFormat};

use super::{Answer, foot, primary, show};
use crate::analysis::texts::{Change, Piece, changes};
use crate::app::theme::{BODY, Palette, UNIT};
use crate::base::SourceId;
use crate::base::date::shown;
use crate::editor::Editor;
use crate::tr;

/// Height of the text.
const HEIGHT: f32 = 110.0 * UNIT;
/// So much of what did not change is shown around a change, in lines.
const AROUND: usize = 2;

/// The form.
pub(crate) struct Versions {
    source: SourceId,
    old: usize,
    new: usize,
    pieces: Option<Vec<Piece>>,
}

impl Versions {
    pub(super) fn new(source: SourceId, old: usize, new: usize) -> Self {
        Self { source, old, new, pieces: None }
    }

    pub(super) fn ui(&mut self, ctx: &egui::Context, editor: &Editor) -> Option<Answer> {
        let source = editor.map().source(self.source);
        let versions = source.and_then(|s| Some((s.label().to_owned(), s.texts.get(self.old)?, s.texts.get(self.new)?)));
        let Some((name, old, new)) = versions else { return Some(Answer::Back) };
        let pieces = self.pieces.get_or_insert_with(|| changes(old.text(), new.text(), AROUND));
        show(ctx, tr!("versions-title"), 160.0 * UNIT, |ui| {
            let palette = Palette::of(ui.visuals());
            let when = |text: &crate::model::SourceText| shown(text.imported.get(..16).unwrap_or_default());
            let what =
                tr!("versions-what", name = name, old = self.old + 1, old_when = when(old), new = self.new + 1, new_when = when(new),);
            ui.add(Label::new(RichText::new(what).color(palette.weak)).wrap());
            ui.add_space(UNIT);
            Frame::NONE.fill(palette.field).corner_radius(4).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                ScrollArea::vertical().id_salt("changes").max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
                    let job = laid_out(pieces, palette, ui.available_width());
                    let response = ui.add(Label::new(job).wrap());
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(spoken(pieces)));
                });
            });
            let mut answer = None;
            foot(ui, |ui| {
                if primary(ui, tr!("versions-close")) {
                    answer = Some(Answer::Back);
                }
            });
            answer
        })
    }
}

/// The words with what went struck out and what came underlined: colour alone says nothing to some.
fn laid_out(pieces: &[Piece], palette: &Palette, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let font = FontId::proportional(BODY);
    let plain = TextFormat { font_id: font.clone(), color: palette.text, ..TextFormat::default() };
    let gone = TextFormat { color: palette.error, strikethrough: Stroke::new(1.0, palette.error), ..plain.clone() };
    let come = TextFormat { background: palette.accent_wash, underline: Stroke::new(1.0, palette.accent), ..plain.clone() };
    let skipped = TextFormat { color: palette.weak, background: Color32::TRANSPARENT, ..plain.clone() };
    for piece in pieces {
        let (text, format) = match piece.change {
            Change::Same => (piece.text.as_str(), plain.clone()),
            Change::Gone => (piece.text.as_str(), gone.clone()),
            Change::Come => (piece.text.as_str(), come.clone()),
            Change::Skipped => ("\n[…]\n\n", skipped.clone()),
        };
        job.append(text, 0.0, format);
    }
    job
}

/// The same for those who hear it.
fn spoken(pieces: &[Piece]) -> String {
    let part = |piece: &Piece| match piece.change {
        Change::Same => piece.text.clone(),
        Change::Gone => tr!("versions-gone", text = piece.text.as_str()),
        Change::Come => tr!("versions-come", text = piece.text.as_str()),
        Change::Skipped => " … ".to_owned(),
    };
    pieces.iter().map(part).collect()
}
