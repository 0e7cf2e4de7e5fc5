//! A part of a map laid out by itself, among the rest, which stays.

use std::collections::BTreeSet;

use emath::{Pos2, Rect, Vec2};

use crate::base::{Cancelled, NodeId, TaskCtx, ViewId};
use crate::layout::aside::{Placed, free_shift, place_new};
use crate::layout::grid::{Boxes, Grid};
use crate::layout::point::Point;
use crate::layout::request::{Chosen, Scope, of_part};
use crate::layout::{GAP, layout};
use crate::model::{ArgumentMap, LayoutName, Placement, Side};

/// New places for some of the claims that are shown. They stay where they are as a whole, or as near as there is room for it; what is pinned
/// stays exactly, and so do all others.
///
/// # Errors
/// [`Cancelled`] soon after the context was cancelled.
pub fn tidy(
    map: &ArgumentMap,
    (view, name, side): (ViewId, LayoutName, Side),
    (shown, part): (&Chosen, &BTreeSet<NodeId>),
    seed: u64,
    size_of: &mut dyn FnMut(NodeId) -> Vec2,
    ctx: &TaskCtx,
) -> Result<Vec<(NodeId, Placement)>, Cancelled> {
    let place = |id: NodeId| map.placement(view, id).map(|place| Pos2::new(place.x as f32, place.y as f32));
    let mut others: Vec<Rect> = Vec::new();
    let mut before = Rect::NOTHING;
    for id in &shown.claims {
        let Some(at) = place(*id) else { continue };
        let rect = Rect::from_center_size(at, size_of(*id));
        if part.contains(id) {
            before = before.union(rect);
        } else {
            others.push(rect);
        }
    }
    let claims: Vec<NodeId> = shown.claims.iter().copied().filter(|id| part.contains(id)).collect();
    let ways = shown.ways.iter().copied().filter(|(from, to)| part.contains(from) && part.contains(to)).collect();
    let chosen = Chosen { relations: relations_among(map, &shown.relations, &claims), claims, ways };
    let mut of = of_part(map, view, Scope::Everything, seed, &chosen, size_of);
    of.request.side = side;
    let mut centres = layout(name).run(&of.request, ctx, &mut |_| {})?;
    let rest = Rest::new(&others);
    let rect = |i: usize, centres: &[Pos2]| {
        centres.get(i).zip(of.request.bodies.get(i)).map_or(Rect::NOTHING, |(at, body)| Rect::from_center_size(*at, body.size))
    };
    let cards: Vec<usize> = (0..of.request.bodies.len()).filter(|&i| !of.request.bodies[i].joint).collect();
    if cards.iter().any(|&i| of.request.bodies[i].held) {
        // What is pinned holds the rest of the part in its place.
        for &i in cards.iter().filter(|&&i| !of.request.bodies[i].held) {
            let near = |area: Rect, found: &mut dyn FnMut(Placed<usize>)| {
                rest.near(area, found);
                let part = cards.iter().filter(|&&j| j != i).map(|&j| Placed { id: usize::MAX - j, rect: rect(j, &centres), held: true });
                part.filter(|b| b.rect.intersects(area)).for_each(found);
            };
            let at = place_new(&Placed { id: usize::MAX - i, rect: rect(i, &centres), held: false }, Vec2::splat(1.0), &near);
            centres[i] = at;
        }
    } else if before.is_positive() {
        let after = cards.iter().map(|&i| rect(i, &centres)).fold(Rect::NOTHING, Rect::union);
        let there = (anchor(before, side) - anchor(after, side)).round();
        let block: Vec<Rect> = cards.iter().map(|&i| rect(i, &centres).translate(there)).collect();
        let shift = there + free_shift(&block, &|area, found| rest.near(area, found));
        for at in &mut centres {
            *at += shift;
        }
    }
    Ok(of.placements(&centres))
}

/// The middle of the edge towards which arguments lead.
fn anchor(bounds: Rect, side: Side) -> Pos2 {
    match side {
        Side::Below => bounds.center_top(),
        Side::Above => bounds.center_bottom(),
        Side::Left => bounds.right_center(),
        Side::Right => bounds.left_center(),
    }
}

/// Those of the relations that join these claims alone, and those between such relations.
fn relations_among(map: &ArgumentMap, relations: &[NodeId], claims: &[NodeId]) -> Vec<NodeId> {
    let mut inside: BTreeSet<NodeId> = claims.iter().copied().collect();
    let mut open: Vec<NodeId> = relations.to_vec();
    loop {
        let before = open.len();
        open.retain(|relation| {
            let mut ends = map.premises(*relation).into_iter().chain(map.target(*relation));
            let joins = ends.all(|end| super::request::card_of(map, end).is_some_and(|card| inside.contains(&card)));
            if joins {
                inside.insert(*relation);
            }
            !joins
        });
        if open.len() == before {
            return relations.iter().copied().filter(|id| inside.contains(id)).collect();
        }
    }
}

/// The boxes that stay, found by area.
struct Rest<'a> {
    rects: &'a [Rect],
    grid: Grid,
}

impl<'a> Rest<'a> {
    fn new(rects: &'a [Rect]) -> Self {
        let point = |x: f32, y: f32| Point::new(f64::from(x), f64::from(y));
        let boxes = Boxes {
            at: rects.iter().map(|rect| point(rect.center().x, rect.center().y)).collect(),
            half: rects.iter().map(|rect| point(rect.width() / 2.0, rect.height() / 2.0)).collect(),
            held: vec![true; rects.len()],
        };
        Self { rects, grid: Grid::new(&boxes, f64::from(GAP), 0..rects.len()) }
    }

    fn near(&self, area: Rect, found: &mut dyn FnMut(Placed<usize>)) {
        let half = Point::new(f64::from(area.width()) / 2.0, f64::from(area.height()) / 2.0);
        let centre = Point::new(f64::from(area.center().x), f64::from(area.center().y));
        self.grid.near(centre, half, |i| {
            if let Some(rect) = self.rects.get(i).filter(|rect| rect.intersects(area)) {
                found(Placed { id: i, rect: *rect, held: true });
            }
        });
    }
}
