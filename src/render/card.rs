//! What a node looks like: a claim's card, a relation's handle. Cards are kept as long as what they show stays the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use emath::{Rect, Vec2, pos2, vec2};

use crate::base::lang::{Language, language};
use crate::base::{Cancelled, NodeId, NodeKind, TaskCtx};
use crate::model::{ArgumentMap, Claim, ClaimKind, Relation};
use crate::provenance::marks::MarkKind;
use crate::render::arrow::{self, ArrowStyle};
use crate::render::chip::{self, Chain, Chip, Flow, Row, caption, chip_row, text_at};
use crate::render::shape::centered;
use crate::render::sign;
use crate::render::text::{Setting, TextBlock, TextShaper};
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::topology::Edges;
use crate::render::{Face, Shape, Stroke};
use crate::tr;

/// Corner radius of a card.
const RADIUS: f32 = 2.0 * UNIT;
/// Space between a card's border and its text.
const PADDING: Vec2 = vec2(3.0 * UNIT, 2.5 * UNIT);
/// Space between the parts of a card.
const GAP: f32 = 2.0 * UNIT;
/// Width of the mark for the claim's kind.
const ACCENT: f32 = UNIT;
/// Text is never narrower.
const MIN_TEXT: f32 = 96.0;
/// Width to which text is wrapped.
const MAX_TEXT: f32 = 240.0;
/// Width to which long text is wrapped.
const MAX_LONG_TEXT: f32 = 320.0;
/// Lines from which on text counts as long.
const LONG: usize = 7;
/// Lines shown of a claim; what is longer ends in an ellipsis and is read whole in the inspector.
const MAX_LINES: usize = 24;
/// Tags shown before the rest is summed up.
const MAX_TAGS: usize = 6;
/// Radius of a relation's handle.
pub(super) const HANDLE_RADIUS: f32 = 9.0;
/// Width to which a relation's name is shortened.
const MAX_LABEL: f32 = 240.0;
/// A longer name of a relation is broken in two.
const LONG_NAME: f32 = 96.0;

/// The picture of one node in coordinates of its own: (0, 0) is its centre.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its box; a claim's is centred on (0, 0).
    pub bounds: Rect,
    /// What to paint, from back to front.
    pub shapes: Vec<Shape>,
    /// Its attributions.
    pub chips: Vec<Chip>,
    /// Where the claim's text stands, for editing in place; of a handle, its name and chips.
    pub text_rect: Rect,
    /// Where the number of claims stands that the card hides, where it is folded: on its lower edge.
    pub badge: Option<Rect>,
    /// What the node is called: the claim's text, the relation's name, empty where it has none.
    pub name: String,
    /// Reasons to be careful with the claim, each with its place on the lower edge.
    pub signs: Vec<(Rect, MarkKind)>,
    /// How many of the shapes are drawn before those of the signs.
    pub unsigned: usize,
}

impl Card {
    /// The number of claims that the card hides, to be painted again over what lies on the card's edge.
    pub fn badge_shapes(&self) -> &[Shape] {
        let first = if self.badge.is_some() { self.shapes.len().saturating_sub(2) } else { self.shapes.len() };
        self.shapes.get(first..).unwrap_or_default()
    }

    /// Its box when its centre is there.
    pub fn rect_at(&self, at: emath::Pos2) -> Rect {
        self.bounds.translate(at.to_vec2())
    }
}

/// The size of a node's picture, for layouts.
pub fn size_of(map: &ArgumentMap, node: NodeId, shaper: &mut TextShaper) -> Vec2 {
    let edges = Edges::around(map, node);
    match node.kind() {
        NodeKind::Claim => map.claim(node).map(|claim| claim_card(shaper, node, claim, chip::chains(map, &edges, node)).bounds.size()),
        NodeKind::Relation => map.relation(node).map(|relation| {
            let style = ArrowStyle::of(relation.kind, map.target(node));
            let [_, below, ..] = handle_card(shaper, node, relation, style, chip::chains(map, &edges, node));
            arrow::room(&below)
        }),
        NodeKind::Attribution => None,
    }
    .unwrap_or_default()
}

/// How many claims are too long for their cards.
///
/// # Errors
/// [`Cancelled`] soon after the context was cancelled.
pub fn cut_claims(map: &ArgumentMap, shaper: &mut TextShaper, ctx: &TaskCtx) -> Result<usize, Cancelled> {
    // What is shorter fits whatever its letters are.
    let may_be_cut = |claim: &Claim| claim.text.len() > 8 * MAX_LINES || claim.text.lines().count() > MAX_LINES;
    let is_cut = |shape: &Shape| matches!(shape, Shape::Text { block, .. } if block.cut);
    let (total, mut cut) = (map.claims().count() as u64, 0);
    for (number, (_, claim)) in map.claims().enumerate() {
        ctx.checkpoint(number as u64, total)?;
        if may_be_cut(claim) && draw_claim(shaper, claim, &[]).shapes.iter().any(is_cut) {
            cut += 1;
        }
    }
    Ok(cut)
}

/// What a card shows; equal content gives an equal card.
#[derive(Debug, PartialEq)]
enum Content {
    Claim { text: String, title: String, kind: Option<ClaimKind>, cause: String, effect: String, tags: Vec<String> },
    Handle { name: String, style: ArrowStyle },
}

impl Content {
    fn is_claim(&self, claim: &Claim) -> bool {
        matches!(self, Self::Claim { text, title, kind, cause, effect, tags }
            if *text == claim.text && *title == claim.title && *kind == claim.kind && *cause == claim.cause
                && *effect == claim.effect && *tags == claim.tags)
    }

    fn is_handle(&self, named: &str, styled: ArrowStyle) -> bool {
        matches!(self, Self::Handle { name, style } if name == named && *style == styled)
    }
}

#[derive(Debug)]
struct Kept {
    content: Content,
    chains: Vec<Chain>,
    marks: Vec<MarkKind>,
    /// A claim looks the same in all.
    faces: Faces,
}

/// A relation's handle with its name and chips on each [`Side`], and again on the right and on the left with the name in one line.
pub(super) type Faces = [Arc<Card>; 6];

/// Cards by node, with what they show.
#[derive(Debug, Default)]
pub(super) struct CardCache(BTreeMap<NodeId, Kept>, Language);

impl CardCache {
    /// Forgets the cards of nodes that are gone, once they outnumber those that are there, and all that are in another language.
    pub(super) fn tidy(&mut self, map: &ArgumentMap) {
        if self.1 != language() {
            *self = Self(BTreeMap::new(), language());
        }
        if self.0.len() > 2 * map.node_count() + 64 {
            self.0.retain(|id, _| map.node(*id).is_some());
        }
    }
}

pub(super) fn claim_card(shaper: &mut TextShaper, id: NodeId, claim: &Claim, chains: Vec<Chain>) -> Arc<Card> {
    let chains = chip::doubted(chains, &shaper.doubted);
    let marks: Vec<MarkKind> = shaper.cautions.get(&id).into_iter().flatten().map(|caution| caution.kind).collect();
    if let Some(kept) = shaper.cards.0.get(&id)
        && kept.content.is_claim(claim)
        && kept.chains == chains
        && kept.marks == marks
    {
        return kept.faces[0].clone();
    }
    let card = Arc::new(draw_claim(shaper, claim, &chains).signed(shaper, &marks));
    let content = Content::Claim {
        text: claim.text.clone(),
        title: claim.title.clone(),
        kind: claim.kind,
        cause: claim.cause.clone(),
        effect: claim.effect.clone(),
        tags: claim.tags.clone(),
    };
    shaper.cards.0.insert(id, Kept { content, chains, marks, faces: std::array::from_fn(|_| card.clone()) });
    card
}

/// The card of a claim that was drawn, with the signs that it has now: nothing else of it is drawn anew, and it takes no more room.
pub(super) fn signed_card(shaper: &mut TextShaper, id: NodeId) -> Option<Arc<Card>> {
    let marks: Vec<MarkKind> = shaper.cautions.get(&id).into_iter().flatten().map(|caution| caution.kind).collect();
    let card = Card::clone(shaper.cards.0.get(&id)?.faces.first()?);
    let card = Arc::new(card.signed(shaper, &marks));
    if let Some(kept) = shaper.cards.0.get_mut(&id) {
        (kept.marks, kept.faces) = (marks, std::array::from_fn(|_| card.clone()));
    }
    Some(card)
}

impl Card {
    fn signed(mut self, shaper: &mut TextShaper, marks: &[MarkKind]) -> Self {
        self.shapes.truncate(self.unsigned);
        self.signs = sign::draw(shaper, marks, self.bounds, &mut self.shapes);
        self
    }
}

/// The handle of a relation in all its faces.
pub(super) fn handle_card(shaper: &mut TextShaper, id: NodeId, relation: &Relation, style: ArrowStyle, chains: Vec<Chain>) -> Faces {
    let chains = chip::doubted(chains, &shaper.doubted);
    let name = if relation.title.trim().is_empty() { relation.scheme.trim() } else { relation.title.trim() };
    if let Some(kept) = shaper.cards.0.get(&id)
        && kept.content.is_handle(name, style)
        && kept.chains == chains
    {
        return kept.faces.clone();
    }
    let faces = if name.is_empty() && chains.is_empty() {
        let plain = Arc::new(draw_handle(shaper, None, "", style, &chains, Side::Right));
        std::array::from_fn(|_| plain.clone())
    } else {
        let line = caption(shaper, name, MAX_LABEL);
        let block = if line.width > LONG_NAME { in_two_lines(shaper, name, line.width) } else { line.clone() };
        let mut face = |block: &Arc<TextBlock>, side| {
            let block = Some(block).filter(|_| !name.is_empty());
            Arc::new(draw_handle(shaper, block.cloned(), name, style, &chains, side))
        };
        let [right, below, left, above] = [Side::Right, Side::Below, Side::Left, Side::Above].map(|side| face(&block, side));
        let is_long = !Arc::ptr_eq(&line, &block);
        let [long_right, long_left] =
            if is_long { [Side::Right, Side::Left].map(|side| face(&line, side)) } else { [right.clone(), left.clone()] };
        [right, below, left, above, long_right, long_left]
    };
    let content = Content::Handle { name: name.to_owned(), style };
    shaper.cards.0.insert(id, Kept { content, chains, marks: Vec::new(), faces: faces.clone() });
    faces
}

/// The ink of a claim's kind.
pub(super) fn kind_ink(kind: ClaimKind) -> Ink {
    match kind {
        ClaimKind::Fact => Ink::Fact,
        ClaimKind::Value => Ink::Value,
        ClaimKind::Policy => Ink::Policy,
        ClaimKind::Cause => Ink::Cause,
        ClaimKind::Definition => Ink::Definition,
    }
}

/// A part of a card: its height, its shapes from (0, 0), its chips.
struct Part {
    size: Vec2,
    shapes: Vec<Shape>,
    chips: Vec<Chip>,
    gap: f32,
}

impl Part {
    fn text(block: Arc<TextBlock>, ink: Ink, gap: f32) -> Self {
        Self { size: vec2(block.width, block.height()), shapes: vec![text_at(pos2(0.0, 0.0), block, ink)], chips: Vec::new(), gap }
    }

    fn row(row: Row) -> Self {
        Self { size: row.size, shapes: row.shapes, chips: row.chips, gap: GAP }
    }
}

fn draw_claim(shaper: &mut TextShaper, claim: &Claim, chains: &[Chain]) -> Card {
    let empty = claim.text.trim().is_empty();
    let (text, face, ink) =
        if empty { (tr!("card-empty"), Face::Italic, Ink::Muted) } else { (claim.text.as_str(), Face::Regular, Ink::Text) };
    let setting = Setting { face, size: TextSize::Body, max_width: MAX_TEXT, max_lines: MAX_LINES };
    let mut body = shaper.shape(text, setting);
    let mut wrap = MAX_TEXT;
    if body.lines.len() >= LONG {
        wrap = MAX_LONG_TEXT;
        body = shaper.shape(text, Setting { max_width: wrap, ..setting });
    }
    let small = Setting { size: TextSize::Small, max_width: wrap, max_lines: 3, face: Face::Regular };

    let mut parts = Vec::new();
    if let Some(kind) = claim.kind {
        parts.push(Part::text(caption(shaper, kind.title(), wrap), kind_ink(kind), 0.0));
    }
    if !claim.title.trim().is_empty() {
        let title = shaper.shape(&claim.title, Setting { face: Face::Bold, size: TextSize::Body, max_width: wrap, max_lines: 3 });
        parts.push(Part::text(Arc::new(title), Ink::Text, 0.0));
    }
    let body_part = parts.len();
    parts.push(Part::text(Arc::new(body), ink, 0.0));
    if !(claim.cause.trim().is_empty() && claim.effect.trim().is_empty()) {
        let side = |text: &str| if text.trim().is_empty() { "?".to_owned() } else { text.trim().to_owned() };
        let line = shaper.shape(&format!("{} → {}", side(&claim.cause), side(&claim.effect)), small);
        parts.push(Part::text(Arc::new(line), Ink::Muted, UNIT));
    }
    if claim.tags.iter().any(|tag| !tag.trim().is_empty()) {
        parts.push(Part::row(tag_row(shaper, &claim.tags, wrap)));
    }
    if !chains.is_empty() {
        parts.push(Part::row(chip_row(shaper, chains, wrap)));
    }

    let widest = parts.iter().map(|part| part.size.x).fold(MIN_TEXT, f32::max);
    let inner = vec2(
        (widest / UNIT).ceil() * UNIT,
        parts.iter().enumerate().map(|(i, part)| part.size.y + if i > 0 { part.gap } else { 0.0 }).sum(),
    );
    let accent = claim.kind.map(kind_ink);
    let lead = if accent.is_some() { ACCENT } else { 0.0 };
    let size = (inner + 2.0 * PADDING + vec2(lead, 0.0)).ceil();

    let mut shapes = frame(size, accent);
    let mut chips = Vec::new();
    let mut text_rect = Rect::NOTHING;
    let mut at = pos2(-size.x / 2.0 + lead + PADDING.x, -size.y / 2.0 + PADDING.y);
    for (i, part) in parts.into_iter().enumerate() {
        at.y += if i > 0 { part.gap } else { 0.0 };
        if i == body_part {
            text_rect = Rect::from_min_size(at, vec2(inner.x, part.size.y));
        }
        shapes.extend(part.shapes.iter().map(|shape| flush(shape.translated(at.to_vec2()), at.x + inner.x)));
        chips.extend(part.chips.into_iter().map(|chip| Chip { rect: chip.rect.translate(at.to_vec2()), ..chip }));
        at.y += part.size.y;
    }
    let unsigned = shapes.len();
    let name = claim.label().to_owned();
    Card { bounds: centered(size), shapes, name, chips, text_rect, badge: None, signs: Vec::new(), unsigned }
}

/// Moves a block that reads from right to left to the right edge.
fn flush(shape: Shape, right: f32) -> Shape {
    match shape {
        Shape::Text { rect, block, ink } if block.rtl && block.size == TextSize::Body => {
            Shape::Text { rect: rect.translate(vec2(right - rect.right(), 0.0)), block, ink }
        }
        Shape::Text { .. } | Shape::Rect { .. } | Shape::Circle { .. } | Shape::Line { .. } | Shape::Path { .. } => shape,
    }
}

/// Shadow, ground, the mark of the kind and border.
pub(super) fn frame(size: Vec2, accent: Option<Ink>) -> Vec<Shape> {
    let rect = centered(size);
    let filled = |rect: Rect, ink: Ink| Shape::Rect { rect, radius: RADIUS, fill: Some(ink), stroke: None };
    let mut shapes = vec![filled(rect.translate(vec2(0.0, 2.0)).expand(0.5), Ink::Shadow)];
    if let Some(ink) = accent {
        shapes.push(filled(rect, ink));
        let ground = Rect::from_min_max(rect.min + vec2(ACCENT, 0.0), rect.max);
        shapes.push(filled(ground, Ink::Card));
        // The card's ground is round on the left too; its corners would show the mark inside.
        let seam = Rect::from_min_max(ground.min, pos2(ground.left() + RADIUS, ground.bottom()));
        shapes.push(Shape::Rect { rect: seam, radius: 0.0, fill: Some(Ink::Card), stroke: None });
    } else {
        shapes.push(filled(rect, Ink::Card));
    }
    shapes.push(Shape::Rect { rect, radius: RADIUS, fill: None, stroke: Some(Stroke::solid(1.0, Ink::Border)) });
    shapes
}

fn tag_row(shaper: &mut TextShaper, tags: &[String], max_width: f32) -> Row {
    let mut row = Row::default();
    let mut flow = Flow::new(max_width);
    let tags: Vec<&str> = tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()).collect();
    let mut words: Vec<String> = tags.iter().take(MAX_TAGS).map(|tag| format!("#{tag}")).collect();
    if tags.len() > MAX_TAGS {
        words.push(tr!("card-more", count = tags.len() - MAX_TAGS));
    }
    for word in words {
        let text = caption(shaper, &word, max_width - 3.0 * UNIT);
        let rect = flow.place(text.width + 3.0 * UNIT);
        let outline = Some(Stroke::solid(1.0, Ink::Border));
        row.shapes.push(Shape::Rect { rect: rect.shrink(0.5), radius: UNIT, fill: None, stroke: outline });
        row.shapes.push(text_at(rect.min + vec2(1.5 * UNIT, (chip::HEIGHT - text.height()) / 2.0), text, Ink::Muted));
    }
    row.size = flow.size;
    row
}

/// Where a handle's name and chips stand.
#[derive(Clone, Copy)]
enum Side {
    Right,
    Below,
    Left,
    Above,
}

/// A long name in two lines of about the same width: so it crosses fewer lines.
fn in_two_lines(shaper: &mut TextShaper, name: &str, width: f32) -> Arc<TextBlock> {
    let setting = Setting { size: TextSize::Small, face: Face::Regular, max_width: MAX_LABEL, max_lines: 2 };
    // Words are not cut where they fit: the wider line is rarely just half of both.
    let widths = [0.55, 0.65, 0.8].map(|share| (width * share).clamp(LONG_NAME, MAX_LABEL));
    let blocks = widths.map(|max_width| shaper.shape(name, Setting { max_width, ..setting }));
    let [.., last] = &blocks;
    Arc::new(blocks.iter().find(|block| !block.cut).unwrap_or(last).clone())
}

fn draw_handle(shaper: &mut TextShaper, text: Option<Arc<TextBlock>>, name: &str, style: ArrowStyle, chains: &[Chain], side: Side) -> Card {
    let mut shapes = style.sign(HANDLE_RADIUS);
    let mut chips = Vec::new();
    let row = chip_row(shaper, chains, MAX_LABEL);
    let text_size = text.as_ref().map_or(Vec2::ZERO, |text| vec2(text.width, text.height()));
    let gap = if text.is_some() && !chains.is_empty() { UNIT } else { 0.0 };
    let area = vec2(text_size.x.max(row.size.x), text_size.y + gap + row.size.y);
    let away = HANDLE_RADIUS + UNIT;
    let center = match side {
        Side::Right => vec2(away + area.x / 2.0, 0.0),
        Side::Below => vec2(0.0, away + area.y / 2.0),
        Side::Left => vec2(-away - area.x / 2.0, 0.0),
        Side::Above => vec2(0.0, -away - area.y / 2.0),
    };
    let area = Rect::from_center_size(center.to_pos2(), area);
    // Name and chips are flush with the side that faces the disc, centred above and below it.
    let left = |width: f32| match side {
        Side::Right => area.left(),
        Side::Left => area.right() - width,
        Side::Below | Side::Above => -width / 2.0,
    };
    if let Some(text) = text {
        let at = pos2(left(text_size.x), area.top());
        let mut top = at.y;
        for line in &text.lines {
            let x = if text.rtl { at.x + text.width - line.width } else { at.x };
            let ground = Rect::from_min_size(pos2(x, top), vec2(line.width, text.size.line_height())).expand2(vec2(UNIT / 2.0, 0.0));
            shapes.push(Shape::Rect { rect: ground, radius: UNIT, fill: Some(Ink::Canvas), stroke: None });
            top = ground.bottom();
        }
        shapes.push(text_at(at, text, Ink::Muted));
    }
    let at = vec2(left(row.size.x), area.top() + text_size.y + gap);
    shapes.extend(row.shapes.iter().map(|shape| shape.translated(at)));
    chips.extend(row.chips.into_iter().map(|chip| Chip { rect: chip.rect.translate(at), ..chip }));
    let disc = centered(Vec2::splat(2.0 * HANDLE_RADIUS + 2.0));
    let bounds = if name.is_empty() && chains.is_empty() { disc } else { disc.union(area) };
    Card { bounds, shapes, chips, text_rect: area, name: name.to_owned(), badge: None, signs: Vec::new(), unsigned: 0 }
}
