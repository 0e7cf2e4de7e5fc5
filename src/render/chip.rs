//! Attributions of a node as chips: who says it, on whose report.

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use crate::base::NodeId;
use crate::model::{ArgumentMap, Stance};
use crate::render::text::{Setting, TextShaper};
use crate::render::theme::{Ink, TextSize, UNIT};
use crate::render::topology::Edges;
use crate::render::{Face, Shape, Stroke};
use crate::tr;

/// Chips shown before the rest is summed up.
const MAX_CHIPS: usize = 4;
/// Attributions followed upwards from one node; a map with more on one node shows a smaller number of further ones.
const MAX_FOLLOWED: usize = 256;
/// Height of a chip.
pub(super) const HEIGHT: f32 = 5.0 * UNIT;
/// Space between chips.
const GAP: f32 = UNIT;
const PADDING: f32 = 2.0 * UNIT;
const DOT: f32 = 3.0;

/// A chip on a card or beside a handle.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The attribution that a click opens: the outermost of the chain.
    pub attribution: NodeId,
    /// All attributions that the chip stands for, outermost first.
    pub chain: Vec<NodeId>,
    /// Where, in the card's coordinates.
    pub rect: Rect,
    /// What it says, unshortened.
    pub label: String,
}

/// One chain of attributions, outermost first: A reports that B says it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chain {
    ids: Vec<NodeId>,
    /// The speakers, with what the outer ones do beyond reporting.
    names: String,
    /// What the innermost speaker does.
    stance: Stance,
    /// Whether a quotation of one of them is not what was said.
    doubted: bool,
}

/// Marks the chains that quote what was not said.
pub(super) fn doubted(mut chains: Vec<Chain>, doubted: &BTreeSet<NodeId>) -> Vec<Chain> {
    for chain in &mut chains {
        chain.doubted = chain.ids.iter().any(|id| doubted.contains(id));
    }
    chains
}

/// The chains of attributions that end in a node.
pub(super) fn chains(map: &ArgumentMap, edges: &Edges, node: NodeId) -> Vec<Chain> {
    let mut found = Vec::new();
    let mut seen: Vec<NodeId> = Vec::new();
    // Paths from the node upwards: innermost attribution first.
    let mut open: Vec<Vec<NodeId>> = edges.attributions_of(node).map(|id| vec![id]).collect();
    open.reverse();
    while let Some(path) = open.pop() {
        let Some(&outermost) = path.last() else { continue };
        if seen.contains(&outermost) || seen.len() >= MAX_FOLLOWED {
            continue;
        }
        seen.push(outermost);
        let reporters: Vec<NodeId> = edges.attributions_of(outermost).filter(|id| !seen.contains(id)).collect();
        if reporters.is_empty() {
            found.extend(chain(map, path));
        } else {
            open.extend(reporters.into_iter().rev().map(|reporter| path.iter().copied().chain([reporter]).collect()));
        }
    }
    found
}

fn chain(map: &ArgumentMap, mut ids: Vec<NodeId>) -> Option<Chain> {
    let stance = map.attribution(*ids.first()?)?.stance;
    ids.reverse();
    let mut names = String::new();
    let inner = ids.len() - 1;
    for (i, id) in ids.iter().enumerate() {
        let attribution = map.attribution(*id)?;
        names.push_str(attribution.speaker.and_then(|id| map.speaker(id)).map_or(tr!("label-unnamed-speaker"), |speaker| speaker.label()));
        if i < inner {
            if attribution.stance != Stance::Reports {
                names.push(' ');
                names.push_str(attribution.stance.verb());
            }
            names.push_str(" › ");
        }
    }
    Some(Chain { ids, names, stance, doubted: false })
}

impl Chain {
    pub(super) fn label(&self) -> String {
        let said = format!("{} {}", self.names, self.stance.verb());
        if self.doubted { format!("{said} – {}", tr!("chip-doubted")) } else { said }
    }
}

pub(super) fn stance_ink(stance: Stance) -> Ink {
    match stance {
        Stance::Asserts => Ink::Fact,
        Stance::Denies => Ink::Rebuttal,
        Stance::Questions => Ink::Preference,
        Stance::Endorses => Ink::Support,
        Stance::Reports => Ink::Muted,
    }
}

/// Things set in rows from the left, each row as wide as fits.
pub(super) struct Flow {
    max_width: f32,
    cursor: Pos2,
    /// What is used so far.
    pub(super) size: Vec2,
}

impl Flow {
    pub(super) fn new(max_width: f32) -> Self {
        Self { max_width, cursor: Pos2::ZERO, size: Vec2::ZERO }
    }

    /// Room for the next thing.
    pub(super) fn place(&mut self, width: f32) -> Rect {
        if self.cursor.x > 0.0 && self.cursor.x + width > self.max_width {
            self.cursor = pos2(0.0, self.cursor.y + HEIGHT + GAP);
        }
        let rect = Rect::from_min_size(self.cursor, vec2(width, HEIGHT));
        self.cursor.x += width + GAP;
        self.size = self.size.max(rect.max.to_vec2());
        rect
    }
}

/// A run of chips or tags, from (0, 0).
#[derive(Default)]
pub(super) struct Row {
    pub(super) size: Vec2,
    pub(super) shapes: Vec<Shape>,
    pub(super) chips: Vec<Chip>,
}

/// Sets chains as chips.
pub(super) fn chip_row(shaper: &mut TextShaper, chains: &[Chain], max_width: f32) -> Row {
    let mut row = Row::default();
    let mut flow = Flow::new(max_width);
    // One chip more takes no more room than the words "+1 more".
    let shown = if chains.len() == MAX_CHIPS + 1 { chains.len() } else { chains.len().min(MAX_CHIPS) };
    for chain in chains.iter().take(shown) {
        let verb = chain.stance.verb();
        let (verb, ink) = if chain.doubted { (&*format!("{verb} ≠"), Ink::Rebuttal) } else { (verb, Ink::Muted) };
        let word = caption(shaper, verb, max_width);
        let lead = PADDING + 2.0 * DOT + UNIT;
        let name = caption(shaper, &chain.names, (max_width - lead - UNIT - word.width - PADDING).max(HEIGHT));
        let rect = flow.place(lead + name.width + UNIT + word.width + PADDING);
        let stroke = chain.doubted.then_some(Stroke::solid(1.0, Ink::Rebuttal));
        row.shapes.push(Shape::Rect { rect, radius: HEIGHT / 2.0, fill: Some(Ink::Chip), stroke });
        let dot = pos2(rect.left() + PADDING + DOT, rect.center().y);
        row.shapes.push(Shape::Circle { center: dot, radius: DOT, fill: Some(stance_ink(chain.stance)), stroke: None });
        let at = pos2(rect.left() + lead, rect.top() + (HEIGHT - name.height()) / 2.0);
        let after = pos2(at.x + name.width + UNIT, at.y);
        row.shapes.push(text_at(at, name, Ink::Text));
        row.shapes.push(text_at(after, word, ink));
        if let Some(attribution) = chain.ids.first() {
            row.chips.push(Chip { attribution: *attribution, chain: chain.ids.clone(), rect, label: chain.label() });
        }
    }
    if let Some(first) = chains.get(shown).and_then(|chain| chain.ids.first()) {
        let label = tr!("card-more", count = chains.len() - shown);
        let text = caption(shaper, &label, max_width);
        let rect = flow.place(text.width + 2.0 * PADDING);
        row.shapes.push(pill(rect));
        row.shapes.push(text_at(rect.min + vec2(PADDING, (HEIGHT - text.height()) / 2.0), text, Ink::Muted));
        let rest = chains[shown..].iter().flat_map(|chain| chain.ids.iter().copied()).collect();
        row.chips.push(Chip { attribution: *first, chain: rest, rect, label });
    }
    row.size = flow.size;
    row
}

fn pill(rect: Rect) -> Shape {
    Shape::Rect { rect, radius: HEIGHT / 2.0, fill: Some(Ink::Chip), stroke: None }
}

/// One line of small text.
pub(super) fn caption(shaper: &mut TextShaper, text: &str, max_width: f32) -> Arc<crate::render::TextBlock> {
    Arc::new(shaper.shape(text, Setting { face: Face::Regular, size: TextSize::Small, max_width, max_lines: 1 }))
}

/// A block with its top left corner at a point.
pub(super) fn text_at(at: Pos2, block: Arc<crate::render::TextBlock>, ink: Ink) -> Shape {
    Shape::Text { rect: Rect::from_min_size(at, vec2(block.width, block.height())), block, ink }
}
