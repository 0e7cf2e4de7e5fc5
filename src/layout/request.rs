//! Which part of a map is laid out, and what its boxes and links are.

use std::collections::BTreeMap;

use emath::{Pos2, Vec2};

use crate::base::{NodeId, NodeKind, SpeakerId, ViewId};
pub use crate::layout::said::{first_said, first_speaker};
use crate::layout::{Body, LayoutRequest, Link, said};
use crate::model::{ArgumentMap, Placement, Side};

/// What may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything but pinned claims.
    Everything,
    /// Only what has no placement yet; the rest stays.
    Unplaced,
    /// Only what is selected, by itself; the rest stays.
    Selected,
}

/// A request made from a map, and which node each body stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayout {
    /// What to lay out.
    pub request: LayoutRequest,
    /// Body `i` stands for `ids[i]`: all claims, then the relations that need room of their own.
    pub ids: Vec<NodeId>,
    /// Whose lane each number is.
    pub lanes: Vec<SpeakerId>,
}

impl MapLayout {
    /// The placements that follow from a layout's result, in whole numbers: those of the claims that were free to move.
    /// Relations are drawn from their ends and have none.
    pub fn placements(&self, centres: &[Pos2]) -> Vec<(NodeId, Placement)> {
        let bodies = self.ids.iter().zip(&self.request.bodies).zip(centres);
        bodies
            .filter(|((id, body), _)| id.kind() == NodeKind::Claim && !body.held)
            .map(|((id, _), at)| (*id, Placement { x: at.x.round() as i32, y: at.y.round() as i32, pinned: false }))
            .collect()
    }
}

/// Makes the request for a view of a map. `size_of` gives the size of a claim's card or of a relation's handle.
pub fn of_map(map: &ArgumentMap, view: ViewId, scope: Scope, seed: u64, size_of: &mut dyn FnMut(NodeId) -> Vec2) -> MapLayout {
    of_part(map, view, scope, seed, &Chosen::shown(map, &|_| true, Vec::new()), size_of)
}

/// A part of a map that is laid out as if there were nothing else.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// The claims.
    pub claims: Vec<NodeId>,
    /// The relations.
    pub relations: Vec<NodeId>,
    /// From where to where ways lead that are not part of it.
    pub ways: Vec<(NodeId, NodeId)>,
}

impl Chosen {
    /// What is shown of a map.
    pub fn shown(map: &ArgumentMap, is_shown: &dyn Fn(NodeId) -> bool, ways: Vec<(NodeId, NodeId)>) -> Self {
        let claims = map.claims().map(|(id, _)| id).filter(|id| is_shown(*id)).collect();
        Self { claims, relations: map.relations().map(|(id, _)| id).filter(|id| is_shown(*id)).collect(), ways }
    }
}

/// The same for a part of the map.
pub fn of_part(
    map: &ArgumentMap,
    view: ViewId,
    scope: Scope,
    seed: u64,
    chosen: &Chosen,
    size_of: &mut dyn FnMut(NodeId) -> Vec2,
) -> MapLayout {
    let mut ids: Vec<NodeId> = Vec::new();
    let mut bodies: Vec<Body> = Vec::new();
    let (lanes, lane_of) = said::lanes(map, &chosen.claims);
    for &id in &chosen.claims {
        let placement = map.placement(view, id);
        let held = placement.is_some_and(|p| p.pinned || scope == Scope::Unplaced);
        let at = placement.filter(|_| held).map(|p| Pos2::new(p.x as f32, p.y as f32));
        ids.push(id);
        let (day, lane) = (said::first_day(map, id), lane_of.get(&id).copied());
        bodies.push(Body { at, held, day, lane, ..Body::free(size_of(id)) });
    }
    for &id in chosen.relations.iter().filter(|id| needs_room(map, **id)) {
        ids.push(id);
        bodies.push(Body { joint: true, ..Body::free(size_of(id)) });
    }
    let index: BTreeMap<NodeId, usize> = ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    if scope == Scope::Unplaced {
        hold_between_placed_ends(map, &ids, &index, &mut bodies);
    }
    let mut links = Vec::new();
    let card = |node: NodeId| card_of(map, node).and_then(|card| index.get(&card).copied());
    links.extend(chosen.ways.iter().filter_map(|(from, to)| Some(Link { from: card(*from)?, to: card(*to)? })));
    for relation in in_authors_order(map, chosen) {
        let target = map.target(relation).and_then(|t| card_of(map, t)).and_then(|t| index.get(&t).copied());
        let premises = map.premises(relation);
        let premises = premises.iter().filter_map(|p| index.get(&card_of(map, *p)?).copied());
        match (index.get(&relation).copied(), target) {
            (Some(room), target) => {
                links.extend(premises.map(|from| Link { from, to: room }));
                links.extend(target.map(|to| Link { from: room, to }));
            }
            (None, Some(to)) => links.extend(premises.map(|from| Link { from, to })),
            (None, None) => {}
        }
    }
    let side = map.views().get(&view).map_or(Side::Below, |view| view.side);
    MapLayout { request: LayoutRequest { bodies, links, seed, side }, ids, lanes }
}

/// The relations, those on one claim or relation in the author's order.
fn in_authors_order(map: &ArgumentMap, chosen: &Chosen) -> Vec<NodeId> {
    let targets = chosen.claims.iter().chain(&chosen.relations);
    let ordered = targets.flat_map(|target| map.relations_on(*target));
    let rank: BTreeMap<NodeId, usize> = ordered.enumerate().map(|(rank, id)| (id, rank)).collect();
    let mut relations = chosen.relations.clone();
    // Those on attributions come after those on what is said.
    relations.sort_by_key(|id| rank.get(id).copied().unwrap_or(usize::MAX));
    relations
}

/// Whether a relation's handle needs free space around it: several arrows join there, something else points at it, or it points at a handle
/// itself.
fn needs_room(map: &ArgumentMap, relation: NodeId) -> bool {
    let points_at_a_handle = || map.target(relation).and_then(|t| card_of(map, t)).is_some_and(|t| t.kind() == NodeKind::Relation);
    map.premises(relation).len() > 1
        || !map.relations_on(relation).is_empty()
        || !map.attributions_of(relation).is_empty()
        || points_at_a_handle()
}

/// The claim or relation that shows a node: attributions are chips on what they say.
pub(crate) fn card_of(map: &ArgumentMap, node: NodeId) -> Option<NodeId> {
    let mut at = node;
    for _ in 0..map.node_count() {
        if at.kind() != NodeKind::Attribution {
            return Some(at);
        }
        at = map.content(at)?;
    }
    None
}

/// How many relations in a row may point at each other before the last one is placed afresh.
const MAX_CHAIN: usize = 16;

/// A relation between placed ends stands where it is drawn: half-way from its premises to its target. Relations may point at relations,
/// so this is done again while it finds something new.
fn hold_between_placed_ends(map: &ArgumentMap, ids: &[NodeId], index: &BTreeMap<NodeId, usize>, bodies: &mut [Body]) {
    for _ in 0..MAX_CHAIN {
        let mut found = false;
        for (i, id) in ids.iter().enumerate().filter(|(_, id)| id.kind() == NodeKind::Relation) {
            if bodies[i].held {
                continue;
            }
            let centre = |node: NodeId| bodies[*index.get(&node)?].at;
            let premises: Option<Vec<Pos2>> = map.premises(*id).into_iter().map(|p| card_of(map, p).and_then(centre)).collect();
            let target = map.target(*id).and_then(|t| card_of(map, t)).and_then(centre);
            let (Some(premises), Some(target)) = (premises, target) else { continue };
            if premises.is_empty() {
                continue;
            }
            let sum = premises.iter().fold(Vec2::ZERO, |sum, p| sum + p.to_vec2());
            let mean = (sum / premises.len() as f32).to_pos2();
            bodies[i] = Body { joint: true, ..Body::held(bodies[i].size, mean + (target - mean) / 2.0) };
            found = true;
        }
        if !found {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attribution, MapBuilder, Relation, RelationKind, Stance};

    /// The links of a map laid out whole, as texts of claims and `+` for relations with room of their own.
    fn links(build: impl FnOnce(&mut MapBuilder)) -> Vec<String> {
        let mut builder = MapBuilder::new(1);
        build(&mut builder);
        let map = builder.finish();
        let made = of_map(&map, ViewId::main(), Scope::Everything, 1, &mut |_| Vec2::splat(20.0));
        let name = |i: usize| map.claim(made.ids[i]).map_or("+", |c| c.text.as_str());
        let mut links: Vec<String> = made.request.links.iter().map(|l| format!("{}>{}", name(l.from), name(l.to))).collect();
        links.sort();
        links
    }

    #[test]
    fn relations_get_room_where_they_need_it() {
        let (simple, linked) = (["b>a"], ["+>a", "b>+", "c>+"]);
        let single = links(|m| {
            let (a, b) = (m.claim("a"), m.claim("b"));
            m.support(&[b], a);
        });
        assert_eq!(single, simple);
        let joint = links(|m| {
            let (a, b, c) = (m.claim("a"), m.claim("b"), m.claim("c"));
            m.support(&[b, c], a);
        });
        assert_eq!(joint, linked);
        let undercut = links(|m| {
            let (a, b, c) = (m.claim("a"), m.claim("b"), m.claim("c"));
            let step = m.support(&[b], a);
            m.rebut(&[c], step);
        });
        assert_eq!(undercut, ["+>+", "+>a", "b>+", "c>+"]);
        let disputed = links(|m| {
            let (a, b) = (m.claim("a"), m.claim("b"));
            let said = m.attribute(Attribution::new(None, Stance::Asserts), a);
            let reported = m.attribute(Attribution::new(None, Stance::Reports), said);
            m.rebut(&[b], reported);
        });
        assert_eq!(disputed, simple);
        let said_of_a_step = links(|m| {
            let (a, b) = (m.claim("a"), m.claim("b"));
            let step = m.support(&[b], a);
            m.attribute(Attribution::new(None, Stance::Asserts), step);
        });
        assert_eq!(said_of_a_step, ["+>a", "b>+"]);
        assert_eq!(links(|m| _ = m.node(Relation::new(RelationKind::Support))), [""; 0]);
    }

    #[test]
    fn what_may_move_depends_on_the_scope() {
        let mut builder = MapBuilder::new(1);
        let (a, b, c, d) = (builder.claim("a"), builder.claim("b"), builder.claim("c"), builder.claim("d"));
        let joint = builder.support(&[b, c], a);
        builder.support(&[d], a);
        for (node, x, y, pinned) in [(a, 0, 0, true), (b, -100, 200, false), (c, 100, 200, false)] {
            builder.place(ViewId::main(), node, Placement { x, y, pinned });
        }
        let map = builder.finish();
        let held = |scope| {
            let made = of_map(&map, ViewId::main(), scope, 1, &mut |_| Vec2::splat(20.0));
            let mut held: Vec<(NodeId, Option<Pos2>)> =
                made.ids.iter().zip(&made.request.bodies).filter(|(_, b)| b.held).map(|(id, b)| (*id, b.at)).collect();
            held.sort_by_key(|(id, _)| *id);
            let moved: Vec<NodeId> = made.placements(&vec![Pos2::new(1.4, 2.6); made.ids.len()]).into_iter().map(|(id, _)| id).collect();
            (held, moved)
        };
        let at = |x: f32, y: f32| Some(Pos2::new(x, y));
        let sorted = |mut ids: Vec<NodeId>| {
            ids.sort();
            ids
        };
        assert_eq!(held(Scope::Everything), (vec![(a, at(0.0, 0.0))], sorted(vec![b, c, d])));
        let mut all = vec![(a, at(0.0, 0.0)), (b, at(-100.0, 200.0)), (c, at(100.0, 200.0)), (joint, at(0.0, 100.0))];
        all.sort_by_key(|(id, _)| *id);
        assert_eq!(held(Scope::Unplaced), (all, vec![d]));
    }

    #[test]
    fn what_is_hidden_stays_out() {
        let mut builder = MapBuilder::new(1);
        let (a, b, c) = (builder.claim("a"), builder.claim("b"), builder.claim("c"));
        builder.support(&[b], a);
        builder.support(&[c], b);
        let map = builder.finish();
        let made = of_part(&map, ViewId::main(), Scope::Everything, 1, &Chosen::shown(&map, &|id| id != b, vec![(c, a)]), &mut |_| {
            Vec2::splat(20.0)
        });
        let mut expected = vec![a, c];
        expected.sort();
        assert_eq!(made.ids, expected);
        let ends: Vec<(NodeId, NodeId)> = made.request.links.iter().map(|link| (made.ids[link.from], made.ids[link.to])).collect();
        assert_eq!(ends, [(c, a)]);
    }
}
