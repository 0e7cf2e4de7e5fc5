//! A claim's provenance as a picture: who said it where, time from left to right, what is undated apart, and lines that say who has it
//! from whom in which words.

mod act;
mod grid;
mod lines;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};
use jiff::civil::Date;

use super::headings::words as heading;
use super::{Heading, Part, PlacedCard, Scene};
use crate::base::{NodeId, SourceId};
use crate::model::ArgumentMap;
use crate::provenance::origins::{Origins, voice_of};
use crate::provenance::trace::Trace;
use crate::provenance::words;
use crate::render::card::Card;
use crate::render::theme::{Ink, UNIT};
use crate::render::{Shape, Stroke, TextShaper, Theme};
use crate::tr;

use act::ACT_WIDTH;
use grid::{Cell, Spot};
use lines::{Label, Tie};

/// More steps are not drawn; their number is told.
const MAX_STEPS: usize = 200;
/// Space in the frame of a source.
const PADDING: f32 = 3.0 * UNIT;
const FRAME_WIDTH: f32 = ACT_WIDTH + 2.0 * PADDING;
/// Between two acts in a source.
const GAP: f32 = 2.0 * UNIT;
/// Between rows, and between columns where no words stand.
const ROW_GAP: f32 = 9.0 * UNIT;
const COLUMN_GAP: f32 = 18.0 * UNIT;
/// What lines need beside the words on them.
const LINE_ROOM: f32 = 20.0 * UNIT;
/// Between what is dated, its dates, and what is not.
const BAND_GAP: f32 = 20.0 * UNIT;

/// What there is to draw.
struct Told<'a> {
    trace: &'a Trace,
    found: &'a Origins,
    /// The attributions whose quotation is not what was said.
    doubted: Arc<BTreeSet<NodeId>>,
}

impl Told<'_> {
    /// Whether a step stands by the claim and its voice has it, in a circle, from itself.
    fn in_circle(&self, map: &ArgumentMap, step: usize) -> bool {
        let vouches = self.trace.steps.get(step).is_some_and(|step| step.vouches);
        vouches && self.found.circles.iter().any(|circle| circle.contains(&voice_of(map, self.trace, step)))
    }
}

/// A source at a time, with those who speak in it.
struct Frame {
    /// Its acts, by their steps.
    acts: Vec<usize>,
    /// When it is from; `None` where it is undated.
    day: Option<Date>,
    time: String,
    source: Option<SourceId>,
    head: (f32, Vec<Shape>),
    cell: Cell,
    rect: Rect,
}

/// Draws where a claim comes from: its trace, and the origins that were found in it. The cards are the claim and the attributions; all
/// else is in the headings.
pub fn provenance_scene(map: &ArgumentMap, trace: &Trace, found: &Origins, theme: Theme, shaper: &mut TextShaper) -> Scene {
    let claim = trace.claim;
    let left_out = trace.steps.len().saturating_sub(MAX_STEPS);
    let steps = trace.steps.iter().take(MAX_STEPS).cloned().collect();
    let trace = Trace { claim, wordings: trace.wordings.clone(), steps };
    let told = Told { trace: &trace, found, doubted: shaper.doubted.clone() };
    let mut frames = frames(map, &told, shaper);
    let mut frame_of = vec![0; trace.steps.len()];
    for (i, frame) in frames.iter().enumerate() {
        frame.acts.iter().for_each(|step| frame_of[*step] = i);
    }
    let ties = lines::ties(map, &told, &frame_of, shaper);
    let mut labels: BTreeMap<usize, &Label> = BTreeMap::new();
    // Where two lines lead to a step the wider words say how much room they need; what closes a circle runs below.
    for (to, label) in ties.iter().filter(|tie| tie.leads).filter_map(|tie| Some((tie.to, tie.label.as_ref()?))) {
        let widest = labels.entry(to).or_insert(label);
        if widest.size.x < label.size.x {
            *widest = label;
        }
    }
    let cards: Vec<Card> = trace
        .steps
        .iter()
        .enumerate()
        .map(|(i, step)| {
            let time = frames.get(frame_of[i]).and_then(|frame| {
                let time = words::time_of(map, step);
                (time != frame.time).then_some(time)
            });
            let on_line = step.of.is_some() && labels.contains_key(&i);
            act::act(map, &told, i, time, !on_line, shaper)
        })
        .collect();
    let places = set(&mut frames, &cards, &labels, &frame_of, &ties);
    let mut headings = axis(&frames, shaper);
    headings.extend(lines::draw(map, &told, &ties, &frames, &frame_of, &places));
    headings.extend(frames.iter().map(|frame| ground(map, frame)));
    headings.extend(lines::labels(&ties, &frames, &frame_of, &places));
    let head = act::head(map, &told, left_out, shaper);
    let top = headings.iter().map(|heading| heading.bounds.top()).fold(0.0, f32::min) - BAND_GAP / 2.0;
    let left = headings.iter().map(|heading| heading.bounds.left()).fold(0.0, f32::min);
    let at = pos2(left, top) + vec2(head.bounds.width(), -head.bounds.height()) / 2.0;
    let placed = |claim: NodeId, at: Pos2, card: Card| PlacedCard { claim, at: at.round(), card: Arc::new(card) };
    let acts = trace.steps.iter().zip(cards).zip(places).map(|((step, card), at)| placed(step.attribution, at, card));
    let title = map.claim(claim).map_or("", |claim| claim.label()).to_owned();
    Scene::of_cards(title, theme, std::iter::once(placed(claim, at, head)).chain(acts).collect(), headings)
}

/// Gathers what is said in one source at one time; what is said nowhere stands alone.
fn frames(map: &ArgumentMap, told: &Told<'_>, shaper: &mut TextShaper) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut known: BTreeMap<(SourceId, Option<Date>), usize> = BTreeMap::new();
    for (i, step) in told.trace.steps.iter().enumerate() {
        let source = map.attribution(step.attribution).and_then(|said| said.source);
        let day = step.when.day();
        let next = frames.len();
        let at = source.map_or(next, |source| *known.entry((source, day)).or_insert(next));
        match frames.get_mut(at) {
            Some(frame) => frame.acts.push(i),
            None => {
                let time = words::time_of(map, step);
                let head = act::source_head(map, step.attribution, &time, ACT_WIDTH, shaper);
                let cell = Cell { undated: day.is_none(), row: 0, column: 0 };
                frames.push(Frame { acts: vec![i], day, time, source, head, cell, rect: Rect::NOTHING });
            }
        }
    }
    frames
}

/// Gives frames their places, and tells where the cards of the acts stand.
fn set(frames: &mut [Frame], cards: &[Card], labels: &BTreeMap<usize, &Label>, frame_of: &[usize], ties: &[Tie]) -> Vec<Pos2> {
    let days: BTreeSet<Date> = frames.iter().filter_map(|frame| frame.day).collect();
    let mut spots: Vec<Spot> = frames
        .iter()
        .map(|frame| Spot { time: frame.day.and_then(|day| days.iter().position(|other| *other == day)), from: Vec::new() })
        .collect();
    for (from, to) in ties.iter().filter(|tie| tie.leads).map(|tie| (frame_of[tie.from], frame_of[tie.to])).filter(|(a, b)| a != b) {
        spots[to].from.push(from);
    }
    for (frame, cell) in frames.iter_mut().zip(grid::place(&spots)) {
        frame.cell = cell;
    }
    let columns = frames.iter().map(|frame| frame.cell.column + 1).max().unwrap_or_default();
    let mut gaps = vec![COLUMN_GAP; columns];
    for (step, label) in labels {
        let gap = &mut gaps[frames[frame_of[*step]].cell.column];
        *gap = gap.max(label.size.x + LINE_ROOM);
    }
    let mut lefts = Vec::with_capacity(columns);
    let mut x = 0.0;
    for (column, gap) in gaps.iter().enumerate() {
        x += if column > 0 { *gap } else { 0.0 };
        lefts.push(x);
        x += FRAME_WIDTH;
    }
    // Acts below each other, with room for the words on the lines that lead to them; heights from each frame's top.
    let mut centres = vec![0.0; cards.len()];
    let mut heights = Vec::with_capacity(frames.len());
    for frame in frames.iter() {
        let mut y = PADDING + frame.head.0 + GAP;
        let mut above = 0.0;
        for step in &frame.acts {
            let height = cards[*step].bounds.height();
            let least = labels.get(step).map_or(0.0, |label| above + label.size.y + 2.0 * UNIT);
            centres[*step] = (y + height / 2.0).max(least);
            y = centres[*step] + height / 2.0 + GAP;
            above = centres[*step];
        }
        heights.push(y - GAP + PADDING);
    }
    let mut y = 0.0;
    for undated in [false, true] {
        let rows = frames.iter().filter(|frame| frame.cell.undated == undated).map(|frame| frame.cell.row + 1).max().unwrap_or_default();
        if undated && rows > 0 && y > 0.0 {
            y += BAND_GAP - ROW_GAP;
        }
        for row in 0..rows {
            let mut tallest: f32 = 0.0;
            for (frame, height) in frames.iter_mut().zip(&heights).filter(|(f, _)| (f.cell.undated, f.cell.row) == (undated, row)) {
                frame.rect = Rect::from_min_size(pos2(lefts[frame.cell.column], y), vec2(FRAME_WIDTH, *height));
                tallest = tallest.max(*height);
            }
            y += tallest + ROW_GAP;
        }
    }
    let centre = |(step, y): (usize, &f32)| {
        let rect = frames[frame_of[step]].rect;
        pos2(rect.center().x, rect.top() + y).round()
    };
    centres.iter().enumerate().map(centre).collect()
}

/// The dates above what stands below each other, and a word above what has none.
fn axis(frames: &[Frame], shaper: &mut TextShaper) -> Vec<Heading> {
    let mut columns: BTreeMap<usize, (Rect, &str)> = BTreeMap::new();
    for frame in frames.iter().filter(|frame| !frame.cell.undated) {
        let (rect, _) = columns.entry(frame.cell.column).or_insert((frame.rect, frame.time.as_str()));
        *rect = rect.union(frame.rect);
    }
    let line = |from: Pos2, to: Pos2| Shape::Line { points: vec![from, to], fill: None, stroke: Some(Stroke::solid(1.25, Ink::Muted)) };
    let top = -4.0 * UNIT;
    let mut headings = Vec::new();
    for (rect, time) in columns.values() {
        let mut words = heading(shaper, day_of(time).to_owned(), pos2(rect.center().x, top - UNIT), 0.5);
        words.shapes.push(line(pos2(rect.left(), top), pos2(rect.right(), top)));
        words.shapes.push(line(pos2(rect.center().x, top), pos2(rect.center().x, top + 2.0 * UNIT)));
        words.bounds = words.bounds.union(Rect::from_x_y_ranges(rect.x_range(), top..=top + 2.0 * UNIT));
        headings.push(words);
    }
    let undated = frames.iter().filter(|frame| frame.cell.undated).map(|frame| frame.rect).reduce(Rect::union);
    if let Some(undated) = undated {
        let y = undated.top() - 4.0 * UNIT;
        let mut words = heading(shaper, tr!("heading-undated").to_owned(), pos2(undated.left(), y - UNIT), 0.0);
        words.shapes.push(line(pos2(undated.left(), y), pos2(undated.right(), y)));
        words.bounds = words.bounds.union(Rect::from_x_y_ranges(undated.x_range(), y..=y));
        headings.push(words);
    }
    headings
}

/// A time without its hours: what stands below it says them.
fn day_of(time: &str) -> &str {
    match time.rsplit_once(' ') {
        Some((day, clock)) if clock.len() == 5 && clock.contains(':') => day,
        _ => time,
    }
}

/// The ground of a source, with its head.
fn ground(map: &ArgumentMap, frame: &Frame) -> Heading {
    let stroke = Some(Stroke::solid(1.0, Ink::Border));
    let mut shapes = vec![Shape::Rect { rect: frame.rect, radius: 3.0 * UNIT, fill: Some(Ink::Ground), stroke }];
    shapes.extend(act::moved(&frame.head.1, frame.rect.min + Vec2::splat(PADDING)));
    let source = frame.source.and_then(|id| map.source(id)).filter(|source| !source.confidential);
    let name = source.map_or(tr!("provenance-no-source"), |source| source.label());
    Heading { name: format!("{name}, {}", frame.time), bounds: frame.rect, shapes, of: Vec::new() }
}

impl Scene {
    /// A picture of cards with no arrows between them.
    fn of_cards(title: String, theme: Theme, cards: Vec<PlacedCard>, headings: Vec<Heading>) -> Self {
        let mut scene = Self { title, theme, headings, ..Self::empty() };
        for (index, placed) in cards.iter().enumerate() {
            scene.card_of.insert(placed.claim, index);
            scene.places.put(Part::Card(index), placed.rect());
        }
        scene.cards = cards;
        scene
    }
}
