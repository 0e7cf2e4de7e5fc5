//! Trees and near-trees fill a page: neither strips nor mostly empty, whatever their shape, and still read in the author's order.

use elenchus::base::{Rng, TaskCtx};
use elenchus::layout::{Body, GAP, Layered, Layout, LayoutRequest, Link, Tree};
use elenchus::model::Side;
use emath::{Pos2, Rect, Vec2, vec2};

fn request(n: usize, links: impl IntoIterator<Item = (usize, usize)>) -> LayoutRequest {
    let size = |i: usize| vec2(180.0 + 20.0 * (i * 7 % 5) as f32, 60.0 + 18.0 * (i * 11 % 5) as f32);
    let links = links.into_iter().map(|(from, to)| Link { from, to }).collect();
    LayoutRequest { bodies: (0..n).map(|i| Body::free(size(i))).collect(), links, seed: 1, ..LayoutRequest::default() }
}

/// A debate: a tree of replies, most of them to recent claims, and some links across.
fn debate(n: usize, across: usize) -> LayoutRequest {
    let mut rng = Rng::new(7);
    let mut links: Vec<(usize, usize)> = Vec::new();
    for from in 1..n {
        let recent = from.min(4.max(from / 3));
        let back = if rng.unit() < 0.35 { rng.below(from) } else { rng.below(recent) };
        links.push((from, from - 1 - back));
    }
    links.extend((0..across).map(|_| (rng.below(n), rng.below(n))));
    request(n, links)
}

fn rects(request: &LayoutRequest, layout: &dyn Layout) -> Vec<Rect> {
    let centres = layout.run(request, &TaskCtx::new(), &mut |_| {}).unwrap();
    centres.iter().zip(&request.bodies).map(|(at, body)| Rect::from_center_size(*at, body.size)).collect()
}

/// The area of the page in areas of the boxes, and its width for a height of 1.
fn page(rects: &[Rect]) -> (f32, f32) {
    let all = rects.iter().copied().fold(Rect::NOTHING, Rect::union);
    (all.area() / rects.iter().map(|rect| rect.area()).sum::<f32>(), all.width() / all.height())
}

fn no_two_touch(rects: &[Rect]) {
    let mut order: Vec<&Rect> = rects.iter().collect();
    order.sort_by(|a, b| a.left().total_cmp(&b.left()));
    for (k, one) in order.iter().enumerate() {
        for other in order[k + 1..].iter().take_while(|other| other.left() < one.right() + GAP - 0.01) {
            assert!(!one.expand2(Vec2::splat(GAP - 0.01)).intersects(**other), "{one:?} {other:?}");
        }
    }
}

/// Name, map, areas of the boxes at most, width for a height of 1 at least and at most; both for reasons below, then on the right.
type Case = (&'static str, LayoutRequest, [(f32, f32, f32); 2]);

fn trees() -> Vec<Case> {
    let page = (0.6, 2.4);
    let fill = |most: f32, sideways: f32| [(most, page.0, page.1), (sideways, page.0, page.1)];
    vec![
        ("star of 40", request(40, (1..40).map(|i| (i, 0))), fill(4.0, 4.5)),
        ("star of 400", request(400, (1..400).map(|i| (i, 0))), fill(4.0, 4.5)),
        ("binary", request(255, (1..255).map(|i| (i, (i - 1) / 2))), fill(5.0, 8.0)),
        ("ternary", request(364, (1..364).map(|i| (i, (i - 1) / 3))), fill(6.0, 7.0)),
        ("debate of 100", debate(100, 0), fill(8.0, 8.0)),
        ("debate of 1,000", debate(1_000, 0), fill(9.5, 13.0)),
        // As long as it is deep: nothing makes it shorter, but it takes no room in vain.
        ("path", request(40, (1..40).map(|i| (i, i - 1))), [(2.5, 0.0, 0.1), (2.5, 50.0, 100.0)]),
        // A chain of claims with one and with two single reasons beside each: straight, not down a slope.
        ("chain with a reason each", request(300, (1..300).map(|i| (i, (i - 1) / 2 * 2))), [(6.0, 0.0, 0.1), (6.0, 40.0, 100.0)]),
        ("chain with two reasons each", request(300, (1..300).map(|i| (i, (i - 1) / 3 * 3))), [(8.0, 0.0, 0.3), (10.0, 10.0, 50.0)]),
    ]
}

#[test]
fn trees_of_all_shapes_fill_a_page() {
    for (name, request, bounds) in trees() {
        for (side, (most, narrow, wide)) in [Side::Below, Side::Right].into_iter().zip(bounds) {
            let request = LayoutRequest { side, ..request.clone() };
            for layout in [&Tree as &dyn Layout, &Layered] {
                let rects = rects(&request, layout);
                let (area, aspect) = page(&rects);
                assert!(area < most && (narrow..wide).contains(&aspect), "{name} {side:?} {:?}: {area} {aspect}", layout.name());
                no_two_touch(&rects);
            }
        }
    }
}

#[test]
fn what_hangs_is_read_in_order_below_what_it_bears_on() {
    for (name, request, _) in trees() {
        for layout in [&Tree as &dyn Layout, &Layered] {
            let rects = rects(&request, layout);
            let mut last = vec![None; rects.len()];
            for &Link { from, to } in &request.links {
                assert!(rects[from].top() >= rects[to].bottom() + 24.0, "{name}: {from} is below {to}");
                if let Some(before) = last[to].replace(from) {
                    // Along a line, down a column, or on at the next of them.
                    let (one, next): (Pos2, Pos2) = (rects[before].center(), rects[from].center());
                    assert!(next.x > one.x || next.y > one.y, "{name}: {from} comes after {before}");
                }
            }
        }
    }
}

#[test]
fn near_trees_fill_a_page_too() {
    for (n, across, most) in [(100, 6, 8.0), (1_000, 60, 9.5), (1_000, 140, 12.0), (4_000, 200, 12.0)] {
        let request = debate(n, across);
        for layout in [&Tree as &dyn Layout, &Layered] {
            let rects = rects(&request, layout);
            let (area, aspect) = page(&rects);
            // Layers are not folded where that would have links lead up.
            let widest = if n > 1_000 && layout.name() == Layered.name() { 10.0 } else { 3.0 };
            assert!(area < most && (0.5..widest).contains(&aspect), "{n} {across} {:?}: {area} {aspect}", layout.name());
            no_two_touch(&rects);
        }
    }
}

/// A tree, and links to what comes before in it.
fn acyclic(n: usize, across: usize) -> LayoutRequest {
    let mut request = debate(n, 0);
    let mut rng = Rng::new(3);
    for _ in 0..across {
        let from = 1 + rng.below(n - 1);
        request.links.push(Link { from, to: rng.below(from) });
    }
    request
}

#[test]
fn links_across_what_is_folded_lead_down_too() {
    for (n, across) in [(300, 12), (1_000, 40)] {
        let request = acyclic(n, across);
        for layout in [&Tree as &dyn Layout, &Layered] {
            let rects = rects(&request, layout);
            no_two_touch(&rects);
            let (area, aspect) = page(&rects);
            assert!(area < 10.0 && (0.5..3.0).contains(&aspect), "{n} {:?}: {area} {aspect}", layout.name());
            // In a tree but for a few whose target comes after them in the author's order.
            let most = if layout.name() == Layered.name() { 0 } else { n / 300 };
            let up = request.links.iter().filter(|link| rects[link.from].top() < rects[link.to].bottom()).count();
            assert!(up <= most, "{n} {:?}: {up} of {} links lead up", layout.name(), request.links.len());
        }
    }
}

#[test]
fn layers_lead_down_even_on_a_smaller_page() {
    for (n, across) in [(1_000, 140), (4_000, 200)] {
        let request = acyclic(n, across);
        let rects = rects(&request, &Layered);
        no_two_touch(&rects);
        let up = request.links.iter().filter(|link| rects[link.from].top() < rects[link.to].bottom()).count();
        // But for one whose target comes after it in the author's order.
        assert!(up <= n / 4_000, "{up} of {} links, {:?}", request.links.len(), page(&rects));
    }
}

#[test]
fn handles_among_the_reasons_in_lines_keep_their_distance() {
    for k in 2..9 {
        let mut request = request(300, (1..300).map(|i| (i, if i < 6 * k { 0 } else { i / k })));
        for handle in request.bodies.iter_mut().skip(4).step_by(9) {
            *handle = Body { joint: true, ..Body::free(Vec2::splat(18.0)) };
        }
        for side in [Side::Below, Side::Right] {
            let request = LayoutRequest { side, ..request.clone() };
            for layout in [&Tree as &dyn Layout, &Layered] {
                no_two_touch(&rects(&request, layout));
            }
        }
    }
}

#[test]
fn linked_premises_stand_side_by_side_in_what_is_folded() {
    // Every claim has two reasons, each of two linked premises, of which the first has reasons again.
    let (mut bodies, mut links, mut open) = (vec![Body::free(vec2(220.0, 80.0))], Vec::new(), vec![0]);
    let mut pairs = Vec::new();
    for _ in 0..5 {
        for target in std::mem::take(&mut open) {
            for _ in 0..2 {
                let joint = bodies.len();
                bodies.push(Body { joint: true, ..Body::free(Vec2::splat(18.0)) });
                bodies.extend([Body::free(vec2(200.0, 70.0)), Body::free(vec2(240.0, 110.0))]);
                links.extend([(joint, target), (joint + 1, joint), (joint + 2, joint)].map(|(from, to)| Link { from, to }));
                pairs.push((joint, joint + 1, joint + 2));
                open.push(joint + 1);
            }
        }
    }
    let request = LayoutRequest { bodies, links, seed: 1, ..LayoutRequest::default() };
    for layout in [&Tree as &dyn Layout, &Layered] {
        let rects = rects(&request, layout);
        no_two_touch(&rects);
        let (area, aspect) = page(&rects);
        assert!(area < 8.0 && (0.6..2.4).contains(&aspect), "{area} {aspect}");
        for &(joint, one, two) in &pairs {
            let between = rects[two].left() - rects[one].right();
            assert!((GAP..GAP + 4.0).contains(&between) && rects[joint].bottom() < rects[one].top(), "{between}");
        }
    }
}
