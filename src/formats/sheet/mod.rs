//! The source sheet: every claim with who says it, in which words, where and when, as an editor checks it before printing. What has gaps
//! comes first; the same map gives the same bytes.

pub mod html;
pub mod markdown;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::base::{NodeId, SourceId};
use crate::formats::quotations::Quotations;
use crate::model::{ArgumentMap, Attribution, Quotation};
use crate::provenance::copies::Copies;
use crate::provenance::origins::{Mark, Voice, is_linked, origins};
use crate::provenance::trace::{Step, Trace, trace};
use crate::provenance::words;
use crate::tr;

/// A claim with all who say it.
pub(super) struct Entry {
    pub(super) id: NodeId,
    pub(super) text: String,
    /// What is missing of the claim itself.
    pub(super) gaps: Vec<String>,
    /// Reasons to be careful.
    pub(super) flags: Vec<String>,
    pub(super) lines: Vec<Line>,
}

/// One who says it.
pub(super) struct Line {
    /// How many attributions lie between this one and the claim.
    pub(super) depth: usize,
    /// `Nat Parry reports what Gil Troy says`
    pub(super) act: String,
    pub(super) quotes: Vec<String>,
    /// What else is known, each with its name.
    pub(super) facts: Vec<(&'static str, String)>,
    /// Where it can be looked up.
    pub(super) links: Vec<String>,
    pub(super) gaps: Vec<String>,
}

impl Entry {
    /// How much is missing.
    pub(super) fn gap_count(&self) -> usize {
        self.gaps.len() + self.lines.iter().map(|line| line.gaps.len()).sum::<usize>()
    }
}

/// Every claim, what has most gaps first.
pub(super) fn entries(map: &ArgumentMap) -> Vec<Entry> {
    let withheld = map.withheld_sources();
    let quotations = Quotations::of(map);
    let copies = quotations.copies();
    let known = Known { withheld, quotations, copies };
    let mut all: Vec<Entry> = map.claims().map(|(id, claim)| entry(map, id, claim.label(), &known)).collect();
    all.sort_by_key(|entry| Reverse(entry.gap_count()));
    all
}

/// What is known of the whole map.
struct Known {
    withheld: BTreeSet<SourceId>,
    quotations: Quotations,
    copies: Copies,
}

fn entry(map: &ArgumentMap, id: NodeId, text: &str, known: &Known) -> Entry {
    let Known { withheld, quotations, copies } = known;
    let trace = trace(map, id);
    let found = origins(map, &trace, copies);
    let tells = |voice: &Voice| matches!(voice, Voice::Source(source) if withheld.contains(source));
    let is_told = |mark: &&Mark| match mark {
        Mark::OneSource(source) => !withheld.contains(source),
        _ => !mark.voices().iter().any(tells),
    };
    let of_claim = |step: &&Step| step.wording == id;
    let lines: Vec<Line> = trace.steps.iter().filter(of_claim).filter_map(|step| line(map, &trace, step, quotations)).collect();
    let gaps = if lines.is_empty() { vec![tr!("sheet-nobody").to_owned()] } else { Vec::new() };
    let flags = found.marks.iter().filter(is_told).map(|mark| mark.reason(map, &found)).collect();
    Entry { id, text: text.to_owned(), gaps, flags, lines }
}

fn line(map: &ArgumentMap, trace: &Trace, step: &Step, quotations: &Quotations) -> Option<Line> {
    let said = map.attribution(step.attribution)?;
    let source = map.told_source(said);
    let mut facts = Vec::new();
    let mut fact = |name: &'static str, value: String| {
        if !value.is_empty() {
            facts.push((name, value));
        }
    };
    let place = words::place(map, said);
    let kind = said.quotation.map(|quotation| quotation.title().to_owned()).unwrap_or_default();
    fact(tr!("field-quotation"), kind);
    fact(tr!("field-hedges"), said.hedges.join(", "));
    fact(tr!("field-source"), place);
    fact(tr!("field-date"), date(map, said, step));
    let hash = source.and_then(|_| quotations.text(map, step.attribution)).map(|text| text.sha256().to_string());
    fact(tr!("sheet-hash"), hash.clone().unwrap_or_default());
    let former = source.and_then(|_| quotations.former(map, step.attribution));
    fact(
        tr!("sheet-version"),
        former.map(|(version, count)| tr!("quotation-former", version = version, count = count)).unwrap_or_default(),
    );
    let quotes: Vec<String> = said.quotes.iter().map(|quote| quote.exact.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let quotes: Vec<String> = quotes.into_iter().filter(|quote| !quote.is_empty()).collect();
    let links = source.map(|(_, source)| [source.url.trim(), source.archive_url.trim()]).into_iter().flatten();
    let quoted = matches!(said.quotation, Some(Quotation::Direct | Quotation::Mixed));
    let open = !map.is_confidential(said);
    let missing = [
        (said.speaker.is_none(), tr!("sheet-no-speaker")),
        (open && said.source.is_none(), tr!("sheet-no-source")),
        (quoted && quotes.is_empty(), tr!("sheet-no-quote")),
        (step.when.is_undated(), tr!("sheet-no-date")),
        (source.is_some_and(|(id, _)| !is_linked(map, id)), tr!("sheet-no-link")),
        (source.is_some() && hash.is_none(), tr!("sheet-no-text")),
        (quotations.fails(step.attribution), tr!("sheet-misquoted")),
    ];
    let gaps = missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, gap)| gap.to_owned()).collect();
    let links = links.filter(|link| !link.is_empty()).map(str::to_owned).collect();
    Some(Line { depth: step.depth, act: words::act(map, trace, step) + &quotations.mark(step.attribution), quotes, facts, links, gaps })
}

/// The date with what it rests on.
fn date(map: &ArgumentMap, said: &Attribution, step: &Step) -> String {
    let basis = words::basis(map, said, step.when);
    let time = words::time_of(map, step);
    if basis.is_empty() { time } else { format!("{time} ({basis})") }
}

/// `Source sheet: Who cost whom?`
pub(super) fn heading(map: &ArgumentMap) -> String {
    let title = map.meta().title.trim();
    tr!("sheet-title", title = if title.is_empty() { tr!("map-untitled") } else { title })
}

/// How many claims there are, and how many have gaps.
pub(super) fn summary(entries: &[Entry]) -> String {
    let with_gaps = entries.iter().filter(|entry| entry.gap_count() > 0).count();
    tr!("sheet-summary", claims = entries.len(), gaps = with_gaps)
}
