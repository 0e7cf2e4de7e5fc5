//! Layouts keep their promises: no overlaps, held boxes stay, the same request gives the same picture, a cancel stops.

use elenchus::base::{Cancelled, TaskCtx};
use elenchus::layout::{Body, GAP, LAYOUTS, LayoutRequest, Link};
use emath::{Pos2, Vec2};
use proptest::prelude::*;

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

/// What every layout promises of every request.
fn check(name: &str, request: &LayoutRequest) -> Vec<Pos2> {
    let mut last = Vec::new();
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
        last = centres;
    }
    last
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
fn a_reason_is_below_what_it_bears_on() {
    let tree: Vec<_> = (1..31).map(|i| (i, (i - 1) / 3)).collect();
    let centres = check("tree", &request(free(31), &tree));
    assert!(tree.iter().all(|&(from, to)| centres[from].y > centres[to].y), "{centres:?}");
    assert!(centres.iter().all(|p| p.y >= centres[0].y), "the thesis is on top");
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

#[test]
fn the_same_on_every_machine() {
    let centres = check("golden", &request(free(6), &[(1, 0), (2, 0), (3, 1), (4, 1), (4, 2)]));
    let whole: Vec<(i32, i32)> = centres.iter().map(|p| (p.x as i32, p.y as i32)).collect();
    assert_eq!(whole, [(84, -252), (-55, -107), (218, -122), (-200, 26), (112, 56), (-233, 229)]);
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
