//! What a picture costs, and how good its lines are: `cargo bench --bench render`, the latter alone with `-- lines`.

#[path = "lines.rs"]
mod lines;

use divan::{Bencher, black_box};
use elenchus::analysis::Shown;
use elenchus::base::{NodeId, Rng, ViewId};
use elenchus::model::{ArgumentMap, Attribution, MapBuilder, Placement, Speaker, SpeakerKind, Stance};
use elenchus::render::{TextShaper, Theme, scene, to_svg};
use emath::vec2;

fn main() {
    if std::env::args().any(|arg| arg == "lines") {
        return lines::report();
    }
    divan::main();
}

/// As many relations as claims, an attribution for every second claim.
fn map(claims: usize) -> ArgumentMap {
    let mut b = MapBuilder::new(1);
    let mut rng = Rng::new(2);
    let speaker = b.speaker(Speaker::new(SpeakerKind::Person, "Somebody"));
    let nodes: Vec<NodeId> = (0..claims).map(|i| b.claim(format!("Claim number {i} says something about the election of 2000"))).collect();
    for (i, claim) in nodes.iter().enumerate() {
        b.place(ViewId::main(), *claim, Placement { x: (i % 70) as i32 * 300, y: (i / 70) as i32 * 160, pinned: false });
        if i % 2 == 0 {
            b.attribute(Attribution::new(Some(speaker), Stance::ALL[i % 5]), *claim);
        }
        let near = |rng: &mut Rng| nodes[(i + 1 + rng.below(100)) % claims];
        let (one, two) = (near(&mut rng), near(&mut rng));
        if i % 3 == 0 {
            b.support(&[one, two], *claim)
        } else {
            b.rebut(&[one], *claim)
        };
    }
    b.finish()
}

const SIZES: [usize; 2] = [1_000, 5_000];

/// Nothing is measured yet.
#[divan::bench(args = SIZES, sample_count = 10)]
fn first(bencher: Bencher, claims: usize) {
    let map = map(claims);
    bencher
        .with_inputs(TextShaper::new)
        .bench_local_values(|mut shaper| scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper));
}

/// After any edit.
#[divan::bench(args = SIZES)]
fn again(bencher: Bencher, claims: usize) {
    let map = map(claims);
    let mut shaper = TextShaper::new();
    scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut shaper);
    bencher.bench_local(|| scene(black_box(&map), ViewId::main(), &Shown::default(), Theme::light(), &mut shaper));
}

/// One card in a drag.
#[divan::bench(args = SIZES)]
fn one_moved(bencher: Bencher, claims: usize) {
    let map = map(claims);
    let mut scene = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new());
    let claim = scene.cards()[claims / 2].claim;
    let mut at = scene.cards()[claims / 2].at;
    bencher.bench_local(|| {
        at += vec2(1.0, 0.5);
        scene.move_cards([(claim, at)])
    });
}

/// All cards in a layout that runs.
#[divan::bench(args = SIZES)]
fn all_moved(bencher: Bencher, claims: usize) {
    let map = map(claims);
    let mut scene = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new());
    let mut step = 0.0;
    bencher.bench_local(|| {
        step += 1.0;
        let moves: Vec<_> = scene.cards().iter().map(|placed| (placed.claim, placed.at + vec2(step, 0.0))).collect();
        scene.move_cards(moves)
    });
}

/// The whole picture as text.
#[divan::bench(args = SIZES, sample_count = 10)]
fn svg(bencher: Bencher, claims: usize) {
    let map = map(claims);
    let scene = scene(&map, ViewId::main(), &Shown::default(), Theme::light(), &mut TextShaper::new());
    bencher.bench_local(|| to_svg(black_box(&scene), &map));
}
