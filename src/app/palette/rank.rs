//! What the palette offers for what was typed: fuzzy, typos forgiven, the best first.

use std::ops::Range;

use frizbee::{CaseMatching, Config, Matcher, Matching, Pattern, PatternConfig};

use crate::base::fold::{Folded, words};

/// Bytes of a long name in which letters are looked for one by one.
const MAX_LETTERS: usize = 160;
/// Share of the best possible score that letters of a long name must reach: scattered ones are found in every sentence.
const LEAST_IN_SENTENCE: f32 = 0.62;
/// The same for the short names of commands, where the first letters of words are enough.
const LEAST_IN_NAME: f32 = 0.5;
/// How well a name fits that holds what was typed, and one that has a word which begins like it.
pub(super) const AS_TYPED: f32 = 1.0;
pub(super) const AS_WORDS: f32 = 1.3;
/// With so many names that hold all words as they were typed, none with typos are looked for.
const ENOUGH: usize = 40;
/// So many sentences with typos are looked at closely, the best first.
const MAX_CLOSE: usize = 300;

/// A name that can be found.
pub(super) struct Name {
    folded: Folded,
    /// A sentence rather than the name of a thing.
    sentence: bool,
}

impl Name {
    /// The name of a thing.
    pub(super) fn new(text: &str) -> Self {
        Self { folded: Folded::new(text), sentence: false }
    }

    /// A sentence.
    pub(super) fn sentence(text: &str) -> Self {
        Self { folded: Folded::new(text), sentence: true }
    }

    /// Whether this is that name.
    pub(super) fn is(&self, text: &str) -> bool {
        self.folded == Folded::new(text)
    }

    /// The part in which single letters are looked for.
    fn letters(&self) -> &str {
        let text = self.folded.as_str();
        &text[..text.floor_char_boundary(MAX_LETTERS)]
    }
}

/// What was typed.
pub(super) struct Query {
    words: Vec<String>,
    /// Letters in their order, typos allowed.
    fuzzy: Matcher,
    /// The same for each word.
    each: Vec<Matcher>,
    /// What a name that is the query itself would score.
    best: f32,
}

impl Query {
    /// A query; empty where nothing but space was typed.
    pub(super) fn new(typed: &str) -> Self {
        let words = words(typed);
        let typos = |word: &String| match word.chars().count() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        let patterns: Vec<Pattern> =
            words.iter().map(|word| Pattern::new(word, PatternConfig::default()).max_typos(Some(typos(word)))).collect();
        let config = Config::default().casing(CaseMatching::Ignore).matching(Matching::Fuzzy);
        let mut fuzzy = Matcher::from_patterns(&patterns, &config);
        let best = fuzzy.match_one(words.join(" "), 0).map_or(1.0, |m| f32::from(m.score)).max(1.0);
        let each = patterns.iter().map(|pattern| Matcher::from_patterns(std::slice::from_ref(pattern), &config)).collect();
        Self { words, fuzzy, each, best }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The names that fit, by their numbers, with how well each does, [`AS_TYPED`] and more where all words stand there.
    pub(super) fn rank<'a>(&mut self, names: impl Iterator<Item = &'a Name> + Clone) -> Vec<(usize, f32)> {
        let mut found: Vec<(usize, f32)> = names.clone().enumerate().filter_map(|(i, name)| Some((i, self.as_typed(name)?))).collect();
        if found.len() < ENOUGH {
            let rest: Vec<(usize, &Name)> = {
                let mut typed = found.iter().map(|(i, _)| *i).peekable();
                names.enumerate().filter(|(i, _)| typed.next_if_eq(i).is_none()).collect()
            };
            let letters: Vec<&str> = rest.iter().map(|(_, name)| name.letters()).collect();
            let mut close = 0;
            for matched in self.fuzzy.match_list(&letters) {
                let Some((i, name)) = rest.get(matched.index as usize) else { continue };
                let share = f32::from(matched.score) / self.best;
                if share < if name.sentence { LEAST_IN_SENTENCE } else { LEAST_IN_NAME } {
                    continue;
                }
                if name.sentence {
                    close += 1;
                    if close > MAX_CLOSE || !self.is_close(name) {
                        continue;
                    }
                }
                found.push((*i, share.min(0.99)));
            }
        }
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found
    }

    /// Whether the letters of each word stand together: scattered ones are found in every sentence.
    fn is_close(&mut self, name: &Name) -> bool {
        (0..self.words.len()).all(|i| {
            let letters = self.letters_of(i, name);
            let room = self.words.get(i).map_or(0, |word| word.len() + 1 + word.len() / 4);
            letters.first().zip(letters.last()).is_some_and(|(first, last)| last - first < room)
        })
    }

    /// Where the letters of a word stand in a name, in order.
    fn letters_of(&mut self, word: usize, name: &Name) -> Vec<usize> {
        let found = self.each.get_mut(word).and_then(|matcher| matcher.match_one_indices(name.letters(), 0));
        let mut letters: Vec<usize> = found.map(|m| m.indices.into_iter().map(|i| i as usize).collect()).unwrap_or_default();
        letters.sort_unstable();
        letters
    }

    /// How well a name fits that holds all words as they were typed: better where they begin words and make up much of it.
    fn as_typed(&self, name: &Name) -> Option<f32> {
        let text = name.folded.as_str();
        let mut score = AS_TYPED;
        for (i, word) in self.words.iter().enumerate() {
            let at = name.folded.find_all(word).next().and_then(|_| text.find(word.as_str()))?;
            let starts = |at: usize| text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            score += match at {
                0 if i == 0 => 0.5,
                at if starts(at) || text.match_indices(word.as_str()).any(|(at, _)| starts(at)) => AS_WORDS - AS_TYPED,
                _ => 0.0,
            };
        }
        let typed: usize = self.words.iter().map(String::len).sum();
        Some(score + 0.3 * typed as f32 / text.len().max(1) as f32)
    }

    /// The letters of a name that fit, as ranges of the original text.
    pub(super) fn marks(&mut self, name: &Name) -> Vec<Range<usize>> {
        let mut clusters: Vec<Range<usize>> = Vec::new();
        for word in 0..self.words.len() {
            let typed = self.words.get(word).map(|word| name.folded.find_all(word).collect::<Vec<_>>()).unwrap_or_default();
            if typed.is_empty() {
                clusters.extend(self.letters_of(word, name).into_iter().map(|letter| name.folded.cluster_at(letter)));
            }
            clusters.extend(typed);
        }
        clusters.sort_unstable_by_key(|cluster| (cluster.start, cluster.end));
        let mut marks: Vec<Range<usize>> = Vec::new();
        for cluster in clusters {
            match marks.last_mut() {
                Some(last) if cluster.start <= last.end => last.end = last.end.max(cluster.end),
                _ => marks.push(cluster),
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(typed: &str, names: &[&str]) -> Vec<String> {
        let all: Vec<Name> = names.iter().map(|n| if n.len() > 30 { Name::sentence(n) } else { Name::new(n) }).collect();
        Query::new(typed).rank(all.iter()).into_iter().map(|(i, _)| names[i].to_owned()).collect()
    }

    #[test]
    fn letters_words_and_typos_find_names() {
        let names = [
            "Add rebuttal",
            "Add support",
            "Zoom to fit",
            "Select all",
            "Redo",
            "Gore lost his own state of Tennessee in the year 2000",
            "Nader cost Gore the election of 2000, or so they say",
            "Café society voted for somebody else entirely",
        ];
        for (typed, first) in [
            ("rebut", Some("Add rebuttal")),
            ("rebutal", Some("Add rebuttal")),
            ("rebttal", Some("Add rebuttal")),
            ("add supprt", Some("Add support")),
            ("fit zoom", Some("Zoom to fit")),
            ("select all", Some("Select all")),
            ("tennessee", Some(names[5])),
            ("tenessee", Some(names[5])),
            ("gore nader", Some(names[6])),
            ("CAFE", Some(names[7])),
            ("tenesee gore", Some(names[5])),
            ("qqqq", None),
        ] {
            assert_eq!(best(typed, &names).first().map(String::as_str), first, "{typed}: {:?}", best(typed, &names));
        }
        assert_eq!(best("tenesee gore", &names).len(), 1);
        assert_eq!(best("gore", &names).len(), 2, "scattered letters of a sentence are no find: {:?}", best("gore", &names));
    }

    #[test]
    fn marks_are_letters_of_the_original() {
        let marked = |typed: &str, text: &str| -> String {
            Query::new(typed).marks(&Name::new(text)).into_iter().map(|r| format!("[{}]", &text[r])).collect()
        };
        assert_eq!(marked("rebut", "Add rebuttal"), "[rebut]");
        assert_eq!(marked("cafe", "Zum Café"), "[Café]");
        assert_eq!(marked("gore tenesee", "Gore lost Tennessee"), "[Gore][Te][ne][see]");
        assert_eq!(marked("zmft", "Zoom to fit").replace(['[', ']'], "").to_lowercase(), "zmft");
    }
}
