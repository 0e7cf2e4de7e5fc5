//! Plain text, one claim a line: what people have in notes and mails. Indentation says what bears on what.

use std::collections::BTreeSet;

use super::argdown::Argdown;
use super::{ImportError, Imported, Importer, text_of};
use crate::base::{NodeId, TaskCtx};
use crate::model::{ArgumentMap, Claim, MapBuilder, Relation, RelationKind};
use crate::tr;

/// Text files.
#[derive(Clone, Copy, Debug)]
pub struct Outline;

const NAME: &str = "text";
const EXTENSIONS: &[&str] = &["txt", "md"];

/// So many columns a tab is wide.
const TAB: usize = 4;
/// Marks of a list that say nothing about the claim.
const BULLETS: [char; 8] = ['*', '•', '◦', '‣', '▪', '·', '–', '—'];

impl Importer for Outline {
    fn name(&self) -> &'static str {
        NAME
    }

    fn title(&self) -> &'static str {
        tr!("format-outline")
    }

    fn extensions(&self) -> &'static [&'static str] {
        EXTENSIONS
    }

    /// Everything is text: only the name of the file decides.
    fn sniff(&self, _bytes: &[u8]) -> bool {
        false
    }

    fn import(&self, bytes: &[u8], ctx: &TaskCtx) -> Result<Imported, ImportError> {
        let text = text_of(bytes)?;
        ctx.checkpoint(0, 1)?;
        if is_argdown(text) {
            return Argdown.import(bytes, ctx);
        }
        let map = read_lines(text).map(|read| read.map).unwrap_or_default();
        Ok(Imported { map, report: Vec::new() })
    }
}

/// What was read from a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The claims, with the relations among them.
    pub map: ArgumentMap,
    /// The claims of the outermost level that the text marks as rebuttals of what stands above it.
    pub rebuttals: BTreeSet<NodeId>,
}

/// Reads claims from a text: Argdown where it is that, else one claim a line. A line that is indented further than the one above, or
/// has a bullet where that has none, bears on it: with `-` as a rebuttal, otherwise as a support. Where the outermost lines have a `-`
/// and no line a `+`, the hyphens are the marks of a list and mean nothing. `None` where there are no words in it.
pub fn read(text: &str) -> Option<Read> {
    let argdown = || Argdown.import(text.as_bytes(), &TaskCtx::new()).ok().map(|read| read.map);
    match is_argdown(text).then(argdown).flatten().filter(|map| map.claims().next().is_some()) {
        Some(map) => Some(Read { map, rebuttals: BTreeSet::new() }),
        None => read_lines(text),
    }
}

/// Whether a text has signs that only Argdown has.
fn is_argdown(text: &str) -> bool {
    let arrow =
        |line: &str| ["+>", "->", "_>", "<+", "<-", "<_", "><"].iter().any(|sign| line.strip_prefix(sign).is_some_and(starts_blank));
    let titled = |line: &str, open: char, close: &str| line.strip_prefix(open).is_some_and(|rest| rest.contains(close));
    let lines = || text.lines().map(str::trim);
    let rule = || lines().any(|l| l.len() >= 4 && l.bytes().all(|b| b == b'-'));
    lines().find(|l| !l.is_empty()).is_some_and(|first| first.starts_with("==="))
        || lines().any(|line| {
            let (_, words) = split_mark(line);
            arrow(line) || titled(words, '[', "]:") || titled(words, '<', ">")
        })
        || (lines().any(|l| l.starts_with("(1)")) && rule())
}

fn starts_blank(text: &str) -> bool {
    text.starts_with(char::is_whitespace)
}

/// What stands before the words of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Plus,
    Minus,
    /// A bullet or number that says nothing about the claim.
    Item,
}

struct Line<'a> {
    /// In half columns: a marked line is deeper than an unmarked one that begins in the same column.
    indent: usize,
    mark: Option<Mark>,
    words: &'a str,
}

fn read_lines(text: &str) -> Option<Read> {
    let lines: Vec<Line<'_>> = text.lines().filter_map(line).collect();
    let outermost = lines.iter().map(|l| l.indent / 2).min()?;
    let hyphens_outside = lines.iter().any(|l| l.indent / 2 == outermost && l.mark == Some(Mark::Minus));
    let is_list = hyphens_outside && !lines.iter().any(|l| l.mark == Some(Mark::Plus));
    let mut builder = MapBuilder::new(seed(text));
    let mut rebuttals = BTreeSet::new();
    let mut above: Vec<(usize, NodeId)> = Vec::new();
    for Line { indent, mark, words } in lines {
        let claim = builder.node(Claim::new(words));
        let rebuts = mark == Some(Mark::Minus) && !is_list;
        while above.last().is_some_and(|(outer, _)| *outer >= indent) {
            above.pop();
        }
        match above.last() {
            Some((_, target)) => {
                let kind = if rebuts { RelationKind::Rebuttal } else { RelationKind::Support };
                builder.relation(Relation::new(kind), &[claim], *target);
            }
            None if rebuts => drop(rebuttals.insert(claim)),
            None => {}
        }
        above.push((indent, claim));
    }
    Some(Read { map: builder.finish(), rebuttals })
}

/// A line with words in it.
fn line(text: &str) -> Option<Line<'_>> {
    let indent = text.chars().take_while(|c| c.is_whitespace()).fold(0, |at, c| if c == '\t' { (at / TAB + 1) * TAB } else { at + 1 });
    let (mark, words) = split_mark(text.trim());
    let words = words.trim_start_matches('#').trim();
    words.chars().any(char::is_alphanumeric).then_some(Line { indent: 2 * indent + usize::from(mark.is_some()), mark, words })
}

/// The bullet or number before the words of a line, and the words.
fn split_mark(line: &str) -> (Option<Mark>, &str) {
    let mut rest = line.chars();
    let mark = match rest.next() {
        Some('+') => Some(Mark::Plus),
        Some('-') => Some(Mark::Minus),
        Some(first) if BULLETS.contains(&first) => Some(Mark::Item),
        Some(_) | None => None,
    };
    if mark.is_some() && starts_blank(rest.as_str()) {
        return (mark, rest.as_str().trim_start());
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')']));
    match behind.filter(|rest| (1..=3).contains(&digits) && starts_blank(rest)) {
        Some(words) => (Some(Mark::Item), words.trim_start()),
        None => (None, line),
    }
}

/// Ids follow from the text (FNV-1a): the same text gives the same map.
fn seed(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::{Read, is_argdown, read};
    use crate::base::NodeId;
    use crate::model::RelationKind;

    /// `claim < support of it`, `claim < -rebuttal of it`; what rebuts something outside is marked with `-`.
    fn show(text: &str) -> Vec<String> {
        let Some(Read { map, rebuttals }) = read(text) else { return Vec::new() };
        let words = |id: NodeId| map.claim(id).map(|c| c.text.clone()).unwrap_or_default();
        let mut shown: Vec<String> = map
            .claims()
            .map(|(id, claim)| {
                let sign = if rebuttals.contains(&id) { "-" } else { "" };
                let mut below: Vec<String> = map
                    .relations_on(id)
                    .into_iter()
                    .flat_map(|r| {
                        let sign = if map.relation(r).is_some_and(|r| r.kind == RelationKind::Rebuttal) { "-" } else { "" };
                        map.premises(r).into_iter().map(move |p| (sign, p)).collect::<Vec<_>>()
                    })
                    .map(|(sign, p)| format!("{sign}{}", words(p)))
                    .collect();
                below.insert(0, format!("{sign}{}", claim.text));
                below.join(" < ")
            })
            .collect();
        shown.sort();
        shown
    }

    #[test]
    fn lines_become_claims() {
        let table: &[(&str, &[&str])] = &[
            ("", &[]),
            (" \n---\n\t\n", &[]),
            ("One claim", &["One claim"]),
            ("A\nB\n\nC", &["A", "B", "C"]),
            ("A\n  B\n    C\n  D", &["A < B < D", "B < C", "C", "D"]),
            ("A\n\tB\n\t\tC\n\tD", &["A < B < D", "B < C", "C", "D"]),
            ("    A\n  B\n      C", &["A", "B < C", "C"]),
            ("A\n  + B\n  - C\n    - D", &["A < B < -C", "B", "C < -D", "D"]),
            ("A:\n- B\n- C\nD\n1. E", &["A: < B < C", "B", "C", "D < E", "E"]),
            ("A\n+ B\n- C", &["A < B < -C", "B", "C"]),
            ("- A\n  - B\n- C", &["A < B", "B", "C"]),
            ("+ A\n- B\n  - C", &["-B < -C", "A", "C"]),
            ("* A\n  * B", &["A < B", "B"]),
            ("1. A\n   2) B\n2024 was hot", &["2024 was hot", "A < B", "B"]),
            ("# Heading\n  – why", &["Heading < why", "why"]),
            ("-5 degrees\r\n  -x", &["-5 degrees < -x", "-x"]),
            ("[A]: One\n  - <B>: Two\n", &["One < -Two", "Two"]),
        ];
        for (text, expected) in table {
            assert_eq!(show(text), *expected, "{text:?}");
        }
    }

    #[test]
    fn argdown_is_told_by_its_signs() {
        for yes in ["===\ntitle: x\n===\nA", "[A]: b", "A\n  + [B]: c", "A\n  <- B", "(1) A\n(2) B\n-----\n(3) C", "A\n - <B>"] {
            assert!(is_argdown(yes), "{yes:?}");
        }
        for no in ["A\n  - B\n  + C", "a -> b", "[1] says so", "(1) A\n(2) B", "x < 3 and > 2"] {
            assert!(!is_argdown(no), "{no:?}");
        }
    }
}
