//! Relations of several premises: their lines meet at the handle and run on as one.

use emath::{Pos2, Rect, Vec2, vec2};

use super::{Anchor, Foot, Ground, Joined, PARALLEL, Plan, Port, Route, SEEN, Side, direction, laid, own, sides, way};

/// How far an end that is missing is away.
const STUB: f32 = 64.0;
/// Half the space that a handle asks for where lines join.
const ROOM: f32 = 13.0;
/// The same where there is little.
const LEAST: f32 = 10.0;
/// How far from the target's border lines join: nearest and farthest.
const NEAREST: f32 = 34.0;
const FARTHEST: f32 = 84.0;
/// How far aside a joint may stand where a card is in the way.
const ASIDE: [f32; 7] = [0.0, 24.0, -24.0, 60.0, -60.0, 110.0, -110.0];
/// Places around one are looked at so far apart, in so many rings: no gap that layouts leave is missed.
const STEP: f32 = 7.0;
const RINGS: i32 = 20;

pub(super) fn plan(ground: &Ground<'_>, joined: &Joined) -> Plan {
    let aim = joined.fixed.unwrap_or_else(|| junction(ground, joined));
    let joint = Foot { anchor: Anchor::Disc(aim, 0.0), card: None, port: None };
    let leg = |premise: &Foot| way(ground, joined, premise.anchor.center(), aim, &own(&[*premise]));
    let legs: Vec<Vec<Pos2>> = joined.premises.iter().map(leg).collect();
    let trunk = joined.target.map(|target| way(ground, joined, aim, target.anchor.center(), &own(&[target]))).unwrap_or_default();
    let ends = joined.premises.iter().zip(&legs).map(|(premise, way)| sides(ground, *premise, joint, way).first().copied().flatten());
    let mut sides_of: Vec<Option<Side>> = ends.collect();
    sides_of.extend(joined.target.map(|target| sides(ground, joint, target, &trunk).last().copied().flatten()));
    Plan { aim, legs, trunk, sides: sides_of, single: false, looped: false }
}

pub(super) fn route(ground: &Ground<'_>, joined: &Joined, plan: &Plan) -> Route {
    let at = plan.aim;
    let mut route = Route { at, ..Route::default() };
    let end = joined.target.map(|target| (target, target.port(plan.trunk.last().copied().unwrap_or(at), Vec2::ZERO)));
    // The legs come in as the trunk goes out.
    let next = plan.trunk.first().copied().or(end.map(|(_, end)| end.at));
    let along = next.map_or(Vec2::UP, |next| direction(at, next));
    for (i, premise) in joined.premises.iter().enumerate() {
        let corners = plan.legs.get(i).map(Vec::as_slice).unwrap_or_default();
        let start = premise.port(corners.first().copied().unwrap_or(at), Vec2::ZERO);
        // Lines that come from ahead do not turn back to come in from behind.
        let from = direction(corners.last().copied().unwrap_or(start.at), at);
        let into = (along + from * (0.35 + 0.65 * (1.0 - from.dot(along)) / 2.0)).normalized();
        let into = if into.length() < 0.5 { from } else { into };
        let joint = Port { at, out: -into, stub: None };
        route.legs.push(laid(ground, start, joint, corners, Vec2::ZERO, &own(&[*premise])));
        route.leg_stubs.extend(start.stub);
    }
    if let Some((target, end)) = end {
        let start = Port { at, out: along, stub: None };
        route.trunk = Some(laid(ground, start, end, &plan.trunk, Vec2::ZERO, &own(&[target])));
        route.trunk_stub = end.stub;
    }
    route
}

/// Where the legs of several premises meet: before the target, in the middle of where they come from.
fn junction(ground: &Ground<'_>, joined: &Joined) -> Pos2 {
    let sum = joined.premises.iter().fold(Vec2::ZERO, |sum, foot| sum + foot.anchor.center().to_vec2());
    let middle = (!joined.premises.is_empty()).then(|| (sum / joined.premises.len() as f32).to_pos2());
    match (middle, joined.target) {
        (Some(middle), Some(target)) => before(ground, joined, target.anchor.rect(), middle, target.anchor.center()),
        (Some(middle), None) => {
            let top = joined.premises.iter().map(|premise| premise.anchor.rect().top()).fold(middle.y, f32::min);
            Pos2::new(middle.x, top - STUB)
        }
        (None, Some(target)) => Pos2::new(target.anchor.center().x, target.anchor.rect().bottom() + STUB),
        (None, None) => Pos2::ZERO,
    }
}

fn before(ground: &Ground<'_>, joined: &Joined, target: Rect, middle: Pos2, center: Pos2) -> Pos2 {
    let premises = joined.premises.iter().map(|premise| premise.anchor.rect()).reduce(Rect::union).unwrap_or(target);
    let lane = joined.lane * PARALLEL;
    // The side of the target on which the premises are, as a direction away from it, and how much room is between.
    let gaps = [
        (premises.top() - target.bottom(), Vec2::DOWN),
        (target.top() - premises.bottom(), Vec2::UP),
        (premises.left() - target.right(), Vec2::RIGHT),
        (target.left() - premises.right(), Vec2::LEFT),
    ];
    let free = |at: &Pos2| {
        let room = Rect::from_center_size(*at, Vec2::splat(2.0 * ROOM));
        let is_called = !joined.callers.is_empty();
        !(ground.covers(room, &[]) || is_called && ground.is_near(room.expand(SEEN), &joined.callers))
    };
    // So far from what it joins that each of its lines is seen, and none has to turn on its heel.
    let apart = |at: &Pos2| {
        let is_far = |foot: &Foot| foot.anchor.rect().distance_to_pos(*at) >= SEEN;
        target.distance_to_pos(*at) >= NEAREST && joined.premises.iter().all(is_far)
    };
    let least = |at: &Pos2| !ground.covers(Rect::from_center_size(*at, Vec2::splat(2.0 * LEAST)), &[]);
    let found = |places: &[Pos2], wide: bool| {
        let preferred = places.first().copied().unwrap_or(center);
        let at_once = || places.iter().copied().find(|at| (wide || apart(at)) && free(at));
        let or_near = || beside(preferred, &|at| apart(at) && free(at));
        let or_narrow = || places.iter().copied().find(free);
        let place = at_once().or_else(or_near).or_else(or_narrow).or_else(|| beside(preferred, &least));
        place.unwrap_or(preferred)
    };
    let widest = gaps.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(gap, _)| *gap >= 2.0 * ROOM);
    if let Some((gap, out)) = widest {
        let across = out.rot90().abs();
        // Straight before the target as far as the premises allow, so that only one bend is needed.
        let half = (target.size() / 2.0 - Vec2::splat(NEAREST)).max(Vec2::ZERO);
        let off = (middle - center) * across;
        let straight = off.clamp(-half, half);
        let off = straight + (off - straight) * 0.2 + across * lane;
        let border = center + out * (target.size() / 2.0) * out.abs();
        let place = |share: f32, aside: f32| {
            let distance = (gap * share).clamp(NEAREST.min(gap / 2.0), FARTHEST.max(gap * 0.3));
            border + out * distance + off + across * aside
        };
        let places = ASIDE.iter().flat_map(|aside| [0.42, 0.3, 0.56].map(|share| place(share, *aside)));
        return found(&places.collect::<Vec<_>>(), gap >= NEAREST + SEEN);
    }
    let way = middle - center;
    let port = joined.target.map_or(center, |target| target.anchor.port(middle, Vec2::ZERO).at);
    let length = way.length();
    let out = if length < 1.0 { vec2(0.0, 1.0) } else { way / length };
    let length = (middle - port).length();
    let place = |share: f32, aside: f32| port + out * (length * share).min(350.0 * share).max(24.0) + out.rot90() * (lane + aside);
    let places = ASIDE.iter().flat_map(|aside| [0.4, 0.3, 0.5, 0.2, 0.6].map(|share| place(share, *aside)));
    found(&places.collect::<Vec<_>>(), false)
}

/// The nearest place around one for which something holds.
fn beside(at: Pos2, holds: &dyn Fn(&Pos2) -> bool) -> Option<Pos2> {
    (1..=RINGS).find_map(|ring| {
        let steps = move || -ring..=ring;
        let around = steps().flat_map(|x| steps().map(move |y| (x, y))).filter(|(x, y)| x.abs().max(y.abs()) == ring);
        let places = around.map(|(x, y)| at + vec2(x as f32, y as f32) * STEP).filter(holds);
        places.min_by(|a, b| a.distance(at).total_cmp(&b.distance(at)))
    })
}
