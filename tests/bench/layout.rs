//! How long layouts take: `cargo bench --no-default-features --bench layout`.
//!
//! With arguments after `--` it measures one graph (JSON as `elenchus layout` reads it) in CPU seconds of the calls alone:
//! `rivals GRAPH.json OUT.pos [LAYOUT]` lays it out and writes the places, for comparing with other programs;
//! `lines GRAPH.json` tells how many lines run through boxes in layers, straight and as the layout draws them;
//! `first GRAPH.json` tells after what time something is drawn, `step GRAPH.json` how long one step of the movement takes, and
//! `edit GRAPH.json` how long it takes to make room for a box that is added, dragged or has grown.

#[path = "../common/through.rs"]
mod through;

use std::time::{Duration, Instant};

use elenchus::base::{Rng, TaskCtx};
use elenchus::formats::plain_graph;
use elenchus::layout::{Body, LAYOUTS, Layered, Layout, LayoutRequest, Link, Placed, layout, step_aside};
use elenchus::model::LayoutName;
use emath::{Pos2, Rect, Vec2};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use through::is_through;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["rivals", graph, out] => rivals(&read(graph), out, &elenchus::layout::Force),
        ["rivals", graph, out, name] => {
            let found = LAYOUTS.iter().find(|l| l.name().word() == name).expect("a layout of that name");
            rivals(&read(graph), out, *found);
        }
        ["lines", graph] => lines(&read(graph)),
        ["first", graph] => first(&read(graph)),
        ["step", graph] => step(&read(graph)),
        ["edit", graph] => edit(&read(graph)),
        _ => divan::main(),
    }
}

fn read(path: &str) -> LayoutRequest {
    let bytes = std::fs::read(path).expect("a file");
    plain_graph::read_any(&bytes, &TaskCtx::new()).ok().flatten().expect("a plain graph").request(1)
}

/// CPU time of this thread so far, as the kernel counts it; elsewhere the clock's.
fn cpu() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    // The kernel writes it down when the thread gives way.
    std::thread::yield_now();
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat").ok().and_then(|s| s.split(' ').next()?.parse().ok());
    counted.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

/// Lays out until half a second has passed; the median.
fn rivals(request: &LayoutRequest, out: &str, layout: &dyn Layout) {
    let (mut spent, mut places) = (Vec::new(), Vec::new());
    let (began, wall) = (cpu(), Instant::now());
    while spent.len() < 3 || cpu() - began < Duration::from_millis(500) {
        let start = cpu();
        places = layout.run(request, &TaskCtx::new(), &mut |_| {}).expect("nobody cancels");
        spent.push((cpu() - start).as_secs_f64());
    }
    spent.sort_by(f64::total_cmp);
    let numbers = |of: &dyn Fn(&Pos2) -> f32| places.iter().map(|p| of(p).to_string()).collect::<Vec<_>>().join(",");
    let (x, y) = (numbers(&|p| p.x), numbers(&|p| p.y));
    let (wall, median) = (wall.elapsed().as_secs_f64() / spent.len() as f64, spent[spent.len() / 2]);
    let json = format!("{{\"x\":[{x}],\"y\":[{y}],\"units\":\"px\",\"layout_s\":{wall},\"layout_cpu_s\":{median}}}");
    std::fs::write(out, json).expect("a place to write");
}

/// Lines through boxes other than their ends, of links drawn straight from centre to centre and of those that the layout draws.
fn lines(request: &LayoutRequest) {
    let start = cpu();
    let centres = Layered.run(request, &TaskCtx::new(), &mut |_| {}).expect("nobody cancels");
    let placed = cpu();
    let lines = Layered.lines(request, &centres);
    let drawn = cpu();
    let links: Vec<(&Link, &Vec<Pos2>)> = request.links.iter().zip(&lines).filter(|(link, _)| link.from != link.to).collect();
    let straight = links.iter().filter(|(link, _)| is_through(request, &centres, link, &[centres[link.from], centres[link.to]])).count();
    let through = links.iter().filter(|(link, line)| is_through(request, &centres, link, line)).count();
    let length = |line: &[Pos2]| line.windows(2).map(|pair| pair[0].distance(pair[1])).sum::<f32>();
    let share = |count: usize| count as f64 / links.len() as f64;
    println!(
        "{} links: through boxes {:.4} straight, {:.4} as drawn; {:.2} times as long, {:.1} points; layout {:?}, lines {:?}",
        links.len(),
        share(straight),
        share(through),
        links.iter().map(|(_, line)| length(line)).sum::<f32>()
            / links.iter().map(|(link, _)| centres[link.from].distance(centres[link.to])).sum::<f32>(),
        links.iter().map(|(_, line)| line.len()).sum::<usize>() as f64 / links.len() as f64,
        placed - start,
        drawn - placed,
    );
}

fn first(request: &LayoutRequest) {
    let (start, mut first, mut steps) = (cpu(), None, 0);
    let places = layout(LayoutName::Force).run(request, &TaskCtx::new(), &mut |_| {
        first.get_or_insert_with(|| cpu() - start);
        steps += 1;
    });
    println!(
        "first drawing {:?}, done {:?}, shown {steps} times, {} boxes",
        first.unwrap_or_default(),
        cpu() - start,
        places.unwrap_or_default().len()
    );
}

/// Boxes are shown after every fourth step; the slowest stretch between the last showings has full-grown boxes.
fn step(request: &LayoutRequest) {
    const SHOWN: u32 = 4;
    let mut steps = Vec::new();
    let mut runs = 0;
    while runs < 3 || steps.len() < 60 {
        let mut at = Vec::new();
        let _ = layout(LayoutName::Force).run(request, &TaskCtx::new(), &mut |_| at.push(cpu()));
        at.truncate(at.len().saturating_sub(1));
        let last: Vec<Duration> = at.windows(2).map(|w| (w[1] - w[0]) / SHOWN).collect();
        steps.extend_from_slice(&last[last.len().saturating_sub(5)..]);
        runs += 1;
    }
    steps.sort();
    println!("one step: median {:?}, {} stretches", steps[steps.len() / 2], steps.len());
}

type Entry = GeomWithData<Rectangle<[f32; 2]>, usize>;

fn edit(request: &LayoutRequest) {
    let centres = layout(LayoutName::Force).run(request, &TaskCtx::new(), &mut |_| {}).expect("nobody cancels");
    let rect = |i: usize| Rect::from_center_size(centres[i], request.bodies[i].size);
    let entry = |i: usize| Entry::new(Rectangle::from_corners(rect(i).min.into(), rect(i).max.into()), i);
    let tree = RTree::bulk_load((0..centres.len()).map(entry).collect());
    let near = |area: Rect, found: &mut dyn FnMut(Placed<usize>)| {
        let area = AABB::from_corners(area.min.into(), area.max.into());
        let all = tree.locate_in_envelope_intersecting(area).map(|e| e.data);
        all.for_each(|id| found(Placed { id, rect: rect(id), held: false }));
    };
    let mut rng = Rng::new(9);
    for what in ["add", "drag", "resize"] {
        let (mut times, mut counts) = (Vec::new(), Vec::new());
        for _ in 0..1000 {
            let (i, at) = (rng.below(centres.len()), centres[rng.below(centres.len())]);
            let beside = Vec2::new(rng.unit() as f32 * 300.0, 100.0);
            let changed = match what {
                "add" => Placed { id: centres.len(), rect: Rect::from_center_size(at + beside, Vec2::new(220.0, 100.0)), held: false },
                "drag" => Placed { id: i, rect: Rect::from_center_size(at + beside, request.bodies[i].size), held: false },
                _ => Placed { id: i, rect: Rect::from_center_size(centres[i], request.bodies[i].size * 1.5), held: false },
            };
            let start = Instant::now();
            let moved = step_aside(&[changed], &near);
            times.push(start.elapsed());
            counts.push(moved.len());
        }
        times.sort();
        counts.sort_unstable();
        println!(
            "{what}: median {:?}, 95 % {:?}, worst {:?}; moved {} , 95 % {}, most {}",
            times[500], times[950], times[999], counts[500], counts[950], counts[999]
        );
    }
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
    run(LayoutName::Force, bencher, &debate(n, 0));
}

#[divan::bench(args = [1_000, 5_000], sample_count = 7, sample_size = 1)]
fn force_web(bencher: divan::Bencher<'_, '_>, n: usize) {
    run(LayoutName::Force, bencher, &debate(n, n / 2));
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
    run(LayoutName::Force, bencher, &request);
}

#[divan::bench(args = [1_000, 10_000], sample_count = 7, sample_size = 1)]
fn layered_tree(bencher: divan::Bencher<'_, '_>, n: usize) {
    run(LayoutName::Layered, bencher, &debate(n, 0));
}

#[divan::bench(args = [200, 1_000], sample_count = 7, sample_size = 1)]
fn layered_web(bencher: divan::Bencher<'_, '_>, n: usize) {
    run(LayoutName::Layered, bencher, &debate(n, n / 2));
}

#[divan::bench(args = [1_000, 10_000], sample_count = 21, sample_size = 1)]
fn tree(bencher: divan::Bencher<'_, '_>, n: usize) {
    run(LayoutName::Tree, bencher, &debate(n, 0));
}

fn run(name: LayoutName, bencher: divan::Bencher<'_, '_>, request: &LayoutRequest) {
    let ctx = TaskCtx::new();
    bencher.bench_local(|| layout(name).run(divan::black_box(request), &ctx, &mut |_| {}));
}
