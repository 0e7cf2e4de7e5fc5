//! Words that stand in a text again without marks or name: found by fingerprints of runs of words (winnowing), the same every time.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::provenance::anchor::Normal;

/// Length of a run, in words.
const RUN: usize = 5;
/// Of so many runs in a row one is kept: what agrees in `RUN + WINDOW - 1` words is always found.
const WINDOW: usize = 4;
/// Fewer words in a row than this are anybody's.
const LEAST: usize = RUN + WINDOW - 1;
/// How many words may have been put in or left out between two runs of one passage.
const DRIFT: usize = 4;

/// Texts in which words are looked for.
#[derive(Clone, Debug, Default)]
pub struct Reuse {
    texts: Vec<Words>,
    /// Where the kept runs stand: text and word.
    runs: BTreeMap<u64, Vec<(usize, usize)>>,
}

/// Words that stand in one of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reused {
    /// Which text, in the order in which they were added.
    pub text: usize,
    /// Code points of that text.
    pub at: Range<u32>,
    /// How many of the words that were looked for stand there.
    pub words: usize,
}

#[derive(Clone, Debug)]
struct Words {
    hashes: Vec<u64>,
    /// The code points of each word.
    at: Vec<Range<u32>>,
}

impl Reuse {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        let words = Words::of(text);
        let number = self.texts.len();
        let runs: Vec<u64> = words.runs().collect();
        let mut last = None;
        for start in 0..(runs.len() + 1).saturating_sub(WINDOW.min(runs.len().max(1))) {
            let window = runs.get(start..(start + WINDOW).min(runs.len())).unwrap_or_default();
            // The rightmost of the smallest, as neighbouring windows share it.
            let Some(least) = window.iter().enumerate().min_by_key(|(i, hash)| (**hash, WINDOW - i)).map(|(i, _)| start + i) else {
                continue;
            };
            if last != Some(least) {
                last = Some(least);
                self.runs.entry(runs[least]).or_default().push((number, least));
            }
        }
        self.texts.push(words);
    }

    /// Where in the texts these words stand, as they are or with a few put in or left out.
    pub fn of(&self, words: &str) -> Vec<Reused> {
        let wanted = Words::of(words);
        if wanted.hashes.len() < LEAST {
            return Vec::new();
        }
        // Text, word there, word here.
        let mut hits: Vec<(usize, usize, usize)> = Vec::new();
        for (here, hash) in wanted.runs().enumerate() {
            let places = self.runs.get(&hash).into_iter().flatten();
            hits.extend(places.map(|(text, there)| (*text, *there, here)));
        }
        hits.sort_unstable();
        let mut found: Vec<Reused> = Vec::new();
        let mut group: Vec<(usize, usize, usize)> = Vec::new();
        for hit in hits {
            let continues = group.last().is_some_and(|last| {
                last.0 == hit.0 && hit.2 > last.2 && hit.1 - last.1 <= hit.2 - last.2 + DRIFT && hit.1 + DRIFT >= last.1 + (hit.2 - last.2)
            });
            if !continues {
                found.extend(self.passage(&wanted, &group));
                group.clear();
            }
            group.push(hit);
        }
        found.extend(self.passage(&wanted, &group));
        found
    }

    /// The passage around hits: as far as the words go on being the same.
    fn passage(&self, wanted: &Words, hits: &[(usize, usize, usize)]) -> Option<Reused> {
        let (&(text, mut there, mut here), &(_, last_there, last_here)) = (hits.first()?, hits.last()?);
        let words = self.texts.get(text)?;
        while there > 0 && here > 0 && words.hashes[there - 1] == wanted.hashes[here - 1] {
            (there, here) = (there - 1, here - 1);
        }
        let (mut end, mut end_here) = (last_there + RUN, last_here + RUN);
        while words.hashes.get(end).is_some_and(|hash| wanted.hashes.get(end_here) == Some(hash)) {
            (end, end_here) = (end + 1, end_here + 1);
        }
        let count = end_here - here;
        let at = words.at.get(there)?.start..words.at.get(end - 1)?.end;
        (count >= LEAST).then_some(Reused { text, at, words: count })
    }
}

impl Words {
    fn of(text: &str) -> Self {
        let normal = Normal::new(text);
        let (mut hashes, mut at) = (Vec::new(), Vec::new());
        let chars = normal.chars();
        let mut start = 0;
        while start < chars.len() {
            let length = chars[start..].iter().take_while(|c| c.is_alphanumeric()).count();
            if length > 0 {
                let letters = chars[start..start + length].iter().flat_map(|c| c.to_lowercase());
                hashes.push(letters.fold(SEED, |hash, c| mix(hash, u64::from(u32::from(c)))));
                at.push(normal.original(start..start + length));
            }
            start += length.max(1);
        }
        Self { hashes, at }
    }

    fn runs(&self) -> impl Iterator<Item = u64> + '_ {
        self.hashes.windows(RUN).map(|run| run.iter().fold(SEED, |hash, word| mix(hash, *word)))
    }
}

const SEED: u64 = 0xCBF2_9CE4_8422_2325;

/// FNV-1a, a word at a time, stirred so that small differences reach all bits.
fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(0x0100_0000_01B3);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::Reuse;

    #[test]
    fn words_are_found_again_without_marks_and_slightly_changed() {
        let said = "the river board rejected the plan for the new bridge because the costs had not been counted";
        let texts = [
            "Nothing of the sort is here. The river board has many members, and the plan was long.".to_owned(),
            format!("A comment: {said}, or so I hear."),
            "It seems THE RIVER BOARD rejected the old plan for the new\nbridge – because the costs had not been counted!".to_owned(),
        ];
        let mut reuse = Reuse::default();
        texts.iter().for_each(|text| reuse.add(text));
        let found = reuse.of(said);
        let told: Vec<(usize, String, usize)> = found
            .into_iter()
            .map(|found| (found.text, texts[found.text].chars().skip(found.at.start as usize).take(found.at.len()).collect(), found.words))
            .collect();
        assert_eq!(told[0], (1, said.to_owned(), 17));
        assert_eq!((told[1].0, told[1].2 >= 10), (2, true), "{told:?}");
        assert_eq!(told.len(), 2);
        assert!(reuse.of("the river board").is_empty());
    }
}
