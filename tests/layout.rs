//! Layouts keep their promises: no overlaps, held boxes stay, the same request gives the same picture, a cancel stops.

#[path = "common/through.rs"]
mod through;

use elenchus::base::{Cancelled, Rng, TaskCtx};
use elenchus::layout::{Body, GAP, LAYOUTS, Layered, Layout, LayoutRequest, Link, Speakers, Timeline, Tree};
use elenchus::model::{LayoutName, Side};
use emath::{Pos2, Rect, Vec2};
use proptest::prelude::*;
use through::is_through;

fn size(i: usize) -> Vec2 {
    Vec2::new(120.0 + (i * 37 % 140) as f32, 44.0 + (i * 53 % 110) as f32)
}

fn free(n: usize) -> Vec<Body> {
    (0..n).map(|i| Body::free(size(i))).collect()
}

fn request(bodies: Vec<Body>, links: &[(usize, usize)]) -> LayoutRequest {
    let links = links.iter().map(|&(from, to)| Link { from, to }).collect();
    LayoutRequest { bodies, links, seed: 1, ..LayoutRequest::default() }
}

/// Pairs of boxes nearer to each other than the gap, pairs of held boxes left out.
fn intrusions(request: &LayoutRequest, centres: &[Pos2]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..centres.len()).collect();
    let left = |i: usize| centres[i].x - request.bodies[i].size.x / 2.0;
    order.sort_by(|&a, &b| left(a).total_cmp(&left(b)));
    let mut found = Vec::new();
    for (k, &i) in order.iter().enumerate() {
        for &j in &order[k + 1..] {
            let reach = (request.bodies[i].size + request.bodies[j].size) / 2.0 + Vec2::splat(GAP - 0.01);
            let away = centres[j] - centres[i];
            if left(j) > centres[i].x + request.bodies[i].size.x / 2.0 + GAP {
                break;
            }
            if away.x.abs() < reach.x && away.y.abs() < reach.y && !(request.bodies[i].held && request.bodies[j].held) {
                found.push((i, j));
            }
        }
    }
    found
}

/// What every layout promises of every request; the places that the force-directed one found.
fn check(name: &str, request: &LayoutRequest) -> Vec<Pos2> {
    let mut by_force = Vec::new();
    for layout in LAYOUTS {
        let name = format!("{name}, {}", layout.name().word());
        let mut shown = 0;
        let centres = layout.run(request, &TaskCtx::new(), &mut |at| {
            shown += 1;
            assert_eq!(at.len(), request.bodies.len(), "{name}: shown in the middle");
        });
        let centres = centres.unwrap();
        assert_eq!(centres.len(), request.bodies.len(), "{name}");
        assert!(shown > 0, "{name}: the movement is shown");
        assert!(centres.iter().all(|p| p.x.is_finite() && p.y.is_finite()), "{name}: {centres:?}");
        for (body, at) in request.bodies.iter().zip(&centres) {
            match body.at {
                Some(place) if body.held => assert_eq!(*at, place, "{name}: held"),
                Some(_) | None => assert_eq!((at.x.fract(), at.y.fract()), (0.0, 0.0), "{name}: whole numbers"),
            }
        }
        assert_eq!(intrusions(request, &centres), Vec::new(), "{name}: too close");
        let again = layout.run(request, &TaskCtx::new(), &mut |_| {}).unwrap();
        assert_eq!(centres, again, "{name}: the same again");
        if layout.name() == LayoutName::Force {
            by_force = centres;
        }
    }
    by_force
}

#[test]
fn small_graphs() {
    let path: Vec<_> = (1..12).map(|i| (i, i - 1)).collect();
    let star: Vec<_> = (1..40).map(|i| (i, 0)).collect();
    let cycle: Vec<_> = (0..9).map(|i| (i, (i + 1) % 9)).collect();
    let complete: Vec<_> = (0..5).flat_map(|i| (0..i).map(move |j| (i, j))).collect();
    let grid: Vec<_> = (0..64).flat_map(|i| [(i + 1, i), (i + 8, i)]).filter(|&(a, b)| a < 64 && (a != b + 1 || a % 8 != 0)).collect();
    check("nothing", &request(Vec::new(), &[]));
    check("one", &request(free(1), &[]));
    check("two", &request(free(2), &[(1, 0)]));
    check("path", &request(free(12), &path));
    check("star", &request(free(40), &star));
    check("cycle", &request(free(9), &cycle));
    check("complete", &request(free(5), &complete));
    check("grid", &request(free(64), &grid));
    check("two parts and strays", &request(free(30), &[(1, 0), (2, 0), (3, 1), (11, 10), (12, 10), (12, 11)]));
}

#[test]
fn senseless_requests() {
    let at = |x: f32, y: f32| Some(Pos2::new(x, y));
    check("links in vain", &request(free(3), &[(0, 0), (1, 0), (1, 0), (0, 1), (7, 1), (2, 99)]));
    let bodies = vec![Body { at: at(5.0, 5.0), ..Body::free(size(1)) }; 50];
    check("coincident starts", &request(bodies, &[(1, 0), (2, 0), (3, 2)]));
    check("no size", &request(vec![Body::free(Vec2::ZERO); 20], &[(1, 0), (2, 0), (3, 0)]));
    let mut bodies = free(6);
    bodies[0].size = Vec2::new(f32::NAN, -5.0);
    bodies[1].size = Vec2::new(f32::INFINITY, 10.0);
    bodies[2] = Body { at: at(f32::NAN, 0.0), held: true, ..Body::free(size(2)) };
    for layout in LAYOUTS {
        let centres = layout.run(&request(bodies.clone(), &[(1, 0), (2, 1), (3, 2)]), &TaskCtx::new(), &mut |_| {}).unwrap();
        assert!(centres.iter().all(|p| p.x.is_finite() && p.y.is_finite()), "{centres:?}");
    }
    let mut bodies = free(30);
    bodies[4].size = Vec2::new(4000.0, 3000.0);
    let star: Vec<_> = (0..30).filter(|i| *i != 4).map(|i| (i, 4)).collect();
    check("a giant", &request(bodies, &star));
}

#[test]
fn held_boxes_stay() {
    let hold = |bodies: &mut Vec<Body>, i: usize, x: f32, y: f32| bodies[i] = Body::held(bodies[i].size, Pos2::new(x, y));
    let star: Vec<_> = (1..30).map(|i| (i, 0)).collect();
    let mut bodies = free(30);
    hold(&mut bodies, 0, 100.5, -40.25);
    check("one held", &request(bodies.clone(), &star));
    hold(&mut bodies, 1, 300.0, 900.0);
    hold(&mut bodies, 2, -2000.0, 40.0);
    check("three held", &request(bodies.clone(), &star));
    hold(&mut bodies, 3, 300.0, 900.0);
    check("two held on one spot", &request(bodies.clone(), &star));
    for (i, body) in bodies.iter_mut().enumerate() {
        *body = Body::held(body.size, Pos2::new(0.0, i as f32));
    }
    check("all held", &request(bodies.clone(), &star));
    bodies.extend(free(4));
    check("all held but strays", &request(bodies, &[(1, 0), (31, 30)]));
    let mut bodies = free(8);
    for i in 0..4 {
        hold(&mut bodies, 2 * i, 1000.0, 1000.0 + i as f32);
    }
    check("parts held on one spot", &request(bodies, &[(1, 0), (3, 2), (5, 4), (7, 6)]));
    let mut bodies = free(3);
    hold(&mut bodies, 0, 3.0e9, -3.0e9);
    check("held far out", &request(bodies, &[(1, 0), (2, 1)]));
}

#[test]
fn reasons_are_below_what_they_bear_on_where_that_costs_nothing() {
    let path: Vec<_> = (1..12).map(|i| (i, i - 1)).collect();
    let centres = check("path", &request(free(12), &path));
    assert!(path.iter().all(|&(from, to)| centres[from].y > centres[to].y), "{centres:?}");
    // One branch of a larger tree: its thesis is on top of most.
    let tree: Vec<_> = (1..301).map(|i| (i, (i - 1) / 3)).collect();
    let centres = check("tree", &request(free(301), &tree));
    let below = tree.iter().filter(|&&(from, to)| centres[from].y > centres[to].y).count();
    assert!(10 * below > 6 * tree.len(), "{below}");
}

#[test]
fn a_new_box_goes_to_its_neighbours() {
    let n = 200;
    let tree: Vec<_> = (1..n).map(|i| (i, (i - 1) / 2)).collect();
    let before = check("before", &request(free(n), &tree));
    let mut bodies: Vec<Body> = before.iter().enumerate().map(|(i, at)| Body::held(size(i), *at)).collect();
    bodies.push(Body::free(size(n)));
    let mut links = tree;
    links.push((n, 150));
    let after = check("after", &request(bodies, &links));
    assert_eq!(before, after[..n]);
    assert!((after[n] - after[150]).length() < 700.0, "{:?} from {:?}", after[n], after[150]);
}

/// Places by one layout, after checking what all promise.
fn places(layout: &dyn Layout, request: &LayoutRequest) -> Vec<Pos2> {
    check("one of them", request);
    layout.run(request, &TaskCtx::new(), &mut |_| {}).unwrap()
}

fn whole(centres: &[Pos2]) -> Vec<(i32, i32)> {
    centres.iter().map(|p| (p.x as i32, p.y as i32)).collect()
}

/// A tree with three reasons each, and links from some claims to others farther up: no circles.
fn near_tree(n: usize) -> Vec<(usize, usize)> {
    let mut links: Vec<_> = (1..n).map(|i| (i, (i - 1) / 3)).collect();
    links.extend((10..n).step_by(9).map(|i| (i, i / 4)));
    links
}

#[test]
fn all_links_of_layers_lead_to_the_side_asked_for() {
    let links = near_tree(80);
    for layout in [&Layered as &dyn Layout, &Tree] {
        for side in Side::ALL {
            let request = LayoutRequest { side: *side, ..request(free(80), &links) };
            let tree = LayoutRequest { links: request.links[..79].to_vec(), ..request.clone() };
            let request = if layout.name() == LayoutName::Layered { request } else { tree };
            let centres = places(layout, &request);
            for &Link { from, to } in &request.links {
                let reach = (request.bodies[from].size + request.bodies[to].size) / 2.0;
                let away = centres[from] - centres[to];
                let clear = match side {
                    Side::Below => away.y >= reach.y,
                    Side::Above => -away.y >= reach.y,
                    Side::Right => away.x >= reach.x,
                    Side::Left => -away.x >= reach.x,
                };
                assert!(clear, "{from} {to} {side:?} {:?}", layout.name());
            }
        }
    }
}

#[test]
fn the_lines_of_layers_run_past_boxes() {
    for (n, across, pinned) in [(120, 60, false), (50, 200, false), (60, 30, true)] {
        let mut rng = Rng::new(n as u64);
        let tree = (1..n).map(|i| (i, (i - 1) / 3));
        let links: Vec<_> = tree.chain((0..across).map(|_| (rng.below(n), rng.below(n)))).filter(|(from, to)| from != to).collect();
        for side in [Side::Below, Side::Left] {
            let mut request = LayoutRequest { side, ..request(free(n), &links) };
            if pinned {
                request.bodies[7] = Body::held(size(7), Pos2::new(400.0, 300.0));
            }
            let centres = places(&Layered, &request);
            let lines = Layered.lines(&request, &centres);
            assert_eq!(lines.len(), links.len());
            for (link, line) in request.links.iter().zip(&lines) {
                let ends = [(line.first(), link.from), (line.last(), link.to)];
                for (end, body) in ends {
                    let own = Rect::from_center_size(centres[body], request.bodies[body].size).expand(0.5);
                    assert!(end.is_some_and(|end| own.contains(*end)), "{link:?} {side:?}: {line:?}");
                }
            }
            let through = request.links.iter().zip(&lines).filter(|(link, line)| is_through(&request, &centres, link, line)).count();
            let most = if pinned { links.len() / 20 } else { 0 };
            assert!(through <= most, "{through} of {} links, {side:?}", links.len());
        }
    }
}

#[test]
fn reasons_are_in_the_authors_order() {
    // The author's order is that of the links, not of the claims.
    let links = [(3, 0), (1, 0), (4, 0), (2, 0), (6, 1), (5, 1), (8, 2), (7, 2), (10, 9), (9, 4)];
    for layout in [&Layered as &dyn Layout, &Tree] {
        let x: Vec<f32> = places(layout, &request(free(11), &links)).iter().map(|p| p.x).collect();
        assert!(x[3] < x[1] && x[1] < x[4] && x[4] < x[2], "{x:?}");
        assert!(x[6] < x[5] && x[8] < x[7], "{x:?}");
    }
    let mut links = near_tree(40);
    links.reverse();
    let centres = places(&Layered, &request(free(40), &links));
    for target in 0..13 {
        let reasons: Vec<f32> = (1..=3).map(|k| centres[3 * target + k].x).collect();
        assert!(reasons[0] > reasons[1] && reasons[1] > reasons[2], "{target}: {reasons:?}");
    }
}

#[test]
fn linked_premises_stand_side_by_side() {
    // 1 and 2 are linked (4), 3 is a reason of its own; 7 undercuts the step of 4 by a handle of its own (6).
    let mut bodies = free(9);
    for joint in [4, 6] {
        bodies[joint] = Body { joint: true, ..Body::free(Vec2::splat(18.0)) };
    }
    let links = [(5, 1), (3, 0), (2, 4), (1, 4), (4, 0), (7, 6), (6, 4), (8, 2)];
    for layout in [&Layered as &dyn Layout, &Tree] {
        let request = request(bodies.clone(), &links);
        let at = places(layout, &request);
        let gap = (at[1].x - at[2].x) - (request.bodies[1].size.x + request.bodies[2].size.x) / 2.0;
        assert!((f32::from(28u8)..32.0).contains(&gap), "{gap}: the author names 2 first");
        assert!(at[4].y > at[0].y && at[4].y < at[1].y.min(at[2].y), "the handle is between");
        assert!(at[7].y > at[4].y, "what attacks the step is beyond it");
    }
}

#[test]
fn a_tree_has_no_crossings() {
    // No wider than what stays unfolded.
    let tree: Vec<_> = (1..20).map(|i| (i, (i * 7 / 11) * (i - 1) / i)).collect();
    let centres = places(&Layered, &request(free(20), &tree));
    assert!(tree.iter().all(|&(from, to)| centres[from].y > centres[to].y));
    let turn = |a: Pos2, b: Pos2, c: Pos2| f64::from((b - a).x) * f64::from((c - a).y) - f64::from((b - a).y) * f64::from((c - a).x);
    for &(a, b) in &tree {
        for &(c, d) in &tree {
            let (a, b, c, d) = (centres[a], centres[b], centres[c], centres[d]);
            assert!(turn(a, b, c) * turn(a, b, d) >= 0.0 || turn(c, d, a) * turn(c, d, b) >= 0.0);
        }
    }
}

#[test]
fn a_tree_too_wide_for_a_page_is_folded() {
    let n = 900;
    let tree: Vec<_> = (1..n).map(|i| (i, (i - 1) / 4 * (i % 3) / 2)).collect();
    for layout in [&Layered as &dyn Layout, &Tree] {
        let request = request(free(n), &tree);
        let at = places(layout, &request);
        assert_eq!(intrusions(&request, &at), Vec::new());
        let (low, high) = at.iter().fold((at[0], at[0]), |(low, high), at| (low.min(*at), high.max(*at)));
        let size = high - low;
        assert!(size.x < 3.0 * size.y && size.y < 2.0 * size.x, "{size:?}");
        let half = |i: usize| request.bodies[i].size / 2.0;
        let mut last = vec![None; n];
        for &(from, to) in &tree {
            assert!(at[from].y - half(from).y >= at[to].y + half(to).y, "{from} is below {to}");
            if let Some(before) = last[to].replace(from) {
                // As words in lines.
                let is_next = at[from].x > at[before].x || at[from].y > at[before].y;
                assert!(is_next, "{before} comes before {from}");
            }
        }
    }
}

#[test]
fn time_runs_to_the_right() {
    let mut bodies = free(40);
    for (i, body) in bodies.iter_mut().enumerate() {
        body.day = (i % 4 != 0).then_some((i * 37 % 40) as i32 * 10);
    }
    let links: Vec<_> = (1..40).map(|i| (i, i / 3)).collect();
    let request = request(bodies, &links);
    let at = places(&Timeline, &request);
    for (a, one) in request.bodies.iter().enumerate() {
        for (b, two) in request.bodies.iter().enumerate() {
            match (one.day, two.day) {
                // Left edges: boxes differ in width.
                (Some(first), Some(second)) if first < second => assert!(at[a].x - one.size.x / 2.0 <= at[b].x + two.size.x / 2.0),
                (Some(_), None) => assert!(at[a].y + one.size.y < at[b].y, "what has no date is apart"),
                _ => {}
            }
        }
    }
    assert!(at.iter().zip(&request.bodies).filter(|(_, b)| b.day.is_some()).any(|(p, _)| p.x > at[1].x + 300.0));
}

#[test]
fn speakers_have_lanes() {
    let mut bodies = free(30);
    for (i, body) in bodies.iter_mut().enumerate() {
        body.lane = [Some(0), Some(1), None][i % 3];
    }
    let links: Vec<_> = (1..30).map(|i| (i, i / 2)).collect();
    for side in Side::ALL {
        let request = LayoutRequest { side: *side, ..request(bodies.clone(), &links) };
        let at = places(&Speakers, &request);
        let upright = matches!(side, Side::Below | Side::Above);
        let reach = |lane: usize| {
            let edges = (0..30).filter(|i| i % 3 == lane).map(|i| {
                let (middle, half) = if upright { (at[i].x, size(i).x / 2.0) } else { (at[i].y, size(i).y / 2.0) };
                (middle - half, middle + half)
            });
            edges.fold((f32::MAX, f32::MIN), |(low, high), (a, b)| (low.min(a), high.max(b)))
        };
        let lanes = [0, 1, 2].map(reach);
        assert!(lanes[0].1 < lanes[1].0 && lanes[1].1 < lanes[2].0, "{side:?} {lanes:?}");
    }
}

#[test]
fn who_answers_does_not_wait_until_all_is_said() {
    let mut bodies = free(32);
    for (i, body) in bodies.iter_mut().enumerate() {
        body.lane = Some(u32::from(i > 24));
    }
    // Reasons for one thesis, and answers to the first of them.
    let links: Vec<_> = (1..32).map(|i| (i, usize::from(i > 24))).collect();
    let at = places(&Speakers, &request(bodies, &links));
    let last = (1..25).map(|i| at[i].y).fold(f32::MIN, f32::max);
    assert!((25..32).all(|i| at[i].y > at[1].y + size(1).y / 2.0), "what bears on something stands beyond it");
    assert!(at[25].y < last, "{} {last}", at[25].y);
}

#[test]
fn many_lanes_fill_a_page_in_bands() {
    let mut bodies = free(120);
    for (i, body) in bodies.iter_mut().enumerate() {
        body.lane = Some(i as u32 % 60);
    }
    let links: Vec<_> = (1..120).map(|i| (i, i / 4)).collect();
    for side in Side::ALL {
        let request = LayoutRequest { side: *side, ..request(bodies.clone(), &links) };
        let at = places(&Speakers, &request);
        let (low, high) = at.iter().fold((at[0], at[0]), |(low, high), at| (low.min(*at), high.max(*at)));
        let size = high - low;
        assert!(size.x < 2.5 * size.y && size.y < 1.5 * size.x, "{side:?} {size:?}");
        // Both claims of a speaker stand in one lane.
        let upright = matches!(side, Side::Below | Side::Above);
        let across = |i: usize| if upright { at[i].x } else { at[i].y };
        assert!((0..60).all(|i| (across(i) - across(i + 60)).abs() < 400.0), "{side:?}");
    }
}

#[test]
fn several_wide_trees_of_one_part_are_folded_together() {
    // Many theses that share some reasons.
    let (theses, n) = (60, 600);
    let mut links: Vec<_> = (theses..n).map(|i| (i, i % theses)).collect();
    links.extend((theses..n).step_by(7).map(|i| (i, (i + 1) % theses)));
    links.extend((1..theses).map(|i| (theses + i, i - 1)));
    let at = places(&Tree, &request(free(n), &links));
    let (low, high) = at.iter().fold((at[0], at[0]), |(low, high), at| (low.min(*at), high.max(*at)));
    let size = high - low;
    assert!(size.x < 3.0 * size.y && size.y < 2.0 * size.x, "{size:?}");
}

#[test]
fn small_pictures_stay_as_they_are() {
    let request = request(free(6), &[(1, 0), (2, 0), (3, 1), (4, 1), (4, 2)]);
    assert_eq!(whole(&places(&Layered, &request)), [(-65, -204), (-168, -51), (37, -51), (-239, 153), (-30, 153), (272, -182)]);
    assert_eq!(whole(&places(&Tree, &request)), [(61, -243), (-86, -124), (208, -97), (-191, 21), (18, 47), (-224, 221)]);
}

/// A web: a tree of replies and some links across.
fn web(n: usize) -> Vec<(usize, usize)> {
    let tree = (1..n).map(|i| (i, (i - 1) / 3));
    tree.chain((10..n).step_by(7).map(|i| (i, i * 31 % n))).collect()
}

#[test]
fn one_more_claim_moves_nothing_else() {
    let n = 1000;
    let mut links = web(n);
    let force = elenchus::layout::layout(LayoutName::Force);
    let run = |request: &LayoutRequest| force.run(request, &TaskCtx::new(), &mut |_| {}).unwrap();
    let before = run(&request(free(n), &links));
    let mut bodies: Vec<Body> = before.iter().enumerate().map(|(i, at)| Body::held(size(i), *at)).collect();
    bodies.push(Body::free(size(n)));
    for target in [0, 17, 500, 999] {
        links.push((n, target));
        let request = request(bodies.clone(), &links);
        let after = run(&request);
        links.pop();
        assert_eq!(before, after[..n]);
        assert_eq!(intrusions(&request, &after), Vec::new());
        assert!((after[n] - after[target]).length() < 1500.0, "{:?} from {:?}", after[n], after[target]);
    }
}

#[test]
fn the_same_on_one_thread_and_on_two() {
    let request = request(free(1500), &web(1500));
    let run = || elenchus::layout::layout(LayoutName::Force).run(&request, &TaskCtx::new(), &mut |_| {}).unwrap();
    let alone = run();
    let both = std::thread::scope(|scope| [scope.spawn(run), scope.spawn(run)].map(|thread| thread.join().unwrap()));
    assert_eq!(both, [alone.clone(), alone]);
}

#[test]
fn the_same_on_every_machine() {
    let centres = check("golden", &request(free(6), &[(1, 0), (2, 0), (3, 1), (4, 1), (4, 2)]));
    let whole: Vec<(i32, i32)> = centres.iter().map(|p| (p.x as i32, p.y as i32)).collect();
    assert_eq!(whole, [(76, -287), (-63, -26), (346, -169), (-328, 67), (208, 91), (-361, 265)]);
}

#[test]
fn a_cancel_stops() {
    let n = 2000;
    let tree: Vec<_> = (1..n).map(|i| (i, i / 3)).collect();
    for layout in LAYOUTS {
        let ctx = TaskCtx::new();
        let mut shown = 0;
        let result = layout.run(&request(free(n), &tree), &ctx, &mut |_| {
            shown += 1;
            ctx.cancel();
        });
        assert_eq!((result, shown), (Err(Cancelled), 1));
    }
}

#[test]
fn the_north_graphs() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/graphs/north");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: there is no folder {}", folder.display());
        return;
    };
    for file in files {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "graphml") {
            let (graph, report) = elenchus::formats::graphml::read(&std::fs::read(&path).unwrap(), &TaskCtx::new()).unwrap();
            assert!(report.is_empty(), "{}: {report:?}", path.display());
            check(&path.display().to_string(), &graph.request(1));
        }
    }
}

fn any_request() -> impl Strategy<Value = LayoutRequest> {
    let body = (0.0f32..400.0, 0.0f32..300.0, any::<bool>(), proptest::option::weighted(0.2, (-900i32..900, -900i32..900)));
    let bodies = proptest::collection::vec(body, 1..60);
    let links = proptest::collection::vec((0usize..60, 0usize..60), 0..90);
    (bodies, links, any::<u64>()).prop_map(|(bodies, links, seed)| {
        let body = |(w, h, joint, held): (f32, f32, bool, Option<(i32, i32)>)| match held {
            Some((x, y)) => Body { joint, ..Body::held(Vec2::new(w, h), Pos2::new(x as f32, y as f32)) },
            None => Body { joint, ..Body::free(Vec2::new(w, h)) },
        };
        LayoutRequest { seed, ..request(bodies.into_iter().map(body).collect(), &links) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn random_requests(request in any_request()) {
        check("random", &request);
    }
}
