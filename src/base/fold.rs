//! Text as a search compares it: without case, accents and the niceties of typesetting, with hits on whole grapheme clusters.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_segmentation::UnicodeSegmentation;

/// A folded text that remembers where each piece of it stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where each grapheme cluster begins, folded and in the original, the end included; empty where both are the same.
    clusters: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { text: text.to_ascii_lowercase(), clusters: Vec::new() };
        }
        let mut folded = Self { text: String::with_capacity(text.len()), clusters: Vec::with_capacity(text.len() + 1) };
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < text.len() {
            folded.clusters.push((folded.text.len() as u32, at as u32));
            // Between two ASCII characters there is always a boundary; only elsewhere it has to be looked for.
            let plain = |i: usize| bytes.get(i).is_none_or(|b| b.is_ascii() && *b != b'\n');
            let cluster = if plain(at) && plain(at + 1) { &text[at..=at] } else { text[at..].graphemes(true).next().unwrap_or_default() };
            cluster.chars().for_each(|c| fold_char(c, &mut folded.text));
            at += cluster.len().max(1);
        }
        folded.clusters.push((folded.text.len() as u32, text.len() as u32));
        folded
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where folded words stand in the original, on whole clusters, from left to right without overlap.
    pub fn find_all<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let places = self.text.match_indices(needle).filter(|_| !needle.is_empty());
        places.filter_map(|(at, found)| self.original(at..at + found.len()))
    }

    /// Whether folded words occur on whole clusters.
    pub fn contains(&self, needle: &str) -> bool {
        self.find_all(needle).next().is_some()
    }

    /// The part of the original that became a part of the folded text; `None` where a cluster would be cut.
    pub fn original(&self, folded: Range<usize>) -> Option<Range<usize>> {
        if self.clusters.is_empty() {
            return Some(folded);
        }
        let (start, end) = (folded.start as u32, folded.end as u32);
        // Clusters of which nothing is left share their place with the one after them: they belong to no hit.
        let first = self.clusters.partition_point(|(at, _)| *at <= start).checked_sub(1)?;
        let last = self.clusters.partition_point(|(at, _)| *at < end);
        let ((from, original_from), (to, original_to)) = (*self.clusters.get(first)?, *self.clusters.get(last)?);
        (from == start && to == end).then_some(original_from as usize..original_to as usize)
    }

    /// The cluster of the original that a byte of the folded text comes from.
    pub fn cluster_at(&self, byte: usize) -> Range<usize> {
        if self.clusters.is_empty() {
            return byte..byte + 1;
        }
        let next = self.clusters.partition_point(|(at, _)| *at as usize <= byte);
        let place = |i: usize| self.clusters.get(i).or(self.clusters.last()).map_or(0, |(_, original)| *original as usize);
        place(next.saturating_sub(1))..place(next)
    }
}

/// A folded text without its places.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

/// The words of a query: folded, each once.
pub fn words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold(query).split_whitespace() {
        if !words.iter().any(|w| w == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Compatibility decomposition without accents, then full case folding.
fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        return out.push(c.to_ascii_lowercase());
    }
    decompose_compatible(c, |part| {
        if !is_dropped(part) {
            // There and back: ß and ẞ become ss, a final sigma an ordinary one.
            let cased = part.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
            cased.for_each(|c| plain_letter(c, out));
        }
    });
}

/// Accents, and characters that nobody sees. Marks that are letters to their readers stay: vowel signs, the virama, kana's voicing.
fn is_dropped(c: char) -> bool {
    !matches!(canonical_combining_class(c), 0 | 8 | 9)
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Letters with a stroke, ligatures, typographic quotes and dashes as keyboards have them.
fn plain_letter(c: char, out: &mut String) {
    match c {
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'ħ' => out.push('h'),
        'ŧ' => out.push('t'),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        '‘' | '’' | '‛' | 'ʼ' | 'ʹ' => out.push('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' => out.push('"'),
        '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_typesetting_do_not_count() {
        for (text, folded) in [
            ("Nader COST Gore", "nader cost gore"),
            ("Café naïve", "cafe naive"),
            ("Cafe\u{301}", "cafe"),
            ("STRASSE Straße STRAẞE", "strasse strasse strasse"),
            ("Łódź", "lodz"),
            ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"),
            ("ﬁn Ｆｕｌｌ", "fin full"),
            ("don’t — “so”", "don't - \"so\""),
            ("co\u{AD}operate", "cooperate"),
            ("İstanbul ısı", "istanbul isi"),
            ("한국어", "한국어"),
        ] {
            assert_eq!(fold(text), fold(folded), "{text}");
            assert_eq!(Folded::new(text).as_str(), fold(folded), "{text}");
        }
        // Letters that look like others with a mark, but are not.
        assert_ne!(fold("が"), fold("か"));
        assert_ne!(fold("कि"), fold("क"));
    }

    #[test]
    fn hits_are_whole_clusters_of_the_original() {
        for (text, word, hits) in [
            ("Straße und STRASSE", "strasse", &["Straße", "STRASSE"][..]),
            ("Café, cafe\u{301}s", "cafe", &["Café", "cafe\u{301}"]),
            ("e\u{301}", "e", &["e\u{301}"]),
            // Half of ß is not in the text, nor half of a family or a syllable.
            ("Maß", "mas", &[]),
            ("Maß", "mass", &["Maß"]),
            ("👩‍👩‍👧", "👩", &[]),
            ("👩 👩‍👩‍👧", "👩", &["👩"]),
            ("कि", "क", &[]),
            ("x\u{200B}y", "x", &["x"]),
            ("x\u{200B}y", "y", &["y"]),
            ("日本語と日本", "日本", &["日本", "日本"]),
            ("aaa", "aa", &["aa"]),
            ("a\r\nb", "b", &["b"]),
        ] {
            let folded = Folded::new(text);
            let needle = fold(word);
            let found: Vec<&str> = folded.find_all(&needle).map(|range| &text[range]).collect();
            assert_eq!(found, hits, "{word} in {text}");
        }
    }

    #[test]
    fn a_query_is_its_words() {
        assert_eq!(words("  Gore  COST gore "), ["gore", "cost"]);
        assert!(words(" \u{200B} ").is_empty());
    }
}
