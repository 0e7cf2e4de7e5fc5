//! Traces and origins in a map of 5,000 attributions, proposals from a megabyte: `cargo bench --bench provenance`.

use divan::Bencher;
use elenchus::base::{NodeId, Rng, TaskCtx};
use elenchus::formats::Importer;
use elenchus::formats::native::{Ron, to_text};
use elenchus::model::{
    ArgumentMap, Attribution, MapBuilder, Quote, Relation, RelationKind, Source, SourceKind, Speaker, SpeakerKind, Stance,
};
use elenchus::provenance::audit::audit;
use elenchus::provenance::copies::Copies;
use elenchus::provenance::marks::cautions;
use elenchus::provenance::origins::origins;
use elenchus::provenance::suggest::suggest;
use elenchus::provenance::tables::Table;
use elenchus::provenance::trace::trace;
use elenchus::render::{TextShaper, Theme, provenance_scene};

const ATTRIBUTIONS: usize = 5_000;

fn main() {
    divan::main();
}

/// 5,000 attributions of `claims` claims by 400 speakers in 600 sources, half of which answer others: a third says it, the rest reports
/// somebody at any depth.
fn reported(claims: usize) -> (ArgumentMap, NodeId) {
    let mut rng = Rng::new(3);
    let mut b = MapBuilder::new(3);
    let speakers: Vec<_> = (0..400).map(|i| b.speaker(Speaker::new(SpeakerKind::Person, format!("Speaker {i}")))).collect();
    let mut sources = Vec::new();
    for i in 0..600 {
        let in_reply_to = (i % 2 == 1).then(|| sources[rng.below(sources.len())]);
        let date = format!("20{:02}-{:02}-{:02}", rng.below(20), 1 + rng.below(12), 1 + rng.below(28));
        let authors = vec![speakers[rng.below(speakers.len())]];
        sources.push(b.source(Source { authors, date, in_reply_to, ..Source::new(SourceKind::Article, format!("Article {i}")) }));
    }
    let all: Vec<NodeId> = (0..claims).map(|i| b.claim(format!("What happened in county {i} cost the candidate the election"))).collect();
    for pair in all.windows(2).step_by(5) {
        b.relation(Relation::new(RelationKind::Restatement), &[pair[1]], pair[0]);
    }
    let mut said: Vec<NodeId> = Vec::new();
    for i in 0..ATTRIBUTIONS {
        let own = said.is_empty() || rng.below(3) == 0;
        let content = if own { all[rng.below(all.len())] } else { said[rng.below(said.len())] };
        let stance = if own { Stance::ALL[rng.below(4)] } else { Stance::Reports };
        let mut by = Attribution::new(Some(speakers[rng.below(speakers.len())]), stance);
        by.source = (rng.below(10) > 0).then(|| sources[rng.below(sources.len())]);
        by.quotes = vec![Quote { exact: format!("what happened in {} counties cost him the election", rng.below(50)), ..Quote::default() }];
        by.note = format!("Noted {i}");
        said.push(b.attribute(by, content));
    }
    (b.finish(), all[0])
}

/// All of it about one claim.
#[divan::bench]
fn trace_one_claim(bencher: Bencher<'_, '_>) {
    let (map, claim) = reported(1);
    assert_eq!(trace(&map, claim).steps.len(), ATTRIBUTIONS);
    bencher.bench(|| trace(&map, claim));
}

#[divan::bench]
fn origins_of_one_claim(bencher: Bencher<'_, '_>) {
    let (map, claim) = reported(1);
    let trace = trace(&map, claim);
    bencher.bench(|| origins(&map, &trace, &Copies::default()));
}

#[divan::bench]
fn trace_and_origins_of_every_claim(bencher: Bencher<'_, '_>) {
    let (map, _) = reported(500);
    bencher.bench(|| map.claims().map(|(claim, _)| origins(&map, &trace(&map, claim), &Copies::default()).origins.len()).sum::<usize>());
}

#[divan::bench]
fn cautions_of_every_claim(bencher: Bencher<'_, '_>) {
    let (map, _) = reported(500);
    bencher.bench(|| cautions(&map, &Copies::default()));
}

/// The picture of 200 of the steps.
#[divan::bench]
fn picture_of_one_claim(bencher: Bencher<'_, '_>) {
    let (map, claim) = reported(1);
    let mut shaper = TextShaper::new();
    let trace = trace(&map, claim);
    let found = origins(&map, &trace, &Copies::default());
    bencher.bench_local(|| provenance_scene(&map, &trace, &found, Theme::light(), &mut shaper));
}

#[divan::bench]
fn audit_of_every_claim(bencher: Bencher<'_, '_>) {
    let (map, _) = reported(500);
    bencher.bench(|| audit(&map, &Copies::default()));
}

#[divan::bench]
fn stances(bencher: Bencher<'_, '_>) {
    let (map, _) = reported(500);
    bencher.bench(|| Table::Stances.rows(&map));
}

/// Bytes to map.
#[divan::bench]
fn open(bencher: Bencher<'_, '_>) {
    let text = to_text(&reported(500).0);
    bencher.bench(|| Ron.import(text.as_bytes(), &TaskCtx::new()).unwrap());
}

/// Proposals from 1 MB of a report.
#[divan::bench]
fn suggest_from_a_megabyte(bencher: Bencher<'_, '_>) {
    let annotated = include_str!("../suggest/news.txt").split("\n----\n").next().unwrap_or_default();
    let plain: String = annotated.split('[').map(|part| part.split_once('|').map_or(part, |(_, words)| words)).collect();
    let report = plain.replace(']', "") + "\n\n";
    let text = report.repeat(1_000_000 / report.len() + 1);
    bencher.bench(|| suggest(&text));
}
