//! What an edit and a validation cost in a large map: `cargo bench --bench edit`.

use divan::{Bencher, black_box};
use elenchus::base::{NodeId, Rng, ViewId};
use elenchus::editor::{Action, Command, Editor, Loaded};
use elenchus::model::{ArgumentMap, MapBuilder, Placement, validate};
use emath::vec2;

fn main() {
    divan::main();
}

/// A quarter of the nodes are claims placed in the main view, and the rest relations between them: two edges a node.
/// `nodes` nodes, twice as many edges.
fn large_map(nodes: usize) -> ArgumentMap {
    let mut builder = MapBuilder::new(1);
    let mut rng = Rng::new(2);
    let claims: Vec<NodeId> =
        (0..nodes / 4).map(|i| builder.claim(format!("Claim number {i} says something that no other claim says"))).collect();
    for (i, claim) in claims.iter().enumerate() {
        builder.place(ViewId::main(), *claim, Placement { x: (i % 40) as i32 * 280, y: (i / 40) as i32 * 160, pinned: false });
    }
    for i in 0..nodes - claims.len() {
        let mut pick = || claims[rng.below(claims.len())];
        let (one, two, target) = (pick(), pick(), pick());
        let premises: &[NodeId] = if i % 3 == 0 || one == two { &[one] } else { &[one, two] };
        if i % 2 == 0 {
            builder.support(premises, target)
        } else {
            builder.rebut(premises, target)
        };
    }
    builder.finish()
}

fn open(map: ArgumentMap) -> Editor {
    let mut editor = Editor::new(Rng::new(3));
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "bench".to_owned(), unsaved: false })));
    editor
}

fn claims(editor: &Editor) -> Vec<NodeId> {
    editor.map().claims().map(|(id, _)| id).collect()
}

#[divan::bench]
fn set_text_in_5000_nodes(bencher: Bencher) {
    let mut editor = open(large_map(5_000));
    let claims = claims(&editor);
    let mut count = 0;
    bencher.bench_local(|| {
        count += 1;
        editor.dispatch(Command::SetText { node: claims[count % claims.len()], text: format!("Text number {count} of this claim") });
        editor.take_effects()
    });
}

#[divan::bench]
fn move_in_5000_nodes(bencher: Bencher) {
    let mut editor = open(large_map(5_000));
    let claims = claims(&editor);
    bencher.bench_local(|| {
        editor.dispatch(Command::Move { nodes: vec![claims[0]], delta: vec2(8.0, 0.0) });
        editor.take_effects()
    });
}

#[divan::bench]
fn add_rebuttal_in_5000_nodes(bencher: Bencher) {
    let mut editor = open(large_map(5_000));
    let claims = claims(&editor);
    bencher.bench_local(|| {
        editor.dispatch(Command::Select(vec![claims[0]]));
        editor.dispatch(Action::AddRebuttal);
        editor.take_effects()
    });
}

#[divan::bench]
fn undo_and_redo_in_5000_nodes(bencher: Bencher) {
    let mut editor = open(large_map(5_000));
    let claims = claims(&editor);
    editor.dispatch(Command::Select(vec![claims[0]]));
    editor.dispatch(Action::AddRebuttal);
    bencher.bench_local(|| {
        editor.dispatch(Action::Undo);
        editor.dispatch(Action::Redo);
        editor.take_effects()
    });
}

#[divan::bench]
fn validate_5000_nodes(bencher: Bencher) {
    let map = large_map(5_000);
    bencher.bench_local(|| validate(black_box(&map)));
}

#[divan::bench]
fn validate_40000_nodes(bencher: Bencher) {
    let map = large_map(40_000);
    bencher.bench_local(|| validate(black_box(&map)));
}
