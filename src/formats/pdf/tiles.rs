//! A poster over several sheets of paper: each overlaps the next, with marks where to cut.

use std::sync::Arc;

use emath::{Rect, Vec2, pos2, vec2};

use crate::formats::ExportError;
use crate::render::{Face, Ink, PdfPage, Place, Setting, Shape, Sheet, Stroke, TextShaper, TextSize};
use crate::tr;

/// What printers leave blank around a page, in points: 10 mm.
const MARGIN: f32 = 28.35;
/// What two neighbours both show, to be glued over each other: 10 mm.
const OVERLAP: f32 = 28.35;
/// Length of a mark.
const MARK: f32 = 14.0;
/// Most sheets of a poster.
const MOST: usize = 400;
/// Most places for sheets, printed or not.
const MOST_PLACES: usize = 100 * MOST;
/// Size of what is written in the margin.
const SMALL: f32 = 0.75;

const SAME: Place = Place { scale: 1.0, offset: Vec2::ZERO };

/// The pages of a poster `scale` times as large as the sheet, row by row.
pub(super) fn tiles<'a>(sheet: &'a Sheet<'a>, scale: f32, paper: Vec2, shaper: &mut TextShaper) -> Result<Vec<PdfPage<'a>>, ExportError> {
    let poster = sheet.rect.size() * scale;
    let upright = vec2(paper.min_elem(), paper.max_elem());
    let across = vec2(upright.y, upright.x);
    let page = if count(poster, across) < count(poster, upright) { across } else { upright };
    let [columns, rows] = grid(poster, page);
    let most = columns.saturating_mul(rows);
    if most > MOST_PLACES {
        return Err(ExportError::Refused(tr!("poster-too-many", count = most, most = MOST)));
    }
    let area = Rect::from_min_max(pos2(MARGIN, MARGIN), pos2(page.x - MARGIN, page.y - MARGIN));
    let step = area.size() - Vec2::splat(OVERLAP);
    let all = vec2(columns as f32, rows as f32) * step + Vec2::splat(OVERLAP);
    // What is left over is shared by both sides.
    let start = area.min + (all - poster) / 2.0 - sheet.rect.min.to_vec2() * scale;
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let offset_of = |(row, column): (usize, usize)| (start - vec2(column as f32, row as f32) * step).to_vec2();
    // Paper on which nothing would be printed is spared; rows and columns are counted as if it were there.
    let is_printed = |place: &(usize, usize)| {
        let on_sheet = area.translate(-offset_of(*place));
        sheet.shows_in(Rect::from_min_max((on_sheet.min.to_vec2() / scale).to_pos2(), (on_sheet.max.to_vec2() / scale).to_pos2()))
    };
    let mut printed: Vec<(usize, usize)> = places.filter(is_printed).collect();
    if printed.is_empty() {
        printed.push((0, 0));
    }
    let count = printed.len();
    if count > MOST {
        return Err(ExportError::Refused(tr!("poster-too-many", count = count, most = MOST)));
    }
    let mut pages = Vec::with_capacity(count);
    for (i, (row, column)) in printed.into_iter().enumerate() {
        let offset = offset_of((row, column));
        let mut shapes = Vec::new();
        if count > 1 {
            shapes.push((SAME, marks(area)));
            let text = tr!("poster-sheet", number = i + 1, count = count, row = row + 1, column = column + 1);
            let setting = Setting { face: Face::Regular, size: TextSize::Small, max_width: f32::INFINITY, max_lines: 1 };
            let block = Arc::new(shaper.shape(&text, setting));
            let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(block.width, block.height()));
            let at = vec2(area.left() + 2.0 * MARK, area.bottom() + (MARGIN - rect.height() * SMALL) / 2.0);
            shapes.push((Place { scale: SMALL, offset: at }, vec![Shape::Text { rect, block, ink: Ink::Muted }]));
        }
        pages.push(PdfPage { size: page, sheet: Some((sheet, Place { scale, offset }, Some(area))), shapes, links: Vec::new() });
    }
    Ok(pages)
}

fn count(poster: Vec2, page: Vec2) -> usize {
    let [columns, rows] = grid(poster, page);
    columns.saturating_mul(rows)
}

/// Columns and rows.
fn grid(poster: Vec2, page: Vec2) -> [usize; 2] {
    let step = page - Vec2::splat(2.0 * MARGIN + OVERLAP);
    let needed = (poster - Vec2::splat(OVERLAP)) / step;
    [needed.x, needed.y].map(|n| (n - 1e-3).ceil().max(1.0) as usize)
}

/// At each corner two strokes that point at it from outside, and where the neighbour's edge comes to lie.
fn marks(area: Rect) -> Vec<Shape> {
    let stroke = Some(Stroke::solid(0.5, Ink::Text));
    let line = |from: emath::Pos2, to: emath::Pos2| Shape::Line { points: vec![from, to], fill: None, stroke };
    let mut shapes = Vec::new();
    for (x, out_x, inner_x) in [(area.left(), -1.0, area.left() + OVERLAP), (area.right(), 1.0, area.right() - OVERLAP)] {
        for (y, out_y, inner_y) in [(area.top(), -1.0, area.top() + OVERLAP), (area.bottom(), 1.0, area.bottom() - OVERLAP)] {
            let (near_x, far_x) = (x + out_x * 4.0, x + out_x * (4.0 + MARK));
            let (near_y, far_y) = (y + out_y * 4.0, y + out_y * (4.0 + MARK));
            shapes.push(line(pos2(near_x, y), pos2(far_x, y)));
            shapes.push(line(pos2(x, near_y), pos2(x, far_y)));
            shapes.push(line(pos2(near_x, inner_y), pos2(near_x + out_x * MARK / 3.0, inner_y)));
            shapes.push(line(pos2(inner_x, near_y), pos2(inner_x, near_y + out_y * MARK / 3.0)));
        }
    }
    shapes
}
