//! Opening and saving a map of 5,000 nodes and 10,000 edges: `cargo bench --bench native`.

use divan::Bencher;
use elenchus::base::{NodeId, Rng, TaskCtx, ViewId};
use elenchus::formats::Importer;
use elenchus::formats::native::{Ron, to_text};
use elenchus::io;
use elenchus::model::{
    ArgumentMap, Attribution, Claim, Edge, MapBuilder, Placement, Relation, RelationKind, Role, Source, SourceKind, Speaker, SpeakerKind,
    Stance, View,
};

fn main() {
    divan::main();
}

/// A map as debates have them: 2,000 claims, 2,000 relations, 1,000 attributions, texts of some hundred bytes.
fn debate() -> ArgumentMap {
    let mut rng = Rng::new(1);
    let mut builder = MapBuilder::new(1);
    let speakers: Vec<_> = (0..100).map(|i| builder.speaker(Speaker::new(SpeakerKind::Person, format!("Speaker {i}")))).collect();
    let sources: Vec<_> = (0..50).map(|i| builder.source(Source::new(SourceKind::Article, format!("Article {i}")))).collect();
    let claims: Vec<NodeId> = (0..2000)
        .map(|i| {
            let text =
                format!("Claim {i}: what happened in the county was no accident, and “nobody” asked for it; 選挙 {}", rng.below(1000));
            builder.node(Claim { tags: vec!["count".into()], note: "Read again.".into(), ..Claim::new(text) })
        })
        .collect();
    let mut relations = Vec::new();
    for _ in 0..2000 {
        let kind = [RelationKind::Support, RelationKind::Rebuttal][rng.below(2)];
        relations.push(builder.node(Relation::new(kind)));
    }
    let mut edges = 0;
    let mut add = |builder: &mut MapBuilder, edge: Edge| {
        if !builder.map().has_edge(edge) {
            builder.edge(edge);
            edges += 1;
        }
        edges
    };
    for relation in &relations {
        add(&mut builder, Edge::new(*relation, Role::Target, claims[rng.below(claims.len())]));
    }
    for claim in claims.iter().take(1000) {
        let mut attribution = Attribution::new(Some(speakers[rng.below(speakers.len())]), Stance::Asserts);
        attribution.source = Some(sources[rng.below(sources.len())]);
        attribution.date = "2016-11-14".into();
        let id = builder.node(attribution);
        add(&mut builder, Edge::new(id, Role::Content, *claim));
    }
    while add(&mut builder, Edge::new(claims[rng.below(claims.len())], Role::Premise, relations[rng.below(relations.len())])) < 10_000 {}
    let mut view = View::default();
    for id in claims {
        let placement = Placement { x: rng.below(9000) as i32, y: rng.below(9000) as i32, pinned: rng.below(9) == 0 };
        view.placements.insert(id, placement);
    }
    builder.view(ViewId::main(), view);
    let map = builder.finish();
    assert_eq!((map.node_count(), map.edge_count()), (5_000, 10_000));
    map
}

/// Bytes to map.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let text = to_text(&debate());
    bencher.bench(|| Ron.import(text.as_bytes(), &TaskCtx::new()).unwrap());
}

/// Map to bytes.
#[divan::bench]
fn print(bencher: Bencher<'_, '_>) {
    let map = debate();
    bencher.bench(|| to_text(&map));
}

/// File to map.
#[divan::bench]
fn open(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    io::save(&path, to_text(&debate()).as_bytes(), None).unwrap();
    bencher.bench(|| io::open(&path, &TaskCtx::new()).unwrap());
}

/// Map to file: text, temporary file, backup, renaming, and the disk's word that it is written.
#[divan::bench]
fn save(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let map = debate();
    let fingerprint = io::save(&path, to_text(&map).as_bytes(), None).unwrap();
    bencher.bench(|| io::save(&path, to_text(&map).as_bytes(), Some(&fingerprint)).unwrap());
}
