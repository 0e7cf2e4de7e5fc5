//! Paragraphs, sentences and quotations of a text, as ranges of tokens.

use std::ops::Range;

use super::token::{Kind, Token};
use super::words::can;

/// Most tokens of a sentence; what goes on without a stop is cut, so that no text takes forever.
const LONGEST: usize = 300;

/// How a text is divided.
#[derive(Debug, Default)]
pub(super) struct Division {
    pub(super) sentences: Vec<Range<usize>>,
    pub(super) quotes: Vec<Quoted>,
    /// For each token, the number of the quotation that it stands in, its marks included.
    pub(super) quote_at: Vec<Option<u32>>,
}

/// Words between quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Quoted {
    /// Its tokens with the marks.
    pub(super) range: Range<usize>,
    /// Its paragraph ended before its closing mark: the next one goes on.
    pub(super) open_end: bool,
}

/// Divides the tokens of a text.
pub(super) fn divide(tokens: &[Token]) -> Division {
    let mut division = Division { quote_at: vec![None; tokens.len()], ..Division::default() };
    let mut start = 0;
    while start < tokens.len() {
        let end = (start + 1..tokens.len()).find(|i| tokens[*i].paragraph).unwrap_or(tokens.len());
        division.find_quotes(tokens, start..end);
        division.find_sentences(tokens, start..end);
        start = end;
    }
    division
}

/// Which side of a quotation a mark is, by its shape and else by the space around it.
fn opens(tokens: &[Token], at: usize, inside: bool, range: &Range<usize>) -> Option<bool> {
    let token = &tokens[at];
    if token.kind != Kind::Quote {
        return None;
    }
    match token.text {
        "“" | "``" | "„" | "«" | "‘" => Some(true),
        "”" | "»" | "’" => Some(false),
        _ => {
            let space_after = at + 1 >= range.end || tokens[at + 1].spaced;
            match (
                at == range.start
                    || token.spaced
                    || tokens[at - 1].kind == Kind::Mark && matches!(tokens[at - 1].text, "(" | "[" | "—" | "–" | "--"),
                space_after,
            ) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ => Some(!inside),
            }
        }
    }
}

fn is_single(token: &Token) -> bool {
    matches!(token.text, "‘" | "’" | "'")
}

impl Division {
    fn find_quotes(&mut self, tokens: &[Token], range: Range<usize>) {
        let mut open: Option<usize> = None;
        for at in range.clone() {
            let Some(opening) = opens(tokens, at, open.is_some(), &range) else { continue };
            match open {
                // Single marks inside double ones are part of what is said.
                Some(from) if is_single(&tokens[at]) != is_single(&tokens[from]) => {}
                Some(from) if !opening => {
                    self.add_quote(from..at + 1, false);
                    open = None;
                }
                None if opening => open = Some(at),
                _ => {}
            }
        }
        if let Some(from) = open.filter(|from| !is_single(&tokens[*from])) {
            self.add_quote(from..range.end, true);
        }
    }

    fn add_quote(&mut self, range: Range<usize>, open_end: bool) {
        let number = self.quotes.len() as u32;
        for at in range.clone() {
            if let Some(slot) = self.quote_at.get_mut(at) {
                *slot = Some(number);
            }
        }
        self.quotes.push(Quoted { range, open_end });
    }

    /// The quotation that a token stands in.
    pub(super) fn quote(&self, at: usize) -> Option<&Quoted> {
        self.quotes.get(self.quote_at.get(at).copied().flatten()? as usize)
    }

    /// The quotation whose opening mark is this token.
    pub(super) fn quote_from(&self, at: usize) -> Option<&Quoted> {
        self.quote(at).filter(|quoted| quoted.range.start == at)
    }

    fn find_sentences(&mut self, tokens: &[Token], range: Range<usize>) {
        let mut start = range.start;
        let mut at = range.start;
        while at < range.end {
            let mut end = at + 1;
            if at - start >= LONGEST {
                self.sentences.push(start..end);
                start = end;
            } else if ends_sentence(tokens, at, range.end) {
                while end < range.end && (is_closing(&tokens[end]) && !tokens[end].spaced || matches!(tokens[end].text, "." | "!" | "?")) {
                    end += 1;
                }
                let goes_on = end < range.end && !starts_sentence(tokens, end, range.end);
                if !goes_on {
                    self.sentences.push(start..end);
                    start = end;
                }
            }
            at = end;
        }
        if start < range.end {
            self.sentences.push(start..range.end);
        }
    }
}

fn is_closing(token: &Token) -> bool {
    token.kind == Kind::Quote && !matches!(token.text, "“" | "``" | "‘") || matches!(token.text, ")" | "]")
}

fn ends_sentence(tokens: &[Token], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    match token.text {
        "." | "!" | "?" => true,
        text if text.starts_with("..") || text == "…" => tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Quote),
        // "in the U.S. The": an abbreviation at a sentence's end, if a word follows that starts sentences.
        text if text.ends_with('.') && at + 1 < end && !token.can(can::ABBREVIATION | can::TITLE) && token.text.len() > 2 => {
            let next = &tokens[at + 1];
            next.capital && next.can(can::DETERMINER | can::PRONOUN | can::POSSESSIVE | can::SUBORDINATOR | can::CONJUNCTION)
        }
        _ => false,
    }
}

/// Whether a sentence can start here: what follows "!” " may be "she said".
fn starts_sentence(tokens: &[Token], at: usize, end: usize) -> bool {
    let next = &tokens[at];
    if !next.spaced && next.kind != Kind::Quote {
        return next.text == "[";
    }
    if next.kind == Kind::Quote || next.kind == Kind::Number || matches!(next.text, "(" | "[" | "•" | "-" | "—" | "–" | "*") {
        return true;
    }
    let after_quote = at > 0 && tokens[at - 1].kind == Kind::Quote;
    if after_quote && next.capital && tokens.get(at.saturating_sub(2)).is_some_and(|mark| matches!(mark.text, "!" | "?")) {
        // “Why?” Drum asked.
        let near = (at + 1..end.min(at + 4)).take_while(|i| tokens[*i].kind == Kind::Word).any(|i| {
            tokens[i].can(can::THIRD | can::PAST)
                && tokens[i].word.verb.is_some()
                && tokens.get(i + 1).is_none_or(|mark| matches!(mark.text, "." | ","))
        });
        return !near;
    }
    next.capital
        || next.text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        || next.text.starts_with(['@', '#', '$'])
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let tokens = token::tokens(text);
        let words = |range: &Range<usize>| tokens[range.clone()].iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        divide(&tokens).sentences.iter().map(words).collect()
    }

    #[test]
    fn sentences_end_where_they_should() {
        assert_eq!(
            sentences("Mr. Hale left the U.S. in May. He said: “No. Never.” Nobody asked."),
            ["Mr. Hale left the U.S. in May .", "He said : “ No .", "Never . ”", "Nobody asked ."]
        );
        assert_eq!(sentences("“Why?” she asked. “Why now?”"), ["“ Why ? ” she asked .", "“ Why now ? ”"]);
        assert_eq!(sentences("Headline\n\nText"), ["Headline", "Text"]);
    }

    #[test]
    fn quotations_are_paired() {
        let text = "''It is,'' he said, ''the worst 'deal' yet.'' \"So\" 'twas.\n\n“One day\n\n“and two,” she said.";
        let tokens = token::tokens(text);
        let division = divide(&tokens);
        let found: Vec<_> = division.quotes.iter().map(|quoted| (tokens[quoted.range.clone()].len(), quoted.open_end)).collect();
        assert_eq!(found, [(5, false), (9, false), (3, false), (3, true), (5, false)]);
    }
}
