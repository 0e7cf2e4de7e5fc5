//! Text as words and marks, with the code points where they stand.

use super::words::{LEXICON, Word, can};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, maybe with apostrophes, hyphens and points inside.
    Word,
    /// Digits first.
    Number,
    /// A quotation mark.
    Quote,
    /// Any other mark.
    Mark,
}

/// A word or mark.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    /// In lower case with straight apostrophes.
    pub(super) lower: String,
    /// Code points `start..end`.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
    pub(super) word: Word,
    /// Starts with a capital letter.
    pub(super) capital: bool,
    /// White space stands before it.
    pub(super) spaced: bool,
    /// A paragraph starts here.
    pub(super) paragraph: bool,
}

impl Token<'_> {
    pub(super) fn is(&self, text: &str) -> bool {
        self.lower == text
    }

    pub(super) fn can(&self, bits: u32) -> bool {
        self.word.can & bits != 0
    }
}

struct Scanner<'t> {
    text: &'t str,
    chars: Vec<(usize, char)>,
    tokens: Vec<Token<'t>>,
}

/// All tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut scanner = Scanner { text, chars: text.char_indices().collect(), tokens: Vec::with_capacity(text.len() / 5) };
    let mut at = 0;
    let (mut spaced, mut lines, mut line_start) = (true, 2_u32, 0);
    while let Some(c) = scanner.char(at) {
        if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' {
            spaced = true;
            if c == '\n' {
                // A line that ends early was not wrapped: what follows it starts anew.
                lines += if at - line_start < 45 && !scanner.last_is(",") { 2 } else { 1 };
                line_start = at + 1;
            }
            at += 1;
            continue;
        }
        let end = scanner.end_of(at);
        scanner.push(at, end, spaced, lines > 1);
        (spaced, lines) = (false, 0);
        at = end;
    }
    scanner.tokens
}

fn joins(c: char) -> bool {
    matches!(c, '-' | '\'' | '’' | '&' | '.' | '@' | '_' | '\u{2011}')
}

impl<'t> Scanner<'t> {
    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn last_is(&self, text: &str) -> bool {
        self.tokens.last().is_some_and(|last| last.text == text)
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        let byte = |at: usize| self.chars.get(at).map_or(self.text.len(), |(byte, _)| *byte);
        self.text.get(byte(start)..byte(end)).unwrap_or_default()
    }

    /// Where the token that starts at `at` ends.
    fn end_of(&self, at: usize) -> usize {
        let Some(first) = self.char(at) else { return at + 1 };
        if let (Some(second), '\'' | '`' | '.' | '-') = (self.char(at + 1), first)
            && second == first
        {
            return (at..).find(|i| self.char(*i) != Some(first)).unwrap_or(at + 2).min(at + if first == '.' { 9 } else { 2 });
        }
        if matches!(first, '@' | '#' | '$' | '£' | '€') && self.char(at + 1).is_some_and(char::is_alphanumeric) {
            return self.end_of(at + 1);
        }
        if (first == '\'' || first == '’') && !self.spaced_at(at) {
            // A clitic: 's, 're, 'll.
            let letters = (at + 1..).take_while(|i| self.char(*i).is_some_and(char::is_alphabetic)).count();
            let clitic = self.slice(at + 1, at + 1 + letters).to_lowercase();
            if ["s", "re", "ve", "ll", "d", "m", "t"].contains(&clitic.as_str()) {
                return at + 1 + letters;
            }
        }
        if !first.is_alphanumeric() {
            return at + 1;
        }
        let mut end = at + 1;
        while let Some(c) = self.char(end) {
            let next_joins = self.char(end + 1).is_some_and(char::is_alphanumeric);
            let number =
                first.is_ascii_digit() && matches!(c, ',' | ':' | '.' | '/') && self.char(end + 1).is_some_and(|c| c.is_ascii_digit());
            if !(c.is_alphanumeric() || is_mark(c) || (joins(c) && next_joins) || number) {
                break;
            }
            if (c == '\'' || c == '’') && self.clitic_at(at, end) {
                break;
            }
            end += 1;
        }
        let end = self.negation(at, end);
        end + usize::from(self.char(end) == Some('.') && self.keeps_point(at, end))
    }

    fn spaced_at(&self, at: usize) -> bool {
        at == 0 || self.char(at - 1).is_none_or(char::is_whitespace)
    }

    /// Whether the apostrophe at `at` starts 's, 're and the like, ending the word.
    fn clitic_at(&self, start: usize, at: usize) -> bool {
        let letters = (at + 1..).take_while(|i| self.char(*i).is_some_and(char::is_alphanumeric)).count();
        let rest = self.slice(at + 1, at + 1 + letters).to_lowercase();
        at > start && ["s", "re", "ve", "ll", "d", "m"].contains(&rest.as_str())
    }

    /// "didn't" is "did" and "n't".
    fn negation(&self, start: usize, end: usize) -> usize {
        if end - start < 4 || end - start > 8 {
            return end;
        }
        let tail = self.slice(end - 3, end);
        if matches!(tail, "n't" | "n’t") { end - 3 } else { end }
    }

    /// Whether the point after a word belongs to it: an abbreviation or an initial.
    fn keeps_point(&self, start: usize, end: usize) -> bool {
        let word = self.slice(start, end);
        let more = self.char(end + 1).is_some_and(|c| !matches!(c, '\n'));
        let one_letter = end - start == 1 && word.chars().all(char::is_uppercase) && word != "I";
        let lower = word.to_lowercase();
        // "No." and "Mass." end sentences as words, "No. 5" does not.
        let known = LEXICON.word(&lower).can & can::ABBREVIATION != 0;
        let short = match lower.as_str() {
            "no" | "mass" | "ill" | "miss" | "fig" => self.char(end + 2).is_some_and(|c| c.is_ascii_digit()),
            _ => known,
        };
        more && (one_letter || is_dotted(word) || known && short)
    }

    fn push(&mut self, start: usize, end: usize, spaced: bool, paragraph: bool) {
        let text = self.slice(start, end);
        let lower = text.to_lowercase().replace('’', "'");
        let first = self.char(start).unwrap_or(' ');
        let kind = if is_quote(text) || self.single_quote(start, text) {
            Kind::Quote
        } else if first.is_ascii_digit() || matches!(first, '$' | '£' | '€') && end > start + 1 {
            Kind::Number
        } else if first.is_alphabetic()
            || matches!(first, '@' | '#') && end > start + 1
            || text.len() > 1 && (first == '\'' || first == '’')
        {
            Kind::Word
        } else {
            Kind::Mark
        };
        let known = lower.trim_end_matches('.');
        let word = if kind == Kind::Word { LEXICON.word(known) } else { Word::default() };
        self.tokens.push(Token {
            text,
            lower,
            start: start as u32,
            end: end as u32,
            kind,
            word,
            capital: first.is_uppercase(),
            spaced,
            paragraph,
        });
    }

    /// A single quotation mark that opens after a space or closes before one, never an apostrophe within a word.
    fn single_quote(&self, at: usize, text: &str) -> bool {
        match text {
            "‘" => !self.char(at + 1).is_some_and(|c| c.is_ascii_digit()),
            "’" | "'" => {
                self.spaced_at(at) && text == "'" || self.char(at + 1).is_none_or(|c| !c.is_alphanumeric()) && self.open_single()
            }
            _ => false,
        }
    }

    fn open_single(&self) -> bool {
        let recent = self.tokens.iter().rev().take_while(|token| !token.paragraph).take(120);
        recent.filter(|token| matches!(token.text, "‘" | "'" | "’") && token.kind == Kind::Quote).count() % 2 == 1
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "''" | "``" | "＂")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_are_told_apart() {
        for (text, expected) in [
            ("She didn't say \"no.\"", "She did n't say \" no . \""),
            ("Mr. Drum’s wet rag", "Mr. Drum ’s wet rag"),
            ("the U.S. won 1,200.5 votes.", "the U.S. won 1,200.5 votes ."),
            ("''It's easy,'' J. P. said", "'' It 's easy , '' J. P. said"),
            ("a co-chair… re-wrote", "a co-chair … re-wrote"),
        ] {
            let found: Vec<_> = tokens(text).iter().map(|token| token.text).collect();
            assert_eq!(found.join(" "), expected);
        }
    }

    #[test]
    fn positions_are_code_points() {
        let tokens = tokens("“Été”, dit-il");
        assert_eq!((tokens[1].start, tokens[1].end, tokens[1].text), (1, 4, "Été"));
    }
}
