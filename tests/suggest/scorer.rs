//! Scores proposals against annotations. The matching rules:
//!
//! - **Tokens** are runs of letters and digits, with apostrophes and hyphens inside; punctuation and quotation marks do not count. A cue of
//!   marks alone (the colon of a speaker label) is a token at its place.
//! - **Detection**: a proposal matches an annotation where their cues share a token. Pairs are made one to one, those first whose cues and
//!   contents overlap most (Jaccard of both added).
//! - **Right**: matched, the Jaccard overlap of the contents' tokens is at least 0.5, and so is that of the sources, or both have none.
//! - **Content tokens**: all tokens that are content of any attribution, proposed against annotated.
//! - Speaker, stance and type are compared in pairs that match.
//!
//! An annotated text marks spans as `[1s|source]`, `[1c|cue]`, `[1k|content]`; what belongs together has one number. Below a line `----`
//! stands, for each number, `speaker; type; stance`.

use std::collections::{BTreeMap, BTreeSet};

use elenchus::provenance::suggest::{Proposal, Span, Tier};

/// Tokens by the code point where they start.
type Tokens = BTreeSet<u32>;

/// What an annotator found.
#[derive(Clone, Debug, Default)]
pub struct Annotation {
    pub source: Vec<(u32, u32)>,
    pub cue: Vec<(u32, u32)>,
    pub content: Vec<(u32, u32)>,
    pub speaker: String,
    pub quotation: String,
    pub stance: String,
}

/// Takes the marks out of an annotated text.
pub fn read(annotated: &str) -> (String, Vec<Annotation>) {
    let (body, list) = annotated.split_once("\n----\n").expect("a line of dashes before the list");
    let mut found: BTreeMap<usize, Annotation> = BTreeMap::new();
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, marked)) = rest.split_once('[') {
        text.push_str(before);
        let (inside, after) = marked.split_once(']').expect("a closing bracket");
        let (label, words) = inside.split_once('|').expect("a label");
        let (number, role) = label.split_at(label.len() - 1);
        let start = text.chars().count() as u32;
        text.push_str(words);
        let span = (start, text.chars().count() as u32);
        let one = found.entry(number.parse().expect("a number")).or_default();
        match role {
            "s" => one.source.push(span),
            "c" => one.cue.push(span),
            "k" => one.content.push(span),
            other => panic!("no role {other}"),
        }
        rest = after;
    }
    text.push_str(rest);
    for line in list.lines().filter(|line| !line.trim().is_empty()) {
        let (number, fields) = line.split_once(' ').expect("a number first");
        let fields: Vec<&str> = fields.split(';').map(str::trim).collect();
        let one = found.get_mut(&number.parse().expect("a number")).expect("a number that is marked");
        (one.speaker, one.quotation, one.stance) = (fields[0].to_owned(), fields[1].to_owned(), fields[2].to_owned());
    }
    (text, found.into_values().collect())
}

/// Right of so many proposed and so many annotated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    pub right: usize,
    pub proposed: usize,
    pub annotated: usize,
}

impl Measure {
    pub fn precision(self) -> f64 {
        self.right as f64 / self.proposed.max(1) as f64
    }

    pub fn recall(self) -> f64 {
        self.right as f64 / self.annotated.max(1) as f64
    }

    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.proposed + self.annotated).max(1) as f64
    }
}

/// What came of a text.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub detection: Measure,
    pub right: Measure,
    pub content_tokens: Measure,
    pub tier_a: Measure,
    /// Of the pairs that match: how many have the speaker, the stance, the type right.
    pub speakers: usize,
    pub stances: usize,
    pub types: usize,
    /// Words of what was missed and of what was proposed in vain, to read when a threshold fails.
    pub faults: Vec<String>,
}

struct Text {
    chars: Vec<char>,
}

impl Text {
    fn tokens(&self, spans: &[(u32, u32)]) -> Tokens {
        let mut tokens = Tokens::new();
        for (start, end) in spans {
            let mut inside = false;
            for at in *start..*end {
                let c = self.chars.get(at as usize).copied().unwrap_or(' ');
                let joined =
                    inside && matches!(c, '\'' | '’' | '-') && self.chars.get(at as usize + 1).is_some_and(|next| next.is_alphanumeric());
                if c.is_alphanumeric() && !inside {
                    tokens.insert(at);
                }
                inside = c.is_alphanumeric() || joined;
            }
        }
        if tokens.is_empty() { spans.first().map(|(start, _)| *start).into_iter().collect() } else { tokens }
    }

    fn words(&self, spans: &[(u32, u32)]) -> String {
        spans
            .iter()
            .map(|(start, end)| self.chars[*start as usize..*end as usize].iter().collect::<String>())
            .collect::<Vec<_>>()
            .join(" … ")
    }
}

fn jaccard(one: &Tokens, other: &Tokens) -> f64 {
    let union = one.union(other).count();
    if union == 0 { 1.0 } else { one.intersection(other).count() as f64 / union as f64 }
}

fn spans(list: &[Span]) -> Vec<(u32, u32)> {
    list.iter().map(|span| (span.start, span.end)).collect()
}

/// Scores what was proposed for a text.
pub fn score(text: &str, annotations: &[Annotation], proposals: &[Proposal]) -> Score {
    let text = Text { chars: text.chars().collect() };
    let cues: Vec<(Tokens, Tokens)> = annotations.iter().map(|one| (text.tokens(&one.cue), text.tokens(&one.content))).collect();
    let proposed: Vec<(Tokens, Tokens)> =
        proposals.iter().map(|one| (text.tokens(&[(one.cue.start, one.cue.end)]), text.tokens(&spans(&one.content)))).collect();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, (cue, content)) in proposed.iter().enumerate() {
        for (j, (true_cue, true_content)) in cues.iter().enumerate() {
            if !cue.is_disjoint(true_cue) {
                pairs.push((jaccard(cue, true_cue) + jaccard(content, true_content), i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut match_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, i, j) in pairs {
        if !match_of.contains_key(&i) && !match_of.values().any(|taken| *taken == j) {
            match_of.insert(i, j);
        }
    }
    let measure = |right: usize| Measure { right, proposed: proposals.len(), annotated: annotations.len() };
    let mut score = Score { detection: measure(match_of.len()), ..Score::default() };
    let mut right = 0;
    for (i, proposal) in proposals.iter().enumerate() {
        if proposal.tier == Tier::A {
            score.tier_a.proposed += 1;
            score.tier_a.right += usize::from(match_of.contains_key(&i));
        }
        let Some(j) = match_of.get(&i) else {
            score.faults.push(format!(
                "in vain: {} | {} | {}",
                proposal.source.as_ref().map_or("", |s| &s.text),
                proposal.cue.text,
                proposal.content[0].text
            ));
            continue;
        };
        let truth = &annotations[*j];
        let source: Vec<(u32, u32)> = proposal.source.iter().map(|span| (span.start, span.end)).collect();
        let sources = source.is_empty() && truth.source.is_empty()
            || !source.is_empty() && !truth.source.is_empty() && jaccard(&text.tokens(&source), &text.tokens(&truth.source)) >= 0.5;
        let contents = jaccard(&proposed[i].1, &cues[*j].1) >= 0.5;
        if sources && contents {
            right += 1;
        } else {
            score.faults.push(format!(
                "not right: {} | {} | {}",
                text.words(&source),
                proposal.cue.text,
                text.words(&spans(&proposal.content))
            ));
        }
        score.speakers += usize::from(proposal.speaker == truth.speaker);
        score.stances += usize::from(proposal.stance.word() == truth.stance);
        score.types += usize::from(proposal.quotation.word() == truth.quotation);
    }
    score.right = measure(right);
    for (j, truth) in annotations.iter().enumerate() {
        if !match_of.values().any(|taken| *taken == j) {
            score.faults.push(format!(
                "missed: {} | {} | {}",
                text.words(&truth.source),
                text.words(&truth.cue),
                text.words(&truth.content)
            ));
        }
    }
    let all = |list: &[(Tokens, Tokens)]| list.iter().flat_map(|(_, content)| content.iter().copied()).collect::<Tokens>();
    let (ours, theirs) = (all(&proposed), all(&cues));
    score.content_tokens = Measure { right: ours.intersection(&theirs).count(), proposed: ours.len(), annotated: theirs.len() };
    score
}
