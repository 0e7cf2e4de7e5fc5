//! A text cut into paragraphs, so that only those in sight are ever laid out.

use std::ops::Range;
use std::sync::Arc;

/// A paragraph longer than this, in code points, is cut.
const LONGEST: u32 = 3000;

/// A paragraph, or a part of a very long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its code points, without the line end.
    pub(super) chars: Range<u32>,
    bytes: Range<usize>,
}

/// A text by paragraphs.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    text: Arc<str>,
    all: Vec<Block>,
}

impl Default for Blocks {
    fn default() -> Self {
        Self::new("".into())
    }
}

impl Blocks {
    pub(super) fn new(text: Arc<str>) -> Self {
        let mut all = Vec::new();
        let (mut chars, mut bytes) = (0..0, 0..0);
        for (byte, letter) in text.char_indices() {
            let (at, next) = (chars.end, byte + letter.len_utf8());
            let cut = at - chars.start >= LONGEST && letter == ' ' || at - chars.start >= 2 * LONGEST;
            if letter == '\n' || cut {
                // Where a paragraph is cut nothing is between its parts.
                let end = if cut && letter != '\n' { (at + 1, next) } else { (at, byte) };
                all.push(Block { chars: chars.start..end.0, bytes: bytes.start..end.1 });
                (chars, bytes) = (at + 1..at + 1, next..next);
            } else {
                (chars.end, bytes.end) = (at + 1, next);
            }
        }
        all.push(Block { chars, bytes });
        Self { text, all }
    }

    pub(super) fn all(&self) -> &[Block] {
        &self.all
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The words of a block.
    pub(super) fn words(&self, block: &Block) -> &str {
        self.text.get(block.bytes.clone()).unwrap_or_default()
    }

    /// How many code points the text has.
    pub(super) fn len(&self) -> u32 {
        self.all.last().map_or(0, |block| block.chars.end)
    }

    /// The block in which a code point stands.
    pub(super) fn at(&self, char: u32) -> usize {
        self.all.partition_point(|block| block.chars.start <= char).saturating_sub(1)
    }

    /// The words of a part of the text.
    pub(super) fn part(&self, range: &Range<u32>) -> String {
        let first = self.all.get(self.at(range.start));
        let (byte, char) = first.map_or((0, 0), |block| (block.bytes.start, block.chars.start));
        let rest = self.text.get(byte..).unwrap_or_default().chars();
        rest.skip(range.start.saturating_sub(char) as usize).take(range.end.saturating_sub(range.start) as usize).collect()
    }

    /// The word around a place; the place alone where there is none.
    pub(super) fn word(&self, at: u32) -> Range<u32> {
        let Some(block) = self.all.get(self.at(at)) else { return at..at };
        let letters: Vec<char> = self.words(block).chars().collect();
        let place = (at.saturating_sub(block.chars.start) as usize).min(letters.len());
        let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
        let before = letters.iter().take(place).rev().take_while(|c| is_part(c)).count();
        let after = letters.iter().skip(place).take_while(|c| is_part(c)).count();
        at - before as u32..at + after as u32
    }

    /// Where the next word begins, or with `false` the one before.
    pub(super) fn word_step(&self, at: u32, forward: bool) -> u32 {
        let is_letter = |place: u32| self.part(&(place..place + 1)).chars().next().is_some_and(char::is_alphanumeric);
        let mut at = at;
        if forward {
            while at < self.len() && is_letter(at) {
                at += 1;
            }
            while at < self.len() && !is_letter(at) {
                at += 1;
            }
        } else {
            while at > 0 && !is_letter(at - 1) {
                at -= 1;
            }
            while at > 0 && is_letter(at - 1) {
                at -= 1;
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_hold_every_letter_at_its_place() {
        let long = "wörd ".repeat(2000);
        for text in ["", "One.", "One.\n\nTwo — drei.\r\nFour\n", &long] {
            let blocks = Blocks::new(text.into());
            let letters: Vec<char> = text.chars().collect();
            assert_eq!(blocks.len() as usize, letters.len(), "{text:.20}");
            for block in blocks.all() {
                let here: String = letters[block.chars.start as usize..block.chars.end as usize].iter().collect();
                assert_eq!(blocks.words(block), here);
            }
            let seen: usize = blocks.all().iter().map(|block| block.chars.len()).sum();
            assert_eq!(seen + text.matches('\n').count(), letters.len());
        }
        assert!(Blocks::new(long.as_str().into()).all().len() > 2, "a long paragraph is cut");
    }

    #[test]
    fn words_are_found_around_a_place() {
        let blocks = Blocks::new("It was\nan old bridge.".into());
        assert_eq!(blocks.part(&blocks.word(11)), "old");
        assert_eq!(blocks.part(&(3..9)), "was\nan");
        assert_eq!(blocks.word_step(3, true), 7);
        assert_eq!(blocks.word_step(7, false), 3);
    }
}
