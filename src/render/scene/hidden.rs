//! What stands for hidden nodes: the number on a folded card, and thin lines for the ways that run through what is hidden.

use std::collections::BTreeSet;
use std::sync::Arc;

use emath::{Pos2, Rect, Vec2, pos2, vec2};

use super::Scene;
use crate::analysis::{HiddenLink, Shown};
use crate::base::NodeId;
use crate::render::card::Card;
use crate::render::chip::{self, caption, text_at};
use crate::render::route::{Foot, Joined, plan, route};
use crate::render::theme::{Ink, UNIT};
use crate::render::topology::End;
use crate::render::{Dash, Path, Shape, Stroke, TextBlock, TextShaper};

/// Widest label.
const MAX_LABEL: f32 = 120.0;
/// Space beside the words of a label.
const PADDING: f32 = 2.0 * UNIT;
/// How far the label of a folded card keeps from the card's right edge.
const INSET: f32 = 3.0 * UNIT;
/// Size of the head of a line.
const HEAD: f32 = 7.0;

/// A thin line that stands for the ways through what is hidden.
#[derive(Clone, Debug)]
pub struct HiddenLine {
    /// What it stands for.
    pub link: HiddenLink,
    /// Centre of its label.
    pub at: Pos2,
    /// "3 hidden", around the label's centre.
    pub label: Arc<Card>,
    path: Path,
    bounds: Rect,
}

impl HiddenLine {
    /// A box that holds line and label.
    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    /// Where it begins and ends.
    pub fn ends(&self) -> [Pos2; 2] {
        if self.path.curves().is_empty() { [self.at; 2] } else { [self.path.start(), self.path.end()] }
    }

    /// Where its label stands.
    pub fn label_rect(&self) -> Rect {
        self.label.rect_at(self.at)
    }

    /// The line and its head, without the label.
    pub fn line_shapes(&self) -> Vec<Shape> {
        let stroke = Stroke { width: 1.25, ink: Ink::Muted, dash: Dash::Fine };
        let mut shapes = vec![Shape::Path { path: self.path.clone(), stroke }];
        if !self.path.curves().is_empty() {
            let (tip, along) = (self.path.end(), self.path.arrival());
            let barb = |side: f32| tip - along * HEAD + along.rot90() * (side * HEAD * 0.6);
            let points = vec![barb(1.0), tip, barb(-1.0)];
            shapes.push(Shape::Line { points, fill: None, stroke: Some(Stroke::solid(1.25, Ink::Muted)) });
        }
        shapes
    }
}

/// The card of a claim as it is shown: with the number of claims that it hides, where it is folded.
pub(super) fn as_shown(shaper: &mut TextShaper, shown: &Shown, claim: NodeId, card: Arc<Card>) -> Arc<Card> {
    let Some(count) = shown.folded(claim) else { return card };
    let text = caption(shaper, &format!("+{count}"), MAX_LABEL);
    let width = text.width + 2.0 * PADDING;
    let centre = pos2(card.bounds.right() - INSET - width / 2.0, card.bounds.bottom());
    let badge = Rect::from_center_size(centre, vec2(width, chip::HEIGHT));
    let mut folded = Card { badge: Some(badge), ..Card::clone(&card) };
    folded
        .shapes
        .extend(pill(text, Stroke::solid(1.25, Ink::Muted), Ink::Text).into_iter().map(|shape| shape.translated(centre.to_vec2())));
    Arc::new(folded)
}

/// Words in a pill around (0, 0).
fn pill(text: Arc<TextBlock>, stroke: Stroke, ink: Ink) -> [Shape; 2] {
    let rect = Rect::from_center_size(Pos2::ZERO, vec2(text.width + 2.0 * PADDING, chip::HEIGHT));
    let at = pos2(-text.width / 2.0, -text.height() / 2.0);
    [Shape::Rect { rect, radius: chip::HEIGHT / 2.0, fill: Some(Ink::Card), stroke: Some(stroke) }, text_at(at, text, ink)]
}

fn label(shaper: &mut TextShaper, hidden: usize) -> Card {
    let name = crate::tr!("shown-hidden", count = hidden);
    let text = caption(shaper, &name, MAX_LABEL);
    let bounds = Rect::from_center_size(Pos2::ZERO, vec2(text.width + 2.0 * PADDING, chip::HEIGHT));
    let shapes = pill(text, Stroke { width: 1.0, ink: Ink::Muted, dash: Dash::Fine }, Ink::Muted).to_vec();
    Card { bounds, shapes, chips: Vec::new(), text_rect: bounds, name, badge: None, signs: Vec::new(), unsigned: 0 }
}

impl Scene {
    /// The lines that stand for ways through what is hidden.
    pub fn hidden_lines(&self) -> &[HiddenLine] {
        &self.hidden
    }

    /// Where the number of a folded claim stands on its card; for a claim that is not folded, where it would.
    pub fn badge_rect(&self, claim: NodeId) -> Option<Rect> {
        let placed = self.card(claim)?;
        let corner = pos2(placed.card.bounds.right() - INSET - chip::HEIGHT / 2.0, placed.card.bounds.bottom());
        let badge = placed.card.badge.unwrap_or(Rect::from_center_size(corner, Vec2::splat(chip::HEIGHT)));
        Some(badge.translate(placed.at.to_vec2()))
    }

    /// Draws a line for each link.
    pub(super) fn draw_hidden(&mut self, shown: &Shown, shaper: &mut TextShaper) {
        let mut labels = std::collections::BTreeMap::new();
        let line = |link: &HiddenLink| {
            let label = labels.entry(link.hidden).or_insert_with(|| Arc::new(label(shaper, link.hidden))).clone();
            HiddenLine { link: *link, at: Pos2::ZERO, label, path: Path::default(), bounds: Rect::NOTHING }
        };
        self.hidden = shown.links().iter().map(line).collect();
        self.route_hidden(None);
    }

    /// Lets lines follow their ends: all of them, or those that hang on some claims' cards or on what may have moved with these.
    pub(super) fn route_hidden(&mut self, moved: Option<&BTreeSet<NodeId>>) {
        let mut hidden = std::mem::take(&mut self.hidden);
        let stays = |node: NodeId| moved.is_some_and(|moved| self.card_of.contains_key(&node) && !moved.contains(&node));
        for line in hidden.iter_mut().filter(|line| !(stays(line.link.from) && stays(line.link.to))) {
            let foot = |node: NodeId| {
                let end = self.end(node)?;
                Some((end, Foot { anchor: self.anchor(end, false)?, card: end.card(), port: None }))
            };
            let (Some((start, from)), Some((end, to))) = (foot(line.link.from), foot(line.link.to)) else {
                (line.path, line.bounds) = (Path::default(), Rect::NOTHING);
                continue;
            };
            // Beside a relation that is shown between the same two, not on it.
            let lane = if self.are_joined(start, end) { 1.0 } else { 0.0 };
            let canonical = line.link.from <= line.link.to;
            let joined = Joined { premises: vec![from], target: Some(to), lane, canonical, fixed: None, callers: Vec::new(), shift: None };
            let size = line.label.bounds.size() + Vec2::splat(UNIT);
            let (run, _) = self.on_cards(self.rough, |ground| {
                let cost = |at: Pos2| usize::from(ground.covers(Rect::from_center_size(at, size), &[]));
                route(ground, &joined, &plan(ground, &joined), &cost)
            });
            line.at = run.at;
            line.path = run.legs.iter().chain(&run.trunk).flat_map(Path::curves).copied().collect();
            line.bounds = line.path.bounds().union(line.label_rect()).expand(HEAD);
        }
        self.hidden = hidden;
    }

    fn are_joined(&self, a: End, b: End) -> bool {
        let links = self.links.beside(a).iter().filter_map(|arrow| self.links.get(*arrow));
        links.into_iter().any(|link| link.ends().any(|end| end == a) && link.ends().any(|end| end == b))
    }
}
