//! Anchors tell the truth: a quote is found where it was, or not at all.

#[path = "common/prose.rs"]
mod prose;

use std::ops::Range;

use elenchus::base::Rng;
use elenchus::model::Quote;
use elenchus::provenance::anchor::{Anchor, TextIndex};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// A text and the one it became, with where each code point of the first went.
struct Changed {
    old: String,
    new: String,
    /// Of each code point of the old text: the code points of the new one it became, or nothing.
    became: Vec<Option<Range<u32>>>,
}

impl Changed {
    /// Changes each character for itself.
    fn each(old: &str, mut change: impl FnMut(usize, char) -> String) -> Self {
        let (mut new, mut at, mut became) = (String::new(), 0, Vec::new());
        for (i, c) in old.chars().enumerate() {
            let piece = change(i, c);
            let end = at + piece.chars().count() as u32;
            became.push((end > at).then_some(at..end));
            new.push_str(&piece);
            at = end;
        }
        Self { old: old.to_owned(), new, became }
    }

    /// The way back; only where no two characters became one.
    fn back(&self) -> Self {
        let mut became: Vec<Option<Range<u32>>> = vec![None; self.new.chars().count()];
        for (from, to) in self.became.iter().enumerate() {
            for at in to.iter().cloned().flatten() {
                became[at as usize] = Some(from as u32..from as u32 + 1);
            }
        }
        Self { old: self.new.clone(), new: self.old.clone(), became }
    }

    /// Writes what stood at `old`, or something new.
    fn put(&mut self, text: &str, old: Option<usize>) {
        let start = self.new.chars().count() as u32;
        self.new.push_str(text);
        for (i, at) in (start..start + text.chars().count() as u32).enumerate() {
            if let Some(old) = old {
                self.became[old + i] = Some(at..at + 1);
            }
        }
    }

    /// What lies between the characters that stood around a span and survived.
    fn room(&self, span: &Range<u32>) -> Range<u32> {
        let before = self.became[..span.start as usize].iter().rev().flatten().next().map_or(0, |at| at.end);
        let after = self.became[span.end as usize..].iter().flatten().next().map_or(u32::MAX, |at| at.start);
        before..after
    }

    /// The surviving characters of a span.
    fn left(&self, span: &Range<u32>) -> impl Iterator<Item = &Range<u32>> {
        self.became[span.start as usize..span.end as usize].iter().flatten()
    }

    /// Whether at least half of them stand at a place.
    fn holds_most(&self, span: &Range<u32>, place: &Range<u32>) -> bool {
        self.left(span).filter(|at| place.start <= at.start && at.end <= place.end).count() * 2 >= self.left(span).count()
    }

    /// Where a span is now, from its first to its last surviving character, and whether all of it survived in one piece.
    fn now(&self, span: &Range<u32>) -> Option<(Range<u32>, bool)> {
        let parts: Vec<&Range<u32>> = self.became[span.start as usize..span.end as usize].iter().flatten().collect();
        let (first, last) = (parts.first()?, parts.last()?);
        let whole = parts.len() == span.len() && parts.windows(2).all(|pair| pair[0].end == pair[1].start);
        Some((first.start..last.end, whole))
    }
}

/// All sentences, all paragraphs, and windows of words over the whole text.
fn spans(text: &str, step: usize) -> Vec<Range<u32>> {
    let chars: Vec<char> = text.chars().collect();
    let mut spans: Vec<Range<u32>> = Vec::new();
    let mut words: Vec<Range<u32>> = Vec::new();
    let (mut word, mut sentence, mut paragraph) = (None, None, None);
    for (at, c) in chars.iter().chain(&['\n', '\n']).enumerate() {
        let at32 = at as u32;
        if c.is_whitespace() {
            let ends = word.is_some() && matches!(chars[at - 1], '.' | '…' | '”');
            words.extend(word.take().map(|start| start..at32));
            if ends {
                spans.extend(sentence.take().map(|start| start..at32));
            }
            if *c == '\n' && chars.get(at + 1).is_none_or(|next| *next == '\n') {
                let end = words.last().map_or(0, |last| last.end);
                spans.extend([sentence.take(), paragraph.take()].into_iter().flatten().map(|start| start..end));
            }
        } else {
            [&mut word, &mut sentence, &mut paragraph].into_iter().for_each(|start| *start = start.or(Some(at32)));
        }
    }
    for (i, first) in words.iter().enumerate().step_by(step) {
        spans.extend([1, 2, 4, 8, 16, 32].iter().filter_map(|count| words.get(i + count - 1)).map(|last| first.start..last.end));
    }
    spans.sort_by_key(|span| (span.start, span.end));
    spans.dedup();
    spans
}

fn quotes(text: &str, spans: &[Range<u32>]) -> Vec<Quote> {
    let index = TextIndex::new(text);
    spans.iter().map(|span| index.quote(text, span.clone()).unwrap()).collect()
}

/// What is tried of a text, with its quotes.
fn anchored(text: &str) -> (Vec<Range<u32>>, Vec<Quote>) {
    let spans = spans(text, STEP);
    let quotes = quotes(text, &spans);
    (spans, quotes)
}

fn slice(text: &str, span: &Range<u32>) -> String {
    text.chars().skip(span.start as usize).take(span.len()).collect()
}

/// Of `all` spans, how many are right, wrong (led elsewhere) and refused although they are there.
///
/// A span whose characters all survived in one piece is right only exactly there, and refused where nothing is found. One that was
/// edited is right at a place that holds at least half of its surviving characters and none of its neighbours'; not to be found is right
/// where less than half of its own characters survived, for then it was edited away. Any other place is wrong.
#[derive(Debug, Default, PartialEq)]
struct Score {
    all: usize,
    right: usize,
    wrong: usize,
    refused: usize,
}

fn score(changed: &Changed, spans: &[Range<u32>], quotes: &[Quote], tell: bool) -> Score {
    let index = TextIndex::new(&changed.new);
    let mut score = Score { all: spans.len(), ..Score::default() };
    for (span, quote) in spans.iter().zip(quotes) {
        let found = index.resolve(quote);
        let room = changed.room(span);
        let before = (score.wrong, score.refused);
        let verdict = match (changed.now(span), found.place()) {
            (None, None) => &mut score.right,
            (Some((now, _)), Some(place)) if now == place => &mut score.right,
            // Edited: most of what is left of it, and no letter of its neighbours.
            (Some((_, false)), Some(place)) if changed.holds_most(span, &place) && room.start <= place.start && place.end <= room.end => {
                &mut score.right
            }
            (_, Some(_)) => &mut score.wrong,
            // Less than half is left: to say that it is gone is no mistake.
            (Some((_, false)), None) if changed.left(span).count() * 2 < span.len() => &mut score.right,
            (Some(_), None) => &mut score.refused,
        };
        *verdict += 1;
        if tell && before != (score.wrong, score.refused) {
            let kind = if before.0 == score.wrong { "refused" } else { "WRONG" };
            println!(
                "{kind} {quote:?}\n  {found:?} {:?}\n  expected {:?}",
                found.place().map(|p| slice(&changed.new, &p)),
                changed.now(span)
            );
            println!("  now {:?}", changed.now(span).map(|(now, _)| slice(&changed.new, &(now.start.saturating_sub(50)..now.end + 50))));
        }
    }
    score
}

fn transformations(text: &str) -> Vec<(&'static str, Changed)> {
    let spaces = Changed::each(text, |i, c| if c == ' ' && i % 3 == 0 { "\u{A0}".into() } else { c.into() });
    let line_ends = Changed::each(text, |_, c| if c == '\n' { "\r\n".into() } else { c.into() });
    let mut column = 0;
    let wrapped = Changed::each(text, |_, c| {
        column = if c == '\n' { 0 } else { column + 1 };
        if column > 60 && c == ' ' {
            column = 4;
            "\n    ".into()
        } else {
            c.into()
        }
    });
    let mut column = 0;
    let narrow = Changed::each(text, |_, c| {
        column = if c == '\n' { 0 } else { column + 1 };
        match c {
            ' ' if column > 30 => {
                column = 0;
                "\n".into()
            }
            '-' | '—' if column > 30 => {
                column = 0;
                format!("{c}\n")
            }
            c => c.into(),
        }
    });
    let straight = Changed::each(text, |_, c| match c {
        '“' | '”' => "\"".into(),
        '‘' | '’' => "'".into(),
        c => c.into(),
    });
    let dashes = Changed::each(text, |_, c| match c {
        '–' | '—' => "--".into(),
        '…' => "...".into(),
        c => c.into(),
    });
    let decomposed = Changed::each(text, |_, c| c.nfd().collect());
    let all = vec![
        ("no-break spaces", spaces),
        ("line ends", line_ends),
        ("wrapped at 60, indented", wrapped),
        ("wrapped at 30, after dashes too", narrow),
        ("straight marks", straight),
        ("dashes and ellipses typed", dashes),
        ("decomposed (NFD)", decomposed),
    ];
    let back: Vec<(&'static str, Changed)> = all.iter().map(|(name, changed)| (*name, changed.back())).collect();
    all.into_iter().chain(back).collect()
}

fn article() -> Option<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/article/anti-trump-coalition.txt");
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        println!("skipped: there is no {path}");
    }
    text
}

fn generated() -> String {
    prose::paragraphs(7, 30_000).join("\n\n")
}

/// How many words lie between the windows that are tried: more in optimised builds.
const STEP: usize = if cfg!(debug_assertions) { 41 } else { 5 };

/// Of how many paragraphs one is left out: all of them in optimised builds.
const EVERY: usize = if cfg!(debug_assertions) { 9 } else { 1 };

fn assert_survives(text: &str) {
    let text: String = text.nfc().collect();
    // Half of the changes begin with the same text.
    let (ours, of_ours) = anchored(&text);
    for (name, changed) in transformations(&text) {
        let other = (changed.old != text).then(|| anchored(&changed.old));
        let (spans, quotes) = other.as_ref().map_or((&ours, &of_ours), |(spans, quotes)| (spans, quotes));
        let found = score(&changed, spans, quotes, true);
        println!("{name}: {found:?}");
        assert_eq!(found, Score { all: spans.len(), right: spans.len(), wrong: 0, refused: 0 }, "{name}");
    }
}

#[test]
fn all_spans_survive_typesetting() {
    assert_survives(&generated());
}

#[test]
fn all_spans_of_the_real_article_survive_typesetting() {
    if let Some(text) = article() {
        assert_survives(&text);
    }
}

/// A word of a paragraph: where it began in the old text, and what was put before it by a slip of the pen.
#[derive(Clone)]
struct Word {
    text: String,
    old: Option<usize>,
    slip: bool,
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), old: None, slip: false }
    }
}

/// One edit somewhere in a paragraph: words or sentences replaced, added or left out, or a slip of the pen.
fn edit(words: &mut Vec<Word>, rng: &mut Rng) {
    let at = rng.below(words.len());
    let sentence_end = |words: &[Word], from: usize| {
        words[from..].iter().position(|word| word.text.ends_with('.')).map_or(words.len(), |end| from + end + 1)
    };
    match rng.below(7) {
        0 => words[at] = Word::new("otherwise"),
        1 => words.insert(at, Word::new("rather")),
        2 => drop(words.remove(at)),
        3 => {
            let start = sentence_end(words, at);
            let new: Vec<Word> = prose::sentence(rng).split(' ').map(Word::new).collect();
            words.splice(start..start, new);
        }
        4 => {
            let start = sentence_end(words, at).min(words.len() - 1);
            let end = sentence_end(words, start);
            drop(words.drain(start..end));
        }
        5 => {
            let end = (at + 3).min(words.len());
            words.splice(at..end, [Word::new("something"), Word::new("else")]);
        }
        _ => words[at].slip = true,
    }
    if words.is_empty() {
        words.push(Word::new("Nothing."));
    }
}

/// Edits 5 % of the paragraphs, each with one to three edits.
fn edited(text: &str, seed: u64) -> Changed {
    let mut rng = Rng::new(seed);
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let count = (paragraphs.len() as f64 * 0.05).ceil() as usize;
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < count {
        let at = rng.below(paragraphs.len());
        if !chosen.contains(&at) && paragraphs[at].split(' ').count() > 8 {
            chosen.push(at);
        }
    }
    let mut changed = Changed { old: text.to_owned(), new: String::new(), became: vec![None; text.chars().count()] };
    let mut old_at = 0;
    for (i, paragraph) in paragraphs.iter().enumerate() {
        if i > 0 {
            changed.put("\n\n", Some(old_at));
            old_at += 2;
        }
        let mut words: Vec<Word> = Vec::new();
        for word in paragraph.split(' ') {
            words.push(Word { text: word.to_owned(), old: Some(old_at), slip: false });
            old_at += word.chars().count() + 1;
        }
        old_at -= 1;
        if chosen.contains(&i) {
            (0..1 + rng.below(3)).for_each(|_| edit(&mut words, &mut rng));
        }
        let mut end = None;
        for (k, word) in words.iter().enumerate() {
            if k > 0 {
                // The space survives between words that were neighbours.
                changed.put(" ", end.filter(|end: &usize| word.old == Some(end + 1)));
            }
            if word.slip {
                changed.put("x", None);
            }
            changed.put(&word.text, word.old);
            end = word.old.map(|old| old + word.text.chars().count());
        }
    }
    changed
}

fn assert_truth_after_edits(text: &str, right: usize) {
    let (spans, quotes) = anchored(text);
    let mut total = Score::default();
    for seed in 0..20 {
        let found = score(&edited(text, seed), &spans, &quotes, std::env::var("TELL").is_ok());
        println!("seed {seed}: {found:?}");
        total = Score {
            all: total.all + found.all,
            right: total.right + found.right,
            wrong: total.wrong + found.wrong,
            refused: total.refused + found.refused,
        };
    }
    println!("{total:?}");
    assert_eq!(total.wrong, 0, "{total:?}");
    assert!(total.right * 1000 >= total.all * right, "{total:?}");
}

#[test]
fn edits_lead_no_span_astray() {
    assert_truth_after_edits(&generated(), 990);
}

#[test]
fn edits_lead_no_span_of_the_real_article_astray() {
    if let Some(text) = article() {
        let paragraphs: Vec<String> =
            text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_truth_after_edits(&paragraphs.join("\n\n"), 990);
    }
}

fn assert_deletion_orphans(text: &str, every: usize) {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let (spans, quotes) = anchored(text);
    for gone in (0..paragraphs.len()).step_by(every) {
        let start = paragraphs[..gone].iter().map(|p| p.chars().count() as u32 + 2).sum::<u32>();
        let end = start + paragraphs[gone].chars().count() as u32;
        let rest: Vec<&str> = paragraphs.iter().enumerate().filter(|(i, _)| *i != gone).map(|(_, p)| *p).collect();
        let index = TextIndex::new(&rest.join("\n\n"));
        for (_, quote) in spans.iter().zip(&quotes).filter(|(span, _)| span.start >= start && span.end <= end) {
            let found = index.resolve(quote);
            assert_eq!(found, Anchor::Orphaned, "paragraph {gone}: {quote:?}");
        }
    }
}

#[test]
fn a_deleted_paragraph_orphans_its_spans() {
    assert_deletion_orphans(&generated(), EVERY);
}

#[test]
fn a_deleted_paragraph_of_the_real_article_orphans_its_spans() {
    if let Some(text) = article() {
        assert_deletion_orphans(&text, EVERY);
    }
}

#[test]
fn look_alikes_are_refused() {
    let alike = |name: &str| format!("The {name} committee rejected the proposal on Tuesday because the costs had not been counted.");
    let (alpha, beta) = (alike("Alpha"), alike("Beta"));
    for text in [
        format!("It was a long week.\n\n{alpha}\n\nNobody was surprised.\n\n{beta}\n\nThe end."),
        format!("It was a long week. {alpha} {beta} The end."),
        format!("{beta} {alpha}"),
        format!("{alpha}\n\nSo it was.\n\n{beta}\n\nSo it was.\n\n{}\n\nSo it was.", alike("Gamma")),
    ] {
        let gone = text.replace(&alpha, "");
        let at = text[..text.find(&alpha).unwrap()].chars().count() as u32;
        let index = TextIndex::new(&gone);
        let inside: Vec<Range<u32>> =
            spans(&text, 1).into_iter().filter(|span| span.start >= at && span.end <= at + alpha.chars().count() as u32).collect();
        for quote in quotes(&text, &inside) {
            let found = index.resolve(&quote);
            assert_eq!(found.place(), None, "{text}\n{quote:?}");
        }
    }
}

#[test]
fn repetitions_without_surroundings_are_ambiguous() {
    let index = TextIndex::new("So it was. And again: so it was, so it was.");
    let quote = |exact: &str, range| Quote { exact: exact.into(), range, ..Quote::default() };
    assert_eq!(index.resolve(&quote("so it was", None)), Anchor::Ambiguous(vec![22..31, 33..42]));
    assert_eq!(index.resolve(&quote("so it was", Some((33, 42)))), Anchor::Anchored(33..42));
    assert_eq!(index.resolve(&quote("And again", None)), Anchor::Moved(11..20));
    assert_eq!(index.resolve(&quote("", None)), Anchor::Orphaned);
    assert_eq!(index.resolve(&quote("gain", None)), Anchor::Orphaned, "half a word");
    assert_eq!(TextIndex::new("").resolve(&quote("so", None)), Anchor::Orphaned);
}

proptest! {
    /// Whatever is selected is found again in the same text.
    #[test]
    fn spans_come_back(text in "[a-cé“’ \n.…\u{A0}]{0,80}", from in 0_u32..80, count in 1_u32..40) {
        let index = TextIndex::new(&text);
        let length = text.chars().count() as u32;
        let (start, end) = (from.min(length), (from + count).min(length));
        if let Some(quote) = index.quote(&text, start..end) {
            prop_assert_eq!(index.resolve(&quote), Anchor::Anchored(start..end));
        }
    }
}
