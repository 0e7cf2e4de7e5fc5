//! How long layouts take: `cargo bench --no-default-features --bench layout`.

use elenchus::base::{Rng, TaskCtx};
use elenchus::layout::{Body, LayoutRequest, Link, layout};
use elenchus::model::LayoutName;
use emath::Vec2;

fn main() {
    divan::main();
}

/// A debate: a tree of replies, most of them to recent claims, and cross links between a share of the claims.
fn debate(n: usize, cross_links: usize) -> LayoutRequest {
    let mut rng = Rng::new(7);
    let bodies = (0..n).map(|_| Body::free(Vec2::new(180.0 + 40.0 * rng.below(3) as f32, 60.0 + 20.0 * rng.below(6) as f32))).collect();
    let mut links: Vec<Link> = (1..n)
        .map(|from| {
            let recent = from.min(4.max(from / 3));
            let back = if rng.unit() < 0.35 { rng.below(from) } else { rng.below(recent) };
            Link { from, to: from - 1 - back }
        })
        .collect();
    links.extend((0..cross_links).map(|_| Link { from: rng.below(n), to: rng.below(n) }));
    LayoutRequest { bodies, links, seed: 1, ..LayoutRequest::default() }
}

#[divan::bench(args = [1_000, 5_000], sample_count = 7, sample_size = 1)]
fn force_tree(bencher: divan::Bencher<'_, '_>, n: usize) {
    run(bencher, &debate(n, 0));
}

#[divan::bench(args = [1_000, 5_000], sample_count = 7, sample_size = 1)]
fn force_web(bencher: divan::Bencher<'_, '_>, n: usize) {
    run(bencher, &debate(n, n / 2));
}

#[divan::bench(args = [1_000, 5_000], sample_count = 7, sample_size = 10)]
fn force_one_new_box(bencher: divan::Bencher<'_, '_>, n: usize) {
    let mut request = debate(n, n / 5);
    let ctx = TaskCtx::new();
    let centres = layout(LayoutName::Force).run(&request, &ctx, &mut |_| {}).unwrap_or_default();
    for (body, at) in request.bodies.iter_mut().zip(centres) {
        *body = Body::held(body.size, at);
    }
    request.bodies.push(Body::free(Vec2::new(220.0, 90.0)));
    request.links.push(Link { from: n, to: n / 2 });
    run(bencher, &request);
}

fn run(bencher: divan::Bencher<'_, '_>, request: &LayoutRequest) {
    let ctx = TaskCtx::new();
    bencher.bench_local(|| layout(LayoutName::Force).run(divan::black_box(request), &ctx, &mut |_| {}));
}
