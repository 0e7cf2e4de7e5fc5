//! What was said on the way of a claim, and how it changed.

use similar::{ChangeTag, TextDiff};

use crate::base::NodeId;
use crate::model::{ArgumentMap, Attribution};

/// The least share of words that two wordings have in common for their difference to say anything.
const LIKENESS: f32 = 0.4;
/// Longest text that is compared, in bytes.
const MAX_COMPARED: usize = 4096;

/// What was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words; empty where the map has none.
    pub text: String,
    /// Whether they are quoted from a source; else they are the map's.
    pub quoted: bool,
}

impl Words {
    /// The quoted words of an attribution; without any, those of the claim that it is about.
    pub(super) fn of(map: &ArgumentMap, said: &Attribution, content: NodeId) -> Self {
        let quotes = said.quotes.iter().map(|quote| quote.exact.split_whitespace().collect::<Vec<_>>().join(" "));
        let quotes: Vec<String> = quotes.filter(|quote| !quote.is_empty()).collect();
        if quotes.is_empty() {
            let text = map.claim(content).map(|claim| claim.text.trim().to_owned()).unwrap_or_default();
            return Self { text, quoted: false };
        }
        Self { text: quotes.join(" … "), quoted: true }
    }
}

/// A part of a wording against another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// New.
    Added(String),
    /// In the other alone.
    Gone(String),
}

/// What became of `before` in `after`, word by word. Nothing where they have too little in common.
pub fn compare(before: &str, after: &str) -> Vec<Piece> {
    if before == after {
        return vec![Piece::Same(after.to_owned())];
    }
    if before.len().max(after.len()) > MAX_COMPARED {
        return Vec::new();
    }
    let diff = TextDiff::configure().diff_unicode_words(before, after);
    let (mut common, mut all) = (0.0, 0.0);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        let words = if text.chars().any(char::is_alphanumeric) { 1.0 } else { 0.0 };
        match change.tag() {
            ChangeTag::Equal => {
                common += 2.0 * words;
                all += 2.0 * words;
            }
            ChangeTag::Delete | ChangeTag::Insert => all += words,
        }
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Same(last)))
            | (ChangeTag::Insert, Some(Piece::Added(last)))
            | (ChangeTag::Delete, Some(Piece::Gone(last))) => last.push_str(text),
            (ChangeTag::Equal, _) => pieces.push(Piece::Same(text.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Added(text.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Gone(text.to_owned())),
        }
    }
    if all > 0.0 && common / all >= LIKENESS { in_runs(pieces) } else { Vec::new() }
}

/// A single space between two changes belongs to them: "~~the big~~ a small", not word by word.
fn in_runs(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut runs: Vec<Piece> = Vec::new();
    let (mut gone, mut added) = (String::new(), String::new());
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Gone(text) => gone.push_str(&text),
            Piece::Added(text) => added.push_str(&text),
            Piece::Same(text) => {
                let between = (!gone.is_empty() || !added.is_empty()) && pieces.peek().is_some() && text.trim().is_empty();
                if between {
                    gone.push_str(&text);
                    added.push_str(&text);
                    continue;
                }
                close(&mut runs, &mut gone, &mut added);
                runs.push(Piece::Same(text));
            }
        }
    }
    close(&mut runs, &mut gone, &mut added);
    runs
}

fn close(runs: &mut Vec<Piece>, gone: &mut String, added: &mut String) {
    // A space that both sides end with is no change.
    let both = !gone.is_empty() && !added.is_empty();
    let space = both && gone.ends_with(' ') && added.ends_with(' ');
    if space {
        gone.pop();
        added.pop();
    }
    // Where a sentence begins is no change of words.
    if both && gone.to_lowercase() == added.to_lowercase() {
        gone.clear();
        let same = std::mem::take(added);
        match runs.last_mut() {
            Some(Piece::Same(last)) => last.push_str(&same),
            _ => runs.push(Piece::Same(same)),
        }
    }
    if !gone.is_empty() {
        runs.push(Piece::Gone(std::mem::take(gone)));
    }
    if !added.is_empty() {
        runs.push(Piece::Added(std::mem::take(added)));
    }
    if space {
        runs.push(Piece::Same(" ".to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, compare};

    fn marked(before: &str, after: &str) -> String {
        let mark = |piece: Piece| match piece {
            Piece::Same(text) => text,
            Piece::Added(text) => format!("+{text}+"),
            Piece::Gone(text) => format!("-{text}-"),
        };
        compare(before, after).into_iter().map(mark).collect()
    }

    #[test]
    fn changes_are_marked_word_by_word() {
        for (before, after, wanted) in [
            ("Nader cost Gore the election", "Nader cost Gore the election", "Nader cost Gore the election"),
            ("Nader may have cost Gore the election", "Nader cost Gore the election", "Nader -may have -cost Gore the election"),
            ("Nader cost Gore the election", "Nader and Stein cost Gore the election", "Nader +and Stein +cost Gore the election"),
            ("Nader cost Gore the race", "Nader cost Gore the 2000 election", "Nader cost Gore the -race-+2000 election+"),
            ("Nader cost Gore the election", "nader cost the election", "nader cost- Gore- the election"),
            ("one two three", "quite other words", ""),
            ("", "words", ""),
        ] {
            assert_eq!(marked(before, after), wanted);
        }
        assert!(compare(&"word ".repeat(2000), "word").is_empty());
    }
}
