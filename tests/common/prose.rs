//! Prose of our own to quote from: news about a town, with the repetitions, names and typesetting that real texts have.

use elenchus::base::Rng;

const NAMES: &[&str] = &[
    "Amélie Roux",
    "Jonas Þórsson",
    "Nguyễn Thị Hà",
    "O’Brien",
    "Mrs. Adeyemi",
    "Alpha",
    "Beta",
    "the mayor",
    "Councillor Mbeki",
    "Dr. Vogel",
];
const BODIES: &[&str] =
    &["the river board", "the harbour union", "the Daily Ledger", "the town council", "a group of residents", "the anti-flood league"];
const VERBS: &[&str] = &["rejected", "approved", "criticised", "delayed", "defended", "ignored"];
const THINGS: &[&str] = &[
    "the plan for the new bridge",
    "the budget of 2014",
    "the report on the mill",
    "the closing of the old school",
    "a tax on moorings",
    "the sale of the meadow",
    "the petition with 1,200 names",
    "the well-known survey of the dykes",
];
const REASONS: &[&str] = &[
    "because the costs had not been counted",
    "although nobody had asked for it",
    "after a long night of talks",
    "before the vote in March",
    "for the second time in a year",
    "without giving any reason",
    "as the water kept rising",
    "in spite of the warnings",
];
const ASIDES: &[&str] = &["as everybody knew", "so the story goes", "it must be said", "not for the first time", "or so it seemed"];

/// Paragraphs of at least `length` code points in all.
pub fn paragraphs(seed: u64, length: usize) -> Vec<String> {
    let mut rng = Rng::new(seed);
    let (mut all, mut count) = (Vec::new(), 0);
    while count < length {
        let sentences: Vec<String> = (0..2 + rng.below(6)).map(|_| sentence(&mut rng)).collect();
        let paragraph = sentences.join(" ");
        count += paragraph.chars().count() + 2;
        all.push(paragraph);
    }
    all
}

/// A sentence.
pub fn sentence(rng: &mut Rng) -> String {
    let mut one = |of: &[&'static str]| of[rng.below(of.len())];
    let (name, other, body, verb, thing, reason, aside) =
        (one(NAMES), one(NAMES), one(BODIES), one(VERBS), one(THINGS), one(REASONS), one(ASIDES));
    let kind = rng.below(12);
    let number = rng.below(90) + 10;
    let said = match kind {
        0 => format!("{name} {verb} {thing} {reason}."),
        1 => format!("“We {verb} {thing} {reason},” said {name}, who speaks for {body}."),
        2 => format!("According to {body}, {thing} would cost {number}\u{A0}million – {aside} – and {other} would have to pay."),
        3 => format!("{body} {verb} {thing}; {other} did not."),
        4 => format!("{name} told {body} that {other} had ‘{verb}’ {thing} {reason}…"),
        5 => format!("Nobody, {aside}, {verb} {thing}."),
        6 => format!("By {number} votes to {}, {body} {verb} {thing} {reason}.", number / 2),
        7 => format!("“It’s not true,” {name} said."),
        8 => format!("{name} agreed, and so did {other}."),
        9 => format!("What {other} did {reason} was to ask whether {body} had ever {verb} {thing}—and nobody answered."),
        10 => format!("{thing}, {aside}, is what {name} blames {other} for."),
        _ => format!("Then {body} said the same about {thing}, {reason}."),
    };
    let mut letters = said.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
