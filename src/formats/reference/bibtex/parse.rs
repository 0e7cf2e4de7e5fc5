//! Reads the entries of a BibTeX file. What is faulty is reported and left out; the rest is read.

use std::collections::BTreeMap;

use crate::base::text::position_of;
use crate::base::{Code, Diagnostic};
use crate::tr;

/// An entry with its fields as they are written, without the outer braces.
pub(super) struct Entry {
    pub(super) kind: String,
    pub(super) key: String,
    fields: BTreeMap<String, String>,
}

impl Entry {
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }
}

/// The months as styles define them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

struct Reader<'a> {
    text: &'a str,
    at: usize,
    macros: BTreeMap<String, String>,
}

/// All entries, and what could not be read.
pub(super) fn parse(text: &str) -> (Vec<Entry>, Vec<Diagnostic>) {
    let months = MONTHS.iter().zip(1..).map(|(name, number): (_, u8)| ((*name).to_owned(), number.to_string()));
    let mut reader = Reader { text, at: 0, macros: months.collect() };
    let (mut entries, mut report) = (Vec::new(), Vec::new());
    // Whatever stands between entries is a comment.
    while let Some(found) = reader.rest().find('@') {
        let start = reader.at + found;
        reader.at = start + 1;
        match reader.entry() {
            Some(entry) => entries.extend(entry),
            None => {
                report.push(Diagnostic::at(Code::Syntax, position_of(text, start), tr!("bibtex-entry"), tr!("bibtex-entry-help")));
                // The next entry begins in a line of its own.
                reader.at = text[start + 1..].find("\n@").map_or(text.len(), |next| start + 1 + next);
            }
        }
    }
    (entries, report)
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn take(&mut self, sign: char) -> bool {
        self.skip_spaces();
        let taken = self.rest().starts_with(sign);
        if taken {
            self.at += sign.len_utf8();
        }
        taken
    }

    fn word(&mut self) -> &'a str {
        self.skip_spaces();
        let rest = self.rest();
        let end = rest.find(|c: char| c.is_whitespace() || "{}(),=#\"".contains(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// What stands behind the `@`: an entry, or what is none.
    fn entry(&mut self) -> Option<Option<Entry>> {
        let kind = self.word().to_lowercase();
        let close = match () {
            () if self.take('{') => '}',
            () if self.take('(') => ')',
            () => return if kind == "comment" { Some(None) } else { None },
        };
        match kind.as_str() {
            "" => None,
            "comment" | "preamble" => {
                self.braced(close)?;
                Some(None)
            }
            "string" => {
                let name = self.word().to_lowercase();
                if !self.take('=') {
                    return None;
                }
                let value = self.value()?;
                self.macros.insert(name, value);
                self.take(close).then_some(None)
            }
            _ => {
                let key = self.word().to_owned();
                let mut fields = BTreeMap::new();
                while self.take(',') {
                    let name = self.word().to_lowercase();
                    if name.is_empty() {
                        break;
                    }
                    if !self.take('=') {
                        return None;
                    }
                    let value = self.value()?;
                    fields.entry(name).or_insert(value);
                }
                self.take(close).then_some(Some(Entry { kind, key, fields }))
            }
        }
    }

    /// Parts joined by `#`: texts in braces or quotation marks, numbers, names of texts.
    fn value(&mut self) -> Option<String> {
        let mut value = String::new();
        loop {
            self.skip_spaces();
            if self.take('{') {
                value.push_str(self.braced('}')?);
            } else if self.take('"') {
                value.push_str(self.quoted()?);
            } else {
                let word = self.word();
                if word.is_empty() {
                    return None;
                }
                value.push_str(self.macros.get(&word.to_lowercase()).map_or(word, String::as_str));
            }
            if !self.take('#') {
                return Some(value);
            }
        }
    }

    /// Up to the brace that closes.
    fn braced(&mut self, close: char) -> Option<&'a str> {
        let rest = self.rest();
        let (mut depth, mut escaped) = (0usize, false);
        for (at, c) in rest.char_indices() {
            match c {
                _ if std::mem::take(&mut escaped) => {}
                '\\' => escaped = true,
                c if c == close && depth == 0 => {
                    self.at += at + c.len_utf8();
                    return Some(&rest[..at]);
                }
                '{' => depth += 1,
                '}' => depth = depth.checked_sub(1)?,
                _ => {}
            }
        }
        None
    }

    fn quoted(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let mut depth = 0usize;
        for (at, c) in rest.char_indices() {
            match c {
                '"' if depth == 0 => {
                    self.at += at + 1;
                    return Some(&rest[..at]);
                }
                '{' => depth += 1,
                '}' => depth = depth.checked_sub(1)?,
                _ => {}
            }
        }
        None
    }
}
