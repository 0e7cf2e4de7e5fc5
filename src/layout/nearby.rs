//! Places for a few new claims, with a look at their surroundings alone: in a large map a claim appears at once where it belongs.

use std::collections::BTreeSet;

use emath::{Pos2, Rect, Vec2};

use crate::base::{NodeId, NodeKind, TaskCtx, ViewId};
use crate::layout::layout;
use crate::layout::request::{Chosen, Scope, card_of, of_part};
use crate::model::{ArgumentMap, LayoutName, Placement};

/// With more new claims than this it is work for a layout of everything.
const MAX_NEW: usize = 24;
/// Claims and relations on the ways from the new claims that are followed.
const MAX_LINKED: usize = 400;
/// How far around what the new claims are linked with other cards are looked at, in map units. Where there is no room, farther.
const REACHES: [f32; 3] = [1200.0, 2400.0, 4800.0];

/// Finds places for claims that have none, beside what they are linked with. `claims_in` tells which placed claims reach into an area.
/// `None` where that takes a layout: there are too many, some are linked with nothing that has a place, or there is no room.
pub fn place_nearby(
    map: &ArgumentMap,
    view: ViewId,
    new: &BTreeSet<NodeId>,
    seed: u64,
    size_of: &mut dyn FnMut(NodeId) -> Vec2,
    claims_in: &dyn Fn(Rect) -> Vec<NodeId>,
) -> Option<Vec<(NodeId, Placement)>> {
    if new.is_empty() || new.len() > MAX_NEW {
        return None;
    }
    let (linked, relations) = linked_with(map, new)?;
    let place = |id: &NodeId| map.placement(view, *id).map(|place| Pos2::new(place.x as f32, place.y as f32));
    let anchors: Vec<Pos2> = linked.iter().filter_map(place).collect();
    let name = map.views().get(&view).map_or(LayoutName::Auto, |v| v.layout);
    REACHES.iter().find_map(|reach| {
        let windows: Vec<Rect> = anchors.iter().map(|at| Rect::from_center_size(*at, Vec2::splat(2.0 * reach))).collect();
        let mut claims = linked.clone();
        claims.extend(windows.iter().flat_map(|window| claims_in(*window)));
        let mut relations = relations.clone();
        relations.extend(relations_among(map, &claims));
        let chosen = Chosen { claims: claims.into_iter().collect(), relations: relations.into_iter().collect(), ways: Vec::new() };
        let of = of_part(map, view, Scope::Unplaced, seed, &chosen, size_of);
        let centres = layout(name).run(&of.request, &TaskCtx::new(), &mut |_| ()).ok()?;
        let boxes = of.request.bodies.iter().zip(&centres).filter(|(body, _)| !body.held && !body.joint);
        let seen = |rect: Rect| windows.iter().any(|window| window.contains_rect(rect));
        let fits = boxes.into_iter().all(|(body, at)| seen(Rect::from_center_size(*at, body.size)));
        fits.then(|| of.placements(&centres).into_iter().filter(|(id, _)| new.contains(id)).collect())
    })
}

/// The claims and relations on which the new claims' places depend. `None` where one of them depends on nothing that has a place.
fn linked_with(map: &ArgumentMap, new: &BTreeSet<NodeId>) -> Option<(BTreeSet<NodeId>, BTreeSet<NodeId>)> {
    let mut claims: BTreeSet<NodeId> = new.clone();
    let mut relations: BTreeSet<NodeId> = BTreeSet::new();
    let mut links: Vec<(NodeId, NodeId)> = Vec::new();
    for id in new {
        let mut open = [map.relations_from(*id), map.relations_on(*id)].concat();
        let mut seen = BTreeSet::new();
        while let Some(relation) = open.pop() {
            if !seen.insert(relation) {
                continue;
            }
            for end in map.premises(relation).into_iter().chain(map.target(relation)).filter_map(|end| card_of(map, end)) {
                if end.kind() == NodeKind::Relation {
                    open.push(end);
                } else {
                    claims.insert(end);
                    links.push((*id, end));
                }
            }
        }
        relations.extend(seen);
        if claims.len() + relations.len() > MAX_LINKED {
            return None;
        }
    }
    let mut open = new.clone();
    while let Some((settled, _)) = links.iter().find(|(id, end)| open.contains(id) && !open.contains(end)) {
        open.remove(settled);
    }
    open.is_empty().then_some((claims, relations))
}

/// The relations that join these claims alone, and those between such relations.
fn relations_among(map: &ArgumentMap, claims: &BTreeSet<NodeId>) -> BTreeSet<NodeId> {
    let mut among = BTreeSet::new();
    let mut open: Vec<NodeId> = claims.iter().flat_map(|id| map.relations_from(*id)).collect();
    while let Some(relation) = open.pop() {
        let mut ends = map.premises(relation).into_iter().chain(map.target(relation)).filter_map(|end| card_of(map, end));
        if !among.contains(&relation) && ends.all(|end| claims.contains(&end) || among.contains(&end)) {
            among.insert(relation);
            open.extend(map.relations_on(relation));
        }
    }
    among
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::GAP;
    use crate::model::MapBuilder;
    use std::cell::Cell;

    const SIZE: Vec2 = Vec2::new(240.0, 80.0);

    #[test]
    fn a_new_reason_stands_by_its_target_and_on_nothing() {
        let mut b = MapBuilder::new(1);
        let claims: Vec<NodeId> = (0..2_500).map(|i| b.claim(format!("{i}"))).collect();
        for (i, id) in claims.iter().enumerate() {
            let place = Placement { x: (i % 50) as i32 * 300, y: (i / 50) as i32 * 260, pinned: false };
            b.place(ViewId::main(), *id, place);
        }
        for pair in claims.windows(2) {
            b.support(&pair[..1], pair[1]);
        }
        let target = claims[1_225];
        let step = b.map().relations_on(target)[0];
        let (reason, undercut, other) = (b.claim("New"), b.claim("Also new"), b.claim("Linked with nothing"));
        b.rebut(&[reason], target);
        let further = b.claim("Linked with the new one alone");
        b.support(&[further], reason);
        b.rebut(&[undercut], step);
        let map = b.finish();
        let box_of =
            |id: NodeId| map.placement(ViewId::main(), id).map(|p| Rect::from_center_size(Pos2::new(p.x as f32, p.y as f32), SIZE));
        let looked_at = Cell::new(0);
        let claims_in = |area: Rect| {
            let found: Vec<NodeId> = claims.iter().copied().filter(|id| box_of(*id).unwrap().intersects(area)).collect();
            looked_at.set(looked_at.get().max(found.len()));
            found
        };
        let place = |new: &[NodeId]| place_nearby(&map, ViewId::main(), &new.iter().copied().collect(), 1, &mut |_| SIZE, &claims_in);
        let placed = place(&[reason, undercut, further]).unwrap();
        assert_eq!(placed.len(), 3);
        let boxes: Vec<Rect> = placed.iter().map(|(_, p)| Rect::from_center_size(Pos2::new(p.x as f32, p.y as f32), SIZE)).collect();
        for rect in &boxes {
            assert!(rect.center().distance(box_of(target).unwrap().center()) < 5_000.0, "{rect}");
            assert!(claims.iter().all(|id| !box_of(*id).unwrap().expand(GAP - 2.0).intersects(*rect)), "{rect}");
        }
        assert!(!boxes[0].intersects(boxes[1]) && !boxes[1].intersects(boxes[2]) && !boxes[0].intersects(boxes[2]));
        assert_eq!(place(&[other]), None);
        assert!(looked_at.get() < claims.len());
    }
}
