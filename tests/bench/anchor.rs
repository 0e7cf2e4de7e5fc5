//! What finding quotes again costs: `cargo bench --bench anchor`.

use divan::Bencher;
use elenchus::base::Rng;
use elenchus::model::Quote;
use elenchus::provenance::anchor::TextIndex;

#[path = "../common/prose.rs"]
mod prose;

fn main() {
    divan::main();
}

/// A text of about 1 MB and 1,000 spans of it, of 1 to 60 words.
fn text_and_quotes() -> (Vec<String>, Vec<Quote>) {
    let paragraphs = prose::paragraphs(1, 1_000_000);
    let text = paragraphs.join("\n\n");
    let index = TextIndex::new(&text);
    let mut rng = Rng::new(2);
    let length = text.chars().count();
    let quotes = (0..1_000).filter_map(|_| {
        let start = rng.below(length - 400) as u32;
        index.quote(&text, start..start + 8 + rng.below(350) as u32)
    });
    let quotes = quotes.collect();
    (paragraphs, quotes)
}

fn resolve_all(text: &str, quotes: &[Quote]) -> usize {
    let index = TextIndex::new(text);
    quotes.iter().filter(|quote| index.resolve(quote).place().is_some()).count()
}

/// The text as it was: index and 1,000 spans.
#[divan::bench]
fn thousand_spans_in_1_mb(bencher: Bencher) {
    let (paragraphs, quotes) = text_and_quotes();
    let text = paragraphs.join("\n\n");
    bencher.bench_local(|| resolve_all(&text, &quotes));
}

/// Every tenth paragraph gone, every tenth edited, the rest wrapped anew.
#[divan::bench]
fn thousand_spans_in_1_mb_changed(bencher: Bencher) {
    let (paragraphs, quotes) = text_and_quotes();
    let kept = paragraphs.iter().enumerate().filter(|(i, _)| i % 10 != 0);
    let changed: Vec<String> = kept.map(|(i, p)| if i % 10 == 5 { p.replace(" the ", " some ") } else { p.replace(". ", ".\n") }).collect();
    let text = changed.join("\n\n");
    bencher.bench_local(|| resolve_all(&text, &quotes));
}
