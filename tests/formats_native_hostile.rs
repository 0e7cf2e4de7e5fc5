//! The native format under stress: any map with any text comes back, and no file, however broken, does more than fail.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use elenchus::base::{NodeId, NodeKind, Rng, TaskCtx, ViewId};
use elenchus::formats::native::{MAX_RECORDS, Ron, to_text};
use elenchus::formats::{ImportError, Importer, MAX_BYTES};
use elenchus::model::{
    ArgumentMap, Attribution, Claim, ClaimKind, DateBasis, Edge, Group, MapBuilder, Meta, Placement, Quotation, Quote, Relation,
    RelationKind, Role, Source, SourceKind, Speaker, SpeakerKind, Stance, View,
};
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};

fn open(bytes: &[u8]) -> Result<ArgumentMap, ImportError> {
    Ron.import(bytes, &TaskCtx::new()).map(|imported| imported.map)
}

/// Texts that are likely to trip a writer of strings, and any others.
fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(prop_oneof!["[\"#\\\\\n\r\t a]{0,12}", "\\PC{0,12}", any::<String>()], 1..12)
}

/// Draws one map: every field is sometimes empty and sometimes a text of the pool.
struct Draw {
    rng: Rng,
    pool: Vec<String>,
}

impl Draw {
    fn often(&mut self) -> bool {
        self.rng.below(3) > 0
    }

    fn text(&mut self) -> String {
        if self.often() { self.pool[self.rng.below(self.pool.len())].clone() } else { String::new() }
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.rng.below(3)).map(|_| item(self)).collect()
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.rng.below(all.len())]
    }

    fn maybe<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (self.often() && !all.is_empty()).then(|| self.of(all))
    }

    fn map(&mut self) -> ArgumentMap {
        let mut builder = MapBuilder::new(self.rng.below(usize::MAX) as u64);
        builder.meta(Meta { title: self.text(), note: self.text(), data: self.text() });
        let mut speakers = Vec::new();
        for _ in 0..self.rng.below(4) {
            let mut speaker = Speaker::new(self.of(SpeakerKind::ALL), self.text());
            (speaker.aliases, speaker.role, speaker.affiliation) = (self.list(Self::text), self.text(), self.text());
            (speaker.confidential, speaker.note, speaker.origin) = (self.often(), self.text(), self.text());
            speakers.push(builder.speaker(speaker));
        }
        let mut sources = Vec::new();
        for _ in 0..self.rng.below(4) {
            let mut source = Source::new(self.of(SourceKind::ALL), self.text());
            (source.venue, source.date, source.url, source.archive_url) = (self.text(), self.text(), self.text(), self.text());
            (source.note, source.origin, source.in_reply_to) = (self.text(), self.text(), self.maybe(&sources));
            source.authors = self.maybe(&speakers).into_iter().collect();
            sources.push(builder.source(source));
        }
        let mut groups = Vec::new();
        for _ in 0..self.rng.below(3) {
            let parent = self.maybe(&groups);
            let (title, tags, note, data) = (self.text(), self.list(Self::text), self.text(), self.text());
            groups.push(builder.group(Group { title, parent, order: self.rng.below(3) as u32, tags, note, data }));
        }
        let mut nodes: Vec<NodeId> = vec!["c_gone".parse().unwrap()];
        for _ in 0..self.rng.below(12) {
            let (tags, group, note, data, origin) = (self.list(Self::text), self.maybe(&groups), self.text(), self.text(), self.text());
            let id = match self.of(&[NodeKind::Claim, NodeKind::Relation, NodeKind::Attribution]) {
                NodeKind::Claim => {
                    let (text, title, cause, effect) = (self.text(), self.text(), self.text(), self.text());
                    builder.node(Claim {
                        text,
                        title,
                        kind: self.maybe(ClaimKind::ALL),
                        cause,
                        effect,
                        tags,
                        group,
                        bookmarked: self.often(),
                        note,
                        data,
                        origin,
                    })
                }
                NodeKind::Relation => {
                    let (title, scheme, weight) = (self.text(), self.text(), self.maybe(&[0, 55, 100]));
                    builder.node(Relation { kind: self.of(RelationKind::ALL), title, scheme, weight, tags, group, note, data, origin })
                }
                NodeKind::Attribution => {
                    let mut attribution = Attribution::new(self.maybe(&speakers), self.of(Stance::ALL));
                    (attribution.source, attribution.quotation) = (self.maybe(&sources), self.maybe(Quotation::ALL));
                    attribution.quotes = self.list(|d| Quote {
                        exact: d.text(),
                        prefix: d.text(),
                        suffix: d.text(),
                        range: d.maybe(&[(0, 0), (7, u32::MAX)]),
                    });
                    (attribution.cue, attribution.date, attribution.tags) = (self.text(), self.text(), tags);
                    (attribution.dating.basis, attribution.dating.words) = (self.maybe(DateBasis::ALL), self.text());
                    (attribution.dating.relative_to, attribution.dating.earliest) = (self.text(), self.text());
                    (attribution.dating.latest, attribution.hedges) = (self.text(), self.list(Self::text));
                    (attribution.note, attribution.origin) = (note, origin);
                    builder.node(attribution)
                }
            };
            nodes.push(id);
        }
        for _ in 0..self.rng.below(20) {
            builder.edge(Edge::new(self.of(&nodes), self.of(Role::ALL), self.of(&nodes)));
        }
        for name in ["main", "other"] {
            if self.often() {
                let mut view = View { title: self.text(), ..View::default() };
                for id in self.list(|d| d.of(&nodes)) {
                    let (x, y) = (self.of(&[i32::MIN, -1, 0, 250]), self.of(&[0, i32::MAX]));
                    view.placements.insert(id, Placement { x, y, pinned: self.often() });
                }
                builder.view(name.parse::<ViewId>().unwrap(), view);
            }
        }
        builder.finish()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_map_comes_back(pool in texts(), seed: u64) {
        let map = Draw { rng: Rng::new(seed), pool }.map();
        let text = to_text(&map);
        let again = open(text.as_bytes()).unwrap_or_else(|e| panic!("{e}\n{text}"));
        prop_assert_eq!(&again, &map, "{}", &text);
        prop_assert_eq!(to_text(&again), text);
    }

    #[test]
    fn a_damaged_file_is_refused_or_understood(seed: u64, cuts in 1usize..4) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/v1/every-field.ron");
        let mut bytes = fs::read(path).unwrap();
        let mut rng = Rng::new(seed);
        for _ in 0..cuts {
            let at = rng.below(bytes.len());
            let end = at + rng.below(40.min(bytes.len() - at));
            match rng.below(4) {
                0 => drop(bytes.drain(at..end)),
                1 => bytes.extend_from_within(at..end),
                2 => bytes.insert(at, b"(){}[]\",:#r/*\\1\0\xff"[rng.below(17)]),
                _ => bytes.truncate(bytes.len() - rng.below(60)),
            }
        }
        if let Ok(map) = open(&bytes) {
            prop_assert_eq!(open(to_text(&map).as_bytes()).unwrap(), map);
        }
    }
}

#[test]
fn hostile_files_only_fail() {
    const MANY: usize = 1 << 20;
    let mut mistakes = Vec::new();
    let mut check = |text: String, fragment: &str| {
        let said = open(text.as_bytes()).map_or_else(|error| error.to_string(), |_| "accepted".to_owned());
        if !said.contains(fragment) {
            mistakes.push(format!("{}: {said}, not {fragment}", &text[..40]));
        }
    };
    let deep = "nested deeper";
    check("(".repeat(MANY), "Expected a name");
    check("(a:".repeat(MANY), deep);
    check(format!("(a: {}", "[".repeat(MANY)), deep);
    check(format!("(a: {}", "{1:".repeat(MANY)), deep);
    check(format!("(a: {}", "Some(".repeat(MANY)), "ends in the middle");
    check(format!("(a: {}", "X(".repeat(MANY)), deep);
    check(format!("(format: 1, title: {}", "Some(".repeat(MANY)), "quotation marks");
    check(format!("(format: 1, nodes: {{\"r_1\": Relation(weight: {}", "Some(".repeat(MANY)), "whole number");
    check(format!("(format: 1, views: {}", "{\"a\": (at: ".repeat(MANY)), "");
    check("/*".repeat(MANY), "never ends");
    check(format!("(format: 1, /*{}", "/*".repeat(MANY)), "never ends");
    check(format!("(format: {})", "1".repeat(MANY)), "too large");
    check(format!("(format: 1, title: r{}\"x\")", "#".repeat(MANY)), "never ends");
    check(format!("(format: 1, title: \"{}", "\\\"".repeat(MANY)), "never ends");
    check(format!("(format: 1, {}: 1)", "x".repeat(MANY)), "Unknown field");
    check(format!("(format: 1, nodes: {{\"{}\": Claim()}})", "x".repeat(MANY)), "too long for an id");
    check(format!("(format: 1, edges: [{}", ",".repeat(MANY)), "parenthesis");
    check(" ".repeat(MAX_BYTES + 1), "at most 67108864");
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn a_message_stays_short() {
    let error = open(format!("(format: 1, {}: 1)", "x".repeat(1 << 20)).as_bytes()).unwrap_err();
    assert!(error.to_string().len() < 600);
}

#[test]
fn too_many_records_are_refused() {
    let mut text = "(format: 1, views: {\"main\": (at: {".to_owned();
    for i in 0..=MAX_RECORDS {
        write!(text, "\"c_{i:x}\":(0,0),").unwrap();
    }
    text.push_str("})})");
    assert!(open(text.as_bytes()).unwrap_err().to_string().contains("more than 1000000 entries"));
}

#[test]
fn a_hub_does_not_slow_reading_down() {
    let mut text = "(format: 1, nodes: {\"c_hub\": Claim(),".to_owned();
    for i in 0..50_000 {
        write!(text, "\"r_{i}\": Relation(kind: Support),").unwrap();
    }
    text.push_str("}, edges: [");
    for i in 0..50_000 {
        write!(text, "(\"c_hub\", Premise, \"r_{i}\"), (\"r_{i}\", Target, \"c_hub\"),").unwrap();
    }
    text.push_str("])");
    let map = open(text.as_bytes()).unwrap();
    assert_eq!(map.edge_count(), 100_000);
}

#[test]
fn a_long_text_is_no_trouble() {
    let text = format!("(format: 1, title: \"{}\")", "ab \\n \\\"日本\\\" ".repeat(1 << 18));
    let map = open(text.as_bytes()).unwrap();
    assert_eq!(open(to_text(&map).as_bytes()).unwrap(), map);
}

#[test]
fn reading_stops_when_cancelled() {
    let ctx = TaskCtx::new();
    ctx.cancel();
    assert!(matches!(Ron.import(b"(format: 1)", &ctx), Err(ImportError::Cancelled(_))));
}
