//! An article followed by its comments, as one plain text: bullets and indentation say who answers whom. A comment begins with a name
//! and a date, on one line or two. What does not look like that stays one text.

use std::collections::HashMap;

use super::{Comment, Document, when};

/// Longest name of somebody who comments, in code points.
const NAME: usize = 60;
/// Most words in it.
const NAME_WORDS: usize = 6;
/// Text behind the last comment that may be left out ("Comments are closed."), in bytes; with more it is no thread.
const FOOTER: usize = 200;
/// Answers are indented by at least so many columns.
const STEP: usize = 2;
const TAB: usize = 4;

/// A comment with the names by which a site knows it and what it answers.
pub(super) struct Reply {
    pub(super) id: String,
    pub(super) parent: String,
    pub(super) comment: Comment,
}

/// The comments in the order of the thread, each behind the one that it answers. Where that is not among them, or where they go round
/// in a circle, they answer the document.
pub(super) fn nested(replies: Vec<Reply>) -> Vec<Comment> {
    let places: HashMap<&str, usize> = replies.iter().enumerate().map(|(at, reply)| (reply.id.as_str(), at)).collect();
    let parents: Vec<Option<usize>> =
        replies.iter().enumerate().map(|(at, reply)| places.get(reply.parent.as_str()).copied().filter(|p| *p != at)).collect();
    let mut answers: Vec<Vec<usize>> = vec![Vec::new(); replies.len()];
    let mut first: Vec<usize> = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        match parent {
            Some(parent) => answers[*parent].push(at),
            None => first.push(at),
        }
    }
    let mut comments: Vec<Option<Comment>> = replies.into_iter().map(|reply| Some(reply.comment)).collect();
    let mut out: Vec<Comment> = Vec::with_capacity(comments.len());
    // What no beginning leads to goes round in a circle.
    let circles = 0..comments.len();
    for start in first.into_iter().chain(circles) {
        let mut open = vec![(start, None, 0)];
        while let Some((at, parent, depth)) = open.pop() {
            let Some(comment) = comments[at].take() else { continue };
            let here = out.len();
            out.push(Comment { parent, depth, ..comment });
            open.extend(answers[at].iter().rev().map(|answer| (*answer, Some(here), depth + 1)));
        }
    }
    out
}

/// A line with what is in front of it.
struct Line<'a> {
    start: usize,
    indent: usize,
    /// Without white space around.
    words: &'a str,
}

/// The beginning of a comment.
struct Head {
    line: usize,
    /// The first line of what it says.
    body: usize,
    indent: usize,
    bullet: bool,
    author: String,
    date: String,
}

/// A line such as “29 comments”, with the number.
type Heading = (usize, Option<usize>);

/// The document with its comments split off, where it has some.
pub(super) fn split(document: Document) -> Document {
    let lines = lines_of(&document.text);
    let Some((heading, heads)) = heads(&lines) else { return document };
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else { return document };
    let end_of = |line: usize| lines.get(line).map_or(document.text.len(), |line| line.start);
    let last_line = end_of_last(&lines, last);
    if document.text[end_of(last_line)..].trim().len() > FOOTER {
        return document;
    }
    let mut comments: Vec<Comment> = Vec::with_capacity(heads.len());
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        while open.pop_if(|(indent, _)| head.indent < *indent + STEP).is_some() {}
        let (depth, parent) = (open.len(), open.last().map(|(_, index)| *index));
        open.push((head.indent, at));
        let until = heads.get(at + 1).map_or(last_line, |next| next.line);
        let text = dedented(&document.text[end_of(head.body)..end_of(until)]);
        comments.push(Comment { author: head.author.clone(), date: head.date.clone(), text, url: String::new(), parent, depth });
    }
    let above = heading.map_or(first.line, |(line, _)| line);
    let text = document.text[..end_of(above)].trim_end().to_owned();
    let announced = heading.and_then(|(_, count)| count);
    Document { text, comments, announced, unsplit: Some(document.text.clone()), ..document }
}

fn lines_of(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let line = |line: &'_ str, start: usize| -> (usize, usize) {
        let mut indent = 0;
        for c in line.chars() {
            match c {
                ' ' => indent += 1,
                '\t' => indent += TAB - indent % TAB,
                _ => break,
            }
        }
        (start, indent)
    };
    text.split_inclusive('\n')
        .map(|whole| {
            let (at, indent) = line(whole, start);
            start += whole.len();
            Line { start: at, indent, words: whole.trim() }
        })
        .collect()
}

/// Where a heading such as “29 comments” stands with its number, and the beginnings of the comments.
fn heads(lines: &[Line<'_>]) -> Option<(Option<Heading>, Vec<Head>)> {
    let mut found: Vec<Head> = Vec::new();
    let mut next = 0;
    while next < lines.len() {
        match head_at(lines, next) {
            Some(head) => {
                next = head.body;
                found.push(head);
            }
            None => next += 1,
        }
    }
    let bullets = found.iter().any(|head| head.bullet);
    // Where comments have bullets, a name over a date without one is something else.
    found.retain(|head| head.bullet == bullets);
    let first = found.first()?.line;
    let heading = |line: usize| Some((line, announced(lines.get(line)?.words)?));
    let before_first = (0..first).rev().filter(|line| !lines[*line].words.is_empty()).take(3).find_map(heading);
    let within = || (first..lines.len()).find_map(|line| heading(line).filter(|_| !bullets));
    let heading = before_first.or_else(within);
    if let Some((line, _)) = heading {
        found.retain(|head| head.line > line);
    } else if !bullets {
        // A title or a name over the article itself.
        let top = lines.iter().position(|line| !line.words.is_empty())?;
        found.retain(|head| head.line > top && head.date.contains('T'));
    }
    let enough = found.len() >= 2 || found.len() == 1 && heading.is_some();
    enough.then_some((heading, found))
}

/// The number in “29 comments for …”, “Comments (29)”; `Some(None)` for “Comments” alone.
fn announced(line: &str) -> Option<Option<usize>> {
    const WORDS: &[&str] = &["comment", "response", "replies", "reply", "thoughts", "kommentar", "antwort"];
    if line.chars().count() > 160 || line.ends_with(['.', ',']) {
        return None;
    }
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let names_them = |word: &&str| WORDS.iter().any(|known| word.starts_with(known));
    match words.as_slice() {
        [number, word, ..] if names_them(word) => number.parse().ok().map(Some),
        [word] if names_them(word) => Some(None),
        [word, number] if names_them(word) => number.parse().ok().map(Some),
        _ => None,
    }
}

fn head_at(lines: &[Line<'_>], at: usize) -> Option<Head> {
    let line = lines.get(at)?;
    if line.words.is_empty() || line.words.chars().count() > 2 * NAME + 40 {
        return None;
    }
    let (bullet, words) = without_bullet(line.words);
    let head =
        |author: &str, date: String, body: usize| Head { line: at, body, indent: line.indent, bullet, author: author.to_owned(), date };
    if let Some((author, date)) = one_line(words) {
        return Some(head(author, date, at + 1));
    }
    let author = name(words)?;
    let below = (at + 1..at + 3).find(|next| lines.get(*next).is_some_and(|line| !line.words.is_empty()))?;
    let date = when::stated(lines.get(below)?.words)?;
    Some(head(author, date, below + 1))
}

/// The words behind a bullet or number.
fn without_bullet(words: &str) -> (bool, &str) {
    const BULLETS: &[char] = &['•', '*', '-', '–', '·', '‣', '◦', '▪', '■', '●', '○', '+', '»', '↳'];
    if let Some(rest) = words.strip_prefix(BULLETS).filter(|rest| rest.starts_with([' ', '\t', '\u{a0}'])) {
        return (true, rest.trim_start());
    }
    let number = words.trim_start_matches('#');
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=5).contains(&digits)
        && let Some(rest) = number[digits..].strip_prefix(['.', ')', ':']).filter(|rest| rest.starts_with([' ', '\t', '\u{a0}']))
    {
        return (true, rest.trim_start());
    }
    (false, words)
}

/// `NAME, January 5, 2017 at 18:33`, `NAME | 2017-01-05`, `NAME says on January 5, 2017:`, `On January 5, 2017, NAME wrote:`.
fn one_line(words: &str) -> Option<(&str, String)> {
    let bare = words.trim_end_matches(':').trim_end();
    if let Some((date, author)) =
        bare.strip_prefix("On ").and_then(|rest| rest.strip_suffix(" wrote")).and_then(|rest| rest.rsplit_once(", "))
    {
        return name(author).zip(when::stated(date));
    }
    const SEPARATORS: &[&str] =
        &[" | ", " · ", " • ", " — ", " – ", " - ", ", ", " on ", " am ", " says ", " said ", " wrote ", " schrieb ", " ("];
    let mut cuts: Vec<(usize, usize)> = SEPARATORS.iter().flat_map(|s| bare.match_indices(s).map(|(at, s)| (at, s.len()))).collect();
    cuts.sort_unstable();
    cuts.into_iter().find_map(|(at, len)| {
        let date = when::stated(bare[at + len..].trim_end_matches(')')).filter(|date| date.len() >= "2017-01-05".len())?;
        Some((name(&bare[..at])?, date))
    })
}

/// A name or pseudonym, without the word that says that he speaks.
fn name(words: &str) -> Option<&str> {
    let words = words.trim_end_matches(':').trim_end();
    let words = [" says", " said", " wrote", " schreibt", " schrieb"].iter().find_map(|verb| words.strip_suffix(verb)).unwrap_or(words);
    let ends_sentence = words.ends_with(['!', '?', ',', ';', '…']) || words.ends_with('.') && words.split_whitespace().count() > 3;
    let is_byline = ["By ", "by ", "BY ", "Von "].iter().any(|word| words.starts_with(word));
    let fits = words.chars().count() <= NAME && words.split_whitespace().count() <= NAME_WORDS;
    let says_who = words.chars().any(char::is_alphanumeric) && !words.contains("://") && when::stated(words).is_none();
    (fits && says_who && !ends_sentence && !is_byline && !words.starts_with(['“', '"', '„', '('])).then_some(words)
}

/// The line behind the last comment: what stands left of it is no part of it.
fn end_of_last(lines: &[Line<'_>], last: &Head) -> usize {
    let body = || (last.body..lines.len()).filter(|line| !lines[*line].words.is_empty());
    let Some(first) = body().next().filter(|line| lines[*line].indent > last.indent) else { return lines.len() };
    body().skip_while(|line| *line <= first).find(|line| lines[*line].indent <= last.indent).unwrap_or(lines.len())
}

/// The text without blank lines around and without the white space that all of its lines begin with.
fn dedented(text: &str) -> String {
    let is_blank = |line: &&str| line.trim().is_empty();
    let lines: Vec<&str> = text.split_inclusive('\n').skip_while(is_blank).collect();
    let space = |line: &str| line.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
    let common = lines.iter().filter(|line| !is_blank(line)).map(|line| space(line)).min().unwrap_or(0);
    let cut = |line: &&str| line.get(common.min(space(line))..).unwrap_or_default().to_owned();
    lines.iter().map(cut).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::split;
    use crate::model::SourceKind;

    /// Author, date, depth, the author answered.
    fn heads_of(text: &str) -> Vec<String> {
        let read = split(Document::new(SourceKind::Document, text.to_owned()));
        let parent = |i: usize| read.comments[i].author.as_str();
        read.comments.iter().map(|c| format!("{} {} {} {}", c.author, c.date, c.depth, c.parent.map_or("-", parent))).collect()
    }

    const LIST: &str = "Why the bridge closed\n\nIt was old.\n\n4 comments for “Why the bridge closed\n\n  9. Ada P.\n    March 3, 2020 at 10:15\n\n    I drove\n    over it.\n\n    • bridgeman\n      March 3, 2020 at 11:00\n\n      So did I.\n\n      • Ada P.\n        March 4, 2020 at 09:30\n\n        1. One\n        2. Two\n\n 10. Cy\n    March 2, 2020 at 08:00\n\n    Shame.\n\nComments are closed.\n";

    #[test]
    fn bullets_and_indentation() {
        assert_eq!(
            heads_of(LIST),
            [
                "Ada P. 2020-03-03T10:15 0 -",
                "bridgeman 2020-03-03T11:00 1 Ada P.",
                "Ada P. 2020-03-04T09:30 2 bridgeman",
                "Cy 2020-03-02T08:00 0 -"
            ]
        );
        let read = split(Document::new(SourceKind::Document, LIST.to_owned()));
        assert_eq!(read.text, "Why the bridge closed\n\nIt was old.");
        assert_eq!(read.announced, Some(4));
        let texts: Vec<&str> = read.comments.iter().map(|c| c.text.as_str()).collect();
        assert_eq!(texts, ["I drove\nover it.", "So did I.", "1. One\n2. Two", "Shame."]);
        assert_eq!(heads_of(&LIST.replace('\n', "\r\n")).len(), 4);
        assert_eq!(heads_of(&LIST.replace("  ", "\t")).len(), 4);
    }

    #[test]
    fn other_ways_to_begin_a_comment() {
        assert_eq!(
            heads_of("The news\n\nComments\n\n* Ada | 2020-03-03 10:15\nYes.\n\n    * Ben | 2020-03-03 10:20\n    No.\n"),
            ["Ada 2020-03-03T10:15 0 -", "Ben 2020-03-03T10:20 1 Ada"]
        );
        assert_eq!(
            heads_of(
                "The news\n5 March 2020\n\nText.\n\nAda says:\nMarch 3, 2020 at 10:15 am\n\nYes.\n\nBen says:\nMarch 3, 2020 at 10:20 am\n\nNo.\n"
            ),
            ["Ada 2020-03-03T10:15 0 -", "Ben 2020-03-03T10:20 0 -"]
        );
    }

    #[test]
    fn what_is_no_thread_stays_one_text() {
        for text in [
            "",
            "A list\n\n1. One\n2. Two\n   3 March 2020\n",
            "Minutes\n\n- Ada Pool\n  agreed on 3 March 2020.\n- Ben\n  did not.\n",
            "The long count\nMarch 3, 2020\n\nText.\n",
            "Ada\n2020-03-03T10:00\n\nHello.\n",
        ] {
            assert_eq!(heads_of(text), [""; 0], "{text}");
        }
    }
}
