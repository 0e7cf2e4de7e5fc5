//! Lines of the text field on a card: they end where those of the card end, whatever the script.

use std::ops::Range;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Color32, FontId, Galley, Ui};

use crate::render::{has_own_breaks, wrap};

/// How a field's text looks.
pub(super) struct Looks {
    pub(super) font: FontId,
    pub(super) color: Color32,
    pub(super) line_height: f32,
}

/// The text of a field, laid out in lines no wider than `width`.
pub(super) fn layout(ui: &Ui, text: &str, width: f32, looks: &Looks) -> Arc<Galley> {
    let line = |text: &str, width: f32| {
        let mut job = LayoutJob::simple(text.to_owned(), looks.font.clone(), looks.color, width);
        for section in &mut job.sections {
            section.format.line_height = Some(looks.line_height);
        }
        job
    };
    if !has_own_breaks(text) {
        return ui.fonts_mut(|f| f.layout_job(line(text, width)));
    }
    let measure = |range: Range<usize>| ui.fonts_mut(|f| f.layout_job(line(&text[range], f32::INFINITY))).size().x;
    let starts: Vec<usize> = wrap(text, width, measure).into_iter().map(|line| line.start).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    // The space at the end of a line stays in it, for the cursor; a line break is told by the galley.
    let pieces: Vec<&str> = starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect();
    let galleys: Vec<Arc<Galley>> =
        pieces.iter().map(|piece| ui.fonts_mut(|f| f.layout_job(line(piece.strip_suffix('\n').unwrap_or(piece), f32::INFINITY)))).collect();
    let mut whole = Galley::concat(Arc::new(line(text, width)), &galleys, ui.pixels_per_point());
    for (row, piece) in whole.rows.iter_mut().zip(&pieces) {
        row.ends_with_newline = piece.ends_with('\n');
    }
    Arc::new(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as the field has them, a line break shown as "/".
    fn rows(text: &str, width: f32) -> Vec<String> {
        let mut rows = Vec::new();
        egui::__run_test_ui(|ui| {
            let looks = Looks { font: FontId::proportional(14.0), color: Color32::BLACK, line_height: 20.0 };
            let galley = layout(ui, text, width, &looks);
            let counted: usize = galley.rows.iter().map(|row| row.char_count_including_newline().0).sum();
            assert_eq!(counted, text.chars().count(), "every place for the cursor");
            rows = galley.rows.iter().map(|row| row.text() + if row.ends_with_newline { "/" } else { "" }).collect();
        });
        rows
    }

    #[test]
    fn a_field_breaks_its_lines_as_the_card_does() {
        let thai = "การเลือกตั้งเป็นธรรมหรือไม่";
        for text in ["選挙を決めたのはネーダーだ、と言う人がいる。", "待って。\nもう一度", thai, "ไทย and English words\n\nend\n"]
        {
            for width in [30.0, 60.0, 200.0] {
                let rows = rows(text, width);
                assert_eq!(rows.concat().replace('/', "\n"), text, "{width}");
                assert!(rows.len() > 2 || width > 30.0, "{rows:?}");
                assert!(rows.iter().all(|row| !row.starts_with(['ー', '。', '、', 'っ'])), "{rows:?}");
            }
        }
        assert_eq!(rows("待って。\nもう", 1000.0), ["待って。/", "もう"]);
        assert_eq!(rows("日本\n", 1000.0), ["日本/", ""]);
    }
}
