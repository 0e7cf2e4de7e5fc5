//! A text as readers see it: without the difference between kinds of spaces, quotation marks and dashes, between composed and
//! decomposed letters, or between line ends. Each of its characters knows where it came from.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};

/// A normalised text with the way back to the code points of the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normal {
    chars: Vec<char>,
    /// Code points `from[i]..to[i]` of the original became character `i`.
    from: Vec<u32>,
    to: Vec<u32>,
}

impl Normal {
    /// Normalises a text.
    pub fn new(text: &str) -> Self {
        let mut normal = Self::default();
        normal.reserve(text.len());
        let mut at = 0;
        let mut rest = text.chars().peekable();
        // Marks that follow a letter, to be put in order with it.
        let mut marked: Vec<char> = Vec::new();
        while let Some(c) = rest.next() {
            let start = at;
            at += 1;
            if c.is_ascii() && rest.peek().is_none_or(char::is_ascii) {
                normal.push_plain(c, start..at);
                continue;
            }
            marked.clear();
            marked.push(c);
            while let Some(mark) = rest.next_if(|next| canonical_combining_class(*next) != 0) {
                marked.push(mark);
                at += 1;
            }
            normal.push_letter(&marked, start..at);
        }
        if normal.chars.last() == Some(&' ') {
            normal.pop();
        }
        normal
    }

    /// The normalised characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many normalised characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether nothing is left of the text.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The code points of the original that normalised characters came from.
    pub fn original(&self, part: Range<usize>) -> Range<u32> {
        let start = self.from.get(part.start).or(self.to.last()).copied().unwrap_or_default();
        let end = part.end.checked_sub(1).and_then(|last| self.to.get(last)).copied().unwrap_or_default();
        start..end.max(start)
    }

    /// The normalised characters that came from code points of the original, without spaces at their ends.
    pub fn part(&self, original: Range<u32>) -> Range<usize> {
        let mut start = self.to.partition_point(|to| *to <= original.start);
        let mut end = self.from.partition_point(|from| *from < original.end).max(start);
        while start < end && self.chars[start] == ' ' {
            start += 1;
        }
        while start < end && self.chars[end - 1] == ' ' {
            end -= 1;
        }
        start..end
    }

    fn reserve(&mut self, count: usize) {
        self.chars.reserve(count);
        self.from.reserve(count);
        self.to.reserve(count);
    }

    fn push(&mut self, c: char, from: Range<u32>) {
        self.chars.push(c);
        self.from.push(from.start);
        self.to.push(from.end);
    }

    fn pop(&mut self) {
        self.chars.pop();
        self.from.pop();
        self.to.pop();
    }

    /// A letter with its marks, decomposed and in order.
    fn push_letter(&mut self, marked: &[char], from: Range<u32>) {
        if let [one] = marked {
            decompose(*one, |part| self.push_plain(part, from.clone()));
            return;
        }
        let mut parts = Vec::with_capacity(marked.len() + 2);
        marked.iter().for_each(|c| decompose(*c, |part| parts.push(part)));
        // Stable: marks of one class keep their order, and the letter has class 0.
        for run in parts.chunk_by_mut(|_, next| canonical_combining_class(*next) != 0) {
            if let [_, marks @ ..] = run {
                marks.sort_by_key(|mark| canonical_combining_class(*mark));
            }
        }
        if parts == marked {
            parts.iter().zip(from).for_each(|(part, at)| self.push_plain(*part, at..at + 1));
        } else {
            parts.iter().for_each(|part| self.push_plain(*part, from.clone()));
        }
    }

    fn push_plain(&mut self, c: char, from: Range<u32>) {
        match c {
            // Nobody sees them.
            '\u{AD}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}' => {}
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {
                // With or without spaces around it, one hyphen or two: a dash.
                while matches!(self.chars.last(), Some(' ')) {
                    self.pop();
                }
                match (self.chars.last(), self.to.last_mut()) {
                    (Some('-'), Some(end)) => *end = from.end,
                    _ => self.push('-', from),
                }
            }
            '\'' | '"' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | 'ʼ' | '′' | '″' =>
            {
                self.push('"', from);
            }
            '…' => (0..3).for_each(|_| self.push('.', from.clone())),
            c if c.is_whitespace() || c.is_control() => match (self.chars.last(), self.to.last_mut()) {
                (None | Some('-'), _) => {}
                (Some(' '), Some(end)) => *end = from.end,
                _ => self.push(' ', from),
            },
            c => self.push(c, from),
        }
    }
}

/// Canonical decomposition; of the compatible ones only that of ligatures, which are a matter of typesetting.
fn decompose(c: char, emit: impl FnMut(char)) {
    match c {
        '\u{FB00}'..='\u{FB06}' => decompose_compatible(c, emit),
        // Their decompositions are marks that mean the same here.
        '´' | '`' => std::iter::once(c).for_each(emit),
        c => decompose_canonical(c, emit),
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::Normal;

    fn plain(text: &str) -> String {
        Normal::new(text).chars().iter().collect()
    }

    #[test]
    fn typesetting_makes_no_difference() {
        for (one, other) in [
            ("a\u{A0}b", "a b"),
            ("one\r\n\ttwo", " one two\n"),
            ("“It’s so,” he said", "\"It's so,\" he said"),
            ("then – perhaps", "then—perhaps"),
            ("then -- perhaps", "then—perhaps"),
            ("anti-\nwar", "anti-war"),
            ("wait…", "wait..."),
            ("co\u{AD}operate", "cooperate"),
            ("ﬁnd", "find"),
            ("Việt", "Vie\u{323}\u{302}t"),
            ("Việt", "Vie\u{302}\u{323}t"),
            ("각", "\u{1100}\u{1161}\u{11A8}"),
        ] {
            assert_eq!(plain(one), plain(other), "{one:?} {other:?}");
        }
        assert_ne!(plain("10²"), plain("102"));
        assert_ne!(plain("cafe"), plain("café"));
        let text = "Ệ ǖ ṩ – “né” 한국";
        assert_eq!(plain(&text.nfc().collect::<String>()), plain(&text.nfd().collect::<String>()));
    }

    #[test]
    fn each_character_knows_where_it_came_from() {
        let normal = Normal::new("é \n ﬁ– x");
        // e, mark, space, f, i, dash, x.
        assert_eq!(normal.len(), 7);
        assert_eq!(normal.original(0..2), 0..1);
        assert_eq!(normal.original(2..3), 1..4);
        assert_eq!(normal.original(3..5), 4..5);
        assert_eq!(normal.original(6..7), 7..8);
        assert_eq!(normal.part(4..6), 3..6);
        assert_eq!(normal.part(1..5), 3..5);
    }
}
