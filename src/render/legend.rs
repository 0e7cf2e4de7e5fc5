//! What stands around a map on a sheet: a title block above it, a legend below it, numbers on its claims.

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Rect, Vec2, pos2, vec2};

use crate::analysis::Outline;
use crate::base::{NodeId, NodeKind};
use crate::model::{ArgumentMap, ClaimKind, Stance};
use crate::provenance::marks::MarkKind;
use crate::render::arrow::ArrowStyle;
use crate::render::card::kind_ink;
use crate::render::chip::{caption, stance_ink, text_at};
use crate::render::sign;
use crate::render::text::{Setting, TextShaper};
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::{Face, Scene, Shape, Stroke};
use crate::tr;

/// Lines of the map's note that are shown under its title.
const MAX_NOTE: usize = 8;
/// Lines of a title.
const MAX_TITLE: usize = 3;
/// Text is set no wider, whatever the room.
const MAX_WIDTH: f32 = 720.0;
/// Height of a line of the legend.
const ROW: f32 = 7.0 * UNIT;
/// Length of the arrows in the legend.
const ARROW: f32 = 56.0;
/// Space between the things of the legend.
const GAP: f32 = 7.0 * UNIT;

/// Shapes in a frame of their own, from (0, 0).
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) size: Vec2,
    pub(super) shapes: Vec<Shape>,
}

/// Title, note and what there is of the map, within a width.
pub(super) fn title_block(map: &ArgumentMap, scene: &Scene, width: f32, shaper: &mut TextShaper) -> Block {
    let mut block = Block::default();
    let max_width = width.min(MAX_WIDTH);
    let title = map.meta().title.trim();
    let mut add = |text: &str, face: Face, size: TextSize, ink: Ink, max_lines: usize, gap: f32| {
        if text.is_empty() {
            return;
        }
        let text = Arc::new(shaper.shape(text, Setting { face, size, max_width, max_lines }));
        let left = if text.rtl { width - text.width } else { 0.0 };
        block.size.y += if block.shapes.is_empty() { 0.0 } else { gap };
        block.size = vec2(width, block.size.y + text.height());
        block.shapes.push(text_at(pos2(left, block.size.y - text.height()), text, ink));
    };
    add(if title.is_empty() { tr!("map-untitled") } else { title }, Face::Bold, TextSize::Title, Ink::Text, MAX_TITLE, 0.0);
    add(map.meta().note.trim(), Face::Regular, TextSize::Body, Ink::Muted, MAX_NOTE, UNIT);
    let sources: BTreeSet<_> = map.attributions().filter_map(|(_, a)| a.source).collect();
    let facts = tr!("sheet-facts", claims = scene.cards().len(), relations = scene.arrows().len(), sources = sources.len());
    add(&facts, Face::Regular, TextSize::Small, Ink::Muted, 1, UNIT);
    block
}

/// What the signs mean that occur in the picture, within a width; nothing where none occur.
pub(super) fn legend(map: &ArgumentMap, scene: &Scene, width: f32, shaper: &mut TextShaper) -> Block {
    let mut items: Vec<Block> = Vec::new();
    let styles: BTreeSet<usize> = scene.arrows().iter().filter_map(|a| ArrowStyle::ALL.iter().position(|s| *s == a.style)).collect();
    for style in styles.into_iter().filter_map(|index| ArrowStyle::ALL.get(index)) {
        let shapes = style.sample(pos2(0.0, ROW / 2.0), pos2(ARROW, ROW / 2.0));
        items.push(item(shapes, ARROW, &meaning(*style), shaper));
    }
    let claims = || scene.cards().iter().filter_map(|placed| map.claim(placed.claim));
    for kind in ClaimKind::ALL.iter().filter(|kind| claims().any(|claim| claim.kind == Some(**kind))) {
        let bar = Rect::from_min_size(pos2(0.0, ROW / 2.0 - 2.0 * UNIT), vec2(UNIT, 4.0 * UNIT));
        let bar = Shape::Rect { rect: bar, radius: 0.0, fill: Some(kind_ink(*kind)), stroke: None };
        items.push(item(vec![bar], UNIT, kind.title(), shaper));
    }
    let chips = scene.cards().iter().flat_map(|p| &p.card.chips).chain(scene.arrows().iter().flat_map(|a| &a.handle.chips));
    let said: Vec<Stance> = chips.flat_map(|chip| chip.chain.last()).filter_map(|id| map.attribution(*id)).map(|a| a.stance).collect();
    for stance in Stance::ALL.iter().filter(|stance| said.contains(stance)) {
        let dot = Shape::Circle { center: pos2(3.0, ROW / 2.0), radius: 3.0, fill: Some(stance_ink(*stance)), stroke: None };
        items.push(item(vec![dot], 6.0, &tr!("legend-stance", verb = stance.verb()), shaper));
    }
    let marks: BTreeSet<MarkKind> = scene.cards().iter().flat_map(|placed| &placed.card.signs).map(|(_, mark)| *mark).collect();
    for mark in marks {
        let shapes = sign::sign(shaper, mark, pos2(sign::RADIUS, ROW / 2.0));
        items.push(item(shapes, 2.0 * sign::RADIUS, mark.title(), shaper));
    }
    if !theses(map, scene).is_empty() {
        let card = Rect::from_min_size(pos2(0.0, ROW / 2.0 - 1.75 * UNIT), vec2(5.0 * UNIT, 3.5 * UNIT));
        let card = Shape::Rect { rect: card, radius: UNIT, fill: None, stroke: Some(Stroke::solid(2.0, Ink::Text)) };
        items.insert(0, item(vec![card], 5.0 * UNIT, tr!("legend-thesis"), shaper));
    }
    in_rows(items, width)
}

/// The boxes of the claims on which others bear, while they bear on nothing.
fn theses(map: &ArgumentMap, scene: &Scene) -> Vec<Rect> {
    let shown = |id: &NodeId| scene.arrow(*id).is_some();
    let leads_on = |id: NodeId| map.relations_from(id).iter().any(shown);
    let stands = |id: NodeId| !leads_on(id) && map.relations_on(id).iter().any(shown);
    scene.cards().iter().filter(|placed| stands(placed.claim)).map(|placed| placed.rect()).collect()
}

/// A strong border around each thesis, so that the eye begins there; in the map's coordinates.
pub(super) fn borders(map: &ArgumentMap, scene: &Scene) -> Vec<Shape> {
    let border = |rect: Rect| Shape::Rect { rect, radius: 2.0 * UNIT, fill: None, stroke: Some(Stroke::solid(2.5, Ink::Text)) };
    theses(map, scene).into_iter().map(border).collect()
}

/// What an arrow means: what it starts from does that to what it points at.
fn meaning(style: ArrowStyle) -> String {
    match style {
        ArrowStyle::Support => tr!("legend-support"),
        ArrowStyle::Rebuttal => tr!("legend-rebuttal"),
        ArrowStyle::Undercut => tr!("legend-undercut"),
        ArrowStyle::Restatement => tr!("legend-restatement"),
        ArrowStyle::Preference => tr!("legend-preference"),
        ArrowStyle::Contradiction => tr!("legend-contradiction"),
    }
    .to_owned()
}

fn item(mut shapes: Vec<Shape>, lead: f32, word: &str, shaper: &mut TextShaper) -> Block {
    let text = caption(shaper, word, MAX_WIDTH);
    let size = vec2(lead + 2.0 * UNIT + text.width, ROW);
    shapes.push(text_at(pos2(lead + 2.0 * UNIT, (ROW - text.height()) / 2.0), text, Ink::Text));
    Block { size, shapes }
}

fn in_rows(items: Vec<Block>, width: f32) -> Block {
    let mut block = Block::default();
    if items.is_empty() {
        return block;
    }
    let rule = vec![pos2(0.0, 0.0), pos2(width, 0.0)];
    block.shapes.push(Shape::Line { points: rule, fill: None, stroke: Some(Stroke::solid(1.0, Ink::Border)) });
    let mut at = pos2(0.0, 2.0 * UNIT);
    for item in items {
        if at.x > 0.0 && at.x + item.size.x > width {
            at = pos2(0.0, at.y + ROW);
        }
        block.shapes.extend(item.shapes.iter().map(|shape| shape.translated(at.to_vec2())));
        at.x += item.size.x + GAP;
    }
    block.size = vec2(width, at.y + ROW);
    block
}

/// The numbers that the outline gives to claims, each in a pill on the upper edge of its card; in the map's coordinates.
pub(super) fn numbers(scene: &Scene, outline: &Outline, shaper: &mut TextShaper) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for placed in scene.cards().iter().filter(|placed| placed.claim.kind() == NodeKind::Claim) {
        let Some(number) = outline.place(placed.claim).and_then(|index| outline.number(index)) else { continue };
        let setting = Setting { face: Face::Bold, size: TextSize::Small, max_width: f32::INFINITY, max_lines: 1 };
        let text = Arc::new(shaper.shape(&number, setting));
        let size = vec2((text.width + 3.0 * UNIT).max(5.0 * UNIT), 5.0 * UNIT);
        let corner = placed.rect().left_top();
        let rect = Rect::from_min_size(corner + vec2(2.0 * UNIT, -0.72 * size.y), size);
        let rim = Some(Stroke::solid(1.5, Ink::Card));
        shapes.push(Shape::Rect { rect, radius: size.y / 2.0, fill: Some(Ink::Text), stroke: rim });
        let at = rect.center() - vec2(text.width, text.height()) / 2.0;
        shapes.push(text_at(at, text, Ink::Card));
    }
    shapes
}
