//! The outline of a map on pages of text, with footnotes at the foot of the page that say where each claim comes from.

use std::sync::Arc;

use emath::{Rect, Vec2, pos2, vec2};

use crate::analysis::Outline;
use crate::analysis::outline::{Row, RowKind};
use crate::base::{Cancelled, TaskCtx};
use crate::formats::quotations::Quotations;
use crate::model::ArgumentMap;
use crate::render::{ArrowStyle, Face, Ink, PdfPage, Place, Setting, Shape, Stroke, TextBlock, TextShaper, TextSize, is_web};
use crate::tr;

/// Text is written for screens: on paper it is smaller.
const SCALE: f32 = 0.75;
/// Space around a page's text, in points.
const MARGIN: f32 = 57.0;
/// Space between paragraphs.
const GAP: f32 = 8.0;
/// Space between the notes of a page.
const NOTE_GAP: f32 = 3.0;
/// Width of a level.
const INDENT: f32 = 18.0;
/// What is deeper is indented no further.
const DEEPEST: usize = 9;
/// Width of the sign before what bears on something.
const SIGN: f32 = 16.0;
/// Width of a note's number.
const NUMBER: f32 = 24.0;
/// Lines of a paragraph that are torn apart for no page's end, and of what longer ones are cut into.
const WHOLE: f32 = 10.0;
const CUT: f32 = 5.0;
/// Lines of a note.
const NOTE_LINES: usize = 24;
/// Height of the rule above the notes, with the space around it.
const RULE: f32 = 18.0;

/// Text with its distance from the left edge.
struct Piece {
    x: f32,
    y: f32,
    block: Arc<TextBlock>,
    ink: Ink,
    link: Option<String>,
}

/// What stays together: a paragraph, a note.
#[derive(Default)]
struct Group {
    pieces: Vec<Piece>,
    height: f32,
    /// Whether what follows is the rest of the same.
    goes_on: bool,
}

/// The pages, on paper of that size.
pub(super) fn pages<'a>(
    map: &ArgumentMap,
    outline: &Outline,
    paper: Vec2,
    shaper: &mut TextShaper,
    ctx: &TaskCtx,
) -> Result<Vec<PdfPage<'a>>, Cancelled> {
    if outline.rows().is_empty() {
        return Ok(Vec::new());
    }
    let paper = vec2(paper.min_elem(), paper.max_elem());
    let room = (paper - Vec2::splat(2.0 * MARGIN)) / SCALE;
    let mut setter = Setter { shaper, width: room.x };
    let mut press = Press { room, paper, pages: Vec::new(), paragraphs: Vec::new(), notes: Vec::new(), used: 0.0 };
    let title = map.meta().title.trim();
    press.add(setter.heading(if title.is_empty() { tr!("pdf-outline") } else { title }), Vec::new());
    let quotations = Quotations::of(map);
    let mut number = 0;
    let rows = outline.rows().len() as u64;
    for (index, row) in outline.rows().iter().enumerate() {
        ctx.checkpoint(index as u64, rows)?;
        if row.kind == RowKind::Attribution {
            continue;
        }
        let cited = if row.kind == RowKind::Link { Vec::new() } else { cited(map, &quotations, row) };
        let first = number + 1;
        number += cited.len();
        let paragraph = setter.paragraph(map, outline, index, row, first..=number);
        let notes = (first..).zip(cited).map(|(number, (text, url))| setter.note(number, &text, &url)).collect();
        for (paragraph, notes) in setter.in_pieces(paragraph, notes, room.y) {
            press.add(paragraph, notes);
        }
    }
    press.turn();
    Ok(press.finish(setter.shaper))
}

/// The notes on what a row says: on its claim, and on the step from there to what is above.
fn cited(map: &ArgumentMap, quotations: &Quotations, row: &Row) -> Vec<(String, String)> {
    let nodes = [Some(row.node), row.via];
    let cited = nodes.into_iter().flatten().flat_map(|node| quotations.citations(map, node));
    cited.map(|citation| (citation.text, citation.url)).collect()
}

/// How a claim bears on what stands above it.
fn sign(map: &ArgumentMap, row: &Row) -> Option<(&'static str, Ink)> {
    let via = row.via?;
    let style = ArrowStyle::of(map.relation(via)?.kind, map.target(via));
    let sign = match style {
        ArrowStyle::Support => "+",
        ArrowStyle::Rebuttal => "−",
        ArrowStyle::Undercut => "×",
        ArrowStyle::Restatement => "≈",
        ArrowStyle::Preference => "›",
        ArrowStyle::Contradiction => "↔",
    };
    Some((sign, style.ink()))
}

/// A number above the line.
fn raised(number: usize) -> String {
    number.to_string().chars().map(|c| ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][c.to_digit(10).unwrap_or(0) as usize]).collect()
}

struct Setter<'s> {
    shaper: &'s mut TextShaper,
    width: f32,
}

impl Setter<'_> {
    fn block(&mut self, text: &str, face: Face, size: TextSize, max_width: f32, max_lines: usize) -> Arc<TextBlock> {
        Arc::new(self.shaper.shape(text, Setting { face, size, max_width, max_lines }))
    }

    fn heading(&mut self, text: &str) -> Group {
        let block = self.block(text, Face::Bold, TextSize::Large, self.width, 3);
        let mut group = Group::default();
        group.push(0.0, 0.0, block, Ink::Text);
        group
    }

    fn paragraph(
        &mut self,
        map: &ArgumentMap,
        outline: &Outline,
        index: usize,
        row: &Row,
        notes: std::ops::RangeInclusive<usize>,
    ) -> Group {
        let mut group = Group::default();
        let left = row.depth.min(DEEPEST) as f32 * INDENT;
        let number = outline.number(index).unwrap_or_default();
        let number = self.block(&number, Face::Bold, TextSize::Body, f32::INFINITY, 1);
        let indent = left + if number.width > 0.0 { number.width + 10.0 } else { 0.0 };
        let sign = sign(map, row).filter(|_| row.kind == RowKind::Claim);
        let indent = indent + if sign.is_some() { SIGN } else { 0.0 };
        let width = (self.width - indent).max(120.0);
        group.push(left, 0.0, number, Ink::Text);
        if let Some((sign, ink)) = sign {
            let sign = self.block(sign, Face::Bold, TextSize::Body, f32::INFINITY, 1);
            group.push(indent - SIGN, 0.0, sign, ink);
        }
        let marks: Vec<String> = notes.map(raised).collect();
        let said = match (row.kind, map.claim(row.node)) {
            (RowKind::Claim, Some(claim)) if claim.title.trim().is_empty() || claim.text.trim().is_empty() => claim.label().to_owned(),
            (RowKind::Claim, Some(claim)) => format!("{}: {}", claim.title.trim(), claim.text.trim()),
            _ => outline.words(map, index),
        };
        let text = said + &marks.join("\u{A0}");
        let face = if row.kind == RowKind::Claim { Face::Regular } else { Face::Italic };
        let body = self.block(&text, face, TextSize::Body, width, usize::MAX);
        let ink = if row.kind == RowKind::Claim { Ink::Text } else { Ink::Muted };
        group.push(if body.rtl { self.width - body.width } else { indent }, 0.0, body, ink);
        group
    }

    fn note(&mut self, number: usize, text: &str, url: &str) -> Group {
        let mut group = Group::default();
        let number = self.block(&number.to_string(), Face::Regular, TextSize::Small, f32::INFINITY, 1);
        group.push(0.0, 0.0, number, Ink::Text);
        // Notes run from left to right, in whatever script the first name is.
        let text = if text.is_ascii() { text.to_owned() } else { format!("\u{200E}{text}") };
        let text = self.block(&text, Face::Regular, TextSize::Small, self.width - NUMBER, NOTE_LINES);
        let mut y = text.height();
        group.push(NUMBER, 0.0, text, Ink::Text);
        if !url.is_empty() {
            let block = self.block(url, Face::Regular, TextSize::Small, self.width - NUMBER, 4);
            let ink = if is_web(url) { Ink::Selection } else { Ink::Muted };
            let height = block.height();
            group.push(NUMBER, y, block, ink);
            if let Some(piece) = group.pieces.last_mut().filter(|_| is_web(url)) {
                piece.link = Some(url.to_owned());
            }
            y += height;
        }
        group.height = y;
        group
    }

    /// Cuts what is too long to be moved to the next page: a paragraph between lines, its notes between each other.
    fn in_pieces(&self, paragraph: Group, notes: Vec<Group>, height: f32) -> Vec<(Group, Vec<Group>)> {
        let most = height - RULE;
        let needed = paragraph.height + notes.iter().map(|note| note.height + NOTE_GAP).sum::<f32>();
        let line = TextSize::Body.line_height();
        if needed <= most && paragraph.height <= WHOLE * line {
            return vec![(paragraph, notes)];
        }
        let parts = if paragraph.height > WHOLE * line { paragraph.cut(CUT * line) } else { vec![paragraph] };
        let mut pieces: Vec<(Group, Vec<Group>)> = parts.into_iter().map(|group| (group, Vec::new())).collect();
        let mut room = most - pieces.last().map_or(0.0, |(last, _)| last.height + GAP);
        for note in notes {
            if room < note.height + NOTE_GAP {
                pieces.push((Group::default(), Vec::new()));
                room = most;
            }
            room -= note.height + NOTE_GAP;
            if let Some((_, last)) = pieces.last_mut() {
                last.push(note);
            }
        }
        pieces
    }
}

impl Group {
    fn push(&mut self, x: f32, y: f32, block: Arc<TextBlock>, ink: Ink) {
        self.height = self.height.max(y + block.height());
        self.pieces.push(Piece { x, y, block, ink, link: None });
    }

    /// What is left free below.
    fn gap(&self) -> f32 {
        if self.goes_on { 0.0 } else { GAP }
    }

    /// The group in parts of at most that height.
    fn cut(self, most: f32) -> Vec<Self> {
        let Some(long) = self.pieces.iter().position(|piece| piece.block.height() > most) else { return vec![self] };
        let mut parts = vec![Self::default()];
        for (i, piece) in self.pieces.into_iter().enumerate() {
            if i != long {
                if let Some(first) = parts.first_mut() {
                    first.push(piece.x, piece.y, piece.block, piece.ink);
                }
                continue;
            }
            let lines = ((most - piece.y) / piece.block.size.line_height()).floor().max(1.0) as usize;
            for (j, chunk) in piece.block.lines.chunks(lines).enumerate() {
                let block = Arc::new(TextBlock { lines: chunk.to_vec(), ..TextBlock::clone(&piece.block) });
                if j > 0 {
                    if let Some(part) = parts.last_mut() {
                        part.goes_on = true;
                    }
                    parts.push(Self::default());
                }
                if let Some(part) = parts.last_mut() {
                    part.push(piece.x, if j > 0 { 0.0 } else { piece.y }, block, piece.ink);
                }
            }
        }
        parts
    }
}

/// A page's shapes, and its links with where they are.
type Printed = (Vec<Shape>, Vec<(Rect, String)>);

/// Fills pages from the top with paragraphs, from the foot with notes.
struct Press {
    room: Vec2,
    paper: Vec2,
    pages: Vec<Printed>,
    paragraphs: Vec<Group>,
    notes: Vec<Group>,
    used: f32,
}

impl Press {
    fn add(&mut self, paragraph: Group, notes: Vec<Group>) {
        let noted: f32 = notes.iter().map(|note| note.height + NOTE_GAP).sum();
        let rule = if self.notes.is_empty() && !notes.is_empty() { RULE } else { 0.0 };
        if !self.paragraphs.is_empty() && self.used + paragraph.height + paragraph.gap() + noted + rule > self.room.y {
            self.turn();
        }
        let rule = if self.notes.is_empty() && !notes.is_empty() { RULE } else { 0.0 };
        self.used += paragraph.height + paragraph.gap() + noted + rule;
        self.paragraphs.push(paragraph);
        self.notes.extend(notes);
    }

    /// Ends the page.
    fn turn(&mut self) {
        let (mut shapes, mut links) = (Vec::new(), Vec::new());
        let mut y = 0.0;
        for paragraph in std::mem::take(&mut self.paragraphs) {
            paragraph.paint(y, &mut shapes, &mut links);
            y += paragraph.height + paragraph.gap();
        }
        let notes = std::mem::take(&mut self.notes);
        let mut y = self.room.y - notes.iter().map(|note| note.height + NOTE_GAP).sum::<f32>();
        if !notes.is_empty() {
            let rule = vec![pos2(0.0, y - RULE / 2.0), pos2(160.0, y - RULE / 2.0)];
            shapes.push(Shape::Line { points: rule, fill: None, stroke: Some(Stroke::solid(0.75, Ink::Muted)) });
        }
        for note in notes {
            note.paint(y, &mut shapes, &mut links);
            y += note.height + NOTE_GAP;
        }
        self.used = 0.0;
        if !shapes.is_empty() {
            self.pages.push((shapes, links));
        }
    }

    /// The pages with their numbers; the map is on the first page of the document.
    fn finish<'a>(self, shaper: &mut TextShaper) -> Vec<PdfPage<'a>> {
        let (room, paper, count) = (self.room, self.paper, self.pages.len());
        let place = Place { scale: SCALE, offset: Vec2::splat(MARGIN) };
        let pages = self.pages.into_iter().enumerate().map(|(i, (mut shapes, links))| {
            let number = tr!("page-number", number = i + 2, count = count + 1);
            let setting = Setting { face: Face::Regular, size: TextSize::Small, max_width: f32::INFINITY, max_lines: 1 };
            let block = Arc::new(shaper.shape(&number, setting));
            let rect = Rect::from_min_size(pos2((room.x - block.width) / 2.0, room.y + 24.0), vec2(block.width, block.height()));
            shapes.push(Shape::Text { rect, block, ink: Ink::Muted });
            let links = links.into_iter().map(|(rect, url)| (place.rect(rect), url)).collect();
            PdfPage { size: paper, sheet: None, shapes: vec![(place, shapes)], links }
        });
        pages.collect()
    }
}

impl Group {
    fn paint(&self, top: f32, shapes: &mut Vec<Shape>, links: &mut Vec<(Rect, String)>) {
        for piece in &self.pieces {
            let rect = Rect::from_min_size(pos2(piece.x, top + piece.y), vec2(piece.block.width, piece.block.height()));
            links.extend(piece.link.iter().map(|url| (rect, url.clone())));
            shapes.push(Shape::Text { rect, block: piece.block.clone(), ink: piece.ink });
        }
    }
}
