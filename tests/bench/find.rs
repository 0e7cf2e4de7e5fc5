//! What finding costs in a large map: `cargo bench --bench find`.

use divan::Bencher;
use elenchus::analysis::search::Index;
use elenchus::base::{Rng, ViewId};
use elenchus::editor::{Command, Editor, Loaded};
use elenchus::model::{ArgumentMap, Claim, MapBuilder, Placement};

fn main() {
    divan::main();
}

/// 10,000 claims, a third of them with a note, every second one with accents.
fn large_map() -> ArgumentMap {
    let mut builder = MapBuilder::new(1);
    for i in 0..10_000 {
        let place = if i % 2 == 0 { "Florida" } else { "Québec" };
        let text = format!("Claim number {i} says that somebody cost somebody else the election in {place}");
        let note = if i % 3 == 0 { "Vu à la télé, puis relu".to_owned() } else { String::new() };
        let claim = builder.node(Claim { note, ..Claim::new(text) });
        builder.place(ViewId::main(), claim, Placement { x: (i % 100) * 280, y: (i / 100) * 160, pinned: false });
    }
    builder.finish()
}

/// Opening the search: every text is folded once.
#[divan::bench]
fn index_of_10k_claims(bencher: Bencher) {
    let map = large_map();
    bencher.bench_local(|| {
        let mut index = Index::default();
        index.update(&map);
        index
    });
}

/// A key typed into the open search: few hits, or half of the map.
#[divan::bench(args = ["9999", "quebec", "quebec election"])]
fn key_in_10k_claims(bencher: Bencher, words: &str) {
    let mut editor = Editor::new(Rng::new(3));
    let map = large_map();
    editor.dispatch(Command::Loaded(Box::new(Loaded { map, report: Vec::new(), path: None, name: "bench".to_owned(), unsaved: false })));
    editor.dispatch(Command::LookFor(String::new()));
    bencher.bench_local(|| {
        editor.dispatch(Command::LookFor(words.to_owned()));
        editor.take_effects()
    });
}
