//! What ties the acts of a trace together: reports, copies, answers, and voices that return in a circle.

use std::collections::BTreeMap;
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::act::{verb, words_of};
use super::{Frame, Heading, Told};
use crate::model::{ArgumentMap, Stance};
use crate::provenance::origins::{Voice, voice_of};
use crate::render::chip::{stance_ink, text_at};
use crate::render::fonts::Face;
use crate::render::text::{Setting, TextBlock};
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::{Curve, Dash, Path, Shape, Stroke, TextShaper};
use crate::tr;

/// Width of the words on a line.
const WIDTH: f32 = 168.0;
const MAX_WORDS: usize = 3;
/// In so much room a line turns from one row to another.
const TURN: f32 = 12.0 * UNIT;
/// How far lines hang out beside what stands below each other, and below what is in a circle.
const BULGE: f32 = 9.0 * UNIT;
const HANG: f32 = 22.0 * UNIT;
const HEAD: f32 = 9.0;

/// Words on a line.
pub(super) struct Label {
    pub(super) size: Vec2,
    shapes: Vec<Shape>,
    name: String,
}

/// A line from one act to another.
pub(super) struct Tie {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether the claim went that way; else a voice returns.
    pub(super) leads: bool,
    stroke: Stroke,
    pub(super) label: Option<Label>,
}

/// All ties; those within a source have no words.
pub(super) fn ties(map: &ArgumentMap, told: &Told<'_>, frame_of: &[usize], shaper: &mut TextShaper) -> Vec<Tie> {
    let steps = &told.trace.steps;
    let voice = |step: usize| voice_of(map, told.trace, step);
    let in_circle = |a: usize, b: usize| {
        let both = told.in_circle(map, a) && told.in_circle(map, b);
        let (a, b) = (voice(a), voice(b));
        both && a != b && told.found.circles.iter().any(|circle| circle.contains(&a) && circle.contains(&b))
    };
    let mut ties = Vec::new();
    for (to, step) in steps.iter().enumerate() {
        let Some((from, said)) = step.of.filter(|of| *of < steps.len()).zip(map.attribution(step.attribution)) else { continue };
        let ink = if in_circle(from, to) { Ink::Rebuttal } else { stance_ink(said.stance) };
        let dash = if step.words.quoted || said.stance != Stance::Reports { Dash::Solid } else { Dash::Dashed };
        let width = if ink == Ink::Rebuttal { 2.5 } else { 1.75 };
        let words = words_of(map, told, step).filter(|_| step.words.quoted);
        let apart = frame_of.get(from) != frame_of.get(to);
        let label = apart.then(|| label(verb(said.stance, said.quotation), words.as_deref(), ink, shaper));
        ties.push(Tie { from, to, leads: true, stroke: Stroke { width, ink, dash }, label });
    }
    for copy in told.found.copies.iter().filter(|copy| copy.step.max(copy.of) < steps.len()) {
        let label = Some(label(tr!("provenance-same-words"), None, Ink::Undercut, shaper));
        ties.push(Tie {
            from: copy.of,
            to: copy.step,
            leads: true,
            stroke: Stroke { width: 1.75, ink: Ink::Undercut, dash: Dash::Dotted },
            label,
        });
    }
    // A voice in a circle that speaks again closes it.
    let mut last: BTreeMap<Voice, usize> = BTreeMap::new();
    let mut circling: Vec<usize> = (0..steps.len()).filter(|step| told.in_circle(map, *step)).collect();
    circling.sort_by_key(|step| steps.get(*step).and_then(|step| step.when.day()));
    for step in circling {
        if let Some(before) = last.insert(voice(step), step).filter(|before| frame_of.get(*before) != frame_of.get(step)) {
            let again = tr!("provenance-again", who = voice(step).name(map));
            let label = Some(label(&again, None, Ink::Rebuttal, shaper));
            let stroke = Stroke { width: 2.5, ink: Ink::Rebuttal, dash: Dash::Dotted };
            ties.push(Tie { from: before, to: step, leads: false, stroke, label });
        }
    }
    ties
}

fn label(word: &str, words: Option<&str>, ink: Ink, shaper: &mut TextShaper) -> Label {
    let setting = |face, max_lines| Setting { face, size: TextSize::Small, max_width: WIDTH, max_lines };
    let mut blocks = vec![(shaper.shape(word, setting(Face::Regular, 1)), ink)];
    if let Some(words) = words {
        blocks.push((shaper.shape(words, setting(Face::Italic, MAX_WORDS)), Ink::Text));
    }
    let width = blocks.iter().map(|(block, _)| block.width).fold(0.0, f32::max);
    let height: f32 = blocks.iter().map(|(block, _)| block.height()).sum();
    let ground = Rect::from_min_size(Pos2::ZERO, vec2(width, height)).expand(UNIT / 2.0);
    let mut shapes = vec![Shape::Rect { rect: ground, radius: UNIT, fill: Some(Ink::Canvas), stroke: None }];
    let mut top = 0.0;
    for (block, ink) in blocks {
        let height = TextBlock::height(&block);
        shapes.push(text_at(pos2(width - block.width, top), Arc::new(block), ink));
        top += height;
    }
    let name = words.map_or_else(|| word.to_owned(), |words| format!("{word}: {words}"));
    Label { size: vec2(width, height), shapes, name }
}

/// The lines, to be painted below the sources.
pub(super) fn draw(
    map: &ArgumentMap,
    told: &Told<'_>,
    ties: &[Tie],
    frames: &[Frame],
    frame_of: &[usize],
    places: &[Pos2],
) -> Vec<Heading> {
    let mut lines = answers(map, ties, frames, frame_of);
    for tie in ties {
        let (Some(from), Some(to)) = (frames.get(frame_of[tie.from]), frames.get(frame_of[tie.to])) else { continue };
        let path =
            if tie.leads { way(from.rect, to.rect, places[tie.from].y, places[tie.to].y) } else { below(frames, from.rect, to.rect) };
        let mut shapes = vec![Shape::Path { path: path.clone(), stroke: tie.stroke }];
        if tie.leads {
            let (end, way) = path.along(path.length());
            let side = way.rot90() * HEAD / 2.0;
            let points = vec![end, end - way * HEAD + side, end - way * HEAD - side];
            shapes.push(Shape::Line { points, fill: Some(tie.stroke.ink), stroke: Some(Stroke::solid(1.0, tie.stroke.ink)) });
        }
        let who =
            |step: usize| told.trace.attribution(map, step).map(|said| crate::provenance::words::speaker(map, said)).unwrap_or_default();
        let label = tie.label.as_ref().map_or("", |label| label.name.as_str());
        let name = format!("{} → {}: {label}", who(tie.from), who(tie.to));
        lines.push(Heading { name, bounds: path.bounds().expand(UNIT), shapes, of: Vec::new() });
    }
    lines
}

/// Thin lines from sources to those that answer them, where nothing else ties them together.
fn answers(map: &ArgumentMap, ties: &[Tie], frames: &[Frame], frame_of: &[usize]) -> Vec<Heading> {
    let tied: Vec<(usize, usize)> = ties.iter().map(|tie| (frame_of[tie.from], frame_of[tie.to])).collect();
    let mut lines = Vec::new();
    for (to, frame) in frames.iter().enumerate() {
        let answered = frame.source.and_then(|id| map.source(id)?.in_reply_to);
        let Some(from) = answered.and_then(|source| frames.iter().position(|frame| frame.source == Some(source))) else { continue };
        if from == to || tied.contains(&(from, to)) {
            continue;
        }
        let head = |frame: &Frame| frame.rect.top() + frame.head.0 / 2.0 + UNIT;
        let path = way(frames[from].rect, frame.rect, head(&frames[from]), head(frame));
        let bounds = path.bounds().expand(UNIT);
        let shapes = vec![Shape::Path { path, stroke: Stroke { width: 1.0, ink: Ink::Border, dash: Dash::Dotted } }];
        lines.push(Heading { name: tr!("provenance-answers").to_owned(), bounds, shapes, of: Vec::new() });
    }
    lines
}

/// From one source to another: out of it, over to the other's row, along that row. Back in time it leaves to the left.
fn way(from: Rect, to: Rect, from_y: f32, to_y: f32) -> Path {
    let turn = |a: Pos2, b: Pos2| {
        let middle = (a.x + b.x) / 2.0;
        Curve([a, pos2(middle, a.y), pos2(middle, b.y), b])
    };
    if to.left() > from.right() {
        let (start, end) = (pos2(from.right(), from_y), pos2(to.left(), to_y));
        let bend = pos2((start.x + TURN).min(end.x - HEAD), to_y);
        Path::from_iter([turn(start, bend), Curve::line(bend, end)])
    } else if to.right() < from.left() {
        let (start, end) = (pos2(from.left(), from_y), pos2(to.right(), to_y));
        let bend = pos2((start.x - TURN).max(end.x + HEAD), to_y);
        Path::from_iter([turn(start, bend), Curve::line(bend, end)])
    } else {
        let (start, end) = (pos2(from.left(), from_y), pos2(to.left(), to_y));
        Path::from(Curve([start, start - vec2(BULGE, 0.0), end - vec2(BULGE, 0.0), end]))
    }
}

/// From one source to another below all that is between them.
fn below(frames: &[Frame], from: Rect, to: Rect) -> Path {
    let across = from.x_range().min.min(to.x_range().min)..=from.x_range().max.max(to.x_range().max);
    let rows = frames.iter().filter(|frame| frame.rect.left() <= *across.end() && frame.rect.right() >= *across.start());
    let bottom = rows.map(|frame| frame.rect.bottom()).filter(|bottom| *bottom <= from.bottom().max(to.bottom())).fold(f32::MIN, f32::max);
    let (start, end) = (pos2(from.center().x, from.bottom()), pos2(to.center().x, to.bottom()));
    let low = bottom.max(start.y).max(end.y) + HANG;
    Path::from(Curve([start, pos2(start.x, low), pos2(end.x, low), end]))
}

/// The words on the lines, to be painted above all else.
pub(super) fn labels(ties: &[Tie], frames: &[Frame], frame_of: &[usize], places: &[Pos2]) -> Vec<Heading> {
    let mut labels: Vec<Heading> = Vec::new();
    for tie in ties {
        let (Some(label), Some(from), Some(to)) = (&tie.label, frames.get(frame_of[tie.from]), frames.get(frame_of[tie.to])) else {
            continue;
        };
        let y = places[tie.to].y - label.size.y - UNIT;
        let mut corner = if !tie.leads {
            let (middle, _) = {
                let path = below(frames, from.rect, to.rect);
                path.along(path.length() / 2.0)
            };
            middle - vec2(label.size.x / 2.0, label.size.y + UNIT)
        } else if to.rect.left() > from.rect.right() {
            pos2(to.rect.left() - 3.5 * UNIT - label.size.x, y)
        } else if to.rect.right() < from.rect.left() {
            pos2(to.rect.right() + 3.5 * UNIT, y)
        } else {
            pos2(to.rect.left() - BULGE - label.size.x, y)
        };
        // A second line to the same act.
        while labels.iter().any(|other| other.bounds.intersects(Rect::from_min_size(corner, label.size))) {
            corner.y -= label.size.y + UNIT;
        }
        let bounds = Rect::from_min_size(corner.round(), label.size);
        let shapes = label.shapes.iter().map(|shape| shape.translated(bounds.min.to_vec2())).collect();
        labels.push(Heading { name: label.name.clone(), bounds, shapes, of: Vec::new() });
    }
    labels
}
