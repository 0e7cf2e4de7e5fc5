//! The cards of a claim's provenance: the claim with what is to be said of its origins, and every speech act.

use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::Told;
use crate::base::NodeId;
use crate::model::{ArgumentMap, Quotation, Stance};
use crate::provenance::trace::Step;
use crate::provenance::words;
use crate::render::card::{Card, frame};
use crate::render::chip::{Chip, stance_ink, text_at};
use crate::render::fonts::Face;
use crate::render::shape::centered;
use crate::render::text::{Setting, TextBlock};
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::{Shape, Stroke, TextShaper};
use crate::tr;

/// Width of what stands in the card of an act.
const WIDTH: f32 = 176.0;
/// Width of what stands in the card of the claim.
const HEAD_WIDTH: f32 = 560.0;
const PADDING: Vec2 = vec2(3.0 * UNIT, 2.0 * UNIT);
/// Width of the mark for the stance.
const ACCENT: f32 = UNIT;
/// Most lines of quoted words.
const MAX_WORDS: usize = 5;
/// Most other wordings that are told.
const MAX_WORDINGS: usize = 3;

/// Width of the card of an act.
pub(super) const ACT_WIDTH: f32 = WIDTH + 2.0 * PADDING.x + ACCENT;

/// Lines of text below each other.
struct Stack {
    width: f32,
    height: f32,
    shapes: Vec<Shape>,
}

impl Stack {
    fn new() -> Self {
        Self { width: 0.0, height: 0.0, shapes: Vec::new() }
    }

    fn add(&mut self, block: TextBlock, ink: Ink, gap: f32) {
        self.height += if self.shapes.is_empty() { 0.0 } else { gap };
        let size = vec2(block.width, block.height());
        self.shapes.push(text_at(pos2(0.0, self.height), Arc::new(block), ink));
        self.height += size.y;
        self.width = self.width.max(size.x);
    }

    fn card(self, width: f32, accent: Option<Ink>, name: String) -> Card {
        let lead = if accent.is_some() { ACCENT } else { 0.0 };
        let size = (vec2(width + lead, self.height) + 2.0 * PADDING).ceil();
        let mut shapes = frame(size, accent);
        let at = vec2(lead + PADDING.x, PADDING.y) - size / 2.0;
        shapes.extend(self.shapes.iter().map(|shape| shape.translated(at)));
        let text_rect = Rect::from_min_size(at.to_pos2(), vec2(width, self.height));
        Card { bounds: centered(size), shapes, chips: Vec::new(), text_rect, badge: None, name, signs: Vec::new(), unsigned: 0 }
    }
}

fn setting(face: Face, size: TextSize, max_width: f32, max_lines: usize) -> Setting {
    Setting { face, size, max_width, max_lines }
}

/// The claim, on how many origins it rests, and why to be careful.
pub(super) fn head(map: &ArgumentMap, told: &Told<'_>, left_out: usize, shaper: &mut TextShaper) -> Card {
    let mut stack = Stack::new();
    let name = map.claim(told.trace.claim).map_or("", |claim| claim.label());
    stack.add(shaper.shape(name, setting(Face::Bold, TextSize::Large, HEAD_WIDTH, 4)), Ink::Text, 0.0);
    let mut small = |text: &str, ink: Ink, gap: f32| {
        stack.add(shaper.shape(text, setting(Face::Regular, TextSize::Small, HEAD_WIDTH, 2)), ink, gap);
    };
    for wording in told.trace.wordings.iter().skip(1).take(MAX_WORDINGS) {
        small(&tr!("provenance-wording", wording = map.claim(*wording).map_or("", |claim| claim.label())), Ink::Muted, 0.0);
    }
    small(&words::count(told.found), Ink::Text, 1.5 * UNIT);
    for mark in &told.found.marks {
        small(&format!("•  {}", mark.reason(map, told.found)), Ink::Muted, 0.0);
    }
    if left_out > 0 {
        small(&tr!("list-more", count = left_out), Ink::Muted, UNIT);
    }
    let width = stack.width;
    stack.card(width, None, name.to_owned())
}

/// Who does what with which words. What is passed on has its words on the line that leads to it, unless they are to stand here.
pub(super) fn act(
    map: &ArgumentMap,
    told: &Told<'_>,
    number: usize,
    time: Option<String>,
    with_words: bool,
    shaper: &mut TextShaper,
) -> Card {
    let Some(step) = told.trace.steps.get(number) else { return Stack::new().card(WIDTH, None, String::new()) };
    let Some(said) = map.attribution(step.attribution) else { return Stack::new().card(WIDTH, None, String::new()) };
    let mut stack = Stack::new();
    let mut add = |text: &str, face: Face, ink: Ink, lines: usize, gap: f32| {
        let size = if face == Face::Bold { TextSize::Body } else { TextSize::Small };
        stack.add(shaper.shape(text, setting(face, size, WIDTH, lines)), ink, gap);
    };
    add(&words::speaker(map, said), Face::Bold, Ink::Text, 2, 0.0);
    add(&what(map, told, step), Face::Regular, Ink::Muted, 2, 0.0);
    if let Some(time) = time {
        add(&time, Face::Regular, Ink::Muted, 1, 0.0);
    }
    if let Some(number) = told.found.origins.iter().position(|origin| origin.first == number && !origin.steps.is_empty()) {
        let alone = told.found.origins.len() == 1;
        let text = if alone { tr!("provenance-origin").to_owned() } else { tr!("provenance-origin-number", number = number + 1) };
        add(&text, Face::Regular, Ink::Fact, 1, 0.0);
    }
    if told.doubted.contains(&step.attribution) {
        add(&format!("≠ {}", tr!("chip-doubted")), Face::Regular, Ink::Rebuttal, 2, 0.0);
    }
    let words = words_of(map, told, step);
    if let Some(words) = words.filter(|_| with_words) {
        add(&words, Face::Italic, Ink::Text, MAX_WORDS, UNIT);
    }
    let act = words::act(map, told.trace, step);
    let mut card = stack.card(WIDTH, Some(stance_ink(said.stance)), act.clone());
    let border = |ink| Shape::Rect { rect: card.bounds, radius: 2.0 * UNIT, fill: None, stroke: Some(Stroke::solid(2.0, ink)) };
    if told.in_circle(map, number) {
        card.shapes.push(border(Ink::Rebuttal));
    } else if told.found.origins.iter().any(|origin| origin.first == number) {
        card.shapes.push(border(Ink::Text));
    }
    // So that pictures link to the source.
    card.chips = vec![Chip { attribution: step.attribution, chain: vec![step.attribution], rect: card.bounds, label: act }];
    card
}

/// `asserts`, `reports what Gil Troy says`
fn what(map: &ArgumentMap, told: &Told<'_>, step: &Step) -> String {
    let Some(said) = map.attribution(step.attribution) else { return String::new() };
    match step.of.and_then(|of| told.trace.attribution(map, of)) {
        Some(inner) => tr!("provenance-passes-on", verb = verb(said.stance, said.quotation), whom = words::speaker(map, inner)),
        None => said.stance.verb().to_owned(),
    }
}

/// Who reports in somebody's words quotes.
pub(super) fn verb(stance: Stance, quotation: Option<Quotation>) -> &'static str {
    match (stance, quotation) {
        (Stance::Reports, Some(Quotation::Direct | Quotation::Mixed)) => tr!("provenance-quotes"),
        _ => stance.verb(),
    }
}

/// The words of a step as far as they say more than the claim.
pub(super) fn words_of(map: &ArgumentMap, told: &Told<'_>, step: &Step) -> Option<String> {
    let is_claim = map.claim(told.trace.claim).is_some_and(|claim| claim.text.trim() == step.words.text);
    let words = step.words.text.as_str();
    (!words.is_empty() && (step.words.quoted || !is_claim))
        .then(|| if step.words.quoted { format!("“{words}”") } else { words.to_owned() })
}

/// What stands above the acts in a source: what it is called, and when it is from.
pub(super) fn source_head(map: &ArgumentMap, attribution: NodeId, time: &str, width: f32, shaper: &mut TextShaper) -> (f32, Vec<Shape>) {
    let mut stack = Stack::new();
    let place = map.attribution(attribution).map(|said| words::place(map, said)).unwrap_or_default();
    let (place, ink) = if place.is_empty() { (tr!("provenance-no-source"), Ink::Muted) } else { (place.as_str(), Ink::Text) };
    stack.add(shaper.shape(place, setting(Face::Regular, TextSize::Small, width, 2)), ink, 0.0);
    stack.add(shaper.shape(time, setting(Face::Regular, TextSize::Small, width, 1)), Ink::Muted, 0.0);
    (stack.height, stack.shapes)
}

/// Moves shapes.
pub(super) fn moved(shapes: &[Shape], to: Pos2) -> Vec<Shape> {
    shapes.iter().map(|shape| shape.translated(to.to_vec2())).collect()
}
